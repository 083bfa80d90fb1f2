"""What the demos say in telling states."""

import re

import pytest

from course.demos import text

from .states import CASES, random_states


def said(case, **state):
    demo = CASES[f"definition.{case}"]()
    start = demo.start(state.get(demo.choice))
    return demo.describe(demo.compute(start | {"revealed": 1} | state)).replace("\u00a0", " ")


def test_a_chord_and_its_limit():
    words = said("chord_to_tangent", example="square", x0=1.0, h=-0.5)
    assert "h = −0.5" in words
    assert "slope 1.5000" in words
    assert "f′(x₀) = 2.0000" in words
    assert "off by 0.5" in words


def test_the_limit_waits_for_the_prediction():
    hidden = said("chord_to_tangent", example="square", x0=1.0, h=0.5, revealed=0)
    assert "slope 2.5000" in hidden
    assert "approach" not in hidden


def test_no_tangent_at_a_corner():
    words = said("chord_to_tangent", example="abs", x0=0.0, h=0.01)
    assert "From the right the slopes approach 1, from the left −1" in words
    assert "f′" not in words
    assert "f′(x₀) = −1.0000" in said("chord_to_tangent", example="abs", x0=-0.05, h=0.01)


def test_the_way_back_has_negative_velocity_and_positive_speed():
    words = said("trip_and_speedometer", trip="return", t=6.0)
    assert "velocity is −2.36 km/min" in words
    assert "speed is 2.36 km/min" in words
    assert "the velocity is negative and the speed is not" in words


@pytest.mark.parametrize(("trip", "t"), [("stop", 4.0), ("return", 4.0), ("behind", 4.0)])
def test_standing_still(trip, t):
    words = said("trip_and_speedometer", trip=trip, t=t)
    assert "velocity is 0.00 km/min" in words
    assert "nothing moves" in words


@pytest.mark.parametrize(
    ("name", "h", "expected"),
    [
        ("square", 0.01, ["0.01 from the right", "−0.01 from the left", "f′(0) = 0"]),
        ("abs", -0.001, ["1 from the right", "−1 from the left", "no derivative"]),
        ("cbrt", 0.001, ["100 from the right", "100 from the left", "beyond every bound"]),
        ("wobble", 0.5, ["0.9093 from the right", "swing between −1 and 1"]),
        ("squeezed", 0.5, ["0.4546 from the right", "0.4546 from the left", "f′(0) = 0"]),
        ("jump", 0.01, ["0 from the right", "100 from the left", "no derivative"]),
    ],
)
def test_limits_and_their_failures(name, h, expected):
    words = said("does_the_limit_exist", function=name, h=h)
    for part in expected:
        assert part in words


@pytest.mark.parametrize("case", CASES)
def test_every_text_of_every_preset_is_complete(case):
    """No placeholder, mark or empty text is left; every question has one right choice among several."""
    demo = CASES[case]()
    for preset in demo.presets:
        numbers = demo.compute(demo.start(preset))
        choices = demo.choices(numbers)
        assert len(choices) >= 2
        assert len(set(choices)) == len(choices)
        right = demo.value(demo.prediction.right, numbers)
        assert right in range(len(choices))
        asked = demo.prediction
        for source in (asked.question, asked.because, demo.question, demo.answer, *choices):
            words = text.plain(demo.say(source, numbers))
            assert words
            assert not re.search(r"[{}*]", words)


@pytest.mark.parametrize("case", CASES)
def test_pictures_hold_no_words(case):
    """Pictures are not translated: signs and numbers only."""
    from course.demos import scene

    demo = CASES[case]()
    for state in random_states(demo, 12):
        frames, _ = scene.layout(demo, demo.compute(state), 640)
        for frame in frames:
            drawn = [*scene.axes(frame)]
            for mark in frame.panel.marks:
                drawn += scene.draw(mark, frame)
            for _, _, words in drawn:
                signs = re.sub(r"\b(sin|cos|exp|log)\b", "", text.plain(words or ""))
                assert not re.search(r"[A-Za-z]{2,}", signs), words


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        (-0.0004, ".2f", "0.00"),
        (-1.005, ".2f", "−1.00"),
        (0.125, ".2f", "0.13"),
        (-0.125, "+.1f", "−0.1"),
        (2.0, "+.1f", "+2.0"),
        (0.00001234, ".2g", "1.2 × 10⁻⁵"),
        (0.001, ".2g", "0.001"),
        (1e7, ".3g", "1 × 10⁷"),
        (float("inf"), ".3g", "∞"),
        (float("nan"), ".3g", "undefined"),
    ],
)
def test_numbers_in_sentences(value, spec, expected):
    assert text.number(value, spec) == expected
