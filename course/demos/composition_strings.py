"""The words of chapter 6's demos. A translation replaces these."""

QUESTION = "What changed, and why?"

# Forward and backward

STEPPER_TITLE = "Forward and backward"
STEPPER_X = "the number that goes in"
STEPPER_STEP = "the step"
STEPPER_VALUES = {
    0: "at the start",
    1: "forwards, 1 of 3",
    2: "forwards, 2 of 3",
    3: "forwards, 3 of 3",
    4: "backwards, 1 of 3",
    5: "backwards, 2 of 3",
    6: "backwards, 3 of 3",
}
STEPPER_PRESETS = {
    "waves": "*F* = sin(exp(*x*²))",
    "neuron": "*F* = (σ(2*x* + 1) − 0.9)²",
    "order": "*F* = 3(*x* + 1)²",
    "reversed": "*F* = (3*x*)² + 1",
    "linear": "*F* = 4(3(2*x*))",
}
STEPPER_MAPS = {
    "waves": ["*x*₀²", "exp *x*₁", "sin *x*₂"],
    "neuron": ["2*x*₀ + 1", "σ(*x*₁)", "(*x*₂ − 0.9)²"],
    "order": ["*x*₀ + 1", "*x*₁²", "3*x*₂"],
    "reversed": ["3*x*₀", "*x*₁²", "*x*₂ + 1"],
    "linear": ["2*x*₀", "3*x*₁", "4*x*₂"],
}
STEPPER_ASKED = (
    "{chain}. [The values on the way are {x0:.4g}, {x1:.4g}, {x2:.4g} and {x3:.4g}.](function) "
    "Which slopes belong to them?"
)
STEPPER_SENTENCES = {
    0: "{chain}. [*x*₀ = {x0:.4g} goes in.](function) No function has run yet; both products will begin with 1.",
    **{
        k: (
            f"{{chain}}. Forwards, function {k} of 3 receives [*x*{'₀₁₂'[k - 1]} = {{x{k - 1}:.4g}} and "
            f"gives *x*{'₁₂₃'[k - 1]} = {{x{k}:.4g}}](function). Its slope is taken where it receives: "
            f"{{slope{k}:.4g}}. [The product so far: {{forward{k - 1}:.4g}} · {{slope{k}:.4g}} = "
            f"{{forward{k}:.4g}}](derivative)."
        )
        for k in (1, 2, 3)
    },
    **{
        7 - k: (
            f"{{chain}}. Backwards, function {k} of 3 had received [*x*{'₀₁₂'[k - 1]} = "
            f"{{x{k - 1}:.4g}}](function), so its slope is {{slope{k}:.4g}}. [The product from the end: "
            f"{{backward{k + 1}:.4g}} · {{slope{k}:.4g}} = {{backward{k}:.4g}}](derivative)."
        )
        for k in (1, 2, 3)
    },
}
STEPPER_RESULT = "[*F′*(*x*) = {forward3:.4f}](derivative); the symmetric difference with *h* = 0.001 gives {check001:.4f}."
STEPPER_SAME = "Both ways have multiplied the same three slopes."
STEPPER_TABLE = "The check: (*F*(*x* + *h*) − *F*(*x* − *h*))/(2*h*)"
STEPPER_COLUMNS = ["", "*F′*(*x*)"]
STEPPER_RULE = "chain rule"
STEPPER_QUESTIONS = {
    "waves": "The last function is the sine, and sin′ = cos. At which number is the cosine taken?",
    "neuron": "Backwards begins with the *last* function. What must the run forwards have kept for it?",
    "order": "The second function squares, and (*z*²)′ = 2*z*. What is its factor when *x* = 0 goes in?",
    "reversed": "The same three functions in the opposite order: ×~3, then square, then +~1. Is *F′*(0) still 6?",
    "linear": "2, 3 and 4 multiply to 24, and a program returns 24. Which mistake does that rule out?",
}
STEPPER_CHOICES = {
    "waves": [
        "at *x*₀, the number that went in",
        "at *x*₂, the number that reaches the sine",
        "at *x*₃, the number that leaves the sine",
    ],
    "neuron": [
        "nothing, the formulas are enough",
        "only the result *x*₃",
        "what each function received: *x*₀, *x*₁, *x*₂",
    ],
    "order": ["0, since *x* = 0", "2, since 1 arrives there", "6"],
    "reversed": [
        "yes: the factors are the same, and factors commute",
        "no: each function now receives something else",
    ],
    "linear": [
        "that two functions were swapped",
        "that a slope was taken at the wrong point",
        "neither of the two",
    ],
}
STEPPER_BECAUSE = {
    "waves": "The sine never meets *x*₀. What it is handed is *x*₂ = exp(*x*²), and there its slope counts.",
    "neuron": (
        "Each slope is taken at what the function received. These numbers are there after one run "
        "forwards; whoever threw them away has to compute them again."
    ),
    "order": "The first function has turned 0 into 1 before the square is reached: the factor is 2 · 1.",
    "reversed": "At *x* = 0 the square now receives 0, so its factor is 0, and the product is 0 instead of 6.",
    "linear": "A line has one slope everywhere, and 2 · 3 · 4 = 4 · 3 · 2. So this test cannot see either mistake.",
}
STEPPER_ANSWERS = {
    "waves": (
        "Set the step to 0 and go on one at a time. Forwards the product starts at *f*₁, backwards at *f*₃. "
        "The slopes between are the same, and so is the result."
    ),
    "neuron": (
        "This is a neuron, σ(2*x* + 1), with its squared distance to 0.9. Move *x* to 1.5: the middle "
        "factor fades, since σ is nearly level there, and it drags the whole product down."
    ),
    "order": "Move *x*: the middle factor is 2(*x* + 1), twice what arrives. At *x* = −1 it is 0, and so is the product.",
    "reversed": "Now *F′*(*x*) = 18*x* instead of 6(*x* + 1). The two agree at *x* = ½ only.",
    "linear": "Move *x*: the values change, the slopes never do. To test order and point take a chain with a bend in it.",
}

# Build a composition

BUILD_TITLE = "Build a composition"
BUILD_INNER = "first, the inner function"
BUILD_OUTER = "then, the outer function"
_KEYS = ("square", "root", "exp", "log", "reciprocal", "sine")
BUILD_NAMES = dict(
    zip(_KEYS, ("*x*²", "√*x*", "exp *x*", "log *x*", "1/*x*", "sin *x*"), strict=True)
)
BUILD_PRESETS = {
    "log_exp": "log ∘ exp",
    "exp_log": "exp ∘ log",
    "root_square": "√(*x*²)",
    "one_over_log": "1/log *x*",
    "root_sine": "√(sin *x*)",
    "twice_over": "1/(1/*x*)",
}
#: The outer function, and its derivative, with U put in.
_PUT_IN = dict(zip(_KEYS, ("(U)²", "√(U)", "exp(U)", "log(U)", "1/(U)", "sin(U)"), strict=True))
_OUTER_SLOPE = dict(
    zip(_KEYS, ("2(U)", "1/(2√(U))", "exp(U)", "1/(U)", "−1/(U)²", "cos(U)"), strict=True)
)
_INNER_SLOPE = dict(
    zip(_KEYS, ("2*x*", "1/(2√*x*)", "exp *x*", "1/*x*", "(−1/*x*²)", "cos *x*"), strict=True)
)
ALL, POSITIVE, NOT_NEGATIVE, NOT_ZERO = "every *x*", "*x* > 0", "*x* ≥ 0", "*x* ≠ 0"
ABOVE_1, FROM_1 = "*x* > 1", "*x* ≥ 1"
ARCHES = "2*k*π ≤ *x* ≤ (2*k* + 1)π, *k* whole"
OPEN_ARCHES = "2*k*π < *x* < (2*k* + 1)π, *k* whole"
#: For each outer function: where f ∘ g is defined, by inner function in the order of the names.
_EVERYWHERE = (ALL, NOT_NEGATIVE, ALL, POSITIVE, NOT_ZERO, ALL)
_DEFINED = {
    "square": _EVERYWHERE,
    "root": (ALL, NOT_NEGATIVE, ALL, FROM_1, POSITIVE, ARCHES),
    "exp": _EVERYWHERE,
    "log": (NOT_ZERO, POSITIVE, ALL, ABOVE_1, POSITIVE, OPEN_ARCHES),
    "reciprocal": (
        NOT_ZERO,
        POSITIVE,
        ALL,
        "*x* > 0 with *x* ≠ 1",
        NOT_ZERO,
        "*x* ≠ *k*π, *k* whole",
    ),
    "sine": _EVERYWHERE,
}
#: Where it is differentiable, if that is a smaller set.
_SMOOTH = {
    **{(outer, "root"): POSITIVE for outer in ("square", "root", "exp", "sine")},
    ("root", "square"): NOT_ZERO,
    ("root", "log"): ABOVE_1,
    ("root", "sine"): OPEN_ARCHES,
}
BUILD_ASKED = "For which *x* is that defined?"
#: What each function asks of x, and what it asks of g(x).
BUILD_G_NEEDS = {
    "square": "*g* takes every *x*;",
    "root": "*g* takes *x* ≥ 0;",
    "exp": "*g* takes every *x*;",
    "log": "*g* takes *x* > 0;",
    "reciprocal": "*g* takes *x* ≠ 0;",
    "sine": "*g* takes every *x*;",
}
BUILD_F_NEEDS = {
    "square": "*f* takes every *g*(*x*).",
    "root": "*f* takes *g*(*x*) ≥ 0.",
    "exp": "*f* takes every *g*(*x*).",
    "log": "*f* takes *g*(*x*) > 0.",
    "reciprocal": "*f* takes *g*(*x*) ≠ 0.",
    "sine": "*f* takes every *g*(*x*).",
}


def domain(outer: str, inner: str) -> str:
    """Return where f ∘ g is defined."""
    return _DEFINED[outer][_KEYS.index(inner)]


def smooth(outer: str, inner: str) -> str:
    """Return where f ∘ g is differentiable."""
    return _SMOOTH.get((outer, inner), domain(outer, inner))


def build_formula(outer: str, inner: str) -> str:
    """Say what is computed."""
    return f"[{_PUT_IN[outer].replace('U', BUILD_NAMES[inner])}](function)."


def build_slope(outer: str, inner: str) -> str:
    """Say the derivative, and where it exists."""
    product = f"{_OUTER_SLOPE[outer].replace('U', BUILD_NAMES[inner])} · {_INNER_SLOPE[inner]}"
    less = smooth(outer, inner)
    where = "there too" if less == domain(outer, inner) else f"only for {less}"
    return f"[{product}](derivative), {where}."


BUILD_FORMULA = "First *g*, then *f*: *f*(*g*(*x*)) ="
BUILD_DOMAIN = "It is defined for"
BUILD_SLOPE = "The derivative is"
BUILD_QUESTIONS = {
    "log_exp": "log takes positive numbers only. Where is log ∘ exp defined, exp first and then log?",
    "exp_log": "exp ∘ log also computes *x*: log first, then exp. Where is it defined?",
    "root_square": "√(*x*²): square first, then the root. What is it?",
    "one_over_log": "1/log *x*: log first, then one over it. Where is it defined?",
    "root_sine": "√(sin *x*): the root takes nothing negative. Where is it defined?",
    "twice_over": "1/(1/*x*) “is” *x*. Is it the same function?",
}
BUILD_CHOICES = {
    "log_exp": ["for every *x*", "for *x* > 0 only"],
    "exp_log": ["for every *x*", "for *x* > 0 only"],
    "root_square": ["*x*, for every *x*", "|*x*|, for every *x*", "*x*, for *x* ≥ 0 only"],
    "one_over_log": ["for *x* ≠ 0", "for *x* > 0", "for *x* > 0 with *x* ≠ 1"],
    "root_sine": ["nowhere below 0", "on every other arch of the sine", "everywhere"],
    "twice_over": ["yes", "no, it has a hole"],
}
BUILD_BECAUSE = {
    "log_exp": "exp takes every *x*, and what it gives is always positive: log can take it.",
    "exp_log": "log acts first, and it takes positive numbers only. exp never gets to see the rest.",
    "root_square": "√ takes whatever is not negative, and *x*² never is. Its values are not negative either: |*x*|.",
    "one_over_log": "Two conditions: log needs *x* > 0, and its value must not be 0, which it is at *x* = 1.",
    "root_sine": "Where sin *x* ≥ 0: from 0 to π, from 2π to 3π, also from −2π to −π, and so on.",
    "twice_over": "At 0 the inner function has no value, so there is nothing to put into the outer one.",
}
BUILD_ANSWERS = {
    "log_exp": "Swap the two functions: log ∘ exp and exp ∘ log both compute *x*, on different sets.",
    "exp_log": (
        "The line stops at 0. A program that simplifies exp(log *x*) to *x* turns a function into another "
        "one, defined where the first was not."
    ),
    "root_square": (
        "Defined everywhere, but with a corner at 0, where the root is not differentiable. The chain rule "
        "promises nothing there. Swap the two: (√*x*)² is *x*, for *x* ≥ 0 only."
    ),
    "one_over_log": "Each function can make holes of its own: the inner by what it takes, the outer by what it refuses.",
    "root_sine": (
        "The inner function is defined everywhere; all gaps come from the outer one. At the ends of the "
        "arches the curve is there, but its derivative grows beyond every bound."
    ),
    "twice_over": "The hole does not show in the simplified formula. It is a fact about the composition, not about *x*.",
}

# The vanishing product

DEEP_TITLE = "The vanishing product"
DEEP_DEPTH = "the depth"
DEEP_X = "the number that goes in"
DEEP_PRESETS = {
    "sigma": "σ(*z*)",
    "tanh": "tanh *z*",
    "relu": "ReLU(*z*)",
    "steep": "σ(8*z* − 4)",
}
DEEP_ASKED = (
    "{n:.0f} times {activation} in a chain, and *x* = {x:.2f} goes in: each adds one factor."
)
DEEP_CHAIN = "{n:.0f} times {activation} in a chain turns *x* = {x:.2f} into {end:.4g}."
DEEP_SLOPES = (
    "The first slope is {first:.4g}; where the values have arrived, a next one would be {next:.4g}."
)
DEEP_PRODUCT = (
    "[The derivative of the chain, the product of all slopes, is {product:.3g}](derivative)."
)
DEEP_BOUND = "The bound 4⁻*ⁿ*, the thin line, is {bound:.3g}."
DEEP_ZERO = (
    "The first slope is 0, so nothing that happens at the entrance reaches the end. (All further values are 0; "
    "there ReLU has no derivative, and the convention puts 0.)"
)
DEEP_GROWS = "Small changes at the entrance arrive enlarged."
DEEP_NONE = "At 0 ReLU has no derivative, so the chain rule says nothing here."
DEEP_QUESTIONS = {
    "sigma": "Every slope of σ is at most ¼. Ten of them in a chain: how large is the derivative?",
    "tanh": "tanh is as steep as 1 at 0, and less steep elsewhere. Forty of them, starting from *x* = 1?",
    "relu": "Forty times ReLU, starting from *x* = 0.5: how large is the derivative?",
    "steep": "σ(8*z* − 4) is σ with the weight 8; its slope at ½ is 2. Forty of them, starting from *x* = ½?",
}
DEEP_CHOICES = {
    "sigma": ["about ¼", "about 1/40", "less than a millionth"],
    "tanh": [
        "it fades as fast as with σ",
        "it fades, but far more slowly",
        "it does not fade, since tanh′(0) = 1",
    ],
    "relu": ["exactly 1", "exactly 0", "small, as for every deep chain"],
    "steep": ["it fades: that is what σ does", "it stays near 1", "it grows beyond 10¹²"],
}
DEEP_BECAUSE = {
    "sigma": "Factors multiply: ten of at most ¼ make at most 4⁻¹⁰, about one part in a million.",
    "tanh": "The values creep towards 0, where the slope is 1: the factors get closer and closer to 1.",
    "relu": "For a positive number ReLU changes nothing: every slope is 1, and so is their product.",
    "steep": "½ is sent to ½ again and again, and every slope there is 2. Forty doublings: 2⁴⁰ ≈ 1.1 × 10¹².",
}
DEEP_ANSWERS = {
    "sigma": (
        "The values settle near 0.659, wherever they start, and there the slope is 0.2247. So each further "
        "function multiplies by that: on this axis the points lie nearly on a line."
    ),
    "tanh": "Move *x* to 0: then every value is 0, every slope 1, and nothing fades. Far from 0 the first factor does the damage.",
    "relu": (
        "Move *x* below 0: the first slope is 0 and the whole product with it. That is a “dead” ReLU. "
        "The convention ReLU′(0) := 0 does no harm there: the whole chain is ReLU once more, level for *x* < 0."
    ),
    "steep": (
        "Move *x* a little off ½: the product grows at first and fades in the end, since the values run "
        "away to where σ is level. Products of many factors explode or vanish; staying near 1 takes care."
    ),
}
