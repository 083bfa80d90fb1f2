"""The normal form of a formula on one piece of the domain."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import Any

from flint import fmpq

from course.answers.arithmetic.balls import UNDEFINED, PiMultiple, sign
from course.answers.arithmetic.evaluate import holds
from course.answers.arithmetic.program import Program, Step, tests_in
from course.answers.normal_form.generators import Element, Generator, RestartError, UnresolvedError
from course.answers.normal_form.transcendental import Functions
from course.answers.normal_form.whole_numbers import ceiling, parity, whole

_HALF = fmpq(1, 2)
_ATTEMPTS = 12


class Normalizer:
    """Writes steps of a program as elements of a field of functions.

    Parameters
    ----------
    program : Program
        The program.
    values : dict
        Its values at a point of the piece; they choose branches and signs.
    tick, sample
        See :class:`course.answers.normal_form.field.Field`.
    discrete : bool
        Whether the variable is an integer.
    pointwise : bool
        Whether the elements are wanted at the point of ``values`` only: exact values are used.
    """

    def __init__(
        self,
        program: Program,
        values: dict[int, Any],
        tick: Callable[[], None],
        sample: Callable[[int | None, int], Any],
        discrete: bool = False,
        pointwise: bool = False,
    ) -> None:
        self.program, self.values, self.discrete = program, values, discrete
        self.pointwise = pointwise
        self.field = Functions(tick, sample)
        self.done: dict[int, Element] = {}

    def element(self, *steps: int) -> list[Element]:
        """The elements of some steps.

        Raises
        ------
        UnresolvedError
            When the normal form does not cover a step, or becomes too big.
        """
        for _ in range(_ATTEMPTS):
            try:
                for step in self.used(steps):
                    if step not in self.done:
                        self.done[step] = self._step(step)
                return [self.done[s] for s in steps]
            except RestartError:
                self.done.clear()
                self.field.reset()
        raise UnresolvedError

    def used(self, steps: tuple[int, ...]) -> list[int]:
        """The steps that matter on this piece, in order: only the chosen branches."""
        marked = set(steps)
        stack = list(steps)
        while stack:
            try:
                arguments = self._arguments(stack.pop())
            except UnresolvedError:  # such as cases without a value on this piece
                continue
            for argument in arguments:
                if argument not in marked:
                    marked.add(argument)
                    stack.append(argument)
        return sorted(marked)

    def evaluated(self, steps: tuple[int, ...], tests: bool = True) -> list[int]:
        """The steps whose values must exist on this piece, in order.

        Beside what :meth:`used` gives: what signs, maxima and (unless ``tests`` is False)
        conditions are decided by, and the arguments of maxima that are not chosen.
        """
        marked = set(steps)
        stack = list(steps)
        while stack:
            step = self.program.steps[stack.pop()]
            arguments = step.arguments
            if step.op == "cases":
                with suppress(UnresolvedError):
                    arguments = (self._chosen(step),)
                if tests:
                    conditions = (t for c in step.data for t in tests_in(c))  # type: ignore[attr-defined]
                    arguments += tuple(t.step for t in conditions)
            for argument in arguments:
                if argument not in marked and not self.program.steps[argument].constant:
                    marked.add(argument)
                    stack.append(argument)
        return sorted(marked)

    def _arguments(self, index: int) -> tuple[int, ...]:
        step = self.program.steps[index]
        if self._plain_number(index, step) is not None:
            return ()
        if step.op in ("cases", "max", "min"):
            return (self._chosen(step),)
        if step.op == "sign":
            return ()
        return step.arguments

    def _sign(self, index: int) -> int:
        value = self.values[index]
        found = None if value is None or value is UNDEFINED else sign(value)
        if found is None:
            raise UnresolvedError
        return found

    def _chosen(self, step: Step) -> int:
        """The argument that max, min or cases takes on this piece."""
        if step.op != "cases":
            first, second, difference = step.arguments
            return first if (self._sign(difference) >= 0) == (step.op == "max") else second
        for k, condition in enumerate(step.data):  # type: ignore[arg-type,var-annotated]
            truth = holds(condition, self.values)
            if truth is UNDEFINED or truth is None:
                raise UnresolvedError
            if truth:
                return step.arguments[k]
        if len(step.arguments) == len(step.data):  # type: ignore[arg-type]
            raise UnresolvedError
        return step.arguments[-1]

    def _plain_number(self, index: int, step: Step) -> Element | None:
        """A constant step (or, pointwise, any step) whose exact value is known."""
        if not (step.constant or self.pointwise):
            return None
        if step.op == "number":
            value: Fraction = step.data  # type: ignore[assignment]
            return self.field.constant(fmpq(value.numerator, value.denominator))
        known = self.values.get(index)
        if type(known) is fmpq:
            return self.field.constant(known)
        if type(known) is PiMultiple:
            pi = self.field.element(self.field.generator("pi", Generator("pi")))
            return self.field.scale(pi, known.ratio)
        return None

    def _step(self, index: int) -> Element:
        step, field = self.program.steps[index], self.field
        plain = self._plain_number(index, step)
        if plain is not None:
            return plain
        found = [self.done[i] for i in self._arguments(index)]
        match step.op:
            case "constant":
                return field.exp(field.constant(1))
            case "variable":
                return field.element(field.X)
            case "sum" | "product":
                combine = field.add if step.op == "sum" else field.multiply
                total = found[0]
                for other in found[1:]:
                    total = combine(total, other)
                return total
            case "quotient":
                return field.divide(found[0], found[1])
            case "max" | "min" | "cases":
                return found[0]
            case "sign":
                return field.constant(self._sign(step.arguments[0]))
            case "power":
                return self._power(step, found)
        return self._function(index, step, found[0])

    def _power(self, step: Step, found: list[Element]) -> Element:
        field = self.field
        base, exponent = step.arguments
        number = self.values[exponent] if self.program.steps[exponent].constant else None
        if type(number) is fmpq:
            if number.q == 1:
                return field.whole_power(found[0], int(number.p))
            return field.power(found[0], number, self._sign(base))
        s = self._sign(base)
        if s > 0:
            return field.exp(field.multiply(found[1], field.log(found[0])))
        if s < 0 and self.discrete:
            size = field.exp(field.multiply(found[1], field.log(found[0])))
            return field.multiply(size, parity(field, found[1]))
        raise UnresolvedError

    def _function(self, index: int, step: Step, u: Element) -> Element:
        field = self.field
        one = field.constant(1)
        match step.op:
            case "exp":
                return field.exp(u)
            case "log":
                return field.log(u)
            case "sqrt":
                return field.power(u, _HALF, 1)
            case "cbrt":
                return field.power(u, fmpq(1, 3), self._sign(step.arguments[0]))
            case "abs":
                return field.scale(u, self._sign(step.arguments[0]))
            case "relu":
                return u if self._sign(step.arguments[0]) > 0 else field.constant(0)
            case "sin" | "cos" | "tan" | "cot" | "sec" | "csc":
                return _circular(field, step.op, *field.sine_cosine(u))
            case "sinh" | "cosh" | "tanh" | "coth" | "sech" | "csch":
                return _circular(field, _CIRCULAR[step.op], *field.hyperbolic(u))
            case "sigmoid":
                return field.divide(one, field.add(one, field.exp(field.scale(u, -1))))
            case "asinh" | "acosh":
                shift = one if step.op == "asinh" else field.constant(-1)
                root = field.power(field.add(field.multiply(u, u), shift), _HALF, 1)
                return field.log(field.add(u, root))
            case "atanh":
                ratio = field.divide(field.add(one, u), field.subtract(one, u))
                return field.scale(field.log(ratio), _HALF)
            case "asin" | "atan":
                return field.opaque(step.op, u, index, odd=True)
            case "acos":
                half = field.element(field.generator("pi", Generator("pi")))
                arcsine = field.opaque(
                    "asin", u, index, odd=True, factor=-1, shift=PiMultiple(_HALF)
                )
                return field.subtract(field.scale(half, _HALF), arcsine)
            case "floor" | "factorial":
                return whole(field, step.op, u, index, self.discrete)
            case "ceil":
                return ceiling(field, u, index, self.discrete)
        raise UnresolvedError


_CIRCULAR = {
    "sinh": "sin", "cosh": "cos", "tanh": "tan", "coth": "cot", "sech": "sec", "csch": "csc",
}  # fmt: skip


def _circular(field: Functions, name: str, sine: Element, cosine: Element) -> Element:
    """The six functions from sine and cosine, circular or hyperbolic."""
    one = field.constant(1)
    match name:
        case "sin":
            return sine
        case "cos":
            return cosine
        case "tan":
            return field.divide(sine, cosine)
        case "cot":
            return field.divide(cosine, sine)
        case "sec":
            return field.divide(one, cosine)
    return field.divide(one, sine)
