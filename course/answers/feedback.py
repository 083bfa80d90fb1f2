"""What a learner calls and sees: ``check``, ``score`` and the feedback they show."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from course.answers import policy
from course.answers.judgement import Judgement
from course.answers.questions import Question, formula, make_question
from course.answers.strings import FEEDBACK

__all__ = ["Feedback", "WrongAnswer", "check", "formula", "score"]

#: Displayed by ``score`` when a person has to decide; whoever grades looks for it.
UNDETERMINED = "application/vnd.course.undetermined+json"


class WrongAnswer(AssertionError):
    """Raised by ``check`` for an answer that is not right, only while nbgrader validates.

    Validate shows the traceback, so that the traceback is made to be the feedback and nothing else.
    """

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


class Text(str):
    """A text that a notebook shows as it is, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Feedback:
    """The verdict on an answer, shown as rich output in a notebook and as text elsewhere.

    Feedback on several answers is added up with ``+`` and shown together.

    Parameters
    ----------
    *judgements : tuple of (str, Judgement)
        Pairs of an answer's name (may be empty) and what was found out about it.
    """

    def __init__(self, *judgements: tuple[str, Judgement]) -> None:
        self.judgements = judgements

    @property
    def right(self) -> bool:
        """Whether every answer is right (or was only to be read)."""
        return all(judgement.kind in ("right", "read") for _, judgement in self.judgements)

    @property
    def kind(self) -> str:
        """The kind of the first answer that is not right; ``"right"`` if there is none."""
        kinds = [judgement.kind for _, judgement in self.judgements]
        return next((kind for kind in kinds if kind not in ("right", "read")), kinds[0])

    def hint(self) -> Text:
        """The fuller hints, for reading in a terminal."""
        texts = [hint.full or hint.light for _, j in self.judgements for hint in j.hints]
        return Text("\n".join(texts) if texts else FEEDBACK["no hint"])

    def __add__(self, other: Feedback) -> Feedback:
        if not isinstance(other, Feedback):
            return NotImplemented
        return Feedback(*self.judgements, *other.judgements)

    def __repr__(self) -> str:
        from course.answers.render import plain

        return "\n\n".join(plain(name, judgement) for name, judgement in self.judgements)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from course.answers.render import html

        return {"text/plain": repr(self), "text/html": html(self.judgements)}


def check(
    answer: object,
    *,
    question: Question | None = None,
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
    name: str = "",
) -> Feedback:
    """Check an answer and say what is wrong with it, without giving the right one away.

    The question is stated by one of ``derivative_of``, ``taylor_of``, ``computes``, ``equals`` or
    ``question``; with none of them the answer is only read and shown as it was understood.

    Parameters
    ----------
    answer : str, number, list, bool, SymPy expression, Formula, class or function
        The learner's answer. ``""``, ``None`` and ``...`` mean that there is none yet.
    question : Question, optional
        A question of another kind: a witness for a proof (:mod:`course.answers.witnesses`).
    derivative_of : str
        Formula of the function whose derivative is asked for. May be another answer.
    other_forms : sequence of str
        The same function in other forms: slips in differentiating these are recognised too.
    taylor_of : str
        Formula of the function whose first ``terms`` Taylor coefficients at 0 are asked for.
    computes : str
        Formula of the function that the learner's class or Python function has to compute; a class
        also has to have a method ``prime`` that computes its derivative.
    equals : str, number, bool or list
        The reference itself: a formula, a truth value, a label of ``choices``, or a list of
        coefficients. Together with ``derivative_of`` or ``taylor_of`` it is the reference.
    choices : sequence of str, optional
        The labels to choose from, if the question is a choice; ``(True, False)`` for a truth value.
        Without ``equals`` the choice is only read.
    variable : str
        The variable's name.
    domain : str
        Where the answer has to be right; see :func:`course.answers.compare`.
    terms : int
        Number of Taylor coefficients.
    without : sequence of str
        Names of library functions that the learner's code must not use, such as ``"tanh"``.
    mistakes : dict, optional
        Wrong answers of just this question: from the name of a misconception to a formula or choice.
    name : str
        What the answer is called in the feedback, such as ``"u′"``.

    Returns
    -------
    Feedback
        Shown by the notebook when it is the last expression of a cell.

    Raises
    ------
    WrongAnswer
        Only while nbgrader validates (its Validate button), so that Validate shows the feedback.
    AnswerError, ValueError
        When the question, not the answer, is misstated.
    """
    __tracebackhide__ = True
    judgement = _judge(
        answer,
        question=question, derivative_of=derivative_of, other_forms=other_forms, taylor_of=taylor_of, computes=computes, equals=equals,
        choices=choices, variable=variable, domain=domain, terms=terms, without=without,
        mistakes=mistakes,
    )  # fmt: skip
    feedback = Feedback((name, judgement))
    if judgement.kind in ("wrong", "undefined", "unreadable", "empty") and _validating():
        raise WrongAnswer(repr(feedback)) from None
    return feedback


def score(
    answer: object,
    *,
    points: float,
    question: Question | None = None,
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
    name: str = "",
) -> int | float:
    """The points that an answer earns, by :mod:`course.answers.policy`.

    In a test cell's hidden part the last expression is this call (or a sum of such calls): nbgrader
    reads the number as partial credit. The feedback is displayed beside it. When a person has to
    decide, an output of the type ``application/vnd.course.undetermined+json`` says so.

    Parameters
    ----------
    answer : object
        The learner's answer.
    points : int or float
        The points of the question.
    question, derivative_of, other_forms, taylor_of, computes, equals, choices, variable, domain, terms, \
without, mistakes, name
        As in :func:`check`; at least one of the first five is needed.

    Returns
    -------
    int or float
        An integer when it is one.
    """
    if question is derivative_of is taylor_of is computes is equals is None:
        raise ValueError(
            "score needs a question: question, derivative_of, taylor_of, computes or equals"
        )
    judgement = _judge(
        answer,
        question=question, derivative_of=derivative_of, other_forms=other_forms, taylor_of=taylor_of, computes=computes, equals=equals,
        choices=choices, variable=variable, domain=domain, terms=terms, without=without,
        mistakes=mistakes,
    )  # fmt: skip
    _display(Feedback((name, judgement)))
    return policy.points_for(judgement.share, points)


def _judge(answer: object, question: Question | None, **asked: Any) -> Judgement:
    made: Question | Judgement = make_question(**asked) if question is None else question
    return made if isinstance(made, Judgement) else made.judge(answer)


def _validating() -> bool:
    """Whether nbgrader is validating. It sets both variables for the kernel that it starts."""
    return (
        os.environ.get("NBGRADER_EXECUTION", "validate") == "validate"
        and os.environ.get("NBGRADER_VALIDATING") == "1"
    )


def _display(feedback: Feedback) -> None:
    """Show feedback in a notebook's output without making it the result; elsewhere do nothing."""
    import sys

    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    if not shell:
        return
    from IPython.display import display

    display(feedback)
    for name, judgement in feedback.judgements:
        if judgement.kind == "undetermined":
            payload = {"reason": judgement.detail, "name": name, "answer": judgement.text}
            display({UNDETERMINED: payload, "text/plain": judgement.detail}, raw=True)
