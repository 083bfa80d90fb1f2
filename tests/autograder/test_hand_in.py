"""`course.hand_in()`: what it says, what it packs, and that the instructor's side takes it in."""

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest
from grading_tools import REPOSITORY, read

from autograder import places
from autograder.handins import read_file
from course.handin import HandInError, hand_in, packing
from course.handin.form import HandInForm

NOON = 1_800_000_000.0  # 2027-01-15 08:00 UTC
RELEASED = {path.name for path in (places.HERE / "source" / places.ASSIGNMENT).glob("*.ipynb")}


def type_in(path, grade_id, source):
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            cell["source"] = source
    path.write_text(json.dumps(notebook))


def fill(desk):
    for path in sorted(desk.glob("*.ipynb")):
        for name in json.loads(path.read_text())["metadata"]["course_assignment"]["answers"]:
            type_in(path, name, "x = 1")


def line_about(packed, name):
    (line,) = [line for line in packed.lines if line.startswith(name)]
    return line


def members(packed):
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_round_trip(desk, tmp_path):
    fill(desk)
    packed = packing.pack(desk, " ada.l-1@uni_x ", "Ada", NOON)
    assert packed.complete
    assert packed.file == "hand-in_ada.l-1@uni_x_20270115T080000Z.zip"
    path = tmp_path / packed.file
    path.write_bytes(packed.data)
    (taken,), _ = read_file(path, RELEASED)
    assert (taken.student, taken.moment, taken.notes) == ("ada.l-1@uni_x", "20270115T080000Z", [])
    assert set(taken.notebooks) == RELEASED
    assert b"x = 1" in taken.notebooks["problem4.ipynb"]


def test_open_answers_are_named_in_their_order(desk):
    type_in(desk / "problem4.ipynb", "p4-b", 'derivative_b = "x"')
    packed = packing.pack(desk, "ada", "", NOON)
    assert not packed.complete
    assert "p1-parts, p1-derivative, p1-code" in line_about(packed, "problem1.ipynb")
    assert "p4-a, p4-c, p4-d" in line_about(packed, "problem4.ipynb")
    manifest = json.loads(members(packed)["hand-in.json"])
    assert manifest["notebooks"]["problem4.ipynb"]["open"] == ["p4-a", "p4-c", "p4-d"]


def test_a_missing_notebook_and_a_deleted_cell_are_named(desk):
    fill(desk)
    (desk / "problem1.ipynb").unlink()
    notebook = json.loads((desk / "problem4.ipynb").read_text())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "p4-c"]
    (desk / "problem4.ipynb").write_text(json.dumps(notebook))
    packed = packing.pack(desk, "ada", "", NOON)
    assert not packed.complete
    assert "missing" in line_about(packed, "problem1.ipynb")
    assert "deleted answer cells: p4-c" in line_about(packed, "problem4.ipynb")
    assert "problem1.ipynb" not in members(packed)


def test_a_broken_notebook_is_told_and_handed_in_as_it_is(desk):
    (desk / "problem1.ipynb").write_text("{ broken")
    packed = packing.pack(desk, "ada", "", NOON)
    assert "cannot be read" in line_about(packed, "problem1.ipynb")
    assert members(packed)["problem1.ipynb"] == b"{ broken"


def test_outputs_are_left_out(desk):
    notebook = json.loads((desk / "problem4.ipynb").read_text())
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "long" * 1_000_000}]
    (desk / "problem4.ipynb").write_text(json.dumps(notebook))
    packed = packing.pack(desk, "ada", "", NOON)
    assert len(packed.data) < 50_000
    assert b"longlong" not in members(packed)["problem4.ipynb"]


@pytest.mark.parametrize(
    "student",
    ["", "  ", "a/b", "..", "../x", "a+b", ".hidden", "-x", "a b", "a*", "é", "a" * 65, "a..b", "a.",
     "a\\b", "a\n", "con:1", "a%", "{student_id}"],
)  # fmt: skip
def test_unsafe_student_ids_are_refused(student):
    if student == "a\n":  # a line end at the edge is only a slip of the keyboard
        assert packing.check_student(student) == "a"
        return
    with pytest.raises(HandInError):
        packing.check_student(student)


@pytest.mark.parametrize("student", ["ada", "12345", "a.b-c_d@uni-x.edu", "A" * 64])
def test_usual_student_ids_are_accepted(student):
    assert packing.check_student(student) == student


def test_without_problems_it_says_so(tmp_path):
    with pytest.raises(HandInError, match="no problems"):
        packing.find_folder(tmp_path)


def test_the_folder_is_found_from_the_chapters(desk):
    assert packing.find_folder(desk.parent) == desk.resolve()


def test_in_a_terminal_it_writes_the_file(desk, capsys, monkeypatch):
    monkeypatch.chdir(desk)
    path = hand_in("ada")
    assert path.parent == desk / "hand-in"
    assert zipfile.is_zipfile(path)
    assert "no answer yet" in capsys.readouterr().out
    with pytest.raises(HandInError, match="student id"):
        hand_in()


@pytest.mark.parametrize("purpose", ["autograde", "validate"])
def test_grading_and_validating_skip_it(purpose, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", purpose)
    monkeypatch.chdir(tmp_path)
    assert hand_in("ada") is None
    assert "skipped" in capsys.readouterr().out


class TestForm:
    """The form's Python side; the browser's side is tested in tests/browser."""

    def press(self, desk, **content):
        form = HandInForm(desk)
        form.respond({"student": "ada", "lab": True, "dirty": [], "waited": 0, **content}, NOON)
        return form

    def test_a_press_makes_the_file(self, desk):
        form = self.press(desk)
        assert form.result["ok"]
        assert form.data == (desk / "hand-in" / form.result["file"]).read_bytes()

    def test_the_id_is_remembered(self, desk):
        self.press(desk, student="ada", name="Ada")
        assert (HandInForm(desk).student, HandInForm(desk).name) == ("ada", "Ada")

    def test_a_bad_id_makes_none(self, desk):
        form = self.press(desk, student="../ada")
        assert not form.result["ok"]
        assert form.data == b""
        assert "student id" in form.result["lines"][0]

    def test_unsaved_notebooks_make_none(self, desk, monkeypatch):
        monkeypatch.setenv("JPY_SESSION_NAME", "problems/problem1.ipynb")
        assert "problem4.ipynb" in self.press(desk, dirty=["problem4.ipynb"]).result["lines"][0]
        assert "Ctrl+S" in self.press(desk, dirty=["problem1.ipynb"]).result["lines"][0]

    def test_outside_jupyterlab_the_file_must_be_newer_than_the_press(self, desk, monkeypatch):
        monkeypatch.setenv("JPY_SESSION_NAME", "problems/problem1.ipynb")
        os.utime(desk / "problem1.ipynb", (NOON - 60, NOON - 60))
        assert not self.press(desk, lab=False).result["ok"]
        os.utime(desk / "problem1.ipynb", (NOON, NOON))
        assert self.press(desk, lab=False).result["ok"]

    def test_without_a_browser_it_is_a_sentence(self, desk):
        bundle = HandInForm(desk)._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        assert "hand in" in data["text/plain"]
        assert data["text/html"].startswith("<p>")


def test_importing_course_does_not_import_the_form():
    code = "import course, sys; print([m for m in sys.modules if 'handin' in m or 'widget' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_release_lists_its_contents(root):
    about = read(root / "release" / "differentiation" / "problem4.ipynb").metadata.course_assignment
    assert {f"{name}.ipynb" for name in about["notebooks"]} == RELEASED
    assert set(about["answers"]) == {"p4-a", "p4-b", "p4-c", "p4-d"}
    assert set(about["tests"]) == {"p4-a-test", "p4-b-test", "p4-c-test", "p4-d-test"}
