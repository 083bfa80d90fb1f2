"""Zeros of any step by bisection with balls: for expressions that no normal form covers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from flint import arb, fmpq

from course.answers.arithmetic.balls import UNDEFINED, ball, rational, sign, working_bits
from course.answers.arithmetic.evaluate import run
from course.answers.arithmetic.program import Program
from course.answers.comparison.points import Point, exactly, simplest

WINDOW = 6
_EVALUATIONS = 260
_WIDTH = fmpq(1, 2**30)
_CELLS = 48
_OUTER = 40  # beyond the window, intervals from 2^k to 2^(k+1) up to this k
_OUTER_EVALUATIONS = 160
_MOST = 16


def isolate(
    program: Program,
    step: int,
    low: fmpq | None,
    high: fmpq | None,
    tick: Callable[[], None],
) -> list[Point]:
    """Certain sign changes of a step in a window; zeros without sign change are not found.

    Parameters
    ----------
    program, step
        What is to be 0.
    low, high : fmpq or None
        Ends of the piece.
    tick : callable
        Raises when the time is over.

    Returns
    -------
    list of Point
        In order. Each encloses a zero, certain by the intermediate value theorem.
    """
    needed = program.needed(step)
    name = f"step {step}"

    def value_at(x: Any, bits: int = 64) -> Any:
        tick()
        return run(program, needed, x, bits)[step]

    def on(a: fmpq, b: fmpq) -> Any:
        with working_bits(64):
            return value_at(arb((a + b) / 2, (b - a) / 2))

    found: list[Point] = []

    def search(cells: list[tuple[fmpq, fmpq]], budget: int) -> None:
        stack = cells[::-1]
        while stack and budget > 0 and len(found) < _MOST:
            a, b = stack.pop()
            budget -= 1
            whole = on(a, b)
            if whole is UNDEFINED or (whole is not None and sign(whole)):
                continue
            at_a, at_b = value_at(a), value_at(b)
            for end, value in ((a, at_a), (b, at_b)):
                if value is not None and value is not UNDEFINED and sign(value) == 0:
                    _put(found, exactly(end, name))
            signs = [None if v is None or v is UNDEFINED else sign(v) for v in (at_a, at_b)]
            if signs[0] and signs[1] and signs[0] != signs[1] and whole is not None:
                zero = _between(value_at, a, b, int(signs[0]), name)
                _put(found, _guessed(value_at, zero, name))
            elif (b - a) > _WIDTH * (abs(a) + 1) and budget > len(stack):
                middle = (a + b) / 2
                stack += [(middle, b), (a, middle)]

    search(_window(low, high), _EVALUATIONS)
    search(_outside(low, high), _OUTER_EVALUATIONS)
    return found


def _guessed(value_at: Callable[..., Any], zero: Point, name: str) -> Point:
    """The zero as an exact rational, if it is a simple one."""
    with working_bits(64):
        enclosure = arb(zero.ball(40))
        simple_one = simplest(enclosure.lower().fmpq(), enclosure.upper().fmpq())
    if simple_one.q < 10**5:
        value = value_at(simple_one)
        if value is not None and value is not UNDEFINED and sign(value) == 0:
            return exactly(simple_one, name)
    return zero


def _window(low: fmpq | None, high: fmpq | None) -> list[tuple[fmpq, fmpq]]:
    """The window as intervals of one length, as far as it lies between two points."""
    reach = rational(WINDOW)
    left = -reach if low is None or low < -reach else low
    right = reach if high is None or high > reach else high
    step = (right - left) / _CELLS
    return [(left + step * k, left + step * (k + 1)) for k in range(_CELLS)] if step > 0 else []


def _outside(low: fmpq | None, high: fmpq | None) -> list[tuple[fmpq, fmpq]]:
    """Longer and longer intervals beyond the window on both sides."""
    edges = [rational(WINDOW), *(rational(2**k) for k in range(3, _OUTER))]
    cells = [cell for a, b in pairwise(edges) for cell in ((a, b), (-b, -a))]
    kept = []
    for a, b in cells:
        a = a if low is None or low < a else low
        b = b if high is None or high > b else high
        if a < b:
            kept.append((a, b))
    return kept


def _put(found: list[Point], point: Point) -> None:
    if not (found and found[-1].exact is not None and found[-1].exact == point.exact):
        found.append(point)


def _between(value_at: Callable[..., Any], a: fmpq, b: fmpq, sign_at_a: int, name: str) -> Point:
    """The zero between two points with different signs, of a function continuous there."""
    ends = [a, b]

    def sign_of(x: fmpq, bits: int) -> int | None:
        value = value_at(x, bits)
        return None if value is None or value is UNDEFINED else sign(value)

    def enclose(bits: int) -> arb:
        low, high = ends
        goal = (b - a) / fmpq(2) ** bits
        while high - low > goal:
            width = high - low
            precision = 64 + 2 * min(bits, _size(width))
            guess, reach = _secant(value_at, low, high, precision), width * min(width, fmpq(1, 8))
            closer = (max(low, guess - reach), min(high, guess + reach))
            if (
                sign_of(closer[0], precision) == sign_at_a
                and sign_of(closer[1], precision) == -sign_at_a
            ):
                low, high = closer
                continue
            middle = _short((low + high) / 2, width / 64)
            s = sign_of(middle, precision)
            if s is None:
                break
            if s == 0:
                low = high = middle
            elif s == sign_at_a:
                low = middle
            else:
                high = middle
        ends[:] = [low, high]
        with working_bits(bits + 32):
            return arb((low + high) / 2, (high - low) / 2)

    return Point(None, enclose, {name})


def _size(width: fmpq) -> int:
    """About −log₂ of a width, doubled, at least 64: the precision that the next step needs."""
    return max(64, 2 * (int(width.q).bit_length() - int(width.p).bit_length() + 8))


def _short(x: fmpq, tolerance: fmpq) -> fmpq:
    """A binary fraction near a number."""
    scale = 2 ** (int(tolerance.q // tolerance.p).bit_length() + 1)
    return fmpq((x * scale).floor(), scale)


def _secant(value_at: Callable[..., Any], low: fmpq, high: fmpq, precision: int) -> fmpq:
    """Where the line through both ends crosses 0, about."""
    with working_bits(precision):
        at_low, at_high = (value_at(x, precision) for x in (low, high))
        known = all(v is not None and v is not UNDEFINED for v in (at_low, at_high))
        if known:
            guess = low - ball(at_low) * (high - low) / (ball(at_high) - ball(at_low))
            if guess.is_finite() and low < guess < high:
                return _short(guess.mid().fmpq(), (high - low) ** 2 / 64)
    return (low + high) / 2
