"""Difference quotients: exact cases, orders of convergence, rounding, pitfalls, wrong steps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.differences import (
    backward_difference,
    difference_quotient,
    forward_difference,
    second_difference,
    symmetric_difference,
)
from course.functions import Abs, exp, log, sin

pytestmark = pytest.mark.filterwarnings("error")
WITH_STEP = [forward_difference, backward_difference, symmetric_difference, second_difference]
dyadic = st.integers(-64, 64).map(lambda k: k / 16)
steps = st.integers(1, 64).map(lambda k: k / 16)


def parabola(t):
    return 3 * t**2 - t + 2


@given(a=dyadic, h=steps)
def test_exact_on_a_parabola(a, h):
    slope = 6 * a - 1
    assert forward_difference(parabola, a, h) == pytest.approx(slope + 3 * h, rel=1e-13, abs=1e-12)
    assert backward_difference(parabola, a, h) == pytest.approx(slope - 3 * h, rel=1e-13, abs=1e-12)
    assert symmetric_difference(parabola, a, h) == pytest.approx(slope, rel=1e-13, abs=1e-10)
    assert second_difference(parabola, a, h) == pytest.approx(6, rel=1e-9)
    assert difference_quotient(parabola, a, a + h) == pytest.approx(
        slope + 3 * h, rel=1e-13, abs=1e-12
    )
    assert difference_quotient(parabola, a, a + h) == pytest.approx(
        difference_quotient(parabola, a + h, a)
    )


@pytest.mark.parametrize(
    ("difference", "true", "order"),
    [
        (forward_difference, math.cos(1), 1),
        (backward_difference, math.cos(1), 1),
        (symmetric_difference, math.cos(1), 2),
        (second_difference, -math.sin(1), 2),
    ],
)
def test_order_of_convergence(difference, true, order):
    h = np.array([0.02, 0.01, 0.005])
    error = np.abs(difference(np.sin, 1, h) - true)
    assert np.allclose(np.log2(error[:-1] / error[1:]), order, atol=0.05)


def test_smaller_steps_are_not_always_better():
    h = np.array([1e-1, 1e-5, 1e-8, 1e-11, 1e-17])
    forward = np.abs(forward_difference(sin, 1, h) - math.cos(1))
    symmetric = np.abs(symmetric_difference(sin, 1, h) - math.cos(1))
    assert np.allclose(forward, [4.3e-2, 4.2e-6, 3.0e-9, 1.2e-6, 0.54], rtol=0.03)
    assert np.allclose(symmetric, [9.0e-4, 1.1e-11, 2.6e-9, 1.2e-6, 0.54], rtol=0.05)


def test_symmetric_is_the_mean_of_forward_and_backward():
    h = np.array([0.5, 0.25])
    mean = (forward_difference(np.exp, 1, h) + backward_difference(np.exp, 1, h)) / 2
    assert np.allclose(symmetric_difference(np.exp, 1, h), mean, rtol=1e-14)


def test_the_symmetric_quotient_converges_where_there_is_no_derivative():
    h = 10.0 ** -np.arange(1, 12)
    assert (symmetric_difference(Abs(), 0, h) == 0).all()
    assert (forward_difference(abs, 0, h) == 1).all()
    assert (backward_difference(abs, 0, h) == -1).all()
    assert np.isnan(Abs().prime(0))


@pytest.mark.parametrize("difference", WITH_STEP)
def test_shapes_and_types(difference):
    assert type(difference(math.sin, 1, 0.1)) is float
    assert type(difference(sin, np.float64(1), np.float32(0.5))) is float
    assert difference(sin, [1, 2], 0.1).shape == (2,)
    assert difference(np.sin, np.ones((2, 1)), np.ones(3)).shape == (2, 3)
    assert difference(sin, np.ones((0, 2)), 0.1).shape == (0, 2)
    grid = difference(exp, [[0.0], [1.0]], [0.1, 0.2])
    assert grid[1, 0] == difference(exp, 1, 0.1)
    assert difference(lambda t: 7, 1, 0.5) == 0
    at_integers = difference(lambda t: t**-1, np.array([2, 3]), 1)
    assert np.isfinite(at_integers).all()


@pytest.mark.parametrize("difference", WITH_STEP)
@pytest.mark.parametrize("h", [0, -0.1, math.nan, math.inf, [0.1, 0], [0.1, -1]])
def test_a_step_that_is_not_positive_raises(difference, h):
    with pytest.raises(ValueError, match="greater than 0"):
        difference(sin, 1, h)


@pytest.mark.parametrize("difference", WITH_STEP)
def test_outside_the_domain_nan_and_no_warning(difference):
    assert np.isnan(difference(log, -1, 0.1))
    assert np.isnan(difference(np.log, -1, 0.1))


def test_the_difference_quotient_needs_two_points():
    assert np.isnan(difference_quotient(sin, 1, 1))
    slopes = difference_quotient(np.square, 1, [0, 1, 3])
    assert slopes[[0, 2]].tolist() == [1, 4]
    assert np.isnan(slopes[1])
    assert type(difference_quotient(math.exp, 0, 1)) is float
