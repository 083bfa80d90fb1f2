"""The noisy sound, a demo of chapter 7: derivatives of samples.

The samples are those of :mod:`course.signals`. Every estimate is linear in the samples, so its error is
the error without noise plus the noise level times a noise; their mean squares are computed here. Words
are in ``numerical_differentiation_strings.py``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from course.signals import RATE, chord

from . import numerical_differentiation_strings as words
from .expression import Expression, entry, floor, function, pick, sqrt, variable, where
from .marks import Panel, curve, label
from .model import Demo, Prediction, Preset, Slider, steps
from .stage import staged
from .text import by, choose

revealed, noise, window = (variable(name) for name in ("revealed", "noise", "window"))
#: Samples shown, and the longest window to each side.
COUNT, LONGEST = 120, 8
#: Milliseconds between two samples.
STEP = 1000 / RATE
#: By preset: how the derivative is estimated.
SCHEMES = {
    "forward": "forward",
    "symmetric": "symmetric",
    "smoothed": "smoothed",
    "clean": "forward",
    "long": "symmetric",
}
Samples = NDArray[np.float64]


def data() -> tuple[Samples, Samples, Samples]:
    """Return sound, noise of size 1 and true slope per millisecond, `LONGEST` samples more on each side.

    They are rounded, as they are sent to the browser.
    """
    index = np.arange(-LONGEST, COUNT + LONGEST)
    value, slope = chord(index / RATE + 0.005)
    hiss = np.random.default_rng(7).standard_normal(index.size)
    return value.round(4), hiss.round(3), (slope / 1000).round(4)


def estimate(samples: Samples, scheme: str, m: int) -> Samples:
    """Return the derivative per millisecond, from samples with `LONGEST` more on each side."""

    def shifted(k: int) -> Samples:
        return samples[LONGEST + k : LONGEST + k + COUNT]

    if scheme == "forward":
        return (shifted(m) - shifted(0)) / (m * STEP)
    if scheme == "symmetric":
        return (shifted(m) - shifted(-m)) / (2 * m * STEP)
    weighted = sum((k * (shifted(k) - shifted(-k)) for k in range(1, m + 1)), np.zeros(COUNT))
    return weighted / (STEP * m * (m + 1) * (2 * m + 1) / 3)


def mean_squares(scheme: str) -> tuple[list[float], list[float], list[float]]:
    """Return, for windows 1 to 8, the mean squares of smearing and noise, and the mean of their product.

    All are shares of the true slope's mean square.
    """
    sound, hiss, slope = data()
    true = slope[LONGEST : LONGEST + COUNT]
    size = float(np.mean(true**2))
    smear = [estimate(sound, scheme, m) - true for m in range(1, LONGEST + 1)]
    loud = [estimate(hiss, scheme, m) for m in range(1, LONGEST + 1)]
    return (
        [float(np.mean(a * a)) / size for a in smear],
        [float(np.mean(b * b)) / size for b in loud],
        [float(np.mean(a * b)) / size for a, b in zip(smear, loud, strict=True)],
    )


def _formula(scheme: str) -> Expression:
    """Return the estimate at the index ``i`` as a formula, for the window ``m``."""
    y, i, m = function("y"), variable("i"), variable("m")
    if scheme == "forward":
        return (y(i + m) - y(i)) / (m * STEP)
    if scheme == "symmetric":
        return (y(i + m) - y(i - m)) / (2 * m * STEP)
    total: Any = y(i + 1) - y(i - 1)
    for k in range(2, LONGEST + 1):
        total = total + where(m >= k, k * (y(i + k) - y(i - k)), 0)
    return total / (STEP * m * (m + 1) * (2 * m + 1) / 3)


@staged
def noisy_signal() -> Demo:
    """Differentiate noisy samples of a sound in three ways, beside its true derivative."""
    sound, hiss, slope = (values.tolist() for values in data())
    t, m, y = variable("t"), variable("m"), function("y")
    size = float(np.sqrt(np.mean(np.square(sound[LONGEST : LONGEST + COUNT]))))
    squares = {scheme: mean_squares(scheme) for scheme in set(SCHEMES.values())}

    def sampled(which: int) -> Expression:
        cases = {p: entry(squares[scheme][which], m - 1) for p, scheme in SCHEMES.items()}
        return pick("example", cases)

    starts: dict[str, dict[str, float]] = {
        "forward": {"noise": 0.05, "window": 1},
        "symmetric": {"noise": 0.05, "window": 1},
        "smoothed": {"noise": 0.05, "window": 4},
        "clean": {"noise": 0, "window": 4},
        "long": {"noise": 0.05, "window": 8},
    }
    level = noise * size
    return Demo(
        title=words.NOISE_TITLE,
        choice="example",
        presets={name: Preset(words.NOISE_PRESETS[name], starts[name]) for name in SCHEMES},
        controls=[
            Slider(
                "noise",
                steps(0, 0.2, 0.01),
                words.NOISE_LEVEL,
                "*η* = {noise:.2f}",
                (0, 0.1, 0.2),
            ),
            Slider(
                "window",
                steps(1, LONGEST, 1),
                words.NOISE_WINDOW,
                "*m* = {m:.0f}",
                (1, 2, 4, 6, 8),
            ),
        ],
        functions={
            "y": ("i", entry(sound, "i") + level * entry(hiss, "i")),
            "estimate": ("i", pick("example", {p: _formula(s) for p, s in SCHEMES.items()})),
        },
        quantities={
            "m": floor(window + 0.5),
            "count": 2 * m + 1,
            "span": m * STEP,
            "share": 100 * noise,
            "smeared": sampled(0),
            "hissed": sampled(1) * level**2,
            "mixed": sampled(2) * level,
            "smear": 100 * sqrt(variable("smeared")),
            "hiss": 100 * sqrt(variable("hissed")),
            "lost": 100 * sqrt(variable("smeared") + 2 * variable("mixed") + variable("hissed")),
        },
        panels=[
            Panel(
                x=(0, (COUNT - 1) * STEP),
                y=(-1.35, 1.35),
                names=("*t*", "*y*"),
                height=150,
                marks=[curve(y(place_at(t)), variable="t", density=0.75)],
            ),
            Panel(
                x=(0, (COUNT - 1) * STEP),
                y=(-2.6, 2.6),
                names=("*t*", "*y′*"),
                height=210,
                marks=[
                    label("?", 7.5, 0.4, "approximation", when=~revealed),
                    curve(entry(slope, place_at(t)), "derivative", variable="t", density=0.75),
                    curve(
                        function("estimate")(place_at(t)),
                        "approximation",
                        variable="t",
                        density=0.75,
                        when=revealed,
                    ),
                ],
            ),
        ],
        sentence=[
            choose(noise > 0, words.NOISE_IN, words.NOISE_CLEAN),
            choose(revealed, [by("example", words.NOISE_STEP), words.NOISE_OUT]),
        ],
        prediction=Prediction(
            by("example", words.NOISE_QUESTIONS),
            by("example", words.NOISE_CHOICES),
            pick("example", {"forward": 2, "symmetric": 1, "smoothed": 0, "clean": 0, "long": 1}),
            by("example", words.NOISE_BECAUSE),
        ),
        question=words.QUESTION,
        answer=by("example", words.NOISE_ANSWERS),
    )


def place_at(t: Expression) -> Expression:
    """Return the index among the samples at the time `t` in milliseconds."""
    return t / STEP + LONGEST
