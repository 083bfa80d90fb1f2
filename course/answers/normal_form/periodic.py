"""Zeros of polynomials in sines and cosines."""

from __future__ import annotations

from typing import Any

from flint import acb, arb, ctx, fmpq

from course.answers.arithmetic.balls import PiMultiple
from course.answers.comparison.points import Point, exactly
from course.answers.normal_form.transcendental import Functions
from course.answers.normal_form.univariate import UnknownZerosError, angles, univariate

WINDOW = 13  # periodic zeros are listed for |x| up to this

_COUNT = 10  # and at most so many, the nearest to 0


def periodic_zeros(
    field: Functions, factor: Any, index: int, name: str, low: float, high: float
) -> tuple[list[Point], bool]:
    """Zeros of a polynomial in E = exp(ix/N) or exp(iπx/N), with or without i."""
    norm = field.reduced(factor * field._conjugate(factor))
    if norm.degrees()[field.IMAGINARY]:
        raise UnknownZerosError
    starts = [a for piece, _ in univariate(norm, index).factor()[1] for a in angles(piece)]
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
