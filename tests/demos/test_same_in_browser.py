"""What the browser computes, says and draws is what Python does: the ES module runs in Node."""

import json
import math
import re
import shutil
import subprocess

import pytest

from course.demos import scene, strings, text
from course.demos.stage import module

from .states import CASES, random_states

RUNNER = """
import { readFileSync } from "node:fs";
import { axes, draw, formatNumber, layout, plain, prepare } from "./stage.mjs";
const { spec, states, formats, widths } = JSON.parse(readFileSync(0, "utf8"));
const demo = prepare(spec);
const results = states.map((state, index) => {
  const numbers = demo.compute(state);
  const { frames, height } = layout(demo, numbers, widths[index % widths.length]);
  const sentence = plain(demo.say(spec.sentence, numbers));
  const rows = spec.table ? spec.table.rows.map((row) => row.map((cell) => demo.say(cell, numbers))) : [];
  const drawing = frames.map((frame) => [axes(frame), ...frame.panel.marks.map((mark) => draw(mark, frame))]);
  const written = Object.fromEntries(Object.entries(numbers).map(([k, v]) => [k, typeof v === "number" ? String(v) : v]));
  const right = demo.value(spec.prediction.right, numbers);
  return { numbers: written, sentence, rows, height, drawing, right };
});
const formatted = formats.map(([value, format]) => formatNumber(Number(value), format, spec.words));
console.log(JSON.stringify({ results, formatted, presets: spec.presets.map(([key]) => key) }));
"""
WIDTHS = [236, 480, 640, 808]


@pytest.fixture(scope="module")
def in_node(tmp_path_factory):
    """Return a function that runs a demo's data in the ES module, in Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed; tests/browser runs the same module in Chromium")
    folder = tmp_path_factory.mktemp("module")
    (folder / "stage.mjs").write_text(module(), encoding="utf-8")
    (folder / "run.mjs").write_text(RUNNER, encoding="utf-8")

    def run(demo, states, formats=()):
        spec = demo.json() | {"words": strings.table()}
        asked = {"spec": spec, "states": states, "formats": list(formats), "widths": WIDTHS}
        done = subprocess.run(
            [node, str(folder / "run.mjs")],
            # Sorted keys: as in the widget state of a saved notebook.
            input=json.dumps(asked, allow_nan=False, sort_keys=True),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def close(ours, theirs):
    if isinstance(ours, str):
        return ours == theirs
    ours, theirs = float(ours), float(theirs.replace("Infinity", "inf").replace("NaN", "nan"))
    return (
        ours == theirs
        or (ours != ours and theirs != theirs)
        or math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)
    )


def assert_drawn_alike(ours, theirs):
    """Compare two primitives; coordinates may differ by the tenth of a pixel that rounding decides."""
    tag, attributes, words = ours
    assert [tag, words] == [theirs[0], theirs[2]]
    assert set(attributes) == set(theirs[1])
    for key, value in attributes.items():
        a, b = str(value), str(theirs[1][key])
        if a == b:
            continue
        number = r"-?[\d.]+(?:e[-+]?\d+)?"
        assert re.sub(number, "#", a) == re.sub(number, "#", b), key
        for x, y in zip(re.findall(number, a), re.findall(number, b), strict=True):
            assert abs(float(x) - float(y)) < 0.11, (key, a, b)


@pytest.mark.parametrize("case", CASES)
def test_numbers_sentences_and_pictures_agree(case, in_node):
    demo = CASES[case]()
    states = random_states(demo, 60, seed=7)
    told = in_node(demo, states)
    assert told["presets"] == list(demo.presets)
    answers = told["results"]
    for index, (state, theirs) in enumerate(zip(states, answers, strict=True)):
        numbers = demo.compute(state)
        assert set(numbers) == set(theirs["numbers"])
        for name, value in numbers.items():
            assert close(value, theirs["numbers"][name]), (state, name)
        assert demo.describe(numbers) == theirs["sentence"], state
        assert demo.value(demo.prediction.right, numbers) == theirs["right"]
        rows = demo.table.rows if demo.table else []
        assert [[demo.say(cell, numbers) for cell in row] for row in rows] == theirs["rows"]
        frames, height = scene.layout(demo, numbers, WIDTHS[index % len(WIDTHS)])
        assert height == theirs["height"]
        for frame, panel in zip(frames, theirs["drawing"], strict=True):
            ours = [scene.axes(frame), *(scene.draw(mark, frame) for mark in frame.panel.marks)]
            for mark, their_mark in zip(ours, panel, strict=True):
                assert len(mark) == len(their_mark), state
                for a, b in zip(mark, their_mark, strict=True):
                    assert_drawn_alike(a, b)


def test_numbers_are_written_alike(in_node):
    """Ties, signs of zero, tiny and huge, infinite and undefined."""
    values = [
        0.0,
        -0.0,
        0.5,
        1.5,
        2.5,
        -2.5,
        0.125,
        0.375,
        -0.004,
        1e-7,
        123456.5,
        1234567.0,
        0.1 + 0.2,
    ]
    values += [9.995, 99.95, 0.00009995, 1e20, -3.2e-12, math.inf, -math.inf, math.nan, 1 / 3]
    formats = [".0f", ".2f", "+.2f", ".4f", ".1g", ".2g", ".4g", ".6g", "+.3g"]
    pairs = [(value, spec) for value in values for spec in formats]
    words = {math.inf: "Infinity", -math.inf: "-Infinity"}
    sent = [(words.get(v, "NaN" if v != v else repr(v)), spec) for v, spec in pairs]
    demo = next(iter(CASES.values()))()
    theirs = in_node(demo, [], sent)["formatted"]
    assert theirs == [text.number(value, spec) for value, spec in pairs]
