"""Roots of polynomials in one unknown, certainly enclosed."""

from __future__ import annotations

from math import gcd
from typing import Any

from flint import acb, arb, ctx, fmpq, fmpz, fmpz_poly

from course.answers.comparison.points import Point

_DEGREE = 120


class UnknownZerosError(Exception):
    """The zeros of this factor are not known exactly."""


def univariate(polynomial: Any, index: int) -> fmpz_poly:
    """The integer polynomial in one generator."""
    terms = {e[index]: c for e, c in polynomial.to_dict().items()}
    if max(terms) > _DEGREE:
        raise UnknownZerosError
    common = fmpz(1)
    for c in terms.values():
        common = common * c.q // common.gcd(c.q)
    coefficients = [fmpz((terms.get(k, fmpq(0)) * common).p) for k in range(max(terms) + 1)]
    return fmpz_poly(coefficients)


def real_roots(polynomial: fmpz_poly) -> list[Any]:
    """Real roots of an irreducible polynomial: a rational one, or (polynomial, position)."""
    if polynomial.degree() == 1:
        return [fmpq(-polynomial[0], polynomial[1])]
    with ctx.workprec(64):
        count = sum(1 for root in complex_roots(polynomial) if _is_real(root))
    return [(polynomial, k) for k in range(count)]


def complex_roots(polynomial: fmpz_poly) -> list[Any]:
    """The complex roots of a squarefree polynomial: an ``arb`` each if real, else an ``acb``."""
    found: Any = polynomial.complex_roots()
    return [root for root, _ in found]


def _is_real(root: Any) -> bool:
    return type(root) is arb or bool(root.imag.is_zero())


def root_ball(root: tuple[fmpz_poly, int], bits: int) -> arb:
    """A ball around a real root, given by its polynomial and its position from the left."""
    polynomial, position = root
    with ctx.workprec(bits):
        found = [arb(r.real) for r in complex_roots(polynomial) if _is_real(r)]
    return sorted(found, key=lambda r: r.mid())[position]


def _algebraic(root: tuple[fmpz_poly, int], name: str) -> Point:
    return Point(None, lambda bits: root_ball(root, bits), {name})


def angles(polynomial: fmpz_poly) -> list[Any]:
    """The roots on the unit circle: their angles as multiples of π (fmpq) or as functions of bits."""
    order = polynomial.is_cyclotomic() if polynomial.degree() > 0 else 0
    if order:
        order = int(order)
        return [fmpq(2 * k, order) for k in range(order) if gcd(k, order) == 1 or order == 1]
    coefficients = polynomial.coeffs()
    if coefficients != coefficients[::-1]:
        return []  # irreducible with a root on the circle implies self-reciprocal
    found = []
    with ctx.workprec(128):
        found += [
            _angle_function(polynomial, acb(root))
            for root in complex_roots(polynomial)
            if (abs(acb(root)) - 1).contains(0)
        ]
    return found


def _angle_function(polynomial: fmpz_poly, near: acb) -> Any:
    def angle(bits: int) -> arb:
        with ctx.workprec(max(bits, 128)):
            root = next(r for r in complex_roots(polynomial) if near.overlaps(acb(r)))
            return acb(root).arg()

    return angle
