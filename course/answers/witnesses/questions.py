"""The witnesses as questions for ``course.check`` and ``course.score``.

>>> course.check(delta, question=witnesses.Delta(bound="eps"))  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from course.answers.judgement import Judgement
from course.answers.questions import FormulaQuestion, is_empty
from course.answers.strings import WITNESS
from course.answers.witnesses.finding import Finding


def judgement(finding: Finding, typed: object = "") -> Judgement:
    """A finding as the common result of all kinds of questions."""
    from course.answers.latex import to_latex
    from course.answers.text import to_text

    return Judgement(
        finding.kind,
        finding.message if finding.kind != "empty" else "",
        latex=r",\quad ".join(map(to_latex, finding.answers)),
        text=", ".join(map(to_text, finding.answers)),
        typed=typed[:200] if finding.kind == "unreadable" and isinstance(typed, str) else "",
        notes=finding.notes,
        share=finding.share,
    )


@dataclass(frozen=True, slots=True)
class Delta:
    """δ(ε): positive and at most ``bound`` for every ε > 0; ``bound`` is a formula in eps."""

    bound: str = "eps"

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.witnesses.delta import check_delta

        return judgement(check_delta(answer, bound=self.bound), answer)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence of rational or irrational numbers that tends to a, for every real a."""

    sort: Literal["rational", "irrational"]

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.witnesses.sequences import check_sequence

        return judgement(check_sequence(answer, self.sort), answer)


@dataclass(frozen=True, slots=True)
class LimitAlong:
    """The limit of f(xₙ) for xₙ → a, as a formula in a, where f is continuous and given in x."""

    function: str

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.reading import read
        from course.answers.tree import Variable
        from course.answers.witnesses.substitution import substitute

        limit = substitute(read(self.function, ("x",)), {"x": Variable("a")})
        return FormulaQuestion(limit, variable="a").judge(answer)


@dataclass(frozen=True, slots=True)
class Slope:
    """The number f⁽ᵏ⁾(at), k = ``order``; at a seam ``function`` is the piece on one side of it."""

    function: str
    order: int = 1
    at: str = "0"

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.calculus import differentiate
        from course.answers.reading import read
        from course.answers.witnesses.substitution import substitute

        derivative = read(self.function, ("x",))
        for _ in range(self.order):
            derivative = differentiate(derivative, "x")
        return FormulaQuestion(substitute(derivative, {"x": read(self.at, ())})).judge(answer)


@dataclass(frozen=True, slots=True)
class Step:
    """One factor, A or B, of P_{n+1} = A Pₙ + B Pₙ′ where f⁽ⁿ⁾(x) = Pₙ(1/x) f(x)."""

    factor: Literal["A", "B"]
    function: str = "e^(-1/x^2)"

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.witnesses.induction import VARIABLE, step

        reference = step(self.function)["AB".index(self.factor)]
        question = FormulaQuestion(reference, variable=VARIABLE, domain=f"{VARIABLE} != 0")
        return question.judge(answer)


@dataclass(frozen=True, slots=True)
class Polynomial:
    """The polynomial Pₙ, n = ``order``, with f⁽ⁿ⁾(x) = Pₙ(1/x) f(x)."""

    order: int
    function: str = "e^(-1/x^2)"

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.witnesses.induction import VARIABLE, polynomial

        reference = polynomial(self.function, self.order)
        question = FormulaQuestion(reference, variable=VARIABLE, domain=f"{VARIABLE} != 0")
        return question.judge(answer)


@dataclass(frozen=True, slots=True)
class Point:
    """A pair (x0, bound) of exact numbers with f(x0) >= bound > 0."""

    function: str
    value_at_0: str | None = None

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""
        from course.answers.witnesses.points import check_point

        if is_empty(answer):
            return Judgement("empty")
        if not isinstance(answer, (tuple, list)) or len(answer) != 2:
            return Judgement("unreadable", WITNESS["point pair"])
        x0, bound = answer
        finding = check_point(x0, bound, function=self.function, value_at_0=self.value_at_0)
        return judgement(finding)


class Order:
    """Lines of a proof, to be put in order.

    Parameters
    ----------
    needs, distractors
        As in :class:`~course.answers.witnesses.ordering.ProofLines`.
    sealed : str, optional
        The same, sealed, for a test cell that must not give the order away.
    """

    def __init__(
        self,
        needs: Mapping[str, str | Iterable[str]] | None = None,
        distractors: Mapping[str, str] | None = None,
        *,
        sealed: str | None = None,
    ) -> None:
        from course.answers.witnesses.ordering import ProofLines

        self.lines = ProofLines.unseal(sealed) if sealed else ProofLines(needs or {}, distractors)

    def judge(self, answer: Any) -> Judgement:
        """Judge one answer."""
        found = judgement(self.lines.check(answer))
        if found.kind in ("right", "wrong"):
            text = answer if isinstance(answer, str) else " ".join(str(line) for line in answer)
            return Judgement(found.kind, found.detail, text=text, share=found.share)
        return found
