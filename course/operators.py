"""What ``+ - * / @`` build: the rule's class, without the 0 and 1 that change nothing.

What is left out never changes the domain: ``0 * log`` is still undefined at −1.
"""

from __future__ import annotations

from typing import Any

from course.algebraic import Constant, Identity, as_function
from course.base import Function
from course.rules import Composition, Product, Quotient, ScalarMultiple, Sum


def add(f: Any, g: Any) -> Function:
    """Return f + g; 0 is left out."""
    f, g = as_function(f), as_function(g)
    if isinstance(f, Constant) and isinstance(g, Constant):
        return Constant(f.c + g.c)
    if isinstance(g, Constant) and g.c == 0:
        return f
    return g if isinstance(f, Constant) and f.c == 0 else Sum(f, g)


def multiply(f: Any, g: Any) -> Function:
    """Return f g; a constant factor comes first, and 1 is left out."""
    f, g = as_function(f), as_function(g)
    if isinstance(g, Constant):
        f, g = g, f
    if not isinstance(f, Constant):
        return Product(f, g)
    if isinstance(g, Constant):
        return Constant(f.c * g.c)
    return g if f.c == 1 else ScalarMultiple(f.c, g)


def divide(f: Any, g: Any) -> Function:
    """Return f/g."""
    return Quotient(f, g)


def compose(f: Any, g: Any) -> Function:
    """Return f∘g; the identity is left out."""
    f, g = as_function(f), as_function(g)
    if isinstance(f, Identity):
        return g
    return f if isinstance(g, Identity) else Composition(f, g)
