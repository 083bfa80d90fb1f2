#!/usr/bin/env python3
"""Set everything up, then do one thing. Needs Python 3.11 or newer and nothing else.

    python3 run.py            open the course in JupyterLab (same as: python3 run.py learn)
    python3 run.py teach      the same, with the instructor's panels
    python3 run.py class      grade a demonstration class; says where the results are
    python3 run.py test       every check and test; words after it go to pytest instead

The exact versions of uv.lock are put into .venv beside this file. A second run finds them there and
starts in seconds. Words after the verb are passed on to the program behind it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = "Scripts" if os.name == "nt" else "bin"
START_PAGE = "/lab/tree/notebooks/00-start.ipynb"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main(words):
    """Set up for the verb ``words[0]`` and run it; the exit status is that of its last program."""
    verb, rest = (words[0], words[1:]) if words else ("learn", [])
    if verb not in VERBS:
        print(__doc__)
        return 0 if verb in ("-h", "--help", "help") else 2
    if sys.version_info < (3, 11):
        print("Python 3.11 or newer is needed; this is %s." % sys.version.split()[0])
        return 2
    os.chdir(HERE)
    sync(development=verb == "test")
    os.environ["PATH"] = str(HERE / ".venv" / BIN) + os.pathsep + os.environ["PATH"]
    return VERBS[verb](rest)


def sync(development):
    """Make ``.venv`` hold what ``uv.lock`` says."""
    wanted = ["--extra", "lab"] + (["--group", "dev"] if development else [])
    base = getattr(sys, "_base_executable", None) or sys.executable
    command = [uv(), "sync", "--quiet", "--frozen", "--inexact", "--python", base, *wanted]
    # An active environment of another project is none of ours.
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    if subprocess.run(command, env=env).returncode:
        sys.exit("Setting up .venv failed; the lines above say why.")


def uv():
    """Return the path of uv: the one on PATH, or one of our own in ``.uv``."""
    found = shutil.which("uv")
    if found:
        return found
    private = HERE / ".uv" / BIN / ("uv.exe" if os.name == "nt" else "uv")
    if not private.exists():
        print("Fetching uv, which installs the rest …", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(HERE / ".uv")], check=True)
            pip = [str(HERE / ".uv" / BIN / "python"), "-m", "pip", "install", "--quiet", "uv"]
            subprocess.run(pip, check=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "This Python could not make a virtual environment or reach the package index.\n"
                "On Debian and Ubuntu: sudo apt install python3-venv. Or install uv yourself: "
                "https://docs.astral.sh/uv/"
            )
    os.environ["PATH"] = str(private.parent) + os.pathsep + os.environ["PATH"]
    return str(private)


def python(*words):
    """Run ``.venv``'s Python; return its exit status."""
    return subprocess.run([str(HERE / ".venv" / BIN / "python"), *words]).returncode


def lab(rest, *options):
    """Open JupyterLab at the start page, the problems beside the chapters."""
    return (
        python("-m", "autograder", "install", *options)
        or python("-m", "autograder", "release")
        or python("-m", "jupyterlab", f"--LabApp.default_url={START_PAGE}", *rest)
    )


def learn(rest):
    """Open the course for a learner."""
    return lab(rest, "--learner")


def test(rest):
    """Lint, check types and test; with words, only pytest with them."""
    if not any(map(shutil.which, BROWSERS)):
        print("No Chromium on PATH: fetching one for the browser tests …", flush=True)
        python("-m", "playwright", "install", "chromium")
    if rest:
        return python("-m", "pytest", *rest)
    return (
        python("-m", "ruff", "check", ".")
        or python("-m", "ruff", "format", "--check", ".")
        or python("-m", "mypy")
        or python("-m", "pytest", "-n", "2", "--dist", "loadfile")
    )


def demonstration(rest):
    """Grade a demonstration class."""
    return python("-m", "autograder", "class", *rest)


VERBS = {"learn": learn, "teach": lab, "class": demonstration, "test": test}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
