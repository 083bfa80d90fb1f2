"""Two defects of nbgrader 0.9.6 that no setting reaches, put right where the configuration is loaded.

- ``nbgrader.utils.setenv`` does not take its variables back after an exception. One failed validation or
  grading in JupyterLab then leaves ``NBGRADER_EXECUTION`` set in the *server*, and every kernel started
  later believes that it is being validated or graded.
- *Validate* shows a traceback, and thereby causes the above, for a notebook with a copied answer cell.

Both can go when nbgrader does this itself.
"""

from __future__ import annotations

import contextlib
import os

from nbgrader import utils
from nbgrader.validator import Validator

from .structure import make_copies_ordinary


@contextlib.contextmanager
def setenv(**variables: str):
    """Set environment variables for the time of a ``with`` block, whatever happens in it."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def apply() -> None:
    """Put the repairs in place, once."""
    if utils.setenv is setenv:
        return
    utils.setenv = setenv
    stock = Validator._preprocess

    def _preprocess(self, nb):
        make_copies_ordinary(nb)
        return stock(self, nb)

    Validator._preprocess = _preprocess
