"""The numbers of chapter 1's demos, against SymPy and mpmath at 50 digits."""

import math

import mpmath
import pytest
import sympy

from .states import CASES, random_states

X = sympy.Symbol("x", real=True)
T = sympy.Symbol("t", real=True)
FORMULAS = {
    "square": X**2,
    "cube": X**3,
    "sine": sympy.sin(X),
    "abs": sympy.Abs(X),
    "cbrt": sympy.sign(X) * sympy.Abs(X) ** sympy.Rational(1, 3),
    "wobble": X * sympy.sin(1 / X),
    "squeezed": X**2 * sympy.sin(1 / X),
    "jump": sympy.Piecewise((-sympy.Rational(1, 2), X < 0), (sympy.Rational(1, 2), True)),
}
AT_ZERO = {"wobble": 0, "squeezed": 0}


def value(name, place):
    """The value of an example at 50 digits."""
    if place == 0 and name in AT_ZERO:
        return mpmath.mpf(AT_ZERO[name])
    return mpmath.mpf(sympy.N(FORMULAS[name].subs(X, sympy.Rational(place)), 50))


def quotient(name, place, step):
    with mpmath.workdps(50):
        place, step = sympy.Rational(place), sympy.Rational(step)
        return (value(name, place + step) - value(name, place)) / mpmath.mpf(sympy.N(step, 50))


def test_chords_and_their_limit():
    demo = CASES["definition.chord_to_tangent"]()
    for state in random_states(demo, 40, seed=1):
        numbers, name = demo.compute(state), state["example"]
        x0, h = state["x0"], state["h"]
        assert numbers["slope"] == pytest.approx(float(quotient(name, x0, h)), rel=1e-10, abs=1e-10)
        for key, size in [("1", 1), ("01", 0.1), ("001", 0.01), ("0001", 0.001)]:
            for side, sign in [("left", -1), ("right", 1)]:
                expected = float(quotient(name, x0, sign * size))
                assert numbers[f"{side}_{key}"] == pytest.approx(expected, rel=1e-9, abs=1e-9)
        if name == "abs" and x0 == 0:
            assert math.isnan(numbers["limit"])
        else:
            expected = float(sympy.diff(FORMULAS[name], X).subs(X, sympy.Rational(x0)))
            assert numbers["limit"] == pytest.approx(expected, rel=1e-12, abs=1e-12)


TURN = sympy.pi / 4


def rise(s):
    return 3 * s**2 - 2 * s**3


TRIPS = {
    "return": 3 - 3 * sympy.cos(TURN * T),
    "stop": sympy.Piecewise(
        (3 * rise(T / 3), T <= 3), (3, T <= 5), (3 + 3 * rise((T - 5) / 3), True)
    ),
    "slowing": 6 - 6 * sympy.exp(-T / 2),
    "behind": 3 * sympy.cos(TURN * T),
}


def test_velocity_is_the_derivative_of_the_position():
    demo = CASES["definition.trip_and_speedometer"]()
    for state in random_states(demo, 40, seed=2):
        numbers = demo.compute(state)
        here = {T: sympy.Rational(state["t"])}
        position = TRIPS[state["trip"]]
        assert numbers["position"] == pytest.approx(float(position.subs(here)), abs=1e-12)
        slope = float(sympy.diff(position, T).subs(here))
        assert numbers["velocity"] == pytest.approx(slope, abs=1e-12)
        assert numbers["speed"] == abs(numbers["velocity"])


def test_trips_say_what_their_questions_claim():
    demo = CASES["definition.trip_and_speedometer"]()
    at = lambda trip, t: demo.compute({"trip": trip, "t": t})  # noqa: E731
    assert all(at("return", t)["velocity"] < 0 for t in (4.1, 6, 7.9))
    assert at("return", 4)["velocity"] == pytest.approx(0, abs=1e-12)
    assert all(
        at("stop", t)["velocity"] == 0 and at("stop", t)["position"] == 3 for t in (3.5, 4, 5)
    )
    velocities = [at("slowing", t / 10)["velocity"] for t in range(81)]
    assert max(velocities) == velocities[0]
    for t in (4.5, 5, 5.9):
        assert at("behind", t)["position"] < 0 < at("behind", t)["velocity"]


def test_quotients_at_zero():
    demo = CASES["definition.does_the_limit_exist"]()
    for state in random_states(demo, 50, seed=3):
        numbers, name, size = demo.compute(state), state["function"], abs(state["h"])
        for side, step in (("right", size), ("left", -size)):
            expected = float(quotient(name, 0, step))
            assert numbers[side] == pytest.approx(expected, rel=1e-9, abs=1e-9), (name, step)


@pytest.mark.parametrize(
    ("name", "right", "left"),
    [("square", 0, 0), ("abs", 1, -1), ("cbrt", sympy.oo, sympy.oo), ("jump", 0, sympy.oo)],
)
def test_predictions_rest_on_true_limits(name, right, left):
    """The choice that "comes true" agrees with SymPy's one-sided limits."""
    f = FORMULAS[name]
    h = sympy.Symbol("h", positive=True)
    branch = {"jump": (sympy.Integer(0), 1 / h)}
    from_right, from_left = branch.get(name) or (
        f.subs(X, h) / h,
        sympy.refine(f.subs(X, -h)) / -h,
    )
    assert (sympy.limit(from_right, h, 0), sympy.limit(from_left, h, 0)) == (right, left)
    demo = CASES["definition.does_the_limit_exist"]()
    told = demo.value(demo.prediction.right, demo.start(name))
    assert told == (2 if sympy.oo in (right, left) else int(right != left))


def test_wobble_swings_and_squeezed_does_not():
    demo = CASES["definition.does_the_limit_exist"]()
    for k in (1, 10, 100):
        top, bottom = 1 / ((2 * k + 0.5) * math.pi), 1 / ((2 * k + 1.5) * math.pi)
        assert demo.compute({"function": "wobble", "h": top})["right"] == pytest.approx(1)
        assert demo.compute({"function": "wobble", "h": bottom})["right"] == pytest.approx(-1)
        for h in (top, bottom):
            assert abs(demo.compute({"function": "squeezed", "h": h})["right"]) <= h * (1 + 1e-9)
