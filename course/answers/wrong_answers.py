"""The wrong answers that a misconception, or one wrong sign, leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from course.answers.algebra import ONE, changed_once, is_constant, negate
from course.answers.calculus import derivative
from course.answers.misconceptions.model import Misconception
from course.answers.tree import Apply, Expr, Power, Sum

_MOST_PLACES = 12


def wrong_answers(rule: Misconception, function: Expr, variable: str) -> Iterator[Expr]:
    """The derivatives of a function that a misconception leads to (not all of them are wrong).

    A rule for nodes is applied wherever it fits, and at each single place where it fits.
    """
    if rule.scope == "whole":
        yield from rule.rewriting(function, variable)  # type: ignore[misc]
    elif rule.scope == "misread":
        for misread in changed_once(function, rule.rewriting):  # type: ignore[arg-type]
            yield derivative(misread, variable)
    elif rule.scope == "node":
        yield from _applied(rule.rewriting, function, variable)  # type: ignore[arg-type]


def sign_slips(reference: Expr, variable: str) -> Iterator[Expr]:
    """The reference with exactly one sign turned; see :mod:`course.answers.policy`."""

    def turned(node: Expr) -> Iterable[Expr]:
        match node:
            case Sum(terms):
                for i, term in enumerate(terms):
                    yield Sum((*terms[:i], negate(term), *terms[i + 1 :]))
            case Apply(name, (u,)):
                yield Apply(name, (negate(u),))
            case Power(base, exponent) if not is_constant(exponent, variable):
                yield Power(base, negate(exponent))

    yield negate(reference)
    yield from changed_once(reference, turned)


def _applied(
    rewriting: Callable[[Expr, Callable[[Expr], Expr], str], Iterable[Expr]],
    function: Expr,
    variable: str,
) -> Iterator[Expr]:
    for choice in range(6):
        places = 0

        def everywhere(node: Expr, d: Callable[[Expr], Expr], choice: int = choice) -> Expr | None:
            nonlocal places
            found = list(rewriting(node, d, variable))
            places += len(found) > choice
            return found[choice] if len(found) > choice else None

        yield derivative(function, variable, everywhere)
        if places == 0:
            return
        for place in range(min(places, _MOST_PLACES) if places > 1 else 0):
            yield derivative(function, variable, _once(rewriting, variable, choice, place))


def _once(
    rewriting: Callable[[Expr, Callable[[Expr], Expr], str], Iterable[Expr]],
    variable: str,
    choice: int,
    place: int,
) -> Callable[[Expr, Callable[[Expr], Expr]], Expr | None]:
    """The rule, applied at one place only."""
    seen = -1

    def rule(node: Expr, d: Callable[[Expr], Expr]) -> Expr | None:
        nonlocal seen
        if len(list(rewriting(node, lambda _: ONE, variable))) <= choice:
            return None
        seen += 1
        if seen != place:
            return None
        right = list(rewriting(node, lambda part: derivative(part, variable), variable))
        return right[choice] if len(right) > choice else None

    return rule
