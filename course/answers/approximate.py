"""Floating-point values of a tree at a few points: a sieve, never a verdict.

Generated wrong answers are many, a learner's answer is one: those that are far from it at some
point are dropped here in microseconds, and only the survivors are compared with certainty.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from course.answers.tree import (
    Apply,
    Cases,
    Comparison,
    Condition,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

#: Points on both sides of 0 and of ±1, without any meaning of their own, and small whole numbers.
POINTS = np.array(
    [-2.317, -1.713, -0.8313, -0.3719, 0.2917, 0.7131, 1.3173, 2.9137, 3.7171, 2.0, -1.0]
)
_TOLERANCE = 1e-7

_FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "sinh": np.sinh, "cosh": np.cosh,
    "tanh": np.tanh, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan,
    "asinh": np.arcsinh, "acosh": np.arccosh, "atanh": np.arctanh, "exp": np.exp, "log": np.log,
    "sqrt": np.sqrt, "cbrt": np.cbrt, "abs": np.abs, "sign": np.sign, "floor": np.floor,
    "ceil": np.ceil,
    "cot": lambda u: 1 / np.tan(u), "sec": lambda u: 1 / np.cos(u), "csc": lambda u: 1 / np.sin(u),
    "coth": lambda u: 1 / np.tanh(u), "sech": lambda u: 1 / np.cosh(u),
    "csch": lambda u: 1 / np.sinh(u), "sigmoid": lambda u: 1 / (1 + np.exp(-u)),
    "relu": lambda u: np.maximum(u, 0),
}  # fmt: skip
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
    "=": np.equal, "!=": np.not_equal,
}  # fmt: skip


def values(tree: Expr, variable: str = "x", points: np.ndarray = POINTS) -> np.ndarray:
    """Values of a formula at points, NaN where it has none or has one that is not computed.

    Parameters
    ----------
    tree : Expr
        The formula, in one variable.
    variable : str
        Its name.
    points : ndarray, shape (n,)
        Where.

    Returns
    -------
    ndarray, shape (n,)
        Floats, without warnings.
    """
    with np.errstate(all="ignore"):
        found = np.broadcast_to(_value(tree, variable, points), points.shape)
    return np.where(np.isfinite(found), found, np.nan)


def may_be_equal(left: np.ndarray, right: np.ndarray) -> bool:
    """Whether two rows of values are close wherever both are known."""
    both = np.isfinite(left) & np.isfinite(right)
    near = np.abs(left - right) <= _TOLERANCE * (np.abs(left) + np.abs(right)) + 1e-12
    return bool((near | ~both).all())


def _value(tree: Expr, variable: str, points: np.ndarray) -> Any:
    match tree:
        case Number(value):
            try:
                return float(value)
            except OverflowError:
                return np.nan
        case Constant(name):
            return {"e": np.e, "pi": np.pi}[name]
        case Variable(name):
            return points if name == variable else np.nan
        case Power(base, exponent):
            low, high = _value(base, variable, points), _value(exponent, variable, points)
            return np.power(np.asarray(low, dtype=float), high)
        case Cases(branches, otherwise):
            result = np.nan if otherwise is None else _value(otherwise, variable, points)
            for condition, branch in reversed(branches):
                holds = _holds(condition, variable, points)
                result = np.where(holds, _value(branch, variable, points), result)
            return result
    parts = [_value(child, variable, points) for child in tree.children()]
    match tree:
        case Sum():
            return reduce(np.add, parts)
        case Product():
            return reduce(np.multiply, parts)
        case Quotient():
            return np.divide(*parts)
        case Apply("max", _):
            return reduce(np.maximum, parts)
        case Apply("min", _):
            return reduce(np.minimum, parts)
        case Apply(name, _) if name in _FUNCTIONS:
            return _FUNCTIONS[name](parts[0])
    return np.nan


def _holds(condition: Condition, variable: str, points: np.ndarray) -> Any:
    if isinstance(condition, Comparison):
        left = _value(condition.left, variable, points)
        return _COMPARE[condition.op](left, _value(condition.right, variable, points))
    parts = [_holds(part, variable, points) for part in condition.parts]
    return reduce(np.logical_and if condition.op == "and" else np.logical_or, parts)
