"""Typed answers: read, echoed, compared as functions.

=====================  ==============================================================
name                   what it does
=====================  ==============================================================
``parse``              text → tree (raises ``AnswerError``)
``read``               text, number, SymPy object or tree → tree
``interpret``          the same, with the notes about how it was read (a ``Reading``)
``to_latex``           tree → LaTeX
``to_text``            tree → text that parses back to the tree
``compare``            are two formulas equal on a domain? (a ``Verdict``)
=====================  ==============================================================
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_WHERE = {
    "AnswerError": "errors",
    "Reading": "reading",
    "interpret": "reading",
    "parse": "reading",
    "read": "reading",
    "to_latex": "latex",
    "to_text": "text",
    "compare": "equality",
    "Verdict": "verdict",
    "Witness": "verdict",
    "Domain": "domains",
    "domain": "domains",
}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
