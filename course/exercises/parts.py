"""The small functions that exercises are put together from, drawn at random.

Coefficients are small whole numbers or simple fractions, so that nothing blows up, and every part
knows where it is defined and differentiable.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from course.answers.algebra import add, apply, multiply, number, power
from course.answers.tree import Comparison, Constant, Expr, Number, Power, Quotient, Variable

T = TypeVar("T")
X = Variable("x")
_E = Constant("e")


@dataclass(frozen=True, slots=True)
class Part:
    """A function of x, and where it is differentiable.

    Attributes
    ----------
    tree : Expr
        The formula.
    conditions : tuple of Comparison
        Comparisons of x with a rational number; none of them means all reals.
    """

    tree: Expr
    conditions: tuple[Comparison, ...] = ()


def everywhere(*parts: Part) -> tuple[Comparison, ...]:
    """The conditions of all parts, each once; ``x != 0`` goes without saying beside ``x > 0``."""
    found = dict.fromkeys(condition for part in parts for condition in part.conditions)
    lows = [_value(c) for c in found if c.op == ">"]
    if not lows:
        return tuple(found)
    low = max(lows)
    holes = [c for c in found if c.op == "!=" and _value(c) > low]
    return (Comparison(">", X, number(low)), *holes)


def _value(condition: Comparison) -> Fraction:
    assert isinstance(condition.right, Number)
    return condition.right.value


def positive_x(tree: Expr) -> Part:
    """A part that is asked for x > 0."""
    return Part(tree, (Comparison(">", X, number(0)),))


class Draw:
    """Draws numbers and parts.

    Parameters
    ----------
    rng : random.Random
        The source; equal sources draw equal parts on every machine.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def one(self, choices: Sequence[T]) -> T:
        """One of several, each equally likely."""
        return choices[self._rng.randrange(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Different ones of several, in random order."""
        left = list(choices)
        return [left.pop(self._rng.randrange(len(left))) for _ in range(count)]

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included, but never 0."""
        return self.one([n for n in range(low, high + 1) if n != 0])

    def factor(self, high: int = 9) -> int:
        """A whole number other than 0 and ±1, of either sign, more often positive."""
        return self.whole(2, high) * self.one((1, 1, -1))

    def monomial(self, low: int = 2, high: int = 5) -> Expr:
        """A power of x with a coefficient."""
        return multiply(
            number(self.one((1, 1, self.factor()))), power(X, number(self.whole(low, high)))
        )

    def linear(self) -> Expr:
        """``a x + b`` with a ≠ 0, 1 and b ≠ 0."""
        return add(multiply(number(self.factor(5)), X), number(self.whole(-9, 9)))

    def polynomial(self, terms: int = 2, degree: int = 3) -> Expr:
        """Powers of x with whole coefficients, the highest at least 2."""
        top = self.whole(2, degree)
        below = sorted(self.some(range(top), min(terms - 1, top)), reverse=True)
        coefficients = [self.one((1, self.factor(6))), *(self.whole(-9, 9) for _ in below)]
        return add(
            *(
                multiply(number(c), power(X, number(n)))
                for c, n in zip(coefficients, (top, *below), strict=True)
            )
        )

    def positive(self) -> Expr:
        """A function that is positive for every x, and no constant."""
        c = number(self.whole(1, 9))
        a = number(self.whole(1, 4))
        return self.one(
            (
                add(multiply(a, power(X, number(2))), c),
                add(power(X, number(4)), c),
                add(Power(_E, X), c),
                add(number(self.whole(2, 9)), apply(self.one(("sin", "cos")), X)),
            )
        )

    def exponential(self) -> Part:
        """The exponential function."""
        return Part(exponential(X))

    def wave(self) -> Part:
        """Sine or cosine."""
        return Part(apply(self.one(("sin", "cos")), X))

    def slow(self) -> Part:
        """Logarithm or square root, for x > 0."""
        return positive_x(apply(self.one(("log", "sqrt")), X))

    def negative_power(self) -> Part:
        """``a x^(−n)``, written as a power or as a fraction."""
        n, a = self.whole(1, 4), number(self.whole(1, 6))
        below = power(X, number(n))
        tree = self.one((Quotient(a, below), multiply(a, Power(X, number(-n)))))
        return Part(tree, (Comparison("!=", X, number(0)),))

    def root_power(self) -> Part:
        """``a x^(n/2)`` for x > 0."""
        exponent = Fraction(self.one((1, 3, 5, -1, -3)), 2)
        tree = apply("sqrt", X) if exponent == Fraction(1, 2) else Power(X, number(exponent))
        return positive_x(multiply(number(self.whole(1, 6)), tree))


def exponential(exponent: Expr) -> Expr:
    """``e`` to a power."""
    return Power(_E, exponent)
