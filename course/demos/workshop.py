"""The activation workshop of chapter 4: value, slope, and what two formulas make of them on a computer.

The relative errors are measured (:mod:`course.demos.rounding`), not modelled. Words are in
``elementary_functions_strings.py``.
"""

from __future__ import annotations

from typing import Any

from . import elementary_functions_strings as words
from . import rounding
from .expression import (
    UNDEFINED,
    Expression,
    entry,
    exp,
    floor,
    function,
    largest,
    locate,
    pick,
    sign,
    sqrt,
    variable,
    where,
)
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider
from .stage import staged
from .text import Text, by, choose

x, place, value, slope = (variable(name) for name in ("x", "place", "value", "slope"))
revealed, _rearranged = variable("revealed"), variable("formula") > 0.5
_index_of, _place_at = function("index_of"), function("place_at")
result, error, kept = variable("result"), variable("error"), variable("kept")

_SIZES = (
    *(
        0.01,
        0.1,
        0.5,
        1,
        2,
        3,
        4,
        5,
        6,
        8,
        10,
        12,
        14,
        16,
        18,
        20,
        22,
        24,
        26,
        28,
        30,
        32,
        34,
        35,
        36,
    ),
    *(37, 38, 40, 45, 50, 70, 100, 150, 200, 300, 400, 500, 600, 650, 680, 700, 705, 709, 710, 711),
    *(715, 720, 725, 730, 735, 740, 745, 746, 750, 800),
)
#: Where errors are measured, and where the slider stops.
PLACES: tuple[float, ...] = (*(-size for size in reversed(_SIZES)), 0, *_SIZES)

#: σ without a large exponential: none of its intermediate results overflows.
_STABLE = where(x >= 0, 1, exp(-abs(x))) / (1 + exp(-abs(x)))
_FUNCTIONS: dict[str, tuple[str, Expression]] = {
    "sigma": ("x", _STABLE),
    "plain": ("x", 1 / (1 + exp(-x))),
}
_sigma, _plain = function("sigma"), function("plain")

#: By example: what is computed as in the book, and rearranged, and the exact function. ReLU′ by the rules
#: comes from ReLU(x) = (x + √(x²))/2; it has no rounding errors.
_FORMULAS: dict[str, tuple[Expression, Expression, Any]] = {
    "slope": (_plain(x) - _plain(x) ** 2, _sigma(x) * _sigma(-x), rounding.sigmoid_slope),
    "value": (_plain(x), _sigma(x), rounding.sigmoid),
    "tanh": ((exp(x) - exp(-x)) / (exp(x) + exp(-x)), 2 * _sigma(2 * x) - 1, rounding.tanh),
    "relu": ((1 + x / sqrt(x**2)) / 2, where(x > 0, 1, 0), None),
}
_small = exp(-2 * abs(x))
_VALUES = {
    "slope": _sigma(x),
    "value": _sigma(x),
    "tanh": sign(x) * (1 - _small) / (1 + _small),
    "relu": largest(0, x),
}
_sigma_slope = exp(-abs(x)) / (1 + exp(-abs(x))) ** 2
_SLOPES = {
    "slope": _sigma_slope,
    "value": _sigma_slope,
    "tanh": 4 * _small / (1 + _small) ** 2,
    "relu": where(x < 0, 0, where(x > 0, 1, UNDEFINED)),
}


def _sampled(which: int) -> Expression:
    """Return the right digits of one of the two formulas at the index ``i`` among the places."""
    cases: dict[str, Any] = {"relu": where(abs(_place_at("i")) <= 0, UNDEFINED, rounding.ALL)}
    for name, (*trees, exact) in _FORMULAS.items():
        if exact is not None:
            digits = rounding.right_digits(trees[which], exact, PLACES, _FUNCTIONS)
            cases[name] = entry(digits, "i")
    return pick("task", cases)


def _said() -> Text:
    """Return the sentence, by example."""
    measured = kept <= kept
    tiny = (value <= 0) & pick("task", {"slope": 1, "value": 1, "tanh": 0, "relu": 0})
    small = (slope <= 0) & pick("task", {"slope": 1, "value": 1, "tanh": 1, "relu": 0})
    there = choose(
        slope <= slope,
        choose(small, words.WORKSHOP_SMALL_SLOPE, words.WORKSHOP_SLOPE),
        words.WORKSHOP_NO_SLOPE,
    )
    verdict = choose(
        kept > 15.4,
        words.WORKSHOP_ALL,
        choose(
            kept > 0.5,
            words.WORKSHOP_SOME,
            choose(kept > 0.05, words.WORKSHOP_NONE, words.WORKSHOP_LOST),
        ),
    )

    def gives(task: str, which: int) -> Text:
        names = words.WORKSHOP_FORMULAS[task]
        number = words.WORKSHOP_GIVES.replace("FORMULA", names[which])
        if task == "value" and which == 1:
            return choose(place < 0, number, words.WORKSHOP_GIVES.replace("FORMULA", names[0]))
        if task == "relu" and which == 1:
            none = words.WORKSHOP_CONVENTION.replace("FORMULA", names[which])
            return choose(measured, number, none)
        if task in words.WORKSHOP_NAN and which == 0:
            none = words.WORKSHOP_NAN[task].replace("FORMULA", names[which])
            return choose(measured, number, none)
        return number

    computed = {
        task: choose(_rearranged, gives(task, 1), gives(task, 0))
        for task in words.WORKSHOP_FORMULAS
    }
    return [
        choose(tiny, words.WORKSHOP_TINY, [by("task", words.WORKSHOP_FUNCTIONS), there]),
        choose(
            revealed,
            [
                by("task", computed),
                choose(measured, verdict),
                choose(abs(place - x) > 1e-9, words.WORKSHOP_NEAREST),
            ],
        ),
    ]


def _page() -> tuple[Expression, Expression]:
    """Return the ends of the horizontal axis of the errors: near 0, farther out, or where exp overflows."""
    out = abs(place)
    low = where(out <= 50, -50, where(out <= 650, 50, 650))
    high = where(out <= 50, 50, where(out <= 650, 650, 800))
    return where(place < -50, -high, low), where(place < -50, -low, high)


def _error_marks() -> list[Mark]:
    """Return what is drawn in the panel of the errors: both curves, the chosen one strong."""
    k, (low, high) = variable("k"), _page()
    shown = {"error": revealed, "neutral": revealed}
    marks = [
        label("?", (low + high) / 2, 1e-8, "error", when=~revealed),
        segment(place, 1e-19, place, 99, "neutral"),
    ]
    for which, chosen in enumerate((~_rearranged, _rearranged)):
        height = 10 ** -function(f"digits_{which}")(_index_of(k))
        for role, when in (("neutral", ~chosen), ("error", chosen)):
            marks.append(curve(height, role, variable="k", density=1, when=shown[role] & when))
    lost = ~(result <= result) & pick("task", {"slope": 0, "value": 0, "tanh": 1, "relu": 0})
    undefined = ~(slope <= slope)
    return [
        *marks,
        point(place, error, "error", when=revealed, drag=("x", "pointer")),
        label("∞ / ∞", place, 1, "error", when=revealed & lost),
        label("0/0", 0, 1e-8, "error", when=revealed & undefined & ~_rearranged),
    ]


@staged
def activation_workshop() -> Demo:
    """Compare an activation's value and slope with what two formulas compute for it."""
    reach = variable("reach")
    is_relu = pick("task", {"slope": 0, "value": 0, "tanh": 0, "relu": 1})
    names = words.WORKSHOP_FORMULAS
    return Demo(
        title=words.WORKSHOP_TITLE,
        choice="task",
        presets={
            "slope": Preset(words.WORKSHOP_PRESETS["slope"], {"x": 10, "formula": 0}),
            "value": Preset(words.WORKSHOP_PRESETS["value"], {"x": -700, "formula": 0}),
            "tanh": Preset(words.WORKSHOP_PRESETS["tanh"], {"x": 700, "formula": 0}),
            "relu": Preset(words.WORKSHOP_PRESETS["relu"], {"x": 1, "formula": 0}),
        },
        controls=[
            Slider(
                "x",
                PLACES,
                words.WORKSHOP_X,
                "*x* = {x:.4g}",
                (-800, -100, -10, 0, 10, 100, 800),
            ),
            Slider(
                "formula",
                (0, 1),
                words.WORKSHOP_FORMULA,
                by(
                    "task",
                    {task: choose(_rearranged, new, old) for task, (old, new) in names.items()},
                ),
            ),
        ],
        functions={
            **_FUNCTIONS,
            "index_of": ("k", locate(PLACES, "k")),
            "place_at": ("i", entry(PLACES, "i")),
            "f": ("x", pick("task", _VALUES)),
            "prime": ("x", pick("task", _SLOPES)),
            "book": ("x", pick("task", {task: trees[0] for task, trees in _FORMULAS.items()})),
            "better": ("x", pick("task", {task: trees[1] for task, trees in _FORMULAS.items()})),
            "digits_0": ("i", _sampled(0)),
            "digits_1": ("i", _sampled(1)),
        },
        quantities={
            "index": floor(_index_of(x) + 0.5),
            "place": _place_at("index"),
            "value": function("f")(place),
            "slope": function("prime")(place),
            "result": where(_rearranged, function("better")(place), function("book")(place)),
            "kept": where(
                _rearranged, function("digits_1")("index"), function("digits_0")("index")
            ),
            "error": 10**-kept,
            "digits": floor(kept + 0.5),
            "reach": largest(
                pick("task", {"slope": 6, "value": 6, "tanh": 3, "relu": 2}), 1.2 * abs(place)
            ),
        },
        beside=True,
        panels=[
            Panel(
                x=(-reach, reach),
                y=(
                    pick(
                        "task", {"slope": -0.1, "value": -0.1, "tanh": -1.15, "relu": -0.2 * reach}
                    ),
                    pick("task", {"slope": 1.15, "value": 1.15, "tanh": 1.15, "relu": reach}),
                ),
                names=("*x*", "*f*, *f′*"),
                height=240,
                marks=[
                    segment(place, -9999, place, 9999, "neutral"),
                    curve(function("f")("t"), variable="t", density=1),
                    curve(function("prime")("t"), "derivative", variable="t", density=1),
                    point(0, 0, "derivative", hollow=True, radius=4, when=is_relu),
                    point(0, 1, "derivative", hollow=True, radius=4, when=is_relu),
                    point(place, value, drag=("x", "pointer")),
                    point(place, slope, "derivative"),
                ],
            ),
            Panel(
                x=_page(),
                y=(3e-18, 30),
                log=(False, True),
                names=("*x*", "|Δ*y*/*y*|"),
                height=240,
                marks=_error_marks(),
            ),
        ],
        sentence=_said(),
        prediction=Prediction(
            by("task", words.WORKSHOP_QUESTIONS),
            by("task", words.WORKSHOP_CHOICES),
            pick("task", {"slope": 2, "value": 1, "tanh": 2, "relu": 2}),
            by("task", words.WORKSHOP_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("task", words.WORKSHOP_ANSWERS),
    )
