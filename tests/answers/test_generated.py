"""Pairs known by construction (see :mod:`generation`): no wrong verdict, hardly any undetermined.

``GENERATED_PAIRS`` sets how many, ``GENERATED_SEED`` which.
"""

import os
import random
import statistics
import sys
import time
from pathlib import Path

import pytest

from course.answers import compare

sys.path.insert(0, str(Path(__file__).parent))
import generation

COUNT = int(os.environ.get("GENERATED_PAIRS", "2000"))
SEED = int(os.environ.get("GENERATED_SEED", "20261122"))


@pytest.fixture(scope="module")
def judged():
    rng = random.Random(SEED)
    compare("x", "x + 1")  # load what is loaded on first use
    found = []
    for _ in range(COUNT):
        pair = generation.pair(rng)
        start = time.perf_counter()
        verdict = compare(pair.reference, pair.answer, domain=pair.domain)
        found.append((pair, verdict, time.perf_counter() - start))
    return found


def shown(found):
    return "\n".join(
        f"{p.kind} ({p.family}): {p.reference}  ~  {p.answer}" for p, _, _ in found[:5]
    )


def test_no_wrong_answer_is_accepted(judged):
    wrong = [f for f in judged if f[1].kind == "equal" and f[0].kind != "equal"]
    assert not wrong, shown(wrong)


def test_no_right_answer_is_rejected(judged):
    wrong = [
        f for f in judged if f[0].kind == "equal" and f[1].kind not in ("equal", "undetermined")
    ]
    assert not wrong, shown(wrong)


def test_undefined_and_different_are_told_apart(judged):
    mixed = [f for f in judged if f[1].kind not in (f[0].kind, "undetermined")]
    assert not mixed, shown(mixed)


def test_undetermined_is_rare(judged):
    left = [f for f in judged if f[1].kind == "undetermined"]
    assert len(left) < COUNT / 100, shown(left)


def test_every_family_occurs(judged):
    assert len({p.family for p, _, _ in judged}) == 11 or COUNT < 500


def test_witnesses_stand_up_to_mpmath(judged):
    for pair, verdict, _ in judged:
        if verdict.kind not in ("different", "undefined") or verdict.point is None:
            continue
        first, second = (generation.value(t, verdict.point) for t in pair.trees)
        if verdict.kind == "undefined":
            assert first is not None
            assert second is None
        else:
            assert first != second


def test_time(judged):
    seconds = sorted(t for _, _, t in judged)
    assert seconds[-1] < 2.3
    assert statistics.median(seconds) < 0.02  # 0.005 on a quiet machine
    assert seconds[int(0.95 * len(seconds))] < 0.3  # 0.15 on a quiet machine
