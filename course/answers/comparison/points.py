"""Points of the real line at which something may happen, exact or enclosed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from flint import arb, fmpq

from course.answers.arithmetic.balls import PiMultiple, ball, same, sign, working_bits

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
    _known: dict[int, Any] = field(default_factory=dict)

    def ball(self, bits: int) -> Any:
        """A ball around the number."""
        if bits not in self._known:
            self._known[bits] = self.enclose(bits)
        return self._known[bits]

    def value(self, bits: int) -> Any:
        """What the variable is there."""
        return self.exact if self.exact is not None else self.ball(bits)

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
            return f"≈ {self.ball(128).str(6, radius=False)}"


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
    if a.exact is not None and b.exact is not None and same(a.exact, b.exact):
        return 0
    for bits in _BITS:
        with working_bits(bits):
            difference = sign(arb(a.ball(bits)) - arb(b.ball(bits)))
        if difference:
            return difference
        if bits == 256 and a.vanishing & b.vanishing:
            return 0  # different zeros of one irreducible factor lie further apart
    return None


def rational_inside(low: Point | None, high: Point | None, weight: fmpq) -> fmpq | None:
    """A short rational strictly between two points, at about a fraction of the way.

    Where an end is missing, ``weight`` in (0, 1) is sent to the half-line by t/(1 − t).
    """
    if low is None and high is None:
        t = 2 * weight - 1
        return t / (1 - abs(t))
    for bits in _BITS:
        with working_bits(bits):
            a, b = (None if p is None else _rational(p, bits) for p in (low, high))
        if a is None or b is None:
            step = weight / (1 - weight)
            found = a + step if a is not None else b - step  # type: ignore[operator]
            room = step
        else:
            found = a + (b - a) * weight
            room = (b - a) * min(weight, 1 - weight)
        found = simplest(found - room / 9, found + room / 9)
        if _between(found, low, high):
            return found
    return None


def simplest(low: fmpq, high: fmpq) -> fmpq:
    """The rational with the smallest denominator between two numbers."""
    if low < 0 < high:
        return fmpq(0)
    if low < 0:
        return -simplest(-high, -low)
    whole: list[Any] = []
    while True:  # the continued fractions of both ends, as long as they agree
        n = low.ceil()
        if n <= high:
            whole.append(n)
            break
        floor = low.floor()
        whole.append(floor)
        low, high = 1 / (high - floor), 1 / (low - floor)
    value = fmpq(whole.pop())
    while whole:
        value = whole.pop() + 1 / value
    return value


def _rational(point: Point, bits: int) -> fmpq:
    """The point, or a rational near it."""
    if type(point.exact) is fmpq:
        return point.exact
    return arb(point.ball(bits)).mid().fmpq()


def _between(value: fmpq, low: Point | None, high: Point | None) -> bool:
    here = exactly(value)
    return (low is None or compare(low, here) == -1) and (high is None or compare(here, high) == -1)
