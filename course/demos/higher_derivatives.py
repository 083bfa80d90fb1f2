"""The demos of chapter 5: Taylor builder, the flat function, how many derivatives, Leibniz triangle.

Words are in ``higher_derivatives_strings.py``. Two demos have modules of their own.
"""

from __future__ import annotations

import math
from typing import Any

from . import higher_derivatives_strings as words
from .expansions import taylor_builder
from .expression import (
    UNDEFINED,
    Expression,
    entry,
    floor,
    pick,
    sign,
    smallest,
    variable,
    where,
)
from .flat import the_flat_function
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import by, choose

__all__ = ["how_many_derivatives", "leibniz_triangle", "taylor_builder", "the_flat_function"]

x, n, k, p = (variable(name) for name in ("x", "n", "k", "p"))
revealed = variable("revealed")
#: The step of the quotients that are told.
STEP = 0.01
#: Last row of the triangle.
ROWS = 6


@staged
def how_many_derivatives() -> Demo:
    """Differentiate x|x|ᵖ twice, and see where a derivative is not differentiable again."""
    line, smooth = p <= 0, p >= 2
    first, second = (p + 1) * abs(x) ** p, p * (p + 1) * sign(x) * abs(x) ** (p - 1)
    gone = (p <= 1) & ~line  # f″(0) does not exist
    corner = (p >= 1) & (p <= 1)

    def panel(name: str, y: Expression, role: str, height: float, *marks: Mark) -> Panel:
        shown = revealed if role != "function" else None
        asked = [label("?", 0.75, height / 2, role, when=~revealed)] if role != "function" else []
        return Panel(
            x=(-1.5, 1.5),
            y=(-height, height),
            names=("*x*", name),
            height=190,
            marks=[*asked, curve(y, role, density=2, when=shown), *marks],
        )

    return Demo(
        title=words.POWER_TITLE,
        choice="example",
        presets={
            key: Preset(words.POWER_PRESETS[key], {"p": value})
            for key, value in (
                ("one", 1),
                ("half", 0.5),
                ("cube", 2),
                ("between", 1.5),
                ("nearly", 1.9),
            )
        },
        controls=[
            Slider("p", steps(0, 2, 0.05), words.POWER_P, "*p* = {p:.2f}", (0, 0.5, 1, 1.5, 2))
        ],
        functions={},
        quantities={
            "steep": (p + 1) * STEP ** (p - 1),
            "steeper": p * (p + 1) * STEP ** (p - 2),
        },
        beside=True,
        panels=[
            panel("*f*", x * abs(x) ** p, "function", 3, point(0, 0, radius=3.5)),
            panel(
                "*f*′",
                first,
                "derivative",
                5,
                point(0, 0, "error", hollow=True, radius=8, when=revealed & gone),
                point(0, where(line, 1, 0), "derivative", radius=3.5, when=revealed),
            ),
            panel(
                "*f*″",
                where(line, 0, where(gone & (abs(x) <= 0), UNDEFINED, second)),
                "second",
                10,
                point(0, 2, "error", hollow=True, when=revealed & corner),
                point(0, -2, "error", hollow=True, when=revealed & corner),
                point(
                    0,
                    0,
                    "error",
                    hollow=True,
                    radius=8,
                    when=revealed & ~gone & ~line & ~smooth,
                ),
                point(0, 0, "second", radius=3.5, when=revealed & ~gone),
            ),
        ],
        sentence=[
            words.POWER_SENTENCE,
            choose(
                revealed,
                choose(
                    line,
                    words.POWER_LINE,
                    choose(
                        smooth,
                        words.POWER_SMOOTH,
                        choose(
                            corner,
                            words.POWER_CORNER,
                            choose(p < 1, words.POWER_ONE_STEEP, words.POWER_TWO_STEEP),
                        ),
                    ),
                ),
                words.POWER_ASKED,
            ),
        ],
        prediction=Prediction(
            by("example", words.POWER_QUESTIONS),
            words.POWER_CHOICES,
            pick("example", {"one": 1, "half": 1, "cube": 3, "between": 2, "nearly": 2}),
            by("example", words.POWER_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.POWER_ANSWERS),
    )


def product(order: int, j: int) -> str:
    """Return f⁽ⁿ⁻ʲ⁾ g⁽ʲ⁾, written with primes and a thin space that does not break."""
    return words.derivative("f", order - j) + "\u202f" + words.derivative("g", j)


def expansion(order: int) -> str:
    """Return the general Leibniz rule of an order, written out."""
    terms = []
    for j in range(order + 1):
        count = math.comb(order, j)
        terms.append(product(order, j) if count == 1 else f"{count}{product(order, j)}")
    left = f"(*fg*){words.derivative('f', order).removeprefix('*f*')}"
    return words.TRIANGLE_FORMULA.format(left=left, terms=" +~".join(terms))


def alternating(order: int) -> str:
    """Return Σ (−1)ʲ C(n, j), written out with its value."""
    terms = [f"{'−' if j % 2 else '+'}~{math.comb(order, j)}" for j in range(order + 1)]
    return " ".join(terms).removeprefix("+~") + " = 0."


@staged
def leibniz_triangle() -> Demo:
    """Build Pascal's triangle row by row: each term of (fg)⁽ⁿ⁾ becomes two when it is differentiated."""
    row, term = variable("row"), variable("term")
    reach = 3.6

    def place(r: Expression | float, j: Expression | float) -> tuple[Any, Any]:
        return j - r / 2, -r

    def binomial(j: int) -> Expression:
        return entry([math.comb(r, j) for r in range(ROWS + 1)], row)

    def parent(shift: int, when: Expression) -> Mark:
        # From the number above to the one below, without touching either.
        across, start = shift - 0.5, term - row / 2
        ends = (start - across * 0.7, -row + 0.7, start - across * 0.36, -row + 0.36)
        return segment(*ends, "approximation", when=when & revealed)

    marks = [parent(1, term > 0), parent(0, term < row)]
    for r in range(ROWS):
        for j in range(r + 1):
            marks.append(label(f"{math.comb(r, j)}", *place(r, j), "neutral", when=row > r))
    for j in range(ROWS + 1):
        at, there = place(row, j), row >= j
        dead = (variable("lost") > j) & revealed
        chosen = (term >= j) & (term <= j)
        sign_of = pick("factors", {"third": 0, "sixth": 0, "line": 0, "inverse": j % 2})
        shown = f"{{b{j}:.0f}}"
        text = choose(revealed, choose(sign_of, f"−{shown}", shown), "?")
        marks.append(label(text, *at, "function", box=chosen & revealed, when=there & ~dead))
        marks.append(label("0", *at, "neutral", when=there & dead))
        products = {r: product(r, j) for r in range(max(j, 1), ROWS + 1)}
        # Where the row is crowded every second product stands lower.
        below = at[0], at[1] - (row > 4) * (0.35 * (j % 2))
        name = by("row", products)
        marks.append(label(name, *below, "function", shift=(0, 25), when=there & ~dead))
    return Demo(
        title=words.TRIANGLE_TITLE,
        choice="factors",
        presets={
            key: Preset(words.TRIANGLE_PRESETS[key], {"n": order, "k": index})
            for key, order, index in (
                ("third", 3, 1),
                ("sixth", 6, 3),
                ("line", 4, 3),
                ("inverse", 4, 2),
            )
        },
        controls=[
            Slider("n", steps(1, ROWS, 1), words.TRIANGLE_N, "*n* = {n:.0f}", (1, 2, 4, 6)),
            Slider("k", steps(0, ROWS, 1), words.TRIANGLE_K, "*k* = {k:.0f}", (0, 2, 4, 6)),
        ],
        functions={},
        quantities={
            "row": floor(n + 0.5),
            "term": smallest(floor(k + 0.5), row),
            # How many terms vanish, from the left.
            "lost": pick("factors", {"third": 0, "sixth": 0, "line": row - 1, "inverse": 0}),
            **{f"b{j}": binomial(j) for j in range(ROWS + 1)},
            "coefficient": sum(
                (where((term >= j) & (term <= j), f"b{j}", 0) for j in range(ROWS + 1)),
                start=variable("b0") * 0,
            ),
            # C(n − 1, k − 1) = C(n, k) · k/n
            "from_g": variable("coefficient") * term / row,
            "from_f": variable("coefficient") * (row - term) / row,
        },
        panels=[
            Panel(
                x=(-reach, reach),
                y=(-ROWS - 1.1, 0.5),
                names=("", ""),
                height=340,
                axes=False,
                grid=False,
                marks=marks,
            )
        ],
        sentence=choose(
            revealed,
            [
                by("row", {r: expansion(r) for r in range(1, ROWS + 1)}),
                words.TRIANGLE_TERM,
                choose((term > 0) & (term < row), words.TRIANGLE_SUM, words.TRIANGLE_END),
                by(
                    "factors",
                    {
                        "line": [words.TRIANGLE_LINE, by("row", words.TRIANGLE_LINE_LEFT)],
                        "inverse": [
                            words.TRIANGLE_INVERSE,
                            by("row", {r: alternating(r) for r in range(1, ROWS + 1)}),
                        ],
                    },
                ),
            ],
            words.TRIANGLE_ASKED,
        ),
        prediction=Prediction(
            by("factors", words.TRIANGLE_QUESTIONS),
            by("factors", words.TRIANGLE_CHOICES),
            pick("factors", {"third": 2, "sixth": 2, "line": 1, "inverse": 0}),
            by("factors", words.TRIANGLE_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("factors", words.TRIANGLE_ANSWERS),
    )
