"""At which points two formulas are compared before anything is proved."""

from __future__ import annotations

from flint import arb, fmpq

from course.answers.arithmetic.balls import working_bits
from course.answers.comparison.points import Point, compare, exactly, rational_inside

#: Points where slips show most often, tried first.
FIRST = tuple(
    fmpq(p, q)
    for p, q in ((3, 7), (1, 1), (-1, 1), (2, 1), (-1, 2), (0, 1), (1, 2), (-2, 1), (3, 1), (-7, 3))
)
#: Weights between two ends: the middle, near both ends, and very near them.
_WEIGHTS = tuple(
    fmpq(p, q)
    for p, q in (
        (3, 5), (1, 50), (49, 50), (1, 10**4), (10**4 - 1, 10**4), (1, 10**12), (10**12 - 1, 10**12),
        (1, 5), (4, 5),
    )
)  # fmt: skip


def inside(low: Point | None, high: Point | None, count: int = len(_WEIGHTS)) -> list[fmpq]:
    """Points of an open piece on several scales."""
    found = [rational_inside(low, high, weight) for weight in _WEIGHTS[:count]]
    return [x for x in found if x is not None]


def integers_inside(low: Point | None, high: Point | None) -> list[fmpq]:
    """Integers strictly inside an open piece: near both ends, and on several scales."""
    left, right = (None if end is None else _rounded(end) for end in (low, high))
    found: list[fmpq] = []
    for k in (5, 1, 2, 3, 10, 101, 1000, 10**6):
        if left is not None:
            found.append(left + k)
        if right is not None:
            found.append(right - k)
        if left is None and right is None:
            found += [fmpq(k), fmpq(-k)]
    whole = dict.fromkeys(int(n.p) for n in found)
    return [fmpq(n) for n in whole if _inside(n, low, high)]


def _rounded(point: Point) -> fmpq:
    with working_bits(64):
        return fmpq(arb(point.ball(64)).mid().fmpq().floor())


def _inside(n: int, low: Point | None, high: Point | None) -> bool:
    here = exactly(fmpq(n))
    return (low is None or compare(low, here) == -1) and (high is None or compare(here, high) == -1)


def integers(low: int, high: int | None) -> list[int]:
    """Integers to compare at: the first two hundred, then some on larger scales."""
    first = list(range(low, (high if high is not None else low + 200) + 1))[:201]
    far = [low + k for k in (211, 256, 500, 999, 1000, 1024, 4097, 10**4, 10**5 + 1, 10**6, 10**9)]
    return first + [n for n in far if high is None or n <= high]
