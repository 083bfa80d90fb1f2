"""The chapters' *try its* that are not one formula to differentiate: the question, and hints by answer.

One entry a question, under the id that the notebook's cell names. The reference stands here and not in
the notebook, so that reading the cell does not give it away. An entry's ``hints`` go from a wrong answer
to what to think about; none of them is the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Try:
    """A question of a chapter.

    Parameters
    ----------
    asked : mapping
        The question, as :func:`course.check` takes it: ``{"equals": "3/2"}``, or
        ``{"equals": "b", "choices": ("a", "b")}``.
    hints : mapping of str to str
        From a wrong answer, a formula or a label, to its hint.
    """

    asked: Mapping[str, Any]
    hints: Mapping[str, str] = field(default_factory=dict)

    def judge(self, answer: object) -> Any:
        """Judge an answer; a wrong one that is listed gets its hint."""
        from course.answers.judgement import Hint

        judgement = self._judge(answer, **self.asked)
        if judgement.kind not in ("wrong", "undefined"):
            return judgement
        for wrong, hint in self.hints.items():
            if self._judge(answer, **{**self.asked, "equals": wrong}).kind == "right":
                return replace(judgement, hints=(Hint("listed", hint),))
        return judgement

    @staticmethod
    def _judge(answer: object, **asked: Any) -> Any:
        from course.answers.questions import make_question

        return make_question(**asked).judge(answer)  # type: ignore[union-attr]


def _number(right: str, **hints: str) -> Try:
    """Return a question for one number; ``hints`` go by names, ``minus_5`` standing for -5."""
    return Try({"equals": right}, {_value(name): hint for name, hint in hints.items()})


def _value(name: str) -> str:
    return name.removeprefix("is_").replace("minus_", "-").replace("_over_", "/")


def _choice(right: str, **hints: str) -> Try:
    """Return a question with one right label; every other label has a hint."""
    return Try({"equals": right, "choices": tuple(sorted({right, *hints}))}, hints)


def _formula(right: str, hints: Mapping[str, str], **asked: Any) -> Try:
    """Return a question for a formula."""
    return Try({"equals": right, **asked}, hints)


TRIES: dict[str, Try] = {
    # 1 · The derivative
    "c1-average-velocity": _number(
        "-5",
        is_5="The size is right. Which way has the ball gone between the two times?",
        is_0="Is the ball at the same height at both times?",
        minus_15="That is the change in position. How long did it take?",
        is_15="That is the change in position, without its sign. How long did it take?",
        is_10="That is the velocity at the beginning, at t = 1. The average compares the two positions.",
        minus_20="That is the velocity at the end, at t = 4. The average compares the two positions.",
    ),
    "c1-velocity-or-speed": _choice(
        "b",
        a="40 metres of way in 4 seconds: that is the average *speed*. Velocity has a sign.",
        c="Average velocity compares only the first and the last position. What happened in between?",
    ),
    "c1-relu-left": _number(
        "0",
        is_1="That is the slope on the other side. What is max(0, h) for a negative h?",
        minus_1="What is max(0, h) for a negative h? Put it into the quotient.",
        is_1_over_2="The mean of both sides? A one-sided derivative looks at one side only.",
    ),
    "c1-relu-right": _number(
        "1",
        is_0="That is the slope on the other side. What is max(0, h) for a positive h?",
        is_1_over_2="The mean of both sides? A one-sided derivative looks at one side only.",
    ),
    "c1-cube-root": _choice(
        "b",
        a="A line may be a tangent without having a slope. Compute the quotient: what does it do for small h?",
        c="Draw it, or zoom in: the graph is smooth at 0. The reason is another one.",
    ),
    "c1-squeeze": _number(
        "0",
        is_1="The cosine has no limit at 0. But which factor stands in front of it in the quotient?",
        minus_1="The cosine has no limit at 0. But which factor stands in front of it in the quotient?",
    ),
    # 2 · Linear approximation, and continuity
    "c2-little-o": _choice(
        "b",
        a="Divide by x: what is left, and does it tend to 0?",
        c="Divide by x: sin x is left. Does it tend to 0?",
        d="Divide its absolute value by |x|: the square root of |x| is left. Does it tend to 0?",
    ),
    "c2-line-square": _formula(
        "6x - 9",
        {
            "6x": "The slope is right. Does your line go through the point (3, 9)?",
            "9 + 6x": "The step is measured from the point, not from 0: x − 3.",
            "2x": "That is the derivative as a function. The line needs its value at one point.",
            "9 + 2x (x - 3)": "The slope of a line is a number: take the derivative *at* 3.",
            "6": "That is the slope. The answer is the whole line.",
            "x^2": "That is the function itself. Its approximation is a straight line.",
        },
    ),
    "c2-remainder-square": _formula(
        "(x - 3)^2",
        {
            "-(x - 3)^2": "Subtract the line from the function, not the other way round.",
            "0": "Only at x = 3. What is left at x = 4?",
            "x - 3": "That is the step. How does the remainder depend on it?",
        },
    ),
    "c2-contrapositive": _choice(
        "b",
        a="Try |x| at 0: not differentiable. Is it discontinuous?",
        c="That is the converse. Try |x| at 0.",
    ),
    "c2-partial-sum": _choice(
        "c",
        a="It has only six terms. Is a sum of six cosines anything but smooth?",
        b="What about the derivative of the derivative?",
    ),
    "c2-cube-root-estimate": _number(
        "201/100",
        is_2="That is the value at 8. What does the slope add over the step?",
    ),
    "c2-side-of-line": _choice(
        "a",
        b="Look at the sign of the error that was just computed.",
        c="The step occurs squared in the error. Can its sign change?",
    ),
    # 3 · Rules
    "c3-gap": _choice(
        "a",
        b="Then g(y) − g(0) = 0 for every y, and the proof divides by 0 all the time.",
        c="Look at y = 1/(nπ): what is g there?",
    ),
    # 4 · Elementary functions
    "c4-largest-slope": _number(
        "1/4",
        is_1="The slope is s(1 − s). Can both factors be large at once?",
        is_1_over_2="That is the value s at which the slope is largest. What is the slope there?",
        is_0="The slope is positive everywhere.",
    ),
    "c4-relu-at-0": _choice(
        "c",
        a="Compute both one-sided quotients at 0.",
        b="A limit of difference quotients is not a mean. Do the two sides agree?",
    ),
}


def check(answer: object, question: str | None = None, **asked: Any) -> Any:
    """Check an answer and say what is wrong with it, without giving the right one away.

    Parameters
    ----------
    answer : str, number, list, bool, SymPy expression, class or function
        The learner's answer; ``""``, ``None`` and ``...`` mean that there is none yet.
    question : str, optional
        The id of a question of a chapter, such as ``"c1-average-velocity"``.
    **asked
        Otherwise the question itself, such as ``derivative_of="x^2 sin(x)"``; all of them are
        explained in :func:`course.answers.feedback.check`.

    Returns
    -------
    course.answers.feedback.Feedback
        Shown by the notebook when it is the last expression of a cell.

    Raises
    ------
    KeyError
        For the id of a question that does not exist.
    """
    from course.answers import feedback

    if question is None:
        return feedback.check(answer, **asked)
    if question not in TRIES:
        raise KeyError(f"there is no question {question!r}")
    return feedback.check(answer, question=TRIES[question], **asked)
