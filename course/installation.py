"""Tell a learner, in one line, whether the course's environment works."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version

from .strings import INSTALLATION

#: What the chapters need, by the name that is imported.
NEEDED = ("numpy", "sympy", "matplotlib", "ipywidgets", "anywidget", "flint")


def check_installation() -> None:
    """Import what the chapters need and print one line: all is well.

    Raises
    ------
    ImportError
        Where a package is missing; the message says what to do.
    """
    for name in NEEDED:
        try:
            import_module(name)
        except ImportError as error:
            raise ImportError(INSTALLATION["missing"].format(name=name)) from error
    python = ".".join(map(str, sys.version_info[:3]))
    print(INSTALLATION["well"].format(version=version("differentiation-course"), python=python))
