"""Trees compiled to straight-line programs: each different subformula is one step, done once.

Both formulas of a comparison share a program, so that a subformula that occurs in both is
computed once and recognised as the same. Nothing here recurses: depth cannot exhaust the stack.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from course.answers.tree import (
    Apply,
    Cases,
    Comparison,
    Condition,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)


@dataclass(frozen=True, slots=True)
class Test:
    """A comparison of a step with 0: ``op`` one of ``< <= > >= = !=``."""

    op: str
    step: int


@dataclass(frozen=True, slots=True)
class Join:
    """Tests joined by ``and`` or ``or``."""

    op: str
    parts: tuple[Test | Join, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One operation.

    Attributes
    ----------
    op : str
        ``number``, ``constant``, ``variable``, ``sum``, ``product``, ``quotient``, ``power``,
        ``max``, ``min``, ``cases`` or the name of a function.
    arguments : tuple of int
        Earlier steps. For ``max`` and ``min``: both arguments and their difference. For
        ``cases``: the values, the last being that of “otherwise” if there is one.
    data : object
        The number, the constant's name, or the conditions of ``cases``.
    constant : bool
        Whether the step does not depend on the variable.
    """

    op: str
    arguments: tuple[int, ...]
    data: object
    constant: bool


class Program:
    """Steps in an order in which each needs only earlier ones."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._index: dict[tuple[str, tuple[int, ...], object], int] = {}

    def add(self, op: str, arguments: tuple[int, ...] = (), data: object = None) -> int:
        """The step that does this, a new one if there is none yet."""
        key = (op, arguments, data)
        found = self._index.get(key)
        if found is not None:
            return found
        tests = [t for condition in data for t in tests_in(condition)] if op == "cases" else []  # type: ignore[attr-defined]
        constant = op != "variable" and all(
            self.steps[i].constant for i in (*arguments, *(t.step for t in tests))
        )
        self.steps.append(Step(op, arguments, data, constant))
        self._index[key] = len(self.steps) - 1
        return len(self.steps) - 1

    def number(self, value: Fraction | int) -> int:
        """The step of an exact number."""
        return self.add("number", data=Fraction(value))

    def difference(self, left: int, right: int) -> int:
        """The step for left − right."""
        if self.steps[right].op == "number" and self.steps[right].data == 0:
            return left
        return self.add("sum", (left, self.add("product", (self.number(-1), right))))

    def compile(self, tree: Expr) -> int:
        """Add the steps of a tree; the number of its last step is returned."""
        done: dict[int, int] = {}
        stack: list[tuple[Expr, bool]] = [(tree, False)]
        while stack:
            node, ready = stack.pop()
            if id(node) in done:
                continue
            if not ready:
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children()))
                continue
            done[id(node)] = self._node(node, done)
        return done[id(tree)]

    def _node(self, node: Expr, done: dict[int, int]) -> int:
        match node:
            case Number(value):
                return self.number(value)
            case Constant(name):
                return self.add("constant", data=name)
            case Variable():
                return self.add("variable")
            case Sum(terms):
                return self.add("sum", tuple(done[id(t)] for t in terms))
            case Product(factors):
                return self.add("product", tuple(done[id(f)] for f in factors))
            case Quotient(top, bottom):
                return self.add("quotient", (done[id(top)], done[id(bottom)]))
            case Power(base, exponent):
                if isinstance(base, Constant) and base.name == "e":
                    return self.add("exp", (done[id(exponent)],))
                return self.add("power", (done[id(base)], done[id(exponent)]))
            case Apply(function, arguments):
                steps = [done[id(a)] for a in arguments]
                if function in ("max", "min"):
                    return self._extreme(function, steps)
                return self.add(function, tuple(steps))
            case Cases(branches, otherwise):
                tests = tuple(self._condition(c, done) for c, _ in branches)
                values = [done[id(v)] for _, v in branches]
                values += [] if otherwise is None else [done[id(otherwise)]]
                return self.add("cases", tuple(values), tests)
        raise TypeError(f"not a formula: {node!r}")

    def _extreme(self, function: str, steps: list[int]) -> int:
        result = steps[0]
        for other in steps[1:]:
            result = self.add(function, (result, other, self.difference(result, other)))
        return result

    def _condition(self, condition: Condition, done: dict[int, int]) -> Test | Join:
        if isinstance(condition, Comparison):
            left, right = done[id(condition.left)], done[id(condition.right)]
            return Test(condition.op, self.difference(left, right))
        return Join(condition.op, tuple(self._condition(p, done) for p in condition.parts))

    def needed(self, step: int) -> list[int]:
        """The steps that a step depends on, itself included, in order."""
        marked = {step}
        for i in range(step, -1, -1):
            if i in marked:
                found = self.steps[i]
                marked.update(found.arguments)
                if found.op == "cases":
                    marked.update(t.step for c in found.data for t in tests_in(c))  # type: ignore[attr-defined]
        return sorted(marked)


def tests_in(condition: Test | Join) -> list[Test]:
    """Every single test of a condition."""
    if isinstance(condition, Test):
        return [condition]
    return [test for part in condition.parts for test in tests_in(part)]
