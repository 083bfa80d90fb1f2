"""Answers to a problem as data, and the answer cells of the notebooks to try them on.

Each ``problemN.py`` of this folder has ``CELLS``: for each answer cell of the problem's notebook
the right and wrong answers to it, with the points, the verdict and the hints that each must get.
The questions are not written again: the test cells of the source notebooks are run.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[2] / "autograder" / "source" / "differentiation"
#: The numbers of the problems: whoever adds a notebook adds ``problemN.py`` here too.
PROBLEMS = tuple(sorted(int(path.stem[7:]) for path in SOURCE.glob("problem*.ipynb")))
_SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
_HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL)
#: What a learner who answers with objects writes above the answer.
_OBJECTS = """\
import sympy as sp
from fractions import Fraction
x, t, a, n, eps = sp.symbols("x t a n eps")
"""


class Python(str):
    """An answer that is not a plain value: the expression on the right of ``name = ``.

    It may use SymPy as ``sp``, the symbols x, t, a, n and eps, and ``Fraction``.
    """

    __slots__ = ()


class Code(str):
    """An answer that is a whole cell."""

    __slots__ = ()


@dataclass(frozen=True)
class Answer:
    """One answer and what it must get.

    Attributes
    ----------
    given : object
        The value that is bound to the cell's name; a dict, where the cell has several names, of
        those that differ from the model solution; :class:`Python`; :class:`Code`.
    points : Fraction
        The points that it must get; None: all of the cell's.
    kind : str
        The verdict, of the first answer of the cell that is not right.
    hints : frozenset of str
        The names of the misconceptions or slips that the feedback must name; no others.
    slip : str
        What the learner did.
    """

    given: Any
    points: Fraction | None
    kind: str
    hints: frozenset[str] = frozenset()
    slip: str = ""


def right(given: Any, note: str = "") -> Answer:
    """An answer that gets all points, and no hint."""
    return Answer(given, None, "right", slip=note)


def wrong(given: Any, points: float | str, *hints: str, slip: str, kind: str = "wrong") -> Answer:
    """A wrong answer; ``points`` exactly, as a number or text such as ``"16/9"``."""
    return Answer(given, Fraction(str(points)), kind, frozenset(hints), slip)


def undefined(given: Any, points: float | str, *hints: str, slip: str) -> Answer:
    """An answer that has no value somewhere on the domain."""
    return wrong(given, points, *hints, slip=slip, kind="undefined")


def unreadable(given: Any, slip: str, points: float | str = 0) -> Answer:
    """An answer that cannot be read; the points are those of the cell's other answers."""
    return wrong(given, points, slip=slip, kind="unreadable")


def undetermined(given: Any, points: float | str, slip: str) -> Answer:
    """An answer that a person has to decide; the points are those of the cell's other answers."""
    return wrong(given, points, slip=slip, kind="undetermined")


def empty(given: Any, points: float | str = 0, slip: str = "not answered") -> Answer:
    """An answer that has not been given yet."""
    return wrong(given, points, slip=slip, kind="empty")


@dataclass(frozen=True)
class Cell:
    """An answer cell of a source notebook with the test cell below it."""

    grade_id: str
    points: Fraction
    imports: str
    model: str
    test: str
    names: tuple[str, ...] = field(default=())

    def source(self, answer: Answer) -> str:
        """The answer cell as the learner leaves it."""
        given = answer.given
        if isinstance(given, Code):
            return given
        if not isinstance(given, dict):
            (name,) = self.names
            given = {name: given}
        unknown = set(given) - set(self.names)
        if unknown:
            raise ValueError(f"{self.grade_id} has no {unknown}")
        lines = [self.model] if len(self.names) > len(given) else []
        if any(isinstance(value, Python) for value in given.values()):
            lines.insert(0, _OBJECTS)
        for name, value in given.items():
            lines.append(f"{name} = {value if isinstance(value, Python) else repr(value)}\n")
        return "".join(lines)

    @property
    def visible(self) -> str:
        """The test cell's part that the learner has."""
        return _HIDDEN.sub("", self.test)

    @property
    def hidden(self) -> str:
        """The test cell's part that the learner has not."""
        return "\n".join(_HIDDEN.findall(self.test))


@dataclass
class Outcome:
    """What an answer got: the learner's feedback, the points, and the feedback beside them."""

    shown: Any
    points: Fraction
    scored: list[Any]

    @property
    def judgements(self) -> list[tuple[str, Any]]:
        """The judgements behind the points, with their names."""
        return [pair for feedback in self.scored for pair in feedback.judgements]

    @property
    def kind(self) -> str:
        """The verdict of the first answer that is not right."""
        kinds = [judgement.kind for _, judgement in self.judgements]
        return next((kind for kind in kinds if kind != "right"), "right")

    @property
    def hints(self) -> frozenset[str]:
        """The names of all hints."""
        return frozenset(hint.name for _, j in self.judgements for hint in j.hints)


def cells(problem: int) -> dict[str, Cell]:
    """The answer cells of a problem that are tested by a program, by their ``grade_id``."""
    notebook = json.loads((SOURCE / f"problem{problem}.ipynb").read_text(encoding="utf-8"))
    found, imports, model = {}, "", {}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        text = "".join(cell["source"])
        about = cell["metadata"].get("nbgrader", {})
        if about.get("solution"):
            model[about["grade_id"]] = text
        elif about.get("grade"):
            name = about["grade_id"].removesuffix("-test")
            source = model[name]
            given = "".join(_SOLUTION.findall(source))
            found[name] = Cell(
                name,
                Fraction(about["points"]),
                imports,
                source if "class " in source else given,
                text,
                tuple(re.findall(r"^(\w+) = ", _SOLUTION.sub("", source), re.MULTILINE)),
            )
        elif re.match(r"(import|from) ", text) and "course" in text:
            imports = text
    return found


def answers(problem: int) -> dict[str, list[Answer]]:
    """The answers in ``problemN.py``, by the ``grade_id`` of their cell."""
    return importlib.import_module(f"problem{problem}").CELLS


@functools.cache
def _compiled(text: str, mode: str) -> Any:
    import ast

    *before, last = ast.parse(text).body
    assert isinstance(last, ast.Expr)
    return (
        compile(ast.Module(before, []), "<test cell>", "exec"),
        compile(ast.Expression(last.value), "<test cell>", "eval"),
    )


def value_of(text: str, space: dict[str, Any]) -> Any:
    """Run a cell; the value of its last line."""
    before, last = _compiled(text, "cell")
    exec(before, space)
    return eval(last, space)


def run(cell: Cell, answer: Answer) -> Outcome:
    """Run the answer and then the test cell, as the kernel does."""
    space: dict[str, Any] = {"__name__": "__main__"}
    exec(cell.imports, space)
    exec(compile(cell.source(answer), "<answer>", "exec"), space)
    shown = value_of(cell.visible, space)
    with recorded() as scored:
        points = value_of(cell.hidden, space)
    return Outcome(shown, Fraction(str(points)), scored)


@contextlib.contextmanager
def recorded() -> Iterator[list[Any]]:
    """While active, the feedback that ``score`` shows beside the points is noted."""
    from course.answers import feedback

    original, seen = feedback._display, []
    feedback._display = seen.append
    try:
        yield seen
    finally:
        feedback._display = original
