"""A course on differentiation of functions of one variable.

What notebooks use is reachable from here. A name's module is imported when the name is first used,
so that ``import course`` costs no more than NumPy.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

#: Where each public name lives. A submodule of the package stands for itself.
_HOME = {
    name: module
    for module, names in {
        "functions": """Function Constant Identity Power Polynomial Linear Sin Cos Tan Exp Log Sqrt
            Cbrt Abs Step Sigmoid Tanh ReLU x sin cos tan exp log sqrt cbrt sigmoid tanh relu""",
        "rules": "Sum ScalarMultiple Product Quotient Composition",
        "differences": """difference_quotient forward_difference backward_difference
            symmetric_difference second_difference""",
        "taylor": "taylor_coefficients taylor_polynomial remainder lagrange_bound",
        "domain": "Domain",
        "dual": "Dual",
        "signals": "decaying_chord",
        "weierstrass": "Weierstrass",
        "answers.feedback": "formula score",
        "tries": "check",
        "solved": "progress",
        "handin": "hand_in",
        "exercises.practice": "practice",
        "installation": "check_installation",
    }.items()
    for name in names.split()
}
_SUBMODULES = {
    "answers",
    "demos",
    "differences",
    "figures",
    "functions",
    "gallery",
    "rules",
    "taylor",
}

__all__ = sorted({*_HOME, *_SUBMODULES})


def __getattr__(name: str) -> Any:
    """Import the module that holds ``name``, once."""
    if name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    elif name in _SUBMODULES:
        value = import_module(f"{__name__}.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
