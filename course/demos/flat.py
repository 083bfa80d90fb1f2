"""The flat function, a demo of chapter 5: e^(−1/x²), which its Taylor series does not see.

Words are in ``higher_derivatives_strings.py``.
"""

from __future__ import annotations

from math import comb, factorial
from typing import Any

from . import higher_derivatives_strings as words
from .expression import entry, exp, floor, function, pick, variable, where
from .marks import Panel, curve, label, point, segment
from .model import Demo, Prediction, Preset, Slider, log_steps, steps
from .stage import staged
from .text import by, choose

x, n, t, s, order = (variable(name) for name in ("x", "n", "t", "s", "order"))
revealed = variable("revealed")
#: Highest order.
HIGHEST = 6


def factors(last: int) -> list[list[int]]:
    """Return the coefficients of the polynomials Pₙ with f⁽ⁿ⁾(x) = Pₙ(1/x) e^(−1/x²), n ≤ `last`.

    By the closed form with Lah numbers and Hermite polynomials: Pₙ(t) = Σₖ (−1)ⁿ⁺ᵏ L(n, k) tⁿ⁺ᵏ Hₖ(t).
    """
    found = [[1]]
    for n in range(1, last + 1):
        row = [0] * (3 * n + 1)
        for k in range(1, n + 1):
            lah = comb(n - 1, k - 1) * factorial(n) // factorial(k)
            for m in range(k // 2 + 1):
                hermite = factorial(k) // (factorial(m) * factorial(k - 2 * m)) * 2 ** (k - 2 * m)
                row[n + 2 * k - 2 * m] += (-1) ** (n + k + m) * lah * hermite
        found.append(row)
    return found


#: The supremum of |f⁽ⁿ⁾| for f = e^(−1/x²), n = 0, 1, …, to three digits: heights to draw them with.
HEIGHTS = (1.0, 0.82, 2.98, 21.0, 239.0, 5250.0, 142000.0)


@staged
def the_flat_function() -> Demo:
    """Show e^(−1/x²), its Taylor polynomial, and the two factors of its n-th derivative."""
    flat, nth, factor, power = (function(name) for name in ("f", "nth", "factor", "power"))
    compare = pick("example", {"look": 0, "high": 0, "race": 0, "power": 1})
    table = factors(HIGHEST)
    width = 3 * HIGHEST + 1
    columns = [[row[j] if j < len(row) else 0 for row in table] for j in range(width)]
    polynomial: Any = 0
    for j in reversed(range(width)):
        polynomial = polynomial * t + (f"p{j}" if any(columns[j]) else 0)
    curve_of: dict[str, Any] = {"variable": "s", "density": 1}
    return Demo(
        title=words.FLAT_TITLE,
        choice="example",
        presets={
            "look": Preset(words.FLAT_PRESETS["look"], {"n": 2, "x": 0.4}),
            "high": Preset(words.FLAT_PRESETS["high"], {"n": 6, "x": 0.7}),
            "race": Preset(words.FLAT_PRESETS["race"], {"n": 3, "x": 0.5}),
            "power": Preset(words.FLAT_PRESETS["power"], {"n": 6, "x": 0.9}),
        },
        controls=[
            Slider("n", steps(0, HIGHEST, 1), words.FLAT_N, "*n* = {n:.0f}", (0, 2, 4, 6)),
            Slider("x", log_steps(0.1, 2), words.FLAT_X, "*x* = {x:.2g}", (0.1, 1)),
        ],
        functions={
            "f": ("x", where(abs(x) < 0.03, 0, exp(-1 / x**2))),
            "factor": ("t", polynomial),
            "nth": ("x", where(abs(x) < 0.03, 0, factor(1 / x) * exp(-1 / x**2))),
            "power": ("x", x ** variable("order")),
        },
        quantities={
            "order": floor(n + 0.5),
            **{f"p{j}": entry(column, order) for j, column in enumerate(columns) if any(column)},
            "tall": entry(HEIGHTS, order),
            "here": flat(x),
            "first": factor(1 / x),
            "grown": abs(variable("first")),
            "product": nth(x),
            "ratio": variable("here") / power(x),
        },
        beside=True,
        panels=[
            Panel(
                x=(-3, 3),
                y=(-1.1, 1.1),
                names=("*x*", "*f*,  *T*ₙ"),
                height=250,
                marks=[
                    label("?", 1.5, 0.3, "approximation", when=~revealed),
                    curve(
                        nth("s") / variable("tall"),
                        "derivative",
                        when=revealed & ~compare,
                        **curve_of,
                    ),
                    curve(flat(s), **curve_of),
                    segment(-3, 0, 3, 0, "approximation", when=revealed),
                    point(x, flat(x), drag=("x", "pointer")),
                ],
            ),
            Panel(
                x=(0.1, 2),
                y=(1e-48, 1e24),
                log=(True, True),
                names=("*x*", ""),
                height=250,
                marks=[
                    label("?", 0.4, 1e-9, "derivative", when=~revealed),
                    curve(flat(s), when=revealed, **curve_of),
                    curve(abs(factor(1 / s)), "neutral", when=revealed & ~compare, **curve_of),
                    curve(abs(nth(s)), "derivative", when=revealed & ~compare, **curve_of),
                    curve(power(s), "neutral", when=revealed & compare, **curve_of),
                    point(x, variable("here"), when=revealed),
                    point(x, variable("grown"), "neutral", radius=4, when=revealed & ~compare),
                    point(x, abs(variable("product")), "derivative", when=revealed & ~compare),
                    point(x, power(x), "neutral", radius=4, when=revealed & compare),
                    label("*f*", 0.13, flat(0.13), shift=(16, 8), when=revealed),
                    label(
                        "|*P*ₙ(1/*x*)|",
                        0.2,
                        abs(factor(5)),
                        "neutral",
                        shift=(30, -10),
                        when=revealed & ~compare,
                    ),
                    label(
                        "|*f*⁽ⁿ⁾|",
                        0.18,
                        abs(nth(0.18)),
                        "derivative",
                        shift=(-5, -3),
                        anchor="end",
                        when=revealed & ~compare & (variable("order") > 0),
                    ),
                    label(
                        "*xⁿ*", 0.2, power(0.2), "neutral", shift=(0, -10), when=revealed & compare
                    ),
                ],
            ),
        ],
        sentence=[
            words.FLAT_SENTENCE,
            choose(
                revealed,
                [
                    words.FLAT_TAYLOR,
                    choose(
                        compare,
                        words.FLAT_POWER,
                        choose(order > 0, words.FLAT_FACTORS),
                    ),
                ],
                words.FLAT_ASKED,
            ),
        ],
        prediction=Prediction(
            by("example", words.FLAT_QUESTIONS),
            by("example", words.FLAT_CHOICES),
            pick("example", {"look": 0, "high": 1, "race": 0, "power": 1}),
            by("example", words.FLAT_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.FLAT_ANSWERS),
    )
