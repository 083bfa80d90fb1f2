"""The worked solution of a derivative: one rule a step, the outermost operation first.

Every step is taken by :func:`course.answers.calculus.derivative` itself, which is stopped at the parts
below: they stay as *pending* derivatives, variables that are written ``(u)'``, until their turn comes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from course.answers.algebra import (
    ONE,
    add,
    is_constant,
    multiply,
    rational,
    split_factors,
    substitute,
)
from course.answers.calculus import derivative, differentiate
from course.answers.tree import (
    Apply,
    Constant,
    Expr,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    walk,
)
from course.exercises.tidying import collect, tidy

_PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a solution.

    Attributes
    ----------
    rules : tuple of str
        Keys of :data:`course.exercises.strings.RULES`.
    parts : tuple of (str, Expr)
        What the letters of the rule stand for here, such as u and v.
    before, after : Expr or tuple of Expr
        What is differentiated (or expanded) in this step, and what it becomes.
    line : Expr or tuple of Expr or None
        The whole derivative after this step.
    pending : dict of str to Expr
        The functions whose derivatives are still to be taken, by the names that stand for them.
    """

    rules: tuple[str, ...]
    parts: tuple[tuple[str, Expr], ...] = ()
    before: Expr | None = None
    after: Expr | None = None
    line: Expr | tuple[Expr, ...] | None = None
    pending: dict[str, Expr] = field(default_factory=dict)


def solve(function: Expr, variable: str = "x", domain: str = "reals") -> list[Step]:
    """Differentiate step by step.

    Parameters
    ----------
    function : Expr
        The function, without pieces.
    variable : str
        Its variable.
    domain : str
        Where the question is asked: the last step may write the derivative in another form only if
        both forms are proved equal there.

    Returns
    -------
    list of Step
        The last one's ``line`` is the derivative.
    """
    from course.answers.equality import compare

    steps: list[Step] = []
    pending = {f"{_PENDING}0": function}
    line: Expr = Variable(f"{_PENDING}0")
    made = 1
    while pending:
        name = _first(line)
        part = pending.pop(name)
        rules, parts, whole = applied(part, variable, detailed=not steps)
        fresh: dict[str, Expr] = {}

        def later(below: Expr, fresh: dict[str, Expr] = fresh, start: int = made) -> Expr:
            if below == Variable(variable):
                return ONE
            known = next((n for n, f in fresh.items() if f == below), None)
            if known is None:
                known = f"{_PENDING}{start + len(fresh)}"
                fresh[known] = below
            return Variable(known)

        if whole:
            after = derivative(as_power(part, variable), variable)
        else:
            after = _one_rule(part, variable, later)
        made += len(fresh)
        pending.update(fresh)
        line = tidy(substitute(line, name, after))
        steps.append(Step(rules, parts, part, tidy(after), line, {**pending}))
    collected = collect(line)
    if collected != line:
        reference = differentiate(function, variable)
        if compare(reference, collected, variable=variable, domain=domain).proved:
            steps.append(Step(("collect",), line=collected))
    return steps


def applied(
    tree: Expr, variable: str, detailed: bool = False
) -> tuple[tuple[str, ...], tuple[tuple[str, Expr], ...], bool]:
    """The rule for the outermost operation of a formula.

    Parameters
    ----------
    tree : Expr
        A formula that is not constant.
    variable : str
        The variable.
    detailed : bool
        Take a polynomial apart into its terms rather than differentiate it in one step.

    Returns
    -------
    tuple of str, tuple of (str, Expr), bool
        Names of the rules, what their letters stand for, and whether one step does it all.
    """
    if not (detailed and isinstance(tree, Sum)) and (simple := _simple(tree, variable)):
        return simple, (), True
    match tree:
        case Sum():
            return ("sum",), (), False
        case Quotient(above, below) if is_constant(below, variable):
            return ("constant factor",), (("u", above),), False
        case Quotient(above, below) if is_constant(above, variable):
            return ("reciprocal",), (("c", above), ("v", below)), False
        case Quotient(above, below):
            return ("quotient",), (("u", above), ("v", below)), False
        case Product():
            constant, factors = split_factors(tree, variable)
            if len(factors) == 1:
                return ("constant factor",), (("c", constant), ("u", factors[0])), False
            if constant != ONE:  # it goes with the first factor
                factors = [multiply(constant, factors[0]), *factors[1:]]
            name = "product" if len(factors) == 2 else "product of three"
            return (name,), tuple(zip("uvwst", factors, strict=False)), False
        case Power(Constant("e"), exponent):
            return ("chain", "exponential"), (("u", exponent),), False
        case Power(base, _):
            return ("chain", "power"), (("u", base),), False
        case Apply(name, (argument,)):
            return ("chain", name), (("u", argument),), False
    raise TypeError(f"no rule for {tree!r}")


def _simple(tree: Expr, variable: str) -> tuple[str, ...]:
    """The rules of what is differentiated in one step; nothing if it is not simple."""
    x = Variable(variable)
    match tree:
        case Power(base, exponent) if base == x and rational(exponent) is not None:
            return ("power",)
        case Quotient() if as_power(tree, variable) is not tree:
            return ("power below",)
        case Power(Constant("e"), exponent) if exponent == x:
            return ("exponential",)
        case Apply(name, (argument,)) if argument == x:
            return (name,)
        case Product() | Quotient() if not _is_ratio(tree, variable):
            factors = split_factors(tree, variable)[1]
            if isinstance(tree, Quotient):
                factors = [tree.numerator]
            if len(factors) == 1:
                inner = ("power",) if factors[0] == x else _simple(factors[0], variable)
                if inner and not isinstance(factors[0], Sum):
                    return (
                        "constant factor",
                        *(rule for rule in inner if rule != "constant factor"),
                    )
        case Sum(terms):
            parts = [t for t in terms if not is_constant(t, variable) and t != x]
            if all(
                set(_simple(t, variable)) <= {"constant factor", "power"} for t in parts
            ) and all(_simple(t, variable) for t in parts):
                return ("polynomial",)
    return ()


def as_power(tree: Expr, variable: str) -> Expr:
    """``c/x^n`` written as ``c x^(−n)``; any other formula as it is."""
    if isinstance(tree, Quotient) and is_constant(tree.numerator, variable):
        below = tree.denominator
        if below == Variable(variable):
            return multiply(tree.numerator, Power(below, Number(-ONE.value)))
        if isinstance(below, Power) and below.base == Variable(variable):
            exponent = rational(below.exponent)
            if exponent is not None:
                return multiply(tree.numerator, Power(below.base, Number(-exponent)))
    return tree


def _is_ratio(tree: Expr, variable: str) -> bool:
    return isinstance(tree, Quotient) and not is_constant(tree.denominator, variable)


def _one_rule(tree: Expr, variable: str, later: Callable[[Expr], Expr]) -> Expr:
    """One rule of the calculus, with the derivatives of the parts left pending."""
    constant, factors = split_factors(tree, variable) if isinstance(tree, Product) else (ONE, [])
    if (
        len(factors) > 1
    ):  # the calculus would flatten a factor with a coefficient, and write u'v + v'u
        factors = [multiply(constant, factors[0]), *factors[1:]]
        slopes = [later(factor) for factor in factors]
        return add(*(multiply(*factors[:i], s, *factors[i + 1 :]) for i, s in enumerate(slopes)))
    started = False

    def rule(part: Expr, _: object) -> Expr | None:
        nonlocal started
        if not started:
            started = True
            return None
        return later(part)

    return derivative(tree, variable, rule)


def _first(line: Expr) -> str:
    """The pending derivative that is written first."""
    return next(
        n.name for n in walk(line) if isinstance(n, Variable) and n.name.startswith(_PENDING)
    )
