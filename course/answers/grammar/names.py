"""The names that learners type, and what each of them means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from course.answers.errors import AnswerError
from course.answers.strings import GRAMMAR
from course.answers.tree import FUNCTIONS, VARIADIC

#: Other names of the functions of the tree.
ALIASES = {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arcsinh": "asinh", "arsinh": "asinh",
    "arccosh": "acosh", "arcosh": "acosh", "arctanh": "atanh", "artanh": "atanh", "cosec": "csc", "cotan": "cot",
    "tg": "tan", "ctg": "cot", "sgn": "sign", "signum": "sign", "fabs": "abs", "absolute": "abs", "Abs": "abs",
    "ceiling": "ceil", "Max": "max", "Min": "min", "maximum": "max", "minimum": "min", "root": "sqrt",
    "logistic": "sigmoid", "expit": "sigmoid", "ReLU": "relu", "Relu": "relu", "fact": "factorial",
}  # fmt: skip
#: Names that stand for a formula of their argument; the parser builds it.
DERIVED = frozenset(["log2", "log10", "log1p", "expm1", "pow", "square"])
#: Names that are written like functions but take conditions.
CASES = frozenset(["cases", "piecewise", "Piecewise", "where"])
CONSTANTS = {"e": "e", "E": "e", "pi": "pi", "Pi": "pi", "PI": "pi"}
_OPERATIONS = {
    "diff": "diff", "derivative": "diff", "Derivative": "diff", "D": "diff", "ddx": "diff", "grad": "diff",
    "differentiate": "diff", "gradient": "diff", "integrate": "integral", "integral": "integral", "int": "integral",
    "Integral": "integral", "quad": "integral", "limit": "limit", "lim": "limit", "Limit": "limit", "sum": "sum",
    "Sum": "sum", "prod": "sum", "product": "sum", "Product": "sum", "series": "sum", "taylor": "sum",
    "solve": "solve", "subs": "solve", "simplify": "solve", "eval": "solve", "exec": "solve", "lambda": "solve",
}  # fmt: skip
_CALLS = FUNCTIONS | VARIADIC | frozenset(ALIASES) | DERIVED | CASES


def function_of(name: str) -> str | None:
    """The tree's name of a function, or the name itself for those that the parser builds."""
    if name in _CALLS:
        return ALIASES.get(name, name)
    return None


def split_name(name: str, variables: Iterable[str]) -> list[str] | None:
    """Split a run of letters such as ``xsinx`` into known names, the longest first.

    Returns
    -------
    list of str or None
        The names; None when there is no such splitting or when only ``e`` and variables remain,
        as in ``ex``, which is more often a slip than a product.
    """
    known = sorted({*_CALLS, "pi", "e", *variables}, key=len, reverse=True)
    parts: list[str] = []
    rest = name
    while rest:
        part = next((k for k in known if rest.startswith(k)), None)
        if part is None or len(parts) > 40:
            return None
        parts.append(part)
        rest = rest[len(part) :]
    if "e" in parts and not (parts[-1] == "e" and parts.count("e") == 1 and len(parts) > 1):
        return None
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if part in VARIADIC | CASES | DERIVED and after:
            return None
    return parts


def unknown_name(name: str, position: int, variables: tuple[str, ...]) -> AnswerError:
    """The error for a name without meaning, with the likeliest thing that was meant."""
    if name in _OPERATIONS:
        what = GRAMMAR["what " + _OPERATIONS[name]]
        return AnswerError(GRAMMAR["operation"].format(name=name, what=what), position)
    if name.lower() in ("heaviside", "step", "theta"):
        return AnswerError(GRAMMAR["heaviside"].format(name=name), position)
    if name in ("i", "I", "j") and name not in variables:
        return AnswerError(GRAMMAR["imaginary"].format(name=name), position)
    if name in ("oo", "inf", "infinity", "Infinity"):
        return AnswerError(GRAMMAR["infinity"], position)
    if name in ("nan", "NaN"):
        return AnswerError(GRAMMAR["not a number"].format(name=name), position)
    listed = ", ".join(variables)
    if name in ("f", "g", "h", "F", "G", "u", "v", "sigma"):
        return AnswerError(
            GRAMMAR["is a function of"].format(name=name, variables=listed), position
        )
    if name.endswith("0") and (base := name[:-1].removesuffix("_")) in variables:
        message = GRAMMAR["point in formula"].format(name=base, variables=listed)
        return AnswerError(message, position)
    letters = name.rstrip("0123456789")
    if letters in variables and letters != name:
        power, product = f"{letters}^{name[len(letters) :]}", f"{name[len(letters) :]}*{letters}"
        message = GRAMMAR["digits in name"].format(name=name, power=power, product=product)
        return AnswerError(message, position)
    if len(name) <= 2 and letters.lower() not in variables:
        return AnswerError(
            GRAMMAR["unknown variable"].format(name=name, variables=listed), position
        )
    message = GRAMMAR["unknown"].format(name=name)
    near = suggestion(name, variables)
    if near:
        message += GRAMMAR["did you mean"].format(name=near)
    return AnswerError(message, position)


def suggestion(name: str, variables: tuple[str, ...]) -> str | None:
    """The known name that is nearest to an unknown one."""
    known = [*variables, *sorted(_CALLS), "pi"]
    lower = {k.lower(): k for k in reversed(known)}
    if name.lower() in lower:
        return lower[name.lower()]
    near = difflib.get_close_matches(name.lower(), list(lower), 1, 0.7)
    return lower[near[0]] if near else None
