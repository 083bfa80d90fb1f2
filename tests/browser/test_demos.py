"""The demos in JupyterLab: by keyboard, by pointer, light and dark, wide and as narrow as a phone."""

import importlib

import pytest

from course import demos
from course.demos import text

from .lab import write_notebook

pytestmark = pytest.mark.browser
#: Every demo of every chapter: chapter, then name, then what shows it.
SHOWS = {
    chapter: {
        name: show
        for name, show in vars(importlib.import_module(f"course.demos.{chapter}")).items()
        if hasattr(show, "demo")
    }
    for chapter in demos.CHAPTERS
}
of_every_chapter = pytest.mark.parametrize("chapter", SHOWS)


def write_demos(lab, chapter):
    """Write a notebook with all demos of a chapter, each in a variable of its own name."""
    names = list(SHOWS[chapter])
    cells = [f"{name} = demos.{chapter}.{name}()\n{name}" for name in names]
    last = f"for demo in ({', '.join(names)},):\n    print('kernel', demo.state)"
    write_notebook(lab.root / f"{chapter}.ipynb", "from course import demos", *cells, last)
    return f"{chapter}.ipynb"


def stage_of(notebook, title):
    stage = notebook.page.get_by_role("group", name=title, exact=True)
    stage.wait_for()
    return stage


def title_of(show):
    return text.plain(show.demo().title)


def spoken(words):
    """Return words without the signs that only steer where lines break."""
    return words.replace("\u00a0", " ").replace("\u2060", "")


@of_every_chapter
def test_by_keyboard_alone(lab, pages, chapter):
    """Predict and move every demo with Tab, Enter and arrows; the kernel hears of it."""
    notebook = pages.notebook(lab, write_demos(lab, chapter))
    notebook.run_all()
    page = notebook.page
    for show in SHOWS[chapter].values():
        demo = show.demo()
        if demo.prediction.steps:
            continue  # a row of questions has a test of its own
        stage = stage_of(notebook, title_of(show))
        sentence = stage.locator(".sentence")
        before = sentence.inner_text()
        sliders = stage.get_by_role("slider")
        # A demo in steps is walked through in a test of its own.
        moved = [] if demo.prediction.steps else demo.controls
        assert sliders.count() == len(moved)
        assert all(sliders.nth(i).is_disabled() for i in range(sliders.count()))

        answer = stage.locator(".choice").nth(int(demo.value(demo.prediction.right, demo.start())))
        answer.focus()
        page.keyboard.press("Enter")
        assert "✓" in stage.locator(".verdict").inner_text()
        assert page.evaluate("document.activeElement.classList.contains('verdict')"), (
            "focus is kept"
        )
        assert sentence.inner_text() != before
        assert stage.locator("details").is_visible()

        for i, control in enumerate(moved):
            slider = sliders.nth(i)
            assert slider.get_attribute("aria-label")
            before, said = sentence.inner_text(), slider.get_attribute("aria-valuetext")
            slider.focus()
            start = control.values.index(
                min(control.values, key=lambda v: abs(v - demo.start()[control.name]))
            )
            count = min(12, max(start, len(control.values) - 1 - start))
            key, end = (
                ("ArrowLeft", start - count) if start >= count else ("ArrowRight", start + count)
            )
            for _ in range(count):
                page.keyboard.press(key)
            assert sentence.inner_text() != before, control.name
            assert slider.get_attribute("aria-valuetext") != said
            assert slider.input_value() == str(end), "no key is lost, none is taken back"
        picture = stage.locator(".drawing > svg")
        assert picture.get_attribute("role") == "img"
        assert spoken(picture.get_attribute("aria-label")) == spoken(sentence.inner_text())
        page.wait_for_timeout(800)
        assert spoken(stage.get_by_role("status").inner_text()) == spoken(sentence.inner_text())

    for _ in range(10):  # on a busy machine the last message may take a while
        notebook.wait_until_idle()
        page.wait_for_timeout(300)
        notebook.run_cell(-1)  # what the kernel knows
        lines = notebook.outputs().last.inner_text().splitlines()
        told = [line for line in lines if "kernel" in line]
        if all("'revealed': 1" in line for line in told):
            break
    assert len(told) == len(SHOWS[chapter])
    for line, show in zip(told, SHOWS[chapter].values(), strict=True):
        assert "'revealed': 1" in line or show.demo().prediction.steps, show.__name__
    if chapter == "definition":
        assert "'h': 0.25" in told[0]
    assert pages.errors == []


def test_a_cell_moves_the_picture_and_the_picture_can_be_dragged(lab, pages):
    source = "from course import demos\ndemo = demos.definition.chord_to_tangent()\ndemo"
    write_notebook(lab.root / "cell.ipynb", source, "demo.skip(); demo.x0 = -1.0; demo.h = 1.0")
    notebook = pages.notebook(lab, "cell.ipynb")
    notebook.run_all()
    stage = stage_of(notebook, title_of(SHOWS["definition"]["chord_to_tangent"]))
    sentence = stage.locator(".sentence")
    assert "x₀ = −1.00" in spoken(sentence.inner_text())
    assert "−2.0000" in sentence.inner_text()
    grip = stage.locator(".grip").first
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    notebook.page.mouse.move(x, y)
    notebook.page.mouse.down()
    notebook.page.mouse.move(x + 80, y, steps=5)
    notebook.page.mouse.up()
    value = float(
        stage.get_by_role("slider")
        .first.get_attribute("aria-valuetext")
        .split("= ")[1]
        .replace("−", "-")
    )
    assert -0.9 < value < 1
    assert pages.errors == []


@pytest.mark.parametrize(
    ("size", "theme"), [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
)
@of_every_chapter
def test_every_preset_in_every_theme_and_width(lab, pages, chapter, size, theme):
    path = write_demos(lab, chapter)
    notebook = pages.notebook(lab, path, size=size, theme=theme, reduced_motion="reduce")
    notebook.run_all()
    page = notebook.page
    for name, show in SHOWS[chapter].items():
        stage = stage_of(notebook, title_of(show))
        notebook.screenshot(f"{name}-{size}-{theme}-asked", stage)
        assert stage.locator(".play").count() == 0, "reduced motion is respected"
        seen = set()
        for index, preset in enumerate(show.demo().presets):
            stage.locator(".pill").nth(index).click()
            stage.locator(".skip").click()
            assert stage.locator(".pill").nth(index).get_attribute("aria-pressed") == "true"
            seen.add(stage.locator(".sentence").inner_text())
            notebook.screenshot(f"{name}-{size}-{theme}-{preset}", stage)
        assert len(seen) == len(show.demo().presets)
        for part in (stage, stage.locator(".drawing > svg")):
            assert part.evaluate("node => node.scrollWidth <= node.clientWidth + 1"), (
                "fits the width"
            )
        paper = stage.evaluate("node => getComputedStyle(node).backgroundColor")
        assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 17, 17)"}[theme]
        unnamed = page.evaluate(
            """root => [...root.querySelectorAll("button, input, summary")].filter(node =>
                !(node.getAttribute("aria-label") || node.textContent.trim())).length""",
            stage.element_handle(),
        )
        assert unnamed == 0
    assert pages.errors == []
