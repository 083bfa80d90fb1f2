"""What is drawn for each topic at each level, from 1 (one rule, short) to 5 (several, longer).

To add a topic: a function here that draws a part at a level, an entry of :data:`TOPICS`, the rules that
its exercises have to need, and its name in the table of strings. Coincidences are left to
:mod:`course.exercises.exercise`, which draws again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from course.answers.algebra import add, apply, multiply, number, power, rational
from course.answers.calculus import derivative
from course.answers.tree import Comparison, Expr, Power, Quotient, Sum
from course.exercises.parts import Draw, Part, X, everywhere, exponential, positive_x

HIGHEST = 5


def _powers(draw: Draw, level: int) -> Part:
    if level == 1:
        return Part(draw.polynomial(terms=3, degree=5))
    if level == 2:
        return Part(add(_fraction(draw, 6), *_terms(draw.polynomial(terms=3, degree=4))))
    extra = {
        3: [draw.negative_power()],
        4: [draw.root_power()],
        5: [draw.negative_power(), draw.root_power()],
    }[level]
    whole = _fraction(draw, 5) if level == 5 else draw.polynomial(terms=2, degree=4)
    return Part(add(*_terms(whole), *(part.tree for part in extra)), everywhere(*extra))


def _fraction(draw: Draw, degree: int) -> Expr:
    coefficient = Fraction(draw.whole(1, 5), draw.whole(2, 6))
    return multiply(number(coefficient), power(X, number(draw.whole(5, degree))))


def _terms(tree: Expr) -> tuple[Expr, ...]:
    return tree.terms if isinstance(tree, Sum) else (tree,)


def _elementary(draw: Draw, level: int) -> Part:
    kinds: list[Callable[[], Part]] = [
        draw.exponential,
        lambda: Part(apply("sin", X)),
        lambda: Part(apply("cos", X)),
        lambda: Part(power(X, number(draw.whole(2, 5)))),
    ]
    if level >= 2:
        kinds += [lambda: positive_x(apply("log", X)), lambda: positive_x(apply("sqrt", X))]
    if level >= 3:
        kinds += [draw.negative_power, lambda: Part(apply("tan", X))]
    if level >= 4:
        kinds += [lambda: Part(apply("sigmoid", X))]
    chosen = [make() for make in draw.some(kinds, 2 + level // 2)]
    terms = []
    for part in chosen:
        c = Fraction(draw.whole(-9, 9), draw.one((1, 1, 2, 3)) if level >= 3 else 1)
        terms.append(multiply(number(c), part.tree))
    return Part(add(*terms), everywhere(*chosen))


def _easy(draw: Draw) -> Part:
    return draw.one((draw.exponential, draw.wave))()


def _transcendental(draw: Draw) -> Part:
    return draw.one((draw.exponential, draw.wave, draw.wave, draw.slow))()


def _product(draw: Draw, level: int) -> Part:
    if level == 1:
        second = _easy(draw)
        return Part(multiply(draw.monomial(1, 5), second.tree))
    if level == 2:
        second = _transcendental(draw)
        polynomial = draw.one((draw.linear, lambda: draw.polynomial(2, 3)))()
        return _together(draw, Part(polynomial), second)
    if level == 3:
        one, second = draw.some((draw.exponential(), draw.wave(), draw.slow()), 2)
        shift = draw.one((number(draw.whole(-5, 5)), X))
        grown = add(multiply(number(draw.whole(1, 5)), one.tree), shift)
        return _together(draw, Part(grown, one.conditions), second)
    if level == 4:
        pair = draw.some((draw.exponential(), draw.wave(), draw.slow()), 2)
        tree = multiply(draw.monomial(1, 4), *(part.tree for part in pair))
        return Part(tree, everywhere(*pair))
    one = _transcendental(draw)
    with_power = Part(add(one.tree, draw.monomial(1, 3)), one.conditions)
    return _together(draw, with_power, _chain(draw, 1))


def _together(draw: Draw, *parts: Part) -> Part:
    order = draw.some(parts, len(parts))
    return Part(multiply(*(part.tree for part in order)), everywhere(*order))


def _quotient(draw: Draw, level: int) -> Part:
    if level == 1:
        if draw.one((True, False)):
            return _over(_easy(draw), draw.monomial(1, 4))
        return _over(Part(draw.linear()), draw.linear())
    if level == 2:
        c = number(draw.whole(1, 9))
        below = draw.one((add(power(X, number(2)), c), draw.positive()))
        return _over(Part(draw.polynomial(2, 3)), below)
    if level == 3:
        above = _transcendental(draw)
        return _over(above, draw.one((draw.positive(), draw.linear(), draw.monomial(1, 3))))
    if level == 4:
        above = _transcendental(draw)
        return _over(
            Part(add(draw.monomial(1, 3), above.tree), above.conditions),
            add(exponential(X), power(X, number(2)), number(draw.whole(1, 9))),
        )
    square = add(power(X, number(2)), number(draw.whole(1, 9)))
    below = draw.one((draw.positive(), apply("sqrt", square), power(square, number(3))))
    return _over(_product(draw, 1), below)


def _over(above: Part, below: Expr) -> Part:
    """A quotient, with what makes its denominator 0 left out where that is a rational number."""
    conditions = list(above.conditions)
    root = _root(below)
    if root is not None:
        conditions.append(Comparison("!=", X, number(root)))
    return Part(Quotient(above.tree, below), everywhere(Part(below, tuple(conditions))))


def _root(tree: Expr) -> Fraction | None:
    """The only zero of a monomial or of a linear function."""
    from course.answers.polynomials import rational_roots

    roots = rational_roots(tree, "x")
    return next(iter(roots)) if roots and len(roots) == 1 else None


def _chain(draw: Draw, level: int) -> Part:
    if level == 1:
        inner = draw.one(
            (draw.linear, lambda: multiply(number(draw.factor(6)), X), draw.monomial)
        )()
        if isinstance(inner, Sum) and draw.one((True, False)):
            return Part(power(inner, number(draw.whole(4, 8))))
        return Part(_smooth(draw, inner))
    if level == 2:
        if draw.one((True, False)):
            return Part(_outer(draw, draw.positive(), ("log", "sqrt", "power")))
        if draw.one((True, False)):
            return _on_half_line(draw)
        return Part(_smooth(draw, draw.polynomial(2, 4)))
    if level == 3:
        inner, outer = draw.one(
            (
                (exponential(X), ("sin", "cos")),
                (apply("sin", X), ("exp", "power", "cos")),
                (apply("cos", X), ("exp", "power", "sin")),
                (draw.positive(), ("log", "sqrt", "exp")),
                (
                    add(draw.wave().tree, multiply(number(draw.factor(4)), X)),
                    ("exp", "power", "sin"),
                ),
                (draw.linear(), ("sigmoid",)),
                (add(exponential(X), draw.monomial(1, 3)), ("sin", "cos", "power")),
            )
        )
        return Part(_outer(draw, inner, outer))
    inner = _smooth(draw, draw.one((draw.linear, draw.monomial, lambda: draw.polynomial(2, 3)))())
    if level > 4:
        inner = _smooth(draw, inner)
    c = number(draw.whole(2, 9))
    if isinstance(inner, Power):
        if draw.one((True, False)):
            return Part(_outer(draw, add(inner, c), ("log", "sqrt", "power")))
        return Part(_outer(draw, inner, ("sin", "cos")))
    if draw.one((True, False)):
        return Part(_outer(draw, add(c, inner), ("log", "sqrt", "power")))
    return Part(_outer(draw, inner, ("exp", "power", "sin", "cos")))


def _smooth(draw: Draw, inner: Expr) -> Expr:
    """Sine, cosine or exponential of a function; not e^(e^u), which grows beyond all measure."""
    tower = inner.children()[:1] == exponential(X).children()[:1]
    return _outer(draw, inner, ("sin", "cos") if tower else ("sin", "cos", "exp"))


def _outer(draw: Draw, inner: Expr, outer: tuple[str, ...]) -> Expr:
    name = draw.one(outer)
    if name == "exp":
        return exponential(inner)
    return power(inner, number(draw.whole(3, 6))) if name == "power" else apply(name, inner)


def _on_half_line(draw: Draw) -> Part:
    """Logarithm or root of a linear function, where that is positive."""
    inner = draw.linear()
    root, rises = _root(inner), rational(derivative(inner))
    assert root is not None
    assert rises is not None
    condition = Comparison(">" if rises > 0 else "<", X, number(root))
    return Part(apply(draw.one(("log", "sqrt")), inner), (condition,))


def _mixed(draw: Draw, level: int) -> Part:
    if level == 1:
        inner = multiply(number(draw.factor(5)), X)
        return Part(multiply(draw.monomial(1, 3), _smooth(draw, inner)))
    if level == 2:
        if draw.one((True, False)):
            return _over(_chain(draw, 1), draw.linear())
        return _together(draw, Part(draw.linear()), _chain(draw, 1))
    if level == 3:
        if draw.one((True, False)):
            return _over(_product(draw, 1), draw.positive())
        return Part(_smooth(draw, _product(draw, 1).tree))
    if level == 4:
        if draw.one((True, False)):
            return _together(draw, _easy(draw), _chain(draw, 3))
        above = _easy(draw).tree
        return Part(_smooth(draw, Quotient(above, draw.positive())))
    first = multiply(draw.monomial(1, 2), _smooth(draw, draw.linear()))
    if draw.one((True, False)):
        return _over(Part(first), draw.positive())
    return Part(add(_chain(draw, 3).tree, first))


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of derivatives: how it is drawn at a level, and of which sets it has to need a rule."""

    draw: Callable[[Draw, int], Part]
    needs: tuple[frozenset[str], ...]


_PRODUCTS = frozenset({"product", "product of three"})
_QUOTIENTS = frozenset({"quotient", "reciprocal"})
TOPICS: dict[str, Topic] = {
    "powers": Topic(_powers, (frozenset({"power", "polynomial"}),)),
    "elementary": Topic(_elementary, (frozenset({"sum"}),)),
    "product": Topic(_product, (_PRODUCTS,)),
    "quotient": Topic(_quotient, (_QUOTIENTS,)),
    "chain": Topic(_chain, (frozenset({"chain"}),)),
    "mixed": Topic(_mixed, (_PRODUCTS | _QUOTIENTS, frozenset({"chain"}))),
}
