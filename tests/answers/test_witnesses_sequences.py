"""Sequences for every real a: each counterexample is recomputed exactly with SymPy."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
import sympy
from sympy import E, Rational, cbrt, ceiling, exp, factorial, floor, log, pi, sin, sqrt

from course.answers.witnesses.sequences import check_sequence

#: Right rational sequences, with the same as SymPy expressions.
RATIONAL = {
    "floor(n*a)/n": lambda a, n: floor(n * a) / n,
    "floor(n a)/n": lambda a, n: floor(n * a) / n,
    "ceil(n a)/n": lambda a, n: ceiling(n * a) / n,
    "floor(10^n a)/10^n": lambda a, n: floor(10**n * a) / 10**n,
    "floor(10^n*a)*10^(-n)": lambda a, n: floor(10**n * a) * Rational(10) ** -n,
    "floor(2^n*a)/2^n": lambda a, n: floor(2**n * a) / 2**n,
    "floor(n a + 1/2)/n": lambda a, n: floor(n * a + Rational(1, 2)) / n,
    "(floor(n a) + 1)/n": lambda a, n: (floor(n * a) + 1) / n,
    "floor(n^2 a)/n^2": lambda a, n: floor(n**2 * a) / n**2,
    "floor(n! a)/n!": lambda a, n: floor(factorial(n) * a) / factorial(n),
    "floor(n^n a)/n^n": lambda a, n: floor(n**n * a) / n**n,
    "floor(n*a)/(n+1)": lambda a, n: floor(n * a) / (n + 1),
    "floor((n+1)a)/(n+1)": lambda a, n: floor((n + 1) * a) / (n + 1),
    "-floor(-n a)/n": lambda a, n: -floor(-n * a) / n,
    "floor(a) + floor(n*(a - floor(a)))/n": lambda a, n: floor(a) + floor(n * (a - floor(a))) / n,
    "(floor(n a) + ceil(n a))/(2n)": lambda a, n: (floor(n * a) + ceiling(n * a)) / (2 * n),
    "sign(a)*floor(n*|a|)/n": lambda a, n: sympy.sign(a) * floor(n * sympy.Abs(a)) / n,
    "cases(a < 0, ceil(n*a)/n, floor(n*a)/n)": lambda a, n: (
        (ceiling if a < 0 else floor)(n * a) / n
    ),
    "floor(n a)/n - 1/n^2": lambda a, n: floor(n * a) / n - Rational(1) / n**2,
    "floor(n*a)/n + (-1)^n/n": lambda a, n: (floor(n * a) + (-1) ** n) / n,
    "max(floor(n*a), floor(n*a) - 1)/n": lambda a, n: floor(n * a) / n,
    "floor(sqrt(4) n a)/(2n)": lambda a, n: floor(2 * n * a) / (2 * n),
}

NOT_RATIONAL = {
    "a": lambda a, n: a,
    "a + 1/n": lambda a, n: a + Rational(1) / n,
    "a - a/n": lambda a, n: a - a / n,
    "n*a": lambda a, n: n * a,
    "a*n/(n+1)": lambda a, n: a * n / (n + 1),
    "floor(a)": lambda a, n: floor(a),
    "floor(n a)": lambda a, n: floor(n * a),
    "floor(n a)/n + 1": lambda a, n: floor(n * a) / n + 1,
    "floor(n a)/(2n)": lambda a, n: floor(n * a) / (2 * n),
    "floor(n*a)/a": lambda a, n: floor(n * a) / a,
    "floor(n*a)/(n-1)": lambda a, n: floor(n * a) / (n - 1),
    "floor(n*a)/(n-3)": lambda a, n: floor(n * a) / (n - 3),
    "1/floor(n*a)": lambda a, n: 1 / floor(n * a),
    "floor(10 a)/10": lambda a, n: floor(10 * a) / 10,
    "floor(10^6 a)/10^6": lambda a, n: floor(10**6 * a) / 10**6,
    "0": lambda a, n: sympy.Integer(0),
    "1/n": lambda a, n: Rational(1) / n,
    "(-1)^n floor(n a)/n": lambda a, n: (-1) ** n * floor(n * a) / n,
    "floor(n*a)/n + (-1)^n": lambda a, n: floor(n * a) / n + (-1) ** n,
    "floor(sqrt(n) a)/sqrt(n)": lambda a, n: floor(sqrt(n) * a) / sqrt(n),
    "floor(n*a)/n + sqrt(2)/n": lambda a, n: floor(n * a) / n + sqrt(2) / n,
    "floor(n*a)/n + pi/10^n": lambda a, n: floor(n * a) / n + pi / 10**n,
    "floor(n a) 10^(-n)": lambda a, n: floor(n * a) * Rational(10) ** -n,
    "floor(pi n a)/(pi n)": lambda a, n: floor(pi * n * a) / (pi * n),
    "floor(n |a|)/n": lambda a, n: floor(n * sympy.Abs(a)) / n,
    "floor(n a^2)/n": lambda a, n: floor(n * a**2) / n,
    "a^2/n + floor(n a)/n": lambda a, n: a**2 / n + floor(n * a) / n,
    "sqrt(a)": lambda a, n: sqrt(a),
}

#: Right irrational sequences.
IRRATIONAL = {
    "floor(n*a)/n + sqrt(2)/n": lambda a, n: floor(n * a) / n + sqrt(2) / n,
    "floor(n a)/n + pi/n": lambda a, n: floor(n * a) / n + pi / n,
    "floor(n a)/n + e/n": lambda a, n: floor(n * a) / n + E / n,
    "floor(10^n a)/10^n + sqrt(2)/10^n": lambda a, n: (floor(10**n * a) + sqrt(2)) / 10**n,
    "(floor(n a) + sqrt(2))/n": lambda a, n: (floor(n * a) + sqrt(2)) / n,
    "(floor(n a) + 1/sqrt(2))/n": lambda a, n: (floor(n * a) + 1 / sqrt(2)) / n,
    "floor(n a)/n + sqrt(3)/n^2": lambda a, n: floor(n * a) / n + sqrt(3) / n**2,
    "floor(n a)/n + 1/(n*sqrt(2))": lambda a, n: floor(n * a) / n + 1 / (n * sqrt(2)),
    "floor(n a)/n + sqrt(2)/2^n": lambda a, n: floor(n * a) / n + sqrt(2) / 2**n,
    "ceil(n a)/n - sqrt(8)/n": lambda a, n: ceiling(n * a) / n - sqrt(8) / n,
    "floor(n a)/n + exp(-n)": lambda a, n: floor(n * a) / n + exp(-n),
    "floor(n a)/n + cbrt(2)/n": lambda a, n: floor(n * a) / n + cbrt(2) / n,
    "floor(n a)/n + log(2)/n": lambda a, n: floor(n * a) / n + log(2) / n,
    "floor(n a)/n + (1 + sqrt(5))/(2n)": lambda a, n: floor(n * a) / n + (1 + sqrt(5)) / (2 * n),
    "floor(n a)/n + 2^(1/2)/n": lambda a, n: floor(n * a) / n + sqrt(2) / n,
    "floor(n a)/n + sqrt(2)/n!": lambda a, n: floor(n * a) / n + sqrt(2) / factorial(n),
    "floor(n a)/n + 1/(n + sqrt(2))": lambda a, n: floor(n * a) / n + 1 / (n + sqrt(2)),
    "(floor(n a) + sin(1))/n": lambda a, n: (floor(n * a) + sin(1)) / n,
    "floor(n a)/n + sqrt(2)*(-1)^n/n": lambda a, n: floor(n * a) / n + sqrt(2) * (-1) ** n / n,
    "floor(n a)/n + (sqrt(2)+sqrt(3))/n": lambda a, n: floor(n * a) / n + (sqrt(2) + sqrt(3)) / n,
    "floor(n a)/n + pi^2/n": lambda a, n: floor(n * a) / n + pi**2 / n,
    "sqrt(2)/n + cases(a<0, ceil(n a)/n, floor(n a)/n)": lambda a, n: (
        sqrt(2) / n + (ceiling if a < 0 else floor)(n * a) / n
    ),
}

NOT_IRRATIONAL = {
    "a + sqrt(2)/n": lambda a, n: a + sqrt(2) / n,
    "a + sqrt(4)/n": lambda a, n: a + sqrt(4) / n,
    "a + pi/n": lambda a, n: a + pi / n,
    "a + e/n^2": lambda a, n: a + E / n**2,
    "a + sqrt(7)/10^n": lambda a, n: a + sqrt(7) / 10**n,
    "a": lambda a, n: a,
    "sqrt(2) + a": lambda a, n: sqrt(2) + a,
    "a*(1 + sqrt(2)/n)": lambda a, n: a * (1 + sqrt(2) / n),
    "floor(n a)/n": lambda a, n: floor(n * a) / n,
    "floor(n a)/n + sqrt(2)": lambda a, n: floor(n * a) / n + sqrt(2),
    "floor(n a)/n + sqrt(4)/n": lambda a, n: floor(n * a) / n + sqrt(4) / n,
    "floor(n a)/n + sqrt(1/4)/n": lambda a, n: floor(n * a) / n + Rational(1, 2) / n,
    "sqrt(2) floor(n a/sqrt(2))/n": lambda a, n: sqrt(2) * floor(n * a / sqrt(2)) / n,
    "sqrt(2) (floor(n a/sqrt(2)) + 1)/n": lambda a, n: sqrt(2) * (floor(n * a / sqrt(2)) + 1) / n,
    "floor(n a)/n + sqrt(n)/n^2": lambda a, n: floor(n * a) / n + sqrt(n) / n**2,
    "floor(n a)/n + sqrt(2)^n/n^n": lambda a, n: floor(n * a) / n + sqrt(2) ** n / n**n,
    "floor(n a)/n + sqrt(2)/n - sqrt(2)/n": lambda a, n: floor(n * a) / n,
    "(floor(n a) + sqrt(2) sqrt(2))/n": lambda a, n: (floor(n * a) + 2) / n,
    "floor(n a)/n + sqrt(2) n": lambda a, n: floor(n * a) / n + sqrt(2) * n,
    "floor(n a)/n + sqrt(2)/(n-2)": lambda a, n: floor(n * a) / n + sqrt(2) / (n - 2),
    "a sqrt(2)/n + floor(n a)/n": lambda a, n: a * sqrt(2) / n + floor(n * a) / n,
    "floor(sqrt(2) n a)/(sqrt(2) n)": lambda a, n: floor(sqrt(2) * n * a) / (sqrt(2) * n),
    "floor(n a)/n + (n-1) sqrt(2)/n^2": lambda a, n: floor(n * a) / n + (n - 1) * sqrt(2) / n**2,
    "floor(n a)/n + sqrt(2) (n^2-9)/n^3": lambda a, n: (
        floor(n * a) / n + sqrt(2) * Rational(n**2 - 9) / n**3
    ),
    "floor(n a)/n + floor(sqrt(2))/n": lambda a, n: floor(n * a) / n + Rational(1) / n,
    "floor(n a)/n + sqrt(2)*floor(a)/n": lambda a, n: (floor(n * a) + sqrt(2) * floor(a)) / n,
    "1/n": lambda a, n: Rational(1) / n,
    "cbrt(8)/n + floor(n a)/n": lambda a, n: Rational(2) / n + floor(n * a) / n,
}


def exact(x) -> sympy.Expr:
    """A counterexample's number, which is a Fraction or our own text, for SymPy."""
    if isinstance(x, Fraction | int):
        return Rational(x.numerator, x.denominator)
    return sympy.parse_expr(
        x.replace("^", "**").replace("e", "E"), local_dict={"sqrt": sqrt, "pi": pi}
    )


def is_rational(x: sympy.Expr) -> bool:
    """Whether SymPy finds a number rational; raises if it does not know."""
    known = sympy.nsimplify(sympy.radsimp(sympy.expand(x))).is_rational
    if known is None and x.is_algebraic:
        known = sympy.degree(sympy.minimal_polynomial(x)) == 1
    assert known is not None, x
    return bool(known)


def refutes(function, found, sort) -> None:
    """Assert that the counterexample of a finding refutes the formula."""
    a = exact(found["a"])
    if "n" in found:
        try:
            value = function(a, sympy.Integer(found["n"]))
        except ZeroDivisionError:
            return
        if value.has(sympy.zoo, sympy.nan) or value.is_real is False:
            return
        assert is_rational(value) != (sort == "rational")
        return
    # The limit: far out, every second term at least stays away from a.
    far = [sympy.N(function(a, sympy.Integer(n)) - a, 30) for n in (400, 401)]
    assert max(abs(x) for x in far) > Fraction(1, 100_000_000)
    if "limit" in found:
        limit = sympy.N(exact(found["limit"]) - a, 30)
        assert min(abs(x - limit) for x in far) < 0.02


CASES = [
    *(("rational", text, RATIONAL[text]) for text in RATIONAL),
    *(("irrational", text, IRRATIONAL[text]) for text in IRRATIONAL),
]


@pytest.mark.parametrize(("sort", "text", "function"), CASES, ids=[case[1] for case in CASES])
def test_right(sort, text, function):
    found = check_sequence(text, sort)
    assert found.kind == "right", found.message
    for a in (Rational(-7, 3), sqrt(2), -pi):  # the table itself is right
        for n in (1, 4):
            value = function(a, sympy.Integer(n))
            if not value.has(sympy.exp, sympy.log, sympy.sin, cbrt(2), pi**2):
                assert is_rational(value) == (sort == "rational")
        assert abs(sympy.N(function(a, sympy.Integer(25)) - a, 20)) < 0.5


WRONG = [
    *(("rational", text, NOT_RATIONAL[text]) for text in NOT_RATIONAL),
    *(("irrational", text, NOT_IRRATIONAL[text]) for text in NOT_IRRATIONAL),
]


@pytest.mark.parametrize(("sort", "text", "function"), WRONG, ids=[case[1] for case in WRONG])
def test_wrong_with_a_counterexample(sort, text, function):
    found = check_sequence(text, sort)
    assert found.kind == "wrong", found.message
    assert str(found.counterexample["a"]) in found.message
    refutes(function, found.counterexample, sort)


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("rational", "floor(a/n)*n"),
        ("irrational", "floor(n*a)/n + sqrt(n^2+1)/n^2"),
        ("irrational", "floor(n*a)/n + sin(n)/n"),
        ("irrational", "floor(n*a)/n + (pi + e)/n"),
    ],
)
def test_what_is_not_decided_goes_to_a_person(sort, text):
    assert check_sequence(text, sort).kind == "undetermined"


def test_terms_equal_to_a_do_no_harm():
    # At rational a, floor(n a)/n is a itself for infinitely many n; continuity does not mind.
    assert check_sequence("floor(n*a)/n", "rational").kind == "right"


@pytest.mark.parametrize("answer", ["", None, ...])
def test_no_answer(answer):
    assert check_sequence(answer, "rational").kind == "empty"


@pytest.mark.parametrize("answer", ["x/n", "floor(n a", lambda a, n: a, "round(n a)/n", "limit(a)"])
def test_unreadable(answer):
    assert check_sequence(answer, "rational").kind == "unreadable"


def test_sympy_expressions():
    a, n = sympy.symbols("a n", real=True)
    assert check_sequence(floor(n * a) / n, "rational").kind == "right"
    assert check_sequence(a + sqrt(2) / n, "irrational").kind == "wrong"


HOSTILE = [
    "9^9^9^9^n",
    "factorial(factorial(9))/n",
    "(a+n)^64*(a+n+1)^64",
    "floor(" * 30 + "n*a" + ")" * 30,
    "+".join(f"floor({k}*n*a)/n" for k in range(1, 90)),
    "+".join(f"sqrt({k})/n" for k in range(2, 120)),
    "*".join(f"(sqrt({k})+1)" for k in range(2, 40)),
    "|" * 10 + "a" + "-1|" * 10,
    "+".join(f"|a-{k}|" for k in range(60)),
    "max(" + ",".join(f"floor({k} a)" for k in range(60)) + ")",
    "floor(n*a)/n + 1/(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13))",
    "a^(10^200)",
    "floor(10^(10^n) a)/10^(10^n)",
    "sqrt(10^300+1)/n",
    "floor(a*" + "7" * 300 + ")/n",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_input_ends_in_time(text):
    for sort in ("rational", "irrational"):
        start = time.perf_counter()
        found = check_sequence(text, sort)
        assert time.perf_counter() - start < 2.0
        assert found.kind in ("wrong", "unreadable", "undetermined")


def test_a_condition_without_a_known_sign():
    # Both branches are right, so whichever holds, the term is.
    text = "cases(n*a < floor(n*a) + 1/2, floor(n*a)/n, ceil(n*a)/n)"
    assert check_sequence(text, "rational").kind == "right"
    # Here the second branch is a itself, which need not be rational.
    text = "cases(n*a < floor(n*a) + 1/2, floor(n*a)/n, a)"
    assert check_sequence(text, "rational").kind == "wrong"
