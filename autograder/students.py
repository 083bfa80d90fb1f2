"""The students of the demonstration class: what each of them hands in.

Each student is one entry: a note for the table and a function that turns the released notebooks (by
name) into the files that are handed in, as bytes. A file that is left out was not handed in.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

import nbformat

RIGHT = {
    "p1-parts": 'u = "e^x - e^(-x)"\nv = "e^x + e^(-x)"\ndu = "e^x + e^(-x)"\ndv = "e^x - e^(-x)"',
    "p1-derivative": 'tanh_prime = "1 - tanh(x)^2"',
    "p1-code": """\
class Tanh(course.Function):
    def __call__(self, x):
        small = np.exp(-2 * np.abs(x))
        return np.sign(x) * -np.expm1(-2 * np.abs(x)) / (1 + small)

    def prime(self, x):
        small = np.exp(-2 * np.abs(x))
        return 4 * small / (1 + small) ** 2""",
    "p4-a": 'derivative_a = "-x e^(-x^2/2)"',
    "p4-b": 'derivative_b = "e^(sin(x)) (2x + x^2 cos(x))"',
    "p4-c": 'derivative_c = "-2x sin(x^2) cos(cos(x^2))"',
    "p4-d": 'derivative_d = "-4x/(x^2 - 1)^2"',
}
OTHER_FORMS = {
    "p1-parts": 'u = "e^(2x) - 1"\nv = "1 + e^(2x)"\ndu = "2e^(2x)"\ndv = "2e^(2x)"',
    "p1-derivative": 'tanh_prime = "4/(e^x + e^(-x))^2"',
    "p4-a": 'derivative_a = "-x/exp(x**2/2)"',
    "p4-b": 'derivative_b = "2x e^(sin(x)) + x^2 cos(x) e^(sin(x))"',
    "p4-c": 'derivative_c = "cos(cos(x^2)) * (-sin(x^2)) * 2x"',
    "p4-d": 'derivative_d = "(2x (x^2 - 1) - (x^2 + 1) 2x)/(x^2 - 1)^2"',
}
NAIVE_CODE = {
    "p1-code": """\
class Tanh(course.Function):
    def __call__(self, x):
        return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))

    def prime(self, x):
        return 4 / (np.exp(x) + np.exp(-x)) ** 2""",
}
WRONG = {
    "p1-parts": 'u = "e^x"\nv = "e^(-x)"\ndu = "x e^(x-1)"\ndv = "-x e^(-x-1)"',
    "p1-derivative": 'tanh_prime = "1 + tanh(x)^2"',
    "p4-a": 'derivative_a = "e^(-x^2/2)"',
    "p4-b": 'derivative_b = "2x cos(x) e^(sin(x))"',
    "p4-c": 'derivative_c = "cos(-sin(2x))"',
    "p4-d": 'derivative_d = "2x/(2x)"',
}
WARNING = 'import sys\nimport warnings\n\nwarnings.warn("a plain warning")\nprint("noise", file=sys.stderr)\n'

Notebooks = dict[str, nbformat.NotebookNode]
Files = dict[str, bytes]


def answer(notebooks: Notebooks, answers: dict[str, str], before: str = "") -> Notebooks:
    """Return copies of the notebooks with ``answers`` (by ``grade_id``) typed in."""
    answered = copy.deepcopy(notebooks)
    for nb in answered.values():
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in answers:
                cell.source = before + answers[name]
    return answered


def files(notebooks: Notebooks) -> Files:
    """Return the notebooks as the bytes of their files."""
    return {f"{name}.ipynb": nbformat.writes(nb).encode() for name, nb in notebooks.items()}


def copied(notebooks: Notebooks) -> Files:
    """One answer was copied and tried again below; of another only the copy was filled in."""
    answered = answer(notebooks, {**RIGHT, "p4-b": ""})
    cells = answered["problem4"].cells
    for name, text in (("p4-a", RIGHT["p4-a"]), ("p4-b", RIGHT["p4-b"])):
        place = next(i for i, cell in enumerate(cells) if cell.id == name)
        twin = copy.deepcopy(cells[place])
        twin.id, twin.source = f"{name}-again", text
        twin.metadata.pop("deletable")  # as JupyterLab does when it pastes
        cells.insert(place + 1, twin)
    return files(answered)


def broken(notebooks: Notebooks) -> Files:
    """One file was cut off in an upload; the other is fine."""
    whole = files(answer(notebooks, RIGHT))
    return {**whole, "problem1.ipynb": whole["problem1.ipynb"][:2000]}


def stopped(notebooks: Notebooks) -> Files:
    """Python stops in one cell; the cells after it run."""
    wrong = {
        **RIGHT,
        "p4-a": 'derivative_a = "-x e^(-x^2/2)',
        "p1-code": "class Tanh(course.Function:",
    }
    return files(answer(notebooks, wrong))


STUDENTS: dict[str, tuple[str, Callable[[Notebooks], Files]]] = {
    "ada": ("right", lambda nbs: files(answer(nbs, RIGHT))),
    "bernhard": ("right in other forms", lambda nbs: files(answer(nbs, {**RIGHT, **OTHER_FORMS}))),
    "carl": (
        "partly right: code overflows",
        lambda nbs: files(answer(nbs, {**RIGHT, **NAIVE_CODE})),
    ),
    "diophantus": ("wrong", lambda nbs: files(answer(nbs, WRONG))),
    "emmy": ("empty: nothing answered", files),
    "fermat": ("broken file", broken),
    "gauss": ("copied answer cells", copied),
    "hypatia": ("warnings on stderr", lambda nbs: files(answer(nbs, RIGHT, before=WARNING))),
    "isaac": ("errors in cells", stopped),
    "joseph": ("only problem 4", lambda nbs: files(answer({"problem4": nbs["problem4"]}, RIGHT))),
}
