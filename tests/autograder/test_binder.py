"""Binder's steps: the pins are those of uv.lock, and the steps replayed give what a learner needs.

repo2docker prints its Dockerfile without Docker; its two steps of ours, pip and postBuild, are run in a
fresh environment. Where the Python that Binder takes is not here, the replay uses this one and says so.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from grading_tools import REPOSITORY

BINDER = REPOSITORY / "binder"
EXPORT = "export --quiet --frozen --no-emit-project --no-hashes --no-header --no-annotate --no-dev --extra lab"


@pytest.fixture(scope="session")
def uv():
    """The path of uv: the one on PATH, or the one that run.py fetched."""
    name = "Scripts/uv.exe" if os.name == "nt" else "bin/uv"
    private = REPOSITORY / ".uv" / name
    found = shutil.which("uv") or (str(private) if private.exists() else None)
    if found is None:
        pytest.skip("uv is not installed: the pins cannot be exported again (run.py fetches it)")
    return found


def run(*words, **options):
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, timeout=600, **options
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def pins(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_pins_are_those_of_the_lock_file(uv):
    exported = pins(run(uv, *EXPORT.split(), cwd=REPOSITORY))
    written = pins((BINDER / "requirements.txt").read_text())
    assert written == [*exported, "-e ."], "renew binder/requirements.txt as its first lines say"


def test_the_files_that_binder_reads():
    python = re.fullmatch(r"python-3\.(\d+)", (BINDER / "runtime.txt").read_text().strip())
    assert int(python[1]) >= 12
    post_build = BINDER / "postBuild"
    assert "set -euo pipefail" in post_build.read_text()
    if os.name != "nt":
        assert os.access(post_build, os.X_OK)


@pytest.fixture(scope="module")
def dockerfile(uv, tmp_path_factory):
    """What repo2docker would do with this repository."""
    if os.name == "nt":
        pytest.skip("repo2docker does not run on Windows")
    command = [uv, "tool", "run", "--from", "jupyter-repo2docker", "repo2docker"]
    options = ["--no-build", "--debug", "--user-id", "1000", "--user-name", "jovyan"]
    done = subprocess.run(
        [*command, *options, str(REPOSITORY)], capture_output=True, text=True, timeout=300,
        cwd=tmp_path_factory.mktemp("r2d"),
    )  # fmt: skip
    text = done.stdout + done.stderr
    if "Failed to fetch" in text or "error sending request" in text or "dns error" in text:
        pytest.skip("repo2docker cannot be fetched: no package index")
    assert done.returncode == 0, text
    return text


@pytest.fixture(scope="module")
def replayed(uv, dockerfile, tmp_path_factory):
    """Run the Dockerfile's own steps in a fresh environment; return (repository, environment)."""
    install = re.search(r"^RUN \S+/bin/pip install (.*)$", dockerfile, re.MULTILINE)
    post_build = re.search(r"^RUN (\./\S+postBuild)$", dockerfile, re.MULTILINE)
    assert install
    assert post_build
    assert dockerfile.index("COPY --chown=1000:1000 src/ ") < install.start()
    wanted = re.search(
        r"environment\.py-(3\.\d+)", dockerfile.replace("-2d", "-").replace("-2e", ".")
    )
    base = tmp_path_factory.mktemp("binder")
    repository, environment = base / "repository", base / "environment"
    listed = run("git", "ls-files", "-z", "--cached", cwd=REPOSITORY).split("\0")
    for name in filter(None, listed):
        if (REPOSITORY / name).is_file():
            target = repository / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, target)
    python = wanted[1]
    made = subprocess.run(
        [uv, "venv", "--quiet", "--no-python-downloads", "--python", python, environment]
    )
    if made.returncode:
        python = "{}.{}".format(*sys.version_info)
        print(f"Binder takes Python {wanted[1]}, which is not here: replayed with {python}.")
        run(uv, "venv", "--quiet", "--python", sys.executable, environment)
    words = install[1].replace('"', "").replace("--no-cache-dir", "").split()
    env = {
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(base),
        "VIRTUAL_ENV": str(environment),
        **{name: os.environ[name] for name in ("UV_CACHE_DIR", "UV_INDEX_URL", "PIP_INDEX_URL",
           "UV_DEFAULT_INDEX", "SSL_CERT_FILE") if name in os.environ},
        "UV_CACHE_DIR": run(uv, "cache", "dir").strip(),
    }  # fmt: skip
    run(uv, "pip", "install", "--quiet", *words, cwd=repository, env=env)
    print(run(repository / post_build[1], cwd=repository, env=env))
    return repository, environment, env


@pytest.mark.grading
def test_a_learner_finds_the_problems_beside_the_chapters(replayed):
    repository, _, _ = replayed
    given = sorted(path.name for path in (repository / "notebooks" / "problems").glob("*.ipynb"))
    source = sorted((repository / "autograder" / "source" / "differentiation").glob("*.ipynb"))
    assert given == [path.name for path in source]
    assert "SOLUTION" not in (repository / "notebooks" / "problems" / given[0]).read_text()


@pytest.mark.grading
def test_the_panels_and_the_news_are_off(replayed):
    _, environment, _ = replayed
    page = json.loads((environment / "etc/jupyter/labconfig/page_config.json").read_text())
    assert page["disabledExtensions"]["@jupyter/nbgrader:formgrader"] is True
    overrides = environment / "share/jupyter/lab/settings/overrides.json"
    news = json.loads(overrides.read_text())["@jupyterlab/apputils-extension:notification"]
    assert news["fetchNews"] == "false"


@pytest.mark.grading
def test_the_course_works_there(replayed):
    repository, environment, env = replayed
    code = (
        "import course, pathlib; print(pathlib.Path(course.__file__).resolve());"
        "print(course.check('2x', derivative_of='x^2').right)"
    )
    out = run(environment / "bin/python", "-c", code, cwd=repository / "notebooks", env=env)
    where, right = out.split()
    assert Path(where).is_relative_to(repository.resolve())
    assert right == "True"


@pytest.mark.grading
def test_a_learner_can_hand_in_there(replayed):
    repository, environment, env = replayed
    code = "import course; print(course.hand_in('ada').is_file())"
    out = run(environment / "bin/python", "-c", code, cwd=repository / "notebooks", env=env)
    assert out.split()[-1] == "True"
