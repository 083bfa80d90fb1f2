"""Functions put together from pieces at 0: a step, |x|, ReLU."""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from typing import Any

import numpy as np

from course.base import Function, exact_number
from course.domain import NONZERO, REALS, Domain


class Step(Function):
    """``left`` for x < 0 and ``right`` for x > 0; undefined at 0 unless ``at_0`` is given."""

    def __init__(self, left: Any, right: Any, at_0: Any = None):
        self.left, self.right = exact_number(left), exact_number(right)
        self.at_0 = None if at_0 is None else exact_number(at_0)
        self.domain = NONZERO if at_0 is None else REALS

    def __call__(self, x):
        at_0 = np.nan if self.at_0 is None else float(self.at_0)
        return np.where(x < 0, float(self.left), np.where(x > 0, float(self.right), at_0))

    def prime(self, x):
        """Level on both sides; at a jump there is no derivative."""
        return 0

    def derivative(self):
        """Level on both sides; at a jump there is no derivative."""
        return Step(0, 0, at_0=0 if self.derivative_domain == REALS else None)

    @property
    def derivative_domain(self) -> Domain:
        """Everywhere but at the jump."""
        return REALS if self.left == self.right == self.at_0 else NONZERO

    def text(self, u="x"):
        """Write the cases."""
        otherwise = "" if self.at_0 is None else f", {self.at_0}"
        return f"cases({u} < 0, {self.left}, {u} > 0, {self.right}{otherwise})"


class Abs(Function):
    """|x|. The quotients at 0 are −1 and 1: no derivative there.

    ``slope_at_0``, between −1 and 1, is the number that ``prime`` returns at 0 by convention.
    """

    left, right = -1, 1

    def __init__(self, slope_at_0: Any = None):
        self.slope_at_0 = None if slope_at_0 is None else exact_number(slope_at_0)
        if self.slope_at_0 is not None and not self.left <= self.slope_at_0 <= self.right:
            raise ValueError(f"a convention for the slope lies in [{self.left}, {self.right}]")

    def __call__(self, x):
        return np.abs(x)

    def prime(self, x):
        """Return the slope on the left, on the right, and at 0 the convention if there is one."""
        return self.derivative()(x)

    def derivative(self):
        """Return the slope on the left, on the right, and at 0 the convention if there is one."""
        return Step(self.left, self.right, at_0=self.slope_at_0)

    @property
    def derivative_domain(self) -> Domain:
        """Everywhere but at the corner, unless a convention fills that."""
        return NONZERO if self.slope_at_0 is None else REALS


class ReLU(Abs):
    """max(0, x), the rectified linear unit. The quotients at 0 are 0 and 1: no derivative there.

    ``slope_at_0``, between 0 and 1, is the number that ``prime`` returns at 0 by convention.

    Examples
    --------
    >>> ReLU().prime([-2, 0, 2])
    array([ 0., nan,  1.])
    >>> ReLU(slope_at_0=0).prime([-2, 0, 2])
    array([0., 0., 1.])
    """

    left, right = 0, 1

    def __call__(self, x):
        return np.maximum(0, x)
