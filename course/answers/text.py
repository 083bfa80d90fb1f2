"""A tree as plain text that parses back to the same tree."""

from __future__ import annotations

from fractions import Fraction

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

# How tightly a text binds: a part is put in brackets when it binds less than its place asks for.
_SUM, _PRODUCT, _POWER, _ATOM = range(4)


def to_text(tree: Expr) -> str:
    """Write a tree as text.

    Parameters
    ----------
    tree : Expr
        The formula.

    Returns
    -------
    str
        Text with every product sign and bracket written, without doubtful readings; parsing it
        gives the tree again.
    """
    return _write(tree)[0]


def condition_text(condition: Condition) -> str:
    """Write a condition as text."""
    if isinstance(condition, Comparison):
        return f"{to_text(condition.left)} {condition.op} {to_text(condition.right)}"
    parts = (
        condition_text(part) if isinstance(part, Comparison) else f"({condition_text(part)})"
        for part in condition.parts
    )
    return f" {condition.op} ".join(parts)


def _write(tree: Expr) -> tuple[str, int]:
    """The text and how tightly it binds."""
    match tree:
        case Number(value):
            return _number(value)
        case Constant(name) | Variable(name):
            return name, _ATOM
        case Sum(terms):
            first, *rest = (_signed(term) for term in terms)
            text = ("-" if first[0] else "") + first[1]
            return text + "".join(f" {'-' if minus else '+'} {t}" for minus, t in rest), _SUM
        case Product() | Quotient():
            minus, text = _signed(tree)
            return ("-" + text, _SUM) if minus else (text, _PRODUCT)
        case Power(base, exponent):
            top, binding = _write(exponent)
            plain = isinstance(exponent, Variable) or (
                binding == _ATOM and top.isdigit() and top != "1"
            )
            return f"{_wrap(base, _ATOM)}^{top if plain else f'({top})'}", _POWER
        case Apply(function, arguments):
            return f"{function}({', '.join(map(to_text, arguments))})", _ATOM
        case Cases(branches, otherwise):
            parts = [p for c, v in branches for p in (condition_text(c), to_text(v))]
            parts += [] if otherwise is None else [to_text(otherwise)]
            return f"cases({', '.join(parts)})", _ATOM
    raise TypeError(f"not a formula: {tree!r}")


def _number(value: Fraction) -> tuple[str, int]:
    if value < 0:
        return str(value), _SUM
    return str(value), _ATOM if value.denominator == 1 else _PRODUCT


def _wrap(tree: Expr, at_least: int) -> str:
    text, binding = _write(tree)
    return text if binding >= at_least else f"({text})"


def _signed(tree: Expr) -> tuple[bool, str]:
    """Whether a term is written with a minus sign, and its text without the sign."""
    if isinstance(tree, Number) and tree.value < 0:
        return True, str(-tree.value)
    if isinstance(tree, Product):
        first, *rest = tree.factors
        if isinstance(first, Number) and first.value < 0:
            if first.value != -1:
                return True, _factors([Number(-first.value), *rest])
            if not isinstance(rest[0], Number) or rest[0].value < 0:
                if len(rest) > 1:
                    return True, _factors(rest)
                return True, _wrap(rest[0], _PRODUCT + (not isinstance(rest[0], Quotient)))
            return True, "*".join(["1", *(_wrap(f, _POWER) for f in rest)])
        return False, _factors(list(tree.factors))
    if isinstance(tree, Quotient):
        top = _wrap(tree.numerator, _PRODUCT)
        if isinstance(tree.numerator, Number) and isinstance(tree.denominator, Number):
            top = f"({top})"  # 1/3 without brackets is read as one number
        return False, f"{top}/{_wrap(tree.denominator, _POWER)}"
    text, binding = _write(tree)
    return False, text if binding > _SUM else f"({text})"


def _factors(factors: list[Expr]) -> str:
    return "*".join(_wrap(f, _POWER) for f in factors)
