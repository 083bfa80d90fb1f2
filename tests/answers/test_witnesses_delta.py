"""δ(ε) decided for all ε > 0: right and wrong formulas, each counterexample recomputed by mpmath."""

from __future__ import annotations

import itertools
import random
import time
from fractions import Fraction

import mpmath
import pytest
import sympy

from course.answers.witnesses.delta import check_delta

mpmath.mp.dps = 60
S = mpmath.sqrt

#: Formulas with 0 < δ(ε) <= ε for all ε > 0, and the same as Python functions.
RIGHT = {
    "eps": lambda e: e,
    "eps/2": lambda e: e / 2,
    "ε": lambda e: e,
    "epsilon/3": lambda e: e / 3,
    "0.5 eps": lambda e: e / 2,
    "min(1, eps)": lambda e: min(mpmath.mpf(1), e),
    "min(eps, 1/1000)": lambda e: min(e, mpmath.mpf(1) / 1000),
    "eps/(1+eps)": lambda e: e / (1 + e),
    "eps^2/(1+eps)": lambda e: e**2 / (1 + e),
    "eps/(1+eps^2)": lambda e: e / (1 + e**2),
    "min(sqrt(eps), eps)": lambda e: min(S(e), e),
    "min(eps, eps^2)": lambda e: min(e, e**2),
    "1/(1+1/eps)": lambda e: 1 / (1 + 1 / e),
    "1/max(1, 1/eps)": lambda e: 1 / max(mpmath.mpf(1), 1 / e),
    "sqrt(1+eps) - 1": lambda e: S(1 + e) - 1,
    "sqrt(1+eps^2) - 1": lambda e: S(1 + e**2) - 1,
    "eps/sqrt(2)": lambda e: e / S(2),
    "eps*sqrt(eps/(1+eps))": lambda e: e * S(e / (1 + e)),
    "eps^(3/2)/(1+sqrt(eps))": lambda e: e**1.5 / (1 + S(e)),
    "abs(eps)": abs,
    "abs(-eps)/2": lambda e: e / 2,
    "sqrt(eps^2)": lambda e: e,
    "cbrt(eps^3)": lambda e: e,
    "(eps + 1 - |eps - 1|)/2": lambda e: (e + 1 - abs(e - 1)) / 2,
    "cases(eps < 1, eps^2, 1)": lambda e: e**2 if e < 1 else mpmath.mpf(1),
    "cases(eps <= 2, eps/2, 1)": lambda e: e / 2 if e <= 2 else mpmath.mpf(1),
    "eps - eps^2/(1+eps)": lambda e: e - e**2 / (1 + e),
    "eps*(eps^2+1)/(2eps^2+2)": lambda e: e / 2,
    "min(eps, (eps^2-2)^2 + 1/10)": lambda e: min(e, (e**2 - 2) ** 2 + mpmath.mpf("0.1")),
    "eps/(sqrt(2)+sqrt(3)-sqrt(5+2sqrt(6))+1)": lambda e: e,
    "sqrt(sqrt(1+eps^4)-1)": lambda e: S(S(1 + e**4) - 1),
}

#: Formulas that fail somewhere; undefined values raise or are not real.
WRONG = {
    "eps^2": lambda e: e**2,
    "sqrt(eps)": S,
    "2eps": lambda e: 2 * e,
    "1/1000": lambda e: mpmath.mpf(1) / 1000,
    "eps - eps^2": lambda e: e - e**2,
    "0": lambda e: mpmath.mpf(0),
    "-eps": lambda e: -e,
    "eps - eps": lambda e: mpmath.mpf(0),
    "1/eps": lambda e: 1 / e,
    "eps + 1": lambda e: e + 1,
    "eps^3/(1+eps)": lambda e: e**3 / (1 + e),
    "max(eps, 1)": lambda e: max(e, mpmath.mpf(1)),
    "min(1, 2eps)": lambda e: min(mpmath.mpf(1), 2 * e),
    "eps*(1 + 10^(-20))": lambda e: e * (1 + mpmath.mpf(10) ** -20),
    "eps + (eps - 1)^2/10^12": lambda e: e + (e - 1) ** 2 / mpmath.mpf(10) ** 12,
    "min(eps, 10^(-12)) - 10^(-30)": lambda e: (
        min(e, mpmath.mpf(10) ** -12) - mpmath.mpf(10) ** -30
    ),
    "min(eps, (eps-1)^2)": lambda e: min(e, (e - 1) ** 2),
    "sqrt(eps^2 + eps) - eps": lambda e: S(e**2 + e) - e,
    "sqrt(eps+1) - sqrt(eps)": lambda e: S(e + 1) - S(e),
    "|eps - 1|": lambda e: abs(e - 1),
    "eps/(eps-1)": lambda e: e / (e - 1),
    "(eps^2-eps)/(eps-1)": lambda e: (e**2 - e) / (e - 1),
    "sqrt(eps - 1)": lambda e: S(e - 1),
    "sqrt(1 - eps)": lambda e: S(1 - e),
    "cases(eps < 1, eps)": lambda e: e if e < 1 else mpmath.nan,
    "cases(eps < 1, eps, 2eps)": lambda e: e if e < 1 else 2 * e,
    "cases(eps = 7, 8, eps)": lambda e: mpmath.mpf(8) if e == 7 else e,
    "sign(eps - 3) eps": lambda e: mpmath.sign(e - 3) * e,
    "3/2": lambda e: mpmath.mpf(3) / 2,
    "sin(eps)": mpmath.sin,
    "eps^eps": lambda e: e**e,
    "exp(eps)": mpmath.exp,
    "e/2": lambda e: mpmath.e / 2,
    "floor(eps)": mpmath.floor,
    "cbrt(eps)": mpmath.cbrt,
}
#: Points at which right formulas are tried as well.
SCALES = [Fraction(n, 7) * Fraction(10) ** k for k in range(-9, 10, 3) for n in (3, 7, 11)]


def mp(x: Fraction) -> mpmath.mpf:
    return mpmath.mpf(x.numerator) / x.denominator


@pytest.mark.parametrize("text", RIGHT)
def test_right(text):
    found = check_delta(text)
    assert found.kind == "right", found.message
    assert found.share == 1
    for x in SCALES:  # the table itself is right
        value = RIGHT[text](mp(x))
        assert 0 < value <= mp(x) * (1 + mpmath.mpf(10) ** -50)


@pytest.mark.parametrize("text", WRONG)
def test_wrong_with_a_counterexample(text):
    found = check_delta(text)
    assert found.kind == "wrong", found.message
    assert found.share == 0
    eps = found.counterexample["eps"]
    assert isinstance(eps, Fraction)
    assert eps > 0
    try:
        value = WRONG[text](mp(eps))
    except ZeroDivisionError:
        return
    assert isinstance(value, mpmath.mpc) or not (0 < value <= mp(eps))


def truth_by_roots(numerator, denominator):
    """Whether 0 < N/D <= 1 on (0, ∞), by SymPy's real roots of N, D and D − N."""
    x = sympy.Symbol("x")
    n, d = (sympy.Poly(list(reversed(p)), x) for p in (numerator, denominator))
    roots = set()
    for p in (n, d, d - n):
        if not p.is_zero:
            roots |= {r for r in sympy.real_roots(p) if r > 0}
    points = sorted(roots)
    edges = [sympy.Integer(0), *points, (points[-1] if points else 0) + 2]
    between = [(a + b) / 2 for a, b in itertools.pairwise(edges)]
    for point in [*points, *between]:
        below = sympy.simplify(d.eval(point))
        if below == 0:
            return False
        value = sympy.simplify(n.eval(point)) / below
        if not (sympy.N(value, 50) > 1e-40 and sympy.N(value - 1, 50) < 1e-40):
            return False
    return True


def test_random_rational_functions():
    draw = random.Random(7)
    seen = set()
    for _ in range(60):
        size = draw.choice([1, 2, 2, 3])
        numerator = [draw.randint(0, 3) for _ in range(size)]
        extra = [draw.choice([0, 0, 1, 2, -1]) for _ in range(size)]
        denominator = [a + b for a, b in zip(numerator, extra, strict=True)]
        if not any(numerator) or not any(denominator):
            continue
        text = [
            " + ".join(f"({c})*eps^{k}" for k, c in enumerate(p)) for p in (numerator, denominator)
        ]
        truth = truth_by_roots(numerator, denominator)
        assert check_delta(f"eps*({text[0]})/({text[1]})").kind == ("right" if truth else "wrong")
        seen.add(truth)
    assert seen == {True, False}


def test_a_failure_at_one_irrational_point_only():
    found = check_delta("min(eps, (eps^2 - 2)^2)")
    assert found.kind == "wrong"
    eps = found.counterexample["eps"]
    assert abs(float(eps.mid()) - 2**0.5) < 1e-12
    assert found.counterexample["delta"] == 0


def test_other_bounds():
    assert check_delta("eps/2", bound="eps/2").kind == "right"
    assert check_delta("min(1, eps/5)", bound="min(1, eps/5)").kind == "right"
    found = check_delta("eps", bound="eps/2")
    assert found.kind == "wrong"
    assert found.counterexample["bound"] == found.counterexample["eps"] / 2
    assert check_delta("min(1, eps/7)", bound="min(1, eps/5)").kind == "right"


def test_numbers_and_sympy():
    eps = sympy.Symbol("eps", positive=True)
    assert check_delta(sympy.Min(1, eps / 2)).kind == "right"
    assert check_delta(2 * eps).kind == "wrong"
    assert check_delta(Fraction(1, 10)).kind == "wrong"
    assert check_delta(0.001).kind == "wrong"


@pytest.mark.parametrize("text", ["1 - exp(-eps)", "log(1+eps)", "eps/pi", "atan(eps)"])
def test_outside_the_class_nothing_is_guessed(text):
    found = check_delta(text)
    assert found.kind == "undetermined"
    assert found.share == 0


@pytest.mark.parametrize("answer", ["", None, ..., "   "])
def test_no_answer(answer):
    assert check_delta(answer).kind == "empty"


@pytest.mark.parametrize("answer", ["h/2", "eps <", lambda eps: eps / 2, [1], "__import__('os')"])
def test_unreadable(answer):
    found = check_delta(answer)
    assert found.kind == "unreadable"
    assert found.message


HOSTILE = {
    "tower": "9^9^9^9^eps",
    "power": "eps^(10^300)",
    "degree": "(eps+1)^64*(eps+2)^64*(eps+3)^64",
    "many roots": " + ".join(f"sqrt(eps+{k})" for k in range(40)),
    "nested roots": "sqrt(" * 20 + "eps" + "+1)" * 20,
    "long": "+".join(["eps"] * 900),
    "minima": "min(" * 20 + "eps" + "".join(f",(eps-{k})^2+1/{k + 2})" for k in range(20)),
    "wilkinson": "*".join(f"(eps-{k})" for k in range(1, 40)),
    "roots of roots": "sqrt(sqrt(eps^7+3)+cbrt(eps^5+2)) - sqrt(eps^3+sqrt(eps^9+1))",
    "near miss": "eps - (sqrt(eps^2+10^(-300)) - eps)",
    "abs": "|" * 12 + "eps" + "-1|" * 12,
    "factorial": "eps*factorial(10^9)",
    "digits": "eps/" + "7" * 300,
    "deep cases": "".join(f"cases(eps<{k}," for k in range(15)) + "eps" + ",eps)" * 15,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_in_time(name):
    start = time.perf_counter()
    found = check_delta(HOSTILE[name])
    assert time.perf_counter() - start < 2.0
    assert found.kind in ("right", "wrong", "unreadable", "undetermined")
