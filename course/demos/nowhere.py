"""Two demos of chapter 2 about functions that (almost) nowhere have a derivative.

A partial sum of Weierstrass's function under the microscope, and x² on the rational, −x² on the
irrational numbers. Neither is probed carelessly in floating point: the phases of the waves are reduced
exactly, and whether a number is rational is known by construction.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce
from typing import Any

from . import linear_approximation_states as states
from . import linear_approximation_strings as words
from .expression import Expression, cos, floor, function, largest, pick, smallest, variable, where
from .marks import Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, log_steps, steps
from .stage import staged
from .text import by, choose

x, h, k, m, x0 = (variable(name) for name in ("x", "h", "k", "m", "x0"))
revealed = variable("revealed")


def zoom_slider() -> Slider:
    """Return the control of both microscopes, from 1 to 10⁶."""
    zooms = log_steps(1, 1e6, per_decade=10)
    ticks = (1, 100, 1e4, 1e6)
    return Slider("m", zooms, words.MICROSCOPE_ZOOM, "*m* = {m:.6g}", ticks)


#: More terms are not offered: at zoom 10⁶ further ones are invisible for b = 13.
TERMS = 16
#: The chords cut the window of the Weierstrass microscope into this many equal steps.
CHORDS = 16
#: Points are taken from the multiples of 2⁻⁴⁴. A phase in [−1, 1] then has at most 46 bits and 13 times
#: it at most 50 of a double's 53, so every bⁿx is reduced modulo 2 without rounding.
GRID = 2.0**44
#: The microscope looks at the multiple of 2⁻⁴⁴ that is nearest to 0.3.
CENTRE = round(0.3 * GRID) / GRID


def _wave_functions() -> dict[str, tuple[str, Expression]]:
    """Return the functions that sum the waves: ``wave_n(p)`` is Σ aⁱ cos(bⁱπp) over the terms from n on."""
    phase, terms = variable("p"), variable("terms")
    found: dict[str, tuple[str, Expression]] = {}
    found["reduced"] = ("p", phase - 2 * floor(phase / 2 + 0.5))
    for n in range(TERMS):
        more: Expression | int = 0
        if n + 1 < TERMS:
            further = function(f"wave_{n + 1}")(function("reduced")(variable("b") * phase))
            more = variable("a") * further
        found[f"wave_{n}"] = ("p", where(n + 0.5 <= terms, cos(math.pi * phase) + more, 0))
    found["snapped"] = ("h", floor(h * GRID + 0.5) / GRID)
    found["wave_at"] = ("h", function("wave_0")(function("reduced")(x0 + h)))
    return found


def _chord(index: int, zoom: Expression) -> Expression:
    """Return the size of the slope of one of the chords of the window at this zoom."""
    snapped, wave_at = function("snapped"), function("wave_at")
    left, right = (snapped((2 * j / CHORDS - 1) / zoom) for j in (index, index + 1))
    return abs(wave_at(right) - wave_at(left)) / (right - left)


def _sum_of_terms(term: Callable[[int], Expression]) -> Expression:
    """Return the sum of term(n) over the terms that are switched on."""
    on = (where(n + 0.5 <= variable("terms"), term(n), 0) for n in range(TERMS))
    return reduce(lambda total, one: total + one, on)


@staged
def weierstrass_microscope() -> Demo:
    """Enlarge a partial sum of Weierstrass's function and find the steepest chord in the window."""
    a, b, half, steepest = (variable(name) for name in ("a", "b", "half", "steepest"))
    wave_at, snapped = function("wave_at"), function("snapped")
    scale, z = variable("s"), variable("z")
    fine = variable("step") < variable("wave") / 16
    return Demo(
        title=words.WAVES_TITLE,
        choice="example",
        presets={
            key: Preset(name, states.WAVES_STARTS[key]) for key, name in words.WAVES_PRESETS.items()
        },
        controls=[
            Slider(
                "terms",
                steps(1, TERMS, 1),
                words.WAVES_TERMS,
                words.WAVES_COUNT,
                (1, 4, 8, 12, 16),
            ),
            zoom_slider(),
        ],
        functions={
            **_wave_functions(),
            "steepest_at": ("z", reduce(largest, (_chord(j, z) for j in range(CHORDS)))),
        },
        quantities={
            "a": pick(
                "example", {key: values[0] for key, values in states.WAVES_PARAMETERS.items()}
            ),
            "b": pick(
                "example", {key: values[1] for key, values in states.WAVES_PARAMETERS.items()}
            ),
            "x0": CENTRE,
            "half": 1 / m,
            "step": 2 / CHORDS * half,
            "wave": 2 / b ** (floor(variable("terms") + 0.5) - 1),
            "bound": math.pi * _sum_of_terms(lambda n: (a * b) ** n),
            # |W(x) − W(x₀)| is never larger in the window, so the curve fits the panel.
            "height": m * _sum_of_terms(lambda n: a**n * smallest(2, math.pi * b**n * half)),
            "middle": wave_at(0),
            "steepest": function("steepest_at")(m),
        },
        beside=True,
        panels=[
            Panel(
                x=(-1, 1),
                y=(-variable("height"), variable("height")),
                names=("*s*", "*m* · (*W*(*x*₀ + *s*/*m*) − *W*(*x*₀))"),
                height=240,
                marks=[
                    label("?", 0.5, variable("height") / 2, "function", when=~revealed),
                    curve(
                        m * (wave_at(snapped(scale / m)) - variable("middle")),
                        variable="s",
                        density=1,
                        when=revealed,
                    ),
                    point(0, 0, radius=4),
                ],
            ),
            Panel(
                x=(1, 1e6),
                y=(0.1, 1e6),
                log=(True, True),
                names=("*m*", "|Δ*W*| / |Δ*x*|"),
                height=240,
                marks=[
                    label("?", 1e3, 300, "approximation", when=~revealed),
                    curve(
                        variable("bound"), "derivative", variable="z", density=0.05, when=revealed
                    ),
                    curve(
                        function("steepest_at")(z),
                        "approximation",
                        variable="z",
                        density=0.1,
                        when=revealed,
                    ),
                    segment(m, 0.01, m, 1e7, "neutral"),
                    point(
                        m, steepest, "approximation", radius=6, when=revealed, drag=("m", "pointer")
                    ),
                    label(
                        "π · ∑(*a*·*b*)ⁿ",
                        1,
                        variable("bound"),
                        "derivative",
                        shift=(8, -9),
                        anchor="start",
                        when=revealed,
                    ),
                ],
            ),
        ],
        sentence=[
            words.WAVES_SENTENCE,
            choose(
                revealed, [words.WAVES_STEEPEST, choose(fine, words.WAVES_FINE, words.WAVES_COARSE)]
            ),
        ],
        prediction=Prediction(
            by("example", words.WAVES_QUESTIONS),
            by("example", words.WAVES_CHOICES),
            pick("example", states.WAVES_RIGHT),
            by("example", words.WAVES_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.WAVES_ANSWERS),
    )


@staged
def rational_and_irrational() -> Demo:
    """Show x² on the rational, −x² on the irrational numbers; which is which is known by construction."""
    q, d, here, there = (variable(name) for name in ("q", "d", "here", "there"))
    root = math.sqrt(2)
    irrational = pick("point", {key: float(key == "root") for key in words.DUST_PRESETS}) & (
        abs(q) > 0
    )
    odd = variable("odd")
    # The picture follows x₀ near 0, where the two parabolas are close to each other.
    far: dict[str, Any] = dict.fromkeys(words.DUST_PRESETS, 2)
    reach = pick("point", far | {"near": largest(0.3, abs(q) + 0.2)})
    depth = 0.75 * reach**2
    tall = pick("point", dict.fromkeys(words.DUST_PRESETS, 20) | {"zero": 2, "near": 5})
    rational_at, irrational_at = function("rational_at"), function("irrational_at")
    return Demo(
        title=words.DUST_TITLE,
        choice="point",
        presets={
            key: Preset(name, states.DUST_STARTS[key]) for key, name in words.DUST_PRESETS.items()
        },
        controls=[
            Slider(
                "q",
                steps(-1, 1, 0.05),
                words.DUST_Q,
                choose(odd, "*x*₀ = {q:.2f}·√2 = {here:.4f}…", "*x*₀ = {q:.2f}"),
                (-1, -0.5, 0, 0.5, 1),
            ),
            Slider(
                "d", log_steps(1e-4, 1), words.DUST_D, "*d* = {d:.2g}", (1e-4, 1e-3, 0.01, 0.1, 1)
            ),
        ],
        functions={
            # The steps from x₀ to a rational and to an irrational number, and the quotients there.
            # Rational x₀: x₀ + d and x₀ + d/√2. Irrational x₀: x₀ + d
            # rounded to six decimals, and x₀ + d.
            "to_rational": ("k", where(odd, floor((here + k) * 1e6 + 0.5) / 1e6 - here, k)),
            "to_irrational": ("k", where(odd, k, k / root)),
            "rational_at": (
                "k",
                where(
                    odd,
                    ((here + function("to_rational")(k)) ** 2 + here**2)
                    / function("to_rational")(k),
                    2 * here + k,
                ),
            ),
            "irrational_at": (
                "k",
                where(
                    odd,
                    -2 * here - k,
                    -((here + k / root) ** 2 + here**2) / (k / root),
                ),
            ),
        },
        quantities={
            "odd": irrational,
            "here": q * where(odd, root, 1),
            "there": here**2 * where(odd, -1, 1),
            "rational": here + function("to_rational")(d),
            "irrational": here + function("to_irrational")(d),
            "upper": variable("rational") ** 2,
            "lower": -(variable("irrational") ** 2),
            "right": rational_at(d),
            "left": irrational_at(d),
            "square": here**2,
            "minus": -(here**2),
        },
        beside=True,
        panels=[
            Panel(
                x=(-reach, reach),
                y=(-depth, depth),
                names=("*x*", "*f*(*x*)"),
                height=240,
                marks=[
                    curve(x**2, "neutral"),
                    curve(-(x**2), "neutral"),
                    segment(
                        here,
                        there,
                        variable("rational"),
                        variable("upper"),
                        "approximation",
                        when=revealed,
                    ),
                    segment(
                        here,
                        there,
                        variable("irrational"),
                        variable("lower"),
                        "left",
                        when=revealed,
                    ),
                    point(variable("rational"), variable("upper"), "approximation", radius=5),
                    point(
                        variable("irrational"),
                        variable("lower"),
                        "approximation",
                        hollow=True,
                        radius=5,
                    ),
                    point(here, there, "function", radius=6),
                ],
            ),
            Panel(
                x=(1e-4, 1),
                y=(-tall, tall),
                log=(True, False),
                names=("*d*", "(*f*(*x*) − *f*(*x*₀)) / (*x* − *x*₀)"),
                height=240,
                marks=[
                    label("?", 0.01, tall / 2, "approximation", when=~revealed),
                    curve(rational_at(k), "approximation", variable="k", density=1, when=revealed),
                    curve(irrational_at(k), "left", variable="k", density=1, when=revealed),
                    segment(d, -99, d, 99, "neutral"),
                    point(
                        d,
                        variable("right"),
                        "approximation",
                        radius=5,
                        when=revealed,
                        drag=("d", "pointer"),
                    ),
                    point(
                        d, variable("left"), "approximation", hollow=True, radius=5, when=revealed
                    ),
                ],
            ),
        ],
        sentence=[
            choose(odd, words.DUST_IRRATIONAL, words.DUST_RATIONAL),
            words.DUST_SENTENCE,
            choose(revealed, choose(abs(q) <= 0, words.DUST_ZERO, words.DUST_ELSEWHERE)),
        ],
        prediction=Prediction(
            by("point", words.DUST_QUESTIONS),
            by("point", words.DUST_CHOICES),
            pick("point", states.DUST_RIGHT),
            by("point", words.DUST_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("point", words.DUST_ANSWERS),
    )
