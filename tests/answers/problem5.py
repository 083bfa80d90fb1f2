"""Right and wrong answers to problem 5, with the points, verdict and hints that each must get."""

from answer_cells import Python, empty, right, unreadable, wrong

CELLS = {}

#: What no question about eight coefficients can read.
UNREADABLE = [
    empty([]),
    empty(""),
    empty(Python("None")),
    empty(["", "", "", "", "", "", "", ""]),
    unreadable([0, 1, 0, "-1/6", 0, "", 0, 0], "an entry is missing"),
    unreadable([0, 1, 0, "-1/6 x^", 0, 0, 0, 0], "an entry cannot be read"),
    unreadable([0, 1, 0, "__import__('os')", 0, 0, 0, 0], "code"),
    unreadable([0, 1, 0, "y", 0, 0, 0, 0], "another variable"),
    unreadable([0, 1, 0, [1, 6], 0, 0, 0, 0], "nested"),
    unreadable(Python("{0: 1, 1: 0}"), "a dict"),
    unreadable(Python("lambda k: 0"), "a Python function"),
    unreadable(Python("[float('nan')] * 8"), "no numbers"),
    unreadable("the usual ones", "words"),
    unreadable([1] * 100000, "long"),
    unreadable("1," * 50000, "10^5 characters"),
]

# --- (a) sine
CELLS["p5-a"] = [
    right([0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040"]),
    right([0, 1, 0, "-1/3!", 0, "1/5!", 0, "-1/7!"]),
    right(["0", "1", "0", "-1/6", "0", "1/120", "0", "-1/5040"]),
    right((0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040")),
    right("0, 1, 0, -1/6, 0, 1/120, 0, -1/5040"),
    right("[0, 1, 0, -1/6, 0, 1/120, 0, -1/5040]"),
    right([0, 1, 0, -1 / 6, 0, 1 / 120, 0, -1 / 5040], "floats that round from the fractions"),
    right(Python("[0, 1, 0, Fraction(-1, 6), 0, Fraction(1, 120), 0, Fraction(-1, 5040)]")),
    right(
        Python("[sp.Rational(c) for c in ('0', '1', '0', '-1/6', '0', '1/120', '0', '-1/5040')]")
    ),
    right(Python("[sp.series(sp.sin(x), x, 0, 9).removeO().coeff(x, k) for k in range(8)]")),
    right(
        [0, 1, 0, "-1/(2*3)", 0, "1/factorial(5)", 0, "-1/factorial(7)", 0, "1/9!"],
        "two more, right",
    ),
    right(
        ["sin(0)", "cos(0)", "-sin(0)/2", "-cos(0)/6", "0/24", "1/120", 0, "-(1/5040)"],
        "not simplified",
    ),
    # Factorials.
    wrong([0, 1, 0, -1, 0, 1, 0, -1], "1.2", "taylor: no factorial", slip="the derivatives"),
    wrong(
        [0, 1, 0, "-1/3", 0, "1/5", 0, "-1/7"],
        "1.2",
        "taylor: k for its factorial",
        slip="k for k!",
    ),
    wrong(
        [0, "1/2", 0, "-1/24", 0, "1/720", 0, "-1/40320"],
        "1.2",
        "taylor: factorial one too high",
        slip="(k+1)!",
    ),
    wrong(
        [0, 1, 0, "-1/2", 0, "1/24", 0, "-1/720"],
        "1.2",
        "taylor: factorial one too low",
        slip="(k-1)!",
    ),
    wrong(
        [0, 1, 0, "-1/36", 0, "1/14400", 0, "-1/25401600"],
        "1.2",
        "taylor: a second factorial",
        slip="k! twice",
    ),
    wrong(
        [0, 1, 0, -1, 0, "1/2", 0, "-1/6"],
        "1.2",
        "taylor: factorial of the place",
        slip="n! of the n-th term",
    ),
    # Signs.
    wrong(
        [0, 1, 0, "1/6", 0, "1/120", 0, "1/5040"],
        "1.2",
        "taylor: signs lost",
        "taylor: trigonometric and hyperbolic mixed up",
        slip="no signs",
    ),
    wrong(
        [0, -1, 0, "1/6", 0, "-1/120", 0, "1/5040"],
        "1.8",
        "taylor: minus variable",
        slip="all signs",
    ),
    wrong([0, 1, 0, "-1/6", 0, "-1/120", 0, "-1/5040"], "1.8", "lone sign", slip="one sign"),
    wrong(
        [0, -1, 0, "-1/6", 0, "-1/120", 0, "-1/5040"],
        "1.2",
        "taylor: all signs negative",
        "taylor: signs alternate by number",
        slip="all negative",
    ),
    # The list.
    wrong(
        [1, 0, "-1/2", 0, "1/24", 0, "-1/720", 0],
        "1.2",
        "taylor: parity swapped",
        "taylor: of the derivative",
        slip="the cosine",
    ),
    wrong([0, 0, 1, 0, "-1/6", 0, "1/120", 0], "1.2", "taylor: shifted by one", slip="shifted"),
    wrong(
        [1, 0, "-1/6", 0, "1/120", 0, "-1/5040", 0],
        "1.2",
        "taylor: shifted by one",
        slip="shifted the other way",
    ),
    wrong([1, "-1/6", "1/120", "-1/5040"], "1.2", "taylor: zeros left out", slip="no zeros"),
    wrong(
        ["-1/5040", 0, "1/120", 0, "-1/6", 0, 1, 0],
        "1.2",
        "taylor: highest power first",
        slip="backwards",
    ),
    wrong(
        [0, "x", 0, "-x^3/6", 0, "x^5/120", 0, "-x^7/5040"],
        "1.2",
        "taylor: terms instead of coefficients",
        slip="terms",
    ),
    wrong(
        [
            "sin(x)",
            "cos(x)",
            "-sin(x)/2",
            "-cos(x)/6",
            "sin(x)/24",
            "cos(x)/120",
            "-sin(x)/720",
            "-cos(x)/5040",
        ],
        "1.2",
        "taylor: functions instead of numbers",
        slip="not evaluated",
    ),
    wrong(
        [0, 1, 1, "5/6", "5/6", "101/120", "101/120", "4241/5040"],
        "1.2",
        "taylor: partial sums",
        slip="summed up",
    ),
    wrong(
        [0, 0, "1/2", 0, "-1/24", 0, "1/720", 0],
        "1.2",
        "taylor: of the antiderivative",
        slip="integrated",
    ),
    wrong(
        [
            "sin(1)",
            "cos(1)",
            "-sin(1)/2",
            "-cos(1)/6",
            "sin(1)/24",
            "cos(1)/120",
            "-sin(1)/720",
            "-cos(1)/5040",
        ],
        "1.2",
        "taylor: wrong centre",
        slip="around 1",
    ),
    # Nothing explains it, or only rounding.
    wrong([0, 1, 0, -0.1667, 0, 0.0083, 0, -0.0002], 0, "rounded", slip="rounded"),
    wrong([0, 1, 0, "-0.16666667", 0, "1/120", 0, "-1/5040"], 0, "rounded", slip="rounded"),
    wrong([0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040 + 1/10^10"], 0, "rounded", slip="1e-10 off"),
    wrong([0, 1, 0, "-1/6", 0, "1/119", 0, "-1/5040"], 0, "rounded", slip="1/119"),
    wrong([0, 1, 0, "-1/6", 0, "1/120", 0], 0, slip="seven entries"),
    wrong([0, 1, 0, "-1/6", 0, "1/120"], 0, slip="six entries"),
    wrong([0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040", 1], 0, slip="a ninth entry, wrong"),
    wrong([0, 0, 0, 0, 0, 0, 0, 0], 0, slip="zeros"),
    wrong([1, 0, 0, 0, 0, 0, 0, 0], 0, slip="one"),
    wrong(0, 0, slip="a number"),
    wrong("x - x^3/6 + x^5/120 - x^7/5040", 0, slip="the polynomial"),
    *UNREADABLE,
]

# --- (b) cosine
CELLS["p5-b"] = [
    right([1, 0, "-1/2", 0, "1/24", 0, "-1/720", 0]),
    right([1, 0, -0.5, 0, "1/24", 0, "-1/720", 0]),
    right([1, 0, "-1/2!", 0, "1/4!", 0, "-1/6!", 0]),
    right("1 0 -1/2 0 1/24 0 -1/720 0".split()),
    right("[1, 0, -1/2, 0, 1/24, 0, -1/720, 0]"),
    right((1.0, 0.0, "-0.5", 0.0, "1/24", 0, "-1/720", 0)),
    right([1, 0, -1 / 2, 0, 1 / 24, 0, -1 / 720, 0]),
    right(Python("[1, 0, Fraction(-1, 2), 0, Fraction(1, 24), 0, Fraction(-1, 720), 0]")),
    right(Python("[sp.diff(sp.cos(x), x, k).subs(x, 0)/sp.factorial(k) for k in range(8)]")),
    right(
        Python(
            "sp.Tuple(1, 0, sp.Rational(-1, 2), 0, sp.Rational(1, 24), 0, sp.Rational(-1, 720), 0)"
        )
    ),
    right(["0!", 0, "-1/2", 0, "1/(4*3*2)", 0, "-1/factorial(6)", 0, "1/8!"], "one more, right"),
    wrong([1, 0, -1, 0, 1, 0, -1, 0], "1.2", "taylor: no factorial", slip="the derivatives"),
    wrong(
        [1, 0, "-1/2", 0, "1/4", 0, "-1/6", 0],
        "1.2",
        "taylor: k for its factorial",
        slip="k for k!",
    ),
    wrong(
        [1, 0, "-1/6", 0, "1/120", 0, "-1/5040", 0],
        "1.2",
        "taylor: factorial one too high",
        slip="(k+1)!",
    ),
    wrong(
        [1, 0, -1, 0, "1/6", 0, "-1/120", 0], "1.2", "taylor: factorial one too low", slip="(k-1)!"
    ),
    wrong(
        [1, 0, "-1/4", 0, "1/576", 0, "-1/518400", 0],
        "1.2",
        "taylor: a second factorial",
        slip="k! twice",
    ),
    wrong(
        [1, 0, -1, 0, "1/2", 0, "-1/6", 0],
        "1.2",
        "taylor: factorial of the place",
        slip="n! of the n-th term",
    ),
    wrong(
        [1, 0, "1/2", 0, "1/24", 0, "1/720", 0],
        "1.2",
        "taylor: signs lost",
        "taylor: signs alternate by number",
        "taylor: trigonometric and hyperbolic mixed up",
        slip="no signs",
    ),
    wrong([-1, 0, "1/2", 0, "-1/24", 0, "1/720", 0], "1.8", "lone sign", slip="all signs"),
    wrong([1, 0, "1/2", 0, "1/24", 0, "-1/720", 0], "1.8", "lone sign", slip="one sign"),
    wrong(
        [1, 0, "-1/2", 0, "-1/24", 0, "-1/720", 0],
        "1.8",
        "taylor: all signs negative",
        slip="all negative",
    ),
    wrong(
        [0, 1, 0, "-1/6", 0, "1/120", 0, "-1/5040"],
        "1.2",
        "taylor: parity swapped",
        "taylor: of the antiderivative",
        slip="the sine",
    ),
    wrong(
        [0, -1, 0, "1/6", 0, "-1/120", 0, "1/5040"],
        "1.2",
        "taylor: of the derivative",
        slip="the derivative's",
    ),
    wrong(
        [0, 1, 0, "-1/2", 0, "1/24", 0, "-1/720"], "1.2", "taylor: shifted by one", slip="shifted"
    ),
    wrong([1, "-1/2", "1/24", "-1/720"], "1.2", "taylor: zeros left out", slip="no zeros"),
    wrong(
        [0, "-1/720", 0, "1/24", 0, "-1/2", 0, 1],
        "1.2",
        "taylor: highest power first",
        slip="backwards",
    ),
    wrong(
        [1, 0, "-x^2/2", 0, "x^4/24", 0, "-x^6/720", 0],
        "1.2",
        "taylor: terms instead of coefficients",
        slip="terms",
    ),
    wrong(
        [0, 0, "-1/2", 0, "1/24", 0, "-1/720", 0],
        "1.2",
        "taylor: constant term lost",
        slip="constant term lost",
    ),
    wrong(
        [1, 1, "1/2", "1/2", "13/24", "13/24", "389/720", "389/720"],
        "1.2",
        "taylor: partial sums",
        slip="summed up",
    ),
    wrong(
        [
            "cos(1)",
            "-sin(1)",
            "-cos(1)/2",
            "sin(1)/6",
            "cos(1)/24",
            "-sin(1)/120",
            "-cos(1)/720",
            "sin(1)/5040",
        ],
        "1.2",
        "taylor: wrong centre",
        slip="around 1",
    ),
    wrong(
        ["cos(x)", "-sin(x)", "-cos(x)", "sin(x)", "cos(x)", "-sin(x)", "-cos(x)", "sin(x)"],
        "1.2",
        "taylor: functions instead of numbers",
        slip="the derivatives, not evaluated",
    ),
    wrong([1, 0, -0.5, 0, 0.0417, 0, -0.0014, 0], 0, "rounded", slip="rounded"),
    wrong([1, 0, "-1/2", 0, "0.041666666", 0, "-1/720", 0], 0, "rounded", slip="rounded"),
    wrong([1, 0, "-0.5000000001", 0, "1/24", 0, "-1/720", 0], 0, "rounded", slip="1e-10 off"),
    wrong([1, 0, "-1/2", 0, "1/24", 0, "-1/720"], 0, slip="seven entries"),
    wrong([1, 0, "-1/2", 0, "1/24", 0, "-1/720", "1/5040"], 0, slip="the last entry is not 0"),
    wrong([1, 0, 0, 0, 0, 0, 0, 0], 0, slip="the value at 0"),
    wrong("cos(x)", 0, slip="the function"),
    *UNREADABLE,
]

# --- (c) 1 point for the truth value, 2 for the list
LOG = [0, 1, "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7"]
CELLS["p5-c"] = [
    right({}),
    right({"log_has_expansion_at_0": "no"}),
    right({"log_has_expansion_at_0": "False"}),
    right({"log_has_expansion_at_0": Python("sp.false")}),
    right({"log1p_coefficients": tuple(LOG)}),
    right({"log1p_coefficients": "[0, 1, -1/2, 1/3, -1/4, 1/5, -1/6, 1/7]"}),
    right({"log1p_coefficients": [0, 1, -1 / 2, 1 / 3, -1 / 4, 1 / 5, -1 / 6, 1 / 7]}),
    right({"log1p_coefficients": [0, 1, -0.5, "1/3", -0.25, 0.2, "-1/6", "1/7"]}),
    right(
        {
            "log1p_coefficients": [
                0,
                "0!/1!",
                "-1!/2!",
                "2!/3!",
                "-3!/4!",
                "4!/5!",
                "-5!/6!",
                "6!/7!",
            ]
        }
    ),
    right({"log1p_coefficients": ["log(1)", 1, "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7"]}),
    right(
        {"log1p_coefficients": Python("[0] + [Fraction((-1)**(k + 1), k) for k in range(1, 8)]")}
    ),
    right(
        {
            "log1p_coefficients": Python(
                "[sp.diff(sp.log(1 + x), x, k).subs(x, 0)/sp.factorial(k) for k in range(8)]"
            )
        }
    ),
    wrong(
        {"log_has_expansion_at_0": True},
        2,
        "taylor: logarithm at 0",
        slip="log(1+x) taken for log x",
    ),
    wrong({"log_has_expansion_at_0": "yes"}, 2, "taylor: logarithm at 0", slip="the same in words"),
    wrong(
        {"log1p_coefficients": [0, 1, -1, 2, -6, 24, -120, 720]},
        "1.8",
        "taylor: no factorial",
        slip="the derivatives",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, "-1/2", "1/6", "-1/24", "1/120", "-1/720", "1/5040"]},
        "1.8",
        "taylor: factorial where none belongs",
        slip="k! for k",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, "1/2", "1/3", "1/4", "1/5", "1/6", "1/7"]},
        "1.8",
        "taylor: signs lost",
        slip="no signs",
    ),
    wrong(
        {"log1p_coefficients": [0, -1, "-1/2", "-1/3", "-1/4", "-1/5", "-1/6", "-1/7"]},
        "1.8",
        "taylor: minus variable",
        "taylor: all signs negative",
        slip="log(1 - x)",
    ),
    wrong(
        {"log1p_coefficients": [0, -1, "1/2", "-1/3", "1/4", "-1/5", "1/6", "-1/7"]},
        "2.2",
        "taylor: signs alternate by number",
        slip="all signs",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, "-1/2", "1/3", "-1/4", "-1/5", "-1/6", "1/7"]},
        "2.2",
        "lone sign",
        slip="one sign",
    ),
    wrong(
        {"log1p_coefficients": [1, "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7", "-1/8"]},
        "1.8",
        "taylor: shifted by one",
        "taylor: zeros left out",
        slip="shifted",
    ),
    wrong(
        {"log1p_coefficients": [0, 0, 1, "-1/2", "1/3", "-1/4", "1/5", "-1/6"]},
        "1.8",
        "taylor: shifted by one",
        slip="shifted",
    ),
    wrong(
        {"log1p_coefficients": [1, -1, 1, -1, 1, -1, 1, -1]},
        "1.8",
        "taylor: of the derivative",
        slip="1/(1+x)",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, -1, 1, -1, 1, -1, 1]},
        "1.8",
        "taylor: factorial one too low",
        "taylor: factorial of the place",
        slip="k lost",
    ),
    wrong(
        {"log1p_coefficients": [0, "1/2", "-1/6", "1/12", "-1/20", "1/30", "-1/42", "1/56"]},
        "1.8",
        "taylor: factorial one too high",
        slip="divided by k + 1 as well",
    ),
    wrong(
        {"log1p_coefficients": [0, "x", "-x^2/2", "x^3/3", "-x^4/4", "x^5/5", "-x^6/6", "x^7/7"]},
        "1.8",
        "taylor: terms instead of coefficients",
        slip="terms",
    ),
    wrong(
        {"log1p_coefficients": ["1/7", "-1/6", "1/5", "-1/4", "1/3", "-1/2", 1, 0]},
        "1.8",
        "taylor: highest power first",
        slip="backwards",
    ),
    wrong(
        {"log1p_coefficients": [1, 1, "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7"]},
        1,
        slip="log 1 = 1",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, -0.5, 0.333, -0.25, 0.2, -0.167, 0.143]},
        1,
        "rounded",
        slip="rounded",
    ),
    wrong(
        {"log1p_coefficients": [0, 1, "-1/2", "1/3 + 10^(-10)", "-1/4", "1/5", "-1/6", "1/7"]},
        1,
        "rounded",
        slip="1e-10 off",
    ),
    wrong({"log1p_coefficients": [0, 1, "-1/2", "1/3"]}, 1, slip="four entries"),
    wrong({"log1p_coefficients": [0, 0, 0, 0, 0, 0, 0, 0]}, 1, slip="zeros"),
    wrong(
        {"log_has_expansion_at_0": True, "log1p_coefficients": [0, 1, 1, 1, 1, 1, 1, 1]},
        0,
        "taylor: logarithm at 0",
        slip="both",
    ),
    empty({"log_has_expansion_at_0": Python("...")}, 2),
    empty({"log1p_coefficients": []}, 1),
    empty({"log_has_expansion_at_0": "", "log1p_coefficients": ""}),
    unreadable({"log_has_expansion_at_0": 0}, "a number", 2),
    unreadable({"log_has_expansion_at_0": "only for x > 0"}, "neither yes nor no", 2),
    unreadable({"log1p_coefficients": [0, 1, "-1/2", "inf", 0, 0, 0, 0]}, "not a number", 1),
    unreadable({"log1p_coefficients": ["__import__('os')"] * 8}, "code", 1),
    unreadable({"log1p_coefficients": Python("lambda k: 1/k")}, "a Python function", 1),
    unreadable({"log1p_coefficients": "[" * 50000}, "10^5 brackets", 1),
]

# --- (d) e^(-x^2)
CELLS["p5-d"] = [
    right([1, 0, -1, 0, "1/2", 0, "-1/6", 0]),
    right([1, 0, -1, 0, 0.5, 0, "-1/6", 0]),
    right([1, 0, "-1/1!", 0, "1/2!", 0, "-1/3!", 0]),
    right(["1", "0", "-1", "0", "1/2", "0", "-1/6", "0"]),
    right((1, 0, -1, 0, "2/4", 0, "-1/6", 0)),
    right("1, 0, -1, 0, 1/2, 0, -1/6, 0"),
    right("(1, 0, -1, 0, 1/2, 0, -1/6, 0)"),
    right([1, 0, -1, 0, 1 / 2, 0, -1 / 6, 0]),
    right(["e^0", 0, "-2/2!", 0, "12/4!", 0, "-120/6!", 0], "from the derivatives"),
    right(Python("[1, 0, -1, 0, Fraction(1, 2), 0, Fraction(-1, 6), 0]")),
    right(Python("[sp.exp(-x**2).series(x, 0, 9).removeO().coeff(x, k) for k in range(8)]")),
    right([1, 0, -1, 0, "1/2", 0, "-1/6", 0, "1/24", 0], "two more, right"),
    wrong(
        [1, 0, 1, 0, "1/2", 0, "1/6", 0],
        "1.2",
        "taylor: signs lost",
        "taylor: signs alternate by number",
        "taylor: sign of the inner function",
        slip="e^(x^2)",
    ),
    wrong(
        [1, 0, -1, 0, "-1/2", 0, "-1/6", 0],
        "1.8",
        "taylor: all signs negative",
        slip="(-x^2)^n = -x^(2n)",
    ),
    wrong(
        [1, 0, "-1/2", 0, "1/24", 0, "-1/720", 0],
        "1.2",
        "taylor: factorial of the whole exponent",
        slip="(2n)! for n!",
    ),
    wrong(
        [1, 1, "1/2", "1/6", "1/24", "1/120", "1/720", "1/5040"],
        "1.2",
        "taylor: only the outer function",
        "taylor: inner derivatives lost",
        slip="e^x",
    ),
    wrong(
        [1, -1, "1/2", "-1/6", "1/24", "-1/120", "1/720", "-1/5040"],
        "1.2",
        "taylor: power of the inner function lost",
        "taylor: zeros left out",
        slip="e^(-x)",
    ),
    wrong([1, 0, -2, 0, 12, 0, -120, 0], "1.2", "taylor: no factorial", slip="the derivatives"),
    wrong([1, 0, -1, 0, 3, 0, -20, 0], "1.2", "taylor: k for its factorial", slip="k for k!"),
    wrong(
        [1, 0, "-1/2", 0, "1/48", 0, "-1/4320", 0],
        "1.2",
        "taylor: a second factorial",
        slip="k! twice",
    ),
    wrong(
        [1, 0, "-1/3", 0, "1/10", 0, "-1/42", 0],
        "1.2",
        "taylor: factorial one too high",
        slip="integrated without a shift",
    ),
    wrong(
        [1, 0, -2, 0, 2, 0, -1, 0],
        "1.2",
        "taylor: factorial one too low",
        slip="differentiated without a shift",
    ),
    wrong(
        [0, -2, 0, 2, 0, -1, 0, "1/3"], "1.2", "taylor: of the derivative", slip="the derivative's"
    ),
    wrong(
        [0, 1, 0, "-1/3", 0, "1/10", 0, "-1/42"],
        "1.2",
        "taylor: of the antiderivative",
        slip="the antiderivative's",
    ),
    wrong([1, -1, "1/2", "-1/6"], "1.2", "taylor: zeros left out", slip="no zeros"),
    wrong([0, 1, 0, -1, 0, "1/2", 0, "-1/6"], "1.2", "taylor: shifted by one", slip="shifted"),
    wrong(
        [0, "-1/6", 0, "1/2", 0, -1, 0, 1], "1.2", "taylor: highest power first", slip="backwards"
    ),
    wrong(
        [1, 0, "-x^2", 0, "x^4/2", 0, "-x^6/6", 0],
        "1.2",
        "taylor: terms instead of coefficients",
        slip="terms",
    ),
    wrong(
        [0, 0, -1, 0, "1/2", 0, "-1/6", 0],
        "1.2",
        "taylor: constant term lost",
        slip="constant term lost",
    ),
    wrong(
        [1, 1, 0, 0, "1/2", "1/2", "1/3", "1/3"],
        "1.2",
        "taylor: partial sums",
        slip="summed up, one slip more",
    ),
    wrong([-1, 0, 1, 0, "-1/2", 0, "1/6", 0], "1.8", "lone sign", slip="all signs"),
    wrong([1, 0, -1, 0, "1/2", 0, "1/6", 0], "1.8", "lone sign", slip="one sign"),
    wrong([1, 0, -1, 0, 0.5, 0, -0.1667, 0], 0, "rounded", slip="rounded"),
    wrong([1, 0, -1, 0, "0.5000000001", 0, "-1/6", 0], 0, "rounded", slip="1e-10 off"),
    wrong([1, 0, -1, 0, "1/4", 0, "-1/36", 0], 0, slip="(n!)^2"),
    wrong([1, 0, -1, 0, "1/2", 0], 0, slip="six entries"),
    wrong([1, 0, -1, 0, "1/2", 0, "-1/6", "1/24"], 0, slip="the last entry is not 0"),
    wrong([0, 0, 0, 0, 0, 0, 0, 0], 0, slip="zeros"),
    wrong("1 - x^2 + x^4/2 - x^6/6", 0, slip="the polynomial"),
    *UNREADABLE,
]
