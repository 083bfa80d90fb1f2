"""The chapters' questions: right answers in several forms, every listed slip met with its own hint."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

import course
from course.tries import TRIES

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"

#: Worked out by hand, in forms that a learner may choose.
RIGHT = {
    "c1-average-velocity": ["-5", -5, "(0 - 15)/3"],
    "c1-velocity-or-speed": ["b", "B"],
    "c1-cube": ["3x^2", "x*x + x*x + x*x", "x^2 + 2x^2"],
    "c1-reciprocal": ["-1/x^2", "-x^(-2)", "-(1/x)^2", "(-1)/(x*x)"],
    "c1-relu-left": ["0", 0],
    "c1-relu-right": ["1", 1, "2/2"],
    "c1-cube-root": ["b"],
    "c1-squeeze": ["0", 0],
    "c2-little-o": ["b"],
    "c2-wrong-slope": ["-1/2", -0.5, "2 - 5/2"],
    "c2-line-reciprocal": ["1 - x/4", "1/2 - (x - 2)/4", "(4 - x)/4"],
    "c2-descent": ["3.6", "18/5", "0.1 * 6^2"],
    "c2-line-square": ["6x - 9", "9 + 6(x - 3)", "3(2x - 3)"],
    "c2-remainder-square": ["(x - 3)^2", "x^2 - 6x + 9", "x^2 - (9 + 6(x - 3))"],
    "c2-contrapositive": ["b"],
    "c2-partial-sum": ["c"],
    "c2-cube-root-estimate": ["2.01", "2 + 0.01", "201/100"],
    "c2-side-of-line": ["a"],
    "c3-product-value": ["3*4 + 2*(-1)", 10],
    "c3-chain-value": ["4*3", 12],
    "c3-gap": ["a"],
    "c4-largest-slope": ["1/4", 0.25, "0.25"],
    "c4-relu-at-0": ["c"],
    "c4-softplus": ["b"],
    "c5-second-derivative": ["2e^x + x e^x", "(2 + x) exp(x)"],
    "c5-how-often": ["2", 2],
    "c5-tenth-derivative": ["x^2 e^x + 20x e^x + 90e^x", "(x^2 + 20x + 90) exp(x)"],
    "c5-wall": ["2", 2],
    "c5-read-off": ["10", "5*2!"],
    "c5-step": ["1/4", "0.25"],
    "c5-geometric": [[1, 1, 1, 1, 1], ["1", 1, 1, 1, "2/2"]],
    "c5-smallest-n": ["6", 6],
    "c5-series": ["b"],
    "c6-order": ["3e^x", "3 exp(x)", "e^x + 2e^x"],
    "c6-point-of-sine": ["e^(x^2)", "exp(x*x)"],
    "c6-depth": ["5", 5],
    "c6-loss-derivative": ["2(s - 0.9) s (1 - s)", "2 s (s - 0.9) - 2 s^2 (s - 0.9)"],
    "c6-weak-test": ["b"],
    "c7-half-step": ["0.000002", "2*10^(-6)", "1/500000"],
    "c7-forward-square": ["h", "1 h"],
    "c7-exact-for": ["b"],
    "c7-single-precision": ["b"],
    "c7-second-difference-cube": ["6x"],
    "c7-dual-square": ["6", 6],
    "c7-dual-reciprocal": ["-b/4", "-0.25 b"],
    "c7-noise": ["4", 4],
    "c7-one-step": ["1/2", 0.5],
}
WRITTEN = {name: entry for name, entry in TRIES.items() if "computes" not in entry.asked}


@pytest.mark.parametrize(
    ("question", "answer"), [(name, answer) for name in RIGHT for answer in RIGHT[name]]
)
def test_a_right_answer_is_right_in_every_form(question, answer):
    assert course.check(answer, question).kind == "right"


def test_every_question_has_right_answers_worked_out_by_hand():
    assert RIGHT.keys() == WRITTEN.keys()


@pytest.mark.parametrize(
    ("question", "wrong"), [(name, wrong) for name, entry in TRIES.items() for wrong in entry.hints]
)
def test_a_listed_slip_is_wrong_and_gets_its_hint(question, wrong):
    feedback = course.check(wrong, question)
    assert feedback.kind == "wrong"
    assert TRIES[question].hints[wrong] in repr(feedback)


@pytest.mark.parametrize("question", WRITTEN)
def test_no_hint_and_no_verdict_shows_the_reference(question):
    asked = TRIES[question].asked
    if "choices" in asked or isinstance(asked["equals"], list) or len(asked["equals"]) < 3:
        return
    for wrong in ["7", *TRIES[question].hints]:
        assert asked["equals"] not in repr(course.check(wrong, question)).replace(wrong, "")


def test_chapter_1_speaks_of_no_rule_that_a_later_chapter_proves():
    for question in (name for name in TRIES if name.startswith("c1-")):
        for wrong in [*TRIES[question].hints, "7", "x", "1/(2x)"]:
            said = repr(course.check(wrong, question)).lower()
            assert not re.search(r"\brules?\b|exponent|outer|inner|antiderivative", said)


class Chain(course.Function):
    """A composition as chapter 6 asks for it, with faults that can be switched on."""

    order, at_start = "right", False

    def __init__(self, *functions):
        self.functions = functions if self.order == "wrong" else functions[::-1]

    def __call__(self, x):
        for f in self.functions:
            x = f(x)
        return x

    def prime(self, x):
        slope, start = 1.0, x
        for f in self.functions:
            slope = slope * f.prime(start if self.at_start else x)
            x = f(x)
        return slope


class WrongOrder(Chain):
    order = "wrong"


class WrongPoint(Chain):
    at_start = True


def test_the_composition_check_accepts_a_right_class_and_catches_two_faults():
    linear = [course.Linear(4, 0), course.Linear(3, 0), course.Linear(2, 0)]
    strong = [course.Sigmoid(), course.Linear(2, 1)]
    assert course.check(Chain(*strong), "c6-composition-sigmoid").kind == "right"
    for faulty in (WrongOrder, WrongPoint):
        # The chapter's point: the weak test cannot see the fault, the strong one does.
        assert course.check(faulty(*linear), "c6-composition-linear").kind == "right"
        assert course.check(faulty(*strong), "c6-composition-sigmoid").kind == "wrong"


def test_every_question_is_asked_in_a_notebook_and_every_asked_one_exists():
    asked = set()
    for path in NOTEBOOKS.glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            asked |= set(
                re.findall(r'course\.check\(.*?, "(c\d[-a-z0-9]+)"\)', "".join(cell["source"]))
            )
    chapters = {question.split("-")[0] for question in asked}
    assert asked == {name for name in TRIES if name.split("-")[0] in chapters}


def test_an_unknown_question_says_so():
    with pytest.raises(KeyError, match="no question 'c9-nothing'"):
        course.check("1", "c9-nothing")


def test_no_answer_yet():
    assert course.check("", "c1-squeeze").kind == "empty"
    assert np.array_equal(
        [course.check(e, "c4-relu-at-0").kind for e in (None, ...)], ["empty"] * 2
    )
