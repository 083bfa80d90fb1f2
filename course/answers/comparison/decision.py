"""The comparison of two compiled formulas on a domain: reject by balls, prove by normal forms.

1. Compare at a few points. Disjoint balls prove a difference.
2. Cut the domain at every zero of what decides branches, signs and definedness; compare there.
3. On each piece compare at points of several scales, then prove: equal normal forms are equal
   functions there. Signs that the normal form relied on are checked to be constant.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import arb, ctx, fmpq

from course.answers.arithmetic.balls import UNDEFINED, ball, overlap, same, sign, width_is_small
from course.answers.arithmetic.evaluate import PRECISIONS, run
from course.answers.arithmetic.program import Program
from course.answers.comparison import sampling
from course.answers.comparison.deadline import Deadline
from course.answers.comparison.events import Event, add_events
from course.answers.comparison.isolate import isolate
from course.answers.comparison.points import Point, compare, exactly
from course.answers.domains import Domain
from course.answers.normal_form.field import UnresolvedError
from course.answers.normal_form.normal import Normalizer
from course.answers.normal_form.roots import UnknownZerosError, real_zeros

_PIECES = 60
_CERTAIN_BITS = 512
_CERTAIN_POINTS = 4  # of a piece, at which the values must be known


@dataclass(slots=True)
class Found(Exception):
    """A point that decides: the formulas differ there, or the answer is undefined."""

    kind: str
    point: Point
    reference: Any
    answer: Any


class Agreement(Enum):
    """How well two values agree at a point where no difference shows."""

    EXACT = auto()  # the same number, or the reference is undefined
    CLOSE = auto()  # the same to the wanted precision
    NO_REFERENCE = auto()  # the reference's value could not be found
    UNKNOWN = auto()  # only the answer's value could not be found


@dataclass(slots=True)
class Outcome:
    """How far equality was shown: ``proved``, ``certain``, or neither."""

    proved: bool = True
    certain: bool = True


@dataclass(slots=True)
class Piece:
    """An open interval of the domain on which no event was found yet."""

    low: Point | None
    high: Point | None


class Comparison:
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

    def __init__(
        self, program: Program, reference: int, answer: int, domain: Domain, deadline: Deadline
    ) -> None:
        self.program, self.reference, self.answer = program, reference, answer
        self.domain, self.tick = domain, deadline.tick
        own = set(program.needed(reference)) | set(program.needed(answer))
        self.core = sorted(own)
        self.events = add_events(program, self.core)
        wanted = own.union(*(program.needed(e.step) for es in self.events.values() for e in es))
        self.steps = sorted(wanted)
        self.outcome = Outcome()
        self.agreed = 0
        self.searched: dict[int, list[Point]] = {}

    # --- one point ---
    def at(self, point: Point, bits: int = PRECISIONS[0], most: int = PRECISIONS[-1]) -> Agreement:
        """Compare at a point; raises :class:`Found` where they differ.

        Returns
        -------
        Agreement
            How well they agree.
        """
        zeros = self._zeros_at(point)
        reference: Any = None
        for precision in [bits, *(b for b in PRECISIONS if bits < b <= most)]:
            self.tick()
            where = point.value(precision + 32)
            values = run(self.program, self.core, where, precision, zeros, self.domain.discrete)
            reference, answer = values[self.reference], values[self.answer]
            if reference is UNDEFINED:
                return Agreement.EXACT
            if reference is None:
                continue
            if answer is UNDEFINED:
                raise Found("undefined", point, reference, None)
            if answer is None:
                continue
            with ctx.workprec(precision):
                if not overlap(reference, answer):
                    raise Found("different", point, reference, answer)
                if all(self._known(v, precision // 2, point) for v in (reference, answer)):
                    self.agreed += 1
                    exact = same(reference, answer)
                    return Agreement.EXACT if exact else Agreement.CLOSE
        return Agreement.NO_REFERENCE if reference is None else Agreement.UNKNOWN

    @staticmethod
    def _known(value: Any, bits: int, point: Point) -> bool:
        """Whether a value is known to so many bits; at a point that is not exact, absolutely."""
        if width_is_small(value, bits):
            return True
        return point.exact is None and bool(ball(value).rad() < arb(2) ** -bits)

    def _zeros_at(self, point: Point) -> frozenset[int]:
        if type(point.exact) is fmpq:
            return frozenset()
        names = (name for name in point.vanishing if name.startswith("step "))
        return frozenset(int(name[5:]) for name in names)

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
        found = [self.at(exactly(x), bits=_CERTAIN_BITS) for x in samples]
        known = sum(agreement in (Agreement.EXACT, Agreement.CLOSE) for agreement in found)
        if known < min(_CERTAIN_POINTS, len(samples)):
            self.outcome.certain = False
        return []

    def _normalizer(self, sample: fmpq) -> Normalizer:
        cache: dict[int, dict[int, Any]] = {}

        def values(bits: int) -> dict[int, Any]:
            if bits not in cache:
                self.tick()
                cache[bits] = run(
                    self.program, self.steps, sample, bits, discrete=self.domain.discrete
                )
            return cache[bits]

        chosen = values(PRECISIONS[0])
        if any(v is None for v in chosen.values()):
            chosen = values(PRECISIONS[2])
        return Normalizer(
            self.program,
            chosen,
            self.tick,
            lambda step, bits: sample if step is None else values(bits)[step],
            self.domain.discrete,
        )

    # --- breakpoints ---
    def _events_on(self, normalizer: Normalizer) -> list[Event]:
        """The events of the steps that matter on a piece, inner ones first.

        A hole that the reference has as well is no event: there is nothing to compare.
        """
        of_reference = {
            e.step
            for s in normalizer.used((self.reference,))
            for e in self.events.get(s, ())
            if e.hole
        }
        found: dict[int, Event] = {}
        for step in normalizer.used((self.answer, self.reference)):
            for event in self.events.get(step, ()):
                if event.hole and event.step in of_reference:
                    continue
                if not event.hole or event.step not in found:
                    found[event.step] = event
        return sorted(found.values(), key=lambda e: e.step)

    def _cuts(self, piece: Piece, normalizer: Normalizer) -> list[Point]:
        """The zeros of the first event that has any inside the piece, in order."""
        for event in self._events_on(normalizer):
            zeros = self._zeros(piece, normalizer, event)
            if zeros:
                return zeros
        return []

    def _zeros(self, piece: Piece, normalizer: Normalizer, event: Event) -> list[Point]:
        if self._keeps_sign(piece, event.step):
            return []
        try:
            element = normalizer.element(event.step)[0]
            field = normalizer.field
            if element[0] == 0:
                return []
            parts = element[:1] if event.hole else element
            points: list[Point] = []
            for which, part in enumerate(parts):
                for factor, _ in field.factors(part)[1]:
                    zeros, complete = real_zeros(field, factor, *_reach(piece))
                    if not complete:
                        self.outcome.proved = False
                    if which == 0:
                        for zero in zeros:
                            if str(factor) in zero.vanishing:
                                zero.vanishing.add(f"step {event.step}")
                    points += zeros
        except (UnresolvedError, UnknownZerosError):
            self.outcome.proved = False
            points = self._search(event.step)
        return self._inside(piece, points)

    def _search(self, step: int) -> list[Point]:
        """Zeros of a step that no normal form covers, searched for once in the whole domain."""
        if step not in self.searched:
            low, high = (
                None if end is None else fmpq(end.numerator, end.denominator)
                for end in (self.domain.low, self.domain.high)
            )
            self.searched[step] = isolate(self.program, step, low, high, self.tick)
        return self.searched[step]

    def _keeps_sign(self, piece: Piece, step: int) -> bool:
        """Whether balls alone show that a step is never 0 on a piece."""
        with ctx.workprec(64):
            ends = [None if p is None else arb(p.ball(64)) for p in (piece.low, piece.high)]
            line = arb(0, float("inf"))
            whole = ends[0].union(ends[1]) if ends[0] is not None and ends[1] is not None else line
        value = run(self.program, self.program.needed(step), whole, 64)[step]
        return value is not None and value is not UNDEFINED and bool(sign(value))

    def _inside(self, piece: Piece, points: list[Point]) -> list[Point]:
        """The points strictly inside the piece, in order, without repetitions."""
        kept: list[Point] = []
        for point in points:
            after = piece.low is None or compare(piece.low, point) == -1
            before = piece.high is None or compare(point, piece.high) == -1
            if not (after and before):
                continue
            if any(compare(point, other) in (0, None) for other in kept):
                continue
            kept.append(point)
        kept.sort(key=_Order)
        return kept

    def _breakpoints(self, points: list[Point], normalizer: Normalizer | None) -> None:
        """Compare at cuts, the nearest to 0 first."""
        if normalizer is not None:
            self._mark(points, normalizer)
        for point in sorted(points, key=_distance):
            exact = point.fraction()
            if exact is not None and exact in self.domain.holes:
                continue
            if self.domain.discrete and (exact is None or exact.denominator != 1):
                continue
            if self.at(point, most=512) is Agreement.EXACT or self._proved_at(point):
                continue
            self.outcome.proved = False
            if self.at(point, bits=2048) is Agreement.UNKNOWN:
                self.outcome.certain = False

    def _mark(self, points: list[Point], normalizer: Normalizer) -> None:
        """Note which events are 0 at irrational points, by the factors that they share."""
        if all(type(p.exact) is fmpq for p in points):
            return
        for event in self._events_on(normalizer):
            try:
                element = normalizer.element(event.step)[0]
                if element[0] == 0:
                    continue
                names = {str(f) for f, _ in normalizer.field.factors(element[0])[1]}
            except UnresolvedError:
                continue
            for point in points:
                if point.vanishing & names:
                    point.vanishing.add(f"step {event.step}")

    def _proved_at(self, point: Point) -> bool:
        """Whether both formulas are certainly defined and equal at a point."""
        where = point.value(544)
        zeros = self._zeros_at(point)
        values = run(self.program, self.steps, where, 512, zeros, self.domain.discrete)
        if any(values[s] is None or values[s] is UNDEFINED for s in (self.reference, self.answer)):
            return values[self.reference] is UNDEFINED

        def sample(step: int | None, bits: int) -> Any:
            if step is None:
                return point.value(bits + 32)
            need = self.program.needed(step)
            return run(self.program, need, point.value(bits + 32), bits, zeros)[step]

        normalizer = Normalizer(
            self.program, values, self.tick, sample, self.domain.discrete, pointwise=True
        )
        try:
            reference, answer = normalizer.element(self.reference, self.answer)
            field = normalizer.field
            difference = field.subtract(reference, answer)
            if field.vanishes(difference):
                return True
            self._numerator(difference, normalizer, point)
        except UnresolvedError:
            pass
        return False

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
                    zeros, complete = real_zeros(field, part, *_reach(piece))
                    cuts += self._inside(piece, zeros)
                    if not complete:
                        self.outcome.proved = False
            if field.signed_turns:
                self.outcome.proved = False
        except (UnresolvedError, UnknownZerosError):
            return None
        return self._inside(piece, cuts)

    def _numerator(self, difference: Any, normalizer: Normalizer, sample: Point) -> None:
        """A difference too small for the balls shows in its numerator, where nothing cancels."""
        field = normalizer.field
        for bits in (256, 2048):
            with ctx.workprec(bits):
                value = field.number(difference[0], bits)
                if value.real.contains(0) or not value.is_finite():
                    continue
                value = value / field.number(difference[1], bits)
            zeros = self._zeros_at(sample)
            where = sample.value(8224)
            values = run(self.program, self.core, where, 8192, zeros, self.domain.discrete)
            reference, answer = values[self.reference], values[self.answer]
            if any(v is None or v is UNDEFINED for v in (reference, answer)):
                return
            with ctx.workprec(8192):
                direct = ball(reference) - ball(answer)
                if direct.overlaps(value.real):
                    raise Found("different", sample, reference, answer)
            return

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


def _reach(piece: Piece) -> tuple[float, float]:
    """The ends of a piece, rounded outwards."""
    low, high = -float("inf"), float("inf")
    with ctx.workprec(64):
        if piece.low is not None:
            low = float(arb(piece.low.ball(64)).lower()) - 1e-6
        if piece.high is not None:
            high = float(arb(piece.high.ball(64)).upper()) + 1e-6
    return low, high


def _distance(point: Point) -> float:
    """How far a point is from 0, about."""
    with ctx.workprec(64):
        return abs(float(arb(point.ball(64)).mid()))


class _Order:
    """Sorting key for points."""

    def __init__(self, point: Point) -> None:
        self.point = point

    def __lt__(self, other: _Order) -> bool:
        return compare(self.point, other.point) == -1
