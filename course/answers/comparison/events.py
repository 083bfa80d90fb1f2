"""Where a formula may break: the steps whose zeros separate the pieces of a domain."""

from __future__ import annotations

from dataclasses import dataclass

from course.answers.arithmetic.balls import UNDEFINED, ZERO, integer, sign
from course.answers.arithmetic.evaluate import run
from course.answers.arithmetic.program import Program, Step, tests_in


@dataclass(frozen=True, slots=True)
class Event:
    """A step that matters where it is 0 (or has a pole).

    ``hole`` is True when all that happens there is that the formula is undefined; else a sign or
    a branch may change too.
    """

    step: int
    hole: bool


def add_events(program: Program, steps: list[int]) -> dict[int, list[Event]]:
    """The events of each step, with the steps that they need added to the program.

    Parameters
    ----------
    program : Program
        The program; cosines and differences are added to it.
    steps : list of int
        The steps to look at.

    Returns
    -------
    dict
        For each of these steps that has any, its events. Steps without the variable have none.
    """
    found: dict[int, list[Event]] = {}
    for index in steps:
        step = program.steps[index]
        if step.constant:
            continue
        events = [e for e in _events(program, step) if not program.steps[e.step].constant]
        if events:
            found[index] = events
    return found


def _events(program: Program, step: Step) -> list[Event]:
    arguments = step.arguments
    first = arguments[0] if arguments else -1
    one, minus_one = program.number(1), program.number(-1)
    match step.op:
        case "quotient":
            return [Event(arguments[1], True)]
        case "power":
            return _power_events(program, arguments)
        case "log" | "sqrt" | "cbrt" | "abs" | "sign" | "relu":
            return [Event(first, False)]
        case "max" | "min":
            return [Event(arguments[2], False)]
        case "cases":
            tests = [t for condition in step.data for t in tests_in(condition)]  # type: ignore[attr-defined]
            return [Event(t.step, False) for t in tests]
        case "tan" | "sec":
            return [Event(program.add("cos", (first,)), True)]
        case "cot" | "csc":
            return [Event(program.add("sin", (first,)), True)]
        case "coth" | "csch":
            return [Event(first, True)]
        case "asin" | "acos" | "atanh":
            ends = (program.difference(first, one), program.difference(first, minus_one))
            return [Event(end, False) for end in ends]
        case "acosh":
            return [Event(program.difference(first, one), False)]
    return []


def _power_events(program: Program, arguments: tuple[int, ...]) -> list[Event]:
    base, exponent = arguments
    if program.steps[exponent].constant:
        needed = program.needed(exponent)
        whole = integer(run(program, needed, ZERO, 64)[exponent])
        if whole is not None:
            return [Event(base, True)] if whole < 0 else []
    if program.steps[base].constant:
        value = run(program, program.needed(base), ZERO, 64)[base]
        positive = value is not None and value is not UNDEFINED and (sign(value) or 0) > 0
        return [] if positive else [Event(exponent, False)]  # 0^0 is not 0
    return [Event(base, False)]
