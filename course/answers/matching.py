"""Comparing many generated formulas with one answer: a sieve of floats first, then certainty."""

from __future__ import annotations

import time
from fractions import Fraction
from math import ceil

import numpy as np

from course.answers.approximate import POINTS, may_be_equal, values
from course.answers.tree import Expr

#: Time for all comparisons of one diagnosis, in seconds of the processor: what other programs take
#: does not count, since the points must not depend on how busy a machine is.
SECONDS = 0.4
#: Time for one comparison, in seconds on the clock, with room for a busy machine.
ONE_COMPARISON = 1.0
#: Common points that are needed before two formulas are compared.
_FEWEST_POINTS = 2


class Matcher:
    """Compares formulas with one answer on the question's domain, within the time."""

    def __init__(self, answer: Expr, variable: str, domain: str) -> None:
        self.answer, self.variable, self.domain = answer, variable, domain
        self.points = _points(variable, domain)
        self.values = values(answer, variable, self.points)
        self.end = time.process_time() + SECONDS
        self._known: dict[Expr, bool] = {}

    @property
    def time_left(self) -> float:
        """Seconds that remain."""
        return self.end - time.process_time()

    def plausible(self, formula: Expr) -> bool:
        """Whether floats at a few points leave it open that the formula equals the answer."""
        found = values(formula, self.variable, self.points)
        known = np.isfinite(found) & np.isfinite(self.values)
        if (np.isfinite(self.values) & ~np.isfinite(found)).sum() > len(found) // 3:
            return False
        return known.sum() >= _FEWEST_POINTS and may_be_equal(found, self.values)

    def equal(self, formula: Expr, domain: str | None = None) -> bool:
        """Whether the answer is certainly equal to a formula, wherever the formula has a value.

        Where it has none the answer may have one: a learner may have cancelled a factor.
        """
        from course.answers.equality import compare

        if self.time_left <= 0:
            return False
        verdict = compare(
            formula,
            self.answer,
            variable=self.variable,
            domain=self.domain if domain is None else domain,
            seconds=ONE_COMPARISON,
        )
        return verdict.kind == "equal"

    def matches(self, formula: Expr) -> bool:
        """Whether the formula equals the answer, certainly."""
        if formula not in self._known:
            self._known[formula] = self.plausible(formula) and self.equal(formula)
        return self._known[formula]


def _points(variable: str, domain: str) -> np.ndarray:
    """The points of the sieve that lie in a domain."""
    from course.answers.domains import domain as read_domain

    where = read_domain(domain, variable)
    if where.discrete:
        first = 0 if where.low is None else ceil(where.low)
        return np.array([float(n) for n in range(first, first + 12) if Fraction(n) in where])
    if where.low is not None and where.high is not None:
        return np.linspace(float(where.low), float(where.high), 13)[1:-1]
    shift = float(where.low or where.high or 0)
    return np.array([p + shift for p in POINTS if Fraction(p + shift) in where])
