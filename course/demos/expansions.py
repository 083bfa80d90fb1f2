"""The Taylor builder, a demo of chapter 5: raise the order, and see where the error goes.

Words are in ``higher_derivatives_strings.py``.
"""

from __future__ import annotations

from typing import Any

from . import higher_derivatives_strings as words
from .expression import (
    Expression,
    cos,
    exp,
    floor,
    function,
    largest,
    log,
    pick,
    sin,
    smallest,
    sqrt,
    variable,
    where,
)
from .marks import Panel, curve, label, point, rectangle, segment
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import by, choose

x, n, a, p, order = (variable(name) for name in ("x", "n", "a", "p", "order"))
revealed = variable("revealed")
f = function("f")

#: Highest order.
HIGHEST = 20
#: Errors smaller than this are not told: they are rounding.
ROUNDING = 1e-12
#: Formulas of the examples.
FORMULAS: dict[str, Any] = {"sine": sin(x), "log": log(1 + x), "exp": exp(x)}
FORMULAS |= dict.fromkeys(("bell", "moved"), 1 / (1 + x**2))
#: The state that each example starts in, and the place where its error is told.
BUILDER_STARTS: dict[str, dict[str, float]] = {
    "sine": {"n": 3, "a": 0},
    "log": {"n": 3, "a": 0},
    "bell": {"n": 4, "a": 0},
    "moved": {"n": 4, "a": 1},
    "exp": {"n": 1, "a": 0},
}
PROBES = {"sine": 5, "log": 2, "bell": 1.5, "moved": 2.2, "exp": -5}
LEFT = {"sine": -8, "log": -1.5, "bell": -3, "moved": -3, "exp": -6}
RIGHT = {"sine": 8, "log": 4, "bell": 3, "moved": 3, "exp": 3}
LOWEST = {"sine": -2.2, "log": -3, "bell": -0.6, "moved": -0.6, "exp": -6}
TALLEST = {"sine": 2.2, "log": 3, "bell": 1.6, "moved": 1.6, "exp": 9}
#: Which prediction comes true: its place among the choices.
BUILDER_RIGHT = {"sine": 2, "log": 1, "bell": 1, "moved": 1, "exp": 1}


def _coefficients() -> dict[str, Any]:
    """Return f⁽ᵏ⁾(a)/k! as quantities c0, c1, …, each from the one or two before it."""
    found: dict[str, Any] = {"c0": f(a)}
    square = 1 + a**2
    for k in range(1, HIGHEST + 1):
        last, before = variable(f"c{k - 1}"), variable(f"c{max(k - 2, 0)}")
        # (1 + x²) f = 1 with x = a + u:  (1 + a²) c_k + 2a c_{k−1} + c_{k−2} = 0
        bell = -(2 * a * last + (before if k > 1 else 0)) / square
        cosine = cos(a)
        found[f"c{k}"] = pick(
            "example",
            {
                "sine": cosine if k == 1 else -before / (k * (k - 1)),
                "log": 1 / (1 + a) if k == 1 else last * (1 - k) / (k * (1 + a)),
                "bell": bell,
                "moved": bell,
                "exp": last / k,
            },
        )
    return found


def _polynomial() -> Expression:
    """Return Σ c_k (x − a)ᵏ over k ≤ n by Horner's scheme."""
    value: Any = 0
    for k in range(HIGHEST, -1, -1):
        value = value * (x - a) + where(order < k, 0, f"c{k}")
    return value


@staged
def taylor_builder() -> Demo:
    """Raise the order of a Taylor polynomial, see its error, and then the interval where the series converges."""
    taylor, error, near, far = (
        function("taylor"),
        variable("error"),
        variable("near"),
        variable("far"),
    )
    left, right = pick("example", LEFT), pick("example", RIGHT)
    low, high = pick("example", LOWEST), pick("example", TALLEST)
    depth, top = 1e-8, 1e4
    endless = far > 1e6

    def ends(bottom: Any, peak: Any) -> list[Any]:
        walls = [
            segment(end, bottom, end, peak, "neutral", when=revealed & ~endless)
            for end in (near, far)
        ]
        return [
            rectangle(
                largest(near, left),
                bottom,
                smallest(far, right),
                peak,
                "neutral",
                when=revealed & ~endless,
            ),
            *walls,
        ]

    return Demo(
        title=words.BUILDER_TITLE,
        choice="example",
        presets={
            key: Preset(name, BUILDER_STARTS[key]) for key, name in words.BUILDER_PRESETS.items()
        },
        controls=[
            Slider(
                "n",
                steps(0, HIGHEST, 1),
                words.BUILDER_N,
                "*n* = {n:.0f}",
                (0, 5, 10, 15, 20),
                play=8,
            ),
            Slider("a", steps(-0.5, 2, 0.1), words.BUILDER_A, "*a* = {a:.2f}", (0, 1, 2)),
        ],
        functions={
            "f": ("x", pick("example", FORMULAS)),
            "taylor": ("x", _polynomial()),
            # Below this there is only rounding.
            "miss": ("x", largest(abs(f(x) - function("taylor")(x)), ROUNDING)),
        },
        quantities={
            "order": floor(n + 0.5),
            **_coefficients(),
            "p": pick("example", PROBES),
            "exact": f(p),
            "value": taylor(p),
            "error": abs(f(p) - taylor(p)),
            "radius": pick(
                "example",
                {
                    "sine": 1e9,
                    "log": 1 + a,
                    "bell": sqrt(1 + a**2),
                    "moved": sqrt(1 + a**2),
                    "exp": 1e9,
                },
            ),
            "near": a - variable("radius"),
            "far": a + variable("radius"),
        },
        beside=True,
        panels=[
            Panel(
                x=(left, right),
                y=(low, high),
                names=("*x*", "*f*,  *T*ₙ"),
                height=250,
                marks=[
                    *ends(low, high),
                    curve(f(x), density=1),
                    curve(taylor(x), "approximation"),
                    segment(p, variable("exact"), p, variable("value"), "error", when=revealed),
                    point(p, variable("exact"), "error", hollow=True, radius=4),
                    point(a, f(a), drag=("a", "pointer")),
                ],
            ),
            Panel(
                x=(left, right),
                y=(depth, top),
                log=(False, True),
                names=("*x*", "|*f* − *T*ₙ|"),
                height=250,
                marks=[
                    *ends(depth, top),
                    label("?", right * 0.75 + left * 0.25, 0.01, "error", when=~revealed),
                    curve(function("miss")(x), "error", when=revealed),
                    point(p, error, "error", when=revealed),
                ],
            ),
        ],
        sentence=[
            words.BUILDER_SENTENCE,
            choose(
                revealed,
                [
                    choose(error < ROUNDING, words.BUILDER_EXACT, words.BUILDER_ERROR),
                    by("example", words.BUILDER_INTERVAL),
                    choose(
                        endless,
                        "",
                        choose(
                            (near < p)
                            & pick(
                                "example",
                                {
                                    "sine": 1,
                                    "log": p <= far,
                                    "bell": p < far,
                                    "moved": p < far,
                                    "exp": 1,
                                },
                            ),
                            words.BUILDER_INSIDE,
                            words.BUILDER_OUTSIDE,
                        ),
                    ),
                ],
                words.BUILDER_ASKED,
            ),
        ],
        prediction=Prediction(
            by("example", words.BUILDER_QUESTIONS),
            by("example", words.BUILDER_CHOICES),
            pick("example", BUILDER_RIGHT),
            by("example", words.BUILDER_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.BUILDER_ANSWERS),
    )
