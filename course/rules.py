"""The rules of differentiation: sums, products, quotients, compositions, as functions.

Each class differentiates by the theorem it embodies. Where one of its parts has no value or no
derivative, the result is NaN: the theorem says nothing there, even if the limit exists by accident
(as for |x| − |x| at 0).
"""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from functools import cached_property, reduce
from math import prod
from operator import and_
from typing import Any

import numpy as np

from course.algebraic import as_function
from course.base import Function, bracket, exact_number
from course.domain import NONZERO, Domain


class Rule(Function):
    """A function made of functions. NaN in a part becomes NaN in the whole by arithmetic alone."""

    propagates_nan = True

    @property
    def parts(self) -> dict[str, Function]:
        """The functions that it is made of, by name."""
        return {name: part for name, part in vars(self).items() if isinstance(part, Function)}

    @cached_property
    def domain(self) -> Domain:  # type: ignore[override]
        """Where all parts are defined."""
        return reduce(and_, (part.domain for part in self.parts.values()))

    @property
    def derivative_domain(self) -> Domain:
        """Where the theorem gives a derivative."""
        return self.derivative().domain

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of all parts, each under its part's name: ``{"f.a": 2}``."""
        inherited = {
            f"{name}.{parameter}": value
            for name, part in self.parts.items()
            for parameter, value in part.parameters().items()
        }
        return {**super().parameters(), **inherited}


class Sum(Rule):
    """f + g.

    Theorem: (f + g)′ = f′ + g′.
    """

    def __init__(self, f: Any, g: Any):
        self.f, self.g = as_function(f), as_function(g)

    def __call__(self, x):
        return self.f(x) + self.g(x)

    def prime(self, x):
        """(f + g)′ = f′ + g′."""
        return self.f.prime(x) + self.g.prime(x)

    def derivative(self):
        """(f + g)′ = f′ + g′."""
        return self.f.derivative() + self.g.derivative()

    def text(self, u="x"):
        """Write f + g."""
        return f"{self.f.text(u)} + {self.g.text(u)}".replace("+ -", "- ")


class ScalarMultiple(Rule):
    """c f, with a number c.

    Theorem: (c f)′ = c f′.
    """

    def __init__(self, c: Any, f: Any):
        self.c, self.f = exact_number(c), as_function(f)

    def __call__(self, x):
        return float(self.c) * self.f(x)

    def prime(self, x):
        """(c f)′ = c f′."""
        return float(self.c) * self.f.prime(x)

    def derivative(self):
        """(c f)′ = c f′."""
        return self.c * self.f.derivative()

    def text(self, u="x"):
        """Write c*f."""
        f = bracket(self.f.text(u), "+-")
        return f"-{f}" if self.c == -1 else f"{bracket(str(self.c), '/')}*{f}"


class Product(Rule):
    """f g.

    Theorem: (f g)′ = f′g + f g′.
    """

    def __init__(self, f: Any, g: Any):
        self.f, self.g = as_function(f), as_function(g)

    def __call__(self, x):
        return self.f(x) * self.g(x)

    def prime(self, x):
        """(f g)′ = f′g + f g′."""
        return self.f.prime(x) * self.g(x) + self.f(x) * self.g.prime(x)

    def derivative(self):
        """(f g)′ = f′g + f g′."""
        return self.f.derivative() * self.g + self.f * self.g.derivative()

    def text(self, u="x"):
        """Write f*g."""
        return f"{bracket(self.f.text(u), '+-/', first=True)}*{bracket(self.g.text(u), '+-*/')}"


class Quotient(Rule):
    """f/g, where g is not 0.

    Theorem: (f/g)′ = (f′g − f g′)/g² = (f′ − (f/g) g′)/g. The second form is the one computed: g²
    overflows and underflows long before g does.
    """

    def __init__(self, f: Any, g: Any):
        self.f, self.g = as_function(f), as_function(g)

    @cached_property
    def domain(self) -> Domain:  # type: ignore[override]
        """Where f and g are both defined and g is not 0."""
        return super().domain & NONZERO.preimage(self.g, self.g.text("{u}"))

    def __call__(self, x):
        return self.f(x) / _nonzero(self.g(x))

    def prime(self, x):
        """(f/g)′ = (f′ − (f/g) g′)/g."""
        return (self.f.prime(x) - self(x) * self.g.prime(x)) / _nonzero(self.g(x))

    def derivative(self):
        """(f/g)′ = (f′ − (f/g) g′)/g."""
        return (self.f.derivative() - self * self.g.derivative()) / self.g

    def text(self, u="x"):
        """Write f/g."""
        return f"{bracket(self.f.text(u), '+-/', first=True)}/{bracket(self.g.text(u), '+-*/')}"


class Composition(Rule):
    """f₃∘f₂∘f₁ from ``Composition(f3, f2, f1)``: the last function is applied first.

    Theorem (chain rule): the derivative is the product of the functions' derivatives, each taken at
    the value that reaches it: f₃′(f₂(f₁(x))) · f₂′(f₁(x)) · f₁′(x).

    Examples
    --------
    >>> from course.functions import Linear, Sigmoid
    >>> layer = Composition(Sigmoid(), Linear(2, 1))
    >>> layer.values(-0.5)
    [-0.5, 0.0, 0.5]
    >>> layer.slopes(-0.5)
    [2.0, 0.25]
    >>> layer.prime(-0.5)
    0.5
    """

    def __init__(self, *functions: Any):
        if not functions:
            raise ValueError("a composition needs at least one function")
        parts = map(as_function, functions)
        self._functions = tuple(
            f
            for part in parts
            for f in (part.functions if isinstance(part, Composition) else [part])
        )

    @property
    def functions(self) -> tuple[Function, ...]:
        """The functions as written, outermost first."""
        return self._functions

    @property
    def parts(self) -> dict[str, Function]:
        """The functions in the order of evaluation: f1 is the innermost."""
        return {f"f{i}": f for i, f in enumerate(reversed(self.functions), start=1)}

    def values(self, x: Any) -> list[Any]:
        """Return x, f₁(x), f₂(f₁(x)), …: what the forward pass keeps."""
        values = [x]
        for f in reversed(self.functions):
            values.append(f(values[-1]))
        return values

    def slopes(self, x: Any) -> list[Any]:
        """Return f₁′(x), f₂′(f₁(x)), …: the local derivatives, in the same order."""
        return [f.prime(v) for f, v in zip(reversed(self.functions), self.values(x), strict=False)]

    def __call__(self, x):
        return self.values(x)[-1]

    def prime(self, x):
        """Multiply the local derivatives, point by point where x is an array."""
        return prod(self.slopes(x))

    def derivative(self):
        """(f∘g)′ = (f′∘g) g′."""
        outer, *rest = self.functions
        if not rest:
            return outer.derivative()
        inner = Composition(*rest) if len(rest) > 1 else rest[0]
        return (outer.derivative() @ inner) * inner.derivative()

    @cached_property
    def domain(self) -> Domain:  # type: ignore[override]
        """Where every value that arises lies in the domain of the next function."""
        outer, *rest = self.functions
        if not rest:
            return outer.domain
        inner = Composition(*rest)
        return inner.domain & outer.domain.preimage(inner, inner.text("{u}"))

    def text(self, u="x"):
        """Write f3(f2(f1(x)))."""
        return reduce(lambda inner, f: f.text(inner), reversed(self.functions), u)


def _nonzero(values: Any) -> Any:
    """Return the values with NaN in place of 0: nothing can be divided by 0."""
    return np.where(values == 0, np.nan, values)
