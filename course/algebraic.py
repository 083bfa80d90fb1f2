"""Constants, powers, polynomials and roots."""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from course.base import Function, bracket, exact_number
from course.domain import NONNEGATIVE, NONZERO, POSITIVE, REALS, Domain


class Constant(Function):
    """c, the same at every x."""

    def __init__(self, c: Any):
        self.c = exact_number(c)

    def __call__(self, x):
        return float(self.c)

    def prime(self, x):
        """c′ = 0."""
        return 0

    def derivative(self):
        """c′ = 0."""
        return Constant(0)

    def text(self, u="x"):
        """Write the number."""
        return str(self.c)


class Identity(Function):
    """x."""

    def __call__(self, x):
        return x

    def prime(self, x):
        """x′ = 1."""
        return 1

    def derivative(self):
        """x′ = 1."""
        return Constant(1)

    def text(self, u="x"):
        """Write u alone."""
        return u


class Power(Function):
    """xⁿ. For n = 0 it is 1 everywhere; for n < 0 it is undefined at 0.

    A power n that is no integer is e^(n log x): defined for x ≥ 0 if n > 0 and for x > 0 if n < 0,
    and differentiable for x > 0 (at the end of its domain there is no two-sided limit).
    """

    def __init__(self, n: Any):
        p = exact_number(n)
        self.n: int | Fraction | float = int(p) if p == int(p) else p
        if isinstance(self.n, int):
            self.domain = REALS if p >= 0 else NONZERO
        else:
            self.domain = NONNEGATIVE if p > 0 else POSITIVE

    def __call__(self, x):
        return np.power(x, float(self.n))

    def prime(self, x):
        """(xⁿ)′ = n xⁿ⁻¹, and (x⁰)′ = 0."""
        return float(self.n) * np.power(x, float(self.n - 1)) if self.n else 0

    def derivative(self):
        """(xⁿ)′ = n xⁿ⁻¹, and (x⁰)′ = 0."""
        slope = self.n * Identity() ** (self.n - 1) if self.n else Constant(0)
        return slope if isinstance(self.n, int) else slope.restricted_to(POSITIVE)

    @property
    def derivative_domain(self) -> Domain:
        """The whole domain for an integer n, else x > 0."""
        return self.domain if isinstance(self.n, int) else POSITIVE

    def text(self, u="x"):
        """Write u^n."""
        return f"{bracket(u, '+-*/^')}^{bracket(str(self.n), '+-/')}"


class Polynomial(Function):
    """p₀ + p₁x + … + pₙxⁿ, from the list [p₀, p₁, …, pₙ], by Horner's scheme."""

    def __init__(self, coefficients: Any):
        self.coefficients = tuple(exact_number(p) for p in coefficients)
        if not self.coefficients:
            raise ValueError(
                "a polynomial needs at least one coefficient; [0] is the zero polynomial"
            )

    def __call__(self, x):
        value = 0.0
        for p in reversed(self.coefficients):
            value = value * x + float(p)
        return value

    def prime(self, x):
        """p′(x) = Σ k pₖ xᵏ⁻¹."""
        return self.derivative()(x)

    def derivative(self):
        """p′(x) = Σ k pₖ xᵏ⁻¹."""
        return Polynomial([k * p for k, p in enumerate(self.coefficients)][1:] or [0])

    def text(self, u="x"):
        """Write the sum of the terms whose coefficient is not 0."""
        terms = [_term(p, k, u) for k, p in enumerate(self.coefficients) if p]
        return " + ".join(terms).replace("+ -", "- ") or "0"


class Linear(Function):
    """a x + b: a linear map if b = 0, in general an affine one."""

    def __init__(self, a: Any, b: Any = 0):
        self.a, self.b = exact_number(a), exact_number(b)

    def __call__(self, x):
        return float(self.a) * x + float(self.b)

    def prime(self, x):
        """(ax + b)′ = a."""
        return float(self.a)

    def derivative(self):
        """(ax + b)′ = a."""
        return Constant(self.a)

    def text(self, u="x"):
        """Write a*u + b."""
        terms = [_term(p, k, u) for p, k in ((self.a, 1), (self.b, 0)) if p]
        return " + ".join(terms).replace("+ -", "- ") or "0"


class Sqrt(Function):
    """The square root, for x ≥ 0; differentiable for x > 0."""

    domain = NONNEGATIVE
    derivative_domain = POSITIVE

    def __call__(self, x):
        return np.sqrt(x)

    def prime(self, x):
        """√x′ = 1/(2√x)."""
        return 1 / (2 * np.sqrt(x))

    def derivative(self):
        """√x′ = 1/(2√x)."""
        return Fraction(1, 2) * Power(Fraction(-1, 2))


class Cbrt(Function):
    """The cube root, for every x; at 0 its graph is vertical and there is no derivative."""

    derivative_domain = NONZERO

    def __call__(self, x):
        return np.cbrt(x)

    def prime(self, x):
        """∛x′ = 1/(3 ∛x²)."""
        return 1 / (3 * np.cbrt(x) ** 2)

    def derivative(self):
        """∛x′ = 1/(3 ∛x²)."""
        return 1 / (3 * self**2)


def as_function(value: Any) -> Function:
    """Return a function as it is, and a number as the constant function."""
    return value if isinstance(value, Function) else Constant(value)


def _term(p: Any, k: int, u: str) -> str:
    """Return the text of p·uᵏ."""
    power = ["", bracket(u, "+-")][k] if k < 2 else Power(k).text(u)
    sign, size = ("-", -p) if p < 0 else ("", p)
    factor = "" if size == 1 and k else bracket(str(size), "/") + "*" * (k > 0)
    return sign + factor + power
