"""Execute a submission so that one notebook whose Python ends costs only itself.

Stock nbgrader gives the whole submission up when a kernel dies (``os._exit``, memory used up), and the
notebooks that were right get nothing. Here the notebook is graded up to that cell, the test cells after it
wait for a person, and a remark says which cell it was. A cell stopped by the time limit is remarked too.
"""

from __future__ import annotations

from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.preprocessors import Execute as StockExecute

from . import remarks, strings
from .scores import NOT_RUN
from .structure import grade_id


def name_of(cell) -> str:
    """Return what an instructor knows a cell by: its ``grade_id``, else its cell id."""
    return grade_id(cell) or cell.get("id") or "?"


class Execute(StockExecute):
    """nbgrader's preprocessor that runs the notebook; see the module's text."""

    _index = 0

    def preprocess(self, nb, resources, **options):
        """Run the notebook's cells; where Python ends, mark what could not run."""
        self._index = 0
        try:
            return super().preprocess(nb, resources, **options)
        except DeadKernelError:
            mark_not_run(nb, self._index)
            return nb, resources

    def preprocess_cell(self, cell, resources, index):
        """Run one cell, and remember which one it is."""
        self._index = index
        return super().preprocess_cell(cell, resources, index)

    def on_cell_executed(self, **kwargs):
        """Remark a cell that was stopped by the time limit."""
        super().on_cell_executed(**kwargs)
        content = kwargs["execute_reply"]["content"]
        if content["status"] == "error" and content["ename"] == self.error_on_timeout["ename"]:
            stopped = strings.STOPPED.format(
                cell=name_of(kwargs["cell"]), seconds=self._get_timeout(kwargs["cell"])
            )
            remarks.add(self.nb, stopped)


def mark_not_run(nb, index: int) -> None:
    """Mark that Python ended in cell ``index`` of ``nb`` (in place): the rest waits for a person.

    Parameters
    ----------
    nb : NotebookNode
        The notebook, executed before that cell.
    index : int
        Number of the cell, from 0.
    """
    remarks.add(nb, strings.PYTHON_ENDED.format(cell=name_of(nb.cells[index])))
    for cell in nb.cells[index:]:
        if cell.cell_type != "code":
            continue
        if cell is nb.cells[index]:
            cell.outputs.append(new_output("stream", name="stdout", text=strings.ENDED_HERE))
        if utils.is_grade(cell) and not utils.is_solution(cell):
            data = {NOT_RUN: {}, "text/plain": strings.NOT_RUN}
            cell.outputs = [new_output("display_data", data)]
