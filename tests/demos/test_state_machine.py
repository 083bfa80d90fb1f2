"""No sequence of control changes raises or lies."""

import importlib
import math

import pytest
import traitlets
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from course import demos
from course.demos.definition import chord_to_tangent, does_the_limit_exist, trip_and_speedometer

from .states import CASES

#: Every demo but those that are walked through in steps, which have a test of their own.
SHOWS = [
    show
    for chapter in demos.CHAPTERS
    for show in vars(importlib.import_module(f"course.demos.{chapter}")).values()
    if hasattr(show, "demo") and not show.demo().prediction.steps
]
#: What a sentence of chapter 1 must not say before the prediction.
SPOILERS = {
    show.demo().title: ("approach", "derivative", "limit", "velocity")
    for show in (chord_to_tangent, trip_and_speedometer, does_the_limit_exist)
}


class Learner(RuleBasedStateMachine):
    """A learner, or a cell, moves controls, changes presets, predicts and skips in any order."""

    @initialize(show=st.sampled_from(SHOWS))
    def open(self, show):
        self.stage = show()
        self.answered = {}

    @rule(data=st.data())
    def move(self, data):
        control = data.draw(st.sampled_from(list(self.stage.demo.controls)))
        value = data.draw(
            st.sampled_from(control.values)
            | st.floats(control.values[0], control.values[-1]).filter(bool)
        )
        setattr(self.stage, control.name, value)
        assert getattr(self.stage, control.name) == value

    @rule(data=st.data())
    def refuse(self, data):
        control = data.draw(st.sampled_from(list(self.stage.demo.controls)))
        before = getattr(self.stage, control.name)
        wrong = [math.nan, math.inf, -1e9, "1", None, True, *([0] if control.nonzero else [])]
        value = data.draw(st.sampled_from(wrong))
        with pytest.raises(traitlets.TraitError):
            setattr(self.stage, control.name, value)
        assert getattr(self.stage, control.name) == before

    @rule(data=st.data())
    def choose(self, data):
        preset = data.draw(st.sampled_from(list(self.stage.demo.presets)))
        setattr(self.stage, self.stage.demo.choice, preset)

    @rule(data=st.data())
    def predict(self, data):
        count = len(self.stage.demo.choices(self.stage.state))
        index = data.draw(st.integers(-1, count - 1))
        self.stage.skip() if index < 0 else self.stage.predict(index)
        self.answered[getattr(self.stage, self.stage.demo.choice)] = index

    @invariant()
    def tells_the_truth(self):
        if not hasattr(self, "stage"):
            return
        demo, state, numbers = self.stage.demo, self.stage.state, self.stage.numbers
        assert state["revealed"] == int(state[demo.choice] in self.answered)
        assert {name: numbers[name] for name in state} == state
        sentence = self.stage.sentence
        assert sentence
        assert "{" not in sentence
        if not state["revealed"]:
            for spoiler in SPOILERS.get(demo.title, ()):
                assert spoiler not in sentence
        assert demo.start() == CASES_START[id(type(demo)), demo.title]


CASES_START = {(id(type(c())), c().title): c().start() for c in CASES.values()}
Learner.TestCase.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
TestLearner = Learner.TestCase


def test_a_cell_reads_and_sets_the_controls():
    stage = chord_to_tangent(x0=0.5)
    assert (stage.x0, stage.h, stage.example) == (0.5, 1.0, "square")
    stage.h = -0.01
    assert stage.numbers["slope"] == pytest.approx(0.99)
    assert "−0.01" in stage.sentence


def test_mistakes_are_explained():
    with pytest.raises(traitlets.TraitError, match="two points"):
        chord_to_tangent().h = 0
    with pytest.raises(TypeError, match="speed"):
        trip_and_speedometer(speed=3)
    with pytest.raises(ValueError, match="numbered from 0"):
        does_the_limit_exist().predict(9)
    with pytest.raises(traitlets.TraitError):
        does_the_limit_exist(function="tan")


def test_a_prediction_belongs_to_its_preset():
    stage = does_the_limit_exist()
    stage.predict(0)
    assert stage.state["revealed"] == 1
    stage.function = "wobble"
    assert stage.state["revealed"] == 0
    stage.function = "square"
    assert stage.state["revealed"] == 1
