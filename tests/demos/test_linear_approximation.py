"""Chapter 2's demos: numbers against SymPy, mpmath and fractions, and the claims that their words make."""

import math
from fractions import Fraction
from itertools import pairwise

import mpmath
import pytest
import sympy

from course.demos.expression import function
from course.demos.nowhere import CENTRE, GRID

from .states import CASES, random_states

X = sympy.Symbol("x", real=True)
EXAMPLES = {
    "square": X**2,
    "sine": sympy.sin(X),
    "abs": sympy.Abs(X),
    "rounded": sympy.sqrt(X**2 + sympy.Rational(1, 10000)),
    "cbrt": sympy.sign(X) * sympy.Abs(X) ** sympy.Rational(1, 3),
    "power": sympy.Abs(X) ** sympy.Rational(3, 2),
}


def model(name):
    return CASES[f"linear_approximation.{name}"]()


def numbers_of(name, preset, **state):
    demo = model(name)
    return demo.compute(demo.start(preset) | {"revealed": 1} | state)


def said(name, preset, **state):
    return model(name).describe(numbers_of(name, preset, **state)).replace("\u00a0", " ")


def exactly(name, place):
    """Return f at an exact place, to 60 digits."""
    with mpmath.workdps(60):
        return mpmath.mpf(sympy.N(EXAMPLES[name].subs(X, place), 60))


# Microscope


def test_differences_keep_their_digits_at_every_zoom():
    """f(x₀ + h) − f(x₀) to 12 digits of its own, where subtracting doubles would leave nothing."""
    demo = model("microscope")
    for state in random_states(demo, 60, seed=3):
        for h in (1 / state["m"], -0.37 / state["m"]):
            place, step = sympy.Rational(state["x0"]), sympy.Rational(h)
            with mpmath.workdps(60):
                example = state["example"]
                expected = exactly(example, place + step) - exactly(example, place)
            found = demo.value(function("difference")(h), state)
            if example == "abs" and state["x0"] * (state["x0"] + h) < 0:
                assert found == pytest.approx(float(expected), rel=1e-9, abs=1e-15)
            else:
                assert found == pytest.approx(float(expected), rel=1e-11, abs=0), (state, h)


def test_slope_and_distance_from_the_tangent():
    demo = model("microscope")
    for state in random_states(demo, 60, seed=4):
        numbers, name, x0 = demo.compute(state), state["example"], state["x0"]
        if x0 == 0 and name in ("abs", "cbrt"):
            assert not math.isfinite(numbers["slope"])
            continue
        with mpmath.workdps(60):
            place, w = sympy.Rational(x0), mpmath.mpf(numbers["half"])
            slope = mpmath.mpf(sympy.N(sympy.diff(EXAMPLES[name], X).subs(X, place), 60))
            step = sympy.Rational(numbers["half"])
            off = [
                abs(exactly(name, place + s * step) - exactly(name, place) - s * slope * w)
                for s in (1, -1)
            ]
        assert numbers["slope"] == pytest.approx(float(slope), rel=1e-13, abs=1e-15)
        assert numbers["gap"] == pytest.approx(float(max(off)), rel=1e-4, abs=1e-15 * float(w))
        assert numbers["share"] == pytest.approx(float(100 * max(off) / w), rel=1e-4, abs=1e-12)


def test_a_parabola_is_the_step_squared_off_its_tangent():
    for m in (1, 100, 1e6):
        assert numbers_of("microscope", "square", x0=1.5, m=m)["share"] == pytest.approx(100 / m)
    words = said("microscope", "square", x0=1.0, m=1e6)
    assert "10⁻¹² off the tangent of slope 2" in words
    assert "0.0001 % of the step" in words


def test_no_zoom_helps_at_a_corner_nor_where_the_tangent_is_vertical():
    for m in (1, 1e6):
        words = said("microscope", "abs", x0=0.0, m=m)
        assert "the slope is −1, on the right 1" in words
        assert "off the tangent" not in words
        assert "no slope" in said("microscope", "cbrt", x0=0.0, m=m)
    assert "Nobody could tell" in said("microscope", "abs", x0=0.05, m=25)
    assert "can be seen" in said("microscope", "abs", x0=0.05, m=16)


def test_what_looks_like_a_corner_is_decided_by_zooming_on():
    shares = [numbers_of("microscope", "rounded", x0=0, m=m)["share"] for m in (10, 100, 1e4, 1e6)]
    assert shares[0] > 85
    assert shares == sorted(shares, reverse=True)
    assert shares[2] == pytest.approx(0.5, rel=1e-3)


@pytest.mark.parametrize(("x0", "factor"), [(1, 10), (0, 100)])
def test_the_sine_comes_closer_to_its_tangent_by_the_order_that_is_said(x0, factor):
    at = [numbers_of("microscope", "sine", x0=x0, m=m)["share"] for m in (10, 100, 1000)]
    assert at[0] / at[1] == pytest.approx(factor, rel=0.05)
    assert at[1] / at[2] == pytest.approx(factor, rel=0.01)


def test_the_result_waits_for_the_prediction():
    hidden = said("microscope", "square", revealed=0)
    assert "tangent" not in hidden
    assert "goes to" not in said("small_compared_to_the_step", "square", revealed=0)
    assert "steepest" not in said("weierstrass_microscope", "few", revealed=0)
    assert "continuous" not in said("rational_and_irrational", "one", revealed=0)


# Small compared to the step


def test_the_miss_of_a_line():
    demo = model("small_compared_to_the_step")
    for state in random_states(demo, 60, seed=5):
        numbers, name = demo.compute(state), state["example"]
        place, alpha = sympy.Integer(numbers["x0"]), sympy.Rational(state["alpha"])
        with mpmath.workdps(60):
            step = sympy.Rational(state["h"])
            off = [
                abs(
                    exactly(name, place + h)
                    - exactly(name, place)
                    - mpmath.mpf(sympy.N(alpha * h, 60))
                )
                for h in (step, -step)
            ]
        assert numbers["error"] == pytest.approx(float(max(off)), rel=1e-11, abs=0), state
        assert numbers["ratio"] == pytest.approx(float(max(off)) / state["h"], rel=1e-11, abs=0)


@pytest.mark.parametrize("h", [1e-6, 1e-3, 0.0099, 0.0101, 0.5])
def test_the_miss_of_the_tangent_of_the_sine_keeps_its_digits(h):
    with mpmath.workdps(60):
        expected = float(mpmath.mpf(h) - mpmath.sin(mpmath.mpf(h)))
    numbers = numbers_of("small_compared_to_the_step", "sine", alpha=1.0, h=h)
    assert numbers["error"] == pytest.approx(expected, rel=1e-10, abs=0)


@pytest.mark.parametrize("example", ["square", "sine", "power", "abs"])
@pytest.mark.parametrize("alpha", [-1.0, 0.0, 0.95, 1.0, 2.0, 3.0])
def test_the_quotient_goes_where_the_sentence_says(example, alpha):
    """Only α = f′(x₀) makes r/h vanish; at a corner no α does."""
    state = {"alpha": alpha, "h": 1e-12}
    numbers = numbers_of("small_compared_to_the_step", example, **state)
    best = {"square": 2, "sine": 1, "power": 0}.get(example)
    expected = 1 + abs(alpha) if best is None else abs(best - alpha)
    assert numbers["limit"] == pytest.approx(expected)
    assert numbers["ratio"] == pytest.approx(expected, abs=2e-6)
    words = said("small_compared_to_the_step", example, **state)
    assert ("even r/h goes to 0" in words) == (best == alpha)
    assert ("f′(" in words) == (best == alpha)


def test_numbers_that_the_answer_mentions():
    ratio = [
        numbers_of("small_compared_to_the_step", "sine", alpha=a, h=h)["ratio"]
        for a, h in ((1, 1), (1.05, 1), (1.05, 1e-4))
    ]
    assert [f"{value:.2f}" for value in ratio] == ["0.16", "0.21", "0.05"]


# Weierstrass


def partial_sum(a, b, terms, x):
    """Return Σ aⁿ cos(bⁿπx) for a Fraction x: phases reduced as fractions, cosines by mpmath."""
    with mpmath.workdps(40):
        waves = (
            mpmath.mpf(a) ** n * mpmath.cos(mpmath.pi * mpmath.mpf(p.numerator) / p.denominator)
            for n in range(terms)
            for p in [b**n * x % 2]
        )
        return mpmath.fsum(waves)


def test_every_phase_is_exact():
    """Up to 13¹⁵ ≈ 5·10¹⁶ waves a unit, where cos(13ⁿπx) in doubles has no right digit."""
    demo = model("weierstrass_microscope")
    for preset, a, b in (("many", 0.5, 13), ("slow", 0.5, 3), ("tame", 0.25, 3)):
        numbers = numbers_of("weierstrass_microscope", preset, terms=16, m=1)
        for j in (0, 1, -1, 12345, -987654321, round(GRID / 3), round(-GRID * 0.99)):
            found = demo.value(function("wave_at")(j / GRID), numbers)
            x = Fraction(CENTRE) + Fraction(j, 2**44)
            assert found == pytest.approx(float(partial_sum(a, b, 16, x)), abs=5e-15)


def test_the_steepest_chord():
    demo = model("weierstrass_microscope")
    for state in random_states(demo, 12, seed=6):
        numbers = demo.compute(state)
        a, b, terms = numbers["a"], int(numbers["b"]), math.floor(state["terms"] + 0.5)
        places = [
            Fraction(math.floor((j / 8 - 1) / state["m"] * GRID + 0.5), 2**44) for j in range(17)
        ]
        values = [partial_sum(a, b, terms, Fraction(CENTRE) + h) for h in places]
        slopes = [
            abs(float((values[j + 1] - values[j]) / mpmath.mpf(float(places[j + 1] - places[j]))))
            for j in range(16)
        ]
        assert numbers["steepest"] == pytest.approx(max(slopes), rel=1e-6), state
        assert numbers["steepest"] <= numbers["bound"]
        assert numbers["bound"] == pytest.approx(math.pi * sum((a * b) ** n for n in range(terms)))
        assert max(abs(float(v - values[8])) for v in values) * state["m"] <= numbers["height"]


def test_partial_sums_level_off_the_later_the_more_terms_they_have():
    def slopes(preset, terms):
        return [
            numbers_of("weierstrass_microscope", preset, terms=terms, m=10.0**k)["steepest"]
            for k in range(7)
        ]

    few, many, slow, tame = (
        slopes("few", 3),
        slopes("many", 12),
        slopes("slow", 16),
        slopes("tame", 16),
    )
    assert max(few) < 160
    assert few[5] == pytest.approx(few[6], rel=0.01)
    assert many == sorted(many)
    assert many[6] > 10_000 * many[0]
    assert slow == sorted(slow)
    assert slow[6] > 100 * slow[0]
    assert max(tame) < 4 * math.pi
    assert tame[4] == pytest.approx(tame[6], rel=0.03)


def test_what_is_said_of_waves():
    words = said("weierstrass_microscope", "few", m=1e4)
    assert "sum of 3 terms" in words
    assert "no slope of this sum exceeds 156" in words
    assert "far below the shortest wave (0.012)" in words
    assert "far below" not in said("weierstrass_microscope", "many", m=1e4)


# Rational and irrational


def pathological(x):
    """Return x² at rational x and −x² at irrational x, for exact x."""
    assert x.is_rational is not None
    return x**2 if x.is_rational else -(x**2)


def exact_neighbours(state):
    """Return the point and its rational and irrational neighbour as exact numbers."""
    q, d = (sympy.Rational(repr(float(state[name]))) for name in ("q", "d"))
    if state["point"] != "root" or q == 0:
        return q, q + d, q + d / sympy.sqrt(2)
    a = q * sympy.sqrt(2)
    return a, sympy.Rational(sympy.floor((a + d) * 10**6 + sympy.Rational(1, 2)), 10**6), a + d


def test_quotients_along_exact_sequences():
    demo = model("rational_and_irrational")
    for state in random_states(demo, 50, seed=8):
        numbers = demo.compute(state)
        a, rational, irrational = exact_neighbours(state)
        assert rational.is_rational
        assert irrational.is_rational is False
        assert numbers["there"] == pytest.approx(float(pathological(a)))
        for name, near, value in (("right", rational, "upper"), ("left", irrational, "lower")):
            assert numbers[value] == pytest.approx(float(pathological(near)))
            quotient = (pathological(near) - pathological(a)) / (near - a)
            assert numbers[name] == pytest.approx(float(sympy.N(quotient, 30)), rel=1e-9), state


def test_only_at_0_both_quotients_go_to_the_same_number():
    at = numbers_of("rational_and_irrational", "zero", q=0, d=1e-4)
    assert abs(at["right"]) <= 1e-4
    assert abs(at["left"]) <= 1e-4
    assert "f′(0) = 0" in said("rational_and_irrational", "zero")
    for q in (1.0, 0.05, -0.35):
        for preset in ("one", "root"):
            near = numbers_of("rational_and_irrational", preset, q=q, d=1e-4)
            assert max(abs(near["left"]), abs(near["right"])) > 10
            words = said("rational_and_irrational", preset, q=q, d=1e-4)
            assert "not continuous" in words
            assert "f′" not in words


def test_which_numbers_are_rational_is_known_and_not_measured():
    assert "1.00·√2 is irrational, f(x₀) = −2." in said("rational_and_irrational", "root", q=1.0)
    assert "x₀ = 0.00 is rational" in said("rational_and_irrational", "root", q=0.0)
    assert "rational number 1.694214 nearby" in said("rational_and_irrational", "root")


def test_the_quotients_near_0_shrink_before_one_runs_off():
    sizes = [
        [
            abs(numbers_of("rational_and_irrational", "near", d=d)[side])
            for side in ("right", "left")
        ]
        for d in (1, 0.5, 0.2)
    ]
    for before, after in pairwise(sizes):
        assert after[0] < before[0]
        assert after[1] < before[1]
    assert numbers_of("rational_and_irrational", "near", d=1e-4)["left"] < -250
