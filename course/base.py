"""``Function``, the base class of every function in the course.

A subclass says in ``__call__`` what its value is and in ``prime`` what its derivative is, for an
array x, as a formula. The base class does the rest: numbers, lists and arrays of any shape become
float64 arrays on the way in and come back in the same shape; outside the domain the answer is NaN;
NumPy's warnings are silent; and ``+ - * / ** @`` build sums, products, quotients and compositions.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import wraps
from math import isfinite
from numbers import Integral, Rational, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.domain import REALS, Domain

Array = NDArray[np.float64]


def elementwise(method: Callable[..., Any], domain: str) -> Callable[..., Any]:
    """Wrap a formula for arrays, so that it takes whatever stands for real numbers.

    ``domain`` names the attribute that says where the formula holds.
    """

    @wraps(method)
    def evaluate(self: Function, x: Any) -> Any:
        if isinstance(x, Function):
            return self @ x
        points = real_array(x)
        with np.errstate(all="ignore"):
            values = np.asarray(method(self, points), dtype=float)
            inside = True if self.propagates_nan else getattr(self, domain).contains(points)
            values = np.where(inside, np.broadcast_to(values, points.shape), np.nan)
        return values if isinstance(x, np.ndarray) or values.ndim else float(values)

    return evaluate


class Function:
    """A real function of one real variable.

    A subclass needs ``__call__`` and, if it is to be differentiated, ``prime``; besides them
    ``domain`` (default: all reals), ``derivative_domain`` and ``derivative`` where the defaults
    do not fit.

    Notes
    -----
    Numbers give a ``float``, lists and arrays of any shape a float64 array of that shape (float32 and
    integers are converted first); complex numbers and text raise ``TypeError``. At ±inf the value is
    what the formula gives in floating-point arithmetic, the limit for the elementary functions that
    have one; at NaN it is NaN. Given a `Function`, ``f(g)`` is the composition ``f @ g``.
    ``@`` binds as strongly as ``*``: ``x**2 * exp @ sin`` is ``(x**2 * exp) @ sin``.

    Examples
    --------
    >>> class Cube(Function):
    ...     def __call__(self, x):
    ...         return x**3
    ...
    ...     def prime(self, x):
    ...         return 3 * x**2
    >>> cube = Cube()
    >>> cube(2), cube.prime([1, 2])
    (8.0, array([ 3., 12.]))
    >>> cube.derivative()(2)
    12.0
    """

    domain: Domain = REALS
    #: True where NaN comes out by itself outside the domain, as it does from sums of such functions.
    propagates_nan = False
    #: NumPy hands ``array * f`` to this class instead of multiplying element by element.
    __array_ufunc__ = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name, domain in (("__call__", "domain"), ("prime", "derivative_domain")):
            if name in vars(cls):
                setattr(cls, name, elementwise(vars(cls)[name], domain))

    def __call__(self, x: Any) -> Any:
        """Return f(x)."""
        raise NotImplementedError(f"{type(self).__name__} does not say what its value is: __call__")

    def prime(self, x: ArrayLike) -> Any:
        """Return f′(x), a value; the function f′ is ``derivative()``."""
        raise NotImplementedError(
            f"{type(self).__name__} does not say what its derivative is: prime"
        )

    def derivative(self) -> Function:
        """Return the function f′, by default the one that ``prime`` evaluates."""
        from course.derived import Derivative

        return Derivative(self)

    def second_derivative(self) -> Function:
        """Return f″; needed only if ``derivative`` is left as it is."""
        raise NotImplementedError(
            f"{type(self).__name__} says what its derivative is at a point (prime) but not what the "
            "derivative of that is: define derivative() or second_derivative()"
        )

    @property
    def derivative_domain(self) -> Domain:
        """Where f is differentiable, by default its whole domain."""
        return self.domain

    def parameters(self) -> dict[str, Any]:
        """Return the numbers that f was built with, by name."""
        return {
            name: value
            for name, value in vars(self).items()
            if not (name.startswith("_") or value is None or isinstance(value, Function | Domain))
        }

    def text(self, u: str = "x") -> str:
        """Return the formula of f(u), typed as in an answer."""
        return f"{type(self).__name__.lower()}({u})"

    def __repr__(self) -> str:
        return self.text()

    def restricted_to(self, domain: Domain) -> Function:
        """Return f on a smaller, open domain."""
        from course.derived import Restriction

        return Restriction(self, domain)

    def __add__(self, g: Any) -> Any:
        return _combine("add", self, g)

    def __radd__(self, g: Any) -> Any:
        return _combine("add", g, self)

    def __sub__(self, g: Any) -> Any:
        return _combine("add", self, -g)

    def __rsub__(self, g: Any) -> Any:
        return _combine("add", g, -self)

    def __neg__(self) -> Any:
        return -1 * self

    def __mul__(self, g: Any) -> Any:
        return _combine("multiply", self, g)

    def __rmul__(self, g: Any) -> Any:
        return _combine("multiply", g, self)

    def __truediv__(self, g: Any) -> Any:
        return _combine("divide", self, g)

    def __rtruediv__(self, g: Any) -> Any:
        return _combine("divide", g, self)

    def __matmul__(self, g: Any) -> Any:
        return _combine("compose", self, g)

    def __rmatmul__(self, g: Any) -> Any:
        return _combine("compose", g, self)

    def __pow__(self, n: Any) -> Any:
        from course.algebraic import Power

        if not isinstance(n, Real):
            return NotImplemented
        return self if n == 1 else Power(n) @ self

    def __abs__(self) -> Any:
        from course.piecewise import Abs

        return Abs() @ self


def exact_number(value: Any) -> int | Fraction | float:
    """Return a finite real number, exact if it was; raise ``TypeError`` or ``ValueError`` if not."""
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    if not isinstance(value, Real):
        raise TypeError(f"expected a real number or a Function, not {value!r}")
    if not isfinite(value):
        raise ValueError(f"expected a finite number, not {value!r}")
    return float(value)


def real_array(x: Any) -> Array:
    """Return a float64 copy of what stands for real numbers; raise ``TypeError`` otherwise."""
    array = np.asarray(x)
    if array.dtype.kind == "O":
        return np.vectorize(float, otypes=[float])(array)
    if array.dtype.kind not in "biuf":
        raise TypeError(f"expected real numbers, not {array.dtype}")
    return array.astype(float)


def bracket(text: str, operators: str, first: bool = False) -> str:
    """Put a formula in brackets if one of ``operators`` stands in it outside of all brackets.

    A formula that comes first in a product may start with a minus sign: ``-x/2``.
    """
    depth = 0
    for i, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and sign in operators and not (first and i == 0):
            return f"({text})"
    return text


def _combine(operation: str, f: Any, g: Any) -> Any:
    """Return the operation's result, or NotImplemented where f or g is neither function nor number."""
    from course import operators

    if isinstance(f, Function | Real) and isinstance(g, Function | Real):
        return getattr(operators, operation)(f, g)
    return NotImplemented
