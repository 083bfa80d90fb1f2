"""JupyterLab and headless Chromium for the browser tests.

``Lab`` is a JupyterLab server on a free port that keeps all its files below one directory, so that
no test sees the settings of the machine or of another test. ``Pages`` opens pages in Chromium (light
or dark, wide or as narrow as a phone) and keeps what their consoles complained about. ``Notebook``
is what a person does in an open notebook. The fixtures in ``conftest.py`` hand them out.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ARTEFACTS = Path(__file__).resolve().parents[1] / "artefacts"
REPOSITORY = Path(__file__).resolve().parents[2]
#: Width and height of the pages in CSS pixels.
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
]
#: Messages of JupyterLab itself on the console, which no notebook can prevent.
NOISE = re.compile(
    r"favicon|ResizeObserver loop|/lsp/status|api/collaboration|Failed to load resource.*(404|403)"
    r"|build/api|translations|The above error occurred in the <|React|Comm not found for comm id",
)


def free_port() -> int:
    """Return a TCP port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Lab:
    """A running JupyterLab server.

    Parameters
    ----------
    root : Path
        The folder that JupyterLab shows.
    home : Path
        A folder for its settings, workspaces, run-time files and log (outside `root`).
    env : dict of str to str, optional
        Environment variables to add, for instance ``JUPYTER_CONFIG_PATH``. None as a value removes one.
    arguments : sequence of str, optional
        More command-line arguments.

    Attributes
    ----------
    url : str
        Address of the server, with a slash at its end.
    token : str
        What the address needs as ``?token=``.
    """

    def __init__(self, root, home, env=None, arguments=()):
        self.root, self.home = Path(root), Path(home)
        self.token = secrets.token_hex(16)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self._write_settings()
        self.log = self.home / "jupyterlab.log"
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
            f"--ServerApp.port={self.port}", "--ServerApp.port_retries=0", "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.root_dir={self.root}", f"--IdentityProvider.token={self.token}",
            "--LabApp.expose_app_in_browser=True", "--LabApp.extension_manager=readonly",
            f"--LabApp.user_settings_dir={self.home / 'settings'}",
            f"--LabApp.workspaces_dir={self.home / 'workspaces'}",
            *arguments,
        ]  # fmt: skip
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=self.root, env=self._environment(env or {}), stdout=log, stderr=log
            )
        self._wait()

    def _environment(self, extra):
        environment = dict(os.environ)
        environment.update(
            JUPYTER_CONFIG_DIR=str(self.home / "config"),
            JUPYTER_DATA_DIR=str(self.home / "data"),
            JUPYTER_RUNTIME_DIR=str(self.home / "runtime"),
            IPYTHONDIR=str(self.home / "ipython"),
            PYTHONPATH=os.pathsep.join(
                [str(REPOSITORY), *filter(None, [environment.get("PYTHONPATH")])]
            ),
        )
        for name, value in extra.items():
            if value is None:
                environment.pop(name, None)
            else:
                environment[name] = str(value)
        return environment

    def _write_settings(self):
        """Switch the news pop-up off and make saving prompt-free."""
        folder = self.home / "settings" / "@jupyterlab" / "apputils-extension"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "notification.jupyterlab-settings").write_text(
            json.dumps({"fetchNews": "false", "checkForUpdates": False})
        )

    def _wait(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}api/status?token={self.token}", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError("JupyterLab did not start:\n" + self.log.read_text(errors="replace"))

    def address(self, path="", workspace="tests"):
        """Return the address that opens the file `path` (relative to the root) in a clean workspace."""
        tree = f"/tree/{path}" if path else ""
        return f"{self.url}lab/workspaces/{workspace}{tree}?reset&token={self.token}"

    def stop(self):
        """End the server and its kernels."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(15)


def launch_chromium(playwright):
    """Start headless Chromium: the system's, or else the one that Playwright installed."""
    system = shutil.which("chromium") or shutil.which("chromium-browser")
    system = system or shutil.which("google-chrome")
    return playwright.chromium.launch(executable_path=system, args=CHROMIUM_ARGUMENTS)


class Pages:
    """Opens pages and keeps what their consoles complained about.

    Attributes
    ----------
    errors : list of str
        Uncaught exceptions and console errors of all pages, without JupyterLab's own noise.
    """

    def __init__(self, browser):
        self._browser, self._contexts = browser, []
        self.errors: list[str] = []

    def open(self, *, size="wide", theme="light", reduced_motion="no-preference", timeout=20_000):
        """Return an empty page; `theme` sets what the page's ``prefers-color-scheme`` says."""
        width, height = SIZES[size]
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            reduced_motion=reduced_motion,
            accept_downloads=True,
        )
        context.set_default_timeout(timeout)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(f"exception: {error}"))
        page.on("console", self._listen)
        return page

    def notebook(self, lab, path, *, size="wide", theme="light", **options):
        """Open a notebook of `lab` in a page of its own and wait until its kernel is idle."""
        page = self.open(size=size, theme=theme, **options)
        page.goto(lab.address(path, workspace=f"tests-{size}-{theme}-{secrets.token_hex(3)}"))
        notebook = Notebook(page)
        notebook.wait_until_ready()
        notebook.set_theme(theme)
        if size == "phone":
            notebook.close_sidebars()
        return notebook

    def _listen(self, message):
        if message.type == "error" and not NOISE.search(message.text):
            self.errors.append(message.text)

    def close(self):
        """Close every page."""
        for context in self._contexts:
            context.close()


class Notebook:
    """An open notebook, and what a person does in it. `page` is Playwright's page."""

    def __init__(self, page):
        self.page = page

    def command(self, name, **arguments):
        """Run one of JupyterLab's commands, for instance ``notebook:run-all-cells``."""
        return self.page.evaluate(
            "([name, args]) => window.jupyterapp.commands.execute(name, args).then(() => true)",
            [name, arguments],
        )

    def wait_until_ready(self):
        """Wait for the notebook's cells and an idle kernel."""
        self.page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")
        self.wait_until_idle()

    def wait_until_idle(self, timeout=60_000):
        """Wait until the kernel is idle and no cell waits for it."""
        self.page.wait_for_function(
            """() => {
                const panel = window.jupyterapp?.shell.currentWidget;
                const kernel = panel?.sessionContext?.session?.kernel;
                const waiting = [...document.querySelectorAll(".jp-InputArea-prompt")]
                    .some(prompt => prompt.textContent.includes("*"));
                return kernel && kernel.status === "idle" && !waiting;
            }""",
            timeout=timeout,
        )

    def run_all(self, timeout=120_000):
        """Run every cell, and wait until all are done."""
        self.command("notebook:run-all-cells")
        self.wait_until_idle(timeout)

    def index(self, cell):
        """Return the index from 0 of a cell, given by its id or by its index (negative from the end)."""
        return self.page.evaluate(
            """cell => {
                const { widgets } = window.jupyterapp.shell.currentWidget.content;
                if (typeof cell === "number") return cell < 0 ? widgets.length + cell : cell;
                return widgets.findIndex(widget => widget.model.id === cell);
            }""",
            cell,
        )

    def select(self, cell):
        """Make a cell (its id or index) the active one."""
        index = self.index(cell)
        if index < 0:
            raise LookupError(f"this notebook has no cell {cell!r}")
        self.page.evaluate(
            "index => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = index; }",
            index,
        )

    def source(self, cell):
        """Return what a cell says."""
        return self.page.evaluate(
            "index => window.jupyterapp.shell.currentWidget.content.widgets[index]"
            ".model.sharedModel.getSource()",
            self.index(cell),
        )

    def type_into(self, cell, text):
        """Replace what a cell says, with the keyboard."""
        self.select(cell)
        self.command("notebook:enter-edit-mode")
        self.cell(self.index(cell)).locator(".cm-content").focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.command("notebook:enter-command-mode")

    def run_cell(self, cell, timeout=60_000):
        """Run a cell (its id or index) and wait until it is done."""
        self.select(cell)
        self.command("notebook:run-cell")
        self.wait_until_idle(timeout)

    def save(self):
        """Save the notebook."""
        self.command("docmanager:save")

    def set_theme(self, theme):
        """Switch JupyterLab to ``"light"`` or ``"dark"``."""
        self.command("apputils:change-theme", theme=THEMES[theme])
        light = "true" if theme == "light" else "false"
        self.page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")

    def close_sidebars(self):
        """Give the notebook the whole width, as one would on a phone."""
        self.page.evaluate(
            "() => { const s = window.jupyterapp.shell; s.collapseLeft(); s.collapseRight(); }"
        )

    def cell(self, index):
        """Return the locator of the cell with this index (from 0)."""
        return self.page.locator(f'.jp-Cell[data-windowed-list-index="{index}"]')

    def output(self, cell):
        """Return the locator of a cell's outputs."""
        return self.cell(self.index(cell)).locator(".jp-OutputArea").first

    def outputs(self):
        """Return the locator of all outputs."""
        return self.page.locator(".jp-OutputArea-output")

    def screenshot(self, name, locator=None):
        """Keep a picture of the page, or of one element, as ``tests/artefacts/NAME.png``.

        For an element the page is made tall for a moment, since JupyterLab would cut it off.
        """
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        if locator is None:
            self.page.screenshot(path=path)
            return path
        size = self.page.viewport_size
        self.page.set_viewport_size(size | {"height": 1900})
        locator.scroll_into_view_if_needed()
        locator.screenshot(path=path)
        self.page.set_viewport_size(size)
        return path


def write_notebook(path, *cells):
    """Write a notebook to `path`; a cell is Python source, or Markdown when it begins with ``%md``."""
    written = []
    for number, source in enumerate(cells):
        markdown = source.startswith("%md")
        cell = {
            "cell_type": "markdown" if markdown else "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": source.removeprefix("%md").strip(),
        }
        if not markdown:
            cell |= {"execution_count": None, "outputs": []}
        written.append(cell)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": written,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    Path(path).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    return Path(path)
