"""The examples in docstrings run."""

import doctest
from importlib import import_module

import pytest

MODULES = [
    "base",
    "domain",
    "algebraic",
    "piecewise",
    "functions",
    "derived",
    "operators",
    "rules",
    "differences",
    "series",
    "taylor",
    "gallery",
    "weierstrass",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(import_module(f"course.{name}")).failed == 0


def test_there_are_examples():
    assert sum(doctest.testmod(import_module(f"course.{name}")).attempted for name in MODULES) > 20
