"""Questions answered by a class or a function in Python that computes a given function."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np

from course.answers import policy
from course.answers.judgement import Judgement
from course.answers.strings import FEEDBACK
from course.answers.tree import Expr

#: Ordinary arguments, and arguments that are hard for a careless formula.
ORDINARY = (0.0, 0.25, -0.5, 1.0, -1.5, 2.0, 3.7, -5.0, 7.5)
EXTREME = (
    *(s * v for v in (1000.0, 800.0, 711.0, 400.0, 100.0, 40.0, 20.0) for s in (1, -1)),
    *(s * v for v in (1e-3, 1e-5, 1e-8, 1e-12, 1e-300) for s in (1, -1)),
)
SHAPES = ((), (1,), (6,), (2, 3), (0,))
#: How far a value may be off: by this part of itself, or by this much.
RELATIVE, ABSOLUTE = 1e-9, 1e-12
#: Beyond this part of itself a value that is accepted is mentioned as having lost digits.
DIGITS = 1e-6


@dataclass(slots=True)
class _Report:
    """What one of the learner's callables does."""

    problem: str = ""
    ordinary: bool = False
    extreme: bool = False
    warned: str = ""
    lost_digits: bool = False
    used: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class CodeQuestion:
    """A class with ``__call__`` and ``prime``, or a function, that computes ``formula``.

    ``without`` are names of library functions that must not be used. A function alone is judged by
    its values; a class also by its method ``prime``, against the formula's derivative.
    """

    formula: Expr
    variable: str = "x"
    without: tuple[str, ...] = ()

    def judge(self, answer: object) -> Judgement:
        """Run the code at many points and compare with certified values."""
        from course.answers.calculus import differentiate
        from course.answers.inspection import library_functions, watch

        if answer is None or answer is Ellipsis or isinstance(answer, str):
            return Judgement("empty" if not answer or answer is Ellipsis else "unreadable")
        if not callable(answer):
            return Judgement(
                "unreadable", FEEDBACK["program object"].format(type=type(answer).__name__)
            )
        is_class = isinstance(answer, type)
        made: Any = answer
        if is_class:
            with _quiet() as _:
                try:
                    made = answer()
                except (Exception, SystemExit) as error:
                    detail = FEEDBACK["program instance"].format(error=_name(error))
                    return Judgement("unreadable", detail)
        wanted = [("", self.formula, made)]
        if is_class or hasattr(made, "prime"):
            slope = differentiate(self.formula, self.variable)
            wanted.append((".prime", slope, getattr(made, "prime", None)))
        used = set(library_functions(answer, self.without))
        name = getattr(answer, "__name__", type(answer).__name__)
        reports = []
        for suffix, formula, function in wanted:
            call = f"{name}(){suffix}" if is_class or suffix else name
            if function is None:
                reports.append(_Report(FEEDBACK["program missing"].format(call=call)))
                continue
            with watch(self.without) as seen:
                reports.append(self._run(call, formula, function))
            used |= seen
        if all(report.problem == "-" for report in reports):
            return Judgement("empty")
        return _judgement(reports, used)

    def _run(self, call: str, formula: Expr, function: Callable[..., Any]) -> _Report:
        report = _Report()
        try:
            nothing = _evaluate(function, np.array(1.0), report)
        except (Exception, SystemExit) as error:
            report.problem = FEEDBACK["program error"].format(call=call, error=_name(error))
            return report
        if _says_nothing(nothing):
            report.problem = "-"
            return report
        shape = _bad_shape(call, function, report)
        if shape:
            report.problem = shape
            return report
        report.ordinary = self._compare(call, formula, function, ORDINARY, report)
        report.extreme = self._compare(call, formula, function, EXTREME, report)
        return report

    def _compare(
        self,
        call: str,
        formula: Expr,
        function: Callable[..., Any],
        points: tuple[float, ...],
        report: _Report,
    ) -> bool:
        """Whether the values at points are right; the first that is not is reported."""
        right = np.array([true_value(formula, self.variable, p) for p in points])
        known = np.isfinite(right)
        xs = np.array(points)[known]
        try:
            found = np.asarray(_evaluate(function, xs.copy(), report), dtype=float)
        except (Exception, SystemExit) as error:
            report.problem = FEEDBACK["program error"].format(call=call, error=_name(error))
            return False
        distance = np.abs(found - right[known])
        size = np.abs(right[known])
        good = distance <= RELATIVE * size + ABSOLUTE
        normal = size > 1e-290
        report.lost_digits |= bool((good & normal & (distance > DIGITS * size)).any())
        if good.all():
            return True
        worst = int(np.flatnonzero(~good)[0])
        overflow = not np.isfinite(found[worst]) and abs(xs[worst]) > 30
        kind = "program not finite" if overflow else "program different"
        report.problem = report.problem or FEEDBACK[kind].format(
            variable=self.variable,
            point=f"{xs[worst]:g}",
            call=f"{call}({self.variable})",
            answer=f"{found[worst]:.10g}",
            reference=f"{right[known][worst]:.10g}",
        )
        return False


def true_value(formula: Expr, variable: str, point: float) -> float:
    """The formula's value at a float, rounded from a certain ball; NaN where it has none.

    Values below the smallest normal float count as 0.
    """
    from course.answers.witnesses.enclosures import enclose

    ball = enclose(formula, {variable: Fraction(point)}, width=60)
    if ball is None or isinstance(ball, str):
        return float("nan")
    middle = float(ball.mid())
    return middle if abs(middle) >= 2.3e-308 else 0.0


def _says_nothing(value: Any) -> bool:
    """Whether a method returns nothing yet; the course's ``Function`` makes NaN of that."""
    if value is None:
        return True
    try:
        return bool(np.isnan(np.asarray(value, dtype=float)).all())
    except (TypeError, ValueError):
        return False


def _bad_shape(call: str, function: Callable[..., Any], report: _Report) -> str:
    """What is wrong with the shapes of the values, in words; empty when nothing is."""
    for shape in SHAPES:
        given = np.linspace(-2.0, 2.0, int(np.prod(shape))).reshape(shape)
        kept = given.copy()
        try:
            value = _evaluate(function, given, report)
        except (Exception, SystemExit) as error:
            return FEEDBACK["program array"].format(call=call, shape=shape, error=_name(error))
        if not np.array_equal(given, kept):
            return FEEDBACK["program changed"].format(call=call)
        try:
            values = np.asarray(value, dtype=float)
        except (TypeError, ValueError):
            return FEEDBACK["program numbers"].format(call=call)
        if values.shape != shape:
            return FEEDBACK["program shape"].format(call=call, shape=shape)
    return ""


def _evaluate(function: Callable[..., Any], xs: np.ndarray, report: _Report) -> Any:
    """Call the learner's code. What it prints or warns about is not passed on."""
    with _quiet() as caught:
        value = function(xs)
    if caught and not report.warned:
        report.warned = str(caught[0].message)[:80]
    return value


@contextlib.contextmanager
def _quiet() -> Any:
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        warnings.simplefilter("always")
        yield caught


def _name(error: BaseException) -> str:
    text = str(error)[:200]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _judgement(reports: list[_Report], used: set[str]) -> Judgement:
    notes = []
    warned = next((report.warned for report in reports if report.warned), "")
    if warned:
        notes.append(FEEDBACK["program warned"].format(warning=warned))
    if any(report.lost_digits for report in reports):
        notes.append(FEEDBACK["program digits"])
    if used:
        names = ", ".join(sorted(used))
        return Judgement("wrong", FEEDBACK["program library"].format(name=names))
    shares = [
        policy.CODE_PART * 4 * (Fraction(report.ordinary) + Fraction(report.extreme)) / 2
        for report in reports
    ]
    share = policy.average(shares)
    problems = [report.problem for report in reports if report.problem not in ("", "-")]
    problems += [FEEDBACK["program none"] for report in reports if report.problem == "-"]
    if share == 1:
        return Judgement("right", share=policy.RIGHT, notes=tuple(notes))
    return Judgement("wrong", " ".join(problems), share=share, notes=tuple(notes))
