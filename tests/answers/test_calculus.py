"""The rules of differentiation against SymPy, and the joins of pieces against hand-worked limits."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
import sympy

from course.answers.calculus import NotDifferentiable, derivative, differentiate
from course.answers.equality import compare
from course.answers.reading import read
from course.answers.series import coefficients
from course.answers.text import to_text
from course.answers.tree import (
    FUNCTIONS,
    Apply,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)

X = sympy.Symbol("x", real=True)
SMOOTH = sorted(FUNCTIONS - {"abs", "sign", "floor", "ceil", "factorial", "relu"})
_SYMPY = {
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
    "cbrt": lambda u: u ** sympy.Rational(1, 3),
    "abs": sympy.Abs,
}


def to_sympy(tree: Expr):
    """An independent translation, used only on trees without cases."""
    match tree:
        case Number(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Constant(name):
            return sympy.E if name == "e" else sympy.pi
        case Variable():
            return X
        case Sum(terms):
            return sympy.Add(*map(to_sympy, terms))
        case Product(factors):
            return sympy.Mul(*map(to_sympy, factors))
        case Quotient(top, bottom):
            return to_sympy(top) / to_sympy(bottom)
        case Power(base, exponent):
            return to_sympy(base) ** to_sympy(exponent)
        case Apply(name, (u,)):
            return _SYMPY.get(name, getattr(sympy, name, None))(to_sympy(u))
    raise AssertionError(tree)


def random_tree(rng: random.Random, depth: int) -> Expr:
    x = Variable("x")
    if depth == 0:
        return rng.choice(
            [x, x, Number(Fraction(rng.randint(-3, 4), rng.randint(1, 3))), Constant("e")]
        )
    kind = rng.randrange(6)
    a = random_tree(rng, depth - 1)
    if kind == 0:
        return Sum((a, random_tree(rng, depth - 1), x))
    if kind == 1:
        return Product((a, random_tree(rng, depth - 1)))
    if kind == 2:
        return Quotient(a, random_tree(rng, depth - 1))
    if kind == 3:
        return Power(a, Number(Fraction(rng.choice([-2, -1, 2, 3, 5]))))
    if kind == 4:
        return Power(Constant("e"), a)
    return Apply(rng.choice(SMOOTH), (a,))


def agree(ours: Expr, function: Expr, points=(Fraction(3, 7), Fraction(11, 8))) -> int:
    """Assert agreement with SymPy's derivative to 25 digits; the number of points compared."""
    wanted, found = sympy.diff(to_sympy(function), X), to_sympy(ours)
    compared = 0
    for point in points:
        at = {X: sympy.Rational(point.numerator, point.denominator)}
        a, b = (e.subs(at).evalf(30, maxn=200) for e in (wanted, found))
        if not (a.is_number and a.is_finite and b.is_finite) or abs(a) > 1e12:
            continue
        assert abs(a - b) <= 1e-24 * (1 + abs(a)), (to_text(function), point)
        compared += 1
    return compared


@pytest.mark.parametrize("name", SMOOTH)
def test_each_function_and_its_chain_rule(name):
    inner = read("x^2/3 + 1/5") if name != "acosh" else read("x^2 + 2")
    for u in (inner, Variable("x")):
        function = Apply(name, (u,))
        agree(derivative(function), function)
    assert agree(derivative(Apply(name, (inner,))), Apply(name, (inner,)), (Fraction(3, 7),)) == 1


def test_random_trees():
    rng = random.Random(20)
    compared = 0
    for _ in range(60):
        function = random_tree(rng, 3)
        try:
            compared += agree(derivative(function), function)
        except (ZeroDivisionError, OverflowError):
            continue
    assert compared > 60


@pytest.mark.parametrize(
    "text", ["x^x", "2^x", "x^(1/3)", "(x^2 + 1)^(sin(x))", "pi^2", "e^e", "x^pi", "(2x)^0", "5"]
)
def test_powers(text):
    tree = read(text)
    assert agree(derivative(tree), tree) == 2


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("x abs(x)", "2 abs(x)"),
        ("cases(x < 0, 0, x^2)", "2 max(x, 0)"),
        ("max(0, x)^2", "x + abs(x)"),
        ("max(x, 0)", "cases(x < 0, 0, x > 0, 1)"),
        ("relu(x - 2)", "cases(x < 2, 0, x > 2, 1)"),
        ("abs(x^3)", "3x abs(x)"),
        ("abs(2x - 1)", "cases(x < 1/2, -2, x > 1/2, 2)"),
        ("min(x, x^2)", "cases(x < 0, 1, x > 0 and x < 1, 2x, x > 1, 1)"),
        ("max(-1, x, 1)", "cases(x < 1, 0, x > 1, 1)"),
        ("abs(x^2 + 1)", "2x"),
        ("abs(sin(x))", "sign(sin(x)) cos(x) + 0/sin(x)"),
        ("cases(x < 1, x^2, 2x - 1)", "2 min(x, 1)"),
        ("cases(x < 1, x^2, x^2 + 1)", "cases(x != 1, 2x)"),
        ("cases(x = 0, 5, x^2)", "cases(x != 0, 2x)"),
        ("cases(x <= 0, cos(x), x < 2, 1, 7)", "cases(x <= 0, -sin(x), x < 2, 0, x > 2, 0)"),
        ("sign(x)", "cases(x != 0, 0)"),
        ("floor(x)", "cases(x != floor(x), 0)"),
    ],
)
def test_pieces(function, expected):
    found = differentiate(read(function))
    # Both ways: compare passes over points where the reference is undefined.
    assert compare(expected, found).kind == "equal"
    assert compare(found, expected).kind == "equal"


def test_a_corner_has_no_derivative():
    found = differentiate(read("abs(x)"))
    assert compare("sign(x)", found).kind == "undefined"
    assert compare("sign(x)", found).point == 0


def test_factorial_has_none():
    with pytest.raises(NotDifferentiable):
        derivative(read("factorial(x)"))


def test_other_letters_are_constants():
    assert to_text(derivative(read("a n", ("a", "n")), "n")) == "a"


@pytest.mark.parametrize(
    "text",
    [
        "sin(x)",
        "cos(x)",
        "log(1 + x)",
        "e^(-x^2)",
        "1/(1 - x)",
        "sqrt(1 + x)",
        "sin(x)/x",
        "tanh(x)",
    ],
)
def test_taylor_coefficients(text):
    function = to_sympy(read(text))
    expansion = sympy.series(function, X, 0, 8).removeO()
    wanted = [str(expansion.coeff(X, k)) for k in range(8)]
    assert [str(c.value) for c in coefficients(read(text), 8)] == wanted


def test_taylor_coefficients_that_are_not_rational():
    found = coefficients(read("e^(x + 1)"), 4)
    for k, text in enumerate(["e", "e", "e/2", "e/6"]):
        assert compare(text, found[k]).kind == "equal"
