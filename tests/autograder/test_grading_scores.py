"""The points that a test cell's outputs stand for."""

import pytest
from grading_tools import graded_cell
from nbformat.v4 import new_output

from autograder.scores import UNDETERMINED, points


def cell(*outputs, source="check(a)\nscore(a, points=4)"):
    made = graded_cell("a-test", source, points=4)
    made.outputs = list(outputs)
    return made


def result(text):
    return new_output("execute_result", {"text/plain": text}, execution_count=1)


ERROR = new_output("error", ename="NameError", evalue="a", traceback=[])
STDERR = new_output("stream", name="stderr", text="RuntimeWarning: overflow")
SHOWN = new_output("display_data", {"text/plain": "4"})
OPEN = new_output("display_data", {UNDETERMINED: {"reason": "too hard"}, "text/plain": "?"})


@pytest.mark.parametrize(("text", "expected"), [("4", 4), ("1.6", 1.6), ("0", 0), ("0.0", 0)])
def test_a_number_is_the_points(text, expected):
    assert points(cell(result(text))) == (expected, None)


def test_stderr_costs_nothing():
    assert points(cell(STDERR, result("4"))) == (4, None)


def test_an_error_is_no_points():
    assert points(cell(ERROR)) == (0, None)
    assert points(cell(SHOWN, ERROR)) == (0, None)


@pytest.mark.parametrize(
    "text", ["nan", "inf", "-5", "4.01", "1e9", "'4'", "True", "np.float64(4.0)", "", "[4]"]
)
def test_what_is_no_number_of_points_goes_to_a_person(text):
    score, remark = points(cell(result(text)))
    assert score is None
    assert "by hand" in remark


@pytest.mark.parametrize("outputs", [(), (SHOWN,), (STDERR,)], ids=["none", "display", "stderr"])
def test_a_missing_score_goes_to_a_person(outputs):
    assert points(cell(*outputs))[0] is None


def test_undetermined_goes_to_a_person_with_its_reason():
    for outputs in [(OPEN, result("0")), (result("0"), OPEN), (OPEN, ERROR)]:
        score, remark = points(cell(*outputs))
        assert score is None
        assert "too hard" in remark


def test_plain_assertions_work_as_in_nbgrader():
    assert points(cell(source="assert a == 1")) == (4, None)
    assert points(cell(STDERR, source="assert a == 1")) == (4, None)
    assert points(cell(ERROR, source="assert a == 1")) == (0, None)


def test_a_manually_graded_answer_waits_for_a_person():
    answer = graded_cell("why", "because", points=4, solution=True)
    assert points(answer) == (None, None)
