"""Problems 2, 3, 5 and 6 as notebooks: model solution, blank, typical answers, what is released."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from course.answers.witnesses import Order

SOURCE = Path(__file__).parents[2] / "autograder" / "source" / "differentiation"
POINTS = {
    2: {"p2-derivative-test": 4, "p2-at-zero-test": 4, "p2-second-test": 4},
    3: {
        "p3-delta-test": 2,
        "p3-sequences-test": 4,
        "p3-limits-test": 2,
        "p3-order-test": 2,
        "p3-proof": 4,
    },
    5: {"p5-a-test": 3, "p5-b-test": 3, "p5-c-test": 3, "p5-d-test": 3},
    6: {
        "p6-step-test": 2,
        "p6-polynomials-test": 2,
        "p6-order-test": 2,
        "p6-series-test": 2,
        "p6-why": 2,
    },
}
NAMES = {
    "p2-derivative": "f_prime",
    "p2-at-zero": "slope_at_0 delta",
    "p2-second": "left_slope right_slope differentiable_everywhere",
    "p3-delta": "delta",
    "p3-sequences": "rational irrational",
    "p3-limits": "limit_rational limit_irrational",
    "p3-order": "order",
    "p5-a": "sin_coefficients",
    "p5-b": "cos_coefficients",
    "p5-c": "log_has_expansion_at_0 log1p_coefficients",
    "p5-d": "gauss_coefficients",
    "p6-step": "A B",
    "p6-polynomials": "P1 P2 P3",
    "p6-series": "series equals_f x0 bound",
    "p6-order": "order",
}


def cells(number: int) -> dict[str, dict]:
    """The cells of a source notebook by their ids."""
    notebook = json.loads((SOURCE / f"problem{number}.ipynb").read_text(encoding="utf-8"))
    return {cell["id"]: cell for cell in notebook["cells"]}


def text(cell: dict) -> str:
    return "".join(cell["source"])


def graded(cell: dict, kind: str = "grade") -> bool:
    return cell["metadata"].get("nbgrader", {}).get(kind, False)


def run(number: int, answer: dict[str, str] | None = None, blank: bool = False) -> dict:
    """Run a problem's cells, answers replaced; the last value of each test cell, by id."""
    space: dict = {}
    results = {}
    for name, cell in cells(number).items():
        if cell["cell_type"] != "code" or name.endswith(("hand-in", "watch", "float")):
            continue
        source = text(cell)
        if blank and graded(cell, "solution"):
            source = re.sub(r"### BEGIN SOLUTION.*?### END SOLUTION", "", source, flags=re.DOTALL)
        source += "\n" + (answer or {}).get(name, "")
        values = []
        for node in ast.parse(source).body:
            if isinstance(node, ast.Expr):
                values.append(eval(compile(ast.Expression(node.value), name, "eval"), space))
            else:
                exec(compile(ast.Module([node], []), name, "exec"), space)
        if graded(cell):
            results[name] = values[-1]
            results[name + " shown"] = repr(values[0])
    return results


def numbers(results: dict) -> dict:
    return {name: value for name, value in results.items() if not name.endswith(" shown")}


def automatic(number: int) -> dict:
    return {name: p for name, p in POINTS[number].items() if name.endswith("-test")}


@pytest.mark.parametrize("number", POINTS)
def test_model_solution_earns_everything(number):
    assert numbers(run(number)) == automatic(number)


@pytest.mark.parametrize("number", POINTS)
def test_blank_earns_nothing_and_stops_nowhere(number):
    results = run(number, blank=True)
    assert numbers(results) == dict.fromkeys(automatic(number), 0)
    for name in automatic(number):
        assert "No answer yet" in results[name + " shown"]


@pytest.mark.parametrize("number", POINTS)
def test_points_and_names(number):
    found = cells(number)
    given = {
        name: cell["metadata"]["nbgrader"]["points"] for name, cell in found.items() if graded(cell)
    }
    assert given == POINTS[number]
    for name, bound in NAMES.items():
        if name.startswith(f"p{number}-"):
            assert graded(found[name], "solution")
            for variable in bound.split():
                assert re.search(rf"^{variable} = ", text(found[name]), re.MULTILINE)


def test_all_six_problems_have_80_points():
    total = 0
    for number in range(1, 7):
        total += sum(
            cell["metadata"]["nbgrader"]["points"]
            for cell in cells(number).values()
            if graded(cell)
        )
    assert total == 80


@pytest.mark.parametrize("number", POINTS)
def test_nothing_that_helps_is_released(number):
    import nbformat
    from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions

    notebook = nbformat.read(SOURCE / f"problem{number}.ipynb", as_version=4)
    resources: dict = {}
    for preprocessor in (ClearSolutions(), ClearHiddenTests(), ClearMarkScheme()):
        notebook, resources = preprocessor.preprocess(notebook, resources)
    released = "\n".join(cell.source for cell in notebook.cells)
    for word in ("SOLUTION", "HIDDEN", "Rubric", "Model solution", "course.score", "equals="):
        assert word not in released
    for cell in notebook.cells:  # what is visible runs
        if cell.cell_type == "code":
            ast.parse(cell.source)


@pytest.mark.parametrize(("number", "name"), [(3, "p3-order-test"), (6, "p6-order-test")])
def test_the_sealed_order_is_the_plain_one(number, name):
    space: dict = {"course": __import__("course"), "order": []}
    exec("from course.answers import witnesses", space)
    exec(text(cells(number)[name]), space)
    sealed, plain = space["proof"].lines, space["plain"].lines
    assert isinstance(space["plain"], Order)
    assert sealed.needs == plain.needs
    assert sealed.distractors == plain.distractors
    # Every line of the statement is a line of the proof or a distractor, and the other way round.
    statement = text(cells(number)[name.replace("-test", "-text")])
    listed = set(re.findall(r"^(\d+)\. ", statement, re.MULTILINE))
    assert listed == set(plain.needs) | set(plain.distractors)


#: Typical answers: cell, code that gives it, points, and a word that the feedback must contain.
ANSWERS = [
    (2, "p2-derivative", 'f_prime = "cases(x < 0, 0, 2x)"', 4, "Right"),
    (2, "p2-derivative", 'f_prime = "cases(x <= 0, 0, 2x)"', 4, "Right"),
    (2, "p2-derivative", 'f_prime = "x + |x|"', 4, "Right"),
    (2, "p2-derivative", 'f_prime = "2 relu(x)"', 4, "Right"),
    (2, "p2-derivative", 'f_prime = "x (1 + sign(x))"', 4, "Right"),
    (2, "p2-derivative", 'f_prime = "cases(x < 0, 0, x > 0, 2x)"', 2, "undefined"),
    (2, "p2-derivative", 'f_prime = "2x"', None, "Not equal"),
    (2, "p2-derivative", 'f_prime = "max(x, 0)"', None, "Not equal"),
    (2, "p2-at-zero", 'delta = "eps/2"', 4, "Right"),
    (2, "p2-at-zero", 'delta = "2eps"', 1, "eps = 1"),
    (2, "p2-at-zero", 'slope_at_0 = "1"', 3, "Not"),
    (2, "p2-at-zero", 'delta = "sqrt(eps)"', 1, "eps = 1/2"),
    (2, "p2-second", "differentiable_everywhere = True", 2, "Read"),
    (2, "p2-second", 'left_slope = "2"', 3, "Not"),
    (3, "p3-delta", 'delta = "min(1, eps)"', 2, "Right"),
    (3, "p3-delta", 'delta = "eps^2"', 0, "eps = 2"),
    (3, "p3-sequences", 'rational = "ceil(10^n a)/10^n"', 4, "Right"),
    (3, "p3-sequences", 'irrational = "a + sqrt(2)/n"', 2, "a = -sqrt(2)"),
    (3, "p3-sequences", 'rational = "a + 1/n"', 2, "a = sqrt(2)"),
    (3, "p3-limits", 'limit_irrational = "a"', 1, "Not"),
    (3, "p3-order", "order = [2, 11, 8, 5, 10, 1, 7, 4]", 2, "Right"),
    (3, "p3-order", "order = [2, 8, 10, 5, 1, 11, 7, 4]", 1.75, "Line 1"),
    (3, "p3-order", "order = [2, 8, 10, 5, 11, 1, 3, 7, 4]", 1.75, "converse"),
    (3, "p3-order", "order = [4, 7, 1, 11, 5, 10, 8, 2]", 0, "Line 4"),
    (5, "p5-a", 'sin_coefficients = [0, 1, 0, "-1/3!", 0, "1/5!", 0, "-1/7!"]', 3, "Right"),
    (5, "p5-a", "sin_coefficients = [0, 1, 0, -0.1667, 0, 0.0083, 0, -0.0002]", 0, "Entry"),
    (5, "p5-a", "sin_coefficients = [0, 1, 0, -1/6, 0, 1/120, 0, -1/5040]", 3, "Right"),
    (5, "p5-a", "sin_coefficients = [0, 1, 0, -1, 0, 1, 0, -1]", 1.2, "Hint"),
    (5, "p5-c", "log_has_expansion_at_0 = True", 2, "Read"),
    (6, "p6-step", 'A = "t^3 + t^3"', 2, "Right"),
    (6, "p6-step", 'B = "t^2"', 1.6, "sign"),
    (6, "p6-polynomials", 'P2 = "2t^3 * 2t^3 - t^2 * 6t^2"', 2, "Right"),
    (6, "p6-polynomials", 'P3 = "0"', 1, "Not"),
    (6, "p6-order", "order = [11, 10, 12, 9, 1, 5, 3, 6, 7]", 2, "Right"),
    (
        6,
        "p6-order",
        "order = [2, 9, 5, 11, 10, 12, 1, 3, 6, 7]",
        pytest.approx(16 / 9),
        "definition",
    ),
    (6, "p6-series", 'bound = "1/e"', 2, "Proved"),
    (6, "p6-series", "x0 = 0", 1, "choose another"),
    (6, "p6-series", 'x0 = "0.03"; bound = "10^(-483)"', 2, "Certified"),
    (6, "p6-series", "equals_f = True", 1.5, "Read"),
]


@pytest.mark.parametrize(
    ("number", "cell", "code", "points", "word"), ANSWERS, ids=lambda x: str(x)
)
def test_typical_answers(number, cell, code, points, word):
    results = run(number, {cell: code})
    earned = results[cell + "-test"]
    if points is None:
        assert 0 <= earned < POINTS[number][cell + "-test"]
    else:
        assert earned == points
    assert word in results[cell + "-test shown"]
