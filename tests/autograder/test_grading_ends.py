"""A notebook in which Python ends or hangs costs itself only; nothing old stands for something new."""

import copy
import shutil

import nbformat
import pytest
from grading_tools import graded_cell, read, small_release

from autograder import places, remarks, report, scores
from autograder.execution import mark_not_run
from autograder.grade import grade
from autograder.nbgrader_course import NbgraderCourse
from autograder.students import RIGHT, answer, files

LOG = """\
[INFO] Converting notebook /x/submitted/ada/differentiation/problem1.ipynb
[ERROR] There was an error processing assignment: /x/submitted/ada/differentiation
[ERROR] Traceback (most recent call last):
      File "client.py", line 864, in _async_check_alive
        raise DeadKernelError("Kernel died")
    {raised}

"""
LAST = "nbgrader.converters.base.NbGraderException: Please see the the above traceback for details"


def test_the_reason_is_the_real_exception():
    result = {"log": LOG.format(raised="ValueError: the real one"), "error": LAST}
    assert NbgraderCourse._reason(result) == "ValueError: the real one"


def test_a_dead_kernel_is_said_in_plain_words_with_the_notebook():
    log = LOG.format(raised="nbclient.exceptions.DeadKernelError: Kernel died")
    said = NbgraderCourse._reason({"log": log, "error": LAST})
    assert "problem1.ipynb" in said
    assert "Kernel" not in said


def test_what_could_not_run_waits_for_a_person_also_plain_assertions():
    nb = copy.deepcopy(small_release())
    nb.cells.append(graded_cell("c-test", "assert True", points=3))
    mark_not_run(nb, 3)  # in the answer to b
    assert [scores.points(cell) for cell in nb.cells[4:]] == [(None, None), (None, None)]
    assert not nb.cells[2].outputs
    (said,) = nb.metadata[remarks.KEY]
    assert said.startswith("b: Python ended")


def hand_in(root, answers):
    """Submit problems 1 and 4 as ada."""
    release = root / "release" / places.ASSIGNMENT
    nbs = {name: read(release / f"{name}.ipynb") for name in ("problem1", "problem4")}
    folder = root / "submitted" / "ada" / places.ASSIGNMENT
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in files(answer(nbs, answers)).items():
        (folder / name).write_bytes(data)


@pytest.mark.grading
def test_a_dead_kernel_costs_its_own_notebook_only(root, capsys, monkeypatch):
    hang = RIGHT["p4-b"] + "\nimport time\ntime.sleep(60)"
    ends = RIGHT["p1-derivative"] + "\nimport os\nos._exit(3)"
    hand_in(root, {**RIGHT, "p1-derivative": ends, "p4-b": hang})
    monkeypatch.setattr("nbgrader.preprocessors.Execute._get_timeout", lambda self, cell: 8)
    assert grade(root, workers=1) == 0
    said = " ".join(capsys.readouterr().out.split())
    course = NbgraderCourse(root)
    with course.api.gradebook as book:
        submission = book.find_submission(places.ASSIGNMENT, "ada")
        found = {each.name: each for nb in submission.notebooks for each in nb.grades}
        assert found["p1-parts-test"].auto_score == 4
        for name in ("p1-derivative-test", "p1-code-test"):
            assert found[name].auto_score is None
            assert found[name].needs_manual_grade
        assert [found[f"p4-{part}-test"].auto_score for part in "abcd"] == [4, 4, 4, 4]
    assert "p1-derivative: Python ended in this cell" in said
    assert "p4-b: stopped after 8 s" in said
    pages = root / "feedback" / "ada" / places.ASSIGNMENT
    assert "were not run" in (pages / "problem1.html").read_text()

    # A later hand-in that fails as a whole: neither the old points nor the old pages.
    monkeypatch.setattr(NbgraderCourse, "autograde", lambda self, student: "it failed")
    assert grade(root, workers=1) == 1
    said = capsys.readouterr().out
    assert "it failed" in said
    points = {row[1]: row[2] for row in report.rows(course)}
    assert points["problem1"] == points["problem4"] == "not graded"
    assert not pages.exists()


def test_the_marked_notebook_is_valid():
    nb = small_release()
    mark_not_run(nb, 1)
    nbformat.validate(nb)
