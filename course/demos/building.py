"""Build a composition, a demo of chapter 6: two choices of functions, and where f ∘ g is defined.

Words are in ``composition_strings.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import pi
from typing import Any

from . import composition_strings as words
from .expression import (
    UNDEFINED,
    Expression,
    cos,
    exp,
    floor,
    formula,
    function,
    log,
    pick,
    sin,
    sqrt,
    variable,
    where,
)
from .marks import Mark, Panel, curve, label, point
from .model import Demo, Prediction, Preset, Slider
from .stage import staged
from .text import Text, by, choose

_x, _pair, _revealed = variable("x"), variable("pair"), variable("revealed")


def _if_not_zero(value: Any) -> Expression:
    return where(abs(_x) > 0, value, UNDEFINED)


def _if_positive(value: Any) -> Expression:
    return where(_x > 0, value, UNDEFINED)


#: The functions to choose from, each with its derivative; not a number outside the domain.
PARTS: dict[str, tuple[Expression, Expression]] = {
    "square": (_x**2, 2 * _x),
    "root": (sqrt(_x), _if_positive(1 / (2 * sqrt(_x)))),
    "exp": (exp(_x), exp(_x)),
    "log": (_if_positive(log(_x)), _if_positive(1 / _x)),
    "reciprocal": (_if_not_zero(1 / _x), _if_not_zero(-1 / _x**2)),
    "sine": (sin(_x), cos(_x)),
}
NAMES = list(PARTS)
#: The examples, outer function first.
PRESETS = {
    "log_exp": ("log", "exp"),
    "exp_log": ("exp", "log"),
    "root_square": ("root", "square"),
    "one_over_log": ("reciprocal", "log"),
    "root_sine": ("root", "sine"),
    "twice_over": ("reciprocal", "reciprocal"),
}
#: Both axes go from -REACH to REACH.
REACH = 4
#: Compositions with isolated points at which f ∘ g is undefined though it is defined on both sides.
HOLES: dict[float, list[tuple[str, str]]] = {
    0: [
        ("square", "reciprocal"),
        ("exp", "reciprocal"),
        ("sine", "reciprocal"),
        ("reciprocal", "reciprocal"),
        ("log", "square"),
        ("reciprocal", "square"),
        ("reciprocal", "sine"),
    ],
    1: [("reciprocal", "log")],
    -pi: [("reciprocal", "sine")],
    pi: [("reciprocal", "sine")],
}


def number_of(outer: str, inner: str) -> int:
    """Return the number of a composition in lists of all of them."""
    return len(NAMES) * NAMES.index(outer) + NAMES.index(inner)


def _among(index: str, values: Sequence[Expression]) -> Expression:
    """Return the formula that is the value with this index."""
    *earlier, chosen = values
    for k in range(len(earlier) - 1, -1, -1):
        chosen = where(variable(index) <= k, earlier[k], chosen)
    return chosen


def _is_one_of(pairs: Sequence[tuple[str, str]]) -> Expression:
    """Return 1 where the composition is one of these."""
    found = formula(0)
    for pair in pairs:
        k = number_of(*pair)
        found = found | ((_pair <= k) & (_pair >= k))
    return found


def _graph(height: Expression, role: str) -> list[Mark]:
    """Return a graph in the variable t, dense where it oscillates, with its gaps on the axis."""
    places = [place for place in HOLES if place]
    poles = _is_one_of([pair for place in places for pair in HOLES[place]])
    wild = _is_one_of([("sine", "reciprocal"), ("sine", "exp")])
    density = where(wild, 4, 1)
    options: dict[str, Any] = {"variable": "t", "density": density}
    kinked = _is_one_of([("root", "square")])
    marks = [
        # A graph that jumps across a hole between two samples is lifted there.
        curve(height, role, breaks=sorted(places), when=_revealed & poles, **options),
        # The slope of |x| jumps at 0.
        curve(height, role, breaks=[0], when=_revealed & kinked, **options),
        curve(height, role, when=_revealed & ~poles & ~kinked, **options),
        curve(
            where(height <= height, UNDEFINED, 0),
            "error",
            variable="t",
            density=1,
            when=_revealed,
        ),
    ]
    for place, pairs in HOLES.items():
        listed = [*pairs, ("root", "square")] if role == "derivative" and not place else pairs
        marks.append(point(place, 0, "error", hollow=True, when=_revealed & _is_one_of(listed)))
    return [*marks, label("?", 0, 2, role, when=~_revealed)]


def _of_each(say: Callable[[str, str], str]) -> Text:
    """Return the text ``say(outer, inner)`` of the composition that is shown."""
    return by(
        "pair",
        {number_of(outer, inner): say(outer, inner) for outer in NAMES for inner in NAMES},
    )


@staged
def build_a_composition() -> Demo:
    """Put one function into another: the curve, its derivative, and the holes of its domain."""
    g, f, prime = function("g"), function("f"), function("prime")
    values, slopes = ([part[k] for part in PARTS.values()] for k in (0, 1))
    names = {k: words.BUILD_NAMES[name] for k, name in enumerate(NAMES)}
    side: dict[str, Any] = {"x": (-REACH, REACH), "y": (-REACH, REACH), "height": 250}
    return Demo(
        title=words.BUILD_TITLE,
        choice="example",
        presets={
            key: Preset(
                words.BUILD_PRESETS[key],
                {"outer": NAMES.index(outer), "inner": NAMES.index(inner)},
            )
            for key, (outer, inner) in PRESETS.items()
        },
        controls=[
            Slider(
                "inner",
                tuple(range(len(NAMES))),
                words.BUILD_INNER,
                ["*g*(*x*) =", by("g_number", names)],
            ),
            Slider(
                "outer",
                tuple(range(len(NAMES))),
                words.BUILD_OUTER,
                ["*f*(*x*) =", by("f_number", names)],
            ),
        ],
        functions={
            "g": ("x", _among("g_number", values)),
            "f": ("x", _among("f_number", values)),
            "g_prime": ("x", _among("g_number", slopes)),
            "f_prime": ("x", _among("f_number", slopes)),
            "prime": ("s", function("f_prime")(g("s")) * function("g_prime")("s")),
        },
        quantities={
            "g_number": floor(variable("inner") + 0.5),
            "f_number": floor(variable("outer") + 0.5),
            "pair": len(NAMES) * variable("f_number") + variable("g_number"),
        },
        beside=True,
        panels=[
            Panel(
                **side,
                names=("*x*", "*f* ∘ *g*, *g*"),
                marks=[curve(g("t"), "neutral", variable="t"), *_graph(f(g("t")), "function")],
            ),
            Panel(**side, names=("*x*", "(*f* ∘ *g*)′"), marks=_graph(prime("t"), "derivative")),
        ],
        sentence=[
            words.BUILD_FORMULA,
            _of_each(words.build_formula),
            choose(
                _revealed,
                [
                    words.BUILD_DOMAIN,
                    _of_each(lambda *pair: f"{words.domain(*pair)}:"),
                    by("g_number", dict(enumerate(words.BUILD_G_NEEDS[name] for name in NAMES))),
                    by("f_number", dict(enumerate(words.BUILD_F_NEEDS[name] for name in NAMES))),
                    words.BUILD_SLOPE,
                    _of_each(words.build_slope),
                ],
                words.BUILD_ASKED,
            ),
        ],
        prediction=Prediction(
            by("example", words.BUILD_QUESTIONS),
            by("example", words.BUILD_CHOICES),
            pick(
                "example",
                {
                    "log_exp": 0,
                    "exp_log": 1,
                    "root_square": 1,
                    "one_over_log": 2,
                    "root_sine": 1,
                    "twice_over": 1,
                },
            ),
            by("example", words.BUILD_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.BUILD_ANSWERS),
    )
