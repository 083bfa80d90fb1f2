"""Replacing variables by formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from course.answers import tree as T


def substitute(node: T.Expr, values: Mapping[str, T.Expr]) -> T.Expr:
    """The tree with variables replaced; nothing is simplified."""

    def condition(c: T.Condition) -> T.Condition:
        if isinstance(c, T.Logic):
            return replace(c, parts=tuple(condition(part) for part in c.parts))
        return replace(c, left=sub(c.left), right=sub(c.right))

    def sub(n: T.Expr) -> T.Expr:
        match n:
            case T.Variable(name):
                return values.get(name, n)
            case T.Sum(terms):
                return T.Sum(tuple(map(sub, terms)))
            case T.Product(factors):
                return T.Product(tuple(map(sub, factors)))
            case T.Quotient(numerator, denominator):
                return T.Quotient(sub(numerator), sub(denominator))
            case T.Power(base, exponent):
                return T.Power(sub(base), sub(exponent))
            case T.Apply(name, arguments):
                return T.Apply(name, tuple(map(sub, arguments)))
            case T.Cases(branches, otherwise):
                return T.Cases(
                    tuple((condition(c), sub(v)) for c, v in branches),
                    None if otherwise is None else sub(otherwise),
                )
        return n

    return sub(node)
