"""Make JupyterLab and the nbgrader commands of this environment know the course."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from . import places, strings
from .errors import Problem

BEGIN = "# >>> differentiation course >>>"
END = "# <<< differentiation course <<<"
INSTRUCTOR_PANELS = ("formgrader", "course-list", "create-assignment")
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # A chapter that is opened again shows its demos as they were left, not "model not found".
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": True},
}
"""JupyterLab's settings, where they differ from its own."""


def install(learner: bool = False, prefix: Path | None = None) -> int:
    """Write what is missing below ``prefix`` (default ``sys.prefix``); return the exit status.

    Files of others are kept: a JSON file is merged, ``nbgrader_config.py`` gets a marked block at its top.

    Parameters
    ----------
    learner : bool
        Hide the instructor's panels in JupyterLab; without it they are shown again.
    prefix : Path, optional
        The environment.
    """
    prefix = Path(prefix or sys.prefix)
    etc, share = prefix / "etc" / "jupyter", prefix / "share" / "jupyter"
    try:
        changed = [
            _block(etc / "nbgrader_config.py"),
            _merge(share / "lab" / "settings" / "overrides.json", SETTINGS),
            _panels(etc / "labconfig" / "page_config.json", hidden=learner),
            # hand_in() saves all open problems by JupyterLab's own command.
            _merge(etc / "jupyter_lab_config.json", {"LabApp": {"expose_app_in_browser": True}}),
            make_exchange(places.root()),
        ]
    except PermissionError as error:
        raise Problem(strings.NOT_WRITABLE.format(path=error.filename)) from None
    print(strings.INSTALLED if any(changed) else strings.INSTALLED_BEFORE)
    return 0


def make_exchange(root: Path) -> bool:
    """Make the exchange's folder, writable by everybody as nbgrader demands; return whether it is new."""
    path = root / "exchange"
    if path.is_dir() and path.stat().st_mode & 0o777 == 0o777:
        return False
    path.mkdir(parents=True, exist_ok=True)
    if os.name != "nt":
        path.chmod(0o777)
    return os.name != "nt"


def _block(path: Path) -> bool:
    """Let Jupyter's own ``nbgrader_config.py`` load the course's, before whatever else it says."""
    block = "\n".join(
        [
            BEGIN,
            f"load_subconfig({places.CONFIG.name!r}, path={str(places.CONFIG.parent)!r})",
            "c = get_config()",
            END,
            "",
        ]
    )
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    rest = before
    if BEGIN in before and END in before:
        rest = before[: before.index(BEGIN)] + before[before.index(END) + len(END) :].lstrip("\n")
    return _write(path, block + rest, before)


def _merge(path: Path, entries: dict) -> bool:
    """Set ``entries`` (two levels) in a JSON file and keep all else."""
    before, content = _read_json(path)
    for section, values in entries.items():
        content[section] = {**content.get(section, {}), **values}
    return _write(path, json.dumps(content, indent=2) + "\n", before)


def _panels(path: Path, hidden: bool) -> bool:
    """Hide or show the instructor's panels."""
    before, content = _read_json(path)
    disabled = content.get("disabledExtensions", {})
    if isinstance(disabled, list):  # JupyterLab reads both forms
        disabled = dict.fromkeys(disabled, True)
    for panel in INSTRUCTOR_PANELS:
        name = f"@jupyter/nbgrader:{panel}"
        disabled.pop(name, None)
        if hidden:
            disabled[name] = True
    if not content and not disabled:
        return False
    content["disabledExtensions"] = disabled
    return _write(path, json.dumps(content, indent=2) + "\n", before)


def _read_json(path: Path) -> tuple[str, dict]:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    try:
        content = json.loads(before) if before.strip() else {}
    except ValueError:
        raise Problem(strings.NOT_JSON_FILE.format(path=path)) from None
    return before, content


def _write(path: Path, text: str, before: str) -> bool:
    if text == before:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True
