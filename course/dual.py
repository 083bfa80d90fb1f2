"""Dual numbers: a value and a slope that travel together through a calculation.

A dual number is a + bε with ε² = 0. Calculating with x + 1ε instead of x gives f(x) + f′(x)ε: the
derivative, exact up to rounding, without a formula for f′ and without a step. This is forward-mode
automatic differentiation (Griewank and Walther, *Evaluating Derivatives*, 2008, chapter 3).
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Dual:
    """The dual number ``value + slope·ε``.

    Parameters
    ----------
    value : float
        What an ordinary calculation would give.
    slope : float
        The derivative that comes along: 1 for the variable itself, 0 for a constant.

    Examples
    --------
    >>> x = Dual(3.0, 1.0)
    >>> x * x + 1
    Dual(value=10.0, slope=6.0)
    """

    value: float
    slope: float = 0.0

    def __add__(self, other: Dual | float) -> Dual:
        v = dual(other)
        return Dual(self.value + v.value, self.slope + v.slope)

    def __mul__(self, other: Dual | float) -> Dual:
        v = dual(other)
        return Dual(self.value * v.value, self.slope * v.value + self.value * v.slope)

    def __truediv__(self, other: Dual | float) -> Dual:
        v = dual(other)
        ratio = self.value / v.value
        return Dual(ratio, (self.slope - ratio * v.slope) / v.value)

    def __pow__(self, n: float) -> Dual:
        """Raise to a constant power; x⁰ is the constant 1."""
        inner = n * self.value ** (n - 1) if n else 0.0
        return Dual(self.value**n, inner * self.slope)

    def __neg__(self) -> Dual:
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Dual | float) -> Dual:
        return self + -dual(other)

    def __rsub__(self, other: float) -> Dual:
        return dual(other) - self

    def __rtruediv__(self, other: float) -> Dual:
        return dual(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def sin(self) -> Dual:
        """Return the sine, by the chain rule: (sin u)′ = cos u · u′."""
        return Dual(math.sin(self.value), math.cos(self.value) * self.slope)

    def cos(self) -> Dual:
        """Return the cosine: (cos u)′ = −sin u · u′."""
        return Dual(math.cos(self.value), -math.sin(self.value) * self.slope)

    def exp(self) -> Dual:
        """Return the exponential: (eᵘ)′ = eᵘ · u′."""
        return Dual(math.exp(self.value), math.exp(self.value) * self.slope)

    def log(self) -> Dual:
        """Return the natural logarithm, for a value greater than 0: (log u)′ = u′/u."""
        return Dual(math.log(self.value), self.slope / self.value)


def dual(number: Dual | float) -> Dual:
    """Return a number as a dual number; an ordinary one is a constant, with slope 0."""
    return number if isinstance(number, Dual) else Dual(number)
