"""Functions that come from one function: its derivative, its restriction to a smaller domain."""

# ruff: noqa: D102 (what __call__ returns is said by the docstring of its class)

from __future__ import annotations

from typing import Any

from numpy.typing import ArrayLike

from course.base import Function
from course.domain import Domain


class Derivative(Function):
    """f′ where only ``f.prime`` is known."""

    def __init__(self, f: Function):
        self.f = f
        self.domain = f.derivative_domain

    def __call__(self, x: ArrayLike) -> Any:
        return self.f.prime(x)

    def prime(self, x: ArrayLike) -> Any:
        """Return f″(x), if f says what that is."""
        return self.derivative()(x)

    def derivative(self) -> Function:
        """Return f″, if f says what that is."""
        return self.f.second_derivative()

    @property
    def derivative_domain(self) -> Domain:
        """Where f″ exists."""
        return self.derivative().domain

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of f."""
        return self.f.parameters()

    def text(self, u: str = "x") -> str:
        """Return the formula with a prime after the name: ``tanh'(x)``."""
        name, bracket, rest = self.f.text(u).partition("(")
        return f"{name}'{bracket}{rest}"


class Restriction(Function):
    """f on a smaller, open domain: the same values there, and none elsewhere."""

    def __init__(self, f: Function, domain: Domain):
        self.f = f
        self.domain = self.f.domain & domain

    def __call__(self, x):
        return self.f(x)

    def prime(self, x):
        """Return f′(x): differentiability is local."""
        return self.f.prime(x)

    def derivative(self):
        """Return f′ on the smaller domain."""
        return Restriction(self.f.derivative(), self.domain)

    @property
    def derivative_domain(self) -> Domain:
        """Where f has a derivative, inside the smaller domain."""
        return self.f.derivative_domain & self.domain

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of f."""
        return self.f.parameters()

    def text(self, u="x"):
        """Return the formula of f."""
        return self.f.text(u)
