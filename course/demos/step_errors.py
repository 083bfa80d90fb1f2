"""Error against step, a demo of chapter 7: truncation on one side, rounding on the other.

The errors are measured: Python's floats against the true derivative in decimal digits. Words are in
``numerical_differentiation_strings.py``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from . import numerical_differentiation_strings as words
from .expression import (
    UNDEFINED,
    Expression,
    entry,
    floor,
    formula,
    function,
    locate,
    pick,
    variable,
    where,
)
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, log_steps
from .rounding import ALL, short
from .stage import staged
from .text import Text, by, choose

revealed, h, scheme = (variable(name) for name in ("revealed", "h", "scheme"))

#: The steps that the demo knows.
STEPS = log_steps(1e-17, 1, 5)
#: Distance from 1 to the next number in double precision.
EPSILON = 2.0**-52


@dataclass(frozen=True)
class Case:
    """A function and a place.

    Parameters
    ----------
    f : callable
        The function, in double precision.
    x : float
        The place.
    slope : Decimal
        f′(x), to 30 digits.
    sizes : tuple of float
        |f|, |f′|, |f″|, |f‴| and |f⁽⁵⁾| at x.
    """

    f: Callable[[float], float]
    x: float
    slope: Decimal
    sizes: tuple[float, ...]


_SINE = (math.sin(1), math.cos(1), math.sin(1), math.cos(1), math.cos(1))
_COS_1 = Decimal("0.540302305868139717400936607443")
CASES: dict[str, Case] = {
    "sine": Case(math.sin, 1.0, _COS_1, _SINE),
    "square": Case(lambda x: x * x, 1.0, Decimal(2), (1, 2, 2, 0, 0)),
    "wave": Case(
        lambda x: math.sin(100 * x),
        1.0,
        Decimal("86.2318872287683934101938513951"),
        (
            abs(math.sin(100)),
            *(100**k * abs(t) for k, t in ((1, math.cos(100)), (2, math.sin(100)))),
            *(100**k * abs(math.cos(100)) for k in (3, 5)),
        ),
    ),
    "far": Case(
        math.sin,
        1e6,
        Decimal("0.936752127533144786938532535075"),
        (*(abs(t(1e6)) for t in (math.sin, math.cos, math.sin, math.cos, math.cos)),),
    ),
}
#: By preset, the case that it shows.
SHOWN = {"sine": "sine", "symmetric": "sine", "square": "square", "wave": "wave", "far": "far"}
#: Order p of each scheme.
ORDERS = (1, 2, 4)


def forward(f: Callable[[float], float], x: float, step: float) -> float:
    """Return the forward difference, rounded after every operation."""
    return (f(x + step) - f(x)) / step


def symmetric(f: Callable[[float], float], x: float, step: float) -> float:
    """Return the symmetric difference, rounded after every operation."""
    return (f(x + step) - f(x - step)) / (2 * step)


def richardson(f: Callable[[float], float], x: float, step: float) -> float:
    """Return Richardson's combination of two symmetric differences."""
    return (4 * symmetric(f, x, step / 2) - symmetric(f, x, step)) / 3


SCHEMES = (forward, symmetric, richardson)


def measured(case: Case, which: int) -> list[float]:
    """Return −log₁₀ of the error of a scheme for each step, to two decimals; 17 where there is none."""
    found = []
    for step in STEPS:
        error = abs(Decimal(SCHEMES[which](case.f, case.x, step)) - case.slope)
        found.append(short(round(-float(error.log10()), 2) if error else ALL))
    return found


def constants(case: Case) -> tuple[float, float, float]:
    """Return C of the truncation error C·hᵖ of each scheme, by Taylor."""
    _, _, second, third, fifth = case.sizes
    return second / 2, third / 6, fifth / 480


def rounding(case: Case) -> float:
    """Return R of the rounding error, about R/h: from rounding f(x + h), f(x), and x + h itself."""
    value, slope, *_ = case.sizes
    return EPSILON * (value + abs(case.x) * slope)


def _by_example(value: Callable[[Case], Any]) -> Expression:
    """Return what belongs to the case shown, each written once."""
    *others, (_, last) = [(index, value(case)) for index, case in enumerate(CASES.values())]
    for index, found in reversed(others):
        last = where(variable("case") <= index, found, last)
    return formula(last)


def _best(which: int) -> Callable[[Case], int]:
    """Return the index of the step with the least error; the largest such step if there are several."""

    def index(case: Case) -> int:
        kept = measured(case, which)
        return max(range(len(STEPS)), key=lambda k: (kept[k], k))

    return index


def _marks() -> list[Mark]:
    """Return what is drawn: the measured errors, the two straight lines that explain them, the step."""
    k, index, kept = variable("k"), function("index_of"), function("kept")
    order, truncation, noise = variable("order"), variable("truncation"), variable("noise")
    falling, rising = noise / k, truncation * k**order
    # A line is drawn where it matters: not far below the other one.
    low, high = 1e-15, 0.003
    return [
        label("?", 3e-9, 1e-6, "error", when=~revealed),
        curve(where(falling < 1e3, falling, UNDEFINED), "neutral", variable="k", when=revealed),
        curve(
            rising,
            "neutral",
            variable="k",
            density=1,
            when=revealed & (truncation > 0),
        ),
        curve(10 ** -kept(index(k)), "error", variable="k", density=1, when=revealed),
        segment(variable("here"), 1e-20, variable("here"), 1e9, "neutral"),
        label(
            "*R*/*h*", low * 20, noise / (low * 20), "neutral", shift=(10, -6), anchor="start",
            when=revealed & (noise / (low * 20) < 90),
        ),
        label(
            by("scheme_index", {0: "*C*~*h*", 1: "*C*~*h*²", 2: "*C*~*h*⁴"}),
            high, truncation * high**order, "neutral", shift=(10, 12), anchor="start",
            when=revealed & (truncation > 0),
        ),
        point(variable("best"), variable("least"), "approximation", hollow=True, radius=7,
              when=revealed),
        point(variable("here"), variable("error"), "error", drag=("h", "pointer")),
    ]  # fmt: skip


def _blame() -> Text:
    """Return the words that say what most of the error is."""
    cut, lost = variable("cut"), variable("lost")
    small = choose(variable("truncation") > 0, words.STEP_ROUNDING, words.STEP_ONLY_ROUNDING)
    rest = choose(lost > 3 * cut, small, words.STEP_BALANCE)
    return choose(cut > 3 * lost, words.STEP_TRUNCATION, rest)


@staged
def step_size() -> Demo:
    """Show the measured error of a difference quotient against its step, both on logarithmic axes."""
    best = {which: _by_example(_best(which)) for which in range(3)}
    chosen = variable("scheme_index")

    def of_scheme(values: dict[int, Any]) -> Expression:
        return where(chosen <= 0, values[0], where(chosen <= 1, values[1], values[2]))

    kept = {
        which: _by_example(lambda case, w=which: entry(measured(case, w), "i"))  # type: ignore[misc]
        for which in range(3)
    }
    index, nearest = function("index_of"), variable("nearest")
    starts = {
        "sine": {"h": 0.1, "scheme": 0},
        "symmetric": {"h": 0.1, "scheme": 1},
        "square": {"h": 1e-05, "scheme": 1},
        "wave": {"h": 0.0001, "scheme": 0},
        "far": {"h": 0.001, "scheme": 0},
    }
    return Demo(
        title=words.STEP_TITLE,
        choice="example",
        presets={name: Preset(words.STEP_PRESETS[name], starts[name]) for name in SHOWN},
        controls=[
            Slider("h", STEPS, words.STEP_H, "*h* = {h:.2g}", (1e-16, 1e-8, 1)),
            Slider(
                "scheme",
                (0, 1, 2),
                words.STEP_SCHEME,
                by("scheme_index", dict(enumerate(words.STEP_SCHEMES))),
            ),
        ],
        functions={
            "index_of": ("k", locate(STEPS, "k")),
            "step_at": ("k", entry(STEPS, "k")),
            "kept": ("i", of_scheme(kept)),
        },
        quantities={
            "case": pick("example", {p: list(CASES).index(c) for p, c in SHOWN.items()}),
            "scheme_index": floor(scheme + 0.5),
            "order": of_scheme(dict(enumerate(ORDERS))),
            "nearest": floor(index(h) + 0.5),
            "here": function("step_at")(nearest),
            "digits": function("kept")(nearest),
            "error": 10 ** -variable("digits"),
            "truncation": of_scheme(
                {w: _by_example(lambda case, w=w: constants(case)[w]) for w in range(3)}  # type: ignore[misc]
            ),
            "noise": _by_example(rounding),
            "balance": (variable("noise") / (variable("order") * variable("truncation")))
            ** (1 / (variable("order") + 1)),
            "best_index": of_scheme(best),
            "best": function("step_at")("best_index"),
            "least": 10 ** -function("kept")(variable("best_index")),
            "cut": variable("truncation") * variable("here") ** variable("order"),
            "lost": variable("noise") / variable("here"),
        },
        panels=[
            Panel(
                x=(1e-17, 1),
                y=(1e-15, 1e3),
                log=(True, True),
                names=("*h*", "|Δ*f′*|"),
                height=280,
                marks=_marks(),
            )
        ],
        sentence=[
            by("scheme_index", dict(enumerate(words.STEP_SENTENCES))),
            by("example", words.STEP_OF),
            choose(variable("digits") > 16.5, words.STEP_EXACT, words.STEP_OFF),
            choose(
                revealed,
                [
                    choose(variable("digits") > 16.5, "", _blame()),
                    choose(variable("truncation") > 0, words.STEP_BEST, words.STEP_FREE),
                ],
            ),
        ],
        prediction=Prediction(
            by("example", words.STEP_QUESTIONS),
            by("example", words.STEP_CHOICES),
            pick("example", {"sine": 1, "symmetric": 2, "square": 2, "wave": 0, "far": 2}),
            by("example", words.STEP_BECAUSE),
            by("example", words.STEP_AGAINST),
        ),
        question=words.QUESTION,
        answer=by("example", words.STEP_ANSWERS),
    )
