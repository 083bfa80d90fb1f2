"""Every word that practice shows, in one place, so that it can be translated.

``{name}`` is filled in with words; ``$…$`` in :data:`RULES` is LaTeX, written out beside it for plain text.
"""

from __future__ import annotations

#: From a topic's key to what it is called.
TOPICS: dict[str, str] = {
    "powers": "powers",
    "elementary": "elementary functions",
    "product": "product rule",
    "quotient": "quotient rule",
    "chain": "chain rule",
    "mixed": "mixed rules",
    "taylor": "Taylor coefficients",
}

#: Other names of a topic that a learner may type, in lower case and without "rule" at the end.
ALIASES: dict[str, str] = {
    "power": "powers", "polynomials": "powers", "polynomial": "powers",
    "elementary functions": "elementary", "sum": "elementary", "sums": "elementary",
    "linearity": "elementary", "constant factor": "elementary",
    "products": "product", "quotients": "quotient", "composition": "chain", "chains": "chain",
    "mixed rules": "mixed", "all": "mixed", "rules": "mixed",
    "taylor coefficients": "taylor", "taylor series": "taylor", "series": "taylor",
}  # fmt: skip

PRACTICE: dict[str, str] = {
    "unknown topic": "there is no topic {topic!r}; the topics are: {topics}",
    "bad level": "level must be a whole number from 1 to {highest}, not {level!r}",
    "bad seed": "seed must be a whole number, not {seed!r}",
    "head": "Exercise {number}",
    "about": "{topic}, level {level} of {highest}",
    "differentiate": "Differentiate",
    "for": "for",
    "expand": "Give the first {count} Taylor coefficients at 0, the constant one first, of",
    "typed": "To be typed as",
    "how": "Answer with {check}. If you are stuck: {hint}, {solution}. For another one: {next}.",
    "check": '.check("…")',
    "check list": '.check(["…", "…"])',
    "same again": "To get the same exercises again: {call}",
    "right": "Solved so far: {solved}. The next exercise: .next()",
    "right harder": "Solved so far: {solved}. The next exercise will be harder: .next()",
    "right shown": "This one does not count, because its solution has been shown. The next exercise: .next()",
    "right again": "You have solved this exercise before. The next exercise: .next()",
    "hint": "Hint {number} of {count}",
    "hint first": "Which operation is carried out last? Begin with its rule",
    "hint first series": "Begin with a series that you know",
    "hint later": "Later you need",
    "last hint": "This is the last hint. The whole way: .solution()",
    "solution": "Solution, step by step",
    "with": "with",
    "here": "Here",
    "result": "Result",
}  # fmt: skip

#: From a rule's key to (name, the rule in LaTeX, the rule in plain text).
RULES: dict[str, tuple[str, str, str]] = {
    "sum": ("sum rule", "(u + v)' = u' + v',\\ x' = 1,\\ c' = 0", "(u + v)' = u' + v', x' = 1, c' = 0"),
    "constant factor": ("constant factor rule", "(c \\, u)' = c \\, u'", "(c u)' = c u'"),
    "product": ("product rule", "(u \\, v)' = u' v + u \\, v'", "(u v)' = u' v + u v'"),
    "product of three": (
        "product rule for three factors",
        "(u \\, v \\, w)' = u' v \\, w + u \\, v' w + u \\, v \\, w'",
        "(u v w)' = u' v w + u v' w + u v w'",
    ),
    "quotient": (
        "quotient rule",
        "\\left(\\frac{u}{v}\\right)' = \\frac{u' v - u \\, v'}{v^2}",
        "(u/v)' = (u' v - u v')/v^2",
    ),
    "reciprocal": (
        "quotient rule for a reciprocal",
        "\\left(\\frac{c}{v}\\right)' = -\\frac{c \\, v'}{v^2}",
        "(c/v)' = -c v'/v^2",
    ),
    "chain": (
        "chain rule",
        "(f(u))' = f'(u) \\, u'",
        "(f(u))' = f'(u) u'",
    ),
    "power": ("power rule", "(x^n)' = n \\, x^{n-1}", "(x^n)' = n x^(n-1)"),
    "power below": (
        "power rule, with the power below written as a negative exponent",
        "\\left(\\frac{1}{x^n}\\right)' = (x^{-n})' = -n \\, x^{-n-1}",
        "(1/x^n)' = (x^(-n))' = -n x^(-n-1)",
    ),
    "polynomial": (
        "power rule, term by term",
        "(c \\, x^n)' = c \\, n \\, x^{n-1}",
        "(c x^n)' = c n x^(n-1)",
    ),
    "exponential": ("derivative of the exponential function", "(e^x)' = e^x", "(e^x)' = e^x"),
    "sin": ("derivative of the sine", "\\sin'(x) = \\cos(x)", "sin'(x) = cos(x)"),
    "cos": ("derivative of the cosine", "\\cos'(x) = -\\sin(x)", "cos'(x) = -sin(x)"),
    "tan": ("derivative of the tangent", "\\tan'(x) = \\frac{1}{\\cos^2(x)}", "tan'(x) = 1/cos(x)^2"),
    "log": ("derivative of the logarithm", "\\log'(x) = \\frac{1}{x}", "log'(x) = 1/x"),
    "sqrt": (
        "derivative of the square root",
        "(\\sqrt{x})' = \\frac{1}{2\\sqrt{x}}",
        "sqrt'(x) = 1/(2 sqrt(x))",
    ),
    "sigmoid": (
        "derivative of the sigmoid",
        "\\sigma'(x) = \\sigma(x) \\, \\sigma(-x)",
        "sigmoid'(x) = sigmoid(x) sigmoid(-x)",
    ),
    "collect": ("factors collected and put in order", "", ""),
    # Taylor coefficients.
    "series exp": (
        "the exponential series",
        "e^u = 1 + u + \\frac{u^2}{2!} + \\frac{u^3}{3!} + \\dots",
        "e^u = 1 + u + u^2/2! + u^3/3! + ...",
    ),
    "series geometric": (
        "the geometric series",
        "\\frac{1}{1 - u} = 1 + u + u^2 + u^3 + \\dots",
        "1/(1 - u) = 1 + u + u^2 + u^3 + ...",
    ),
    "series sin": (
        "the series of the sine",
        "\\sin(u) = u - \\frac{u^3}{3!} + \\frac{u^5}{5!} - \\dots",
        "sin(u) = u - u^3/3! + u^5/5! - ...",
    ),
    "series cos": (
        "the series of the cosine",
        "\\cos(u) = 1 - \\frac{u^2}{2!} + \\frac{u^4}{4!} - \\dots",
        "cos(u) = 1 - u^2/2! + u^4/4! - ...",
    ),
    "series log": (
        "the logarithm's series",
        "\\log(1 + u) = u - \\frac{u^2}{2} + \\frac{u^3}{3} - \\dots",
        "log(1 + u) = u - u^2/2 + u^3/3 - ...",
    ),
    "put in": ("putting in the argument", "", ""),
    "multiply": (
        "multiplying the series by a polynomial",
        "x^m \\, c_k x^k = c_k x^{k+m}",
        "x^m c_k x^k = c_k x^(k+m)",
    ),
    "add series": ("adding series term by term", "", ""),
    "read off": ("reading off the coefficients, zeros included", "", ""),
}  # fmt: skip
