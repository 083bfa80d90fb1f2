"""Are two formulas equal as functions on a domain? The entry point of the comparison."""

from __future__ import annotations

from course.answers.tree import Expr
from course.answers.verdict import Verdict


def compare(
    reference: Expr | str | object,
    answer: Expr | str | object,
    *,
    variable: str = "x",
    domain: str = "reals",
    seconds: float = 2.0,
) -> Verdict:
    """Compare an answer with the reference as functions of one real variable.

    Parameters
    ----------
    reference, answer : str, number, SymPy expression or Expr
        The two formulas. An unreadable reference raises; an unreadable answer is a verdict.
    variable : str
        The variable's name.
    domain : str
        Where they must agree: ``"reals"``, ``"naturals"`` (0, 1, 2, …), or comparisons of the
        variable with constants, joined by commas: ``"x != 1, x != -1"``, ``"x > 0"``.
    seconds : float
        Time limit; when it is reached the verdict is ``undetermined``.

    Returns
    -------
    Verdict
        See there.
    """
    raise NotImplementedError
