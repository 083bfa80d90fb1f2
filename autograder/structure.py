"""Give a submission the structure that was released, before nbgrader looks at it.

Stock nbgrader stops grading the *whole class* when one learner copied or split an answer cell (nbgrader
issue 1083, open since 2019: its `DeduplicateIds` leaves an empty ``nbgrader`` entry, which the next
preprocessor takes for an outdated format), and pays full marks or crashes on edited metadata. Here:

- Of several cells with one ``grade_id`` the *answer* is the cell of the release: the one with its cell
  id, else the one still marked undeletable (JupyterLab drops that mark from a copy), else the first.
- The others stay where they are as ordinary cells and are executed. A test cell then judges what its
  name is bound to at that point: exactly what the learner saw after "Restart Kernel and Run All".
- If the original was left open and a copy was filled in, the copy's text is the answer.
- An answer cell that was split is joined again.
- A deleted answer or test cell is put back; edited nbgrader metadata and execution tags are undone.
"""

from __future__ import annotations

import copy

from nbgrader.preprocessors import NbGraderPreprocessor

from . import remarks, strings
from .reading import release_version


def grade_id(cell) -> str | None:
    """Return the cell's ``grade_id``, or None; never raises on odd metadata."""
    entry = cell.metadata.get("nbgrader")
    found = entry.get("grade_id") if isinstance(entry, dict) else None
    return found if isinstance(found, str) and found else None


class RestoreStructure(NbGraderPreprocessor):
    """Sanitizing preprocessor: see the module's text."""

    def preprocess(self, nb, resources):
        """Restore the notebook against its release version, cell by cell."""
        names = resources["nbgrader"]
        release = release_version(
            self.parent.parent.coursedir, names["assignment"], names["notebook"]
        )
        nb.metadata.pop(remarks.KEY, None)  # what is there now was not written by us
        if resources.get("unreadable"):
            remarks.add(nb, resources["unreadable"])
        restore(nb, release)
        return nb, resources


def restore(nb, release) -> None:
    """Make ``nb`` have each graded cell of ``release`` exactly once (in place)."""
    released = {grade_id(cell): cell for cell in release.cells if grade_id(cell)}
    groups: dict[str, list] = {}
    for cell in nb.cells:
        name = grade_id(cell)
        if name in released:
            groups.setdefault(name, []).append(cell)
        else:
            ordinary(cell)
    for name, cells in groups.items():
        keep_one(nb, released[name], cells)
    put_back_missing(nb, released, set(groups))


def make_copies_ordinary(nb) -> None:
    """Leave one cell for each ``grade_id``, where there is no release to compare with (in place)."""
    groups: dict[str, list] = {}
    for cell in nb.cells:
        if grade_id(cell):
            groups.setdefault(grade_id(cell), []).append(cell)
    for name, cells in groups.items():
        # In this course a released cell's id is its grade_id.
        original = choose_original({"id": name}, cells)
        for cell in cells:
            if cell is not original:
                ordinary(cell)


def keep_one(nb, released, cells) -> None:
    """Decide which of ``cells`` (one ``grade_id``) is the answer; make the others ordinary cells."""
    name = grade_id(released)
    is_answer = released.metadata.nbgrader.solution
    original = choose_original(released, cells)
    copies = [cell for cell in cells if cell is not original]
    if is_answer and copies:
        pieces = split_pieces(nb, original, cells)
        # An exact copy that kept the mark is a copy: joining would double its lines.
        if len({piece.source.strip() for piece in pieces}) > 1:
            original.source = "\n".join(piece.source for piece in pieces)
            for piece in pieces:
                if piece is not original:
                    piece.source = ""
            remarks.add(nb, strings.SPLIT.format(cell=name))
        elif is_open(original, released):
            filled = [cell for cell in copies if not is_open(cell, released)]
            if filled:
                original.source = filled[-1].source
                remarks.add(nb, strings.ANSWER_IN_COPY.format(cell=name))
        else:
            remarks.add(nb, strings.COPIED.format(cell=name))
    elif copies:
        remarks.add(nb, strings.COPIED.format(cell=name))
    for cell in copies:
        ordinary(cell)
    original.metadata = copy.deepcopy(released.metadata)


def choose_original(released, cells):
    """Return the cell of the release among its copies."""
    for cell in cells:
        if cell.get("id") and cell.get("id") == released.get("id"):
            return cell
    for cell in cells:
        if cell.metadata.get("deletable") is False:
            return cell
    return cells[0]


def split_pieces(nb, original, cells) -> list:
    """Return the adjacent pieces of a split cell: JupyterLab keeps the undeletable mark on each."""
    mine = {id(cell) for cell in cells if cell.metadata.get("deletable") is False}
    if id(original) not in mine:
        return [original]
    order = [id(cell) for cell in nb.cells]
    first = last = order.index(id(original))
    while first > 0 and order[first - 1] in mine:
        first -= 1
    while last + 1 < len(order) and order[last + 1] in mine:
        last += 1
    return nb.cells[first : last + 1]


def is_open(cell, released) -> bool:
    """Return whether an answer cell still is as it was released."""
    return cell.source.strip() in ("", released.source.strip())


def ordinary(cell) -> None:
    """Take everything from a cell that nbgrader or the executor would act on."""
    for key in ("nbgrader", "deletable", "editable"):
        cell.metadata.pop(key, None)
    drop_execution_tags(cell)


def drop_execution_tags(cell) -> None:
    """Remove the tags by which nbclient skips a cell or accepts its error."""
    tags = cell.metadata.get("tags")
    if isinstance(tags, list):
        cell.metadata["tags"] = [
            tag for tag in tags if tag not in ("skip-execution", "raises-exception")
        ]


def put_back_missing(nb, released, present: set) -> None:
    """Insert each answer or test cell that was deleted after the released cell before it."""
    before = None
    for name, cell in released.items():
        meta = cell.metadata.nbgrader
        if name not in present and (meta.grade or meta.solution):
            places = [i for i, other in enumerate(nb.cells) if before and grade_id(other) == before]
            nb.cells.insert(places[0] + 1 if places else len(nb.cells), copy.deepcopy(cell))
            remarks.add(nb, strings.PUT_BACK.format(cell=name))
            present.add(name)
        if name in present:
            before = name
