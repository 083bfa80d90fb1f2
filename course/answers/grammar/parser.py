"""The grammar of typed formulas: tokens to a tree, by recursive descent.

Binding, from loose to tight: ``if … else``, ``or``, ``and``, comparison, ``+ -``, ``* /`` and
products written without a sign, powers (right-associative, tighter than a leading minus), ``!``.
A reading about which mathematicians disagree is refused with the readings to choose from;
:mod:`course.answers.grammar.doubts` has the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from course.answers.errors import AnswerError
from course.answers.grammar import doubts
from course.answers.grammar.applications import application, pieces
from course.answers.grammar.lexer import Token, tokenize
from course.answers.grammar.limits import DEPTH, NESTING, NODES
from course.answers.grammar.names import CONSTANTS, function_of, split_name, unknown_name
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
    Product,
    Quotient,
    Sum,
    Variable,
)

_WORDS = frozenset(["if", "else", "otherwise", "and", "or", "not"])
_RELATIONS = frozenset(["<", "<=", ">", ">=", "=", "!="])
_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_LABEL = re.compile(
    r"\s*(?P<name>d\w*\s*/\s*d\w+|[A-Za-z_]\w*)\s*['′’]*\s*(\(\s*\w+\s*\))?\s*:?=(?!=)"
)
_LEIBNIZ = re.compile(r"\bd\s?\w?\s?/\s?d\s?[a-z]\b")


def parse_text(text: str, variables: tuple[str, ...]) -> tuple[Expr, list[str]]:
    """Read a typed formula.

    Parameters
    ----------
    text : str
        What was typed.
    variables : tuple of str
        The names that may occur.

    Returns
    -------
    tree : Expr
        The formula.
    notes : list of str
        How parts of it were read.

    Raises
    ------
    AnswerError
        With the position, and with ``readings`` when the text is doubtful.
    """
    if not text.strip():
        raise AnswerError(GRAMMAR["empty"], 0)
    notes: list[str] = []
    label = _LABEL.match(text[:200])
    if label and label["name"] not in variables and function_of(label["name"]) is None:
        text = " " * label.end() + text[label.end() :]
        notes.append(GRAMMAR["note equation"])
    derivative = _LEIBNIZ.search(text[:400])
    if derivative:
        what = GRAMMAR["what diff"]
        message = GRAMMAR["operation"].format(name=derivative.group(), what=what)
        raise AnswerError(message, derivative.start())
    parser = Parser(text, variables)
    parser.notes = notes
    tree = parser.formula()
    check_size(tree)
    return tree, notes


def check_size(tree: Expr) -> None:
    """Refuse a tree with too many nodes or levels, however it was made."""
    stack, nodes = [(tree, 1)], 0
    while stack:
        node, depth = stack.pop()
        nodes += 1
        if depth > DEPTH:
            raise AnswerError(GRAMMAR["too deep"])
        if nodes > NODES:
            raise AnswerError(GRAMMAR["too big"])
        stack.extend((child, depth + 1) for child in node.children())


class Parser:
    """The state of reading one text; one method for each level of binding."""

    def __init__(self, text: str, variables: tuple[str, ...]) -> None:
        self.variables = variables
        self.tokens = [part for token in tokenize(text) for part in self._split(token)]
        self.index = 0
        self.depth = 0
        self.bars = 0  # |…| open in the bracket that is being read
        self.bracket = (-1, -1)  # first token of the last bracket, and the token after it
        self.bare_end = -1  # where the last function without brackets ended
        self.notes: list[str] = []

    def _split(self, token: Token) -> list[Token]:
        """A run of letters as the names in it: ``xsinx`` as ``x``, ``sin``, ``x``."""
        name = token.value
        if token.kind != "name" or self.known(name) or name in _WORDS | {"True", "False"}:
            return [token]
        parts = split_name(name, self.variables)
        if parts is None:
            return [token]
        positions = [token.position + sum(map(len, parts[:k])) for k in range(len(parts))]
        return [
            Token("name", part, p, token.spaced if k == 0 else False)
            for k, (part, p) in enumerate(zip(parts, positions, strict=True))
        ]

    # --- tokens ---
    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.index]

    def at(self, *values: str) -> bool:
        """Whether the next token is one of these signs or words."""
        return self.token.kind in ("op", "name") and self.token.value in values

    def accept(self, *values: str) -> bool:
        """Step over the next token if it is one of these."""
        found = self.at(*values)
        self.index += found
        return found

    def expect(self, value: str, opened: Token | None = None) -> None:
        """Step over a sign that must come now; ``opened`` is the bracket it closes."""
        if self.accept(value):
            return
        ends = self.token.kind == "end" or self.token.value in _CLOSING.values()
        if opened is not None and ends:
            raise AnswerError(GRAMMAR["not closed"].format(token=opened.value), opened.position)
        raise self.unexpected()

    def unexpected(self) -> AnswerError:
        """The error for the next token, which cannot stand here."""
        token = self.token
        if token.kind == "end":
            if self.index == 0:
                return AnswerError(GRAMMAR["empty"], token.position)
            before = self.tokens[self.index - 1].value
            return AnswerError(GRAMMAR["ends"].format(token=before), token.position)
        if token.value == ",":
            return AnswerError(GRAMMAR["comma"], token.position)
        if token.value in (")", "]", "}"):
            return AnswerError(GRAMMAR["not opened"].format(token=token.value), token.position)
        if token.value == "|":
            return AnswerError(GRAMMAR["bars"], token.position)
        if token.value in ("*", "/", "^", "!", *_RELATIONS):
            return AnswerError(GRAMMAR["missing operand"].format(token=token.value), token.position)
        return AnswerError(GRAMMAR["unexpected"].format(token=token.value), token.position)

    def known(self, name: str) -> bool:
        """Whether a name has a meaning."""
        return name in self.variables or name in CONSTANTS or function_of(name) is not None

    def enter(self) -> None:
        """Count a level of nesting."""
        self.depth += 1
        if self.depth > NESTING:
            raise AnswerError(GRAMMAR["too deep"], self.token.position)

    def value(self, found: Expr | Condition, position: int) -> Expr:
        """Insist on a formula, not a condition."""
        if isinstance(found, Expr):
            return found
        key = "equation" if isinstance(found, Comparison) and found.op == "=" else "condition"
        raise AnswerError(GRAMMAR[key], position)

    def condition(self, found: Expr | Condition, position: int) -> Condition:
        """Insist on a condition, not a formula."""
        if isinstance(found, Expr):
            message = GRAMMAR["no condition"].format(variable=self.variables[0])
            raise AnswerError(message, position)
        return found

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
        while self.at(*_RELATIONS):
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
            return token.value not in _WORDS
        return token.value in _CLOSING or (token.value == "|" and not self.bars)

    def at_function(self) -> bool:
        """Whether the next token is the name of a function."""
        name = self.token.value
        return self.token.kind == "name" and not (
            name in self.variables or name in CONSTANTS or function_of(name) is None
        )

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
        if token.kind == "name" and token.value not in _WORDS:
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
        closing = _CLOSING[opened.value]
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


def product(factors: list[Expr]) -> Expr:
    """The product of one or more factors."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def quotient(top: Expr, bottom: Expr) -> Expr:
    """A fraction; of integers in lowest terms it is one number."""
    if isinstance(top, Number) and isinstance(bottom, Number) and bottom.value:
        ratio = Fraction(top.value, bottom.value)
        if (ratio.numerator, ratio.denominator) == (top.value, bottom.value):
            return Number(ratio)
    return Quotient(top, bottom)


def negative(tree: Expr, keep: bool = False) -> Expr:
    """A formula with a minus sign before it, as the tree writes it; ``keep`` does not look inside."""
    if isinstance(tree, Number):
        return Number(-tree.value)
    if isinstance(tree, Product) and not keep:
        first, *rest = tree.factors
        if isinstance(first, Number) and first.value > 0:
            return Product((Number(-first.value), *rest))
        return Product((Number(Fraction(-1)), *tree.factors))
    return Product((Number(Fraction(-1)), tree))


def negated(condition: Condition) -> Condition:
    """The condition that holds where the given one does not."""
    if isinstance(condition, Comparison):
        return Comparison(_NEGATED[condition.op], condition.left, condition.right)
    other = {"and": "or", "or": "and"}[condition.op]
    return Logic(other, tuple(negated(part) for part in condition.parts))
