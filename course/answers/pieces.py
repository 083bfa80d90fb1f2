"""The derivative of a function given piece by piece, with the points where the pieces meet."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from course.answers.algebra import ZERO, at, number, rational, rebuild, subtract
from course.answers.polynomials import rational_roots
from course.answers.tree import (
    VARIADIC,
    Apply,
    Cases,
    Comparison,
    Condition,
    Expr,
    Logic,
    Variable,
    walk,
)


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
        roots = rational_roots(switch, variable)
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
