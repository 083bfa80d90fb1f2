"""The table that an instructor reads after grading."""

from __future__ import annotations

import textwrap

from . import places, remarks, strings

WIDTH = 78


def rows(course) -> list[tuple[str, str, str, str]]:
    """Return (student, notebook, points, remark) for each graded notebook and remark, from the gradebook."""
    found = []
    with course.api.gradebook as gradebook:
        assignment = gradebook.find_assignment(places.ASSIGNMENT)
        for submission in sorted(assignment.submissions, key=lambda each: each.student.id):
            folder = course.folder("autograded", submission.student.id)
            said: dict[str, list[str]] = {}
            for name, text in remarks.of_folder(folder):
                said.setdefault(name, []).append(text)
            submitted = course.folder("submitted", submission.student.id)
            for notebook in sorted(submission.notebooks, key=lambda each: each.name):
                lines = said.get(notebook.name, [])
                if not (submitted / f"{notebook.name}.ipynb").exists():
                    lines = [strings.NOT_HANDED_IN]
                waiting = any(grade.needs_manual_grade for grade in notebook.grades)
                score = f"{notebook.score:g}{strings.OPEN_MARK if waiting else ''}"
                points = f"{score} / {notebook.max_score:g}"
                if is_stale(course, submission.student.id, notebook.name):
                    points = strings.NOT_GRADED
                found.append((submission.student.id, notebook.name, points, "; ".join(lines)))
    return found


def is_stale(course, student: str, notebook: str) -> bool:
    """Return whether a notebook was handed in but not graded: points in the gradebook are older."""
    name = f"{notebook}.ipynb"
    handed_in = (course.folder("submitted", student) / name).exists()
    return handed_in and not (course.folder("autograded", student) / name).exists()


def table(course, failures: dict[str, str]) -> str:
    """Return the table as text; ``failures`` are students whose grading stopped, with the reason."""
    lines = [strings.HEADINGS, *rows(course)]
    lines += [(student, "", "", reason) for student, reason in sorted(failures.items())]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    indent = sum(widths) + 6
    text = []
    for line in lines:
        left = "  ".join(cell.ljust(width) for cell, width in zip(line[:3], widths, strict=True))
        wrapped = textwrap.wrap(line[3], max(WIDTH - indent, 40)) or [""]
        text.append(f"{left}  {wrapped[0]}".rstrip())
        text += [" " * indent + more for more in wrapped[1:]]
    text.insert(1, "-" * max(map(len, text)))
    if any(strings.OPEN_MARK in line[2] for line in lines[1:]):
        text.append(strings.OPEN_LEGEND)
    return "\n".join(text)
