"""Fixtures of the browser tests: ``start_lab``, ``lab``, ``browser``, ``pages``.

A test that needs a JupyterLab of its own (an nbgrader course, say) calls
``start_lab(root, env={...})``; one that only wants a notebook writes it into ``lab.root``::

    def test_something(lab, pages):
        write_notebook(lab.root / "one.ipynb", "1 + 1")
        notebook = pages.notebook(lab, "one.ipynb", size="phone", theme="dark")
        notebook.run_all()
        assert "2" in notebook.outputs().first.inner_text()
        assert pages.errors == []
"""

import pytest

from . import lab as tools


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, one for the whole run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        chromium = tools.launch_chromium(driver)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def start_lab(tmp_path_factory):
    """Return a function ``start_lab(root=None, env=None, arguments=()) -> Lab``; all are stopped at the end."""
    started = []

    def start(root=None, env=None, arguments=()):
        root = root or tmp_path_factory.mktemp("root")
        home = tmp_path_factory.mktemp("home")
        started.append(tools.Lab(root, home, env=env, arguments=arguments))
        return started[-1]

    yield start
    for lab in started:
        lab.stop()


@pytest.fixture(scope="session")
def lab(start_lab):
    """One JupyterLab on an empty folder, shared by the tests that need nothing special."""
    return start_lab()


@pytest.fixture
def pages(browser):
    """Pages of one test, and what their consoles complained about (``pages.errors``)."""
    opened = tools.Pages(browser)
    yield opened
    opened.close()
