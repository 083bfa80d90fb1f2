"""Writing a derivative as one would by hand: ones left out, factors gathered and put in order.

Nothing here is trusted: :func:`course.exercises.solution.solve` shows a collected form only when it is
proved equal to the derivative.
"""

from __future__ import annotations

from fractions import Fraction

from course.answers.algebra import (
    add,
    divide,
    multiply,
    number,
    power,
    rational,
    rebuild,
)
from course.answers.tree import Constant, Expr, Number, Power, Product, Quotient, Sum, Variable


def tidy(tree: Expr) -> Expr:
    """Leave out zeros and ones, gather numbers in front, and write sums in sums as one sum."""
    tree = rebuild(tree, tidy)
    match tree:
        case Sum(terms):
            flat = [t for term in terms for t in (term.terms if isinstance(term, Sum) else (term,))]
            return add(*flat)
        case Product(factors):
            return multiply(*factors)
        case Quotient(above, below):
            exact = rational(tree) if isinstance(above, Number) else None
            return Number(exact) if exact is not None else divide(above, below)
        case Power(base, exponent):
            return power(base, exponent)
    return tree


def collect(tree: Expr) -> Expr:
    """Write every product over one denominator, equal factors as powers, powers of x first."""
    tree = tidy(rebuild(tree, collect))
    if not isinstance(tree, (Product, Quotient)):
        return tree
    factors = _Factors()
    factors.gather(tree, 1)
    return factors.tree()


class _Factors:
    """The factors of a product: a number, and bases with their exponents."""

    def __init__(self) -> None:
        self.coefficient = Fraction(1)
        self.exponents: dict[Expr, Fraction] = {}
        self.others: list[tuple[Expr, Fraction]] = []

    def gather(self, tree: Expr, exponent: Fraction | int) -> None:
        """Take in a formula, to a power."""
        whole = Fraction(exponent)
        match tree:
            case Number(value) if value and whole.denominator == 1:
                self.coefficient *= value**whole.numerator
            case Product(factors) if whole.denominator == 1:
                for factor in factors:
                    self.gather(factor, whole)
            case Quotient(above, below) if whole.denominator == 1:
                self.gather(above, whole)
                self.gather(below, -whole)
            case Power(Constant(), _):
                self.others.append((tree, whole))
            case Power(base, top) if (inner := rational(top)) is not None:
                self.gather(base, whole * inner)
            case _:
                self.exponents[tree] = self.exponents.get(tree, Fraction(0)) + whole

    def tree(self) -> Expr:
        """The formula again."""
        pairs = [*self.exponents.items(), *self.others]
        pairs.sort(key=lambda pair: not isinstance(pair[0], Variable))
        above = [power(base, number(n)) for base, n in pairs if n > 0]
        below = [power(base, number(-n)) for base, n in pairs if n < 0]
        c = abs(self.coefficient)
        if below:
            above.insert(0, number(c.numerator))
            below.insert(0, number(c.denominator))
        else:
            above.insert(0, number(c))
        body = divide(multiply(*above), multiply(*below)) if below else multiply(*above)
        return multiply(number(-1), body) if self.coefficient < 0 else body
