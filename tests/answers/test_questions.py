"""Every answer in ``problemN.py`` gets its points, verdict and hints from the notebook's own test cell.

And: what the learner sees agrees with the points, no reference is given away, nothing is printed.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from fractions import Fraction

import pytest
from answer_cells import PROBLEMS, Answer, answers, cells, run
from test_misconceptions import DERIVATIVES, TAYLOR

from course.answers.misconceptions import by_name, derivative_rules, taylor_rules
from course.answers.strings import SLIPS

CELLS = {name: cell for n in PROBLEMS for name, cell in cells(n).items()}
ANSWERS = {name: listed for n in PROBLEMS for name, listed in answers(n).items()}
POINTS = {1: 16, 2: 12, 3: 14, 4: 16, 5: 12, 6: 10}
#: Least numbers of answers for a cell.
RIGHT, WRONG = 10, 20


def pairs():
    found = []
    for name, listed in ANSWERS.items():
        for number, answer in enumerate(listed):
            title = repr(answer.given)[:40].encode("ascii", "replace").decode()
            found.append(pytest.param(name, answer, id=f"{name}-{number}-{title}"))
    return found


@pytest.fixture(scope="module")
def warm():
    """SymPy takes seconds to import; that is nobody's answer."""
    import sympy

    sympy.series(sympy.sin(sympy.Symbol("x")), n=4)


@pytest.mark.parametrize(("name", "answer"), pairs())
def test_points_verdict_and_hints(name: str, answer: Answer, warm, capfd):
    cell = CELLS[name]
    outcome = run(cell, answer)
    said = capfd.readouterr()
    assert said.err == ""
    expected = cell.points if answer.points is None else answer.points
    assert float(outcome.points) == pytest.approx(float(expected), abs=1e-12)
    assert outcome.kind == answer.kind
    assert outcome.hints == answer.hints

    # What the learner sees says the same, unless it only reads the answer.
    shown = dict(outcome.shown.judgements)
    for part, judgement in outcome.judgements:
        if shown[part].kind != "read":
            assert shown[part].kind == judgement.kind
            assert names(shown[part]) == names(judgement)
        elif judgement.kind in ("empty", "unreadable"):
            assert shown[part].kind == judgement.kind
    if "read" not in {judgement.kind for judgement in shown.values()}:
        assert outcome.shown.right == (answer.kind == "right")

    if answer.kind == "right":
        assert outcome.points == cell.points
        assert not outcome.hints
    else:
        assert outcome.points < cell.points
        assert_nothing_given_away(name, answer, outcome.shown)


def names(judgement):
    """The hints; but which sign is a lone one depends on the form of the reference."""
    return {hint.name for hint in judgement.hints} - {"lone sign"}


def assert_nothing_given_away(name, answer, feedback):
    """A wrong answer's feedback contains none of the right formulas that the learner did not type."""
    text = repr(feedback)
    for part, judgement in feedback.judgements:  # what was typed and how it was read may be shown
        for typed in (judgement.typed, judgement.text, judgement.latex, part):
            text = text.replace(typed, " ") if typed else text
    hints = [h for _, j in feedback.judgements for h in j.hints]
    text += " ".join(h.light + h.full for h in hints)
    for right in ANSWERS[name]:
        given = right.given if isinstance(right.given, str) else ""
        if right.kind == "right" and len(given) > 6:
            assert given not in text


def test_there_are_enough_answers_to_each_cell():
    assert set(ANSWERS) == set(CELLS)
    for name, listed in ANSWERS.items():
        kinds = Counter(answer.kind == "right" for answer in listed)
        assert kinds[True] >= RIGHT, name
        assert kinds[False] >= WRONG, name
        for answer in listed:
            assert answer.kind == "right" or answer.slip, (name, answer.given)


def test_every_kind_of_mistake_is_there():
    found = {answer.kind for listed in ANSWERS.values() for answer in listed}
    assert found == {"right", "wrong", "undefined", "unreadable", "empty", "undetermined"}


def test_points_of_the_problems():
    manual = {3: 4, 6: 2}
    for n in PROBLEMS:
        total = sum(cell.points for cell in cells(n).values()) + manual.get(n, 0)
        assert total == POINTS[n]
    assert sum(POINTS.values()) == 80


def test_every_hint_can_be_triggered():
    """By these problems, or by the questions of ``test_misconceptions`` (which runs them all)."""
    here = {hint for listed in ANSWERS.values() for answer in listed for hint in answer.hints}
    known = set(by_name()) | set(SLIPS)
    assert here <= known
    elsewhere = set(DERIVATIVES) | set(TAYLOR)
    assert known <= here | elsewhere
    # A misconception that only a question can name has to be named by one.
    for rule in (*derivative_rules(), *taylor_rules()):
        if rule.scope == "named":
            assert rule.name in here
    assert len(here) >= 70


def test_no_misconception_earns_all_points():
    for name, listed in ANSWERS.items():
        for answer in listed:
            if answer.kind != "right":
                assert answer.points < CELLS[name].points
            if answer.hints and len(CELLS[name].names) == 1:
                assert answer.points <= Fraction(60, 100) * CELLS[name].points


@pytest.mark.parametrize("name", CELLS)
def test_the_learners_cell_does_not_contain_the_answer(name):
    """No text in the released test cell is itself a right answer."""
    cell = CELLS[name]
    assert "score(" not in cell.visible
    literals = {
        node.value
        for node in ast.walk(ast.parse(cell.visible))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, (str, int))
        and not isinstance(node.value, bool)  # both stand there, as the choices
    }
    # The pieces of the function itself, as the statement has them: 0 on the left, u/v for the quotient.
    literals -= {"0", "", 1, 2, 3}
    for literal in literals:
        for part in cell.names:
            given = dict.fromkeys(cell.names, "") | {part: literal}
            if not re.search(r"class ", cell.model):
                outcome = run(cell, Answer(given, Fraction(0), ""))
                # The function itself may coincide with what a misconception makes of it.
                assert outcome.points <= Fraction(40, 100) * cell.points, (part, literal)


def test_a_person_decides_what_the_program_cannot(capfd):
    """``score`` marks it, so that the grading shows it to somebody."""
    listed = [(n, a) for n, found in ANSWERS.items() for a in found if a.kind == "undetermined"]
    assert len(listed) >= 5
    for name, answer in listed[:3]:
        kinds = [j.kind for _, j in run(CELLS[name], answer).judgements]
        assert "undetermined" in kinds
