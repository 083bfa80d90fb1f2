"""The wrong lists of Taylor coefficients that misconceptions lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import factorial

from course.answers.algebra import ZERO, apply, at, substitute
from course.answers.misconceptions.model import chain, monomial
from course.answers.series import coefficients, derivatives
from course.answers.tree import Expr, Sum, Variable, walk

#: Buggy derivatives with more nodes than this are not pursued.
_NODES = 400
List = Sequence[Expr]
Rewriting = Callable[["Expansion"], Iterable[List]]


@dataclass(frozen=True)
class Expansion:
    """The expansion that is asked for: a function at 0, up to ``count`` coefficients."""

    function: Expr
    variable: str
    count: int

    @cached_property
    def right(self) -> list[Expr]:
        """The right coefficients, and as many again behind them."""
        return coefficients(self.function, 2 * self.count, self.variable)

    def of(self, function: Expr) -> list[Expr]:
        """The coefficients of another function at 0."""
        return coefficients(function, self.count, self.variable)

    @cached_property
    def slopes(self) -> list[Expr]:
        """The function and its derivatives, not evaluated."""
        return derivatives(self.function, self.count, self.variable)


def each(make: Callable[[Expr, int], Expr]) -> Rewriting:
    """A rewriting of each coefficient, written in the coefficient and its number k."""

    def rewriting(e: Expansion) -> Iterable[List]:
        yield [make(c, k) for k, c in enumerate(e.right[: e.count])]

    return rewriting


def of_other(change: Callable[[Expr, str], Iterable[Expr]]) -> Rewriting:
    """The coefficients of another function, made from the right one."""

    def rewriting(e: Expansion) -> Iterable[List]:
        for function in change(e.function, e.variable):
            yield e.of(function)

    return rewriting


def no_factorial_in_derivatives(e: Expansion) -> Iterable[List]:
    """The derivatives at 0, undivided."""
    yield [c * factorial(k) for k, c in enumerate(e.right[: e.count])]


def wrong_centre(e: Expansion) -> Iterable[List]:
    """The coefficients at 1 or −1."""
    for centre in (1, -1):
        values = [at(slope, e.variable, centre) for slope in e.slopes]
        yield [value / factorial(k) for k, value in enumerate(values)]


def functions(e: Expansion) -> Iterable[List]:
    """The derivatives, divided or not, as functions."""
    yield [slope / factorial(k) for k, slope in enumerate(e.slopes)]
    yield e.slopes


def shifted(e: Expansion) -> Iterable[List]:
    """The list moved by one place."""
    yield [ZERO, *e.right[: e.count - 1]]
    yield e.right[1 : e.count + 1]


def zeros_left_out(e: Expansion) -> Iterable[List]:
    """Only the coefficients that are not 0."""
    kept = [c for c in e.right if c != ZERO]
    if len(kept) < len(e.right):
        yield kept[: e.count]
        yield [c for c in e.right[: e.count] if c != ZERO]


def all_negative(e: Expansion) -> Iterable[List]:
    """All signs but the first negative."""
    yield [c if k == 0 else -apply("abs", c) for k, c in enumerate(e.right[: e.count])]


def alternating(e: Expansion) -> Iterable[List]:
    """Signs that alternate from one non-zero coefficient to the next, whatever they should be."""
    sign, found = 1, []
    for c in e.right[: e.count]:
        found.append(sign * apply("abs", c))
        sign = sign if c == ZERO else -sign
    yield found


def running_factorial(e: Expansion) -> Iterable[List]:
    """The n-th non-zero coefficient gets n! below, instead of the factorial of its power."""
    found, n = [], 0
    for k, c in enumerate(e.right[: e.count]):
        found.append(c * factorial(k) / factorial(n))
        n += c != ZERO
    yield found


def power_factorial(e: Expansion) -> Iterable[List]:
    """The factorial of the power, where the factorial of half the power belongs."""
    yield [c * factorial(k // 2) / factorial(k) for k, c in enumerate(e.right[: e.count])]


def outer_only(e: Expansion) -> Iterable[List]:
    """F(g) expanded as F."""
    if parts := chain(e.function, e.variable):
        yield e.of(parts.outer(Variable(e.variable)))


def inner_power_lost(e: Expansion) -> Iterable[List]:
    """F(c·xⁿ) expanded as F(c·x)."""
    if parts := chain(e.function, e.variable):
        inner = lower(parts.inner, e.variable)
        if inner is not None:
            yield e.of(parts.outer(inner))


def lower(tree: Expr, variable: str) -> Expr | None:
    """c·xⁿ as c·x; None for anything else."""
    from course.answers.algebra import multiply, split_factors

    constant, factors = split_factors(tree, variable)
    power = monomial(factors[0], variable) if len(factors) == 1 else None
    if power is None or power[1] != Variable(variable) or power[2] <= 1:
        return None
    return multiply(constant, power[0], power[1])


def inner_derivative_lost(e: Expansion) -> Iterable[List]:
    """All derivatives taken without the inner derivative."""
    from course.answers.calculus import derivative

    def rule(tree: Expr, d: Callable[[Expr], Expr]) -> Expr | None:
        parts = chain(tree, e.variable)
        return parts.slope(parts.inner) if parts else None

    slope, found = e.function, []
    for k in range(e.count):
        found.append(at(slope, e.variable, 0) / factorial(k))
        slope = derivative(slope, e.variable, rule)
        if sum(1 for _ in walk(slope)) > _NODES:
            return
    yield found


def terms(e: Expansion) -> Iterable[List]:
    """Whole terms, with their powers."""
    x = Variable(e.variable)
    yield [c * x**k for k, c in enumerate(e.right[: e.count])]


def partial_sums(e: Expansion) -> Iterable[List]:
    """The sums of the coefficients."""
    yield [Sum((ZERO, *e.right[: k + 1])) for k in range(e.count)]


def of_derivative(e: Expansion) -> Iterable[List]:
    """The coefficients of the derivative."""
    yield [(k + 1) * c for k, c in enumerate(e.right[1 : e.count + 1])]


def of_integral(e: Expansion) -> Iterable[List]:
    """The coefficients of an antiderivative."""
    yield [ZERO, *(c / (k + 1) for k, c in enumerate(e.right[: e.count - 1]))]


def backwards(e: Expansion) -> Iterable[List]:
    """The highest power first."""
    yield e.right[: e.count][::-1]


def minus_inside(function: Expr, x: str) -> Iterable[Expr]:
    """The function with −x for x."""
    yield substitute(function, x, -Variable(x))


def plus_for_minus(function: Expr, x: str) -> Iterable[Expr]:
    """F(g) with the other sign of g."""
    if parts := chain(function, x):
        yield parts.outer(-parts.inner)


def cofunction(function: Expr, x: str) -> Iterable[Expr]:
    """The companion: sine for cosine and so on."""
    from course.answers.tree import Apply

    pairs = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh"}
    if isinstance(function, Apply) and function.function in pairs:
        yield Apply(pairs[function.function], function.arguments)


def hyperbolic(function: Expr, x: str) -> Iterable[Expr]:
    """The hyperbolic function for the trigonometric one, or the reverse."""
    from course.answers.tree import Apply

    pairs = {
        "sin": "sinh",
        "cos": "cosh",
        "sinh": "sin",
        "cosh": "cos",
        "tan": "tanh",
        "tanh": "tan",
    }
    if isinstance(function, Apply) and function.function in pairs:
        yield Apply(pairs[function.function], function.arguments)


def nothing(*_: object) -> Iterable[List]:
    """No list: the rule is used by name only."""
    return ()
