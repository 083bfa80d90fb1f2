"""The words of chapter 4's demos. A translation replaces these."""

QUESTION = "What changed, and why?"

# Match f and f′

MATCH_TITLE = "Which one is the derivative?"
MATCH_X = "the point *x*"
MATCH_PRESETS = {"wave": "a wave", "hill": "a hill", "ess": "an S", "growth": "growth"}
MATCH_HEIGHT = "At *x* = {x:.2f} the curve [*f* has the height {height:.2f}](function)"
MATCH_ASKED = "; *g*₁, *g*₂ and *g*₃ have the heights {one:.2f}, {two:.2f} and {three:.2f}."
MATCH_SLOPE = (
    "and [the slope {slope:.2f}](derivative). There *g*₁, *g*₂ and *g*₃ have the heights {one:.2f}, "
    "{two:.2f} and {three:.2f}."
)
MATCH_CHANCE = "Here a wrong one meets the right one. One point is not enough: the heights must agree everywhere."
MATCH_QUESTIONS = {
    "wave": "The upper curve is *f*. Which of the three below it is *f′*?",
    "hill": "Up the hill and down again: which of the three is *f′*?",
    "ess": "This *f* rises all the way, from below 0 to above 0. Which of the three is *f′*?",
    "growth": "The higher this *f* is, the steeper it is. Which of the three is *f′*?",
}
MATCH_CHOICES = ["*g*₁", "*g*₂", "*g*₃"]
MATCH_SAYS = {
    "right": "✓ You chose CHOICE, and so it is.",
    "wrong": "✗ You chose CHOICE. It is RIGHT.",
    "skipped": "Skipped. It is RIGHT.",
}
MATCH_AGAINST = {
    "wave": [
        "*g*₁ is *f* once more: its height is the height of *f*, not the slope.",
        "",
        "At 0 *f* rises, and *g*₃ is negative there: the sign is wrong.",
    ],
    "hill": [
        "Left of the top *f* rises, and *g*₁ is negative there: the sign is wrong.",
        "Right of the top *f* falls, so its slope is negative. *g*₂ forgets the sign: it is the *steepness*.",
        "",
    ],
    "ess": [
        "",
        "*g*₂ is *f* once more: on the left it is negative, though *f* rises there.",
        "*g*₃ is negative on the right, though *f* rises there. It says which way *f* bends: it is the derivative of *f′* (chapter 5).",
    ],
    "growth": [
        "At *x* = 0 *g*₁ is 0, but *f* is not level there.",
        "",
        "*g*₃ is 0 at *x* = −1, but *f* is not level there. It fits at *x* = 0 only.",
    ],
}
MATCH_BECAUSE = {
    "wave": "Where *f* has its top and its valley the slope is 0; where it rises fastest, at 0, *f′* is highest.",
    "hill": "The slope is positive on the way up, 0 at the top, negative on the way down.",
    "ess": "*f* rises everywhere, so *f′* is nowhere negative, and highest in the middle, where *f* is steepest.",
    "growth": "Height and slope are the same number at every *x*: *f′* = *f*. There is such a function.",
}
MATCH_ANSWERS = {
    "wave": "*f* = 2 sin *x* and *f′* = 2 cos *x*: the slope runs a quarter of a wave ahead of the height.",
    "hill": "Lift the whole hill by 10: no slope changes, so *f′* stays. The derivative knows nothing about height.",
    "ess": "This is a stretched sigmoid. Far out it is nearly level, high up or low down, and *f′* is nearly 0 on both sides.",
    "growth": (
        "*f* = *eˣ*. If you chose *g*₁: that is *x* *eˣ*⁻¹, the power rule where it does not belong. "
        "It differentiates *xⁿ*, not *aˣ*."
    ),
}

# Find the base

BASE_TITLE = "Find the base"
BASE_A = "the base *a*"
BASE_H = "the step *h*"
BASE_H_ZERO = "a chord needs two points"
BASE_PRESETS = {
    "two": "*a* = 2",
    "ten": "*a* = 10",
    "half": "*a* = ½",
    "step": "*h* = 0.1",
}
BASE_SENTENCE = (
    "With *a* = {a:.4g} and *h* = {h:.2g} the chord of *aˣ* from 0 to *h* has "
    "[the slope {quotient:.4f}](approximation)."
)
BASE_LIMIT = "As *h* → 0 the slope tends to [log~*a* = {limit:.4f}](derivative)."
BASE_BELOW = "That is less than 1, so *a* < *e*."
BASE_ABOVE = "That is more than 1, so *a* > *e*."
BASE_EXACT = "That is exactly 1: this *a* is *e*."
BASE_CROSSING = "For this *h* the base with slope 1 is {base:.4f}."
BASE_NONE = "For *h* = −1 no base has slope 1."
BASE_TABLE = "Slope of the chord for *a* = {a:.4g}, and the base for which it is 1"
BASE_COLUMNS = ["*h*", "(*aʰ* − 1)/*h*", "base"]
BASE_QUESTIONS = {
    "two": "For *h* = 1 and *a* = 2 the slope is exactly 1. But which base has slope 1 in the limit *h* → 0?",
    "ten": "10⁰ = 1, so the numerator of (10*ʰ* − 1)/*h* goes to 0 with *h*. What does the quotient do?",
    "half": "The slope of 2*ˣ* at 0 is 0.6931. What is the slope of (½)*ˣ* at 0?",
    "step": "Keep *h* = 0.1. For which base is the slope of the chord exactly 1?",
}
BASE_CHOICES = {
    "two": ["one below 2", "one between 2 and 3", "one above 3"],
    "ten": ["it tends to 0", "it grows beyond every bound", "it tends to a number above 2"],
    "half": ["0.3466, half as much", "−0.6931", "1/0.6931 = 1.4427"],
    "step": [
        "for *e*, whatever *h* is",
        "for one a little below *e*",
        "for one a little above *e*",
    ],
}
BASE_BECAUSE = {
    "two": "For *a* = 2 the slopes tend to 0.6931, for *a* = 3 to 1.0986. In between they must pass 1: at *e* = 2.71828…",
    "ten": "Numerator and denominator both go to 0, and their quotient settles on log 10 = 2.3026.",
    "half": "(½)*ˣ* = 2⁻*ˣ* is the mirror image of 2*ˣ*. So the slope only changes its sign: log ½ = −log 2.",
    "step": "(*aʰ* − 1)/*h* = 1 means *a* = (1 + *h*)^(1/*h*): here 1.1¹⁰ = 2.5937. For *h* → 0 these bases tend to *e*.",
}
BASE_ANSWERS = {
    "two": "Make *h* small: the base with slope 1 runs through 2, 2.5937, 2.7048, 2.7169 towards *e*. From the left, *h* < 0, it comes down to the same number.",
    "ten": "*aˣ* differs from *eˣ* only by a factor in the exponent, *aˣ* = *e* to the *x* log *a*. The chain rule brings that factor out.",
    "half": "A base below 1 makes *aˣ* fall, so every slope is negative. For *a* = 1 nothing changes at all: slope 0 = log 1.",
    "step": "*e* is not one nice number among others. It is the only base whose exponential function is its own derivative.",
}

# Activation workshop

WORKSHOP_TITLE = "Activation workshop: the right formula, computed"
WORKSHOP_X = "the place *x*"
WORKSHOP_FORMULA = "the formula"
WORKSHOP_PRESETS = {
    "slope": "*σ′*",
    "value": "*σ*, far left",
    "tanh": "tanh",
    "relu": "ReLU",
}
#: By example: the formula as in the book, and rearranged.
WORKSHOP_FORMULAS = {
    "slope": ("*s* − *s*²", "*σ*(*x*)~*σ*(−*x*)"),
    "value": ("1/(1 + *e*⁻*ˣ*)", "*eˣ*/(1 + *eˣ*)"),
    "tanh": ("(*eˣ* − *e*⁻*ˣ*)/(*eˣ* + *e*⁻*ˣ*)", "2~*σ*(2*x*) − 1"),
    "relu": ("(1 + *x*/√(*x*²))/2", "“1 if *x* > 0, else 0”"),
}
WORKSHOP_FUNCTIONS = {
    "slope": "At *x* = {place:.4g} we have [*σ*(*x*)~≈~{value:.4g}](function)",
    "value": "At *x* = {place:.4g} we have [*σ*(*x*)~≈~{value:.4g}](function)",
    "tanh": "At *x* = {place:.4g} we have [tanh *x*~≈~{value:.4g}](function)",
    "relu": "At *x* = {place:.4g} we have [ReLU(*x*) = {value:.4g}](function)",
}
WORKSHOP_TINY = (
    "At *x* = {place:.4g} the value [*σ*(*x*)](function) is positive, but smaller than 5 × 10⁻³²⁴, the "
    "smallest positive number that a computer stores in double precision; so is the slope."
)
WORKSHOP_SLOPE = "and [the slope {slope:.4g}](derivative)."
WORKSHOP_SMALL_SLOPE = (
    "and a slope that is positive, but smaller than 5 × 10⁻³²⁴, the smallest double."
)
WORKSHOP_NO_SLOPE = "and [no slope](derivative): left and right of 0 disagree."
WORKSHOP_GIVES = "[FORMULA gives {result:.4g}](error)."
WORKSHOP_ALL = "That is right to the last digit, or nearly so."
WORKSHOP_SOME = "Its relative error is about {error:.1g}: some {digits:.0f} of 16 digits are right."
WORKSHOP_NONE = "Its relative error is about {error:.1g}: not even the first digit can be trusted."
WORKSHOP_LOST = "Its relative error is 1: every digit is lost."
WORKSHOP_NAN = {
    "tanh": "[FORMULA gives ∞ / ∞](error), which is not a number.",
    "relu": "[FORMULA gives 0/0](error), which is not a number.",
}
WORKSHOP_CONVENTION = (
    "[FORMULA gives 0](error) by convention: with no true value there is no error either."
)
WORKSHOP_NEAREST = "(You set *x* = {x:.4g}; errors were computed on a list of places, of which this is the nearest.)"
WORKSHOP_QUESTIONS = {
    "slope": (
        "With *s* = *σ*(*x*) the slope is *s* − *s*². At *x* = 10 this formula, computed in double precision, "
        "is right to 12 digits. And at *x* = 40, where the slope is 4.2 × 10⁻¹⁸?"
    ),
    "value": "*σ*(−711) = 1.6 × 10⁻³⁰⁹; that can be stored. What does 1/(1 + *e*⁻*ˣ*) give there?",
    "tanh": "At *x* = 800 the value of tanh is 1 in all 16 digits. What does the formula (*eˣ* − *e*⁻*ˣ*)/(*eˣ* + *e*⁻*ˣ*) give?",
    "relu": (
        "ReLU(*x*) = (*x* + √(*x*²))/2 is made of elementary functions only. The rules give the "
        "derivative (1 + *x*/√(*x*²))/2. What does that give at *x* = 0?"
    ),
}
WORKSHOP_CHOICES = {
    "slope": [
        "12 digits again: the formula is the same",
        "fewer digits, perhaps 5",
        "no digit is right",
    ],
    "value": ["1.6 × 10⁻³⁰⁹, with fewer digits", "0", "a negative number"],
    "tanh": ["1", "0", "not a number"],
    "relu": ["0", "½", "not a number"],
}
WORKSHOP_BECAUSE = {
    "slope": (
        "From *x* = 37 on 1 + *e*⁻*ˣ* is rounded to exactly 1, so *s* = 1 and *s* − *s*² = 0. "
        "Already before, ever more of the digits of *s* and *s*² agree, and cancel."
    ),
    "value": "*e*⁷¹¹ is larger than the largest double, about 1.8 × 10³⁰⁸, so it becomes ∞; and 1/(1 + ∞) = 0.",
    "tanh": "*e*⁸⁰⁰ is larger than the largest double, so it becomes ∞ above and below, and ∞ / ∞ has no value.",
    "relu": (
        "*x*/√(*x*²) is 0/0 there, and rightly so: the rules need √ to be differentiable at 0, which it is not. "
        "“Elementary” is no reason to be differentiable."
    ),
}
WORKSHOP_ANSWERS = {
    "slope": (
        "On a logarithmic axis the error climbs along a line, rounding being good or bad luck: a step of 1 to the right makes it *e* times larger on average. "
        "Switch to *σ*(*x*)~*σ*(−*x*): nothing is subtracted, and all 16 digits stay. On the left of 0 both are good, "
        "for there *s*² is small beside *s*."
    ),
    "value": (
        "Rearranged for *x* < 0, *σ*(*x*) = *eˣ*/(1 + *eˣ*), no exponential is above 1. Its digits fade below −709, "
        "where the doubles thin out, and are gone at −746. There no formula helps: the value itself cannot be stored."
    ),
    "tanh": (
        "2~*σ*(2*x*) − 1 is the same function and never overflows. But near 0 both formulas subtract nearly equal numbers: "
        "look at the errors close to 0. No form is best everywhere."
    ),
    "relu": (
        "ReLU costs no exponential and has no rounding error. Its slope is 1 for all *x* > 0, where *σ′* and tanh′ fade. "
        "At 0 programs return a number by convention."
    ),
}
