"""The demonstration class: released, answered, handed in, collected, graded, before your eyes."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import nbformat

from course.handin import packing

from . import places, strings
from .errors import Problem
from .install import make_exchange
from .students import RIGHT, STUDENTS, answer, files

MARK = ".demonstration-class"
PROBLEMS = ("problem1", "problem4")
"""What the class works on: enough to show every case, few enough to be graded while one waits."""


def demonstrate(root: Path | None = None) -> int:
    """Run the demonstration class in ``root`` (default ``demo-class`` in the repository).

    The folder is made anew each time; one that is not a demonstration class is left alone.
    """
    root = (root or places.HERE.parent / "demo-class").resolve()
    os.environ[places.ROOT_VARIABLE] = str(root)
    prepare(root)
    from .collect import collect
    from .grade import grade
    from .release import release

    release()
    hand_ins = write_hand_ins(root)
    print(strings.HANDED_IN.format(count=len(STUDENTS), path=hand_ins))
    collect(hand_ins)
    if os.name != "nt":
        student = through_exchange(root)
        print(strings.THROUGH_EXCHANGE.format(student=student))
    return grade(root)


def prepare(root: Path) -> None:
    """Make an empty course in ``root`` with two of the course's problems and its settings."""
    if root.exists() and any(root.iterdir()):
        if not (root / MARK).exists():
            raise Problem(strings.NOT_OURS.format(path=root))
        shutil.rmtree(root)
    root.mkdir(parents=True, exist_ok=True)
    (root / MARK).write_text("")
    source = root / "source" / places.ASSIGNMENT
    source.mkdir(parents=True)
    for name in PROBLEMS:
        shutil.copy(places.HERE / "source" / places.ASSIGNMENT / f"{name}.ipynb", source)
    make_exchange(root)
    # So that `nbgrader` commands in this folder find the class.
    (root / "nbgrader_config.py").write_text(
        "import os\n\n"
        f"os.environ[{places.ROOT_VARIABLE!r}] = os.path.dirname(os.path.abspath(__file__))\n"
        f"load_subconfig({places.CONFIG.name!r}, path={str(places.CONFIG.parent)!r})\n"
    )


def released_notebooks(root: Path) -> dict[str, nbformat.NotebookNode]:
    """Return the released notebooks by name."""
    folder = root / "release" / places.ASSIGNMENT
    return {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}


def write_hand_ins(root: Path) -> Path:
    """Let every student answer and hand in a file; return the folder of the files."""
    notebooks = released_notebooks(root)
    folder, desks = root / "hand-ins", root / "desks"
    folder.mkdir()
    for number, (student, (_, work)) in enumerate(STUDENTS.items()):
        desk = desks / student
        desk.mkdir(parents=True)
        for name, data in work(notebooks).items():
            (desk / name).write_bytes(data)
        packed = packing.pack(desk, student, student.title(), time.time())
        # Every other file has gone through a learning platform that renamed it.
        renamed = f"{student.title()} {number}_{10000 + number}_{packed.file[:-4]} (1).zip"
        (folder / (renamed if number % 2 else packed.file)).write_bytes(packed.data)
    return folder


def through_exchange(root: Path) -> str:
    """Fetch, answer, submit and collect as the current user; return the user's name."""
    from nbgrader.utils import get_username

    from .nbgrader_course import NbgraderCourse

    course = NbgraderCourse(root)
    desk = root / "desks" / "exchange"
    course.fetch_assignment(desk)
    notebooks = {
        path.stem: nbformat.read(path, 4)
        for path in (desk / places.LEARNER_FOLDER.name).glob("*.ipynb")
    }
    for name, data in files(answer(notebooks, RIGHT)).items():
        (desk / places.LEARNER_FOLDER.name / name).write_bytes(data)
    course.submit(desk)
    course.collect()
    return get_username()
