"""Where the pieces of a domain meet: found exactly where possible, and compared there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import arb, ctx, fmpq

from course.answers.arithmetic.balls import UNDEFINED, ball, sign
from course.answers.arithmetic.evaluate import run
from course.answers.comparison.agreement import Agreement, Found, Values
from course.answers.comparison.events import Event
from course.answers.comparison.isolate import isolate
from course.answers.comparison.points import Point, compare
from course.answers.normal_form.generators import UnresolvedError
from course.answers.normal_form.normal import Normalizer
from course.answers.normal_form.roots import NEVER_ZERO, UnknownZerosError, real_zeros


@dataclass(slots=True)
class Piece:
    """An open interval of the domain on which no event was found yet."""

    low: Point | None
    high: Point | None


class Breakpoints(Values):
    """The cuts of a domain at the events of both formulas."""

    def _events_on(self, normalizer: Normalizer) -> list[Event]:
        """The events of the steps that matter on a piece, inner ones first.

        A hole that the reference has as well is no event: there is nothing to compare.
        """
        of_reference = {
            e.step
            for s in normalizer.evaluated((self.reference,), tests=False)
            for e in self.events.get(s, ())
            if e.hole
        }
        found: dict[int, Event] = {}
        for step in normalizer.evaluated((self.answer, self.reference)):
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
            incomplete = False
            for which, part in enumerate(parts):
                for factor, _ in field.factors(part)[1]:
                    zeros, complete = real_zeros(field, factor, *reach(piece))
                    if not complete:
                        incomplete = True
                    if which == 0:
                        for zero in zeros:
                            if str(factor) in zero.vanishing:
                                zero.vanishing.add(f"step {event.step}")
                    points += zeros
            if incomplete:  # last, because it may start the normal form again
                self._incomplete(normalizer, event)
        except (UnresolvedError, UnknownZerosError):
            self._incomplete(normalizer, event)
            points = self._search(event.step)
        return self._inside(piece, points)

    def _incomplete(self, normalizer: Normalizer, event: Event) -> None:
        """Note that zeros of an event may be missing: uncertain, unless the reference shares it.

        A hole is shared where the reference is undefined as well, any other event where
        something may happen to the reference as well.
        """
        self.outcome.proved = False
        if not self.outcome.certain:
            return
        known: set[int] = set()
        for step in normalizer.evaluated((self.reference,)):
            undefined = self.program.steps[step].op == "log"
            for other in self.events.get(step, ()):
                if undefined or other.hole or not event.hole:
                    known.add(other.step)
        if event.step in known:
            return
        others: set[str] = set()
        try:
            elements = normalizer.element(event.step, *known)
            for element in elements[1:]:
                others |= self._factors(normalizer, element, event.hole)
            if self._factors(normalizer, elements[0], event.hole) <= others:
                return
        except UnresolvedError:
            pass
        self.outcome.certain = False

    @staticmethod
    def _factors(normalizer: Normalizer, element: Any, hole: bool) -> set[str]:
        """The factors of an element that may be 0, or of its numerator only."""
        field = normalizer.field
        found: set[str] = set()
        for part in element[:1] if hole else element:
            for factor, _ in field.factors(part)[1] if part != 0 else ():
                single = field.single(factor)
                if single is None or field.generators[single].kind not in NEVER_ZERO:
                    found.add(str(factor))
        return found

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


def reach(piece: Piece) -> tuple[float, float]:
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
