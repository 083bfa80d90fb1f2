"""Formulas as data: written once in Python, evaluated in Python and in the browser.

``variable("x") ** 2 + sin(variable("x"))`` builds a small tree. :meth:`Expression.json` turns it into
nested lists, which ``stage.js`` interprets (no generated code, so no content security policy is in the
way); :func:`evaluate` computes the same number in Python. Both follow IEEE 754: ``1/0`` is infinite,
``log(-1)`` is not a number, and nothing raises.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Environment = dict[str, Any]


class Expression:
    """A formula. Python's operators build larger ones.

    Parameters
    ----------
    head : str
        ``"number"``, ``"variable"``, ``"pick"``, ``"call"``, ``"locate"``, ``"entry"``, or an operation
        of :data:`OPERATIONS`.
    arguments : object
        What belongs to it; for an operation, formulas.
    """

    __slots__ = ("arguments", "head")

    def __init__(self, head: str, *arguments: Any) -> None:
        self.head, self.arguments = head, arguments

    def json(self) -> Any:
        """Return the formula as numbers, strings and lists."""
        if self.head in ("number", "variable"):
            return self.arguments[0]
        if self.head == "pick":
            name, cases = self.arguments
            return ["pick", name, {key: case.json() for key, case in cases.items()}]
        if self.head == "call":
            return ["call", self.arguments[0], self.arguments[1].json()]
        if self.head in _SAMPLED:
            listed, argument = self.arguments
            return [self.head, [None if v != v else v for v in listed], argument.json()]
        return [self.head, *(argument.json() for argument in self.arguments)]

    def __repr__(self) -> str:
        return f"Expression({self.json()!r})"

    def __add__(self, other: Any) -> Expression:
        return Expression("+", self, formula(other))

    def __radd__(self, other: Any) -> Expression:
        return Expression("+", formula(other), self)

    def __sub__(self, other: Any) -> Expression:
        return Expression("-", self, formula(other))

    def __rsub__(self, other: Any) -> Expression:
        return Expression("-", formula(other), self)

    def __mul__(self, other: Any) -> Expression:
        return Expression("*", self, formula(other))

    def __rmul__(self, other: Any) -> Expression:
        return Expression("*", formula(other), self)

    def __truediv__(self, other: Any) -> Expression:
        return Expression("/", self, formula(other))

    def __rtruediv__(self, other: Any) -> Expression:
        return Expression("/", formula(other), self)

    def __pow__(self, other: Any) -> Expression:
        return Expression("^", self, formula(other))

    def __rpow__(self, other: Any) -> Expression:
        return Expression("^", formula(other), self)

    def __neg__(self) -> Expression:
        return Expression("-", number(0), self)

    def __abs__(self) -> Expression:
        return Expression("abs", self)

    def __lt__(self, other: Any) -> Expression:
        return Expression("<", self, formula(other))

    def __le__(self, other: Any) -> Expression:
        return Expression("<=", self, formula(other))

    def __gt__(self, other: Any) -> Expression:
        return formula(other) < self

    def __ge__(self, other: Any) -> Expression:
        return formula(other) <= self

    def __and__(self, other: Any) -> Expression:
        return Expression("min", self, formula(other))

    def __or__(self, other: Any) -> Expression:
        return Expression("max", self, formula(other))

    def __invert__(self) -> Expression:
        return 1 - self


def number(value: float) -> Expression:
    """Return the formula that is the number `value`, which must be finite: JSON knows no others."""
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be written as JSON; see UNDEFINED")
    return Expression("number", value)


def variable(name: str) -> Expression:
    """Return the formula that is the control, quantity or function argument `name`."""
    return Expression("variable", name)


def formula(value: Any) -> Expression:
    """Return `value` as a formula: trees stay, numbers become constants, strings become variables."""
    if isinstance(value, Expression):
        return value
    return variable(value) if isinstance(value, str) else number(value)


def pick(name: str, cases: Mapping[str, Any]) -> Expression:
    """Return the formula that is the case named by the value of the control `name`."""
    return Expression("pick", name, {key: formula(case) for key, case in cases.items()})


def where(condition: Any, then: Any, otherwise: Any) -> Expression:
    """Return the formula `then` where `condition` is not 0, else `otherwise`."""
    return Expression("if", formula(condition), formula(then), formula(otherwise))


def function(name: str) -> Callable[[Any], Expression]:
    """Return what applies the demo's function `name`: ``f = function("f"); f(x0 + h)``."""
    return lambda argument: Expression("call", name, formula(argument))


def locate(places: Sequence[float], value: Any) -> Expression:
    """Return the index of `value` among `places`, which increase; between two of them it is a fraction.

    Beyond the ends it is that of the end.
    """
    return Expression("locate", tuple(places), formula(value))


def entry(values: Sequence[float], index: Any) -> Expression:
    """Return the sample with this index; between two samples they are joined by a line.

    Beyond the ends it is the end's; beside a sample that is not a number it is not one either.
    """
    return Expression("entry", tuple(values), formula(index))


#: Not a number: nothing is drawn there.
UNDEFINED = Expression("/", number(0), number(0))


def _operation(head: str) -> Callable[..., Expression]:
    return lambda *arguments: Expression(head, *map(formula, arguments))


sin, cos, exp, log = (_operation(head) for head in ("sin", "cos", "exp", "log"))
sqrt, cbrt, sign, floor = (_operation(head) for head in ("sqrt", "cbrt", "sign", "floor"))
smallest, largest = _operation("min"), _operation("max")


def _divide(a: float, b: float) -> float:
    if b != 0:
        return a / b
    return math.nan if a == 0 or a != a else math.copysign(math.inf, a) * math.copysign(1, b)


def _power(a: float, b: float) -> float:
    if b != b:
        return math.nan
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and b % 2 == 1 else math.inf
    except ValueError:
        return math.inf if a == 0 else math.nan


def _guarded(compute: Callable[[float], float]) -> Callable[[float], float]:
    def guarded(x: float) -> float:
        try:
            return compute(x)
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return guarded


def _extreme(choose: Callable[..., float]) -> Callable[[float, float], float]:
    return lambda a, b: math.nan if a != a or b != b else choose(a, b)


def _index(places: Sequence[float], value: float) -> float:
    if value != value:
        return math.nan
    last = len(places) - 1
    k = bisect_right(places, value) - 1
    if k < 0 or k >= last:
        return float(max(0, min(k, last)))
    return k + (value - places[k]) / (places[k + 1] - places[k])


def _sample(values: Sequence[float], index: float) -> float:
    if index != index:
        return math.nan
    index = max(0.0, min(index, len(values) - 1.0))
    k = math.floor(index)
    part = index - k
    return values[k] if part == 0 else values[k] * (1 - part) + values[k + 1] * part


#: Operations on a list of numbers and a number.
_SAMPLED: dict[str, Callable[[Sequence[float], float], float]] = {
    "locate": _index,
    "entry": _sample,
}

#: The operations on numbers; ``stage.js`` has the same table.
OPERATIONS: dict[str, Callable[..., float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "^": _power,
    "<": lambda a, b: float(a < b),
    "<=": lambda a, b: float(a <= b),
    "min": _extreme(min),
    "max": _extreme(max),
    "abs": abs,
    "sign": lambda a: a if a == 0 or a != a else math.copysign(1, a),
    "floor": lambda a: float(math.floor(a)) if math.isfinite(a) else a,
    "sin": _guarded(math.sin),
    "cos": _guarded(math.cos),
    "exp": _guarded(math.exp),
    "log": lambda a: -math.inf if a == 0 else _guarded(math.log)(a),
    "sqrt": _guarded(math.sqrt),
    "cbrt": math.cbrt,
}


def evaluate(
    expression: Expression,
    environment: Environment,
    functions: Mapping[str, tuple[str, Expression]] | None = None,
) -> float:
    """Return the value of `expression`.

    Parameters
    ----------
    expression : Expression
        The formula.
    environment : dict
        Values of its variables; a variable that a ``pick`` reads has a string. Function arguments are
        written into it for the time of a call, so it must not be shared.
    functions : mapping of str to (str, Expression), optional
        Argument and formula of every function that it calls.

    Raises
    ------
    KeyError
        If a variable, case or function is missing: a mistake in the demo.
    """
    head, arguments = expression.head, expression.arguments
    if head == "number":
        return arguments[0]
    if head == "variable":
        return environment[arguments[0]]
    if head == "pick":
        return evaluate(arguments[1][environment[arguments[0]]], environment, functions)
    if head == "call":
        argument, body = (functions or {})[arguments[0]]
        inner = evaluate(arguments[1], environment, functions)
        # One environment for all: copying it for every call would cost most of the time.
        outer = environment.get(argument)
        environment[argument] = inner
        result = evaluate(body, environment, functions)
        environment[argument] = outer
        return result
    if head == "if":
        branch = 1 if evaluate(arguments[0], environment, functions) else 2
        return evaluate(arguments[branch], environment, functions)
    if head in _SAMPLED:
        return _SAMPLED[head](arguments[0], evaluate(arguments[1], environment, functions))
    first = evaluate(arguments[0], environment, functions)
    if len(arguments) == 1:
        return OPERATIONS[head](first)
    return OPERATIONS[head](first, evaluate(arguments[1], environment, functions))


def names(
    expression: Expression, functions: Mapping[str, tuple[str, Expression]] | None = None
) -> set[str]:
    """Return the variables that `expression` depends on, those of the functions it calls included."""
    head, arguments = expression.head, expression.arguments
    if head == "number":
        return set()
    if head == "variable":
        return {arguments[0]}
    if head == "pick":
        inner = (names(case, functions) for case in arguments[1].values())
        return {arguments[0]}.union(*inner)
    if head == "call":
        argument, body = (functions or {})[arguments[0]]
        return (names(body, functions) - {argument}) | names(arguments[1], functions)
    if head in _SAMPLED:
        return names(arguments[1], functions)
    return set().union(*(names(argument, functions) for argument in arguments))
