"""Which misconception leads to a wrong answer.

Every buggy rule is applied to the function of the question, which gives the wrong answers that it
leads to; the learner's answer is compared with each of them: quickly by floats to drop the rest,
then with certainty. A right answer never comes here: it is compared with the reference first.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.answers.algebra import is_constant
from course.answers.approximate import may_be_equal, values
from course.answers.calculus import NotDifferentiable
from course.answers.judgement import Hint
from course.answers.matching import ONE_COMPARISON, SECONDS, Matcher
from course.answers.misconceptions import by_name, derivative_rules, taylor_rules
from course.answers.misconceptions.model import Misconception
from course.answers.strings import HINTS, SLIPS
from course.answers.tree import Expr, walk
from course.answers.wrong_answers import sign_slips, wrong_answers

if TYPE_CHECKING:
    from course.answers.questions import FormulaQuestion
    from course.answers.verdict import Verdict

_MOST_HINTS = 4
_MOST_NODES = 3000
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
    matcher = Matcher(answer, question.variable, question.domain)
    sign = any(
        matcher.matches(wrong) for wrong in sign_slips(question.reference, question.variable)
    )
    named = [name for name, wrong in question.mistakes if matcher.matches(wrong)]
    found = [named_hint(name) for name in named]
    earning = sum(name not in by_name() or by_name()[name].credit for name in named)
    domain = _domain_slip(question, matcher, verdict)
    if question.function is not None:
        for rule in derivative_rules():
            if matcher.time_left <= 0:
                break
            if any(_explains(rule, f, matcher) for f in (question.function, *question.other_forms)):
                found.append(hint(rule))
                earning += rule.credit
    if is_constant(answer, question.variable) and not is_constant(
        question.reference, question.variable
    ):
        earning = 0  # a number instead of a function shows nothing of how it was found
    hints = _distinct(found)
    if domain:  # the formula is the right one: only a join can explain it better
        hints = tuple(h for h in hints if h.name.startswith("join")) or (slip("domain slip"),)
    elif not hints and sign:
        hints = (slip("lone sign"),)
    return Diagnosis(hints, sign, domain, earning)


def diagnose_list(
    function: Expr, variable: str, count: int, answer: list[Expr]
) -> tuple[Hint, ...]:
    """Explain a wrong list of Taylor coefficients; see :func:`diagnose`."""
    from course.answers.coefficients import same
    from course.answers.misconceptions.expansions import Expansion

    end = time.process_time() + SECONDS
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
            time.process_time() < end and same(w, a, variable, ONE_COMPARISON) is True
            for w, a in zip(wrong, answer, strict=True)
        )

    found = []
    for rule in taylor_rules():
        if time.process_time() > end:
            break
        try:
            if any(matches(list(wrong)) for wrong in rule.rewriting(asked)):  # type: ignore[call-overload]
                found.append(hint(rule))
        except _HARMLESS:
            continue
    return _distinct(found)


def _explains(rule: Misconception, function: Expr, matcher: Matcher) -> bool:
    try:
        if rule.scope == "undone":
            return any(
                Matcher(function, matcher.variable, matcher.domain).matches(undone)  # type: ignore[arg-type]
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


def _domain_slip(question: FormulaQuestion, matcher: Matcher, verdict: Verdict) -> bool:
    """Whether the answer is right but for finitely many points, or for one side of a point."""
    from course.answers.equality import compare

    right = values(question.reference, question.variable, matcher.points)
    close = [
        may_be_equal(r, v) for r, v in zip(right[:, None], matcher.values[:, None], strict=True)
    ]
    if close.count(False) > 1:  # one of the points of the sieve may be an exception
        return False
    x, domain = question.variable, question.domain
    for _ in range(4):
        point = verdict.point
        if point is None or matcher.time_left <= 0:
            break
        domain = f"{x} != {point}" if domain == "reals" else f"{domain}, {x} != {point}"
        verdict = compare(
            question.reference, matcher.answer, variable=x, domain=domain, seconds=0.8
        )
        if verdict.kind == "equal":
            return True
    known = np.isfinite(matcher.values)
    for side, inside in (("> 0", matcher.points > 0), ("< 0", matcher.points < 0)):
        if known[inside].any() and not known[~inside & (matcher.points != 0)].any():
            half = f"{x} {side}" if question.domain == "reals" else f"{question.domain}, {x} {side}"
            found = compare(
                question.reference, matcher.answer, variable=x, domain=half, seconds=0.8
            )
            if found.kind == "equal":
                return True
    return False


def named_hint(name: str) -> Hint:
    """The hint for a question's own mistake: a misconception's, or the text itself."""
    rule = by_name().get(name)
    return hint(rule) if rule else Hint(name, name)


def _distinct(hints: list[Hint]) -> tuple[Hint, ...]:
    """Hints that say different things, at most four."""
    kept: dict[str, Hint] = {}
    for found in hints:
        kept.setdefault(found.full, found)
    return tuple(kept.values())[:_MOST_HINTS]
