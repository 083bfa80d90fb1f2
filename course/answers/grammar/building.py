"""How the parser builds products, quotients, negatives and negations."""

from __future__ import annotations

from fractions import Fraction

from course.answers.tree import (
    Comparison,
    Condition,
    Expr,
    Logic,
    Number,
    Product,
    Quotient,
)

_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}


def product(factors: list[Expr]) -> Expr:
    """The product of one or more factors."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def quotient(top: Expr, bottom: Expr) -> Expr:
    """A fraction; of integers in lowest terms it is one number."""
    if isinstance(top, Number) and isinstance(bottom, Number) and bottom.value:
        ratio = Fraction(top.value, bottom.value)
        if (ratio.numerator, ratio.denominator) == (top.value, bottom.value):
            return Number(ratio)
    return Quotient(top, bottom)


def negative(tree: Expr, keep: bool = False) -> Expr:
    """A formula with a minus sign before it, as the tree writes it; ``keep`` does not look inside."""
    if isinstance(tree, Number):
        return Number(-tree.value)
    if isinstance(tree, Product) and not keep:
        first, *rest = tree.factors
        if isinstance(first, Number) and first.value > 0:
            return Product((Number(-first.value), *rest))
        return Product((Number(Fraction(-1)), *tree.factors))
    return Product((Number(Fraction(-1)), tree))


def negated(condition: Condition) -> Condition:
    """The condition that holds where the given one does not."""
    if isinstance(condition, Comparison):
        return Comparison(_NEGATED[condition.op], condition.left, condition.right)
    other = {"and": "or", "or": "and"}[condition.op]
    return Logic(other, tuple(negated(part) for part in condition.parts))
