"""The activation workshop of chapter 4: value, slope, and what two formulas make of them on a computer.

The relative errors are measured (:mod:`course.demos.rounding`), not modelled. Words are in
``elementary_functions_strings.py``.
"""

from __future__ import annotations

from . import elementary_functions_strings as words
from .activations import FORMULAS, FUNCTIONS, PLACES, SLOPES, VALUES, sampled_digits
from .expression import Expression, entry, floor, function, largest, locate, pick, variable, where
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider
from .stage import staged
from .text import Text, by, choose

x, place, value, slope = (variable(name) for name in ("x", "place", "value", "slope"))
revealed, _rearranged = variable("revealed"), variable("formula") > 0.5
_index_of, _place_at = function("index_of"), function("place_at")
result, error, kept = variable("result"), variable("error"), variable("kept")


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
            **FUNCTIONS,
            "index_of": ("k", locate(PLACES, "k")),
            "place_at": ("i", entry(PLACES, "i")),
            "f": ("x", pick("task", VALUES)),
            "prime": ("x", pick("task", SLOPES)),
            "book": ("x", pick("task", {task: trees[0] for task, trees in FORMULAS.items()})),
            "better": ("x", pick("task", {task: trees[1] for task, trees in FORMULAS.items()})),
            "digits_0": ("i", sampled_digits(0)),
            "digits_1": ("i", sampled_digits(1)),
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
