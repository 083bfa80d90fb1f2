"""Every notebook: canonical on disk, quiet from top to bottom, readable by everyone."""

import json
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOURCES = sorted((ROOT / "autograder" / "source").rglob("*.ipynb"))
NOTEBOOKS = CHAPTERS + SOURCES
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE_INFO = {"name": "python"}
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def name(path):
    return path.stem


@pytest.fixture(scope="module")
def read():
    return lambda path: json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_canonical(path, read):
    """No outputs, the canonical kernel, slugs as ids: a change in git is a change by a person."""
    notebook = read(path)
    assert notebook["metadata"] == {"kernelspec": KERNEL, "language_info": LANGUAGE_INFO}
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    nbformat.validate(nbformat.from_dict(notebook))
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        assert SLUG.fullmatch(cell["id"]), cell["id"]
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", cell["id"])
        assert cell["id"] == grade_id
        if cell["cell_type"] == "code":
            assert not cell["outputs"], cell["id"]
            assert cell["execution_count"] is None, cell["id"]
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    assert path.read_text(encoding="utf-8") == text, "not written as the others are"


@pytest.mark.parametrize("path", CHAPTERS, ids=name)
def test_cells_in_front_of_a_learner_are_short(path, read):
    for cell in read(path)["cells"]:
        if cell["cell_type"] == "code":
            assert len("".join(cell["source"]).splitlines()) < 15, cell["id"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_headings_are_in_order(path, read):
    """One title, and no level skipped on the way down: screen readers navigate by them."""
    levels = []
    for cell in read(path)["cells"]:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"```.*?```", "", "".join(cell["source"]), flags=re.S)
            levels += [len(marks) for marks in re.findall(r"^(#+) ", text, flags=re.M)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_every_picture_has_alternative_text(path, read):
    for cell in read(path)["cells"]:
        text = "".join(cell["source"])
        for alternative in re.findall(r"!\[([^\]]*)\]\(", text):
            assert alternative.strip(), cell["id"]
        for tag in re.findall(r"<img\b[^>]*>", text):
            assert re.search(r'\balt="[^"]+"', tag), cell["id"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_dollars_and_details_are_balanced(path, read):
    for cell in read(path)["cells"]:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"`[^`]*`", "", "".join(cell["source"]))
            assert text.count("$") % 2 == 0, cell["id"]
            assert text.count("<details>") == text.count("</details>"), cell["id"]


@pytest.mark.parametrize("path", CHAPTERS, ids=name)
def test_links_lead_somewhere(path, read):
    for cell in read(path)["cells"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", "".join(cell["source"])):
            if target.startswith("problems/"):  # made from the instructor's version
                target = "../autograder/source/differentiation/" + target.removeprefix("problems/")
            assert (path.parent / target).exists(), f"{cell['id']}: {target}"


@pytest.mark.parametrize("path", CHAPTERS, ids=name)
def test_runs_top_to_bottom_with_nothing_on_stderr(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": path.parent}}).execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.get("name") != "stderr", f"{cell['id']}: {output['text']}"
            assert output["output_type"] != "error", cell["id"]
            data = output.get("data", {})
            for tag in re.findall(r"<img\b[^>]*>", data.get("text/html", "")):
                assert re.search(r'\balt="[^"]+"', tag), cell["id"]
            assert "image/png" not in data, f"{cell['id']}: a picture without alternative text"
