"""Buggy rules as data: each one generates the wrong answers that it leads to.

One module for each theorem. To add a rule, add one entry to one module's ``RULES`` and one question
that triggers it to ``tests/answers/test_misconceptions.py``, which fails for a rule that has none.
"""

from __future__ import annotations

from functools import cache

from course.answers.misconceptions.model import Misconception


@cache
def derivative_rules() -> tuple[Misconception, ...]:
    """All misconceptions about derivatives; the more common ones of a topic come first."""
    from course.answers.misconceptions import chains, functions, powers, products, quotients, wholes

    return tuple(
        rule
        for module in (wholes, chains, products, quotients, powers, functions)
        for rule in module.RULES
    )


@cache
def taylor_rules() -> tuple[Misconception, ...]:
    """All misconceptions about Taylor coefficients and series."""
    from course.answers.misconceptions import taylor

    return tuple(taylor.RULES)


@cache
def by_name() -> dict[str, Misconception]:
    """Every misconception by its name."""
    return {rule.name: rule for rule in (*derivative_rules(), *taylor_rules())}
