"""Misconceptions about sums, constant factors and products."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.answers.algebra import ZERO, add, is_constant, multiply, split_factors
from course.answers.misconceptions.model import (
    ORTON,
    Derive,
    Misconception,
    NodeRewriting,
    two_factors,
)
from course.answers.tree import Expr, Product, Quotient, Sum


def _product(make: Callable[[Expr, Expr, Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of c·f·g, written in f, g, f′ and g′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        if parts := two_factors(tree, x):
            c, f, g = parts
            yield multiply(c, make(f, g, d(f), d(g)))

    return rewriting


def _coefficient_dropped(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Product):
        _, factors = split_factors(tree, x)
        if factors and len(factors) < len(tree.factors):
            yield d(multiply(*factors))
    elif isinstance(tree, Quotient) and is_constant(tree.denominator, x):
        yield d(tree.numerator)


def _coefficient_differentiated(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Product) and any(is_constant(factor, x) for factor in tree.factors):
        yield ZERO


def _constant_kept(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Sum):
        constants = [term for term in tree.terms if is_constant(term, x)]
        if constants:
            yield add(*(d(term) for term in tree.terms), *constants)


def _constant_to_one(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Sum) and any(is_constant(term, x) for term in tree.terms):
        yield add(*(d(term) for term in tree.terms)) + 1


def _term_lost(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Sum):
        terms = [term for term in tree.terms if not is_constant(term, x)]
        if len(terms) > 1:
            for lost in range(len(terms)):
                yield add(*(d(term) for i, term in enumerate(terms) if i != lost))


def _difference_added(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    if isinstance(tree, Sum) and len(tree.terms) == 2:
        first, second = tree.terms
        if not is_constant(first, x) and not is_constant(second, x):
            yield d(first) - d(second)


RULES = [
    Misconception(
        "product of derivatives",
        _product(lambda f, g, df, dg: df * dg),
        light="Look again at how a product is differentiated.",
        full="The derivative of a product is not the product of the derivatives: try it on x·x. In the product rule each term differentiates one factor and leaves the other as it is.",
        source=ORTON,
    ),
    Misconception(
        "product: only the first factor",
        _product(lambda f, g, df, dg: df * g),
        light="A term of the product rule is missing.",
        full="Here only one factor was differentiated. When both factors change, both changes count: the product rule has one term for each factor.",
        source=ORTON,
    ),
    Misconception(
        "product: only the last factor",
        _product(lambda f, g, df, dg: f * dg),
        light="A term of the product rule is missing.",
        full="Here only one factor was differentiated, and the other was treated like a constant. It depends on the variable too, so its change counts as well.",
        source=ORTON,
    ),
    Misconception(
        "product with a minus",
        _product(lambda f, g, df, dg: df * g - f * dg),
        light="Look at the sign inside the product rule.",
        full="The minus sign belongs to the quotient rule. In the product rule both terms are added: if both factors are positive and grow, so does the product.",
    ),
    Misconception(
        "product with a minus, turned round",
        _product(lambda f, g, df, dg: f * dg - df * g),
        light="Look at the sign inside the product rule.",
        full="The minus sign belongs to the quotient rule. In the product rule both terms are added: if both factors are positive and grow, so does the product.",
    ),
    Misconception(
        "product: each factor with its own derivative",
        _product(lambda f, g, df, dg: f * df + g * dg),
        light="Which factor goes with which derivative in the product rule?",
        full="In each term of the product rule the differentiated factor stands beside the other factor, which stays as it is.",
    ),
    Misconception(
        "product: sum of derivatives",
        _product(lambda f, g, df, dg: df + dg),
        light="The factors are multiplied, not added.",
        full="Adding the derivatives is the rule for a sum. In the product rule each derivative is multiplied by the other factor.",
    ),
    Misconception(
        "product over a square",
        _product(lambda f, g, df, dg: (df * g - f * dg) / g**2),
        light="Which rule belongs to a product?",
        full="This is the quotient rule, applied to a product. A product needs no denominator.",
    ),
    Misconception(
        "coefficient dropped",
        _coefficient_dropped,
        light="What became of the constant factor?",
        full="A constant factor stays: stretching a graph in height stretches its slopes by the same factor.",
    ),
    Misconception(
        "coefficient differentiated",
        _coefficient_differentiated,
        light="What happens to a constant factor?",
        full="The derivative of a constant is 0, but a constant factor is not a term of its own: it stays in front of the derivative.",
        source=ORTON,
    ),
    Misconception(
        "constant term kept",
        _constant_kept,
        light="Does every term change when the variable changes?",
        full="A constant term does not change, so it adds nothing to the slope: moving a graph up or down leaves its slopes alone.",
    ),
    Misconception(
        "constant differentiated to one",
        _constant_to_one,
        light="What is the derivative of a constant?",
        full="A constant term has slope 0, not 1. The slope 1 belongs to the variable itself.",
    ),
    Misconception(
        "a term was lost",
        _term_lost,
        light="Count the terms.",
        full="Every term of a sum that contains the variable is differentiated. One of them left no trace here.",
    ),
    Misconception(
        "sign between two terms",
        _difference_added,
        light="Look at the sign between the terms.",
        full="Differentiation keeps the sign between two terms: the derivative of a sum is the sum, and of a difference the difference, of the derivatives.",
    ),
]
