"""The demos of chapter 6: forward and backward, build a composition, and the vanishing product.

Words are in ``composition_strings.py``. The other two have modules of their own, ``building.py`` and
``deep_chain.py``.
"""

from __future__ import annotations

from typing import Any

from . import composition_strings as words
from .building import build_a_composition
from .deep_chain import vanishing_product
from .expression import Expression, cos, exp, floor, function, pick, sin, variable
from .marks import Mark, Panel, arrow, label
from .model import Demo, Prediction, Preset, Slider, Table, steps
from .stage import staged
from .text import by, choose

__all__ = ["build_a_composition", "forward_and_backward", "vanishing_product"]

_x, _now, _revealed = variable("x"), variable("now"), variable("revealed")
_sigma = 1 / (1 + exp(-_x))

#: By example, the functions of the chain in the order in which they act, each with its derivative.
CHAINS: dict[str, tuple[tuple[Any, Any], ...]] = {
    "waves": ((_x**2, 2 * _x), (exp(_x), exp(_x)), (sin(_x), cos(_x))),
    "neuron": (
        (2 * _x + 1, 2),
        (_sigma, _sigma * (1 - _sigma)),
        ((_x - 0.9) ** 2, 2 * (_x - 0.9)),
    ),
    "order": ((_x + 1, 1), (_x**2, 2 * _x), (3 * _x, 3)),
    "reversed": ((3 * _x, 3), (_x**2, 2 * _x), (_x + 1, 1)),
    "linear": ((2 * _x, 2), (3 * _x, 3), (4 * _x, 4)),
}
#: Functions in a chain.
LENGTH = 3
#: The steps of the check by symmetric differences, by the ends of their names.
CHECKS = {"1": 0.1, "01": 0.01, "001": 0.001}
#: Where the columns stand: the forward product, the values, the backward product.
FORWARD, VALUES, BACKWARD = 0.13, 0.5, 0.87
_INDEX = "₀₁₂₃"


def _whole(x: Any) -> Expression:
    """Return the whole chain at a formula."""
    for k in range(1, LENGTH + 1):
        x = function(f"f{k}")(x)
    return x


def _marks() -> list[Mark]:
    """Return the column of values with the local slopes, and on its sides both running products."""
    marks: list[Mark] = []
    for k in range(1, LENGTH + 1):
        before, after, middle = LENGTH - k + 1, LENGTH - k, LENGTH - k + 0.5
        back = 2 * LENGTH - k + 1  # the step backwards in which this function's slope is used
        forwards, backwards = _revealed & (_now >= k), _revealed & (_now >= back)
        ran = ~_revealed | (_now >= k)
        marks += [
            arrow(VALUES, before - 0.24, VALUES, after + 0.24, "function", when=ran),
            arrow(FORWARD, before - 0.2, FORWARD, after + 0.2, when=forwards),
            arrow(BACKWARD, after + 0.2, BACKWARD, before - 0.2, when=backwards),
            label(
                by("chain", {name: three[k - 1] for name, three in words.STEPPER_MAPS.items()}),
                VALUES,
                middle,
                "function",
                shift=(-10, 5),
                anchor="end",
            ),
            label(
                f"× {{slope{k}:.4g}}",
                VALUES,
                middle,
                "derivative",
                shift=(10, 5),
                anchor="start",
                when=forwards,
            ),
            label(
                "× ?",
                VALUES,
                middle,
                "derivative",
                shift=(10, 5),
                anchor="start",
                when=~_revealed,
            ),
            label(f"{{forward{k}:.4g}}", FORWARD, after, "derivative", shift=(0, 5), when=forwards),
            label(
                f"{{backward{k}:.4g}}", BACKWARD, before, "derivative", shift=(0, 5), when=backwards
            ),
        ]
    for k in range(LENGTH + 1):
        # A strong box: the value at which the slope of this step is taken.
        taken: Any = 0 * _now
        if k < LENGTH:
            for step in (k + 1, 2 * LENGTH - k):
                taken = taken | ((_now <= step) & (_now >= step))
        shown = choose(
            ~_revealed | (_now >= k), f"*x*{_INDEX[k]} = {{x{k}:.4g}}", f"*x*{_INDEX[k]}"
        )
        marks.append(
            label(shown, VALUES, LENGTH - k, "function", shift=(0, 5), box=_revealed & taken)
        )
    return [
        *marks,
        label("1", FORWARD, LENGTH, "derivative", shift=(0, 5), when=_revealed),
        label("1", BACKWARD, 0, "derivative", shift=(0, 5), when=_revealed & (_now >= LENGTH)),
        label(
            "= *F′*(*x*)",
            FORWARD,
            0,
            "derivative",
            shift=(0, 25),
            when=_revealed & (_now >= LENGTH),
        ),
        label(
            "*F′*(*x*) =",
            BACKWARD,
            LENGTH,
            "derivative",
            shift=(0, -16),
            when=_revealed & (_now >= 2 * LENGTH),
        ),
    ]


@staged
def forward_and_backward() -> Demo:
    """Walk through a chain: values first, then the product of slopes, forwards and backwards."""
    quantities: dict[str, Any] = {"now": floor(variable("step") + 0.5), "x0": _x, "forward0": 1}
    for k in range(1, LENGTH + 1):
        quantities[f"x{k}"] = function(f"f{k}")(f"x{k - 1}")
        quantities[f"slope{k}"] = function(f"prime{k}")(f"x{k - 1}")
        quantities[f"forward{k}"] = variable(f"forward{k - 1}") * variable(f"slope{k}")
    quantities[f"backward{LENGTH + 1}"] = 1
    for k in range(LENGTH, 0, -1):
        quantities[f"backward{k}"] = variable(f"backward{k + 1}") * variable(f"slope{k}")
    for name, step in CHECKS.items():
        quantities[f"check{name}"] = (_whole(_x + step) - _whole(_x - step)) / (2 * step)
    return Demo(
        title=words.STEPPER_TITLE,
        choice="chain",
        presets={
            name: Preset(words.STEPPER_PRESETS[name], {"x": x, "step": 2 * LENGTH})
            for name, x in {
                "waves": 0.8,
                "neuron": -1,
                "order": 0,
                "reversed": 0,
                "linear": 0.5,
            }.items()
        },
        controls=[
            Slider(
                "x", steps(-1.5, 1.5, 0.05), words.STEPPER_X, "*x* = {x:.2f}", (-1.5, -1, 0, 1, 1.5)
            ),
            Slider(
                "step",
                tuple(range(2 * LENGTH + 1)),
                words.STEPPER_STEP,
                by("now", words.STEPPER_VALUES),
                (0, LENGTH, 2 * LENGTH),
                play=9,
            ),
        ],
        functions={
            f"{kind}{k}": (
                "x",
                pick("chain", {name: chain[k - 1][part] for name, chain in CHAINS.items()}),
            )
            for part, kind in enumerate(("f", "prime"))
            for k in range(1, LENGTH + 1)
        },
        quantities=quantities,
        panels=[
            Panel(
                x=(0, 1),
                y=(-0.55, LENGTH + 0.55),
                names=("", ""),
                height=310,
                grid=False,
                marks=_marks(),
            )
        ],
        table=Table(
            words.STEPPER_TABLE,
            words.STEPPER_COLUMNS,
            [
                (words.STEPPER_RULE, f"[{{forward{LENGTH}:.6f}}](derivative)"),
                *((f"*h* = {step:g}", f"{{check{name}:.6f}}") for name, step in CHECKS.items()),
            ],
        ),
        sentence=choose(
            _revealed,
            [
                by("now", words.STEPPER_SENTENCES),
                choose(_now >= LENGTH, words.STEPPER_RESULT),
                choose(_now >= 2 * LENGTH, words.STEPPER_SAME),
            ],
            words.STEPPER_ASKED,
        ),
        prediction=Prediction(
            by("chain", words.STEPPER_QUESTIONS),
            by("chain", words.STEPPER_CHOICES),
            pick("chain", {"waves": 1, "neuron": 2, "order": 1, "reversed": 1, "linear": 2}),
            by("chain", words.STEPPER_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("chain", words.STEPPER_ANSWERS),
    )
