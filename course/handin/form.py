"""The hand-in form in a notebook: an anywidget that saves, asks Python for the file and links to it."""

from __future__ import annotations

import json
import os
import time
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from . import packing
from .strings import WORDS

_REMEMBERED = "who.json"


class HandInForm(anywidget.AnyWidget):
    """Asks for the student id; its button saves the notebook and makes the file.

    The browser tells whether JupyterLab still shows a notebook as changed; where there is no JupyterLab
    around it, the time of the notebook's file has to be after the press of the button.
    """

    _esm = Path(__file__).with_name("form.js")
    student = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    data = traitlets.Bytes(b"").tag(sync=True)

    def __init__(self, folder: Path, student: str = "", name: str = "") -> None:
        known = _remembered(folder)
        super().__init__(
            student=student or known.get("student", ""), name=name or known.get("name", "")
        )
        self._folder = folder
        self.on_msg(self._pressed)

    def _pressed(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        self.respond(content, time.time())

    def respond(self, content: dict[str, Any], now: float) -> None:
        """Answer a press of the button: set ``result`` (lines, file name) and ``data``.

        Parameters
        ----------
        content : dict
            From the browser: ``student``, ``name``, ``lab`` (whether this is JupyterLab), ``dirty`` (labels
            of notebooks not saved), ``waited`` (seconds since the press).
        now : float
            The time, in seconds since 1970.
        """
        self.student = str(content.get("student", ""))
        self.name = str(content.get("name", ""))
        stop = self._unsaved(content, now)
        try:
            packed = None if stop else packing.pack(self._folder, self.student, self.name, now)
        except packing.HandInError as error:
            stop = str(error)
        if stop or packed is None:
            self.data = b""
            self.result = {"ok": False, "lines": [stop], "time": now}
            return
        path = packing.write(packed, self._folder)
        _remember(self._folder, self.student, self.name)
        self.data = packed.data
        self.result = {
            "ok": True,
            "complete": packed.complete,
            "lines": [*packed.lines, WORDS["ready"], WORDS["also_here"].format(path=path)],
            "file": packed.file,
            "time": now,
        }

    def _unsaved(self, content: dict[str, Any], now: float) -> str:
        """Return what to say if something is not saved, else an empty string."""
        current = Path(os.environ.get("JPY_SESSION_NAME", "")).name
        dirty = [str(label) for label in content.get("dirty", [])]
        others = [label for label in dirty if label != current]
        if dirty and not others:
            return WORDS["not_saved"]
        if others:
            return WORDS["others_not_saved"].format(files=", ".join(others))
        path = self._folder / current
        if content.get("lab") or not current or not path.is_file():
            return ""
        pressed = now - float(content.get("waited", 0))
        return "" if path.stat().st_mtime >= pressed - 2 else WORDS["not_saved"]

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        text = WORDS["static"]
        return {**data, "text/plain": text, "text/html": f"<p>{escape(text)}</p>"}, metadata


def _remembered(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / packing.FOLDER / _REMEMBERED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _remember(folder: Path, student: str, name: str) -> None:
    text = json.dumps({"student": student, "name": name})
    (folder / packing.FOLDER / _REMEMBERED).write_text(text, encoding="utf-8")
