"""Misconceptions about the task: not differentiated, twice, integrated, misread, joins of pieces."""

from __future__ import annotations

from collections.abc import Iterable

from course.answers.algebra import ZERO, at, is_constant, number, rational
from course.answers.calculus import differentiate
from course.answers.misconceptions.model import MARKING, Misconception
from course.answers.tree import VARIADIC, Apply, Cases, Comparison, Constant, Expr, Power, Variable


def _not_differentiated(function: Expr, x: str) -> Iterable[Expr]:
    yield function


def _twice(function: Expr, x: str) -> Iterable[Expr]:
    yield differentiate(differentiate(function, x), x)


def _undone(answer: Expr, x: str) -> Iterable[Expr]:
    yield differentiate(answer, x)


def _over_function(function: Expr, x: str) -> Iterable[Expr]:
    yield differentiate(function, x) / function


def _reciprocal(function: Expr, x: str) -> Iterable[Expr]:
    yield 1 / differentiate(function, x)


def _at_a_point(function: Expr, x: str) -> Iterable[Expr]:
    slope = differentiate(function, x)
    if not is_constant(slope, x):
        for point in (0, 1):
            yield at(slope, x, number(point))


def _power_inside(node: Expr) -> Iterable[Expr]:
    """F(u)ⁿ read as F(uⁿ)."""
    match node:
        case Power(Apply(name, (u,)), exponent) if rational(exponent) is not None:
            yield Apply(name, (Power(u, exponent),))


def _power_outside(node: Expr) -> Iterable[Expr]:
    """F(uⁿ) read as F(u)ⁿ."""
    match node:
        case Apply(name, (Power(u, exponent),)) if name not in VARIADIC and rational(exponent):
            yield Power(Apply(name, (u,)), exponent)


def _exponent_of_exponent(node: Expr) -> Iterable[Expr]:
    """a^(uⁿ) read as (a^u)ⁿ."""
    match node:
        case Power(base, Power(u, exponent)) if rational(exponent) is not None:
            yield Power(Power(base, u), exponent)


def _reciprocal_for_inverse(node: Expr) -> Iterable[Expr]:
    """An inverse function read as a reciprocal, and log as its own inverse."""
    match node:
        case Apply("log", (u,)):
            yield Power(Constant("e"), u)


def _value_differentiated(function: Expr, x: str) -> Iterable[Expr]:
    """The derivative at a join taken to be the derivative of the number f(c): 0."""
    for condition, slope in _at_joins(function, x):
        yield Cases(((condition, ZERO),), slope)


def _join_left_out(function: Expr, x: str) -> Iterable[Expr]:
    """The derivative on the pieces, and none at the joins."""
    for condition, slope in _at_joins(function, x):
        assert isinstance(condition, Comparison)
        yield Cases(((Comparison("!=", condition.left, condition.right), slope),), None)


def _one_piece(function: Expr, x: str) -> Iterable[Expr]:
    """One piece's derivative, offered for all points."""
    from course.answers.pieces import slopes_of_pieces

    for slope in slopes_of_pieces(function, x):
        if slope is not None:
            yield slope


def _at_joins(function: Expr, x: str) -> Iterable[tuple[Comparison, Expr]]:
    from course.answers.pieces import joins

    points = joins(function, x) or []
    slope = differentiate(function, x) if points else ZERO
    for point in points:
        yield Comparison("=", Variable(x), number(point)), slope


RULES = [
    Misconception(
        "not differentiated",
        _not_differentiated,
        light="Compare your answer with the function itself.",
        full="This is the function, not yet its derivative.",
        scope="whole",
        credit=False,
    ),
    Misconception(
        "differentiated twice",
        _twice,
        light="How often did you differentiate?",
        full="This is the second derivative; the first one is asked for.",
        scope="whole",
    ),
    Misconception(
        "integrated",
        _undone,
        light="Which direction did you go?",
        full="Differentiating your answer gives the function of the question: you integrated. Here the derivative is asked for.",
        scope="undone",
    ),
    Misconception(
        "logarithmic derivative",
        _over_function,
        light="By what was the derivative divided?",
        full="This is the derivative divided by the function: the derivative of its logarithm. If you took logarithms first, one step is still to be done.",
        scope="whole",
    ),
    Misconception(
        "one over the whole derivative",
        _reciprocal,
        light="Is your formula upside down?",
        full="This is 1 over the derivative, as in the rule for the inverse function. Here the function itself is to be differentiated.",
        scope="whole",
    ),
    Misconception(
        "the derivative at one point",
        _at_a_point,
        light="Is a number asked for, or a function?",
        full="This is the derivative at a single point. Asked for is the derivative function: a formula in the variable.",
        scope="whole",
        credit=False,
    ),
    Misconception(
        "misread: power of a function",
        _power_inside,
        light="What is raised to the power?",
        full="The exponent belongs to the value of the function, not to its argument: tanh²x means (tanh x)², not tanh(x²).",
        scope="misread",
    ),
    Misconception(
        "misread: function of a power",
        _power_outside,
        light="What is raised to the power?",
        full="The exponent belongs to the argument, not to the value of the function: cos x² means cos(x²), not (cos x)².",
        scope="misread",
    ),
    Misconception(
        "misread: power in an exponent",
        _exponent_of_exponent,
        light="What is raised to the power?",
        full="A power in an exponent is worked out first: e^(x²) is not (eˣ)².",
        scope="misread",
    ),
    Misconception(
        "misread: exponential for logarithm",
        _reciprocal_for_inverse,
        light="Which function stands in the question?",
        full="The logarithm and the exponential function are inverse to each other; here you differentiated the one for the other.",
        scope="misread",
    ),
    Misconception(
        "join: derivative of the value",
        _value_differentiated,
        light="Look at the point where two pieces meet.",
        full="The value of the function at one point is a number, but its derivative there is not the derivative of that number. It is a limit of quotients, which looks at both neighbouring pieces.",
        scope="whole",
    ),
    Misconception(
        "join: left out",
        _join_left_out,
        light="Is there a derivative where two pieces meet?",
        full="Where two pieces meet, the derivative is not given by either formula alone, but it may well exist. Decide it from the definition.",
        scope="whole",
    ),
    Misconception(
        "one piece for all",
        _one_piece,
        light="Does one formula hold everywhere?",
        full="This is right on one piece of the function. On the others another formula holds.",
        source=MARKING,
        scope="whole",
    ),
]
