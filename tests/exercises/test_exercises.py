"""Every exercise: well posed, right by a second opinion, worth asking, and hinted at."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from fractions import Fraction

import pytest
import sympy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import course
from course.answers import compare, parse, to_text
from course.answers.domains import domain
from course.answers.misconceptions import derivative_rules, taylor_rules
from course.answers.tree import Number, walk
from course.answers.wrong_answers import wrong_answers
from course.exercises.exercise import LARGEST_NUMBER, make, signature
from course.exercises.strings import RULES, TOPICS
from course.exercises.topics import HIGHEST

from .oracle import POINTS, X, agree, to_sympy

DERIVATIVES = [topic for topic in TOPICS if topic != "taylor"]
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 10**6)
levels = st.integers(1, HIGHEST)


def inside(exercise):
    where = domain(exercise.domain)
    return [point for point in POINTS if point in where][:4]


@SLOW
@given(topic=st.sampled_from(DERIVATIVES), level=levels, seed=seeds)
def test_the_reference_is_the_derivative_and_the_solution_ends_there(topic, level, seed):
    exercise = make(topic, level, 1, seed, ())
    assert parse(exercise.text) == exercise.function
    points = inside(exercise)
    assert points
    reference = exercise.question.reference
    slope = sympy.diff(to_sympy(exercise.function), X)
    usable = [p for p in points if sympy.N(slope.subs(X, sympy.Rational(p))).is_finite]
    assert usable
    assert agree(slope, to_sympy(reference), usable)
    last = exercise.steps[-1].line
    assert compare(reference, last, domain=exercise.domain).proved
    assert compare(last, reference, domain=exercise.domain).proved
    assert compare(parse(to_text(last)), reference, domain=exercise.domain).equal


@SLOW
@given(topic=st.sampled_from(DERIVATIVES), level=levels, seed=seeds)
def test_no_exercise_is_degenerate(topic, level, seed):
    exercise = make(topic, level, 1, seed, ())
    reference = exercise.question.reference
    assert compare(reference, exercise.function, domain=exercise.domain).kind == "different"
    function = to_sympy(exercise.function)
    assert sympy.diff(function, X, 2) != 0
    for tree in (exercise.function, exercise.steps[-1].line):
        for node in walk(tree):
            if isinstance(node, Number):
                assert abs(node.value.numerator) <= LARGEST_NUMBER
                assert node.value.denominator <= LARGEST_NUMBER
    assert len(exercise.text) <= 80
    assert len(exercise.steps) <= 14


#: A derivative without the topic's rule is wrong: the derivative of one part in place of the rule.
NEEDED = {
    "product": ("product of derivatives", {"product", "product of three"}),
    "quotient": ("quotient of derivatives", {"quotient"}),
    "chain": ("chain: inner derivative lost", {"chain"}),
    "elementary": (None, {"sum"}),
    "powers": (None, {"power", "power below", "polynomial"}),
    "mixed": ("chain: inner derivative lost", {"chain"}),
}


@SLOW
@given(topic=st.sampled_from(DERIVATIVES), level=levels, seed=seeds)
def test_the_named_rule_is_needed(topic, level, seed):
    exercise = make(topic, level, 1, seed, ())
    misconception, needed = NEEDED[topic]
    used = {rule for step in exercise.steps for rule in step.rules}
    assert used & needed
    assert used <= set(RULES)
    if topic in ("product", "quotient", "chain"):  # the outermost operation is the topic's
        assert set(exercise.steps[0].rules) & needed
    if misconception:
        rule = next(rule for rule in derivative_rules() if rule.name == misconception)
        wrong = list(wrong_answers(rule, exercise.function, "x"))
        assert wrong
        assert exercise.question.judge(wrong[0]).kind != "right"


@SLOW
@given(level=levels, seed=seeds)
def test_taylor_coefficients_are_those_of_the_derivatives_at_0(level, seed):
    exercise = make("taylor", level, 1, seed, ())
    assert parse(exercise.text) == exercise.function
    line = exercise.steps[-1].line
    assert len(line) == exercise.terms
    function = to_sympy(exercise.function)
    for k, entry in enumerate(line):
        value = sympy.diff(function, X, k).subs(X, 0) / sympy.factorial(k)
        assert sympy.simplify(value - to_sympy(entry)) == 0
    assert sum(entry != Number(Fraction(0)) for entry in line) >= 2
    assert exercise.question.judge(list(line)).kind == "right"
    assert exercise.question.judge([to_text(entry) for entry in line[:-1]]).kind == "wrong"


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("level", [1, HIGHEST])
def test_fifty_in_a_row_are_all_different(topic, level):
    p = course.practice(TOPICS[topic], seed=7, level=level)
    found = [p.exercise, *(p.next() for _ in range(49))]
    assert len({signature(e.function) for e in found}) == 50
    assert len({e.text for e in found}) == 50
    assert [e.number for e in found] == list(range(1, 51))
    assert {e.level for e in found} == {level}


def test_the_supply_does_not_end_where_a_level_is_exhausted():
    """All that a level holds has been seen: the next one takes over, still without repetition."""

    class Everything(set):
        def __contains__(self, one):
            return one in first

    first = {signature(make("chain", 1, n, 3, ()).function) for n in range(300)}
    fresh = make("chain", 1, 1, 3, Everything())
    assert signature(fresh.function) not in first


def test_equal_seeds_give_equal_exercises_in_another_process():
    code = (
        "import course\n"
        "for topic in ('product rule', 'mixed', 'Taylor', 'powers'):\n"
        "    p = course.practice(topic, seed=42, level=3)\n"
        "    print(p.exercise.text, *(p.next().text for _ in range(4)), sep='\\n')\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": salt},
        ).stdout
        for salt in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 20


def test_the_exercises_of_a_seed_stay_what_they_are():
    """A change of the generator changes what a seed means; this says so."""
    p = course.practice("product rule", seed=1)
    texts = [p.exercise.text, p.next().text, p.next().text]
    assert texts == ["x^3*cos(x)", "6*x^5*e^x", "x^5*sin(x)"]


def test_almost_every_exercise_has_mistakes_that_are_recognised():
    """Answers that common misconceptions lead to get a hint, soon."""
    names = ("product of derivatives", "quotient of derivatives", "chain: inner derivative lost",
             "power: exponent kept", "cosine: sign", "exponential treated as a power", "not differentiated")  # fmt: skip
    rules = [rule for rule in derivative_rules() if rule.name in names]
    assert len(rules) == len(names)
    exercises = [make(t, level, 1, 11, ()) for t in DERIVATIVES for level in (1, 3, HIGHEST)]
    hinted = {}
    times = []
    for exercise in exercises:
        for rule in rules:
            for wrong in list(wrong_answers(rule, exercise.function, "x"))[:1]:
                start = time.perf_counter()
                judged = exercise.question.judge(wrong)
                times.append(time.perf_counter() - start)
                assert judged.kind != "undetermined"
                if judged.kind == "wrong" and judged.hints:
                    hinted[exercise.text] = True
    assert len(hinted) >= 0.9 * len(exercises)
    times.sort()
    assert times[int(0.95 * len(times))] < 0.5


def test_taylor_mistakes_are_recognised():
    from course.answers.misconceptions.expansions import Expansion

    hinted, count = 0, 0
    for level in range(1, HIGHEST + 1):
        exercise = make("taylor", level, 1, 4, ())
        asked = Expansion(exercise.function, "x", exercise.terms)
        rule = next(rule for rule in taylor_rules() if "factorial" in rule.name)
        wrong = list(next(iter(rule.rewriting(asked))))
        judged = exercise.question.judge(wrong)
        count += judged.kind == "wrong"
        hinted += judged.kind == "wrong" and bool(judged.hints)
    assert count >= 3
    assert hinted == count


def test_the_graded_problems_are_not_solved_here():
    from course.exercises.exercise import Exercise, acceptable

    graded = (
        ("chain", "e^(-x^2/2)", "e^(-x^2/3)"),
        ("product", "e^(sin(x))*x^2", "e^(sin(x))*x^3"),
        ("chain", "sin(cos(x^2))", "sin(cos(x^3))"),
        ("quotient", "(1 + x^2)/(x^2 - 1)", "(2 + x^2)/(x^2 - 1)"),
    )
    for topic, problem, neighbour in graded:
        assert not acceptable(Exercise(topic, 3, 1, parse(problem)))
        assert not acceptable(Exercise(topic, 3, 1, parse(f"5*({problem})")))
        assert acceptable(Exercise(topic, 3, 1, parse(neighbour)))


def test_what_is_not_acceptable():
    from course.exercises.exercise import Exercise, acceptable

    for topic, text in (
        ("powers", "7"), ("powers", "3*x + 1"), ("elementary", "e^x + 0*x"),
        ("product", "sin(x)*sin(x)/sin(x)"), ("chain", "sin(x)"), ("chain", "(x^2 + 1)^5000"),
        ("product", "x^2 + sin(x)"), ("chain", "log(-1 - x^2)"), ("quotient", "x*sin(x)"),
        ("elementary", "sin(x) + 12345*x^2"), ("chain", "sin(x)^2 + cos(x)^2"),
    ):  # fmt: skip
        assert not acceptable(Exercise(topic, 1, 1, parse(text))), text
