"""Exact arithmetic with elementary functions: quotients of polynomials in generators.

A *generator* stands for one function of the variable: the variable itself, i, π, the exponential
of a monomial, the logarithm or a root of a polynomial in earlier generators, or a function without
known relations. Every rewriting here is an identity between functions at the points of one piece
of the domain, so that a numerator that becomes the zero polynomial proves that the function is 0.
The converse holds where the generators are algebraically independent, which is why exponents are
split into monomials with one common denominator (D) and one common unit each.

Sources: Risch, *Algebraic properties of the elementary functions of analysis* (1979); Bronstein,
*Symbolic Integration I* (2005), chapter 9.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq

from course.answers.normal_form.generators import (
    DEGREE,
    Element,
    Generators,
    Polynomial,
    UnresolvedError,
)

TERMS = 4000  # of a polynomial
PRODUCT_TERMS = 400_000  # of two factors, multiplied
FACTOR_TERMS, FACTOR_DEGREE = 300, 80


class Field(Generators):
    """Arithmetic with the functions that occur in one comparison, on one piece of the domain."""

    # --- arithmetic ---
    def constant(self, value: Any) -> Element:
        """A rational number."""
        return self.ring.constant(value), self.one

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """With i² = −1."""
        if polynomial.degrees()[self.IMAGINARY] < 2:
            return polynomial
        terms: dict[Any, Any] = {}
        for exponents, coefficient in polynomial.to_dict().items():
            k = exponents[self.IMAGINARY]
            short = (exponents[0], k % 2, *exponents[2:])
            terms[short] = terms.get(short, 0) + (-coefficient if k % 4 > 1 else coefficient)
        return self.ring.from_dict({e: c for e, c in terms.items() if c})

    def make(self, n: Polynomial, d: Polynomial) -> Element:
        """The element n/d in lowest terms."""
        self.tick()
        n, d = self.reduced(n), self.reduced(d)
        if d == 0:
            raise UnresolvedError
        if n == 0:
            return self.zero, self.one
        if d.degrees()[self.IMAGINARY]:
            conjugate = self._conjugate(d)
            n = self.reduced(self.times(n, conjugate))
            d = self.reduced(self.times(d, conjugate))
        if not d.is_constant():
            divisor = n.gcd(d)
            if not divisor.is_constant():
                n, d = n // divisor, d // divisor
        lead = d.leading_coefficient()
        if lead != 1:
            n, d = n / lead, d / lead
        if len(n) > TERMS or len(d) > TERMS:
            raise UnresolvedError
        return n, d

    def _conjugate(self, polynomial: Polynomial) -> Polynomial:
        return self.ring.from_dict(
            {e: -c if e[self.IMAGINARY] % 2 else c for e, c in polynomial.to_dict().items()}
        )

    def times(self, a: Polynomial, b: Polynomial) -> Polynomial:
        """The product of polynomials, refused if it would be too big."""
        if len(a) * len(b) > PRODUCT_TERMS:
            raise UnresolvedError
        return a * b

    def add(self, a: Element, b: Element) -> Element:
        """The sum."""
        if a[1] == b[1]:
            return self.make(a[0] + b[0], a[1])
        top = self.times(a[0], b[1]) + self.times(b[0], a[1])
        return self.make(top, self.times(a[1], b[1]))

    def multiply(self, a: Element, b: Element) -> Element:
        """The product."""
        return self.make(self.times(a[0], b[0]), self.times(a[1], b[1]))

    def scale(self, a: Element, factor: Any) -> Element:
        """A rational multiple."""
        return self.make(a[0] * fmpq(factor), a[1])

    def divide(self, a: Element, b: Element) -> Element:
        """The quotient."""
        return self.make(self.times(a[0], b[1]), self.times(a[1], b[0]))

    def subtract(self, a: Element, b: Element) -> Element:
        """The difference."""
        return self.add(a, self.scale(b, -1))

    def whole_power(self, a: Element, n: int) -> Element:
        """An integer power."""
        if n < 0:
            if a[0] == 0:
                raise UnresolvedError
            return self.whole_power(self.make(a[1], a[0]), -n)
        for part in a:
            size, degree = len(part), part.total_degree()
            small = size == 1 or n == 1 or (size == 2 and n <= TERMS // 4)
            bits = sum(c.height_bits() for c in part.coeffs()[:3])
            if degree * n > DEGREE and degree and size > 1:
                raise UnresolvedError
            if degree * n > 10**6 or (n > 1 and bits * n > 200_000):
                raise UnresolvedError
            if not small and _power_terms(size, n) > TERMS:
                raise UnresolvedError
        return self.make(a[0] ** n, a[1] ** n)

    def factors(self, polynomial: Polynomial) -> tuple[fmpq, list[tuple[Any, int]]]:
        """The constant and the irreducible factors with their exponents."""
        self.tick()
        if len(polynomial) > FACTOR_TERMS:
            raise UnresolvedError
        # Monomial content first: it costs nothing and keeps the degrees small.
        if len(polynomial) > 1 and polynomial.total_degree() > FACTOR_DEGREE:
            content = polynomial.term_content()
            if (polynomial // content).total_degree() > FACTOR_DEGREE:
                raise UnresolvedError
        constant, found = polynomial.factor()
        return constant, [(p, int(e)) for p, e in found]

    def vanishes(self, element: Element) -> bool:
        """Whether an element is 0 by the relations between the generators."""
        n = element[0]
        for index in sorted(self.relations, reverse=True):
            n = self._eliminate(n, index)
            if n == 0:
                return True
        return bool(n == 0)

    def _eliminate(self, polynomial: Polynomial, index: int) -> Polynomial:
        """Replace g^q by n/d and clear the denominator."""
        q, n, d = self.relations[index]
        if polynomial.degrees()[index] < q:
            return polynomial
        parts: dict[int, dict[Any, Any]] = {}
        for exponents, coefficient in polynomial.to_dict().items():
            whole, rest = divmod(exponents[index], q)
            parts.setdefault(whole, {})[(*exponents[:index], rest, *exponents[index + 1 :])] = (
                coefficient
            )
        highest = max(parts)
        total = self.zero
        for whole, terms in parts.items():
            self.tick()
            if whole * max(1, n.total_degree()) > DEGREE or _power_terms(len(n), whole) > TERMS:
                raise UnresolvedError
            piece = self.times(self.ring.from_dict(terms), n**whole)
            total = total + self.times(piece, d ** (highest - whole))
        return total


def _power_terms(size: int, n: int) -> int:
    """A bound on the number of terms of the n-th power of a polynomial of ``size`` terms."""
    count = 1
    for k in range(1, size):
        count = count * (n + k) // k
        if count > TERMS:
            break
    return count
