"""Typed numbers: every decimal is an exact rational, and the float of a simple fraction is that fraction."""

from __future__ import annotations

import re
from fractions import Fraction

from course.answers.errors import AnswerError
from course.answers.grammar.limits import DIGITS, TEN_POWER
from course.answers.strings import GRAMMAR


def number(text: str, position: int | None = None) -> tuple[Fraction, str | None]:
    """Read a decimal exactly.

    Parameters
    ----------
    text : str
        Digits, with or without a point and a power of ten.
    position : int or None
        Where it was typed, for the error.

    Returns
    -------
    value : Fraction
        ``0.1667`` is 1667/10000. A decimal of at least 15 digits which is what Python prints for
        the float nearest to a fraction p/q with small q is p/q: ``0.16666666666666666`` is 1/6.
    note : str or None
        A note for the learner when the reading is worth saying.

    Raises
    ------
    AnswerError
        For too many digits or too large a power of ten.
    """
    mantissa, _, power = text.lower().partition("e")
    if len(mantissa) > DIGITS:
        raise AnswerError(GRAMMAR["number too long"], position)
    if power and (len(power) > 6 or abs(int(power)) > TEN_POWER):
        raise AnswerError(GRAMMAR["exponent of ten"], position)
    exact = Fraction(text)
    digits = re.sub(r"\D", "", mantissa).lstrip("0")
    if len(digits) >= 15 and exact.denominator != 1:
        nearest = float(exact)
        simple = nearest_simple(nearest)
        decimals = len(mantissa.partition(".")[2]) - int(power or 0)
        if simple is not None and (
            abs(exact - simple) <= Fraction(10) ** -decimals or exact == Fraction(repr(nearest))
        ):
            return simple, GRAMMAR["note rational"].format(decimal=text, fraction=simple)
    note = GRAMMAR["note scientific"].format(text=text) if power else None
    return exact, note


def nearest_simple(value: float) -> Fraction | None:
    """The fraction p/q that a float stands for, when q is so small that it is no coincidence.

    Notes
    -----
    About 0.3 w q² fractions with denominators up to q lie in an interval of width w by chance;
    a fraction is accepted when w q² < 1e-3, w the width of the interval that rounds to the float.
    """
    exact = Fraction(value)
    if not 0 < abs(value) < 1e300:
        return None
    for bound in (10**2, 10**4, 10**6, 10**7, 10**8):
        simple = exact.limit_denominator(bound)
        if simple and float(simple) == value:
            width = abs(exact) / 2**53
            return simple if width * simple.denominator**2 < Fraction(1, 1000) else None
    return None
