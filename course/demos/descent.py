"""Gradient descent as Euler's method, a demo of chapter 7.

Words are in ``numerical_differentiation_strings.py``.
"""

from __future__ import annotations

from . import numerical_differentiation_strings as words
from .expression import Expression, exp, function, pick, sqrt, variable
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import Text, by, choose

revealed, h, x0, x, t = (variable(name) for name in ("revealed", "h", "x0", "x", "t"))
#: How many steps are taken.
MOST = 12
_FUNCTIONS = {"honey": x * x, "over": x * x}
_VALUES = _FUNCTIONS | {"valleys": (x * x - 1) * (x * x - 1) / 4, "flat": x * x * x * x / 4}
_SLOPES = {"honey": 2 * x, "over": 2 * x, "valleys": x * x * x - x, "flat": x * x * x}
#: The solutions of x′ = −f′(x) from x₀ at the time t.
_PATHS = {
    "honey": x0 * exp(-2 * t),
    "over": x0 * exp(-2 * t),
    "valleys": x0 * exp(t) / sqrt(1 + x0 * x0 * (exp(2 * t) - 1)),
    "flat": x0 / sqrt(1 + 2 * x0 * x0 * t),
}


def _at(k: int) -> Expression:
    return x0 if k == 0 else variable(f"x_{k}")


def _verdict() -> Text:
    """Return what is said of the steps, by example."""
    factor, tiny = variable("factor"), 1e-9
    bowl = choose(
        abs(factor) < tiny,
        words.EULER_AT_ONCE,
        choose(
            factor > 0,
            words.EULER_FOLLOWS,
            choose(
                abs(factor + 1) < tiny,
                words.EULER_SWINGS,
                choose(factor > -1, words.EULER_CROSSES, words.EULER_LEAVES),
            ),
        ),
    )
    near = choose(variable("bounded"), words.EULER_SAME)
    other = variable("last") * variable("path") < 0
    valleys = choose(variable("bounded") & other, words.EULER_OTHER, near)
    still = variable("start_slope") * variable("start_slope") <= 0
    spoken = {"honey": [bowl, near], "over": [bowl, near], "valleys": valleys, "flat": near}
    return choose(still, words.EULER_LEVEL, by("example", spoken))


@staged
def euler_is_descent() -> Demo:
    """Follow the path of x′ = −f′(x), and the steps of gradient descent beside it."""
    f, prime, path = (function(name) for name in ("f", "prime", "solution"))
    bounded, time = variable("bounded"), variable("time")
    stepping: dict[str, Expression] = {}
    for k in range(1, MOST + 1):
        before = _at(k - 1)
        stepping[f"x_{k}"] = before - h * prime(before)
    on_graph: list[Mark] = [curve(f("s"), variable="s", density=0.75)]
    in_time: list[Mark] = [
        curve(path("s"), variable="s", density=0.75),
        label("?", time / 2, 1.2, "approximation", when=~revealed),
    ]
    for k in range(1, MOST + 1):
        before, here = _at(k - 1), _at(k)
        on_graph.append(segment(before, f(before), here, f(here), when=revealed))
        on_graph.append(point(here, f(here), "approximation", radius=3, when=revealed))
        in_time.append(segment((k - 1) * h, before, k * h, here, when=revealed))
    on_graph.append(point(x0, f(x0), radius=6, drag=("x0", "pointer")))
    starts = {
        "honey": {"h": 0.2, "x0": 2},
        "over": {"h": 1.1, "x0": 0.5},
        "valleys": {"h": 0.45, "x0": 2},
        "flat": {"h": 0.2, "x0": 2},
    }
    return Demo(
        title=words.EULER_TITLE,
        choice="example",
        presets={name: Preset(words.EULER_PRESETS[name], starts[name]) for name in _VALUES},
        controls=[
            Slider("h", steps(0.1, 1.5, 0.05), words.EULER_H, "*h* = {h:.2f}", (0.1, 0.5, 1, 1.5)),
            Slider(
                "x0", steps(-2.5, 2.5, 0.1), words.EULER_X0, "*x*₀ = {x0:.2f}", (-2, -1, 0, 1, 2)
            ),
        ],
        functions={
            "f": ("x", pick("example", _VALUES)),
            "prime": ("x", pick("example", _SLOPES)),
            "solution": ("t", pick("example", _PATHS)),
        },
        quantities={
            "time": MOST * h,
            **stepping,
            "last": _at(MOST),
            "path": path(variable("time")),
            "gap": abs(variable("last") - variable("path")),
            "bounded": abs(variable("last")) < 1000,
            "factor": 1 - 2 * h,
            "start_slope": prime(x0),
        },
        beside=True,
        panels=[
            Panel(
                x=(-3, 3),
                y=(-0.4, 6),
                names=("*x*", "*f*"),
                height=240,
                marks=on_graph,
            ),
            Panel(
                x=(0, time),
                y=(-2.6, 2.6),
                names=("*t*", "*x*"),
                height=240,
                marks=in_time,
            ),
        ],
        sentence=[
            by("example", words.EULER_FUNCTION),
            words.EULER_START,
            choose(
                revealed,
                [
                    choose(bounded, words.EULER_STEPS, words.EULER_FAR),
                    _verdict(),
                ],
            ),
        ],
        prediction=Prediction(
            by("example", words.EULER_QUESTIONS),
            by("example", words.EULER_CHOICES),
            pick("example", {"honey": 1, "over": 2, "valleys": 1, "flat": 2}),
            by("example", words.EULER_BECAUSE),
            by("example", words.EULER_AGAINST),
        ),
        question=words.QUESTION,
        answer=by("example", words.EULER_ANSWERS),
    )
