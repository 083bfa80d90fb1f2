"""The interactive demos, one module a chapter: ``demos.definition.chord_to_tangent()``.

``definition.py`` shows how a demo is written: one function that returns a
:class:`~course.demos.model.Demo`. Importing this package loads nothing heavy.
"""

import importlib
from typing import Any

#: The chapters that have demos.
CHAPTERS = (
    "definition",
    "linear_approximation",
    "rules",
    "elementary_functions",
    "higher_derivatives",
    "composition",
    "numerical_differentiation",
)

__all__ = list(CHAPTERS)


def __getattr__(name: str) -> Any:
    if name in CHAPTERS:
        return importlib.import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *CHAPTERS]
