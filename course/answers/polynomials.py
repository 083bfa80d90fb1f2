"""Polynomials with rational coefficients, as far as joins of pieces need them."""

from __future__ import annotations

from fractions import Fraction

from course.answers.algebra import number, rational
from course.answers.tree import Expr, Number, Power, Product, Quotient, Sum, Variable

_DEGREE = 12


def rational_roots(tree: Expr, variable: str) -> set[Fraction] | None:
    """The real roots of a polynomial if all of them are rational, else None."""
    coefficients = _polynomial(tree, variable)
    if coefficients is None:
        return None
    while coefficients and coefficients[-1] == 0:
        coefficients.pop()
    if len(coefficients) < 2:
        return set()
    from flint import fmpq, fmpq_poly

    polynomial = fmpq_poly([fmpq(c.numerator, c.denominator) for c in coefficients])
    roots = set()
    for factor, _ in polynomial.numer().factor()[1]:
        if factor.degree() == 1:
            roots.add(Fraction(-int(factor[0]), int(factor[1])))
        elif any(root.imag.contains(0) for root, _ in factor.complex_roots()):  # type: ignore[misc,has-type]
            return None
    return roots


def _polynomial(tree: Expr, variable: str) -> list[Fraction] | None:
    """The coefficients of a polynomial with rational coefficients, the constant one first."""
    match tree:
        case Variable(name) if name == variable:
            return [Fraction(0), Fraction(1)]
        case Number(value):
            return [value]
        case Sum(terms) | Product(terms):
            total = [Fraction(isinstance(tree, Product))]
            for term in terms:
                part = _polynomial(term, variable)
                if part is None or len(part) + len(total) > _DEGREE + 2:
                    return None
                total = _times(total, part) if isinstance(tree, Product) else _plus(total, part)
            return total
        case Quotient(top, bottom):
            part, divisor = _polynomial(top, variable), rational(bottom)
            return [c / divisor for c in part] if part is not None and divisor else None
        case Power(base, exponent):
            n = rational(exponent)
            if n is not None and n.denominator == 1 and 0 <= n <= _DEGREE:
                return _polynomial(Product((number(1), *[base] * int(n))), variable)
    return None


def _times(p: list[Fraction], q: list[Fraction]) -> list[Fraction]:
    total = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            total[i + j] += a * b
    return total


def _plus(p: list[Fraction], q: list[Fraction]) -> list[Fraction]:
    length = max(len(p), len(q))
    p, q = p + [Fraction(0)] * (length - len(p)), q + [Fraction(0)] * (length - len(q))
    return [a + b for a, b in zip(p, q, strict=True)]
