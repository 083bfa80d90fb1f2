"""Your progress: which of the chapters' questions are solved, kept in a file beside the chapters.

The file stays on the learner's machine; nothing is sent anywhere. It is plain JSON, from the chapter's
name and the question to the day on which it was first answered rightly; deleting it starts afresh.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from .strings import PROGRESS

#: The file, in the folder in which the notebook runs.
FILE = "progress.json"
#: The arguments of ``check`` that say what is asked, in this order.
_ASKED = ("question", "derivative_of", "taylor_of", "equals")


def key(asked: Mapping[str, Any]) -> str | None:
    """Return what a question is known by: its id, or the formula that it is about; None without one."""
    return next((asked[name] for name in _ASKED if isinstance(asked.get(name), str)), None)


def record(asked: Mapping[str, Any], folder: Path | None = None) -> None:
    """Remember that a question was answered rightly. Only in a learner's notebook, and never an error.

    Parameters
    ----------
    asked : mapping
        The arguments of :func:`course.check`.
    folder : Path, optional
        Where the file is; default the current folder, if a notebook runs in it.
    """
    question = key(asked)
    if question is None or (folder is None and not in_notebook()):
        return
    path = (folder or Path.cwd()) / FILE
    solved = read(path.parent)
    if question in solved:
        return
    text = json.dumps(solved | {question: date.today().isoformat()}, indent=1, ensure_ascii=False)
    try:
        fresh = path.with_suffix(".new")
        fresh.write_text(text + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError:
        pass  # a read-only folder must not spoil a right answer


def in_notebook() -> bool:
    """Whether this is a learner's kernel: not a script, and not a notebook that is being graded."""
    interactive = sys.modules.get("IPython")
    graded = "NBGRADER_EXECUTION" in os.environ
    return interactive is not None and hasattr(interactive.get_ipython(), "kernel") and not graded


def read(folder: Path) -> dict[str, str]:
    """Return the solved questions with their days; empty where the file is missing or damaged."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def questions(notebook: Path) -> Iterator[str]:
    """Yield the questions that a notebook's cells ask with ``course.check``."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        try:
            tree = ast.parse("".join(cell["source"]))
        except SyntaxError:
            continue
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "course.check":
                named = {word.arg: word.value for word in call.keywords}
                if len(call.args) > 1:
                    named["question"] = call.args[1]
                asked = {n: v.value for n, v in named.items() if n and isinstance(v, ast.Constant)}
                if (found := key(asked)) is not None:
                    yield found


@dataclass(frozen=True)
class Progress:
    """What is solved, chapter by chapter; shown as a table.

    Parameters
    ----------
    chapters : tuple of (str, int, int)
        Name of the notebook, questions solved, questions asked.
    path : Path
        The file that it is kept in.
    """

    chapters: tuple[tuple[str, int, int], ...]
    path: Path

    def __repr__(self) -> str:
        rows = [f"{name:<32}{done:>3} / {asked}" for name, done, asked in self.chapters]
        return "\n".join([*rows, PROGRESS["kept"].format(path=self.path)])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left">'
            f'<a href="{escape(name)}.ipynb">{escape(name)}</a></th>'
            f'<td><progress max="{asked}" value="{done}" aria-label="{escape(name)}"></progress></td>'
            f"<td>{done} / {asked}</td></tr>"
            for name, done, asked in self.chapters
        )
        kept = escape(PROGRESS["kept"].format(path=self.path))
        caption = escape(PROGRESS["caption"])
        html = f"<table><caption>{caption}</caption>{rows}</table><p>{kept}</p>"
        return {"text/html": html, "text/plain": repr(self)}


def progress(folder: str | Path | None = None) -> Progress:
    """Show what you have solved so far.

    Parameters
    ----------
    folder : str or Path, optional
        The folder with the chapters; default the current one.

    Returns
    -------
    Progress
        To take it elsewhere, copy the file that it names.
    """
    place = Path(folder) if folder else Path.cwd()
    solved = read(place)
    chapters = []
    for notebook in sorted(place.glob("[0-9][0-9]-*.ipynb")):
        asked = list(dict.fromkeys(questions(notebook)))
        if asked:
            done = sum(question in solved for question in asked)
            chapters.append((notebook.stem, done, len(asked)))
    return Progress(tuple(chapters), place / FILE)
