"""Right and wrong answers to problem 4, with the points, verdict and hints that each must get."""

from answer_cells import Python, empty, right, undefined, undetermined, unreadable, wrong

CELLS = {}

#: What no question can read, whatever its function.
UNREADABLE = [
    empty(""),
    empty("  "),
    empty(Python("None")),
    empty(Python("...")),
    unreadable("__import__('os').system('true')", "code"),
    unreadable("(lambda: x)()", "code"),
    unreadable("-x e^(-x^2/2", "not closed"),
    unreadable("2x cos(x)) e^x", "not opened"),
    unreadable("f'(g(x)) g'(x)", "the rule instead of its result"),
    unreadable("D(f)", "an operation"),
    unreadable("I don't know", "words"),
    unreadable("2*y", "another variable"),
    unreadable("x**", "stops too early"),
    unreadable("x $ x", "a sign without meaning"),
    unreadable(["-x", "e^x"], "a list"),
    unreadable(True, "a truth value"),
    unreadable(Python("lambda x: -x"), "a Python function"),
    unreadable(Python("{x: 1}"), "a dict"),
    unreadable(Python("sp.Derivative(sp.sin(x), x)"), "not carried out"),
    unreadable(Python("float('inf')"), "no number"),
    unreadable(Python("b'x'"), "bytes"),
    unreadable("x*" * 50000 + "x", "10^5 characters"),
    unreadable("(" * 50000, "10^5 brackets"),
    undetermined("9^9^9^9", 0, "a tower of powers"),
]

# --- (a) e^(-x^2/2)
CELLS["p4-a"] = [
    right("-x e^(-x^2/2)"),
    right("-x exp(-x^2/2)"),
    right("-x*exp(-0.5*x**2)"),
    right("-x/exp(x^2/2)"),
    right("e^(-x^2/2)*(-2x/2)", "the chain rule as it stands"),
    right("-x/sqrt(e^(x^2))"),
    right("-x (e^(x^2))^(-1/2)"),
    right("-x sqrt(e)^(-x^2)"),
    right("-x exp(-x^2/4)^2"),
    right("−x·e^(−x²/2)"),
    right("e^(log(2) - x^2/2) (-x)/2"),
    right("f'(x) = -x e^(-x^2/2)"),
    right(Python("-x*sp.exp(-x**2/2)")),
    right(Python("sp.diff(sp.exp(-x**2/2), x)")),
    right(Python("-sp.Symbol('x', positive=True)*sp.exp(-sp.Symbol('x', positive=True)**2/2)")),
    # Signs.
    wrong(
        "x e^(-x^2/2)",
        "2.4",
        "chain: minus of the inner function lost",
        "coefficient dropped",
        slip="minus lost",
    ),
    wrong("-x e^(x^2/2)", "2.4", "lone sign", slip="minus of the exponent lost"),
    # The chain rule.
    wrong(
        "e^(-x^2/2)",
        "1.6",
        "not differentiated",
        "chain: inner derivative lost",
        slip="e^u is its own derivative",
    ),
    wrong(
        "-x",
        "1.6",
        "chain: only the inner derivative",
        "logarithmic derivative",
        slip="outer derivative lost",
    ),
    wrong("-x e^(-x)", "1.6", "chain: both derivatives, one inside the other", slip="e^(u') u'"),
    wrong(
        "e^(-x)",
        "1.6",
        "chain: outer derivative at the inner derivative",
        "chain: only the inside differentiated",
        "exponential: exponent differentiated in its place",
        slip="e^(u')",
    ),
    wrong("-x e^x", "1.6", "chain: outer derivative at x", slip="e^x u'"),
    wrong("e^(-x^2/2) - x", "1.6", "chain: sum instead of product", slip="plus for times"),
    wrong(
        "-e^(-x^2/2)/x", "1.6", "chain: divided by the inner derivative", slip="divided for times"
    ),
    wrong("-(x^2/2) e^(-x^2/2)", "1.6", "chain: times the inner function", slip="u for u'"),
    # The exponential as a power.
    wrong("-(x^2/2) e^(-x^2/2 - 1)", "1.6", "exponential treated as a power", slip="u e^(u-1)"),
    wrong("(x^3/2) e^(-x^2/2 - 1)", "1.6", "exponential treated as a power", slip="u e^(u-1) u'"),
    wrong("-x e^(-x^2/2 - 1)", "1.6", "exponential: exponent lowered", slip="e^(u-1) u'"),
    # The exponent.
    wrong("-2x e^(-x^2/2)", "1.6", "coefficient dropped", slip="1/2 dropped"),
    wrong(
        "-(x/2) e^(-x^2/2)",
        "1.6",
        "power: factor lost",
        "power: factor smaller by one",
        slip="(x^2)' = x",
    ),
    wrong("-x^2 e^(-x^2/2)", "1.6", "power: exponent kept", slip="(x^2)' = 2x^2"),
    # The task.
    wrong("(x^2 - 1) e^(-x^2/2)", "1.6", "differentiated twice", slip="once too often"),
    wrong("-1/(x e^(-x^2/2))", "1.6", "one over the whole derivative", slip="upside down"),
    wrong("0", 0, "the derivative at one point", "coefficient differentiated", slip="f'(0)"),
    # Nothing explains it.
    unreadable("-x e^-x^2/2", "brackets forgotten: two readings"),
    unreadable("-x^2/2 e^(-x^2/2)", "brackets forgotten: two readings"),
    wrong("-x e^(-x^2)", 0, slip="another exponent"),
    wrong("-x e^(-x^2/2) + 1/10^10", 0, slip="1e-10 off"),
    wrong("-1.0000000001x e^(-x^2/2)", 0, slip="1e-10 off"),
    wrong("-x 2.718281828^(-x^2/2)", 0, slip="e rounded"),
    wrong("cases(x < 10^(-6), -x e^(-x^2/2), -x)", 0, slip="right for x <= 0 only"),
    # Domain slips.
    undefined("-x^2 e^(-x^2/2)/x", 2, "domain slip", slip="hole at 0"),
    undefined("-x e^(-x^2/2) (x - 1)(x + 2)/((x - 1)(x + 2))", 2, "domain slip", slip="two holes"),
    undefined("-sqrt(x)^2 e^(-x^2/2)", 2, "domain slip", slip="x >= 0 only"),
    undefined("-e^(log(x) - x^2/2)", 2, "domain slip", slip="x > 0 only"),
    wrong("cases(x = 1, 0, -x e^(-x^2/2))", 2, "domain slip", slip="wrong at one point"),
    *UNREADABLE,
]

# --- (b) x^2 e^(sin x)
CELLS["p4-b"] = [
    right("2x e^(sin(x)) + x^2 cos(x) e^(sin(x))"),
    right("e^(sin(x)) (2x + x^2 cos(x))"),
    right("x e^sin(x) (2 + x cos x)"),
    right("2x exp(sin x) + x^2 exp(sin x) cos x"),
    right("2*x*exp(sin(x)) + x**2*exp(sin(x))*cos(x)"),
    right("x^2 e^(sin(x)) cos(x) + e^(sin(x)) 2x"),
    right("(2x + x² cos(x))·e^(sin(x))"),
    right("(2x + x^2 cos(x))/e^(-sin(x))"),
    right("2x e^(sin(x)) + x^2 sin(x + pi/2) e^(sin(x))"),
    right("2x e^(sin(x)) + x^2 cos(-x) e^(-sin(-x))"),
    right("x (x cos(x) + 2) sqrt(e^(2 sin(x)))"),
    right(Python("sp.diff(x**2*sp.exp(sp.sin(x)), x)")),
    right(Python("(2*x + x**2*sp.cos(x))*sp.exp(sp.sin(x))")),
    # The product rule.
    wrong("2x cos(x) e^(sin(x))", "1.6", "product of derivatives", slip="f'g'"),
    wrong("2x e^(sin(x))", "1.6", "product: only the first factor", slip="f'g"),
    wrong("x^2 cos(x) e^(sin(x))", "1.6", "product: only the last factor", slip="fg'"),
    wrong("2x + cos(x) e^(sin(x))", "1.6", "product: sum of derivatives", slip="f' + g'"),
    wrong(
        "2x^3 + cos(x) e^(2 sin(x))",
        "1.6",
        "product: each factor with its own derivative",
        slip="ff' + gg'",
    ),
    wrong(
        "2x e^(sin(x)) - x^2 cos(x) e^(sin(x))",
        "2.4",
        "product with a minus",
        "sine: sign",
        slip="f'g - fg'",
    ),
    wrong(
        "x^2 cos(x) e^(sin(x)) - 2x e^(sin(x))",
        "2.4",
        "product with a minus, turned round",
        slip="fg' - f'g",
    ),
    wrong(
        "(2x e^(sin(x)) - x^2 cos(x) e^(sin(x)))/e^(2 sin(x))",
        "1.6",
        "product over a square",
        slip="quotient rule",
    ),
    # The chain rule.
    wrong(
        "2x e^(sin(x)) + x^2 e^(sin(x))", "1.6", "chain: inner derivative lost", slip="cos x lost"
    ),
    wrong(
        "2x e^(sin(x)) + x^2 e^(cos(x))",
        "1.6",
        "chain: only the inside differentiated",
        "exponential: exponent differentiated in its place",
        "chain: outer derivative at the inner derivative",
        slip="e^(u')",
    ),
    wrong(
        "2x e^(sin(x)) + x^2 cos(x) e^(cos(x))",
        "1.6",
        "chain: both derivatives, one inside the other",
        slip="e^(u') u'",
    ),
    wrong("2x e^(sin(x)) + x^2 cos(x)", "1.6", "chain: only the inner derivative", slip="e^u lost"),
    wrong("2x e^(sin(x)) + x^2 cos(x) e^x", "1.6", "chain: outer derivative at x", slip="e^x u'"),
    wrong(
        "2x e^(sin(x)) + x^2 sin(x) e^(sin(x) - 1)",
        "1.6",
        "exponential treated as a power",
        slip="u e^(u-1)",
    ),
    wrong(
        "2x e^(sin(x)) + x^2 cos(x) e^(sin(x) - 1)",
        "1.6",
        "exponential: exponent lowered",
        slip="e^(u-1) u'",
    ),
    wrong(
        "2x e^(sin(x)) + x^2 sin(x) e^(sin(x))",
        "1.6",
        "chain: times the inner function",
        slip="u for u'",
    ),
    wrong(
        "2x e^(sin(x)) + x^2 (e^(sin(x)) + cos(x))",
        "1.6",
        "chain: sum instead of product",
        slip="plus for times",
    ),
    # The parts.
    wrong(
        "2x e^(sin(x)) - x^2 e^(sin(x)) cos(x)",
        "2.4",
        "product with a minus",
        "sine: sign",
        slip="(sin)' = -cos",
    ),
    wrong(
        "x e^(sin(x)) + x^2 cos(x) e^(sin(x))",
        "1.6",
        "power: factor lost",
        "power: factor smaller by one",
        slip="(x^2)' = x",
    ),
    wrong(
        "2x^2 e^(sin(x)) + x^2 cos(x) e^(sin(x))",
        "1.6",
        "power: exponent kept",
        slip="(x^2)' = 2x^2",
    ),
    # The task.
    wrong("x^2 e^(sin(x))", 0, "not differentiated", slip="nothing done"),
    wrong(
        "(2 + 4x cos(x) + x^2 cos(x)^2 - x^2 sin(x)) e^(sin(x))",
        "1.6",
        "differentiated twice",
        slip="once too often",
    ),
    wrong("2/x + cos(x)", "1.6", "logarithmic derivative", slip="of the logarithm"),
    wrong("0", 0, "the derivative at one point", slip="f'(0)"),
    # Nothing explains it.
    wrong("2x e^sin(x) + x^2 cos(x) e^(-sin(x))", 0, slip="a sign in one exponent"),
    wrong("(2x + x^2 cos(x)) e^(-sin(x))", "2.4", "lone sign", slip="a sign in the exponent"),
    wrong("(2x + x cos(x)) e^(sin(x))", 0, slip="x^2 became x"),
    wrong("2x e^(sin(x)) + x^2 cos(x) e^(sin(x)) + 1/10^10", 0, slip="1e-10 off"),
    wrong("(2x + 1.0000000001 x^2 cos(x)) e^(sin(x))", 0, slip="1e-10 off"),
    wrong(
        "(2x + x^2 cos(x)) (1 + sin(x) + sin(x)^2/2 + sin(x)^3/6)",
        0,
        slip="the exponential by its series",
    ),
    # Domain slips.
    undefined("x^2 e^(sin(x)) (2/x + cos(x))", 2, "domain slip", slip="hole at 0"),
    undefined("(2x + x^2 cos(x)) e^(sin(x)) (x - 1)/(x - 1)", 2, "domain slip", slip="hole at 1"),
    undefined("e^(log(x)) (2 + x cos(x)) e^(sin(x))", 2, "domain slip", slip="x > 0 only"),
    *UNREADABLE,
]

# --- (c) sin(cos(x^2))
CELLS["p4-c"] = [
    right("-2x sin(x^2) cos(cos(x^2))"),
    right("cos(cos(x^2)) * (-sin(x^2)) * 2x", "the chain rule as it stands"),
    right("-cos(cos(x^2)) sin(x^2) 2x"),
    right("-2*x*sin(x**2)*cos(cos(x**2))"),
    right("2x sin(-x^2) cos(cos(x^2))"),
    right("-2x sin(x²) cos(cos(x²))"),
    right("-x sin(x^2) cos(cos(x^2)) - x sin(x^2) cos(cos(x^2))"),
    right("-2x sin(x^2) sin(cos(x^2) + pi/2)"),
    right("-2x cos(x^2 - pi/2) cos(cos(x^2))"),
    right("-2x sin(|x|^2) cos(cos(-x^2))"),
    right("-4x sin(x^2/2) cos(x^2/2) cos(cos(x^2))"),
    right(Python("sp.diff(sp.sin(sp.cos(x**2)), x)")),
    right(Python("-2*x*sp.sin(x**2)*sp.cos(sp.cos(x**2))")),
    # Signs.
    wrong("2x sin(x^2) cos(cos(x^2))", "2.4", "cosine: sign", "sine: sign", slip="(cos)' = sin"),
    # The chain rule.
    wrong("cos(cos(x^2))", "1.6", "chain: inner derivative lost", slip="stops at once"),
    wrong(
        "-sin(x^2) cos(cos(x^2))",
        "1.6",
        "chain: inner derivative lost",
        "chain: stops after one level",
        slip="2x lost",
    ),
    wrong(
        "cos(-2x sin(x^2))", "1.6", "chain: outer derivative at the inner derivative", slip="f'(g')"
    ),
    wrong(
        "cos(-sin(2x))", "1.6", "chain: outer derivative at the inner derivative", slip="f'(g'(h'))"
    ),
    wrong(
        "-2x sin(x^2) cos(2x sin(x^2))",
        "1.6",
        "chain: both derivatives, one inside the other",
        slip="f'(g') g'",
    ),
    wrong("sin(-2x sin(x^2))", "1.6", "chain: only the inside differentiated", slip="f(g')"),
    wrong("-2x sin(x^2) cos(x)", "1.6", "chain: outer derivative at x", slip="f'(x) g'"),
    wrong(
        "-2x sin(x) cos(cos(x^2))",
        "1.6",
        "chain: outer derivative at x",
        slip="sin(x) for sin(x^2)",
    ),
    wrong("cos(cos(x^2)) - 2x sin(x^2)", "1.6", "chain: sum instead of product", slip="f'(g) + g'"),
    wrong(
        "cos(cos(x^2)) (2x - sin(x^2))",
        "1.6",
        "chain: sum instead of product",
        slip="the same inside",
    ),
    wrong(
        "-2x sin(x^2) sin(cos(x^2))",
        "1.6",
        "chain: outer function not differentiated",
        slip="f(g) g'",
    ),
    wrong(
        "2x cos(x^2) cos(cos(x^2))",
        "1.6",
        "chain: outer function not differentiated",
        slip="cos kept",
    ),
    wrong("cos(x^2) cos(cos(x^2))", "1.6", "chain: times the inner function", slip="f'(g) g"),
    wrong("-2x sin(x^2)", "1.6", "chain: only the inner derivative", slip="g'"),
    wrong("2x cos(cos(x^2))", "1.6", "chain: only the inner derivative", slip="f'(g) h'"),
    wrong(
        "-cos(cos(x^2))/(2x sin(x^2))",
        "1.6",
        "chain: divided by the inner derivative",
        slip="f'(g)/g'",
    ),
    # The power.
    wrong(
        "-x sin(x^2) cos(cos(x^2))",
        "1.6",
        "power: factor lost",
        "power: factor smaller by one",
        slip="(x^2)' = x",
    ),
    wrong("-2x^2 sin(x^2) cos(cos(x^2))", "1.6", "power: exponent kept", slip="(x^2)' = 2x^2"),
    wrong(
        "-2 sin(x) cos(x) cos(cos(x)^2)",
        "1.6",
        "misread: function of a power",
        slip="cos^2 x for cos x^2",
    ),
    # The task.
    wrong("sin(cos(x^2))", 0, "not differentiated", slip="nothing done"),
    wrong("0", 0, "the derivative at one point", slip="f'(0)"),
    # Nothing explains it.
    wrong("-3x sin(x^2) cos(cos(x^2))", 0, slip="a wrong factor"),
    wrong("-2x sin(x^2) cos(cos(x))", 0, slip="a square lost"),
    wrong("-2x sin(x)^2 cos(cos(x^2))", 0, slip="sin^2 x for sin x^2"),
    wrong("-2x sin(x^2) cos(cos(x^2)) + 1/10^10", 0, slip="1e-10 off"),
    wrong("-2x sin(x^2) cos(1.0000000001 cos(x^2))", 0, slip="1e-10 off"),
    wrong("-2x (x^2 - x^6/6 + x^10/120) cos(cos(x^2))", 0, slip="the sine by its series"),
    # Domain slips.
    undefined("-2x^3 sin(x^2) cos(cos(x^2))/x^2", 2, "domain slip", slip="hole at 0"),
    undefined("-2 sqrt(x)^2 sin(x^2) cos(cos(x^2))", 2, "domain slip", slip="x >= 0 only"),
    wrong(
        "cases(x = 2, 0, -2x sin(x^2) cos(cos(x^2)))", 2, "domain slip", slip="wrong at one point"
    ),
    *UNREADABLE,
]

# --- (d) (x^2 + 1)/(x^2 - 1)
CELLS["p4-d"] = [
    right("-4x/(x^2 - 1)^2"),
    right("(2x (x^2 - 1) - (x^2 + 1) 2x)/(x^2 - 1)^2", "the quotient rule as it stands"),
    right("-4x/(x^4 - 2x^2 + 1)"),
    right("1/(x + 1)^2 - 1/(x - 1)^2"),
    right("-4x/((x - 1)^2 (x + 1)^2)"),
    right("2x/(x^2 - 1) - 2x (x^2 + 1)/(x^2 - 1)^2"),
    right("-4x (x^2 - 1)^(-2)"),
    right("-4x/(1 - x^2)^2"),
    right("-2/(x^2 - 1)^2 * 2x"),
    right("−4·x/(x² − 1)²"),
    right("-(2x/(x^2 - 1)) (2/(x^2 - 1))"),
    right("cases(x = 1, 7, -4x/(x^2 - 1)^2)", "1 is not in the domain"),
    right(Python("-4*x/(x**2 - 1)**2")),
    right(Python("sp.diff((x**2 + 1)/(x**2 - 1), x)")),
    right(Python("sp.apart(-4*x/(x**2 - 1)**2)")),
    # The quotient rule.
    wrong("4x/(x^2 - 1)^2", "2.4", "quotient: terms swapped", slip="fg' - f'g"),
    wrong("4x^3/(x^2 - 1)^2", "1.6", "quotient with a plus", slip="f'g + fg'"),
    wrong("-4x/(x^2 - 1)", "1.6", "quotient: denominator not squared", slip="g for g^2"),
    wrong(
        "-4x/(x^2 + 1)^2",
        "2.4",
        "quotient: numerator squared below",
        slip="f^2 for g^2; also one sign",
    ),
    wrong("-4x", "1.6", "quotient without a denominator", slip="denominator forgotten"),
    wrong("4x^3", "1.6", "quotient as a product", slip="f'g + fg'"),
    wrong("2x/(x^2 - 1)", "1.6", "quotient: only the numerator", slip="f'/g"),
    wrong("(x^2 + 1)/(2x)", "1.6", "quotient: only the denominator", slip="f/g'"),
    wrong("2x/(2x)", "1.6", "quotient of derivatives", slip="f'/g'"),
    wrong("1", 0, "quotient of derivatives", slip="f'/g', a mere number"),
    wrong("4x^2/(x^2 - 1)^2", "1.6", "quotient: product of derivatives above", slip="f'g'/g^2"),
    wrong(
        "(2x - 2x)/(x^2 - 1)^2",
        "1.6",
        "quotient: difference of derivatives above",
        "the derivative at one point",
        slip="(f' - g')/g^2",
    ),
    # The parts.
    wrong(
        "-2x/(x^2 - 1)^2",
        "1.6",
        "power: factor lost",
        "power: factor smaller by one",
        slip="(x^2)' = x",
    ),
    wrong("-4x^2/(x^2 - 1)^2", "1.6", "power: exponent kept", slip="(x^2)' = 2x^2"),
    # The task.
    wrong("(x^2 + 1)/(x^2 - 1)", 0, "not differentiated", slip="nothing done"),
    wrong("(12x^2 + 4)/(x^2 - 1)^3", "1.6", "differentiated twice", slip="once too often"),
    wrong("-4x/(x^4 - 1)", "1.6", "logarithmic derivative", slip="of the logarithm"),
    wrong("-(x^2 - 1)^2/(4x)", "1.6", "one over the whole derivative", slip="upside down"),
    wrong(
        "0",
        0,
        "the derivative at one point",
        "quotient: difference of derivatives above",
        slip="f'(0)",
    ),
    # Nothing explains it.
    wrong("2x (x^2 - 1) - 2x (x^2 + 1)/(x^2 - 1)^2", 0, slip="brackets forgotten"),
    wrong("-4x/(x^2 - 1)^3", 0, slip="a cube"),
    wrong("-4/(x^2 - 1)^2", 0, slip="x lost"),
    wrong("-4x/(x^2 - 1)^2 + 1/10^10", 0, slip="1e-10 off"),
    wrong("-4.0000000001x/(x^2 - 1)^2", 0, slip="1e-10 off"),
    wrong("cases(x = 0, 1, -4x/(x^2 - 1)^2)", 2, "domain slip", slip="wrong at one point"),
    # Domain slips.
    undefined("-4/(x^3 (1 - 1/x^2)^2)", 2, "domain slip", slip="hole at 0"),
    undefined("-4x (x - 2)/((x^2 - 1)^2 (x - 2))", 2, "domain slip", slip="hole at 2"),
    undefined("-4 sqrt(x)^2/(x^2 - 1)^2", 2, "domain slip", slip="x >= 0 only"),
    *UNREADABLE,
]
