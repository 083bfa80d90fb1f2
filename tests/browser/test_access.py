"""axe-core on what the course puts into JupyterLab: demos, feedback, figures; light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .lab import write_notebook
from .test_demos import SHOWS, write_demos

pytestmark = pytest.mark.browser
#: Rules about whole pages (landmarks, one h1 …) are JupyterLab's to keep.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
ANSWERS = {
    "right": "course.check('2x', derivative_of='x^2')",
    "wrong": "course.check('x^2', derivative_of='x^2')",
    "unreadable": "course.check('2x)', derivative_of='x^2')",
    "empty": "course.check('', derivative_of='x^2')",
    "undefined": "course.check('x^2/x', derivative_of='x^2/2')",
}


def violations(page, selector):
    """Return what axe-core finds wrong with the elements of a selector, one line each.

    JupyterLab's body has no height and hides what flows over; axe-core would take everything for hidden
    and check no contrast.
    """
    page.add_style_tag(content="html, body, .lm-Widget { overflow: visible !important }")
    found = Axe().run(page, context={"include": [[selector]]}, options=OPTIONS)
    return [
        f"{violation['id']}: {node['failureSummary']} {node['html']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def in_both_themes(notebook, found_in):
    """Assert that axe-core finds nothing in a cell's outputs, light and dark."""
    for cell, what in found_in.items():
        notebook.select(cell)
        for theme in ("light", "dark"):
            notebook.set_theme(theme)
            output = notebook.output(cell)
            output.evaluate("output => output.id = 'under-test'")
            assert violations(notebook.page, "#under-test") == [], f"{what}, {theme}"
            output.evaluate("output => output.removeAttribute('id')")


@pytest.mark.parametrize("chapter", SHOWS)
def test_demos(lab, pages, chapter):
    notebook = pages.notebook(lab, write_demos(lab, chapter))
    notebook.run_all()
    cells = dict(enumerate(SHOWS[chapter], start=1))
    in_both_themes(notebook, cells)
    for number in cells:
        notebook.select(number)
        notebook.output(number).locator(".choice").first.click()
    in_both_themes(notebook, cells)


def test_feedback_and_figures(lab, pages):
    cells = ["import course", *ANSWERS.values(), "course.figures.chord()"]
    write_notebook(lab.root / "outputs.ipynb", *cells)
    notebook = pages.notebook(lab, "outputs.ipynb")
    notebook.run_all()
    in_both_themes(notebook, dict(list(enumerate(cells))[1:]))


def test_axe_would_find_something(lab, pages):
    """The check itself is checked: an unnamed slider and pale text are violations."""
    pale = '<p id="pale" style="color:#ccc;background:#fff">pale</p><input id="bare" type="range">'
    write_notebook(lab.root / "pale.ipynb", f"from IPython.display import HTML\nHTML({pale!r})")
    notebook = pages.notebook(lab, "pale.ipynb")
    notebook.run_all()
    found = "\n".join(violations(notebook.page, ".jp-OutputArea-output"))
    assert "color-contrast" in found
    assert "label" in found
