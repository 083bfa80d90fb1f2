"""Make the learners' version of the problems, release it, and put copies beside the chapters."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from . import places, strings
from .errors import Problem
from .install import make_exchange

STAMP = ".made-from"
GIVEN = ".given"


def release(force: bool = False, learner_folder: Path | None = None) -> int:
    """Release the assignment; skip what is up to date. Return the exit status.

    A learner's file is never overwritten, unless it still is exactly the one that was given out.

    Parameters
    ----------
    force : bool
        Make the release anew even if nothing changed.
    learner_folder : Path, optional
        Where learners find the problems; default beside the chapters, and nowhere for a course whose
        root is elsewhere.
    """
    root = places.root()
    if learner_folder is None and root == places.HERE:
        learner_folder = places.LEARNER_FOLDER
    released = root / "release" / places.ASSIGNMENT
    source = root / "source" / places.ASSIGNMENT
    names = sorted(path.name for path in source.glob("*.ipynb"))
    if not names:
        raise Problem(strings.NO_SOURCE.format(path=source))
    stamp = fingerprint(source)
    stamped = root / "release" / STAMP
    fresh = stamped.exists() and stamped.read_text() == stamp
    if force or not fresh or not all((released / name).exists() for name in names):
        make_exchange(root)
        from .nbgrader_course import NbgraderCourse

        course = NbgraderCourse(root)
        course.generate_assignment()
        course.release_assignment()
        stamped.write_text(stamp)
        print(strings.RELEASED.format(count=len(names), path=released))
    else:
        print(strings.RELEASED_BEFORE)
    if learner_folder is not None:
        give(released, learner_folder)
    return 0


def fingerprint(source: Path) -> str:
    """Return a digest of everything that the release is made from."""
    digest = hashlib.sha256()
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    for path in [*files, places.CONFIG, places.HERE / "contents.py"]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def give(released: Path, folder: Path) -> None:
    """Copy the released files to the learner, without touching work that has begun."""
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / GIVEN
    given = json.loads(record.read_text()) if record.exists() else {}
    copied, kept = [], []
    for path in sorted(released.iterdir()):
        if not path.is_file():
            continue
        target, new = folder / path.name, _digest(path)
        if not target.exists() or (_digest(target) == given.get(path.name) != new):
            target.write_bytes(path.read_bytes())
            copied.append(path.name)
            given[path.name] = new
        elif given.get(path.name) != new and _digest(target) != new:
            kept.append(path.name)
    record.write_text(json.dumps(given, indent=1))
    if copied:
        print(strings.GIVEN.format(count=len(copied), path=folder))
    for name in kept:
        print(strings.KEPT.format(path=folder / name))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
