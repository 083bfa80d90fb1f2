"""The demos of chapter 1: chord to tangent, trip and speedometer, existence of the limit.

Each is one function that returns a :class:`~course.demos.model.Demo`; read one to learn how to write
the next. Words are in ``definition_strings.py``.
"""

from __future__ import annotations

import math

from . import definition_strings as words
from .expression import UNDEFINED, cbrt, cos, exp, function, pick, sin, variable, where
from .marks import Panel, arrow, curve, label, line, point, segment
from .model import Demo, Prediction, Preset, Slider, Table, signed_log_steps, steps
from .stage import staged
from .text import by, choose

x, t, h, x0 = (variable(name) for name in ("x", "t", "h", "x0"))
revealed = variable("revealed")
f = function("f")


@staged
def chord_to_tangent() -> Demo:
    """Turn chords through (x₀, f(x₀)) into the tangent as h → 0, from either side."""
    slope, limit = variable("slope"), variable("limit")
    exists = abs(limit) < 1e9
    known = revealed & exists

    def side(size: str, sign: int) -> str:
        return f"{{{'left' if sign < 0 else 'right'}_{size}:.4f}}"

    quotients = {}
    for name, size in [("now", abs(h)), ("1", 1.0), ("01", 0.1), ("001", 0.01), ("0001", 0.001)]:
        quotients[f"right_{name}"] = (f(x0 + size) - f(x0)) / size
        quotients[f"left_{name}"] = (f(x0) - f(x0 - size)) / size
    rows = [("{size:.2g}", "now"), ("1", "1"), ("0.1", "01"), ("0.01", "001"), ("0.001", "0001")]
    return Demo(
        title=words.CHORD_TITLE,
        choice="example",
        presets={
            "square": Preset("*x*²", {"x0": 1, "h": 1}),
            "cube": Preset("*x*³", {"x0": 0, "h": 1}),
            "sine": Preset("sin *x*", {"x0": math.pi / 2, "h": 1}),
            "abs": Preset("|*x*|", {"x0": 0, "h": 1}),
        },
        controls=[
            Slider("x0", steps(-2, 2, 0.05), words.CHORD_X0, "*x*₀ = {x0:.2f}", (-2, -1, 0, 1, 2)),
            Slider(
                "h",
                signed_log_steps(0.001, 1),
                words.CHORD_H,
                "*h* = {h:.2g}",
                (-1, -0.1, -0.01, 0.01, 0.1, 1),
                nonzero=words.CHORD_H_ZERO,
            ),
        ],
        functions={
            "f": (
                "x",
                pick("example", {"square": x**2, "cube": x**3, "sine": sin(x), "abs": abs(x)}),
            ),
            "prime": (
                "x",
                pick(
                    "example",
                    {"square": 2 * x, "cube": 3 * x**2, "sine": cos(x), "abs": x / abs(x)},
                ),
            ),
        },
        quantities={
            "size": abs(h),
            "slope": (f(x0 + h) - f(x0)) / h,
            "limit": function("prime")(x0),
            "gap": abs(slope - limit),
            "left_limit": -1.0,
            "right_limit": 1.0,
            **quotients,
        },
        panels=[
            Panel(
                x=(-3.2, 3.2),
                y=(
                    pick("example", {"square": -2, "cube": -4, "sine": -2, "abs": -1.5}),
                    pick("example", {"square": 7, "cube": 4, "sine": 2, "abs": 3}),
                ),
                names=("*x*", "*f*(*x*)"),
                height=300,
                marks=[
                    segment(x0, f(x0), x0 + h, f(x0), "neutral"),
                    segment(x0 + h, f(x0), x0 + h, f(x0 + h), "neutral"),
                    curve(f(x)),
                    line(x0, f(x0), limit, "derivative", when=known),
                    line(x0, f(x0), slope, "approximation"),
                    point(x0, f(x0), "function", drag=("x0", "pointer")),
                    point(
                        x0 + h,
                        f(x0 + h),
                        "approximation",
                        hollow=True,
                        radius=6,
                        drag=("h", variable("pointer") - x0),
                    ),
                    label("*h*", x0 + h / 2, f(x0), "neutral", shift=(0, 17), when=abs(h) > 0.25),
                    label("*x*₀", x0, f(x0), "function", shift=(-14, -10)),
                ],
            )
        ],
        table=Table(
            words.CHORD_TABLE,
            words.CHORD_COLUMNS,
            [
                *((size, side(key, -1), side(key, 1)) for size, key in rows),
                (
                    "→ 0",
                    choose(exists, "[{limit:.4f}](derivative)", "{left_limit:.0f}"),
                    choose(exists, "[{limit:.4f}](derivative)", "{right_limit:.0f}"),
                ),
            ],
        ),
        sentence=[
            words.CHORD_SENTENCE,
            choose(revealed, choose(exists, words.CHORD_LIMIT, words.CHORD_NO_LIMIT)),
        ],
        prediction=Prediction(
            by("example", words.CHORD_QUESTIONS),
            by("example", words.CHORD_CHOICES),
            pick("example", {"square": 1, "cube": 1, "sine": 1, "abs": 2}),
            by("example", words.CHORD_BECAUSE),
        ),
        question=words.CHORD_QUESTION,
        answer=by("example", words.CHORD_ANSWERS),
    )


def _smooth_step(s):
    """Rise from 0 to 1 over 0 ≤ s ≤ 1 with slope 0 at both ends."""
    return 3 * s**2 - 2 * s**3


@staged
def trip_and_speedometer() -> Demo:
    """Show a position curve and the velocity that is its slope, linked by the time."""
    position, velocity, speed = variable("position"), variable("velocity"), variable("speed")
    p, v = function("position_at"), function("velocity_at")
    turn = math.pi / 4
    away, again = t / 3, (t - 5) / 3
    still = abs(velocity) < 0.005
    return Demo(
        title=words.TRIP_TITLE,
        choice="trip",
        presets={
            "return": Preset(words.TRIP_PRESETS["return"], {"t": 6}),
            "stop": Preset(words.TRIP_PRESETS["stop"], {"t": 4}),
            "slowing": Preset(words.TRIP_PRESETS["slowing"], {"t": 1}),
            "behind": Preset(words.TRIP_PRESETS["behind"], {"t": 5}),
        },
        controls=[
            Slider(
                "t",
                steps(0, 8, 0.1),
                words.TRIP_TIME,
                "*t* = {t:.1f}",
                (0, 1, 2, 3, 4, 5, 6, 7, 8),
                play=6,
            )
        ],
        functions={
            "position_at": (
                "t",
                pick(
                    "trip",
                    {
                        "return": 3 - 3 * cos(turn * t),
                        "stop": where(
                            t <= 3,
                            3 * _smooth_step(away),
                            where(t <= 5, 3, 3 + 3 * _smooth_step(again)),
                        ),
                        "slowing": 6 - 6 * exp(-t / 2),
                        "behind": 3 * cos(turn * t),
                    },
                ),
            ),
            "velocity_at": (
                "t",
                pick(
                    "trip",
                    {
                        "return": 3 * turn * sin(turn * t),
                        "stop": where(
                            t <= 3,
                            6 * away * (1 - away),
                            where(t <= 5, 0, 6 * again * (1 - again)),
                        ),
                        "slowing": 3 * exp(-t / 2),
                        "behind": -3 * turn * sin(turn * t),
                    },
                ),
            ),
        },
        quantities={"position": p(t), "velocity": v(t), "speed": abs(velocity)},
        panels=[
            Panel(
                x=(-3.5, 6.5),
                y=(-1, 1),
                names=("", "*f*(*t*)"),
                height=44,
                axes=False,
                marks=[
                    arrow(position, 0, position + velocity, 0, "derivative", when=revealed),
                    point(position, 0, "function", radius=7),
                ],
            ),
            Panel(
                x=(0, 8),
                y=(
                    pick("trip", {"return": 0, "stop": 0, "slowing": 0, "behind": -3.5}),
                    pick("trip", {"return": 7, "stop": 7, "slowing": 7, "behind": 3.5}),
                ),
                names=("*t*", "*f*(*t*)"),
                height=180,
                marks=[
                    segment(t, -9, t, 9, "neutral"),
                    curve(p(t), variable="t"),
                    line(t, position, velocity, "derivative", reach=1, when=revealed),
                    point(t, position, "function", drag=("t", "pointer")),
                ],
            ),
            Panel(
                x=(0, 8),
                y=(-3.2, 3.2),
                names=("*t*", "*v*(*t*)"),
                height=150,
                marks=[
                    segment(t, -9, t, 9, "neutral"),
                    label("?", 4, 0, "derivative", shift=(0, -30), when=~revealed),
                    curve(
                        where(v(t) < 0, -v(t), UNDEFINED), "neutral", variable="t", when=revealed
                    ),
                    curve(v(t), "derivative", variable="t", when=revealed),
                    point(t, speed, "neutral", hollow=True, radius=4, when=revealed),
                    point(t, velocity, "derivative", when=revealed, drag=("t", "pointer")),
                    label(
                        "|*v*|",
                        t,
                        speed,
                        "neutral",
                        shift=(9, -9),
                        anchor="start",
                        when=revealed & (velocity < -0.3),
                    ),
                ],
            ),
        ],
        sentence=[
            words.TRIP_POSITION,
            choose(
                revealed,
                [
                    words.TRIP_VELOCITY,
                    choose(
                        still,
                        words.TRIP_STILL,
                        choose(velocity < 0, words.TRIP_BACKWARD, words.TRIP_FORWARD),
                    ),
                ],
            ),
        ],
        prediction=Prediction(
            by("trip", words.TRIP_QUESTIONS),
            by("trip", words.TRIP_CHOICES),
            1,
            by("trip", words.TRIP_BECAUSE),
        ),
        question=words.TRIP_QUESTION,
        answer=by("trip", words.TRIP_ANSWERS),
    )


@staged
def does_the_limit_exist() -> Demo:
    """Show difference quotients at 0 from the left and from the right, for good and bad functions."""
    size, right, left = variable("size"), variable("right"), variable("left")
    smooth = {"square": 0.5, "abs": 0.5, "cbrt": 4, "jump": 0.5}
    density = pick("function", {**smooth, "wobble": 6, "squeezed": 6})
    jumps = pick("function", {name: int(name == "jump") for name in words.LIMIT_PRESETS})
    wide = pick(
        "function",
        {"square": 1.2, "abs": 2, "cbrt": 110, "wobble": 1.5, "squeezed": 1.2, "jump": 110},
    )
    return Demo(
        title=words.LIMIT_TITLE,
        choice="function",
        presets={key: Preset(name, {"h": 0.5}) for key, name in words.LIMIT_PRESETS.items()},
        controls=[
            Slider(
                "h",
                signed_log_steps(0.001, 1),
                words.LIMIT_H,
                "*h* = {h:.2g}",
                (-1, -0.1, -0.01, 0.01, 0.1, 1),
                nonzero=words.LIMIT_H_ZERO,
            )
        ],
        functions={
            "f": (
                "x",
                pick(
                    "function",
                    {
                        "square": x**2,
                        "abs": abs(x),
                        "cbrt": cbrt(x),
                        "wobble": where(abs(x) <= 0, 0, x * sin(1 / x)),
                        "squeezed": where(abs(x) <= 0, 0, x**2 * sin(1 / x)),
                        "jump": where(x < 0, -0.5, 0.5),
                    },
                ),
            ),
            "quotient": ("k", (f("k") - f(0)) / variable("k")),
        },
        quantities={
            "size": abs(h),
            "right": function("quotient")(size),
            "left": function("quotient")(-size),
        },
        beside=True,
        panels=[
            Panel(
                x=(-1.15, 1.15),
                y=(-1.15, 1.15),
                names=("*x*", "*f*(*x*)"),
                height=280,
                marks=[
                    line(0, f(0), right, "approximation", when=revealed),
                    line(0, f(0), left, "left", when=revealed),
                    curve(f(x), density=density, when=~jumps),
                    curve(f(x), breaks=[0.0], when=jumps),
                    point(0, -0.5, hollow=True, when=jumps),
                    point(0, f(0)),
                    point(
                        size,
                        f(size),
                        "approximation",
                        hollow=True,
                        radius=6,
                        when=h > 0,
                        drag=("h", "pointer"),
                    ),
                    point(size, f(size), "approximation", hollow=True, radius=4, when=h < 0),
                    point(
                        -size,
                        f(-size),
                        "left",
                        hollow=True,
                        radius=6,
                        when=h < 0,
                        drag=("h", "pointer"),
                    ),
                    point(-size, f(-size), "left", hollow=True, radius=4, when=h > 0),
                ],
            ),
            Panel(
                x=(-1, 1),
                y=(
                    pick(
                        "function",
                        {
                            "square": -1.2,
                            "abs": -2,
                            "cbrt": -10,
                            "wobble": -1.5,
                            "squeezed": -1.2,
                            "jump": -10,
                        },
                    ),
                    wide,
                ),
                signed_log=(0.001, 1),
                names=("*h*", "(*f*(*h*) − *f*(0)) / *h*"),
                height=280,
                marks=[
                    label("?", 0, 0, "derivative", shift=(0, -40), when=~revealed),
                    curve(
                        where(variable("k") > 0, function("quotient")("k"), UNDEFINED),
                        "approximation",
                        variable="k",
                        density=density,
                        when=revealed,
                    ),
                    curve(
                        where(variable("k") < 0, function("quotient")("k"), UNDEFINED),
                        "left",
                        variable="k",
                        density=density,
                        when=revealed,
                    ),
                    segment(h, -999, h, 999, "neutral"),
                    point(size, right, "approximation", hollow=True, radius=6, when=revealed),
                    point(-size, left, "left", hollow=True, radius=6, when=revealed),
                ],
            ),
        ],
        sentence=[words.LIMIT_SENTENCE, choose(revealed, by("function", words.LIMIT_CONCLUSIONS))],
        prediction=Prediction(
            words.LIMIT_QUESTION_BEFORE,
            words.LIMIT_CHOICES,
            pick(
                "function",
                {"square": 0, "abs": 1, "cbrt": 2, "wobble": 3, "squeezed": 0, "jump": 2},
            ),
            by("function", words.LIMIT_BECAUSE),
        ),
        question=words.LIMIT_QUESTION,
        answer=by("function", words.LIMIT_ANSWERS),
    )
