"""The functions whose Taylor coefficients at 0 are asked for: known series of a x^p, then more."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from course.answers.algebra import add, apply, divide, multiply, number, power
from course.answers.tree import Expr, Quotient
from course.exercises.parts import Draw, X, exponential

#: How many coefficients are asked for, by level.
TERMS = {1: 5, 2: 6, 3: 7, 4: 6, 5: 6}


@dataclass(frozen=True, slots=True)
class Known:
    """A known series with an argument put in: ``c · s(a x^p)``.

    Attributes
    ----------
    name : str
        ``exp``, ``geometric``, ``sin``, ``cos`` or ``log`` (of 1 + u).
    scale : Fraction
        The number a.
    degree : int
        The exponent p.
    coefficient : int
        The number c.
    """

    name: str
    scale: Fraction
    degree: int = 1
    coefficient: int = 1

    @property
    def argument(self) -> Expr:
        """What is put in for u."""
        return multiply(number(self.scale), power(X, number(self.degree)))

    @property
    def tree(self) -> Expr:
        """The function."""
        u, c = self.argument, number(self.coefficient)
        if self.name == "geometric":
            below = add(number(1), multiply(number(-self.scale), power(X, number(self.degree))))
            return divide(c, below)
        if self.name == "exp":
            return multiply(c, exponential(u))
        inner = add(number(1), u) if self.name == "log" else u
        return multiply(c, apply(self.name, inner))


@dataclass(frozen=True, slots=True)
class Expansion:
    """A polynomial times a known series, or the sum of two known series.

    Attributes
    ----------
    known : tuple of Known
        The series: one, or two that are added.
    factor : tuple of int
        Coefficients of the polynomial, the constant one first; ``(1,)`` for none.
    """

    known: tuple[Known, ...]
    factor: tuple[int, ...] = (1,)

    @property
    def polynomial(self) -> Expr:
        """The polynomial factor."""
        return add(*(multiply(number(c), power(X, number(k))) for k, c in enumerate(self.factor)))

    @property
    def tree(self) -> Expr:
        """The function."""
        known = [series.tree for series in self.known]
        if len(known) > 1:
            return add(*known)
        if isinstance(known[0], Quotient):
            above = multiply(known[0].numerator, self.polynomial)
            return divide(above, known[0].denominator)
        return multiply(self.polynomial, known[0])


def expansion(draw: Draw, level: int) -> Expansion:
    """Draw a function to be expanded."""
    if level == 1:
        return Expansion((_known(draw, ("exp", "geometric"), coefficient=draw.whole(1, 6)),))
    if level == 2:
        names = ("exp", "geometric", "sin", "cos", "log")
        return Expansion((_known(draw, names, coefficient=draw.whole(-4, 4)),))
    if level == 3:
        known = _known(draw, ("exp", "geometric", "sin", "cos", "log"), 2, draw.whole(1, 5))
        return Expansion((known,))
    if level == 4:
        factor = draw.one(((0, 1), (0, 0, 1), (0, draw.factor(5))))
        return Expansion((_known(draw, ("exp", "geometric", "sin", "cos", "log")),), factor)
    if draw.one((True, False)):
        first, second = draw.some(("exp", "geometric", "sin", "cos", "log"), 2)
        c = draw.whole(-3, 3)
        return Expansion((_known(draw, (first,)), _known(draw, (second,), coefficient=c)))
    factor = (
        draw.whole(-3, 3),
        draw.whole(-3, 3),
        *((draw.whole(-2, 2),) if draw.one((1, 0)) else ()),
    )
    return Expansion((_known(draw, ("exp", "geometric", "sin", "cos", "log")),), factor)


def _known(draw: Draw, names: tuple[str, ...], degree: int = 1, coefficient: int = 1) -> Known:
    scale = Fraction(draw.one(("2", "2", "3", "-2", "-3", "4", "-1", "1/2", "-1/2", "1/3")))
    name = draw.one(names)
    if name in ("sin", "cos"):  # even or odd: a minus sign would only be moved to the front
        scale = abs(scale) if abs(scale) != 1 else Fraction(5)
    return Known(name, scale, degree, coefficient)
