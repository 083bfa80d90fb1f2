"""The functions of the grammar on values of :mod:`course.answers.arithmetic.balls`."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, fmpq, fmpz

from course.answers.arithmetic.balls import (
    ONE,
    UNDEFINED,
    ZERO,
    PiMultiple,
    Value,
    add,
    ball,
    bounded,
    divide,
    integer,
    negative,
    round_down,
    sign,
)
from course.answers.arithmetic.powers import fractional_power, square_root

_FACTORIAL_EXACT = 300


def _at_zero(value: Value, result: Value, function: Callable[[arb], arb]) -> Value:
    """``result`` at exactly 0, else the ball function."""
    if type(value) is fmpq and value == 0:
        return result
    return bounded(function(ball(value)))


def _quarter_turns(value: Value, cosine: bool) -> Value:
    """Sine or cosine of a multiple of π, exact where it is rational."""
    ratio = value.ratio
    if ratio.q in (1, 2, 3, 6):
        found = (arb.cos_pi_fmpq if cosine else arb.sin_pi_fmpq)(ratio)
        twice = (found * 2).unique_fmpz()
        if twice is not None:
            return fmpq(twice, 2)
    return (arb.cos_pi_fmpq if cosine else arb.sin_pi_fmpq)(ratio)


def _sin(v: Value) -> Value:
    return _quarter_turns(v, False) if type(v) is PiMultiple else _at_zero(v, ZERO, arb.sin)


def _cos(v: Value) -> Value:
    return _quarter_turns(v, True) if type(v) is PiMultiple else _at_zero(v, ONE, arb.cos)


def _tan(v: Value) -> Value:
    return divide(_sin(v), _cos(v))


def _reciprocal(function: Callable[[Value], Value]) -> Callable[[Value], Value]:
    def reciprocal(v: Value) -> Value:
        below = function(v)
        return below if below is None else divide(ONE, below)

    return reciprocal


def _coth(v: Value) -> Value:
    s = sign(v)
    return UNDEFINED if s == 0 else None if s is None else bounded(ball(v).coth())


def _log(v: Value) -> Value:
    s = sign(v)
    if s is None:
        return None
    if s <= 0:
        return UNDEFINED
    return ZERO if type(v) is fmpq and v == 1 else bounded(ball(v).log())


def _within(v: Value, low: int | None, high: int | None, strict: bool) -> bool | None:
    """Whether low ≤ v ≤ high (or strictly), None if that is not certain."""
    sides = []
    if low is not None:
        sides.append(sign(add(v, fmpq(-low))))
    if high is not None:
        sides.append(sign(add(fmpq(high), negative(v))))
    if any(s is not None and (s < 0 or (strict and s == 0)) for s in sides):
        return False
    return None if None in sides else True


def _restricted(
    function: Callable[[arb], arb], low: int | None, high: int | None, strict: bool
) -> Callable[[Value], Value]:
    def restricted(v: Value) -> Value:
        inside = _within(v, low, high, strict)
        if not inside:
            return None if inside is None else UNDEFINED
        return _at_zero(v, ZERO, function) if low != 1 else bounded(function(ball(v)))

    return restricted


def _acos(v: Value) -> Value:
    inside = _within(v, -1, 1, False)
    if not inside:
        return None if inside is None else UNDEFINED
    if type(v) is fmpq and v in (-1, 0, 1):
        half_turns = (1 - v) / 2
        return PiMultiple(half_turns) if half_turns else ZERO
    return bounded(ball(v).acos())


def _acosh(v: Value) -> Value:
    if type(v) is fmpq and v == 1:
        return ZERO
    return _restricted(arb.acosh, 1, None, False)(v)


def _abs(v: Value) -> Value:
    s = sign(v)
    if s is None:
        return abs(ball(v))
    return v if s >= 0 else negative(v)


def _sign(v: Value) -> Value:
    s = sign(v)
    return None if s is None else fmpq(s)


def _ceil(v: Value) -> Value:
    down = round_down(negative(v))
    return None if down is None else -down


def _factorial(v: Value) -> Value:
    if type(v) is not fmpq:
        whole = ball(v).contains_integer() and not ball(v) < 0
        return None if whole else UNDEFINED
    n = integer(v)
    if n is None or n < 0:
        return UNDEFINED
    return fmpq(fmpz.fac_ui(fmpz(n))) if n <= _FACTORIAL_EXACT else bounded(arb(n).fac())


def _sigmoid(v: Value) -> Value:
    if type(v) is fmpq and v == 0:
        return fmpq(1, 2)
    return bounded(1 / (1 + (-ball(v)).exp()))


def _relu(v: Value) -> Value:
    s = sign(v)
    if s is None:
        return ball(v).max(arb(0))
    return v if s > 0 else ZERO


#: One-argument functions of the tree on values.
FUNCTIONS: dict[str, Callable[[Value], Value]] = {
    "sin": _sin,
    "cos": _cos,
    "tan": _tan,
    "sec": _reciprocal(_cos),
    "csc": _reciprocal(_sin),
    "cot": lambda v: _cot(v),
    "asin": _restricted(arb.asin, -1, 1, False),
    "acos": _acos,
    "atan": lambda v: _at_zero(v, ZERO, arb.atan),
    "sinh": lambda v: _at_zero(v, ZERO, arb.sinh),
    "cosh": lambda v: _at_zero(v, ONE, arb.cosh),
    "tanh": lambda v: _at_zero(v, ZERO, arb.tanh),
    "coth": _coth,
    "sech": lambda v: _at_zero(v, ONE, arb.sech),
    "csch": _reciprocal(lambda v: _at_zero(v, ZERO, arb.sinh)),
    "asinh": lambda v: _at_zero(v, ZERO, arb.asinh),
    "acosh": _acosh,
    "atanh": _restricted(arb.atanh, -1, 1, True),
    "exp": lambda v: _at_zero(v, ONE, arb.exp),
    "log": _log,
    "sqrt": square_root,
    "cbrt": lambda v: fractional_power(v, fmpq(1, 3)),
    "abs": _abs,
    "sign": _sign,
    "floor": round_down,
    "ceil": _ceil,
    "factorial": _factorial,
    "sigmoid": _sigmoid,
    "relu": _relu,
}


def _cot(v: Value) -> Value:
    below = _sin(v)
    return below if below is None else divide(_cos(v), below)
