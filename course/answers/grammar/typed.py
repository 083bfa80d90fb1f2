"""Reading a typed formula: what stands before the formula is taken off, and its size is bounded."""

from __future__ import annotations

import re

from course.answers.errors import AnswerError
from course.answers.grammar.limits import DEPTH, NODES
from course.answers.grammar.names import function_of
from course.answers.grammar.parser import Parser
from course.answers.strings import GRAMMAR
from course.answers.tree import Expr

_LABEL = re.compile(
    r"\s*(?P<name>d\w*\s*/\s*d\w+|[A-Za-z_]\w*)\s*['′’]*\s*(\(\s*\w+\s*\))?\s*:?=(?!=)"
)

_LEIBNIZ = re.compile(r"\bd\s?\w?\s?/\s?d\s?[a-z]\b")


def parse_text(text: str, variables: tuple[str, ...]) -> tuple[Expr, list[str]]:
    """Read a typed formula.

    Parameters
    ----------
    text : str
        What was typed.
    variables : tuple of str
        The names that may occur.

    Returns
    -------
    tree : Expr
        The formula.
    notes : list of str
        How parts of it were read.

    Raises
    ------
    AnswerError
        With the position, and with ``readings`` when the text is doubtful.
    """
    if not text.strip():
        raise AnswerError(GRAMMAR["empty"], 0)
    notes: list[str] = []
    label = _LABEL.match(text[:200])
    if label and label["name"] not in variables and function_of(label["name"]) is None:
        text = " " * label.end() + text[label.end() :]
        notes.append(GRAMMAR["note equation"])
    derivative = _LEIBNIZ.search(text[:400])
    if derivative:
        what = GRAMMAR["what diff"]
        message = GRAMMAR["operation"].format(name=derivative.group(), what=what)
        raise AnswerError(message, derivative.start())
    parser = Parser(text, variables)
    parser.notes = notes
    tree = parser.formula()
    check_size(tree)
    return tree, notes


def check_size(tree: Expr) -> None:
    """Refuse a tree with too many nodes or levels, however it was made."""
    stack, nodes = [(tree, 1)], 0
    while stack:
        node, depth = stack.pop()
        nodes += 1
        if depth > DEPTH:
            raise AnswerError(GRAMMAR["too deep"])
        if nodes > NODES:
            raise AnswerError(GRAMMAR["too big"])
        stack.extend((child, depth + 1) for child in node.children())
