"""Misconceptions about Taylor coefficients and Taylor series."""

from __future__ import annotations

from math import factorial

from course.answers.algebra import ZERO, apply
from course.answers.misconceptions.expansions import (
    Rewriting,
    all_negative,
    alternating,
    backwards,
    cofunction,
    each,
    functions,
    hyperbolic,
    inner_derivative_lost,
    inner_power_lost,
    minus_inside,
    no_factorial_in_derivatives,
    nothing,
    of_derivative,
    of_integral,
    of_other,
    outer_only,
    partial_sums,
    plus_for_minus,
    power_factorial,
    running_factorial,
    shifted,
    terms,
    wrong_centre,
    zeros_left_out,
)
from course.answers.misconceptions.model import MARKING, Misconception


def _entry(
    name: str,
    rewriting: Rewriting,
    light: str,
    full: str,
    scope: str = "coefficients",
    credit: bool = True,
) -> Misconception:
    return Misconception(name, rewriting, light, full, MARKING, scope, credit)


RULES = [
    _entry(
        "taylor: no factorial", no_factorial_in_derivatives,
        "What is each derivative divided by?",
        "These are the derivatives at 0. The coefficient of the k-th power is the k-th derivative divided by the factorial of k: differentiate xᵏ k times to see where it comes from.",
    ),
    _entry(
        "taylor: k for its factorial", each(lambda c, k: c * factorial(k) / max(k, 1)),
        "What is each derivative divided by?",
        "The k-th derivative was divided by k. Differentiating xᵏ k times brings down all the factors from k to 1, not only the first.",
    ),
    _entry(
        "taylor: factorial one too high", each(lambda c, k: c / (k + 1)),
        "Check which factorial belongs to which power.",
        "Each coefficient is divided by a factorial that is one step too high: the k-th power goes with the factorial of k. Check with the constant and the linear term.",
    ),
    _entry(
        "taylor: factorial one too low", each(lambda c, k: c * max(k, 1)),
        "Check which factorial belongs to which power.",
        "Each coefficient is divided by a factorial that is one step too low: the k-th power goes with the factorial of k.",
    ),
    _entry(
        "taylor: factorial where none belongs", each(lambda c, k: c / factorial(max(k - 1, 0))),
        "Does every series have factorials?",
        "The derivatives of this function bring factorials of their own, which cancel. Compute a few derivatives at 0 before you divide.",
    ),
    _entry(
        "taylor: a second factorial", each(lambda c, k: c / factorial(k)),
        "Is the factorial divided out once or twice?",
        "The coefficients were divided by the factorial a second time.",
    ),
    _entry(
        "taylor: wrong centre", wrong_centre,
        "At which point are the derivatives taken?",
        "These derivatives are not taken at 0. The coefficients at 0 use the values of the function and of its derivatives at 0.",
    ),
    _entry(
        "taylor: functions instead of numbers", functions,
        "Are the coefficients numbers, or do they depend on the variable?",
        "The derivatives have to be evaluated at 0. A coefficient is a number; only the powers depend on the variable.",
    ),
    _entry(
        "taylor: signs lost", each(lambda c, k: apply("abs", c)),
        "Look at the signs.",
        "The sizes are right, but the signs are missing. Write the first derivatives at 0 one below the other and watch their signs.",
    ),
    _entry(
        "taylor: all signs negative", all_negative,
        "Look at the signs.",
        "A power of a negative quantity is negative only when the exponent is odd: The sign of (−u)ⁿ is minus for odd n only: for even n it is uⁿ.",
    ),
    _entry(
        "taylor: alternating signs where none belong", alternating,
        "Look at the signs.",
        "Here the signs alternate from term to term. Write the first derivatives at 0 one below the other: do theirs?",
    ),
    _entry(
        "taylor: signs alternate by number", each(lambda c, k: (-1) ** k * apply("abs", c)),
        "Look at the signs.",
        "The signs do not go with the number of the power in this way. Write the first derivatives at 0 one below the other.",
    ),
    _entry(
        "taylor: minus variable", of_other(minus_inside),
        "Which powers change their sign when x is replaced by −x?",
        "This is the expansion of the function with −x in the place of x: the odd powers have the wrong sign.",
    ),
    _entry(
        "taylor: sign of the inner function", of_other(plus_for_minus),
        "Look at the sign of what was put into the series.",
        "A known series was used, with the right quantity put in but for its sign.",
    ),
    _entry(
        "taylor: parity swapped", of_other(cofunction),
        "Is the function even or odd?",
        "An even function has even powers only, an odd function odd powers only. This is the series of the companion function.",
    ),
    _entry(
        "taylor: trigonometric and hyperbolic mixed up", of_other(hyperbolic),
        "Is the function trigonometric or hyperbolic?",
        "The two series have the same sizes; they differ in their signs.",
    ),
    _entry(
        "taylor: shifted by one", shifted,
        "Which entry of the list belongs to the constant term?",
        "The list is shifted: entry number 0 is the constant term, entry number 1 belongs to the first power.",
    ),
    _entry(
        "taylor: zeros left out", zeros_left_out,
        "Which power does each entry of the list belong to?",
        "A power that does not occur has the coefficient 0, and that 0 is an entry of the list too.",
    ),
    _entry(
        "taylor: factorial of the place", running_factorial,
        "Which factorial belongs to which power?",
        "The factorial follows the place in the list of non-zero terms. It belongs to the exponent, unless a quantity was put into a known series.",
    ),
    _entry(
        "taylor: factorial of the whole exponent", power_factorial,
        "Which factorial comes with the series that you put something into?",
        "After something is put into a known series, the factorial still counts the terms of that series, not the exponent of x.",
    ),
    _entry(
        "taylor: only the outer function", outer_only,
        "What was to be put into the known series?",
        "This is the expansion of the outer function alone. The inner function still has to be put in for its variable.",
    ),
    _entry(
        "taylor: power of the inner function lost", inner_power_lost,
        "What was to be put into the known series?",
        "The quantity to be put in is a power of x. In the result only multiples of that exponent occur.",
    ),
    _entry(
        "taylor: inner derivatives lost", inner_derivative_lost,
        "How did you differentiate?",
        "The derivatives were computed without the factor from the chain rule. Putting a quantity into a known series avoids the work.",
    ),
    _entry(
        "taylor: terms instead of coefficients", terms,
        "Are the coefficients asked for, or the terms?",
        "These are whole terms, with their powers. A coefficient is the number in front of the power.",
    ),
    _entry(
        "taylor: partial sums", partial_sums,
        "Are the coefficients asked for, or their sums?",
        "Each entry is the sum of all coefficients so far. The coefficients themselves are asked for.",
    ),
    _entry(
        "taylor: of the derivative", of_derivative,
        "Which function was expanded?",
        "This is the expansion of the derivative: each term was differentiated.",
    ),
    _entry(
        "taylor: of the antiderivative", of_integral,
        "Which function was expanded?",
        "This is the expansion of an antiderivative: each term was integrated.",
    ),
    _entry(
        "taylor: highest power first", backwards,
        "In which order are the entries of the list?",
        "The list starts with the constant term and goes up.",
    ),
    _entry(
        "taylor: constant term lost", each(lambda c, k: ZERO if k == 0 else c),
        "Does the sum start at the right number?",
        "The constant term is the value of the function at 0. The factorial of 0 is 1, so that nothing is divided by 0.",
    ),
    _entry(
        "taylor: series equals function", nothing,
        "Does a series that converges have to converge to the function?",
        "That a Taylor series converges says nothing about its sum. Compute the coefficients from the definition: what does the series consist of?",
        scope="named", credit=False,
    ),
    _entry(
        "taylor: exponential series with a negative power put in", nothing,
        "Is this a power series in x?",
        "Putting −1/x² into the exponential series gives negative powers of x, and nothing at 0. A Taylor series at 0 has the powers 1, x, x², …; its coefficients come from the derivatives at 0.",
        scope="named",
    ),
    _entry(
        "taylor: logarithm at 0", nothing,
        "Where is the logarithm defined?",
        "The logarithm has no value at 0 and no bound near it. What has an expansion at 0 is the logarithm moved by one, which is another function.",
        scope="named",
    ),
]  # fmt: skip
