"""From a demo's numbers to a drawing: the same in Python (for paper) and in ``stage.js`` (live).

The drawing is a list of *primitives* ``(tag, attributes, marked text or None)`` per mark, in CSS pixels.
A test compares the two programs primitive by primitive.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from . import text as texts
from .expression import Environment
from .marks import Mark, Panel
from .model import Demo

Primitive = tuple[str, dict[str, Any], str | None]

#: Space around a panel's drawing area in CSS pixels: left, right, top, bottom.
MARGINS = (44, 26, 28, 24)
#: Space at the sides of a panel without a grid.
SHEET_MARGIN = 8
#: About the width of a sign in a label, for the boxes around them.
SIGN_WIDTH = 6.9
#: From this width on, panels that may stand beside each other do.
WIDE = 560


def rounded(value: float) -> float:
    """Return a pixel coordinate to a tenth, as both programs write it."""
    tenth = math.floor(value * 10 + 0.5) / 10
    return int(tenth) if tenth == int(tenth) else tenth


def decades(value: float) -> float:
    """Return the logarithm to base 10; -inf for what a logarithmic axis cannot show."""
    return math.log10(value) if value > 0 else -math.inf


class Frame:
    """A panel at its place: from values to pixels.

    Parameters
    ----------
    demo : Demo
        Whose panel it is.
    panel : Panel
        The panel.
    numbers : dict
        From :meth:`Demo.compute`.
    x, y, width : float
        Left and upper end of the drawing area, and its width.
    """

    def __init__(
        self, demo: Demo, panel: Panel, numbers: Environment, x: float, y: float, width: float
    ) -> None:
        self.demo, self.panel, self.numbers = demo, panel, numbers
        self.x, self.y, self.width = x, y, width
        self.height = demo.value(panel.height, numbers)
        self.left, self.right = (demo.value(end, numbers) for end in panel.x)
        self.low, self.high = (demo.value(end, numbers) for end in panel.y)

    def fraction(self, value: float) -> float:
        """Return where `value` is on the horizontal axis, from 0 to 1."""
        if self.panel.log[0]:
            return (decades(value) - decades(self.left)) / decades(self.right / self.left)
        if not self.panel.signed_log:
            return (value - self.left) / (self.right - self.left)
        small, large = self.panel.signed_log
        if value == 0:
            return 0.5
        t = max(0.0, math.log10(abs(value) / small) / math.log10(large / small))
        return 0.5 + math.copysign(0.04 + 0.46 * t, value)

    def at(self, fraction: float) -> float:
        """Return the value at `fraction` of the horizontal axis; not a number in the gap around 0."""
        if self.panel.log[0]:
            return self.left * math.pow(self.right / self.left, fraction)
        if not self.panel.signed_log:
            return self.left + (self.right - self.left) * fraction
        small, large = self.panel.signed_log
        t = (abs(fraction - 0.5) - 0.04) / 0.46
        if t < -1e-9:
            return math.nan
        return math.copysign(small * math.pow(large / small, t), fraction - 0.5)

    def px(self, value: float) -> float:
        """Return the horizontal pixel of `value`, kept near the panel."""
        return rounded(max(-1e4, min(1e4, self.fraction(value) * self.width)))

    def py(self, value: float) -> float:
        """Return the vertical pixel of `value`, kept near the panel."""
        if self.panel.log[1]:
            pixel = (
                (decades(self.high) - decades(value)) / decades(self.high / self.low) * self.height
            )
        else:
            pixel = (self.high - value) / (self.high - self.low) * self.height
        return rounded(max(-3 * self.height, min(4 * self.height, pixel)))

    def holds(self, x: float, y: float) -> bool:
        """Return whether a pixel is in the drawing area; points outside are not drawn."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


def layout(demo: Demo, numbers: Environment, width: float) -> tuple[list[Frame], float]:
    """Return the panels at their places in a picture of this width, and the picture's height."""
    left, right, top, bottom = MARGINS
    beside = demo.beside and width >= WIDE
    columns = len(demo.panels) if beside else 1
    outer = width / columns
    frames, y = [], 0.0
    for index, panel in enumerate(demo.panels):
        x = outer * index if beside else 0
        before, after = (left, right) if panel.grid else (SHEET_MARGIN, SHEET_MARGIN)
        inner = math.floor(outer - before - after)
        frames.append(Frame(demo, panel, numbers, x + before, y + top, inner))
        if not beside:
            y += top + frames[-1].height + bottom
    if beside:
        y = top + max(frame.height for frame in frames) + bottom
    return frames, y


def ticks(low: float, high: float, count: float) -> list[float]:
    """Return round numbers between `low` and `high`, about `count` of them."""
    raw = (high - low) / max(1, count)
    power = math.pow(10, math.floor(math.log10(raw)))
    step = next((m * power for m in (1, 2, 5) if m * power >= raw * 0.999), 10 * power)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [k * step for k in range(first, last + 1)]


def powers(low: float, high: float, room: float) -> tuple[list[float], list[tuple[float, str]]]:
    """Return the powers of ten from `low` to `high`, and those for which there is `room`, written."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    every = max(1, math.ceil((last - first) / max(1, room)))
    names = {0: "1", 1: "10"}
    shown = [
        (math.pow(10, k), names.get(k, f"10{texts.superscript(k)}"))
        for k in range(first, last + 1)
        if k % every == 0
    ]
    # On an axis of many decades a line for each would be a grey field.
    lines = (
        range(first, last + 1)
        if every <= 4
        else [k for k in range(first, last + 1) if k % every == 0]
    )
    return [math.pow(10, k) for k in lines], shown


def axes(frame: Frame) -> list[Primitive]:
    """Return the grid, the axes and their numbers, relative to the drawing area."""
    panel, w, h = frame.panel, frame.width, frame.height
    drawn: list[Primitive] = []
    if not panel.grid:
        return drawn

    def stroke(kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        drawn.append(("path", {"class": kind, "d": f"M{x1:g} {y1:g}L{x2:g} {y2:g}"}, None))

    def write(words: str, x: float, y: float, anchor: str, kind: str = "tick") -> None:
        drawn.append(("text", {"class": kind, "x": x, "y": y, "text-anchor": anchor}, words))

    if panel.signed_log:
        small, large = panel.signed_log
        decades = round(math.log10(large / small))
        sizes = [small * math.pow(10, k) for k in range(decades + 1)]
        values = [-size for size in reversed(sizes)] + sizes
        # Beside the gap there is room for its 0 only.
        shown = [v for v in values if abs(v) > small * 1.5] if w >= 260 else [-large, large]
        shown.append(0)
        gap = [rounded((0.5 - 0.04) * w), rounded((0.5 + 0.04) * w)]
        size = {"width": rounded(gap[1] - gap[0]), "height": h}
        drawn.append(("rect", {"class": "gap", "x": gap[0], "y": 0, **size}, None))
    elif panel.log[0]:
        values = shown = []
    else:
        values = shown = ticks(frame.left, frame.right, min(10, w / 40))
    written = [(value, texts.number(value, ".6g")) for value in shown]
    if panel.log[0]:
        values, written = powers(frame.left, frame.right, w / 36)
    for value in values:
        stroke("grid", frame.px(value), 0, frame.px(value), h)
    for value, words in written:
        write(words, frame.px(value), h + 16, "middle")
    if panel.axes:
        values = ticks(frame.low, frame.high, h / 42)
        written = [(value, texts.number(value, ".6g")) for value in values]
        if panel.log[1]:
            values, written = powers(frame.low, frame.high, h / 28)
        for value in values:
            stroke("grid", 0, frame.py(value), w, frame.py(value))
        for value, words in written:
            write(words, -7, rounded(frame.py(value) + 4), "end")
    if frame.low <= 0 <= frame.high:
        stroke("axis", 0, frame.py(0), w, frame.py(0))
    if panel.axes and not panel.signed_log and frame.left <= 0 <= frame.right:
        stroke("axis", frame.px(0), 0, frame.px(0), h)
    end = frame.py(max(frame.low, min(frame.high, 0)))
    write(panel.names[0], w + 8, rounded(end + 4), "start", "axis-name")
    write(panel.names[1], -36, -12, "start", "axis-name")
    return drawn


def curve_path(mark: Mark, frame: Frame) -> str:
    """Return the path of a curve: samples joined where they are finite and no break lies between."""
    options = mark.options or {}
    variable, breaks = options["variable"], options["breaks"]
    density = frame.demo.value(mark.at["density"], frame.numbers)
    count = max(2, math.floor(frame.width * density / 2) * 2)
    path: list[str] = []
    numbers = dict(frame.numbers)
    previous, pen = math.nan, False
    for k in range(count + 1):
        value = frame.at(k / count)
        numbers[variable] = value
        y = frame.demo.value(mark.at["y"], numbers) if value == value else math.nan
        if not math.isfinite(y):
            pen = False
        else:
            if any(previous < place <= value for place in breaks):
                pen = False
            x = rounded(k / count * frame.width)
            path.append(f"{'L' if pen else 'M'}{x:g} {frame.py(y):g}")
            pen = True
        previous = value
    return "".join(path)


def draw(mark: Mark, frame: Frame) -> list[Primitive]:
    """Return the primitives of a mark, relative to the drawing area."""
    demo, numbers, options = frame.demo, frame.numbers, mark.options or {}
    if mark.when is not None and not demo.value(mark.when, numbers):
        return []
    stroke = f"line {mark.role}"
    if mark.kind == "curve":
        return [("path", {"class": stroke, "d": curve_path(mark, frame)}, None)]
    at = {key: demo.value(expression, numbers) for key, expression in mark.at.items()}
    if not all(math.isfinite(value) for value in at.values()):
        return []
    return list(_DRAW[mark.kind](mark, frame, at, options))


def _segment(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    x1, y1, x2, y2 = frame.px(at["x1"]), frame.py(at["y1"]), frame.px(at["x2"]), frame.py(at["y2"])
    kind = f"line {mark.role}" + (" solid" if mark.kind == "arrow" else "")
    yield "path", {"class": kind, "d": f"M{x1:g} {y1:g}L{x2:g} {y2:g}"}, None
    if mark.kind == "arrow":
        length = math.hypot(x2 - x1, y2 - y1)
        if length >= 4:
            size = min(10, length)
            ux, uy = (x2 - x1) / length * size, (y2 - y1) / length * size
            corners = [
                (x2, y2),
                (rounded(x2 - ux - uy / 2), rounded(y2 - uy + ux / 2)),
                (rounded(x2 - ux + uy / 2), rounded(y2 - uy - ux / 2)),
            ]
            d = "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
            yield "path", {"class": f"ink {mark.role}", "d": d}, None


def _line(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    reach = at.get("reach", frame.right - frame.left)
    x, y, slope = at["x"], at["y"], at["slope"]
    ends = []
    for sign in (-1, 1):
        fx, fy = frame.fraction(x + sign * reach) * frame.width, y + sign * reach * slope
        pixel = (frame.high - fy) / (frame.high - frame.low) * frame.height
        ends.append((rounded(fx), rounded(max(-99999, min(99999, pixel)))))
    (x1, y1), (x2, y2) = ends
    yield "path", {"class": f"line {mark.role}", "d": f"M{x1:g} {y1:g}L{x2:g} {y2:g}"}, None


def _box(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    x1, x2 = sorted((frame.px(at["x1"]), frame.px(at["x2"])))
    y1, y2 = sorted((frame.py(at["y1"]), frame.py(at["y2"])))
    width, height = max(x2 - x1, options["least"]), max(y2 - y1, options["least"])
    place = {"x": rounded((x1 + x2 - width) / 2), "y": rounded((y1 + y2 - height) / 2)}
    place |= {"width": rounded(width), "height": rounded(height)}
    yield "rect", {"class": f"line {mark.role}", **place}, None


def _point(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    kind = "ring" if options["hollow"] else "ink"
    place = {"cx": frame.px(at["x"]), "cy": frame.py(at["y"])}
    if not frame.holds(place["cx"], place["cy"]):
        return
    yield "circle", {"class": f"{kind} {mark.role}", **place, "r": options["radius"]}, None
    if "drag" in options:
        yield "circle", {"class": "grip", **place, "r": 18}, None


def _rectangle(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    x1, x2 = sorted((frame.px(at["x1"]), frame.px(at["x2"])))
    y1, y2 = sorted((frame.py(at["y1"]), frame.py(at["y2"])))
    kind = f"ink {mark.role} area" + (" hollow" if options["hollow"] else "")
    size = {"width": rounded(x2 - x1), "height": rounded(y2 - y1)}
    yield "rect", {"class": kind, "x": x1, "y": y1, **size}, None


def _label(
    mark: Mark, frame: Frame, at: Mapping[str, float], options: Mapping[str, Any]
) -> Iterator[Primitive]:
    dx, dy = options["shift"]
    x, y = frame.px(at["x"]), frame.py(at["y"])
    if not frame.holds(x, y):
        return
    place = {"x": rounded(x + dx), "y": rounded(y + dy)}
    words = frame.demo.say(options["text"], frame.numbers)
    if "box" in at:
        width = rounded(SIGN_WIDTH * len(texts.plain(words)) + 16)
        kind = f"ink {mark.role} box" + (" strong" if at["box"] else "")
        left = rounded(place["x"] - width / 2)
        corner = {"x": left, "y": rounded(place["y"] - 18), "rx": 7}
        yield "rect", {"class": kind, **corner, "width": width, "height": 26}, None
    yield (
        "text",
        {"class": f"sign ink {mark.role}", **place, "text-anchor": options["anchor"]},
        words,
    )


_DRAW = {
    "segment": _segment,
    "arrow": _segment,
    "line": _line,
    "box": _box,
    "rectangle": _rectangle,
    "point": _point,
    "label": _label,
}
