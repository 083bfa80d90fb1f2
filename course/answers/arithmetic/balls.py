"""Real numbers with certain error bounds: the only module of the judge that does arithmetic on balls.

A value is one of

- ``fmpq``: an exact rational number,
- :class:`PiMultiple`: an exact rational multiple of π,
- ``arb``: a ball, midpoint and radius, that certainly contains the value,
- :data:`UNDEFINED`: there is certainly no real value,
- ``None``: unknown at this precision.

The functions below map values to values; a value that they get is never ``None`` or
:data:`UNDEFINED`. They hold for wide balls as well: the result contains the function's value at
every point of the ball, and :data:`UNDEFINED` means undefined at every point.
"""

from __future__ import annotations

from typing import Any

from flint import arb, ctx, fmpq

Value = Any  # fmpq | PiMultiple | arb | Undefined | None

EXACT_BITS = 3000  # larger rationals become balls
ZERO, ONE = fmpq(0), fmpq(1)


class Undefined:
    """The mark for: certainly no real value."""

    def __repr__(self) -> str:
        return "UNDEFINED"


UNDEFINED = Undefined()


class PiMultiple:
    """The exact number ``ratio`` · π, ratio ≠ 0."""

    __slots__ = ("ratio",)

    def __init__(self, ratio: fmpq) -> None:
        self.ratio = ratio


def working_bits(bits: int) -> Any:
    """A context in which balls are computed to this many bits."""
    return ctx.workprec(bits)


def ball(value: Value) -> arb:
    """The value as a ball."""
    if type(value) is arb:
        return value
    if type(value) is PiMultiple:
        return arb.pi() * value.ratio
    return arb(value)


def rational(numerator: int, denominator: int = 1) -> fmpq:
    """An exact rational number."""
    return fmpq(numerator, denominator)


def sign(value: Value) -> int | None:
    """−1, 0 or 1 where it is certain, else None."""
    if type(value) is arb:
        if value > 0:
            return 1
        if value < 0:
            return -1
        return 0 if value.is_zero() else None
    number = value.ratio if type(value) is PiMultiple else value
    return (number > 0) - (number < 0)


def bounded(value: Value) -> Value:
    """The value itself, or a ball around a rational too long for exact work; None if not finite."""
    if type(value) is fmpq:
        return value if value.height_bits() <= EXACT_BITS else arb(value)
    if type(value) is arb and not value.is_finite():
        return None
    return value


def add(a: Value, b: Value) -> Value:
    """The sum."""
    if type(a) is PiMultiple or type(b) is PiMultiple:
        if type(a) is type(b):
            ratio = a.ratio + b.ratio
            return PiMultiple(ratio) if ratio else ZERO
        if type(a) is fmpq and a == 0:
            return b
        if type(b) is fmpq and b == 0:
            return a
        a, b = ball(a), ball(b)
    return bounded(a + b)


def negative(a: Value) -> Value:
    """The number with the other sign."""
    return PiMultiple(-a.ratio) if type(a) is PiMultiple else -a


def multiply(a: Value, b: Value) -> Value:
    """The product; exactly 0 if a factor is."""
    for one, other in ((a, b), (b, a)):
        if type(one) is fmpq:
            if one == 0:
                return ZERO
            if type(other) is PiMultiple:
                return PiMultiple(one * other.ratio)
    if type(a) is PiMultiple or type(b) is PiMultiple:
        a, b = ball(a), ball(b)
    return bounded(a * b)


def divide(a: Value, b: Value) -> Value:
    """The quotient."""
    s = sign(b)
    if s == 0:
        return UNDEFINED
    if s is None:
        return None
    if type(a) is fmpq and a == 0:
        return ZERO
    if type(a) is PiMultiple and type(b) is not arb:
        return a.ratio / b.ratio if type(b) is PiMultiple else PiMultiple(a.ratio / b)
    if type(a) is PiMultiple or type(b) is PiMultiple:
        a, b = ball(a), ball(b)
    return bounded(a / b)


def integer(value: Value) -> int | None:
    """The integer that a value exactly is, else None."""
    if type(value) is fmpq and value.q == 1:
        return int(value.p)
    return None


def larger(a: Value, b: Value) -> Value:
    """The maximum."""
    if type(a) is fmpq and type(b) is fmpq:
        return a if a >= b else b
    return ball(a).max(ball(b))


def smaller(a: Value, b: Value) -> Value:
    """The minimum."""
    if type(a) is fmpq and type(b) is fmpq:
        return a if a <= b else b
    return ball(a).min(ball(b))


def round_down(value: Value) -> Value:
    """The largest integer that is not larger; None where it is not certain."""
    if type(value) is fmpq:
        return fmpq(value.floor())
    whole = ball(value).floor()
    found = whole.unique_fmpz()
    return None if found is None else fmpq(found)


def width_is_small(a: Value, bits: int) -> bool:
    """Whether a value is exact or known to about this many bits, relative to its size."""
    return type(a) is not arb or a.rel_accuracy_bits() >= bits or a.is_zero()


def overlap(a: Value, b: Value) -> bool:
    """Whether two values may be the same number."""
    if type(a) is fmpq and type(b) is fmpq:
        return bool(a == b)
    if type(a) is PiMultiple and type(b) is PiMultiple:
        return bool(a.ratio == b.ratio)
    return bool(ball(a).overlaps(ball(b)))


def same(a: Value, b: Value) -> bool:
    """Whether two exact values are the same number."""
    if type(a) is fmpq and type(b) is fmpq:
        return bool(a == b)
    return type(a) is PiMultiple and type(b) is PiMultiple and bool(a.ratio == b.ratio)


def short(value: Value) -> str | None:
    """An exact rational as text if it is short, else None."""
    text = str(value) if type(value) is fmpq else ""
    return text if 0 < len(text) <= 12 else None


def in_digits(value: Value, digits: int) -> str:
    """A value in so many digits, all certain."""
    if type(value) is fmpq and value.q == 1 and len(str(value)) <= digits:
        return str(value)
    with ctx.workprec(max(128, 4 * digits)):
        return str(ball(value).str(digits, radius=False))


def difference_text(a: Value, b: Value) -> str:
    """The size of a difference, in two digits."""
    with ctx.workprec(8192):
        return str(abs(ball(a) - ball(b)).str(2, radius=False))
