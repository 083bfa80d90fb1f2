"""Chapter 4's demos: numbers against SymPy and mpmath, and the claims that their words make."""

import math
from decimal import Decimal, localcontext

import mpmath
import pytest
import sympy

from course.demos import rounding
from course.demos.activations import PLACES
from course.demos.elementary_functions import MATCH_RIGHT
from course.demos.expression import entry, evaluate, locate, names, variable

from .states import CASES, random_states

X = sympy.Symbol("x", real=True)


def model(name):
    return CASES[f"elementary_functions.{name}"]()


def numbers_of(name, preset, **state):
    demo = model(name)
    return demo.compute(demo.start(preset) | {"revealed": 1} | state)


def said(name, preset, **state):
    return model(name).describe(numbers_of(name, preset, **state)).replace("\u00a0", " ")


# Sampled data


def test_samples_are_joined_by_lines():
    tree = entry((1, math.nan, 5, 7), locate((0, 1, 4, 10), variable("x")))
    at = {-3: 1, 0: 1, 4: 5, 7: 6, 8.5: 6.5, 10: 7, 99: 7, math.inf: 7, -math.inf: 1}
    assert {x: evaluate(tree, {"x": x}) for x in at} == at
    assert all(math.isnan(evaluate(tree, {"x": x})) for x in (0.5, 1, 3.9, math.nan))
    assert names(tree) == {"x"}
    assert tree.json() == ["entry", [1, None, 5, 7], ["locate", [0, 1, 4, 10], "x"]]


# Match f and f′

CURVES = {
    "wave": 2 * sympy.sin(X),
    "hill": 4 / (1 + X**2) - 1,
    "ess": 6 / (1 + sympy.exp(-2 * X)) - 3,
    "growth": sympy.exp(X),
}
NAMES = ["one", "two", "three"]


def test_one_candidate_is_the_derivative_and_the_others_are_not():
    demo = model("match_f_and_derivative")
    assert set(CURVES) == set(demo.presets)
    for card, curve in CURVES.items():
        height, prime = (sympy.lambdify(X, f, "mpmath") for f in (curve, sympy.diff(curve, X)))
        meets = dict.fromkeys(NAMES, 0)
        for x in demo.controls[0].values:
            numbers = demo.compute({"card": card, "x": x})
            with mpmath.workdps(30):
                assert numbers["height"] == pytest.approx(float(height(mpmath.mpf(x))), abs=1e-13)
                slope = float(prime(mpmath.mpf(x)))
            assert numbers["slope"] == pytest.approx(slope, abs=1e-13)
            for name in NAMES:
                meets[name] += abs(numbers[name] - slope) < 1e-9
        right = NAMES[MATCH_RIGHT[card]]
        assert meets[right] == len(demo.controls[0].values)
        # |f′| agrees with f′ on the whole way up: that is the trap. Nothing else comes near.
        limit = 41 if card == "hill" else 3
        assert all(meets[name] <= limit for name in NAMES if name != right), (card, meets)


def test_objections_to_wrong_curves_are_true():
    at = lambda card, x: numbers_of("match_f_and_derivative", card, x=x)  # noqa: E731
    assert at("wave", 0.3)["one"] == at("wave", 0.3)["height"]
    assert at("wave", 0)["three"] < 0 < at("wave", 0)["slope"]
    assert at("hill", -1)["one"] < 0 < at("hill", -1)["slope"]
    assert at("hill", 1)["two"] == -at("hill", 1)["slope"] > 0
    assert at("ess", -1)["two"] == at("ess", -1)["height"] < 0 < at("ess", -1)["slope"]
    assert at("ess", 1)["three"] < 0 < at("ess", 1)["slope"]
    second = sympy.diff(CURVES["ess"], X, 2).subs(X, sympy.Rational(3, 10))
    assert at("ess", 0.3)["three"] == pytest.approx(float(second))
    assert at("growth", 0)["one"] == 0 < at("growth", 0)["slope"]
    assert at("growth", -1)["three"] == 0 < at("growth", -1)["slope"]
    assert at("growth", 0.7)["one"] == pytest.approx(0.7 * math.exp(-0.3))


def test_a_chance_meeting_is_named():
    assert "slope 2.00" in said("match_f_and_derivative", "hill", x=-1.0)
    assert "One point is not enough" in said("match_f_and_derivative", "hill", x=-1.0)
    assert "One point is not enough" not in said("match_f_and_derivative", "hill", x=1.0)
    asked = said("match_f_and_derivative", "wave", revealed=0)
    assert "slope" not in asked


# Find the base


def test_slopes_limits_and_bases_with_slope_1():
    demo = model("find_the_base")
    with mpmath.workdps(40):
        for state in random_states(demo, 60, seed=11):
            numbers = demo.compute(state)
            a, h = mpmath.mpf(state["a"]), mpmath.mpf(state["h"])
            assert numbers["quotient"] == pytest.approx(float((a**h - 1) / h), rel=1e-9, abs=1e-11)
            assert numbers["limit"] == pytest.approx(float(mpmath.log(a)), abs=1e-14)
            if h == -1:
                assert numbers["base"] == math.inf
                continue
            base = (1 + h) ** (1 / h)
            assert numbers["base"] == pytest.approx(float(base), rel=1e-11)
            assert abs((base**h - 1) / h - 1) < mpmath.mpf(10) ** -30


def test_the_quotient_tends_to_the_logarithm():
    a, h = sympy.Symbol("a", positive=True), sympy.Symbol("h")
    assert sympy.limit((a**h - 1) / h, h, 0) == sympy.log(a)
    assert sympy.limit((1 + h) ** (1 / h), h, 0) == sympy.E


def test_claims_about_bases():
    assert numbers_of("find_the_base", "two", h=1.0)["quotient"] == 1
    assert "log a = 0.6931. That is less than 1, so a < e" in said("find_the_base", "two")
    assert "log a = 1.0986. That is more than 1, so a > e" in said("find_the_base", "two", a=3.0)
    assert "exactly 1: this a is e" in said("find_the_base", "two", a=math.e)
    assert "exactly" not in said("find_the_base", "two", a=2.71828)
    assert "base with slope 1 is 2.5937" in said("find_the_base", "step")
    assert "no base has slope 1" in said("find_the_base", "two", h=-1.0)
    assert "log a = −0.6931" in said("find_the_base", "half")
    assert "log" not in said("find_the_base", "two", revealed=0)


# Activation workshop

#: By example: as in the book, rearranged, and the truth.
COMPUTED = {
    "slope": (
        lambda x: plain(x) - plain(x) ** 2,
        lambda x: stable(x) * stable(-x),
        lambda x: mpmath.exp(-x) / (1 + mpmath.exp(-x)) ** 2,
    ),
    "value": (lambda x: plain(x), lambda x: stable(x), lambda x: 1 / (1 + mpmath.exp(-x))),
    "tanh": (
        lambda x: math.nan if abs(x) > 709.7 else (big(x) - big(-x)) / (big(x) + big(-x)),
        lambda x: 2 * stable(2 * x) - 1,
        mpmath.tanh,
    ),
}


def big(x):
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def plain(x):
    return 1 / (1 + big(-x))


def stable(x):
    small = math.exp(-abs(x))
    return (1 if x >= 0 else small) / (1 + small)


@pytest.mark.parametrize("task", COMPUTED)
@pytest.mark.parametrize("which", [0, 1])
def test_errors_are_those_of_double_precision(task, which):
    """Every sample, measured again: floats by Python's own arithmetic, the truth by mpmath."""
    compute, truth = COMPUTED[task][which], COMPUTED[task][2]
    for x in PLACES:
        numbers = numbers_of("activation_workshop", task, x=x, formula=which)
        result = compute(x)
        if math.isnan(result):
            assert math.isnan(numbers["kept"])
            assert math.isnan(numbers["result"])
            continue
        assert numbers["result"] == pytest.approx(result, rel=1e-15, abs=0)
        with mpmath.workdps(80):
            true = truth(mpmath.mpf(x))
            error = float(abs((mpmath.mpf(result) - true) / true)) if true else abs(result)
        expected = min(17, -math.log10(error)) if error else 17
        assert numbers["kept"] == pytest.approx(expected, abs=0.051), x


def test_values_and_slopes():
    demo = model("activation_workshop")
    functions = {
        "slope": (1 / (1 + sympy.exp(-X))),
        "value": (1 / (1 + sympy.exp(-X))),
        "tanh": sympy.tanh(X),
    }
    for task, formula in functions.items():
        for x in (-20, -3, -0.5, 0, 0.1, 2, 16):
            numbers = demo.compute({"task": task, "x": x, "formula": 0})
            place = {X: sympy.Rational(str(x))}
            assert numbers["value"] == pytest.approx(float(sympy.N(formula.subs(place), 30)))
            slope = sympy.N(sympy.diff(formula, X).subs(place), 30)
            assert numbers["slope"] == pytest.approx(float(slope), rel=1e-13)
    at = lambda x: demo.compute({"task": "relu", "x": x, "formula": 0})  # noqa: E731
    assert [at(x)["value"] for x in (-2, 0, 3)] == [0, 0, 3]
    assert [at(x)["slope"] for x in (-2, 3)] == [0, 1]
    assert math.isnan(at(0)["slope"])
    assert math.isnan(at(0)["result"])


def test_what_the_chapter_claims_about_digits():
    at = lambda x, which: numbers_of("activation_workshop", "slope", x=x, formula=which)  # noqa: E731
    assert at(10, 0)["digits"] == 12
    assert all(at(x, 0)["result"] == 0 and at(x, 0)["kept"] == 0 for x in (37, 38, 40, 50, 700))
    assert at(36, 0)["result"] > 0
    assert all(at(x, 1)["kept"] > 15.4 for x in PLACES if abs(x) <= 705)
    value = lambda x, which: numbers_of("activation_workshop", "value", x=x, formula=which)  # noqa: E731
    assert value(-709, 0)["kept"] > 15
    assert value(-710, 0)["result"] == 0
    assert value(-711, 1)["result"] == pytest.approx(1.6467e-309, rel=1e-3)
    assert value(-711, 1)["kept"] > 14
    kept = [value(x, 1)["kept"] for x in (-711, -720, -730, -740, -745, -746)]
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] == 0
    # Near 0 both formulas for tanh cancel, each step of 10 costs a digit.
    near = [numbers_of("activation_workshop", "tanh", x=0.01, formula=k)["kept"] for k in (0, 1)]
    assert all(13 < digits < 15.4 for digits in near)


def test_the_climb_is_a_factor_e_a_step():
    """s carries an error of about 2⁻⁵³, the slope is e⁻ˣ: the quotient is what the samples follow."""
    found = [
        (x, numbers_of("activation_workshop", "slope", x=x)["error"]) for x in PLACES if 5 < x < 36
    ]
    logs = [math.log(error) - x for x, error in found]
    assert abs(sum(logs) / len(logs) - math.log(2.0**-53)) < 1.5


@pytest.mark.parametrize(
    ("task", "state", "expected"),
    [
        ("slope", {"x": 10}, "some 12 of 16 digits"),
        ("slope", {"x": 40}, "s − s² gives 0. Its relative error is 1: every digit is lost."),
        ("slope", {"x": 40, "formula": 1}, "gives 4.248 × 10⁻¹⁸. That is right to the last digit"),
        ("slope", {"x": 800}, "a slope that is positive, but smaller than 5 × 10⁻³²⁴"),
        ("value", {"x": -800, "formula": 1}, "is positive, but smaller than 5 × 10⁻³²⁴"),
        ("value", {"x": -745, "formula": 1}, "not even the first digit"),
        ("value", {"x": 3, "formula": 1}, "1/(1 + e⁻ˣ) gives 0.9526"),
        ("value", {"x": -3, "formula": 1}, "eˣ/(1 + eˣ) gives 0.04743"),
        ("tanh", {"x": 800}, "gives ∞ / ∞, which is not a number."),
        ("tanh", {"x": 800, "formula": 1}, "2 σ(2x) − 1 gives 1. That is right"),
        ("tanh", {"x": 0}, "gives 0. That is right"),
        ("relu", {"x": 0}, "no slope: left and right of 0 disagree. (1 + x/√(x²))/2 gives 0/0"),
        ("relu", {"x": 0, "formula": 1}, "gives 0 by convention: with no true value"),
        ("relu", {"x": -2}, "ReLU(x) = 0 and the slope 0. (1 + x/√(x²))/2 gives 0. That is right"),
        ("slope", {"x": 36.4}, "At x = 36 we have"),
        ("slope", {"x": 36.4}, "You set x = 36.4"),
    ],
)
def test_what_the_workshop_says(task, state, expected):
    assert expected in said("activation_workshop", task, **state)


def test_nothing_is_told_before_the_prediction():
    for name in ("match_f_and_derivative", "find_the_base", "activation_workshop"):
        demo = model(name)
        for state in random_states(demo, 60, seed=13):
            sentence = demo.describe(demo.compute(state | {"revealed": 0}))
            for spoiler in ("log", "tends", "gives", "digit", "One point", "derivative", "limit"):
                assert spoiler not in sentence


def test_predictions_come_true():
    at = lambda task, x: numbers_of("activation_workshop", task, x=x)  # noqa: E731
    assert at("slope", 40)["kept"] == 0
    assert at("value", -711)["result"] == 0
    assert math.isnan(at("tanh", 800)["result"])
    assert math.isnan(at("relu", 0)["result"])


def test_the_reference_is_exact_to_fifty_digits():
    with mpmath.workdps(90):
        for x in ("-711", "-3.5", "0.01", "36", "745"):
            for ours, theirs in (
                (rounding.sigmoid, COMPUTED["value"][2]),
                (rounding.sigmoid_slope, COMPUTED["slope"][2]),
                (rounding.tanh, mpmath.tanh),
            ):
                true = theirs(mpmath.mpf(x))
                with localcontext() as context:
                    context.prec = rounding.DIGITS
                    found = mpmath.mpf(str(ours(Decimal(x))))
                assert abs(found / true - 1) < mpmath.mpf(10) ** -50


def test_errors_of_zero_and_of_nothing():
    assert rounding.relative_error(0.0, Decimal(0)) == 0
    assert rounding.relative_error(1.0, Decimal(0)) == math.inf
    assert rounding.relative_error(0.0, Decimal("1e-400")) == 1
    assert rounding.relative_error(math.inf, Decimal(2)) == math.inf
    assert math.isnan(rounding.relative_error(math.nan, Decimal(2)))
    assert rounding.right_digits(variable("x") - 1, lambda x: x, [4.0, 0.5], {}) == (0.6, -0.3)
