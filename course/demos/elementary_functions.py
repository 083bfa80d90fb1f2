"""The demos of chapter 4: match f and f′, find the base e, and the activation workshop.

Words are in ``elementary_functions_strings.py``. The workshop has a module of its own, ``workshop.py``.
"""

from __future__ import annotations

import math

from . import elementary_functions_strings as words
from .expression import cos, exp, function, largest, log, pick, sin, smallest, variable
from .marks import Mark, Panel, arrow, curve, label, line, point, segment
from .model import Demo, Prediction, Preset, Slider, Table, signed_log_steps, steps
from .stage import staged
from .text import by, choose
from .workshop import activation_workshop

__all__ = ["activation_workshop", "find_the_base", "match_f_and_derivative"]

x, a, h = variable("x"), variable("a"), variable("h")
revealed = variable("revealed")
f = function("f")

#: Which candidate is the derivative, counted from 0.
MATCH_RIGHT = {"wave": 1, "hill": 2, "ess": 0, "growth": 1}


@staged
def match_f_and_derivative() -> Demo:
    """Hold three candidates against a curve: the height of f′ is the slope of f."""
    slope, right = variable("slope"), variable("right")
    hill, small = 1 + x**2, exp(-2 * x)
    ess = 6 / (1 + small) - 3
    prime = {
        "wave": 2 * cos(x),
        "hill": -8 * x / hill**2,
        "ess": 12 * small / (1 + small) ** 2,
        "growth": exp(x),
    }
    candidates = {
        "wave": [2 * sin(x), prime["wave"], -2 * cos(x)],
        "hill": [8 * x / hill**2, abs(prime["hill"]), prime["hill"]],
        "ess": [prime["ess"], ess, -2 / 3 * ess * prime["ess"]],
        "growth": [x * exp(x - 1), prime["growth"], 1 + x],
    }
    names = ("one", "two", "three")
    wrong_meets = sum(
        (abs(variable(name) - slope) < 0.005) & (abs(right - k) > 0.5)
        for k, name in enumerate(names)
    )

    def candidate(k: int, name: str) -> Panel:
        g, true = function(f"g_{name}"), abs(right - k) < 0.5
        known, refuted = revealed & true, revealed & ~true
        drawn: list[Mark] = [
            segment(x, -99, x, 99, "neutral"),
            curve(g("t"), "derivative", variable="t", when=~refuted),
            curve(g("t"), "neutral", variable="t", when=refuted),
            arrow(x, 0, x, variable(name), "derivative", when=known),
            point(x, variable(name), "derivative", when=known, drag=("x", "pointer")),
            label(
                "{slope:.2f}",
                x,
                variable(name),
                "derivative",
                shift=(9, -7),
                anchor="start",
                when=known,
            ),
            point(x, variable(name), "neutral", hollow=True, radius=4, when=~known),
            label("✓", -2, high, "derivative", shift=(12, 20), when=known),
        ]
        return Panel(
            x=(-2, 2), y=(low, high), names=("*x*", f"*g*{'₁₂₃'[k]}"), height=84, marks=drawn
        )

    low = pick("card", {"wave": -2.6, "hill": -3.2, "ess": -3.6, "growth": -1.4})
    high = pick("card", {"wave": 2.6, "hill": 3.2, "ess": 3.6, "growth": 7.8})
    return Demo(
        title=words.MATCH_TITLE,
        choice="card",
        presets={key: Preset(name, {"x": -1}) for key, name in words.MATCH_PRESETS.items()},
        controls=[
            Slider(
                "x",
                steps(-2, 2, 0.05),
                words.MATCH_X,
                "*x* = {x:.2f}",
                (-2, -1, 0, 1, 2),
                play=8,
            ),
        ],
        functions={
            "f": (
                "x",
                pick(
                    "card", {"wave": 2 * sin(x), "hill": 4 / hill - 1, "ess": ess, "growth": exp(x)}
                ),
            ),
            "prime": ("x", pick("card", prime)),
            **{
                f"g_{name}": (
                    "x",
                    pick("card", {card: three[k] for card, three in candidates.items()}),
                )
                for k, name in enumerate(names)
            },
        },
        quantities={
            "right": pick("card", MATCH_RIGHT),
            "height": f(x),
            "slope": function("prime")(x),
            **{name: function(f"g_{name}")(x) for name in names},
            "meets": wrong_meets,
        },
        panels=[
            Panel(
                x=(-2, 2),
                y=(
                    pick("card", {"wave": -2.6, "hill": -1.5, "ess": -3.6, "growth": -1}),
                    pick("card", {"wave": 2.6, "hill": 3.5, "ess": 3.6, "growth": 7.8}),
                ),
                names=("*x*", "*f*"),
                height=150,
                marks=[
                    segment(x, -99, x, 99, "neutral"),
                    curve(f("t"), variable="t"),
                    line(x, f(x), slope, "derivative", reach=0.6, when=revealed),
                    point(x, f(x), drag=("x", "pointer")),
                ],
            ),
            *(candidate(k, name) for k, name in enumerate(names)),
        ],
        sentence=choose(
            revealed,
            [words.MATCH_HEIGHT, words.MATCH_SLOPE, choose(variable("meets"), words.MATCH_CHANCE)],
            words.MATCH_HEIGHT + words.MATCH_ASKED,
        ),
        prediction=Prediction(
            by("card", words.MATCH_QUESTIONS),
            words.MATCH_CHOICES,
            pick("card", MATCH_RIGHT),
            by("card", words.MATCH_BECAUSE),
            by("card", words.MATCH_AGAINST),
            says=words.MATCH_SAYS,
        ),
        question=words.QUESTION,
        answer=by("card", words.MATCH_ANSWERS),
    )


#: The bases on the slider; e is one of them.
BASES = tuple(sorted({*steps(0.2, 4, 0.05), *steps(4.25, 10, 0.25), math.e}))


@staged
def find_the_base() -> Demo:
    """Show the slopes of aˣ at 0: they pass 1 at a = e, and only in the limit h → 0."""
    quotient, limit, base = variable("quotient"), variable("limit"), variable("base")
    slope_at, crossing = function("slope_at"), function("crossing")
    rows = {"1": 1.0, "01": 0.1, "001": 0.01, "0001": 0.001}
    return Demo(
        title=words.BASE_TITLE,
        choice="example",
        presets={
            "two": Preset(words.BASE_PRESETS["two"], {"a": 2, "h": 1}),
            "ten": Preset(words.BASE_PRESETS["ten"], {"a": 10, "h": 0.5}),
            "half": Preset(words.BASE_PRESETS["half"], {"a": 0.5, "h": 0.5}),
            "step": Preset(words.BASE_PRESETS["step"], {"a": math.e, "h": 0.1}),
        },
        controls=[
            Slider("a", BASES, words.BASE_A, "*a* = {a:.4g}", (0.2, 1, math.e, 4, 10)),
            Slider(
                "h",
                signed_log_steps(0.001, 1),
                words.BASE_H,
                "*h* = {h:.2g}",
                (-1, -0.1, -0.01, 0.01, 0.1, 1),
                nonzero=words.BASE_H_ZERO,
            ),
        ],
        functions={
            "slope_at": ("k", (variable("k") ** h - 1) / h),
            "crossing": ("k", (1 + variable("k")) ** (1 / variable("k"))),
        },
        quantities={
            "quotient": slope_at(a),
            "limit": log(a),
            "base": crossing(h),
            "e": math.e,
            **{f"slope_{name}": (a**step - 1) / step for name, step in rows.items()},
            **{f"base_{name}": crossing(step) for name, step in rows.items()},
        },
        panels=[
            Panel(
                x=(-1.6, 1.6),
                y=(-0.5, largest(4, 1.1 * a**h)),
                names=("*x*", "*aˣ*"),
                height=170,
                marks=[
                    line(0, 1, 1, "neutral"),
                    curve(a**x),
                    line(0, 1, limit, "derivative", when=revealed),
                    line(0, 1, quotient, "approximation"),
                    point(0, 1),
                    point(h, a**h, "approximation", hollow=True, radius=6, drag=("h", "pointer")),
                ],
            ),
            Panel(
                x=(0.1, largest(4.2, 1.1 * a)),
                y=(smallest(-1.2, 1.15 * quotient), largest(2.2, 1.15 * quotient)),
                names=("*a*", "(*aʰ* − 1) / *h*"),
                height=190,
                marks=[
                    segment(0, 1, 99, 1, "neutral"),
                    segment(a, -99, a, 99, "neutral"),
                    label("?", 3, 0, "derivative", when=~revealed),
                    curve(slope_at("t"), "approximation", variable="t", when=revealed),
                    curve(log("t"), "derivative", variable="t", when=revealed),
                    point(base, 1, "approximation", hollow=True, radius=4, when=revealed),
                    point(variable("e"), 1, "derivative", radius=4, when=revealed),
                    label("*e*", variable("e"), 1, "derivative", shift=(6, 20), when=revealed),
                    point(
                        a, quotient, "approximation", hollow=True, radius=6, drag=("a", "pointer")
                    ),
                    point(a, limit, "derivative", radius=3.5, when=revealed),
                ],
            ),
        ],
        table=Table(
            words.BASE_TABLE,
            words.BASE_COLUMNS,
            [
                ("{h:.2g}", "{quotient:.4f}", "{base:.4f}"),
                *(
                    (f"{step:g}", f"{{slope_{name}:.4f}}", f"{{base_{name}:.4f}}")
                    for name, step in rows.items()
                ),
                ("→ 0", "[{limit:.4f}](derivative)", "[{e:.4f}](derivative)"),
            ],
        ),
        sentence=[
            words.BASE_SENTENCE,
            choose(
                revealed,
                [
                    words.BASE_LIMIT,
                    choose(
                        abs(limit - 1) < 1e-12,
                        words.BASE_EXACT,
                        choose(limit < 1, words.BASE_BELOW, words.BASE_ABOVE),
                    ),
                    choose(base < 1e9, words.BASE_CROSSING, words.BASE_NONE),
                ],
            ),
        ],
        prediction=Prediction(
            by("example", words.BASE_QUESTIONS),
            by("example", words.BASE_CHOICES),
            pick("example", {"two": 1, "ten": 2, "half": 1, "step": 1}),
            by("example", words.BASE_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.BASE_ANSWERS),
    )
