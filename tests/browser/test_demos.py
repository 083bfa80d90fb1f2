"""The demos in JupyterLab: by keyboard, by pointer, light and dark, wide and as narrow as a phone."""

import pytest

from course.demos import definition

from .lab import write_notebook

pytestmark = pytest.mark.browser
SHOWS = [
    definition.chord_to_tangent,
    definition.trip_and_speedometer,
    definition.does_the_limit_exist,
]
NAMES = [show.__name__ for show in SHOWS]


@pytest.fixture(scope="module")
def notebook_path(lab):
    """A notebook with all demos of chapter 1, each in a variable of its own name."""
    cells = [f"{name} = demos.definition.{name}()\n{name}" for name in NAMES]
    last = f"for demo in ({', '.join(NAMES)}):\n    print('kernel', demo.state)"
    write_notebook(lab.root / "demos.ipynb", "from course import demos", *cells, last)
    return "demos.ipynb"


def stage_of(notebook, title):
    stage = notebook.page.get_by_role("group", name=title, exact=True)
    stage.wait_for()
    return stage


def titles():
    from course.demos import text

    return [text.plain(show.demo().title) for show in SHOWS]


def test_by_keyboard_alone(lab, pages, notebook_path):
    """Predict and move every demo with Tab, Enter and arrows; the kernel hears of it."""
    notebook = pages.notebook(lab, notebook_path)
    notebook.run_all()
    page = notebook.page
    for show, title in zip(SHOWS, titles(), strict=True):
        demo = show.demo()
        stage = stage_of(notebook, title)
        sentence = stage.locator(".sentence")
        before = sentence.inner_text()
        sliders = stage.get_by_role("slider")
        assert sliders.count() == len(demo.controls)
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

        for i, control in enumerate(demo.controls):
            slider = sliders.nth(i)
            assert slider.get_attribute("aria-label")
            before, said = sentence.inner_text(), slider.get_attribute("aria-valuetext")
            slider.focus()
            for _ in range(12):
                page.keyboard.press("ArrowLeft")
            assert sentence.inner_text() != before, control.name
            assert slider.get_attribute("aria-valuetext") != said
            start = control.values.index(
                min(control.values, key=lambda v: abs(v - demo.start()[control.name]))
            )
            assert slider.input_value() == str(start - 12), "no key is lost, none is taken back"
        picture = stage.locator(".drawing > svg")
        assert picture.get_attribute("role") == "img"
        assert picture.get_attribute("aria-label") == sentence.inner_text().replace(
            "\u00a0", " "
        ).replace("\u2060", "")
        page.wait_for_timeout(800)
        assert stage.get_by_role("status").inner_text() == sentence.inner_text().replace(
            "\u00a0", " "
        ).replace("\u2060", "")

    notebook.wait_until_idle()
    page.wait_for_timeout(300)
    notebook.run_cell(-1)  # what the kernel knows
    told = [line for line in notebook.outputs().last.inner_text().splitlines() if "kernel" in line]
    assert len(told) == len(SHOWS)
    assert all("'revealed': 1" in line for line in told)
    assert "'h': 0.25" in told[0]
    assert pages.errors == []


def test_a_cell_moves_the_picture_and_the_picture_can_be_dragged(lab, pages):
    source = "from course import demos\ndemo = demos.definition.chord_to_tangent()\ndemo"
    write_notebook(lab.root / "cell.ipynb", source, "demo.skip(); demo.x0 = -1.0; demo.h = 1.0")
    notebook = pages.notebook(lab, "cell.ipynb")
    notebook.run_all()
    stage = stage_of(notebook, titles()[0])
    sentence = stage.locator(".sentence")
    assert "x₀ = −1.00" in sentence.inner_text().replace("\u00a0", " ").replace("\u2060", "")
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
def test_every_preset_in_every_theme_and_width(lab, pages, notebook_path, size, theme):
    notebook = pages.notebook(lab, notebook_path, size=size, theme=theme, reduced_motion="reduce")
    notebook.run_all()
    page = notebook.page
    for show, title in zip(SHOWS, titles(), strict=True):
        stage = stage_of(notebook, title)
        notebook.screenshot(f"{show.__name__}-{size}-{theme}-asked", stage)
        assert stage.locator(".play").count() == 0, "reduced motion is respected"
        seen = set()
        for index, preset in enumerate(show.demo().presets):
            stage.locator(".pill").nth(index).click()
            stage.locator(".skip").click()
            assert stage.locator(".pill").nth(index).get_attribute("aria-pressed") == "true"
            seen.add(stage.locator(".sentence").inner_text())
            notebook.screenshot(f"{show.__name__}-{size}-{theme}-{preset}", stage)
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
