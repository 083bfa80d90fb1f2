"""The rule detective in JupyterLab: every step asks anew, and the keyboard leads through them all."""

import pytest

from course.demos.rules import rule_detective

from .test_demos import spoken, stage_of, title_of, write_demos

pytestmark = pytest.mark.browser


def test_a_formula_is_taken_apart_by_keyboard_alone(lab, pages):
    demo = rule_detective.demo()
    notebook = pages.notebook(lab, write_demos(lab, "rules"))
    notebook.run_all()
    page = notebook.page
    stage = stage_of(notebook, title_of(rule_detective))
    stage.locator(".pill").nth(list(demo.presets).index("nested")).focus()
    page.keyboard.press("Enter")
    drawn = []
    for step in (1, 2, 3):
        assert f"Step {step} of 3" in spoken(stage.locator(".prediction").inner_text())
        assert "′" in stage.locator(".sentence b").last.inner_text(), (
            "something is still to be done"
        )
        assert stage.get_by_role("slider").is_disabled()
        numbers = demo.compute({"formula": "nested", "step": step})
        right = int(demo.value(demo.prediction.right, numbers))
        wrong = (right + 1) % 4
        stage.locator(".choice").nth(wrong if step == 2 else right).focus()
        page.keyboard.press("Enter")
        verdict = spoken(stage.locator(".verdict").inner_text())
        if step == 2:
            assert verdict.startswith("✗")
        else:
            assert verdict.startswith("✓")
        drawn.append(stage.locator(".drawing rect.box").count())
        shown = spoken(stage.locator(".sentence").inner_text())
        revealed = demo.compute({"formula": "nested", "step": step, "revealed": 1})
        assert shown == spoken(demo.describe(revealed))
        if step < 3:
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.classList.contains('next')")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.classList.contains('question')")
    assert drawn == [3, 5, 7], "two parts more at each step"
    assert stage.locator(".next").count() == 0

    slider = stage.get_by_role("slider")
    assert slider.get_attribute("max") == "2"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "2 of 3"
    assert spoken(stage.locator(".verdict").inner_text()).startswith("✗"), (
        "the answer is remembered"
    )
    assert not slider.is_disabled(), "an answered step stays open"

    stage.locator(".pill").nth(0).focus()
    page.keyboard.press("Enter")
    assert stage.get_by_role("slider").count() == 0, "nothing to move where there is one step"
    assert pages.errors == []
