"""One exercise: what is asked, and whether it is worth asking."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property

import numpy as np

from course.answers.algebra import multiply, rational, split_factors
from course.answers.approximate import may_be_equal, values
from course.answers.calculus import derivative, differentiate
from course.answers.latex import condition_latex, to_latex
from course.answers.questions import Question
from course.answers.text import condition_text, to_text
from course.answers.tree import Apply, Comparison, Expr, Number, Product, Sum, walk
from course.exercises.expansions import TERMS, Expansion, expansion
from course.exercises.parts import Draw, Part
from course.exercises.solution import Step, solve
from course.exercises.tidying import collect
from course.exercises.topics import HIGHEST, TOPICS

_POINTS = np.array([-3.37, -2.29, -1.83, -1.21, -0.67, -0.31, 0.23, 0.59, 1.13, 1.71, 2.47, 3.61])
#: Bounds: no number in a question or its answer is larger, no formula longer, no value further away.
LARGEST_NUMBER, MOST_NODES = 2500, 60
#: Draws at one level before the next level is tried, so that there is always a fresh exercise.
_DRAWS = 200

#: The functions of the graded problems: their solutions are not shown by practice.
_GRADED = (
    "e^(-x^2/2)", "e^(-x^2)", "x^2*e^(sin(x))", "sin(cos(x^2))", "(x^2 + 1)/(x^2 - 1)",
    "log(1 + x)", "sin(x)", "cos(x)", "e^(-1/x^2)",
)  # fmt: skip


@dataclass(frozen=True)
class Exercise:
    """One exercise, shown typeset in a notebook and as text elsewhere.

    Attributes
    ----------
    topic : str
        Key of :data:`course.exercises.strings.TOPICS`.
    level, number : int
        How difficult it is, from 1; and which one of its series.
    function : Expr
        The function to be differentiated or expanded.
    conditions : tuple of Comparison
        Where; none of them means wherever the function is defined.
    expansion : Expansion or None
        How the function is made, when its Taylor coefficients are asked for.
    terms : int
        How many coefficients are asked for.
    """

    topic: str
    level: int
    number: int
    function: Expr
    conditions: tuple[Comparison, ...] = ()
    expansion: Expansion | None = None
    terms: int = 0

    @property
    def text(self) -> str:
        """The function as it can be typed."""
        return to_text(self.function)

    @property
    def latex(self) -> str:
        """The function in LaTeX."""
        return to_latex(self.function)

    @property
    def domain(self) -> str:
        """Where the answer has to be right, as :func:`course.check` takes it."""
        return ", ".join(map(condition_text, self.conditions)) or "reals"

    @property
    def domain_latex(self) -> str:
        """The same in LaTeX; empty for all reals."""
        return r",\ ".join(map(condition_latex, self.conditions))

    @cached_property
    def question(self) -> Question:
        """The question, which judges answers."""
        from course.answers.coefficients import CoefficientsQuestion
        from course.answers.questions import FormulaQuestion

        if self.expansion is not None:
            return CoefficientsQuestion(None, self.function, "x", self.terms)
        return FormulaQuestion(differentiate(self.function), self.function, "x", self.domain)

    @cached_property
    def steps(self) -> list[Step]:
        """The worked solution."""
        if self.expansion is not None:
            from course.exercises.expanding import expand

            return expand(self.expansion, self.terms)
        return solve(self.function, "x", self.domain)

    def __repr__(self) -> str:
        from course.exercises.render import exercise_text

        return exercise_text(self)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        from course.exercises.render import exercise_html

        return {"text/plain": repr(self), "text/html": exercise_html(self)}


def make(topic: str, level: int, number: int, seed: int, seen: Collection[object]) -> Exercise:
    """Draw the exercise of a series that comes next.

    Parameters
    ----------
    topic : str
        Key of a topic.
    level : int
        From 1 to :data:`HIGHEST`.
    number : int
        Which one of the series.
    seed : int
        Equal arguments give equal exercises, on every machine.
    seen : collection
        :func:`signature` of exercises that are not to come again.

    Returns
    -------
    Exercise
        At a higher level if all that this one holds has been seen.
    """
    source = random.Random(f"{topic}/{level}/{number}/{seed}")
    draw = Draw(source)
    for attempt in range(_DRAWS * HIGHEST):
        harder = min(HIGHEST, level + attempt // _DRAWS)
        found = _draw(topic, harder, number, draw)
        if signature(found.function) not in seen and acceptable(found):
            return found
    raise RuntimeError(f"no fresh exercise of {topic} was found")


def _draw(topic: str, level: int, number: int, draw: Draw) -> Exercise:
    if topic == "taylor":
        made = expansion(draw, level)
        return Exercise(topic, level, number, made.tree, (), made, TERMS[level])
    part: Part = TOPICS[topic].draw(draw, level)
    return Exercise(topic, level, number, part.tree, part.conditions)


def signature(tree: Expr) -> object:
    """The same for formulas that differ only in the order of terms and factors."""
    if isinstance(tree, (Sum, Product)):
        parts = Counter(signature(child) for child in tree.children())
        return type(tree).__name__, frozenset(parts.items())
    if not tree.children():
        return tree
    name = tree.function if isinstance(tree, Apply) else type(tree).__name__
    return name, tuple(signature(child) for child in tree.children())


@cache
def _graded() -> frozenset[object]:
    from course.answers.reading import read

    return frozenset(signature(read(text, ("x",))) for text in _GRADED)


def acceptable(exercise: Exercise) -> bool:
    """Whether an exercise is worth asking: neither degenerate nor blown up, and its rule is needed.

    The rule is needed when it is still used after factors are collected, as x·x² to x³.
    """
    tree = exercise.function
    core = multiply(*split_factors(tree, "x")[1])
    if sum(1 for _ in walk(tree)) > MOST_NODES or signature(core) in _graded():
        return False
    if exercise.expansion is not None:
        return _expansion_acceptable(exercise)
    slope = derivative(tree)
    if _largest(tree) > LARGEST_NUMBER or _largest(slope) > LARGEST_NUMBER:
        return False
    f, df = _inside(tree, exercise), _inside(slope, exercise)
    known = np.isfinite(f) & np.isfinite(df)
    if known.sum() < 3:  # an empty domain, or values beyond all floats
        return False
    constant = np.ptp(df[known]) <= 1e-9 * np.abs(df[known]).max()
    if constant or may_be_equal(f, df):
        return False
    return all(
        any(rule in needed for step in steps for rule in step.rules)
        for needed in TOPICS[exercise.topic].needs
        for steps in (exercise.steps, solve(collect(tree), "x", exercise.domain))
    )


def _inside(tree: Expr, exercise: Exercise) -> np.ndarray:
    """Values at points of the domain."""
    from course.answers.domains import domain

    where = domain(exercise.domain)
    points = np.array([point for point in _POINTS if Fraction(point) in where])
    return values(tree, "x", points) if len(points) else np.array([np.nan])


def _expansion_acceptable(exercise: Exercise) -> bool:
    """At least two coefficients are not 0, and none is unwieldy."""
    line = exercise.steps[-1].line
    assert isinstance(line, tuple)
    found = [rational(entry) for entry in line]
    exact = [value for value in found if value is not None]
    wieldy = all(
        abs(v.numerator) <= LARGEST_NUMBER and v.denominator <= LARGEST_NUMBER for v in exact
    )
    return wieldy and sum(value != 0 for value in exact) >= 2


def _largest(tree: Expr) -> float:
    numbers = [node.value for node in walk(tree) if isinstance(node, Number)]
    return max((float(max(abs(v.numerator), v.denominator)) for v in numbers), default=0.0)
