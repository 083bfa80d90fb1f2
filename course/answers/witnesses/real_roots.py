"""Positive real algebraic numbers: isolated, ordered, refined, all exactly.

The roots come from python-flint, whose isolation is certified; every interval is checked once more
by a change of sign before it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

Polynomial = Any  # flint.fmpz_poly


def evaluate(polynomial: Polynomial, x: Fraction) -> Fraction:
    """The exact value of a polynomial with integer coefficients at a rational number."""
    value = Fraction(0)
    for coefficient in reversed(polynomial.coeffs()):
        value = value * x + int(coefficient)
    return value


@dataclass(frozen=True)
class Root:
    """A positive real algebraic number.

    Parameters
    ----------
    minimal
        Its irreducible polynomial over the integers.
    index
        Which of the positive roots of ``minimal`` it is, from the left.
    """

    minimal: Polynomial
    index: int
    interval: list[Fraction] = field(compare=False, repr=False)

    @property
    def rational(self) -> Fraction | None:
        """The number itself if it is rational, else None."""
        return self.interval[0] if self.interval[0] == self.interval[1] else None

    def refine(self, width: Fraction) -> tuple[Fraction, Fraction]:
        """Bisect until the isolating interval is at most ``width`` wide; return it."""
        low, high = self.interval
        if low != high:
            rising = evaluate(self.minimal, low) < 0
            while high - low > width:
                middle = (low + high) / 2
                if (evaluate(self.minimal, middle) < 0) == rising:
                    low = middle
                else:
                    high = middle
            self.interval[:] = [low, high]
        return low, high

    def is_root_of(self, polynomial: Polynomial) -> bool:
        """Whether a polynomial with integer coefficients vanishes here."""
        from flint import fmpq_poly

        return (fmpq_poly(polynomial) % fmpq_poly(self.minimal)) == 0


def separate(left: Root, right: Root) -> tuple[Fraction, Fraction]:
    """Refine two different roots until their intervals are disjoint.

    Returns
    -------
    tuple
        The upper end of the smaller root's interval and the lower end of the larger one's.
    """
    while True:
        (a, b), (c, d) = left.interval, right.interval
        if b < c:
            return b, c
        if d < a:
            return d, a
        width = max(b - a, d - c)
        left.refine(width / 4)
        right.refine(width / 4)


def less(left: Root, right: Root) -> bool:
    """Whether the first of two different roots is the smaller one."""
    separate(left, right)
    return left.interval[1] < right.interval[0]


def _exact(dyadic: Any) -> Fraction:
    mantissa, exponent = dyadic.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


@lru_cache(maxsize=256)
def _positive_roots(coefficients: tuple[int, ...]) -> tuple[tuple[Fraction, Fraction], ...]:
    """Isolating intervals of the positive roots of an irreducible polynomial, in order."""
    from flint import ctx, fmpz_poly

    polynomial = fmpz_poly(list(coefficients))
    if polynomial.degree() == 1:
        root = Fraction(-coefficients[0], coefficients[1])
        return ((root, root),) if root > 0 else ()
    found = []
    with ctx.workprec(64):
        roots: Any = polynomial.complex_roots()
        for root, _ in roots:
            if root.imag != 0:
                continue
            middle, radius = _exact(root.real.mid()), _exact(root.real.rad())
            low, high = middle - radius, middle + radius
            if high <= 0:
                continue
            low = max(low, Fraction(0))
            if evaluate(polynomial, low) * evaluate(polynomial, high) >= 0:
                raise ArithmeticError(
                    "a root was not isolated"
                )  # cannot happen; never trust it blindly
            found.append((low, high))
    return tuple(sorted(found))


def positive_roots(polynomial: Polynomial) -> list[Root]:
    """All positive real roots of a nonzero polynomial with integer coefficients, each once.

    Parameters
    ----------
    polynomial
        A ``flint.fmpz_poly``, not zero.

    Returns
    -------
    list of Root
        In no particular order (see :func:`less`).
    """
    _, factors = polynomial.factor()
    return [
        Root(factor, index, list(interval))
        for factor, _ in factors
        for index, interval in enumerate(_positive_roots(tuple(int(c) for c in factor.coeffs())))
    ]


def simplest_between(low: Fraction, high: Fraction | None) -> Fraction:
    """The rational number of smallest denominator strictly between two others (0 <= low < high).

    ``high`` None means infinity. Among equal denominators the smallest number is taken.
    """
    whole = low.numerator // low.denominator
    if high is None or whole + 1 < high:
        return Fraction(whole + 1)
    # Now whole <= low < high <= whole + 1: look at the reciprocals of the fractional parts.
    rest_low, rest_high = low - whole, high - whole
    inverse = simplest_between(1 / rest_high, None if rest_low == 0 else 1 / rest_low)
    return whole + 1 / inverse


def rational_root(x: Fraction) -> Root:
    """A positive rational number as a :class:`Root`."""
    from flint import fmpz_poly

    return Root(fmpz_poly([-x.numerator, x.denominator]), 0, [x, x])


def ball(at: Root, bits: int) -> Any:
    """An ``arb`` that contains the number, of relative width about 2^−bits."""
    from flint import arb, fmpq

    low, high = at.interval
    if low != high:
        while low == 0:
            low, high = at.refine(high / 4)
        low, high = at.refine(low / 2**bits)
    ends = [arb(fmpq(x.numerator, x.denominator)) for x in (low, high)]
    return ends[0].union(ends[1])


def horner(polynomial: Polynomial, t: Any) -> Any:
    """The value of a polynomial with integer coefficients in balls."""
    value = t * 0
    for coefficient in reversed(polynomial.coeffs()):
        value = value * t + int(coefficient)
    return value
