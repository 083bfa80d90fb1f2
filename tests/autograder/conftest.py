"""One release for all tests of this folder."""

import shutil

import pytest
from grading_tools import run

from autograder import places


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """The folder of a course whose assignment is released. Do not write into it."""
    root = tmp_path_factory.mktemp("released")
    shutil.copytree(places.HERE / "source", root / "source")
    done = run("release", root=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(released, tmp_path, monkeypatch):
    """A copy of the released course for one test, which is then *the* course of this process."""
    mine = tmp_path / "course"
    shutil.copytree(released, mine)
    monkeypatch.setenv(places.ROOT_VARIABLE, str(mine))
    return mine


@pytest.fixture
def desk(root):
    """A learner's folder with the released notebooks."""
    folder = root / "problems"
    shutil.copytree(root / "release" / places.ASSIGNMENT, folder)
    return folder
