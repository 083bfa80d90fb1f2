"""Exercises, hints and solutions as HTML that follows JupyterLab's theme, and as plain text.

As in :mod:`course.answers.render` both say the same, no script and no picture is needed, and colour
carries no meaning. Nothing that a learner typed is shown here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from course.answers.latex import to_latex
from course.answers.text import to_text
from course.answers.tree import Apply, Expr, Power
from course.exercises.exercise import Exercise
from course.exercises.solution import Step
from course.exercises.strings import PRACTICE, RULES, TOPICS
from course.exercises.topics import HIGHEST

_BOX = (
    '<div class="course-{kind}" style="border-left: 4px solid var(--jp-info-color1, #1565c0); '
    "padding: 0.3em 0.8em; margin: 0.3em 0; color: var(--jp-content-font-color1, inherit); "
    'background: var(--jp-layout-color1, inherit)">{inside}</div>'
)
_DISPLAY = (
    '<div style="overflow-x: auto; padding: 0.2em 0 0.5em">{label}$\\displaystyle {latex}$</div>'
)
_CALLS = {"hint": ".hint()", "solution": ".solution()", "next": ".next()"}


@dataclass(frozen=True)
class Shown:
    """A hint or a solution: a text, and HTML for notebooks."""

    text: str
    html: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": self.html}


def exercise_text(exercise: Exercise) -> str:
    """An exercise as plain text."""
    lines = [_heading(exercise), f"{_task(exercise)}: f(x) = {exercise.text}"]
    if exercise.conditions:
        lines.append(f"{PRACTICE['for']} {exercise.domain}")
    return "\n".join([*lines, _how(exercise)])


def exercise_html(exercise: Exercise, more: str = "") -> str:
    """An exercise as HTML, and perhaps one more sentence."""
    where = f" {PRACTICE['for']} ${escape(exercise.domain_latex)}$" if exercise.conditions else ""
    parts = [
        f"<p><strong>{escape(_heading(exercise))}</strong></p>",
        f"<p>{escape(_task(exercise))}{where}:</p>",
        _display(f"f(x) = {exercise.latex}"),
        f"<p>{PRACTICE['typed']}: <code>{escape(exercise.text)}</code></p>",
        f"<p>{_how(exercise, code=True)}</p>",
    ]
    if more:
        parts.append(f"<p><small>{escape(more)}</small></p>")
    return _BOX.format(kind="exercise", inside="".join(parts))


def _heading(exercise: Exercise) -> str:
    about = PRACTICE["about"].format(
        topic=TOPICS[exercise.topic], level=exercise.level, highest=HIGHEST
    )
    return f"{PRACTICE['head'].format(number=exercise.number)}: {about}"


def _task(exercise: Exercise) -> str:
    if exercise.terms:
        return PRACTICE["expand"].format(count=exercise.terms)
    return PRACTICE["differentiate"]


def _how(exercise: Exercise, code: bool = False) -> str:
    calls = {"check": PRACTICE["check list" if exercise.terms else "check"], **_CALLS}
    if code:
        calls = {name: f"<code>{escape(call)}</code>" for name, call in calls.items()}
    return PRACTICE["how"].format(**calls)


# --- Solutions ---------------------------------------------------------------------------------


def solution(exercise: Exercise) -> Shown:
    """The worked solution."""
    steps = exercise.steps
    title = PRACTICE["solution"]
    lines = [f"{title}: f(x) = {exercise.text}"]
    items = []
    for number, step in enumerate(steps, 1):
        first = step.before == exercise.function
        lines.append(f"{number}. {_rule_text(step)}")
        lines += [f"   {label}{line}" for label, line in _formulas(step, first, latex=False)]
        shown = "".join(_display(*reversed(pair)) for pair in _formulas(step, first, latex=True))
        items.append(f'<li><div style="overflow-x: auto">{_rule_html(step)}</div>{shown}</li>')
    last = steps[-1]
    lines.append(f"{PRACTICE['result']}: {_result(last, latex=False)}")
    inside = (
        f"<p><strong>{title}</strong></p>"
        + _display(f"f(x) = {exercise.latex}")
        + f"<ol>{''.join(items)}</ol><p><strong>{PRACTICE['result']}</strong></p>"
        + _display(_result(last, latex=True))
    )
    return Shown("\n".join(lines), _BOX.format(kind="solution", inside=inside))


def _formulas(step: Step, first: bool, latex: bool) -> list[tuple[str, str]]:
    """What a step shows: its own part, unless that is everything, and the whole line."""
    found = []
    series = step.rules[0].startswith("series") or step.rules[0] in ("multiply", "add series")
    if series and step.before is not None and isinstance(step.after, Expr):
        dots = r"\dots" if latex else "..."
        left, right = (_write(tree, step, latex) for tree in (step.before, step.after))
        found.append(("", f"{left} = {right} + {dots}"))
    elif step.before is not None and not (first or _is_the_rule_itself(step)):
        assert isinstance(step.after, Expr)
        left = _prime(_write(step.before, step, latex), latex)
        found.append((f"{PRACTICE['here']}: ", f"{left} = {_write(step.after, step, latex)}"))
    if step.line is not None:
        found.append(("", _result(step, latex)))
    return found


def _is_the_rule_itself(step: Step) -> bool:
    """Whether the step's part is just what its rule says, such as (sin(x))' = cos(x)."""
    return (
        len(step.rules) == 1 and isinstance(step.before, Apply | Power) and step.rules != ("power",)
    )


def _display(latex: str, label: str = "") -> str:
    """A formula on a line of its own, which scrolls where it is too wide."""
    return _DISPLAY.format(label=escape(label), latex=escape(latex))


def _result(step: Step, latex: bool) -> str:
    if isinstance(step.line, tuple):
        entries = [_write(entry, step, latex) for entry in step.line]
        if latex:
            return r"\left[" + r",\ ".join(entries) + r"\right]"
        return f"[{', '.join(entries)}]"
    assert step.line is not None
    return f"f'(x) = {_write(step.line, step, latex)}"


def _write(tree: Expr, step: Step, latex: bool) -> str:
    """A formula, with ``(u)'`` for the derivatives that are still to be taken."""

    def prime(found: re.Match[str]) -> str:
        return _prime(_write(step.pending[found[1]], step, latex), latex)

    if latex:
        return re.sub(r"\\mathit\{(pending\d+)\}", prime, to_latex(tree))
    return re.sub(r"\b(pending\d+)\b", prime, to_text(tree))


def _prime(text: str, latex: bool) -> str:
    return rf"\left({text}\right)'" if latex else f"({text})'"


def _rule_text(step: Step) -> str:
    named = [
        f"{RULES[key][0]}: {RULES[key][2]}" if RULES[key][2] else RULES[key][0]
        for key in step.rules
    ]
    parts = ", ".join(f"{letter} = {to_text(tree)}" for letter, tree in step.parts)
    return "; ".join(named) + (f"; {PRACTICE['with']} {parts}" if parts else "")


def _rule_html(step: Step) -> str:
    named = []
    for key in step.rules:
        name, rule, _ = RULES[key]
        named.append(f"<strong>{escape(name)}</strong>" + (f" ${escape(rule)}$" if rule else ""))
    parts = ", ".join(f"${letter} = {escape(to_latex(tree))}$" for letter, tree in step.parts)
    return "; ".join(named) + (f"; {PRACTICE['with']} {parts}" if parts else "")


# --- Hints -------------------------------------------------------------------------------------


def hints(exercise: Exercise) -> list[tuple[str, Step | None]]:
    """The hints in order: words, and the step whose rule and parts are told beside them."""
    steps = [step for step in exercise.steps if step.rules[0] not in ("collect", "read off")]
    words = PRACTICE["hint first series" if exercise.terms else "hint first"]
    found: list[tuple[str, Step | None]] = [(f"{words}: {RULES[steps[0].rules[0]][0]}.", None)]
    told: set[str] = set()
    for step in steps:
        text = _rule_text(step)
        if text not in told:
            lead = PRACTICE["hint later"] if told else ""
            found.append((f"{lead}: " if lead else "", step))
            told.add(text)
    return found


def hint(exercise: Exercise, number: int) -> Shown:
    """One hint, counted from 1."""
    all_hints = hints(exercise)
    words, step = all_hints[number - 1]
    head = PRACTICE["hint"].format(number=number, count=len(all_hints))
    tail = PRACTICE["last hint"] if number == len(all_hints) else ""
    text = f"{head}. {words}{_rule_text(step) if step else ''}"
    inside = f"<p><em>{head}.</em> {escape(words)}{_rule_html(step) if step else ''}</p>"
    if tail:
        text, inside = f"{text}\n{tail}", f"{inside}<p>{escape(tail)}</p>"
    return Shown(text, _BOX.format(kind="hint", inside=inside))
