"""Taylor coefficients of a formula: exact rationals where possible, else formulas of derivatives."""

from __future__ import annotations

from fractions import Fraction
from math import factorial
from typing import Any

from course.answers.algebra import at, number, rational
from course.answers.calculus import derivative
from course.answers.tree import (
    Apply,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    walk,
)

_DIRECT = frozenset(
    {"exp", "log", "sin", "cos", "tan", "atan", "asin", "sinh", "cosh", "tanh", "asinh"}
)
_RECIPROCAL = {"sec": "cos", "sech": "cosh"}
#: Derivatives written with more nodes than this are not pursued.
_NODES = 1500
_SPARE = 8


class NoSeries(ValueError):
    """The formula has no expansion here, or none that is found exactly."""


def coefficients(tree: Expr, count: int, variable: str = "x") -> list[Expr]:
    """The first Taylor coefficients at 0.

    Parameters
    ----------
    tree : Expr
        The function.
    count : int
        How many, the constant one included.
    variable : str
        The variable.

    Returns
    -------
    list of Expr
        Constants f⁽ᵏ⁾(0)/k!, rational numbers where power series arithmetic finds them.

    Raises
    ------
    NoSeries
        When the coefficients are not rational and the derivatives become too long.
    """
    from flint import ctx

    # Dividing two series that start with powers of x loses as many terms.
    cap, ctx.cap = ctx.cap, count + _SPARE
    try:
        series = _series(tree, variable, count + _SPARE)
        if series.prec < count:
            raise NoSeries("too many terms were lost")
        found = [series[k] for k in range(count)]
        return [number(Fraction(int(c.p), int(c.q))) for c in found]
    except (NoSeries, ValueError, ZeroDivisionError, OverflowError):
        values = (at(slope, variable, 0) for slope in derivatives(tree, count, variable))
        return [value / factorial(k) if k > 1 else value for k, value in enumerate(values)]
    finally:
        ctx.cap = cap


def derivatives(tree: Expr, count: int, variable: str = "x") -> list[Expr]:
    """The function and its derivatives up to order ``count − 1``.

    Raises
    ------
    NoSeries
        When they become too long.
    """
    found = [tree]
    while len(found) < count:
        if sum(1 for _ in walk(found[-1])) > _NODES:
            raise NoSeries("the derivatives become too long")
        found.append(derivative(found[-1], variable))
    return found


def _series(tree: Expr, variable: str, count: int) -> Any:
    from flint import fmpq, fmpq_series

    def sub(part: Expr) -> Any:
        return _series(part, variable, count)

    def constant(value: Fraction) -> Any:
        return fmpq_series([fmpq(value.numerator, value.denominator)], prec=count)

    match tree:
        case Number(value):
            return constant(value)
        case Variable(name) if name == variable:
            return fmpq_series([0, 1], prec=count)
        case Sum(terms):
            return sum((sub(term) for term in terms[1:]), start=sub(terms[0]))
        case Product(factors):
            product = sub(factors[0])
            for factor in factors[1:]:
                product = product * sub(factor)
            return product
        case Quotient(numerator, denominator):
            return sub(numerator) / sub(denominator)
        case Power(Constant("e"), exponent):
            return sub(exponent).exp()
        case Power(base, exponent):
            n = rational(exponent)
            if n is None:
                raise NoSeries("a general power")
            if n.denominator == 1 and abs(n) <= 64:
                power = constant(Fraction(1))
                for _ in range(abs(int(n))):
                    power = power * sub(base)
                return power if n >= 0 else power.inv()
            return (constant(n) * sub(base).log()).exp()
        case Apply("sqrt", (u,)):
            return sub(u).sqrt()
        case Apply(name, (u,)) if name in _DIRECT:
            return getattr(sub(u), name)()
        case Apply(name, (u,)) if name in _RECIPROCAL:
            return getattr(sub(u), _RECIPROCAL[name])().inv()
        case Apply("sigmoid", (u,)):
            return (constant(Fraction(1)) + (-sub(u)).exp()).inv()
    raise NoSeries("no power series arithmetic for this formula")
