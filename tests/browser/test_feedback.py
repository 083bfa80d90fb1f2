"""The feedback in JupyterLab: mathematics typeset, hint on request, in light and dark."""

from __future__ import annotations

import pytest

from .lab import write_notebook

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_feedback_is_typeset_and_opens_by_keyboard(lab, pages, theme):
    write_notebook(
        lab.root / f"feedback-{theme}.ipynb",
        "import course\n"
        "from course.answers.feedback import check\n"
        "check('e^(-x^2/2)', derivative_of='e^(-x^2/2)')",
        "check('<b>$x$</b>', derivative_of='e^(-x^2/2)')",
    )
    notebook = pages.notebook(lab, f"feedback-{theme}.ipynb", theme=theme)
    notebook.run_all()
    first, second = notebook.output(0), notebook.output(1)
    first.locator("mjx-container").first.wait_for()
    assert "Not right yet" in first.inner_text()
    assert "$" not in first.inner_text()
    assert first.get_by_role("status").count() == 1
    details = first.locator("details")
    assert details.get_attribute("open") is None
    details.locator("summary").focus()
    notebook.page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None
    # What was typed is shown as typed: neither HTML nor mathematics.
    assert second.locator("b").count() == 0
    assert second.locator("mjx-container").count() == 0
    assert "<b>$x$</b>" in second.inner_text()
    notebook.screenshot(f"feedback-{theme}", first)
    assert pages.errors == []
