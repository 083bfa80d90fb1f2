"""What was found out about one answer: the common result of all kinds of questions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from course.answers import policy

Kind = Literal["right", "wrong", "undefined", "unreadable", "undetermined", "empty", "read"]


@dataclass(frozen=True, slots=True)
class Hint:
    """What may have gone wrong: a light hint, and a fuller one for those who ask.

    Attributes
    ----------
    name : str
        The misconception's name, or ``"lone sign"``, ``"domain slip"``.
    light, full : str
        In plain words. Neither contains the answer.
    """

    name: str
    light: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found out about one answer.

    Attributes
    ----------
    kind : str
        ``"right"``, ``"wrong"``, ``"undefined"`` (somewhere on the domain), ``"unreadable"``,
        ``"undetermined"`` (a person decides), ``"empty"`` (no answer yet) or ``"read"`` (only
        read: the question has no automatic check).
    detail : str
        Why: the witness, or what cannot be read. In plain words.
    latex, text : str
        The answer as it was read; empty when there is nothing to echo.
    typed : str
        What the learner typed, when it could not be read.
    hints : tuple of Hint
        What may have gone wrong; several when several mistakes lead to the same answer.
    notes : tuple of str
        How the answer was read, and advice that costs no points.
    share : Fraction
        The share of the points, by :mod:`course.answers.policy`.
    """

    kind: Kind
    detail: str = ""
    latex: str = ""
    text: str = ""
    typed: str = ""
    hints: tuple[Hint, ...] = ()
    notes: tuple[str, ...] = ()
    share: Fraction = policy.NOTHING
