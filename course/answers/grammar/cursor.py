"""Where the parser stands in the tokens, and the errors for what cannot stand there."""

from __future__ import annotations

from course.answers.errors import AnswerError
from course.answers.grammar.lexer import Token, tokenize
from course.answers.grammar.limits import NESTING
from course.answers.grammar.names import CONSTANTS, function_of, split_name
from course.answers.strings import GRAMMAR
from course.answers.tree import Comparison, Condition, Expr

WORDS = frozenset(["if", "else", "otherwise", "and", "or", "not"])

RELATIONS = frozenset(["<", "<=", ">", ">=", "=", "!="])

CLOSING = {"(": ")", "[": "]", "{": "}"}


class Cursor:
    """A position in the tokens of one text, with what has been read so far noted."""

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
        if token.kind != "name" or self.known(name) or name in WORDS | {"True", "False"}:
            return [token]
        parts = split_name(name, self.variables)
        if parts is None:
            return [token]
        positions = [token.position + sum(map(len, parts[:k])) for k in range(len(parts))]
        return [
            Token("name", part, p, token.spaced if k == 0 else False)
            for k, (part, p) in enumerate(zip(parts, positions, strict=True))
        ]

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
        ends = self.token.kind == "end" or self.token.value in CLOSING.values()
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
        if token.value in ("*", "/", "^", "!", *RELATIONS):
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

    def at_function(self) -> bool:
        """Whether the next token is the name of a function."""
        name = self.token.value
        return self.token.kind == "name" and not (
            name in self.variables or name in CONSTANTS or function_of(name) is None
        )
