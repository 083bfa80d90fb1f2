"""The induction step for f⁽ⁿ⁾(x) = Pₙ(1/x) f(x): what its factors and polynomials have to be.

If f′(x) = L(1/x) f(x), then (P(1/x) f(x))′ = (L P − t² P′)(1/x) f(x) with t = 1/x. So
P_{n+1} = A Pₙ + B Pₙ′ with A = L and B = −t² for *every* polynomial, and A and B are unique: P = 1
gives A, then P = t gives B. They are computed here from f and from 1/x by differentiation.
"""

from __future__ import annotations

from course.answers import tree as T
from course.answers.witnesses.substitution import substitute

#: The variable of the polynomials.
VARIABLE = "t"


def step(function: str) -> tuple[T.Expr, T.Expr]:
    """The factors A and B of the induction step, as formulas in t.

    Parameters
    ----------
    function : str
        Formula of f in x, without zeros for x != 0.
    """
    from course.answers.calculus import differentiate
    from course.answers.reading import read

    f = read(function, ("x",))
    x = T.Variable("x")
    at = {"x": 1 / T.Variable(VARIABLE)}
    return (
        substitute(differentiate(f, "x") / f, at),
        substitute(differentiate(1 / x, "x"), at),
    )


def polynomial(function: str, order: int) -> T.Expr:
    """A formula in t for Pₙ, from P₀ = 1 by the induction step; not simplified."""
    from course.answers.calculus import differentiate

    a, b = step(function)
    result = T.expr(1)
    for _ in range(order):
        result = a * result + b * differentiate(result, VARIABLE)
    return result
