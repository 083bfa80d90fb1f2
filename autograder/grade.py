"""Autograde every submission, write feedback pages and the table of points."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from . import places, strings
from .errors import Problem
from .report import table

_course = None


def grade(root: Path | None = None, workers: int | None = None) -> int:
    """Grade whoever has handed in; return the exit status.

    What cannot be graded gets a line that says why, and the others are graded.

    Parameters
    ----------
    root : Path, optional
        The course's folder.
    workers : int, optional
        Submissions graded at the same time; default one for each processor, at most four;
        one where processes cannot be forked safely (macOS, Windows).
    """
    from .nbgrader_course import NbgraderCourse

    course = NbgraderCourse(root)
    students = course.students()
    if not students:
        raise Problem(strings.NOBODY.format(path=course.root / "submitted"))
    failures = {}
    workers = workers or min(4, os.cpu_count() or 1)
    for number, (student, reason) in enumerate(_graded(course, students, workers), 1):
        print(strings.GRADING.format(number=number, of=len(students), student=student), flush=True)
        if reason:
            failures[student] = reason
    course.export(course.root / "grades.csv")
    print(table(course, failures))
    print(
        strings.GRADED.format(
            grades=course.root / "grades.csv",
            feedback=course.root / "feedback" / "*" / places.ASSIGNMENT,
            autograded=course.root / "autograded",
        )
    )
    return 1 if failures else 0


def _graded(course, students: list[str], workers: int) -> Iterator[tuple[str, str | None]]:
    """Yield (student, what went wrong or None), in the order in which they are done."""
    global _course
    _course = course
    if workers == 1 or len(students) == 1 or sys.platform != "linux":
        for student in students:
            yield _grade_one(student)
        return
    # A fork has everything imported already; the gradebook makes each write wait for its turn.
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for done in as_completed([pool.submit(_grade_one, student) for student in students]):
            yield done.result()


def _grade_one(student: str) -> tuple[str, str | None]:
    reason = _course.autograde(student)
    if reason:  # what an earlier hand-in got must not stand beside this one
        for step in ("autograded", "feedback"):
            shutil.rmtree(_course.folder(step, student), ignore_errors=True)
    return student, reason or _course.generate_feedback(student)
