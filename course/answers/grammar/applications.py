"""How functions are applied in typed formulas: with and without brackets, with powers, by cases."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from course.answers.errors import AnswerError
from course.answers.grammar import doubts
from course.answers.grammar.names import CASES, CONSTANTS, VARIADIC
from course.answers.strings import GRAMMAR
from course.answers.tree import (
    Apply,
    Cases,
    Comparison,
    Condition,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

if TYPE_CHECKING:
    from course.answers.grammar.parser import Parser


def application(parser: Parser, function: str) -> Expr:
    """Read a function and what it is applied to; the next token is its name (or ``{``)."""
    start = parser.token
    if start.value == "{":
        return _braces(parser)
    parser.index += 1
    if function in CASES:
        return _cases(parser, function, start.position)
    if function in ("max", "min") or function in ("pow", "square"):
        return _call(parser, function, start.position)
    parser.enter()
    exponent = _function_power(parser, function, start.position)
    if parser.at("("):
        applied = _call(parser, function, start.position)
    else:
        applied = _bare(parser, function, start.position)
    parser.depth -= 1
    if exponent is None:
        return applied
    if exponent == Number(Fraction(-1)) and isinstance(applied, Apply):
        raise doubts.inverse(function, applied.arguments[0], start.position)
    return Power(applied, exponent)


def _function_power(parser: Parser, function: str, position: int) -> Expr | None:
    """The 2 of ``sin^2 x``."""
    if not parser.accept("^"):
        return None
    bracket = parser.accept("(")
    minus = parser.accept("-")
    token = parser.token
    parser.index += 1
    if token.kind == "number" and token.value.isdigit() and len(token.value) < 5:
        power: Expr = Number(Fraction(-int(token.value) if minus else int(token.value)))
    elif token.value in parser.variables and not minus:
        power = Variable(token.value)
    else:
        raise AnswerError(GRAMMAR["power of function"].format(name=function), position)
    if bracket:
        parser.expect(")")
    return power


def _call(parser: Parser, function: str, position: int) -> Expr:
    """Arguments in brackets."""
    if not parser.at("("):
        raise AnswerError(GRAMMAR["no argument"].format(name=function), position)
    arguments = _arguments(parser, function)
    values = [parser.value(argument, where) for argument, where in arguments]
    return apply(function, values, position)


def _arguments(parser: Parser, function: str) -> list[tuple[Expr | Condition, int]]:
    opened = parser.token
    parser.index += 1
    if parser.at(")"):
        raise AnswerError(GRAMMAR["no argument"].format(name=function), opened.position)
    bars, parser.bars = parser.bars, 0
    arguments = []
    while True:
        position = parser.token.position
        arguments.append((parser.anything(), position))
        if not parser.accept(","):
            break
    parser.bars = bars
    parser.expect(")", opened)
    return arguments


def apply(function: str, values: list[Expr], position: int | None) -> Expr:
    """A named function, or what the name stands for, applied to values."""
    first = values[0]
    if function == "log" and len(values) == 2:
        return Quotient(Apply("log", (first,)), Apply("log", (values[1],)))
    if function == "pow" and len(values) == 2:
        return Power(first, values[1])
    if function in VARIADIC:
        return Apply(function, tuple(values))
    if len(values) != 1 or function == "pow":
        message = GRAMMAR["argument count"].format(
            name=function, expected=GRAMMAR["one argument"], given=len(values)
        )
        if all(isinstance(v, (Number, Product)) for v in values):
            message = GRAMMAR["comma"]
        raise AnswerError(message, position)
    one = Number(Fraction(1))
    match function:
        case "log2" | "log10":
            base = Number(Fraction(int(function[3:])))
            return Quotient(Apply("log", (first,)), Apply("log", (base,)))
        case "log1p":
            return Apply("log", (Sum((one, first)),))
        case "expm1":
            return Sum((Apply("exp", (first,)), Number(Fraction(-1))))
        case "square":
            return Power(first, Number(Fraction(2)))
    return Apply(function, (first,))


def _bare(parser: Parser, function: str, position: int) -> Expr:
    """An argument without brackets: ``sin x``, ``sin 2x``, ``sin cos x``, ``ln|x|``."""
    minus = parser.accept("-")
    if parser.at_function():
        parts = [parser.value(parser.factor(), position)]
    else:
        parts = _bare_parts(parser)
    if not parts:
        if parser.token.kind != "end" and not parser.at(")", ",", "*", "/", "^", "+"):
            raise parser.unexpected()
        raise AnswerError(GRAMMAR["no argument"].format(name=function), position)
    if function in ("sqrt", "cbrt") and len(parts) > 1:
        raise doubts.root(function, parts, position)
    inside = parts[0] if len(parts) == 1 else Product(tuple(parts))
    if minus:
        from course.answers.grammar.building import negative

        inside = negative(inside)
    doubts.argument(parser, function, inside, position)
    parser.bare_end = parser.index
    return apply(function, [inside], position)


def _bare_parts(parser: Parser) -> list[Expr]:
    """Numbers and constants, then at most one variable."""
    parts: list[Expr] = []
    while True:
        token = parser.token
        if token.kind == "number" and not parts:
            parts.append(parser.value(parser.factor(), token.position))
        elif token.value == "|" and not parser.bars and not parts:
            parts.append(parser.modulus())
            return parts
        elif token.kind == "name" and token.value in parser.variables:
            parser.index += 1
            parts.append(Variable(token.value))
            return parts
        elif token.kind == "name" and token.value in CONSTANTS:
            power = parser.tokens[parser.index + 1].value == "^"
            if power and parts:
                return parts
            parts.append(parser.value(parser.factor(), token.position))
            if power:
                return parts
        else:
            return parts


def _cases(parser: Parser, name: str, position: int) -> Expr:
    """``cases(condition, value, …, otherwise)``, and SymPy's ``Piecewise((value, condition), …)``."""
    following = parser.tokens[parser.index + 1 : parser.index + 2]
    if name in ("Piecewise", "piecewise") and following and following[0].value == "(":
        return _pairs(parser, position)
    if not parser.at("("):
        raise AnswerError(GRAMMAR["no argument"].format(name=name), position)
    found = _arguments(parser, name)
    usage = GRAMMAR["cases"].format(variable=parser.variables[0])
    if len(found) < 2:
        raise AnswerError(usage, position)
    otherwise = parser.value(*found.pop()) if len(found) % 2 else None
    branches = []
    for (condition, at), (value, where) in zip(found[::2], found[1::2], strict=True):
        if isinstance(condition, Expr):
            raise AnswerError(usage, at)
        branches.append((condition, parser.value(value, where)))
    return pieces(branches, otherwise)


def _pairs(parser: Parser, position: int) -> Expr:
    opened = parser.token
    parser.index += 1
    branches = []
    while True:
        inner = parser.token
        parser.expect("(")
        where = parser.token.position
        value = parser.value(parser.anything(), where)
        parser.expect(",")
        where = parser.token.position
        branches.append((parser.condition(parser.anything(), where), value))
        parser.expect(")", inner)
        if not parser.accept(","):
            break
    parser.expect(")", opened)
    return pieces(branches, None)


def _braces(parser: Parser) -> Expr:
    """``{x < 0: 0, x >= 0: 2x}``."""
    opened = parser.token
    parser.index += 1
    branches = []
    otherwise: Expr | None = None
    bars, parser.bars = parser.bars, 0
    while otherwise is None:
        where = parser.token.position
        if parser.accept("otherwise", "else"):
            parser.accept(":")
            otherwise = parser.value(parser.anything(), where)
            break
        condition = parser.condition(parser.anything(), where)
        if not parser.accept(":"):
            usage = GRAMMAR["cases"].format(variable=parser.variables[0])
            raise AnswerError(usage, parser.token.position)
        where = parser.token.position
        branches.append((condition, parser.value(parser.anything(), where)))
        if not parser.accept(",", ";"):
            break
    parser.bars = bars
    parser.expect("}", opened)
    if not branches:
        raise AnswerError(GRAMMAR["cases"].format(variable=parser.variables[0]), opened.position)
    return pieces(branches, otherwise)


def pieces(branches: list[tuple[Condition, Expr]], otherwise: Expr | None) -> Expr:
    """A function by cases; a last condition that always holds is “otherwise”."""
    always = Comparison("=", Number(Fraction(0)), Number(Fraction(0)))
    if otherwise is None and len(branches) > 1 and branches[-1][0] == always:
        otherwise = branches.pop()[1]
    return Cases(tuple(branches), otherwise)
