"""The elementary functions, each with its derivative.

Every class says three things: the value, the derivative's value (``prime``), and the derivative as
a function. ``x, sin, cos, tan, exp, log, sqrt, cbrt, sigmoid, tanh, relu`` are ready to combine:

>>> f = x**2 * exp(sin)
>>> f
x^2*exp(sin(x))
>>> f.derivative()
2*x*exp(sin(x)) + x^2*(exp(sin(x))*cos(x))
"""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

import numpy as np

from course.algebraic import Cbrt, Constant, Identity, Linear, Polynomial, Power, Sqrt
from course.base import Function
from course.derived import Derivative, Restriction
from course.domain import POSITIVE, Domain
from course.piecewise import Abs, ReLU, Step

__all__ = [
    "Abs", "Cbrt", "Constant", "Cos", "Derivative", "Exp", "Function", "Identity", "Linear", "Log",
    "Polynomial", "Power", "ReLU", "Restriction", "Sigmoid", "Sin", "Sqrt", "Step", "Tan", "Tanh",
    "cbrt", "cos", "exp", "log", "relu", "sigmoid", "sin", "sqrt", "tan", "tanh", "x",
]  # fmt: skip


class Sin(Function):
    """The sine."""

    def __call__(self, x):
        return np.sin(x)

    def prime(self, x):
        """sin′ = cos."""
        return np.cos(x)

    def derivative(self):
        """sin′ = cos."""
        return Cos()


class Cos(Function):
    """The cosine."""

    def __call__(self, x):
        return np.cos(x)

    def prime(self, x):
        """cos′ = −sin."""
        return -np.sin(x)

    def derivative(self):
        """cos′ = −sin."""
        return -Sin()


class Tan(Function):
    """The tangent sin/cos, undefined where cos is 0 (which no float64 hits exactly)."""

    domain = Domain.where("!=", "cos({u})", np.cos)

    def __call__(self, x):
        return np.tan(x)

    def prime(self, x):
        """tan′ = 1 + tan²."""
        return 1 + np.tan(x) ** 2

    def derivative(self):
        """tan′ = 1 + tan²."""
        return 1 + self**2


class Exp(Function):
    """The exponential function eˣ."""

    def __call__(self, x):
        return np.exp(x)

    def prime(self, x):
        """exp′ = exp."""
        return np.exp(x)

    def derivative(self):
        """exp′ = exp."""
        return self


class Log(Function):
    """The natural logarithm, for x > 0."""

    domain = POSITIVE

    def __call__(self, x):
        return np.log(x)

    def prime(self, x):
        """log′(x) = 1/x, for x > 0 only."""
        return 1 / x

    def derivative(self):
        """log′(x) = 1/x, for x > 0 only."""
        return (1 / x).restricted_to(POSITIVE)


class Sigmoid(Function):
    """σ(x) = 1/(1 + e⁻ˣ), without the overflow: for x < 0 it is e^x/(1 + e^x)."""

    def __call__(self, x):
        small = np.exp(-np.abs(x))
        return np.where(x >= 0, 1, small) / (1 + small)

    def prime(self, x):
        """σ′(x) = σ(x)(1 − σ(x)) = σ(x) σ(−x), which loses no digits."""
        return self(x) * self(-x)

    def second_derivative(self):
        """σ″(x) = −σ′(x) tanh(x/2)."""
        return -(self.derivative() * tanh(x / 2))


class Tanh(Function):
    """The hyperbolic tangent (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)."""

    def __call__(self, x):
        return np.tanh(x)

    def prime(self, x):
        """tanh′ = 1 − tanh² = 4 σ′(2x), which loses no digits."""
        return 4 * sigmoid.prime(2 * x)

    def second_derivative(self):
        """tanh″ = −2 tanh tanh′."""
        return -2 * (self * self.derivative())


x = Identity()
sin, cos, tan = Sin(), Cos(), Tan()
exp, log, sqrt, cbrt = Exp(), Log(), Sqrt(), Cbrt()
sigmoid, tanh, relu = Sigmoid(), Tanh(), ReLU()
