"""Rounding errors of formulas, measured: double precision against 60 decimal digits.

No closed form gives a rounding error, so it is computed at a list of places, here, and drawn as samples.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext

from .expression import Expression, evaluate

#: Digits of the reference.
DIGITS = 60
#: Digits that stand for an error of 0 (or one that is smaller still): double precision has 16.
ALL = 17


def relative_error(result: float, exact: Decimal) -> float:
    """Return |result − exact| / |exact|; not a number if `result` is none. 0 for 0 has no error."""
    if math.isnan(result):
        return math.nan
    if exact == 0:
        return 0.0 if result == 0 else math.inf
    if math.isinf(result):
        return math.inf
    with localcontext() as context:
        context.prec = DIGITS
        return float(abs((Decimal(result) - exact) / exact))


def right_digits(
    formula: Expression,
    exact: Callable[[Decimal], Decimal],
    places: Sequence[float],
    functions: Mapping[str, tuple[str, Expression]],
) -> tuple[float, ...]:
    """Return −log₁₀ of the relative errors of `formula`, a formula in ``x``, to one decimal.

    Parameters
    ----------
    formula : Expression
        Evaluated in double precision, operation by operation.
    exact : callable
        Its true value, from an exact place, in the precision of the current decimal context.
    places : sequence of float
        Where.
    functions : mapping of str to (str, Expression)
        Functions that `formula` calls.

    Returns
    -------
    tuple of float
        One a place, at most :data:`ALL`; not a number where the result is not one.
    """
    found = []
    for place in places:
        with localcontext() as context:
            context.prec = DIGITS
            true = exact(Decimal(place))
        error = relative_error(evaluate(formula, {"x": place}, functions), true)
        digits = -math.log10(error) if error > 0 else ALL
        found.append(short(round(min(digits, ALL), 1)) if error == error else math.nan)
    return tuple(found)


def short(value: float) -> float:
    """Return a whole number as an int, which is sent in fewer characters."""
    return int(value) if value == int(value) else value


def sigmoid(x: Decimal) -> Decimal:
    """Return σ(x) = 1/(1 + e⁻ˣ)."""
    return 1 / (1 + (-x).exp())


def sigmoid_slope(x: Decimal) -> Decimal:
    """Return σ′(x) = e⁻ˣ/(1 + e⁻ˣ)²."""
    small = (-x).exp()
    return small / (1 + small) ** 2


def tanh(x: Decimal) -> Decimal:
    """Return tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)."""
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())
