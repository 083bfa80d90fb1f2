"""Facts about exact values: sign, wholeness, and balls around the constants among them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from course.answers.witnesses import exact_values as V
from course.answers.witnesses.exact_values import UndecidedError, Value


def sign(value: Value) -> int | None:
    """The sign of a value if it is the same for every a and n, else None."""
    if not value.num:
        return 0
    if is_constant(value):
        enclosure = ball(value, 512)
        return None if enclosure.contains(0) else 1 if enclosure > 0 else -1
    signs = []
    for p in (value.num, value.den):
        positive = all(n.startswith(V.POSITIVE) or k % 2 == 0 for _, ps in p for n, k in ps)
        if not positive or len({c > 0 for c in p.values()}) > 1 or V.never_zero(p) is not True:
            return None
        signs.append(1 if next(iter(p.values())) > 0 else -1)
    return signs[0] * signs[1]


def is_integer(value: Value) -> bool:
    """Whether a value is certainly an integer for every a and every n >= 1."""
    return set(value.den) == {V.UNIT} and all(
        (c / value.den[V.UNIT]).denominator == 1
        and base.denominator == 1
        and all(
            (n in {"n", "n!", "n^n", "alt"} or n.startswith("floor:"))
            and k >= 0
            and k.denominator == 1
            for n, k in powers
        )
        for (base, powers), c in value.num.items()
    )


def is_constant(value: Value) -> bool:
    """Whether neither a nor n occurs."""
    return all(base == 1 for p in (value.num, value.den) for base, _ in p) and all(
        n in {"pi", "e"} or n.startswith(("sqrt:", "root:", "trans:")) for n in value.atoms()
    )


def floor_of(value: Value) -> int:
    """The integer part of an irrational or rational constant."""
    for bits in (64, 256, 1024):
        whole = ball(value, bits).floor().unique_fmpz()
        if whole is not None:
            return int(whole)
    raise UndecidedError


def ball(value: Value, bits: int) -> Any:
    """An ``arb`` that contains a constant."""
    from flint import arb, ctx, fmpq

    def one(name: str) -> Any:
        if name in {"pi", "e"}:
            return arb.pi() if name == "pi" else arb.const_e()
        kind, _, rest = name.partition(":")
        if kind == "sqrt":
            return arb(int(rest)).sqrt()
        if kind == "root":
            q, _, inside = rest.partition(":")
            return arb(fmpq(*Fraction(inside).as_integer_ratio())).root(int(q))
        function, _, inside = rest.rstrip(")").partition("(")
        return getattr(arb(fmpq(*Fraction(inside).as_integer_ratio())), function)()

    def total(p: V.Polynomial) -> Any:
        result = arb(0)
        for (_, powers), c in p.items():
            term = arb(fmpq(c.numerator, c.denominator))
            for name, k in powers:
                term = term * one(name) ** arb(fmpq(k.numerator, k.denominator))
            result = result + term
        return result

    with ctx.workprec(bits):
        return total(value.num) / total(value.den)
