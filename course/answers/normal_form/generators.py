"""The generators of a field of functions: what they stand for, and their values at a point."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from math import lcm
from typing import Any, Self

from flint import Ordering, acb, arb, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

Polynomial = fmpq_mpoly

Element = tuple[Any, Any]  # numerator and denominator, coprime, the denominator monic without i

GENERATORS = 28

DEGREE = 1200

_RING = None


class RestartError(Exception):
    """A common denominator or unit changed: the calculation starts again with the new one."""


class UnresolvedError(Exception):
    """The normal form does not cover this formula, or it becomes too big."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What a generator stands for: ``kind`` and what :meth:`Field.number` needs to evaluate it."""

    kind: str
    data: Any = None


def _ring() -> Any:
    global _RING
    if _RING is None:
        names = [f"g{k}" for k in range(GENERATORS)]
        _RING = fmpq_mpoly_ctx.get(names, Ordering.lex)
    return _RING


class Generators:
    """The functions that occur in one comparison, on one piece of the domain.

    Parameters
    ----------
    tick : callable
        Called often; raises when the time is over.
    sample : callable
        ``sample(step, bits)``: the value, at a point of the piece, of a step of the program;
        ``sample(None, bits)`` is the point.
    """

    X, IMAGINARY = 0, 1

    def __init__(self, tick: Callable[[], None], sample: Callable[[int | None, int], Any]) -> None:
        self.tick, self.sample = tick, sample
        self.ring = _ring()
        self.gens = self.ring.gens()
        self.zero, self.one = self.ring.constant(0), self.ring.constant(1)
        self.common = self.one  # D
        self.units: dict[Any, fmpq] = {}  # of exponents
        self.divisors: dict[Any, int] = {}  # of powers
        self.i = (self.gens[self.IMAGINARY], self.one)
        self.reset()

    def reset(self) -> None:
        """Forget the generators, because D or a unit has changed and with it what they stand for."""
        self.generators: list[Generator] = []
        self.index: dict[Any, int] = {}
        self.relations: dict[int, tuple[int, Any, Any]] = {}  # index: (q, n, d) for g^q = n/d
        self._numbers: dict[tuple[int, int], Any] = {}
        #: Polynomials whose constant sign on the piece the rewriting relies on.
        self.signed: dict[str, Any] = {}
        #: Whether it relies on the sign of something written with imaginary exponentials.
        self.signed_turns = False
        self.generator("x", Generator("x"))
        self.generator("i", Generator("i"))
        self.relations[self.IMAGINARY] = (2, -self.one, self.one)

    def frozen(self) -> Self:
        """A copy that evaluates in today's generators, whatever becomes of them here."""
        twin = copy(self)
        twin.units, twin.divisors, twin._numbers = dict(self.units), dict(self.divisors), {}
        return twin

    def generator(self, key: Any, what: Generator) -> int:
        """The index of a generator, a new one if there is none with this key."""
        found = self.index.get(key)
        if found is None:
            found = len(self.generators)
            if found >= GENERATORS:
                raise UnresolvedError
            self.generators.append(what)
            self.index[key] = found
        return found

    def element(self, index: int) -> Element:
        """A generator as an element."""
        return self.gens[index], self.one

    def unit(self, key: Any, coefficient: fmpq) -> int:
        """The integer coefficient/unit, after a new start with a smaller unit where it is needed."""
        size = abs(coefficient)
        unit = self.units.setdefault(key, size)
        ratio = coefficient / unit
        if ratio.q != 1:
            self.units[key] = fmpq(1) / ratio.q * unit
            raise RestartError
        if abs(ratio.p) > 10**6:
            raise UnresolvedError
        return int(ratio.p)

    def divisor(self, key: Any, coefficient: fmpq) -> int:
        """The integer coefficient·N, after a new start with a larger N where it is needed."""
        n = self.divisors.get(key, 1)
        if n % int(coefficient.q):
            self.divisors[key] = lcm(n, int(coefficient.q))
            if self.divisors[key] > DEGREE:
                raise UnresolvedError
            raise RestartError
        return int(coefficient.p) * (n // int(coefficient.q))

    def single(self, polynomial: Polynomial) -> int | None:
        """The index of the generator that a polynomial is, if it is one."""
        if len(polynomial) != 1 or polynomial.total_degree() != 1:
            return None
        if polynomial.leading_coefficient() != 1:
            return None
        return int(polynomial.monoms()[0].index(1))

    def is_fixed(self, polynomial: Polynomial) -> bool:
        """Whether a polynomial does not depend on the variable."""
        return all(not d or self._fixed(k) for k, d in enumerate(polynomial.degrees()))

    def _fixed(self, index: int) -> bool:
        g = self.generators[index]
        match g.kind:
            case "i" | "pi":
                return True
            case "exp" | "turn" | "complex":
                return self.is_fixed(g.data[0]) and self.is_fixed(g.data[1])
            case "log":
                return self.is_fixed(g.data)
            case "root":
                return all(self.is_fixed(part) for part in g.data[0])
        return False

    def is_complex(self, polynomial: Polynomial) -> bool:
        """Whether i or the exponential of something imaginary occurs."""
        degrees = polynomial.degrees()
        return any(
            degrees[k] and (k == self.IMAGINARY or g.kind in ("turn", "complex"))
            for k, g in enumerate(self.generators)
        )

    def number(self, polynomial: Polynomial, bits: int) -> acb:
        """The value of a polynomial at the sample point; the caller sets the precision."""
        total = acb(0)
        for exponents, coefficient in polynomial.to_dict().items():
            term = acb(coefficient)
            for index, exponent in enumerate(exponents):
                if exponent:
                    term *= self._generator_number(index, bits) ** int(exponent)
            total += term
        return total

    def number_at(
        self, polynomial: Polynomial, x: arb, bits: int, index: int = 0, turn: acb | None = None
    ) -> acb:
        """The same at another point; for generators that are built from the variable alone.

        With ``turn``, the value of generator ``index`` is multiplied by it.
        """

        def elsewhere(step: int | None, _: int) -> arb:
            if step is not None:
                raise UnresolvedError
            return x

        sample, numbers = self.sample, self._numbers
        self.sample, self._numbers = elsewhere, {}
        try:
            if turn is not None:
                self._numbers[index, bits] = turn * self._generator_number(index, bits)
            return self.number(polynomial, bits)
        finally:
            self.sample, self._numbers = sample, numbers

    def _generator_number(self, index: int, bits: int) -> acb:
        key = (index, bits)
        if key not in self._numbers:
            g = self.generators[index]
            value: Any
            match g.kind:
                case "x":
                    value = acb(_as_ball(self.sample(None, bits)))
                case "i":
                    value = acb(0, 1)
                case "pi":
                    value = acb.pi()
                case "exp" | "turn" | "complex":
                    top, bottom, name = g.data
                    exponent = self.number(top, bits) / self.number(bottom, bits)
                    value = (exponent * self.units[name]).exp()
                case "log":
                    value = acb(abs(self.number(g.data, bits)).log())
                case "root":
                    (n, d), name = g.data
                    size = abs(self.number(n, bits) / self.number(d, bits))
                    value = acb(size ** (fmpq(1) / self.divisors.get(name, 1)))
                case "parity":
                    value = acb((-1) ** (int(self.sample(None, bits).p) % 2))
                case "function":
                    *_, factor, shift, step = g.data
                    value = factor * (acb(_as_ball(self.sample(step, bits))) - _as_ball(shift))
            self._numbers[key] = value
        return self._numbers[key]


def _as_ball(value: Any) -> arb:
    from course.answers.arithmetic.balls import UNDEFINED, ball

    if value is None or value is UNDEFINED:
        raise UnresolvedError
    return ball(value)
