"""How fast a demo answers, beside ``ipywidgets.interact`` with Matplotlib in the same run.

Run ``python tests/benchmarks/bench_demos.py`` for all demos, or with the names of some. It starts JupyterLab and headless Chromium and prints a
table: median and 95th percentile from a real key press to the changed picture, pictures a second in a
fast drag, the same latency behind a round trip of 150 ms (a proxy holds
every byte back by 75 ms in each direction), bytes a step and time from running the cell to the first picture.
"""

from __future__ import annotations

import importlib
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from course import demos
from tests.browser.lab import Lab, Pages, launch_chromium, write_notebook

STAGE = "from course import demos\ndemos.{}.{}()"
INTERACT = """
import numpy as np, matplotlib.pyplot as plt
from ipywidgets import interact, FloatSlider
x = np.linspace(-3, 3, 241)
def tangent(h=1.0):
    fig, ax = plt.subplots(figsize=(6, 3))
    ax.plot(x, x**2); ax.plot(x, 1 + (2 + h) * (x - 1)); ax.set_ylim(-2, 7); plt.show()
interact(tangent, h=FloatSlider(1, min=-1, max=1, step=0.02));
"""
REFERENCE = "interact + Matplotlib"
#: In the page: note when a key goes down and when the picture next changes.
WATCH = """slider => {
    const root = slider.closest('.jp-OutputArea') ;
    window.times = []; window.changes = 0; let pressed = 0;
    window.addEventListener('keydown', () => { pressed = performance.now(); }, true);
    window.observer = new MutationObserver(records => {
        const drawn = records.some(r => r.target.closest?.('.drawing') ||
            [...(r.addedNodes || [])].some(n => n.querySelector?.('img') || n.nodeName === 'IMG') || r.target.nodeName === 'IMG');
        if (!drawn) return;
        window.changes++;
        if (pressed) { const began = pressed; pressed = 0; window.times.push(performance.now() - began); }
    });
    window.observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['d', 'cx', 'cy', 'x', 'y', 'src'] });
}"""


def cases(names):
    """Return the source of a cell for each demo with a slider (all, or those named), and the reference."""
    found = {}
    for chapter in demos.CHAPTERS:
        for name, show in vars(importlib.import_module(f"course.demos.{chapter}")).items():
            wanted = hasattr(show, "demo") and (not names or name in names)
            if wanted and not show.demo().prediction.steps:
                found[name] = STAGE.format(chapter, name)
    return found | {REFERENCE: INTERACT}


def slider_of(page):
    """Return the slider of the case: the stage's own input, or ipywidgets' handle."""
    stage = page.locator(".course-stage")
    if stage.count():
        page.locator(".skip").click()
        return page.locator(".course-stage input[type=range]").last
    return page.locator(".noUi-handle").last


def press(page, slider, count, pause):
    """Press an arrow key `count` times and return the latencies in ms."""
    slider.focus()
    page.evaluate("window.times = []")
    for k in range(count):
        page.keyboard.press("ArrowLeft" if (k // 10) % 2 == 0 else "ArrowRight")
        page.wait_for_timeout(pause)
    return page.evaluate("window.times")


def drag(page, slider):
    """Drag the slider fast for about 1.5 s and return the pictures a second."""
    box = slider.bounding_box()
    stage = page.locator(".course-stage").count()
    left, width = (box["x"], box["width"]) if stage else (box["x"] - 200, 400)
    y = box["y"] + box["height"] / 2
    page.mouse.move(left + width - 8 if stage else box["x"] + box["width"] / 2, y)
    page.mouse.down()
    page.evaluate("window.changes = 0")
    began = time.perf_counter()
    k = 0
    while time.perf_counter() - began < 1.5:
        k += 1
        page.mouse.move(left + width / 2 + (width / 2 - 8) * (1 - 2 * (k % 80) / 80), y)
    seconds = time.perf_counter() - began
    changes = page.evaluate("window.changes")
    page.mouse.up()
    return changes / seconds


class SlowProxy(threading.Thread):
    """A TCP proxy before JupyterLab that delays every byte by half the round trip, in order."""

    def __init__(self, port, target, delay):
        super().__init__(daemon=True)
        self.port, self.target, self.delay = port, target, delay
        self.bytes = 0

    def run(self):
        import asyncio

        async def pump(reader, writer, queue):
            async def send():
                while True:
                    due, data = await queue.get()
                    await asyncio.sleep(max(0, due - time.monotonic()))
                    if data is None:
                        writer.close()
                        return
                    writer.write(data)
                    await writer.drain()

            sender = asyncio.create_task(send())
            try:
                while data := await reader.read(65536):
                    self.bytes += len(data)
                    queue.put_nowait((time.monotonic() + self.delay[0], data))
            except OSError:
                pass
            queue.put_nowait((0, None))
            await asyncio.gather(sender, return_exceptions=True)

        async def serve(reader, writer):
            there = await asyncio.open_connection("127.0.0.1", self.target)
            await asyncio.gather(
                pump(reader, there[1], asyncio.Queue()),
                pump(there[0], writer, asyncio.Queue()),
                return_exceptions=True,
            )

        async def main():
            server = await asyncio.start_server(serve, "127.0.0.1", self.port)
            await server.serve_forever()

        asyncio.run(main())


def measure(pages, lab, proxy, name, source):
    """Return one row of the table."""
    write_notebook(lab.root / "bench.ipynb", source)
    proxy.delay[0] = 0
    notebook = pages.notebook(lab, "bench.ipynb")
    page = notebook.page
    wanted = ".course-stage svg text, .jp-OutputArea-output .noUi-handle"
    notebook.run_all()  # imports
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.wait_for_function(f"!document.querySelector('{wanted}')")
    began = time.perf_counter()
    page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(wanted, state="attached")
    if "interact" in name:
        page.wait_for_selector(".jp-OutputArea-output img")
    first = time.perf_counter() - began
    notebook.wait_until_idle()
    page.wait_for_timeout(500)
    slider = slider_of(page)
    slider.evaluate(WATCH)
    press(page, slider, 5, 150)
    proxy.bytes = 0
    page.wait_for_timeout(6000)  # what JupyterLab says of its own accord
    quiet = proxy.bytes
    times = press(page, slider, 40, 150)
    per_step = max(0, proxy.bytes - quiet) / 40  # 40 steps of 150 ms take those 6 s as well
    rate = drag(page, slider)
    page.wait_for_timeout(1500)
    proxy.delay[0] = 0.075
    slow = press(page, slider, 20, 500)
    proxy.delay[0] = 0
    page.context.close()
    return [
        name,
        f"{statistics.median(times):.1f}" if times else "none",
        f"{sorted(times)[int(0.95 * len(times)) - 1]:.1f}" if times else "none",
        f"{rate:.1f}",
        f"{statistics.median(slow):.1f}" if slow else "none",
        f"{per_step / 1000:.1f} k",
        f"{first:.2f} s",
    ]


def main():
    """Measure every case and print the table."""
    from tests.browser.lab import free_port

    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder) / "root", Path(folder) / "home"
        root.mkdir()
        home.mkdir()
        lab = Lab(root, home)
        proxy = SlowProxy(free_port(), lab.port, [0.0])
        proxy.start()
        time.sleep(0.3)
        lab.url = f"http://127.0.0.1:{proxy.port}/"
        print(
            "| | median ms | p95 ms | pictures/s | ms at 150 ms round trip | bytes a step | first picture |"
        )
        print("|---|---|---|---|---|---|---|")
        try:
            with sync_playwright() as driver:
                browser = launch_chromium(driver)
                pages = Pages(browser)
                for name, source in cases(sys.argv[1:]).items():
                    print(
                        "| " + " | ".join(measure(pages, lab, proxy, name, source)) + " |",
                        flush=True,
                    )
                browser.close()
        finally:
            lab.stop()


if __name__ == "__main__":
    main()
