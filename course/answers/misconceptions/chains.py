"""Misconceptions about compositions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.answers.algebra import multiply, split_factors
from course.answers.misconceptions.model import (
    CLARK,
    Chain,
    Derive,
    Misconception,
    NodeRewriting,
    chain,
)
from course.answers.tree import Expr, Number, Variable


def _chain(make: Callable[[Chain, Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of f(g), written in the composition, g′ and the variable."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        if parts := chain(tree, x):
            yield make(parts, d(parts.inner), Variable(x))

    return rewriting


def _stops_early(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    """f(g(h)): the derivative of g is taken without that of h."""
    outside = chain(tree, x)
    if outside is None:
        return
    constant, factors = split_factors(outside.inner, x)
    inside = chain(factors[0], x) if len(factors) == 1 else None
    if inside is not None:
        yield multiply(outside.slope(outside.inner), constant, inside.slope(inside.inner))


def _minus_lost(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    """The inner function starts with a minus sign that its derivative has not."""
    if parts := chain(tree, x):
        constant, _ = split_factors(parts.inner, x)
        if isinstance(constant, Number) and constant.value < 0:
            yield parts.slope(parts.inner) * -d(parts.inner)


RULES = [
    Misconception(
        "chain: inner derivative lost",
        _chain(lambda c, dg, x: c.slope(c.inner)),
        light="Is there a function inside another function?",
        full="The outer function was differentiated rightly, at the right place. By the chain rule it is then multiplied by the derivative of the function inside.",
        source=CLARK,
    ),
    Misconception(
        "chain: stops after one level",
        _stops_early,
        light="How many functions are inside each other here?",
        full="The chain has another link: the inner function is itself a composition, so that its derivative has one more factor.",
        source=CLARK,
    ),
    Misconception(
        "chain: outer derivative at the inner derivative",
        _chain(lambda c, dg, x: c.slope(dg)),
        light="At which place is the derivative of the outer function taken?",
        full="The outer function's derivative is taken at the inner function itself, not at its derivative. The inner derivative is a factor outside.",
        source=CLARK,
    ),
    Misconception(
        "chain: both derivatives, one inside the other",
        _chain(lambda c, dg, x: c.slope(dg) * dg),
        light="At which place is the derivative of the outer function taken?",
        full="The inner derivative as a factor is right. But inside the outer function's derivative the inner function stays as it was.",
        source=CLARK,
    ),
    Misconception(
        "chain: only the inside differentiated",
        _chain(lambda c, dg, x: c.outer(dg)),
        light="Which functions have been differentiated, and which have not?",
        full="The inner function was replaced by its derivative and the outer one was left alone. The chain rule differentiates both, and multiplies.",
        source=CLARK,
    ),
    Misconception(
        "chain: outer derivative at x",
        _chain(lambda c, dg, x: c.slope(x) * dg),
        light="At which place is the derivative of the outer function taken?",
        full="The outer function never sees the variable itself, only the value of the inner function. So its derivative is taken at that value.",
        source=CLARK,
    ),
    Misconception(
        "chain: sum instead of product",
        _chain(lambda c, dg, x: c.slope(c.inner) + dg),
        light="How are the two derivatives of the chain rule joined?",
        full="Rates along a chain multiply: if one wheel turns three times as fast as the next and that one twice as fast as the last, then six times. They are not added.",
    ),
    Misconception(
        "chain: divided by the inner derivative",
        _chain(lambda c, dg, x: c.slope(c.inner) / dg),
        light="How are the two derivatives of the chain rule joined?",
        full="One divides by the inner derivative when one integrates by substitution. When one differentiates, one multiplies by it.",
    ),
    Misconception(
        "chain: outer function not differentiated",
        _chain(lambda c, dg, x: c.outer(c.inner) * dg),
        light="Which functions have been differentiated, and which have not?",
        full="The factor from the inner function is there, but the outer function was kept. Among the functions you know, only multiples of eˣ are their own derivatives.",
        source=CLARK,
    ),
    Misconception(
        "chain: times the inner function",
        _chain(lambda c, dg, x: c.slope(c.inner) * c.inner),
        light="By what is the derivative of the outer function multiplied?",
        full="The factor in the chain rule is the derivative of the inner function, not the inner function.",
    ),
    Misconception(
        "chain: only the inner derivative",
        _chain(lambda c, dg, x: dg),
        light="What became of the outer function?",
        full="This is the derivative of the inner function alone. By the chain rule the derivative of the outer function is a factor too.",
    ),
    Misconception(
        "chain: minus of the inner function lost",
        _minus_lost,
        light="Look at the sign of the inner function.",
        full="The inner function has a minus sign, so its derivative has one as well; as a factor it changes the sign of the whole.",
    ),
]
