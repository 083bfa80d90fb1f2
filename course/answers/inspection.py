"""Finds the library functions that a learner's code uses although it was to do without them.

Two independent ways, because each has gaps: the compiled code is read (which sees calls that are
not made at the tested points, and names under which a function was imported), and while the code
runs the library's functions report that they were called (which sees ``getattr`` and the like).
A learner's own function of the same name is not the library's, and is followed into.
"""

from __future__ import annotations

import contextlib
import dis
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

#: Where such functions come from.
LIBRARIES = ("numpy", "math", "cmath", "scipy.special", "sympy", "mpmath", "numpy.emath")
#: Modules whose classes and functions are offered by the course itself.
_COURSE = "course"


def library_functions(code: object, names: tuple[str, ...]) -> Iterator[str]:
    """The forbidden functions that a class or function refers to.

    Parameters
    ----------
    code : class, function or object
        What the learner wrote. Everything of the learner's own that it refers to is followed.
    names : tuple of str
        Names of functions, such as ``("tanh", "cosh")``.

    Yields
    ------
    str
        Names as a learner would write them: ``"numpy.tanh"``.
    """
    if not names:
        return
    forbidden = {id(value): shown for shown, value in _originals(names)}
    seen: set[int] = set()
    waiting: list[object] = [code]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if id(thing) in forbidden:
            yield forbidden[id(thing)]
        elif _of_course(thing, names) or _of_course(type(thing), names):
            named = thing if hasattr(thing, "__name__") else type(thing)
            yield f"course.{named.__name__}"
        else:
            waiting += _parts(thing, names, forbidden)


def _originals(names: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for library in LIBRARIES:
        module = sys.modules.get(library)
        for name in names:
            value = getattr(module, name, None) if module else None
            if value is not None:
                yield f"{library}.{name}", value


def _of_course(thing: object, names: tuple[str, ...]) -> bool:
    """Whether it is the course's own class or function of that name."""
    module = getattr(thing, "__module__", None) or ""
    if not isinstance(module, str) or module.split(".")[0] != _COURSE:
        return False
    return str(getattr(thing, "__name__", "")).lower() in names


def _own(thing: object) -> bool:
    """Whether it was written by the learner: not in an installed module."""
    module = getattr(thing, "__module__", None)
    if not isinstance(module, str):
        return False
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    top = module.split(".")[0]
    installed = (
        "site-packages" in file or "dist-packages" in file or file.startswith(sys.base_prefix)
    )
    return module == "__main__" or not (installed or top in (_COURSE, *sys.stdlib_module_names))


def _parts(thing: object, names: tuple[str, ...], forbidden: dict[int, str]) -> list[object]:
    """What a thing of the learner's own refers to."""
    if isinstance(thing, types.FunctionType):
        return _referred(thing, names, forbidden)
    if isinstance(thing, (types.MethodType, staticmethod, classmethod)):
        return [thing.__func__]
    if isinstance(thing, property):
        return [f for f in (thing.fget, thing.fset) if f is not None]
    if isinstance(thing, type):
        if _own(thing):
            return [*vars(thing).values(), *thing.__bases__]
        return [thing.__base__] if thing.__base__ is not None else []
    wrapped = getattr(thing, "__wrapped__", None) or getattr(thing, "pyfunc", None)
    if wrapped is not None:
        return [wrapped]
    if callable(thing) and _own(type(thing)):
        return [type(thing)]
    return []


def _referred(
    function: types.FunctionType, names: tuple[str, ...], forbidden: dict[int, str]
) -> list[object]:
    """The objects that a function's compiled code names."""
    found: list[object] = [
        *(function.__defaults__ or ()),
        *(function.__kwdefaults__ or {}).values(),
    ]
    space: dict[str, Any] = {**function.__globals__}
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        with contextlib.suppress(ValueError):
            space[name] = cell.cell_contents
            found.append(cell.cell_contents)
    for code in _codes(function.__code__):
        owner: object = None
        for step in dis.get_instructions(code):
            if step.opname in (
                "LOAD_GLOBAL",
                "LOAD_NAME",
                "LOAD_DEREF",
                "LOAD_FROM_DICT_OR_GLOBALS",
            ):
                owner = space.get(step.argval)
                found.append(owner)
            elif step.opname in ("LOAD_ATTR", "LOAD_METHOD", "IMPORT_FROM"):
                owner = _attribute(owner, step.argval)
                found.append(owner)
            elif step.opname == "IMPORT_NAME":
                owner = sys.modules.get(step.argval)
            elif step.opname not in (
                "CACHE",
                "PUSH_NULL",
                "PRECALL",
                "NOP",
                "STORE_FAST",
                "LOAD_FAST",
            ):
                owner = None
    return [thing for thing in found if thing is not None]


def _attribute(owner: object, name: str) -> object:
    """An attribute of a module or class; of anything else nothing, so that no code of theirs runs."""
    if isinstance(owner, (types.ModuleType, type)):
        return getattr(owner, name, None)
    return None


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    """A code object and those of the functions and comprehensions inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


@contextlib.contextmanager
def watch(names: tuple[str, ...]) -> Iterator[set[str]]:
    """While active, calls of the libraries' functions of these names are noted.

    Yields
    ------
    set of str
        The names of the functions that were called.
    """
    seen: set[str] = set()
    replaced: list[tuple[types.ModuleType, str, object]] = []
    try:
        for library in LIBRARIES:
            module = sys.modules.get(library)
            for name in names if module else ():
                original = getattr(module, name, None)
                if module is not None and callable(original):
                    replaced.append((module, name, original))
                    setattr(module, name, _noted(original, f"{library}.{name}", seen))
        yield seen
    finally:
        for module, name, original in replaced:
            setattr(module, name, original)


def _noted(original: Callable[..., Any], shown: str, seen: set[str]) -> Callable[..., Any]:
    def noted(*arguments: Any, **options: Any) -> Any:
        seen.add(shown)
        return original(*arguments, **options)

    return noted
