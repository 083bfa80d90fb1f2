"""Handing in: save, check that nothing is missing, and offer one file.

``packing`` makes the file and knows its name and contents; ``form`` is what a learner sees in a notebook.
The instructor's side is ``python -m autograder collect``.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from . import packing
from .packing import HandInError
from .strings import WORDS

__all__ = ["HandInError", "hand_in"]


def hand_in(
    student: str | None = None, *, name: str = "", folder: str | Path | None = None
) -> Path | None:
    """Hand in the problems: one file to download and send to the instructor.

    In a notebook it shows a short form: the student id, a button and then a link to the file. The button
    saves the notebook first. In a terminal it writes the file at once. While nbgrader grades or validates
    the notebook it does nothing.

    Parameters
    ----------
    student : str, optional
        The id by which the class knows the learner. Needed in a terminal; the form asks for it.
    name : str, optional
        The learner's name, for the instructor to read.
    folder : str or Path, optional
        Where the problems are. Default: the notebook's own folder, or ``problems`` in it.

    Returns
    -------
    Path or None
        The file, when it was written at once.

    Raises
    ------
    HandInError
        In a terminal, if there are no problems in `folder` or the id cannot be used.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        print(WORDS["grading"])
        return None
    where = packing.find_folder(folder)
    if _in_notebook():
        from IPython.display import display

        from .form import HandInForm

        display(HandInForm(where, student or "", name))
        return None
    if student is None:
        raise HandInError(WORDS["terminal"])
    packed = packing.pack(where, student, name, time.time())
    for line in packed.lines:
        print(line)
    path = packing.write(packed, where)
    print(WORDS["written"].format(path=path))
    return path


def _in_notebook() -> bool:
    """Return whether a kernel runs this, so that there is a page to show a form on."""
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    return getattr(get_ipython(), "kernel", None) is not None
