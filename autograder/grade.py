"""Autograde every submission, write feedback pages and the table of points."""

from __future__ import annotations

from pathlib import Path

from . import places, strings
from .errors import Problem
from .report import table


def grade(root: Path | None = None) -> int:
    """Grade whoever has handed in, one after the other; return the exit status.

    What cannot be graded gets a line that says why, and the others are graded.
    """
    from .nbgrader_course import NbgraderCourse

    course = NbgraderCourse(root)
    students = course.students()
    if not students:
        raise Problem(strings.NOBODY.format(path=course.root / "submitted"))
    failures = {}
    for number, student in enumerate(students, 1):
        print(strings.GRADING.format(number=number, of=len(students), student=student), flush=True)
        reason = course.autograde(student) or course.generate_feedback(student)
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
