"""Every elementary function and its derivative against mpmath at 50 digits, extremes included."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.functions import (
    Abs,
    Constant,
    Function,
    Identity,
    Linear,
    Polynomial,
    Power,
    ReLU,
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
)  # fmt: skip

pytestmark = pytest.mark.filterwarnings("error")
mp = mpmath.mp.clone()
mp.dps = 50
TINY, HUGE = np.finfo(float).tiny, np.finfo(float).max


def sech2(t):
    return 1 / mp.cosh(t) ** 2


def logistic(t):
    return 1 / (1 + mp.exp(-t))


# name: function, value, derivative, where the value exists, where the derivative exists
ORACLE = {
    "x^0": (Power(0), lambda t: 1, lambda t: 0, None, None),
    "x^1": (Power(1), lambda t: t, lambda t: 1, None, None),
    "x^7": (Power(7), lambda t: t**7, lambda t: 7 * t**6, None, None),
    "x^-1": (Power(-1), lambda t: 1 / t, lambda t: -1 / t**2, bool, bool),
    "x^-3": (Power(-3), lambda t: t**-3, lambda t: -3 * t**-4, bool, bool),
    "x^1.5": (Power(1.5), lambda t: t * mp.sqrt(t), lambda t: 1.5 * mp.sqrt(t), lambda t: t >= 0, lambda t: t > 0),
    "x^-1/2": (Power(Fraction(-1, 2)), lambda t: 1 / mp.sqrt(t), lambda t: -0.5 / mp.sqrt(t) ** 3, lambda t: t > 0, lambda t: t > 0),
    "linear": (Linear(3, 0), lambda t: 3 * t, lambda t: 3, None, None),
    "sin": (sin, mp.sin, mp.cos, None, None),
    "cos": (cos, mp.cos, lambda t: -mp.sin(t), None, None),
    "tan": (tan, mp.tan, lambda t: 1 / mp.cos(t) ** 2, None, None),
    "exp": (exp, mp.exp, mp.exp, None, None),
    "log": (log, mp.log, lambda t: 1 / t, lambda t: t > 0, lambda t: t > 0),
    "sqrt": (sqrt, mp.sqrt, lambda t: 1 / (2 * mp.sqrt(t)), lambda t: t >= 0, lambda t: t > 0),
    "cbrt": (cbrt, lambda t: mp.sign(t) * mp.cbrt(abs(t)), lambda t: 1 / (3 * mp.cbrt(abs(t)) ** 2), None, bool),
    "abs": (Abs(), abs, mp.sign, None, bool),
    "relu": (relu, lambda t: max(t, mp.mpf(0)), lambda t: int(t > 0), None, bool),
    "step": (Step(-2, 3, at_0=1), lambda t: [1, 3, -2][int(mp.sign(t))], lambda t: 0, None, bool),
    "hole": (Step(-2, 3), lambda t: 3 if t > 0 else -2, lambda t: 0, bool, bool),
    "sigmoid": (sigmoid, logistic, lambda t: mp.exp(-abs(t)) / (1 + mp.exp(-abs(t))) ** 2, None, None),
    "tanh": (tanh, mp.tanh, sech2, None, None),
}  # fmt: skip


def assert_correct(value, true, tolerance=1e-13):
    """The float is the true number to a relative tolerance, wherever that is a normal float64."""
    assert isinstance(value, float)
    if abs(true) > HUGE:
        assert value == (np.inf if true > 0 else -np.inf)
    elif abs(true) < TINY:
        assert abs(value) <= TINY
        if abs(true) < 2e-324:
            assert value == 0
    else:
        assert abs(value - true) <= tolerance * abs(true), f"{value!r} is not {true}"


@pytest.mark.parametrize("name", ORACLE)
@settings(deadline=None, max_examples=60)
@given(
    t=st.floats(allow_nan=False, allow_infinity=False) | st.floats(-800, 800) | st.floats(-40, 40)
)
@example(t=0.0)
@example(t=-0.0)
@example(t=1.0)
@example(t=-1e-300)
@example(t=5e-324)
@example(t=HUGE)
@example(t=-HUGE)
@example(t=745.0)
@example(t=-708.0)
@example(t=37.0)
def test_value_and_derivative(name, t):
    f, value, prime, exists, differentiable = ORACLE[name]
    inside = exists is None or bool(exists(t))
    smooth = differentiable is None or bool(differentiable(t))
    assert f.domain.contains(t) is inside
    if inside:
        assert_correct(f(t), value(mp.mpf(t)))
    else:
        assert np.isnan(f(t))
    for slope in (f.prime(t), f.derivative()(t)):
        if smooth:
            assert_correct(slope, prime(mp.mpf(t)))
        else:
            assert np.isnan(slope)
    assert f.derivative_domain.contains(t) is smooth
    assert f.derivative().domain.contains(t) is smooth


@pytest.mark.parametrize("f", [sigmoid, tanh])
def test_activations_on_a_fine_grid(f):
    points = np.concatenate(
        [np.linspace(-745, 745, 400), np.linspace(-40, 40, 400), np.geomspace(1e-300, 1, 100)]
    )
    value, prime = {sigmoid: ORACLE["sigmoid"][1:3], tanh: ORACLE["tanh"][1:3]}[f]
    for t, v, p, q in zip(points, f(points), f.prime(points), f.derivative()(points), strict=True):
        assert_correct(float(v), value(mp.mpf(t)))
        assert_correct(float(p), prime(mp.mpf(t)))
        assert p == q


@settings(deadline=None, max_examples=50)
@given(t=st.floats(-300, 300))
@pytest.mark.parametrize(
    ("f", "true"),
    [
        (sigmoid, lambda t: -mp.exp(t) * mp.expm1(t) / (1 + mp.exp(t)) ** 3),
        (tanh, lambda t: -2 * mp.tanh(t) / mp.cosh(t) ** 2),
    ],
)
def test_second_derivatives_of_the_activations_lose_no_digits(f, true, t):
    second = f.derivative().derivative()
    assert_correct(second(t), true(mp.mpf(t)), 1e-12)
    assert f.derivative().prime(t) == second(t)


@settings(deadline=None, max_examples=100)
@given(
    p=st.lists(st.fractions(-9, 9, max_denominator=12), min_size=1, max_size=7), t=st.floats(-4, 4)
)
def test_polynomials(p, t):
    f, exact = Polynomial(p), Fraction(t)
    value = sum(c * exact**k for k, c in enumerate(p))
    slope = sum(k * c * exact ** (k - 1) for k, c in enumerate(p) if k)
    size = sum(abs(c) * abs(exact) ** k for k, c in enumerate(p))
    assert abs(f(t) - value) <= 1e-14 * size
    assert abs(f.prime(t) - slope) <= 1e-14 * sum(
        k * abs(c) * abs(exact) ** (k - 1) for k, c in enumerate(p) if k
    )
    assert f.derivative()(t) == f.prime(t)


@pytest.mark.parametrize("shape", [(), (1,), (3,), (2, 3), (0,), (2, 0, 3), (2, 1, 2)])
@pytest.mark.parametrize("name", ORACLE)
def test_arrays_keep_their_shape_and_are_not_changed(name, shape):
    f = ORACLE[name][0]
    points = np.linspace(0.25, 2, int(np.prod(shape))).reshape(shape)
    before = points.copy()
    for g in (f, f.prime, f.derivative()):
        values = g(points)
        assert isinstance(values, np.ndarray)
        assert values.shape == shape
        assert values.dtype == np.float64
        assert np.array_equal(
            values, np.array([g(float(t)) for t in points.ravel()]).reshape(shape)
        )
    assert np.array_equal(points, before)


def test_what_stands_for_numbers_is_accepted():
    assert sqrt([1, 4]).tolist() == [1, 2]
    assert sqrt((1, 4)).tolist() == [1, 2]
    for four in (4, 4.0, np.int8(4), np.float32(4), Fraction(4), True + 3):
        assert type(sqrt(four)) is float
        assert sqrt(four) == 2
    assert sqrt(np.array([4], np.float32)).dtype == np.float64
    assert sqrt(np.array(10**400 > 0)) == 1
    assert sqrt(np.array([Fraction(1, 4)], dtype=object)).tolist() == [0.5]


@pytest.mark.parametrize("wrong", ["4", None, 1j, [1j], np.array([1j]), ["a"], [None], ...])
def test_what_is_no_real_number_raises(wrong):
    with pytest.raises((TypeError, ValueError)):
        sqrt(wrong)
    with pytest.raises((TypeError, ValueError)):
        sqrt.prime(wrong)


@pytest.mark.parametrize("name", ORACLE)
def test_nan_gives_nan(name):
    f = ORACLE[name][0]
    assert np.isnan([f(np.nan), f.prime(np.nan), f.derivative()(np.nan)]).all()
    assert np.isnan(Constant(3)(np.nan))


def test_at_infinity_the_limit_where_there_is_one():
    both = [-np.inf, np.inf]
    assert sigmoid(both).tolist() == [0, 1]
    assert tanh(both).tolist() == [-1, 1]
    assert exp(both).tolist() == [0, np.inf]
    assert sigmoid.prime(both).tolist() == tanh.prime(both).tolist() == [0, 0]
    assert relu(both).tolist() == [0, np.inf]
    assert log(np.inf) == sqrt(np.inf) == np.inf
    assert np.isnan([sin(np.inf), cos(-np.inf), tan(np.inf), log(-np.inf)]).all()


def test_a_convention_at_the_corner():
    assert np.isnan([Abs().prime(0), ReLU().prime(0), ReLU().derivative()(0)]).all()
    assert ReLU(slope_at_0=0.0).prime([-1, 0, 1]).tolist() == [0, 0, 1]
    assert ReLU(slope_at_0=0.5).derivative()(0) == 0.5
    assert Abs(slope_at_0=0).prime([-1, 0, 1]).tolist() == [-1, 0, 1]
    assert np.isnan(ReLU(slope_at_0=0.0).derivative().prime(0))
    for wrong in (-0.1, 1.1, np.nan, "0"):
        with pytest.raises((ValueError, TypeError)):
            ReLU(slope_at_0=wrong)
    with pytest.raises(ValueError, match=r"\[-1, 1\]"):
        Abs(slope_at_0=2)


def test_parameters():
    assert Linear(2, -1).parameters() == {"a": 2, "b": -1}
    assert Constant(5).parameters() == {"c": 5}
    assert Power(3).parameters() == {"n": 3}
    assert Polynomial([1, 2]).parameters() == {"coefficients": (1, 2)}
    assert ReLU(slope_at_0=0).parameters() == {"slope_at_0": 0}
    for f in (sin, sigmoid, relu, Abs(), Identity()):
        assert f.parameters() == {}


@pytest.mark.parametrize(
    "construct",
    [
        lambda: Constant("3"), lambda: Constant(np.nan), lambda: Constant(1j), lambda: Linear(None, 1),
        lambda: Linear(np.inf, 0), lambda: Power(np.nan), lambda: Power(sin), lambda: Polynomial([]),
        lambda: Polynomial(["1"]), lambda: Polynomial(3), lambda: Step(0, np.inf), lambda: x**sin,
        lambda: sin + "1", lambda: sin @ np.sin, lambda: np.sin(sin), lambda: np.array([1.0, 2.0]) * sin,
    ],
)  # fmt: skip
def test_construction_errors_raise(construct):
    with pytest.raises((TypeError, ValueError)):
        construct()


class LearnersTanh(Function):
    """Problem 1 as a learner may write it."""

    def __call__(self, x):
        small = np.exp(-2 * np.abs(x))
        return np.sign(x) * (1 - small) / (1 + small)

    def prime(self, x):
        x *= 2  # a learner may even write into the argument
        return 4 / (np.exp(x / 2) + np.exp(-x / 2)) ** 2


def test_a_subclass_needs_only_its_two_formulas():
    f = LearnersTanh()
    points = np.array([[-1000.0, -1.0], [0.5, 1000.0]])
    assert np.allclose(f(points), np.tanh(points), rtol=1e-13)
    assert np.allclose(f.prime(points), 1 - np.tanh(points) ** 2, rtol=1e-12)
    assert points.tolist() == [[-1000.0, -1.0], [0.5, 1000.0]]
    assert f.derivative()(0) == 1.0
    assert np.isclose(
        (x**2 * f(3 * x)).prime(0.2), 0.4 * np.tanh(0.6) + 0.04 * 3 / np.cosh(0.6) ** 2, rtol=1e-14
    )
    assert f.parameters() == {}
    assert f(2) == pytest.approx(np.tanh(2))
    with pytest.raises(NotImplementedError, match="LearnersTanh"):
        f.derivative().derivative()


def test_a_subclass_without_a_formula_says_which_one_is_missing():
    class Half(Function):
        """Nothing yet."""

    with pytest.raises(NotImplementedError, match="__call__"):
        Half()(1)
    with pytest.raises(NotImplementedError, match="prime"):
        Half().prime(1)


def test_a_formula_must_give_one_value_for_each_point():
    class Wrong(Function):
        def __call__(self, x):
            return [1.0, 2.0, 3.0]

    with pytest.raises(ValueError, match="broadcast"):
        Wrong()(1)
