"""The tree of a formula: what the grammar builds and everything else reads.

A tree is immutable and hashable; two trees are ``==`` when they are written alike, which is not the
question whether they are equal as functions (that is :mod:`course.answers.equality`). Python's
operators build trees, so that rules read like the textbook: ``u * dv + v * du``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

#: Functions of one argument that the grammar knows, by their canonical names.
FUNCTIONS = frozenset(
    "sin cos tan cot sec csc asin acos atan sinh cosh tanh coth sech csch asinh acosh atanh "
    "exp log sqrt cbrt abs sign floor ceil factorial sigmoid relu".split()
)
#: Functions of one or more arguments.
VARIADIC = frozenset({"max", "min"})


class Expr:
    """A formula. Subclasses are the kinds of node."""

    __slots__ = ()

    def __add__(self, other: Expr | int) -> Expr:
        return Sum((self, expr(other)))

    def __radd__(self, other: int) -> Expr:
        return Sum((expr(other), self))

    def __sub__(self, other: Expr | int) -> Expr:
        return Sum((self, -expr(other)))

    def __rsub__(self, other: int) -> Expr:
        return Sum((expr(other), -self))

    def __mul__(self, other: Expr | int) -> Expr:
        return Product((self, expr(other)))

    def __rmul__(self, other: int) -> Expr:
        return Product((expr(other), self))

    def __truediv__(self, other: Expr | int) -> Expr:
        return Quotient(self, expr(other))

    def __rtruediv__(self, other: int) -> Expr:
        return Quotient(expr(other), self)

    def __pow__(self, other: Expr | int) -> Expr:
        return Power(self, expr(other))

    def __neg__(self) -> Expr:
        return Product((Number(Fraction(-1)), self))

    def children(self) -> tuple[Expr, ...]:
        """The formulas directly below this node, conditions' sides included."""
        return ()


@dataclass(frozen=True, slots=True)
class Number(Expr):
    """An exact rational number; a typed decimal is one too."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Constant(Expr):
    """``e`` or ``pi``."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable(Expr):
    """A variable, known by its name alone."""

    name: str


@dataclass(frozen=True, slots=True)
class Sum(Expr):
    """Two or more terms, added."""

    terms: tuple[Expr, ...]

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        return self.terms


@dataclass(frozen=True, slots=True)
class Product(Expr):
    """Two or more factors, multiplied; ``-u`` is ``Product((Number(-1), u))``."""

    factors: tuple[Expr, ...]

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        return self.factors


@dataclass(frozen=True, slots=True)
class Quotient(Expr):
    """A fraction, undefined where its denominator is 0."""

    numerator: Expr
    denominator: Expr

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        return (self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Power(Expr):
    """A power. ``u^0`` is 1 for every u, as in the course (x⁰ ≡ 1)."""

    base: Expr
    exponent: Expr

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        return (self.base, self.exponent)


@dataclass(frozen=True, slots=True)
class Apply(Expr):
    """A named function of :data:`FUNCTIONS` or :data:`VARIADIC`, applied."""

    function: str
    arguments: tuple[Expr, ...]

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        return self.arguments


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition: ``left op right`` with op one of ``< <= > >= = !=``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Logic:
    """Conditions joined by ``and`` or ``or``."""

    op: str
    parts: tuple[Condition, ...]


Condition = Comparison | Logic


@dataclass(frozen=True, slots=True)
class Cases(Expr):
    """A function given piece by piece: the first branch whose condition holds, else ``otherwise``.

    ``otherwise`` is None where the learner gave no value for the remaining points: undefined there.
    """

    branches: tuple[tuple[Condition, Expr], ...]
    otherwise: Expr | None

    def children(self) -> tuple[Expr, ...]:
        """See :class:`Expr`."""
        sides = [side for condition, _ in self.branches for side in condition_sides(condition)]
        values = [value for _, value in self.branches]
        return (*sides, *values, *((self.otherwise,) if self.otherwise is not None else ()))


def condition_sides(condition: Condition) -> Iterator[Expr]:
    """Both sides of every comparison in a condition."""
    if isinstance(condition, Comparison):
        yield condition.left
        yield condition.right
    else:
        for part in condition.parts:
            yield from condition_sides(part)


def expr(value: Expr | int | Fraction) -> Expr:
    """The tree of an exact number; a tree is returned as it is."""
    return value if isinstance(value, Expr) else Number(Fraction(value))


def walk(tree: Expr) -> Iterator[Expr]:
    """Every node of a tree, the root first. Iterative: a deep tree cannot exhaust the stack."""
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children()))


def variables(tree: Expr) -> frozenset[str]:
    """The names of the variables that occur in a tree."""
    return frozenset(node.name for node in walk(tree) if isinstance(node, Variable))
