"""Signs of algebraic formulas on the whole half-line (0, ∞), decided exactly.

A formula in one variable built with ``+ − × ÷ √ ∛ min max | | sign`` and cases is, on each piece of
(0, ∞), a quotient of polynomials in the variable and in radicals; the pieces are found while it is
read, each time that a sign matters (:mod:`~course.answers.witnesses.algebraic_signs`). Nothing is
sampled: the pieces are all of (0, ∞).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cmp_to_key
from typing import Any

from course.answers import tree as T
from course.answers.witnesses.algebraic_signs import (
    BITS,
    Place,
    Signs,
    SplitError,
    UndecidedError,
    UndefinedError,
)
from course.answers.witnesses.real_roots import Root, less

#: Largest exponent, and largest denominator of one.
EXPONENT, ROOT = 64, 8


class HalfLine:
    """Decides signs of formulas in ``variable`` on (0, ∞); one object a question.

    Parameters
    ----------
    variable
        The name of the variable.
    seconds
        Time allowed; afterwards :class:`UndecidedError` is raised.
    """

    def __init__(self, variable: str, seconds: float = 1.5) -> None:
        self.variable = variable
        self._signs = Signs(seconds)

    def pieces(self, *formulas: T.Expr) -> Iterator[tuple[Place, tuple[int, ...] | None]]:
        """Cut (0, ∞) into places and give the signs of formulas on each.

        Yields
        ------
        tuple
            A place, and for each formula −1, 0 or 1; or None where one of them is undefined.
        """
        waiting = [Place()]
        while waiting:
            place = waiting.pop()
            try:
                yield place, tuple(self.sign_of(formula, place) for formula in formulas)
            except UndefinedError:
                yield place, None
            except SplitError as split:
                waiting.extend(_cut(place, split.roots))

    def sign_of(self, formula: T.Expr, place: Place) -> int:
        """The constant sign of a formula on a place."""
        return self._sign(self._fraction(formula, place), place)

    def _sign(self, fraction: tuple[Any, Any], place: Place) -> int:
        return self._signs.sign(fraction[0], place) * self._signs.sign(fraction[1], place)

    def _fraction(self, node: T.Expr, place: Place) -> tuple[Any, Any]:
        """A formula as numerator and denominator; the denominator is not 0 on the place."""
        ring = self._signs
        ring.tick()
        one = ring.constant(1)
        match node:
            case T.Number(value):
                if max(abs(value.numerator), value.denominator).bit_length() > BITS:
                    raise UndecidedError("size")
                return ring.constant(value.numerator), ring.constant(value.denominator)
            case T.Variable(name) if name == self.variable:
                return ring.t, one
            case T.Sum(terms):
                total = (ring.constant(0), one)
                for term in terms:
                    n, d = self._fraction(term, place)
                    total = ring.quotient(total[0] * d + n * total[1], total[1] * d)
                return total
            case T.Product(factors):
                product = (one, one)
                for factor in factors:
                    n, d = self._fraction(factor, place)
                    product = ring.quotient(product[0] * n, product[1] * d)
                return product
            case T.Quotient(numerator, denominator):
                n, d = self._fraction(numerator, place)
                p, q = self._fraction(denominator, place)
                if ring.sign(p, place) == 0:
                    raise UndefinedError
                return ring.quotient(n * q, d * p)
            case T.Power(base, exponent):
                return self._power(base, exponent, place)
            case T.Apply(name, arguments):
                return self._apply(name, arguments, place)
            case T.Cases(branches, otherwise):
                for condition, branch in branches:
                    if self._holds(condition, place):
                        return self._fraction(branch, place)
                if otherwise is None:
                    raise UndefinedError
                return self._fraction(otherwise, place)
        raise UndecidedError("function")

    def _power(self, base: T.Expr, exponent: T.Expr, place: Place) -> tuple[Any, Any]:
        ring = self._signs
        p, q = self._fraction(exponent, place)
        if not (p.is_constant() and q.is_constant()):
            raise UndecidedError("function")
        power = Fraction(
            int(p.leading_coefficient()) if p != 0 else 0, int(q.leading_coefficient())
        )
        if abs(power.numerator) > EXPONENT or power.denominator > ROOT:
            raise UndecidedError("size")
        n, d = self._fraction(base, place)
        if power.denominator > 1:
            if self._sign((n, d), place) < 0:
                raise UndecidedError("root of a negative number")
            n, d = ring.root(n, d, power.denominator, place)
        if power < 0:
            if ring.sign(n, place) == 0:
                raise UndefinedError
            n, d = d, n
        result = (ring.constant(1), ring.constant(1))
        for _ in range(abs(power.numerator)):
            result = ring.quotient(result[0] * n, result[1] * d)
        return result

    def _apply(self, name: str, arguments: tuple[T.Expr, ...], place: Place) -> tuple[Any, Any]:
        ring = self._signs
        if name in T.VARIADIC:
            wanted = 1 if name == "max" else -1
            best, *others = [self._fraction(argument, place) for argument in arguments]
            for n, d in others:
                difference = ring.quotient(n * best[1] - best[0] * d, d * best[1])
                if self._sign(difference, place) == wanted:
                    best = (n, d)
            return best
        if len(arguments) != 1 or name not in {"abs", "sign", "relu", "sqrt", "cbrt"}:
            raise UndecidedError("function")
        n, d = self._fraction(arguments[0], place)
        if name in {"sqrt", "cbrt"}:
            return ring.root(n, d, 2 if name == "sqrt" else 3, place)
        sign = self._sign((n, d), place)
        if name == "sign":
            return ring.constant(sign), ring.constant(1)
        return n * (sign if name == "abs" else max(sign, 0)), d

    def _holds(self, condition: T.Condition, place: Place) -> bool:
        if isinstance(condition, T.Logic):
            parts = (self._holds(part, place) for part in condition.parts)
            return all(parts) if condition.op == "and" else any(parts)
        return holds(condition.op, self.sign_of(condition.left - condition.right, place))


def holds(op: str, sign: int) -> bool:
    """Whether ``left op right`` when left − right has this sign."""
    return {
        "<": sign < 0,
        "<=": sign <= 0,
        ">": sign > 0,
        ">=": sign >= 0,
        "=": sign == 0,
        "!=": sign != 0,
    }[op]


def _cut(place: Place, roots: list[Root]) -> list[Place]:
    def compare(a: Root, b: Root) -> int:
        return 0 if a == b else -1 if less(a, b) else 1

    order = sorted(roots, key=cmp_to_key(compare))
    places: list[Place] = []
    left = place.left
    for root in order:
        places += [Place(left=left, right=root), Place(point=root)]
        left = root
    places.append(Place(left=left, right=place.right))
    return places[::-1]
