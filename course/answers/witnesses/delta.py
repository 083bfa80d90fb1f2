"""Whether 0 < δ(ε) <= bound(ε) for every ε > 0.

In a proof from the definition the quantity that must stay below ε is first computed: for problem 3
``|f(h)/h| = |h|``, for problem 2 ``max(h, 0)``. Then δ works exactly if 0 < δ(ε) <= ε.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from course.answers import tree as T
from course.answers.strings import WITNESS
from course.answers.witnesses.algebraic_signs import Place, UndecidedError
from course.answers.witnesses.finding import Finding, read_answer, right, shown
from course.answers.witnesses.half_line import HalfLine
from course.answers.witnesses.real_roots import Root

#: The names under which a learner may type ε; the first is the canonical one.
NAMES = ("eps", "epsilon", "ε", "varepsilon", "ϵ")


@dataclass(frozen=True)
class _Failure:
    reason: str  # a key of WITNESS
    place: Place
    sign: int = 1  # of delta

    def at(self) -> Root:
        return self.place.sample()

    def plainness(self) -> tuple[int, int]:
        x = self.at().rational
        return (1, 0) if x is None else (0, x.numerator + x.denominator)


def check_delta(delta: object, *, bound: object = "eps", seconds: float = 1.5) -> Finding:
    """Decide whether 0 < δ(ε) <= bound(ε) for all ε > 0.

    Parameters
    ----------
    delta : str, number, SymPy expression or Expr
        The learner's formula in ``eps`` (``epsilon`` and ``ε`` are read too).
    bound : str or Expr
        The largest δ that works, in ``eps``.
    seconds : float
        Time limit.

    Returns
    -------
    Finding
        ``counterexample`` has ``eps`` (a Fraction where rational), ``delta`` and ``bound`` there.
        Formulas outside + − × ÷ roots min max abs sign cases are refuted if a sample does, and
        otherwise undetermined.
    """
    if callable(delta) and not hasattr(delta, "free_symbols"):
        return Finding("unreadable", WITNESS["delta function"])
    reading = read_answer(delta, NAMES)
    if isinstance(reading, Finding):
        # Say it again with the one name that the question uses.
        plain = read_answer(delta, NAMES[:1])
        return plain if isinstance(plain, Finding) else reading
    tree, notes = reading
    answer = _with_one_name(tree)
    reference = read_answer(bound, NAMES)
    if isinstance(reference, Finding):
        raise ValueError(f"the bound cannot be read: {reference.message}")
    largest = _with_one_name(reference[0])
    common: dict[str, Any] = {"answers": (tree,), "notes": notes}
    try:
        failures = _failures(answer, largest, HalfLine(NAMES[0], seconds))
    except (UndecidedError, ArithmeticError):
        return _sampled(answer, largest, common)
    if not failures:
        return right(WITNESS["delta right"], **common)
    failure = min(failures, key=_Failure.plainness)
    return _wrong(failure, answer, largest, common)


def _with_one_name(node: T.Expr) -> T.Expr:
    """The tree with every way to name ε replaced by the first."""
    from course.answers.witnesses.substitution import substitute

    return substitute(node, dict.fromkeys(NAMES, T.Variable(NAMES[0])))


def _failures(delta: T.Expr, bound: T.Expr, line: HalfLine) -> list[_Failure]:
    found = []
    for place, signs in line.pieces(delta, bound - delta):
        if signs is None:
            found.append(_Failure("delta undefined", place))
        elif signs[0] <= 0:
            found.append(_Failure("delta not positive", place, signs[0]))
        elif signs[1] < 0:
            found.append(_Failure("delta too large", place))
    return found


def _wrong(failure: _Failure, delta: T.Expr, bound: T.Expr, common: dict[str, Any]) -> Finding:
    from course.answers.witnesses.enclosures import value_at
    from course.answers.witnesses.real_roots import ball

    at, reason = failure.at(), failure.reason
    eps: Any = ball(at, 64) if at.rational is None else at.rational
    values = {"eps": eps, "delta": None, "bound": value_at(bound, NAMES[0], eps)}
    if failure.sign == 0:
        values["delta"] = Fraction(0)
    elif reason != "delta undefined":
        values["delta"] = value_at(delta, NAMES[0], eps)
    texts = {name: shown(value) for name, value in values.items() if value is not None}
    texts.setdefault("delta", WITNESS.get(reason + " value", ""))
    text = WITNESS[reason].format(**texts)
    if reason == "delta too large" and any(
        isinstance(node, T.Constant) and node.name == "e" for node in T.walk(delta)
    ):
        text += WITNESS["delta e"]
    return Finding("wrong", text, counterexample=values, **common)


def _sampled(delta: T.Expr, bound: T.Expr, common: dict[str, Any]) -> Finding:
    """Look for a certified counterexample where the exact decision is not available."""
    from course.answers.witnesses.enclosures import UNDEFINED, enclose

    for k in sorted(range(-12, 13), key=abs):
        for eps in (Fraction(10) ** k, 2 * Fraction(10) ** k, Fraction(10) ** k / 2):
            value = enclose(delta, {NAMES[0]: eps})
            limit = enclose(bound, {NAMES[0]: eps})
            reason = None
            if value is UNDEFINED:
                reason = "delta undefined"
            elif value is not None and value <= 0:
                reason = "delta not positive"
            elif value is not None and limit is not None and value > limit:
                reason = "delta too large"
            if reason:
                from course.answers.witnesses.real_roots import rational_root

                place = Place(point=rational_root(eps))
                sign = 0 if reason == "delta not positive" and value.is_zero() else 1
                return _wrong(_Failure(reason, place, sign), delta, bound, common)
    return Finding("undetermined", WITNESS["undetermined"], **common)
