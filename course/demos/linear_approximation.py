"""The demos of chapter 2: microscope, small compared to the step, Weierstrass, rational and irrational.

Zooming in makes differences of nearly equal numbers, so the formulas here are closed forms of the
differences: at zoom 10⁶ they still have all their digits. Words are in ``linear_approximation_strings.py``.
"""

from __future__ import annotations

from . import linear_approximation_states as states
from . import linear_approximation_strings as words
from .expression import (
    Expression,
    cbrt,
    cos,
    function,
    largest,
    pick,
    sin,
    sqrt,
    variable,
    where,
)
from .marks import Panel, box, curve, label, line, point, segment
from .model import Demo, Prediction, Preset, Slider, log_steps, steps
from .nowhere import rational_and_irrational, weierstrass_microscope, zoom_slider
from .stage import staged
from .text import by, choose

__all__ = [
    "microscope",
    "rational_and_irrational",
    "small_compared_to_the_step",
    "weierstrass_microscope",
]

x, h, k, m, x0 = (variable(name) for name in ("x", "h", "k", "m", "x0"))
revealed = variable("revealed")
f = function("f")

#: √(x² + ROUNDING) looks like a corner until one looks at 1/√ROUNDING of the width.
ROUNDING = 1e-4


def _difference(of: str) -> Expression:
    """Return f(x₀ + h) − f(x₀) without subtracting nearly equal numbers."""
    y = x0 + h
    grown = h * (2 * x0 + h)  # y² − x₀²
    if of == "square":
        return grown
    if of == "sine":
        return 2 * cos(x0 + h / 2) * sin(h / 2)
    if of == "cbrt":
        squares = cbrt(y) ** 2 + cbrt(y) * cbrt(x0) + cbrt(x0) ** 2
        return where(squares <= 0, 0, h / squares)
    under = ROUNDING if of == "rounded" else 0
    roots = sqrt(y**2 + under) + sqrt(x0**2 + under)
    return where(roots <= 0, 0, grown / roots)


@staged
def microscope() -> Demo:
    """Enlarge a small piece of a curve, beside its tangent."""
    slope, half = variable("slope"), variable("half")
    exists = abs(slope) < 1e9
    upright = slope > 1e9
    difference = function("difference")
    scale = variable("s")
    return Demo(
        title=words.MICROSCOPE_TITLE,
        choice="example",
        presets={
            key: Preset(name, states.MICROSCOPE_STARTS[key])
            for key, name in words.MICROSCOPE_PRESETS.items()
        },
        controls=[
            Slider(
                "x0",
                steps(-2, 2, 0.05),
                words.MICROSCOPE_X0,
                "*x*₀ = {x0:.2f}",
                (-2, -1, 0, 1, 2),
            ),
            zoom_slider(),
        ],
        functions={
            "f": (
                "x",
                pick(
                    "example",
                    {
                        "square": x**2,
                        "sine": sin(x),
                        "abs": abs(x),
                        "rounded": sqrt(x**2 + ROUNDING),
                        "cbrt": cbrt(x),
                    },
                ),
            ),
            "difference": (
                "h",
                pick("example", {key: _difference(key) for key in words.MICROSCOPE_PRESETS}),
            ),
        },
        quantities={
            "slope": pick(
                "example",
                {
                    "square": 2 * x0,
                    "sine": cos(x0),
                    "abs": x0 / abs(x0),
                    "rounded": x0 / sqrt(x0**2 + ROUNDING),
                    "cbrt": 1 / (3 * cbrt(x0) ** 2),
                },
            ),
            "half": 1 / m,
            "gap": largest(
                abs(difference(half) - slope * half), abs(difference(-half) + slope * half)
            ),
            "share": 100 * variable("gap") / half,
        },
        beside=True,
        panels=[
            Panel(
                x=(-2.6, 2.6),
                y=(
                    pick("example", states.MICROSCOPE_LOWEST),
                    pick("example", states.MICROSCOPE_HIGHEST),
                ),
                names=("*x*", "*f*(*x*)"),
                height=240,
                marks=[
                    curve(f(x), density=2),
                    box(
                        x0 - half,
                        f(x0) - 1.5 * half,
                        x0 + half,
                        f(x0) + 1.5 * half,
                        "neutral",
                        least=14,
                    ),
                    point(x0, f(x0), radius=3.5, drag=("x0", "pointer")),
                ],
            ),
            Panel(
                x=(-1, 1),
                y=(-1.5, 1.5),
                names=("*s*", "*m* · (*f*(*x*₀ + *s*/*m*) − *f*(*x*₀))"),
                height=240,
                marks=[
                    label("?", 0.5, 0.75, "derivative", when=~revealed),
                    curve(m * difference(scale / m), variable="s", density=2, when=revealed),
                    line(0, 0, slope, "derivative", when=revealed & exists),
                    segment(0, -9, 0, 9, "derivative", when=revealed & upright),
                    point(0, 0, when=revealed),
                ],
            ),
        ],
        sentence=[
            words.MICROSCOPE_SENTENCE,
            choose(
                revealed,
                choose(
                    exists,
                    [
                        words.MICROSCOPE_OFF,
                        choose(
                            variable("share") < 1.5,
                            words.MICROSCOPE_STRAIGHT,
                            words.MICROSCOPE_BENT,
                        ),
                    ],
                    choose(upright, words.MICROSCOPE_UPRIGHT, words.MICROSCOPE_CORNER),
                ),
            ),
        ],
        prediction=Prediction(
            by("example", words.MICROSCOPE_QUESTIONS),
            by("example", words.MICROSCOPE_CHOICES),
            pick("example", states.MICROSCOPE_RIGHT),
            by("example", words.MICROSCOPE_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.MICROSCOPE_ANSWERS),
    )


@staged
def small_compared_to_the_step() -> Demo:
    """Compare the error of a line through the point with the step, on logarithmic axes."""
    alpha, best, error, ratio = (variable(name) for name in ("alpha", "best", "error", "ratio"))
    rest, worse = function("rest"), function("worse")
    # sin h − h loses its digits for small h; its series does not.
    series = -(h**3) / 6 * (1 - h**2 / 20 * (1 - h**2 / 42))
    exact = abs(best - alpha) <= 0
    height = pick("example", states.STEP_LOWEST), pick("example", states.STEP_HIGHEST)
    return Demo(
        title=words.STEP_TITLE,
        choice="example",
        presets={
            key: Preset(name, states.STEP_STARTS[key]) for key, name in words.STEP_PRESETS.items()
        },
        controls=[
            Slider(
                "alpha",
                steps(-1, 3, 0.05),
                words.STEP_ALPHA,
                "*α* = {alpha:.2f}",
                (-1, 0, 1, 2, 3),
            ),
            Slider(
                "h",
                log_steps(1e-6, 1),
                words.STEP_H,
                "*h* = {h:.2g}",
                (1e-6, 1e-4, 0.01, 1),
            ),
        ],
        functions={
            "f": (
                "x",
                pick(
                    "example",
                    {"square": x**2, "sine": sin(x), "power": abs(x) ** 1.5, "abs": abs(x)},
                ),
            ),
            # f(x₀ + h) = f(x₀) + best · h + rest(h)
            "rest": (
                "h",
                pick(
                    "example",
                    {
                        "square": h**2,
                        "sine": where(abs(h) < 0.01, series, sin(h) - h),
                        "power": abs(h) ** 1.5,
                        "abs": abs(h),
                    },
                ),
            ),
            "worse": (
                "k",
                largest(abs(rest(k) + (best - alpha) * k), abs(rest(-k) - (best - alpha) * k)),
            ),
        },
        quantities={
            "x0": pick("example", {"square": 1, "sine": 0, "power": 0, "abs": 0}),
            "best": pick("example", {"square": 2, "sine": 1, "power": 0, "abs": 0}),
            "error": worse(h),
            "ratio": error / h,
            "limit": abs(best - alpha)
            + pick("example", {"square": 0, "sine": 0, "power": 0, "abs": 1}),
        },
        beside=True,
        panels=[
            Panel(
                x=(x0 - 1.2, x0 + 1.2),
                y=height,
                names=("*x*", "*f*(*x*)"),
                height=240,
                marks=[
                    curve(f(x), density=1),
                    line(x0, f(x0), alpha, "approximation"),
                    segment(x0 + h, f(x0) + alpha * h, x0 + h, f(x0 + h), "error"),
                    segment(x0 - h, f(x0) - alpha * h, x0 - h, f(x0 - h), "error"),
                    point(x0, f(x0)),
                    point(x0 + h, f(x0 + h), "error", hollow=True, radius=4),
                    point(x0 - h, f(x0 - h), "error", hollow=True, radius=4),
                ],
            ),
            Panel(
                x=(1e-6, 1),
                y=(1e-12, 10),
                log=(True, True),
                names=("*h*", "*r*,  *r*/*h*"),
                height=240,
                marks=[
                    label("?", 1e-3, 1e-6, "error", when=~revealed),
                    curve(worse(k), "neutral", variable="k", density=1, when=revealed),
                    curve(worse(k) / k, "error", variable="k", density=1, when=revealed),
                    segment(h, 1e-13, h, 100, "neutral"),
                    point(h, error, "neutral", hollow=True, radius=4, when=revealed),
                    point(h, ratio, "error", when=revealed, drag=("h", "pointer")),
                    label("*r*", 0.01, worse(0.01), "neutral", shift=(12, 16), when=revealed),
                    label(
                        "*r*/*h*", 1e-4, worse(1e-4) / 1e-4, "error", shift=(-6, -10), when=revealed
                    ),
                ],
            ),
        ],
        sentence=[
            words.STEP_SENTENCE,
            choose(
                revealed,
                choose(
                    exact,
                    by("example", words.STEP_BEST),
                    by("example", words.STEP_OTHERS),
                ),
            ),
        ],
        prediction=Prediction(
            by("example", words.STEP_QUESTIONS),
            words.STEP_CHOICES,
            pick("example", {"square": 1, "sine": 2, "power": 2, "abs": 1}),
            by("example", words.STEP_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.STEP_ANSWERS),
    )
