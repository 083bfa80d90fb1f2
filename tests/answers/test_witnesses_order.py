"""Ordering the lines of a proof: validity and credit against brute force over all orders."""

from __future__ import annotations

import itertools
import time
from fractions import Fraction

import pytest

from course.answers import witnesses
from course.answers.witnesses.ordering import ProofLines

NEEDS = {"a": "", "b": "a", "c": "a", "d": "b c", "e": ""}
PROOF = ProofLines(NEEDS, {"x": "It is false.", "y": "It is not needed."})


def is_valid(order) -> bool:
    """Every line after all that it needs (the definition)."""
    return all(set(NEEDS[line].split()) <= set(order[:i]) for i, line in enumerate(order))


def test_every_order_is_judged_by_the_definition():
    for order in itertools.permutations(NEEDS):
        found = PROOF.check(list(order))
        assert (found.kind == "right") == is_valid(order)
        assert (found.share == 1) == is_valid(order)


def consistent(order) -> bool:
    """No line before one that it relies on, directly or through others."""
    before = {"a": "", "b": "a", "c": "a", "d": "abc", "e": ""}
    return not any(q in before[p] for p, q in itertools.combinations(order, 2))


def test_longest_valid_part_by_brute_force():
    for order in itertools.permutations(NEEDS, 4):
        best = max(
            size
            for size in range(5)
            for part in itertools.combinations(order, size)
            if consistent(part)
        )
        assert PROOF.longest_valid(list(order)) == best


def test_the_first_line_without_its_reason_is_named():
    found = PROOF.check("a d b c e")
    assert found.counterexample == {"line": "d"}
    assert "Line d" in found.message
    assert found.share == Fraction(4, 5)


def test_a_distractor_is_named_with_the_reason():
    found = PROOF.check(["a", "x", "b", "c", "d", "e"])
    assert found.counterexample == {"line": "x"}
    assert "It is false." in found.message
    assert found.share == Fraction(4, 5)
    assert PROOF.check("x y a b c d e").share == Fraction(3, 5)


def test_missing_lines():
    found = PROOF.check("a b e")
    assert found.kind == "wrong"
    assert found.share == Fraction(3, 5)
    assert PROOF.check("a b").share == 0  # below one half
    assert PROOF.check("d e").counterexample == {"line": "d"}


@pytest.mark.parametrize("order", [[], "", None, ..., " ", ()])
def test_empty(order):
    assert PROOF.check(order).kind == "empty"


@pytest.mark.parametrize(
    "order", [3, ["a", "q"], ["a", "a"], "a;b", [["a"]], [None], {"a": 1}, ["a"] * 10**5, [1.5]]
)
def test_unreadable(order):
    found = PROOF.check(order)
    assert found.kind == "unreadable"
    assert found.message


def test_labels_may_be_typed_in_any_usual_way():
    proof = ProofLines({"1": "", "2": "1", "10": "2"})
    for order in ([1, 2, 10], ["1", "2", "10"], "1 2 10", "1, 2, 10", (1, "2", 10)):
        assert proof.check(order).kind == "right"
    assert PROOF.check("A B C D E").kind == "right"


def test_a_graph_with_a_circle_is_refused():
    with pytest.raises(ValueError, match="relies on itself"):
        ProofLines({"a": "b", "b": "a"})
    with pytest.raises(ValueError, match="not a line"):
        ProofLines({"a": "z"})


def test_seal():
    sealed = PROOF.seal()
    opened = ProofLines.unseal(sealed)
    assert (opened.needs, opened.distractors) == (PROOF.needs, PROOF.distractors)
    assert "false" not in sealed
    assert witnesses.Order(sealed=sealed).judge("e a b c d").kind == "right"


def test_question_gives_the_share():
    judged = witnesses.Order(NEEDS).judge(["b", "a", "c", "d", "e"])
    assert (judged.kind, judged.share) == ("wrong", Fraction(4, 5))


def test_the_largest_proof_is_judged_in_time():
    proof = ProofLines({str(i): [str(j) for j in range(i)] for i in range(16)})
    start = time.perf_counter()
    for order in ([*range(15, -1, -1)], [*range(8, 16), *range(8)], [*range(16)]):
        proof.check(order)
    assert time.perf_counter() - start < 2.0
