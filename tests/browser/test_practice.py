"""Practice in JupyterLab: exercise, feedback, hint and solution typeset, in light and dark."""

from __future__ import annotations

import pytest

from .lab import write_notebook

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("theme", "size"), [("light", "wide"), ("dark", "phone")])
def test_a_learner_practises(lab, pages, theme, size):
    write_notebook(
        lab.root / f"practice-{theme}.ipynb",
        "import course\np = course.practice('product rule', seed=1, level=3)\np",
        "p.check('x')",
        "p.hint()",
        "p.solution()",
        "course.practice('Taylor', seed=3, level=4).solution()",
    )
    notebook = pages.notebook(lab, f"practice-{theme}.ipynb", theme=theme, size=size)
    notebook.run_all()
    outputs = [notebook.output(index) for index in range(5)]
    for index in (0, 2, 3, 4):
        assert "$" not in outputs[index].inner_text()
    for index in (0, 3, 4):
        outputs[index].locator("mjx-container").first.wait_for()
        assert outputs[index].locator("merror, mjx-merror").count() == 0
    assert "Exercise 1" in outputs[0].inner_text()
    assert "Not right yet" in outputs[1].inner_text()
    assert "product rule" in outputs[2].inner_text()
    assert "product rule" in outputs[3].inner_text()
    assert outputs[3].locator("ol > li").count() >= 3
    for index, output in enumerate(outputs):
        notebook.screenshot(f"practice-{theme}-{index}", output)
    assert pages.errors == []
