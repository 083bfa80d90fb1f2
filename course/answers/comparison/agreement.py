"""Two formulas at one point, in balls as small as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from flint import arb, ctx, fmpq

from course.answers.arithmetic.balls import UNDEFINED, ball, overlap, same, width_is_small
from course.answers.arithmetic.evaluate import PRECISIONS, run
from course.answers.arithmetic.program import Program
from course.answers.comparison.deadline import Deadline
from course.answers.comparison.events import add_events
from course.answers.comparison.points import Point
from course.answers.domains import Domain
from course.answers.normal_form.normal import Normalizer


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


class Values:
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
