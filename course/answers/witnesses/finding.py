"""What a check of a witness found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from course.answers.errors import AnswerError
from course.answers.strings import WITNESS
from course.answers.tree import Expr

Kind = Literal["right", "wrong", "empty", "unreadable", "undetermined"]


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking a witness.

    Attributes
    ----------
    kind : str
        ``"right"`` (proved), ``"wrong"`` (refuted by ``counterexample``), ``"empty"``,
        ``"unreadable"`` or ``"undetermined"`` (for a person to decide; never "wrong").
    message : str
        In plain words.
    share : Fraction
        The share of the points: 1 if right, 0 otherwise, between for a partly right answer.
    counterexample : mapping
        For ``"wrong"``: what refutes the answer, by name; exact numbers where they are rational.
    answers : tuple of Expr
        The formulas as they were read.
    notes : tuple of str
        How parts of the answer were read.
    """

    kind: Kind
    message: str = ""
    share: Fraction = Fraction(0)
    counterexample: Mapping[str, Any] = field(default_factory=dict)
    answers: tuple[Expr, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the witness does what it must."""
        return self.kind == "right"


def right(message: str, **more: Any) -> Finding:
    """The finding for a proved witness, with all points."""
    return Finding("right", message, Fraction(1), **more)


def is_empty(answer: object) -> bool:
    """Whether a cell was left as it was: no answer yet."""
    return answer is None or answer is Ellipsis or (type(answer) is str and not answer.strip())


def read_answer(answer: object, variables: Iterable[str]) -> Finding | tuple[Expr, tuple[str, ...]]:
    """Read a typed formula, or say in a finding why there is none.

    Returns
    -------
    Finding or tuple
        The tree and the notes about how it was read; a finding if it cannot be read.
    """
    from course.answers.reading import interpret

    if is_empty(answer):
        return Finding("empty", WITNESS["empty"])
    try:
        reading = interpret(answer, tuple(variables))
    except AnswerError as error:
        readings = " / ".join(error.readings)
        text = error.message + (
            f" ({readings})" if readings and readings not in error.message else ""
        )
        return Finding("unreadable", text)
    return reading.tree, reading.notes


def shown(x: Any) -> str:
    """A number as text: a fraction, or a decimal with ≈ for a ball or an irrational number."""
    if isinstance(x, Fraction | int):
        text = str(x)
        return text if len(text) <= 20 else f"≈ {decimal(Fraction(x))}"
    if isinstance(x, str):
        return x
    return "0" if x.is_zero() else "≈ " + x.str(6, radius=False)


def decimal(x: Fraction) -> str:
    """A rational number in six significant digits, also outside the range of floats."""
    from flint import arb, ctx, fmpq

    with ctx.workprec(64):
        return str(arb(fmpq(x.numerator, x.denominator)).str(6, radius=False))
