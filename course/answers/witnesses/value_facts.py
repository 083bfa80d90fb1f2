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


def text_of(value: Value) -> str:
    """A constant as a formula that a learner can read, such as ``1 + sqrt(2)/2``."""
    if set(value.den) != {V.UNIT}:
        return "≈ " + str(ball(value, 64).str(6, radius=False))
    pieces = []
    for (_, powers), c in sorted(value.num.items(), key=lambda item: item[0][1]):
        names = [_written(name, k) for name, k in powers]
        top = "*".join(
            ([str(abs(c.numerator))] if abs(c.numerator) > 1 or not names else []) + names
        )
        pieces.append(
            ("- " if c < 0 else "+ ") + top + (f"/{c.denominator}" if c.denominator > 1 else "")
        )
    text = " ".join(pieces) or "0"
    return text.removeprefix("+ ") if text[0] == "+" else text.replace("- ", "-", 1)


def _written(name: str, power: Fraction) -> str:
    kind, _, rest = name.partition(":")
    if kind == "root":
        q, _, inside = rest.partition(":")
        text = f"({inside})^(1/{q})"
    else:
        text = {"sqrt": f"sqrt({rest})", "trans": rest}.get(kind, name)
    return (
        text
        if power == 1
        else f"{text}^({power})"
        if power.denominator > 1 or power < 0
        else f"{text}^{power}"
    )
