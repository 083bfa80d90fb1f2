"""A submission gets the released structure back, and an honest learner loses nothing by it."""

import copy

import pytest
from grading_tools import small_release, sources
from nbformat.v4 import new_code_cell
from nbgrader.nbgraderformat import MetadataValidator

from autograder import remarks
from autograder.structure import make_copies_ordinary, restore


@pytest.fixture
def release():
    return small_release()


@pytest.fixture
def work(release):
    """The notebook with both answers given."""
    nb = copy.deepcopy(release)
    nb.cells[1].source, nb.cells[3].source = "a = 1", "b = 2"
    return nb


def pasted(cell, source, name):
    """Return what JupyterLab pastes: a new id, and no longer undeletable."""
    twin = copy.deepcopy(cell)
    twin.id, twin.source = name, source
    twin.metadata.pop("deletable", None)
    return twin


def said(nb):
    return " ".join(nb.metadata.get(remarks.KEY, []))


def test_an_untouched_submission_stays_as_it_is(release, work):
    before = sources(work)
    restore(work, release)
    assert sources(work) == before
    assert said(work) == ""


@pytest.mark.parametrize("offset", [0, 1, 2], ids=["above", "below", "below the test"])
def test_a_copied_answer_is_an_ordinary_cell_where_it_was(release, work, offset):
    work.cells.insert(1 + offset, pasted(work.cells[1], "a = 99", "copy"))
    restore(work, release)
    assert sources(work).count((None, "a = 99")) == 1
    assert ("a", "a = 1") in sources(work)
    assert work.cells[1 + offset].source == "a = 99"
    assert "a: copied" in said(work)
    MetadataValidator().validate_nb(work)


def test_the_answer_is_taken_from_the_copy_if_the_original_was_left_open(release, work):
    work.cells[1].source = release.cells[1].source
    work.cells.append(pasted(work.cells[1], "a = 7", "copy"))
    restore(work, release)
    assert work.cells[1].metadata.nbgrader.grade_id == "a"
    assert work.cells[1].source == "a = 7"


def test_a_copy_without_ids_is_told_by_the_undeletable_mark(release, work):
    twin = pasted(work.cells[1], "a = 99", "x")
    work.cells.insert(0, twin)
    for number, cell in enumerate(work.cells):
        cell.id = f"new-{number}"
    restore(work, release)
    assert [source for name, source in sources(work) if name == "a"] == ["a = 1"]


def test_a_copied_test_cell_is_kept_and_counts_once(release, work):
    work.cells.append(pasted(work.cells[2], "check(a)", "copy"))
    restore(work, release)
    assert [name for name, _ in sources(work)].count("a-test") == 1
    assert sources(work)[-1] == (None, "check(a)")


def test_a_split_answer_is_joined(release, work):
    second = copy.deepcopy(work.cells[1])
    second.id, second.source = "half", "a = a + 1"
    work.cells.insert(2, second)
    restore(work, release)
    assert ("a", "a = 1\na = a + 1") in sources(work)
    assert "split" in said(work)


def test_an_exact_copy_that_kept_its_mark_is_a_copy(release, work):
    twin = copy.deepcopy(work.cells[1])
    twin.id = "twin"
    work.cells.insert(2, twin)
    restore(work, release)
    assert [pair for pair in sources(work) if pair[1] == "a = 1"] == [
        ("a", "a = 1"),
        (None, "a = 1"),
    ]
    assert "copied" in said(work)
    assert "split" not in said(work)


def test_deleted_cells_are_put_back_in_their_place(release, work):
    del work.cells[2:4]  # a's test and b's answer
    restore(work, release)
    assert [name for name, _ in sources(work)] == [None, "a", "a-test", "b", "b-test"]
    assert "a-test: deleted" in said(work)


def test_all_cells_deleted(release):
    work = copy.deepcopy(release)
    work.cells = []
    restore(work, release)
    assert [name for name, _ in sources(work)] == ["a", "a-test", "b", "b-test"]


def test_edited_metadata_is_undone(release, work):
    work.cells[2].metadata.nbgrader.update(points=100, schema_version=99)
    work.cells[2].metadata["tags"] = ["skip-execution"]
    work.cells[4].metadata["nbgrader"] = {"grade_id": "b-test"}
    restore(work, release)
    MetadataValidator().validate_nb(work)
    assert [cell.metadata.nbgrader.get("points") for cell in work.cells[2:5:2]] == [2, 2]
    assert "tags" not in work.cells[2].metadata


@pytest.mark.parametrize(
    "entry", ["text", [], 3, {"grade_id": 5}, {"grade_id": "no such cell"}, {}]
)
def test_odd_metadata_makes_an_ordinary_cell(release, work, entry):
    work.cells.append(
        new_code_cell("pass", metadata={"nbgrader": entry, "tags": ["skip-execution"]})
    )
    restore(work, release)
    assert "nbgrader" not in work.cells[-1].metadata
    assert work.cells[-1].metadata["tags"] == []


def test_validation_sees_one_cell_of_each_id(work):
    work.cells.insert(2, pasted(work.cells[1], "a = 99", "copy"))
    make_copies_ordinary(work)
    assert sources(work)[1:3] == [("a", "a = 1"), (None, "a = 99")]
