"""A time limit that the judge's loops look at."""

from __future__ import annotations

import time


class TimeIsOverError(Exception):
    """The time limit of a comparison was reached."""


class Deadline:
    """A limit in seconds, counted from its making."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def tick(self) -> None:
        """Raise :class:`TimeIsOverError` when the time is over."""
        if time.monotonic() > self.end:
            raise TimeIsOverError

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.end - time.monotonic()
