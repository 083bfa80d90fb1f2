"""A tree as LaTeX: the echo that shows a learner how the answer was read."""

from __future__ import annotations

from course.answers.tree import (
    Apply,
    Cases,
    Comparison,
    Condition,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

_SUM, _PRODUCT, _POWER, _ATOM = range(4)
_NAMES = {
    "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "asinh": r"\operatorname{arsinh}",
    "acosh": r"\operatorname{arcosh}", "atanh": r"\operatorname{artanh}", "sigmoid": r"\sigma",
    "sign": r"\operatorname{sign}", "sech": r"\operatorname{sech}", "relu": r"\operatorname{ReLU}",
    "csch": r"\operatorname{csch}",
}  # fmt: skip
_VARIABLES = {"eps": r"\varepsilon", "epsilon": r"\varepsilon", "delta": r"\delta"}
_BRACKETS = {
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor"),
    "ceil": (r"\left\lceil ", r"\right\rceil"),
}
_OPS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "=": "=", "!=": r"\ne"}


def to_latex(tree: Expr) -> str:
    r"""Typeset a tree.

    Parameters
    ----------
    tree : Expr
        The formula.

    Returns
    -------
    str
        LaTeX for math mode, without the dollar signs: ``\frac{1}{x}``.
    """
    return _write(tree)[0]


def condition_latex(condition: Condition) -> str:
    """Typeset a condition."""
    if isinstance(condition, Comparison):
        return f"{to_latex(condition.left)} {_OPS[condition.op]} {to_latex(condition.right)}"
    parts = (
        condition_latex(p) if isinstance(p, Comparison) else f"({condition_latex(p)})"
        for p in condition.parts
    )
    return {"and": r" \wedge ", "or": r" \vee "}[condition.op].join(parts)


def _write(tree: Expr) -> tuple[str, int]:
    match tree:
        case Number(value):
            if value < 0:
                return "-" + _write(Number(-value))[0], _SUM
            if value.denominator == 1:
                return str(value), _ATOM
            return rf"\frac{{{value.numerator}}}{{{value.denominator}}}", _PRODUCT
        case Constant(name):
            return {"pi": r"\pi"}.get(name, name), _ATOM
        case Variable(name):
            return _VARIABLES.get(name, name if len(name) == 1 else rf"\mathit{{{name}}}"), _ATOM
        case Sum(terms):
            text = _write(terms[0])[0]
            for term in terms[1:]:
                part, binding = _write(term)
                if isinstance(term, Sum):
                    part = _brackets(part)
                text += f" - {part[1:]}" if binding == _SUM and part[0] == "-" else f" + {part}"
            return text, _SUM
        case Product(factors):
            return _product(factors)
        case Quotient(numerator, denominator):
            return rf"\frac{{{to_latex(numerator)}}}{{{to_latex(denominator)}}}", _PRODUCT
        case Power(base, exponent):
            return f"{_wrap(base, _ATOM)}^{{{to_latex(exponent)}}}", _POWER
        case Apply(function, arguments):
            return _apply(function, arguments)
        case Cases(branches, otherwise):
            rows = [rf"{to_latex(v)} & \text{{if }} {condition_latex(c)}" for c, v in branches]
            rows += [] if otherwise is None else [rf"{to_latex(otherwise)} & \text{{otherwise}}"]
            return r"\begin{cases}" + r" \\ ".join(rows) + r"\end{cases}", _PRODUCT
    raise TypeError(f"not a formula: {tree!r}")


def _product(factors: tuple[Expr, ...]) -> tuple[str, int]:
    first, *rest = factors
    if isinstance(first, Number) and first.value == -1 and not isinstance(rest[0], Number):
        text, binding = _write(rest[0]) if len(rest) == 1 else _product(tuple(rest))
        return "-" + (text if binding > _SUM else _brackets(text)), _SUM
    minus = isinstance(first, Number) and first.value < 0
    text = _write(first)[0] if minus else _wrap(first, _PRODUCT)
    for factor in rest:
        part = _wrap(factor, _PRODUCT)
        needs_dot = part[0].isdigit() or isinstance(factor, (Number, Quotient))
        text += (r" \cdot " if needs_dot else r" \, ") + part
    return text, _SUM if minus else _PRODUCT


def _apply(function: str, arguments: tuple[Expr, ...]) -> tuple[str, int]:
    inside = ", ".join(map(to_latex, arguments))
    if function in _BRACKETS:
        left, right = _BRACKETS[function]
        return left + inside + right, _ATOM
    if function == "sqrt":
        return rf"\sqrt{{{inside}}}", _ATOM
    if function == "cbrt":
        return rf"\sqrt[3]{{{inside}}}", _ATOM
    if function == "factorial":
        return f"{_wrap(arguments[0], _ATOM)}!", _POWER
    return f"{_NAMES.get(function, chr(92) + function)}{_brackets(inside)}", _ATOM


def _wrap(tree: Expr, at_least: int) -> str:
    text, binding = _write(tree)
    return text if binding >= at_least else _brackets(text)


def _brackets(text: str) -> str:
    return rf"\left({text}\right)"
