"""Rule detective, a demo of chapter 3: a formula taken apart rule by rule, and its derivative growing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course import functions

from . import rules_strings as words
from .dissection import SIGNS, Part, columns, depths, dissect
from .expression import Expression, floor, largest, number, pick, smallest, variable, where
from .marks import Mark, Panel, label, segment
from .model import Demo, Prediction, Preset, Slider
from .stage import staged
from .text import Text, by, choose

_x, _sin, _cos, _exp, _sqrt = (
    functions.x,
    functions.sin,
    functions.cos,
    functions.exp,
    functions.sqrt,
)

#: The formulas, of growing depth. Everything in the demo is made from them.
FORMULAS = {
    "product": _x**2 * _sin,
    "chain": _sin(_x**2),
    "quotient": _exp(_sin) / _x,
    "nested": _x * _exp(_cos(_x**2)),
    "root": _sqrt(_x**2 + _exp(3 * _x)),
}
TREES = {name: dissect(formula) for name, formula in FORMULAS.items()}
#: Pixels from one level of the tree to the next.
LEVEL = 78
#: The parts in the order in which they appear; slot k of the picture shows the k-th of each formula.
SLOTS = max(sum(1 for _ in tree.walk()) for tree in TREES.values())

now, done, count = variable("now"), variable("done"), variable("count")
revealed = variable("revealed")


def operations(tree: Part) -> list[Part]:
    """Return the parts that a rule takes apart, in the order of the steps."""
    return [part for part in tree.walk() if part.rule]


def _fill(template: str, part: Part) -> str:
    """Put the words of the two parts for U and V."""
    u, v = (below.words for below in part.parts)
    return template.replace("U", "\0").replace("V", v).replace("\0", u)


def _objection(part: Part, rule: str) -> str:
    """Return what speaks against taking `part` apart by `rule`."""
    if rule == part.rule:
        return ""
    operation = words.OPERATION[rule]
    deeper = next(
        (below for below in part.walk() if below is not part and below.rule == rule), None
    )
    if deeper:
        return words.DETECTIVE_DEEPER.replace("OPERATION", operation).replace("PART", deeper.words)
    if (rule, part.rule) in words.DETECTIVE_CONFUSED:
        return _fill(words.DETECTIVE_CONFUSED[rule, part.rule], part)
    return words.DETECTIVE_ABSENT.replace("OPERATION", operation)


def _at_each_step(say: Any) -> Text:
    """Return the text ``say(part)`` of the part that is taken apart now."""
    return by(
        "formula",
        {
            name: by("now", {part.number: say(part) for part in operations(tree)})
            for name, tree in TREES.items()
        },
    )


def _slots() -> Iterator[dict[str, list[Any]]]:
    """Give, for each slot, what belongs to it in every formula: a list in the order of the formulas."""
    for slot in range(SLOTS):
        found: dict[str, Any] = {"part": {}, "x": {}, "depth": {}, "parent_x": {}}
        for name, tree in TREES.items():
            parts = list(tree.walk())
            if slot >= len(parts):
                continue
            part, places = parts[slot], columns(tree)
            found["part"][name] = part
            found["x"][name] = round(places[id(part)], 3)
            found["depth"][name] = depths(tree)[id(part)]
            above = [whole for whole in parts if part in whole.parts]
            found["parent_x"][name] = round(places[id(above[0])], 3) if above else 0
        yield found


def _rule_at(tree: Part, names: list[str]) -> Expression:
    """Return the index of the right rule, a formula in the step."""
    *earlier, last = operations(tree)
    chosen: Any = number(names.index(last.rule))
    for part in reversed(earlier):
        chosen = where(now <= part.number, names.index(part.rule), chosen)
    return chosen


def _levels(tree: Part) -> Expression:
    """Return how many levels of the tree are shown below its root, a formula in the rules applied."""
    deep = depths(tree)
    shown: Any = number(0)
    for part in operations(tree):
        lowest = max(
            deep[id(below)] for above in operations(tree)[: part.number] for below in above.parts
        )
        shown = where(part.number <= done, lowest, shown)
    return shown


def _below(part: Part) -> str:
    return f"[{SIGNS[part.rule]}](neutral)" if part.rule else part.derivative(0)[0]


def _cases(values: dict[str, Any], missing: Any = -1) -> Expression:
    return pick("formula", {name: values.get(name, missing) for name in FORMULAS})


def _tree_marks() -> tuple[list[Mark], dict[str, Expression]]:
    """Return the marks of the tree, and the quantities that say what each slot shows."""
    branches: list[Mark] = []
    nodes: list[Mark] = []
    quantities: dict[str, Expression] = {}
    for slot, found in enumerate(_slots()):
        parts: dict[str, Part] = found["part"]  # type: ignore[assignment]
        place, level, above, rule = (
            variable(f"{key}_{slot}") for key in ("x", "depth", "above", "rule")
        )
        quantities[f"x_{slot}"] = _cases(found["x"])  # type: ignore[arg-type]
        quantities[f"depth_{slot}"] = _cases(found["depth"])  # type: ignore[arg-type]
        quantities[f"above_{slot}"] = _cases({name: part.above for name, part in parts.items()}, 99)
        quantities[f"rule_{slot}"] = _cases({name: part.number for name, part in parts.items()}, 0)
        shown = above <= done
        if slot:
            parent = _cases(found["parent_x"])  # type: ignore[arg-type]
            branches.append(segment(parent, 1 - level, place, -level, "neutral", when=shown))
        asked = (now <= rule) & (rule <= now) & ~revealed
        text = by("formula", {name: part.words for name, part in parts.items()})
        nodes.append(label(text, place, -level, "function", box=asked, when=shown))
        # Below it, the sign of its operation once that is found, or the derivative of a known function.
        below = by("formula", {name: _below(part) for name, part in parts.items()})
        nodes.append(
            label(
                below, place, -level, "derivative", shift=(0, 28), when=largest(rule, above) <= done
            )
        )
    return branches + nodes, quantities


@staged
def rule_detective() -> Demo:
    """Which rule belongs to the outermost operation? Step by step, until only known functions are left."""
    marks, slots = _tree_marks()
    lengths = {name: len(operations(tree)) for name, tree in TREES.items()}
    names = list(words.RULES)
    return Demo(
        title=words.DETECTIVE_TITLE,
        choice="formula",
        presets={name: Preset(tree.words, {"step": 1}) for name, tree in TREES.items()},
        controls=[
            Slider(
                "step",
                tuple(range(1, max(lengths.values()) + 1)),
                words.DETECTIVE_STEP,
                words.DETECTIVE_VALUE,
                until=pick("formula", lengths),
            )
        ],
        functions={},
        quantities={
            "count": pick("formula", lengths),
            "now": largest(1, smallest(floor(variable("step")), count)),
            "done": now - 1 + revealed,
            "levels": pick("formula", {name: _levels(tree) for name, tree in TREES.items()}),
            **slots,
        },
        panels=[
            Panel(
                x=(0, 1),
                y=(-variable("levels") - 0.62, 0.3),
                height=LEVEL * (variable("levels") + 0.92),
                marks=marks,
                grid=False,
            )
        ],
        sentence=[
            words.DETECTIVE_FORMULA,
            choose(
                done < 1,
                words.DETECTIVE_START,
                choose(done < count, words.DETECTIVE_MIDDLE, words.DETECTIVE_END),
            ),
            by(
                "formula",
                {
                    name: by(
                        "done", {k: f"{tree.derivative(k)[0]}." for k in range(lengths[name] + 1)}
                    )
                    for name, tree in TREES.items()
                },
            ),
        ],
        prediction=Prediction(
            [
                words.DETECTIVE_QUESTION,
                _at_each_step(lambda part: f"{part.words}{words.DETECTIVE_QUESTION_END}"),
            ],
            list(words.RULES.values()),
            pick("formula", {name: _rule_at(tree, names) for name, tree in TREES.items()}),
            _at_each_step(lambda part: _fill(words.DETECTIVE_BECAUSE[part.rule], part)),
            wrong=_at_each_step(lambda part: [_objection(part, rule) for rule in names]),
            steps="step",
            says=words.DETECTIVE_SAYS,
        ),
        question=words.WHAT_CHANGED,
        answer=choose(
            done < count, words.DETECTIVE_MEANWHILE, by("formula", words.DETECTIVE_ANSWERS)
        ),
    )
