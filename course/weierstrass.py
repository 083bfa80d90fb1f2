"""Partial sums of Weierstrass's function, which is continuous everywhere, differentiable nowhere."""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from course.base import Array, Function

#: More terms are refused: with a = 1/2 the 60th changes no bit of the sum.
MAX_TERMS = 60

_ratio = np.frompyfunc(lambda t: t.as_integer_ratio() if np.isfinite(t) else (0, 1), 1, 2)


class Weierstrass(Function):
    """The first terms of Σ aⁿ cos(bⁿπx), n = 0, 1, …; like every partial sum, infinitely smooth.

    The limit has no derivative anywhere if ab > 1 + 3π/2 (Weierstrass 1872) or just ab ≥ 1 (Hardy 1916).

    Parameters
    ----------
    a : float or Fraction
        Between 0 and 1.
    b : int
        Odd and at least 3, with ab ≥ 1.
    terms : int
        How many terms, from 1 to 60.

    Notes
    -----
    The phase bⁿx is reduced modulo 2 in exact integer arithmetic: in floating point cos(13ⁿπx) is wrong
    by over 0.01 from n = 14 on. ``prime`` grows like (ab)ⁿ. The values at ±inf are NaN.

    Examples
    --------
    >>> Weierstrass(1 / 2, 13, 2)(1)  # −1 − 1/2: both cosines are at an odd multiple of π
    -1.5
    """

    def __init__(self, a: Any, b: int, terms: int):
        self.a, self.b, self.terms = float(a), int(b), int(terms)
        if not 1 <= self.terms <= MAX_TERMS or self.terms != terms:
            raise ValueError(f"the number of terms must be a whole number from 1 to {MAX_TERMS}")
        if not 0 < self.a < 1:
            raise ValueError("a must lie between 0 and 1, or the sum does not converge")
        if self.b != b or self.b < 3 or self.b % 2 == 0 or self.a * self.b < 1:
            raise ValueError("b must be an odd whole number, at least 3, with a*b >= 1")

    def _phases(self, x: Array) -> Iterator[Array]:
        """Yield the angle bⁿπx for n = 0, 1, …, reduced to [−π, π]."""
        numerator, denominator = _ratio(x)
        for _ in range(self.terms):
            numerator = (numerator + denominator) % (2 * denominator) - denominator
            phase = np.asarray(numerator / denominator, dtype=float)
            yield np.pi * np.where(np.isfinite(x), phase, np.nan)
            numerator = numerator * self.b

    def __call__(self, x):
        return sum(self.a**n * np.cos(phase) for n, phase in enumerate(self._phases(x)))

    def prime(self, x):
        """Return −π Σ (ab)ⁿ sin(bⁿπx)."""
        sines = (np.sin(phase) for phase in self._phases(x))
        return -np.pi * sum((self.a * self.b) ** n * sine for n, sine in enumerate(sines))
