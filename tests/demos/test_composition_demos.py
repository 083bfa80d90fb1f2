"""Chapter 6's demos: numbers against SymPy and mpmath, domains, and the claims that their words make."""

import math

import mpmath
import pytest
import sympy

from course.demos import composition_strings as words
from course.demos import text
from course.demos.building import HOLES, NAMES, PRESETS, number_of

from .states import CASES, random_states

X = sympy.Symbol("x", real=True)


def model(name):
    return CASES[f"composition.{name}"]()


def numbers_of(name, preset, **state):
    demo = model(name)
    return demo.compute(demo.start(preset) | {"revealed": 1} | state)


def said(name, preset, **state):
    return model(name).describe(numbers_of(name, preset, **state)).replace("\u00a0", " ")


# Forward and backward


def sigma(z):
    return 1 / (1 + sympy.exp(-z))


CHAINS = {
    "waves": [lambda z: z**2, sympy.exp, sympy.sin],
    "neuron": [lambda z: 2 * z + 1, sigma, lambda z: (z - sympy.Rational(9, 10)) ** 2],
    "order": [lambda z: z + 1, lambda z: z**2, lambda z: 3 * z],
    "reversed": [lambda z: 3 * z, lambda z: z**2, lambda z: z + 1],
    "linear": [lambda z: 2 * z, lambda z: 3 * z, lambda z: 4 * z],
}


def test_values_slopes_and_both_products():
    demo = model("forward_and_backward")
    assert list(CHAINS) == list(demo.presets)
    for state in random_states(demo, 60, seed=3):
        numbers = demo.compute(state)
        value, slopes = X, []
        place = {X: sympy.Float(state["x"], 30)}
        for k, f in enumerate(CHAINS[state["chain"]], 1):
            before = value.subs(place)
            slopes.append(sympy.diff(f(X), X).subs(X, before))
            value = f(value)
            assert numbers[f"x{k}"] == pytest.approx(float(value.subs(place)), abs=1e-13)
            assert numbers[f"slope{k}"] == pytest.approx(float(slopes[-1]), abs=1e-12)
        for k in (1, 2, 3):
            assert numbers[f"forward{k}"] == pytest.approx(float(math.prod(slopes[:k])), abs=1e-11)
            backward = float(math.prod(slopes[k - 1 :]))
            assert numbers[f"backward{k}"] == pytest.approx(backward, abs=1e-11)
        prime = float(sympy.diff(value, X).subs(place))
        assert numbers["forward3"] == pytest.approx(prime, abs=1e-11)
        assert numbers["backward1"] == pytest.approx(prime, abs=1e-11)


def test_the_check_is_a_symmetric_difference():
    for preset, chain in CHAINS.items():
        whole = X
        for f in chain:
            whole = f(whole)
        at = sympy.lambdify(X, whole, "mpmath")
        for x in (-1.5, -0.35, 0.8, 1.5):
            numbers = numbers_of("forward_and_backward", preset, x=x)
            for name, h in (("check1", 0.1), ("check01", 0.01), ("check001", 0.001)):
                with mpmath.workdps(30):
                    true = float((at(mpmath.mpf(x) + h) - at(mpmath.mpf(x) - h)) / (2 * h))
                assert numbers[name] == pytest.approx(true, abs=1e-10)


def test_what_the_steps_say():
    at = lambda step, **state: said("forward_and_backward", "order", step=step, **state)  # noqa: E731
    assert "No function has run yet" in at(0)
    assert "function 2 of 3 receives x₁ = 1 and gives x₂ = 1" in at(2)
    assert "The product so far: 1 · 2 = 2" in at(2)
    assert "F′(x) = 6.0000" in at(3)
    assert "F′" not in at(2)
    assert "Backwards, function 3 of 3 had received x₂ = 1" in at(4)
    assert "Both ways" in at(6)
    assert "Both ways" not in at(5)
    assert "slope is" not in at(6, revealed=0)


def test_claims_about_chains():
    at = lambda preset, x: numbers_of("forward_and_backward", preset, x=x)["forward3"]  # noqa: E731
    assert (at("order", 0), at("reversed", 0)) == (6, 0)
    assert at("order", 0.5) == at("reversed", 0.5) == 9
    assert at("order", -1) == 0
    assert numbers_of("forward_and_backward", "neuron", x=1.5)["slope2"] < 0.02
    assert [at("linear", x) for x in (-1.5, 0, 0.7)] == [24, 24, 24]


# Build a composition

PARTS = {
    "square": (X**2, lambda x: True),
    "root": (sympy.sqrt(X), lambda x: x >= 0),
    "exp": (sympy.exp(X), lambda x: True),
    "log": (sympy.log(X), lambda x: x > 0),
    "reciprocal": (1 / X, lambda x: x != 0),
    "sine": (sympy.sin(X), lambda x: True),
}
#: The sentences about domains, as conditions; what they say at multiples of π is tested by words alone.
CONDITIONS = {
    words.ALL: lambda x: True,
    words.POSITIVE: lambda x: x > 0,
    words.NOT_NEGATIVE: lambda x: x >= 0,
    words.NOT_ZERO: lambda x: x != 0,
    words.ABOVE_1: lambda x: x > 1,
    words.FROM_1: lambda x: x >= 1,
    words.ARCHES: lambda x: math.sin(x) >= 0,
    words.OPEN_ARCHES: lambda x: math.sin(x) > 0,
    "*x* > 0 with *x* ≠ 1": lambda x: x > 0 and x != 1,
    "*x* ≠ *k*π, *k* whole": lambda x: math.sin(x) != 0,
}
PAIRS = [(outer, inner) for outer in NAMES for inner in NAMES]
POINTS = [-3.75, -2.5, -1, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 3, 3.5, 4]


@pytest.mark.parametrize("pair", PAIRS, ids="-after-".join)
def test_domain_value_and_derivative(pair):
    (f, f_domain), (g, g_domain) = (PARTS[name] for name in pair)
    demo = model("build_a_composition")
    numbers = numbers_of(
        "build_a_composition",
        "log_exp",
        outer=NAMES.index(pair[0]),
        inner=NAMES.index(pair[1]),
    )
    assert numbers["pair"] == number_of(*pair)
    value, prime = (
        sympy.lambdify(X, f.subs(X, g)),
        sympy.lambdify(X, sympy.diff(f, X).subs(X, g) * sympy.diff(g, X)),
    )
    inner = sympy.lambdify(X, g)
    for x in POINTS:
        defined = bool(g_domain(x) and f_domain(inner(x)))
        assert CONDITIONS[words.domain(*pair)](x) == defined, x
        found = demo.value(demo.panels[0].marks[1].at["y"], numbers | {"t": x})
        slope = demo.value(demo.panels[1].marks[0].at["y"], numbers | {"t": x})
        assert math.isfinite(found) == defined, x
        if defined:
            assert found == pytest.approx(value(x), rel=1e-12)
        smooth = CONDITIONS[words.smooth(*pair)](x)
        assert smooth <= defined
        assert math.isfinite(slope) == smooth, x
        if smooth:
            assert slope == pytest.approx(prime(x), rel=1e-12)


def test_boundaries_and_holes_are_sympys():
    """The sets as SymPy finds them, where it can; on the real line, over one window."""
    window = sympy.Interval(-4, 4)
    sets = {
        words.ALL: window,
        words.POSITIVE: sympy.Interval.Lopen(0, 4),
        words.NOT_NEGATIVE: sympy.Interval(0, 4),
        words.NOT_ZERO: window - {0},
        words.ABOVE_1: sympy.Interval.Lopen(1, 4),
        words.FROM_1: sympy.Interval(1, 4),
        "*x* > 0 with *x* ≠ 1": sympy.Interval.Lopen(0, 4) - {1},
    }
    # SymPy simplifies these, so that it finds the domain of another function.
    simplified = {"square-root", "exp-log", "reciprocal-reciprocal", "square-reciprocal"}
    for outer, inner in PAIRS:
        if "sine" in (outer, inner) or f"{outer}-{inner}" in simplified:
            continue
        composed = PARTS[outer][0].subs(X, PARTS[inner][0])
        if composed.has(sympy.Abs) or composed in (X, 1 / sympy.Abs(X)):
            continue
        found = sympy.calculus.util.continuous_domain(composed, X, window)
        assert found == sets[words.domain(outer, inner)], (outer, inner)


def test_holes_are_where_a_point_alone_is_missing():
    for outer, inner in PAIRS:
        defined = CONDITIONS[words.domain(outer, inner)]
        for place in (-1, 0, 1, 2):
            alone = not defined(place) and defined(place - 1e-6) and defined(place + 1e-6)
            assert ((outer, inner) in HOLES.get(place, [])) == alone, (outer, inner, place)
    for place in (-math.pi, math.pi):
        assert HOLES[place] == [("reciprocal", "sine")]


def test_derivatives_are_written_as_they_are():
    """The formulas in the sentence, put into SymPy, are the derivatives."""
    for outer, inner in PAIRS:
        for written, true in (
            (words.build_formula(outer, inner), PARTS[outer][0].subs(X, PARTS[inner][0])),
            (
                words.build_slope(outer, inner),
                sympy.diff(PARTS[outer][0], X).subs(X, PARTS[inner][0])
                * sympy.diff(PARTS[inner][0], X),
            ),
        ):
            formula = text.plain(written.split("](")[0].removeprefix("["))
            assert formula
            typed = (
                formula.replace("²", "^2")
                .replace("·", "*")
                .replace("−", "-")
                .replace("exp x", "exp(x)")
                .replace("log x", "log(x)")
                .replace("sin x", "sin(x)")
                .replace("cos x", "cos(x)")
                .replace("√x", "√(x)")
                .replace("√", "sqrt")
            )
            for name in ("2(", "2sqrt", "2x"):
                typed = typed.replace(name, f"2*{name[1:]}")
            found = sympy.sympify(typed.replace("^", "**"), locals={"x": X})
            for x in (0.3, 2.7):
                ours, theirs = complex(found.subs(X, x)), complex(true.subs(X, x))
                assert ours == pytest.approx(theirs), (outer, inner, typed)


def test_what_the_builder_says():
    first = said("build_a_composition", "one_over_log")
    assert "f(g(x)) = 1/(log x). It is defined for x > 0 with x ≠ 1" in first
    assert "g takes x > 0; f takes g(x) ≠ 0" in first
    assert "there too" in first
    assert "only for x ≠ 0" in said("build_a_composition", "root_square")
    assert "defined for x ≥ 0" in said("build_a_composition", "root_square", outer=0, inner=1)
    for preset in PRESETS:
        assert "It is defined" not in said("build_a_composition", preset, revealed=0)


# The vanishing product

LINKS = {
    "sigma": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": mpmath.tanh,
    "relu": lambda z: max(z, mpmath.mpf(0)),
    "steep": lambda z: 1 / (1 + mpmath.exp(4 - 8 * z)),
}


@pytest.mark.parametrize("activation", LINKS)
@pytest.mark.parametrize("x", [-2, -0.65, 0.5, 0.55, 1, 2])
def test_products_against_mpmath(activation, x):
    with mpmath.workdps(60):
        z, product = mpmath.mpf(x), mpmath.mpf(1)
        link = LINKS[activation]
        for depth in range(1, 41):
            product *= mpmath.diff(link, z, h=mpmath.mpf(10) ** -25)
            z = link(z)
            if depth in (1, 2, 10, 17, 40):
                numbers = numbers_of("vanishing_product", activation, x=x, depth=depth)
                assert numbers["product"] == pytest.approx(float(product), rel=1e-9, abs=0)
                assert numbers["end"] == pytest.approx(float(z), rel=1e-9)
                assert numbers[f"p{depth}"] == numbers["product"]


def test_claims_about_deep_chains():
    at = lambda name, **state: numbers_of("vanishing_product", name, **state)  # noqa: E731
    for x in (-2, 0, 2):
        ten = at("sigma", x=x, depth=10)
        assert ten["product"] <= ten["bound"] == 4.0**-10 < 1e-6
        assert at("sigma", x=x, depth=40)["end"] == pytest.approx(0.6590, abs=1e-4)
        assert at("sigma", x=x, depth=40)["next"] == pytest.approx(0.2247, abs=1e-4)
    assert at("tanh", x=0)["product"] == 1
    assert at("tanh", x=1, depth=40)["product"] > 1e-3
    assert at("relu", x=0.5)["product"] == 1
    assert at("relu", x=-0.05)["product"] == 0
    assert at("steep", x=0.5)["product"] == 2.0**40 > 1e12
    near = [at("steep", x=0.55, depth=n)["product"] for n in (1, 40)]
    assert near[0] > 1 > 1e-20 > near[1]


def test_what_is_said_about_deep_chains():
    assert "10 times σ(z) in a chain turns x = 0.50 into 0.659" in said(
        "vanishing_product", "sigma"
    )
    assert "The bound 4⁻ⁿ, the thin line, is 9.54 × 10⁻⁷" in said("vanishing_product", "sigma")
    assert "The first slope is 0, so" in said("vanishing_product", "relu", x=-1)
    assert "chain rule says nothing here" in said("vanishing_product", "relu", x=0)
    assert math.isnan(numbers_of("vanishing_product", "relu", x=0)["product"])
    assert "arrive enlarged" in said("vanishing_product", "steep")
    assert "arrive enlarged" not in said("vanishing_product", "steep", x=0.55)
    assert "derivative" not in said("vanishing_product", "sigma", revealed=0)
