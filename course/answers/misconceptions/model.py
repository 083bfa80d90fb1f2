"""What a misconception is, and the views of a formula that its rewriting is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from course.answers.algebra import (
    ONE,
    apply,
    divide,
    is_constant,
    multiply,
    number,
    power,
    rational,
    split_factors,
)
from course.answers.calculus import slope
from course.answers.tree import (
    VARIADIC,
    Apply,
    Constant,
    Expr,
    Power,
    Product,
    Quotient,
    Variable,
)

Derive = Callable[[Expr], Expr]
#: How a buggy rule differentiates one node: from the node, the (buggy) derivative of its parts and
#: the variable to the derivatives that it may give. Nothing where it does not apply.
NodeRewriting = Callable[[Expr, Derive, str], Iterable[Expr]]
#: From the whole function and the variable to wrong derivatives.
WholeRewriting = Callable[[Expr, str], Iterable[Expr]]

#: Where a rule comes from. The studies describe the kind of error; the exact rule is ours.
MARKING = "common slip in marking"
ORTON = (
    MARKING + "; on slips in carrying out differentiation: A. Orton, Students' understanding of "
    "differentiation, Educational Studies in Mathematics 14 (1983) 235-250"
)
CLARK = (
    MARKING + "; on how the chain rule is understood: J. Clark et al., Constructing a schema: the "
    "case of the chain rule, Journal of Mathematical Behavior 16 (1997) 345-364"
)


@dataclass(frozen=True, slots=True)
class Misconception:
    """A buggy rule.

    Attributes
    ----------
    name : str
        Unique; used in tests, in ``mistakes=`` of a question and in translations.
    rewriting : callable
        What the rule does. Its form depends on ``scope``.
    light, full : str
        The hints: the first says where to look, the second names the idea. Neither has the answer.
    source : str
        Where the rule comes from.
    scope : str
        ``"node"``: a :data:`NodeRewriting`, tried at every node, everywhere at once and at one
        node only. ``"whole"``: a :data:`WholeRewriting`. ``"misread"``: from a node to what it was
        read as; the misread function is differentiated rightly. ``"undone"``: from the answer and
        the variable to what would have to equal the function. ``"coefficients"``: from a
        :class:`course.answers.misconceptions.taylor.Expansion` to lists of coefficients.
        ``"named"``: only by ``mistakes=`` of a question; the rewriting gives nothing.
    credit : bool
        Whether it earns a share of the points: not, if the answer can be written down without any
        differentiation.
    """

    name: str
    rewriting: Callable[..., Iterable[object]]
    light: str
    full: str
    source: str = MARKING
    scope: str = "node"
    credit: bool = True


@dataclass(frozen=True, slots=True)
class Chain:
    """A composition f∘g, with g neither constant nor the bare variable.

    ``outer(u)`` is f(u), ``slope(u)`` is f′(u).
    """

    outer: Callable[[Expr], Expr]
    slope: Callable[[Expr], Expr]
    inner: Expr


def chain(tree: Expr, variable: str, *, bare: bool = False) -> Chain | None:
    """A node as a composition; None when it is none.

    Parameters
    ----------
    tree : Expr
        The node.
    variable : str
        The variable.
    bare : bool
        Whether the inner function may be the bare variable.
    """
    match tree:
        case Apply(name, (inner,)) if name != "factorial":
            found = Chain(lambda u: apply(name, u), lambda u: slope(name, u), inner)
        case Power(base, exponent) if is_constant(exponent, variable):
            exact = rational(exponent)
            less = exponent - 1 if exact is None else number(exact - 1)
            found = Chain(
                lambda u: power(u, exponent), lambda u: multiply(exponent, power(u, less)), base
            )
        case Power(base, exponent) if is_constant(base, variable):
            log = ONE if base == Constant("e") else apply("log", base)
            found = Chain(
                lambda u: power(base, u), lambda u: multiply(power(base, u), log), exponent
            )
        case _:
            return None
    if is_constant(found.inner, variable) or (not bare and isinstance(found.inner, Variable)):
        return None
    return found


def two_factors(tree: Expr, variable: str) -> tuple[Expr, Expr, Expr] | None:
    """A product as (constant, f, g), both factors with the variable; None when it is none."""
    if not isinstance(tree, Product):
        return None
    constant, factors = split_factors(tree, variable)
    if len(factors) < 2:
        return None
    return constant, factors[0], multiply(*factors[1:])


def fraction(tree: Expr, variable: str) -> tuple[Expr, Expr] | None:
    """A quotient as (f, g) with the variable in g; None when it is none."""
    if isinstance(tree, Quotient) and not is_constant(tree.denominator, variable):
        return tree.numerator, tree.denominator
    return None


def natural_exponential(tree: Expr, variable: str) -> Expr | None:
    """The exponent u of eᵘ; None for anything else."""
    match tree:
        case Apply("exp", (u,)):
            return u
        case Power(Constant("e"), u) if not is_constant(u, variable):
            return u
    return None


def monomial(tree: Expr, variable: str) -> tuple[Expr, Expr, Fraction] | None:
    """A power c·uⁿ as (c, u, n), n rational and not 0, also c/uⁿ (n < 0); None for anything else."""
    match tree:
        case Variable(name) if name == variable:
            return ONE, tree, Fraction(1)
        case Power(base, exponent) if not is_constant(base, variable):
            n = rational(exponent)
            return None if n is None or n == 0 else (ONE, base, n)
        case Quotient(numerator, denominator) if is_constant(numerator, variable):
            below = monomial(denominator, variable)
            return None if below is None else (divide(numerator, below[0]), below[1], -below[2])
    return None


def argument(tree: Expr, *names: str) -> Expr | None:
    """The argument of one of the named functions; None for anything else."""
    if isinstance(tree, Apply) and tree.function in names and tree.function not in VARIADIC:
        return tree.arguments[0]
    return None
