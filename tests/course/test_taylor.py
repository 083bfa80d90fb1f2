"""Taylor coefficients against SymPy, and the points that have no expansion."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.functions import (
    Abs,
    Function,
    Linear,
    Polynomial,
    Power,
    Step,
    cbrt,
    cos,
    exp,
    log,
    relu,
    sigmoid,
    sin,
    sqrt,
    tan,
    tanh,
    x,
)
from course.taylor import lagrange_bound, remainder, taylor_coefficients, taylor_polynomial

pytestmark = pytest.mark.filterwarnings("error")
X = sympy.Symbol("x")
F = Fraction


def sympy_coefficients(expression, n, at):
    """The derivatives at the centre over k!: no series code of SymPy's is involved."""
    values = []
    for k in range(n + 1):
        values.append(expression.subs(X, at) / sympy.factorial(k))
        expression = sympy.diff(expression, X)
    return values


EXACT = [
    (sin, sympy.sin(X), 0),
    (cos, sympy.cos(X), 0),
    (tan, sympy.tan(X), 0),
    (exp, sympy.exp(X), 0),
    (log(1 + x), sympy.log(1 + X), 0),
    (log, sympy.log(X), 1),
    (1 / (1 + x), 1 / (1 + X), 0),
    (1 / (1 + x**2), 1 / (1 + X**2), 0),
    (exp(-(x**2)), sympy.exp(-(X**2)), 0),
    (sigmoid, 1 / (1 + sympy.exp(-X)), 0),
    (tanh, sympy.tanh(X), 0),
    (tanh.derivative(), 1 - sympy.tanh(X) ** 2, 0),
    (sqrt, sympy.sqrt(X), 4),
    (sqrt(1 + x), sympy.sqrt(1 + X), 0),
    (cbrt, X ** sympy.Rational(1, 3), 8),
    (Power(F(-3, 2)), X ** sympy.Rational(-3, 2), F(1, 4)),
    (x**5, X**5, F(1, 3)),
    (x**-2, X**-2, -2),
    (x**2 * exp(sin), X**2 * sympy.exp(sympy.sin(X)), 0),
    (exp(sin(x**2)) / cos, sympy.exp(sympy.sin(X**2)) / sympy.cos(X), 0),
    ((x**2 + 1) / (x**2 - 1), (X**2 + 1) / (X**2 - 1), 3),
    (Polynomial([1, -2, 0, F(1, 7)]), 1 - 2 * X + X**3 / 7, 2),
    (3 * Linear(2, 1) ** 2 + 1, 3 * (2 * X + 1) ** 2 + 1, -1),
    (x**0, sympy.Integer(1), 0),
    (abs(x) * relu, X**2, 5),
    (abs(x**3) - relu, -(X**3), -1),
    (log.derivative(), 1 / X, 2),
    (5 + 0 * x, sympy.Integer(5), 0),
]


@pytest.mark.parametrize(("f", "expression", "at"), EXACT, ids=lambda v: str(v).replace(" ", ""))
def test_exact_coefficients(f, expression, at):
    ours = taylor_coefficients(f, 7, at)
    theirs = sympy_coefficients(expression, 7, sympy.Rational(at))
    assert all(isinstance(c, Fraction) for c in ours)
    assert [sympy.Rational(c) for c in ours] == [sympy.simplify(c) for c in theirs]


def test_high_orders_are_exact_and_quick():
    assert taylor_coefficients(exp, 100)[100] == F(1, math.factorial(100))
    assert taylor_coefficients(sin, 51)[51] == F(-1, math.factorial(51))
    assert taylor_coefficients(exp(-(x**2)), 40)[40] == F(1, math.factorial(20))


@pytest.mark.parametrize(
    ("f", "true"),
    [
        (sin, mpmath.sin),
        (exp(sin), lambda t: mpmath.exp(mpmath.sin(t))),
        (tan, mpmath.tan),
        (log(2 + cos), lambda t: mpmath.log(2 + mpmath.cos(t))),
        (sigmoid, lambda t: 1 / (1 + mpmath.exp(-t))),
        (tanh, mpmath.tanh),
        (sqrt(1 + x**2), lambda t: mpmath.sqrt(1 + t**2)),
        (cbrt(x - 3), lambda t: -mpmath.cbrt(3 - t)),
        (
            sigmoid.derivative() @ sin,
            lambda t: mpmath.diff(lambda u: 1 / (1 + mpmath.exp(-u)), mpmath.sin(t)),
        ),
    ],
    ids=lambda f: f"{f}" if isinstance(f, Function) else "true",
)
@settings(deadline=None, max_examples=6)
@given(at=st.floats(-1.2, 1.2))
@example(at=1e-200)
@example(at=-0.3)
def test_inexact_centres(f, true, at):
    with mpmath.workdps(50):
        theirs = [float(c) for c in mpmath.taylor(true, mpmath.mpf(at), 6)]
    assert np.allclose(
        [float(c) for c in taylor_coefficients(f, 6, at)], theirs, rtol=1e-10, atol=1e-10
    )


def test_a_whole_float_is_an_exact_centre():
    assert taylor_coefficients(log, 3, at=1.0) == (0, 1, F(-1, 2), F(1, 3))
    assert all(isinstance(c, Fraction) for c in taylor_coefficients(sin, 3, at=0.0))
    assert isinstance(taylor_coefficients(exp, 1, at=1)[0], float)


@pytest.mark.parametrize(
    ("f", "at"),
    [
        (log, 0), (log, -1), (abs(x), 0), (relu, 0), (Abs(slope_at_0=0), 0), (Step(0, 1), 0), (sqrt, 0),
        (cbrt, 0), (Power(1.5), 0), (Power(-1), 0), (1 / x, 0), (sin / x, 0), (sin + abs(x - 1), 1),
        (log(sin), 0), (exp(1 / x**2), 0), (log.derivative(), -1), (relu(x**2 - 1), 1),
    ],
)  # fmt: skip
def test_where_there_is_no_expansion(f, at):
    with pytest.raises(ValueError, match="no Taylor expansion"):
        taylor_coefficients(f, 3, at)


def test_other_errors():
    for n in (-1, 1.5, "3"):
        with pytest.raises(ValueError, match="order"):
            taylor_coefficients(sin, n)
    with pytest.raises(ValueError, match="range"):
        taylor_coefficients(exp, 2, at=1000)
    with pytest.raises(ValueError, match="finite"):
        taylor_coefficients(sin, 2, at=np.inf)
    with pytest.raises(TypeError):
        taylor_coefficients(np.sin, 2)


def test_a_learners_function_goes_as_far_as_its_derivatives():
    class Twice(Function):
        """2x, known by its values."""

        def __call__(self, x):
            return 2 * x

        def prime(self, x):
            return 2

    assert taylor_coefficients(Twice(), 1, at=3) == (6, 2)
    with pytest.raises(NotImplementedError):
        taylor_coefficients(Twice(), 2)


def test_the_polynomial_is_a_function():
    t5 = taylor_polynomial(sin, 5)
    assert isinstance(t5, Polynomial)
    assert t5(0.5) == pytest.approx(0.5 - 0.5**3 / 6 + 0.5**5 / 120, rel=1e-15)
    assert t5.derivative()(0.5) == pytest.approx(1 - 0.5**2 / 2 + 0.5**4 / 24, rel=1e-15)
    at_one = taylor_polynomial(log, 3, at=1)
    assert at_one(1.2) == pytest.approx(0.2 - 0.02 + 0.008 / 3, rel=1e-14)
    assert str(at_one) == "(x - 1) - (1/2)*(x - 1)^2 + (1/3)*(x - 1)^3"


@settings(deadline=None, max_examples=60)
@given(t=st.floats(-3, 3), n=st.integers(0, 12))
def test_lagranges_bound_holds(t, n):
    error = abs(remainder(exp, n)(t))
    assert error <= lagrange_bound(math.exp(abs(t)), n, t) + 1e-14
    assert abs(remainder(sin, n)(t)) <= lagrange_bound(1, n, t) + 1e-15


def test_peano_the_remainder_is_small_compared_to_the_step():
    rest = remainder(exp(sin), 3, at=1)
    quotients = [abs(rest(1 + h)) / h**3 for h in (1e-1, 1e-2, 1e-3)]
    assert quotients[0] > 5 * quotients[1] > 25 * quotients[2]
