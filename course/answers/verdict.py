"""What a comparison found."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from course.answers.tree import Expr

Kind = Literal["equal", "different", "undefined", "unreadable", "undetermined"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which two formulas certainly differ.

    Attributes
    ----------
    variable : str
        Name of the variable.
    point : Fraction or None
        The exact point; None when it is irrational (then ``text`` describes it).
    text : str
        The point as text: ``"1/2"``, or ``"≈ 1.41421"`` when it is irrational.
    reference, answer : str
        Both values there, as decimals with all shown digits certain, or as exact rationals;
        ``"undefined"`` where the formula has no real value.
    """

    variable: str
    point: Fraction | None
    text: str
    reference: str
    answer: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of :func:`course.answers.compare`.

    Attributes
    ----------
    kind : str
        ``"equal"``, ``"different"``, ``"undefined"`` (the answer has no real value at a point of
        the domain where the reference has one), ``"unreadable"`` or ``"undetermined"``.
    proved : bool
        Whether the verdict is a theorem. ``equal`` and not proved means: equal to hundreds of
        digits at many points. Every other kind but ``undetermined`` is always certain.
    witness : Witness or None
        For ``different`` and ``undefined``: where, and both values. It contains the reference's
        value, which may be shown; the reference itself is not in the verdict.
    message : str
        In plain words.
    answer : Expr or None
        The answer as it was read.
    position : int or None
        For ``unreadable``: index of the character in the typed text.
    readings : tuple of str
        For ``unreadable`` because doubtful: the readings to choose from.
    notes : tuple of str
        How parts of the answer were read, where that is worth saying.
    """

    kind: Kind
    proved: bool = False
    witness: Witness | None = None
    message: str = ""
    answer: Expr | None = None
    position: int | None = None
    readings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def point(self) -> Fraction | None:
        """The witness's exact point, if it has one."""
        return self.witness.point if self.witness else None

    @property
    def equal(self) -> bool:
        """Whether the answer is right."""
        return self.kind == "equal"
