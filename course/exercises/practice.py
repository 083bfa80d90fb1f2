"""What a learner calls: ``course.practice``."""

from __future__ import annotations

import random
from dataclasses import replace

from course.answers.feedback import Feedback
from course.exercises.exercise import Exercise, make, signature
from course.exercises.render import Shown, hint, hints, solution
from course.exercises.strings import ALIASES, PRACTICE, TOPICS
from course.exercises.topics import HIGHEST

__all__ = ["Practice", "practice"]

#: Exercises to be solved before they become harder.
PER_LEVEL = 2


def practice(topic: str = "mixed", *, seed: int | None = None, level: int = 1) -> Practice:
    """Start a series of fresh exercises, with feedback, hints and worked solutions.

    Parameters
    ----------
    topic : str
        ``"powers"``, ``"elementary functions"`` (sums of them), ``"product rule"``,
        ``"quotient rule"``, ``"chain rule"``, ``"mixed"`` or ``"Taylor"``.
    seed : int, optional
        Equal seeds give equal exercises (as long as as many of them are solved). Without one every
        series is new; ``.seed`` tells it.
    level : int
        Where to begin, from 1 to 5. Every two exercises solved lead one level higher.

    Returns
    -------
    Practice
        Shows its current exercise when it is the last expression of a cell.

    Raises
    ------
    ValueError
        For an unknown topic, or a level that does not exist.

    Examples
    --------
    >>> import course
    >>> p = course.practice("chain rule", seed=1)
    >>> p.exercise.text
    'cos(x^5)'
    >>> p.check("cos(x)").right
    False
    """
    return Practice(topic, seed=seed, level=level)


class Practice:
    """A series of exercises; see :func:`practice`.

    Attributes
    ----------
    topic : str
        Key of :data:`course.exercises.strings.TOPICS`.
    seed : int
        What the series is made from.
    exercise : Exercise
        The current one.
    solved : int
        How many were solved without looking at the solution.
    """

    def __init__(self, topic: str = "mixed", *, seed: int | None = None, level: int = 1) -> None:
        self.topic = topic_key(topic)
        if isinstance(level, bool) or level not in range(1, HIGHEST + 1):
            raise ValueError(PRACTICE["bad level"].format(level=level, highest=HIGHEST))
        if seed is not None and (isinstance(seed, bool) or not isinstance(seed, int)):
            raise ValueError(PRACTICE["bad seed"].format(seed=seed))
        self.seed = random.randrange(1_000_000) if seed is None else seed
        self.solved = 0
        self._start = level
        self._seen: set[object] = set()
        self._number = 0
        self.next()

    @property
    def level(self) -> int:
        """The level of the next exercise."""
        return min(HIGHEST, self._start + self.solved // PER_LEVEL)

    def next(self) -> Exercise:
        """Go on to a fresh exercise, whether this one is solved or not."""
        self._number += 1
        self.exercise: Exercise = make(self.topic, self.level, self._number, self.seed, self._seen)
        self._seen.add(signature(self.exercise.function))
        self._hinted, self._shown, self._done = 0, False, False
        return self.exercise

    def check(self, answer: object) -> Feedback:
        """Check an answer to the current exercise, as :func:`course.check` does.

        Parameters
        ----------
        answer : str, list, number or SymPy expression
            A formula; a list for Taylor coefficients.

        Returns
        -------
        Feedback
            With a hint where the mistake is a known one.
        """
        judgement = self.exercise.question.judge(answer)
        if judgement.kind == "right":
            judgement = replace(judgement, notes=(*judgement.notes, self._praise()))
        name = PRACTICE["head"].format(number=self.exercise.number)
        return Feedback((name, judgement))

    def hint(self) -> Shown:
        """How to begin; each further call goes one step further. Never the answer."""
        count = len(hints(self.exercise))
        self._hinted = min(self._hinted + 1, count)
        return hint(self.exercise, self._hinted)

    def solution(self) -> Shown:
        """The worked solution, with the rule used at each step. The exercise then does not count."""
        self._shown = self._shown or not self._done
        return solution(self.exercise)

    def _praise(self) -> str:
        """Count a right answer, once, and say how to go on."""
        if self._done or self._shown:
            return PRACTICE["right again" if self._done else "right shown"]
        before = self.level
        self._done = True
        self.solved += 1
        key = "right harder" if self.level > before else "right"
        return PRACTICE[key].format(solved=self.solved)

    def _again(self) -> str:
        level = f", level={self._start}" if self._start > 1 else ""
        call = f'course.practice("{TOPICS[self.topic]}", seed={self.seed}{level})'
        return PRACTICE["same again"].format(call=call)

    def __repr__(self) -> str:
        return f"{self.exercise!r}\n{self._again()}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from course.exercises.render import exercise_html

        return {"text/plain": repr(self), "text/html": exercise_html(self.exercise, self._again())}


def topic_key(topic: str) -> str:
    """The key of a topic, by any of its names.

    Raises
    ------
    ValueError
        When there is no such topic; the message lists them.
    """
    if isinstance(topic, str):
        name = " ".join(topic.lower().split())
        for candidate in (name, name.removesuffix("s").removesuffix(" rule")):
            candidate = ALIASES.get(candidate, candidate)
            if candidate in TOPICS:
                return candidate
    known = ", ".join(f'"{name}"' for name in TOPICS.values())
    raise ValueError(PRACTICE["unknown topic"].format(topic=topic, topics=known))
