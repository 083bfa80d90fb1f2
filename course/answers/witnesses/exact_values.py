"""Values that depend on a real number a and a natural number n, kept exactly.

A value is a quotient of two polynomials with rational coefficients. A monomial is ``cⁿ`` with a
positive rational c, times powers of *atoms*:

============== ====================================================================
``|a|``        any positive real number
``n``          a natural number, n >= 1; also ``n!``, ``n^n``, ``e^n``
``alt``        (−1)ⁿ
``floor:…``    the integer part of a value (when it matters that it is an integer)
``frac:…``     the part cut off, in [0, 1) (when it matters that it is bounded)
``sqrt:d``     √d with d > 1 square-free
``root:…``     another irrational root of a rational number
``pi``, ``e``  and ``trans:…``: transcendental numbers
============== ====================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt

Powers = tuple[tuple[str, Fraction], ...]
Monomial = tuple[Fraction, Powers]
Polynomial = dict[Monomial, Fraction]

#: Bounds on what is computed.
TERMS, BITS = 120, 3000
UNIT: Monomial = (Fraction(1), ())
#: Atoms that are positive whatever a and n are.
POSITIVE = ("|a|", "n", "n!", "n^n", "e^n", "pi", "e", "sqrt:", "root:")


class UndecidedError(Exception):
    """Outside what this calculus decides."""


class UndefinedError(Exception):
    """A value that does not exist, for instance because a denominator is 0."""


@dataclass(frozen=True)
class Value:
    """A quotient of polynomials in atoms; the denominator is not the zero polynomial."""

    num: Polynomial
    den: Polynomial

    @property
    def rational(self) -> Fraction | None:
        """The number, if it is a rational constant."""
        if not self.num:
            return Fraction(0)
        if set(self.num) == {UNIT} and set(self.den) == {UNIT}:
            return self.num[UNIT] / self.den[UNIT]
        return None

    def atoms(self) -> set[str]:
        """The atoms that occur."""
        return {name for p in (self.num, self.den) for _, powers in p for name, _ in powers}

    def key(self) -> str:
        """A text that is the same for values written alike."""
        return repr((sorted(self.num.items()), sorted(self.den.items())))


def number(x: Fraction | int) -> Value:
    """A rational constant."""
    return Value({UNIT: Fraction(x)} if x else {}, {UNIT: Fraction(1)})


def atom(name: str, power: Fraction | int = 1) -> Value:
    """A power of an atom."""
    return Value({(Fraction(1), ((name, Fraction(power)),)): Fraction(1)}, {UNIT: Fraction(1)})


def geometric(base: Fraction) -> Value:
    """The value ``baseⁿ`` for a positive rational base."""
    return Value({(base, ()): Fraction(1)}, {UNIT: Fraction(1)})


def _times(left: Monomial, right: Monomial) -> tuple[Monomial, Fraction]:
    """The product of two monomials, with the rational number that √d √d = d leaves behind."""
    powers = dict(left[1])
    for name, power in right[1]:
        powers[name] = powers.get(name, Fraction(0)) + power
    factor = Fraction(1)
    roots = 1
    for name in list(powers):
        power = powers[name]
        if name == "alt":
            powers[name] = power % 2
        elif name.startswith("sqrt:"):
            d = int(name[5:])
            half, odd = divmod(int(power), 2)
            factor *= Fraction(d) ** half
            del powers[name]
            if odd:
                common = gcd(roots, d)
                factor *= common
                roots = roots * d // common**2
        if name in powers and powers[name] == 0:
            del powers[name]
    if roots > 1:
        powers[f"sqrt:{roots}"] = Fraction(1)
    return (left[0] * right[0], tuple(sorted(powers.items()))), factor


def _product(left: Polynomial, right: Polynomial) -> Polynomial:
    if len(left) * len(right) > TERMS**2:
        raise UndecidedError
    result: Polynomial = {}
    for m, c in left.items():
        for k, d in right.items():
            monomial, factor = _times(m, k)
            result[monomial] = result.get(monomial, Fraction(0)) + c * d * factor
    return _checked(result)


def _sum(left: Polynomial, right: Polynomial) -> Polynomial:
    result = dict(left)
    for monomial, coefficient in right.items():
        result[monomial] = result.get(monomial, Fraction(0)) + coefficient
    return _checked(result)


def _checked(p: Polynomial) -> Polynomial:
    p = {monomial: coefficient for monomial, coefficient in p.items() if coefficient}
    if len(p) > TERMS:
        raise UndecidedError
    for (base, _), c in p.items():
        for x in (base, c):
            if max(abs(x.numerator), x.denominator).bit_length() > BITS:
                raise UndecidedError
    return p


def add(left: Value, right: Value) -> Value:
    """The sum."""
    if left.den == right.den:
        return Value(_sum(left.num, right.num), left.den)
    return _tidy(
        _sum(_product(left.num, right.den), _product(right.num, left.den)),
        _product(left.den, right.den),
    )


def multiply(left: Value, right: Value) -> Value:
    """The product."""
    return _tidy(_product(left.num, right.num), _product(left.den, right.den))


def scale(value: Value, factor: Fraction | int) -> Value:
    """A rational multiple."""
    return multiply(number(factor), value)


def subtract(left: Value, right: Value) -> Value:
    """The difference."""
    return add(left, scale(right, -1))


def divide(left: Value, right: Value) -> Value:
    """The quotient. Raises :class:`UndefinedError` if the divisor is 0 identically."""
    if not right.num:
        raise UndefinedError
    return _tidy(_product(left.num, right.den), _product(left.den, right.num))


def _tidy(num: Polynomial, den: Polynomial) -> Value:
    """Clear the denominator of square roots and of single nonzero monomials."""
    for _ in range(3):
        names = sorted({n for _, ps in den for n, _ in ps if n.startswith("sqrt:")})
        if not names or len(den) == 1:
            break
        conjugate = {m: -c if names[0] in dict(m[1]) else c for m, c in den.items()}
        trial = _product(den, conjugate)
        if not trial:
            break
        num, den = _product(num, conjugate), trial
    if len(den) == 1:
        ((base, powers), coefficient) = next(iter(den.items()))
        kept = tuple((n, p) for n, p in powers if n.startswith(("floor:", "frac:")))
        inverse = (1 / base, tuple((n, -p) for n, p in powers if (n, p) not in kept))
        num = _product(num, {inverse: 1 / coefficient})
        den = {(Fraction(1), kept): Fraction(1)}
    return Value(num, den) if num else Value({}, {UNIT: Fraction(1)})


def square_root(x: Fraction) -> Value:
    """√x for a rational x >= 0, as a rational multiple of the root of a square-free number."""
    if x < 0:
        raise UndefinedError
    if x == 0:
        return number(0)
    inside = x.numerator * x.denominator
    if inside.bit_length() > 60:
        root = isqrt(inside)
        if root * root == inside:
            return number(Fraction(root, x.denominator))
        raise UndecidedError
    from flint import fmpz

    outside, d = 1, 1
    for prime, power in fmpz(inside).factor():
        outside *= int(prime) ** (int(power) // 2)
        d *= int(prime) ** (int(power) % 2)
    value = number(Fraction(outside, x.denominator))
    return value if d == 1 else multiply(value, atom(f"sqrt:{d}"))


def never_zero(p: Polynomial) -> bool | None:
    """Whether a polynomial in atoms differs from 0 for every a != 0 and every n >= 1.

    Returns
    -------
    bool or None
        True if that is proved, False if it is 0 for some n, None if unknown.
    """
    if not p:
        return False
    names = {name for _, powers in p for name, _ in powers}
    unsure = {n for n in names if n.startswith(("floor:", "frac:"))}
    if len(p) == 1 and not unsure:
        return True
    squares = all(n.startswith(POSITIVE) or k % 2 == 0 for _, powers in p for n, k in powers)
    sure = any(all(n not in unsure for n, _ in powers) for _, powers in p)
    if squares and sure and len({c > 0 for c in p.values()}) == 1:
        return True
    if all({name for name, _ in powers} <= {"n"} for _, powers in p):
        return _nonzero_in_n(p)
    return None


def _nonzero_in_n(p: Polynomial) -> bool | None:
    """The same for Σ c nʲ bⁿ: one term dominates from some n on, the rest is evaluated."""

    def degree(m: Monomial) -> Fraction:
        return dict(m[1]).get("n", Fraction(0))

    if any(degree(m).denominator > 1 for m in p):
        return None
    lead = max(p, key=lambda m: (m[0], degree(m)))
    if any(degree(m) > degree(lead) for m in p):
        return None

    def term(m: Monomial, n: int) -> Fraction:
        return p[m] * m[0] ** n * Fraction(n) ** int(degree(m))

    for n in range(1, 200):
        if sum(term(m, n) for m in p) == 0:
            return False
        if abs(term(lead, n)) > sum(abs(term(m, n)) for m in p if m != lead):
            return True
    return None
