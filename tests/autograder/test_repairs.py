"""The two defects of nbgrader that the configuration puts right."""

import os

import pytest
from nbgrader import utils
from nbgrader.validator import Validator

from autograder import repairs


@pytest.fixture
def repaired(monkeypatch):
    """The repairs in place, and taken back afterwards."""
    monkeypatch.setattr(utils, "setenv", utils.setenv)
    monkeypatch.setattr(Validator, "_preprocess", Validator._preprocess)
    repairs.apply()


def test_variables_are_taken_back_after_an_exception(repaired, monkeypatch):
    monkeypatch.setenv("COURSE_A", "before")
    monkeypatch.delenv("COURSE_B", raising=False)

    def fail():
        with utils.setenv(COURSE_A="1", COURSE_B="2"):
            assert (os.environ["COURSE_A"], os.environ["COURSE_B"]) == ("1", "2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert os.environ["COURSE_A"] == "before"
    assert "COURSE_B" not in os.environ


def test_a_validation_that_fails_leaves_no_variable(repaired, tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text(
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "markdown",'
        ' "id": "a", "source": "", "metadata": {"nbgrader": {"schema_version": 99}}}]}'
    )
    with pytest.raises(Exception, match=r"[Ss]chema"):
        Validator().validate(str(path))
    assert "NBGRADER_EXECUTION" not in os.environ
    assert "NBGRADER_VALIDATING" not in os.environ


def test_repairing_twice_is_repairing_once(repaired):
    before = Validator._preprocess
    repairs.apply()
    assert Validator._preprocess is before
