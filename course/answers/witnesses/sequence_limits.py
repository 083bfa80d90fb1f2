"""Whether a value is rational or irrational, and whether it tends to a: for all a, or refuted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from course.answers.witnesses import exact_values as V
from course.answers.witnesses.exact_values import Monomial, Polynomial, UndecidedError, Value

#: Atoms whose values are rational numbers.
_RATIONAL = ("n", "n!", "n^n", "alt")


def _is_rational_atom(name: str, power: Fraction) -> bool:
    return power.denominator == 1 and (name in _RATIONAL or name.startswith("floor:"))


def is_rational(value: Value) -> bool:
    """Whether a value, where defined, is certainly rational."""
    return all(
        _is_rational_atom(n, k) for p in (value.num, value.den) for _, ps in p for n, k in ps
    )


def is_irrational(value: Value) -> bool:
    """Whether a value, where defined, is certainly irrational for every a and n.

    Rational functions times distinct square roots are independent over the rationals; a polynomial
    with algebraic coefficients in one transcendental number, not constant, is transcendental.
    """
    irrational: dict[tuple[tuple[str, Fraction], ...], Polynomial] = {}
    if any(not _is_rational_atom(n, k) for _, ps in value.den for n, k in ps):
        return False
    if V.never_zero(value.den) is not True:
        return False
    for (base, powers), c in value.num.items():
        outside = tuple((n, k) for n, k in powers if not _is_rational_atom(n, k))
        inside = tuple((n, k) for n, k in powers if _is_rational_atom(n, k))
        irrational.setdefault(outside, {})[(base, inside)] = c
    groups = {outside: p for outside, p in irrational.items() if outside}
    names = {name for outside in groups for name, _ in outside}
    if not groups or any(name in {"|a|", "n", "n!", "n^n"} or "frac:" in name for name in names):
        return False
    transcendental = {n for n in names if n in {"pi", "e", "e^n"} or n.startswith("trans:")}
    if transcendental:
        if len(transcendental) > 1 or any(n.startswith("root:") for n in names):
            return False
        only_growing = transcendental == {"e^n"}
        groups = {o: p for o, p in groups.items() if {n for n, _ in o} & transcendental}
        if only_growing and len(groups) > 1:
            return False
        # Equal powers with different square roots are one coefficient: ask for a single one.
        powers_of = [dict(o)[next(iter(transcendental))] for o in groups]
        return any(
            powers_of.count(k) == 1 and V.never_zero(p) is True
            for k, p in zip(powers_of, groups.values(), strict=True)
        )
    only = next(iter(groups))
    alone = len(groups) == 1 and len(only) == 1 and only[0][1] == 1
    if any(n.startswith("root:") for n in names) and not alone:
        return False
    return any(V.never_zero(p) is True for p in groups.values())


@dataclass(frozen=True)
class Limit:
    """What is known about the limit: ``True`` it is a, ``False`` it is not, ``None`` unknown.

    When it is not: ``gap`` is a multiple of the limit of xₙ − a, ``finite`` the limit if there is one,
    and ``every_second`` says that this holds for every second term only.
    """

    tends_to_a: bool | None
    gap: Polynomial | None = None
    finite: Value | None = None
    every_second: bool = False


def _growth(monomial: Monomial) -> tuple[Fraction, Any, Fraction]:
    """How fast a monomial grows: the n!-like part, the geometric part, the power of n."""
    base, powers = monomial
    table = dict(powers)
    if "n!" in table and "n^n" in table:
        raise UndecidedError
    fast = table.get("n!", Fraction(0)) + table.get("n^n", Fraction(0))
    return fast, (base, table.get("e^n", Fraction(0))), table.get("n", Fraction(0))


def _compare(left: Monomial, right: Monomial) -> int:
    """The sign of the growth of left/right."""
    if {"n!", "n^n"} <= {n for n, _ in (*left[1], *right[1])}:
        raise UndecidedError
    one, two = _growth(left), _growth(right)
    if one[0] != two[0]:
        return 1 if one[0] > two[0] else -1
    (b, k), (c, m) = one[1], two[1]
    if (b, k) != (c, m):
        return _geometric_sign(b / c, k - m)
    return (one[2] > two[2]) - (one[2] < two[2])


def _geometric_sign(base: Fraction, power: Fraction) -> int:
    """The sign of log(base · e^power); it is 0 only for base 1 and power 0."""
    from flint import arb, ctx, fmpq

    with ctx.workprec(256):
        value = arb(fmpq(base.numerator, base.denominator)).log()
        value = value + arb(fmpq(power.numerator, power.denominator))
        if value.contains(0):
            raise UndecidedError
        return 1 if value > 0 else -1


def _leading(p: Polynomial) -> Polynomial:
    best: list[Monomial] = []
    for monomial in p:
        order = _compare(monomial, best[0]) if best else 0
        if order > 0:
            best = [monomial]
        elif order == 0:
            best.append(monomial)
    return {m: p[m] for m in best}


def _strip(p: Polynomial) -> Polynomial:
    """The coefficient of a leading group: the growing atoms removed."""
    stripped: Polynomial = {}
    for (_, powers), c in p.items():
        kept = tuple((n, k) for n, k in powers if n not in {"n", "n!", "n^n", "e^n"})
        stripped[(Fraction(1), kept)] = stripped.get((Fraction(1), kept), Fraction(0)) + c
    return stripped


def _with_parity(p: Polynomial, alternating: int) -> Polynomial:
    """A polynomial for the even n (1) or the odd n (−1)."""
    result: Polynomial = {}
    for (base, powers), c in p.items():
        table = dict(powers)
        factor = alternating if table.pop("alt", 0) else 1
        key = (base, tuple(sorted(table.items())))
        result[key] = result.get(key, Fraction(0)) + factor * c
    return {m: c for m, c in result.items() if c}


def limit(value: Value, a: Value) -> Limit:
    """Compare the limit of a value (read with bounds) with a, as n → ∞."""
    if "alt" not in value.atoms():
        return _limit(value, a)
    halves = []
    for alternating in (1, -1):
        below = _with_parity(value.den, alternating)
        if not below:
            return Limit(None)
        halves.append(_limit(Value(_with_parity(value.num, alternating), below), a))
    wrong = [half for half in halves if half.tends_to_a is False]
    if wrong:
        return replace(wrong[0], every_second=True)
    return Limit(True if all(half.tends_to_a for half in halves) else None)


def _limit(value: Value, a: Value) -> Limit:
    difference = V.subtract(value, a)
    if not difference.num:
        return Limit(True)
    below = _leading(difference.den)
    names = {n for _, ps in below for n, _ in ps}
    steady = _strip(below)
    if "|a|" in names or any("frac:" in n for n in names):
        return Limit(None)
    if len(steady) > 1 and not all(n.startswith("sqrt:") for _, ps in steady for n, _ in ps):
        return Limit(None)
    above = _leading(difference.num)
    order = _compare(next(iter(above)), next(iter(below)))
    if order < 0:
        return Limit(True)
    gap = _strip(above)
    if any("frac:" in n for _, ps in gap for n, _ in ps):
        return Limit(None)
    finite = None
    if order == 0:
        one = {V.UNIT: Fraction(1)}
        finite = V.add(a, V.divide(Value(gap, one), Value(steady, one)))
    return Limit(False, gap, finite)
