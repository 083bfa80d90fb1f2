"""The words of chapter 5's demos. A translation replaces these."""

QUESTION = "What changed, and why?"

# Taylor builder

BUILDER_TITLE = "Taylor builder"
BUILDER_N = "the order *n*"
BUILDER_A = "the centre *a*"
BUILDER_PRESETS = {
    "sine": "sin *x*",
    "log": "log(1 + *x*)",
    "bell": "1/(1 + *x*²)",
    "moved": "1/(1 + *x*²), centre 1",
    "exp": "e*ˣ*",
}
BUILDER_SENTENCE = (
    "The [Taylor polynomial *T*ₙ](approximation) of order *n* = {order:.0f} at the centre *a* = {a:.2f}: "
    "at *x* = {p:.2g} it is {value:.4g}, and [*f* is {exact:.4g}](function)."
)
BUILDER_ASKED = "How does that change with *n*?"
BUILDER_ERROR = "That is [off by {error:.2g}](error)."
BUILDER_EXACT = "That is [off by less than 10⁻¹²](error)."
_SHADED = "The series converges, to *f*, exactly in the shaded interval:"
BUILDER_INTERVAL = {
    "sine": "The series converges to *f* for all *x*.",
    "log": _SHADED + " {near:.0f} < *x* ≤ {far:.2f}.",
    "bell": _SHADED + " {near:.2f} < *x* < {far:.2f}.",
    "moved": _SHADED + " {near:.2f} < *x* < {far:.2f}.",
    "exp": "The series converges to *f* for all *x*.",
}
BUILDER_INSIDE = "*x* = {p:.2g} is in it: more terms bring the error there to 0."
BUILDER_OUTSIDE = "*x* = {p:.2g} is not in it: there the series does not converge."
BUILDER_QUESTIONS = {
    "sine": (
        "*T*₃ follows the sine near 0 and then leaves it. You will raise *n*. "
        "How far does the part where *T*ₙ is good grow?"
    ),
    "log": "*T*₃ is far off at *x* = 2. You will raise *n*. What happens to the error at 2?",
    "bell": (
        "1/(1 + *x*²) is smooth on the whole line, with no gap and no corner. What happens to the error "
        "at *x* = 1.5 when you raise *n*?"
    ),
    "moved": (
        "The same function, but now the centre is *a* = 1. With centre 0 the series converges up to distance 1. "
        "Up to which distance from 1 does it converge now?"
    ),
    "exp": "At *x* = −5 *T*₁ is −4, and e⁻⁵ is about 0.007. What does the error there do when you raise *n* from 1 on?",
}
BUILDER_CHOICES = {
    "sine": ["up to ±π", "up to ±2π", "beyond every bound"],
    "log": ["it goes to 0", "it grows beyond every bound", "it stays about the same"],
    "bell": ["it goes to 0", "it grows beyond every bound", "it stays about the same"],
    "moved": ["1", "√2", "2", "any distance"],
    "exp": ["it falls with every order", "it grows first and then goes to 0", "it grows for ever"],
}
BUILDER_BECAUSE = {
    "sine": (
        "With the centre 0 the error is at most |*x*|ⁿ⁺¹/(*n* + 1)!, and for every *x* the factorial wins in the end: "
        "the further away, the later."
    ),
    "log": (
        "At the centre 0 the terms at *x* = 2 grow beyond every bound, so no sum can settle. "
        "The nearest trouble is at −1, where log(1 + *x*) has no value; to the right the series reaches as far as to the left."
    ),
    "bell": (
        "At the centre 0 the terms are ±*x*²*ᵏ*; beyond 1 they grow. The trouble is not on the line: "
        "1 + *x*² vanishes at *x* = ±i in the complex plane, at distance 1 from the centre."
    ),
    "moved": (
        "From the centre *a* the distance to ±i is √(1 + *a*²): at *a* = 1 that is √2 ≈ 1.41. "
        "The real line alone would not tell."
    ),
    "exp": (
        "The terms are (−5)*ᵏ*/*k*!, each the one before times −5/*k*. Up to *k* = 4 they grow, the next one is as large, "
        "and from then on they fall, faster and faster."
    ),
}
BUILDER_ANSWERS = {
    "sine": (
        "Raise *n* from 3 to 4: nothing happens, for at *a* = 0 the even derivatives of the sine are 0. Then leave *n* and move *a* to 2, "
        "nearer to 5: the same order is much better there. Near the centre few terms are enough; calculators use that."
    ),
    "log": (
        "Move the centre to 1: the interval becomes −1 < *x* ≤ 3, and 2 is in it. For *a* = 0.5 it is exactly the right end: "
        "there the series converges, but very slowly."
    ),
    "bell": (
        "Move the centre away from 0, to 1.2 say: now 1.5 is well inside. More terms are not always better, "
        "but a nearer centre is."
    ),
    "moved": (
        "Move *a* and watch the left wall: for *a* = 2 the interval is 2 ± 2.24. Each end is as far from *a* "
        "as the points ±i are."
    ),
    "exp": (
        "At *n* = 4 the error is largest, about 13.7, although the value wanted is 0.0067. Large terms must cancel. "
        "Summing the series of e⁵ and taking 1/e⁵ is better: there all terms are positive."
    ),
}

# The flat function

FLAT_TITLE = "A function that is too flat"
FLAT_N = "the order *n*"
FLAT_X = "the point *x*"
FLAT_PRESETS = {
    "look": "order 2",
    "high": "order 6",
    "race": "towards 0",
    "power": "against *x*⁶",
}
FLAT_SENTENCE = "At *x* = {x:.2g} the function *f* = e^(−1/*x*²) is {here:.2g}."
FLAT_ASKED = "The order is *n* = {order:.0f}."
FLAT_TAYLOR = (
    "Its [Taylor polynomial of order *n* = {order:.0f} at 0 is 0](approximation), everywhere."
)
FLAT_FACTORS = (
    "The *n*-th derivative there is [*P*ₙ(1/*x*) · e^(−1/*x*²) = {product:.2g}](derivative). As *x* → 0 the first factor, "
    "here {first:.2g}, grows beyond every bound; the second one goes to 0 faster."
)
FLAT_POWER = "Divided by *xⁿ* it is {ratio:.2g}, and that goes to 0 as *x* → 0."
FLAT_QUESTIONS = {
    "look": (
        "*f*(*x*) = e^(−1/*x*²) for *x* ≠ 0, and *f*(0) = 0. It is positive everywhere but at 0. "
        "What is its Taylor polynomial of order 2 at 0?"
    ),
    "high": "Perhaps more orders see more. Is the Taylor polynomial of order 6 at 0 different from 0?",
    "race": (
        "For *x* ≠ 0 the *n*-th derivative is a polynomial *P*ₙ in 1/*x*, times e^(−1/*x*²). "
        "As *x* → 0 the first factor is unbounded. What does the product do?"
    ),
    "power": "*x*⁶ is very flat at 0 too. Which of the two is smaller, close to 0?",
}
FLAT_CHOICES = {
    "look": ["0", "*x*²", "1 − *x*²", "it has none"],
    "high": ["yes, it has a term with *x*⁶", "no, it is 0 again", "yes, from *n* = 4 on"],
    "race": ["it goes to 0", "it is unbounded", "it goes to a number that is not 0"],
    "power": ["*x*⁶", "e^(−1/*x*²)", "they are equally small"],
}
FLAT_BECAUSE = {
    "look": "The Taylor polynomial is the one polynomial of order 2 with an error *o*(*x*²), and *f* is *o*(*x*²) itself: near 0 it is far below *x*².",
    "high": "All its derivatives at 0 are 0. Why, is problem 6.",
    "race": "On the logarithmic axes the first factor is nearly a straight line, a power of 1/*x*; the second one bends down more and more. No power holds it up.",
    "power": "On the logarithmic axes *x*⁶ is a straight line, and the other one bends down without end. Why it does is part of problem 6.",
}
FLAT_ANSWERS = {
    "look": (
        "Change *n*: the [derivative](derivative), drawn to fit the height, swings more and more often, and always dies out at 0. "
        "The Taylor polynomial is the same straight line each time."
    ),
    "high": (
        "Raise *n* as far as you like: the picture of *T*ₙ stays. "
        "What that says about the whole series is problem 6."
    ),
    "race": (
        "Take *n* = 6 and move *x*: at 0.34 the product is about −140~000, and at 0.1 it is 2 × 10⁻²⁴. "
        "A higher order only moves the fall closer to 0."
    ),
    "power": (
        "At *x* = 0.9 they are of one size. At *x* = 0.2 the quotient is already below 10⁻⁶. For every *n* there is such a race, "
        "and e^(−1/*x*²) wins each of them."
    ),
}

# How many derivatives?

POWER_TITLE = "How many derivatives?"
POWER_P = "the exponent *p*"
POWER_PRESETS = {
    "one": "*x*|*x*|",
    "half": "*x*√|*x*|",
    "cube": "*x*|*x*|²",
    "between": "*x*|*x*|√|*x*|",
    "nearly": "*p* = 1.9",
}
POWER_SENTENCE = "*f*(*x*) = *x*|*x*|*ᵖ* with *p* = {p:.2f}."
POWER_ASKED = "How often is it differentiable at 0?"
POWER_LINE = "That is the straight line *x*: differentiable as often as you like."
POWER_SMOOTH = "That is *x*³: differentiable as often as you like."
POWER_ONE_STEEP = (
    "[*f*′(0) = 0](derivative), but *f*′ stands upright at 0: its quotient over *h* = 0.01 is {steep:.3g}, "
    "and grows beyond every bound as *h* → 0. [*f*″(0) does not exist](error): differentiable once, not twice."
)
POWER_CORNER = (
    "[*f*′(0) = 0](derivative), but *f*′ = 2|*x*| has a corner at 0, slopes −2 and 2. "
    "[*f*″(0) does not exist](error): differentiable once, not twice."
)
POWER_TWO_STEEP = (
    "*f*′(0) = 0 and [*f*″(0) = 0](second), but *f*″ stands upright at 0: its quotient over *h* = 0.01 is {steeper:.3g}, "
    "and grows beyond every bound as *h* → 0. [*f*‴(0) does not exist](error): differentiable twice, not three times."
)
POWER_QUESTIONS = {
    "one": "The graph of *x*|*x*| looks smooth: two half parabolas that meet with slope 0. How often is it differentiable at 0?",
    "half": "*x*√|*x*| bends sharply at 0. How often is it differentiable there?",
    "cube": "*x*|*x*|² also has an absolute value in it. How often is it differentiable at 0?",
    "between": "Between *x*|*x*| and *x*|*x*|² lies *x*|*x*|√|*x*|, with *p* = 1.5. How often is it differentiable at 0?",
    "nearly": "With *p* = 1.9 nobody can tell the graph from that of *x*³. How often is this one differentiable at 0?",
}
POWER_CHOICES = ["not at all", "once", "twice", "as often as you like"]
POWER_BECAUSE = {
    "one": "*f*′(*x*) = 2|*x*|, also at 0, where the quotient is *h*|*h*|/*h* = |*h*|. And 2|*x*| has a corner at 0.",
    "half": "*f*′(*x*) = 1.5√|*x*| has the value 0 at 0. Its quotients there are ±1.5/√|*h*|, and they have no finite limit.",
    "cube": "|*x*|² is *x*², so this is *x*³. An absolute value in the formula need not do harm.",
    "between": "*f*′ = 2.5|*x*|√|*x*| has the derivative 0 at 0. *f*″ is ±3.75√|*x*|, with value 0 at 0 and an upright tangent.",
    "nearly": "*f*″ is ±5.51 · |*x*|^0.9. Its quotients at 0 are 5.51/|*h*|^0.1: they grow beyond every bound, if slowly.",
}
POWER_ANSWERS = {
    "one": "Move *p* slowly through 1: below, the break in *f*′ is sharper, above it is gone, and appears one derivative later. Each differentiation costs one power of |*x*|.",
    "half": "Move *p* down to 0: *f* becomes the line *x* and the break vanishes only at the end. At *p* = 0.05 it looks straight and is differentiable once.",
    "cube": "Move *p* a little below 2: the third derivative is lost at once, and no picture of *f* shows it. What decides is the formula at 0.",
    "between": "Compare *p* = 0.5: the same break, one derivative earlier. Every differentiation lowers the exponent by one.",
    "nearly": "How often a function is differentiable cannot be seen: the limit decides. Over *h* = 0.01 the quotient is about 9, over *h* = 10⁻¹⁰ it is 55.",
}

# Leibniz triangle

TRIANGLE_TITLE = "The triangle of the product rule"
TRIANGLE_N = "how often to differentiate: *n*"
TRIANGLE_K = "the term *k*"
TRIANGLE_PRESETS = {
    "third": "(*fg*)‴",
    "sixth": "(*fg*)⁽⁶⁾",
    "line": "*f* = *x*",
    "inverse": "eˣ · e⁻ˣ",
}
PRIMES = {0: "", 1: "′", 2: "″", 3: "‴"}


def derivative(name: str, times: int) -> str:
    """Return the sign of a derivative: ``*f*″``, ``*f*⁽⁴⁾``."""
    raised = str(times).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"*{name}*{PRIMES.get(times, f'⁽{raised}⁾')}"


TRIANGLE_FORMULA = "{left} = {terms}."
TRIANGLE_ASKED = "*n* = {row:.0f}: each term of the row above is differentiated once more. What becomes of the row?"
TRIANGLE_TERM = (
    "The coefficient of [term *k* = {term:.0f}](function) is [{coefficient:.0f}](function)"
)
TRIANGLE_SUM = "= [{from_g:.0f} + {from_f:.0f}](approximation), from the two terms above it."
TRIANGLE_END = "= 1: it comes from one term above it only."
TRIANGLE_LINE = "For *f* = *x*, *f*′ = 1 and all further derivatives of *f* are 0; what is left:"
TRIANGLE_LINE_LEFT = {
    1: "*xg*′ + *g*.",
    **{n: f"*x*{derivative('g', n)} + {n}{derivative('g', n - 1)}." for n in range(2, 7)},
}
TRIANGLE_INVERSE = "For *f* = eˣ and *g* = e⁻ˣ every derivative of *f* is *f*, and *g*⁽ᵏ⁾ = (−1)*ᵏg*, so with *fg* = 1 the sum is"
TRIANGLE_QUESTIONS = {
    "third": (
        "(*fg*)″ = *f*″*g* + 2*f*′*g*′ + *fg*″. Apply the product rule to each of the three terms once more "
        "and collect. What are the coefficients of (*fg*)‴?"
    ),
    "sixth": (
        "The row for (*fg*)⁽⁵⁾ is 1, 5, 10, 10, 5, 1. In (*fg*)⁽⁶⁾, what is the coefficient of *f*‴*g*‴?"
    ),
    "line": "Let *f*(*x*) = *x*, and *g* any function. How many of the five terms of (*fg*)⁽⁴⁾ are left?",
    "inverse": (
        "Let *f* = eˣ and *g* = e⁻ˣ. Then *fg* = 1. What is the sum of the five terms of (*fg*)⁽⁴⁾, signs included?"
    ),
}
TRIANGLE_CHOICES = {
    "third": ["1, 1", "1, 2, 2, 1", "1, 3, 3, 1", "1, 4, 4, 1"],
    "sixth": ["10", "15", "20", "100"],
    "line": ["one", "two", "five"],
    "inverse": ["0", "16", "1"],
}
TRIANGLE_BECAUSE = {
    "third": "*f*″*g*′ arises from two terms: once from *f*″*g*, and 2 times from 2*f*′*g*′. That makes 3. At both ends nothing is added.",
    "sixth": "It arises from 10*f*‴*g*″, where *g* is differentiated once more, and from 10*f*″*g*‴, where *f* is: 10 + 10.",
    "line": "The second derivative of *x* is 0 and so are all later ones. Only the terms with *f* and with *f*′ are left.",
    "inverse": "The derivative of the constant 1 is 0. So 1 − 4 + 6 − 4 + 1 = 0: the rule proves a fact about the triangle.",
}
TRIANGLE_ANSWERS = {
    "third": (
        "Move *k* along the row: each coefficient is the sum of the two above it. Each term hands its coefficient on twice, "
        "to the left where *f* is differentiated, to the right where *g* is."
    ),
    "sixth": (
        "Raise *n* from 1 on: the sum of the row doubles each time, 2, 4, 8, …, because each term becomes two. "
        "That is also what *f* = *g* = eˣ says: (e²ˣ)⁽ⁿ⁾ = 2ⁿe²ˣ."
    ),
    "line": "Raise *n*: always two terms are left, and the coefficient of the second one is *n*. With *f* = *x*² there would be three.",
    "inverse": "Try other *n*: in every row the numbers with alternating signs add up to 0.",
}
