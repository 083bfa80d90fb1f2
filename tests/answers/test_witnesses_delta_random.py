"""Random algebraic formulas for δ: no verdict may be contradicted by 400 digits of mpmath."""

from __future__ import annotations

import random
from fractions import Fraction

import mpmath
import pytest

from course.answers import tree as T
from course.answers.witnesses.delta import check_delta

EPS = T.Variable("eps")
#: Exact zeros appear as numbers below this.
TINY = mpmath.mpf(10) ** -300


class Undefined(Exception):
    pass


def formula(draw: random.Random, depth: int) -> T.Expr:
    """A random formula in eps."""
    if depth == 0:
        number = T.expr(Fraction(draw.randint(-3, 4), draw.choice([1, 1, 2, 3])))
        return draw.choice([EPS, EPS, EPS, number])
    one, two = formula(draw, depth - 1), formula(draw, draw.randint(0, depth - 1))
    kind = draw.choice(
        [
            "sum",
            "difference",
            "product",
            "quotient",
            "min",
            "max",
            "abs",
            "sqrt",
            "cbrt",
            "power",
            "cases",
        ]
    )
    if kind in ("min", "max"):
        return T.Apply(kind, (one, two))
    if kind in ("abs", "sqrt", "cbrt"):
        return T.Apply(kind, (one,))
    if kind == "cases":
        condition = T.Comparison(draw.choice(["<", "<=", "="]), EPS, two)
        return T.Cases(((condition, one),), formula(draw, 0))
    if kind == "power":
        return T.Power(one, T.expr(draw.choice([2, 3, -1])))
    return {"sum": one + two, "difference": one - two, "product": one * two}.get(kind, one / two)


def real(q: Fraction) -> mpmath.mpf:
    return mpmath.mpf(q.numerator) / q.denominator


def value(node: T.Expr, x: mpmath.mpf) -> mpmath.mpf:
    """The value by mpmath; its own reading of the tree."""

    def sub(n):
        return value(n, x)

    match node:
        case T.Number(q):
            return real(q)
        case T.Variable(_):
            return x
        case T.Sum(terms):
            return mpmath.fsum(map(sub, terms))
        case T.Product(factors):
            return mpmath.fprod(map(sub, factors))
        case T.Quotient(above, below):
            if abs(sub(below)) < TINY:
                raise Undefined
            return sub(above) / sub(below)
        case T.Power(base, T.Number(q)):
            if q < 0 and abs(sub(base)) < TINY:
                raise Undefined
            return sub(base) ** int(q)
        case T.Apply("min" | "max" as name, arguments):
            return {"min": min, "max": max}[name](map(sub, arguments))
        case T.Apply("abs", (inside,)):
            return abs(sub(inside))
        case T.Apply("sqrt", (inside,)):
            if sub(inside) < -TINY:
                raise Undefined
            return mpmath.sqrt(max(sub(inside), 0))
        case T.Apply("cbrt", (inside,)):
            return mpmath.sign(sub(inside)) * mpmath.cbrt(abs(sub(inside)))
        case T.Cases(((T.Comparison(op, left, right), branch),), otherwise):
            gap = sub(left) - sub(right)
            holds = {"<": gap < -TINY, "<=": gap <= TINY, "=": abs(gap) <= TINY}[op]
            return sub(branch if holds else otherwise)
    raise AssertionError(node)


def works(delta: T.Expr, x: mpmath.mpf) -> bool:
    try:
        return TINY < value(delta, x) <= x * (1 + TINY)
    except Undefined:
        return False


@pytest.mark.parametrize("seed", range(4))
def test_no_verdict_is_contradicted(seed):
    draw = random.Random(seed)
    seen: dict[str, int] = {}
    with mpmath.workdps(400):
        points = [
            real(Fraction(draw.randint(1, 4000), draw.randint(1, 400)) * Fraction(10) ** k)
            for k in range(-6, 7)
            for _ in range(4)
        ] + [real(Fraction(p, q)) for p in range(1, 9) for q in range(1, 5)]
        for _ in range(60):
            base = formula(draw, draw.randint(1, 4))
            size = T.Apply("abs", (base,))
            delta = draw.choice(
                [
                    base,
                    T.Apply("min", (EPS, size)),
                    EPS / (1 + base**2),
                    T.Apply("min", (EPS, size + 1)),
                ]
            )
            found = check_delta(delta)
            seen[found.kind] = seen.get(found.kind, 0) + 1
            if found.kind == "right":
                assert all(works(delta, x) for x in points), delta
            elif found.kind == "wrong" and isinstance(found.counterexample["eps"], Fraction):
                assert not works(delta, real(found.counterexample["eps"])), delta
    assert seen.get("right", 0) > 5
    assert seen.get("wrong", 0) > 5
    assert seen.get("undetermined", 0) <= 4
