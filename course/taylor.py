"""Taylor's theorem as code: coefficients, polynomials, remainder."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from course.algebraic import Linear, Polynomial, as_function
from course.base import Function, exact_number
from course.series import Number, series


def taylor_coefficients(f: Function, n: int, at: Any = 0) -> tuple[Number, ...]:
    """Return f⁽ᵏ⁾(a)/k! for k = 0, …, n.

    No derivative is taken: the coefficients come from arithmetic with truncated power series.

    Parameters
    ----------
    f : Function
        Built from the course's functions and rules, or with a ``derivative()`` that reaches far enough.
    n : int
        The last order, at least 0.
    at : int, Fraction or float
        The centre a. A float that is a whole number counts as exact.

    Returns
    -------
    tuple of Fraction or float
        The coefficients, n + 1 of them; exact (`Fraction`) wherever the arithmetic allows it.

    Raises
    ------
    ValueError
        If f, or a part of it, has no value or no derivative where it is needed; if n is negative; or if
        a coefficient is beyond the range of float64.
    NotImplementedError
        If f does not say what its higher derivatives are.

    Examples
    --------
    >>> from course.functions import exp, log, sin, x
    >>> print(*taylor_coefficients(sin, 5))
    0 1 0 -1/6 0 1/120
    >>> print(*taylor_coefficients(log(1 + x), 4))
    0 1 -1/2 1/3 -1/4
    >>> print(*taylor_coefficients(exp(-(x**2)), 4))
    1 0 -1 0 1/2
    """
    if not isinstance(n, int) or n < 0:
        raise ValueError(f"the order must be 0, 1, 2, …, not {n!r}")
    try:
        coefficients = tuple(series(as_function(f), _centre(at), n))
        finite = all(map(math.isfinite, coefficients))
    except OverflowError:
        finite = False
    if not finite:
        raise ValueError(f"a Taylor coefficient of {f} at x = {at} is beyond the range of float64")
    return coefficients


def taylor_polynomial(f: Function, n: int, at: Any = 0) -> Function:
    """Return Tₙ(x) = Σ f⁽ᵏ⁾(a)/k! (x − a)ᵏ; see `taylor_coefficients` for arguments and errors.

    Examples
    --------
    >>> from course.functions import log, sin
    >>> taylor_polynomial(sin, 5)
    x - (1/6)*x^3 + (1/120)*x^5
    >>> taylor_polynomial(log, 2, at=1)
    (x - 1) - (1/2)*(x - 1)^2
    """
    polynomial = Polynomial(taylor_coefficients(f, n, at))
    return polynomial if at == 0 else polynomial @ Linear(1, -exact_number(at))


def remainder(f: Function, n: int, at: Any = 0) -> Function:
    """Return f − Tₙ, which is o(|x − a|ⁿ) as x → a."""
    return f - taylor_polynomial(f, n, at)


def lagrange_bound(bound: float, n: int, x: float, at: float = 0) -> float:
    """Return M |x − a|ⁿ⁺¹/(n + 1)!, which |f(x) − Tₙ(x)| does not exceed.

    ``bound`` is M with |f⁽ⁿ⁺¹⁾| ≤ M between a and x.

    Examples
    --------
    >>> lagrange_bound(3, 9, 1) < 1e-6  # e from ten terms: |exp| ≤ 3 on [0, 1]
    True
    """
    return bound * abs(x - at) ** (n + 1) / math.factorial(n + 1)


def _centre(at: Any) -> Number:
    """Return the centre, as a Fraction where it is exact."""
    a = exact_number(at)
    return a if isinstance(a, float) and a != int(a) else Fraction(a)
