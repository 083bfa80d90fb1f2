"""The static form: valid SVG with its sentence, beside the live widget; colours that can be told apart."""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from course import style
from course.demos import static
from course.demos.stage import Stage, module

from .states import CASES, random_states

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("case", CASES)
def test_svg_is_valid_and_described(case):
    demo = CASES[case]()
    for state in random_states(demo, 14, seed=5):
        numbers = demo.compute(state)
        root = ElementTree.fromstring(static.svg(demo, numbers))
        sentence = demo.describe(numbers)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-label"] == sentence
        assert root.find(f"{SVG}title").text
        assert root.find(f"{SVG}desc").text == sentence
        assert len(root.findall(f"{SVG}svg")) == len(demo.panels)
        assert root.findall(f".//{SVG}path") or root.findall(f".//{SVG}rect")
        written = ElementTree.tostring(root, encoding="unicode")
        assert "nan" not in written
        assert "inf" not in written


class Balance(HTMLParser):
    """Checks that every element is closed."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("case", CASES)
def test_static_page_shows_the_result_in_few_bytes(case):
    demo = CASES[case]()
    page = static.html(demo, demo.start())
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    revealed = demo.compute(demo.start() | {"revealed": 1})
    assert static.rich(demo.say(demo.sentence, revealed)) in page
    assert len(page) < 60_000
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("case", CASES)
def test_both_forms_are_displayed(case):
    stage = Stage(CASES[case]())
    data, _ = stage._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert (
        stage.demo.describe(stage.demo.compute(stage.demo.start() | {"revealed": 1}))
        in data["text/plain"]
    )
    assert "<svg" in data["text/html"]


@pytest.mark.parametrize("case", CASES)
def test_what_is_sent_is_strict_json_without_code(case):
    written = json.dumps(CASES[case]().json(), allow_nan=False)
    assert len(written) < 20_000
    assert "=>" not in written
    assert "function(" not in written
    for forbidden in ("eval(", "new Function", "innerHTML", "http://", "https://", "import "):
        assert forbidden not in module().replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_have_contrast_on_their_paper(theme):
    paper = style.PAPER[theme]
    for name, role in style.ROLES.items():
        # Sentences are written in these colours too, so text's limit holds, and with it graphics' 3 : 1.
        assert style.contrast(getattr(role, theme), paper) >= 4.5, name
    assert style.contrast(style.INK[theme], paper) >= 7
    assert style.contrast(style.QUIET_INK[theme], paper) >= 4.5
    assert style.contrast(style.AXIS[theme], paper) >= 3


def test_contrast_is_that_of_wcag():
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=1e-3)


def test_roles_do_not_rest_on_colour_alone():
    dashes = {(role.dash, role.width) for role in style.ROLES.values()}
    assert len(dashes) == len(style.ROLES)


def test_exported_page_shows_the_picture_offline(tmp_path):
    """nbconvert runs a notebook and, with the display priority of nbgrader's feedback, keeps the picture."""
    code = "from course import demos\ndemos.definition.chord_to_tangent()"
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": code}
    cell |= {"execution_count": None, "outputs": []}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "page.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    priority = '["text/html", "image/svg+xml", "image/png", "text/markdown", "text/plain"]'
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute"]
    command += [f"--NbConvertBase.display_data_priority={priority}", str(tmp_path / "page.ipynb")]
    root = Path(__file__).resolve().parents[2]
    subprocess.run(command, check=True, capture_output=True, cwd=root, timeout=90)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<figure class="course-stage">' in page
    assert "the slope of the tangent" in page
