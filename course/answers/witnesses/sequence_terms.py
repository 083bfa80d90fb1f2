"""Reading a formula in a and n as exact values: for every a and n at once, or for given ones.

Where the value depends on a question that is open (the sign of a, which case holds), the reader
*chooses* an answer; :func:`readings` goes through all choices. What holds for all of them holds
for the formula.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import factorial
from typing import Literal

from course.answers import tree as T
from course.answers.witnesses import exact_values as V
from course.answers.witnesses.exact_values import UndecidedError, UndefinedError, Value
from course.answers.witnesses.half_line import holds
from course.answers.witnesses.value_facts import floor_of, is_constant, is_integer, sign

#: Largest exponent, number of choices gone through, and factorial.
EXPONENT, CHOICES, FACTORIAL = 64, 64, 50
#: Functions whose value at a nonzero rational number is transcendental (Lindemann–Weierstrass).
TRANSCENDENTAL = frozenset(["sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "atan", "asinh"])

Mode = Literal["integers", "bounds"]


@dataclass
class Reader:
    """Reads one formula.

    Parameters
    ----------
    a, n
        The values of both variables; by default atoms, that is, any a > 0 and any n >= 1.
    mode
        What ``floor(y)`` becomes while it depends on a or n: ``"integers"`` makes it an atom that
        is an integer, ``"bounds"`` makes it ``y − frac`` with an atom in [0, 1).
    choices
        The answers to open questions, in the order in which they come up; extended by 0.
    end
        Time, as in :func:`time.monotonic`, at which to give up.
    """

    a: Value
    n: Value
    mode: Mode
    choices: list[int]
    end: float
    asked: list[int] = field(default_factory=list)
    divisors: list[Value] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)

    def read(self, node: T.Expr) -> Value:
        """The value of a formula."""
        if time.monotonic() > self.end:
            raise UndecidedError
        match node:
            case T.Number(value):
                return V.number(value)
            case T.Constant(name):
                return V.atom(name)
            case T.Variable(name):
                return self.a if name == "a" else self.n
            case T.Sum(terms):
                total = V.number(0)
                for term in terms:
                    total = V.add(total, self.read(term))
                return total
            case T.Product(factors):
                product = V.number(1)
                for factor in factors:
                    product = V.multiply(product, self.read(factor))
                return product
            case T.Quotient(numerator, denominator):
                above, below = self.read(numerator), self.read(denominator)
                self.divisors.append(below)
                return V.divide(above, below)
            case T.Power(base, exponent):
                return self._power(self.read(base), self.read(exponent))
            case T.Apply(name, arguments):
                return self._apply(name, [self.read(argument) for argument in arguments])
            case T.Cases(branches, otherwise):
                for condition, branch in branches:
                    if self._holds(condition):
                        return self.read(branch)
                if otherwise is None:
                    raise UndefinedError
                return self.read(otherwise)
        raise UndecidedError

    # -- open questions ----------------------------------------------------------------------

    def _choose(self, key: str, options: int) -> int:
        if key not in self.answers:
            position = len(self.asked)
            if position == len(self.choices):
                self.choices.append(0)
            self.asked.append(options)
            self.answers[key] = self.choices[position]
        return self.answers[key]

    def _sign(self, value: Value) -> int:
        known = sign(value)
        if known is not None:
            return known
        if is_constant(value):
            raise UndecidedError
        return self._choose("sign of " + value.key(), 3) - 1

    def _holds(self, condition: T.Condition) -> bool:
        if isinstance(condition, T.Logic):
            parts = [self._holds(part) for part in condition.parts]
            return all(parts) if condition.op == "and" else any(parts)
        difference = V.subtract(self.read(condition.left), self.read(condition.right))
        return holds(condition.op, self._sign(difference))

    # -- functions ---------------------------------------------------------------------------

    def _apply(self, name: str, arguments: list[Value]) -> Value:
        value = arguments[0]
        if name in T.VARIADIC:
            for other in arguments[1:]:
                wanted = 1 if name == "max" else -1
                if self._sign(V.subtract(other, value)) == wanted:
                    value = other
            return value
        if name == "floor":
            return self._floor(value)
        if name == "ceil":
            return V.scale(self._floor(V.scale(value, -1)), -1)
        if name in {"abs", "sign", "relu"}:
            side = self._sign(value)
            if name == "sign":
                return V.number(side)
            return V.scale(value, side if name == "abs" else max(side, 0))
        if name == "sqrt":
            return self._power(value, V.number(Fraction(1, 2)))
        if name == "cbrt":
            side = self._sign(value)
            return V.scale(self._power(V.scale(value, side), V.number(Fraction(1, 3))), side)
        if name == "exp":
            return self._power(V.atom("e"), value)
        if name == "factorial":
            return self._factorial(value)
        constant = value.rational
        if constant is not None and name == "log":
            if constant <= 0:
                raise UndefinedError
            return V.number(0) if constant == 1 else V.atom(f"trans:log({constant})")
        if constant is not None and name in TRANSCENDENTAL:
            if constant == 0:
                return V.number(1 if name in {"cos", "cosh"} else 0)
            if name != "asin" or abs(constant) <= 1:
                return V.atom(f"trans:{name}({constant})")
        raise UndecidedError

    def _floor(self, value: Value) -> Value:
        if is_integer(value):
            return value
        constant = value.rational
        if constant is not None:
            return V.number(constant.numerator // constant.denominator)
        if is_constant(value):
            return V.number(floor_of(value))
        key = value.key()
        if self.mode == "integers":
            return V.atom("floor:" + key)
        return V.subtract(value, V.atom("frac:" + key))

    def _factorial(self, value: Value) -> Value:
        constant = value.rational
        if constant is not None:
            if constant.denominator > 1 or constant < 0:
                raise UndefinedError
            if constant > FACTORIAL:
                raise UndecidedError
            return V.number(factorial(int(constant)))
        shift = V.subtract(value, V.atom("n")).rational
        if shift is None or shift.denominator > 1 or not 0 <= shift <= 5:
            raise UndecidedError
        result = V.atom("n!")
        for k in range(1, int(shift) + 1):
            result = V.multiply(result, V.add(V.atom("n"), V.number(k)))
        return result

    def _power(self, base: Value, exponent: Value) -> Value:
        constant = exponent.rational
        if constant is not None:
            return self._constant_power(base, constant)
        # Otherwise the exponent must be k n + m with whole k and m.
        slope = exponent.num.get((Fraction(1), (("n", Fraction(1)),)), Fraction(0))
        shift = exponent.num.get(V.UNIT, Fraction(0))
        rest = V.subtract(exponent, V.add(V.scale(V.atom("n"), slope), V.number(shift)))
        if rest.num or slope.denominator > 1 or shift.denominator > 1 or abs(slope) > EXPONENT:
            raise UndecidedError
        known = base.rational
        if known is not None and known != 0:
            result = V.geometric(abs(known) ** int(slope))
            if known < 0 and slope % 2:
                result = V.multiply(result, V.atom("alt"))
        elif base == V.atom("e"):
            result = V.atom("e^n", slope)
        elif base == V.atom("n"):
            result = V.atom("n^n", slope)
        else:
            raise UndecidedError
        return V.multiply(result, self._constant_power(base, shift))

    def _constant_power(self, base: Value, power: Fraction) -> Value:
        if abs(power) > EXPONENT:
            raise UndecidedError
        if power < 0:
            self.divisors.append(base)
            return V.divide(V.number(1), self._constant_power(base, -power))
        if power.denominator > 1:
            base = _root(base, power.denominator)
        result = V.number(1)
        for _ in range(power.numerator):
            result = V.multiply(result, base)
        return result


def _root(base: Value, q: int) -> Value:
    constant = base.rational
    if constant is not None:
        if constant < 0:
            raise UndefinedError
        if q == 2:
            return V.square_root(constant)
        from flint import fmpz

        roots = [int(fmpz(x).root(q)) for x in (constant.numerator, constant.denominator)]
        if Fraction(roots[0] ** q, roots[1] ** q) == constant:
            return V.number(Fraction(*roots))
        # Irrational, since it is not rational; and x^(1/q) is kept whole.
        return V.atom(f"root:{q}:{constant}")
    if len(base.num) == 1 and set(base.den) == {V.UNIT}:
        ((grown, powers), coefficient) = next(iter(base.num.items()))
        if grown == 1 and all(n in {"n", "pi", "e"} for n, _ in powers):
            inside = {(Fraction(1), tuple((n, k / q) for n, k in powers)): Fraction(1)}
            return V.multiply(Value(inside, base.den), _root(V.number(coefficient), q))
    raise UndecidedError


def readings(
    formula: T.Expr, mode: Mode, a: Value | None = None, n: Value | None = None, end: float = 0.0
) -> Iterator[tuple[Value, Reader]]:
    """Read a formula under every choice of the open questions.

    Yields
    ------
    tuple
        The value, and the reader with the divisors that must not be 0.
    """
    choices: list[int] = []
    for _ in range(CHOICES):
        reader = Reader(
            V.atom("|a|") if a is None else a, V.atom("n") if n is None else n, mode, choices, end
        )
        yield reader.read(formula), reader
        del choices[len(reader.asked) :]
        while choices and choices[-1] == reader.asked[len(choices) - 1] - 1:
            choices.pop()
        if not choices:
            return
        choices[-1] += 1
    raise UndecidedError
