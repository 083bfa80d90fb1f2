"""Write into a released notebook which notebooks and answer cells belong to the assignment."""

from __future__ import annotations

from pathlib import Path

from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

from course.handin.packing import CONTENTS, blank_digest


class ListContents(NbGraderPreprocessor):
    """Put the list into the notebook's metadata.

    `course.hand_in` reads it to tell a learner what is missing: the assignment's name, all its notebooks,
    and the ``grade_id`` of every answer cell (with a mark of its open form) and test cell of this one.
    """

    def preprocess(self, nb, resources):
        """Add the list; nothing else changes."""
        names = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        source = Path(coursedir.format_path(coursedir.source_directory, ".", names["assignment"]))
        nb.metadata[CONTENTS] = {
            "assignment": names["assignment"],
            "notebooks": sorted(path.stem for path in source.glob("*.ipynb")),
            "answers": {
                cell.metadata.nbgrader.grade_id: blank_digest(cell.source)
                for cell in nb.cells
                if utils.is_solution(cell)
            },
            "tests": [
                cell.metadata.nbgrader.grade_id
                for cell in nb.cells
                if utils.is_grade(cell) and not utils.is_solution(cell)
            ],
        }
        return nb, resources
