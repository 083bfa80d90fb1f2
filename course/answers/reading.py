"""From whatever a learner hands in to a tree, with notes about how it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course.answers.tree import Expr


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as it was read: the tree, and notes worth showing to the learner."""

    tree: Expr
    notes: tuple[str, ...] = ()


def interpret(answer: object, variables: Iterable[str] = ("x",)) -> Reading:
    """Read an answer of any accepted type.

    Parameters
    ----------
    answer : str, int, float, Fraction, SymPy expression or Expr
        What the learner handed in.
    variables : iterable of str
        The names that may occur in it.

    Returns
    -------
    Reading
        The tree and the notes.

    Raises
    ------
    AnswerError
        When it is no formula, or can be read in two ways.
    """
    from course.answers.convert import convert
    from course.answers.grammar.typed import parse_text

    if type(answer) is str:
        tree, notes = parse_text(answer, tuple(variables))
    else:
        tree, notes = convert(answer, tuple(variables))
    return Reading(tree, tuple(dict.fromkeys(notes)))


def read(answer: object, variables: Iterable[str] = ("x",)) -> Expr:
    """The tree of an answer of any accepted type; see :func:`interpret`."""
    return interpret(answer, variables).tree


def parse(text: str, variables: Iterable[str] = ("x",)) -> Expr:
    """The tree of a typed formula.

    Parameters
    ----------
    text : str
        A formula in ordinary mathematical typing, such as ``"2x e^(sin x)"``.
    variables : iterable of str
        The names that may occur in it.

    Returns
    -------
    Expr
        The tree.

    Raises
    ------
    AnswerError
        With a message in plain words and the position, or with the readings to choose from.
    """
    if not isinstance(text, str):
        raise TypeError("parse reads text; course.answers.read reads numbers and SymPy too")
    return interpret(str(text), variables).tree
