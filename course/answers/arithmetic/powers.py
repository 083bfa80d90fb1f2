"""Powers and roots of values of :mod:`course.answers.arithmetic.balls`."""

from __future__ import annotations

from math import isqrt

from flint import arb, fmpq, fmpz

from course.answers.arithmetic.balls import (
    EXACT_BITS,
    ONE,
    UNDEFINED,
    ZERO,
    Value,
    ball,
    bounded,
    integer,
    negative,
    sign,
)


def whole_power(base: Value, exponent: int) -> Value:
    """An integer power; ``u^0`` is 1."""
    if exponent == 0:
        return ONE
    s = sign(base)
    if s == 0:
        return UNDEFINED if exponent < 0 else ZERO
    if exponent < 0 and s is None:
        return None
    if type(base) is fmpq:
        if base.height_bits() * abs(exponent) <= EXACT_BITS or base in (1, -1):
            return base ** (exponent if base not in (1, -1) else exponent % 2)
        base = arb(base)
    base = ball(base)
    if s is None:  # a ball around 0
        most = abs(base).upper() ** exponent if exponent.bit_length() <= 64 else None
        if most is None or not most.is_finite():
            return None
        return arb(most / 2, most / 2) if exponent % 2 == 0 else arb(0, most)
    if exponent.bit_length() <= 64:
        return bounded(base**exponent)
    power = bounded((abs(base).log() * arb(exponent)).exp())
    return power if power is None or s > 0 or exponent % 2 == 0 else -power


def fractional_power(base: Value, exponent: fmpq) -> Value:
    """A power with an exponent p/q in lowest terms, q > 1: the real root where q is odd."""
    s = sign(base)
    p, q = int(exponent.p), int(exponent.q)
    if s == 0:
        return UNDEFINED if p < 0 else ZERO
    if s is None:
        return None
    if s < 0 and q % 2 == 0:
        return UNDEFINED
    size = base if s > 0 else negative(base)
    root = _exact_root(size, q) if type(size) is fmpq else None
    if root is not None:
        power = whole_power(root, p)
    elif q < 1000:
        power = whole_power(ball(size).root(q), p)
    else:
        power = bounded((ball(size).log() * exponent).exp())
    if power is None or power is UNDEFINED:
        return power
    return negative(power) if s < 0 and p % 2 else power


def _exact_root(value: fmpq, q: int) -> fmpq | None:
    """The q-th root of a positive rational if it is rational."""
    if value == 1:
        return value
    if value.height_bits() < q:
        return None
    top, bottom = fmpz(value.p).root(q), fmpz(value.q).root(q)
    return fmpq(top, bottom) if top**q == value.p and bottom**q == value.q else None


def real_power(base: Value, exponent: Value) -> Value:
    """``exp(exponent · log(base))`` for a base ≥ 0; ``0^v`` is 0 for v > 0."""
    s = sign(base)
    if s is None:
        return None
    if s < 0:
        return UNDEFINED
    if s == 0:
        t = sign(exponent)
        return None if t is None else ZERO if t > 0 else UNDEFINED
    if type(base) is fmpq and base == 1:
        return ONE
    n = integer(exponent)
    if n is not None:
        return whole_power(base, n)
    if type(exponent) is fmpq:
        return fractional_power(base, exponent)
    return bounded((ball(base).log() * ball(exponent)).exp())


def square_root(value: Value) -> Value:
    """The square root of a value ≥ 0."""
    s = sign(value)
    if s == 0:
        return ZERO
    if s is None:
        return None
    if s < 0:
        return UNDEFINED
    if type(value) is fmpq:
        p, q = int(value.p), int(value.q)
        r, t = isqrt(p), isqrt(q)
        if r * r == p and t * t == q:
            return fmpq(r, t)
    return bounded(ball(value).sqrt())
