r"""Witnesses for proofs: what a proof is made of, checked exactly.

A program cannot read prose. It can decide whether the δ(ε), the sequence, the point or the step on
which a proof rests does what the proof needs, and it never guesses: an answer that it cannot decide
goes to a person.

===============  ===================================================================
question         answer
===============  ===================================================================
``Delta``        a formula in eps: 0 < δ(ε) <= bound(ε) for all ε > 0
``Sequence``     a formula in a and n: rational (or irrational) for all a, tending to a
``LimitAlong``   a formula in a: the limit of f along such a sequence
``Slope``        the value of a derivative at a point, from one side if need be
``Step``         A or B in P_{n+1} = A Pₙ + B Pₙ′, the induction step of problem 6
``Polynomial``   Pₙ itself
``Point``        exact numbers x0 and bound with f(x0) >= bound > 0
``Order``        the lines of a proof in an order in which each follows from those before
===============  ===================================================================

Use: ``course.check(delta, question=witnesses.Delta())`` and
``course.score(delta, question=witnesses.Delta(), points=2)``. The functions ``check_…`` of the
modules return a ``Finding`` with the counterexample.
"""

from course.answers.witnesses.questions import (
    Delta,
    LimitAlong,
    Order,
    Point,
    Polynomial,
    Sequence,
    Slope,
    Step,
)

__all__ = ["Delta", "LimitAlong", "Order", "Point", "Polynomial", "Sequence", "Slope", "Step"]
