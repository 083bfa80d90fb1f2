"""`install` and `release`: what they write, what they leave alone, and that twice is once."""

import json
import os
import re
import time

import pytest
from grading_tools import read

from autograder import places
from autograder.errors import Problem
from autograder.install import install
from autograder.release import give, release


@pytest.fixture
def prefix(tmp_path, monkeypatch):
    monkeypatch.setenv(places.ROOT_VARIABLE, str(tmp_path / "course"))
    return tmp_path / "prefix"


def snapshot(folder):
    return {
        path.relative_to(folder): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def disabled(prefix):
    path = prefix / "etc/jupyter/labconfig/page_config.json"
    return set(json.loads(path.read_text())["disabledExtensions"]) if path.exists() else set()


def test_installing_twice_is_installing_once(prefix, capsys):
    install(learner=True, prefix=prefix)
    before = snapshot(prefix)
    start = time.perf_counter()
    assert install(learner=True, prefix=prefix) == 0
    assert time.perf_counter() - start < 0.5
    assert snapshot(prefix) == before
    assert "already" in capsys.readouterr().out.splitlines()[-1]


def test_learners_do_not_see_the_instructors_panels(prefix):
    install(learner=True, prefix=prefix)
    names = {"formgrader", "course-list", "create-assignment"}
    assert disabled(prefix) == {f"@jupyter/nbgrader:{name}" for name in names}
    install(learner=False, prefix=prefix)
    assert disabled(prefix) == set()


def test_files_of_others_are_kept(prefix):
    etc, settings = prefix / "etc/jupyter", prefix / "share/jupyter/lab/settings"
    for path, text in {
        etc / "nbgrader_config.py": "c = get_config()\nc.Exchange.root = '/srv/exchange'\n",
        etc / "labconfig/page_config.json": '{"disabledExtensions": ["theirs"], "appName": "A"}',
        settings / "overrides.json": '{"@jupyterlab/apputils-extension:themes": {"theme": "dark"}}',
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    install(learner=True, prefix=prefix)
    install(learner=False, prefix=prefix)
    config = (etc / "nbgrader_config.py").read_text()
    assert config.count("load_subconfig") == 1
    assert config.index("load_subconfig") < config.index("/srv/exchange")
    assert disabled(prefix) == {"theirs"}
    overrides = json.loads((settings / "overrides.json").read_text())
    assert overrides["@jupyterlab/apputils-extension:themes"] == {"theme": "dark"}
    news = overrides["@jupyterlab/apputils-extension:notification"]
    assert news == {"fetchNews": "false", "checkForUpdates": False}


def test_a_broken_file_of_others_is_named_not_replaced(prefix):
    path = prefix / "share/jupyter/lab/settings/overrides.json"
    path.parent.mkdir(parents=True)
    path.write_text("{ broken")
    with pytest.raises(Problem, match=re.escape("overrides.json")):
        install(prefix=prefix)
    assert path.read_text() == "{ broken"


@pytest.mark.skipif(
    os.name == "nt", reason="Windows has no such modes, and nbgrader no exchange there"
)
def test_the_exchange_is_writable_by_everybody(prefix):
    install(prefix=prefix)
    assert places.root().joinpath("exchange").stat().st_mode & 0o777 == 0o777


def test_a_release_has_no_solutions_and_no_hidden_tests(root):
    source = places.HERE / "source" / places.ASSIGNMENT
    released = sorted((root / "release" / places.ASSIGNMENT).glob("*.ipynb"))
    assert [path.name for path in released] == sorted(path.name for path in source.glob("*.ipynb"))
    outbound = root / "exchange" / "differentiation-course" / "outbound" / places.ASSIGNMENT
    for path in [*released, *outbound.glob("*.ipynb")]:
        text = path.read_text()
        for word in ("SOLUTION", "HIDDEN", "course.score", "_points"):
            assert word not in text, f"{word} in {path.name}"
        shown = "\n".join(cell.source for cell in read(path).cells)
        for secret in secrets(source / path.name):
            assert secret not in shown, f"{secret} in {path.name}"


def secrets(path):
    """Return the lines between the solution and hidden-test marks that are nowhere else."""
    marks = re.compile(r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END", re.DOTALL)
    source = "\n".join(cell.source for cell in read(path).cells)
    open_text = marks.sub("", source)
    lines = [line.strip() for block in marks.findall(source) for line in block.splitlines()]
    found = [line for line in lines if len(line) > 12 and line not in open_text]
    assert found
    return found


def test_a_released_notebook_runs_to_its_end(root):
    for path in (root / "release" / places.ASSIGNMENT).glob("*.ipynb"):
        for cell in read(path).cells:
            if cell.cell_type == "code":
                compile(cell.source, path.name, "exec")
                assert "raise" not in cell.source


def test_releasing_again_is_quick_and_changes_nothing(root, capsys):
    before = snapshot(root)
    start = time.perf_counter()
    assert release() == 0
    assert time.perf_counter() - start < 0.5
    assert snapshot(root) == before
    assert "up to date" in capsys.readouterr().out


class TestGive:
    """Copies beside the chapters."""

    @pytest.fixture
    def released(self, tmp_path):
        folder = tmp_path / "release"
        folder.mkdir()
        (folder / "problem1.ipynb").write_text("first")
        return folder

    @pytest.fixture
    def folder(self, tmp_path):
        return tmp_path / "problems"

    def test_problems_are_copied_once(self, released, folder):
        give(released, folder)
        assert (folder / "problem1.ipynb").read_text() == "first"

    def test_work_is_never_overwritten(self, released, folder, capsys):
        give(released, folder)
        (folder / "problem1.ipynb").write_text("work")
        give(released, folder)
        assert "kept" not in capsys.readouterr().out
        (released / "problem1.ipynb").write_text("second")
        give(released, folder)
        assert (folder / "problem1.ipynb").read_text() == "work"
        assert "was kept" in capsys.readouterr().out

    def test_an_untouched_problem_is_renewed(self, released, folder):
        give(released, folder)
        (released / "problem1.ipynb").write_text("second")
        give(released, folder)
        assert (folder / "problem1.ipynb").read_text() == "second"

    def test_a_file_that_was_there_before_is_kept(self, released, folder):
        folder.mkdir()
        (folder / "problem1.ipynb").write_text("theirs")
        give(released, folder)
        assert (folder / "problem1.ipynb").read_text() == "theirs"
