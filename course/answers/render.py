"""Feedback as HTML that follows JupyterLab's theme, and as plain text. No script, no picture.

Both have the same content in the same order; colours only repeat what the words say. Whatever a
learner typed is escaped, and stands in ``<code>``, where mathematics is not typeset.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from course.answers.judgement import Hint, Judgement
from course.answers.strings import FEEDBACK

_COLOURS = {
    "right": "var(--jp-success-color1, #2e7d32)",
    "read": "var(--jp-info-color1, #1565c0)",
    "wrong": "var(--jp-error-color1, #c62828)",
    "undefined": "var(--jp-warn-color1, #b26a00)",
    "unreadable": "var(--jp-warn-color1, #b26a00)",
    "undetermined": "var(--jp-info-color1, #1565c0)",
    "empty": "var(--jp-border-color1, #9e9e9e)",
}
_BOX = (
    "border-left: 4px solid {colour}; padding: 0.3em 0.8em; margin: 0.3em 0; "
    "color: var(--jp-content-font-color1, inherit); background: var(--jp-layout-color1, inherit)"
)
_ECHO_LIMIT = 600


def heading(name: str, judgement: Judgement) -> tuple[str, str]:
    """The mark and the verdict in words."""
    words = FEEDBACK[f"head {judgement.kind}"]
    if name:
        words = FEEDBACK["named"].format(name=name, head=words)
    return FEEDBACK[f"mark {judgement.kind}"], words


def plain(name: str, judgement: Judgement) -> str:
    """One judgement as plain text."""
    mark, words = heading(name, judgement)
    lines = [f"{mark} {words}"]
    if judgement.typed:
        lines.append(f"{FEEDBACK['typed']}: {judgement.typed}")
    if judgement.text:
        lines.append(f"{FEEDBACK['read as']}: {_cut(judgement.text)}")
    if judgement.detail:
        lines.append(judgement.detail)
    lights = _lights(judgement.hints)
    if len(lights) > 1:
        lines.append(f"{FEEDBACK['several hints']}:")
        lines += [f"  - {light}" for light in lights]
    else:
        lines += [f"{FEEDBACK['hint']}: {light}" for light in lights]
    if any(hint.full for hint in judgement.hints):
        lines.append(FEEDBACK["more plain"])
    lines += [f"{FEEDBACK['note']}: {note}" for note in judgement.notes]
    return "\n".join(lines)


def html(judgements: Sequence[tuple[str, Judgement]]) -> str:
    """Judgements as one piece of HTML."""
    boxes = "".join(_box(name, judgement) for name, judgement in judgements)
    return f'<div class="course-feedback" role="status">{boxes}</div>'


def _box(name: str, judgement: Judgement) -> str:
    mark, words = heading(name, judgement)
    style = _BOX.format(colour=_COLOURS[judgement.kind])
    parts = [f'<p><span aria-hidden="true">{mark}</span> <strong>{escape(words)}</strong></p>']
    if judgement.typed:
        parts.append(f"<p>{FEEDBACK['typed']}: <code>{escape(judgement.typed)}</code></p>")
    if judgement.latex and len(judgement.latex) <= _ECHO_LIMIT:
        parts.append(f"<p>{FEEDBACK['read as']}: ${escape(judgement.latex)}$</p>")
    elif judgement.text:
        parts.append(f"<p>{FEEDBACK['read as']}: <code>{escape(_cut(judgement.text))}</code></p>")
    if judgement.detail:
        parts.append(f"<p>{_words(judgement.detail)}</p>")
    parts.append(_hints(judgement.hints))
    parts += [f"<p><em>{FEEDBACK['note']}:</em> {_words(note)}</p>" for note in judgement.notes]
    return f'<div style="{style}">{"".join(parts)}</div>'


def _hints(hints: tuple[Hint, ...]) -> str:
    if not hints:
        return ""
    lights = _lights(hints)
    if len(lights) == 1:
        light = f"<p><em>{FEEDBACK['hint']}:</em> {_words(lights[0])}</p>"
    else:
        entries = "".join(f"<li>{_words(light)}</li>" for light in lights)
        light = f"<p><em>{FEEDBACK['several hints']}:</em></p><ul>{entries}</ul>"
    full = "".join(f"<p>{_words(hint.full)}</p>" for hint in hints if hint.full)
    if not full:
        return light
    return f"{light}<details><summary>{FEEDBACK['more']}</summary>{full}</details>"


def _lights(hints: tuple[Hint, ...]) -> list[str]:
    """The light hints, each once: different mistakes may have the same one."""
    return list(dict.fromkeys(hint.light for hint in hints))


def _words(text: str) -> str:
    """A sentence, escaped; a dollar sign in it does not start mathematics."""
    return escape(text).replace("$", "<span>$</span>")


def _cut(text: str) -> str:
    return text if len(text) <= _ECHO_LIMIT else text[:_ECHO_LIMIT] + " …"
