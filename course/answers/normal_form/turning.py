"""Conjugates, moduli and powers of functions written with imaginary exponentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import fmpq

from course.answers.normal_form.generators import Element, Generator, Polynomial, UnresolvedError

if TYPE_CHECKING:
    from course.answers.normal_form.transcendental import Functions


def complex_power(field: Functions, w: Element, r: fmpq) -> Element:
    """``|w|^r`` of a real function written with imaginary exponentials."""
    p, q = int(r.p), int(r.q)
    outside, inside = field.constant(1), field.constant(1)
    for part, side in zip(w, (1, -1), strict=True):
        constant, found = field.factors(part)
        inside = field.multiply(inside, field.whole_power(field.constant(constant), side))
        for f, e in found:
            k = field.single(f)
            if k is not None and field.generators[k].kind in ("exp", "turn", "complex"):
                exponent = field.scale(field.exponent(field.generators[k]), fmpq(side * e, q))
                outside = field.multiply(outside, field.exp(exponent))
                continue
            whole, rest = divmod(side * e, q)
            base = (f, field.one)
            outside = field.multiply(outside, field.whole_power(base, whole))
            inside = field.multiply(inside, field.whole_power(base, rest))
    if inside[0].is_constant() and inside[1].is_constant():
        size = inside[0].leading_coefficient()
        root = field.power(field.constant(size if size > 0 else -size), fmpq(1, q), 1)
        return field.whole_power(field.multiply(modulus(field, outside), root), p)
    name = ("root", str(w[0]), str(w[1]))
    if field.divisors.get(name, 1) % q:
        field.divisor(name, fmpq(1, q))
    index = field.generator(name, Generator("root", (w, name)))
    n = w[0] * field.real_sign(w)
    field.relations[index] = (field.divisors[name], n, w[1])
    step = field.divisors[name] // q * p
    return field.whole_power(field.element(index), step)


def modulus(field: Functions, w: Element) -> Element:
    """``|w|`` of a function that is real or purely imaginary."""
    conjugate = conjugated(field, w)
    if field.subtract(w, conjugate)[0] == 0:
        return field.scale(w, field.real_sign(w))
    turned = field.multiply(w, field.i)
    if field.subtract(turned, conjugated(field, turned))[0] == 0:
        return field.scale(turned, field.real_sign(turned))
    raise UnresolvedError


def conjugated(field: Functions, w: Element) -> Element:
    """The complex conjugate."""
    top, bottom = (conjugated_polynomial(field, part) for part in w)
    return field.divide(top, bottom)


def conjugated_polynomial(field: Functions, polynomial: Polynomial) -> Element:
    """The complex conjugate of a polynomial in the generators."""
    total: Element = (field.zero, field.one)
    for exponents, coefficient in polynomial.to_dict().items():
        term = field.constant(coefficient)
        for k, e in enumerate(exponents):
            if e:
                term = field.multiply(term, field.whole_power(conjugated_generator(field, k), e))
        total = field.add(total, term)
    return total


def conjugated_generator(field: Functions, k: int) -> Element:
    """The complex conjugate of a generator."""
    g = field.generators[k]
    if g.kind == "i":
        return field.scale(field.i, -1)
    if g.kind == "turn":
        return field.one, field.gens[k]
    if g.kind == "complex":
        return field.exp(conjugated(field, field.exponent(g)))
    return field.element(k)
