"""The series of exercises as a learner meets it."""

from __future__ import annotations

import html
import re
import subprocess
import sys

import pytest

import course
from course.answers import read, to_text
from course.exercises.exercise import Exercise, make
from course.exercises.practice import PER_LEVEL, topic_key
from course.exercises.render import hints, solution
from course.exercises.strings import ALIASES, PRACTICE, RULES, TOPICS
from course.exercises.topics import HIGHEST


def answer(p):
    """The right answer, as typed text."""
    line = p.exercise.steps[-1].line
    return [to_text(entry) for entry in line] if isinstance(line, tuple) else to_text(line)


def words(shown):
    markup = shown._repr_mimebundle_()["text/html"]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def fixed(text, topic="chain"):
    return Exercise(topic, 3, 1, read(text, ("x",)))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_right_answer_is_right_and_a_wrong_one_is_not(topic):
    p = course.practice(topic, seed=3, level=2)
    wrong = p.check(["7"] * p.exercise.terms if topic == "taylor" else "sin(x) + 77")
    assert not wrong.right
    assert p.solved == 0
    right = p.check(answer(p))
    assert right.right
    assert ".next()" in repr(right)
    assert p.solved == 1


def test_difficulty_grows_with_what_is_solved_and_stops_at_the_highest():
    p = course.practice("chain rule", seed=2)
    met = []
    for _ in range(PER_LEVEL * HIGHEST + 2):
        met.append(p.exercise.level)
        assert p.check(answer(p)).right
        p.next()
    assert met == sorted(met)
    assert set(met) == set(range(1, HIGHEST + 1))
    assert met.count(2) == PER_LEVEL
    assert "harder" in PRACTICE["right harder"]


def test_only_what_is_solved_without_the_solution_counts_and_only_once():
    p = course.practice("product rule", seed=2)
    p.solution()
    shown = p.check(answer(p))
    assert shown.right
    assert p.solved == 0
    assert PRACTICE["right shown"] in repr(shown)
    p.next()
    p.check(answer(p))
    again = p.check(answer(p))
    assert PRACTICE["right again"] in repr(again)
    assert p.solved == 1
    p.solution()  # looking afterwards takes nothing away
    assert p.solved == 1
    p.next()
    p.next()  # leaving one out is allowed, and does not count
    assert p.solved == 1
    assert p.exercise.number == 4


def test_no_answer_and_unreadable_answers_do_not_raise():
    p = course.practice("mixed", seed=1)
    for typed, kind in (
        ("", "empty"),
        (None, "empty"),
        ("sin(", "unreadable"),
        ("<b>", "unreadable"),
    ):
        assert p.check(typed).kind == kind
    assert p.solved == 0


def test_a_misconception_gets_its_hint():
    p = course.practice("chain rule", seed=1)
    p.exercise = fixed("sin(x^3 + 2*x)")
    feedback = p.check("cos(x^3 + 2x)")
    assert feedback.kind == "wrong"
    assert feedback.judgements[0][1].hints
    assert "Hint" in repr(feedback)
    assert p.check("(3x^2 + 2) cos(x^3 + 2x)").right


def test_hints_lead_step_by_step_and_never_tell_the_answer():
    p = course.practice("mixed", seed=1)
    p.exercise = fixed("x^2*sin(3*x)", "mixed")
    first, second = p.hint(), p.hint()
    assert "product rule" in repr(first)
    assert "v = sin(3*x)" not in repr(first)
    assert "u = x^2, v = sin(3*x)" in repr(second)
    assert "(u v)' = u' v + u v'" in repr(second)
    later = [repr(p.hint()) for _ in range(10)]
    assert any("chain rule" in hint and "u = 3*x" in hint for hint in later)
    assert later[-1] == later[-2]
    assert ".solution()" in later[-1]
    for hint in (repr(first), repr(second), *later):
        assert "cos(3*x)" not in hint
        assert "2*x*" not in hint


def test_hints_never_tell_the_answer_whatever_the_exercise():
    for topic in TOPICS:
        for level in range(1, HIGHEST + 1):
            exercise = make(topic, level, 1, 5, ())
            line = exercise.steps[-1].line
            told = to_text(line) if not isinstance(line, tuple) else ", ".join(map(to_text, line))
            for number in range(1, len(hints(exercise)) + 1):
                from course.exercises.render import hint

                assert told not in repr(hint(exercise, number))


def test_the_solution_names_the_rule_of_each_step():
    shown = repr(solution(fixed("x^2*sin(3*x)", "mixed")))
    assert shown.splitlines() == [
        "Solution, step by step: f(x) = x^2*sin(3*x)",
        "1. product rule: (u v)' = u' v + u v'; with u = x^2, v = sin(3*x)",
        "   f'(x) = (x^2)'*sin(3*x) + x^2*(sin(3*x))'",
        "2. power rule: (x^n)' = n x^(n-1)",
        "   Here: (x^2)' = 2*x",
        "   f'(x) = 2*x*sin(3*x) + x^2*(sin(3*x))'",
        "3. chain rule: (f(u))' = f'(u) u'; derivative of the sine: sin'(x) = cos(x); with u = 3*x",
        "   Here: (sin(3*x))' = cos(3*x)*(3*x)'",
        "   f'(x) = 2*x*sin(3*x) + x^2*cos(3*x)*(3*x)'",
        "4. constant factor rule: (c u)' = c u'; power rule: (x^n)' = n x^(n-1)",
        "   Here: (3*x)' = 3",
        "   f'(x) = 2*x*sin(3*x) + 3*x^2*cos(3*x)",
        "Result: f'(x) = 2*x*sin(3*x) + 3*x^2*cos(3*x)",
    ]


def test_the_solution_of_a_series():
    p = course.practice("Taylor", seed=1)
    text = repr(p.solution())
    assert "series" in text
    assert "u = " in text
    assert text.splitlines()[-1].startswith("Result: [")


@pytest.mark.parametrize("topic", TOPICS)
def test_notebooks_show_the_same_as_terminals_typeset(topic):
    p = course.practice(topic, seed=6, level=4)
    for shown in (p, p.exercise, p.hint(), p.solution()):
        bundle = shown._repr_mimebundle_()
        assert bundle["text/plain"] == repr(shown)
        markup = bundle["text/html"]
        assert markup.count("$") % 2 == 0
        assert "pending" not in markup + repr(shown)
        assert "<script" not in markup
        assert "var(--jp-" in markup
        assert markup.count("<div") == markup.count("</div>")
        for formula in re.findall(r"\$(.*?)\$", markup, re.S):
            assert formula.count("{") == formula.count("}")
            assert formula.count(r"\left") == formula.count(r"\right")
    assert p.exercise.text in words(p.exercise)
    for step in p.exercise.steps:
        for key in step.rules:
            assert RULES[key][0] in words(p.solution())


def test_the_exercise_says_where_it_is_asked():
    p = course.practice("powers", seed=1, level=4)
    assert p.exercise.domain == "x > 0"
    assert "for x > 0" in repr(p)
    assert "$x > 0$" in html.unescape(p._repr_mimebundle_()["text/html"])


def test_the_series_can_be_had_again():
    p = course.practice("quotient rule", level=2)
    call = re.search(r"course\.practice\(.*\)", repr(p))[0]
    assert call == f'course.practice("quotient rule", seed={p.seed}, level=2)'
    assert course.practice("quotient rule", seed=p.seed, level=2).exercise.text == p.exercise.text


def test_topics_have_several_names():
    for key, name in TOPICS.items():
        assert topic_key(key) == topic_key(name) == topic_key(name.upper()) == key
    for alias, key in ALIASES.items():
        assert topic_key(alias) == key
        assert key in TOPICS
    assert topic_key("Chain  Rule") == topic_key("chain rules") == topic_key("chain") == "chain"
    assert topic_key("sum rule") == "elementary"


@pytest.mark.parametrize("topic", ["", "calculus", 3, None])
def test_an_unknown_topic_is_refused_with_the_list(topic):
    with pytest.raises(ValueError, match=r'there is no topic .*"chain rule"'):
        course.practice(topic)


@pytest.mark.parametrize("level", [0, 6, 2.5, True, "1"])
def test_levels_that_do_not_exist_are_refused(level):
    with pytest.raises(ValueError, match="level"):
        course.practice("powers", level=level)


@pytest.mark.parametrize("seed", [1.5, "a", True])
def test_seeds_are_whole_numbers(seed):
    with pytest.raises(ValueError, match="seed"):
        course.practice("powers", seed=seed)


def test_practice_imports_neither_sympy_nor_widgets():
    code = "import sys, course; course.practice('mixed', seed=1).solution(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {"sympy", "matplotlib", "ipywidgets", "anywidget", "IPython"} & set(
        loaded.stdout.split()
    )


def test_the_examples_in_the_docstring_run():
    import doctest
    from importlib import import_module

    outcome = doctest.testmod(import_module("course.exercises.practice"))
    assert outcome.attempted >= 3
    assert outcome.failed == 0
