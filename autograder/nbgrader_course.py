"""nbgrader's own commands on this course, in one process: starting each takes seconds."""

from __future__ import annotations

import logging
import os
import re
import sys
import warnings
from pathlib import Path

from nbgrader.apps import NbGraderAPI, ZipCollectApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.plugins import CsvExportPlugin
from nbgrader.utils import capture_log, temp_attrs
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from . import places, strings
from .errors import Problem


class NbgraderCourse:
    """The nbgrader course in `root`: each method is the nbgrader command of the same name.

    Parameters
    ----------
    root : Path, optional
        The course's folder; default `places.root`.
    """

    def __init__(self, root: Path | None = None):
        self.root = Path(root or places.root()).resolve()
        os.environ[places.ROOT_VARIABLE] = str(self.root)
        # nbgrader starts alembic, a program of this environment, by its name.
        programs = str(Path(sys.executable).parent)
        if programs not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
        self.config = load_config()
        # A release replaces the one before; this is what "release again" means.
        self.config.ExchangeReleaseAssignment.force = True
        # Several processes write to the gradebook: wait for a turn, seconds.
        self.config.CourseDirectory.db_url += "?timeout=60"
        logging.getLogger("traitlets").setLevel(logging.CRITICAL)
        # nbgrader's own use of SQLAlchemy; nothing that an instructor can act on.
        warnings.filterwarnings("ignore", category=SAWarning)
        self.api = NbGraderAPI(config=self.config, log_level=logging.INFO)

    def folder(self, step: str, student: str = ".") -> Path:
        """Return the assignment's folder of one step, such as ``"submitted"``."""
        coursedir = self.api.coursedir
        name = getattr(coursedir, f"{step}_directory")
        return Path(coursedir.format_path(name, student, places.ASSIGNMENT))

    def generate_assignment(self) -> None:
        """Make the release version from the source."""
        self._do(self.api.generate_assignment(places.ASSIGNMENT))

    def release_assignment(self) -> None:
        """Put the release version into the exchange (not on Windows, which has none)."""
        if os.name != "nt":
            self._do(self.api.release_assignment(places.ASSIGNMENT))

    def fetch_assignment(self, desk: Path) -> None:
        """Fetch the assignment out of the exchange into the learner's folder ``desk``."""
        self._transfer("FetchAssignment", desk)

    def submit(self, desk: Path) -> None:
        """Submit the assignment in ``desk`` to the exchange, as the current user."""
        self._transfer("Submit", desk)

    def _transfer(self, name: str, desk: Path) -> None:
        desk.mkdir(parents=True, exist_ok=True)
        api = self.api
        with temp_attrs(api.coursedir, assignment_id=places.ASSIGNMENT):
            action = getattr(api.exchange, name)(
                coursedir=api.coursedir, authenticator=api.authenticator, parent=api
            )
            action.assignment_dir = str(desk)
            self._do(capture_log(action))

    def collect(self) -> None:
        """Take submissions out of the exchange."""
        if os.name != "nt":
            self._do(self.api.collect(places.ASSIGNMENT, update=True))

    def zip_collect(self) -> None:
        """Take in the archives that lie in ``downloaded/<assignment>/archive``."""
        config = Config(self.config)
        config.ZipCollectApp.force = True
        config.ZipCollectApp.log_level = logging.CRITICAL
        app = ZipCollectApp(config=config)
        app.coursedir = type(self.api.coursedir)(parent=app)
        app.coursedir.assignment_id = places.ASSIGNMENT
        app.start()

    def autograde(self, student: str) -> str | None:
        """Grade one submission; return one line about what went wrong, or None."""
        result = self.api.autograde(places.ASSIGNMENT, student)
        return None if result["success"] else self._reason(result)

    def generate_feedback(self, student: str) -> str | None:
        """Write one student's feedback pages; return what went wrong, or None."""
        result = self.api.generate_feedback(places.ASSIGNMENT, student)
        return None if result["success"] else self._reason(result)

    def export(self, path: Path) -> None:
        """Write every student's points into a CSV file."""
        with self.api.gradebook as gradebook:
            plugin = CsvExportPlugin(parent=None)
            plugin.to, plugin.student, plugin.assignment = str(path), [], [places.ASSIGNMENT]
            plugin.log.setLevel(logging.CRITICAL)
            plugin.export(gradebook)

    def students(self) -> list[str]:
        """Return who has handed in."""
        return sorted(self.api.get_submitted_students(places.ASSIGNMENT))

    def _do(self, result) -> None:
        if not result["success"]:
            raise Problem(self._reason(result))

    @staticmethod
    def _reason(result) -> str:
        """Return the line of nbgrader's log that says most, or plain words for it."""
        log = result.get("log", "").splitlines() + result.get("error", "").splitlines()
        notebook = "?"
        exceptions, errors = [], []
        for line in log:
            if converting := re.search(r"Converting notebook (.*)", line):
                notebook = Path(converting[1]).name
            # nbgrader indents the traceback; its own last exception only points at it.
            elif re.match(r"\s*[A-Za-z_][\w.]*(Error|Exception): .", line):
                if "DeadKernelError" in line:
                    return strings.DEAD_KERNEL.format(notebook=notebook)
                if "Please see" not in line:
                    exceptions.append(line.strip())
            elif line.startswith("[ERROR") and "]" in line:
                errors.append(line.split("]", 1)[1].strip())
        return (exceptions or errors or log[-1:] or ["?"])[0]


def load_config() -> Config:
    """Return the shipped configuration with the user's own Jupyter configuration over it."""
    config = PyFileConfigLoader(places.CONFIG.name, str(places.CONFIG.parent)).load_config()
    app = NbGrader(log_level=logging.CRITICAL)
    app.load_cwd_config = False
    app.load_config_file()
    config.merge(app.config)
    return config
