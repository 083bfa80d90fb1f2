"""A formula taken apart by the rules of differentiation, from the outside inwards.

The formula is one of the course's functions, such as ``x**2 * sin``: its classes say which operation is
outermost, and its parts differentiate themselves. Here are the tree of its parts and the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from course.functions import Constant, Function, Identity, Power, Sqrt
from course.rules import Composition, Product, Quotient, ScalarMultiple, Sum

from . import text

#: The class of every operation, by the name of its rule, and its sign.
RULES: dict[type[Function], str] = {
    Sum: "sum",
    Product: "product",
    Quotient: "quotient",
    Composition: "chain",
}
SIGNS = {"sum": "+", "product": "×", "quotient": "÷", "chain": "∘"}
#: How strongly a formula holds together, from a sum to a single letter.
SUM, PRODUCT, POWER, LETTER = range(4)
Written = tuple[str, int]


def bracketed(written: Written, least: int) -> str:
    """Return a formula as a part of another: in brackets if it holds together less than `least`."""
    words, strength = written
    return words if strength >= least else f"({words})"


def write(f: Function, u: Written = ("*x*", LETTER)) -> Written:
    """Return f(u) as marked text, and how strongly it holds together."""
    if isinstance(f, Identity):
        return u
    if isinstance(f, Constant):
        return text.number(float(f.c)), LETTER if f.c >= 0 else SUM
    if isinstance(f, Power) and isinstance(f.n, int):
        return bracketed(u, LETTER) + text.superscript(f.n), POWER
    if isinstance(f, ScalarMultiple):
        inner = write(f.f, u)
        if f.c == -1:
            return f"−{bracketed(inner, PRODUCT)}", SUM
        return f"{text.number(float(f.c))}{bracketed(inner, POWER)}", PRODUCT
    if isinstance(f, Sum):
        return f"{write(f.f, u)[0]} + {bracketed(write(f.g, u), PRODUCT)}", SUM
    if isinstance(f, Product):
        factors = (bracketed(write(part, u), PRODUCT) for part in (f.f, f.g))
        return " · ".join(factors), PRODUCT
    if isinstance(f, Quotient):
        return f"{bracketed(write(f.f, u), PRODUCT)}/{bracketed(write(f.g, u), POWER)}", PRODUCT
    if isinstance(f, Composition):
        for part in reversed(f.functions):
            u = write(part, u)
        return u
    name = "√" if isinstance(f, Sqrt) else f.text("")[:-2]
    if u[1] < LETTER:
        return f"{name}({u[0]})", POWER
    return f"{name}{u[0]}" if name == "√" else f"{name}~{u[0]}", POWER


def slope(f: Function, u: Written = ("*x*", LETTER)) -> Written:
    """Return f′(u) for a known function f as marked text."""
    if isinstance(f, Sqrt):
        return f"1/(2{write(f, u)[0]})", PRODUCT
    return write(f.derivative(), u)


@dataclass
class Part:
    """One part of a formula, a node of its tree.

    Parameters
    ----------
    f : Function
        The part.
    variable : str
        The letter that it is written in: z for the outer function of a composition.
    above : int
        Number of the operation that it is a part of; 0 for the whole formula.

    Attributes
    ----------
    rule : str
        Name of the rule of its outermost operation; empty for a known function.
    number : int
        When its rule is applied, counted from 1; 0 for a known function.
    parts : list of Part
        Its two parts, in the order of writing.
    """

    f: Function
    variable: str = "x"
    above: int = 0
    number: int = 0
    parts: list[Part] = field(default_factory=list)

    @property
    def rule(self) -> str:
        """The name of the rule of the outermost operation; empty for a known function."""
        return RULES.get(type(self.f), "")

    @property
    def letter(self) -> Written:
        """The letter that it is written in."""
        return f"*{self.variable}*", LETTER

    @property
    def words(self) -> str:
        """The part as marked text."""
        return write(self.f, self.letter)[0]

    def walk(self) -> Iterator[Part]:
        """Give this part, and all parts below it in the order in which they are taken apart."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def derivative(self, done: int) -> Written:
        """Return the derivative as far as it is known when the first `done` rules have been applied."""
        if not self.rule:
            return slope(self.f, self.letter)
        if self.number > done:
            return f"[({self.words})′](derivative)", LETTER
        first, second = self.parts
        u, v = (write(part.f, part.letter) for part in self.parts)
        dv = second.derivative(done)
        if self.rule == "chain":
            outer = slope(first.f, v)
            return f"{bracketed(outer, PRODUCT)} · {bracketed(dv, PRODUCT)}", PRODUCT
        du = first.derivative(done)
        if self.rule == "sum":
            return f"{du[0]} + {dv[0]}", SUM
        one = f"{bracketed(du, PRODUCT)} · {bracketed(v, PRODUCT)}"
        two = f"{bracketed(u, PRODUCT)} · {bracketed(dv, PRODUCT)}"
        if self.rule == "product":
            return f"{one} + {two}", SUM
        return f"({one} − {two})/{bracketed(v, LETTER)}²", PRODUCT


def dissect(f: Function) -> Part:
    """Return the tree of a formula, with its operations numbered from the outside inwards."""
    root = Part(f)
    count = 0

    def split(part: Part) -> None:
        nonlocal count
        if not part.rule:
            return
        count += 1
        part.number = count
        if isinstance(part.f, Composition):
            outer, *rest = part.f.functions
            inner = rest[0] if len(rest) == 1 else Composition(*rest)
            part.parts = [Part(outer, "z", count), Part(inner, part.variable, count)]
        else:
            part.parts = [Part(inner, part.variable, count) for inner in (part.f.f, part.f.g)]  # type: ignore[attr-defined]
        for below in part.parts:
            split(below)

    split(root)
    return root


#: Widths in the unit of a label's sign, between neighbours in the tree and around a box.
GAP, PADDING = 1.8, 2.4


def columns(root: Part) -> dict[int, float]:
    """Return where every part stands, from 0 to 1 by its ``id``: leaves side by side, others between theirs."""
    places: dict[int, float] = {}
    right = 0.0

    def place(part: Part) -> float:
        nonlocal right
        if part.parts:
            places[id(part)] = sum(place(below) for below in part.parts) / 2
            return places[id(part)]
        longest = max(len(text.plain(words)) for words in (part.words, part.derivative(0)[0]))
        places[id(part)] = right + (longest + PADDING) / 2
        right += longest + PADDING + GAP
        return places[id(part)]

    place(root)
    return {key: value / (right - GAP) for key, value in places.items()}


def depths(root: Part) -> dict[int, int]:
    """Return how many operations stand above every part, by its ``id``."""
    found = {id(root): 0}
    for part in root.walk():
        found |= {id(below): found[id(part)] + 1 for below in part.parts}
    return found
