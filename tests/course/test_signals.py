"""The sound: its slope against SymPy, its noise from a seed."""

import numpy as np
import pytest
import sympy

from course.signals import DECAY, TONES, chord, decaying_chord

T = sympy.Symbol("t")
FORMULA = sympy.exp(-DECAY * T) * sum(
    loud * sympy.sin(2 * sympy.pi * frequency * T) for frequency, loud in TONES
)


def test_the_chord_and_its_slope():
    for t in (0.0, 0.0013, 0.25, 0.9):
        value, slope = chord(t)
        assert value == pytest.approx(float(FORMULA.subs(T, t)), abs=1e-12)
        assert slope == pytest.approx(float(sympy.diff(FORMULA, T).subs(T, t)), abs=1e-8)


def test_noise_has_the_size_asked_for_and_comes_from_the_seed():
    clean, noisy = decaying_chord(noise=0), decaying_chord(noise=0.02)
    assert clean.samples.size == 8000
    assert np.std(noisy.samples - clean.samples) == pytest.approx(0.02, rel=0.03)
    assert np.array_equal(noisy.samples, decaying_chord(noise=0.02).samples)
    assert not np.array_equal(noisy.samples, decaying_chord(noise=0.02, seed=8).samples)
    assert np.array_equal(noisy.slope, clean.slope)


def test_it_is_no_louder_than_1():
    assert np.abs(decaying_chord(noise=0).samples).max() <= 1


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"seconds": -1}, {"noise": -0.1}])
def test_impossible_sounds_are_refused(wrong):
    with pytest.raises(ValueError, match="sound"):
        decaying_chord(**wrong)
