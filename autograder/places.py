"""Where the nbgrader course keeps its things."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFIG = HERE / "nbgrader_config.py"
ASSIGNMENT = "differentiation"
ROOT_VARIABLE = "COURSE_NBGRADER_ROOT"
"""Environment variable that moves the whole nbgrader course elsewhere (tests, demonstration class)."""
LEARNER_FOLDER = HERE.parent / "notebooks" / "problems"


def root() -> Path:
    """Return the nbgrader course's folder: this package's, unless the environment names another."""
    return Path(os.environ.get(ROOT_VARIABLE) or HERE).resolve()
