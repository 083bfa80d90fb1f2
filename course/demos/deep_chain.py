"""The vanishing product, a demo of chapter 6: the slope of a chain of equal functions against its depth.

Words are in ``composition_strings.py``.
"""

from __future__ import annotations

from typing import Any

from . import composition_strings as words
from .expression import (
    UNDEFINED,
    Expression,
    exp,
    floor,
    function,
    largest,
    pick,
    sign,
    variable,
    where,
)
from .marks import Panel, curve, label, point
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import by, choose

_x, _n, _revealed = variable("x"), variable("n"), variable("revealed")
#: Most functions in a chain.
DEEPEST = 40

_small = exp(-abs(_x))
_double = exp(-2 * abs(_x))
_sigma = where(_x >= 0, 1, _small) / (1 + _small)
_bell = exp(-abs(8 * _x - 4))
#: By example, the function that is repeated and its derivative, without overflow.
LINKS: dict[str, tuple[Any, Any]] = {
    "sigma": (_sigma, _small / (1 + _small) ** 2),
    "tanh": (sign(_x) * (1 - _double) / (1 + _double), 4 * _double / (1 + _double) ** 2),
    "relu": (largest(0, _x), _x > 0),
    "steep": (where(8 * _x >= 4, 1, _bell) / (1 + _bell), 8 * _bell / (1 + _bell) ** 2),
}


#: Ends of the vertical axes by example, and a height in the middle of the second.
_AXES: dict[str, dict[str, Any]] = {
    "slope_low": {"sigma": -0.02, "tanh": -0.08, "relu": -0.2, "steep": -0.2},
    "slope_high": {"sigma": 0.28, "tanh": 1.12, "relu": 1.2, "steep": 2.2},
    "low": {"sigma": 1e-28, "tanh": 1e-5, "relu": 1e-5, "steep": 1e-40},
    "high": {"sigma": 1e2, "tanh": 1e1, "relu": 1e1, "steep": 1e15},
    "middle": {"sigma": 1e-13, "tanh": 1e-2, "relu": 1e-2, "steep": 1e-12},
}
#: Where the examples start.
_STARTS: dict[str, dict[str, float]] = {
    "sigma": {"depth": 10, "x": 0.5},
    "tanh": {"depth": DEEPEST, "x": 1},
    "relu": {"depth": DEEPEST, "x": 0.5},
    "steep": {"depth": DEEPEST, "x": 0.5},
}


def _broken(z: Any) -> Expression:
    """Return 1 where the link has no derivative: ReLU at 0, where its table has the usual 0."""
    return pick("activation", {"sigma": 0, "tanh": 0, "relu": 1, "steep": 0}) & (abs(z) <= 0)


@staged
def vanishing_product() -> Demo:
    """Repeat one function: the derivative is a product of as many slopes as the chain is deep."""
    link, slope = function("link"), function("slope")
    product, shown = variable("product"), variable("shown")
    quantities: dict[str, Any] = {
        "n": floor(variable("depth") + 0.5),
        "z0": _x,
        "p0": where(_broken(_x), UNDEFINED, 1),
    }
    quantities["shown"] = where(_revealed, _n, 0)
    products = [point(0, 1, "derivative", radius=3)]
    for k in range(1, DEEPEST + 1):
        # Beyond the depth nothing changes any more, so that the last ones are the results.
        runs, z, p = k <= _n, variable(f"z{k - 1}"), variable(f"p{k - 1}")
        quantities[f"p{k}"] = p * where(runs, slope(z), 1)
        quantities[f"z{k}"] = where(runs, link(z), z)
        products.append(point(k, f"p{k}", "derivative", radius=3, when=k <= shown))
    is_sigma = pick("activation", {"sigma": 1, "tanh": 0, "relu": 0, "steep": 0})
    by_name = {name: pick("activation", _AXES[name]) for name in _AXES}
    return Demo(
        title=words.DEEP_TITLE,
        choice="activation",
        presets={name: Preset(words.DEEP_PRESETS[name], state) for name, state in _STARTS.items()},
        controls=[
            Slider(
                "depth",
                tuple(range(1, DEEPEST + 1)),
                words.DEEP_DEPTH,
                "*n* = {n:.0f}",
                (1, 10, 20, 30, 40),
                play=8,
            ),
            Slider("x", steps(-2, 2, 0.05), words.DEEP_X, "*x* = {x:.2f}", (-2, -1, 0, 1, 2)),
        ],
        functions={
            "link": ("x", pick("activation", {name: link[0] for name, link in LINKS.items()})),
            "slope": ("x", pick("activation", {name: link[1] for name, link in LINKS.items()})),
        },
        quantities=quantities
        | {
            "product": variable(f"p{DEEPEST}"),
            "end": variable(f"z{DEEPEST}"),
            "first": where(_broken(_x), UNDEFINED, slope(_x)),
            "next": slope("end"),
            "bound": 4 ** (-_n),
        },
        beside=True,
        panels=[
            Panel(
                x=(-2, 2),
                y=(by_name["slope_low"], by_name["slope_high"]),
                names=("*z*", "*f′*"),
                height=240,
                marks=[
                    curve(
                        where(_broken(variable("t")), UNDEFINED, slope("t")),
                        "neutral",
                        variable="t",
                        density=1,
                    ),
                    point(_x, "first", "derivative", hollow=True, drag=("x", "pointer")),
                    point("end", "next", "derivative", when=_revealed),
                ],
            ),
            Panel(
                x=(0, DEEPEST),
                y=(by_name["low"], by_name["high"]),
                log=(False, True),
                names=("*n*", "∏~*f′*"),
                height=240,
                marks=[
                    curve(
                        4 ** (-variable("k")), "neutral", variable="k", when=is_sigma & _revealed
                    ),
                    *products,
                    label("?", DEEPEST / 2, by_name["middle"], "derivative", when=~_revealed),
                ],
            ),
        ],
        sentence=choose(
            _revealed,
            [
                words.DEEP_CHAIN,
                choose(
                    product <= product,
                    [
                        words.DEEP_SLOPES,
                        words.DEEP_PRODUCT,
                        choose(is_sigma, words.DEEP_BOUND),
                        choose(product <= 0, words.DEEP_ZERO),
                        choose(product > 1.5, words.DEEP_GROWS),
                    ],
                    words.DEEP_NONE,
                ),
            ],
            words.DEEP_ASKED,
        ),
        prediction=Prediction(
            by("activation", words.DEEP_QUESTIONS),
            by("activation", words.DEEP_CHOICES),
            pick("activation", {"sigma": 2, "tanh": 1, "relu": 0, "steep": 2}),
            by("activation", words.DEEP_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("activation", words.DEEP_ANSWERS),
    )
