"""A program's values at a point, with certain error bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.answers.arithmetic import balls, powers
from course.answers.arithmetic.balls import UNDEFINED, PiMultiple, Value
from course.answers.arithmetic.elementary import FUNCTIONS
from course.answers.arithmetic.program import Join, Program, Step, Test

#: Bits of working precision, tried in turn until the values are known well enough.
PRECISIONS = (128, 512, 2048, 8192)


def run(
    program: Program,
    steps: Iterable[int],
    point: Value,
    bits: int,
    zeros: frozenset[int] = frozenset(),
    discrete: bool = False,
) -> dict[int, Value]:
    """Do the steps at a point.

    Parameters
    ----------
    program : Program
        The program.
    steps : iterable of int
        The steps to do, in order, complete with what they need.
    point : Value
        The variable's value; a wide ball gives values that hold on all of it.
    bits : int
        Working precision.
    zeros : frozenset of int
        Steps known to be exactly 0 at the point.
    discrete : bool
        Whether the variable runs through integers: then ``(-1)^n`` is defined.

    Returns
    -------
    dict
        For each step its value.
    """
    values: dict[int, Value] = {}
    with balls.working_bits(bits):
        for index in steps:
            step = program.steps[index]
            if step.op == "variable":
                values[index] = point
            elif step.op == "cases":
                values[index] = _cases(step, values)
            else:
                found = [values[i] for i in step.arguments]
                if any(v is UNDEFINED for v in found):
                    values[index] = UNDEFINED
                elif any(v is None for v in found):
                    values[index] = balls.ZERO if index in zeros else None
                else:
                    value = _operate(program, step, found, discrete)
                    known_zero = index in zeros and value is not UNDEFINED
                    values[index] = balls.ZERO if known_zero else value
    return values


def _operate(program: Program, step: Step, found: list[Value], discrete: bool) -> Value:
    operation = _OPERATIONS.get(step.op)
    if operation is not None:
        return operation(step, found)
    if step.op == "power":
        return _power(found[0], found[1], program.steps[step.arguments[1]].constant or discrete)
    return FUNCTIONS[step.op](found[0])


def _number(step: Step, _: list[Value]) -> Value:
    value = step.data
    return balls.bounded(balls.rational(value.numerator, value.denominator))  # type: ignore[attr-defined]


def _constant(step: Step, _: list[Value]) -> Value:
    return PiMultiple(balls.ONE) if step.data == "pi" else balls.arb.const_e()


def _sum(_: Step, found: list[Value]) -> Value:
    total = found[0]
    for value in found[1:]:
        total = balls.add(total, value)
        if total is None:
            return None
    return total


def _product(_: Step, found: list[Value]) -> Value:
    total = found[0]
    for value in found[1:]:
        total = balls.multiply(total, value)
        if total is None:
            return None
    return total


def _extreme(step: Step, found: list[Value]) -> Value:
    first, second, difference = found
    s = balls.sign(difference)
    if s is not None:
        return first if (s >= 0) == (step.op == "max") else second
    return (balls.larger if step.op == "max" else balls.smaller)(first, second)


_OPERATIONS: dict[str, Callable[[Step, list[Value]], Value]] = {
    "number": _number,
    "constant": _constant,
    "sum": _sum,
    "product": _product,
    "quotient": lambda _, found: balls.divide(*found),
    "max": _extreme,
    "min": _extreme,
}


def _power(base: Value, exponent: Value, fixed: bool) -> Value:
    """A power; ``fixed`` when the exponent does not vary continuously."""
    if not fixed:
        return powers.real_power(base, exponent)
    n = balls.integer(exponent)
    if n is not None:
        return powers.whole_power(base, n)
    if type(exponent) is type(balls.ONE):
        return powers.fractional_power(base, exponent)
    return powers.real_power(base, exponent)


def _cases(step: Step, values: dict[int, Value]) -> Value:
    """The value of the first branch whose condition holds; undefined if none does."""
    for k, condition in enumerate(step.data):  # type: ignore[arg-type,var-annotated]
        truth = holds(condition, values)
        if truth is UNDEFINED or truth is None:
            return truth
        if truth:
            return values[step.arguments[k]]
    more = len(step.arguments) > len(step.data)  # type: ignore[arg-type]
    return values[step.arguments[-1]] if more else UNDEFINED


def holds(condition: Test | Join, values: dict[int, Value]) -> bool | balls.Undefined | None:
    """Whether a condition holds; None if unknown, UNDEFINED if a side that matters is."""
    if isinstance(condition, Test):
        value = values[condition.step]
        if value is None or value is UNDEFINED:
            return value
        s = balls.sign(value)
        if s is None:
            return _by_bound(condition.op, value)
        return {
            "<": s < 0,
            "<=": s <= 0,
            ">": s > 0,
            ">=": s >= 0,
            "=": s == 0,
            "!=": s != 0,
        }[condition.op]
    unknown = False
    for part in condition.parts:
        truth = holds(part, values)
        if truth is UNDEFINED:
            return None if unknown else UNDEFINED
        if truth is None:
            unknown = True
        elif truth is (condition.op == "or"):
            return None if unknown else truth
    return None if unknown else condition.op == "and"


def _by_bound(op: str, value: Value) -> bool | None:
    """A test that a ball which touches 0 on one side decides all the same."""
    if op == ">=" and value >= 0:
        return True
    if op == "<=" and value <= 0:
        return True
    return None
