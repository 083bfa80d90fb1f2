"""Typed text to tokens. Every sign that is not plain ASCII is translated here, or refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from course.answers.errors import AnswerError
from course.answers.grammar.limits import LENGTH
from course.answers.strings import GRAMMAR


@dataclass(frozen=True, slots=True)
class Token:
    """A token: ``kind`` is ``number``, ``name``, ``op`` or ``end``; ``spaced`` when blanks precede it."""

    kind: str
    value: str
    position: int
    spaced: bool


_SAME = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "⁻": "-", "·": "*", "⋅": "*", "∙": "*", "•": "*",
    "×": "*", "✕": "*", "⨯": "*", "∗": "*", "÷": "/", "⁄": "/", "∕": "/", "∣": "|", "∧": " and ", "∨": " or ",
    "⩽": "<=", "≤": "<=", "≥": ">=", "⩾": ">=", "≠": "!=", "√": " sqrt ", "∛": " cbrt ", "π": " pi ",
    "𝜋": " pi ", "ℯ": " e ", "ε": " eps ", "ϵ": " eps ", "\u2061": "", "\u2062": "*", "\u200b": "", "\ufeff": "",
    "‖": "|", "’": "'", "′": "'",
}  # fmt: skip
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ", "0123456789+-nx", strict=True))
_LATIN = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "Х": "X", "Е": "E",
    "χ": "x", "ο": "o", "α": "a", "ν": "v", "×": "x", "ｘ": "x", "ι": "i", "т": "t", "п": "n",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+(?![\w.]))?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<op>\*\*|//|<=|>=|==|!=|<>|&&|\|\||[-+*/^()\[\]{}|,;:<>=!&'\"%.])",
)
_POWER_OF_TEN = re.compile(r"[eE]([+-]?\d+)")
_PREFIXES = frozenset(
    ["np", "numpy", "math", "sp", "sympy", "cmath", "mpmath", "mp", "jnp", "torch"]
)
_PYTHON = {"**": "^", "==": "=", "<>": "!=", "&&": "and", "&": "and"}


def tokenize(text: str) -> list[Token]:
    """Split a typed formula into tokens.

    Parameters
    ----------
    text : str
        The typed formula.

    Returns
    -------
    list of Token
        The tokens, the last of kind ``end``.

    Raises
    ------
    AnswerError
        For a text that is too long and for characters that have no meaning in a formula.
    """
    if len(text) > LENGTH:
        raise AnswerError(GRAMMAR["too long"].format(length=len(text), limit=LENGTH), LENGTH)
    plain, where = _plain(text)
    tokens: list[Token] = []
    position, spaced = 0, False
    while position < len(plain):
        if plain[position].isspace():
            position, spaced = position + 1, True
            continue
        match = _TOKEN.match(plain, position)
        if match is None:
            raise _bad_character(plain[position], where[position])
        kind, value = str(match.lastgroup), match.group()
        if kind == "number" and _POWER_OF_TEN.match(plain, match.end()):
            raise _power_of_ten(value, plain, match.end(), where[position])
        if value == "||" or (kind == "op" and value in "\"'%//." and value != "/"):
            if value != "||":
                raise _bad_sign(value, plain[position - 1 : position], where[position])
            tokens.append(Token("op", "|", where[position], spaced))
            position, spaced = position + 1, False
            continue
        if kind == "name" and value in _PREFIXES and plain[match.end() : match.end() + 1] == ".":
            position = match.end() + 1  # np.exp is exp
            continue
        value = _PYTHON.get(value, value)
        kind = "name" if value == "and" else kind
        tokens.append(Token(kind, value, where[position], spaced))
        position, spaced = match.end(), False
    tokens.append(Token("end", "", len(text), spaced))
    return _without_power_braces(tokens)


def _without_power_braces(tokens: list[Token]) -> list[Token]:
    """Read the braces of ``e^{-x}``, as LaTeX has it, as parentheses."""
    opened: list[bool] = []
    for index, token in enumerate(tokens):
        if token.value == "{":
            opened.append(index > 0 and tokens[index - 1].value == "^")
            if opened[-1]:
                tokens[index] = replace(token, value="(")
        elif token.value == "}" and opened and opened.pop():
            tokens[index] = replace(token, value=")")
    return tokens


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in ASCII where that is possible, and for each character where it was typed."""
    if text.isascii():
        return text, list(range(len(text)))
    plain: list[str] = []
    where: list[int] = []

    def put(piece: str, position: int) -> None:
        plain.extend(piece)
        where.extend([position] * len(piece))

    index = 0
    while index < len(text):
        character = text[index]
        if character in _SUPERSCRIPTS:
            start = index
            while index < len(text) and text[index] in _SUPERSCRIPTS:
                index += 1
            put("^(" + "".join(_SUPERSCRIPTS[c] for c in text[start:index]) + ")", start)
            continue
        put(_ascii(character, index), index)
        index += 1
    return "".join(plain), where


def _ascii(character: str, position: int) -> str:
    if character.isascii():
        return character
    if character in _SAME:
        return _SAME[character]
    if character in _LATIN:
        message = GRAMMAR["lookalike"].format(character=character, latin=_LATIN[character])
        raise AnswerError(message, position)
    if character.isspace():
        return " "
    folded = unicodedata.normalize("NFKC", character)
    if folded.isascii():
        return folded
    if "⁄" in folded:  # ½ and its like
        return "(" + folded.replace("⁄", "/") + ")"
    return character


def _bad_character(character: str, position: int) -> AnswerError:
    if character == "\\":
        return AnswerError(GRAMMAR["backslash"], position)
    if character == "∞":
        return AnswerError(GRAMMAR["infinity"], position)
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return AnswerError(GRAMMAR["character"].format(character=shown), position)


def _power_of_ten(digits: str, plain: str, end: int, position: int) -> AnswerError:
    """The question about ``2e-3x``: a power of ten, or the number e."""
    power = str(_POWER_OF_TEN.match(plain, end).group(1))  # type: ignore[union-attr]
    first = f"{digits}*10^({power})"
    second = f"{digits}*e{power}" if power[0] in "+-" else f"{digits}*e^{power}"
    message = GRAMMAR["doubt"].format(first=first, second=second)
    return AnswerError(message, position, (first, second))


def _bad_sign(sign: str, before: str, position: int) -> AnswerError:
    if sign in "'\"" and not (before.isalnum() or before in (")", "'")):
        return AnswerError(GRAMMAR["character"].format(character=sign), position)
    key = {"'": "quote", '"': "quote", "%": "percent", "//": "floor division"}.get(sign)
    if key:
        return AnswerError(GRAMMAR[key], position)
    return AnswerError(GRAMMAR["unexpected"].format(token=sign), position)
