"""The learner's side of nbgrader's exchange works on the folder `problems` beside the chapters.

Stock nbgrader names the learner's folder after the assignment. Then there would be two copies of each
problem, one beside the chapters and one fetched, and *Submit* would send the one that was not worked in.
"""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.exchange import default

from . import places


def folder(exchange) -> Path:
    """Return the learner's folder of the course's assignment."""
    return Path(exchange.assignment_dir).resolve() / places.LEARNER_FOLDER.name


def is_ours(exchange) -> bool:
    """Return whether the exchange acts on the course's own assignment."""
    return exchange.coursedir.assignment_id == places.ASSIGNMENT


class FetchAssignment(default.ExchangeFetchAssignment):
    """Fetch into the folder; what is there already is kept, what is missing is added."""

    def init_dest(self):
        """Set the destination."""
        if not is_ours(self):
            return super().init_dest()
        self.dest_path = str(folder(self))
        if os.path.isdir(self.dest_path):
            self.replace_missing_files = True


class Submit(default.ExchangeSubmit):
    """Submit the folder."""

    def init_src(self):
        """Set the source."""
        if not is_ours(self):
            return super().init_src()
        self.src_path = str(folder(self))
        if not os.path.isdir(self.src_path):
            self._assignment_not_found(self.src_path, self.src_path)


class FetchFeedback(default.ExchangeFetchFeedback):
    """Fetch feedback into ``feedback`` in the folder."""

    def init_dest(self):
        """Set the destination."""
        super().init_dest()
        if is_ours(self):
            self.dest_path = str(folder(self) / "feedback")


class List(default.ExchangeList):
    """List the folder as the fetched assignment, and feedback in it as fetched."""

    def parse_assignments(self):
        """Return nbgrader's list, corrected for the folder."""
        found = super().parse_assignments()
        for info in found:
            if info["assignment_id"] != places.ASSIGNMENT or info["status"] == "removed":
                continue
            if "submissions" in info:
                for submission in info["submissions"]:
                    self._find_feedback(submission)
            elif any(folder(self).glob("*.ipynb")):
                info.update(status="fetched", path=str(folder(self)))
                info["notebooks"] = [
                    {"notebook_id": path.stem, "path": str(path)}
                    for path in sorted(folder(self).glob("*.ipynb"))
                ]
        return found

    def _find_feedback(self, submission):
        place = folder(self) / "feedback" / submission["timestamp"]
        for notebook in submission["notebooks"]:
            page = place / f"{notebook['notebook_id']}.html"
            if page.is_file():
                notebook.update(has_local_feedback=True, local_feedback_path=str(page))
        pages = [notebook["has_local_feedback"] for notebook in submission["notebooks"]]
        if pages and all(pages):
            submission.update(has_local_feedback=True, local_feedback_path=str(place))
