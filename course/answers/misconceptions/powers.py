"""Misconceptions about powers, roots and exponentials."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from course.answers.algebra import apply, is_constant, multiply, number, power
from course.answers.misconceptions.model import (
    MARKING,
    ORTON,
    Derive,
    Misconception,
    NodeRewriting,
    argument,
    monomial,
    natural_exponential,
)
from course.answers.tree import Constant, Expr, Power


def _power(
    make: Callable[[Expr, Fraction], Expr | None], applies: Callable[[Fraction], bool] = bool
) -> NodeRewriting:
    """A rewriting of c·uⁿ, written in u and n; the factor u′ is multiplied in."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        parts = monomial(tree, x)
        if parts and parts[2] != 1 and applies(parts[2]):
            c, u, n = parts
            made = make(u, n)
            if made is not None:
                yield multiply(c, made, d(u))

    return rewriting


def _to(u: Expr, n: Fraction) -> Expr:
    return power(u, number(n))


def _root(make: Callable[[Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of √u, written in u and u′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        parts = monomial(tree, x)
        u = parts[1] if parts and parts[2] == Fraction(1, 2) else argument(tree, "sqrt")
        if u is not None and not is_constant(u, x):
            yield make(u, d(u))

    return rewriting


def _exponential(make: Callable[[Expr, Expr], Iterable[Expr]]) -> NodeRewriting:
    """A rewriting of eᵘ, written in u and u′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        u = natural_exponential(tree, x)
        if u is not None and not is_constant(u, x):
            yield from make(u, d(u))

    return rewriting


def _base(make: Callable[[Expr, Expr, Expr], Iterable[Expr]]) -> NodeRewriting:
    """A rewriting of aᵘ with a constant a other than e, written in a, u and u′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        if isinstance(tree, Power) and is_constant(tree.base, x) and tree.base != Constant("e"):
            yield from make(tree.base, tree.exponent, d(tree.exponent))

    return rewriting


def _both(make: Callable[[Expr, Expr, Expr, Expr], Expr]) -> NodeRewriting:
    """A rewriting of uᵛ with the variable in both, written in u, v, u′ and v′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        if isinstance(tree, Power) and not any(is_constant(part, x) for part in tree.children()):
            u, v = tree.children()
            yield make(u, v, d(u), d(v))

    return rewriting


_E = Constant("e")
_HALF = number(Fraction(1, 2))

RULES = [
    Misconception(
        "power: exponent kept",
        _power(lambda u, n: multiply(number(n), _to(u, n))),
        light="What happens to the exponent of a power?",
        full="The exponent came down as a factor, but it did not get smaller by 1. Compare with x², whose slope grows like x.",
        source=ORTON,
    ),
    Misconception(
        "power: factor lost",
        _power(lambda u, n: _to(u, n - 1)),
        light="What happens to the exponent of a power?",
        full="The exponent got smaller by 1, but it also has to come down as a factor.",
        source=ORTON,
    ),
    Misconception(
        "power: exponent raised",
        _power(lambda u, n: multiply(number(n), _to(u, n + 1))),
        light="Does the exponent go up or down?",
        full="When a power is differentiated the exponent gets smaller by 1, also when it is negative: one less than −2 is −3.",
    ),
    Misconception(
        "power: integrated",
        _power(lambda u, n: multiply(number(1 / (n + 1)), _to(u, n + 1)) if n != -1 else None),
        light="Which direction did you go?",
        full="The exponent went up, and you divided by it: that is how a power is integrated. Here the derivative is asked for.",
    ),
    Misconception(
        "power: factor smaller by one",
        _power(lambda u, n: multiply(number(n - 1), _to(u, n - 1))),
        light="Which factor comes down from the exponent?",
        full="The factor is the old exponent; only the exponent itself gets smaller by 1.",
    ),
    Misconception(
        "power below: differentiated in the denominator",
        _power(lambda u, n: multiply(number(-1 / n), _to(u, n + 1)), lambda n: n < -1),
        light="A power in the denominator is a negative power.",
        full="Here only the denominator was differentiated, in its place. Write 1 over a power as a negative power first.",
    ),
    Misconception(
        "negative power: minus lost",
        _power(lambda u, n: multiply(number(-n), _to(u, n - 1)), lambda n: n < 0),
        light="Look at the sign: is the function growing or falling?",
        full="A negative exponent comes down as a negative factor.",
    ),
    Misconception(
        "negative power: exponent moved towards zero",
        _power(lambda u, n: multiply(number(-n), _to(u, n + 1)), lambda n: n < 0),
        light="What is one less than a negative exponent?",
        full="The minus sign of the exponent was set aside while the rule was applied. It comes down with the factor, and one less than −2 is −3, not −1.",
    ),
    Misconception(
        "root: factor lost",
        _root(lambda u, du: du / apply("sqrt", u)),
        light="A constant factor is missing.",
        full="A root is the power with exponent 1/2; that exponent comes down as a factor.",
    ),
    Misconception(
        "root: factor upside down",
        _root(lambda u, du: 2 * du / apply("sqrt", u)),
        light="Look at the constant factor.",
        full="A root is the power with exponent 1/2; it is 1/2, not 2, that comes down as a factor.",
    ),
    Misconception(
        "root: exponent kept",
        _root(lambda u, du: _HALF * apply("sqrt", u) * du),
        light="What becomes of the exponent 1/2?",
        full="The factor 1/2 came down, but the exponent has to get smaller by 1 as well: 1/2 − 1 is negative, so that the root goes into the denominator.",
    ),
    Misconception(
        "root of the derivative",
        _root(lambda u, du: apply("sqrt", du)),
        light="Look again at how a root is differentiated.",
        full="The root of the derivative is not the derivative of the root. A root is the power with exponent 1/2, applied to what stands under it.",
    ),
    Misconception(
        "exponential treated as a power",
        _exponential(lambda u, du: (u * Power(_E, u - 1), u * Power(_E, u - 1) * du)),
        light="Is the variable in the base or in the exponent?",
        full="The rule for powers needs a constant exponent. Here the exponent varies and the base is constant: that is an exponential function, which has a rule of its own.",
        source=ORTON,
    ),
    Misconception(
        "exponential: exponent lowered",
        _exponential(lambda u, du: (Power(_E, u - 1), Power(_E, u - 1) * du)),
        light="Does the exponent of an exponential function change?",
        full="Lowering the exponent by 1 belongs to powers with a constant exponent. An exponential function keeps its exponent.",
    ),
    Misconception(
        "exponential: exponent differentiated in its place",
        _exponential(lambda u, du: (Power(_E, du),)),
        light="What happens to the exponent of an exponential function?",
        full="The exponent stays in its place as it is. Its derivative comes in as a factor, by the chain rule.",
    ),
    Misconception(
        "exponential: logarithm of the base lost",
        _base(lambda a, u, du: (Power(a, u) * du,)),
        light="Which exponential function is its own derivative?",
        full="Only base e gives a function that is its own derivative. Another base brings a constant factor: write the power with base e to see which.",
    ),
    Misconception(
        "exponential: divided by the logarithm",
        _base(lambda a, u, du: (Power(a, u) * du / apply("log", a),)),
        light="Is the constant factor in the right place?",
        full="One divides by the logarithm of the base when one integrates. Write the power with base e and use the chain rule.",
    ),
    Misconception(
        "exponential with a number as base treated as a power",
        _base(lambda a, u, du: (u * Power(a, u - 1), u * Power(a, u - 1) * du)),
        light="Is the variable in the base or in the exponent?",
        full="The rule for powers needs a constant exponent. Here the exponent varies: that is an exponential function, which has a rule of its own.",
        source=ORTON,
    ),
    Misconception(
        "variable in base and exponent: treated as a power",
        _both(lambda u, v, du, dv: v * Power(u, v - 1) * du),
        light="The variable is in two places of this power.",
        full="The rule for powers needs a constant exponent, and here it varies as well. Write the power with base e, then use the chain rule.",
        source=MARKING,
    ),
    Misconception(
        "variable in base and exponent: treated as an exponential",
        _both(lambda u, v, du, dv: Power(u, v) * apply("log", u) * dv),
        light="The variable is in two places of this power.",
        full="The rule for exponentials needs a constant base, and here it varies as well. Write the power with base e, then use the chain rule.",
        source=MARKING,
    ),
]
