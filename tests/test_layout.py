"""The direction of dependencies, and the weight of ``import course``."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "course").rglob("*.py")) + sorted((ROOT / "autograder").rglob("*.py"))

#: A package or module below ``course``, and what of the project it may import (besides itself).
FOUNDATION = {
    "course.domain", "course.base", "course.algebraic", "course.piecewise", "course.functions",
    "course.derived", "course.rules", "course.operators", "course.weierstrass",
    "course.differences", "course.series", "course.taylor", "course.dual", "course.signals",
}  # fmt: skip
ALLOWED = {
    "course.gallery": FOUNDATION,
    "course.figures": FOUNDATION | {"course.gallery", "course.style", "course.strings"},
    "course.demos": FOUNDATION | {"course.gallery", "course.style"},
    # Typed answers stand on their own.
    "course.answers": set(),
    "course.handin": set(),
    "course.installation": {"course.strings"},
    "course.solved": {"course.strings"},
    "course.tries": {"course.answers", "course.solved"},
    "course.exercises": {"course.answers"},
}

#: A heavy import, and the modules that may make it (inside a function, on first use).
HEAVY = {
    "matplotlib": {"course.figures"},
    "anywidget": {"course.demos", "course.handin"},
    "ipywidgets": {"course.demos", "course.handin"},
    "sympy": {"course.answers", "course.taylor", "course.demos"},
    "flint": {"course.answers"},
}


def dotted(path):
    """The module name of a file below the project's root."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    """The absolute names that a file imports, wherever in the file."""
    package = dotted(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield stem
            if node.level and not node.module:
                yield from (f"{stem}.{alias.name}" for alias in node.names)


def below(name, packages):
    """Whether ``name`` is one of ``packages`` or inside one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_imports_only_what_lies_below_it(path):
    me = dotted(path)
    if me == "course":
        return
    for name in imports(path):
        assert not below(name, {"tests", "notebooks"}), f"{me} imports {name}"
        if below(me, {"course"}):
            assert not below(name, {"autograder"}), f"{me} imports {name}"
        if below(me, {"course"}) and below(name, {"course"}) and name != "course":
            home = next((home for home in ALLOWED if below(me, {home})), None)
            allowed = (ALLOWED[home] | {home}) if home else FOUNDATION
            assert below(name, allowed), f"{me} imports {name}"
        for heavy, users in HEAVY.items():
            if below(me, {"course"}) and below(name, {heavy}):
                assert below(me, users), f"{me} imports {heavy}"


def test_import_course_brings_numpy_and_nothing_heavier():
    code = "import sys, course; course.Sigmoid, course.gallery, course.difference_quotient; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "numpy" in loaded
    assert not {*HEAVY, "IPython", "traitlets"} & set(loaded)


def test_import_course_costs_little_beyond_numpy():
    def seconds(module):
        code = f"import time, numpy; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        runs = (
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            for _ in range(5)
        )
        return min(float(run.stdout) for run in runs)

    assert seconds("course, course.functions, course.rules, course.taylor, course.gallery") < 0.15
