"""Read whatever was handed in: a file that is no notebook is graded as unanswered, with a remark."""

from __future__ import annotations

import copy
import json
import os
import warnings
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat.validator import NotebookValidationError, normalize
from traitlets import Integer

from . import strings


class UnreadableNotebook(ValueError):
    """A file that is not a notebook; the text says why in plain words."""


def read(stream, max_bytes: int):
    """Return the notebook in the open text file ``stream`` as nbformat 4.

    Raises
    ------
    UnreadableNotebook
        Empty, too large, not UTF-8, not JSON, or not a notebook.
    """
    size = os.fstat(stream.fileno()).st_size
    if size > max_bytes:
        raise UnreadableNotebook(strings.TOO_LARGE.format(megabytes=size / 1e6))
    try:
        text = stream.read().lstrip("\ufeff")
    except UnicodeDecodeError:
        raise UnreadableNotebook(strings.NOT_TEXT) from None
    if not text.strip():
        raise UnreadableNotebook(strings.EMPTY_FILE)
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = strings.AT_LINE.format(line=line) if line else ""
        raise UnreadableNotebook(strings.NOT_JSON.format(where=where)) from None
    if not isinstance(raw, dict) or "nbformat" not in raw:
        raise UnreadableNotebook(strings.NOT_A_NOTEBOOK)
    try:
        with warnings.catch_warnings():
            # Cell ids missing or repeated are repaired: they are no fault of the learner.
            warnings.simplefilter("ignore")
            nb = nbformat.reads(json.dumps(raw), as_version=4)
            _, nb = normalize(nb)
            nbformat.validate(nb)
    except NotebookValidationError as error:
        first_line = str(error).splitlines()[0]
        raise UnreadableNotebook(strings.INVALID.format(reason=first_line)) from None
    except Exception as error:  # any other defect of the file must not stop the class
        raise UnreadableNotebook(strings.INVALID.format(reason=type(error).__name__)) from None
    return nbformat.from_dict(nb)


class TolerantExporter(NotebookExporter):
    """nbconvert's notebook exporter, with the release version in the place of an unreadable file."""

    max_bytes = Integer(20_000_000, help="Largest notebook that is read, in bytes.").tag(
        config=True
    )

    def from_file(self, file_stream, resources=None, **kw):
        """Read the open file, or stand in for it, and run the preprocessors."""
        try:
            nb = read(file_stream, self.max_bytes)
        except UnreadableNotebook as error:
            nb = self._stand_in(resources, str(error))
        return self.from_notebook_node(nb, resources=resources, **kw)

    def _stand_in(self, resources, reason: str):
        names = resources["nbgrader"]
        text = strings.UNREADABLE.format(file=f"{names['notebook']}.ipynb", reason=reason)
        self.log.warning("%s: %s", names["student"], text)
        nb = release_version(self.parent.coursedir, names["assignment"], names["notebook"])
        resources["unreadable"] = text
        nb.cells.insert(0, nbformat.v4.new_markdown_cell(f"**{text}** {strings.UNREADABLE_ADVICE}"))
        return nb


def release_version(coursedir, assignment: str, notebook: str):
    """Return a copy of the released notebook."""
    folder = Path(coursedir.format_path(coursedir.release_directory, ".", assignment))
    return copy.deepcopy(nbformat.read(folder / f"{notebook}.ipynb", as_version=4))
