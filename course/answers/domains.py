"""The domain of a question: where two formulas must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from course.answers.errors import AnswerError
from course.answers.grammar.parser import Parser
from course.answers.strings import COMPARE
from course.answers.tree import Apply, Comparison, Condition, Expr, Logic, Variable

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_WHOLE = frozenset({"naturals", "natural numbers", "nonnegative integers"})
_LINE = frozenset({"reals", "real numbers", "all reals", "r", ""})


@dataclass(frozen=True, slots=True)
class Domain:
    """An interval without some points, or the integers in it.

    Attributes
    ----------
    low, high : Fraction or None
        The ends; None where there is none.
    low_included, high_included : bool
        Whether an end belongs to the domain.
    holes : frozenset of Fraction
        Points that do not belong to it.
    discrete : bool
        Whether only the integers of the interval belong to it.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_included: bool = False
    high_included: bool = False
    holes: frozenset[Fraction] = field(default_factory=frozenset)
    discrete: bool = False

    def __contains__(self, point: Fraction) -> bool:
        if point in self.holes or (self.discrete and point.denominator != 1):
            return False
        above = self.low is None or point > self.low or (self.low_included and point == self.low)
        below = (
            self.high is None or point < self.high or (self.high_included and point == self.high)
        )
        return above and below


def domain(text: str | Domain, variable: str = "x") -> Domain:
    """Read a domain.

    Parameters
    ----------
    text : str or Domain
        ``"reals"``, ``"naturals"`` (0, 1, 2, …), or comparisons of the variable with rational
        numbers, joined by commas or ``and``: ``"x > 0"``, ``"x != 1, x != -1"``, ``"0 < x <= 1"``,
        ``"|x| < 1"``, ``"naturals, n >= 1"``.
    variable : str
        The variable's name.

    Returns
    -------
    Domain
        The domain.

    Raises
    ------
    ValueError
        When the text is no domain, or the domain is empty.
    """
    if isinstance(text, Domain):
        return text
    found = Domain()
    for part in re.split(r"[,;]|\band\b", text):
        word = part.strip().lower()
        if word in _WHOLE:
            found = _meet(found, Domain(low=Fraction(0), low_included=True, discrete=True))
        elif word == "integers":
            found = _meet(found, Domain(discrete=True))
        elif word not in _LINE:
            found = _meet(found, _comparison(part, text, variable))
    low, high = found.low, found.high
    if low is not None and high is not None:
        point = low == high and found.low_included and found.high_included
        if low > high or (low == high and not point):
            raise ValueError(COMPARE["bad domain"].format(domain=text, variable=variable))
    return found


def _comparison(part: str, whole: str, variable: str) -> Domain:
    error = ValueError(COMPARE["bad domain"].format(domain=whole, variable=variable))
    try:
        condition = Parser(part.replace("≠", "!="), (variable,)).anything()
    except AnswerError:
        raise error from None
    if isinstance(condition, Expr):
        raise error
    found = Domain()
    for single in _singles(condition):
        if single is None:
            raise error
        piece = _single(single, variable)
        if piece is None:
            raise error
        found = _meet(found, piece)
    return found


def _singles(condition: Condition) -> list[Comparison | None]:
    if isinstance(condition, Comparison):
        return [condition]
    if isinstance(condition, Logic) and condition.op == "and":
        return [single for part in condition.parts for single in _singles(part)]
    return [None]


def _single(condition: Comparison, variable: str) -> Domain | None:
    """The domain of one comparison between the variable, or its modulus, and a number."""
    left, right, op = condition.left, condition.right, condition.op
    value = _constant(right)
    if value is None:
        left, right, op = right, left, _MIRRORED[op]
        value = _constant(right)
    if value is None:
        return None
    modulus = left == Apply("abs", (Variable(variable),))
    if modulus and op in ("<", "<="):
        return Domain(-value, value, op == "<=", op == "<=")
    if modulus and op in (">", "!=") and value == 0:
        return Domain(holes=frozenset({value}))
    if left != Variable(variable) or modulus:
        return None
    match op:
        case "!=":
            return Domain(holes=frozenset({value}))
        case "=":
            return Domain(value, value, True, True)
        case ">" | ">=":
            return Domain(low=value, low_included=op == ">=")
    return Domain(high=value, high_included=op == "<=")


def _constant(tree: Expr) -> Fraction | None:
    """The rational number that a tree without the variable is."""
    from course.answers.arithmetic.balls import ZERO
    from course.answers.arithmetic.evaluate import run
    from course.answers.arithmetic.program import Program

    program = Program()
    step = program.compile(tree)
    if not program.steps[step].constant:
        return None
    value = run(program, program.needed(step), ZERO, 128)[step]
    return Fraction(int(value.p), int(value.q)) if type(value) is type(ZERO) else None


def _meet(a: Domain, b: Domain) -> Domain:
    """The points that belong to both."""
    low, low_in = a.low, a.low_included
    if low is None or (b.low is not None and b.low > low):
        low, low_in = b.low, b.low_included
    elif b.low == low:
        low_in = low_in and b.low_included
    high, high_in = a.high, a.high_included
    if high is None or (b.high is not None and b.high < high):
        high, high_in = b.high, b.high_included
    elif b.high == high:
        high_in = high_in and b.high_included
    return Domain(low, high, low_in, high_in, a.holes | b.holes, a.discrete or b.discrete)
