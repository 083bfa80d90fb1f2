"""Answers of ``tests/answers`` as whole notebooks through the real nbgrader, with the shipped configuration.

All answers run directly in ``tests/answers/test_questions.py``. Here six learners hand in all six problems,
each with one telling kind of answer in every cell, and their points have to come out of the gradebook.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nbformat
import pytest
from grading_tools import read, run

from autograder import places

sys.path.append(str(Path(__file__).parents[1] / "answers"))
from answer_cells import PROBLEMS, Code, answers, cells

from course.answers.misconceptions import by_name

pytestmark = pytest.mark.grading

CELLS = {name: (n, cell) for n in PROBLEMS for name, cell in cells(n).items()}


def _last_right(listed):
    """The forms that are least like the model solution stand last."""
    return [answer for answer in listed if answer.kind == "right"][-1]


def _first(listed, *tests):
    """The first answer that passes the first test that any passes."""
    wrong = [
        answer for answer in listed if answer.kind != "right" and len(repr(answer.given)) < 5000
    ]
    for test in tests:
        for answer in wrong:
            if test(answer):
                return answer
    return wrong[0]


LEARNERS = {
    "right": _last_right,
    "misconception": lambda listed: _first(listed, lambda a: a.hints & set(by_name())),
    "slip": lambda listed: _first(
        listed, lambda a: a.hints & {"lone sign", "domain slip"}, lambda a: a.points
    ),
    "hostile": lambda listed: _first(
        listed,
        lambda a: "__import__" in repr(a.given) or "sys.exit" in repr(a.given),
        lambda a: a.kind == "unreadable",
    ),
    "doubtful": lambda listed: _first(
        listed,
        lambda a: a.kind == "undetermined",
        lambda a: a.kind == "undefined",
        lambda a: a.kind == "wrong",
    ),
    "empty": lambda listed: _first(listed, lambda a: a.kind == "empty"),
}


def chosen(learner):
    """The learner's answer to each cell, by ``grade_id``."""
    return {name: LEARNERS[learner](answers(n)[name]) for name, (n, _) in CELLS.items()}


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory):
    """The course's folder after grading."""
    root = tmp_path_factory.mktemp("questions") / "course"
    shutil.copytree(released, root)
    for learner in LEARNERS:
        folder = root / "submitted" / learner / places.ASSIGNMENT
        folder.mkdir(parents=True)
        given = chosen(learner)
        for n in PROBLEMS:
            nb = read(released / "release" / places.ASSIGNMENT / f"problem{n}.ipynb")
            for cell in nb.cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id")
                if name in given:
                    cell.source = CELLS[name][1].source(given[name])
            nbformat.write(nb, folder / f"problem{n}.ipynb")
    done = run("grade", root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return root


@pytest.fixture(scope="module")
def gradebook(graded):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{graded / 'gradebook.db'}") as book:
        yield book


@pytest.mark.parametrize("learner", LEARNERS)
def test_every_cell_has_its_points(gradebook, learner):
    submission = gradebook.find_submission(places.ASSIGNMENT, learner)
    grades = {grade.name: grade for nb in submission.notebooks for grade in nb.grades}
    expected = chosen(learner)
    assert {f"{name}-test" for name in expected} == set(grades) - {"p3-proof", "p6-why"}
    for name, answer in expected.items():
        grade = grades[f"{name}-test"]
        if answer.kind == "undetermined":
            assert grade.auto_score is None, name
            assert grade.needs_manual_grade, name
            continue
        points = CELLS[name][1].points if answer.points is None else answer.points
        assert grade.auto_score == pytest.approx(float(points)), (name, answer.given)
        assert not grade.needs_manual_grade, name


@pytest.mark.parametrize("learner", LEARNERS)
def test_the_grading_prints_nothing_on_stderr_and_does_not_stop(graded, learner):
    for n in PROBLEMS:
        nb = read(graded / "autograded" / learner / places.ASSIGNMENT / f"problem{n}.ipynb")
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                assert output.get("name") != "stderr", (n, cell.id, output)
                assert output.output_type != "error", (n, cell.id, output)


@pytest.mark.parametrize("learner", LEARNERS)
def test_feedback_pages_do_not_show_the_hidden_tests(graded, learner):
    pages = sorted((graded / "feedback" / learner / places.ASSIGNMENT).glob("*.html"))
    assert len(pages) == len(PROBLEMS)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "HIDDEN TESTS" not in text
        assert "course.score" not in text


def test_the_released_notebooks_have_no_answers(released):
    for n in PROBLEMS:
        nb = read(released / "release" / places.ASSIGNMENT / f"problem{n}.ipynb")
        by_id = {
            cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in nb.cells
        }
        for name, cell in cells(n).items():
            assert "YOUR ANSWER HERE" in by_id[name]
            assert by_id[f"{name}-test"].strip() == cell.visible.strip()
            model = [line for line in cell.model.splitlines() if " = " in line or "return" in line]
            assert not isinstance(cell.model, Code)
            for line in model:
                assert line.strip() not in by_id[name], line
