"""Turn a test cell's outputs into points, or into work for a person.

nbgrader's own reading gives 0 for any word on stderr (one NumPy warning) and *full* points for a string,
NaN, a negative number or no number at all. Here the number of points is what the test cell returned, if
it is a number from 0 to the maximum; warnings cost nothing; what cannot be decided goes to a person.
"""

from __future__ import annotations

import math

from nbgrader import utils
from nbgrader.preprocessors import SaveAutoGrades

from . import remarks, strings

UNDETERMINED = "application/vnd.course.undetermined+json"
NOT_RUN = "application/vnd.course.not-run+json"
"""Marks the output of a test cell that could not run, because Python had ended."""
SCORE_CALL = "score("


def points(cell) -> tuple[float | None, str | None]:
    """Return (points, remark) of a graded cell; points None means that a person decides.

    Parameters
    ----------
    cell : NotebookNode
        A graded cell after execution, its hidden tests included.
    """
    maximum = float(cell.metadata.nbgrader.points)
    if utils.is_solution(cell) or cell.cell_type != "code":
        return utils.determine_grade(cell)[0], None
    if any(NOT_RUN in output.get("data", {}) for output in cell.outputs):
        return None, None  # the notebook has its remark
    # Asked first: what cannot be decided is not wrong, whatever else the cell printed.
    for output in cell.outputs:
        reason = output.get("data", {}).get(UNDETERMINED)
        if reason is not None:
            text = reason.get("reason", "") if isinstance(reason, dict) else ""
            return None, strings.UNDETERMINED.format(reason=text).strip()
    if any(output.output_type == "error" for output in cell.outputs):
        return 0.0, None
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    if not results:
        # A test cell of plain assertions has passed; one that ends in a score must have given it.
        return (None, strings.NO_SCORE) if SCORE_CALL in cell.source else (maximum, None)
    text = str(results[-1].get("data", {}).get("text/plain", "")).strip()
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if 0 <= value <= maximum:
        return value, None
    return None, strings.ODD_SCORE.format(value=text[:40], maximum=maximum)


class SaveScores(SaveAutoGrades):
    """nbgrader's preprocessor that writes scores into the gradebook, with the reading above."""

    def preprocess(self, nb, resources):
        """Save the notebook's scores and note what a person has to look at."""
        self._nb = nb
        return super().preprocess(nb, resources)

    def _add_score(self, cell, resources):
        name = cell.metadata["nbgrader"]["grade_id"]
        grade = self.gradebook.find_grade(
            name, self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score, remark = points(cell)
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if remark:
            remarks.add(self._nb, f"{name}: {remark}")
        self.gradebook.db.commit()
