"""Small notebooks to try things on, and the command line as a user has it."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder import places

REPOSITORY = Path(__file__).resolve().parents[2]


def run(*words, root=None, **options):
    """Run ``python -m autograder`` as a user does; return what it printed and its status."""
    env = {**os.environ, "PYTHONWARNINGS": "default"}
    env.pop(places.ROOT_VARIABLE, None)
    if root is not None:
        words = (*words, "--root", str(root))
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    return subprocess.run(
        command, cwd=REPOSITORY, env=env, capture_output=True, text=True, timeout=300, **options
    )


def graded_cell(name, source, *, points=None, solution=False, **metadata):
    """Return a code cell with nbgrader's metadata, as a release has it."""
    entry = {
        "grade_id": name,
        "grade": points is not None,
        "solution": solution,
        "locked": not solution,
        "task": False,
        "schema_version": 3,
    }
    if points is not None:
        entry["points"] = points
    return new_code_cell(
        source, id=name, metadata={"nbgrader": entry, "deletable": False, **metadata}
    )


def small_release():
    """Return a released notebook with two answers, each followed by its test."""
    cells = [new_markdown_cell("# A problem", id="title")]
    for name in ("a", "b"):
        cells += [
            graded_cell(name, f'{name} = ""', solution=True),
            graded_cell(f"{name}-test", f"check({name})", points=2, editable=False),
        ]
    return new_notebook(cells=cells)


def sources(nb):
    """Return (grade_id or None, source) of every cell."""
    return [(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source) for cell in nb.cells]


def read(path):
    return nbformat.read(path, as_version=4)
