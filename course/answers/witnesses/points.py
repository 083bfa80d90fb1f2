"""A point with a certified inequality: f(x0) >= bound > 0, so that f is not the zero function.

Floating-point numbers cannot decide this: e^(−1/x²) underflows to 0.0 at x = 0.03. Here x0 and bound
are exact numbers, and f(x0) is enclosed in a ball; where the ball cannot separate them because they
are equal, equality is proved.
"""

from __future__ import annotations

import time
from typing import Any

from course.answers import tree as T
from course.answers.strings import WITNESS
from course.answers.witnesses.enclosures import UNDEFINED, enclose
from course.answers.witnesses.finding import Finding, read_answer, right, shown
from course.answers.witnesses.substitution import substitute


def check_point(
    x0: object, bound: object, *, function: str, value_at_0: object = None, seconds: float = 1.5
) -> Finding:
    """Check that f(x0) >= bound > 0.

    Parameters
    ----------
    x0, bound : str, number, SymPy expression or Expr
        The learner's exact numbers (a float is the rational number that it is).
    function : str
        Formula of f in x.
    value_at_0 : str or number, optional
        f(0), where the formula itself is undefined.
    seconds : float
        Time limit.

    Returns
    -------
    Finding
        ``counterexample`` has ``x0``, ``bound`` and ``value``, as far as they are known.
    """
    from course.answers.reading import read

    trees: list[T.Expr] = []
    notes: tuple[str, ...] = ()
    for name, answer in (("x0", x0), ("bound", bound)):
        reading = read_answer(answer, ("x",))
        if not isinstance(reading, Finding) and T.variables(reading[0]):
            return Finding("unreadable", WITNESS["point number"].format(name=name))
        if isinstance(reading, Finding):
            text = WITNESS["part"].format(name=name, message=reading.message)
            return Finding(reading.kind, text)
        trees.append(reading[0])
        notes += reading[1]
    place, least = trees
    common: dict[str, Any] = {"answers": (place, least), "notes": notes}
    values = {"x0": enclose(place, {}, seconds=seconds), "bound": enclose(least, {})}
    for name, value in values.items():
        if value is UNDEFINED:
            return Finding("unreadable", WITNESS["point undefined"].format(name=name), **common)
        if value is None:
            return Finding("undetermined", WITNESS["undetermined"], **common)
    formula = read(function, ("x",))
    if values["x0"].is_zero():
        if value_at_0 is None:
            return _wrong("point at 0 undefined", values, common)
        inside = read(value_at_0, ())
    elif values["x0"].contains(0):
        return Finding("undetermined", WITNESS["undetermined"], **common)
    else:
        inside = substitute(formula, {"x": place})
    if values["bound"] <= 0:
        return _wrong("point bound", values, common)
    if not values["bound"] > 0:
        return Finding("undetermined", WITNESS["undetermined"], **common)
    values["value"] = enclose(inside, {}, seconds=seconds)
    difference = enclose(inside - least, {}, seconds=seconds, width=1)
    if difference is not None and difference is not UNDEFINED:
        if difference >= 0:
            return right(WITNESS["point right"].format(**_texts(values)), **common)
        if difference < 0:
            values["excess"] = -difference
            reason = "point at 0" if values["x0"].is_zero() else "point too large"
            return _wrong(reason, values, common)
    if _equal(inside, least, seconds):
        return right(WITNESS["point equal"].format(**_texts(values)), **common)
    return Finding("undetermined", WITNESS["undetermined"], **common)


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {name: shown(value).removeprefix("≈ ") for name, value in values.items()}


def _wrong(reason: str, values: dict[str, Any], common: dict[str, Any]) -> Finding:
    text = WITNESS[reason].format(**_texts(values))
    return Finding("wrong", text, counterexample=values, **common)


def _equal(left: T.Expr, right: T.Expr, seconds: float) -> bool:
    """Whether two constants are proved to be equal."""
    from course.answers.equality import compare

    verdict = compare(_with_rational_powers(left), _with_rational_powers(right), seconds=seconds)
    return verdict.kind == "equal" and verdict.proved


def _with_rational_powers(node: T.Expr) -> T.Expr:
    """A power of e whose exponent is a rational number, such as ``−1/√2²``, with that number."""
    from course.answers.witnesses.exact_values import UndecidedError, UndefinedError, number
    from course.answers.witnesses.sequence_terms import readings

    match node:
        case T.Power(T.Constant("e"), exponent) | T.Apply("exp", (exponent,)):
            try:
                end = time.monotonic() + 0.2
                value, _ = next(readings(exponent, "integers", number(0), number(1), end))
            except (UndecidedError, UndefinedError):
                return node
            return (
                node if value.rational is None else T.Power(T.Constant("e"), T.expr(value.rational))
            )
    return node
