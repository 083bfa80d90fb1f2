"""Take in a folder of hand-in files and learning-platform downloads, with one command.

Every file is read safely (`handins`), the newest hand-in of each student is written as one clean archive
where nbgrader expects it, and nbgrader's ``zip_collect`` does the rest. One line tells what became of
each file. Left alone, ``zip_collect`` stops at the first second hand-in without a time in its name,
mixes the notebooks of two hand-ins, and unpacks whatever is in an archive.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from course.handin.packing import TIME_FORMAT

from . import places, strings
from .errors import Problem
from .handins import HandIn, Refused, read_file


def collect(folder: Path) -> int:
    """Take in every file in ``folder`` (and its subfolders); return the exit status.

    The status is 1 if a file, or one in an LMS's archive, was refused: the others are taken in all the same.
    """
    if not folder.is_dir():
        raise Problem(strings.NO_FOLDER.format(path=folder))
    root = places.root()
    released = {path.name for path in (root / "release" / places.ASSIGNMENT).glob("*.ipynb")}
    if not released:
        raise Problem(strings.NOT_RELEASED)
    hand_ins: list[HandIn] = []
    refused = 0
    files = [path for path in sorted(folder.rglob("*")) if not path.is_dir() or path.is_symlink()]
    for path in files:
        if path.name.startswith("."):
            continue
        file = path.relative_to(folder)
        try:
            found, refusals = read_file(path, released)
        except Refused as reason:
            found, refusals = [], [(path.name, str(reason))]
        hand_ins += found
        refused += len(refusals)
        for member, why in refusals:
            print(strings.REFUSED.format(file=(file.parent / member).as_posix(), reason=why))
    taken = newest_of_each(hand_ins)
    if not taken:
        print(strings.NOTHING.format(path=folder))
        return 1
    base = root / "downloaded" / places.ASSIGNMENT
    fresh = [hand_in for hand_in in taken if not _is_known(hand_in, root, base)]
    if fresh:
        stage(fresh, base / "archive")
        from .nbgrader_course import NbgraderCourse

        NbgraderCourse(root).zip_collect()
    for hand_in in fresh:
        notes = f" ({'; '.join(hand_in.notes)})" if hand_in.notes else ""
        line = strings.TAKEN.format(file=hand_in.origin, student=hand_in.student)
        print(line + notes)
    print(strings.COLLECTED.format(count=len(fresh), path=root / "submitted"))
    return 1 if refused else 0


def newest_of_each(hand_ins: list[HandIn]) -> list[HandIn]:
    """Return the newest hand-in of every student; say which others were passed over."""
    newest: dict[str, HandIn] = {}
    for hand_in in sorted(hand_ins, key=lambda each: each.moment):
        older = newest.get(hand_in.student)
        if older is not None:
            same = older.notebooks == hand_in.notebooks
            text = strings.SAME_AGAIN if same else strings.OLDER
            print(text.format(file=older.origin, student=older.student, newer=hand_in.origin))
        newest[hand_in.student] = hand_in
    return [newest[student] for student in sorted(newest)]


def stage(hand_ins: list[HandIn], archive: Path) -> None:
    """Write one clean archive for each hand-in, with the name that nbgrader's pattern reads."""
    shutil.rmtree(archive, ignore_errors=True)
    archive.mkdir(parents=True)
    for hand_in in hand_ins:
        path = archive / f"hand-in_{hand_in.student}_{hand_in.moment}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as clean:
            for name, data in hand_in.notebooks.items():
                clean.writestr(name, data)


def _is_known(hand_in: HandIn, root: Path, base: Path) -> bool:
    """Keep an earlier submission aside; return whether it is the same or newer than this hand-in."""
    import dateutil.parser

    there = root / "submitted" / hand_in.student / places.ASSIGNMENT
    if not there.is_dir():
        return False
    stamp = there / "timestamp.txt"
    before = dateutil.parser.parse(stamp.read_text()) if stamp.exists() else None
    now = dateutil.parser.parse(hand_in.moment)
    if before is not None and before.tzinfo is None:
        before = before.replace(tzinfo=now.tzinfo)
    if before is not None and before >= now:
        text = strings.KNOWN if before == now else strings.NEWER_THERE
        print(text.format(file=hand_in.origin, student=hand_in.student))
        return True
    label = before.strftime(TIME_FORMAT) if before is not None else "earlier"
    aside = base / "replaced" / f"{hand_in.student}_{label}"
    number = 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{hand_in.student}_{label}_{number}")
    shutil.copytree(there, aside, symlinks=True)
    hand_in.notes.append(strings.REPLACED.format(path=aside))
    return False
