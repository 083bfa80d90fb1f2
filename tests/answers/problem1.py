"""Right and wrong answers to problem 1, with the points, verdict and hints that each must get."""

from answer_cells import Code, Python, empty, right, undefined, undetermined, unreadable, wrong

CELLS = {}
MINUS = ("chain: inner derivative lost", "chain: minus of the inner function lost")
CHAIN = (*MINUS, "differentiated twice", "not differentiated")

# --- (a) tanh = u/v: 2 points for u/v, 1 for du, 1 for dv, each derivative that of the learner's own
CELLS["p1-parts"] = [
    right({}),
    right(
        {
            "u": "exp(x)-exp(-x)",
            "v": "exp(x)+exp(-x)",
            "du": "exp(x)+exp(-x)",
            "dv": "exp(x)-exp(-x)",
        }
    ),
    right(
        {
            "u": "(e^x - e^-x)/2",
            "v": "(e^x + e^-x)/2",
            "du": "(e^x + e^-x)/2",
            "dv": "(e^x - e^-x)/2",
        }
    ),
    right({"u": "sinh(x)", "v": "cosh(x)", "du": "cosh x", "dv": "sinh x"}),
    right({"u": "1 - e^(-2x)", "v": "1 + e^(-2x)", "du": "2e^(-2x)", "dv": "-2e^(-2x)"}),
    right({"u": "e^(2x) - 1", "v": "e^(2x) + 1", "du": "2 e^(2x)", "dv": "2 e^(2x)"}),
    right({"u": "e^x - 1/e^x", "v": "e^x + 1/e^x", "du": "e^x + 1/e^x", "dv": "e^x - 1/e^x"}),
    right({"u": "e**x - e**-x", "v": "e**x + e**-x"}),
    right({"u": "eˣ − e⁻ˣ", "v": "eˣ + e⁻ˣ", "du": "eˣ + e⁻ˣ", "dv": "eˣ − e⁻ˣ"}),
    right({"u": "e^(-x) - e^x", "v": "-e^x - e^(-x)", "du": "-e^(-x) - e^x", "dv": "e^(-x) - e^x"}),
    right({"du": "e^x - (-1)*e^(-x)", "dv": "e^x + (-1) e^(-x)"}, "unsimplified"),
    right(
        {
            "u": Python("sp.exp(x) - sp.exp(-x)"),
            "v": Python("sp.exp(x) + sp.exp(-x)"),
            "du": Python("sp.diff(sp.exp(x) - sp.exp(-x), x)"),
            "dv": Python("sp.exp(x) - sp.exp(-x)"),
        }
    ),
    right({"du": "2 cosh(x)", "dv": "2 sinh(x)"}),
    # Slips in a derivative.
    wrong({"du": "e^x - e^(-x)"}, "3.6", *CHAIN, slip="the minus of -x does not come down"),
    wrong({"dv": "e^x + e^(-x)"}, "3.6", *CHAIN, slip="the minus of -x does not come down"),
    wrong({"du": "e^x - e^(-x)", "dv": "e^x + e^(-x)"}, "3.2", *CHAIN, slip="both"),
    wrong({"du": "-e^x - e^(-x)"}, "3.6", "lone sign", slip="sign of the whole"),
    wrong(
        {"du": "x e^(x-1) + x e^(-x-1)"},
        "3.4",
        "exponential treated as a power",
        slip="(e^x)' = x e^(x-1)",
    ),
    wrong(
        {"dv": "x e^(x-1) - x e^(-x-1)"},
        "3.4",
        "exponential treated as a power",
        slip="(e^x)' = x e^(x-1)",
    ),
    wrong({"dv": "-e^(-x)"}, "3.4", "a term was lost", slip="only one term differentiated"),
    wrong({"du": "5"}, 3, slip="nothing explains it"),
    wrong({"du": "e^x + 1.0000000001 e^(-x)"}, 3, slip="1e-10 off"),
    undefined({"dv": "x (e^x - e^(-x))/x"}, "3.5", "domain slip", slip="hole at 0"),
    undefined(
        {"du": "log(e^(e^x + e^(-x)) x)-log(x)"}, "3.5", "domain slip", slip="no value for x <= 0"
    ),
    # Slips in u or v; the derivatives are right for what stands there.
    wrong(
        {"u": "e^(-x) - e^x", "du": "-e^(-x) - e^x"},
        "3.2",
        "lone sign",
        slip="u with the wrong sign",
    ),
    wrong(
        {"u": "e^x + e^(-x)", "v": "e^x - e^(-x)", "du": "e^x - e^(-x)", "dv": "e^x + e^(-x)"},
        2,
        slip="upside down",
    ),
    wrong({"u": "e^x + e^(-x)", "du": "e^x - e^(-x)"}, 2, slip="u = v"),
    wrong({"u": "(e^x - e^(-x))/2", "du": "(e^x + e^(-x))/2"}, 2, slip="1/2 in u alone"),
    wrong({"u": "e^x - e^-x + x/10^12", "du": "e^x + e^-x + 1/10^12"}, 2, slip="off by 1e-12 x"),
    wrong({"u": "tanh(x)", "v": "1", "du": "1 - tanh(x)^2", "dv": "0"}, 0, slip="not taken apart"),
    # Not answered, not to be read.
    empty({"du": ""}, 3),
    empty({"u": ""}, 1),
    empty({"u": "", "v": "", "du": "", "dv": ""}),
    unreadable({"u": "__import__('os').system('true')"}, "code", 1),
    unreadable({"du": "e^x + + "}, "stops too early", 3),
    unreadable({"dv": "diff(e^x + e^(-x), x)"}, "an operation instead of a formula", 3),
    unreadable({"du": ["e^x", "e^(-x)"]}, "a list", 3),
    unreadable({"v": Python("lambda x: 2*sp.cosh(x)")}, "a Python function", 1),
    unreadable({"u": "e^x - e^(-y)"}, "another variable", 1),
    unreadable({"du": "(" * 5000 + "x" + ")" * 5000}, "deep", 3),
    unreadable({"dv": "x+" * 50000 + "x"}, "10^5 characters", 3),
]

# --- (b) the derivative
CELLS["p1-derivative"] = [
    right("4/(e^x + e^(-x))^2"),
    right("1 - tanh(x)^2"),
    right("1 - tanh(x)**2"),
    right("sech(x)^2"),
    right("1/cosh(x)^2"),
    right("((e^x + e^-x)^2 - (e^x - e^-x)^2)/(e^x + e^-x)^2", "the quotient rule as it stands"),
    right("((e^x + e^-x)*(e^x + e^-x) - (e^x - e^-x)*(e^x - e^-x))/((e^x + e^-x)*(e^x + e^-x))"),
    right("4e^(2x)/(e^(2x) + 1)^2"),
    right("4 exp(-2|x|)/(1 + exp(-2|x|))^2"),
    right("(1 - tanh x)(1 + tanh x)"),
    right("2/(1 + cosh(2x))"),
    right("4 sigmoid(2x) (1 - sigmoid(2x))"),
    right("(cosh(x)^2 - sinh(x)^2)/cosh(x)^2"),
    right("1 − tanh²(x)"),
    right("cases(x < 0, 1 - tanh(x)^2, 1/cosh(x)^2)"),
    right(Python("1 - sp.tanh(x)**2")),
    right(Python("sp.diff(sp.tanh(x), x)")),
    right(Python("4/(sp.exp(x) + sp.exp(-x))**2")),
    right(Python("sp.sech(sp.Symbol('x', real=True))**2")),
    # Misconceptions.
    wrong(
        "1 + tanh(x)^2", "2.4", "tanh: plus for minus", "quotient with a plus", slip="as for tan"
    ),
    wrong("1/cos(x)^2", "1.6", "tanh treated like tan", slip="as for tan"),
    wrong("sec(x)^2", "1.6", "tanh treated like tan", slip="as for tan"),
    wrong("-sech(x)^2", "2.4", "tanh: sign", "quotient: terms swapped", slip="sign of the whole"),
    wrong(
        "tanh(x)^2 - 1",
        "2.4",
        "tanh: sign",
        "quotient: terms swapped",
        slip="the terms of the quotient rule swapped",
    ),
    wrong(
        "((e^x - e^-x)^2 - (e^x + e^-x)^2)/(e^x + e^-x)^2",
        "2.4",
        "tanh: sign",
        "quotient: terms swapped",
        slip="terms swapped",
    ),
    wrong(
        "((e^x + e^-x)^2 + (e^x - e^-x)^2)/(e^x + e^-x)^2",
        "2.4",
        "tanh: plus for minus",
        "quotient with a plus",
        slip="plus for minus",
    ),
    wrong("sech(x)", "1.6", "tanh: not squared", slip="square forgotten"),
    wrong("4/(e^x + e^-x)", "1.6", "quotient: denominator not squared", slip="square forgotten"),
    wrong("4", 0, "quotient without a denominator", slip="denominator forgotten"),
    wrong("(e^x + e^-x)/(e^x - e^-x)", "1.6", "quotient of derivatives", slip="u'/v'"),
    wrong("coth(x)", "1.6", "quotient of derivatives", slip="u'/v'"),
    wrong("4/(e^x - e^-x)^2", "1.6", "quotient: numerator squared below", slip="u^2 below"),
    wrong(
        "tanh(x)",
        "1.6",
        "not differentiated",
        "quotient: product of derivatives above",
        slip="nothing done",
    ),
    wrong(
        "(e^x - e^-x)/(e^x + e^-x)",
        "1.6",
        "not differentiated",
        "quotient: product of derivatives above",
        slip="nothing done",
    ),
    wrong("-2 tanh(x) sech(x)^2", "1.6", "differentiated twice", slip="once too often"),
    wrong("log(cosh(x))", "1.6", "integrated", slip="the other direction"),
    wrong(
        "1",
        0,
        "the derivative at one point",
        "quotient: only the numerator",
        "quotient: only the denominator",
        "chain: outer derivative at x",
        slip="the slope at 0, or u'/v",
    ),
    wrong("cosh(x)^2", "1.6", "one over the whole derivative", slip="upside down"),
    # Nothing explains it.
    wrong(
        "1 - tanh(x)",
        "1.6",
        *MINUS,
        "coefficient dropped",
        "sign between two terms",
        slip="(e^-x)' = e^-x in v'",
    ),
    wrong("1 - tanh(x)^3", 0, slip="wrong power"),
    wrong("1 - tanh(x)^2 + 1e-10", 0, slip="1e-10 off"),
    wrong("0.9999999999 (1 - tanh(x)^2)", 0, slip="1e-10 off"),
    wrong(
        0, 0, *MINUS, "exponential treated as a power", "sign between two terms", slip="a number"
    ),
    # Domain slips.
    undefined("(x - x tanh(x)^2)/x", 2, "domain slip", slip="hole at 0"),
    undefined("(1 - tanh(x)^2) (x^2 - 4)/(x^2 - 4)", 2, "domain slip", slip="holes"),
    wrong("cases(x = 0, 0, 1 - tanh(x)^2)", 2, "domain slip", slip="wrong at one point"),
    undefined("sech(sqrt(x)^2)^2", 2, "domain slip", slip="x >= 0 only"),
    undefined("tanh(x)/sinh(x)/cosh(x)", 2, "domain slip", slip="hole at 0"),
    # Not to be read.
    empty(""),
    empty(None),
    empty(Python("...")),
    unreadable("__import__('os')", "code"),
    unreadable("diff(tanh(x), x)", "an operation"),
    unreadable("9^9^9^9 tanh(", "not closed"),
    unreadable("x+" * 50000 + "x", "10^5 characters"),
    unreadable(Python("sp.Derivative(sp.tanh(x), x)"), "not carried out"),
    unreadable(Python("lambda x: 1 - sp.tanh(x)**2"), "a Python function"),
    unreadable(Python("{'x': 1}"), "a dict"),
    unreadable("1 - tanh(y)^2", "another variable"),
    unreadable("1 - y'", "not a formula in x"),
    unreadable("one minus tanh squared", "words"),
    undetermined("9^9^9^9", 0, "a tower of powers"),
]

_HEAD = "import numpy as np\n"


def _tanh(call: str, prime: str, above: str = "", base: str = "(course.Function)") -> Code:
    """A class with the two bodies (one line or several)."""
    text = f"{_HEAD}{above}\n\nclass Tanh{base}:\n    def __call__(self, x):\n"
    text += "".join(f"        {line}\n" for line in call.splitlines())
    text += "\n    def prime(self, x):\n"
    return Code(text + "".join(f"        {line}\n" for line in prime.splitlines()))


_VALUE = "y = np.exp(-2*np.abs(x))\nreturn np.sign(x)*(1 - y)/(1 + y)"
_SLOPE = "y = np.exp(-2*np.abs(x))\nreturn 4*y/(1 + y)**2"
_NAIVE = "return (np.exp(x) - np.exp(-x))/(np.exp(x) + np.exp(-x))"

# --- (c) the class: 4 points for the values, 4 for the slopes, half of each for extreme arguments
CELLS["p1-code"] = [
    right(_tanh(_VALUE, _SLOPE)),
    right(_tanh(_VALUE, "return 1 - self(x)**2")),
    right(
        _tanh("return 2/(1 + np.exp(-2*np.clip(x, -300, 300))) - 1", _SLOPE), "digits lost near 0"
    ),
    right(_tanh("x = np.clip(x, -300, 300)\n" + _NAIVE, "return 1 - self(x)**2"), "clipped"),
    right(
        _tanh(
            "x = np.asarray(x, float)\ny = np.exp(-2*np.abs(x))\nreturn np.where(x < 0, y - 1, 1 - y)/(1 + y)",
            _SLOPE,
        )
    ),
    right(
        _tanh(
            "return -np.sign(x)*np.expm1(-2*np.abs(x))/(1 + np.exp(-2*np.abs(x)))", _SLOPE, base=""
        )
    ),
    right(
        _tanh(
            "x = np.asarray(x, float)\nwith np.errstate(all='ignore'):\n    y = np.exp(2*x)\n    return np.where(x > 20, 1.0, (y - 1)/(y + 1))",
            _SLOPE,
        ),
        "overflow handled",
    ),
    right(_tanh("return 1 - 2/(np.exp(2*x) + 1)", _SLOPE), "overflow to 1 with a warning"),
    right(
        _tanh(
            "return np.vectorize(value, otypes=[float])(x)",
            "return np.vectorize(slope, otypes=[float])(x)",
            above="import math\ndef value(x):\n    y = math.exp(-2*abs(x))\n    return math.copysign((1 - y)/(1 + y), x)\n"
            "def slope(x):\n    y = math.exp(-2*abs(x))\n    return 4*y/(1 + y)**2\n",
        ),
        "element by element",
    ),
    right(
        _tanh(
            "x = np.asarray(x, float)\nout = np.empty(x.shape)\nfor i in np.ndindex(x.shape):\n    y = np.exp(-2*abs(x[i]))\n"
            "    out[i] = np.sign(x[i])*(1 - y)/(1 + y)\nreturn out",
            _SLOPE,
        ),
        "a loop",
    ),
    right(_tanh(_VALUE, "y = self(x)\nreturn (1 - y)*(1 + y)")),
    right(
        _tanh(
            "x = np.asarray(x, float)\npos = x >= 0\ny = np.empty_like(x)\na = np.exp(-2*x[pos])\nb = np.exp(2*x[~pos])\n"
            "y[pos] = (1 - a)/(1 + a)\ny[~pos] = (b - 1)/(b + 1)\nreturn y",
            _SLOPE,
        ),
        "masks",
    ),
    right(
        _tanh("x *= -2\ny = np.exp(-np.abs(x))\nreturn -np.sign(x)*(1 - y)/(1 + y)", _SLOPE),
        "Function hands out copies",
    ),
    right(_tanh("print(x)\n" + _VALUE, _SLOPE), "prints"),
    right(
        _tanh(
            "def tanh(z):\n    y = np.exp(-2*np.abs(z))\n    return np.sign(z)*(1 - y)/(1 + y)\nreturn tanh(x)",
            _SLOPE,
        ),
        "a function of one's own that is called tanh",
    ),
    # Overflow.
    wrong(_tanh(_NAIVE, _SLOPE), 6, slip="inf/inf at 1000"),
    wrong(
        _tanh(_NAIVE, "return 4/(np.exp(x) + np.exp(-x))**2"),
        6,
        slip="the slope survives by inf, the value does not",
    ),
    wrong(_tanh(_NAIVE, "return 1 - self(x)**2"), 4, slip="both overflow"),
    wrong(
        _tanh("return (1 - np.exp(-2*x))/(1 + np.exp(-2*x))", _SLOPE),
        6,
        slip="overflow on the left only",
    ),
    wrong(
        _tanh("return np.nan_to_num(" + _NAIVE.removeprefix("return ") + ")", _SLOPE),
        6,
        slip="nan made 0",
    ),
    wrong(
        _tanh("return np.nan_to_num(" + _NAIVE.removeprefix("return ") + ", nan=1.0)", _SLOPE),
        6,
        slip="-1 lost on the left",
    ),
    # Wrong values or slopes.
    wrong(_tanh(_VALUE, "return 1 + self(x)**2"), 4, slip="plus for minus"),
    wrong(
        _tanh(_VALUE, "return -4*np.exp(-2*np.abs(x))/(1 + np.exp(-2*np.abs(x)))**2"),
        4,
        slip="sign",
    ),
    wrong(_tanh(_VALUE, "return 1/np.cos(x)**2"), 4, slip="as for tan"),
    wrong(
        _tanh(_VALUE, "return 2*np.exp(-np.abs(x))/(1 + np.exp(-2*np.abs(x)))"),
        4,
        slip="not squared",
    ),
    wrong(
        _tanh(_VALUE, "h = 1e-5\nreturn (self(x + h) - self(x - h))/(2*h)"),
        6,
        slip="a symmetric difference: saturates rightly, too few digits",
    ),
    wrong(
        _tanh(_VALUE, "h = 1e-8\nreturn (self(x + h) - self(x))/h"), 4, slip="a forward difference"
    ),
    wrong(_tanh("y = np.exp(-2*np.abs(x))\nreturn (1 - y)/(1 + y)", _SLOPE), 4, slip="|tanh|"),
    wrong(
        _tanh("y = np.exp(-np.abs(x))\nreturn np.sign(x)*(1 - y)/(1 + y)", _SLOPE),
        4,
        slip="tanh(x/2)",
    ),
    wrong(_tanh("return x - x**3/3", _SLOPE), "4", slip="a Taylor polynomial"),
    # Not element by element.
    wrong(
        _tanh(
            "import math\ny = math.exp(-2*abs(x))\nreturn math.copysign((1 - y)/(1 + y), x)", _SLOPE
        ),
        4,
        slip="numbers only",
    ),
    wrong(
        _tanh("if x < 0:\n    return -self(-x)\ny = np.exp(-2*x)\nreturn (1 - y)/(1 + y)", _SLOPE),
        4,
        slip="if on an array",
    ),
    wrong(
        _tanh("y = np.exp(-2*np.abs(x))\nreturn np.prod([np.sign(x), 1 - y, 1/(1 + y)])", _SLOPE),
        4,
        slip="np.prod over the whole array",
    ),
    wrong(
        _tanh(
            "return [np.sign(v)*(1 - np.exp(-2*abs(v)))/(1 + np.exp(-2*abs(v))) for v in x]", _SLOPE
        ),
        4,
        slip="a list, and no numbers",
    ),
    wrong(_tanh("x = np.array(x, float).ravel()\n" + _VALUE, _SLOPE), 4, slip="shape lost"),
    wrong(
        _tanh(
            "x *= -2\ny = np.exp(-np.abs(x))\nreturn -np.sign(x)*(1 - y)/(1 + y)", _SLOPE, base=""
        ),
        4,
        slip="changes its argument",
    ),
    wrong(
        _tanh("return float(np.sign(x)*(1 - np.exp(-2*abs(x)))/(1 + np.exp(-2*abs(x))))", _SLOPE),
        4,
        slip="float(array)",
    ),
    # The library's function.
    wrong(_tanh("return np.tanh(x)", "return 1 - np.tanh(x)**2"), 0, slip="np.tanh"),
    wrong(_tanh("return th(x)", _SLOPE, above="th = np.tanh"), 0, slip="an alias"),
    wrong(_tanh("return th(x)", _SLOPE, above="from numpy import tanh as th"), 0, slip="an import"),
    wrong(_tanh(_VALUE, "return 1/np.cosh(x)**2"), 0, slip="np.cosh"),
    wrong(_tanh("return getattr(np, 'ta' + 'nh')(x)", _SLOPE), 0, slip="by its name"),
    wrong(
        _tanh("import math\nreturn np.vectorize(math.tanh, otypes=[float])(x)", _SLOPE),
        0,
        slip="math.tanh",
    ),
    wrong(
        _tanh("return course.tanh(x)", "return course.tanh.prime(x)"), 0, slip="the course's own"
    ),
    wrong(Code("Tanh = course.Tanh\n"), 0, slip="the course's own class"),
    wrong(Code("class Tanh(course.Tanh):\n    pass\n"), 0, slip="inherited"),
    # Broken.
    wrong(_tanh(_VALUE, "raise ValueError('not yet')"), 4, slip="raises"),
    wrong(_tanh(_VALUE, "return None"), 4, slip="no slope yet"),
    wrong(_tanh(_VALUE, "return 'sech(x)^2'"), 4, slip="a text"),
    wrong(_tanh("return unknown(x)", _SLOPE), 4, slip="a name that is not defined"),
    wrong(_tanh("import sys\nsys.exit()", _SLOPE), 4, slip="leaves Python"),
    wrong(_tanh(_VALUE, "return self.prime(x)"), 4, slip="calls itself for ever"),
    empty(_tanh('"""Return tanh x."""', '"""Return the derivative at x."""'), 0),
    unreadable(
        Code("class Tanh:\n    def __init__(self, scale):\n        self.scale = scale\n"),
        "needs arguments",
    ),
    unreadable(Code("Tanh = 3\n"), "a number"),
    unreadable(Code('Tanh = "(e^x - e^-x)/(e^x + e^-x)"\n'), "a formula"),
    empty(Code("Tanh = None\n")),
]
