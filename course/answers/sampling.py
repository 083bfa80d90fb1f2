"""At which points two formulas are compared before anything is proved."""

from __future__ import annotations

from flint import fmpq

from course.answers.points import Point, rational_inside

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


def integers(low: int, high: int | None) -> list[int]:
    """Integers to compare at: the first two hundred, then some on larger scales."""
    first = list(range(low, (high if high is not None else low + 200) + 1))[:201]
    far = [low + k for k in (211, 256, 500, 999, 1000, 1024, 4097, 10**4, 10**5 + 1, 10**6, 10**9)]
    return first + [n for n in far if high is None or n <= high]
