"""Are two formulas equal as functions on a domain? The entry point of the comparison."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from course.answers.arithmetic.balls import difference_text, in_digits, short
from course.answers.arithmetic.program import Program
from course.answers.comparison.agreement import Found
from course.answers.comparison.deadline import Deadline, TimeIsOverError
from course.answers.comparison.decision import Comparison
from course.answers.domains import Domain
from course.answers.domains import domain as read_domain
from course.answers.errors import AnswerError
from course.answers.reading import interpret
from course.answers.strings import COMPARE
from course.answers.tree import Expr
from course.answers.verdict import Verdict, Witness

SECONDS = 1.8
_DIGITS = (6, 12, 20)


def compare(
    reference: object,
    answer: object,
    *,
    variable: str = "x",
    domain: str | Domain = "reals",
    seconds: float = SECONDS,
) -> Verdict:
    """Compare an answer with the reference as functions of one real variable.

    Parameters
    ----------
    reference, answer : str, number, SymPy expression or Expr
        The two formulas. An unreadable reference raises; an unreadable answer is a verdict.
    variable : str
        The variable's name.
    domain : str or Domain
        Where they must agree: ``"reals"``, ``"naturals"`` (0, 1, 2, …), or comparisons of the
        variable with rational numbers, joined by commas: ``"x != 1, x != -1"``, ``"x > 0"``.
        Points where the reference is undefined do not count.
    seconds : float
        Time limit; when it is reached the verdict is ``undetermined``.

    Returns
    -------
    Verdict
        See there. Powers with odd denominators are real roots: ``x^(1/3)`` is ∛x.

    Raises
    ------
    AnswerError
        When the reference cannot be read.
    ValueError
        When the domain cannot be read.
    """
    deadline = Deadline(seconds)
    where = read_domain(domain, variable)
    right = interpret(reference, (variable,)).tree
    try:
        reading = interpret(answer, (variable,))
    except AnswerError as error:
        return Verdict(
            "unreadable",
            message=error.message,
            position=error.position,
            readings=error.readings,
        )
    verdict = _judge(right, reading.tree, variable, where, deadline)
    return Verdict(
        verdict.kind,
        verdict.proved,
        verdict.witness,
        verdict.message,
        reading.tree,
        notes=reading.notes,
    )


def _judge(
    reference: Expr, answer: Expr, variable: str, where: Domain, deadline: Deadline
) -> Verdict:
    program = Program()
    steps = program.compile(reference), program.compile(answer)
    if steps[0] == steps[1]:
        return Verdict("equal", True, message=COMPARE["equal proved"])
    try:
        outcome = Comparison(program, *steps, where, deadline).decide()
    except Found as found:
        return _difference(found, variable)
    except TimeIsOverError:
        return Verdict("undetermined", message=COMPARE["undetermined time"])
    except (ArithmeticError, LookupError, RecursionError):
        # A defect of ours must cost nobody points, and must not stop a test cell: a person decides.
        return Verdict("undetermined", message=COMPARE["undetermined"])
    if outcome.proved and outcome.certain:
        return Verdict("equal", True, message=COMPARE["equal proved"])
    if outcome.certain:
        return Verdict("equal", False, message=COMPARE["equal certain"])
    return Verdict("undetermined", message=COMPARE["undetermined"])


def _difference(found: Found, variable: str) -> Verdict:
    """The verdict with the witness, the values with as many digits as tell them apart."""
    point = found.point.text()
    key = found.kind
    difference = ""
    if found.kind == "undefined":
        values = _shown(found.reference), COMPARE["undefined value"]
    else:
        values = _apart(found.reference, found.answer)
        if _alike(*values):
            key, difference = "different slightly", difference_text(found.reference, found.answer)
    if point.startswith("≈") and key != "different slightly":
        key += " near"
    message = COMPARE[key].format(
        variable=variable,
        point=point,
        reference=values[0],
        answer=values[1],
        difference=difference,
    )
    witness = Witness(variable, found.point.fraction(), point, *values)
    return Verdict(
        "different" if found.kind == "different" else "undefined", True, witness, message
    )


def _shown(value: Any) -> str:
    return short(value) or in_digits(value, _DIGITS[0])


def _apart(reference: Any, answer: Any) -> tuple[str, str]:
    """Both values: exact if both are short, else in as many digits as tell them apart."""
    exact = short(reference), short(answer)
    if exact[0] and exact[1]:
        return exact[0], exact[1]
    texts = ("", "")
    for digits in _DIGITS:
        texts = in_digits(reference, digits), in_digits(answer, digits)
        if not _alike(*texts):
            break
    return texts


def _alike(first: str, second: str) -> bool:
    """Whether two texts show the same number: 7 and 7.00000."""
    try:
        return Decimal(first) == Decimal(second)
    except InvalidOperation:
        return first == second
