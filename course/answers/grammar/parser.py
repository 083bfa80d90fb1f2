"""The grammar of typed formulas: tokens to a tree, by recursive descent.

Binding, from loose to tight: ``if … else``, ``or``, ``and``, comparison, ``+ -``, ``* /`` and
products written without a sign, powers (right-associative, tighter than a leading minus), ``!``.
A reading about which mathematicians disagree is refused with the readings to choose from;
:mod:`course.answers.grammar.doubts` has the list.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from course.answers.errors import AnswerError
from course.answers.grammar import doubts
from course.answers.grammar.applications import application, pieces
from course.answers.grammar.building import negated, negative, product, quotient
from course.answers.grammar.cursor import CLOSING, RELATIONS, WORDS, Cursor
from course.answers.grammar.lexer import Token
from course.answers.grammar.names import CONSTANTS, function_of, unknown_name
from course.answers.grammar.numbers import number
from course.answers.strings import GRAMMAR
from course.answers.tree import (
    Apply,
    Comparison,
    Condition,
    Constant,
    Expr,
    Logic,
    Number,
    Power,
    Quotient,
    Sum,
    Variable,
)


class Parser(Cursor):
    """One method for each level of binding."""

    # --- levels of binding ---
    def formula(self) -> Expr:
        """The whole text."""
        position = self.token.position
        found = self.anything()
        if self.token.kind != "end":
            raise self.unexpected()
        return self.value(found, position)

    def anything(self) -> Expr | Condition:
        """A formula or a condition, with ``a if c else b``."""
        self.enter()
        position = self.token.position
        found = self._either()
        branches = []
        while self.accept("if"):
            value = self.value(found, position)
            position = self.token.position
            condition = self.condition(self._either(), position)
            branches.append((condition, value))
            if not self.accept("else", "otherwise"):
                raise AnswerError(GRAMMAR["if without else"], self.token.position)
            position = self.token.position
            found = self._either()
        self.depth -= 1
        if branches:
            return pieces(branches, self.value(found, position))
        return found

    def _either(self) -> Expr | Condition:
        return self._joined("or", lambda: self._joined("and", self._negation))

    def _joined(self, word: str, part: Callable[[], Expr | Condition]) -> Expr | Condition:
        position = self.token.position
        found = part()
        parts = [found]
        while self.accept(word):
            parts.append(part())
        if len(parts) == 1:
            return found
        return Logic(word, tuple(self.condition(p, position) for p in parts))

    def _negation(self) -> Expr | Condition:
        position, turns = self.token.position, 0
        while self.accept("not"):
            turns += 1
        found = self._comparison()
        return negated(self.condition(found, position)) if turns % 2 else found

    def _comparison(self) -> Expr | Condition:
        position = self.token.position
        left = self.sum()
        links: list[Condition] = []
        while self.at(*RELATIONS):
            op = self.token.value
            self.index += 1
            right = self.sum()
            links.append(Comparison(op, self.value(left, position), self.value(right, position)))
            left = right
        if not links:
            return left
        return links[0] if len(links) == 1 else Logic("and", tuple(links))

    def sum(self) -> Expr | Condition:
        """Terms with their signs."""
        position = self.token.position
        first = self._signed()
        if not self.at("+", "-"):
            return first
        terms = [self.value(first, position)]
        while self.at("+", "-"):
            terms.append(self.value(self._signed(), self.token.position))
        return Sum(tuple(terms))

    def _signed(self) -> Expr | Condition:
        position, minus = self.token.position, False
        while self.at("+", "-"):
            minus ^= self.token.value == "-"
            self.index += 1
        start = self.index
        found = self.term()
        if not minus:
            return found
        return negative(self.value(found, position), keep=self.bracket == (start, self.index))

    def term(self) -> Expr | Condition:
        """Factors, with and without signs between them."""
        position = self.token.position
        first = self.factor()
        factors: list[Expr] = []
        if not (self.at("*", "/") or self.starts_factor()):
            return first
        factors.append(self.value(first, position))
        while True:
            here = self.token.position
            if self.accept("*"):
                factors.append(self.signed_factor())
            elif self.accept("/"):
                factors = [self._divide(factors, here)]
            elif self.starts_factor():
                self._two_numbers()
                factors.append(self.value(self.factor(), here))
            else:
                return product(factors)

    def signed_factor(self) -> Expr:
        """A factor after ``*`` or ``/``, which may have a sign of its own."""
        position, minus = self.token.position, False
        while self.at("+", "-"):
            minus ^= self.token.value == "-"
            self.index += 1
        factor = self.value(self.factor(), position)
        return negative(factor) if minus else factor

    def _divide(self, factors: list[Expr], position: int) -> Expr:
        """Divide the product so far; literal integers in lowest terms are one number."""
        slash = self.index - 1
        denominator = self.signed_factor()
        whole = product(factors)
        literal = slash > 0 and self.index == slash + 2 and self.tokens[slash - 1].kind == "number"
        ratio = quotient(whole, denominator) if literal else Quotient(whole, denominator)
        if self.starts_factor():
            tight = not self.tokens[slash].spaced and not self.tokens[slash + 1].spaced
            if not (isinstance(ratio, Number) and tight and self.token.spaced):
                raise doubts.division(self, whole, denominator, position)
        return ratio

    def _two_numbers(self) -> None:
        before, after = self.tokens[self.index - 1], self.token
        if before.kind == "number" and after.kind == "number":
            message = GRAMMAR["two numbers"].format(left=before.value, right=after.value)
            raise AnswerError(message, after.position)

    def starts_factor(self) -> bool:
        """Whether the next token begins a factor without a sign before it."""
        token = self.token
        if token.kind == "number":
            return True
        if token.kind == "name":
            return token.value not in WORDS
        return token.value in CLOSING or (token.value == "|" and not self.bars)

    def factor(self) -> Expr | Condition:
        """A power, right-associative."""
        position = self.token.position
        base = self._postfix()
        if not self.at("^"):
            return base
        self.enter()
        caret = self.index
        self.index += 1
        minus = False
        while self.at("+", "-"):
            minus ^= self.token.value == "-"
            self.index += 1
        base = self.value(base, position)
        exponent = self.value(self.factor(), self.token.position)
        exponent = negative(exponent) if minus else exponent
        self.depth -= 1
        doubts.power(self, base, exponent, caret)
        return Power(base, exponent)

    def _postfix(self) -> Expr | Condition:
        position = self.token.position
        found = self._atom()
        if self.at("!"):
            self.index += 1
            found = Apply("factorial", (self.value(found, position),))
            if self.at("!"):
                raise AnswerError(GRAMMAR["factorial of"], self.token.position)
        return found

    def _atom(self) -> Expr | Condition:
        token = self.token
        if token.kind == "number":
            self.index += 1
            value, note = number(token.value, token.position)
            self.notes += [note] if note else []
            return Number(value)
        if token.kind == "name" and token.value not in WORDS:
            return self._name(token)
        if token.value in ("(", "["):
            return self.group()
        if token.value == "|":
            return self.modulus()
        if token.value == "{":
            return application(self, "cases")
        raise self.unexpected()

    def group(self) -> Expr | Condition:
        """What stands in brackets."""
        opened, start = self.token, self.index
        self.index += 1
        closing = CLOSING[opened.value]
        if self.at(closing):
            raise AnswerError(GRAMMAR["empty brackets"], opened.position)
        bars, self.bars = self.bars, 0
        found = self.anything()
        self.bars = bars
        self.expect(closing, opened)
        self.bracket = (start, self.index)
        return found

    def modulus(self) -> Expr:
        """|…|: a bar closes if one is open, and opens if none is."""
        opened = self.token
        self.index += 1
        self.enter()
        bars, self.bars = self.bars, 1
        if self.token.kind == "end":
            raise AnswerError(GRAMMAR["bars"], opened.position)
        if self.at("|"):  # || …: an absolute value that starts inside
            self.bars = 1
        inside = self.value(self.sum(), opened.position)
        self.bars = bars
        self.depth -= 1
        if not self.accept("|"):
            raise AnswerError(GRAMMAR["bars"], opened.position)
        return Apply("abs", (inside,))

    def _name(self, token: Token) -> Expr | Condition:
        name = token.value
        if name in self.variables:
            self.index += 1
            return Variable(name)
        if name in CONSTANTS:
            self.index += 1
            if CONSTANTS[name] == "e" and self.at("(") and not self.token.spaced:
                raise doubts.call_of_e(self)
            return Constant(CONSTANTS[name])
        if name in ("True", "False"):
            self.index += 1
            return Comparison(
                "=" if name == "True" else "!=", Number(Fraction(0)), Number(Fraction(0))
            )
        function = function_of(name)
        if function is None:
            raise unknown_name(name, token.position, self.variables)
        return application(self, function)
