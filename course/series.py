"""Power series cut off after n terms, of every function that the course knows.

A series is the list [c₀, …, cₙ] of the coefficients of (x − a)ᵏ, with exact rational numbers where
the function's value at a is one (eˣ at 0, log at 1, √x at 4) and floats elsewhere. The series of a sum,
product, quotient or composition comes from the series of its parts; that of an elementary function
from its formula or its differential equation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import singledispatch

from course import functions as elementary
from course import rules
from course.base import Function
from course.derived import Derivative, Restriction

Number = Fraction | float
Series = list[Number]


@singledispatch
def series(f: Function, a: Number, n: int) -> Series:
    """Return c₀, …, cₙ of f at a; by default from the values f⁽ᵏ⁾(a)/k! of its derivatives."""
    coefficients: Series = []
    for k in range(n + 1):
        value = f(float(a))
        _require(not math.isnan(value), f, a)
        coefficients.append(value / math.factorial(k))
        f = f.derivative() if k < n else f
    return coefficients


@series.register
def _(f: elementary.Constant, a: Number, n: int) -> Series:
    return [_exact(f.c), *_zeros(n)]


@series.register
def _(f: elementary.Identity, a: Number, n: int) -> Series:
    return [a, Fraction(1), *_zeros(n)][: n + 1]


@series.register
def _(f: elementary.Linear, a: Number, n: int) -> Series:
    return [_exact(f.a) * a + _exact(f.b), _exact(f.a), *_zeros(n)][: n + 1]


@series.register
def _(f: elementary.Polynomial, a: Number, n: int) -> Series:
    return _substitute([_exact(p) for p in f.coefficients], [a, Fraction(1), *_zeros(n)][: n + 1])


@series.register
def _(f: elementary.Power, a: Number, n: int) -> Series:
    whole = isinstance(f.n, int)
    _require(a > 0 or (whole and (a != 0 or f.n >= 0)), f, a)
    return _power(_exact(f.n), a, n)


@series.register
def _(f: elementary.Sqrt, a: Number, n: int) -> Series:
    _require(a > 0, f, a)
    return _power(Fraction(1, 2), a, n)


@series.register
def _(f: elementary.Cbrt, a: Number, n: int) -> Series:
    _require(a != 0, f, a)
    coefficients = _power(Fraction(1, 3), a if a > 0 else -a, n)
    return coefficients if a > 0 else [-((-1) ** k) * c for k, c in enumerate(coefficients)]


@series.register
def _(f: elementary.Exp, a: Number, n: int) -> Series:
    return [_at(0, 1, math.exp, a) / math.factorial(k) for k in range(n + 1)]


@series.register
def _(f: elementary.Log, a: Number, n: int) -> Series:
    _require(a > 0, f, a)
    return [_at(1, 0, math.log, a), *(-((-1 / a) ** k) / k for k in range(1, n + 1))]


@series.register
def _(f: elementary.Sin, a: Number, n: int) -> Series:
    sin, cos = _at(0, 0, math.sin, a), _at(0, 1, math.cos, a)
    return [(sin, cos, -sin, -cos)[k % 4] / math.factorial(k) for k in range(n + 1)]


@series.register
def _(f: elementary.Cos, a: Number, n: int) -> Series:
    sin, cos = _at(0, 0, math.sin, a), _at(0, 1, math.cos, a)
    return [(cos, -sin, -cos, sin)[k % 4] / math.factorial(k) for k in range(n + 1)]


@series.register
def _(f: elementary.Tan, a: Number, n: int) -> Series:
    return _divide(series(elementary.sin, a, n), series(elementary.cos, a, n))


@series.register
def _(f: elementary.Sigmoid, a: Number, n: int) -> Series:
    s = [_at(0, Fraction(1, 2), elementary.sigmoid, a)]  # σ(x), and below σ(−x) = 1 − σ(x)
    t = [_at(0, Fraction(1, 2), elementary.sigmoid, -a)]
    for k in range(1, n + 1):  # σ′ = σ(x) σ(−x), coefficient by coefficient
        s.append(_convolve(s, t, k - 1) / k)
        t.append(-s[k])
    return s


@series.register
def _(f: elementary.Tanh, a: Number, n: int) -> Series:
    s = series(elementary.sigmoid, 2 * a, n)  # tanh x = 2σ(2x) − 1
    return [_at(0, 0, math.tanh, a), *(2 ** (k + 1) * s[k] for k in range(1, n + 1))]


@series.register
def _(f: elementary.Abs, a: Number, n: int) -> Series:  # ReLU too
    _require(a != 0, f, a)
    slope = Fraction(f.left if a < 0 else f.right)
    return [slope * a, slope, *_zeros(n)][: n + 1]


@series.register
def _(f: elementary.Step, a: Number, n: int) -> Series:
    _require(f.derivative_domain.contains(float(a)), f, a)
    return [_exact(f.left if a < 0 else f.right), *_zeros(n)]


@series.register
def _(f: rules.Sum, a: Number, n: int) -> Series:
    return [u + v for u, v in zip(series(f.f, a, n), series(f.g, a, n), strict=True)]


@series.register
def _(f: rules.ScalarMultiple, a: Number, n: int) -> Series:
    return [_exact(f.c) * u for u in series(f.f, a, n)]


@series.register
def _(f: rules.Product, a: Number, n: int) -> Series:
    return _multiply(series(f.f, a, n), series(f.g, a, n))


@series.register
def _(f: rules.Quotient, a: Number, n: int) -> Series:
    denominator = series(f.g, a, n)
    _require(denominator[0] != 0, f, a)
    return _divide(series(f.f, a, n), denominator)


@series.register
def _(f: rules.Composition, a: Number, n: int) -> Series:
    inner = series(elementary.x, a, n)
    for outer in reversed(f.functions):
        inner = _substitute(series(outer, inner[0], n), [inner[0] * 0, *inner[1:]])
    return inner


@series.register
def _(f: Restriction, a: Number, n: int) -> Series:
    _require(f.domain.contains(float(a)), f, a)
    return series(f.f, a, n)


@series.register
def _(f: Derivative, a: Number, n: int) -> Series:
    coefficients: Series = series(f.f, a, n + 1)
    return [k * coefficients[k] for k in range(1, n + 2)]


def _multiply(u: Series, v: Series) -> Series:
    return [_convolve(u, v, k) for k in range(len(v))]


def _convolve(u: Series, v: Series, k: int) -> Number:
    return sum((u[i] * v[k - i] for i in range(k + 1) if u[i] and v[k - i]), Fraction(0))


def _divide(u: Series, v: Series) -> Series:
    quotient: Series = []
    for k, u_k in enumerate(u):
        known = sum((quotient[i] * v[k - i] for i in range(k) if v[k - i]), Fraction(0))
        quotient.append((u_k - known) / v[0])
    return quotient


def _substitute(outer: Series, inner: Series) -> Series:
    """Return Σ outer[k] · innerᵏ by Horner's scheme."""
    result: Series = [Fraction(0) for _ in inner]
    for c in reversed(outer):
        result = _multiply(result, inner)
        result[0] += c
    return result


def _power(p: Number, a: Number, n: int) -> Series:
    """Return the binomial series of xᵖ at a: the coefficients p(p − 1)…(p − k + 1)/k! · aᵖ⁻ᵏ."""
    coefficients: Series = []
    binomial: Number = Fraction(1)
    for k in range(n + 1):
        coefficients.append(binomial * _raise(a, p - k) if binomial else binomial)
        binomial = binomial * (p - k) / (k + 1)
    return coefficients


def _raise(a: Number, p: Number) -> Number:
    """Return aᵖ, exact where a and p are rational and the root is, as in 4^(1/2)."""
    if isinstance(a, Fraction) and isinstance(p, Fraction):
        q = p.denominator
        root = (
            Fraction(round(a.numerator ** (1 / q)), round(a.denominator ** (1 / q))) if q > 1 else a
        )
        if root**q == a:
            return root**p.numerator
    return float(a) ** float(p)


def _at(point: int, value: Number, f: Callable[[float], float], a: Number) -> Number:
    """Return f(a), exact at the one rational point where it is rational."""
    return Fraction(value) if a == point and isinstance(a, Fraction) else float(f(float(a)))


def _exact(value: int | Number) -> Number:
    return Fraction(value) if isinstance(value, int) else value


def _zeros(n: int) -> Series:
    return [Fraction(0)] * n


def _require(condition: bool, f: Function, a: Number) -> None:
    if not condition:
        raise ValueError(
            f"{f} has no Taylor expansion at x = {a}: it has no derivative or no value there"
        )
