"""Check the problem notebooks and pack them into one hand-in file.

The file is a zip archive: the notebooks without their outputs, and ``hand-in.json`` that says whose they
are, when and with which versions it was made, and the SHA-256 of each. Its name carries the student id
and the time, so that nbgrader's ``zip_collect`` takes it in.
"""

from __future__ import annotations

import hashlib
import io
import json
import platform
import re
import time
import zipfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .strings import WORDS

MANIFEST = "hand-in.json"
FOLDER = "hand-in"
TIME_FORMAT = "%Y%m%dT%H%M%SZ"
#: Key in a released notebook's metadata; written when the release is made.
CONTENTS = "course_assignment"
_STUDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")
_VERSIONS = ("differentiation-course", "numpy", "sympy", "nbgrader", "jupyterlab")


class HandInError(ValueError):
    """Handing in is not possible; the text tells the learner why."""


@dataclass(frozen=True)
class Packed:
    """A hand-in file: its name, its bytes, and one line about each notebook."""

    file: str
    data: bytes
    lines: list[str]
    complete: bool


def check_student(student: str) -> str:
    """Return the id without surrounding spaces.

    Raises
    ------
    HandInError
        If it is empty, or is not safe as the name of a folder and in nbgrader's exchange.
    """
    student = student.strip()
    if not student:
        raise HandInError(WORDS["no_student"])
    if not _STUDENT.fullmatch(student) or ".." in student or student.endswith("."):
        raise HandInError(WORDS["bad_student"].format(student=student))
    return student


def file_name(student: str, moment: float) -> str:
    """Return the name of the hand-in file of ``student`` at ``moment`` (seconds since 1970)."""
    return f"hand-in_{student}_{time.strftime(TIME_FORMAT, time.gmtime(moment))}.zip"


def find_folder(folder: str | Path | None = None) -> Path:
    """Return the folder of the problems: ``folder``, else the current one or ``problems`` in it.

    Raises
    ------
    HandInError
        If no released problem is there.
    """
    here = Path(folder) if folder is not None else Path.cwd()
    for place in (here, here / "problems"):
        if any(contents(path) for path in sorted(place.glob("*.ipynb"))):
            return place.resolve()
    raise HandInError(WORDS["no_problems"].format(folder=here))


def read(path: Path) -> dict[str, Any] | None:
    """Return the notebook as plain data, or None if it is not one."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        return None
    return notebook


def contents(path: Path) -> dict[str, Any] | None:
    """Return what the release wrote into the notebook about its assignment, or None."""
    notebook = read(path)
    metadata = notebook.get("metadata") if notebook else None
    found = metadata.get(CONTENTS) if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else None


def pack(folder: Path, student: str, name: str, moment: float) -> Packed:
    """Check the notebooks in ``folder`` and pack them.

    Parameters
    ----------
    folder : Path
        From `find_folder`.
    student, name : str
        The learner's id and name.
    moment : float
        Seconds since 1970; it becomes the time of the hand-in.

    Raises
    ------
    HandInError
        If the id cannot be used or nothing is there to pack.
    """
    student = check_student(student)
    about = next(filter(None, (contents(path) for path in sorted(folder.glob("*.ipynb")))), None)
    if about is None:
        raise HandInError(WORDS["no_problems"].format(folder=folder))
    lines: list[str] = []
    entries: dict[str, bytes] = {}
    listed: dict[str, Any] = {}
    complete = True
    for stem in about["notebooks"]:
        path = folder / f"{stem}.ipynb"
        line, whole, unanswered = examine(path)
        lines.append(line)
        complete = complete and whole
        if path.is_file():
            entries[path.name] = _without_outputs(path)
            digest = hashlib.sha256(entries[path.name]).hexdigest()
            listed[path.name] = {"sha256": digest, "open": unanswered}
    manifest = {
        "format": 1,
        "assignment": about["assignment"],
        "student": student,
        "name": name.strip()[:200],
        "made": time.strftime(TIME_FORMAT, time.gmtime(moment)),
        "complete": complete,
        "notebooks": listed,
        "versions": {"python": platform.python_version(), **_versions()},
    }
    entries[MANIFEST] = json.dumps(manifest, indent=1).encode()
    return Packed(file_name(student, moment), _zip(entries, moment), lines, complete)


def examine(path: Path) -> tuple[str, bool, list[str]]:
    """Return (a line for the learner, whether all is there, the answer cells still open)."""
    if not path.is_file():
        return WORDS["missing"].format(file=path.name), False, []
    notebook, about = read(path), contents(path)
    if notebook is None:
        return WORDS["unreadable"].format(file=path.name), False, []
    released = about.get("answers", {}) if about else {}
    filled: set[str] = set()
    present: dict[str, None] = {}  # in the order of the cells
    for cell in notebook["cells"]:
        entry = cell.get("metadata", {}).get("nbgrader")
        grade_id = entry.get("grade_id") if isinstance(entry, dict) else None
        if isinstance(grade_id, str) and grade_id in released:
            present[grade_id] = None
            if blank_digest(source(cell)) != released[grade_id] and source(cell).strip():
                filled.add(grade_id)
    lost = [grade_id for grade_id in released if grade_id not in present]
    unanswered = [grade_id for grade_id in [*present, *lost] if grade_id not in filled]
    if lost:
        return WORDS["lost_cells"].format(file=path.name, cells=", ".join(lost)), False, unanswered
    if unanswered:
        line = WORDS["open"].format(file=path.name, cells=", ".join(unanswered))
        return line, False, unanswered
    return WORDS["complete"].format(file=path.name), True, []


def source(cell: dict[str, Any]) -> str:
    """Return a cell's text; a notebook file may hold it as a list of lines."""
    text = cell.get("source", "")
    return "".join(map(str, text)) if isinstance(text, list) else str(text)


def blank_digest(text: str) -> str:
    """Return the mark by which a cell is recognised as still as it was released."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]


def write(packed: Packed, folder: Path) -> Path:
    """Write the file into ``hand-in`` beside the notebooks; return its path."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    path = place / packed.file
    path.write_bytes(packed.data)
    return path


def _without_outputs(path: Path) -> bytes:
    """Return the notebook's bytes without outputs: the instructor's run makes them anew."""
    notebook = read(path)
    if notebook is None:
        return path.read_bytes()
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None
    if isinstance(notebook.get("metadata"), dict):
        notebook["metadata"].pop("widgets", None)
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode()


def _zip(entries: dict[str, bytes], moment: float) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, time.gmtime(moment)[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def _versions() -> dict[str, str]:
    found = {}
    for package in _VERSIONS:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
