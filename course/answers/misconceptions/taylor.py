"""Misconceptions about Taylor coefficients and Taylor series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import factorial

from course.answers.algebra import ZERO, apply, at, substitute
from course.answers.misconceptions.model import MARKING, Misconception, chain, monomial
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


def _each(make: Callable[[Expr, int], Expr]) -> Rewriting:
    """A rewriting of each coefficient, written in the coefficient and its number k."""

    def rewriting(e: Expansion) -> Iterable[List]:
        yield [make(c, k) for k, c in enumerate(e.right[: e.count])]

    return rewriting


def _of(change: Callable[[Expr, str], Iterable[Expr]]) -> Rewriting:
    """The coefficients of another function, made from the right one."""

    def rewriting(e: Expansion) -> Iterable[List]:
        for function in change(e.function, e.variable):
            yield e.of(function)

    return rewriting


def _no_factorial_in_derivatives(e: Expansion) -> Iterable[List]:
    yield [c * factorial(k) for k, c in enumerate(e.right[: e.count])]


def _wrong_centre(e: Expansion) -> Iterable[List]:
    for centre in (1, -1):
        values = [at(slope, e.variable, centre) for slope in e.slopes]
        yield [value / factorial(k) for k, value in enumerate(values)]


def _functions(e: Expansion) -> Iterable[List]:
    yield [slope / factorial(k) for k, slope in enumerate(e.slopes)]
    yield e.slopes


def _shifted(e: Expansion) -> Iterable[List]:
    yield [ZERO, *e.right[: e.count - 1]]
    yield e.right[1 : e.count + 1]


def _zeros_left_out(e: Expansion) -> Iterable[List]:
    kept = [c for c in e.right if c != ZERO]
    if len(kept) < len(e.right):
        yield kept[: e.count]
        yield [c for c in e.right[: e.count] if c != ZERO]


def _all_negative(e: Expansion) -> Iterable[List]:
    yield [c if k == 0 else -apply("abs", c) for k, c in enumerate(e.right[: e.count])]


def _alternating(e: Expansion) -> Iterable[List]:
    """Signs that alternate from one non-zero coefficient to the next, whatever they should be."""
    sign, found = 1, []
    for c in e.right[: e.count]:
        found.append(sign * apply("abs", c))
        sign = sign if c == ZERO else -sign
    yield found


def _running_factorial(e: Expansion) -> Iterable[List]:
    """The n-th non-zero coefficient gets n! below, instead of the factorial of its power."""
    found, n = [], 0
    for k, c in enumerate(e.right[: e.count]):
        found.append(c * factorial(k) / factorial(n))
        n += c != ZERO
    yield found


def _power_factorial(e: Expansion) -> Iterable[List]:
    """The factorial of the power, where the factorial of half the power belongs."""
    yield [c * factorial(k // 2) / factorial(k) for k, c in enumerate(e.right[: e.count])]


def _outer_only(e: Expansion) -> Iterable[List]:
    if parts := chain(e.function, e.variable):
        yield e.of(parts.outer(Variable(e.variable)))


def _inner_power_lost(e: Expansion) -> Iterable[List]:
    """F(c·xⁿ) expanded as F(c·x)."""
    if parts := chain(e.function, e.variable):
        inner = _lower(parts.inner, e.variable)
        if inner is not None:
            yield e.of(parts.outer(inner))


def _lower(tree: Expr, variable: str) -> Expr | None:
    from course.answers.algebra import multiply, split_factors

    constant, factors = split_factors(tree, variable)
    power = monomial(factors[0], variable) if len(factors) == 1 else None
    if power is None or power[1] != Variable(variable) or power[2] <= 1:
        return None
    return multiply(constant, power[0], power[1])


def _inner_derivative_lost(e: Expansion) -> Iterable[List]:
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


def _terms(e: Expansion) -> Iterable[List]:
    x = Variable(e.variable)
    yield [c * x**k for k, c in enumerate(e.right[: e.count])]


def _partial_sums(e: Expansion) -> Iterable[List]:
    yield [Sum((ZERO, *e.right[: k + 1])) for k in range(e.count)]


def _derivative(e: Expansion) -> Iterable[List]:
    yield [(k + 1) * c for k, c in enumerate(e.right[1 : e.count + 1])]


def _integral(e: Expansion) -> Iterable[List]:
    yield [ZERO, *(c / (k + 1) for k, c in enumerate(e.right[: e.count - 1]))]


def _reversed(e: Expansion) -> Iterable[List]:
    yield e.right[: e.count][::-1]


def _minus_inside(function: Expr, x: str) -> Iterable[Expr]:
    yield substitute(function, x, -Variable(x))


def _plus_for_minus(function: Expr, x: str) -> Iterable[Expr]:
    if parts := chain(function, x):
        yield parts.outer(-parts.inner)


def _cofunction(function: Expr, x: str) -> Iterable[Expr]:
    from course.answers.tree import Apply

    pairs = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh"}
    if isinstance(function, Apply) and function.function in pairs:
        yield Apply(pairs[function.function], function.arguments)


def _hyperbolic(function: Expr, x: str) -> Iterable[Expr]:
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


def _nothing(*_: object) -> Iterable[List]:
    return ()


def _entry(
    name: str, rewriting: Rewriting, light: str, full: str, scope: str = "coefficients"
) -> Misconception:
    return Misconception(name, rewriting, light, full, MARKING, scope)


RULES = [
    _entry(
        "taylor: no factorial", _no_factorial_in_derivatives,
        "What is each derivative divided by?",
        "These are the derivatives at 0. The coefficient of the k-th power is the k-th derivative divided by the factorial of k: differentiate xᵏ k times to see where it comes from.",
    ),
    _entry(
        "taylor: k for its factorial", _each(lambda c, k: c * factorial(k) / max(k, 1)),
        "What is each derivative divided by?",
        "The k-th derivative was divided by k. Differentiating xᵏ k times brings down *all* the factors from k to 1, not only the first.",
    ),
    _entry(
        "taylor: factorial one too high", _each(lambda c, k: c / (k + 1)),
        "Check which factorial belongs to which power.",
        "Each coefficient is divided by a factorial that is one step too high: the k-th power goes with the factorial of k. Check with the constant and the linear term.",
    ),
    _entry(
        "taylor: factorial one too low", _each(lambda c, k: c * max(k, 1)),
        "Check which factorial belongs to which power.",
        "Each coefficient is divided by a factorial that is one step too low: the k-th power goes with the factorial of k.",
    ),
    _entry(
        "taylor: factorial where none belongs", _each(lambda c, k: c / factorial(max(k - 1, 0))),
        "Does every series have factorials?",
        "The derivatives of this function bring factorials of their own, which cancel. Compute a few derivatives at 0 before you divide.",
    ),
    _entry(
        "taylor: a second factorial", _each(lambda c, k: c / factorial(k)),
        "Is the factorial divided out once or twice?",
        "The coefficients were divided by the factorial a second time.",
    ),
    _entry(
        "taylor: wrong centre", _wrong_centre,
        "At which point are the derivatives taken?",
        "These derivatives are not taken at 0. The coefficients at 0 use the values of the function and of its derivatives at 0.",
    ),
    _entry(
        "taylor: functions instead of numbers", _functions,
        "Are the coefficients numbers, or do they depend on the variable?",
        "The derivatives have to be evaluated at 0. A coefficient is a number; only the powers depend on the variable.",
    ),
    _entry(
        "taylor: signs lost", _each(lambda c, k: apply("abs", c)),
        "Look at the signs.",
        "The sizes are right, but the signs are missing. Write the first derivatives at 0 one below the other and watch their signs.",
    ),
    _entry(
        "taylor: all signs negative", _all_negative,
        "Look at the signs.",
        "A power of a negative quantity is negative only when the exponent is odd: (−u)ⁿ is not −uⁿ.",
    ),
    _entry(
        "taylor: alternating signs where none belong", _alternating,
        "Look at the signs.",
        "Here the signs alternate from term to term. Write the first derivatives at 0 one below the other: do theirs?",
    ),
    _entry(
        "taylor: signs alternate by number", _each(lambda c, k: (-1) ** k * apply("abs", c)),
        "Look at the signs.",
        "The sign does not follow the number of the power as you have it. Write the first derivatives at 0 one below the other.",
    ),
    _entry(
        "taylor: minus variable", _of(_minus_inside),
        "Which powers change their sign when x is replaced by −x?",
        "This is the expansion of the function with −x in the place of x: the odd powers have the wrong sign.",
    ),
    _entry(
        "taylor: sign of the inner function", _of(_plus_for_minus),
        "Look at the sign of what was put into the series.",
        "A known series was used, with the right quantity put in but for its sign.",
    ),
    _entry(
        "taylor: parity swapped", _of(_cofunction),
        "Is the function even or odd?",
        "An even function has even powers only, an odd function odd powers only. This is the series of the companion function.",
    ),
    _entry(
        "taylor: trigonometric and hyperbolic mixed up", _of(_hyperbolic),
        "Is the function trigonometric or hyperbolic?",
        "The two series have the same sizes; they differ in their signs.",
    ),
    _entry(
        "taylor: shifted by one", _shifted,
        "Which entry of the list belongs to the constant term?",
        "The list is shifted: entry number 0 is the constant term, entry number 1 belongs to the first power.",
    ),
    _entry(
        "taylor: zeros left out", _zeros_left_out,
        "Which power does each entry of the list belong to?",
        "A power that does not occur has the coefficient 0, and that 0 is an entry of the list too.",
    ),
    _entry(
        "taylor: factorial of the place", _running_factorial,
        "Which factorial belongs to which power?",
        "The factorial follows the place in the list of non-zero terms. It belongs to the exponent, unless a quantity was put into a known series.",
    ),
    _entry(
        "taylor: factorial of the whole exponent", _power_factorial,
        "Which factorial comes with the series that you put something into?",
        "After something is put into a known series, the factorial still counts the terms of that series, not the exponent of x.",
    ),
    _entry(
        "taylor: only the outer function", _outer_only,
        "What was to be put into the known series?",
        "This is the expansion of the outer function alone. The inner function still has to be put in for its variable.",
    ),
    _entry(
        "taylor: power of the inner function lost", _inner_power_lost,
        "What was to be put into the known series?",
        "The quantity to be put in is a power of x. All its powers then have exponents that are multiples.",
    ),
    _entry(
        "taylor: inner derivatives lost", _inner_derivative_lost,
        "How did you differentiate?",
        "The derivatives were computed without the factor from the chain rule. Putting a quantity into a known series avoids the work.",
    ),
    _entry(
        "taylor: terms instead of coefficients", _terms,
        "Are the coefficients asked for, or the terms?",
        "These are whole terms, with their powers. A coefficient is the number in front of the power.",
    ),
    _entry(
        "taylor: partial sums", _partial_sums,
        "Are the coefficients asked for, or their sums?",
        "Each entry is the sum of all coefficients so far. The coefficients themselves are asked for.",
    ),
    _entry(
        "taylor: of the derivative", _derivative,
        "Which function was expanded?",
        "This is the expansion of the derivative: each term was differentiated.",
    ),
    _entry(
        "taylor: of the antiderivative", _integral,
        "Which function was expanded?",
        "This is the expansion of an antiderivative: each term was integrated.",
    ),
    _entry(
        "taylor: highest power first", _reversed,
        "In which order are the entries of the list?",
        "The list starts with the constant term and goes up.",
    ),
    _entry(
        "taylor: constant term lost", _each(lambda c, k: ZERO if k == 0 else c),
        "Does the sum start at the right number?",
        "The constant term is the value of the function at 0. The factorial of 0 is 1, so that nothing is divided by 0.",
    ),
    _entry(
        "taylor: series equals function", _nothing,
        "Does a series that converges have to converge to the function?",
        "That a Taylor series converges says nothing about its sum. Compute the coefficients from the definition: what does the series consist of?",
        scope="named",
    ),
    _entry(
        "taylor: exponential series with a negative power put in", _nothing,
        "Is this a power series in x?",
        "Putting −1/x² into the exponential series gives *negative* powers of x, and nothing at 0. A Taylor series at 0 has the powers 1, x, x², …; its coefficients come from the derivatives at 0.",
        scope="named",
    ),
    _entry(
        "taylor: logarithm at 0", _nothing,
        "Where is the logarithm defined?",
        "The logarithm has no value at 0 and no bound near it. What has an expansion at 0 is the logarithm moved by one, which is another function.",
        scope="named",
    ),
]  # fmt: skip
