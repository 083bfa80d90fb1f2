"""Chapter 7's demos: measured errors against mpmath, bounds, paths against SymPy, and what is said."""

import functools
import math

import mpmath
import numpy as np
import pytest
import sympy

from course.demos import cancellation, samples, step_errors

from .states import CASES, random_states

PLACES = {
    "sine": (mpmath.sin, 1),
    "symmetric": (mpmath.sin, 1),
    "square": (lambda x: x * x, 1),
    "wave": (lambda x: mpmath.sin(100 * x), 1),
    "far": (mpmath.sin, 10**6),
}


@functools.cache
def true_slope(name):
    with mpmath.workdps(60):
        return mpmath.diff(*PLACES[name])


def model(name):
    return CASES[f"numerical_differentiation.{name}"]()


def numbers_of(name, preset, **state):
    demo = model(name)
    return demo.compute(demo.start(preset) | {"revealed": 1} | state)


def said(name, preset, **state):
    return model(name).describe(numbers_of(name, preset, **state)).replace("\u00a0", " ")


# Step size


@pytest.mark.parametrize("case", step_errors.CASES)
def test_true_derivatives_and_constants(case):
    """The 30-digit slopes, and the sizes that the two straight lines are made of, by mpmath."""
    f, x = PLACES[case]
    with mpmath.workdps(80):
        derivatives = [mpmath.diff(f, mpmath.mpf(x), order) for order in range(6)]
        slope = mpmath.mpf(str(step_errors.CASES[case].slope))
        assert abs(slope - derivatives[1]) < mpmath.mpf(10) ** -26
    sizes = [abs(float(derivatives[k])) for k in (0, 1, 2, 3, 5)]
    assert step_errors.CASES[case].sizes == pytest.approx(sizes, rel=1e-9, abs=1e-9)


def test_errors_are_those_of_python_floats():
    """The errors shown, against the same floating-point quotient and the slope in 60 digits."""
    demo = model("step_size")
    doubles = {"sine": math.sin, "symmetric": math.sin, "far": math.sin, "square": lambda x: x * x}
    doubles["wave"] = lambda x: math.sin(100 * x)
    for state in random_states(demo, 60, seed=1):
        numbers, name = demo.compute(state), state["example"]
        f, x, h = doubles[name], float(PLACES[name][1]), numbers["here"]
        symmetric = lambda s, f=f, x=x: (f(x + s) - f(x - s)) / (2 * s)  # noqa: E731
        found = [
            (f(x + h) - f(x)) / h,
            symmetric(h),
            (4 * symmetric(h / 2) - symmetric(h)) / 3,
        ][math.floor(state["scheme"] + 0.5)]
        with mpmath.workdps(60):
            error = abs(float(mpmath.mpf(found) - true_slope(name)))
        expected = error if error else 1e-17
        assert numbers["error"] == pytest.approx(expected, rel=0.012)


@pytest.mark.parametrize("preset", PLACES)
@pytest.mark.parametrize("scheme", [0, 1, 2])
def test_errors_stay_below_the_two_lines(preset, scheme):
    for h in step_errors.STEPS:
        if h > 1e-3:
            continue  # there Taylor's next terms count
        numbers = numbers_of("step_size", preset, h=h, scheme=scheme)
        assert numbers["error"] <= 1.1 * numbers["cut"] + 1.6 * numbers["lost"] + 1e-16


def test_the_table_of_the_text():
    """sin at 1: the errors that the chapter quotes."""
    for scheme, quoted in (
        (0, {1e-1: 4.3e-2, 1e-5: 4.2e-6, 1e-8: 3.0e-9, 1e-11: 1.2e-6, 1e-17: 0.54}),
        (1, {1e-1: 9.0e-4, 1e-5: 1.1e-11, 1e-8: 2.6e-9, 1e-11: 1.2e-6, 1e-17: 0.54}),
    ):
        for h, error in quoted.items():
            found = numbers_of("step_size", "sine", h=h, scheme=scheme)["error"]
            assert found == pytest.approx(error, rel=0.03)


def test_the_best_steps_and_the_answers_to_the_questions():
    sine, wave = (numbers_of("step_size", name, scheme=0) for name in ("sine", "wave"))
    symmetric = numbers_of("step_size", "symmetric")
    far = numbers_of("step_size", "far")
    assert 1e-9 < sine["best"] < 1e-7
    assert symmetric["best"] > 100 * sine["best"]
    assert symmetric["least"] < sine["least"] / 100
    assert 5 < sine["balance"] / wave["balance"] < 20
    assert 5 < sine["best"] / wave["best"] < 40
    assert far["best"] > 100 * sine["best"]
    square = numbers_of("step_size", "square", h=1.0)
    assert square["best"] == 1
    assert "no error at all" in said("step_size", "square", h=1.0)
    assert "truncation error" in said("step_size", "sine", h=0.1)
    assert "rounding error" in said("step_size", "sine", h=1e-12)


def test_results_wait_for_the_prediction():
    for spoiler, name, preset in (
        ("best of these steps", "step_size", "sine"),
        ("4 left", "bits", "lost"),
        ("from the noise", "noisy_signal", "forward"),
        ("Twelve steps", "euler_is_descent", "over"),
    ):
        assert spoiler in said(name, preset)
        assert spoiler not in said(name, preset, revealed=0)


# Bits


@pytest.mark.parametrize("k", range(1, 18))
@pytest.mark.parametrize(("lift", "decimals"), [(0.0, 16), (1000.0, 13)])
def test_digits_are_those_of_the_doubles(k, lift, decimals):
    found = cancellation.row(lift, decimals, k)
    high, low = lift + math.sin(1 + float(f"1e-{k}")), lift + math.sin(1)
    assert (float(found.high), float(found.low)) == pytest.approx((high, low), rel=2.3e-16)
    # What is left is what a number with this many decimals can hold.
    unit = 10.0**-decimals
    assert float(found.difference) == pytest.approx(high - low, abs=0.51 * unit)
    size = round((high - low) / unit)
    assert found.kept == (len(str(size)) if size else 0)
    alike = 0
    while found.quotient[: alike + 1] == cancellation.TRUE[: alike + 1]:
        alike += 1
    assert found.right == max(0, alike - 2)
    with mpmath.workdps(40):
        error = abs(mpmath.mpf((high - low) / float(f"1e-{k}")) - mpmath.cos(1))
    assert found.error == pytest.approx(float(error), abs=2e-16)


def test_the_digits_that_are_said():
    assert "has 4 left" in said("bits", "lost")
    assert "first 4 decimals are right" in said("bits", "lost")
    assert "quotient is 0" in said("bits", "gone")
    assert "a single one left" in said("bits", "gone", n=15)
    assert "first decimal is right. It is not rounding" in said("bits", "coarse")
    assert "has 8 left" in said("bits", "lost", n=8)
    assert "has 5 left" in said("bits", "lifted", n=8)


# Noisy signal


@pytest.mark.parametrize("preset", samples.SCHEMES)
@pytest.mark.parametrize(("noise", "m"), [(0.0, 1), (0.05, 1), (0.05, 4), (0.2, 8)])
def test_errors_of_the_estimates(preset, noise, m):
    """The drawn estimate and the percentages, against NumPy on the same samples."""
    demo, numbers = model("noisy_signal"), numbers_of("noisy_signal", preset, noise=noise, window=m)
    sound, hiss, slope = samples.data()
    first, last = samples.LONGEST, samples.LONGEST + samples.COUNT
    y = sound + noise * np.sqrt(np.mean(sound[first:last] ** 2)) * hiss
    h, scheme = 0.125, samples.SCHEMES[preset]
    expected = []
    for i in range(first, last):
        if scheme == "forward":
            expected.append((y[i + m] - y[i]) / (m * h))
        elif scheme == "symmetric":
            expected.append((y[i + m] - y[i - m]) / (2 * m * h))
        else:
            line = np.polyfit(np.arange(-m, m + 1) * h, y[i - m : i + m + 1], 1)
            expected.append(line[0])
    error = np.sqrt(np.mean((np.array(expected) - slope[first:last]) ** 2))
    share = 100 * error / np.sqrt(np.mean(slope[first:last] ** 2))
    assert numbers["lost"] == pytest.approx(share, rel=1e-6)
    curve = next(
        mark for mark in demo.panels[1].marks if mark.role == "approximation" and "y" in mark.at
        and mark.kind == "curve"
    )  # fmt: skip
    for i in (0, 17, samples.COUNT - 1):
        drawn = demo.value(curve.at["y"], numbers | {"t": i * h})
        assert drawn == pytest.approx(expected[i], rel=1e-9, abs=1e-9)


def test_the_answers_about_noise():
    of = lambda preset, **state: numbers_of("noisy_signal", preset, **state)  # noqa: E731
    forward, symmetric, smooth = (of(name) for name in ("forward", "symmetric", "smoothed"))
    assert forward["hiss"] > 5 * forward["share"]
    assert symmetric["hiss"] == pytest.approx(forward["hiss"] / 2, rel=0.15)
    assert smooth["lost"] < symmetric["lost"] < forward["lost"]
    clean = [of("clean", window=m)["lost"] for m in range(1, 9)]
    assert clean == sorted(clean)
    long = of("long")
    assert long["smear"] > 30
    assert long["hiss"] < 5
    for preset in ("symmetric", "smoothed"):
        errors = [of(preset, window=m)["lost"] for m in range(1, 9)]
        assert 0 < errors.index(min(errors)) < 7, "a best window between"


# Euler is descent


def test_the_paths_solve_the_equation():
    t = sympy.Symbol("t")
    x0 = sympy.Rational(7, 5)
    paths = {
        "honey": (x0 * sympy.exp(-2 * t), lambda x: 2 * x),
        "valleys": (
            x0 * sympy.exp(t) / sympy.sqrt(1 + x0**2 * (sympy.exp(2 * t) - 1)),
            lambda x: x**3 - x,
        ),
        "flat": (x0 / sympy.sqrt(1 + 2 * x0**2 * t), lambda x: x**3),
    }
    for preset, (path, slope) in paths.items():
        assert sympy.simplify(sympy.diff(path, t) + slope(path)) == 0
        found = numbers_of("euler_is_descent", preset, x0=1.4, h=0.1)
        assert found["time"] == pytest.approx(1.2)
        assert found["path"] == pytest.approx(float(path.subs(t, sympy.Rational(6, 5))))


def test_the_steps_are_gradient_descent():
    x = sympy.Symbol("x")
    formulas = {"honey": x**2, "over": x**2, "valleys": (x**2 - 1) ** 2 / 4, "flat": x**4 / 4}
    for preset, formula in formulas.items():
        slope = sympy.lambdify(x, sympy.diff(formula, x))
        numbers = numbers_of("euler_is_descent", preset)
        place = numbers["x0"]
        for k in range(1, 13):
            place -= numbers["h"] * slope(place)
            assert numbers[f"x_{k}"] == pytest.approx(place, abs=1e-12)
        assert numbers["last"] == numbers["x_12"]


def test_half_the_step_has_about_half_the_error():
    x = 2.0
    ends = []
    for count in (60, 120):
        place = x
        for _ in range(count):
            place -= 1.2 / count * 2 * place
        ends.append(abs(place - 2 * math.exp(-2.4)))
    assert ends[0] / ends[1] == pytest.approx(2, rel=0.05)


@pytest.mark.parametrize(
    ("h", "words"),
    [
        (0.2, "stays on its side"),
        (0.5, "The first step is exact"),
        (0.8, "ends nearer"),
        (1.0, "back and forth"),
        (1.1, "farther out"),
    ],
)
def test_the_five_ways_down_a_parabola(h, words):
    assert words in said("euler_is_descent", "honey", h=h)


def test_what_is_said_of_the_other_valleys():
    assert "in different valleys" in said("euler_is_descent", "valleys")
    assert "nothing moves" in said("euler_is_descent", "valleys", x0=1.0)
    flat, steep = (numbers_of("euler_is_descent", name, h=0.2) for name in ("flat", "honey"))
    assert flat["last"] > 10 * steep["last"]
    assert flat["path"] > 10 * steep["path"]
    assert abs(numbers_of("euler_is_descent", "flat", h=0.5, x0=1.5)["last"]) < 1
    assert "far out of the picture" in said("euler_is_descent", "flat", h=0.5, x0=2.5)
