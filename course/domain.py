"""Domains: where a function is defined.

A domain is a list of conditions, each a statement about a sign: ``x > 0``, ``cos(x) != 0``,
``log(x) >= 0``. All of them must hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

_RELATIONS = {
    ">": frozenset({1}),
    ">=": frozenset({0, 1}),
    "!=": frozenset({-1, 1}),
    "<=": frozenset({-1, 0}),
    "<": frozenset({-1}),
    "=": frozenset({0}),
}
_SYMBOLS = {signs: symbol for symbol, signs in _RELATIONS.items()}


@dataclass(frozen=True)
class Condition:
    """The sign of ``value(x)`` is one of ``signs``; ``text`` writes the value, with ``{u}`` for x."""

    text: str
    value: Callable[[Any], Any]
    signs: frozenset[int]

    def holds(self, x: Any) -> Any:
        """Say, elementwise, whether the condition holds; it never does where the value is NaN."""
        sign = np.sign(self.value(x))
        return np.logical_or.reduce(
            [sign == s for s in self.signs] or [np.zeros(np.shape(x), bool)]
        )

    def __str__(self) -> str:
        symbol = _SYMBOLS.get(self.signs)
        text = self.text.format(u="x")
        return f"{text} {symbol} 0" if symbol else f"no sign of {text}"


@dataclass(frozen=True)
class Domain:
    """The real numbers at which every condition holds.

    ``a & b`` is the intersection. Conditions are judged at the float64 values: a value that
    underflows counts as 0, one that overflows as a large number, and NaN is in no domain.

    Examples
    --------
    >>> positive = Domain.where(">")
    >>> positive
    x > 0
    >>> positive.contains([-1, 0, 2])
    array([False, False,  True])
    >>> Domain.where(">=") & Domain.where("!=")
    x > 0
    >>> REALS
    all real x
    """

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def where(
        cls, relation: str, text: str = "{u}", value: Callable[[Any], Any] = lambda x: x
    ) -> Domain:
        """Return the domain on which ``value(x)`` stands in ``relation`` to 0."""
        return cls((Condition(text, value, _RELATIONS[relation]),))

    def contains(self, x: ArrayLike) -> Any:
        """Say whether x is in the domain: a bool for a number, an array of bool for an array."""
        points = np.asarray(x, dtype=float)
        with np.errstate(all="ignore"):
            inside = ~np.isnan(points)
            for condition in self.conditions:
                inside = inside & condition.holds(points)
        return inside if isinstance(x, np.ndarray) or points.ndim else bool(inside)

    def preimage(self, g: Callable[[Any], Any], text: str) -> Domain:
        """Return the x with ``g(x)`` in this domain; ``text`` writes g(x), with ``{u}`` for x."""

        def after_g(c: Condition) -> Condition:
            return Condition(c.text.format(u=text), lambda x: c.value(g(x)), c.signs)

        return Domain(tuple(map(after_g, self.conditions)))

    def __and__(self, other: Domain) -> Domain:
        merged = {condition.text: condition for condition in self.conditions}
        for c in other.conditions:
            known = merged.get(c.text)
            merged[c.text] = Condition(c.text, c.value, c.signs & known.signs) if known else c
        return Domain(tuple(merged.values()))

    def __repr__(self) -> str:
        return " and ".join(map(str, self.conditions)) or "all real x"


REALS = Domain()
POSITIVE = Domain.where(">")
NONNEGATIVE = Domain.where(">=")
NONZERO = Domain.where("!=")
