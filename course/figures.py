"""The chapters' fixed figures, drawn with Matplotlib in the course's one style.

A figure is shown as SVG inside the page, so that its colours follow the page's theme and its text is
set in the reader's fonts. Its sentence is its caption and its alternative text.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from html import escape
from io import StringIO
from typing import TYPE_CHECKING, Any

import numpy as np

from .differences import forward_difference
from .functions import Sigmoid
from .strings import FIGURES
from .style import AXIS, GRID, INK, PAPER, ROLES, css
from .weierstrass import Weierstrass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes

#: Colours that Matplotlib draws with, and the CSS variables that stand for them in the page.
_VARIABLES = {role.light: f"var(--role-{name})" for name, role in ROLES.items()} | {
    PAPER["light"]: "var(--paper)",
    INK["light"]: "var(--ink)",
    AXIS["light"]: "var(--axis)",
    GRID["light"]: "var(--grid)",
}


class Picture:
    """A finished figure: an SVG drawing and the sentence that describes it."""

    def __init__(self, svg: str, sentence: str) -> None:
        self.svg, self.sentence = svg, sentence

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        words = escape(self.sentence)
        drawing = self.svg.replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)
        html = (
            f'<figure class="course-figure"><style>{css(".course-figure")}'
            ".course-figure{margin:.5em 0;max-width:40em;color:var(--ink)}"
            ".course-figure svg{width:100%;height:auto}</style>"
            f"{drawing}<figcaption>{words}</figcaption></figure>"
        )
        return {"text/html": html, "text/plain": self.sentence}


@contextmanager
def _axes(pictures: list[str], columns: int = 1, height: float = 2.6) -> Iterator[Any]:
    """Yield Matplotlib axes in the course's style; leave the drawing's SVG in ``pictures``."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    settings: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": "course",
        "font.family": "serif",
        "font.size": 11,
        "axes.edgecolor": AXIS["light"],
        "axes.labelcolor": INK["light"],
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.color": INK["light"],
        "ytick.color": INK["light"],
        "text.color": INK["light"],
    }
    with rc_context(settings):
        figure = Figure(figsize=(5.6, height), layout="constrained")
        figure.patch.set_alpha(0)
        axes = figure.subplots(1, columns)
        for one in np.atleast_1d(axes):
            one.patch.set_alpha(0)
        yield axes
        stream = StringIO()
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    svg = stream.getvalue()
    svg = svg[svg.index("<svg") :]
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, variable)
    pictures.append(svg.replace("font: 11px 'serif'", "font-size:11px"))


def _figure(draw: Callable[[list[str]], None]) -> Callable[[], Picture]:
    """Turn a drawing function into one that returns a :class:`Picture`."""

    def show() -> Picture:
        pictures: list[str] = []
        draw(pictures)
        return Picture(pictures[0], FIGURES[draw.__name__])

    show.__name__ = draw.__name__
    show.__doc__ = draw.__doc__
    return show


def _line(axes: Axes, x: Any, y: Any, role: str, **options: Any) -> None:
    """Draw a line in the style of a role."""
    style = ROLES[role]
    dashes = (0, tuple(length / style.width for length in style.dash)) if style.dash else "solid"
    defaults: dict[str, Any] = {
        "color": style.light,
        "linewidth": style.width * 0.8,
        "linestyle": dashes,
    }
    axes.plot(x, y, **(defaults | options))


def _points(axes: Axes, x: Any, y: Any, role: str = "function", *, hollow: bool = False) -> None:
    """Mark points in the colour of a role; a hollow one does not belong to the graph."""
    colour = ROLES[role].light
    face = PAPER["light"] if hollow else colour
    axes.plot(x, y, "o", color=colour, markerfacecolor=face, markersize=5.5, zorder=5)


def _trip(t: Any) -> Any:
    """Return the position on the trip of the first two figures (t from 0 to 5)."""
    return 3 * np.sin(0.9 * t) + 0.25 * t


@_figure
def position_and_time(pictures: list[str]) -> None:
    """Chapter 1: a position–time graph with a turn and a crossing of 0."""
    t = np.linspace(0, 5, 200)
    with _axes(pictures) as axes:
        axes.axhline(0, color=AXIS["light"], linewidth=0.8)
        _line(axes, t, _trip(t), "function")
        axes.set_xlabel("$t$")
        axes.set_ylabel("$f(t)$")


@_figure
def chord(pictures: list[str]) -> None:
    """Chapter 1: a chord, its rise and its run."""
    t = np.linspace(0, 5, 200)
    ends = np.array([0.5, 2.0])
    with _axes(pictures) as axes:
        _line(axes, t, _trip(t), "function")
        _line(axes, ends, _trip(ends), "approximation")
        low, high = _trip(ends)
        _line(axes, [ends[0], ends[1], ends[1]], [low, low, high], "neutral")
        _points(axes, ends, _trip(ends))
        axes.set_xticks(ends, ["$t_1$", "$t_2$"])
        axes.set_yticks(_trip(ends), ["$f(t_1)$", "$f(t_2)$"])


@_figure
def chords_to_tangent(pictures: list[str]) -> None:
    """Chapter 1: chords from both sides, and the line to which they turn."""

    def f(x: Any) -> Any:
        return x**2 / 2

    x0, x = 1.0, np.linspace(-1, 3, 200)
    with _axes(pictures, height=3.0) as axes:
        _line(axes, x, f(x), "function")
        for h in (1.6, 0.8, -1.6, -0.8):
            slope = (f(x0 + h) - f(x0)) / h
            _line(axes, x, f(x0) + slope * (x - x0), "approximation", linewidth=1)
            _points(axes, x0 + h, f(x0 + h))
        _line(axes, x, f(x0) + x0 * (x - x0), "derivative")
        _points(axes, x0, f(x0))
        axes.set_xticks([x0], ["$x_0$"])
        axes.set_yticks([])
        axes.set_ylim(-1.2, 4.2)


@_figure
def absolute_value(pictures: list[str]) -> None:
    """Chapter 1: the absolute value with its two one-sided lines at 0."""
    x = np.linspace(-2, 2, 201)
    with _axes(pictures, height=2.8) as axes:
        _line(axes, x, np.abs(x), "function")
        _line(axes, x[x <= 0], x[x <= 0], "approximation", linestyle=(0, (1, 2)))
        _line(axes, x[x >= 0], -x[x >= 0], "approximation", linestyle=(0, (1, 2)))
        _points(axes, 0, 0)
        axes.set_aspect("equal")
        axes.set_xticks([-2, -1, 0, 1, 2])
        axes.set_yticks([-2, -1, 0, 1, 2])


@_figure
def weierstrass(pictures: list[str]) -> None:
    """Chapter 2: a partial sum of Weierstrass's function, whole and enlarged."""
    left, right = 0.18, 0.28
    with _axes(pictures, columns=2) as (whole, part):
        for axes, x in ((whole, np.linspace(-1, 1, 1001)), (part, np.linspace(left, right, 1001))):
            _line(axes, x, Weierstrass(0.5, 13, 5)(x), "function", linewidth=0.7)
        low, high = part.get_ylim()
        corners = [left, right, right, left, left], [low, low, high, high, low]
        _line(whole, *corners, "error", linestyle="solid", linewidth=1.2)


def _pair(pictures: list[str], x: Any, value: Any, derivative: Any) -> None:
    """Draw a function and its derivative into one picture."""
    with _axes(pictures) as axes:
        axes.axhline(0, color=AXIS["light"], linewidth=0.8)
        _line(axes, x, value, "function")
        _line(axes, x, derivative, "derivative")
        axes.set_xlabel("$x$")


@_figure
def sigmoid(pictures: list[str]) -> None:
    """Chapter 4: σ and σ′."""
    x = np.linspace(-7, 7, 281)
    _pair(pictures, x, Sigmoid()(x), Sigmoid().prime(x))


@_figure
def relu(pictures: list[str]) -> None:
    """Chapter 4: ReLU and its derivative, which has no value at 0."""
    with _axes(pictures) as axes:
        _line(axes, [-2, 0, 2], [0, 0, 2], "function")
        _line(axes, [-2, 0], [0, 0], "derivative")
        _line(axes, [0, 2], [1, 1], "derivative")
        _points(axes, [0, 0], [0, 1], "derivative", hollow=True)
        axes.set_xlabel("$x$")


@_figure
def composition(pictures: list[str]) -> None:
    """Chapter 6: a chain of three functions, its derivative collected forwards and backwards."""
    slopes = ["f₁′(x₀)", "f₂′(x₁)", "f₃′(x₂)"]
    last, chain, collected = len(slopes), 0.12, 0.34
    with _axes(pictures, columns=2, height=3.0) as both:
        for axes, forwards in zip(both, (True, False), strict=True):
            axes.set_axis_off()
            axes.set_xlim(0, 1)
            axes.set_ylim(-last - 0.3, 0.3)
            for k in range(last + 1):
                factors = slopes[:k] if forwards else slopes[k:]
                product = " ".join(reversed(factors)) or "1"
                _sign(axes, chain, -k, f"x{'₀₁₂₃'[k]}", "function", ha="center")
                _sign(axes, collected, -k, product, "derivative")
            for k in range(1, last + 1):
                _sign(axes, chain - 0.03, 0.5 - k, f"f{'₀₁₂₃'[k]}", "function", ha="right")
                _arrow(axes, chain, 0.8 - k, 0.2 - k, "function")
                start, end = (0.8, 0.2) if forwards else (0.2, 0.8)
                _arrow(axes, collected + 0.03, start - k, end - k, "derivative")


def _sign(axes: Axes, x: float, y: float, sign: str, role: str, **options: Any) -> None:
    """Write a sign; not as mathtext, whose primes come from a font that the page does not have."""
    axes.text(x, y, sign, color=ROLES[role].light, style="italic", va="center", **options)


def _arrow(axes: Axes, x: float, start: float, end: float, role: str) -> None:
    """Draw a vertical arrow in the colour of a role."""
    style = {"arrowstyle": "-|>", "color": ROLES[role].light, "linewidth": 1.4}
    axes.annotate("", xy=(x, end), xytext=(x, start), arrowprops=style)


@_figure
def forward_differences(pictures: list[str]) -> None:
    """Chapter 7: forward differences of sin for three steps, and cos, which they approach."""
    x = np.linspace(0, 2 * np.pi, 200)
    with _axes(pictures) as axes:
        axes.axhline(0, color=AXIS["light"], linewidth=0.8)
        _line(axes, x, np.sin(x), "function", linewidth=1.4)
        _line(axes, x, np.cos(x), "derivative", linewidth=3)
        for h, width, place in ((3.0, 0.9, 4.1), (1.0, 1.4, 4.6), (0.1, 2.0, 0.95)):
            _line(axes, x, forward_difference(np.sin, x, h), "approximation", linewidth=width)
            value = float(forward_difference(np.sin, place, h))
            axes.annotate(
                f"$h={h:g}$",
                (place, value),
                xytext=(-44, 14) if h > 1 else (12, -20) if h == 1 else (-52, -24),
                textcoords="offset points",
                arrowprops={"arrowstyle": "-", "color": AXIS["light"]},
            )
        axes.set_xticks([0, np.pi, 2 * np.pi], ["0", "π", "2π"])
        axes.set_xlabel("$x$")
