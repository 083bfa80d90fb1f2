"""Pairs of formulas whose verdict is known by construction, and a second opinion by mpmath.

The formulas are nested tuples of this module's own, written to text and evaluated here: nothing of
the code under test decides a label. *Equal* pairs come from identities that hold on all reals;
*different* and *undefined* pairs from a mutation that is known to show at a given point, where
mpmath confirms it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import mpmath

X = ("x",)
ONE, TWO = ("num", Fraction(1)), ("num", Fraction(2))
DIGITS = 60


def num(value, q=1):
    return ("num", Fraction(value, q))


@dataclass(frozen=True)
class Pair:
    """Two formulas as text, what a right judge says, and where the difference shows."""

    reference: str
    answer: str
    kind: str
    family: str
    domain: str = "reals"
    point: Fraction | None = None
    trees: tuple = ()


# --- writing -------------------------------------------------------------------------------------
def text(tree, rng=None, level=0):
    """The tree as a learner might type it; ``level`` is how tightly its place binds."""
    rng = rng or random.Random(0)
    go = partial(text, rng=rng)
    op, *parts = tree
    if op == "x":
        return "x"
    if op == "num":
        value = parts[0]
        out = str(value)
        bind = 3 if value >= 0 and value.denominator == 1 else 0
    elif op == "+":
        out, bind = f"{go(parts[0], level=1)} + {go(parts[1], level=1)}", 1
    elif op == "-":
        out, bind = f"{go(parts[0], level=1)} - {go(parts[1], level=2)}", 1
    elif op == "*":
        left, right = go(parts[0], level=2), go(parts[1], level=2)
        sign = rng.choice("* ") if _may_touch(left, right) else "*"
        out, bind = f"{left}{sign}{right}", 2
        if sign == " ":
            bind = 1.5
    elif op == "/":
        out, bind = f"{go(parts[0], level=2)}/{go(parts[1], level=3)}", 2
    elif op == "^":
        power = go(parts[1], level=3)
        power = power if power.isdigit() else f"({power})"
        out, bind = f"{go(parts[0], level=4)}{rng.choice(['^', '**'])}{power}", 3
    elif op == "e":
        out, bind = rng.choice(["e^({})", "exp({})"]).format(go(parts[0])), 3
    elif op == "cases":
        (relation, left, right), value, otherwise = parts
        condition = f"{go(left)} {relation} {go(right)}"
        if rng.random() < 0.5:
            out, bind = f"cases({condition}, {go(value)}, {go(otherwise)})", 4
        else:
            out, bind = f"{go(value, level=1)} if {condition} else {go(otherwise, level=1)}", 0
    elif op == "abs" and rng.random() < 0.5 and "|" not in go(parts[0]):
        out, bind = f"|{go(parts[0])}|", 4
        if "if" in out:
            out = f"abs({go(parts[0])})"
    else:
        out, bind = f"{op}({', '.join(go(p) for p in parts)})", 4
    return f"({out})" if bind < level else out


def _may_touch(left, right):
    """Whether a product may be typed with a blank: no doubtful reading, no call, no number after."""
    plain = left.replace(".", "").isalnum() or left.endswith(")")
    return (
        plain and "/" not in left and not right[0].isdigit() and right[0] not in "|("
        and not left.endswith("e") and "if" not in left + right and not left[-1].isdigit()
    ) or (left.isdigit() and right[0].isalpha() and right[0] != "e")  # fmt: skip


# --- a second opinion ----------------------------------------------------------------------------
def value(tree, x):
    """The value by mpmath, None where it is undefined. ``x`` is a Fraction."""
    with mpmath.workdps(DIGITS):
        return _value(tree, x)


def _value(tree, x):
    op, *parts = tree
    if op == "x":
        return mpmath.mpf(x.numerator) / x.denominator
    if op == "num":
        return mpmath.mpf(parts[0].numerator) / parts[0].denominator
    if op == "cases":
        (relation, left, right), first, otherwise = parts
        a, b = exact(left, x), exact(right, x)
        if a is None or b is None:
            a, b = _value(left, x), _value(right, x)
        holds = {"<": a < b, "<=": a <= b, "=": a == b, ">": a > b, ">=": a >= b}[relation]
        return _value(first if holds else otherwise, x)
    if op in ("/", "log", "sqrt"):
        zero = exact(parts[-1], x)
        if zero is not None and (zero == 0 if op != "sqrt" else zero < 0):
            return None
    found = [_value(p, x) for p in parts]
    if None in found:
        return None
    if op == "log" and found[0] <= 0:
        return None
    return _MP[op](*found)


_MP = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
    "/": lambda a, b: None if b == 0 else a / b, "^": lambda a, b: a**b, "e": mpmath.exp,
    "sin": mpmath.sin, "cos": mpmath.cos, "tanh": mpmath.tanh, "atan": mpmath.atan,
    "log": mpmath.log, "sqrt": mpmath.sqrt, "abs": abs, "max": max, "min": min, "cosh": mpmath.cosh,
    "sinh": mpmath.sinh, "sign": mpmath.sign, "sech": mpmath.sech,
}  # fmt: skip


def exact(tree, x):
    """The exact rational value of a tree without transcendental functions, else None."""
    op, *parts = tree
    if op == "x":
        return x
    if op == "num":
        return parts[0]
    found: list = (
        [exact(p, x) for p in parts] if op in ("+", "-", "*", "/", "^", "abs", "max") else [None]
    )
    if None in found or (op == "/" and found[1] == 0):
        return None
    rules = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
        "/": lambda a, b: a / b, "^": lambda a, b: a**b, "abs": abs, "max": max,
    }  # fmt: skip
    return rules[op](*found)


# --- random formulas -----------------------------------------------------------------------------
def formula(rng, depth):
    """A random formula, defined on all reals."""
    if depth == 0:
        return rng.choice(
            [X, X, X, num(rng.randint(1, 5)), num(rng.randint(1, 9), rng.randint(2, 9))]
        )
    sub = partial(formula, rng, depth - 1)
    match rng.randrange(15):
        case 0 | 1:
            return ("+", sub(), sub())
        case 2:
            return ("-", sub(), sub())
        case 3 | 4 | 5:
            return ("*", sub(), sub())
        case 6:
            return ("/", sub(), ("+", ONE, ("^", sub(), TWO)))
        case 7:
            return ("^", sub(), num(rng.randint(2, 3)))
        case 8:
            return ("e", ("*", num(rng.choice([-1, 1, -2]), rng.choice([1, 2])), small(rng)))
        case 9:
            return (rng.choice(["sin", "cos"]), small(rng))
        case 10:
            return ("tanh", small(rng))
        case 11:
            return ("max", small(rng), num(rng.randint(-2, 2)))
        case 12:
            return ("abs", small(rng))
        case 13:
            return ("log", ("+", TWO, ("^", small(rng), TWO)))
    return ("sqrt", ("+", ONE, ("^", small(rng), TWO)))


def small(rng):
    """A short argument."""
    return rng.choice([
        X, ("*", num(rng.randint(2, 3)), X), ("^", X, TWO), ("-", X, num(rng.randint(1, 3))),
        ("/", X, num(rng.randint(2, 4))), ("sin", X),
    ])  # fmt: skip


# --- identities on all reals ---------------------------------------------------------------------
def rewritten(rng, tree, chance=0.5):
    """An equal formula: identities applied here and there."""
    op, *parts = tree
    if op in ("x", "num"):
        if op == "num" and rng.random() < chance / 3:
            return ("-", ("+", tree, num(3)), num(3))
        return tree
    parts = [rewritten(rng, p, chance) for p in parts]
    tree = (op, *parts)
    if rng.random() > chance:
        return tree
    u, v = parts[0], parts[-1]
    half = ("/", u, TWO)
    options = {
        "+": [("+", v, u), ("-", u, ("-", num(0), v)), ("/", ("+", ("*", TWO, u), ("*", TWO, v)), TWO)],
        "-": [("+", u, ("*", num(-1), v)), ("-", num(0), ("-", v, u))],
        "*": [("*", v, u), ("/", ("*", ("*", u, v), num(3)), num(3))],
        "/": [("*", u, ("/", ONE, v)), ("/", ("*", u, v), ("*", v, v))],
        "^": [("*", u, u if v == TWO else ("^", u, TWO))] if v in (TWO, num(3)) else [tree],
        "e": [("*", ("e", half), ("e", half)), ("+", ("cosh", u), ("sinh", u)),
              ("/", ONE, ("e", ("-", num(0), u)))],
        "sin": [("*", ("*", TWO, ("sin", half)), ("cos", half)), ("-", num(0), ("sin", ("-", num(0), u)))],
        "cos": [("-", ONE, ("*", TWO, ("^", ("sin", half), TWO))), ("cos", ("-", num(0), u)),
                ("-", ("^", ("cos", half), TWO), ("^", ("sin", half), TWO))],
        "tanh": [("/", ("-", ("e", u), ("e", ("-", num(0), u))), ("+", ("e", u), ("e", ("-", num(0), u)))),
                 ("-", ONE, ("/", TWO, ("+", ("e", ("*", TWO, u)), ONE))), ("/", ("sinh", u), ("cosh", u))],
        "max": [("/", ("+", ("+", u, v), ("abs", ("-", u, v))), TWO), ("cases", ("<", u, v), v, u),
                ("cases", (">=", u, v), u, v), ("max", v, u)],
        "abs": [("sqrt", ("^", u, TWO)), ("max", u, ("-", num(0), u)), ("*", u, ("sign", u)),
                ("cases", ("<=", u, num(0)), ("-", num(0), u), u)],
        "log": [("/", ("log", ("^", u, TWO)), TWO), ("+", ("log", ("/", u, TWO)), ("log", TWO))],
        "sqrt": [("/", u, ("sqrt", u)), ("e", ("/", ("log", u), TWO))],
    }  # fmt: skip
    return rng.choice(options.get(op, [tree]))


# --- mutations that show at a known point --------------------------------------------------------
def mutated(rng, tree):
    """A formula that certainly differs: (answer, kind, family, point, domain)."""
    a = Fraction(rng.randint(-12, 12), rng.choice([1, 1, 2, 3, 5]))
    other = a + Fraction(1, 10)
    hole = ("-", X, num(a))
    gap = num(1, 10 ** rng.choice([3, 10, 40]))
    match rng.randrange(11):
        case 0:
            return ("/", ("*", tree, hole), hole), "undefined", "hole", a
        case 1:
            square = ("^", hole, TWO)
            return ("/", ("*", square, tree), square), "undefined", "hole", a
        case 2:
            return ("cases", ("=", X, num(a)), ("+", tree, gap), tree), "different", "one point", a
        case 3:
            return (
                ("cases", ("<=", X, num(a)), tree, ("+", tree, gap)),
                "different",
                "half-line",
                a + 1,
            )
        case 4:
            inner = ("cases", ("<", X, num(other)), ("+", tree, gap), tree)
            return (
                ("cases", ("<=", X, num(a)), tree, inner),
                "different",
                "interval",
                a + Fraction(1, 20),
            )
        case 5:
            return ("+", tree, gap), "different", "small constant", a
        case 6:
            return (
                ("+", tree, ("*", gap, ("e", ("*", num(-1), ("^", X, TWO))))),
                "different",
                "small bump",
                a,
            )
        case 7:
            return ("*", tree, ("+", ONE, gap)), "different", "factor", None
        case 8:
            far = num(10 ** rng.choice([2, 6, 9]))
            return (
                ("cases", (">", X, far), ("+", tree, ONE), tree),
                "different",
                "far away",
                far[1] + 1,
            )
        case 9:
            return ("+", tree, ("*", gap, ("abs", ("-", X, num(a))))), "different", "kink", a + 1
    bump = ("*", gap, ("max", num(0), ("*", hole, ("-", num(other), X))))
    return ("+", tree, bump), "different", "interval bump", a + Fraction(1, 20)


def pair(rng, depth=3):
    """A random pair with its label."""
    while True:
        tree = formula(rng, rng.randint(1, depth))
        first = rewritten(rng, tree, 0.3)
        if rng.random() < 0.5:
            second, kind, family, point = rewritten(rng, tree), "equal", "equal", None
        else:
            second, kind, family, point = mutated(rng, tree)
            if rng.random() < 0.5:
                second = rewritten(rng, second, 0.2)
            if family == "factor":
                point = Fraction(5, 3)
        if not confirmed(first, second, kind, point):
            continue
        texts = text(first, rng), text(second, rng)
        if max(map(len, texts)) < 1500:
            return Pair(*texts, kind, family, point=point, trees=(first, second))


def confirmed(first, second, kind, point):
    """Whether mpmath agrees with the label (where it can tell)."""
    points = [Fraction(p, q) for p, q in ((1, 3), (-5, 7), (9, 4), (-17, 6), (0, 1))]
    if kind == "equal":
        for x in points:
            a, b = value(first, x), value(second, x)
            if (
                a is None
                or b is None
                or abs(a - b) > mpmath.mpf(10) ** (10 - DIGITS) * (1 + abs(a))
            ):
                raise AssertionError(f"an identity of this module is wrong: {first} {second} {x}")
        return True
    a, b = value(first, point), value(second, point)
    if kind == "undefined":
        return a is not None and b is None
    return (
        a is not None
        and b is not None
        and abs(a - b) > mpmath.mpf(10) ** (10 - DIGITS) * (1 + abs(a))
    )
