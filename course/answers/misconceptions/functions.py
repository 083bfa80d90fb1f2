"""Misconceptions about the derivatives of the elementary functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.answers.algebra import apply, is_constant, number
from course.answers.misconceptions.model import Derive, Misconception, NodeRewriting, argument
from course.answers.tree import Expr

_SIGN = "Look at the sign of the derivative of {name}."


def _function(name: str, make: Callable[[Expr], Expr]) -> NodeRewriting:
    """A wrong derivative of one function, written in its argument u; the factor u′ comes in."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        u = argument(tree, name)
        if u is not None and not is_constant(u, x):
            yield make(u) * d(u)

    return rewriting


def _without_factor(name: str, make: Callable[[Expr, Expr], Expr]) -> NodeRewriting:
    """A wrong derivative of F(u), written in u and u′."""

    def rewriting(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
        u = argument(tree, name)
        if u is not None and not is_constant(u, x):
            yield make(u, d(u))

    return rewriting


def _f(name: str) -> Callable[[Expr], Expr]:
    return lambda u: apply(name, u)


_sin, _cos, _tan, _tanh, _log, _sqrt = map(_f, ("sin", "cos", "tan", "tanh", "log", "sqrt"))
_sigmoid = _f("sigmoid")


def _extremum(tree: Expr, d: Derive, x: str) -> Iterable[Expr]:
    """The derivative of max(u, v) as max(u′, v′), and the same for min and relu."""
    from course.answers.tree import Apply

    if isinstance(tree, Apply) and tree.function in ("max", "min", "relu"):
        yield apply(tree.function, *(d(u) for u in tree.arguments))


RULES = [
    Misconception(
        "cosine: sign",
        _function("cos", _sin),
        light=_SIGN.format(name="cos"),
        full="Just to the right of 0 the cosine falls while the sine is positive. So the derivative of the cosine cannot be the sine itself.",
    ),
    Misconception(
        "sine: sign",
        _function("sin", lambda u: -_cos(u)),
        light=_SIGN.format(name="sin"),
        full="At 0 the sine rises. Which of the two, sine or cosine, gets the minus sign when it is differentiated?",
    ),
    Misconception(
        "tangent: not squared",
        _function("tan", lambda u: 1 / _cos(u)),
        light="Look again at the derivative of tan.",
        full="Write tan as sin/cos and use the quotient rule: what stands in the denominator?",
    ),
    Misconception(
        "tangent: quotient of derivatives",
        _function("tan", lambda u: _cos(u) / -_sin(u)),
        light="Look again at the derivative of tan.",
        full="The derivative of sin/cos is not the quotient of the derivatives. Use the quotient rule.",
    ),
    Misconception(
        "cotangent: sign",
        _function("cot", lambda u: 1 / _sin(u) ** 2),
        light=_SIGN.format(name="cot"),
        full="The cotangent falls on each of its intervals. Check the sign with the quotient rule.",
    ),
    Misconception(
        "tanh treated like tan",
        _function("tanh", lambda u: 1 / _cos(u) ** 2),
        light="Is this function trigonometric or hyperbolic?",
        full="This is the derivative of tan. tanh is made of exponentials; differentiate it as a quotient of them.",
    ),
    Misconception(
        "tanh: plus for minus",
        _function("tanh", lambda u: 1 + _tanh(u) ** 2),
        light="A sign differs between trigonometric and hyperbolic functions.",
        full="For tan the two terms of the derivative are added. For tanh the identity between cosh² and sinh² has another sign; and a slope of at least 1 everywhere would carry tanh above its bound 1.",
    ),
    Misconception(
        "tanh: sign",
        _function("tanh", lambda u: -(apply("sech", u) ** 2)),
        light=_SIGN.format(name="tanh"),
        full="tanh rises everywhere. Check the sign with the quotient rule.",
    ),
    Misconception(
        "tanh: not squared",
        _function("tanh", _f("sech")),
        light="Look again at the derivative of tanh.",
        full="Write tanh as sinh/cosh and use the quotient rule: what stands in the denominator?",
    ),
    Misconception(
        "cosh: sign as for cosine",
        _function("cosh", lambda u: -apply("sinh", u)),
        light=_SIGN.format(name="cosh"),
        full="The minus sign belongs to the cosine. cosh is half the sum of two exponentials: differentiate those.",
    ),
    Misconception(
        "sinh: sign",
        _function("sinh", lambda u: -apply("cosh", u)),
        light=_SIGN.format(name="sinh"),
        full="sinh rises everywhere. It is half the difference of two exponentials: differentiate those.",
    ),
    Misconception(
        "logarithm of the derivative",
        _without_factor("log", lambda u, du: _log(du)),
        light="Look again at the derivative of a logarithm.",
        full="The logarithm of the derivative is not the derivative of the logarithm. Differentiate the logarithm, and then what is inside.",
    ),
    Misconception(
        "logarithm: one over the derivative",
        _without_factor("log", lambda u, du: 1 / du),
        light="Where do the inside and its derivative go?",
        full="The inside itself goes into the denominator; its derivative comes in as a factor, by the chain rule.",
    ),
    Misconception(
        "logarithm: base ten",
        _function("log", lambda u: 1 / (u * _log(number(10)))),
        light="Which base does the logarithm have here?",
        full="log is the natural logarithm here, as in most of mathematics. The factor from base 10 does not belong.",
    ),
    Misconception(
        "logarithm: power one too low",
        _function("log", lambda u: 1 / u**2),
        light="Look again at the derivative of the logarithm.",
        full="The slope of the logarithm falls like one over the argument, not like one over its square.",
    ),
    Misconception(
        "arctangent: sign below",
        _function("atan", lambda u: 1 / (1 - u**2)),
        light="Look at the sign in the denominator.",
        full="arctan is defined and smooth everywhere, so that the denominator of its derivative can never be 0.",
    ),
    Misconception(
        "arctangent read as one over the tangent",
        _function("atan", lambda u: -1 / _sin(u) ** 2),
        light="What does arctan mean?",
        full="arctan is the inverse function of tan, not 1 over tan, in spite of the notation with the exponent −1.",
    ),
    Misconception(
        "arcsine: sign under the root",
        _function("asin", lambda u: 1 / _sqrt(1 + u**2)),
        light="Look at the sign under the root.",
        full="The graph of arcsin becomes vertical at the ends of its domain, so that the derivative must grow without bound there.",
    ),
    Misconception(
        "arcsine read as one over the sine",
        _function("asin", lambda u: -_cos(u) / _sin(u) ** 2),
        light="What does arcsin mean?",
        full="arcsin is the inverse function of sin, not 1 over sin, in spite of the notation with the exponent −1.",
    ),
    Misconception(
        "arccosine: sign",
        _function("acos", lambda u: 1 / _sqrt(1 - u**2)),
        light=_SIGN.format(name="arccos"),
        full="arccos falls from one end of its domain to the other.",
    ),
    Misconception(
        "sigmoid: sign",
        _function("sigmoid", lambda u: -_sigmoid(u) * (1 - _sigmoid(u))),
        light=_SIGN.format(name="σ"),
        full="The sigmoid rises everywhere. Two minus signs meet: one from the quotient and one from the exponent.",
    ),
    Misconception(
        "sigmoid: plus for minus",
        _function("sigmoid", lambda u: _sigmoid(u) * (1 + _sigmoid(u))),
        light="Look at the sign inside the derivative of σ.",
        full="Far to the right the sigmoid is almost flat. Does your formula go to 0 there?",
    ),
    Misconception(
        "sigmoid: a factor lost",
        _function("sigmoid", lambda u: 1 - _sigmoid(u)),
        light="Look again at the derivative of σ.",
        full="The sigmoid is almost flat on both sides. Your formula goes to 0 on one side only.",
    ),
    Misconception(
        "absolute value of the derivative",
        _without_factor("abs", lambda u, du: apply("abs", du)),
        light="What is the slope where the inside of | | is negative?",
        full="Where the inside is negative, | | turns the graph over, and with it the sign of the slope.",
    ),
    Misconception(
        "absolute value ignored",
        _without_factor("abs", lambda u, du: du),
        light="What is the slope where the inside of | | is negative?",
        full="The bars cannot be left out: where the inside is negative, | | turns the graph over, and with it the sign of the slope.",
    ),
    Misconception(
        "extremum of the derivatives",
        _extremum,
        light="Which of the functions is the maximum (minimum) at a given point?",
        full="The derivative follows the function that is the largest (smallest) at the point, whatever the size of the slopes.",
    ),
]
