"""Numbers and SymPy objects to trees, without ``sympify`` and without trusting the object.

SymPy is never imported here: an object of SymPy can exist only when it is already loaded. Only
objects whose type *is* one of SymPy's own are looked into; what comes out is built from their
numbers and names alone, so that no method of a learner's object decides anything.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

from course.answers.errors import AnswerError
from course.answers.grammar.applications import pieces
from course.answers.grammar.building import negated
from course.answers.grammar.limits import DEPTH, NODES
from course.answers.grammar.numbers import number
from course.answers.grammar.typed import check_size, parse_text
from course.answers.strings import GRAMMAR
from course.answers.tree import (
    Apply,
    Comparison,
    Condition,
    Constant,
    Expr,
    Logic,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from course.answers.tree import variables as variables_of

_DIGIT_LIMIT = 4000  # decimal digits of a number in a SymPy object
_FUNCTIONS = {
    "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "csc", "asin": "asin",
    "acos": "acos", "atan": "atan", "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth",
    "sech": "sech", "csch": "csch", "asinh": "asinh", "acosh": "acosh", "atanh": "atanh", "exp": "exp",
    "log": "log", "Abs": "abs", "sign": "sign", "floor": "floor", "ceiling": "ceil", "Max": "max",
    "Min": "min", "factorial": "factorial",
}  # fmt: skip
_RELATIONS = {
    "StrictLessThan": "<", "LessThan": "<=", "StrictGreaterThan": ">", "GreaterThan": ">=",
    "Equality": "=", "Unequality": "!=",
}  # fmt: skip


def convert(answer: object, variables: tuple[str, ...]) -> tuple[Expr, list[str]]:
    """Read an answer that is not a text.

    Parameters
    ----------
    answer : int, float, Fraction, Decimal, SymPy expression or Expr
        The object that was handed in.
    variables : tuple of str
        The names that may occur; SymPy's symbols are matched by name, whatever their assumptions.

    Returns
    -------
    tree : Expr
        The formula.
    notes : list of str
        How it was read.

    Raises
    ------
    AnswerError
        When it is no formula.
    """
    if isinstance(answer, Expr):
        return _tree(answer, variables), []
    if answer is None or answer is ...:
        raise AnswerError(GRAMMAR["no answer"])
    kind = type(answer)
    if kind is bool:
        raise AnswerError(GRAMMAR["boolean"].format(value=answer))
    if issubclass(kind, str):
        return parse_text(str.__str__(answer), variables)
    if kind in (int, Fraction, Decimal, float) or _is_numpy_number(kind):
        return _number(answer)
    if kind is complex:
        raise AnswerError(GRAMMAR["complex"])
    reader = _SymPy(variables)
    if reader.knows(kind):
        try:
            tree = reader.formula(answer)
        except AnswerError:
            raise
        except Exception:
            raise AnswerError(GRAMMAR["object"].format(type=kind.__name__)) from None
        check_size(tree)
        return tree, reader.notes
    key = "function object" if kind.__name__ in ("function", "method") else "object"
    raise AnswerError(GRAMMAR[key].format(type=kind.__name__))


def _tree(tree: Expr, variables: tuple[str, ...]) -> Expr:
    for name in sorted(variables_of(tree) - set(variables)):
        listed = ", ".join(variables)
        raise AnswerError(GRAMMAR["unknown variable"].format(name=name, variables=listed))
    return tree


def _is_numpy_number(kind: type) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and kind in (
        numpy.float64, numpy.float32, numpy.int64, numpy.int32, numpy.int16, numpy.int8
    )  # fmt: skip


def _number(value: Any) -> tuple[Expr, list[str]]:
    if isinstance(value, (float, Decimal)) or not isinstance(value, (int, Fraction)):
        as_float = float(value)
        if as_float != as_float or as_float in (float("inf"), float("-inf")):
            raise AnswerError(GRAMMAR["not finite"].format(value=as_float))
        if type(value) is Decimal:
            text = format(value, "f")
        else:
            text = repr(as_float) if as_float != int(as_float) else str(int(as_float))
        return _decimal(text)
    fraction = Fraction(value)
    if max(fraction.numerator.bit_length(), fraction.denominator.bit_length()) > 3 * _DIGIT_LIMIT:
        raise AnswerError(GRAMMAR["number too long"])
    return Number(fraction), []


def _decimal(text: str) -> tuple[Expr, list[str]]:
    size, note = number(text.lstrip("-"))
    exact = -size if text.startswith("-") else size
    plain = note is None or "e" in text
    return Number(exact), [] if plain else [str(note)]


class _SymPy:
    """Reads the objects of the SymPy that is loaded, if one is."""

    def __init__(self, variables: tuple[str, ...]) -> None:
        self.variables = variables
        self.notes: list[str] = []
        self.nodes = 0
        self.sympy: Any = sys.modules.get("sympy")

    def knows(self, kind: type) -> bool:
        """Whether a type is a class of SymPy's for expressions or conditions."""
        if self.sympy is None:
            return False
        basic = getattr(self.sympy, "Basic", None)
        return isinstance(basic, type) and issubclass(kind, basic)

    def own(self, node: object, *names: str) -> bool:
        """Whether the type of a node is exactly one of SymPy's classes of these names."""
        return any(type(node) is getattr(self.sympy, name, None) for name in names)

    def formula(self, node: Any, depth: int = 0) -> Expr:
        """The tree of a SymPy expression."""
        self.nodes += 1
        if self.nodes > NODES:
            raise AnswerError(GRAMMAR["too big"])
        if depth > DEPTH:
            raise AnswerError(GRAMMAR["too deep"])
        special = self._atom(node)
        if special is not None:
            return special
        if self.own(node, "Add"):
            return Sum(tuple(self.formula(a, depth + 1) for a in node.args))
        if self.own(node, "Mul"):
            return self._product(node.args, depth)
        if self.own(node, "Pow"):
            return self._power(node, depth)
        if self.own(node, "Piecewise"):
            return self._piecewise(node, depth)
        for name, function in _FUNCTIONS.items():
            if self.own(node, name):
                return Apply(function, tuple(self.formula(a, depth + 1) for a in node.args))
        raise self._refusal(node)

    def _atom(self, node: Any) -> Expr | None:
        sympy = self.sympy
        if self.own(node, "Symbol", "Dummy"):
            if type(node.name) is str and node.name in self.variables:
                return Variable(node.name)
            listed = ", ".join(self.variables)
            raise AnswerError(GRAMMAR["symbol"].format(name=node.name, variables=listed))
        if node is sympy.E:
            return Constant("e")
        if node is sympy.pi:
            return Constant("pi")
        if node is sympy.I:
            raise AnswerError(GRAMMAR["complex"])
        if node in (sympy.oo, sympy.zoo, sympy.nan, -sympy.oo):
            raise AnswerError(GRAMMAR["not finite"].format(value=node))
        if self.own(node, "Float"):
            few = node._prec <= 53
            tree, notes = _decimal(repr(float(node)) if few else str(node))
            self.notes += notes
            return tree
        if isinstance(node, sympy.Rational):
            return _number(Fraction(int(node.p), int(node.q)))[0]
        return None

    def _product(self, arguments: tuple[Any, ...], depth: int) -> Expr:
        """A product, with the negative powers below a line."""
        above: list[Expr] = []
        below: list[Expr] = []
        for argument in arguments:
            tree = self.formula(argument, depth + 1)
            if isinstance(tree, Quotient) and tree.numerator == Number(Fraction(1)):
                below.append(tree.denominator)
            else:
                above.append(tree)
        top = _times(above)
        return Quotient(top, _times(below)) if below else top

    def _power(self, node: Any, depth: int) -> Expr:
        base = self.formula(node.args[0], depth + 1)
        exponent = self.formula(node.args[1], depth + 1)
        if not isinstance(exponent, Number):
            return Power(base, exponent)
        value = abs(exponent.value)
        raised: Expr = Power(base, Number(value))
        if value == 1:
            raised = base
        elif value == Fraction(1, 2):
            raised = Apply("sqrt", (base,))
        return Quotient(Number(Fraction(1)), raised) if exponent.value < 0 else raised

    def _piecewise(self, node: Any, depth: int) -> Expr:
        branches: list[tuple[Condition, Expr]] = []
        for value, condition in (pair.args for pair in node.args):
            tree = self.formula(value, depth + 1)
            if condition is self.sympy.true:
                return pieces(branches, tree) if branches else tree
            branches.append((self.condition(condition, depth + 1), tree))
        return pieces(branches, None)

    def condition(self, node: Any, depth: int) -> Condition:
        """The condition of a SymPy relation."""
        if depth > DEPTH:
            raise AnswerError(GRAMMAR["too deep"])
        for name, op in _RELATIONS.items():
            if self.own(node, name):
                left, right = (self.formula(side, depth + 1) for side in node.args)
                return Comparison(op, left, right)
        for name, word in (("And", "and"), ("Or", "or")):
            if self.own(node, name):
                parts = tuple(self.condition(a, depth + 1) for a in node.args)
                return Logic(word, parts)
        if self.own(node, "Not"):
            return negated(self.condition(node.args[0], depth + 1))
        raise self._refusal(node)

    def _refusal(self, node: Any) -> AnswerError:
        name = type(node).__name__
        sympy = self.sympy
        if self.own(node, "Derivative", "Integral", "Limit", "Sum", "Product", "Subs", "Order"):
            return AnswerError(GRAMMAR["sympy unevaluated"].format(name=name))
        if self.own(node, "Heaviside"):
            return AnswerError(GRAMMAR["heaviside"].format(name=name))
        if isinstance(node, sympy.Rel | sympy.logic.boolalg.BooleanAtom):
            return AnswerError(GRAMMAR["condition"])
        return AnswerError(GRAMMAR["sympy"].format(name=name))


def _times(factors: list[Expr]) -> Expr:
    if not factors:
        return Number(Fraction(1))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
