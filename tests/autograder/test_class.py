"""A class of eleven through the real commands: every cell has the points that were worked out by hand.

One run of ``python -m autograder class`` does it all: release, hand-in files, zip_collect, the exchange,
autograde, feedback, export.
"""

import csv

import pytest
from grading_tools import read, run

from autograder import places, remarks
from autograder.students import STUDENTS

pytestmark = pytest.mark.grading

FULL = {
    "p1-parts-test": 4,
    "p1-derivative-test": 4,
    "p1-code-test": 8,
    "p4-a-test": 4,
    "p4-b-test": 4,
    "p4-c-test": 4,
    "p4-d-test": 4,
}
NOTHING = dict.fromkeys(FULL, 0)
NO_PROBLEM_1 = {name: 0 for name in FULL if name.startswith("p1")}
#: The policy: 40 % for one misconception, 60 % for a lone sign, a quarter for each of values and slopes
#: at ordinary and at large arguments.
EXPECTED = {
    "ada": FULL,
    "bernhard": FULL,
    "carl": {**FULL, "p1-code-test": 6},  # values overflow, slopes do not
    "diophantus": {
        # u/v is wrong; (e^x)' = x e^(x-1) twice
        "p1-parts-test": 0 + 0.4 + 0.4,
        "p1-derivative-test": 0.6 * 4,  # 1 + tanh^2
        "p1-code-test": 0,
        "p4-a-test": 0.4 * 4,  # inner derivative lost
        "p4-b-test": 0.4 * 4,  # f'g'
        "p4-c-test": 0.4 * 4,  # f'(g')
        "p4-d-test": 0.4 * 4,  # f'/g'
    },
    "emmy": NOTHING,
    "fermat": {**FULL, **NO_PROBLEM_1},  # unreadable file
    "gauss": FULL,  # copied cells
    "hypatia": FULL,  # warnings on stderr
    "isaac": {**FULL, "p1-code-test": 0, "p4-a-test": 0},  # Python stops in these cells
    "joseph": {**FULL, **NO_PROBLEM_1},  # not handed in
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return (root, what was printed) of a demonstration class."""
    root = tmp_path_factory.mktemp("class") / "demo"
    done = run("class", root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return root, done.stdout


@pytest.fixture(scope="module")
def gradebook(graded):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{graded[0] / 'gradebook.db'}") as book:
        yield book


@pytest.fixture(scope="module")
def user():
    """The current user, who submits through the exchange."""
    utils = pytest.importorskip("nbgrader.utils")
    return utils.get_username()


def grades(gradebook, student):
    submission = gradebook.find_submission(places.ASSIGNMENT, student)
    return {grade.name: grade for notebook in submission.notebooks for grade in notebook.grades}


def test_the_class_is_the_one_described():
    assert set(EXPECTED) == set(STUDENTS)
    assert len(EXPECTED) >= 8


@pytest.mark.parametrize("student", EXPECTED)
def test_every_cell_has_its_points(gradebook, student):
    scores = {name: grade.auto_score for name, grade in grades(gradebook, student).items()}
    assert scores == pytest.approx(EXPECTED[student])
    assert not any(grade.needs_manual_grade for grade in grades(gradebook, student).values())


def test_the_exchange_brings_the_same_points(gradebook, user):
    scores = {name: grade.auto_score for name, grade in grades(gradebook, user).items()}
    assert scores == pytest.approx(FULL)


def test_the_table_of_points(graded, user):
    with (graded[0] / "grades.csv").open(newline="") as stream:
        found = {row["student_id"]: float(row["score"]) for row in csv.DictReader(stream)}
    totals = {student: sum(points.values()) for student, points in EXPECTED.items()}
    assert found == pytest.approx({**totals, user: 32})


def test_feedback_pages_explain(graded):
    root, _ = graded
    for student in EXPECTED:
        folder = root / "feedback" / student / places.ASSIGNMENT
        handed_in = {path.stem for path in (root / "submitted" / student).rglob("*.ipynb")}
        assert {path.stem for path in folder.glob("*.html")} == handed_in
    wrong = (root / "feedback/diophantus" / places.ASSIGNMENT / "problem4.html").read_text()
    assert "inner function" in wrong  # the hint to the lost inner derivative
    assert "HIDDEN TESTS" not in wrong
    assert "equals=" not in wrong
    unreadable = (root / "feedback/fermat" / places.ASSIGNMENT / "problem1.html").read_text()
    assert "could not be read" in unreadable


def test_a_copied_answer_stays_where_it_was(graded):
    root, printed = graded
    nb = read(root / "autograded/gauss" / places.ASSIGNMENT / "problem4.ipynb")
    ids = [cell.id for cell in nb.cells]
    for name in ("p4-a", "p4-b"):
        assert ids.index(f"{name}-again") == ids.index(name) + 1
        assert "nbgrader" not in nb.cells[ids.index(f"{name}-again")].metadata
    assert nb.cells[ids.index("p4-b")].source == 'derivative_b = "e^(sin(x)) (2x + x^2 cos(x))"'
    assert "p4-a: copied" in printed
    said = dict(remarks.of_folder(root / "autograded/gauss" / places.ASSIGNMENT))
    assert set(said) == {"problem4"}


def test_what_is_printed_names_files_and_reasons(graded):
    root, printed = graded
    assert "problem1.ipynb could not be read: it is not" in printed
    assert "not handed in" in printed
    for place in ("grades.csv", "feedback", "autograded"):
        assert str(root / place) in printed
    assert "Traceback" not in printed


def test_nothing_was_left_in_the_course_itself(graded):
    root, _ = graded
    assert places.HERE not in root.parents
    text = (root / "nbgrader_config.py").read_text()
    assert "load_subconfig" in text
