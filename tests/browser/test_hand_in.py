"""JupyterLab with the shipped nbgrader configuration, and the hand-in form in it."""

import json
import shutil
import urllib.request
import zipfile

import nbformat
import pytest

from autograder import places
from autograder.install import install
from autograder.release import release

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def course_lab(start_lab, tmp_path_factory):
    """JupyterLab on a released course, set up for a learner as ``install --learner`` does it."""
    base = tmp_path_factory.mktemp("course")
    root, prefix = base / "root", base / "prefix"
    source = root / "source" / places.ASSIGNMENT
    source.mkdir(parents=True)
    for name in ("problem1.ipynb", "problem4.ipynb"):
        shutil.copy(places.HERE / "source" / places.ASSIGNMENT / name, source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(places.ROOT_VARIABLE, str(root))
        install(learner=True, prefix=prefix)
        release(learner_folder=root / "problems")
    environment = {
        places.ROOT_VARIABLE: root,
        "JUPYTER_CONFIG_PATH": prefix / "etc" / "jupyter",
    }
    return start_lab(root, env=environment)


def ask(lab, path, content=None):
    """Send a request to the server as JupyterLab's panels do; return the answer."""
    request = urllib.request.Request(
        lab.url + path,
        data=None if content is None else json.dumps(content).encode(),
        headers={"Authorization": f"token {lab.token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def cell_text(notebook, start, text=None):
    """Set (or read) the source of the cell that starts with ``start``."""
    return notebook.page.evaluate(
        """([start, text]) => {
            const cells = window.jupyterapp.shell.currentWidget.content.widgets;
            const model = cells.find((w) => w.model.sharedModel.getSource().startsWith(start)).model;
            if (text !== null) model.sharedModel.setSource(text);
            return model.sharedModel.getSource();
        }""",
        [start, text],
    )


def open_form(notebook):
    """Run the notebook's last cell; return the form and what it says."""
    notebook.page.evaluate(
        """() => {
            const content = window.jupyterapp.shell.currentWidget.content;
            content.activeCellIndex = content.widgets.length - 1;
        }"""
    )
    notebook.command("notebook:run-cell")
    form = notebook.page.locator("form.course-hand-in")
    form.wait_for()
    return form, notebook.page.locator("form.course-hand-in + [role=status]")


def test_the_form_saves_checks_and_offers_one_file(course_lab, pages, tmp_path):
    notebook = pages.notebook(course_lab, "problems/problem4.ipynb")
    notebook.run_all()
    cell_text(notebook, "derivative_a", 'derivative_a = "-x e^(-x^2/2)"')
    form, status = open_form(notebook)
    form.get_by_label("Student id").fill("../ada")
    form.get_by_role("button").click()
    status.get_by_text("cannot be a student id").wait_for()
    form.get_by_label("Student id").fill("ada")
    form.get_by_label("Student id").press("Enter")
    link = status.get_by_role("link")
    link.wait_for()
    assert "problem4.ipynb: no answer yet in p4-b, p4-c, p4-d" in status.inner_text()
    with notebook.page.expect_download() as download:
        link.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name.startswith("hand-in_ada_")
    with zipfile.ZipFile(path) as archive:
        assert "-x e^(-x^2/2)" in archive.read("problem4.ipynb").decode()
        assert json.loads(archive.read("hand-in.json"))["student"] == "ada"
    notebook.screenshot("hand-in-form")
    assert pages.errors == []


def test_the_form_saves_by_the_keyboard_shortcut_where_commands_are_out_of_reach(course_lab, pages):
    notebook = pages.notebook(course_lab, "problems/problem1.ipynb")
    notebook.run_all()
    form, status = open_form(notebook)
    cell_text(notebook, "tanh_prime", 'tanh_prime = "1 - tanh(x)^2"')
    notebook.page.evaluate("() => { window.jupyterapp = undefined; }")
    form.get_by_label("Student id").fill("ada")
    form.get_by_role("button").click()
    status.get_by_role("link").wait_for()
    assert "1 - tanh(x)^2" in (course_lab.root / "problems" / "problem1.ipynb").read_text()


def test_learners_do_not_see_the_instructors_panels(course_lab, pages):
    notebook = pages.notebook(course_lab, "problems/problem4.ipynb")
    names = "['formgrader', 'course-list', 'create-assignment', 'validate-assignment']"
    has = notebook.page.evaluate(
        f"() => {names}.map((n) => window.jupyterapp.hasPlugin('@jupyter/nbgrader:' + n))"
    )
    assert has == [False, False, False, True]


def test_formgrader_and_assignment_list_know_the_course(course_lab):
    (assignment,) = ask(course_lab, "formgrader/api/assignments")
    assert assignment["name"] == places.ASSIGNMENT
    assert assignment["status"] == "released"
    assert assignment["max_score"] == 32
    listed = ask(course_lab, "assignments?course_id=differentiation-course")["value"]
    assert [(each["assignment_id"], each["status"], each["path"]) for each in listed] == [
        ("differentiation", "fetched", "problems")
    ]


def test_validate_copes_with_a_copied_cell(course_lab):
    folder = course_lab.root / "problems"
    nb = nbformat.read(folder / "problem4.ipynb", 4)
    place = next(i for i, cell in enumerate(nb.cells) if cell.id == "p4-a")
    twin = nbformat.from_dict(dict(nb.cells[place], id="twin", source="derivative_a = '5'"))
    nb.cells.insert(place + 1, twin)
    nbformat.write(nb, folder / "copied.ipynb")
    answer = ask(course_lab, "assignments/validate", {"path": "problems/copied.ipynb"})
    assert answer["success"]
    assert "Not right" in str(answer["value"])  # 5 is what the test cell sees
    (folder / "copied.ipynb").unlink()
    (folder / "broken.ipynb").write_text("{ broken")
    broken = ask(course_lab, "assignments/validate", {"path": "problems/broken.ipynb"})
    assert not broken["success"]
    (folder / "broken.ipynb").unlink()
