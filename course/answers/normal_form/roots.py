"""Real zeros of an irreducible factor of a normal form, certainly enclosed."""

from __future__ import annotations

from math import gcd
from typing import Any

from flint import acb, arb, ctx, fmpq, fmpz, fmpz_poly

from course.answers.arithmetic.balls import PiMultiple
from course.answers.comparison.points import Point, exactly
from course.answers.normal_form.field import UnresolvedError
from course.answers.normal_form.transcendental import Functions

WINDOW = 13  # periodic zeros are listed for |x| up to this
_COUNT = 10  # and at most so many, the nearest to 0
_DEGREE = 120
_NEVER_ZERO = ("exp", "turn", "complex", "i", "pi", "parity")


class UnknownZerosError(Exception):
    """The zeros of this factor are not known exactly."""


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
    if single is not None and field.generators[single].kind in _NEVER_ZERO:
        return [], True
    if not used or _positive(field, factor):
        return [], True
    if single is not None and field.generators[single].kind in ("root", "log"):
        return _zeros_below(field, single, name, low, high)
    if used == [field.X]:
        return [
            exactly(root, name) if type(root) is fmpq else _algebraic(root, name)
            for root in _roots(_univariate(factor, field.X))
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
        return _periodic_zeros(field, factor, others[0], name, low, high)
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


def _univariate(polynomial: Any, index: int) -> fmpz_poly:
    """The integer polynomial in one generator."""
    terms = {e[index]: c for e, c in polynomial.to_dict().items()}
    if max(terms) > _DEGREE:
        raise UnknownZerosError
    common = fmpz(1)
    for c in terms.values():
        common = common * c.q // common.gcd(c.q)
    coefficients = [fmpz((terms.get(k, fmpq(0)) * common).p) for k in range(max(terms) + 1)]
    return fmpz_poly(coefficients)


def _roots(polynomial: fmpz_poly) -> list[Any]:
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


def _root_ball(root: tuple[fmpz_poly, int], bits: int) -> arb:
    polynomial, position = root
    with ctx.workprec(bits):
        found = [arb(r.real) for r in complex_roots(polynomial) if _is_real(r)]
    return sorted(found, key=lambda r: r.mid())[position]


def _algebraic(root: tuple[fmpz_poly, int], name: str) -> Point:
    return Point(None, lambda bits: _root_ball(root, bits), {name})


def _exponential_zeros(
    field: Functions, factor: Any, index: int, name: str
) -> tuple[list[Point], bool]:
    """Zeros of a polynomial in exp(x/N) or exp(1/(N x))."""
    roots = _roots(_univariate(factor, index))
    positive = []
    for root in roots:
        with ctx.workprec(64):
            size = arb(root) if type(root) is fmpq else _root_ball(root, 64)
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
                size = arb(root) if type(root) is fmpq else _root_ball(root, bits)
                value = size.log() * n
                return 1 / value if inverse else value

        points.append(Point(None, enclose, {name}))
    return points, True


def _logarithmic_zeros(factor: Any, index: int, name: str) -> list[Point]:
    """Zeros of a polynomial in log|x|."""
    points = []
    for root in _roots(_univariate(factor, index)):
        if type(root) is fmpq and root == 0:
            points += [exactly(fmpq(s), name) for s in (-1, 1)]
            continue
        for s in (-1, 1):

            def enclose(bits: int, root: Any = root, s: int = s) -> arb:
                with ctx.workprec(bits):
                    size = arb(root) if type(root) is fmpq else _root_ball(root, bits)
                    return size.exp() * s

            points.append(Point(None, enclose, {name}))
    return points


def _periodic_zeros(
    field: Functions, factor: Any, index: int, name: str, low: float, high: float
) -> tuple[list[Point], bool]:
    """Zeros of a polynomial in E = exp(ix/N) or exp(iπx/N), with or without i."""
    norm = field.reduced(factor * field._conjugate(factor))
    if norm.degrees()[field.IMAGINARY]:
        raise UnknownZerosError
    starts = [a for piece, _ in _univariate(norm, index).factor()[1] for a in _angles(piece)]
    if not starts:
        return [], True
    top, bottom, key = field.generators[index].data
    n = 1 / field.units[key]
    turned = field.gens[field.X] * field.gens[field.IMAGINARY]
    with_pi = False
    if top != turned or bottom != 1:
        pi = field.index.get("pi")
        with_pi = pi is not None and top == turned * field.gens[pi] and bottom == 1
        if not with_pi:
            raise UnknownZerosError
    points = [p for start in starts for p in _repeated(start, n, with_pi, name, low, high)]
    points.sort(key=lambda p: abs(float(arb(p.ball(64)).mid())))
    kept = [p for p in points[:_COUNT] if _may_vanish(field, factor, index, p, n, with_pi)]
    return kept, False


def _angles(polynomial: fmpz_poly) -> list[Any]:
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


def _repeated(
    start: Any, n: fmpq, with_pi: bool, name: str, low: float, high: float
) -> list[Point]:
    """The points N (angle + 2πj) in the window, divided by π where the generator has it."""
    pi = 3.141592653589793
    first = int(start.p) / int(start.q) * pi if type(start) is fmpq else float(start(64).mid())
    period = 6.283185307179586
    size = int(n.p) / int(n.q)
    scale = size / 3.141592653589793 if with_pi else size
    reach = int(WINDOW / (period * scale)) + 1
    points = []
    for j in range(-min(reach, _COUNT), min(reach, _COUNT) + 1):
        if not max(low, -WINDOW) <= (first + period * j) * scale <= min(high, WINDOW):
            continue
        if type(start) is fmpq:
            ratio = (start + 2 * j) * n
            exact = ratio if with_pi or ratio == 0 else PiMultiple(ratio)
            points.append(exactly(exact, name))
            continue

        def enclose(bits: int, j: int = j) -> arb:
            with ctx.workprec(bits):
                angle = (start(bits) + 2 * j * arb.pi()) * n
                return angle / arb.pi() if with_pi else angle

        points.append(Point(None, enclose, {name}))
    return points


def _may_vanish(
    field: Functions, factor: Any, index: int, point: Point, n: fmpq, with_pi: bool
) -> bool:
    """Whether the factor itself, not only its norm, may be 0 at a point."""
    with ctx.workprec(256):
        x = arb(point.ball(256))
        angle = x * arb.pi() / n if with_pi else x / n
        e = acb(angle.cos(), angle.sin())
        total = acb(0)
        for exponents, coefficient in factor.to_dict().items():
            total += (
                acb(coefficient) * acb(0, 1) ** exponents[field.IMAGINARY] * e ** exponents[index]
            )
        return bool(total.contains(acb(0)))
