"""The credit policy, by the numbers that learners are told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from course.answers import policy
from course.answers.feedback import score

QUESTION = {"derivative_of": "e^(-x^2/2)", "equals": "-x e^(-x^2/2)"}


@pytest.mark.parametrize(
    ("kind", "facts", "percent"),
    [
        ("right", {}, 100),
        ("right", {"misconceptions": 2}, 100),
        ("wrong", {}, 0),
        ("wrong", {"misconceptions": 1}, 40),
        ("wrong", {"misconceptions": 3}, 40),
        ("wrong", {"lone_sign": True}, 60),
        ("undefined", {"domain_slip": True}, 50),
        ("wrong", {"domain_slip": True, "misconceptions": 1}, 50),
        ("wrong", {"lone_sign": True, "misconceptions": 1}, 60),
        ("undefined", {}, 0),
        ("unreadable", {"misconceptions": 1}, 0),
        ("undetermined", {"lone_sign": True}, 0),
        ("empty", {}, 0),
    ],
)
def test_shares(kind, facts, percent):
    assert policy.share(kind, **facts) == Fraction(percent, 100)


@pytest.mark.parametrize(
    ("share", "points", "expected"),
    [("1", 5, 5), ("2/5", 5, 2), ("3/5", 4, 2.4), ("1/2", 5, 2.5), ("0", 5, 0), ("1", 2.5, 2.5)],
)
def test_points_are_integers_when_they_can_be(share, points, expected):
    found = policy.points_for(Fraction(share), points)
    assert found == expected
    assert type(found) is type(expected)


def test_negative_points_are_refused():
    with pytest.raises(ValueError, match="negative"):
        policy.points_for(Fraction(1), -1)


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("-x e^(-x^2/2)", 10),
        ("-x/e^(x^2/2)", 10),
        ("-x*exp(-0.5*x**2)", 10),
        ("x e^(-x^2/2)", 6),  # the sign in front
        ("-x e^(x^2/2)", 6),  # the sign of the exponent
        ("e^(-x^2/2)", 4),  # the inner derivative lost
        ("e^(-x)", 4),
        ("-2x e^(-x^2/2)", 4),  # the factor 1/2 of the exponent dropped
        ("-3x e^(-x^2/2)", 0),  # a factor that no misconception explains
        ("-x e^(-x^2)", 0),
        ("-x e^(-x^2/2) + 1/10^9", 0),
        ("x e^(x^2/2)", 0),  # two signs
        ("-x^2 e^(-x^2/2)/x", 5),  # a hole at 0
        ("cases(x = 0, 1, -x e^(-x^2/2))", 5),  # another value at 0
        ("-e^(log(x)) e^(-x^2/2)", 5),  # undefined for x <= 0
        ("cases(x = 0, 1, x = 1, 1, x = 2, 1, x = 3, 1, x = 4, 1, -x e^(-x^2/2))", 0),
        ("cases(x < 0, 0, -x e^(-x^2/2))", 0),  # wrong on an interval
        ("", 0),
        ("sin(", 0),
    ],
)
def test_credit_of_a_derivative(answer, points):
    assert score(answer, points=10, **QUESTION) == points


SINE = [0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040"]


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        (SINE, 10),
        ("0, 1, 0, -1/6, 0, 1/120, 0, -1/5040", 10),
        ([*SINE, 0, "1/362880"], 10),  # more than asked for, and right
        ([*SINE, 0, "1/3628"], 0),
        ([0, -1, 0, "1/6", 0, "-1/120", 0, "1/5040"], 6),  # all signs
        ([0, 1, 0, "1/6", 0, "1/120", 0, "-1/5040"], 6),  # one sign
        ([0, 1, 0, "1/6", 0, "1/120", 0, "1/5040"], 4),  # the signs lost
        ([0, 1, 0, -1, 0, 1, 0, -1], 4),  # no factorial
        ([0, 1, 0, -0.1667, 0, 0.00833, 0, -0.000198], 0),  # rounded
        (SINE[:7], 0),
        ([0] * 8, 0),
        ([], 0),
        (["", "", ""], 0),
    ],
)
def test_credit_of_coefficients(answer, points):
    assert score(answer, taylor_of="sin(x)", points=10) == points
