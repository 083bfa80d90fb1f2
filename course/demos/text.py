"""Sentences with numbers in them, written alike in Python and in the browser.

A *text* is data: a string, a list of texts (joined), ``choose(condition, then, otherwise)`` or
``by(control, cases)``. A string holds placeholders ``{name:format}`` and three marks: ``*x*`` is a
mathematical letter (italic), ``[words](role)`` has the colour of a role, ``~`` is a space that does not
break. Formats:

``.2f``
    fixed decimals;
``+.2f``
    the same with its sign;
``.3g``
    significant digits, without trailing zeros, as a power of ten where that is shorter;
``label``
    the label of a choice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from . import strings
from .expression import Expression, formula, names

Text = Any
PLACEHOLDER = re.compile(r"\{(\w+)(?::([^}]*))?\}")
MARK = re.compile(r"\*([^*]+)\*|\[([^\]]+)\]\((\w+)\)")
#: Relations and signs that a line does not break around.
TIED = re.compile(r" ([=≠→≤≥<>+−±×/]) ")
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def by(name: str, cases: Mapping[Any, Text]) -> Text:
    """Return the text of the case named by the control `name`, or by the value of a whole number."""
    return {"by": name, "cases": {str(key): text for key, text in cases.items()}}


def case_name(value: str | float) -> str:
    """Return the name of the case of a control's or a whole number's value."""
    return value if isinstance(value, str) else f"{value:.0f}"


def choose(condition: Any, then: Text, otherwise: Text = "") -> Text:
    """Return the text `then` where the formula `condition` is not 0, else `otherwise`."""
    return {"if": formula(condition), "then": then, "else": otherwise}


def to_json(text: Text) -> Any:
    """Return `text` with its formulas as nested lists."""
    if isinstance(text, list | tuple):
        return [to_json(part) for part in text]
    if isinstance(text, dict):
        return {key: to_json(value) for key, value in text.items()}
    return text.json() if isinstance(text, Expression) else text


def names_in(text: Text, functions: Mapping[str, Any]) -> set[str]:
    """Return the controls and quantities that `text` depends on."""
    if isinstance(text, str):
        return {match[1] for match in PLACEHOLDER.finditer(text)}
    if isinstance(text, Expression):
        return names(text, functions)
    if isinstance(text, dict):
        inner = [names_in(value, functions) for key, value in text.items() if key != "by"]
        return ({text["by"]} if "by" in text else set()).union(*inner)
    return set().union(*(names_in(part, functions) for part in text))


def superscript(exponent: int) -> str:
    """Return an integer as raised digits."""
    return str(exponent).translate(SUPERSCRIPTS)


def number(value: float, spec: str = ".4g") -> str:
    """Return `value` in the format `spec`, with a true minus sign; ties round away from 0."""
    if value != value:
        return strings.UNDEFINED
    sign = "−" if value < 0 else ("+" if spec.startswith("+") else "")
    if math.isinf(value):
        return sign + "∞"
    digits, kind = int(spec.lstrip("+")[1:-1]), spec[-1]
    size = Decimal(abs(value))
    if kind == "f":
        body = f"{size.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP):f}"
    else:
        body = _significant(size, digits)
    if float(body.split(" ")[0]) == 0:
        sign = ""
    return sign + body


def _significant(size: Decimal, digits: int) -> str:
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(size)
    if rounded == 0:
        return "0"
    power = rounded.adjusted()
    if -5 < power < 6:
        return _trim(f"{rounded:f}")
    return f"{_trim(f'{rounded.scaleb(-power):f}')} × 10{superscript(power)}"


def _trim(body: str) -> str:
    return body.rstrip("0").rstrip(".") if "." in body else body


def marked(
    text: Text,
    environment: Mapping[str, Any],
    evaluate: Callable[[Expression], float],
    label: Callable[[str, str], str] = lambda name, value: value,
) -> str:
    """Return `text` with its numbers filled in and its marks still there."""
    if isinstance(text, list | tuple):
        parts = (marked(part, environment, evaluate, label) for part in text)
        return " ".join(part for part in parts if part)
    if isinstance(text, dict):
        if "by" in text:
            chosen = text["cases"].get(case_name(environment[text["by"]]), "")
        else:
            chosen = text["then"] if evaluate(text["if"]) else text["else"]
        return marked(chosen, environment, evaluate, label)

    def fill(match: re.Match[str]) -> str:
        value = environment[match[1]]
        return (
            label(match[1], value) if isinstance(value, str) else number(value, match[2] or ".4g")
        )

    return PLACEHOLDER.sub(fill, text)


def pieces(source: str) -> list[tuple[str, str]]:
    """Split a marked string into ``(kind, words)``; kind is ``""``, ``"math"`` or a role."""
    found, last = [], 0
    source = TIED.sub("\u00a0\\1\u00a0", source.replace("~", "\u00a0"))
    source = source.replace("′", "\u2060′\u2060")  # no line begins or ends with a prime
    for match in MARK.finditer(source):
        found.append(("", source[last : match.start()]))
        found.append(("math", match[1]) if match[1] else (match[3], match[2]))
        last = match.end()
    found.append(("", source[last:]))
    return [(kind, words) for kind, words in found if words]


def plain(source: str) -> str:
    """Return a marked string without its marks, as it is read aloud."""
    return MARK.sub(lambda match: plain(match[1] or match[2]), source).replace("~", "\u00a0")
