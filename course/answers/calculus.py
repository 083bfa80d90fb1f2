"""Differentiation of a tree by the rules of chapters 3 and 4.

:func:`derivative` applies the rules node by node; :func:`differentiate` also decides what happens
at the points where a function given piece by piece changes its formula:

* ``|u|``, ``max``, ``min``, ``relu``, ``sign`` and ``cases`` are differentiated on each open piece;
* at a point between two pieces the derivative exists exactly when both neighbouring formulas and
  the function's own value agree there and so do the two slopes. Otherwise it is undefined there;
* this is decided when the pieces end at finitely many rational points. Otherwise (``|sin x|``,
  ``floor``) the derivative counts as undefined at the ends of pieces. It also counts as undefined
  where a neighbouring formula has no value of its own, as e^(−1/x²) at 0: the limit is not taken,
  and such a question states its reference itself.

The derivative's formula may have values outside the function's domain (1/x for log): where a
comparison takes place is part of the question.
"""

from __future__ import annotations

from collections.abc import Callable

from course.answers.algebra import (
    ONE,
    ZERO,
    add,
    apply,
    divide,
    is_constant,
    multiply,
    negate,
    number,
    power,
    rational,
    split_factors,
    subtract,
)
from course.answers.tree import (
    VARIADIC,
    Apply,
    Cases,
    Comparison,
    Constant,
    Expr,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    walk,
)

#: A rule that replaces the right one at some nodes: from a node and the derivative of its parts to
#: the derivative of the node, or None where the right rule is to be used.
Rule = Callable[[Expr, Callable[[Expr], Expr]], "Expr | None"]
PIECEWISE = frozenset({"abs", "sign", "relu"}) | VARIADIC


class NotDifferentiable(ValueError):
    """A formula for which there is no rule (the factorial of a variable)."""


def differentiate(tree: Expr, variable: str = "x") -> Expr:
    """The derivative of a formula, also where its pieces meet.

    Parameters
    ----------
    tree : Expr
        The function.
    variable : str
        The variable; every other letter counts as a constant.

    Returns
    -------
    Expr
        The derivative, barely simplified. See the module for points between pieces.

    Raises
    ------
    NotDifferentiable
        For the factorial of the variable.
    """
    if any(
        isinstance(n, Cases) or (isinstance(n, Apply) and n.function in PIECEWISE)
        for n in walk(tree)
    ):
        from course.answers.pieces import differentiate_pieces

        pieces = differentiate_pieces(tree, variable)
        if pieces is not None:
            return pieces
    return derivative(tree, variable)


def derivative(tree: Expr, variable: str = "x", rule: Rule | None = None) -> Expr:
    """The derivative by the rules, node by node; undefined wherever two pieces meet.

    Parameters
    ----------
    tree : Expr
        The function.
    variable : str
        The variable.
    rule : callable, optional
        A rule to be tried first at every node: how a misconception differentiates.
    """

    def d(part: Expr) -> Expr:
        return derivative(part, variable, rule)

    if is_constant(tree, variable):
        return ZERO
    if rule is not None and (replaced := rule(tree, d)) is not None:
        return replaced
    match tree:
        case Variable():
            return ONE
        case Sum(terms):
            return add(*(d(term) for term in terms))
        case Product():
            return _product(tree, variable, d)
        case Quotient(f, g):
            if is_constant(g, variable):
                return divide(d(f), g)
            return divide(subtract(multiply(d(f), g), multiply(f, d(g))), power(g, number(2)))
        case Power(base, exponent):
            return multiply(*_power(base, exponent, variable, d))
        case Apply(function, arguments) if function in VARIADIC:
            return _extremum(function, arguments, d)
        case Apply(function, (argument,)):
            return multiply(slope(function, argument), d(argument))
        case Cases(branches, otherwise):
            return Cases(
                tuple((condition, d(value)) for condition, value in branches),
                None if otherwise is None else d(otherwise),
            )
    raise TypeError(f"not a formula: {tree!r}")


def _product(tree: Product, variable: str, d: Callable[[Expr], Expr]) -> Expr:
    constant, factors = split_factors(tree, variable)
    terms = []
    for index, factor in enumerate(factors):
        slope_of_factor = d(factor)
        if slope_of_factor != ZERO:
            others = factors[:index] + factors[index + 1 :]
            terms.append(multiply(constant, slope_of_factor, *others))
    return add(*terms)


def _power(base: Expr, exponent: Expr, variable: str, d: Callable[[Expr], Expr]) -> list[Expr]:
    """The factors of the derivative of a power."""
    if is_constant(exponent, variable):
        exact = rational(exponent)
        less = exponent - 1 if exact is None else number(exact - 1)
        return [exponent, power(base, less), d(base)]
    if base == Constant("e"):
        return [Power(base, exponent), d(exponent)]
    if is_constant(base, variable):
        return [Power(base, exponent), apply("log", base), d(exponent)]
    inner = add(
        multiply(d(exponent), apply("log", base)), divide(multiply(exponent, d(base)), base)
    )
    return [Power(base, exponent), inner]


def _extremum(function: str, arguments: tuple[Expr, ...], d: Callable[[Expr], Expr]) -> Expr:
    """The derivative of max or min: that of the argument which is strictly the largest (smallest)."""
    first, *rest = arguments
    if not rest:
        return d(first)
    other = rest[0] if len(rest) == 1 else Apply(function, tuple(rest))
    above, below = (">", "<") if function == "max" else ("<", ">")
    return Cases(
        ((Comparison(above, first, other), d(first)), (Comparison(below, first, other), d(other))),
        None,
    )


def slope(function: str, u: Expr) -> Expr:
    """The derivative of a function of one argument, at ``u``.

    Parameters
    ----------
    function : str
        A name in :data:`course.answers.tree.FUNCTIONS`.
    u : Expr
        The argument. Its own derivative is not multiplied in.
    """
    if function == "factorial":
        raise NotDifferentiable("the factorial is defined at whole numbers only")
    return _SLOPES[function](u)


def _cases(u: Expr, negative: Expr, positive: Expr) -> Expr:
    return Cases(((Comparison("<", u, ZERO), negative), (Comparison(">", u, ZERO), positive)), None)


def _root(u: Expr) -> Expr:
    return apply("sqrt", u)


_TWO = number(2)
_SLOPES: dict[str, Callable[[Expr], Expr]] = {
    "sin": lambda u: apply("cos", u),
    "cos": lambda u: negate(apply("sin", u)),
    "tan": lambda u: divide(ONE, power(apply("cos", u), _TWO)),
    "cot": lambda u: divide(number(-1), power(apply("sin", u), _TWO)),
    "sec": lambda u: multiply(apply("sec", u), apply("tan", u)),
    "csc": lambda u: negate(multiply(apply("csc", u), apply("cot", u))),
    "asin": lambda u: divide(ONE, _root(1 - u**2)),
    "acos": lambda u: divide(number(-1), _root(1 - u**2)),
    "atan": lambda u: divide(ONE, 1 + u**2),
    "sinh": lambda u: apply("cosh", u),
    "cosh": lambda u: apply("sinh", u),
    "tanh": lambda u: power(apply("sech", u), _TWO),
    "coth": lambda u: negate(power(apply("csch", u), _TWO)),
    "sech": lambda u: negate(multiply(apply("sech", u), apply("tanh", u))),
    "csch": lambda u: negate(multiply(apply("csch", u), apply("coth", u))),
    "asinh": lambda u: divide(ONE, _root(u**2 + 1)),
    "acosh": lambda u: divide(ONE, multiply(_root(u - 1), _root(u + 1))),
    "atanh": lambda u: divide(ONE, 1 - u**2),
    "exp": lambda u: apply("exp", u),
    "log": lambda u: divide(ONE, u),
    "sqrt": lambda u: divide(ONE, multiply(_TWO, _root(u))),
    "cbrt": lambda u: divide(ONE, multiply(number(3), power(apply("cbrt", u), _TWO))),
    "abs": lambda u: _cases(u, number(-1), ONE),
    "sign": lambda u: _cases(u, ZERO, ZERO),
    "relu": lambda u: _cases(u, ZERO, ONE),
    "floor": lambda u: Cases(((Comparison("!=", u, apply("floor", u)), ZERO),), None),
    "ceil": lambda u: Cases(((Comparison("!=", u, apply("ceil", u)), ZERO),), None),
    "sigmoid": lambda u: multiply(apply("sigmoid", u), apply("sigmoid", negate(u))),
}


def derivatives(tree: Expr, count: int, variable: str = "x") -> list[Expr]:
    """The function and its derivatives up to order ``count − 1``."""
    found = [tree]
    while len(found) < count:
        found.append(derivative(found[-1], variable))
    return found
