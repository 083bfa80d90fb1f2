"""Your progress: counted from the notebooks, kept in one file, harmless when anything is wrong."""

import json
import re
from pathlib import Path

import pytest

import course
from course import solved

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"


@pytest.fixture
def chapters(tmp_path):
    """A folder with one chapter that asks three questions, one of them twice."""
    cells = [
        {"cell_type": "markdown", "source": ["course.check(a, 'not-a-question')"]},
        {"cell_type": "code", "source": ["a = ''\n", "course.check(a, 'c1-squeeze')"]},
        {"cell_type": "code", "source": ["course.check(a, derivative_of='x^3')"]},
        {"cell_type": "code", "source": ["course.check(a, derivative_of='1/x', domain='x != 0')"]},
        {"cell_type": "code", "source": ["course.check(b, 'c1-squeeze')"]},
        {"cell_type": "code", "source": ["what a learner (left unfinished"]},
    ]
    (tmp_path / "01-definition.ipynb").write_text(json.dumps({"cells": cells}))
    (tmp_path / "notes.ipynb").write_text("not even JSON")
    return tmp_path


def test_nothing_is_solved_at_first(chapters):
    assert course.progress(chapters).chapters == (("01-definition", 0, 3),)


def test_a_right_answer_counts_once(chapters):
    for _ in range(2):
        solved.record({"question": None, "derivative_of": "x^3"}, chapters)
    solved.record({"question": "c1-squeeze"}, chapters)
    assert course.progress(chapters).chapters == (("01-definition", 2, 3),)
    assert re.search(r"01-definition\s+2 / 3", repr(course.progress(chapters)))


def test_a_damaged_file_is_an_empty_one(chapters):
    for content in ("", "[1, 2]", '{"c1-squeeze": '):
        (chapters / solved.FILE).write_text(content)
        assert course.progress(chapters).chapters == (("01-definition", 0, 3),)
        solved.record({"question": "c1-squeeze"}, chapters)
        assert course.progress(chapters).chapters == (("01-definition", 1, 3),)


def test_a_place_that_cannot_be_written_is_no_error(chapters):
    solved.record({"question": "c1-squeeze"}, chapters / "notes.ipynb")


def test_outside_a_notebook_nothing_is_kept(chapters, monkeypatch):
    monkeypatch.chdir(chapters)
    assert course.check("0", "c1-squeeze").right
    assert not (chapters / solved.FILE).exists()


def test_in_a_notebook_right_answers_are_kept_and_wrong_ones_are_not(chapters, monkeypatch):
    monkeypatch.chdir(chapters)
    monkeypatch.setattr(solved, "in_notebook", lambda: True)
    course.check("1", "c1-squeeze")
    course.check("", derivative_of="x^3")
    assert solved.read(chapters) == {}
    course.check("3x^2", derivative_of="x^3")
    assert list(solved.read(chapters)) == ["x^3"]


def test_the_table_is_named_and_safe(chapters):
    name = "01-<b>.ipynb"
    (chapters / "01-definition.ipynb").rename(chapters / name)
    html = course.progress(chapters)._repr_mimebundle_()["text/html"]
    assert "<caption>" in html
    assert "<b>" not in html


def test_every_chapter_asks_at_least_eight_questions():
    counted = {name: asked for name, _, asked in course.progress(NOTEBOOKS).chapters}
    for chapter, asked in counted.items():
        assert asked >= (1 if chapter.startswith("00") else 8), chapter
