"""Building trees readably: zeros and ones are dropped, nothing else is simplified.

Dropping ``0·u`` forgets where ``u`` is undefined. A derivative is asked for on the domain of its
question, so that this loses nothing there; a learner's answer is never rebuilt by these functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import prod

from course.answers.tree import (
    Apply,
    Cases,
    Comparison,
    Condition,
    Expr,
    Logic,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    variables,
)

ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
MINUS_ONE = Number(Fraction(-1))


def number(value: int | Fraction) -> Number:
    """The tree of an exact number."""
    return Number(Fraction(value))


def add(*terms: Expr) -> Expr:
    """The sum of the terms that are not 0."""
    kept = [term for term in terms if term != ZERO]
    if len(kept) > 1:
        return Sum(tuple(kept))
    return kept[0] if kept else ZERO


def multiply(*factors: Expr) -> Expr:
    """The product of the factors that are not 1; numbers in front are gathered into one."""
    coefficient, kept = Fraction(1), []
    for factor in factors:
        parts = factor.factors if isinstance(factor, Product) else (factor,)
        for part in parts:
            if isinstance(part, Number):
                coefficient *= part.value
            else:
                kept.append(part)
    if coefficient == 0 or not kept:
        return number(coefficient)
    if coefficient != 1:
        kept.insert(0, number(coefficient))
    return Product(tuple(kept)) if len(kept) > 1 else kept[0]


def negate(tree: Expr) -> Expr:
    """The negative of a tree, without a double minus."""
    return multiply(MINUS_ONE, tree)


def subtract(left: Expr, right: Expr) -> Expr:
    """``left − right``."""
    return add(left, negate(right))


def divide(numerator: Expr, denominator: Expr) -> Expr:
    """The quotient; division by 1 is left out, and 0 over something is 0."""
    if numerator == ZERO or denominator == ONE:
        return numerator
    return Quotient(numerator, denominator)


def power(base: Expr, exponent: Expr) -> Expr:
    """The power; exponents 0 and 1 are worked out."""
    if exponent == ZERO:
        return ONE
    return base if exponent == ONE else Power(base, exponent)


def apply(function: str, *arguments: Expr) -> Expr:
    """A named function, applied."""
    return Apply(function, arguments)


def is_constant(tree: Expr, variable: str) -> bool:
    """Whether the variable does not occur."""
    return variable not in variables(tree)


def split_factors(tree: Expr, variable: str) -> tuple[Expr, list[Expr]]:
    """The constant part of a product, and its other factors."""
    factors = tree.factors if isinstance(tree, Product) else (tree,)
    constants = [factor for factor in factors if is_constant(factor, variable)]
    return multiply(*constants), [f for f in factors if not is_constant(f, variable)]


def rebuild(tree: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """The same node over changed children."""
    return with_children(tree, [change(child) for child in tree.children()])


def with_children(tree: Expr, children: Iterable[Expr]) -> Expr:
    """The same node over other children, given in the order of ``tree.children()``."""
    new = iter(children)
    match tree:
        case Sum():
            return Sum(tuple(new))
        case Product():
            return Product(tuple(new))
        case Quotient():
            return Quotient(next(new), next(new))
        case Power():
            return Power(next(new), next(new))
        case Apply(function, _):
            return Apply(function, tuple(new))
        case Cases(branches, otherwise):
            conditions = [_condition(condition, new) for condition, _ in branches]
            values = [next(new) for _ in branches]
            last = None if otherwise is None else next(new)
            return Cases(tuple(zip(conditions, values, strict=True)), last)
    return tree


def _condition(condition: Condition, sides: Iterator[Expr]) -> Condition:
    if isinstance(condition, Comparison):
        return Comparison(condition.op, next(sides), next(sides))
    return Logic(condition.op, tuple(_condition(part, sides) for part in condition.parts))


def rational(tree: Expr) -> Fraction | None:
    """The exact value of a formula made of numbers and the four operations (powers: whole and small)."""
    match tree:
        case Number(value):
            return value
        case Sum() | Product() | Quotient() | Power():
            values = [rational(child) for child in tree.children()]
        case _:
            return None
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    if isinstance(tree, Sum):
        return sum(known, Fraction(0))
    if isinstance(tree, Product):
        return prod(known, start=Fraction(1))
    left, right = known
    if isinstance(tree, Quotient):
        return left / right if right else None
    if right.denominator != 1 or abs(right) > 64 or (right < 0 and left == 0):
        return None
    return left**right.numerator


def substitute(tree: Expr, variable: str, value: Expr) -> Expr:
    """Put a tree in the place of a variable."""
    if isinstance(tree, Variable):
        return value if tree.name == variable else tree
    return rebuild(tree, lambda child: substitute(child, variable, value))


def at(tree: Expr, variable: str, value: int | Fraction | Expr) -> Expr:
    """The formula with a number put in for its variable."""
    return substitute(tree, variable, value if isinstance(value, Expr) else number(value))


def substitute_all(tree: Expr, values: dict[str, Expr]) -> Expr:
    """Put trees in the places of several variables at once."""
    if isinstance(tree, Variable):
        return values.get(tree.name, tree)
    return rebuild(tree, lambda child: substitute_all(child, values))


def changed_once(tree: Expr, change: Callable[[Expr], Iterable[Expr]]) -> Iterator[Expr]:
    """Every tree that arises by changing exactly one node, the root included.

    Parameters
    ----------
    tree : Expr
        The formula.
    change : callable
        From a node to what it may be replaced by (nothing, where it is not to be changed).
    """
    yield from change(tree)
    children = tree.children()
    for index, child in enumerate(children):
        for new in changed_once(child, change):
            yield with_children(tree, (*children[:index], new, *children[index + 1 :]))
