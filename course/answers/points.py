"""Points of the real line at which something may happen, exact or enclosed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from flint import arb, fmpq

from course.answers.balls import PiMultiple, ball, same, sign, working_bits

_BITS = (64, 256, 1024)


@dataclass(eq=False, slots=True)
class Point:
    """A real number.

    Attributes
    ----------
    exact : fmpq, PiMultiple or None
        The number, where it has this form.
    enclose : callable
        ``enclose(bits)``: a ball around the number, about this exact.
    vanishing : set of str
        Names of the expressions that are certainly 0 there.
    """

    exact: Any
    enclose: Callable[[int], Any]
    vanishing: set[str] = field(default_factory=set)

    def value(self, bits: int) -> Any:
        """What the variable is there."""
        return self.exact if self.exact is not None else self.enclose(bits)

    def fraction(self) -> Fraction | None:
        """The point as a Fraction if it is rational."""
        if type(self.exact) is fmpq:
            return Fraction(int(self.exact.p), int(self.exact.q))
        return None

    def text(self) -> str:
        """The point as text; an irrational one by its first digits."""
        if type(self.exact) is fmpq:
            return str(self.exact)
        if type(self.exact) is PiMultiple:
            top, bottom = self.exact.ratio.p, self.exact.ratio.q
            text = "pi" if top == 1 else "-pi" if top == -1 else f"{top}*pi"
            return text if bottom == 1 else f"{text}/{bottom}"
        with working_bits(128):
            return f"≈ {self.enclose(128).str(6, radius=False)}"


def exactly(value: Any, *vanishing: str) -> Point:
    """An exact point."""

    def enclose(bits: int) -> Any:
        with working_bits(bits):
            return ball(value)

    return Point(value, enclose, set(vanishing))


def compare(a: Point, b: Point) -> int | None:
    """−1, 0, 1; None when they cannot be told apart nor shown to be the same."""
    if a is b:
        return 0
    if a.exact is not None and b.exact is not None:
        if same(a.exact, b.exact):
            return 0
    for bits in _BITS:
        with working_bits(bits):
            difference = sign(arb(a.enclose(bits)) - arb(b.enclose(bits)))
        if difference:
            return difference
        if bits == 256 and a.vanishing & b.vanishing:
            return 0  # different zeros of one irreducible factor lie further apart
    return None


def rational_inside(low: Point | None, high: Point | None, weight: fmpq) -> fmpq | None:
    """A short rational strictly between two points, at about a fraction of the way.

    Where an end is missing, ``weight`` in (0, 1) is sent to the half-line by t/(1 − t).
    """
    one = fmpq(1)
    if low is None and high is None:
        t = 2 * weight - 1
        return t / (1 - abs(t))
    if low is None or high is None:
        step = weight / (one - weight)
        end = low if low is not None else high
        assert end is not None
        if type(end.exact) is fmpq:
            return end.exact + step if low is not None else end.exact - step
        guess = _near(end, step / 1024)
        found = guess + step if low is not None else guess - step
        return found if _between(found, low, high) else None
    left, right = (p.exact if type(p.exact) is fmpq else None for p in (low, high))
    for bits in _BITS:
        with working_bits(bits):
            a = left if left is not None else _rational(low.enclose(bits))
            b = right if right is not None else _rational(high.enclose(bits))
        found = a + (b - a) * weight
        if _between(found, low, high):
            return found
    return None


def _rational(enclosure: Any) -> fmpq:
    return arb(enclosure).mid().fmpq()


def _near(point: Point, tolerance: fmpq) -> fmpq:
    """A rational near a point."""
    with working_bits(64):
        middle = _rational(point.enclose(64))
    short = Fraction(int(middle.p), int(middle.q))
    limited = short.limit_denominator(max(64, int(1 / tolerance) + 1))
    return fmpq(limited.numerator, limited.denominator)


def _between(value: fmpq, low: Point | None, high: Point | None) -> bool:
    here = exactly(value)
    return (low is None or compare(low, here) == -1) and (high is None or compare(here, high) == -1)
