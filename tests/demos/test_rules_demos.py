"""The demos of chapter 3: numbers and derivatives against SymPy, sentences, and the walk through the steps."""

import math
import re

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

from course.demos import detective, dissection, rules, text
from course.demos.rules import chain_gears, product_rectangle, rule_detective
from course.functions import cos, exp, sin, sqrt, x

from .states import random_states

X, Z = sympy.Symbol("x", positive=True), sympy.Symbol("z")
SIDES = {
    "grow": (X**2, X),
    "shrink": (X, 3 - X),
    "balance": (X, 1 / X),
    "fixed": (X**2, sympy.Integer(2)),
}
CHAINS = {
    "twice": (2 * X, sympy.Rational(3, 2) * Z),
    "where": (X + 1, Z**2),
    "curved": (X**2, sympy.sin(Z)),
    "turned": (-X, sympy.exp(Z)),
    "flat": (sympy.Integer(1), Z**3),
}
FORMULAS = {
    "product": X**2 * sympy.sin(X),
    "chain": sympy.sin(X**2),
    "quotient": sympy.exp(sympy.sin(X)) / X,
    "nested": X * sympy.exp(sympy.cos(X**2)),
    "root": sympy.sqrt(X**2 + sympy.exp(3 * X)),
}


def at(formula, place):
    return sympy.N(sympy.sympify(formula).subs(X, sympy.Rational(place)), 50)


def close(number, expected):
    return number == pytest.approx(float(expected), rel=1e-9, abs=1e-9)


def test_strips_corner_and_their_quotients():
    demo = product_rectangle.demo()
    for state in random_states(demo, 40, seed=2):
        numbers = demo.compute(state)
        u, v = SIDES[state["sides"]]
        place, step = sympy.Rational(state["x"]), sympy.Rational(state["h"])
        for name, h in [("now", step), ("1", 0.1), ("01", 0.01), ("001", 0.001)]:
            h = sympy.Rational(h)
            du, dv = (at(side, place + h) - at(side, place) for side in (u, v))
            assert close(numbers[f"strips_{name}"], (du * at(v, place) + at(u, place) * dv) / h), (
                state
            )
            assert close(numbers[f"corner_{name}"], du * dv / h), state
        grown = at(u * v, place + step) - at(u * v, place)
        assert close(numbers["strips"] + numbers["corner"], grown), "the parts make up the whole"
        assert close(numbers["limit"], at(sympy.diff(u * v, X), place))
        assert close(numbers["wrong"], at(sympy.diff(u, X) * sympy.diff(v, X), place))


def test_stretch_factors():
    demo = chain_gears.demo()
    for state in random_states(demo, 40, seed=3):
        numbers = demo.compute(state)
        g, f = CHAINS[state["chain"]]
        place = sympy.Rational(state["x"])
        whole = f.subs(Z, g)
        assert close(numbers["inner"], at(sympy.diff(g, X), place))
        assert close(numbers["outer"], at(sympy.diff(f, Z).subs(Z, g), place))
        assert close(numbers["whole"], at(sympy.diff(whole, X), place))
        for name, h in [("now", state["h"]), ("1", 0.1), ("01", 0.01), ("001", 0.001)]:
            h = sympy.Rational(h)
            dz, dy = (at(part, place + h) - at(part, place) for part in (g, whole))
            assert close(numbers[f"inner_{name}"], dz / h)
            assert close(numbers[f"whole_{name}"], dy / h)
            if dz:
                assert numbers[f"outer_{name}"] == pytest.approx(float(dy / dz), rel=1e-6)
            else:
                assert math.isnan(numbers[f"outer_{name}"]), "0/0 is no number"


def read(words):
    """Read a formula as the demo writes it, with SymPy."""
    typed = re.sub("(sin|cos|exp)\u00a0([xz])", r"\1(\2)", text.plain(words))
    typed = typed.replace("−", "-").replace("·", "*")
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    typed = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda found: "^" + found[0].translate(raised), typed)
    rules = (*standard_transformations, implicit_multiplication_application, convert_xor)
    return parse_expr(
        typed.replace("√", "sqrt "), local_dict={"x": X, "z": Z}, transformations=rules
    )


@pytest.mark.parametrize("name", FORMULAS)
def test_the_detectives_derivatives_are_right_at_every_step(name):
    tree, formula = detective.TREES[name], FORMULAS[name]
    assert sympy.simplify(read(tree.words) - formula) == 0
    steps = len(detective.operations(tree))
    for done in range(steps + 1):
        words = tree.derivative(done)[0]
        # What is not yet differentiated stands in brackets with a prime: SymPy does that.
        open_parts = re.findall(r"\[\((.*?)\)′\]\(derivative\)", words)
        assert bool(open_parts) == (done < steps)
        for part in open_parts:
            solved = sympy.sstr(sympy.diff(read(part), X)).replace("**", "^").replace("*", "·")
            words = words.replace(f"[({part})′](derivative)", f"({solved})")
        assert sympy.simplify(read(words) - sympy.diff(formula, X)) == 0, (done, words)


@pytest.mark.parametrize(
    ("f", "written", "derivative"),
    [
        (x**3 * exp, "x³ · exp x", "3x² · exp x + x³ · exp x"),
        (cos(x) / x**2, "cos x/x²", "(−sin x · x² − cos x · 2x)/(x²)²"),
        ((x**2 + sin) / cos, "(x² + sin x)/cos x", None),
        (exp(x**2 * sin), "exp(x² · sin x)", None),
        (sqrt(1 - x), None, None),
    ],
)
def test_other_formulas_are_taken_apart_too(f, written, derivative):
    tree = dissection.dissect(f)
    steps = len(detective.operations(tree))
    shown = text.plain(tree.derivative(steps)[0]).replace("\u00a0", " ")
    if written:
        assert text.plain(tree.words).replace("\u00a0", " ") == written
    if derivative:
        assert shown.replace("(−sin x)", "−sin x") == derivative
    value = read(tree.derivative(steps)[0]).subs(X, sympy.Rational(7, 10))
    assert float(value) == pytest.approx(f.prime(0.7), rel=1e-12)


def detective_at(formula, step, revealed=0):
    demo = rule_detective.demo()
    return demo, demo.compute({"formula": formula, "step": step, "revealed": revealed})


@pytest.mark.parametrize(
    ("formula", "step", "rule"),
    [
        ("product", 1, "product"),
        ("chain", 1, "chain"),
        ("quotient", 1, "quotient"),
        ("quotient", 2, "chain"),
        ("nested", 1, "product"),
        ("nested", 2, "chain"),
        ("nested", 3, "chain"),
        ("root", 1, "chain"),
        ("root", 2, "sum"),
        ("root", 3, "chain"),
    ],
)
def test_the_outermost_rule(formula, step, rule):
    demo, numbers = detective_at(formula, step)
    names = list(detective.words.RULES)
    right = names.index(rule)
    assert demo.value(demo.prediction.right, numbers) == right
    for index in range(len(names)):
        assert bool(demo.objection(index, numbers)) == (index != right), "only wrong ones are met"


def test_a_wrong_rule_is_met_where_it_goes_wrong():
    demo, numbers = detective_at("chain", 1)
    assert "not a factor" in demo.objection(1, numbers)
    demo, numbers = detective_at("quotient", 1)
    assert "exp(sin" in demo.objection(3, numbers), "inside-out: the chain is there, but deeper"
    demo, numbers = detective_at("root", 1)
    assert "addition in" in demo.objection(0, numbers)


def test_the_derivative_grows_and_the_rest_is_marked():
    demo, numbers = detective_at("quotient", 1)
    assert "No rule is applied yet" in demo.describe(numbers)
    assert "cos" not in demo.describe(numbers), "nothing is given away"
    demo, numbers = detective_at("quotient", 1, 1)
    assert "After 1 of 2 rules: F′(x) = ((exp(sin\u00a0x))′ · x − exp(sin\u00a0x) · 1)/x²." in (
        demo.describe(numbers)
    )
    demo, numbers = detective_at("quotient", 2, 1)
    assert "Taken apart completely" in demo.describe(numbers)
    assert "′" not in demo.describe(numbers).split("=")[-1]


@pytest.mark.parametrize("step", [0.0, 1.5, 3.9, 9.0])
def test_a_step_beyond_the_last_or_between_two_shows_a_whole_one(step):
    demo, numbers = detective_at("quotient", step)
    assert numbers["now"] in (1, 2)
    assert demo.describe(numbers)


def test_sentences_of_the_rectangle():
    demo = product_rectangle.demo()

    def say(**state):
        return demo.describe(demo.compute({"revealed": 1, **state}))

    words = say(sides="grow", x=1.5, h=0.5)
    assert "area 3.375" in words
    assert "+3.75 in the two strips" in words
    assert "+0.875 in the corner" in words
    assert "= 6.750" in words
    assert "0 in the two strips and −0.25 in the corner" in say(sides="shrink", x=1.5, h=0.5)
    assert "0 in the corner" in say(sides="fixed", x=1.5, h=-0.1)
    hidden = demo.describe(demo.compute(demo.start()))
    assert "6.75" not in hidden


def test_sentences_of_the_gears():
    demo = chain_gears.demo()

    def say(**state):
        return demo.describe(demo.compute({"revealed": 1, **state}))

    assert "1.000 · 2.000 = 2.000" in say(chain="where", x=0, h=0.5)
    assert "0/0" in say(chain="flat", x=0.5, h=0.1)
    assert "0.000 · 3.000 = 0.000" in say(chain="flat", x=0.5, h=0.1)
    assert "0/0" not in say(chain="curved", x=0.5, h=0.1)
    assert "0/0" in say(chain="curved", x=0.25, h=-0.5), "x² returns to its value at −x"
    assert "Δy = −0.239" in say(chain="turned", x=0.5, h=0.5)
    assert "3.000" not in demo.describe(demo.compute(demo.start()))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FORMULAS)), st.integers(1, 3), st.integers(-1, 3)),
        max_size=12,
    )
)
def test_each_step_has_its_own_prediction(moves):
    """Whatever is answered in whatever order, a step is revealed exactly if it was answered."""
    stage, answered = rule_detective(), set()
    for formula, step, choice in moves:
        stage.formula, stage.step = formula, step
        last = len(detective.operations(detective.TREES[formula]))
        key = (formula, min(step, last))
        assert stage.state["revealed"] == int(key in answered)
        stage.skip() if choice < 0 else stage.predict(choice)
        answered.add(key)
        assert stage.state["revealed"] == 1
        assert stage.numbers["done"] == key[1]
        assert "{" not in stage.sentence


def test_the_chapter_offers_its_three_demos():
    assert [name for name in vars(rules) if hasattr(vars(rules)[name], "demo")] == [
        "rule_detective", "chain_gears", "product_rectangle",
    ]  # fmt: skip
