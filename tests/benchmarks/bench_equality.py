"""Our judge beside SymPy's ``simplify`` and ``equals``, on the same pairs in one run.

``python tests/benchmarks/bench_equality.py [--pairs 100] [--seed 1] [--seconds 5]`` prints a table
in Markdown. The pairs are the hand-written ones of ``tests/answers/test_equality.py`` (on the whole
line, where SymPy needs no domain) and random ones of ``tests/answers/generation.py``; their labels
come from construction and mpmath, not from a program under test.

SymPy is given each pair as a learner's notebook would: the difference of both expressions, built
from the same typed texts (the conversion is not timed), with a real symbol. A pair that takes
longer than the limit counts as *no verdict*. SymPy's verdicts are equal or not; where the label is
*undefined* (a hole), "not equal" counts as right.

``--fuzz 100000`` instead sends so many random texts to the grammar and reports any exception.
"""

from __future__ import annotations

import argparse
import random
import signal
import statistics
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "answers"), str(TESTS.parent)]

import generation  # noqa: E402
import sympy as sp  # noqa: E402

from course.answers import AnswerError, compare, parse, to_text  # noqa: E402
from course.answers import tree as t  # noqa: E402

X = sp.Symbol("x", real=True)


class TooLongError(Exception):
    """The limit for one pair was reached."""


def to_sympy(node: t.Expr) -> sp.Expr:
    """The SymPy expression of a tree, for the comparison only."""
    match node:
        case t.Number(value):
            return sp.Rational(value.numerator, value.denominator)
        case t.Constant(name):
            return {"e": sp.E, "pi": sp.pi}[name]
        case t.Variable():
            return X
        case t.Sum(terms):
            return sp.Add(*map(to_sympy, terms))
        case t.Product(factors):
            return sp.Mul(*map(to_sympy, factors))
        case t.Quotient(top, bottom):
            return to_sympy(top) / to_sympy(bottom)
        case t.Power(base, exponent):
            return to_sympy(base) ** to_sympy(exponent)
        case t.Cases(branches, otherwise):
            pairs = [(to_sympy(v), condition(c)) for c, v in branches]
            pairs += [] if otherwise is None else [(to_sympy(otherwise), True)]
            return sp.Piecewise(*pairs)
    arguments = list(map(to_sympy, node.arguments))
    special = {
        "max": sp.Max, "min": sp.Min, "abs": sp.Abs, "ceil": sp.ceiling, "cbrt": sp.cbrt,
        "sigmoid": lambda u: 1 / (1 + sp.exp(-u)), "relu": lambda u: sp.Max(u, 0),
    }  # fmt: skip
    return special.get(node.function, getattr(sp, node.function, None))(*arguments)


def condition(node: t.Condition) -> sp.Basic:
    """The SymPy condition of a condition."""
    if isinstance(node, t.Logic):
        return {"and": sp.And, "or": sp.Or}[node.op](*map(condition, node.parts))
    relation = {"<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge, "=": sp.Eq, "!=": sp.Ne}[node.op]
    return relation(to_sympy(node.left), to_sympy(node.right))


def limited(function, seconds):
    """Call with a time limit; None when it is reached or the call fails, and the seconds used."""

    def alarm(*_):
        raise TooLongError

    previous = signal.signal(signal.SIGALRM, alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    start = time.perf_counter()
    try:
        found = function()
    except TooLongError:
        found = None
    except Exception:
        found = None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    return found, time.perf_counter() - start


def handwritten():
    """The pairs of the tests that hold on all reals."""
    import test_equality as table

    for source, kind in ((table.RIGHT, "equal"), (table.WRONG, "different")):
        for reference, where, answer in table.cases(source):
            if where == "reals" and reference[0] != "t":
                yield reference, answer, kind
    for reference, where, answer in table.cases(table.UNDEFINED):
        if where == "reals":
            yield reference, answer, "undefined"


def methods(seconds):
    """What is compared: a name, and a function from two texts to (verdict, seconds)."""

    def ours(reference, answer):
        verdict, used = limited(lambda: compare(reference, answer), seconds)
        kind = verdict.kind if verdict else None
        return None if kind in (None, "undetermined", "unreadable") else kind, used

    def by_sympy(decide):
        def judge(reference, answer):
            pair, _ = limited(
                lambda: (to_sympy(parse(reference)), to_sympy(parse(answer))), seconds
            )
            if pair is None:
                return None, seconds
            same, used = limited(lambda: decide(*pair), seconds)
            return None if same is None else "equal" if same else "different", used

        return judge

    return {
        "course.answers.compare": ours,
        "SymPy simplify(a - b) == 0": by_sympy(lambda a, b: bool(sp.simplify(a - b) == 0)),
        "SymPy a.equals(b)": by_sympy(lambda a, b: a.equals(b)),
    }


def run(pairs, seconds):
    """The Markdown table."""
    print(
        f"{len(pairs)} pairs, {sum(k == 'equal' for *_, k in pairs)} of them equal; limit {seconds:g} s\n"
    )
    print(
        "| method | wrong accepted | right rejected | no verdict | median ms | p95 ms | worst ms |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, judge in methods(seconds).items():
        accepted = rejected = none = 0
        times = []
        judge("x", "x + 1")
        for reference, answer, kind in pairs:
            verdict, used = judge(reference, answer)
            times.append(1000 * used)
            none += verdict is None
            accepted += verdict == "equal" and kind != "equal"
            rejected += verdict not in ("equal", None) and kind == "equal"
        times.sort()
        p95 = times[int(0.95 * len(times))]
        row = f"{accepted} | {rejected} | {none} | {statistics.median(times):.1f} | {p95:.0f} | {times[-1]:.0f}"
        print(f"| {name} | {row} |", flush=True)


def fuzz(count, seed):
    """Random texts, from pieces of the grammar and from any characters: nothing but AnswerError."""
    rng = random.Random(seed)
    pieces = (
        "x x x 2 3 0.5 1e-3 e pi + - * / ^ ** ( ) ( ) | | ! , < > <= = != : { } [ ] sin cos exp( ln √ ² ⁻ max( "
        "cases( if else and or not sin^2 tan^-1 abs( sqrt ' \" \\ . .. np. y f' d/dx True xx sinx ∞ х \x00 π ½ −"
    ).split(" ")
    refused, slowest = 0, 0.0
    for _ in range(count):
        if rng.random() < 0.8:
            typed = rng.choice(["", " "]).join(rng.choices(pieces, k=rng.randint(0, 14)))
        else:
            typed = "".join(
                chr(rng.choice([rng.randrange(128), rng.randrange(0xD7FF)]))
                for _ in range(rng.randint(0, 30))
            )
        start = time.perf_counter()
        try:
            tree = parse(typed)
            if parse(to_text(tree)) != tree:
                raise SystemExit(f"the echo of {typed!r} reads differently")
        except AnswerError as error:
            refused += 1
            if not error.message:
                raise SystemExit(f"no message for {typed!r}") from None
        slowest = max(slowest, time.perf_counter() - start)
    print(
        f"{count} texts: {count - refused} read, {refused} refused, nothing else; slowest {1000 * slowest:.1f} ms"
    )


def main():
    """Read the options and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--pairs", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=5.0)
    options.add_argument("--fuzz", type=int, default=0)
    chosen = options.parse_args()
    if chosen.fuzz:
        fuzz(chosen.fuzz, chosen.seed)
        return
    rng = random.Random(chosen.seed)
    random_pairs = (generation.pair(rng) for _ in range(chosen.pairs))
    print("Random pairs: ", end="")
    run([(p.reference, p.answer, p.kind) for p in random_pairs], chosen.seconds)
    print("\nHand-written pairs: ", end="")
    run(list(handwritten()), chosen.seconds)


if __name__ == "__main__":
    main()
