"""Read hand-in files as what they are: archives that a stranger may have made.

Nothing is ever unpacked to a name from the archive: only notebooks with a released name are read, up to a
limit that is enforced while reading, and returned as bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from course.handin.packing import MANIFEST, TIME_FORMAT, HandInError, check_student

from . import strings

MAX_ARCHIVE = 50_000_000
MAX_MEMBER = 20_000_000
MAX_TOTAL = 60_000_000
MAX_MEMBERS = 300
MAX_MANIFEST = 100_000
_NAME = re.compile(
    r"hand-in_(?P<student>[A-Za-z0-9][A-Za-z0-9._@-]*?)_(?P<moment>\d{8}T\d{6}Z)[^/\\]*$"
)
_JUNK = ("__MACOSX", ".DS_Store", ".ipynb_checkpoints", "Thumbs.db", "desktop.ini")


class Refused(ValueError):
    """A file that is not taken in; the text says why."""


@dataclass
class HandIn:
    """One student's hand-in, read completely.

    ``moment`` is its time as ``YYYYMMDDTHHMMSSZ``; ``notes`` are remarks for the instructor.
    """

    student: str
    moment: str
    notebooks: dict[str, bytes]
    origin: str
    notes: list[str] = field(default_factory=list)


Refusals = list[tuple[str, str]]
"""What was not taken in out of an LMS's archive: (its name, the reason)."""


def read_file(path: Path, released: set[str]) -> tuple[list[HandIn], Refusals]:
    """Return the hand-ins in a file: one, or several if it is an LMS's archive of hand-in files.

    The second part lists what in an LMS's archive is refused; it does not cost the others.

    Parameters
    ----------
    path : Path
        The file.
    released : set of str
        Names of the assignment's notebooks.

    Raises
    ------
    Refused
        If it holds no hand-in or is not safe.
    """
    if path.is_symlink() or not path.is_file():
        raise Refused(strings.NOT_A_FILE)
    if path.stat().st_size > MAX_ARCHIVE:
        raise Refused(strings.TOO_LARGE.format(megabytes=path.stat().st_size / 1e6))
    if path.suffix.lower() == ".ipynb":
        raise Refused(strings.LONE_NOTEBOOK)
    if path.suffix.lower() != ".zip":
        raise Refused(strings.NO_ARCHIVE)
    return read_archive(path.read_bytes(), path.name, released)


def read_archive(
    data: bytes, name: str, released: set[str], inner: bool = False
) -> tuple[list[HandIn], Refusals]:
    """Return what is in the bytes of a zip archive called ``name``; see `read_file`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refused(strings.BAD_ARCHIVE) from None
    if len(members) > MAX_MEMBERS:
        raise Refused(strings.TOO_MANY.format(count=len(members)))
    for member in members:
        _check_member(member)
    members = [m for m in members if not set(PurePosixPath(m.filename).parts) & set(_JUNK)]
    budget = [MAX_TOTAL]
    if not inner and any(m.filename.lower().endswith(".zip") for m in members):
        return _nested(archive, members, name, released, budget)
    return [_hand_in(archive, members, name, released, budget)], []


def _nested(archive, members, name, released, budget) -> tuple[list[HandIn], Refusals]:
    """Read the hand-in files inside an LMS's archive; each other file in it is refused by name."""
    found: list[HandIn] = []
    refusals: Refusals = []
    for member in members:
        try:
            path = PurePosixPath(member.filename.replace("\\", "/"))
            if path.suffix.lower() != ".zip":
                lone = path.suffix.lower() == ".ipynb"
                raise Refused(strings.LONE_NOTEBOOK if lone else strings.NO_ARCHIVE)
            data = _read(archive, member, MAX_ARCHIVE, budget)
            found += read_archive(data, path.name, released, inner=True)[0]
        except Refused as reason:
            refusals.append((f"{name}/{member.filename[:80]}", str(reason)))
    for hand_in in found:
        hand_in.origin = f"{name}/{hand_in.origin}"
    return found, refusals


def _check_member(member: zipfile.ZipInfo) -> None:
    """Refuse the archive if a member has an unsafe name, is a link or is encrypted."""
    name = member.orig_filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if (
        name.startswith(("/", "\\"))
        or ".." in parts
        or re.match(r"[A-Za-z]:", name)
        or "\0" in name
    ):
        raise Refused(strings.UNSAFE_NAME.format(name=name[:80]))
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused(strings.LINK.format(name=name[:80]))
    if member.flag_bits & 0x1:
        raise Refused(strings.ENCRYPTED)


def _read(archive, member, limit: int, budget: list[int]) -> bytes:
    """Return a member's bytes, never more than ``limit`` whatever its header claims."""
    limit = min(limit, budget[0])
    try:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
    except Exception:  # zlib, lzma and zipfile each have their own errors
        raise Refused(strings.DAMAGED.format(name=member.filename[:80])) from None
    if len(data) > limit:
        raise Refused(strings.BOMB.format(name=member.filename[:80], megabytes=limit / 1e6))
    budget[0] -= len(data)
    return data


def _hand_in(archive, members, name, released, budget) -> HandIn:
    notebooks: dict[str, bytes] = {}
    manifest: dict = {}
    notes: list[str] = []
    for member in members:
        base = PurePosixPath(member.filename.replace("\\", "/")).name
        if base == MANIFEST and not manifest:
            manifest = _manifest(_read(archive, member, MAX_MANIFEST, budget))
        elif base in released:
            data = _read(archive, member, MAX_MEMBER, budget)
            if notebooks.setdefault(base, data) != data:
                raise Refused(strings.TWICE.format(name=base))
    if not notebooks:
        raise Refused(strings.NO_NOTEBOOKS)
    named = _NAME.search(name)
    student = manifest.get("student") or (named["student"] if named else "")
    moment = manifest.get("made") or (named["moment"] if named else "")
    try:
        student = check_student(str(student)) if student else ""
    except HandInError:
        raise Refused(strings.BAD_ID.format(student=str(student)[:40])) from None
    if not student:
        raise Refused(strings.NO_ID)
    moment = _moment(str(moment), members)
    if named and manifest and named["student"] != student:
        notes.append(strings.OTHER_ID.format(named=named["student"], student=student))
    listed = manifest.get("notebooks")
    for base, data in notebooks.items():
        entry = listed.get(base) if isinstance(listed, dict) else None
        digest = entry.get("sha256") if isinstance(entry, dict) else None
        if digest and digest != hashlib.sha256(data).hexdigest():
            notes.append(strings.CHANGED.format(name=base))
    missing = sorted(released - notebooks.keys())
    if missing:
        notes.append(strings.WITHOUT.format(names=", ".join(missing)))
    return HandIn(student, moment, notebooks, name, notes)


def _manifest(data: bytes) -> dict:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _moment(text: str, members) -> str:
    """Return a valid time of the hand-in: as stated, or that of the newest member."""
    try:
        time.strptime(text, TIME_FORMAT)
    except ValueError:
        newest = max(member.date_time for member in members)
        return "{:04}{:02}{:02}T{:02}{:02}{:02}Z".format(*newest)
    return text
