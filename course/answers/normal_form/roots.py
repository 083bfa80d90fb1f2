"""Real zeros of an irreducible factor of a normal form, certainly enclosed."""

from __future__ import annotations

from typing import Any

from flint import acb, arb, ctx, fmpq

from course.answers.comparison.points import Point, exactly
from course.answers.normal_form.generators import UnresolvedError
from course.answers.normal_form.periodic import WINDOW, periodic_zeros
from course.answers.normal_form.transcendental import Functions
from course.answers.normal_form.univariate import (
    UnknownZerosError,
    _algebraic,
    real_roots,
    root_ball,
    univariate,
)

NEVER_ZERO = ("exp", "turn", "complex", "i", "pi", "parity")


def real_zeros(
    field: Functions, factor: Any, low: float = -WINDOW, high: float = WINDOW
) -> tuple[list[Point], bool]:
    """The real zeros of a factor.

    Parameters
    ----------
    field : Functions
        The field that the factor belongs to.
    factor : fmpq_mpoly
        An irreducible polynomial in its generators.
    low, high : float
        Periodic zeros are listed between these only, and in the window.

    Returns
    -------
    zeros : list of Point
        The zeros.
    complete : bool
        Whether these are all (periodic ones are listed in a window only).

    Raises
    ------
    UnknownZerosError
        When they cannot be found exactly.
    """
    name = str(factor)
    used = [k for k, e in enumerate(factor.degrees()) if e]
    single = field.single(factor)
    if single is not None and field.generators[single].kind in NEVER_ZERO:
        return [], True
    if not used or _positive(field, factor):
        return [], True
    if single is not None and field.generators[single].kind in ("root", "log"):
        return _zeros_below(field, single, name, low, high)
    if used == [field.X]:
        return [
            exactly(root, name) if type(root) is fmpq else _algebraic(root, name)
            for root in real_roots(univariate(factor, field.X))
        ], True
    if factor.degrees()[field.X] == 1:
        found = _linear_zero(field, factor, name)
        if found is not None:
            return [found], True
    roots = [k for k in used if field.generators[k].kind == "root" and k in field.relations]
    if roots:
        return _zeros_of_norm(field, factor, roots[-1], low, high)
    others = [k for k in used if k != field.IMAGINARY]
    if len(others) != 1:
        raise UnknownZerosError
    g = field.generators[others[0]]
    if g.kind == "exp" and used == others:
        return _exponential_zeros(field, factor, others[0], name)
    if g.kind == "turn":
        return periodic_zeros(field, factor, others[0], name, low, high)
    if g.kind == "log" and used == others and g.data == field.gens[field.X]:
        return _logarithmic_zeros(factor, others[0], name), True
    raise UnknownZerosError


def _zeros_below(
    field: Functions, index: int, name: str, low: float, high: float
) -> tuple[list[Point], bool]:
    """Zeros of |p|^(1/N), which are those of p, or of log|p|, which are those of p ± 1."""
    g = field.generators[index]
    parts = [g.data[0][0]] if g.kind == "root" else [g.data - 1, g.data + 1]
    points: list[Point] = []
    complete = True
    for part in parts:
        for factor, _ in field.factors(part)[1]:
            zeros, all_of_them = real_zeros(field, factor, low, high)
            for zero in zeros:
                zero.vanishing.add(name)
            points += zeros
            complete &= all_of_them
    return points, complete


def _linear_zero(field: Functions, factor: Any, name: str) -> Point | None:
    """The zero −b/a of ax + b, if a and b are constants such as e, π, log 2."""
    terms = factor.to_dict()
    a = field.ring.from_dict({(0, *e[1:]): c for e, c in terms.items() if e[0]})
    b = field.ring.from_dict({e: c for e, c in terms.items() if not e[0]})
    if not (field.is_fixed(a) and field.is_fixed(b)) or field.is_complex(a) or field.is_complex(b):
        return None
    frozen = field.frozen()

    def enclose(bits: int) -> arb:
        with ctx.workprec(bits + 32):
            return -(frozen.number(b, bits + 32) / frozen.number(a, bits + 32)).real

    return Point(None, enclose, {name}) if enclose(64).is_finite() else None


def _zeros_of_norm(
    field: Functions, factor: Any, index: int, low: float, high: float
) -> tuple[list[Point], bool]:
    """Points among which all zeros of a factor with a root in it are: the root eliminated."""
    q, n, d = field.relations[index]
    if q > 6 or len(factor) * (len(n) + len(d)) > 60 or factor.total_degree() > 12:
        raise UnknownZerosError
    norm = factor.resultant(d * field.gens[index] ** q - n, field.ring.name(index))
    if norm == 0:
        raise UnknownZerosError
    points: list[Point] = []
    complete = True
    for part, _ in field.factors(norm)[1]:
        zeros, all_of_them = real_zeros(field, part, low, high)
        points += [z for z in zeros if _keeps(field, factor, index, z, q)]
        complete &= all_of_them
    return points, complete


def _keeps(field: Functions, factor: Any, index: int, zero: Point, q: int) -> bool:
    """Whether the factor may be 0 at a zero of its norm; noted where it certainly is.

    The norm is the product of the factor over all values of the q-th root. Where it is not 0 for
    any of the others, it is for this one.
    """
    try:
        with ctx.workprec(256):
            x = arb(zero.ball(256))
            if not field.number_at(factor, x, 256).contains(acb(0)):
                return False
            turns = [(2 * acb.pi() * acb(0, 1) * k / q).exp() for k in range(1, q)]
            others = [field.number_at(factor, x, 256, index, turn) for turn in turns]
            if not any(value.contains(acb(0)) for value in others):
                zero.vanishing.add(str(factor))
    except UnresolvedError:
        pass
    return True


def _positive(field: Functions, factor: Any) -> bool:
    """Whether a sum of terms of one sign, one of them never 0, is never 0."""
    signs = {c > 0 for c in factor.coeffs()}
    if len(signs) > 1:
        return False
    strict = False
    for exponents in factor.monoms():
        never_zero = True
        for k, e in enumerate(exponents):
            if not e:
                continue
            kind = field.generators[k].kind
            if kind in ("exp", "pi"):
                continue
            never_zero = False
            if kind != "root" and (e % 2 or kind in ("i", "turn", "complex")):
                return False
        strict |= never_zero
    return strict


def _exponential_zeros(
    field: Functions, factor: Any, index: int, name: str
) -> tuple[list[Point], bool]:
    """Zeros of a polynomial in exp(x/N) or exp(1/(N x))."""
    roots = real_roots(univariate(factor, index))
    positive = []
    for root in roots:
        with ctx.workprec(64):
            size = arb(root) if type(root) is fmpq else root_ball(root, 64)
        if size > 0:
            positive.append(root)
        elif not size < 0:
            raise UnknownZerosError
    if not positive:
        return [], True
    top, bottom, key = field.generators[index].data
    n = 1 / field.units[key]
    x = field.gens[field.X]
    inverse = top == 1 and bottom == x
    if not inverse and not (top == x and bottom == 1):
        raise UnknownZerosError
    points = []
    for root in positive:
        if type(root) is fmpq and root == 1:
            if not inverse:
                points.append(exactly(fmpq(0), name))
            continue

        def enclose(bits: int, root: Any = root) -> arb:
            with ctx.workprec(bits):
                size = arb(root) if type(root) is fmpq else root_ball(root, bits)
                value = size.log() * n
                return 1 / value if inverse else value

        points.append(Point(None, enclose, {name}))
    return points, True


def _logarithmic_zeros(factor: Any, index: int, name: str) -> list[Point]:
    """Zeros of a polynomial in log|x|."""
    points = []
    for root in real_roots(univariate(factor, index)):
        if type(root) is fmpq and root == 0:
            points += [exactly(fmpq(s), name) for s in (-1, 1)]
            continue
        for s in (-1, 1):

            def enclose(bits: int, root: Any = root, s: int = s) -> arb:
                with ctx.workprec(bits):
                    size = arb(root) if type(root) is fmpq else root_ball(root, bits)
                    return size.exp() * s

            points.append(Point(None, enclose, {name}))
    return points
