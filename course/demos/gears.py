"""Chain gears, a demo of chapter 3: three number lines, and what a small step becomes on each."""

from __future__ import annotations

from typing import Any

from . import rules_strings as words
from .expression import cos, exp, function, pick, sin, variable
from .marks import Mark, Panel, arrow, label, point, rectangle, segment
from .model import Demo, Prediction, Preset, Slider, Table, signed_log_steps, steps
from .stage import staged
from .text import by, choose

x, h = variable("x"), variable("h")
revealed = variable("revealed")
f, g = function("f"), function("g")
H_STEPS, H_TICKS = signed_log_steps(0.001, 0.5), (-0.5, -0.05, -0.005, 0.005, 0.05, 0.5)
#: The steps in the tables, by the ends of their names.
TABLE_STEPS = {"1": 0.1, "01": 0.01, "001": 0.001}


@staged
def chain_gears() -> Demo:
    """Map three number lines: g stretches small steps by g′(x), then f by f′(g(x))."""
    z, y, dz, dy = (variable(name) for name in ("z", "y", "dz", "dy"))
    inner, outer = variable("inner"), variable("outer")
    left = pick(
        "chain", {"twice": -1.7, "where": -0.9, "curved": -0.8, "turned": -1.7, "flat": -0.7}
    )
    right = pick("chain", {"twice": 4.8, "where": 6.6, "curved": 2.5, "turned": 1.9, "flat": 1.8})
    quotients: dict[str, Any] = {}
    for name, step in {"now": h, **TABLE_STEPS}.items():
        quotients[f"inner_{name}"] = (g(x + step) - z) / step
        quotients[f"outer_{name}"] = (f(g(x + step)) - y) / (g(x + step) - z)
        quotients[f"whole_{name}"] = (f(g(x + step)) - y) / step
    high, thick = {"x": 2, "z": 1, "y": 0}, 0.07

    def step_on(name: str, start: Any, change: Any, **when: Any) -> list[Mark]:
        level = high[name]
        return [
            rectangle(start, level - thick, start + change, level + thick, "approximation", **when),
            point(start + change, level, "approximation", hollow=True, **when),
        ]

    return Demo(
        title=words.GEARS_TITLE,
        choice="chain",
        presets={
            "twice": Preset(words.GEARS_PRESETS["twice"], {"x": 0.5, "h": 0.5}),
            "where": Preset(words.GEARS_PRESETS["where"], {"x": 0, "h": 0.5}),
            "curved": Preset(words.GEARS_PRESETS["curved"], {"x": 0.5, "h": 0.5}),
            "turned": Preset(words.GEARS_PRESETS["turned"], {"x": 0.5, "h": 0.5}),
            "flat": Preset(words.GEARS_PRESETS["flat"], {"x": 0.5, "h": 0.5}),
        },
        controls=[
            Slider("x", steps(0, 1, 0.05), words.GEARS_X, "*x* = {x:.2f}", (0, 0.5, 1)),
            Slider(
                "h", H_STEPS, words.GEARS_H, "*h* = {h:.2g}", H_TICKS, nonzero=words.GEARS_H_ZERO
            ),
        ],
        functions={
            "g": (
                "x",
                pick(
                    "chain",
                    {"twice": 2 * x, "where": x + 1, "curved": x**2, "turned": -x, "flat": 1},
                ),
            ),
            "f": (
                "z",
                pick(
                    "chain",
                    {
                        "twice": 1.5 * z,
                        "where": z**2,
                        "curved": sin(z),
                        "turned": exp(z),
                        "flat": z**3,
                    },
                ),
            ),
            "g_prime": (
                "x",
                pick("chain", {"twice": 2, "where": 1, "curved": 2 * x, "turned": -1, "flat": 0}),
            ),
            "f_prime": (
                "z",
                pick(
                    "chain",
                    {
                        "twice": 1.5,
                        "where": 2 * z,
                        "curved": cos(z),
                        "turned": exp(z),
                        "flat": 3 * z**2,
                    },
                ),
            ),
        },
        quantities={
            "z": g(x),
            "y": f(z),
            "dz": g(x + h) - z,
            "dy": f(g(x + h)) - y,
            "inner": function("g_prime")(x),
            "outer": function("f_prime")(z),
            "whole": inner * outer,
            **quotients,
        },
        panels=[
            Panel(
                x=(left, right),
                y=(-0.4, 2.4),
                names=("", ""),
                height=250,
                axes=False,
                marks=[
                    *(arrow(left, level, right, level, "neutral") for level in high.values()),
                    segment(x, 2, z, 1, "function"),
                    segment(z, 1, y, 0, "function", when=revealed),
                    segment(x + h, 2, z + dz, 1, "neutral"),
                    segment(z + dz, 1, y + dy, 0, "neutral", when=revealed),
                    *step_on("x", x, h),
                    *step_on("z", z, dz),
                    *step_on("y", y, dy, when=revealed),
                    arrow(z, 1 - 0.17, z + inner * h, 1 - 0.17, "derivative", when=revealed),
                    arrow(y, -0.17, y + inner * outer * h, -0.17, "derivative", when=revealed),
                    point(x, 2, "function", drag=("x", "pointer")),
                    point(z, 1, "function"),
                    point(y, 0, "function"),
                    point(
                        x + h, 2, "approximation", hollow=True, drag=("h", variable("pointer") - x)
                    ),
                    *(
                        label(f"*{name}*", left, level, "function", shift=(-20, 5))
                        for name, level in high.items()
                    ),
                    label(
                        "× {inner:.3g}",
                        right,
                        1.5,
                        "derivative",
                        shift=(12, 5),
                        anchor="end",
                        when=revealed,
                    ),
                    label(
                        "× {outer:.3g}",
                        right,
                        0.5,
                        "derivative",
                        shift=(12, 5),
                        anchor="end",
                        when=revealed,
                    ),
                    label(
                        "?", right, 0.5, "derivative", shift=(0, 5), anchor="end", when=~revealed
                    ),
                ],
            )
        ],
        table=Table(
            words.GEARS_TABLE,
            words.GEARS_COLUMNS,
            [
                *(
                    (shown, *(f"{{{part}_{name}:.4f}}" for part in ("inner", "outer", "whole")))
                    for shown, name in (
                        ("{h:.2g}", "now"),
                        ("0.1", "1"),
                        ("0.01", "01"),
                        ("0.001", "001"),
                    )
                ),
                (
                    words.GEARS_DERIVATIVES,
                    *(f"[{{{part}:.4f}}](derivative)" for part in ("inner", "outer", "whole")),
                ),
            ],
        ),
        sentence=[
            words.GEARS_PLACE,
            choose(
                revealed,
                [words.GEARS_STEPS, choose(abs(dz) <= 0, words.GEARS_FLAT), words.GEARS_LIMIT],
                words.GEARS_ASKED,
            ),
        ],
        prediction=Prediction(
            by("chain", words.GEARS_QUESTIONS),
            by("chain", words.GEARS_CHOICES),
            pick("chain", {"twice": 1, "where": 1, "curved": 1, "turned": 0, "flat": 1}),
            by("chain", words.GEARS_BECAUSE),
        ),
        question=words.WHAT_CHANGED,
        answer=by("chain", words.GEARS_ANSWERS),
    )
