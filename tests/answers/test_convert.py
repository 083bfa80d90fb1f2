"""SymPy objects and numbers to trees; hostile objects decide nothing."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp

from course.answers import AnswerError, compare, parse, read, to_text
from course.answers.tree import Number

x = sp.Symbol("x")


@pytest.mark.parametrize(
    "assumptions", [{}, {"real": True}, {"positive": True}, {"integer": True}, {"complex": True}]
)
def test_symbols_match_by_name(assumptions):
    s = sp.Symbol("x", **assumptions)
    assert compare("2x e^(x^2)", 2 * s * sp.exp(s**2)).kind == "equal"
    assert compare("2x", 3 * sp.Dummy("x", **assumptions)).kind == "different"


@pytest.mark.parametrize(
    ("expression", "typed"),
    [
        (sp.diff(sp.tanh(x), x), "1 - tanh(x)^2"),
        (sp.diff((x**2 + 1) / (x**2 - 1), x), "-4x/(x^2-1)^2"),
        (sp.Piecewise((0, x < 0), (2 * x, True)), "2 max(x, 0)"),
        (sp.Piecewise((0, sp.And(x < 0, x > -5)), (0, x <= -5), (2 * x, True)), "2max(x, 0)"),
        (sp.Max(x, 0) - sp.Min(x, 0), "|x|"),
        (sp.Abs(x) * sp.sign(x), "x"),
        (sp.E**x + sp.pi, "pi + exp(x)"),
        (sp.sqrt(x**2), "|x|"),
        (sp.Rational(1, 3) * x, "x/3"),
        (sp.cbrt(x), "cbrt(x)"),
        (x ** sp.Rational(-2, 3), "1/cbrt(x)^2"),
        (sp.factorial(5) * x, "120x"),
        (sp.floor(x) + sp.ceiling(x), "floor(x) - floor(-x)"),
        (sp.Float("0.5") * x, "x/2"),
        (sp.log(x**2 + 1, 2), "log2(x^2+1)"),
        (sp.sech(x) ** 2, "1/cosh(x)^2"),
    ],
)
def test_expressions(expression, typed):
    assert compare(typed, expression).kind == "equal"
    assert parse(to_text(read(expression))) is not None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, Fraction(3)),
        (0.1, Fraction(1, 10)),
        (-0.5, Fraction(-1, 2)),
        (1 / 3, Fraction(1, 3)),
        (1 / 5040, Fraction(1, 5040)),
        (0.1667, Fraction(1667, 10000)),
        (1e22, Fraction(10**22)),
        (Fraction(2, 7), Fraction(2, 7)),
        (Decimal("0.25"), Fraction(1, 4)),
        (np.float64(1 / 6), Fraction(1, 6)),
        (np.int64(-4), Fraction(-4)),
        (sp.Integer(7), Fraction(7)),
        (sp.Float(1 / 6), Fraction(1, 6)),
    ],
)
def test_numbers(value, expected):
    assert read(value) == Number(expected)


class Sneaky(sp.Symbol):
    """A subclass of SymPy's own class."""


class Agreeable:
    """Says yes to everything."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __str__(self):
        return "2*x"

    def _sympy_(self):
        raise AssertionError("must not be called")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (sp.Derivative(sp.sin(x), x), "Derivative"),
        (sp.Integral(x, x), "Integral"),
        (sp.Limit(sp.sin(x) / x, x, 0), "Limit"),
        (sp.Sum(x, (x, 0, 3)), "Sum"),
        (sp.Heaviside(x), "convention"),
        (sp.Function("f")(x), "f"),
        (sp.Symbol("y") + 1, "y"),
        (sp.I * x, "real"),
        (sp.oo, "real number"),
        (sp.nan, "real number"),
        (x < 1, "condition"),
        (sp.true, "condition"),
        (Sneaky("x"), "Sneaky"),
        (Sneaky("x") + 1, "Sneaky"),
        (Agreeable(), "Agreeable"),
        (lambda t: 2 * t, "function"),
        (True, "True"),
        (None, "no answer"),
        (..., "no answer"),
        (float("nan"), "real number"),
        (float("inf"), "real number"),
        (1j, "real"),
        ([1, 2], "list"),
        (sp.Matrix([x]), "type"),
        (b"2*x", "bytes"),
    ],
)
def test_refused(answer, words):
    with pytest.raises(AnswerError, match=words):
        read(answer)
    verdict = compare("2x", answer)
    assert verdict.kind == "unreadable"
    assert words in verdict.message


def test_strings_of_a_subclass_are_read_as_typed():
    class Text(str):
        def __str__(self):
            return "2*x"

    assert compare("2x", Text("3x")).kind == "different"


def test_a_huge_or_deep_sympy_object_is_refused():
    deep = x
    for _ in range(150):
        deep = sp.sin(deep, evaluate=False)
    with pytest.raises(AnswerError):
        read(deep)
    wide = sp.Add(*(sp.sin(k * x) for k in range(5000)))
    with pytest.raises(AnswerError):
        read(wide)
