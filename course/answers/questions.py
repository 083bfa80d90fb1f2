"""The kinds of questions, and which of them a call of ``check`` or ``score`` asks.

Each question has one method ``judge(answer) -> Judgement``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from course.answers import policy
from course.answers.algebra import substitute_all
from course.answers.errors import AnswerError
from course.answers.judgement import Judgement, Kind
from course.answers.strings import FEEDBACK
from course.answers.tree import Apply, Expr, variables, walk


class Question(Protocol):
    """Anything that can be asked."""

    def judge(self, answer: object) -> Judgement:
        """Judge one answer."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula put together from several answers; see :func:`formula`."""

    tree: Expr | None = None
    problem: Judgement | None = None


def is_empty(answer: object) -> bool:
    """Whether nothing has been answered yet: ``""``, ``None``, ``...`` or an empty list."""
    if answer is None or answer is Ellipsis:
        return True
    if isinstance(answer, str):
        return answer.strip(" .?…_\t\n") == ""
    return isinstance(answer, (list, tuple, dict)) and (
        len(answer) == 0 or all(is_empty(part) for part in answer)
    )


def unreadable(answer: object, error: AnswerError, prefix: str = "") -> Judgement:
    """The judgement on an answer that cannot be read."""
    detail = prefix + error.message
    if error.readings and not all(reading in error.message for reading in error.readings):
        detail += " " + FEEDBACK["readings"].format(readings="  ".join(error.readings))
    typed = answer[:200] if isinstance(answer, str) else ""
    if typed and error.position is not None and error.position < len(answer):  # type: ignore[arg-type]
        detail += " " + FEEDBACK["position"].format(position=error.position + 1)
    return Judgement("unreadable", detail, typed=typed)


def formula(
    template: str, /, *, variable: str = "x", without: Sequence[str] = (), **answers: object
) -> Formula:
    """Put several answers together into one formula, to be checked as a whole.

    Parameters
    ----------
    template : str
        A formula in the names of the answers, such as ``"u/v"``.
    variable : str
        The variable of the answers.
    without : sequence of str
        Names of functions that the answers must not use, such as ``"tanh"``.
    **answers
        The learner's answers by name.

    Returns
    -------
    Formula
        To be passed to ``check`` or ``score`` as the answer. When a part is missing or cannot be
        read, the verdict says so.

    Examples
    --------
    >>> course.check(course.formula("u/v", u=u, v=v), equals="tanh(x)")  # doctest: +SKIP
    """
    from course.answers.reading import read

    trees: dict[str, Expr] = {}
    for name, answer in answers.items():
        part = _as_tree(answer, variable, FEEDBACK["part"].format(name=name))
        if isinstance(part, Judgement):
            return Formula(problem=part)
        used = [n.function for n in walk(part) if isinstance(n, Apply) and n.function in without]
        if used:
            detail = FEEDBACK["formula without"].format(name=name, function=used[0])
            return Formula(problem=Judgement("wrong", detail, text=echo(part)["text"]))
        trees[name] = part
    return Formula(substitute_all(read(template, (*answers, variable)), trees))


def _as_tree(answer: object, variable: str, prefix: str = "") -> Expr | Judgement:
    """Read an answer that is only a part of the question's answer."""
    from course.answers.reading import read

    if isinstance(answer, Formula):
        return answer.tree or answer.problem or Judgement("empty")
    if is_empty(answer):
        return Judgement("empty", (prefix + FEEDBACK["part empty"]) if prefix else "")
    try:
        return read(answer, (variable,))
    except AnswerError as error:
        return unreadable(answer, error, prefix)


def echo(tree: Expr | None) -> dict[str, str]:
    """The answer as it was read, for a judgement's fields."""
    from course.answers.latex import to_latex
    from course.answers.text import to_text

    return {} if tree is None else {"latex": to_latex(tree), "text": to_text(tree)}


@dataclass(frozen=True, slots=True)
class FormulaQuestion:
    """A formula that must equal the reference on the domain.

    ``function`` is the question's function if the question asks for its derivative: diagnosis
    generates wrong answers from it, and from the same function in ``other_forms``. ``mistakes``
    maps misconceptions to wrong answers of just this question.
    """

    reference: Expr
    function: Expr | None = None
    variable: str = "x"
    domain: str = "reals"
    mistakes: tuple[tuple[str, Expr], ...] = ()
    other_forms: tuple[Expr, ...] = ()

    def judge(self, answer: object) -> Judgement:
        """Compare, and diagnose a wrong answer."""
        from course.answers.diagnosis import diagnose
        from course.answers.equality import compare

        if isinstance(answer, Formula):
            if answer.tree is None:
                return answer.problem or Judgement("empty")
            answer = answer.tree
        if is_empty(answer):
            return Judgement("empty")
        verdict = compare(self.reference, answer, variable=self.variable, domain=self.domain)
        if verdict.kind == "unreadable":
            error = AnswerError(verdict.message, verdict.position, verdict.readings)
            judgement = unreadable(answer, error)
            # Not where a derivative is asked for: that it is constant is for the learner to find.
            if self.function is None and isinstance(answer, str) and not variables(self.reference):
                return replace(judgement, detail=f"{judgement.detail} {FEEDBACK['number only']}")
            return judgement
        read_as: dict[str, Any] = {**echo(verdict.answer), "notes": verdict.notes}
        if verdict.kind == "equal":
            return Judgement("right", share=policy.RIGHT, **read_as)
        if verdict.kind == "undetermined" or verdict.answer is None:
            return Judgement("undetermined", verdict.message, **read_as)
        kind: Kind = "undefined" if verdict.kind == "undefined" else "wrong"
        found = diagnose(self, verdict.answer, verdict)
        earned = policy.share(
            kind,
            lone_sign=found.lone_sign,
            domain_slip=found.domain_slip,
            misconceptions=found.misconceptions,
        )
        # Where the right value is one number, the witness would be the answer.
        tells_all = not variables(self.reference)
        return Judgement(
            kind,
            "" if tells_all else verdict.message,
            hints=found.hints,
            share=earned,
            **read_as,
        )


@dataclass(frozen=True, slots=True)
class ReadingQuestion:
    """An answer that is only read: it is marked after it is handed in."""

    variable: str = "x"

    def judge(self, answer: object) -> Judgement:
        """Read and echo."""
        from course.answers.choices import truth
        from course.answers.coefficients import read_list

        if is_empty(answer):
            return Judgement("empty")
        if (value := truth(answer)) is not None:
            return Judgement("read", text=FEEDBACK["yes" if value else "no"])
        try:
            trees, echoed = read_list(answer, (self.variable,))
        except AnswerError as error:
            return unreadable(answer, error)
        return Judgement("read", **echoed) if trees else Judgement("empty")


def make_question(
    *,
    derivative_of: object = None,
    other_forms: Sequence[str] = (),
    taylor_of: object = None,
    computes: object = None,
    equals: object = None,
    choices: Sequence[str | bool] | None = None,
    variable: str = "x",
    domain: str = "reals",
    terms: int = 8,
    without: Sequence[str] = (),
    mistakes: dict[str, object] | None = None,
) -> Question | Judgement:
    """The question that the arguments ask; see :func:`course.answers.feedback.check`.

    Returns
    -------
    Question or Judgement
        A judgement when the question itself rests on another answer that is missing.
    """
    from course.answers.calculus import NotDifferentiable, differentiate
    from course.answers.reading import read

    if computes is not None:
        from course.answers.learner_code import CodeQuestion

        return CodeQuestion(read(computes, (variable,)), variable, tuple(without))
    if choices is not None or isinstance(equals, bool):
        from course.answers.choices import ChoiceQuestion

        labels = tuple(label for label in choices or () if isinstance(label, str)) or None
        return ChoiceQuestion(equals, labels, tuple((mistakes or {}).items()))
    if taylor_of is not None or isinstance(equals, (list, tuple)):
        from course.answers.coefficients import CoefficientsQuestion

        function = None if taylor_of is None else read(taylor_of, (variable,))
        given = None if equals is None else tuple(read(c, ()) for c in equals)  # type: ignore[attr-defined]
        return CoefficientsQuestion(given, function, variable, terms)
    function = None
    if derivative_of is not None:
        part = _as_tree(derivative_of, variable, FEEDBACK["function"])
        if isinstance(part, Judgement):
            return part
        function = part
    if equals is None and function is None:
        return ReadingQuestion(variable)
    if equals is not None:
        reference = read(equals, (variable,))
    else:
        try:
            reference = differentiate(function, variable)  # type: ignore[arg-type]
        except NotDifferentiable:
            return Judgement("unreadable", FEEDBACK["not differentiable"])
    others = tuple(read(form, (variable,)) for form in other_forms)
    named = tuple((name, read(wrong, (variable,))) for name, wrong in (mistakes or {}).items())
    return FormulaQuestion(reference, function, variable, domain, named, others)
