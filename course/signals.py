"""A short sound, computed: a plucked chord that dies away, with noise from a seed.

It stands for data: nobody gives you the formula of a recording. Here we have it, so that a derivative
computed from the samples can be compared with the true one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: The chord A major: frequencies in hertz, and how loud each tone is.
TONES = ((220.0, 0.5), (277.2, 0.3), (329.6, 0.2))
#: Each second the sound becomes weaker by the factor e to the power of this.
DECAY = 5.0
#: Samples a second.
RATE = 8000


class Sound(NamedTuple):
    """A sampled sound.

    Attributes
    ----------
    t : ndarray of float, shape (n,)
        Times of the samples in seconds.
    samples : ndarray of float, shape (n,)
        The sound at these times, with its noise.
    slope : ndarray of float, shape (n,)
        The derivative of the sound without noise, per second.
    """

    t: NDArray[np.float64]
    samples: NDArray[np.float64]
    slope: NDArray[np.float64]


def chord(t: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the chord without noise at the times `t` in seconds, and its derivative (per second)."""
    t = np.asarray(t, dtype=float)
    value, slope = np.zeros_like(t), np.zeros_like(t)
    fading = np.exp(-DECAY * t)
    for frequency, loudness in TONES:
        w = 2 * np.pi * frequency
        value += loudness * fading * np.sin(w * t)
        slope += loudness * fading * (w * np.cos(w * t) - DECAY * np.sin(w * t))
    return value, slope


def decaying_chord(seconds: float = 1.0, noise: float = 0.01, seed: int = 7) -> Sound:
    """Return a chord of this length, sampled 8000 times a second.

    Parameters
    ----------
    seconds : float
        Its length, greater than 0.
    noise : float
        Standard deviation of the normal noise added to every sample (the chord starts with size 1).
    seed : int
        The same seed gives the same noise.

    Raises
    ------
    ValueError
        If the length is not greater than 0, or the noise is negative.

    Examples
    --------
    >>> decaying_chord(0.5).samples.shape
    (4000,)
    """
    if not seconds > 0 or not noise >= 0:
        raise ValueError("a sound has a length greater than 0, and its noise is not negative")
    t = np.arange(round(seconds * RATE)) / RATE
    value, slope = chord(t)
    hiss = np.random.default_rng(seed).standard_normal(t.size)
    return Sound(t, value + noise * hiss, slope)
