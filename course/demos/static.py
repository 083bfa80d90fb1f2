"""A demo on paper: an SVG with its sentence, for pages without a kernel, GitHub, feedback and print.

Drawn by Python from the same data as the live picture.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from course import style

from . import strings
from . import text as texts
from .expression import Environment
from .model import Demo
from .scene import Frame, Primitive, axes, draw, layout

#: Width of the static picture in CSS pixels.
WIDTH = 800


@cache
def style_sheet() -> str:
    """Return the style sheet of the stage: colours by role, then the layout."""
    sheet = (Path(__file__).parent / "stage.css").read_text(encoding="utf-8")
    sheet = sheet.replace("UI_FONT", style.UI_FONT).replace("MATH_FONT", style.MATH_FONT)
    return style.css(".course-stage") + "\n" + sheet


def rich(marked: str, tag: str = "i", strong: str = "b") -> str:
    """Return marked words as HTML (or, with other tags, as SVG)."""
    written = []
    for kind, words in texts.pieces(marked):
        if kind == "math":
            written.append(f'<{tag} class="math">{escape(words)}</{tag}>')
        elif kind:
            inner = rich(words, tag, strong)
            written.append(f'<{strong} class="ink {kind}">{inner}</{strong}>')
        else:
            written.append(escape(words))
    return "".join(written)


def _element(primitive: Primitive) -> str:
    tag, attributes, words = primitive
    written = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    inner = rich(words, "tspan", "tspan") if words else ""
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _panel(frame: Frame) -> str:
    behind = "".join(_element(primitive) for primitive in axes(frame))
    layers = {True: "", False: ""}
    for mark in frame.panel.marks:
        for primitive in draw(mark, frame):
            if primitive[1]["class"] != "grip":
                layers[mark.kind in ("point", "label")] += _element(primitive)
    place = f'transform="translate({frame.x:g} {frame.y:g})"'
    box = f'x="{frame.x:g}" y="{frame.y:g}" width="{frame.width:g}" height="{frame.height:g}"'
    return f"<g {place}>{behind}</g><svg {box}>{layers[False]}</svg><g {place}>{layers[True]}</g>"


def svg(demo: Demo, numbers: Environment, width: float = WIDTH) -> str:
    """Return the picture at `numbers` as SVG, with title and description.

    Parameters
    ----------
    demo : Demo
        The demo.
    numbers : dict
        From :meth:`Demo.compute`.
    width : float
        Width in CSS pixels.
    """
    frames, height = layout(demo, numbers, width)
    title = escape(texts.plain(demo.title))
    sentence = escape(demo.describe(numbers))
    panels = "".join(_panel(frame) for frame in frames)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{sentence}" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
        f"<title>{title}</title><desc>{sentence}</desc>{panels}</svg>"
    )


def _table(demo: Demo, numbers: Environment) -> str:
    if demo.table is None:
        return ""
    head = "".join(f'<th scope="col">{rich(column)}</th>' for column in demo.table.columns)
    body = ""
    for first, *others in demo.table.rows:
        cells = "".join(f"<td>{rich(demo.say(text, numbers))}</td>" for text in others)
        body += f'<tr><th scope="row">{rich(demo.say(first, numbers))}</th>{cells}</tr>'
    caption = rich(demo.say(demo.table.caption, numbers))
    return (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def html(demo: Demo, state: Environment) -> str:
    """Return the whole static form: title, question, picture, table, sentence and what changed."""
    numbers = demo.compute({**state, "revealed": 1})
    width = WIDTH if demo.table is None else 560
    return (
        f'<style>{style_sheet()}</style><figure class="course-stage">'
        f'<div class="title" role="heading" aria-level="3">{rich(demo.title)}</div>'
        f"<p>{strings.EXAMPLE}: {rich(demo.presets[numbers[demo.choice]].label)}</p>"
        f'<p class="prediction"><span class="badge">{strings.PREDICT}</span> '
        f"{rich(demo.say(demo.prediction.question, numbers))}</p>"
        f'<div class="figure"><div class="drawing">{svg(demo, numbers, width)}</div>'
        f"{_table(demo, numbers)}</div>"
        f"<figcaption>{rich(demo.say(demo.sentence, numbers))}</figcaption>"
        f'<p class="prediction">{rich(demo.say(demo.prediction.because, numbers))}</p></figure>'
    )


def plain(demo: Demo, state: Environment) -> str:
    """Return the demo as lines of text, for a terminal."""
    numbers = demo.compute({**state, "revealed": 1})
    return f"{texts.plain(demo.title)}\n{demo.describe(numbers)}"
