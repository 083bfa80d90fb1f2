"""The model of a demo: its controls, its numbers, its sentence. No widget, no browser.

``demo.compute(state)`` gives the numbers and ``demo.describe(numbers)`` the sentence that says them; a
test needs nothing else. The picture is made of the same numbers (:mod:`course.demos.marks`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import text as texts
from .expression import Environment, Expression, evaluate, formula
from .marks import Panel
from .text import Text


@dataclass(frozen=True)
class Slider:
    """A control with finitely many values, in increasing order.

    Parameters
    ----------
    name : str
        Name of the trait and of the variable in formulas.
    values : tuple of float
        What the slider can be set to. A cell may set anything between the first and the last.
    label : str
        What it is, in words, for everyone.
    value : text
        How its value is said, for instance ``"*t* = {t:.1f} min"``.
    ticks : tuple of float
        Values marked below the slider.
    play : float, optional
        Seconds in which a button moves the slider from end to end.
    nonzero : str, optional
        The control may not be 0, and this says why.
    until : formula, optional
        The last value that the preset has a use for; the slider ends there.
    """

    name: str
    values: tuple[float, ...]
    label: str
    value: Text
    ticks: tuple[float, ...] = ()
    play: float | None = None
    nonzero: str | None = None
    until: Any = None

    def json(self) -> dict[str, Any]:
        """Return the control as data."""
        written: dict[str, Any] = {"name": self.name, "values": self.values, "label": self.label}
        written |= {"value": texts.to_json(self.value), "play": self.play}
        written["until"] = None if self.until is None else formula(self.until).json()
        ticks = [[self.values.index(tick), texts.number(tick, ".3g")] for tick in self.ticks]
        return written | {"ticks": ticks}


def steps(low: float, high: float, step: float) -> tuple[float, ...]:
    """Return the values from `low` to `high` in equal steps, without rounding noise."""
    count = round((high - low) / step)
    return tuple(round(low + step * k, 10) for k in range(count + 1))


def log_steps(smallest: float, largest: float, per_decade: int = 20) -> tuple[float, ...]:
    """Return sizes between `smallest` and `largest`, two digits each, evenly spread in their logarithm."""
    count = round(math.log10(largest / smallest) * per_decade)
    return tuple(float(f"{smallest * 10 ** (k / per_decade):.1e}") for k in range(count + 1))


def signed_log_steps(smallest: float, largest: float, per_decade: int = 20) -> tuple[float, ...]:
    """Return both signs of the sizes between `smallest` and `largest`, evenly spread in their logarithm."""
    sizes = log_steps(smallest, largest, per_decade)
    return (*(-size for size in reversed(sizes)), *sizes)


@dataclass(frozen=True)
class Preset:
    """A state worth looking at: its label (a formula or words) and what it sets the controls to."""

    label: str
    state: Mapping[str, float]


@dataclass(frozen=True)
class Prediction:
    """The question before the result.

    Parameters
    ----------
    question : text
        Asked before the result is shown.
    choices : text of lists of str
        What can be answered: a list, or ``by(preset, {key: list})``.
    right : formula
        Index of the choice that comes true.
    because : text
        Why, shown with the result.
    wrong : text of lists of str, optional
        To each choice, what to say against it (nothing to the right one).
    steps : str, optional
        The control that leads through a row of questions: each of its values asks anew, up to its
        ``until``, and a button leads on.
    says : mapping of str to str
        Words for ``right``, ``wrong``, ``skipped`` or ``next`` in place of the usual ones.
    """

    question: Text
    choices: Text
    right: Any
    because: Text
    wrong: Text = ()
    steps: str | None = None
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """A table beside the picture; every row has a text in every column. Hidden until the result is."""

    caption: Text
    columns: Sequence[str]
    rows: Sequence[Sequence[Text]]


@dataclass(frozen=True)
class Demo:
    """One demo as data.

    Parameters
    ----------
    title : str
        Its title.
    choice : str
        Name of the trait that says which preset is shown.
    presets : mapping of str to Preset
        Three to six telling states; the first is where the demo starts.
    controls : sequence of Slider
        At most two.
    functions : mapping of str to (str, formula)
        Functions that formulas may call: argument and formula.
    quantities : mapping of str to formula
        Numbers in the order of computation; a later one may use the earlier ones.
    panels : sequence of Panel
        The picture; ``beside`` puts them in a row where there is room.
    sentence : text
        What the picture shows, with the numbers.
    prediction : Prediction
        The question before the result. Formulas and texts read ``revealed``: 1 once it is answered
        or skipped for this preset (and step), else 0.
    question, answer : text
        "What changed, and why?", and the answer that can be opened.
    table : Table, optional
        A table beside the picture.
    """

    title: str
    choice: str
    presets: Mapping[str, Preset]
    controls: Sequence[Slider]
    functions: Mapping[str, tuple[str, Any]]
    quantities: Mapping[str, Any]
    panels: Sequence[Panel]
    sentence: Text
    prediction: Prediction
    question: Text
    answer: Text
    table: Table | None = None
    beside: bool = False
    _functions: dict[str, tuple[str, Expression]] = field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        if not 1 <= len(self.controls) <= 2:
            raise ValueError("a demo has one or two live controls")
        if not 3 <= len(self.presets) <= 6:
            raise ValueError("a demo has three to six presets")
        for name, (argument, body) in self.functions.items():
            self._functions[name] = (argument, formula(body))

    def start(self, preset: str | None = None) -> Environment:
        """Return the state that a preset sets, the first one by default; nothing is revealed."""
        preset = preset or next(iter(self.presets))
        state: Environment = {self.choice: preset, "revealed": 0}
        return state | dict(self.presets[preset].state)

    def value(self, expression: Any, environment: Mapping[str, Any]) -> float:
        """Return the value of a formula of this demo."""
        return evaluate(formula(expression), dict(environment), self._functions)

    def compute(self, state: Mapping[str, Any]) -> Environment:
        """Return the state and all quantities in it."""
        numbers = {"revealed": 0, **state}
        for name, expression in self.quantities.items():
            numbers[name] = self.value(expression, numbers)
        return numbers

    def evaluator(self, numbers: Mapping[str, Any]) -> Callable[[Expression], float]:
        """Return what evaluates this demo's formulas at `numbers`."""
        return lambda expression: self.value(expression, numbers)

    def say(self, text: Text, numbers: Mapping[str, Any]) -> str:
        """Return a text of this demo at `numbers`, with its marks."""
        return texts.marked(text, numbers, self.evaluator(numbers), self._label)

    def _label(self, name: str, value: str) -> str:
        return self.presets[value].label

    def describe(self, numbers: Mapping[str, Any]) -> str:
        """Return the sentence that says what the picture shows at `numbers` (from :meth:`compute`)."""
        return texts.plain(self.say(self.sentence, numbers))

    def choices(self, numbers: Mapping[str, Any]) -> list[str]:
        """Return what can be predicted at `numbers`."""
        return self._listed(self.prediction.choices, numbers)

    def objection(self, index: int, numbers: Mapping[str, Any]) -> str:
        """Return what is said against the choice `index` at `numbers`; nothing is said against most."""
        against = self._listed(self.prediction.wrong, numbers)
        return against[index] if index in range(len(against)) else ""

    @staticmethod
    def _listed(text: Text, numbers: Mapping[str, Any]) -> list[str]:
        while isinstance(text, dict):
            text = text["cases"][texts.case_name(numbers[text["by"]])]
        return list(text)

    def question_at(self, state: Mapping[str, Any]) -> str:
        """Return the name of the question asked in a state: its preset, and the step if there are any."""
        preset, name = state[self.choice], self.prediction.steps
        if name is None:
            return preset
        control = next(control for control in self.controls if control.name == name)
        last = len(control.values) if control.until is None else self.value(control.until, state)
        return f"{preset} {min(state[name], last):g}"

    def json(self) -> dict[str, Any]:
        """Return everything that the browser needs."""
        return {
            "title": self.title,
            "choice": self.choice,
            # A list: a saved notebook sorts the keys of its widgets' state.
            "presets": [
                [key, {"label": preset.label, "state": dict(preset.state)}]
                for key, preset in self.presets.items()
            ],
            "controls": [control.json() for control in self.controls],
            "functions": {name: [a, body.json()] for name, (a, body) in self._functions.items()},
            "quantities": [[name, formula(q).json()] for name, q in self.quantities.items()],
            "panels": [panel.json(self._functions) for panel in self.panels],
            "beside": self.beside,
            "sentence": texts.to_json(self.sentence),
            "prediction": {
                "question": texts.to_json(self.prediction.question),
                "choices": texts.to_json(self.prediction.choices),
                "right": formula(self.prediction.right).json(),
                "because": texts.to_json(self.prediction.because),
                "wrong": texts.to_json(self.prediction.wrong),
                "steps": self.prediction.steps,
                "says": dict(self.prediction.says),
            },
            "question": texts.to_json(self.question),
            "answer": texts.to_json(self.answer),
            "table": self.table
            and {
                "caption": texts.to_json(self.table.caption),
                "columns": list(self.table.columns),
                "rows": [texts.to_json(list(row)) for row in self.table.rows],
            },
        }
