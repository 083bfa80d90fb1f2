"""Readings on which people disagree: refused with a question instead of guessed.

============================  ==============================================
typed                         asked
============================  ==============================================
``1/2x``, ``1/x sin(x)``      ``1/(2*x)`` or ``(1/2)*x`` (``1/2 x`` is (1/2)·x)
``e^-x^2/2``, ``x^-1/2``      what is below the line: the exponent or the power
``x^1/2``                     ``x^(1/2)`` or ``x^1/2``
``e^2x``                      ``e^(2*x)`` or ``e^2*x``
``e^sin x cos x``             what belongs to the exponent
``sin x^2``, ``sin x/2``      what belongs to the argument
``sin^-1 x``                  inverse function or reciprocal
``e(x + 1)``                  power or product
============================  ==============================================
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from course.answers.errors import AnswerError
from course.answers.strings import GRAMMAR
from course.answers.text import to_text
from course.answers.tree import Apply, Constant, Expr, Number, Power, Product, Quotient

if TYPE_CHECKING:
    from course.answers.grammar.parser import Parser


def ask(first: Expr, second: Expr, position: int) -> AnswerError:
    """The question which of two readings is meant."""
    texts = (to_text(_folded(first)), to_text(_folded(second)))
    message = GRAMMAR["doubt"].format(first=texts[0], second=texts[1])
    return AnswerError(message, position, texts)


def _folded(tree: Expr) -> Expr:
    """With fractions of two integers as numbers, as the parser reads them."""
    from course.answers.grammar.building import quotient

    match tree:
        case Quotient(top, bottom):
            return quotient(_folded(top), _folded(bottom))
        case Product(factors):
            return Product(tuple(map(_folded, factors)))
        case Power(base, exponent):
            return Power(base, _folded(exponent))
    return tree


def division(parser: Parser, top: Expr, bottom: Expr, position: int) -> AnswerError:
    """``1/2x``: whether the factor after the denominator belongs to it."""
    after = parser.value(parser.factor(), position)
    return ask(
        Quotient(top, Product((bottom, after))), Product((Quotient(top, bottom), after)), position
    )


def power(parser: Parser, base: Expr, exponent: Expr, caret: int) -> None:
    """Raise the question if an exponent without brackets may go on after it was read."""
    tokens, position = parser.tokens, parser.tokens[caret].position
    first = tokens[caret + 1]
    if first.value in ("(", "[", "{"):
        return
    bare_function = parser.bare_end == parser.index
    single = parser.index == caret + 2
    if parser.at("/"):
        tower = isinstance(exponent, Power) and base == Constant("e")
        one = single and exponent == Number(Fraction(1))
        number = tokens[parser.index + 1].kind == "number"
        if ((first.value in ("-", "+") or tower or one) and number) or bare_function:
            parser.index += 1
            below = parser.signed_factor()
            raise ask(
                Power(base, Quotient(exponent, below)),
                Quotient(Power(base, exponent), below),
                position,
            )
        return
    if parser.starts_factor() and (
        bare_function or (isinstance(base, (Constant, Number)) and isinstance(exponent, Number))
    ):
        spaced_number = isinstance(base, Number) and parser.token.spaced and not bare_function
        call = parser.token.value in ("(", "[", "{") and isinstance(base, Number)
        if spaced_number or call:
            return
        after = parser.value(parser.factor(), position)
        raise ask(
            Power(base, Product((exponent, after))),
            Product((Power(base, exponent), after)),
            position,
        )


def call_of_e(parser: Parser) -> AnswerError:
    """``e(x + 1)``: whether e is a function or a factor."""
    position = parser.token.position
    inside = parser.value(parser.group(), position)
    return ask(Power(Constant("e"), inside), Product((Constant("e"), inside)), position)


def argument(parser: Parser, function: str, inside: Expr, position: int) -> None:
    """Raise the question if the argument of a function without brackets may go on."""
    applied = Apply(function, (inside,))
    token = parser.token
    after = parser.tokens[parser.index + 1] if token.kind != "end" else token
    if parser.at("^"):
        parser.index += 1
        exponent = parser.signed_factor()
        raise ask(
            Apply(function, (_raise_last(inside, exponent),)), Power(applied, exponent), position
        )
    if parser.at("!"):
        raise AnswerError(GRAMMAR["factorial of"], token.position)
    if parser.at("/") and (after.kind == "number" or after.value in ("(", "[")):
        parser.index += 1
        below = parser.signed_factor()
        raise ask(Apply(function, (Quotient(inside, below),)), Quotient(applied, below), position)
    continues = after.kind == "number" or after.value in (*parser.variables, "pi", "(", "[")
    if parser.at("*") and continues:
        parser.index += 1
    elif not parser.starts_factor() or parser.at_function() or _exponential_next(parser):
        return
    factor = parser.value(parser.factor(), position)
    raise ask(Apply(function, (Product((inside, factor)),)), Product((applied, factor)), position)


def _exponential_next(parser: Parser) -> bool:
    """Whether ``e^`` comes next: ``cos x e^x`` is the product of both."""
    following = parser.tokens[parser.index + 1 : parser.index + 2]
    return parser.at("e") and bool(following) and following[0].value == "^"


def root(function: str, parts: list[Expr], position: int) -> AnswerError:
    """``√2x``: what stands under the root."""
    inside = Apply(function, (Product(tuple(parts)),))
    return ask(inside, Product((Apply(function, (parts[0],)), *parts[1:])), position)


def inverse(function: str, inside: Expr, position: int) -> AnswerError:
    """``sin^-1 x``: the inverse function or the reciprocal."""
    inverses = {"exp": "log", "log": "exp", "sqrt": None}
    name = inverses.get(function, "a" + function)
    applied = Apply(function, (inside,))
    reciprocal = Quotient(Number(Fraction(1)), applied)
    return ask(Apply(name, (inside,)) if name else reciprocal, reciprocal, position)


def _raise_last(inside: Expr, exponent: Expr) -> Expr:
    if isinstance(inside, Product):
        return Product((*inside.factors[:-1], Power(inside.factors[-1], exponent)))
    return Power(inside, exponent)
