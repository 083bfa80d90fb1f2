"""A point with a certified inequality, the induction step and one-sided slopes."""

from __future__ import annotations

import math
import re
import time
from fractions import Fraction

import mpmath
import pytest
import sympy

from course.answers import witnesses
from course.answers.witnesses.induction import polynomial, step
from course.answers.witnesses.points import check_point

FLAT = "e^(-1/x^2)"


def check(x0, bound):
    return check_point(x0, bound, function=FLAT, value_at_0="0")


RIGHT = [
    (1, "1/3"), ("1", "0.367"), (-1, "1/3"), ("1/2", "1/100"), ("2", "3/4"), (0.5, 0.01),
    ("1", "1/e"), ("1", "e^(-1)"), ("1", "exp(-1)"), ("-1", "1/e"), ("1/2", "e^(-4)"),
    ("sqrt(2)", "exp(-1/2)"), ("sqrt(2)", "1/sqrt(e)"), ("0.03", "10^(-483)"),
    ("0.03", "e^(-1112)"), ("1/100", "10^(-5000)"), ("1/100", "e^(-10000)"), (1000, "0.99"),
    ("pi", "0.9"), ("e", "4/5"), (Fraction(1, 3), Fraction(1, 9000)),
    (sympy.Rational(1, 2), sympy.exp(-4)), ("10^100", "1 - 10^(-100)"), ("1", "10^(-300)"),
]  # fmt: skip
WRONG = [
    (0, "1/3"), ("0", "10^(-500)"), ("1 - 1", "1/2"), ("1", "1/2"), ("1", "0.368"), (1, 1),
    ("1", "0"), ("1", "-1"), ("1", "-10^(-50)"), ("0.03", "10^(-482)"), ("0.03", "10^(-300)"),
    ("1/2", "e^(-3)"), ("1/2", "1/50"), ("10^100", "1"), ("2", "0.78"), ("1", "e^(-1) + 10^(-40)"),
    ("1", "e^(-1) + 10^(-300)"), ("1/100", "e^(-9999)"), ("1", "e"), (1, math.exp(-1)),
    ("-3", "0.9"), ("sqrt(2)", "0.61"), ("1/10", "10^(-43)"), ("0", "0"),
]  # fmt: skip


def truth(x0, bound) -> bool:
    """The same decision by mpmath with 1000 digits; equal to 900 digits counts as equal."""

    def number(x):
        if isinstance(x, int | float | Fraction):
            x = Fraction(x)
            return mpmath.mpf(x.numerator) / x.denominator
        if isinstance(x, sympy.Expr):
            return mpmath.mpf(sympy.N(x, 1000))
        text = x.replace("^", "**").replace("sqrt", "mpmath.sqrt").replace("exp", "mpmath.exp")
        names = {"mpmath": mpmath, "e": mpmath.e + 0, "pi": mpmath.pi + 0}
        # The tests' own table: whole numbers become exact first.
        text = re.sub(r"(?<![\w.])(\d+\.?\d*)", r"mpmath.mpf('\1')", text)
        return eval(text, names)

    with mpmath.workdps(1000):
        x, b = number(x0), number(bound)
        value = mpmath.exp(-1 / x**2) if x != 0 else mpmath.mpf(0)
        return b > 0 and value >= b * (1 - mpmath.mpf(10) ** -900)


@pytest.mark.parametrize(("x0", "bound"), RIGHT, ids=str)
def test_right(x0, bound):
    assert truth(x0, bound)
    found = check(x0, bound)
    assert found.kind == "right", found.message


@pytest.mark.parametrize(("x0", "bound"), WRONG, ids=str)
def test_wrong(x0, bound):
    assert not truth(x0, bound)
    found = check(x0, bound)
    assert found.kind == "wrong", found.message
    assert found.share == 0


def test_floats_would_say_the_opposite():
    assert math.exp(-1 / 0.03**2) == 0.0
    assert check("0.03", "10^(-483)").kind == "right"


@pytest.mark.parametrize(
    ("x0", "bound", "kind"),
    [
        ("x", "1", "unreadable"),
        ("1/0", "1", "unreadable"),
        ("1", "y", "unreadable"),
        ("log(-1)", "1", "unreadable"),
        ("1", "", "empty"),
        (None, "1", "empty"),
        ("1", "e^(-1) + 10^(-5000)", "undetermined"),
    ],
)
def test_other_kinds(x0, bound, kind):
    assert check(x0, bound).kind == kind


@pytest.mark.parametrize(
    ("x0", "bound"),
    [
        ("9^9^9^9", "1/2"),
        ("1/10^300", "10^(-300)"),
        ("1", "factorial(10^9)"),
        ("1", "sin(10^(10^9))"),
        ("(((" * 30 + "1" + ")))" * 30, "1"),
        ("+".join(["sqrt(2)"] * 500), "1/2"),
    ],
)
def test_hostile_input_ends_in_time(x0, bound):
    start = time.perf_counter()
    assert check(x0, bound).kind in ("right", "wrong", "unreadable", "undetermined")
    assert time.perf_counter() - start < 2.0


@pytest.mark.parametrize("answer", [3, "1, 2", (1,), (1, 2, 3)])
def test_a_point_is_a_pair(answer):
    assert witnesses.Point(FLAT, "0").judge(answer).kind == "unreadable"


# -- the induction step ---------------------------------------------------------------------------


def in_sympy(tree, t):
    """A tree as a SymPy expression, through its text."""
    from course.answers import to_text

    text = to_text(tree).replace("^", "**")
    return sympy.parse_expr(text, local_dict={"t": t, "e": sympy.E})


def test_step_and_polynomials_against_sympy():
    t, x = sympy.symbols("t x", positive=True)
    a, b = (in_sympy(tree, t) for tree in step(FLAT))
    assert sympy.simplify(a - 2 * t**3) == 0
    assert sympy.simplify(b + t**2) == 0
    f = sympy.exp(-1 / x**2)
    for order in range(5):
        p = sympy.simplify(sympy.diff(f, x, order) / f).subs(x, 1 / t)
        assert sympy.simplify(in_sympy(polynomial(FLAT, order), t) - p) == 0


def test_step_of_another_function():
    t = sympy.Symbol("t", positive=True)
    a, b = (in_sympy(tree, t) for tree in step("e^(-1/x)"))
    assert sympy.simplify(a - t**2) == 0
    assert sympy.simplify(b + t**2) == 0


STEPS = {
    "A": (
        ["2t^3", "2*t**3", "t^3 + t^3", "2t*t^2", "2/t^(-3)", "-(-2t^3)", "4t^3/2", "2t^4/t",
         "(2t^2) t", "2 (t)^3"],
        ["t^3", "-2t^3", "2t^2", "2t", "3t^3", "2/t^3", "-t^2", "2t^3 - t^2", "2", "0", "1",
         "2t^3 + 10^(-10)", "2.0001 t^3", "2t^5", "t^2", "6t^2", "-2/t^3", "2|t|^3", "e^t", "2^t"],
    ),
    "B": (
        ["-t^2", "-t*t", "-(t^2)", "(-1)t^2", "0 - t^2", "-t^3/t", "-1/t^(-2)", "-|t|^2",
         "t^2 - 2t^2", "-(-t)^2"],
        ["t^2", "-1", "1", "-t", "-t^3", "2t^3", "-1/t^2", "1/t^2", "-2t^2", "t^2/2", "0",
         "(-t)^2", "-t^2 + 1", "-t^2 - 10^(-12)", "-t|t|", "t", "-t^4", "2t", "-2t", "sqrt(t)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("factor", "AB")
def test_step_question(factor):
    right, wrong = STEPS[factor]
    question = witnesses.Step(factor)
    for text in right:
        assert question.judge(text).kind == "right", text
    for text in wrong:
        judged = question.judge(text)
        assert judged.kind in ("wrong", "undefined"), text
        assert judged.share < 1


def test_slopes():
    assert witnesses.Slope("x^2").judge("0").kind == "right"
    assert witnesses.Slope("x^2", order=2).judge(2).kind == "right"
    assert witnesses.Slope("x^2", order=2).judge(0).kind == "wrong"
    assert witnesses.Slope("0", order=2).judge("0").kind == "right"
    assert witnesses.Slope("sin(x)", at="pi").judge("-1").kind == "right"


def test_limits_along():
    question = witnesses.LimitAlong("-x^2")
    for text in ("-a^2", "-a*a", "-(a^2)", "-|a|^2"):
        assert question.judge(text).kind == "right", text
    for text in ("a^2", "0", "-a", "-2a", "-a|a|", "x^2", "-a^2 + 10^(-15)"):
        assert question.judge(text).kind != "right", text
