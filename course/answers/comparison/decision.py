"""The comparison of two compiled formulas on a domain: reject by balls, prove by normal forms.

1. Compare at a few points. Disjoint balls prove a difference.
2. Cut the domain at every zero of what decides branches, signs and definedness; compare there.
3. On each piece compare at points of several scales, then prove: equal normal forms are equal
   functions there. Signs that the normal form relied on are checked to be constant.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from flint import fmpq

from course.answers.arithmetic.balls import UNDEFINED
from course.answers.comparison import sampling
from course.answers.comparison.agreement import Agreement, Outcome
from course.answers.comparison.breakpoints import Breakpoints, Piece, reach
from course.answers.comparison.points import Point, compare, exactly
from course.answers.normal_form.generators import UnresolvedError
from course.answers.normal_form.normal import Normalizer
from course.answers.normal_form.roots import UnknownZerosError, real_zeros

_PIECES = 60
_ROUNDING = ("floor", "ceil")
_CERTAIN_BITS = 512
_CERTAIN_POINTS = 4  # of a piece, at which the values must be known


class Comparison(Breakpoints):
    """Two steps of a program, compared.

    Parameters
    ----------
    program : Program
        Both formulas.
    reference, answer : int
        Their steps.
    domain : Domain
        Where they must agree.
    deadline : Deadline
        Its tick raises when the time is over.
    """

    # --- the whole domain ---
    def decide(self) -> Outcome:
        """Compare everywhere; raises :class:`Found` where they differ."""
        for x in sampling.FIRST:
            if Fraction(int(x.p), int(x.q)) in self.domain:
                self.at(exactly(x), most=512)
        pieces = self._first_pieces()
        count = 0
        while pieces:
            piece = pieces.pop()
            count += 1
            if count > _PIECES:
                self.outcome.proved = False
                if count > 4 * _PIECES:
                    self.outcome.certain = False
                    break
            cuts = self._piece(piece)
            ends = [piece.low, *cuts, piece.high]
            if cuts:
                pieces += [Piece(a, b) for a, b in pairwise(ends)][::-1]
        if self.domain.discrete and not self.outcome.proved:
            self._integers()
        if not self.agreed:  # no value was found within few digits
            inside = (x for x in sampling.FIRST if Fraction(int(x.p), int(x.q)) in self.domain)
            for x in inside:
                self.at(exactly(x))
                if self.agreed:
                    break
            else:
                self.outcome.certain = False
        return self.outcome

    def _first_pieces(self) -> list[Piece]:
        low, high = (
            None if end is None else exactly(fmpq(end.numerator, end.denominator))
            for end in (self.domain.low, self.domain.high)
        )
        for end, included in ((low, self.domain.low_included), (high, self.domain.high_included)):
            if end is not None and included:
                self._breakpoints([end], None)
        if low is not None and high is not None and compare(low, high) == 0:
            return []
        holes = sorted(
            h for h in self.domain.holes
            if (self.domain.low is None or h > self.domain.low)
            and (self.domain.high is None or h < self.domain.high)
        )  # fmt: skip
        ends = [low, *(exactly(fmpq(h.numerator, h.denominator)) for h in holes), high]
        return [Piece(a, b) for a, b in pairwise(ends)][::-1]

    def _piece(self, piece: Piece) -> list[Point]:
        """Look at a piece: either find where to cut it, or compare and prove on it."""
        if self.domain.discrete:
            samples = sampling.integers_inside(piece.low, piece.high)
        else:
            samples = sampling.inside(piece.low, piece.high)
            self.outcome.certain &= bool(samples)
        if not samples:
            return []
        normalizer = self._normalizer(samples[0])
        cuts = self._cuts(piece, normalizer)
        if cuts:
            self._breakpoints(cuts, normalizer)
            return cuts
        for x in samples:
            self.at(exactly(x), most=512)
        extra = self._prove(piece, normalizer, samples)
        if extra is not None:
            self._breakpoints(extra, normalizer)
            return extra
        self.outcome.proved = False
        if not self.domain.discrete and self._jumps(normalizer):
            self.outcome.certain = False
        found = [self.at(exactly(x), bits=_CERTAIN_BITS) for x in samples]
        known = sum(agreement in (Agreement.EXACT, Agreement.CLOSE) for agreement in found)
        if known < min(_CERTAIN_POINTS, len(samples)):
            self.outcome.certain = False
        return []

    def _jumps(self, normalizer: Normalizer) -> bool:
        """Whether the answer is rounded somewhere where the reference is not."""
        rounded = [
            {s for s in normalizer.evaluated((side,)) if self.program.steps[s].op in _ROUNDING}
            for side in (self.reference, self.answer)
        ]
        return bool(rounded[1] - rounded[0])

    # --- proof ---
    def _prove(
        self, piece: Piece, normalizer: Normalizer, samples: list[fmpq]
    ) -> list[Point] | None:
        """Prove equality on a piece.

        Returns
        -------
        list of Point or None
            Empty: proved. Points: the proof must be done again between them. None: not proved.
        """
        values = normalizer.values
        if values[self.reference] is UNDEFINED:
            return []
        field = normalizer.field
        try:
            reference, answer = normalizer.element(self.reference, self.answer)
            difference = field.subtract(reference, answer)
            if not field.vanishes(difference):
                self._numerator(difference, normalizer, exactly(samples[0]))
                return None
            cuts: list[Point] = []
            for factor in list(field.signed.values()):
                for part, _ in field.factors(factor)[1]:
                    zeros, complete = real_zeros(field, part, *reach(piece))
                    cuts += self._inside(piece, zeros)
                    if not complete:
                        self.outcome.proved = False
            if field.signed_turns:
                self.outcome.proved = False
        except (UnresolvedError, UnknownZerosError):
            return None
        return self._inside(piece, cuts)

    # --- integers ---
    def _integers(self) -> None:
        """Compare at the first two hundred integers, and at some on larger scales."""
        low, high = self.domain.low, self.domain.high
        start = -100 if low is None else -(-low.numerator // low.denominator)
        last = None if high is None else high.numerator // high.denominator
        for n in sampling.integers(start, last):
            if Fraction(n) in self.domain:
                agreement = self.at(exactly(fmpq(n)), bits=_CERTAIN_BITS)
                self.outcome.certain &= agreement is not Agreement.UNKNOWN
