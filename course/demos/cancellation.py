"""Lost digits, a demo of chapter 7: what subtraction leaves of two numbers that agree.

Every number shown is computed by Python in double precision. Words are in
``numerical_differentiation_strings.py``.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, NamedTuple

from . import numerical_differentiation_strings as words
from .expression import Expression, entry, floor, pick, variable, where
from .marks import Mark, Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import Text, by, choose

revealed, n, exponent = (variable(name) for name in ("revealed", "n", "exponent"))
#: The steps are 10⁻¹ to 10⁻¹⁷.
LAST = 17
#: cos 1, as many decimals as a double has.
TRUE = "0.5403023058681397"
#: What is added to sin, and how many decimals such values have in double precision.
LIFTS = {"lost": (0.0, 16), "gone": (0.0, 16), "coarse": (0.0, 16), "lifted": (1000.0, 13)}

LIFTED = pick("example", {name: int(lift > 0) for name, (lift, _) in LIFTS.items()})


class Row(NamedTuple):
    """What the computer has for one step, as decimals.

    Attributes
    ----------
    high, low, difference, quotient : str
        f(1 + h), f(1), their difference and its quotient by h.
    kept : int
        Digits left in the difference.
    right : int
        Decimals of the quotient that agree with the derivative.
    error : float
        Its absolute error.
    """

    high: str
    low: str
    difference: str
    quotient: str
    kept: int
    right: int
    error: float


def prefix(a: str, b: str) -> int:
    """Return how many signs two strings have in common at their beginning."""
    return next(
        (k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def row(lift: float, decimals: int, k: int) -> Row:
    """Return what the computer has for f = `lift` + sin at 1 and the step 10⁻ᵏ."""
    h = float(f"1e-{k}")
    high, low = lift + math.sin(1 + h), lift + math.sin(1)
    quotient = (high - low) / h
    difference = f"{high - low:.{decimals}f}"
    written = f"{quotient:.16f}"
    return Row(
        high=f"{high:.{decimals}f}",
        low=f"{low:.{decimals}f}",
        difference=difference,
        quotient=written,
        kept=len(difference.replace(".", "").lstrip("0")),
        right=max(0, prefix(written, TRUE) - 2),
        error=float(abs(Decimal(quotient) - Decimal(TRUE))),
    )


def rows(preset: str) -> list[Row]:
    """Return the rows of a preset for the steps 10⁻¹, 10⁻², …, 10⁻¹⁷."""
    return [row(*LIFTS[preset], k) for k in range(1, LAST + 1)]


def split(first: str, rest: str, role: str, bar: str = "|") -> str:
    """Return digits in two parts: those that count in the colour of `role`, then the grey ones."""
    parts = [f"[{first}]({role})" if first else "", bar if first and rest else ""]
    return "".join([*parts, f"[{rest}](neutral)" if rest else ""])


def _cancelled(found: Row, value: str) -> str:
    """Return a value with the digits grey that cancel."""
    same = prefix(found.high, found.low)
    return "".join(
        [
            f"[{value[:same]}](neutral)",
            "|" if same < len(value) else "",
            f"[{value[same:]}](function)" if same < len(value) else "",
        ]
    )


def _difference(found: Row) -> str:
    zeros = len(found.difference) - found.kept if found.kept else len(found.difference)
    if zeros == 1:  # the point stands among the digits
        zeros = 0
    lead, digits = found.difference[:zeros], found.difference[zeros:]
    return "".join(
        [
            f"[{lead}](neutral)" if lead else "",
            "|" if lead and digits else "",
            f"[{digits}](function)" if digits else "",
        ]
    )


def _quotient(found: Row) -> str:
    right = found.right + 2 if found.right else 0
    return split(found.quotient[:right], found.quotient[right:], "approximation")


def _digits(write: Any) -> Text:
    """Return a text that depends on the preset and the step."""

    def told(name: str) -> Text:
        return by("exponent", {k + 1: write(found) for k, found in enumerate(rows(name))})

    return choose(LIFTED, told("lifted"), told("lost"))


def _samples(read: Any, k: Expression) -> Expression:
    """Return a sampled number of the preset at the step 10⁻ᵏ."""
    plain, lifted = (entry([read(found) for found in rows(p)], k - 1) for p in ("lost", "lifted"))
    return where(LIFTED, lifted, plain)


def _line(
    name: str, height: float, text: Text, role: str = "function", when: Any = None
) -> list[Mark]:
    return [
        label(name, 0.27, height, role, anchor="end", when=when),
        label(text, 0.3, height, "function", anchor="start", when=when),
    ]


@staged
def bits() -> Demo:
    """Show the digits of f(x + h) and f(x), those that cancel, and those that are left."""
    k, kept, right = variable("k"), variable("kept"), variable("right")
    return Demo(
        title=words.BITS_TITLE,
        choice="example",
        presets={
            name: Preset(words.BITS_PRESETS[name], {"n": start})
            for name, start in (("lost", 12), ("gone", 17), ("coarse", 2), ("lifted", 8))
        },
        controls=[
            Slider("n", steps(1, LAST, 1), words.BITS_N, "*n* = {exponent:.0f}", (1, 4, 8, 12, 16)),
        ],
        functions={},
        quantities={
            "exponent": floor(n + 0.5),
            "h": 10**-exponent,
            "kept": _samples(lambda found: found.kept, exponent),
            "right": _samples(lambda found: found.right, exponent),
            "error": _samples(lambda found: float(f"{found.error:.3g}"), exponent),
        },
        panels=[
            Panel(
                x=(0, 1),
                y=(0, 5.4),
                height=165,
                grid=False,
                marks=[
                    *_line(
                        "*f*(*x* + *h*) =",
                        4.7,
                        _digits(lambda r: _cancelled(r, r.high)),
                        when=revealed,
                    ),
                    *_line(
                        "*f*(*x*) =", 3.9, _digits(lambda r: _cancelled(r, r.low)), when=revealed
                    ),
                    *_line("*f*(*x* + *h*) =", 4.7, _digits(lambda r: r.high), when=~revealed),
                    *_line(
                        "*f*(*x*) =",
                        3.9,
                        choose(LIFTED, rows("lifted")[0].low, rows("lost")[0].low),
                        when=~revealed,
                    ),
                    segment(0.05, 3.5, 0.8, 3.5, "neutral"),
                    *_line("Δ*f* =", 2.7, _digits(_difference), when=revealed),
                    *_line("Δ*f* =", 2.7, "?", when=~revealed),
                    *_line("Δ*f*/*h* =", 1.5, _digits(_quotient), "approximation", when=revealed),
                    *_line("Δ*f*/*h* =", 1.5, "?", "approximation", when=~revealed),
                    *_line("*f′*(*x*) =", 0.5, f"[{TRUE}](derivative)", "derivative"),
                ],
            ),
            Panel(
                x=(0.5, LAST + 0.5),
                y=(0, 16.5),
                names=("*n*", "#"),
                height=150,
                marks=[
                    label("?", 8, 8, "approximation", when=~revealed),
                    curve(_samples(lambda r: r.kept, k), variable="k", density=1, when=revealed),
                    curve(
                        _samples(lambda r: r.right, k),
                        "left",
                        variable="k",
                        density=1,
                        when=revealed,
                    ),
                    segment(exponent, 0, exponent, 99, "neutral"),
                    point(exponent, kept, when=revealed, drag=("n", "pointer")),
                    point(exponent, right, "approximation", hollow=True, when=revealed),
                ],
            ),
        ],
        sentence=[
            by("example", words.BITS_FUNCTION),
            choose(
                revealed,
                [
                    choose(
                        kept > 1.5,
                        words.BITS_KEPT,
                        choose(kept > 0.5, words.BITS_KEPT_ONE, words.BITS_NOTHING),
                    ),
                    choose(kept > 0.5, _verdict(right)),
                ],
                words.BITS_START,
            ),
        ],
        prediction=Prediction(
            by("example", words.BITS_QUESTIONS),
            by("example", words.BITS_CHOICES),
            pick("example", {"lost": 2, "gone": 1, "coarse": 2, "lifted": 1}),
            by("example", words.BITS_BECAUSE),
            by("example", words.BITS_AGAINST),
        ),
        question=words.QUESTION,
        answer=by("example", words.BITS_ANSWERS),
    )


def _verdict(right: Expression) -> Text:
    """Return the words on the quotient: how many decimals are right, and what spoils the others."""
    truncation = math.sin(1) / 2 * variable("h")
    return [
        choose(
            right > 1.5,
            words.BITS_RIGHT,
            choose(right > 0.5, words.BITS_RIGHT_ONE, words.BITS_RIGHT_NONE),
        ),
        choose(
            variable("error") < 1.5 * truncation,
            words.BITS_TRUNCATED,
            words.BITS_ROUNDED,
        ),
    ]
