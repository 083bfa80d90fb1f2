"""The derivative of a function given piece by piece, with the points where the pieces meet."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from course.answers.algebra import ZERO, at, number, rational, rebuild, subtract
from course.answers.tree import (
    VARIADIC,
    Apply,
    Cases,
    Comparison,
    Condition,
    Expr,
    Logic,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    walk,
)

_DEGREE = 12


def joins(tree: Expr, variable: str) -> list[Fraction] | None:
    """The points at which the formula may change, in order.

    Returns
    -------
    list of Fraction or None
        None when they are not finitely many rational points that can be found: arguments other
        than polynomials, or with irrational roots.
    """
    found: set[Fraction] = set()
    for switch in _switches(tree):
        roots = _roots(switch, variable)
        if roots is None:
            return None
        found |= roots
    return sorted(found)


def branch_at(tree: Expr, variable: str, point: Fraction) -> Expr | None:
    """The formula without pieces that holds at a point; None where no value is given.

    It holds on the whole open interval between two joins if the point lies inside.
    """

    def sign(u: Expr) -> int | None:
        value = rational(at(u, variable, point))
        return None if value is None else (value > 0) - (value < 0)

    match tree:
        case Apply("abs" | "relu" | "sign" as name, (u,)):
            inner, s = branch_at(u, variable, point), sign(u)
            if inner is None or s is None:
                return None
            if name == "sign":
                return number(s)
            return inner if s > 0 else (-inner if name == "abs" else ZERO)
        case Apply("max" | "min" as name, arguments):
            best = arguments[0]
            for other in arguments[1:]:
                s = sign(subtract(other, best))
                if s is None:
                    return None
                if s == (1 if name == "max" else -1):
                    best = other
            return branch_at(best, variable, point)
        case Cases(branches, otherwise):
            for condition, value in branches:
                holds = _holds(condition, variable, point)
                if holds is None:
                    return None
                if holds:
                    return branch_at(value, variable, point)
            return None if otherwise is None else branch_at(otherwise, variable, point)
    children = [branch_at(child, variable, point) for child in tree.children()]
    if any(child is None for child in children):
        return None
    new = iter(children)
    return rebuild(tree, lambda _: next(new))  # type: ignore[arg-type,return-value]


def differentiate_pieces(tree: Expr, variable: str) -> Expr | None:
    """The derivative with its values at the joins; None when the joins cannot be found."""
    from course.answers.calculus import derivative

    points = joins(tree, variable)
    if points is None:
        return None
    if not points:
        whole = branch_at(tree, variable, Fraction(0))
        return None if whole is None else derivative(whole, variable)
    formulas = _formulas(tree, variable, points)
    slopes = [None if f is None else derivative(f, variable) for f in formulas]
    smooth = [
        _smooth(tree, variable, point, formulas[i], formulas[i + 1], slopes[i], slopes[i + 1])
        for i, point in enumerate(points)
    ]
    if all(smooth) and len(set(slopes)) == 1:
        return slopes[0]
    return _assemble(variable, points, slopes, smooth)


def slopes_of_pieces(tree: Expr, variable: str) -> list[Expr | None]:
    """The derivative's formula on each open piece, from left to right; empty if there is only one."""
    from course.answers.calculus import derivative

    points = joins(tree, variable)
    formulas = _formulas(tree, variable, points) if points else []
    return [None if f is None else derivative(f, variable) for f in formulas]


def _formulas(tree: Expr, variable: str, points: list[Fraction]) -> list[Expr | None]:
    """The function's formula on each open piece."""
    samples = [points[0] - 1, *((a + b) / 2 for a, b in pairwise(points)), points[-1] + 1]
    return [branch_at(tree, variable, sample) for sample in samples]


def _smooth(
    tree: Expr,
    variable: str,
    point: Fraction,
    left: Expr | None,
    right: Expr | None,
    left_slope: Expr | None,
    right_slope: Expr | None,
) -> bool:
    """Whether the derivative exists at a join and is given there by the formula on its left."""
    middle = branch_at(tree, variable, point)
    if middle is None or left is None or right is None or not left_slope or not right_slope:
        return False
    value, slope = at(middle, variable, point), at(left_slope, variable, point)
    return (
        _same(value, at(left, variable, point))
        and _same(value, at(right, variable, point))
        and _same(slope, at(right_slope, variable, point))
    )


def _same(left: Expr, right: Expr) -> bool:
    """Whether two constants have values and are equal."""
    exact = rational(left), rational(right)
    if None not in exact:
        return exact[0] == exact[1]
    from course.answers.equality import compare

    if any(compare(ZERO, side).kind not in ("equal", "different") for side in (left, right)):
        return False
    return compare(left, right).kind == "equal"


def _assemble(
    variable: str, points: list[Fraction], slopes: list[Expr | None], smooth: list[bool]
) -> Expr:
    x = Variable(variable)
    branches: list[tuple[Condition, Expr]] = []
    for index, point in enumerate(points):
        slope = slopes[index]
        if slope is not None:
            upper = Comparison("<=" if smooth[index] else "<", x, number(point))
            open_below = index > 0 and not smooth[index - 1]
            lower = Comparison(">", x, number(points[index - 1])) if index else None
            condition = Logic("and", (lower, upper)) if open_below and lower else upper
            if index and slopes[index - 1] is None and lower:
                condition = Logic("and", (lower, upper))
            branches.append((condition, slope))
    last = slopes[-1]
    if last is not None and smooth[-1]:
        return Cases(tuple(branches), last)
    if last is not None:
        branches.append((Comparison(">", x, number(points[-1])), last))
    return Cases(tuple(branches), None)


def _switches(tree: Expr) -> list[Expr]:
    """The formulas whose sign decides which piece holds."""
    found: list[Expr] = []
    for node in walk(tree):
        match node:
            case Apply("abs" | "relu" | "sign", (u,)):
                found.append(u)
            case Apply(name, arguments) if name in VARIADIC:
                found += [subtract(a, b) for i, a in enumerate(arguments) for b in arguments[:i]]
            case Apply("floor" | "ceil", (u,)):
                found.append(node)
            case Cases(branches, _):
                for condition, _ in branches:
                    found += _differences(condition)
    return found


def _differences(condition: Condition) -> list[Expr]:
    if isinstance(condition, Comparison):
        return [subtract(condition.left, condition.right)]
    return [difference for part in condition.parts for difference in _differences(part)]


def _holds(condition: Condition, variable: str, point: Fraction) -> bool | None:
    if isinstance(condition, Logic):
        parts = [_holds(part, variable, point) for part in condition.parts]
        if None in parts:
            return None
        return all(parts) if condition.op == "and" else any(parts)
    difference = rational(at(subtract(condition.left, condition.right), variable, point))
    if difference is None:
        return None
    return {
        "<": difference < 0, "<=": difference <= 0, ">": difference > 0,
        ">=": difference >= 0, "=": difference == 0, "!=": difference != 0,
    }[condition.op]  # fmt: skip


def _roots(tree: Expr, variable: str) -> set[Fraction] | None:
    """The real roots of a polynomial if all of them are rational, else None."""
    coefficients = _polynomial(tree, variable)
    if coefficients is None:
        return None
    while coefficients and coefficients[-1] == 0:
        coefficients.pop()
    if len(coefficients) < 2:
        return set()
    from flint import fmpq, fmpq_poly

    polynomial = fmpq_poly([fmpq(c.numerator, c.denominator) for c in coefficients])
    roots = set()
    for factor, _ in polynomial.numer().factor()[1]:
        if factor.degree() == 1:
            roots.add(Fraction(-int(factor[0]), int(factor[1])))
        elif any(root.imag.contains(0) for root, _ in factor.complex_roots()):  # type: ignore[misc,has-type]
            return None
    return roots


def _polynomial(tree: Expr, variable: str) -> list[Fraction] | None:
    """The coefficients of a polynomial with rational coefficients, the constant one first."""
    match tree:
        case Variable(name) if name == variable:
            return [Fraction(0), Fraction(1)]
        case Number(value):
            return [value]
        case Sum(terms) | Product(terms):
            total = [Fraction(isinstance(tree, Product))]
            for term in terms:
                part = _polynomial(term, variable)
                if part is None or len(part) + len(total) > _DEGREE + 2:
                    return None
                total = _times(total, part) if isinstance(tree, Product) else _plus(total, part)
            return total
        case Quotient(top, bottom):
            part, divisor = _polynomial(top, variable), rational(bottom)
            return [c / divisor for c in part] if part is not None and divisor else None
        case Power(base, exponent):
            n = rational(exponent)
            if n is not None and n.denominator == 1 and 0 <= n <= _DEGREE:
                return _polynomial(Product((number(1), *[base] * int(n))), variable)
    return None


def _times(p: list[Fraction], q: list[Fraction]) -> list[Fraction]:
    total = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            total[i + j] += a * b
    return total


def _plus(p: list[Fraction], q: list[Fraction]) -> list[Fraction]:
    length = max(len(p), len(q))
    p, q = p + [Fraction(0)] * (length - len(p)), q + [Fraction(0)] * (length - len(q))
    return [a + b for a, b in zip(p, q, strict=True)]
