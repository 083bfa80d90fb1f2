"""The credit policy: what share of a question's points an answer earns. Its only place.

========================  =====  ==================================================================
answer                    share  meaning
========================  =====  ==================================================================
right                     100 %  equal to the reference on the domain, in whatever form
a lone sign                60 %  equal to the reference after one minus sign is put in or left out:
                                 in front of the whole, of one term of a sum, of one argument or
                                 of one exponent that contains the variable, in the form in which
                                 the question states the reference; in a list: all signs, or one
a domain slip              50 %  right except at finitely many points or on one side of a point,
                                 where the answer is undefined or has another value
one misconception          40 %  equal to what one buggy rule makes of the question's function; but
                                 nothing for the function itself or for a mere number, which can be
                                 written down without differentiating (they get their hint)
otherwise                   0 %
undetermined                 –   a person decides
========================  =====  ==================================================================

Where several apply, the best one counts: a marker cannot tell (cos)′ = sin from a lost sign.
A constant factor that no misconception explains earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

RIGHT = Fraction(1)
LONE_SIGN = Fraction(60, 100)
DOMAIN_SLIP = Fraction(50, 100)
MISCONCEPTION = Fraction(40, 100)
NOTHING = Fraction(0)

#: Shares of a class or function written by the learner: values and slopes count alike, and for each
#: of them half is for ordinary arguments and half for very large and very small ones.
CODE_PART = Fraction(1, 4)


def share(
    kind: str, *, lone_sign: bool = False, domain_slip: bool = False, misconceptions: int = 0
) -> Fraction:
    """The share of the points that an answer earns.

    Parameters
    ----------
    kind : str
        ``"right"``, or any other kind of :class:`course.answers.judgement.Judgement`.
    lone_sign, domain_slip : bool
        Whether the answer differs from the reference in just that.
    misconceptions : int
        How many misconceptions, each alone, explain the answer.

    Returns
    -------
    Fraction
        From 0 to 1. Undetermined answers give 0 here; they are handed to a person.
    """
    if kind == "right":
        return RIGHT
    if kind not in ("wrong", "undefined"):
        return NOTHING
    applicable = [NOTHING]
    if lone_sign:
        applicable.append(LONE_SIGN)
    if domain_slip:
        applicable.append(DOMAIN_SLIP)
    if misconceptions:
        applicable.append(MISCONCEPTION)
    return max(applicable)


def points_for(earned: Fraction, points: float) -> int | float:
    """The points that a share is worth: an integer when it is one.

    Parameters
    ----------
    earned : Fraction
        From :func:`share`.
    points : int or float
        The points of the question.

    Raises
    ------
    ValueError
        When the points are negative or not finite.
    """
    exact = Fraction(points) * earned
    if exact < 0:
        raise ValueError("points must not be negative")
    return int(exact) if exact.denominator == 1 else float(exact)


def average(shares: Iterable[Fraction]) -> Fraction:
    """The share of a question whose parts count alike."""
    values = list(shares)
    return sum(values, Fraction(0)) / len(values) if values else NOTHING
