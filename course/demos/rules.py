"""The demos of chapter 3: the product as a rectangle, two stretches in a row, and the rule detective.

Words are in ``rules_strings.py``. The second and the third have modules of their own.
"""

from __future__ import annotations

from typing import Any

from . import rules_strings as words
from .detective import rule_detective
from .expression import function, largest, pick, smallest, variable
from .gears import chain_gears
from .marks import Panel, label, point, rectangle
from .model import Demo, Prediction, Preset, Slider, Table, signed_log_steps, steps
from .stage import staged
from .text import by, choose

__all__ = ["chain_gears", "product_rectangle", "rule_detective"]

x, h = variable("x"), variable("h")
revealed = variable("revealed")
f, g = function("f"), function("g")
H_STEPS, H_TICKS = signed_log_steps(0.001, 0.5), (-0.5, -0.05, -0.005, 0.005, 0.05, 0.5)
#: The steps in the tables, by the ends of their names.
TABLE_STEPS = {"1": 0.1, "01": 0.01, "001": 0.001}


@staged
def product_rectangle() -> Demo:
    """Draw two strips and a corner by which the area u·v grows; the corner is small compared to h."""
    u, v, du, dv = (variable(name) for name in ("u", "v", "du", "dv"))
    quotients: dict[str, Any] = {}
    for name, step in {"now": h, **TABLE_STEPS}.items():
        grown = f(x + step) - f(x), g(x + step) - g(x)
        quotients[f"strips_{name}"] = (grown[0] * v + u * grown[1]) / step
        quotients[f"corner_{name}"] = grown[0] * grown[1] / step
    wide, narrow = 6.8, 2.8
    return Demo(
        title=words.PRODUCT_TITLE,
        choice="sides",
        presets={
            "grow": Preset(words.PRODUCT_PRESETS["grow"], {"x": 1.5, "h": 0.5}),
            "shrink": Preset(words.PRODUCT_PRESETS["shrink"], {"x": 1.5, "h": 0.5}),
            "balance": Preset(words.PRODUCT_PRESETS["balance"], {"x": 1, "h": 0.5}),
            "fixed": Preset(words.PRODUCT_PRESETS["fixed"], {"x": 1.5, "h": 0.5}),
        },
        controls=[
            Slider("x", steps(1, 2, 0.05), words.PRODUCT_X, "*x* = {x:.2f}", (1, 1.5, 2)),
            Slider(
                "h",
                H_STEPS,
                words.PRODUCT_H,
                "*h* = {h:.2g}",
                H_TICKS,
                nonzero=words.PRODUCT_H_ZERO,
            ),
        ],
        functions={
            "f": ("x", pick("sides", {"grow": x**2, "shrink": x, "balance": x, "fixed": x**2})),
            "g": ("x", pick("sides", {"grow": x, "shrink": 3 - x, "balance": 1 / x, "fixed": 2})),
            "f_prime": (
                "x",
                pick("sides", {"grow": 2 * x, "shrink": 1, "balance": 1, "fixed": 2 * x}),
            ),
            "g_prime": (
                "x",
                pick("sides", {"grow": 1, "shrink": -1, "balance": -1 / x**2, "fixed": 0}),
            ),
        },
        quantities={
            "u": f(x),
            "v": g(x),
            "du": f(x + h) - f(x),
            "dv": g(x + h) - g(x),
            "area": u * v,
            "strips": du * v + u * dv,
            "corner": du * dv,
            "wrong": function("f_prime")(x) * function("g_prime")(x),
            "limit": function("f_prime")(x) * v + u * function("g_prime")(x),
            **quotients,
        },
        panels=[
            Panel(
                x=(
                    0,
                    pick(
                        "sides", {"grow": wide, "shrink": narrow, "balance": narrow, "fixed": wide}
                    ),
                ),
                y=(
                    0,
                    pick(
                        "sides", {"grow": narrow, "shrink": narrow, "balance": 2.2, "fixed": narrow}
                    ),
                ),
                names=("*u*", "*v*"),
                height=300,
                marks=[
                    rectangle(0, 0, u, v, "function"),
                    *(
                        rectangle(u, 0, u + du, v, "approximation", hollow=lost, when=when)
                        for lost, when in ((False, du > 0), (True, du < 0))
                    ),
                    *(
                        rectangle(0, v, u, v + dv, "approximation", hollow=lost, when=when)
                        for lost, when in ((False, dv > 0), (True, dv < 0))
                    ),
                    *(
                        rectangle(u, v, u + du, v + dv, "error", hollow=lost, when=when)
                        for lost, when in ((False, du * dv > 0), (True, du * dv < 0))
                    ),
                    label("*u*~*v*", smallest(u, u + du) / 2, smallest(v, v + dv) / 2, "function"),
                    label(
                        "*v*~Δ*u*",
                        u + du / 2,
                        smallest(v, v + dv) / 2,
                        "approximation",
                        when=abs(du) > 0.1,
                    ),
                    label(
                        "*u*~Δ*v*",
                        smallest(u, u + du) / 2,
                        v + dv / 2,
                        "approximation",
                        shift=(0, 5),
                        when=abs(dv) > 0.1,
                    ),
                    label(
                        "Δ*u*~Δ*v*",
                        largest(u, u + du),
                        largest(v, v + dv),
                        "error",
                        shift=(6, -6),
                        anchor="start",
                        when=abs(dv) > 1e-9,
                    ),
                    point(u, v, "function"),
                    point(
                        u + du,
                        v + dv,
                        "approximation",
                        hollow=True,
                        radius=6,
                        drag=(
                            "h",
                            pick(
                                "sides",
                                {
                                    "grow": variable("pointer") ** 0.5 - x,
                                    "shrink": variable("pointer") - x,
                                    "balance": variable("pointer") - x,
                                    "fixed": variable("pointer") ** 0.5 - x,
                                },
                            ),
                        ),
                    ),
                ],
            )
        ],
        table=Table(
            words.PRODUCT_TABLE,
            words.PRODUCT_COLUMNS,
            [
                *(
                    (shown, f"{{strips_{name}:.4f}}", f"[{{corner_{name}:.4f}}](error)")
                    for shown, name in (
                        ("{h:.2g}", "now"),
                        ("0.1", "1"),
                        ("0.01", "01"),
                        ("0.001", "001"),
                    )
                ),
                ("→ 0", "[{limit:.4f}](derivative)", "0"),
            ],
        ),
        sentence=[words.PRODUCT_SENTENCE, choose(revealed, words.PRODUCT_LIMIT)],
        prediction=Prediction(
            by("sides", words.PRODUCT_QUESTIONS),
            by("sides", words.PRODUCT_CHOICES),
            pick("sides", {"grow": 1, "shrink": 1, "balance": 1, "fixed": 0}),
            by("sides", words.PRODUCT_BECAUSE),
        ),
        question=words.WHAT_CHANGED,
        answer=by("sides", words.PRODUCT_ANSWERS),
    )
