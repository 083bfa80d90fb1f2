"""Misconceptions about quotients."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.answers.algebra import apply, is_constant
from course.answers.misconceptions.model import (
    ORTON,
    Derive,
    Misconception,
    NodeRewriting,
    fraction,
)
from course.answers.tree import Expr


def _quotient(make: Callable[[Expr, Expr, Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of f/g, written in f, g, f′ and g′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        if parts := fraction(tree, x):
            f, g = parts
            yield make(f, g, d(f), d(g))

    return rewriting


def _reciprocal(make: Callable[[Expr, Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of c/g with a constant c, written in c, g and g′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        parts = fraction(tree, x)
        if parts and is_constant(parts[0], x):
            yield make(*parts, d(parts[1]))

    return rewriting


RULES = [
    Misconception(
        "quotient of derivatives",
        _quotient(lambda f, g, df, dg: df / dg),
        light="Look again at how a quotient is differentiated.",
        full="The derivative of a quotient is not the quotient of the derivatives: try it on x²/x. The quotient rule has two terms above and a square below.",
        source=ORTON,
    ),
    Misconception(
        "quotient: terms swapped",
        _quotient(lambda f, g, df, dg: (f * dg - df * g) / g**2),
        light="Look at the order of the two terms of the quotient rule.",
        full="The order matters because of the minus sign. If the denominator is positive and only the numerator grows, the quotient grows: so the term with the numerator's derivative has the plus.",
        source=ORTON,
    ),
    Misconception(
        "quotient with a plus",
        _quotient(lambda f, g, df, dg: (df * g + f * dg) / g**2),
        light="Look at the sign inside the quotient rule.",
        full="If both parts are positive, a growing denominator makes the quotient smaller. So the term with the denominator's derivative is subtracted.",
    ),
    Misconception(
        "quotient: denominator not squared",
        _quotient(lambda f, g, df, dg: (df * g - f * dg) / g),
        light="Look at the denominator of the quotient rule.",
        full="The numerator is the right one, but the denominator of the function has to be squared.",
    ),
    Misconception(
        "quotient: numerator squared below",
        _quotient(lambda f, g, df, dg: (df * g - f * dg) / f**2),
        light="Look at the denominator of the quotient rule.",
        full="What stands below is the square of the function's denominator, not of its numerator: a quotient of differentiable functions has trouble only where its denominator is 0.",
    ),
    Misconception(
        "quotient without a denominator",
        _quotient(lambda f, g, df, dg: df * g - f * dg),
        light="Something is missing from the quotient rule.",
        full="This is the numerator of the quotient rule. It still has to be divided by a square.",
    ),
    Misconception(
        "quotient as a product",
        _quotient(lambda f, g, df, dg: df * g + f * dg),
        light="Which rule belongs to a quotient?",
        full="This is the product rule, but the function is a quotient. Use the quotient rule, or write the function as a product with a negative power.",
    ),
    Misconception(
        "quotient: only the numerator",
        _quotient(lambda f, g, df, dg: df / g),
        light="Does only the numerator change?",
        full="Only the numerator was differentiated, and the denominator was treated like a constant. It depends on the variable too.",
    ),
    Misconception(
        "quotient: only the denominator",
        _quotient(lambda f, g, df, dg: f / dg),
        light="Look again at how a quotient is differentiated.",
        full="Here only the denominator was replaced by its derivative. Use the quotient rule: both parts depend on the variable.",
    ),
    Misconception(
        "quotient: product of derivatives above",
        _quotient(lambda f, g, df, dg: (df * dg) / g**2),
        light="Look at the numerator of the quotient rule.",
        full="The numerator of the quotient rule has two terms. In each of them only one of the two functions is differentiated.",
    ),
    Misconception(
        "quotient: difference of derivatives above",
        _quotient(lambda f, g, df, dg: (df - dg) / g**2),
        light="Look at the numerator of the quotient rule.",
        full="In the numerator of the quotient rule each derivative is multiplied by the other function.",
    ),
    Misconception(
        "reciprocal of the derivative",
        _reciprocal(lambda c, g, dg: c / dg),
        light="Look again at how 1 over a function is differentiated.",
        full="The derivative of 1/g is not 1/g′: try it on 1/x. Use the quotient rule with a constant numerator, or the chain rule with the power −1.",
    ),
    Misconception(
        "reciprocal: minus lost",
        _reciprocal(lambda c, g, dg: (c * dg) / g**2),
        light="Look at the sign: if the denominator grows, does the quotient grow?",
        full="A growing denominator makes 1/g smaller, so that the derivative of 1/g carries a minus sign.",
    ),
    Misconception(
        "reciprocal: inner derivative lost",
        _reciprocal(lambda c, g, dg: -c / g**2),
        light="What about the derivative of the denominator?",
        full="This treats the denominator as if it were the bare variable. It is a function, so that by the chain rule its derivative is a factor.",
    ),
    Misconception(
        "reciprocal as a logarithm",
        _reciprocal(lambda c, g, dg: c * apply("log", g)),
        light="Which direction did you go?",
        full="The logarithm is an antiderivative of 1/x. Here the derivative is asked for.",
    ),
]
