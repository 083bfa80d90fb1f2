"""The catalogue of example functions for chapters, figures and demos.

>>> gallery["abs"].formula, gallery["abs"].fails_at
('abs(x)', ((0.0, 'corner'),))
>>> gallery["abs"].function.prime(-2)
-1.0
"""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from course.base import Function, exact_number
from course.domain import NONZERO, REALS, Domain
from course.functions import Step, cbrt, cos, exp, log, relu, sigmoid, sin, tanh, x
from course.weierstrass import Weierstrass


class Extension(Function):
    """f, with a value at 0 put in where f itself has none, or has one but no rule for its slope.

    ``values`` are f(0), f′(0), …, as many as exist: ``Extension(x * sin(1 / x), 0)`` has no slope at 0,
    ``Extension(x**2 * sin(1 / x), 0, 0)`` has the slope 0 there. A point nearer to 0 than 1e-150, where
    1/x² is no longer a float64, counts as 0.
    """

    def __init__(self, f: Function, *values: Any):
        if not values:
            raise ValueError("an extension needs the value at 0")
        self.f = f
        self.values = tuple(exact_number(value) for value in values)

    def __call__(self, x):
        return np.where(np.abs(x) < 1e-150, float(self.values[0]), self.f(x))

    def prime(self, x):
        """Return the slope: f's own, and the given one at 0."""
        return self.derivative()(x)

    def derivative(self):
        """Return f′ with its own value at 0, if there is one."""
        slope = self.f.derivative()
        if self.values[1:]:
            return Extension(slope, *self.values[1:])
        return slope.restricted_to(NONZERO)

    @property
    def derivative_domain(self) -> Domain:
        """All real x, without 0 if no slope is given there."""
        return REALS if self.values[1:] else NONZERO

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of f."""
        return self.f.parameters()

    def text(self, u="x"):
        """Write both cases."""
        return f"cases({u} = 0, {self.values[0]}, {self.f.text(u)})"


@dataclass(frozen=True)
class Example:
    """A function worth looking at.

    Attributes
    ----------
    name : str
        Its key in the catalogue.
    function : Function
        The function; ``function.prime`` is NaN exactly where there is no derivative.
    formula, latex : str
        The same function as a typed answer and in LaTeX.
    points : tuple of float
        Points worth looking at.
    window : tuple of float
        An interval of x that shows the function.
    fails_at : tuple of (float, str)
        The points without a derivative (inside the window) and what happens there: ``"corner"``,
        ``"vertical"``, ``"oscillation"``, ``"jump"`` or ``"undefined"``.
    """

    name: str
    function: Function
    formula: str
    latex: str
    points: tuple[float, ...] = (0.0, 1.0)
    window: tuple[float, float] = (-2.0, 2.0)
    fails_at: tuple[tuple[float, str], ...] = ()

    def fails(self, kind: str) -> bool:
        """Say whether the derivative fails somewhere in this way."""
        return any(kind == reason for _, reason in self.fails_at)


def _cases(formula: str) -> str:
    return rf"\begin{{cases}} {formula} & x \neq 0 \\ 0 & x = 0 \end{{cases}}"


_OSCILLATION = ((-0.5, 0.5), ((0.0, "oscillation"),))
_EXAMPLES = (
    Example("square", x**2, "x^2", "x^2"),
    Example("cube", x**3, "x^3", "x^3"),
    Example("sin", sin, "sin(x)", r"\sin x", (0.0, np.pi / 2), (-6.5, 6.5)),
    Example("cos", cos, "cos(x)", r"\cos x", (0.0, np.pi / 2), (-6.5, 6.5)),
    Example("exp", exp, "exp(x)", "e^x"),
    Example("log", log, "log(x)", r"\log x", (1.0, 0.1), (0.0, 4.0), ((0.0, "undefined"),)),
    Example(
        "sigmoid", sigmoid, "1/(1 + exp(-x))", r"\frac{1}{1 + e^{-x}}", (0.0, 3.0), (-6.0, 6.0)
    ),
    Example("tanh", tanh, "tanh(x)", r"\tanh x", (0.0, 2.0), (-3.0, 3.0)),
    Example("relu", relu, "max(0, x)", r"\max(0, x)", fails_at=((0.0, "corner"),)),
    Example("abs", abs(x), "abs(x)", r"\lvert x \rvert", fails_at=((0.0, "corner"),)),
    Example("x_abs_x", Extension(x * abs(x), 0, 0), "x*abs(x)", r"x \lvert x \rvert"),
    Example("cbrt", cbrt, "cbrt(x)", r"\sqrt[3]{x}", fails_at=((0.0, "vertical"),)),
    Example(
        "jump",
        Step(0, 1, at_0=1),
        "cases(x < 0, 0, 1)",
        r"\begin{cases} 0 & x < 0 \\ 1 & x \geq 0 \end{cases}",
        fails_at=((0.0, "jump"),),
    ),
    Example(
        "x_sin_1_x",
        Extension(x * sin(1 / x), 0),
        "cases(x = 0, 0, x*sin(1/x))",
        _cases(r"x \sin\frac{1}{x}"),
        (0.0, 1 / np.pi),
        *_OSCILLATION,
    ),
    Example(
        "x2_sin_1_x",
        Extension(x**2 * sin(1 / x), 0, 0),
        "cases(x = 0, 0, x^2*sin(1/x))",
        _cases(r"x^2 \sin\frac{1}{x}"),
        (0.0, 1 / np.pi),
        (-0.5, 0.5),
    ),
    Example(
        "x2_sin_1_x2",
        Extension(x**2 * sin(1 / x**2), 0, 0),
        "cases(x = 0, 0, x^2*sin(1/x^2))",
        _cases(r"x^2 \sin\frac{1}{x^2}"),
        (0.0, 1 / np.sqrt(2 * np.pi)),
        (-0.5, 0.5),
    ),
    Example(
        "weierstrass",
        Weierstrass(0.5, 13, 4),
        "cos(pi*x) + cos(13*pi*x)/2 + cos(169*pi*x)/4 + cos(2197*pi*x)/8",
        r"\sum_{n=0}^{3} 2^{-n} \cos(13^n \pi x)",
        (0.0, 0.5),
        (-1.0, 1.0),
    ),
)

#: All examples by name.
gallery: dict[str, Example] = {example.name: example for example in _EXAMPLES}
