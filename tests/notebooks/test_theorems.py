"""Every theorem that the course has to teach is stated, and proved or given a reference."""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"

#: Chapter, and what has to be said there: pieces of the statements' formulas or names.
STATEMENTS = {
    "01": [r"lim_{x \to x_0}", "both one-sided derivatives exist and are equal"],
    "02": [
        r"+ \alpha (x - x_0) + o(|x - x_0|)",
        "Carathéodory",
        "continuous at $x_0$",
        "Weierstrass",
        "meagre",
    ],
    "03": [
        r"(cf)'(x) = c\,f'(x)",
        "f'(x)g(x) + f(x)g'(x)",
        r"\frac{f'(x)g(x) - f(x)g'(x)}{g(x)^2}",
        "f'(g(x))\\,g'(x)",
        r"(g^{-1})'(y) = \frac{1}{g'(x)}",
    ],
    "04": [
        r"(x^n)' = n\,x^{n-1}",
        r"\sin' = \cos$ and $\cos' = -\sin",
        "(e^x)' = e^x",
        r"(\log x)' = \dfrac1x",
        r"\sum_{k=1}^{n} k\,p_k\,x^{k-1}",
        r"\sigma(x)\bigl(1 - \sigma(x)\bigr)",
    ],
    "05": [
        r"\binom{n}{k} f^{(n-k)} g^{(k)}",
        r"o(|x - x_0|^n)",
        r"\frac{f^{(n+1)}(\xi)}{(n+1)!}",
        r"e^x = \sum_{k=0}^\infty \frac{x^k}{k!}",
    ],
    "06": [r"\prod_{k=1}^{n} f_k'(x_{k-1})"],
    "07": [r"\Delta_h f(x) = f'(x) + O(h)", r"\delta_h f(x) = f'(x) + O(h^2)"],
}


def cells(chapter):
    """The Markdown cells of a chapter."""
    (path,) = NOTEBOOKS.glob(f"{chapter}-*.ipynb")
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            yield "".join(cell["source"])


@pytest.mark.parametrize(
    ("chapter", "statement"), [(c, s) for c, several in STATEMENTS.items() for s in several]
)
def test_it_is_stated(chapter, statement):
    assert any(statement in text for text in cells(chapter))


@pytest.mark.parametrize("chapter", STATEMENTS)
def test_every_theorem_has_a_proof_or_a_reference(chapter):
    """In the same cell or in one of the next two."""
    texts = list(cells(chapter))
    for number, text in enumerate(texts):
        for name in re.findall(r"> \*\*((?:Theorem|Lemma|Corollary)[^*]*)\*\*", text):
            near = "\n".join(texts[number : number + 3])
            assert re.search(r"\bproof\b|\bsee\b", near, re.I), f"{name} in: {text[:80]}"
