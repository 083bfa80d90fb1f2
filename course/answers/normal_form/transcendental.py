"""Exponentials, logarithms, roots and what is built from them, as elements of a field of functions."""

from __future__ import annotations

from typing import Any

from flint import ctx, fmpq, fmpz

from course.answers.normal_form.field import Field
from course.answers.normal_form.generators import (
    Element,
    Generator,
    Polynomial,
    RestartError,
    UnresolvedError,
)
from course.answers.normal_form.turning import complex_power, conjugated

_HALF = fmpq(1, 2)
_ZERO = fmpq(0)
_SIGN_BITS = (128, 1024)


class Functions(Field):
    """The field with the elementary functions on it."""

    def sign(self, polynomial: Polynomial) -> int:
        """The sign of a real polynomial on the piece: its sign at the sample point."""
        if self.is_complex(polynomial):
            raise UnresolvedError
        if len(polynomial) > 1 or polynomial.degrees()[self.X]:
            self.signed[str(polynomial)] = polynomial
        for bits in _SIGN_BITS:
            with ctx.workprec(bits):
                value = self.number(polynomial, bits).real
                if value > 0:
                    return 1
                if value < 0:
                    return -1
        raise UnresolvedError

    # --- exponentials ---
    def exp(self, w: Element) -> Element:
        """The exponential: one generator for each monomial of the exponent.

        Monomials may have negative powers. What is no polynomial even so is brought over the
        common denominator D of all exponents, and split into its whole and its proper part.
        """
        n, d = w
        if any(self.common.degrees()[len(self.generators) :]):
            raise UnresolvedError  # D has generators that do not exist yet after a new start
        below = d.term_content() / d.term_content().leading_coefficient()
        rest = d // below
        quotient, remainder = divmod(self.common, rest)
        if remainder != 0:
            self.common = self.times(self.common, rest // self.common.gcd(rest))
            raise RestartError
        n = self.reduced(self.times(n, quotient))
        whole, proper = (n, self.zero) if self.common == 1 else divmod(n, self.common)
        shift = below.monoms()[0]
        result: Element = (self.one, self.one)
        for part, common in ((self.reduced(whole), self.one), (self.reduced(proper), self.common)):
            for exponents, coefficient in part.to_dict().items():
                powers = tuple(e - s for e, s in zip(exponents, shift, strict=True))
                result = self.multiply(result, self._exp_term(powers, common, coefficient))
        return result

    def _exp_term(self, powers: tuple[int, ...], common: Polynomial, coefficient: fmpq) -> Element:
        """``exp(coefficient · m / D)`` for a monomial m, possibly with negative powers."""
        if common == 1:
            special = self._special_exponent(powers, coefficient)
            if special is not None:
                return special
        name = ("exp", powers, str(common))
        power = self.unit(name, coefficient)
        top = self.ring.from_dict({tuple(max(e, 0) for e in powers): 1})
        bottom = self.ring.from_dict({tuple(max(-e, 0) for e in powers): 1}) * common
        kind = "turn" if powers[self.IMAGINARY] else "exp"
        if any(e and self.generators[k].kind in ("turn", "complex") for k, e in enumerate(powers)):
            kind = "complex"
        if self.is_complex(common):
            kind = "complex"
        g = self.gens[self.generator(name, Generator(kind, (top, bottom, name)))]
        return (g**power, self.one) if power >= 0 else (self.one, g**-power)

    def exponent(self, g: Generator) -> Element:
        """The exponent of an exponential."""
        top, bottom, name = g.data
        return self.make(top * self.units[name], bottom)

    def _special_exponent(self, powers: tuple[int, ...], coefficient: fmpq) -> Element | None:
        used = [k for k, e in enumerate(powers) if e]
        if len(used) == 1 and powers[used[0]] == 1:
            g = self.generators[used[0]]
            if g.kind == "log" and not self.is_complex(g.data):
                return self.size_power(g.data, coefficient)
        if len(used) == 2 and used[0] == self.IMAGINARY and powers[used[1]] == 1:
            g = self.generators[used[1]]
            if g.kind == "pi":
                return self._root_of_unity(coefficient)
            if g.kind == "function" and coefficient.q == 1 and g.data[0] in ("asin", "atan"):
                name, u = g.data[:2]
                square = self.multiply(u, u)
                one = self.constant(1)
                turned = self.multiply(self.i, u)
                if name == "asin":
                    unit = self.add(self.power(self.subtract(one, square), _HALF, 1), turned)
                else:
                    length = self.power(self.add(one, square), _HALF, 1)
                    unit = self.divide(self.add(one, turned), length)
                return self.whole_power(unit, int(coefficient.p))
        return None

    def _root_of_unity(self, r: fmpq) -> Element | None:
        """``exp(iπr)`` by radicals where 6r or 4r is an integer."""
        quarters = 2 * r
        whole = int(quarters.floor())
        rest = (quarters - whole) / 2  # in [0, 1/2)
        turned = [self.constant(1), self.i, self.constant(-1), self.scale(self.i, -1)][whole % 4]
        if rest == 0:
            return turned
        table = {fmpq(1, 6): (3, 1), fmpq(1, 4): (2, 2), fmpq(1, 3): (1, 3)}
        if rest not in table:
            return None
        cosine, sine = (
            self.scale(self.size_power(self.ring.constant(k), _HALF), _HALF) for k in table[rest]
        )
        return self.multiply(turned, self.add(cosine, self.multiply(self.i, sine)))

    # --- logarithms ---
    def log(self, w: Element) -> Element:
        """The logarithm of a positive function: the sum of log|p| over its factors."""
        total: Element = (self.zero, self.one)
        for part, side in zip(w, (1, -1), strict=True):
            constant, found = self.factors(part)
            for prime, e in self._primes(constant):
                total = self.add(
                    total, self.scale(self._log_of(self.ring.constant(prime)), side * e)
                )
            for p, e in found:
                total = self.add(total, self.scale(self._log_of(p), side * e))
        turned = self.is_complex(total[0]) or self.is_complex(total[1])
        if turned and self.subtract(total, conjugated(self, total))[0] != 0:
            raise UnresolvedError
        return total

    def _log_of(self, p: Polynomial) -> Element:
        """``log|p|`` of an irreducible polynomial or a prime number."""
        k = self.single(p)
        if k is not None:
            g = self.generators[k]
            match g.kind:
                case "i" | "turn" | "parity":
                    return self.zero, self.one
                case "exp" | "complex":
                    return self.exponent(g)
                case "root":
                    (n, d), name = g.data
                    inside = self.log((n, d))
                    return self.scale(inside, fmpq(1) / self.divisors.get(name, 1))
        return self.element(self.generator(("log", str(p)), Generator("log", p)))

    def _primes(self, constant: fmpq) -> list[tuple[Any, int]]:
        """The prime factors of the absolute value of a rational number."""
        found = []
        for number, side in ((constant.p, 1), (constant.q, -1)):
            size = abs(fmpz(number))
            if size == 0:
                raise UnresolvedError
            if size.bit_length() > 64:
                found.append((size, side))  # not factored: a generator of its own
            elif size != 1:
                found += [(p, side * int(e)) for p, e in size.factor()]
        return found

    # --- powers ---
    def power(self, w: Element, r: fmpq, sign: int) -> Element:
        """``w^r`` over the reals, r = p/q, for a function of constant sign."""
        if w[0] == 0:
            return self.zero, self.one
        if r.q == 1:
            return self.whole_power(w, int(r.p))
        if self.is_complex(w[0]) or self.is_complex(w[1]):
            result = complex_power(self, w, r)
        else:
            result = self.constant(1)
            for part, side in zip(w, (1, -1), strict=True):
                constant, found = self.factors(part)
                for prime, e in self._primes(constant):
                    base = self.ring.constant(prime)
                    result = self.multiply(result, self.size_power(base, r * side * e))
                for p, e in found:
                    result = self.multiply(result, self.size_power(p, r * side * e))
        return self.scale(result, -1) if sign < 0 and int(r.p) % 2 else result

    def size_power(self, p: Polynomial, s: fmpq) -> Element:
        """``|p|^s`` of an irreducible real polynomial or a prime number."""
        if p == 1:
            return self.constant(1)
        k = self.single(p)
        if k is not None:
            g = self.generators[k]
            match g.kind:
                case "i" | "turn" | "parity":
                    return self.constant(1)
                case "exp":
                    return self.exp(self.scale(self.exponent(g), s))
                case "root" if s.q != 1:
                    (n, d), name = g.data
                    if d == 1 and not self.is_complex(n):
                        return self.size_power(n, s / self.divisors.get(name, 1))
        whole = int(s.floor())
        size = p * self.sign(p) if not p.is_constant() else p
        result = self.whole_power((size, self.one), whole)
        rest = s - whole
        if rest == 0:
            return result
        name = ("root", str(p))
        power = self.divisor(name, rest)
        index = self.generator(name, Generator("root", ((p, self.one), name)))
        self.relations[index] = (self.divisors[name], size, self.one)
        return self.multiply(result, (self.gens[index] ** power, self.one))

    def real_sign(self, w: Element) -> int:
        """The sign of a real element on the piece: its sign at the sample point."""
        self.signed_turns = True
        for bits in _SIGN_BITS:
            with ctx.workprec(bits):
                value = (self.number(w[0], bits) / self.number(w[1], bits)).real
                if value > 0:
                    return 1
                if value < 0:
                    return -1
        raise UnresolvedError

    # --- functions built from these ---
    def sine_cosine(self, u: Element) -> tuple[Element, Element]:
        """Sine and cosine by the exponentials of ±iu."""
        turned = self.exp(self.multiply(self.i, u))
        back = self.make(turned[1], turned[0])
        cosine = self.scale(self.add(turned, back), _HALF)
        sine = self.multiply(self.scale(self.subtract(turned, back), -_HALF), self.i)
        return sine, cosine

    def hyperbolic(self, u: Element) -> tuple[Element, Element]:
        """Hyperbolic sine and cosine."""
        grown = self.exp(u)
        shrunk = self.make(grown[1], grown[0])
        return (
            self.scale(self.subtract(grown, shrunk), _HALF),
            self.scale(self.add(grown, shrunk), _HALF),
        )

    def opaque(
        self,
        name: str,
        u: Element,
        step: int,
        odd: bool = False,
        factor: int = 1,
        shift: Any = _ZERO,
    ) -> Element:
        """A function without known relations; an odd one has the sign taken out.

        ``step`` is a step of the program by which the function has the value
        ``factor · (value of step − shift)`` at ``u``.
        """
        flip = odd and u[0] != 0 and u[0].leading_coefficient() < 0
        if flip:
            u, factor = self.scale(u, -1), -factor
        key = (name, str(u[0]), str(u[1]))
        index = self.index.get(key)
        if index is None:
            what = Generator("function", (name, u, factor, shift, step))
            index = self.generator(key, what)
        g = self.element(index)
        return self.scale(g, -1) if flip else g
