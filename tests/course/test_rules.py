"""Each rule on random compositions against SymPy's ``diff``, and its domain against the reals."""

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.derived import Restriction
from course.functions import (
    Abs,
    Constant,
    Cos,
    Exp,
    Identity,
    Linear,
    Log,
    Polynomial,
    Power,
    ReLU,
    Sigmoid,
    Sin,
    Sqrt,
    Step,
    Tanh,
    cos,
    exp,
    log,
    relu,
    sigmoid,
    sin,
    sqrt,
    tan,
    x,
)
from course.rules import Composition, Product, Quotient, ScalarMultiple, Sum

pytestmark = pytest.mark.filterwarnings("error")
mp = mpmath.mp.clone()
mp.dps = 50
X = sympy.Symbol("x")

# name: our function, SymPy's, the value over the reals or None where there is none
LEAVES = {
    "x": (Identity(), lambda u: u, lambda u: u),
    "sin": (Sin(), sympy.sin, mp.sin),
    "cos": (Cos(), sympy.cos, mp.cos),
    "exp": (Exp(), sympy.exp, mp.exp),
    "log": (Log(), sympy.log, lambda u: mp.log(u) if u > 0 else None),
    "sqrt": (Sqrt(), sympy.sqrt, lambda u: mp.sqrt(u) if u >= 0 else None),
    "tanh": (Tanh(), sympy.tanh, mp.tanh),
    "sigmoid": (Sigmoid(), lambda u: 1 / (1 + sympy.exp(-u)), lambda u: 1 / (1 + mp.exp(-u))),
    "square": (Power(2), lambda u: u**2, lambda u: u**2),
    "one": (Power(0), lambda u: sympy.Integer(1), lambda u: mp.mpf(1)),
    "reciprocal": (Power(-1), lambda u: 1 / u, lambda u: 1 / u if u else None),
    "linear": (Linear(-2, 1), lambda u: 1 - 2 * u, lambda u: 1 - 2 * u),
    "cubic": (
        Polynomial([1, 0, -1, 2]),
        lambda u: 1 - u**2 + 2 * u**3,
        lambda u: 1 - u**2 + 2 * u**3,
    ),
    "three": (Constant(3), lambda u: sympy.Integer(3), lambda u: mp.mpf(3)),
}
leaf = st.sampled_from(list(LEAVES))
trees = st.recursive(leaf, lambda t: st.tuples(st.sampled_from("+*/@c"), t, t), max_leaves=5)


def ours(tree):
    if isinstance(tree, str):
        return LEAVES[tree][0]
    rule, f, g = tree[0], ours(tree[1]), ours(tree[2])
    rules = {"+": Sum, "*": Product, "/": Quotient, "@": Composition}
    return ScalarMultiple(-3, f) if rule == "c" else rules[rule](f, g)


def symbolic(tree, u=X):
    if isinstance(tree, str):
        return LEAVES[tree][1](u)
    rule, f, g = tree
    if rule == "@":
        return symbolic(f, symbolic(g, u))
    a = symbolic(f, u)
    if rule == "c":
        return -3 * a
    b = symbolic(g, u)
    return {"+": a + b, "*": a * b, "/": a / b if b != 0 else sympy.nan}[rule]


def over_the_reals(tree, u, seen):
    """The value at u, or None where there is none; every value that arises is put on ``seen``."""
    if isinstance(tree, str):
        value = LEAVES[tree][2](u)
    else:
        rule, f, g = tree
        if rule == "@":
            inner = over_the_reals(g, u, seen)
            value = None if inner is None else over_the_reals(f, inner, seen)
        else:
            a = over_the_reals(f, u, seen)
            b = mp.mpf(0) if rule == "c" else over_the_reals(g, u, seen)
            undefined = a is None or b is None or (rule == "/" and b == 0)
            value = (
                None
                if undefined
                else {"+": a + b, "*": a * b, "c": -3 * a}.get(rule)
                if rule != "/"
                else a / b
            )
    if value is not None:
        seen.append(value)
    return value


def tame(seen, small):
    """Whether no value is so large or so near to 0 that float64 rightly loses the answer."""
    return all(abs(v) < 50 and (abs(v) > 0.02 or (small and v == 0)) for v in seen)


@settings(deadline=None, max_examples=150)
@given(tree=trees, t=st.sampled_from([k / 8 for k in range(-20, 21) if k]))
def test_derivative_agrees_with_sympy(tree, t):
    seen = []
    assume(over_the_reals(tree, mp.mpf(t), seen) is not None)
    assume(tame(seen, small=False))
    f = ours(tree)
    value = symbolic(tree)
    first = sympy.diff(value, X)
    # At a fixed 60 digits: SymPy's own evalf raises its precision without end on some of these.
    evaluate = sympy.lambdify(X, [value, first, sympy.diff(first, X)], "mpmath")
    with mpmath.workdps(60):
        true, true_prime, true_second = (mpmath.mpf(v) for v in evaluate(mpmath.mpf(t)))
    assume(max(abs(true_prime), abs(true_second)) < 1e6)
    size = 1 + abs(float(true_prime)) + abs(float(true_second))
    assert f(t) == pytest.approx(float(true), rel=1e-11, abs=1e-11)
    assert f.prime(t) == pytest.approx(float(true_prime), rel=1e-9, abs=1e-9)
    assert f.derivative()(t) == pytest.approx(f.prime(t), rel=1e-9, abs=1e-9 * size)
    second = f.derivative().derivative()(t)
    assert second == pytest.approx(float(true_second), rel=1e-7, abs=1e-9 * size)
    assert second == pytest.approx(f.derivative().prime(t), rel=1e-7, abs=1e-9 * size)


@settings(deadline=None, max_examples=300)
@given(tree=trees, t=st.integers(-3, 3))
def test_nan_exactly_outside_the_domain(tree, t):
    seen = []
    defined = over_the_reals(tree, mp.mpf(t), seen) is not None
    assume(tame(seen, small=True))
    f = ours(tree)
    assert f.domain.contains(t) is defined
    assert np.isnan(f(t)) == (not defined)
    slopes = [f.prime(t), f.derivative()(t)]
    assert np.isnan(slopes[0]) == np.isnan(slopes[1]) == (not f.derivative().domain.contains(t))
    assert defined or np.isnan(slopes).all()


@settings(deadline=None, max_examples=60)
@given(tree=trees, shape=st.sampled_from([(), (4,), (2, 3), (0,), (3, 1, 2)]))
def test_arrays_are_treated_point_by_point(tree, shape):
    f = ours(tree)
    points = np.linspace(-2, 2.5, int(np.prod(shape))).reshape(shape)
    for g in (f, f.prime, f.derivative()):
        one_by_one = np.array([g(float(t)) for t in points.ravel()]).reshape(shape)
        values = g(points)
        assert values.shape == shape
        assert np.allclose(values, one_by_one, rtol=1e-12, atol=1e-12, equal_nan=True)


@pytest.mark.parametrize(
    ("f", "where", "derivative_where", "inside", "outside"),
    [
        (log, "x > 0", "x > 0", [0.5, 2], [0, -1]),
        (log(sin), "sin(x) > 0", "sin(x) > 0", [1], [-1, 0, 4]),
        (1 / (x / x), "x != 0 and x/x != 0", "x != 0 and x/x != 0", [1, -1], [0]),
        ((x**2 + 1) / (x**2 - 1), "x^2 - 1 != 0", "x^2 - 1 != 0", [0, 2], [1, -1]),
        (sqrt(log), "x > 0 and log(x) >= 0", "x > 0 and log(x) > 0", [2], [0.5, 0]),
        (sqrt + log(-x), "x >= 0 and -x > 0", "x > 0 and -x > 0", [], [-1, 0, 1]),
        (tan, "cos(x) != 0", "cos(x) != 0", [0, 1], []),
        (0 * log, "x > 0", "x > 0", [1], [-1]),
        (log**0, "x > 0", "x > 0", [1], [-1]),
        (exp + sin, "all real x", "all real x", [0], []),
        (abs(x - 1), "all real x", "x - 1 != 0", [0, 1], []),
    ],
)
def test_domains_read_like_the_textbook(f, where, derivative_where, inside, outside):
    assert str(f.domain) == where
    assert str(f.derivative().domain) == derivative_where
    assert all(f.domain.contains(t) and np.isfinite(f(t)) for t in inside)
    assert not any(f.domain.contains(t) for t in outside)
    assert np.isnan([g(t) for g in (f, f.prime, f.derivative()) for t in outside]).all()


def test_a_composition_is_written_in_mathematical_order():
    chain = Composition(Linear(1, 1), Power(2), Linear(2))  # (2x)² + 1
    assert chain(3) == 37
    assert chain.prime(3) == 24
    assert (Linear(1, 1) @ Power(2) @ Linear(2))(3) == 37
    assert Linear(1, 1)(Power(2)(Linear(2)))(3) == 37
    assert [f.text() for f in chain.functions] == ["x + 1", "x^2", "2*x"]
    assert chain.parameters() == {"f1.a": 2, "f1.b": 0, "f2.n": 2, "f3.a": 1, "f3.b": 1}


def test_a_check_that_sees_the_order_and_the_points():
    chain = Composition(sigmoid, Linear(2, 1))
    s = 1 / (1 + np.exp(-2.0))
    assert chain.prime(0.5) == pytest.approx(2 * s * (1 - s), rel=1e-14)
    assert Composition(Linear(2, 1), sigmoid).prime(0.5) == pytest.approx(
        2 * sigmoid.prime(0.5), rel=1e-14
    )


def test_forward_pass_and_local_derivatives():
    chain = Composition(exp, Power(2), Linear(3))
    points = np.array([[0.1, -0.2], [0.3, 0.0]])
    values, slopes = chain.values(points), chain.slopes(points)
    assert np.allclose(
        values, [points, 3 * points, 9 * points**2, np.exp(9 * points**2)], rtol=1e-14
    )
    assert np.allclose(slopes, [0 * points + 3, 6 * points, np.exp(9 * points**2)], rtol=1e-14)
    assert chain.prime(points).shape == (2, 2)
    assert np.allclose(chain.prime(points), 18 * points * np.exp(9 * points**2), rtol=1e-14)


def test_the_theorem_says_nothing_where_a_part_has_no_derivative():
    assert np.isnan((abs(x) - abs(x)).prime(0))
    assert np.isnan((x * abs(x)).prime(0))
    assert np.isnan(relu(x**2).prime(0))
    assert np.isnan((Constant(3) @ log).prime(-1))
    assert Composition(ReLU(slope_at_0=0), Power(2)).prime(0) == 0


def test_a_quotient_of_large_and_small_numbers():
    assert (exp / (1 + exp)).prime(400) == 0 or abs((exp / (1 + exp)).prime(400)) < 1e-15
    tiny = x / (1e-200 * (x + 1))
    assert tiny.prime(1) == pytest.approx(1e200 / 4, rel=1e-14)


def test_deep_chains_vanish_but_do_not_fail():
    deep = Composition(*[sigmoid] * 300)
    assert deep.prime(0.0) == pytest.approx(0, abs=1e-150)
    assert deep.prime(0.0) > 0 or deep.prime(0.0) == 0
    assert 0.6 < deep(0.0) < 0.7


def test_operators_build_the_rule_they_name():
    for f, kind in [
        (sin + cos, Sum), (1 + sin, Sum), (sin - 2, Sum), (sin * cos, Product), (2 * sin, ScalarMultiple),
        (sin * 2, ScalarMultiple), (-sin, ScalarMultiple), (sin / cos, Quotient), (1 / sin, Quotient),
        (sin / 2, Quotient), (sin @ cos, Composition), (sin(cos), Composition), (sin**2, Composition),
        (x**3, Power), (sin + 0, Sin), (1 * sin, Sin), (sin @ x, Sin), (x @ sin, Sin), (abs(x), Abs),
    ]:  # fmt: skip
        assert type(f) is kind, f
    at = 0.7
    assert (3 - sin)(at) == 3 - np.sin(at)
    assert (np.float64(2) * sin)(at) == 2 * np.sin(at)
    assert (sin / 2).prime(at) == pytest.approx(np.cos(at) / 2, rel=1e-15)
    assert str(exp(-(x**2) / 2)) == "exp(-x^2/2)"


@pytest.mark.parametrize(
    "f",
    [
        x**2 * exp(sin), sin(cos(x**2)), (x**2 + 1) / (x**2 - 1), exp(-(x**2) / 2), -((x - 1) ** 3), sin**2,
        1 / (2 * x), x - (sin - cos), (x / 3) / (x * cos), 2 * (x + 1), Polynomial([0, 1, -2, 3])(sin + 1),
        Linear(-1, 2)(-x), Power(-2)(x + 1), Power(0.5)(exp),
    ],
)  # fmt: skip
def test_the_text_of_a_function_means_the_function(f):
    expression = sympy.sympify(str(f).replace("^", "**"), locals={"x": X})
    for t in (0.3, 0.8, 1.7):
        assert f(t) == pytest.approx(float(expression.subs(X, t)), rel=1e-12)
        assert f.prime(t) == pytest.approx(float(sympy.diff(expression, X).subs(X, t)), rel=1e-11)


def test_construction_errors():
    for build in (
        Composition,
        lambda: Composition(np.sin),
        lambda: Sum(sin, "x"),
        lambda: Product(sin, None),
    ):
        with pytest.raises((TypeError, ValueError)):
            build()
    with pytest.raises(ValueError, match="finite"):
        ScalarMultiple(np.inf, sin)


def test_restriction():
    f = Restriction(x**2, log.domain)
    assert f(3) == 9
    assert f.prime(3) == f.derivative()(3) == 6
    assert np.isnan([f(-3), f.prime(-3), f.derivative()(0), f.derivative().derivative()(-1)]).all()
    assert Step(0, 1).derivative()(2) == 0
