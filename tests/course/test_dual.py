"""Dual numbers carry the derivative: against SymPy, and by their algebra."""

import math

import mpmath
import pytest
import sympy

import course
from course.dual import Dual

X = sympy.Symbol("x")
FORMULAS = {
    "polynomial": (lambda x: 3 * x**4 - 2 * x + 7, 3 * X**4 - 2 * X + 7),
    "product": (lambda x: (x * x + 1) * x.sin(), (X**2 + 1) * sympy.sin(X)),
    "quotient": (lambda x: (1 - x) / (x**2 + 2), (1 - X) / (X**2 + 2)),
    "reciprocal": (lambda x: 2 / x - 1 / (x + 3), 2 / X - 1 / (X + 3)),
    "chain": (lambda x: (x * x).cos().exp(), sympy.exp(sympy.cos(X**2))),
    "logarithm": (lambda x: x.log() * x**0.5, sympy.log(X) * sympy.sqrt(X)),
    "sigmoid": (lambda x: 1 / (1 + (-x).exp()), 1 / (1 + sympy.exp(-X))),
    "mixed": (lambda x: 5 - x.sin() ** 3 / 4 + x, 5 - sympy.sin(X) ** 3 / 4 + X),
}


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("place", [0.3, 1.0, 2.75])
def test_value_and_slope_are_those_of_the_formula(name, place):
    ours, formula = FORMULAS[name]
    found = ours(Dual(place, 1.0))
    exact = sympy.Float(place, 40)
    assert found.value == pytest.approx(float(formula.subs(X, exact)), rel=1e-13, abs=1e-14)
    slope = float(sympy.diff(formula, X).subs(X, exact))
    assert found.slope == pytest.approx(slope, rel=1e-12, abs=1e-13)


def test_it_agrees_with_a_derivative_that_knows_no_rules():
    def f(sin, x):
        return sin(x * x) / (1 + x)

    with mpmath.workdps(40):
        expected = float(mpmath.diff(lambda x: f(mpmath.sin, x), mpmath.mpf("1.5")))
    assert f(Dual.sin, Dual(1.5, 1.0)).slope == pytest.approx(expected, rel=1e-14)


def test_epsilon_squared_is_0():
    assert Dual(0, 1) * Dual(0, 1) == Dual(0, 0)
    with pytest.raises(ZeroDivisionError):
        1 / Dual(0.0, 1.0)


def test_constants_have_slope_0():
    x = Dual(2.0, 1.0)
    assert (x - x + 5).slope == 0
    assert x**0 == Dual(1.0, 0.0)
    assert (Dual(0.0, 1.0) ** 0) == Dual(1.0, 0.0)
    assert (Dual(0.0, 1.0) ** 1) == Dual(0.0, 1.0)
    assert (7 + Dual(3.0)).slope == 0


def test_the_slope_of_a_chain_starts_with_the_slope_of_its_variable():
    """Not only 1: along a path with velocity 4 the value changes 4 times as fast."""
    assert Dual(0.5, 4.0).sin().slope == pytest.approx(4 * math.cos(0.5))


def test_a_negative_base_may_have_a_whole_exponent():
    assert Dual(-2.0, 1.0) ** 3 == Dual(-8.0, 12.0)


def test_it_is_reachable_from_the_course():
    assert course.Dual is Dual


def test_outside_the_domain_it_does_not_invent_a_number():
    with pytest.raises(ValueError, match=r"domain|positive"):
        Dual(-1.0, 1.0).log()
