"""Which misconception leads to a wrong answer.

Every buggy rule is applied to the function of the question, which gives the wrong answers that it
leads to; the learner's answer is compared with each of them: quickly by floats to drop the rest,
then with certainty. A right answer never comes here: it is compared with the reference first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from course.answers.algebra import ONE, changed_once, is_constant, negate
from course.answers.approximate import POINTS, may_be_equal, values
from course.answers.calculus import NotDifferentiable, derivative
from course.answers.judgement import Hint
from course.answers.misconceptions import by_name, derivative_rules, taylor_rules
from course.answers.misconceptions.model import Misconception
from course.answers.strings import HINTS, SLIPS
from course.answers.tree import Apply, Expr, Power, Sum, walk

if TYPE_CHECKING:
    from course.answers.questions import FormulaQuestion
    from course.answers.verdict import Verdict

#: Time for all comparisons of one diagnosis, in seconds, and for one of them.
SECONDS = 0.4
_ONE_COMPARISON = 0.15
_MOST_HINTS = 4
_MOST_NODES = 3000
_MOST_PLACES = 12
#: Common points that are needed before two formulas are compared.
_FEWEST_POINTS = 2
_HARMLESS = (NotDifferentiable, ArithmeticError, RecursionError, ValueError, KeyError)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What explains a wrong answer; the fields of :func:`course.answers.policy.share`."""

    hints: tuple[Hint, ...] = ()
    lone_sign: bool = False
    domain_slip: bool = False
    misconceptions: int = 0


def slip(name: str) -> Hint:
    """The hint for a lone sign or a domain slip."""
    return Hint(name, *SLIPS[name])


def hint(rule: Misconception) -> Hint:
    """A misconception's hint, in the language of the strings table."""
    light, full = HINTS.get(rule.name, (rule.light, rule.full))
    return Hint(rule.name, light, full)


class _Matcher:
    """Compares formulas with one answer on the question's domain, within the time."""

    def __init__(self, answer: Expr, variable: str, domain: str) -> None:
        self.answer, self.variable, self.domain = answer, variable, domain
        self.points = _points(variable, domain)
        self.values = values(answer, variable, self.points)
        self.end = time.perf_counter() + SECONDS
        self._known: dict[Expr, bool] = {}

    @property
    def time_left(self) -> float:
        return self.end - time.perf_counter()

    def plausible(self, formula: Expr) -> bool:
        found = values(formula, self.variable, self.points)
        known = np.isfinite(found) & np.isfinite(self.values)
        if (np.isfinite(self.values) & ~np.isfinite(found)).sum() > len(found) // 3:
            return False
        return known.sum() >= _FEWEST_POINTS and may_be_equal(found, self.values)

    def equal(self, formula: Expr, domain: str | None = None) -> bool:
        """Whether a formula is certainly equal to the answer, in both directions."""
        from course.answers.equality import compare

        for left, right in ((formula, self.answer), (self.answer, formula)):
            if self.time_left <= 0:
                return False
            verdict = compare(
                left,
                right,
                variable=self.variable,
                domain=self.domain if domain is None else domain,
                seconds=min(_ONE_COMPARISON, self.time_left),
            )
            if verdict.kind != "equal":
                return False
        return True

    def matches(self, formula: Expr) -> bool:
        if formula not in self._known:
            self._known[formula] = self.plausible(formula) and self.equal(formula)
        return self._known[formula]


def diagnose(question: FormulaQuestion, answer: Expr, verdict: Verdict) -> Diagnosis:
    """Explain an answer that is certainly wrong.

    Parameters
    ----------
    question : FormulaQuestion
        The question; without a function only slips and the question's own mistakes are found.
    answer : Expr
        The answer as it was read.
    verdict : Verdict
        The comparison with the reference: different or undefined.

    Returns
    -------
    Diagnosis
        At most four hints; empty when nothing explains the answer, or not in time.
    """
    matcher = _Matcher(answer, question.variable, question.domain)
    sign = any(
        matcher.matches(wrong) for wrong in sign_slips(question.reference, question.variable)
    )
    found = [_own_hint(name) for name, wrong in question.mistakes if matcher.matches(wrong)]
    domain = _domain_slip(question, matcher, verdict)
    if question.function is not None:
        for rule in derivative_rules():
            if matcher.time_left <= 0:
                break
            if _explains(rule, question.function, matcher):
                found.append(hint(rule))
    hints = _distinct(found)
    if not hints and (sign or domain):
        hints = (slip("lone sign" if sign else "domain slip"),)
    return Diagnosis(hints, sign, domain, len(found))


def diagnose_list(
    function: Expr, variable: str, count: int, answer: list[Expr]
) -> tuple[Hint, ...]:
    """Explain a wrong list of Taylor coefficients; see :func:`diagnose`."""
    from course.answers.coefficients import same
    from course.answers.misconceptions.taylor import Expansion

    end = time.perf_counter() + SECONDS
    asked = Expansion(function, variable, count)
    numbers = [values(entry, variable) for entry in answer]

    def matches(wrong: list[Expr]) -> bool:
        if len(wrong) != len(answer):
            return False
        if not all(
            may_be_equal(values(w, variable), n) for w, n in zip(wrong, numbers, strict=True)
        ):
            return False
        return all(
            time.perf_counter() < end and same(w, a, variable, _ONE_COMPARISON) is True
            for w, a in zip(wrong, answer, strict=True)
        )

    found = []
    for rule in taylor_rules():
        if time.perf_counter() > end:
            break
        try:
            if any(matches(list(wrong)) for wrong in rule.rewriting(asked)):  # type: ignore[call-overload]
                found.append(hint(rule))
        except _HARMLESS:
            continue
    return _distinct(found)


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


def _explains(rule: Misconception, function: Expr, matcher: _Matcher) -> bool:
    try:
        if rule.scope == "undone":
            return any(
                _Matcher(function, matcher.variable, matcher.domain).matches(undone)  # type: ignore[arg-type]
                for undone in rule.rewriting(matcher.answer, matcher.variable)
            )
        for wrong in wrong_answers(rule, function, matcher.variable):
            if matcher.time_left <= 0:
                return False
            if sum(1 for _ in walk(wrong)) <= _MOST_NODES and matcher.matches(wrong):
                return True
    except _HARMLESS:
        pass
    return False


def _domain_slip(question: FormulaQuestion, matcher: _Matcher, verdict: Verdict) -> bool:
    """Whether the answer is right but for finitely many points, or for one side of a point."""
    from course.answers.equality import compare

    right = values(question.reference, question.variable, matcher.points)
    if not may_be_equal(right, matcher.values):
        return False
    x, domain = question.variable, question.domain
    for _ in range(4):
        point = verdict.point
        if point is None or matcher.time_left <= 0:
            break
        domain = f"{x} != {point}" if domain == "reals" else f"{domain}, {x} != {point}"
        verdict = compare(
            question.reference, matcher.answer, variable=x, domain=domain, seconds=0.2
        )
        if verdict.kind == "equal":
            return True
    known = np.isfinite(matcher.values)
    for side, inside in (("> 0", matcher.points > 0), ("< 0", matcher.points < 0)):
        if known[inside].any() and not known[~inside & (matcher.points != 0)].any():
            half = f"{x} {side}" if question.domain == "reals" else f"{question.domain}, {x} {side}"
            found = compare(
                question.reference, matcher.answer, variable=x, domain=half, seconds=0.2
            )
            if found.kind == "equal":
                return True
    return False


def _points(variable: str, domain: str) -> np.ndarray:
    """The points of the sieve that lie in a domain."""
    from course.answers.domains import domain as read_domain

    where = read_domain(domain, variable)
    if where.discrete:
        first = 0 if where.low is None else ceil(where.low)
        return np.array([float(n) for n in range(first, first + 12) if Fraction(n) in where])
    if where.low is not None and where.high is not None:
        return np.linspace(float(where.low), float(where.high), 13)[1:-1]
    shift = float(where.low or where.high or 0)
    return np.array([p + shift for p in POINTS if Fraction(p + shift) in where])


def _own_hint(name: str) -> Hint:
    """The hint for a question's own mistake: a misconception's, or the text itself."""
    rule = by_name().get(name)
    return hint(rule) if rule else Hint(name, name)


def _distinct(hints: list[Hint]) -> tuple[Hint, ...]:
    """Hints that say different things, at most four."""
    kept: dict[str, Hint] = {}
    for found in hints:
        kept.setdefault(found.full, found)
    return tuple(kept.values())[:_MOST_HINTS]
