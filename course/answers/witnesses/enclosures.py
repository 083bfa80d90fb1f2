"""The value of a formula at a point, certified: a ball that contains it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from course.answers import tree as T
from course.answers.witnesses.half_line import holds

#: The formula certainly has no real value there.
UNDEFINED: Final = "undefined"
_DIRECT = frozenset(
    ["sin", "cos", "exp", "sinh", "cosh", "tanh", "atan", "asinh", "floor", "ceil", "sgn"]
)
_RECIPROCAL = {"sec": "cos", "csc": "sin", "sech": "cosh", "csch": "sinh"}
_ARB_BITS = 4096
#: Exponents beyond this are not evaluated.
_EXPONENT = 10**6


class _UndefinedError(Exception):
    pass


class _UnsureError(Exception):
    pass


def enclose(
    formula: T.Expr, at: Mapping[str, Any], *, seconds: float = 1.0, width: int = 40
) -> Any:
    """Enclose the value of a formula.

    Parameters
    ----------
    formula
        Any tree.
    at
        The values of the variables: Fractions, or ``arb`` balls.
    seconds, width
        Time limit; wanted accuracy in bits.

    Returns
    -------
    arb, str or None
        A ball that contains the value; :data:`UNDEFINED`; None if neither is certain in time.
    """
    from flint import ctx

    end = time.monotonic() + seconds
    best = None
    bits = 64
    while bits <= _ARB_BITS:
        with ctx.workprec(bits):
            try:
                value = _value(formula, at, end)
            except _UndefinedError:
                return UNDEFINED
            except _UnsureError:
                value = None
            if value is not None and value.is_finite():
                best = value
                if value.rel_accuracy_bits() >= width or value.is_exact():
                    return value
        if time.monotonic() > end:
            break
        bits *= 4
    return best


def value_at(formula: T.Expr, variable: str, x: Any) -> Any:
    """The value at one point: a Fraction where it is found to be one, else a ball or None."""
    if isinstance(x, Fraction):
        try:
            return _exact(formula, variable, x)
        except (_UnsureError, ZeroDivisionError):
            pass
    value = enclose(formula, {variable: x})
    return None if isinstance(value, str) else value


def _exact(node: T.Expr, variable: str, x: Fraction) -> Fraction:
    def sub(n: T.Expr) -> Fraction:
        return _exact(n, variable, x)

    match node:
        case T.Number(value):
            result = value
        case T.Variable(name) if name == variable:
            result = x
        case T.Sum(terms):
            result = sum(map(sub, terms), start=Fraction(0))
        case T.Product(factors):
            result = Fraction(1)
            for factor in factors:
                result *= sub(factor)
        case T.Quotient(numerator, denominator):
            result = sub(numerator) / sub(denominator)
        case T.Power(base, exponent):
            power = sub(exponent)
            if power.denominator > 1 or abs(power) > 64:
                raise _UnsureError
            result = sub(base) ** int(power)
        case T.Apply("max" | "min" as name, arguments):
            result = (max if name == "max" else min)(map(sub, arguments))
        case T.Apply("abs", (argument,)):
            result = abs(sub(argument))
        case _:
            raise _UnsureError
    if max(abs(result.numerator), result.denominator).bit_length() > 4000:
        raise _UnsureError
    return result


def _value(node: T.Expr, at: Mapping[str, Any], end: float) -> Any:
    from flint import arb, fmpq

    if time.monotonic() > end:
        raise _UnsureError

    def sub(n: T.Expr) -> Any:
        return _value(n, at, end)

    match node:
        case T.Number(value):
            return arb(fmpq(value.numerator, value.denominator))
        case T.Constant(name):
            return arb.pi() if name == "pi" else arb.const_e()
        case T.Variable(name):
            if name not in at:
                raise _UnsureError
            x = at[name]
            return arb(fmpq(x.numerator, x.denominator)) if isinstance(x, Fraction) else x
        case T.Sum(terms):
            return sum(map(sub, terms), start=arb(0))
        case T.Product(factors):
            product = arb(1)
            for factor in factors:
                product = product * sub(factor)
            return product
        case T.Quotient(numerator, denominator):
            return _divide(sub(numerator), sub(denominator))
        case T.Power(base, exponent):
            return _power(sub(base), sub(exponent))
        case T.Apply(name, arguments):
            return _apply(name, [sub(argument) for argument in arguments])
        case T.Cases(branches, otherwise):
            for condition, branch in branches:
                if _holds(condition, sub):
                    return sub(branch)
            if otherwise is None:
                raise _UndefinedError
            return sub(otherwise)
    raise _UnsureError


def _divide(above: Any, below: Any) -> Any:
    if below.is_zero():
        raise _UndefinedError
    if below.contains(0):
        raise _UnsureError
    return above / below


def _power(base: Any, exponent: Any) -> Any:
    from flint import arb

    whole = exponent.unique_fmpz() if exponent.is_exact() else None
    if whole is not None and whole == exponent:
        if whole == 0:
            return arb(1)
        if abs(int(whole)) > _EXPONENT:
            raise _UnsureError
        power = base ** abs(int(whole))
        return power if whole > 0 else _divide(arb(1), power)
    if base > 0:
        return (exponent * base.log()).exp()
    raise _UnsureError


def _apply(name: str, values: list[Any]) -> Any:
    from flint import arb

    x = values[0]
    if name in T.VARIADIC:
        for other in values[1:]:
            x = x.max(other) if name == "max" else x.min(other)
        return x
    if name == "sign":
        name = "sgn"
    if name in _DIRECT:
        return getattr(x, name)()
    if name in _RECIPROCAL:
        return _divide(arb(1), getattr(x, _RECIPROCAL[name])())
    match name:
        case "tan":
            return _divide(x.sin(), x.cos())
        case "cot":
            return _divide(x.cos(), x.sin())
        case "coth":
            return _divide(x.cosh(), x.sinh())
        case "abs":
            return abs(x)
        case "relu":
            return x.max(arb(0))
        case "sigmoid":
            return 1 / (1 + (-x).exp())
        case "cbrt":
            if x.is_zero():
                return x
            if x.contains(0):
                raise _UnsureError
            return x.root(3) if x > 0 else -((-x).root(3))
        case "sqrt" | "log":
            if x < 0 or (name == "log" and x.is_zero()):
                raise _UndefinedError
            if x.is_zero():
                return x
            if not x > 0:
                raise _UnsureError
            return x.sqrt() if name == "sqrt" else x.log()
    raise _UnsureError


def _holds(condition: T.Condition, sub: Any) -> bool:
    if isinstance(condition, T.Logic):
        parts = [_holds(part, sub) for part in condition.parts]
        return all(parts) if condition.op == "and" else any(parts)
    difference = sub(condition.left) - sub(condition.right)
    if difference.contains(0) and not difference.is_zero():
        raise _UnsureError
    return holds(condition.op, 1 if difference > 0 else -1 if difference < 0 else 0)
