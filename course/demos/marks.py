"""What a demo's picture is made of: panels, and the marks drawn in them.

A mark is data. Its coordinates are formulas in the demo's controls and quantities; a curve's height is
also a formula in its running variable. ``scene.py`` and ``stage.js`` turn marks into SVG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .expression import Expression, formula, names
from .text import Text, names_in, to_json


@dataclass(frozen=True)
class Mark:
    """One thing in a picture.

    Parameters
    ----------
    kind : str
        How it is drawn: ``"curve"``, ``"segment"``, ``"line"``, ``"box"``, ``"arrow"``, ``"point"``, ``"label"``.
    role : str
        What it means, which decides its colour and dashes (:data:`course.style.ROLES`).
    at : mapping of str to Expression
        Its coordinates.
    when : Expression, optional
        It is drawn where this is not 0.
    options : mapping, optional
        What else its kind needs: numbers, strings, a text.
    """

    kind: str
    role: str
    at: Mapping[str, Expression]
    when: Expression | None = None
    options: Mapping[str, Any] | None = None

    def json(self, functions: Mapping[str, Any]) -> dict[str, Any]:
        """Return the mark as data, with the names that it depends on as ``needs``."""
        options = dict(self.options or {})
        needs: set[str] = set()
        for expression in (*self.at.values(), *([self.when] if self.when else [])):
            needs |= names(expression, functions)
        if "text" in options:
            needs |= names_in(options["text"], functions)
            options["text"] = to_json(options["text"])
        if "drag" in options:
            control, value = options["drag"]
            options["drag"] = [control, value.json()]
        written = {"kind": self.kind, "role": self.role, **options}
        written["at"] = {key: value.json() for key, value in self.at.items()}
        if self.when is not None:
            written["when"] = self.when.json()
        written["needs"] = sorted(needs - {options.get("variable")})
        return written


def _when(condition: Any) -> Expression | None:
    return None if condition is None else formula(condition)


def curve(
    y: Any,
    role: str = "function",
    *,
    variable: str = "x",
    breaks: Sequence[float] = (),
    density: Any = 0.5,
    when: Any = None,
) -> Mark:
    """Draw the graph of `y`, a formula in `variable`, over the panel's width.

    `breaks` are places where the pen is lifted; `density`, a formula, is the number of samples a pixel.
    """
    options = {"variable": variable, "breaks": list(breaks)}
    at = {"y": formula(y), "density": formula(density)}
    return Mark("curve", role, at, _when(when), options)


def segment(
    x1: Any, y1: Any, x2: Any, y2: Any, role: str = "approximation", *, when: Any = None
) -> Mark:
    """Draw the segment between two points."""
    at = {"x1": formula(x1), "y1": formula(y1), "x2": formula(x2), "y2": formula(y2)}
    return Mark("segment", role, at, _when(when))


def arrow(
    x1: Any, y1: Any, x2: Any, y2: Any, role: str = "derivative", *, when: Any = None
) -> Mark:
    """Draw an arrow from the first point to the second."""
    at = {"x1": formula(x1), "y1": formula(y1), "x2": formula(x2), "y2": formula(y2)}
    return Mark("arrow", role, at, _when(when))


def line(
    x: Any,
    y: Any,
    slope: Any,
    role: str = "derivative",
    *,
    reach: Any = None,
    when: Any = None,
) -> Mark:
    """Draw the straight line of this slope through a point, over the panel or only `reach` to each side."""
    at = {"x": formula(x), "y": formula(y), "slope": formula(slope)}
    if reach is not None:
        at["reach"] = formula(reach)
    return Mark("line", role, at, _when(when))


def box(
    x1: Any, y1: Any, x2: Any, y2: Any, role: str = "neutral", *, least: float = 0, when: Any = None
) -> Mark:
    """Draw the outline of the rectangle with these opposite corners, at least `least` pixels wide and high."""
    at = {"x1": formula(x1), "y1": formula(y1), "x2": formula(x2), "y2": formula(y2)}
    return Mark("box", role, at, _when(when), {"least": least})


def point(
    x: Any,
    y: Any,
    role: str = "function",
    *,
    hollow: bool = False,
    radius: float = 5,
    drag: tuple[str, Any] | None = None,
    when: Any = None,
) -> Mark:
    """Draw a disc, or a ring if `hollow`.

    With ``drag=(control, value)`` it can be dragged: the control becomes `value`, a formula in which
    ``pointer`` is the pointer's horizontal coordinate.
    """
    options: dict[str, Any] = {"hollow": hollow, "radius": radius}
    if drag:
        options["drag"] = (drag[0], formula(drag[1]))
    return Mark("point", role, {"x": formula(x), "y": formula(y)}, _when(when), options)


def rectangle(
    x1: Any,
    y1: Any,
    x2: Any,
    y2: Any,
    role: str = "function",
    *,
    hollow: bool = False,
    when: Any = None,
) -> Mark:
    """Draw the rectangle with two opposite corners, tinted, or only its dashed outline if `hollow`."""
    at = {"x1": formula(x1), "y1": formula(y1), "x2": formula(x2), "y2": formula(y2)}
    return Mark("rectangle", role, at, _when(when), {"hollow": hollow})


def label(
    text: Text,
    x: Any,
    y: Any,
    role: str = "function",
    *,
    shift: tuple[float, float] = (0, 0),
    anchor: str = "middle",
    box: Any = None,
    when: Any = None,
) -> Mark:
    """Write mathematical signs at a point, shifted by pixels; `anchor` as in SVG. No words: they are not translated.

    With `box`, a formula, they stand in a box, in a strong one where it is not 0: a node of a tree.
    """
    options = {"text": text, "shift": list(shift), "anchor": anchor}
    at = {"x": formula(x), "y": formula(y)}
    if box is not None:
        at["box"] = formula(box)
    return Mark("label", role, at, _when(when), options)


@dataclass(frozen=True)
class Panel:
    """A coordinate system with marks in it.

    Parameters
    ----------
    x, y : (formula, formula)
        Lowest and highest value on each axis.
    marks : sequence of Mark
        Drawn in this order.
    names : (str, str)
        Signs at the axes.
    height : formula
        Height of the drawing area in CSS pixels; it may depend on the preset.
    signed_log : (float, float), optional
        Smallest and largest size on a horizontal axis that is logarithmic on both sides of 0.
    log : (bool, bool)
        Whether the horizontal and the vertical axis are logarithmic; then both ends are positive.
        A ``line`` is not straight there.
    axes : bool
        Whether to draw the vertical axis and its numbers.
    grid : bool
        Whether to draw anything of a coordinate system; without it the panel is a plain sheet.
    """

    x: tuple[Any, Any]
    y: tuple[Any, Any]
    marks: Sequence[Mark]
    names: tuple[str, str] = ("*x*", "*y*")
    height: Any = 260
    signed_log: tuple[float, float] | None = None
    log: tuple[bool, bool] = (False, False)
    axes: bool = True
    grid: bool = True

    def json(self, functions: Mapping[str, Any]) -> dict[str, Any]:
        """Return the panel as data."""
        return {
            "x": [formula(end).json() for end in self.x],
            "y": [formula(end).json() for end in self.y],
            "marks": [mark.json(functions) for mark in self.marks],
            "names": list(self.names),
            "height": formula(self.height).json(),
            "signedLog": list(self.signed_log) if self.signed_log else None,
            "log": list(self.log),
            "axes": self.axes,
            "grid": self.grid,
        }
