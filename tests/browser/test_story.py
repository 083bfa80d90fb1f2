"""The whole path in Chromium: a learner reads, plays, answers, submits; an instructor grades.

Real JupyterLab, real nbgrader exchange, the shipped configuration. The tests of this file run in order
and tell one story; screenshots of its steps are kept in ``tests/artefacts``.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request

import pytest

from autograder.install import install
from autograder.places import ASSIGNMENT, ROOT_VARIABLE

from .lab import ARTEFACTS, REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.grading]
WRONG = "e^(-x^2/2)"  # the inner derivative is lost
RIGHT = "-x exp(-x^2/2)"


class School:
    """A folder with chapters and an nbgrader course, and a JupyterLab that knows it."""

    def __init__(self, root, prefix, start_lab):
        self.root = root
        shutil.copytree(
            REPOSITORY / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns("problems")
        )
        source = root / "source" / ASSIGNMENT
        source.mkdir(parents=True)
        for name in ("problem1", "problem4"):
            shutil.copy(REPOSITORY / f"autograder/source/{ASSIGNMENT}/{name}.ipynb", source)
        self.env = {ROOT_VARIABLE: str(root), "JUPYTER_CONFIG_PATH": str(prefix / "etc/jupyter")}
        install(prefix=prefix)
        command = [sys.executable, "-m", "autograder", "release"]
        subprocess.run(command, env={**os.environ, **self.env}, cwd=REPOSITORY, check=True)
        settings = prefix / "share/jupyter/lab/settings"
        self.lab = start_lab(root, self.env, [f"--LabApp.app_settings_dir={settings}"])


@pytest.fixture(scope="module")
def school(tmp_path_factory, start_lab):
    return School(tmp_path_factory.mktemp("school"), tmp_path_factory.mktemp("prefix"), start_lab)


def keep(page, name):
    """Keep a screenshot of a page."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png")


def stop_kernels(lab):
    """End every kernel, as the night does."""
    for session in ask(lab, "api/sessions"):
        ask(lab, f"api/sessions/{session['id']}", "DELETE")


def ask(lab, path, method="GET"):
    """Ask the server; return what it says as data."""
    headers = {"Authorization": f"token {lab.token}"}
    request = urllib.request.Request(lab.url + path, method=method, headers=headers)
    with urllib.request.urlopen(request) as response:
        return json.loads(response.read() or "null")


def answer(notebook, cell, text):
    """Type an answer between the quotation marks of a cell, and run it and the check below it."""
    notebook.type_into(cell, re.sub('""|".*"', f'"{text}"', notebook.source(cell), count=1))
    notebook.run_cell(cell)
    notebook.run_cell(f"{cell}-test")


def test_a_learner_reads_chapter_1_and_moves_a_demo_by_keyboard(school, pages):
    notebook = pages.notebook(school.lab, "notebooks/01-definition.ipynb")
    notebook.run_all()
    assert notebook.page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() == 0
    stage = notebook.page.get_by_role("group", name="From chord to tangent", exact=True)
    stage.scroll_into_view_if_needed()
    stage.locator(".choice").nth(1).focus()
    notebook.page.keyboard.press("Enter")
    slider = stage.get_by_role("slider").nth(1)
    said = slider.get_attribute("aria-valuetext")
    sentence = stage.locator(".sentence")
    before = sentence.inner_text()
    slider.focus()
    for _ in range(5):
        notebook.page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") != said
    assert sentence.inner_text() != before
    notebook.screenshot("story-1-chapter")
    notebook.save()
    stop_kernels(school.lab)

    again = pages.notebook(school.lab, "notebooks/01-definition.ipynb")
    again.select("c1-tangent")
    stage = again.page.get_by_role("group", name="From chord to tangent", exact=True)
    assert stage.locator(".sentence").inner_text() != before, "the demo is as it was left"
    assert again.page.get_by_text("Error displaying widget").count() == 0
    assert pages.errors == []


def test_a_learner_fetches_answers_validates_and_submits(school, pages):
    page = pages.open()
    page.goto(school.lab.address(workspace="story-fetch"))
    page.wait_for_function(
        "() => window.jupyterapp?.commands.hasCommand('nbgrader:open-assignment-list')"
    )
    page.evaluate("() => window.jupyterapp.commands.execute('nbgrader:open-assignment-list')")
    page.get_by_role("button", name="Fetch", exact=True).click()
    page.get_by_role("button", name="Submit", exact=True).wait_for()
    keep(page, "story-2-fetched")
    assert (school.root / "problems" / "problem4.ipynb").exists()

    notebook = pages.notebook(school.lab, "problems/problem4.ipynb")
    notebook.run_cell("p4-import")
    answer(notebook, "p4-a", WRONG)
    feedback = notebook.output("p4-a-test")
    assert "Not right yet" in feedback.inner_text()
    assert "function inside another function" in feedback.inner_text()
    notebook.screenshot("story-3-wrong", feedback)
    answer(notebook, "p4-a", RIGHT)
    assert "Right." in feedback.inner_text()
    assert "Not right" not in feedback.inner_text()
    notebook.screenshot("story-4-right")
    notebook.save()

    notebook.page.get_by_role("button", name="Validate").first.click()
    dialog = notebook.page.locator(".jp-Dialog")
    dialog.get_by_text("No answer yet").first.wait_for(timeout=60_000)
    assert "p4-a" not in dialog.inner_text()
    notebook.screenshot("story-5-validate")
    dialog.get_by_role("button", name=re.compile("close|ok", re.I)).first.click()

    page.bring_to_front()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.wait_for_timeout(3000)
    keep(page, "story-6-submitted")
    inbound = school.root / "exchange" / "differentiation-course" / "inbound"
    assert len(list(inbound.iterdir())) == 1


def formgrader(page):
    """Return the frame of the Formgrader panel."""
    page.evaluate("() => window.jupyterapp.commands.execute('nbgrader:open-formgrader')")
    page.locator("iframe[src*=formgrader]").wait_for()
    return page.frame_locator("iframe[src*=formgrader]")


def close_dialog(frame, word):
    """Read the dialog that a long action ends with, and close it."""
    dialog = frame.locator(".modal.in")
    dialog.get_by_text(word).first.wait_for(timeout=120_000)
    dialog.get_by_role("button", name="Close").last.click()
    dialog.wait_for(state="hidden")


def test_an_instructor_collects_grades_and_returns_feedback(school, pages):
    page = pages.open(timeout=60_000)
    page.goto(school.lab.address(workspace="story-grade"))
    page.wait_for_function(
        "() => window.jupyterapp?.commands.hasCommand('nbgrader:open-formgrader')"
    )
    frame = formgrader(page)
    row = frame.locator("tr", has=frame.get_by_role("link", name=ASSIGNMENT, exact=True))
    row.locator("td.collect a").click()
    close_dialog(frame, "Success")
    row.locator("td.num-submissions a", has_text="1").click()

    submission = frame.locator("tr", has=frame.locator("td.autograde a"))
    submission.locator("td.autograde a").click()
    close_dialog(frame, "Success")
    assert "4 / 32" in submission.locator("td.score").inner_text()
    keep(page, "story-7-formgrader")
    submission.locator("td.generate-feedback a").click()
    close_dialog(frame, "Success")

    (feedback,) = (school.root / "feedback").glob(f"*/{ASSIGNMENT}/problem4.html")
    page.goto(feedback.as_uri())
    text = page.locator("body").inner_text()
    assert "Score: 4.0 / 16.0" in text
    assert "Right." in text
    page.get_by_text("Right.").first.scroll_into_view_if_needed()
    keep(page, "story-8-feedback")
