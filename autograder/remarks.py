"""Remarks about a submission: one plain line each, kept in the graded notebook itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat

KEY = "grading_remarks"


def add(nb, text: str) -> None:
    """Append ``text`` to the notebook's remarks, once."""
    remarks = nb.metadata.setdefault(KEY, [])
    if text not in remarks:
        remarks.append(text)


def of_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (notebook's name, remark) for every graded notebook in ``folder``."""
    for path in sorted(folder.glob("*.ipynb")):
        nb = nbformat.read(path, as_version=4)
        for text in nb.metadata.get(KEY, []):
            yield path.stem, text
