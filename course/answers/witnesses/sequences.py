"""Sequences of rational or of irrational numbers that tend to a, for every real a.

A formula in a and n is accepted when it is proved to be of the named kind for every real a and
every n >= 1, and to tend to a. It is refused when one concrete a (and n) refutes it, exactly.
Whether some terms equal a itself does not matter: the sequences show that f is not *continuous*
at a, and for that the terms may be a (only a difference quotient could not use such terms).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal

from course.answers import tree as T
from course.answers.strings import WITNESS
from course.answers.witnesses import exact_values as V
from course.answers.witnesses.exact_values import UndecidedError, UndefinedError, Value
from course.answers.witnesses.finding import Finding, read_answer, right, shown
from course.answers.witnesses.sequence_limits import is_irrational, is_rational, limit
from course.answers.witnesses.sequence_terms import readings
from course.answers.witnesses.value_facts import is_constant, sign, text_of

Sort = Literal["rational", "irrational"]
#: The indices at which a formula is tried.
INDICES = (1, 2, 3, 4, 5, 10)
#: The a at which a formula is tried: rationals, and rational multiples of √2, √3, π and e.
_RATIONALS = tuple(map(Fraction, ("0", "1", "-1", "1/2", "-1/2", "1/3", "2", "-7/3")))
_ROOTS = tuple((x, Fraction(q)) for x in ("sqrt:2", "sqrt:3", "pi", "e") for q in (1, -1))


def check_sequence(answer: object, sort: Sort, *, seconds: float = 1.5) -> Finding:
    """Check a sequence xₙ, given by a formula in a and n.

    Parameters
    ----------
    answer : str, SymPy expression or Expr
        The learner's formula.
    sort : {"rational", "irrational"}
        What every term must be, for every real a and n = 1, 2, 3, …
    seconds : float
        Time limit.

    Returns
    -------
    Finding
        ``counterexample`` has ``a`` with ``n`` and the ``value`` of that term, or with the
        ``limit``: Fractions, or formulas as text where they are irrational.
    """
    if sort not in ("rational", "irrational"):
        raise ValueError(f"sort must be 'rational' or 'irrational', not {sort!r}")
    if callable(answer) and not hasattr(answer, "free_symbols"):
        return Finding("unreadable", WITNESS["sequence function"])
    reading = read_answer(answer, ("a", "n"))
    if isinstance(reading, Finding):
        return reading
    tree, notes = reading
    common: dict[str, Any] = {"answers": (tree,), "notes": notes}
    end = time.monotonic() + seconds
    refuted = _refute_terms(tree, sort, end, common) or _refute_limit(tree, sort, end, common)
    if refuted:
        return refuted
    if _proved(tree, sort, end):
        return right(WITNESS[f"sequence {sort}"], **common)
    return Finding("undetermined", WITNESS["undetermined"], **common)


def _points(tree: T.Expr, end: float) -> Iterator[Value]:
    """The a at which the formula is tried."""
    for q in _RATIONALS:
        yield V.number(q)
    for name, q in _ROOTS:
        yield V.scale(V.atom(name), q)
    # An a for which the first term is 0: it exists if the formula is linear in a.
    try:
        values = [
            next(readings(tree, "integers", V.number(a), V.number(1), end))[0] for a in (0, 1)
        ]
        slope = V.subtract(values[1], values[0])
        root = V.scale(V.divide(values[0], slope), -1)
        if is_constant(root):
            yield root
    except (UndecidedError, UndefinedError):
        return


def _refute_terms(tree: T.Expr, sort: Sort, end: float, common: dict[str, Any]) -> Finding | None:
    for a in _points(tree, end):
        for n in INDICES:
            if time.monotonic() > end:
                return None
            found: dict[str, Any] = {"a": _named(a), "n": n}
            try:
                results = list(readings(tree, "integers", a, V.number(n), end))
            except UndecidedError:
                continue
            except UndefinedError:
                return _wrong("sequence undefined", found, common)
            if len(results) != 1:
                continue
            value, reader = results[0]
            if any(sign(divisor) is None for divisor in reader.divisors):
                continue
            if sort == "rational" and is_irrational(value):
                found["value"] = _named(value)
                return _wrong("sequence not rational", found, common)
            if sort == "irrational" and value.rational is not None:
                found["value"] = _named(value)
                return _wrong("sequence not irrational", found, common)
    return None


def _refute_limit(tree: T.Expr, sort: Sort, end: float, common: dict[str, Any]) -> Finding | None:
    for a in _points(tree, end):
        try:
            results = [limit(value, a) for value, _ in readings(tree, "bounds", a, None, end)]
        except (UndecidedError, UndefinedError):
            continue
        if len(results) != 1 or results[0].tends_to_a is not False:
            continue
        (result,) = results
        found: dict[str, Any] = {"a": _named(a)}
        gap = result.gap
        if gap is None or sign(Value(gap, {V.UNIT: Fraction(1)})) in (0, None):
            continue
        if result.finite is None:
            return _wrong("sequence diverges", found, common)
        if not is_constant(result.finite):
            continue
        found["limit"] = _named(result.finite)
        reason = "sequence half limit" if result.every_second else "sequence limit"
        return _wrong(reason, found, common)
    return None


def _proved(tree: T.Expr, sort: Sort, end: float) -> bool:
    size = V.atom("|a|")
    try:
        return all(_proved_for(tree, sort, a, end) for a in (size, V.scale(size, -1), V.number(0)))
    except (UndecidedError, UndefinedError):
        return False


def _proved_for(tree: T.Expr, sort: Sort, a: Value, end: float) -> bool:
    """The proof for all a of one sign."""
    for value, reader in readings(tree, "integers", a, None, end):
        if any(V.never_zero(divisor.num) is not True for divisor in reader.divisors):
            return False
        if V.never_zero(value.den) is not True:
            return False
        if not (is_irrational(value) if sort == "irrational" else is_rational(value)):
            return False
    return all(
        limit(value, a).tends_to_a is True for value, _ in readings(tree, "bounds", a, None, end)
    )


def _named(x: Value) -> Fraction | str:
    return text_of(x) if x.rational is None else x.rational


def _wrong(reason: str, found: dict[str, Any], common: dict[str, Any]) -> Finding:
    text = WITNESS[reason].format(**{name: shown(x) for name, x in found.items()})
    return Finding("wrong", text, counterexample=found, **common)
