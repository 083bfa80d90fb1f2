"""Chapter 5's demos: numbers against SymPy and mpmath, and the claims that their words make."""

import math
import re

import mpmath
import pytest
import sympy

from course.demos.expression import function
from course.demos.flat import HEIGHTS, factors

from .states import CASES, random_states

X = sympy.Symbol("x", real=True)
EXAMPLES = {
    "sine": sympy.sin(X),
    "log": sympy.log(1 + X),
    "bell": 1 / (1 + X**2),
    "moved": 1 / (1 + X**2),
    "exp": sympy.exp(X),
}


#: A space that does not break is a space, a thin one between factors is none.
SPACES = {0xA0: " ", 0x202F: None}


def model(name):
    return CASES[f"higher_derivatives.{name}"]()


def numbers_of(name, preset, **state):
    demo = model(name)
    return demo.compute(demo.start(preset) | {"revealed": 1} | state)


def said(name, preset, **state):
    return model(name).describe(numbers_of(name, preset, **state)).translate(SPACES)


def test_the_result_waits_for_the_prediction():
    for spoiler, name, preset in (
        ("converge", "taylor_builder", "bell"),
        ("is 0, everywhere", "the_flat_function", "look"),
        ("once", "how_many_derivatives", "one"),
        ("3f″g′", "leibniz_triangle", "third"),
    ):
        assert spoiler in said(name, preset)
        assert spoiler not in said(name, preset, revealed=0)


# Taylor builder


def test_taylor_polynomials_agree_with_derivatives():
    """T_n(p) against Σ f⁽ᵏ⁾(a)/k! (p − a)ᵏ, the derivatives by mpmath to 60 digits."""
    demo = model("taylor_builder")
    for state in random_states(demo, 24, seed=1):
        numbers = demo.compute(state)
        f = sympy.lambdify(X, EXAMPLES[state["example"]], "mpmath")
        order = math.floor(state["n"] + 0.5)
        with mpmath.workdps(60):
            a, p = mpmath.mpf(state["a"]), mpmath.mpf(numbers["p"])
            terms = [c * (p - a) ** k for k, c in enumerate(mpmath.taylor(f, a, order))]
            value, exact = mpmath.fsum(terms), f(p)
            size = float(max(map(abs, terms)))
            error = float(abs(value - exact))
        assert numbers["order"] == order
        assert numbers["value"] == pytest.approx(float(value), rel=1e-12, abs=1e-13 * size)
        assert numbers["exact"] == pytest.approx(float(exact), rel=1e-13)
        assert numbers["error"] == pytest.approx(error, rel=1e-9, abs=1e-13 * max(1, size))


@pytest.mark.parametrize("a", [-0.5, 0.0, 1.0, 2.0])
@pytest.mark.parametrize("example", ["log", "bell"])
def test_the_interval_reaches_to_the_nearest_singularity(example, a):
    points = sympy.singularities(
        sympy.together(sympy.diff(EXAMPLES[example], X)), X, sympy.S.Complexes
    )
    radius = min(abs(complex(point) - a) for point in points)
    numbers = numbers_of("taylor_builder", example, a=a)
    assert numbers["far"] - a == pytest.approx(radius)
    assert a - numbers["near"] == pytest.approx(radius)


def test_inside_more_terms_help_and_outside_they_do_harm():
    for example, a, inside in (
        ("log", 0, False),
        ("log", 1, True),
        ("bell", 0, False),
        ("bell", 1.2, True),
        ("moved", 1, True),
        ("moved", 0.2, False),
    ):
        errors = [
            numbers_of("taylor_builder", example, a=a, n=n)["error"] for n in (4, 5, 6, 18, 19, 20)
        ]
        assert (max(errors[3:]) < min(errors[:3])) == inside, (example, a)
        words = said("taylor_builder", example, a=a)
        assert ("more terms bring the error there to 0" in words) == inside
        assert ("does not converge" in words) == (not inside)


def test_the_ends_of_the_interval():
    """log(1 + x) at its right end: the alternating harmonic series; 1/(1 + x²): ends excluded."""
    assert "−1 < x ≤ 2.00. x = 2 is in it" in said("taylor_builder", "log", a=0.5)
    assert "−0.41 < x < 2.41" in said("taylor_builder", "moved")
    for example in ("sine", "exp"):
        assert "converges to f for all x" in said("taylor_builder", example)


def test_numbers_in_the_words_of_the_builder():
    error = [numbers_of("taylor_builder", "exp", n=n)["error"] for n in range(21)]
    assert error[1] < error[2] < error[3] < error[4]
    assert f"{error[4]:.1f}" == "13.7"
    assert max(error) == error[4]
    assert error[5:] == sorted(error[5:], reverse=True)
    assert error[20] < 1e-4
    sine = lambda **state: numbers_of("taylor_builder", "sine", **state)["error"]  # noqa: E731
    assert sine(n=3) == pytest.approx(sine(n=4), rel=1e-12)
    assert sine(n=3, a=2) < sine(n=3) / 5
    assert "less than 10⁻¹²" in said("taylor_builder", "bell", a=1.5, n=20)


# The flat function


def test_factors_of_the_derivatives():
    """Pₙ(1/x) e^(−1/x²) is the n-th derivative, by SymPy."""
    f = sympy.exp(-1 / X**2)
    for n, coefficients in enumerate(factors(6)):
        ours = sympy.Add(*(c * X**-j for j, c in enumerate(coefficients))) * f
        assert sympy.simplify(sympy.diff(f, X, n) - ours) == 0, n


def test_values_and_heights_of_the_derivatives():
    demo = model("the_flat_function")
    f = sympy.exp(-1 / X**2)
    derivatives = [sympy.lambdify(X, sympy.diff(f, X, n), "mpmath") for n in range(7)]
    for state in random_states(demo, 30, seed=2):
        numbers, n = demo.compute(state), math.floor(state["n"] + 0.5)
        with mpmath.workdps(40):
            expected = float(derivatives[n](mpmath.mpf(state["x"])))
        scale = numbers["grown"] * numbers["here"] + 1e-300
        assert numbers["product"] == pytest.approx(expected, rel=1e-9, abs=1e-12 * scale)
        assert demo.value(function("f")(state["x"]), numbers) == numbers["here"]
    for n, tall in enumerate(HEIGHTS):
        found = max(abs(float(derivatives[n](k / 200))) for k in (*range(20, 320), 4000))
        assert found == pytest.approx(tall, rel=0.01), n


def test_no_power_holds_the_fall_up():
    for n in range(7):
        sizes = [
            abs(numbers_of("the_flat_function", "race", n=n, x=x)["product"])
            for x in (0.2, 0.14, 0.1)
        ]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[-1] < 1e-23
    assert numbers_of("the_flat_function", "race", n=6, x=0.34)["product"] == pytest.approx(
        -140_000, rel=0.02
    )
    assert f"{numbers_of('the_flat_function', 'race', n=6, x=0.1)['product']:.0e}" == "2e-24"
    assert numbers_of("the_flat_function", "power", n=6, x=0.9)["ratio"] == pytest.approx(
        0.55, abs=0.005
    )
    assert numbers_of("the_flat_function", "power", n=6, x=0.2)["ratio"] < 1e-6


def test_the_first_factors_are_not_written_anywhere():
    """Problem 6 asks for them: only their values at one x are shown."""
    for preset in model("the_flat_function").presets:
        words = said("the_flat_function", preset, n=2, x=0.5)
        assert not re.search(r"P[₀-₉]|/x[³⁴-⁹]|t[²³⁴-⁹]", words)
        assert "2 at 0 is 0, everywhere" in words
    assert "first factor" not in said("the_flat_function", "race", n=0)


# How many derivatives?


def quotient(p, times, h):
    """Return the quotient at 0 of the `times`-th derivative of x|x|ᵖ, whose value at 0 is 0, over h."""
    f = sympy.Function("f")
    positive = sympy.Symbol("t", positive=True)
    f = sympy.diff(positive ** (1 + sympy.Rational(repr(p))), positive, times)
    sign = -1 if h < 0 and times % 2 == 0 else 1
    return float(sign * f.subs(positive, sympy.Rational(repr(abs(h))))) / h


@pytest.mark.parametrize("p", [0.05, 0.5, 0.95, 1.05, 1.5, 1.9])
def test_where_the_last_quotient_is_unbounded(p):
    times = 1 if p < 1 else 2
    steep = "steep" if p < 1 else "steeper"
    found = numbers_of("how_many_derivatives", "one", p=p)[steep]
    assert found == pytest.approx(quotient(p, times, 0.01))
    assert abs(quotient(p, times, 1e-30)) > abs(quotient(p, times, 1e-10)) > abs(found)
    assert quotient(p, times - 1, 1e-100) < 0.001 or p == 0.05, "one order less has the limit 0"
    words = said("how_many_derivatives", "one", p=p)
    assert ("once, not twice" in words) == (p < 1)
    assert ("twice, not three times" in words) == (p > 1)


def test_a_corner_and_no_break_at_all():
    assert [quotient(1, 1, h) for h in (0.01, -0.01)] == [2, -2]
    words = said("how_many_derivatives", "one")
    assert "slopes −2 and 2" in words
    assert "once, not twice" in words
    assert "x³: differentiable as often" in said("how_many_derivatives", "cube")
    assert "straight line" in said("how_many_derivatives", "one", p=0.0)
    assert quotient(1.9, 2, 0.01) == pytest.approx(9, abs=0.3)
    assert quotient(1.9, 2, 1e-10) == pytest.approx(55, abs=0.5)


def test_the_drawn_derivatives_are_derivatives():
    demo = model("how_many_derivatives")
    curves = [next(m for m in panel.marks if m.kind == "curve").at["y"] for panel in demo.panels]
    for p in (0, 0.3, 1, 1.45, 2):
        state = {"example": "one", "p": p, "revealed": 1}
        for place in (-1.2, -0.3, 0.4, 1.1):
            for order, y in enumerate(curves):
                expected = mpmath.diff(lambda x, p=p: x * abs(x) ** p, place, order)
                found = demo.value(y, state | {"x": place})
                assert found == pytest.approx(float(expected), rel=1e-6, abs=1e-6)
    state = {"example": "one", "p": 1, "revealed": 1, "x": 0}
    assert math.isnan(demo.value(curves[2], state))
    assert demo.value(curves[2], state | {"p": 1.5}) == 0


# Leibniz triangle


def written_out(order):
    """Return the terms that the sentence says, as {(order of f, order of g): coefficient}."""
    words = said("leibniz_triangle", "third", n=order, k=0)
    terms = words.split(" = ", 1)[1].split(". ", 1)[0].split(" + ")
    marks = {"": 0, "′": 1, "″": 2, "‴": 3} | {f"⁽{d}⁾": i for i, d in enumerate("⁴⁵⁶", 4)}
    found = {}
    for term in terms:
        count, left, right = re.fullmatch(r"(\d*)f([^g]*)g(.*)", term).groups()
        found[marks[left], marks[right]] = int(count or 1)
    return found


@pytest.mark.parametrize("order", range(1, 7))
def test_the_rule_written_out(order):
    f, g = sympy.Function("f")(X), sympy.Function("g")(X)
    ours = sum(
        c * sympy.diff(f, X, i) * sympy.diff(g, X, j) for (i, j), c in written_out(order).items()
    )
    assert sympy.expand(sympy.diff(f * g, X, order) - ours) == 0


def test_each_coefficient_is_the_sum_of_the_two_above_it():
    demo = model("leibniz_triangle")
    for state in random_states(demo, 40, seed=3):
        numbers = demo.compute(state)
        row, term = math.floor(state["n"] + 0.5), math.floor(state["k"] + 0.5)
        assert numbers["row"] == row
        assert numbers["term"] == min(term, row)
        term = min(term, row)
        assert numbers["coefficient"] == sympy.binomial(row, term)
        assert numbers["from_f"] == pytest.approx(float(sympy.binomial(row - 1, term)))
        assert numbers["from_g"] == pytest.approx(float(sympy.binomial(row - 1, term - 1)))


def test_what_is_said_of_the_triangle():
    assert "is 20 = 10 + 10, from the two" in said("leibniz_triangle", "sixth")
    assert "one term above it only" in said("leibniz_triangle", "sixth", k=6)
    assert "xg⁽⁴⁾ + 4g‴." in said("leibniz_triangle", "line")
    assert "1 − 4 + 6 − 4 + 1 = 0" in said("leibniz_triangle", "inverse")


@pytest.mark.parametrize("order", range(1, 7))
def test_two_terms_are_left_for_the_line_and_signs_cancel_for_the_inverse(order):
    g = sympy.Function("g")(X)
    marks = {0: "g", 1: "g′", 2: "g″", 3: "g‴", 4: "g⁽⁴⁾", 5: "g⁽⁵⁾", 6: "g⁽⁶⁾"}
    whole = sympy.expand(sympy.diff(X * g, X, order))
    assert whole == X * sympy.diff(g, X, order) + order * sympy.diff(g, X, order - 1)
    count = "" if order == 1 else order
    left = f"x{marks[order]} + {count}{marks[order - 1]}."
    assert left in said("leibniz_triangle", "line", n=order)
    total = (
        said("leibniz_triangle", "inverse", n=order).split("the sum is ")[1].removesuffix(" = 0.")
    )
    terms = re.findall(r"[−+]?\d+", total.replace(" ", ""))
    assert len(terms) == order + 1
    assert sum(int(term.replace("−", "-")) for term in terms) == 0
