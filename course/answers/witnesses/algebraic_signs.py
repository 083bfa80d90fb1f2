"""Exact signs of polynomials in t and in radicals of t, on points and cells of (0, ∞).

N is a polynomial in t and in radicals s₁, s₂, … with sᵢ^q = Mᵢ(t, s₁, …, sᵢ₋₁). The resultant χ of
y − N with these equations is monic in y and has N among its roots. If χ = yᵐ(c_m(t) + …) then N can
change between "zero" and "not zero" only where c_m vanishes: a nonzero root of χ stays nonzero
elsewhere, and N is continuous. So the roots of c_m cut (0, ∞) into points and open cells on which
the sign of N is constant, and one exact evaluation decides each. At an algebraic number N is 0 as
soon as it is smaller than Cauchy's bound for the nonzero roots of χ.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from course.answers.witnesses.real_roots import (
    Root,
    ball,
    horner,
    less,
    positive_roots,
    rational_root,
    simplest_between,
)

#: At most this many radicals, and this product of their degrees.
RADICALS, RADICAL_DEGREE = 4, 16
#: Bounds on the polynomials that appear: total degree without and with radicals, terms, bits.
DEGREE, MIXED_DEGREE, TERMS, BITS = 120, 24, 400, 4000

Polynomial = Any  # flint.fmpz_mpoly


class UndecidedError(Exception):
    """The formula is outside what is decided here, or too large, or time is up."""


class UndefinedError(Exception):
    """The formula has no real value on this place."""


class SplitError(Exception):
    """A sign may change inside a cell: at these roots."""

    def __init__(self, roots: list[Root]) -> None:
        super().__init__()
        self.roots = roots


@dataclass(frozen=True)
class Place:
    """A point of (0, ∞), or an open cell between two points (None: 0 or ∞)."""

    point: Root | None = None
    left: Root | None = None
    right: Root | None = None

    def sample(self) -> Root:
        """The point itself, or the simplest rational number of the cell."""
        if self.point is not None:
            return self.point
        if self.left is not None and self.right is not None:
            less(self.left, self.right)
        elif self.right is not None:
            while self.right.interval[0] == 0:
                self.right.refine(self.right.interval[1] / 4)
        low = self.left.interval[1] if self.left else Fraction(0)
        high = self.right.interval[0] if self.right else None
        return rational_root(simplest_between(low, high))

    def inside(self, root: Root) -> bool:
        """Whether a root lies strictly inside this cell."""
        after = self.left is None or (root != self.left and less(self.left, root))
        return after and (self.right is None or (root != self.right and less(root, self.right)))


@dataclass
class Signs:
    """The ring of polynomials in t and radicals, with exact signs.

    Parameters
    ----------
    seconds
        Time allowed; afterwards :class:`UndecidedError` is raised.
    """

    seconds: float = 1.5
    _radicals: list[tuple[int, Polynomial]] = field(default_factory=list)
    _chi: dict[Any, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from flint import Ordering, fmpz_mpoly_ctx

        names = ("y", *(f"s{i}" for i in range(RADICALS, 0, -1)), "t")
        self._ring = fmpz_mpoly_ctx.get(names, Ordering.lex)
        self._y, *radicals, self.t = self._ring.gens()
        self._s = radicals[::-1]
        self._end = time.monotonic() + self.seconds

    def constant(self, value: int) -> Polynomial:
        """An integer as an element of the ring."""
        return self._ring.constant(value)

    def tick(self) -> None:
        """Raise when time is up."""
        if time.monotonic() > self._end:
            raise UndecidedError("time")

    def quotient(self, n: Polynomial, d: Polynomial) -> tuple[Polynomial, Polynomial]:
        """The quotient n/d reduced by the equations of the radicals, its size checked."""
        self.tick()
        for _ in range(2):
            for index in range(len(self._radicals) - 1, -1, -1):
                q, m = self._radicals[index]
                equation = self._s[index] ** q - m
                n, d = divmod(n, equation)[1], divmod(d, equation)[1]
        common = n.gcd(d)
        if common != 0 and (common.is_constant() or not self._radicals):
            n, d = n / common, d / common
        limit = MIXED_DEGREE if self._radicals else DEGREE
        for p in (n, d):
            if p.total_degree() > limit or len(p) > TERMS:
                raise UndecidedError("size")
            if any(int(c).bit_length() > BITS for c in p.coeffs()):
                raise UndecidedError("size")
        return n, d

    def root(self, n: Polynomial, d: Polynomial, q: int, place: Place) -> tuple[Any, Any]:
        """The real q-th root of n/d on a place, as s/d with s^q = n d^(q−1)."""
        from flint.utils.flint_exceptions import DomainError

        sign, below = self.sign(n, place), self.sign(d, place)
        if sign == 0:
            return n, d
        if q % 2 == 0 and sign * below < 0:
            raise UndefinedError
        inner = n
        for _ in range(q - 1):
            inner, _one = self.quotient(inner * d, self.constant(1))
        denominator = d if q % 2 else below * d
        if q == 2:
            try:
                exact = inner.sqrt()
                return self.sign(exact, place) * exact, denominator
            except DomainError:  # not the square of a polynomial
                pass
        if (q, inner) not in self._radicals:
            degree = q
            for other, _ in self._radicals:
                degree *= other
            if len(self._radicals) == RADICALS or degree > RADICAL_DEGREE:
                raise UndecidedError("size")
            if inner.total_degree() > MIXED_DEGREE:
                raise UndecidedError("size")
            self._radicals.append((q, inner))
        return self._s[self._radicals.index((q, inner))], denominator

    def sign(self, n: Polynomial, place: Place) -> int:
        """The constant sign on a place: −1, 0 or 1. Raises :class:`SplitError` if it may change."""
        if n.is_constant():
            value = int(n.leading_coefficient()) if n != 0 else 0
            return (value > 0) - (value < 0)
        if place.point is None:
            lowest = next(c for c in self._characteristic(n) if c != 0)
            if lowest.degree() > 0:
                roots = [root for root in positive_roots(lowest) if place.inside(root)]
                if roots:
                    raise SplitError(roots)
        return self._sign_at(n, place.sample())

    def _characteristic(self, n: Polynomial) -> list[Any]:
        """The coefficients in y, from the lowest, of the monic χ(y) that has N as a root."""
        from flint import fmpz_poly

        key = frozenset(n.to_dict().items())
        if key in self._chi:
            return self._chi[key]
        chi = self._y - n
        for index in range(len(self._radicals) - 1, -1, -1):
            self.tick()
            if chi.degrees()[RADICALS - index] > 0:
                q, m = self._radicals[index]
                chi = chi.resultant(self._s[index] ** q - m, f"s{index + 1}")
                if len(chi) > 20 * TERMS or chi.total_degree() > 4 * DEGREE:
                    raise UndecidedError("size")
        table: list[dict[int, int]] = [{} for _ in range(chi.degrees()[0] + 1)]
        for exponents, coefficient in chi.terms():
            table[exponents[0]][exponents[-1]] = int(coefficient)
        self._chi[key] = [
            fmpz_poly([row.get(i, 0) for i in range(max(row, default=0) + 1)]) for row in table
        ]
        return self._chi[key]

    def _sign_at(self, n: Polynomial, at: Root) -> int:
        """The exact sign of N at an algebraic number."""
        from flint import ctx

        if n == 0:
            return 0
        coefficients: list[Any] | None = None
        lowest = 0
        for bits in (64, 256, 1024, 4096):
            self.tick()
            with ctx.workprec(bits):
                t = ball(at, bits)
                value = self._value(n, t, self._radical_values(n, t, at))
                if not value.contains(0):
                    return 1 if value > 0 else -1
                if coefficients is None:
                    coefficients = self._characteristic(n)
                    while at.is_root_of(coefficients[lowest]):
                        lowest += 1
                if lowest > 0:
                    sizes = [abs(horner(c, t)) for c in coefficients[lowest:]]
                    if abs(value) < sizes[0] / sum(sizes, start=sizes[0] * 0):
                        return 0
        raise UndecidedError("precision")

    def _radical_values(self, n: Polynomial, t: Any, at: Root) -> list[Any]:
        """Balls of the radicals that N needs, and of the radicals inside those."""
        needed = _radicals_of(n)
        for index in range(len(self._radicals) - 1, -1, -1):
            if index in needed:
                needed |= _radicals_of(self._radicals[index][1])
        values: list[Any] = []
        for index, (q, m) in enumerate(self._radicals):
            if index not in needed:
                values.append(None)
                continue
            sign = self._sign_at(m, at)
            inner = self._value(m, t, values)
            values.append(sign * (sign * inner).root(q) if sign else t * 0)
        return values

    def _value(self, n: Polynomial, t: Any, radicals: list[Any]) -> Any:
        total = t * 0
        for exponents, coefficient in n.terms():
            term = t ** int(exponents[-1]) * int(coefficient)
            for index, radical in enumerate(radicals):
                power = int(exponents[RADICALS - index])
                if power:
                    term = term * radical**power
            total = total + term
        return total


def _radicals_of(n: Polynomial) -> set[int]:
    degrees = n.degrees()
    return {index for index in range(RADICALS) if degrees[RADICALS - index] > 0}
