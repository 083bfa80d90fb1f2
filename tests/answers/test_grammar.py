"""What is read, how it is echoed, what is asked, what is refused and where."""

import contextlib
import os
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.answers import AnswerError, interpret, parse, to_latex, to_text
from course.answers.tree import Apply, Cases, Comparison, Number, Power, Product, Quotient, Variable

X = Variable("x")

# Typed, and the same in Python's own reading (an independent evaluation with mpmath).
READINGS = {
    "2x": "2*x",
    "2x e^(sin x)": "2*x*exp(sin(x))",
    "x(x+1)": "x*(x+1)",
    "(x+1)(x-1)": "(x+1)*(x-1)",
    "2 sin(x) cos(x)": "2*sin(x)*cos(x)",
    "x sin x": "x*sin(x)",
    "sin 2x": "sin(2*x)",
    "sin 2 pi x": "sin(2*pi*x)",
    "sin x cos x": "sin(x)*cos(x)",
    "sin cos x": "sin(cos(x))",
    "sin x/cos x": "sin(x)/cos(x)",
    "ln x/x": "log(x)/x",
    "sin^2 x": "sin(x)**2",
    "sin^2(x)": "sin(x)**2",
    "sin²x + cos²x": "1",
    "tanh(x)**2": "tanh(x)**2",
    "-x^2": "-(x**2)",
    "2^-x": "2**(-x)",
    "e^-x": "exp(-x)",
    "e^x^2": "exp(x**2)",
    "e^-x^2": "exp(-(x**2))",
    "e^-x/(1+e^-x)^2": "exp(-x)/(1+exp(-x))**2",
    "e^x sin x": "exp(x)*sin(x)",
    "x^2/2": "x**2/2",
    "2x/3": "2*x/3",
    "1/2*x": "x/2",
    "1/2 x": "x/2",
    "x - 1/6 x^3": "x-x**3/6",
    "1/(2x)": "1/(2*x)",
    "x/2/3": "x/6",
    "2*-x": "-2*x",
    "--x": "x",
    "|x-3|": "abs(x-3)",
    "|x|x": "abs(x)*x",
    "x|x|": "abs(x)*x",
    "||x|-1|": "abs(abs(x)-1)",
    "|x-3||x|": "abs(x-3)*abs(x)",
    "ln|x|": "log(abs(x))",
    "xe^x": "x*exp(x)",
    "xsinx": "x*sin(x)",
    "xlnx": "x*log(x)",
    "x²": "x**2",
    "x⁻²": "x**(-2)",
    "√x": "sqrt(x)",
    "√(x+1)": "sqrt(x+1)",
    "∛x": "x**(mpf(1)/3)",
    "x−1": "x-1",
    "2·x×3": "6*x",
    "x÷2": "x/2",
    "½x": "x/2",
    "π x": "pi*x",
    "np.exp(x)": "exp(x)",
    "math.exp(-x**2/2)": "exp(-x**2/2)",
    "numpy.maximum(x, 2)": "max(x, 2)",
    "4!x": "24*x",
    "floor(3*x)/3": "floor(3*x)/3",
    "max(x, 0, 2)": "max(x, 2)",
    "arctan(x)": "atan(x)",
    "log10(x)": "log(x)/log(10)",
    "log(x, 2)": "log(x)/log(2)",
    "cases(x < 0, 0, 2x)": "2*x",
    "cases(x < 0, 0, x >= 0, 2x)": "2*x",
    "0 if x < 0 else 2*x": "2*x",
    "1 if x < 0 else 2 if x < 1/10 else 3": "3",
    "{x<0: 0, x>=0: 2x}": "2*x",
    "cases(0 < x < 1, x, 2)": "x",
    "cases(x < 0 or x > 1 and x < 5, 1, not x < 0, 7)": "7",
    "Piecewise((0, x < 0), (2*x, True))": "2*x",
    "[x+1]^2": "(x+1)**2",
    "1e-3": "0.001",
    "f'(x) = 2x": "2*x",
    "y' = 2x": "2*x",
    "dy/dx = 2x": "2*x",
    "relu(x-1) + sigmoid(0)": "0.5",
}
NAMES = {n: getattr(mpmath, n) for n in "exp sin cos tanh log sqrt atan floor pi mpf".split()}


def value(tree, x):
    """A small evaluator of trees, for these tests only."""
    match tree:
        case Number(v):
            return mpmath.mpf(v.numerator) / v.denominator
        case Variable():
            return x
        case Product(factors):
            return mpmath.fprod(value(f, x) for f in factors)
        case Quotient(a, b):
            return value(a, x) / value(b, x)
        case Power(a, b):
            return value(a, x) ** value(b, x)
        case Cases(branches, otherwise):
            for condition, branch in branches:
                if holds(condition, x):
                    return value(branch, x)
            return value(otherwise, x)
        case Apply(name, arguments):
            own = {
                "abs": abs, "max": max, "min": min, "cbrt": lambda u: u ** (mpmath.mpf(1) / 3),
                "relu": lambda u: max(u, 0), "sigmoid": lambda u: 1 / (1 + mpmath.exp(-u)),
            }  # fmt: skip
            return (own.get(name) or getattr(mpmath, name))(*(value(a, x) for a in arguments))
    if hasattr(tree, "terms"):
        return mpmath.fsum(value(t, x) for t in tree.terms)
    return getattr(mpmath, tree.name)


def holds(condition, x):
    if isinstance(condition, Comparison):
        a, b = value(condition.left, x), value(condition.right, x)
        return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "!=": a != b}[
            condition.op
        ]
    return (all if condition.op == "and" else any)(holds(p, x) for p in condition.parts)


@pytest.mark.parametrize("typed", READINGS)
def test_reading(typed):
    x = mpmath.mpf("0.375")
    expected = eval(READINGS[typed], {"x": x, **NAMES})
    assert abs(value(parse(typed), x) - expected) < 1e-13
    tree = parse(typed)
    assert parse(to_text(tree)) == tree
    assert to_latex(tree)


DOUBTFUL = {
    "sin x^2": {"sin(x^2)", "sin(x)^2"},
    "sinx^2": {"sin(x^2)", "sin(x)^2"},
    "ln x^2": {"log(x^2)", "log(x)^2"},
    "sin x/2": {"sin(x/2)", "sin(x)/2"},
    "sin 2*x": {"sin(2*x)", "sin(2)*x"},
    "sin x(x+1)": {"sin(x*(x + 1))", "sin(x)*(x + 1)"},
    "sin^-1 x": {"asin(x)", "1/sin(x)"},
    "sin^-1(x)": {"asin(x)", "1/sin(x)"},
    "√2x": {"sqrt(2*x)", "sqrt(2)*x"},
    "1/2x": {"1/(2*x)", "(1/2)*x"},
    "1/x sin(x)": {"1/(x*sin(x))", "(1/x)*sin(x)"},
    "x/2(x+1)": {"x/(2*(x + 1))", "(x/2)*(x + 1)"},
    "e^-x^2/2": {"e^((-x^2)/2)", "e^(-x^2)/2"},
    "e^x^2/2": {"e^(x^2/2)", "e^(x^2)/2"},
    "x^1/2": {"x^(1/2)", "x^(1)/2"},
    "x^-1/2": {"x^(-1/2)", "x^(-1)/2"},
    "e^2x": {"e^(2*x)", "e^2*x"},
    "e^-2x": {"e^(-2*x)", "e^(-2)*x"},
    "e^sin x cos x": {"e^(sin(x)*cos(x))", "e^(sin(x))*cos(x)"},
    "e(x+1)": {"e^(x + 1)", "e*(x + 1)"},
    "2e-3x": {"2*10^(-3)", "2*e-3"},
}


@pytest.mark.parametrize("typed", DOUBTFUL)
def test_doubtful_is_asked(typed):
    with pytest.raises(AnswerError) as caught:
        parse(typed)
    readings = set(caught.value.readings)
    assert readings == DOUBTFUL[typed]
    assert all(r in caught.value.message for r in readings)
    first, second = (parse(r) for r in caught.value.readings)
    assert first != second


REFUSED = {  # typed: (position, a word of the message)
    "": (0, "no formula"),
    "   ": (0, "no formula"),
    "(x": (0, "never closed"),
    "2*(x + [1)": (7, "[ is never closed"),
    "x)": (1, "never opened"),
    "x+": (2, "missing after +"),
    "*x": (0, "missing before *"),
    "x = 2": (0, "equation"),
    "2 3": (2, "sign is missing"),
    "0,5": (1, "point: 0.5"),
    "sin(0,5)": (None, "point: 0.5"),
    "diff(x^2)": (0, "derivative"),
    "Derivative(x)": (0, "derivative"),
    "d/dx x^2": (0, "derivative"),
    "limit(x)": (0, "limit"),
    "integrate(x)": (0, "integral"),
    "sum(x)": (0, "sum"),
    "f": (0, "formula itself"),
    "f(x)": (0, "formula itself"),
    "f'(x)": (1, "prime"),
    "2y": (1, "variable is x"),
    "Sin(x)": (0, "Did you mean sin?"),
    "sinn(x)": (0, "Did you mean sin?"),
    "х^2": (0, "Type x"),  # Cyrillic
    r"\frac{1}{2}": (0, "LaTeX"),
    "x2": (0, "x^2"),
    "x1": (0, "x^1"),
    "x10": (0, "x^10"),
    "3x_0^2": (1, "Type x, not x₀: the formula is asked as a function of x."),
    "3 x0^2": (2, "Type x, not x₀"),
    "3x₀^2": (1, "Type x, not x₀"),
    "y_0": (0, "y_0 is not known"),
    "sin": (None, "needs an argument"),
    "3i": (1, "Complex"),
    "heaviside(x)": (0, "convention"),
    "x < 0": (0, "condition"),
    "x if x > 0": (None, "else"),
    "cases(x, 1)": (None, "conditions and values"),
    "1e999": (0, "power of ten"),
    "x!!": (2, "brackets"),
    "x//2": (1, "//"),
    "x @ 2": (2, "@"),
    "∞": (0, "Infinity"),
    "|x": (0, "abs"),
    "x|": (1, "abs"),
    "sin(x, 2)": (0, "one argument|point"),
    "__import__('os')": (11, "not used"),
    "x.real": (1, "not expected"),
    "lambda x: x": (0, "worked out|not known"),
    "(lambda: 1)()": (None, ""),
    "exec('1')": (5, "not used"),
    "exec(1)": (0, "worked out"),
    "(x<0)*2": (0, "condition"),
}


@pytest.mark.parametrize("typed", REFUSED)
def test_refused_with_position_and_reason(typed):
    position, words = REFUSED[typed]
    with pytest.raises(AnswerError) as caught:
        parse(typed)
    assert any(w in caught.value.message for w in words.split("|"))
    if position is not None:
        assert caught.value.position == position


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0.1667", Fraction(1667, 10000)),
        ("0.16666666666666666", Fraction(1, 6)),
        ("0.16666666666666667", Fraction(1, 6)),
        ("0.008333333333333333", Fraction(1, 120)),
        (repr(1 / 5040), Fraction(1, 5040)),
        ("0.333333333333333", Fraction(333333333333333, 10**15)),
        ("0.123456789012345678", Fraction(123456789012345678, 10**18)),
        ("3.141592653589793", Fraction(3141592653589793, 10**15)),
        (".5", Fraction(1, 2)),
        ("2e3", Fraction(2000)),
    ],
)
def test_decimals_are_exact(typed, expected):
    assert parse(typed) == Number(expected)


def test_notes_say_how_it_was_read():
    assert "1/6" in interpret("0.16666666666666666").notes[0]
    assert interpret("f'(x) = 2x").notes
    assert not interpret("2x").notes


def test_other_variables():
    assert parse("eps/(1+ε)", ("eps",)) == parse("eps/(1 + eps)", ("eps",))
    assert parse("an", ("a", "n")) == parse("a*n", ("a", "n"))
    with pytest.raises(AnswerError, match="eps"):
        parse("x", ("eps",))


@pytest.mark.parametrize(
    "typed",
    [
        "(" * 100_000,
        "x" * 100_000,
        "(" * 3000,
        "-" * 3999 + "x",
        "x^" * 1999 + "x",
        "sin(" * 900,
        "|" * 3999,
        "x/" * 1999 + "x",
        "cases(" * 600,
        "{" * 3999,
        "not " * 900 + "x < 1",
        "1 if x < 0 else " * 240 + "1",
        "9" * 3999,
        "²" * 3999,
        "x!" * 1999,
    ],
)
def test_size_never_crashes(typed):
    try:
        parse(typed)
    except AnswerError as error:
        assert error.message  # noqa: PT017


FUZZ = int(os.environ.get("GRAMMAR_FUZZ", "2000"))
PIECES = st.sampled_from(
    "x x x 2 3 0.5 1e-3 e pi + - * / ^ ** ( ) ( ) | | ! , < > <= = != : { } [ ] sin cos exp( ln √ ² ⁻ "
    "max( cases( if else and or not sin^2 tan^-1 abs( sqrt ' \" \\ . .. np. y f' d/dx True  xx sinx ∞ х \x00".split(
        " "
    )
)


def survives(typed):
    try:
        tree = parse(typed)
    except AnswerError as error:
        assert error.message  # noqa: PT017
        assert error.position is None or 0 <= error.position <= len(typed)  # noqa: PT017
        for reading in error.readings:
            survives_again(reading)
        return
    assert parse(to_text(tree)) == tree
    assert to_latex(tree)


def survives_again(typed):
    with contextlib.suppress(AnswerError):
        parse(typed)


@settings(max_examples=FUZZ, deadline=2000)
@given(st.lists(PIECES, max_size=14), st.booleans())
def test_fuzz_pieces(pieces, spaced):
    survives((" " if spaced else "").join(pieces))


@settings(max_examples=FUZZ // 4, deadline=2000)
@given(st.text(max_size=40))
def test_fuzz_any_text(typed):
    survives(typed)


@pytest.mark.parametrize(
    ("braced", "plain"),
    [
        ("e^{-x}", "e^(-x)"),
        ("x^{-1/2}", "x^(-1/2)"),
        ("e^{x^{2}}", "e^(x^(2))"),
        ("sin^{2}(x)", "sin^2(x)"),
        ("{x < 0: x^{2}, x >= 0: 2}", "{x < 0: x^2, x >= 0: 2}"),
    ],
)
def test_a_power_in_braces_is_a_power(braced, plain):
    """As LaTeX has it, and hands type it."""
    assert parse(braced) == parse(plain)
