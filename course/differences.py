"""Difference quotients: the derivative before the limit.

All of them work elementwise, with x and h broadcast against each other, for any callable f that
takes what x is: a `Function` or a NumPy function takes arrays, a function of :mod:`math` takes numbers.
A quotient that meets a point where f is NaN is NaN.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

RealFunction = Callable[[Any], Any]


def difference_quotient(f: RealFunction, x0: ArrayLike, x: ArrayLike) -> Any:
    """Return (f(x) − f(x₀))/(x − x₀), the slope of the chord; NaN for x = x₀.

    Examples
    --------
    >>> difference_quotient(lambda x: x**2, 1, 3)
    4.0
    """
    a, b = _real(x0), _real(x)
    return _divide(lambda: _value(f, b) - _value(f, a), b - a)


def forward_difference(f: RealFunction, x: ArrayLike, h: ArrayLike) -> Any:
    """Return Δₕf(x) = (f(x + h) − f(x))/h for h > 0; its error is O(h) where f″ exists.

    Parameters
    ----------
    f : callable
        A function of one real variable.
    x, h : array_like
        Points, and steps greater than 0; broadcast against each other.

    Returns
    -------
    float or ndarray
        A float if both x and h are numbers.

    Raises
    ------
    ValueError
        If a step is not a finite number greater than 0.

    Examples
    --------
    >>> forward_difference(lambda x: x**2, 1, 0.5)
    2.5
    """
    at, step = _real(x), _step(h)
    return _divide(lambda: _value(f, at + step) - _value(f, at), step)


def backward_difference(f: RealFunction, x: ArrayLike, h: ArrayLike) -> Any:
    """Return ∇ₕf(x) = (f(x) − f(x − h))/h for h > 0; see `forward_difference`.

    Examples
    --------
    >>> backward_difference(lambda x: x**2, 1, 0.5)
    1.5
    """
    at, step = _real(x), _step(h)
    return _divide(lambda: _value(f, at) - _value(f, at - step), step)


def symmetric_difference(f: RealFunction, x: ArrayLike, h: ArrayLike) -> Any:
    """Return δₕf(x) = (f(x + h) − f(x − h))/(2h) for h > 0, also called central difference.

    Its error is O(h²) where f‴ exists. It may converge where f has no derivative: for |x| at 0 it
    is 0 for every h. See `forward_difference` for the arguments.

    Examples
    --------
    >>> symmetric_difference(lambda x: x**2, 1, 0.5), symmetric_difference(abs, 0, 0.1)
    (2.0, 0.0)
    """
    at, step = _real(x), _step(h)
    return _divide(lambda: (_value(f, at + step) - _value(f, at - step)) / 2, step)


def second_difference(f: RealFunction, x: ArrayLike, h: ArrayLike) -> Any:
    """Return (f(x + h) − 2f(x) + f(x − h))/h² for h > 0, which tends to f″(x).

    Its error is O(h²) where f⁗ exists. See `forward_difference` for the arguments.

    Examples
    --------
    >>> second_difference(lambda x: x**2, 1, 0.5)
    2.0
    """
    at, step = _real(x), _step(h)
    return _divide(
        lambda: _value(f, at + step) - 2 * _value(f, at) + _value(f, at - step), step, step
    )


def _real(x: ArrayLike) -> Any:
    """Return a number as a float and anything else as a float64 array."""
    return float(x) if isinstance(x, int | float) else np.asarray(x, dtype=float)[()]


def _step(h: ArrayLike) -> Any:
    """Return h as real numbers, all of them finite and greater than 0."""
    steps = _real(h)
    if not np.all((steps > 0) & np.isfinite(steps)):
        raise ValueError("the step h must be a finite number greater than 0")
    return steps


def _value(f: RealFunction, x: Any) -> Any:
    """Return f(x) in float64."""
    return np.asarray(f(x), dtype=float)


def _divide(numerator: Callable[[], Any], *denominators: Any) -> Any:
    """Return the quotient without warnings; a float where everything is a number."""
    with np.errstate(all="ignore"):
        quotient = numerator()
        for denominator in denominators:
            quotient = quotient / np.where(denominator == 0, np.nan, denominator)
    return quotient if np.ndim(quotient) else float(quotient)
