"""A second opinion on exercises: their trees in SymPy, which differentiates and expands by itself."""

from __future__ import annotations

from fractions import Fraction

import sympy

from course.answers.tree import (
    Apply,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

X = sympy.Symbol("x", real=True)
DIGITS = 40
#: Where values are compared, if they belong to the domain.
POINTS = [Fraction(n, 16) for n in (-53, -37, -21, -9, 5, 11, 19, 30, 43, 59)]


def to_sympy(tree: Expr) -> sympy.Expr:
    """The formula in SymPy, node by node."""
    match tree:
        case Number(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Variable("x"):
            return X
        case Constant("e"):
            return sympy.E
        case Sum(terms):
            return sympy.Add(*map(to_sympy, terms))
        case Product(factors):
            return sympy.Mul(*map(to_sympy, factors))
        case Quotient(above, below):
            return to_sympy(above) / to_sympy(below)
        case Power(base, exponent):
            return to_sympy(base) ** to_sympy(exponent)
        case Apply("sigmoid", (u,)):
            return 1 / (1 + sympy.exp(-to_sympy(u)))
        case Apply(name, (u,)):
            return getattr(sympy, name)(to_sympy(u))
    raise TypeError(tree)


def agree(left: sympy.Expr, right: sympy.Expr, points: list[Fraction]) -> bool:
    """Whether two formulas have the same values at points, to many digits relative to their size."""
    for point in points:
        at = {X: sympy.Rational(point.numerator, point.denominator)}
        a, b = (sympy.N(side.subs(at), DIGITS) for side in (left, right))
        if not (a.is_finite and b.is_finite):
            return False
        if abs(a - b) > sympy.Float(10, DIGITS) ** (-DIGITS + 10) * (1 + abs(a)):
            return False
    return True
