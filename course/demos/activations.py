"""Activation functions and two formulas for each, with the digits that they get right.

Formulas in ``x``, by the names of the workshop's examples (:mod:`course.demos.workshop`).
"""

from __future__ import annotations

from typing import Any

from . import rounding
from .expression import (
    UNDEFINED,
    Expression,
    entry,
    exp,
    function,
    largest,
    pick,
    sign,
    sqrt,
    variable,
    where,
)

x = variable("x")

_SIZES = (
    *(0.01, 0.1, 0.5, 1, 2, 3, 4, 5, 6, 8, *range(10, 36, 2), 35, 36, 37, 38, 40, 45, 50, 70),
    *(100, 150, 200, 300, 400, 500, 600, 650, 680, 700, 705, 709, 710, 711, *range(715, 750, 5)),
    *(746, 750, 800),
)
#: Where errors are measured, and where the slider stops.
PLACES: tuple[float, ...] = (*(-size for size in reversed(_SIZES)), 0, *_SIZES)

#: σ without a large exponential: none of its intermediate results overflows.
_STABLE = where(x >= 0, 1, exp(-abs(x))) / (1 + exp(-abs(x)))
FUNCTIONS: dict[str, tuple[str, Expression]] = {
    "sigma": ("x", _STABLE),
    "plain": ("x", 1 / (1 + exp(-x))),
}
_sigma, _plain = function("sigma"), function("plain")

#: By example: what is computed as in the book, and rearranged, and the exact function. ReLU′ by the rules
#: comes from ReLU(x) = (x + √(x²))/2; it has no rounding errors.
FORMULAS: dict[str, tuple[Expression, Expression, Any]] = {
    "slope": (_plain(x) - _plain(x) ** 2, _sigma(x) * _sigma(-x), rounding.sigmoid_slope),
    "value": (_plain(x), _sigma(x), rounding.sigmoid),
    "tanh": ((exp(x) - exp(-x)) / (exp(x) + exp(-x)), 2 * _sigma(2 * x) - 1, rounding.tanh),
    "relu": ((1 + x / sqrt(x**2)) / 2, where(x > 0, 1, 0), None),
}
_small = exp(-2 * abs(x))
VALUES = {
    "slope": _sigma(x),
    "value": _sigma(x),
    "tanh": sign(x) * (1 - _small) / (1 + _small),
    "relu": largest(0, x),
}
_sigma_slope = exp(-abs(x)) / (1 + exp(-abs(x))) ** 2
SLOPES = {
    "slope": _sigma_slope,
    "value": _sigma_slope,
    "tanh": 4 * _small / (1 + _small) ** 2,
    "relu": where(x < 0, 0, where(x > 0, 1, UNDEFINED)),
}


def sampled_digits(which: int) -> Expression:
    """Return the right digits of one of the two formulas at the index ``i`` among the places."""
    cases: dict[str, Any] = {
        "relu": where(abs(function("place_at")("i")) <= 0, UNDEFINED, rounding.ALL)
    }
    for name, (*trees, exact) in FORMULAS.items():
        if exact is not None:
            digits = rounding.right_digits(trees[which], exact, PLACES, FUNCTIONS)
            cases[name] = entry(digits, "i")
    return pick("task", cases)
