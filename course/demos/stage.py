"""The stage: a demo as a widget.

Everything on it is drawn in the browser from the data that :class:`course.demos.model.Demo` generates,
so it moves without waiting for the kernel. The kernel hears of each change shortly afterwards through
ordinary traits: ``demo.h`` reads the control, ``demo.h = 0.01`` sets it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from . import static, strings
from .expression import Environment
from .model import Demo, Slider

#: The parts of the ES module, in the order in which they are joined into one.
PARTS = ("expression", "text", "scene", "view", "stage")


#: The browser knows what it has just sent: the kernel need not send it back.
SYNC = {"sync": True, "echo_update": False}


@functools.cache
def module() -> str:
    """Return the ES module of the stage: one plain file, no build step."""
    folder = Path(__file__).parent / "browser"
    return "\n".join((folder / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)


class Control(traitlets.Float):
    """The trait of a slider: a finite number in its range, and not 0 where that makes no sense."""

    def __init__(self, slider: Slider, value: float) -> None:
        self.slider = slider
        super().__init__(value)

    def validate(self, obj: Any, value: Any) -> float:
        """Return `value` as a float, or raise ``TraitError`` with the reason."""
        slider, low, high = self.slider, self.slider.values[0], self.slider.values[-1]
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not low <= value <= high
        ):
            message = strings.ERROR_RANGE.format(name=slider.name, low=low, high=high, value=value)
            raise traitlets.TraitError(message)
        if value == 0 and slider.nonzero:
            message = strings.ERROR_ZERO.format(name=slider.name, reason=slider.nonzero)
            raise traitlets.TraitError(message)
        return float(value)


class Stage(anywidget.AnyWidget):
    """A demo on the page.

    Its controls and the name of its preset are traits. Reading :attr:`numbers` and :attr:`sentence`
    gives what the picture shows.

    Parameters
    ----------
    demo : Demo
        What to show.
    **state : float or str
        Values of controls, or of the preset, other than those that the demo starts with.
    """

    spec = traitlets.Dict().tag(sync=True)
    predicted = traitlets.Dict().tag(**SYNC)

    def __init__(self, demo: Demo, **state: Any) -> None:
        self.demo = demo
        self._esm, self._css = module(), static.style_sheet()
        preset = state.get(demo.choice)
        start = demo.start(preset if preset in demo.presets else None) | state
        traits: dict[str, Any] = {
            slider.name: Control(slider, start[slider.name]).tag(**SYNC) for slider in demo.controls
        }
        traits[demo.choice] = traitlets.Enum(list(demo.presets), start[demo.choice]).tag(**SYNC)
        for name in traits:
            if hasattr(type(self), name):
                raise ValueError(strings.ERROR_CLASH.format(name=name))
        unknown = set(state) - set(traits)
        if unknown:
            raise TypeError(f"this demo has no control {', '.join(sorted(unknown))}")
        self.add_traits(**traits)
        spec = demo.json() | {"words": strings.table()}
        super().__init__(spec=spec, **{name: start[name] for name in traits})

    @property
    def state(self) -> Environment:
        """The values of the controls, the preset, and whether its result is ``revealed`` (0 or 1)."""
        names = [self.demo.choice, *(slider.name for slider in self.demo.controls)]
        state = {name: getattr(self, name) for name in names}
        return state | {"revealed": int(self.demo.question_at(state) in self.predicted)}

    @property
    def numbers(self) -> Environment:
        """The state and every quantity that the picture is made of."""
        return self.demo.compute(self.state)

    @property
    def sentence(self) -> str:
        """The sentence under the picture."""
        return self.demo.describe(self.numbers)

    def predict(self, index: int) -> None:
        """Answer the question of this preset with a choice, numbered from 0; the result is revealed."""
        choices = self.demo.choices(self.state)
        if index not in range(len(choices)):
            raise ValueError(strings.ERROR_CHOICE.format(count=len(choices), index=index))
        self._reveal(index)

    def skip(self) -> None:
        """Reveal the result of this preset (and step) without a prediction."""
        self._reveal(-1)

    def _reveal(self, index: int) -> None:
        self.predicted = {**self.predicted, self.demo.question_at(self.state): index}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the live widget, and beside it the static form for where no widget can live."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        data["text/html"] = static.html(self.demo, self.state)
        data["text/plain"] = static.plain(self.demo, self.state)
        return data, metadata


def staged(build: Callable[[], Demo]) -> Callable[..., Stage]:
    """Turn a function that builds a demo into one that shows it; ``show.demo()`` is the model alone."""
    model = functools.cache(build)

    @functools.wraps(build)
    def show(**state: Any) -> Stage:
        return Stage(model(), **state)

    show.demo = model  # type: ignore[attr-defined]
    return show
