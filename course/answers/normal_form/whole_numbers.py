"""Floor, ceiling, factorial and powers of −1, with the rules of whole numbers."""

from __future__ import annotations

from flint import fmpq

from course.answers.normal_form.generators import Element, Generator, UnresolvedError
from course.answers.normal_form.transcendental import Functions


def parity(field: Functions, exponent: Element) -> Element:
    """``(−1)^u`` for a polynomial u with integer coefficients."""
    if not exponent[1].is_constant() or any(c.q != 1 for c in exponent[0].coeffs()):
        raise UnresolvedError
    odd = {e: 1 for e, c in exponent[0].to_dict().items() if int(c.p) % 2}
    shift = odd.pop((0,) * len(field.gens), 0)
    if any(sum(e) != e[field.X] for e in odd):
        raise UnresolvedError
    if odd:  # n^k has the parity of n
        rest = sum(1 for e in odd) % 2
        if not rest:
            odd = {}
    sign_: Element = field.constant(-1 if shift else 1)
    if not odd:
        return sign_
    index = field.generator("parity", Generator("parity"))
    field.relations[index] = (2, field.one, field.one)
    return field.multiply(sign_, field.element(index))


def whole(field: Functions, name: str, u: Element, step: int, discrete: bool) -> Element:
    """Floor and factorial, with a whole number in the argument taken out."""
    inside, shift = split(field, u)
    if name == "floor" and inside[0] == 0:
        return field.constant(shift)
    if name == "floor":
        if discrete and _is_whole(inside):
            return u
        return field.add(field.opaque(name, inside, step, shift=fmpq(shift)), field.constant(shift))
    if shift == 0 or abs(shift) > 50:
        return field.opaque(name, u, step)
    base_key = (name, str(inside[0]), str(inside[1]))
    if base_key not in field.index:
        return field.opaque(name, u, step)
    result = field.element(field.index[base_key])
    for k in range(1, shift + 1) if shift > 0 else range(shift + 1, 1):
        factor = field.add(inside, field.constant(k))
        result = (field.multiply if shift > 0 else field.divide)(result, factor)
    return result


def ceiling(field: Functions, u: Element, step: int, discrete: bool) -> Element:
    """``⌈u⌉ = −⌊−u⌋``."""
    inside, shift = split(field, field.scale(u, -1))
    if inside[0] == 0 or (discrete and _is_whole(inside)):
        return u
    down = field.opaque("floor", inside, step, factor=-1, shift=fmpq(-shift))
    return field.scale(field.add(down, field.constant(shift)), -1)


def split(field: Functions, u: Element) -> tuple[Element, int]:
    """A function without the whole part of its constant term, and that whole part."""
    if not u[1].is_constant():
        return u, 0
    shift = int(u[0].to_dict().get((0,) * len(field.gens), fmpq(0)).floor())
    return field.subtract(u, field.constant(shift)), shift


def _is_whole(u: Element) -> bool:
    """Whether an element is a polynomial in the variable with integer coefficients."""
    return bool(u[1].is_constant()) and all(
        c.q == 1 and sum(e) == e[0] for e, c in u[0].to_dict().items()
    )
