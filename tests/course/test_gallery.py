"""The catalogue: formulas mean their functions, and derivatives fail where it says."""

import math
import re
from itertools import pairwise

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.differences import difference_quotient, forward_difference, symmetric_difference
from course.functions import sin, x
from course.gallery import Extension, Weierstrass, gallery

pytestmark = pytest.mark.filterwarnings("error")
X = sympy.Symbol("x", real=True)
WANTED = "square cube sin abs cbrt x_sin_1_x x2_sin_1_x x2_sin_1_x2 jump exp log sigmoid tanh relu x_abs_x weierstrass"
KINDS = {"corner", "vertical", "oscillation", "jump", "undefined"}


def formula_as_sympy(text, at):
    """The typed formula at a point, its cases taken apart by hand."""
    text = text.replace("^", "**")
    match = re.fullmatch(r"cases\(x (=|<) 0, 0, (.*)\)", text)
    if match and (at == 0 if match[1] == "=" else at < 0):
        return sympy.Integer(0)
    names = {
        "x": X,
        "abs": sympy.Abs,
        "max": sympy.Max,
        "cbrt": lambda u: sympy.sign(u) * sympy.cbrt(sympy.Abs(u)),
    }
    return sympy.sympify(match[2] if match else text, locals=names)


def test_the_catalogue_is_complete():
    assert set(WANTED.split()) <= set(gallery)
    for name, entry in gallery.items():
        assert entry.name == name
        assert entry.latex
        assert entry.window[0] < entry.window[1]
        assert all(kind in KINDS for _, kind in entry.fails_at)
        assert all(entry.window[0] <= p <= entry.window[1] for p in entry.points)


@pytest.mark.parametrize("name", gallery)
def test_formula_function_and_derivative_agree(name):
    entry = gallery[name]
    low, high = entry.window
    for t in [low + (high - low) * k / 7 for k in range(1, 7)] + [0.0]:
        formula = formula_as_sympy(entry.formula, t)
        value = sympy.N(formula.subs(X, sympy.Float(t, 40)) if t else formula.subs(X, 0), 30)
        if value.is_real:
            assert entry.function(t) == pytest.approx(float(value), rel=1e-12, abs=1e-12)
        else:
            assert np.isnan(entry.function(t))
        if t:
            slope = sympy.N(sympy.diff(formula, X).subs(X, sympy.Float(t, 40)), 30)
            assert entry.function.prime(t) == pytest.approx(float(slope), rel=1e-9, abs=1e-9)
            assert entry.function.derivative()(t) == pytest.approx(float(slope), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", gallery)
def test_the_derivative_is_nan_exactly_where_it_fails(name):
    entry = gallery[name]
    points = np.union1d(np.linspace(*entry.window, 41), [0.0])
    missing = points[np.isnan(entry.function.prime(points))]
    assert missing.tolist() == sorted(point for point, _ in entry.fails_at)
    assert (
        np.isnan(entry.function.derivative()(points)).tolist()
        == np.isnan(entry.function.prime(points)).tolist()
    )


@pytest.mark.parametrize(
    ("name", "kind"), [(n, k) for n, e in gallery.items() for _, k in e.fails_at]
)
def test_the_quotients_fail_in_the_way_it_says(name, kind):
    entry = gallery[name]
    h = np.geomspace(1e-9, 1e-4, 2000)
    right, left = (
        difference_quotient(entry.function, 0, h),
        difference_quotient(entry.function, 0, -h),
    )
    if kind == "corner":
        assert np.ptp(right) < 1e-6 > np.ptp(left)
        assert abs(right[0] - left[0]) > 0.5
    elif kind == "vertical":
        assert right[0] > left[-1] * 100 > 0
    elif kind == "oscillation":
        assert np.ptp(right[:500]) > 1.9
    elif kind == "jump":
        assert max(abs(right[0]), abs(left[0])) > 1e6
    else:
        assert np.isnan(entry.function(0))


def test_slopes_that_exist_although_the_rules_do_not_give_them():
    for name in ("x2_sin_1_x", "x2_sin_1_x2", "x_abs_x"):
        f = gallery[name].function
        assert f.prime(0) == f.derivative()(0) == 0
        assert abs(forward_difference(f, 0, 1e-9)) < 2e-9
        assert np.isnan(f.derivative().prime(0))
    assert gallery["x_abs_x"].function.derivative()([-3, 3]).tolist() == [6, 6]
    spikes = gallery["x2_sin_1_x2"].function.prime(1 / np.sqrt(2 * np.pi * np.arange(1, 1000)))
    assert spikes.min() < -150


@given(t=st.floats(-1, 1))
@example(t=1e-160)
@example(t=5e-324)
def test_the_oscillating_examples_are_defined_everywhere(t):
    for name, power in (("x_sin_1_x", 1), ("x2_sin_1_x", 2), ("x2_sin_1_x2", 2)):
        assert abs(gallery[name].function(t)) <= abs(t) ** power


def test_extension_needs_a_value():
    with pytest.raises(ValueError, match="value at 0"):
        Extension(x * sin(1 / x))


def weierstrass_at_50_digits(a, b, n, t):
    with mpmath.workdps(50 + 2 * n):
        angles = [(mpmath.mpf(b) ** k) * mpmath.mpf(t) * mpmath.pi for k in range(n)]
        value = mpmath.fsum(mpmath.mpf(a) ** k * mpmath.cos(u) for k, u in enumerate(angles))
        prime = -mpmath.pi * mpmath.fsum(
            (mpmath.mpf(a) * b) ** k * mpmath.sin(u) for k, u in enumerate(angles)
        )
        return float(value), float(prime)


@settings(deadline=None, max_examples=60)
@given(t=st.floats(-1e3, 1e3), n=st.integers(1, 40))
@example(t=0.3, n=40)
@example(t=1e-300, n=40)
def test_weierstrass_sums_are_right_to_the_last_term(t, n):
    w = Weierstrass(0.5, 13, n)
    value, prime = weierstrass_at_50_digits(0.5, 13, n, t)
    assert w(t) == pytest.approx(value, abs=1e-14)
    assert w.prime(t) == pytest.approx(prime, rel=1e-10, abs=1e-12 * 6.5**n)


def test_weierstrass_on_arrays_and_at_infinity():
    w = Weierstrass(0.5, 13, 8)
    points = np.linspace(-1, 1, 6).reshape(2, 3)
    assert np.array_equal(w(points), [[w(t) for t in row] for row in points.tolist()])
    assert w(np.zeros((0, 2))).shape == (0, 2)
    assert np.isnan(w([np.inf, -np.inf, np.nan])).all()
    assert w(0) == pytest.approx(2 - 2**-7)
    assert w.parameters() == {"a": 0.5, "b": 13, "terms": 8}


def test_weierstrass_has_steep_chords_at_every_scale():
    w = Weierstrass(0.5, 13, 9)
    steepest = []
    for k in range(1, 7):
        h = 13.0**-k / 2
        centres = 0.3 + h * np.linspace(-1, 1, 50)
        steepest.append(np.abs(symmetric_difference(w, centres, h)).max())
    assert all(b > 3 * a for a, b in pairwise(steepest))


@pytest.mark.parametrize(
    ("a", "b", "terms"),
    [(1, 13, 3), (0, 13, 3), (-0.5, 13, 3), (0.5, 12, 3), (0.5, 1, 3), (0.1, 3, 3), (0.5, 13, 0), (0.5, 13, 61),
     (0.5, 13.5, 3), (0.5, 13, 2.5), (math.nan, 13, 3)],
)  # fmt: skip
def test_weierstrass_refuses_wrong_parameters(a, b, terms):
    with pytest.raises(ValueError, match="must"):
        Weierstrass(a, b, terms)
