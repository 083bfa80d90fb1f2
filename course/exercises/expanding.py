"""The worked solution of Taylor coefficients: known series, argument put in, coefficients read off."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from course.answers.algebra import add, multiply, number, power
from course.answers.tree import Expr
from course.exercises.expansions import Expansion, Known
from course.exercises.parts import X
from course.exercises.solution import Step


def expand(asked: Expansion, count: int) -> list[Step]:
    """Expand step by step.

    Parameters
    ----------
    asked : Expansion
        The function.
    count : int
        How many coefficients.

    Returns
    -------
    list of Step
        The last one's ``line`` holds the coefficients, the constant one first.
    """
    steps: list[Step] = []
    total = [Fraction(0)] * count
    for known in asked.known:
        found = coefficients(known, count)
        steps.append(
            Step(
                (f"series {known.name}", "put in"),
                (("u", known.argument),),
                known.tree,
                _polynomial(found),
            )
        )
        total = [a + b for a, b in zip(total, found, strict=True)]
    if len(asked.known) > 1:
        steps.append(Step(("add series",), (), asked.tree, _polynomial(total)))
    if asked.factor != (1,):
        total = [
            sum((c * total[k - m] for m, c in enumerate(asked.factor) if k >= m), Fraction(0))
            for k in range(count)
        ]
        steps.append(Step(("multiply",), (), asked.tree, _polynomial(total)))
    numbers = tuple(number(c) for c in total)
    steps.append(Step(("read off",), line=numbers))
    return steps


def coefficients(known: Known, count: int) -> list[Fraction]:
    """The coefficients of a known series with its argument put in, from the formulas by heart."""
    found = [Fraction(0)] * count
    for k in range(count):
        if k * known.degree < count:
            found[k * known.degree] = known.coefficient * _by_heart(known.name, k) * known.scale**k
    return found


def _by_heart(name: str, k: int) -> Fraction:
    """The k-th coefficient of a known series in u."""
    if name == "exp":
        return Fraction(1, factorial(k))
    if name == "geometric":
        return Fraction(1)
    if name == "log":
        return Fraction((-1) ** (k + 1), k) if k else Fraction(0)
    odd = name == "sin"
    return Fraction((-1) ** (k // 2), factorial(k)) if k % 2 == odd else Fraction(0)


def _polynomial(found: list[Fraction]) -> Expr:
    """The Taylor polynomial."""
    return add(*(multiply(number(c), power(X, number(k))) for k, c in enumerate(found)))
