"""Putting the lines of a proof in order (a Parsons problem), judged by what each line relies on.

The proof is a graph: for each line the lines that must stand before it. Every order that respects
it is right. Lines that do not belong to the proof are *distractors*, each with the reason why.

Partial credit: let k be the largest number of proof lines in the answer that stand in a valid order
among themselves, d the number of distractors used, and N the number of lines of the proof. The
share is (k − d)/N, and 0 below one half, which mere shuffling reaches too easily.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from fractions import Fraction

from course.answers.strings import WITNESS
from course.answers.witnesses.finding import Finding, right

#: Most lines that a proof may have.
LINES = 16
#: Below this share an order earns nothing.
LEAST = Fraction(1, 2)


class ProofLines:
    """The lines of a proof, by their labels.

    Parameters
    ----------
    needs : mapping
        From the label of each line of the proof to the labels that must stand before it, as a text
        such as ``"a c"`` or as a list.
    distractors : mapping, optional
        From the label of each line that does not belong to the proof to the reason why.

    Raises
    ------
    ValueError
        If a line relies on an unknown one or, through others, on itself.
    """

    def __init__(
        self,
        needs: Mapping[str, str | Iterable[str]],
        distractors: Mapping[str, str] | None = None,
    ) -> None:
        self.needs = {
            line: frozenset(before.split() if isinstance(before, str) else before)
            for line, before in needs.items()
        }
        self.distractors = dict(distractors or {})
        unknown = {x for before in self.needs.values() for x in before} - set(self.needs)
        if unknown or set(self.needs) & set(self.distractors):
            raise ValueError("a line relies on one that is not a line of the proof")
        if not 0 < len(self.needs) + len(self.distractors) <= LINES:
            raise ValueError(f"a proof has between 1 and {LINES} lines")
        #: For each line all lines before it, directly or through others.
        self.before = {line: self._closure(line) for line in self.needs}

    def _closure(self, line: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(self.needs[line])
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self.needs[one])
        if line in found:
            raise ValueError(f"line {line} relies on itself")
        return frozenset(found)

    def longest_valid(self, order: list[str]) -> int:
        """The size of the largest part of an order whose lines stand in a valid order."""
        best = 0
        lines = [line for line in order if line in self.needs]
        chosen: list[str] = []

        def extend(index: int) -> None:
            nonlocal best
            best = max(best, len(chosen))
            if len(chosen) + len(lines) - index <= best:
                return
            line = lines[index]
            if all(line not in self.before[earlier] for earlier in chosen):
                chosen.append(line)
                extend(index + 1)
                chosen.pop()
            extend(index + 1)

        extend(0)
        return best

    def share(self, order: list[str]) -> Fraction:
        """The share of the points; see the module."""
        used = sum(line in self.distractors for line in order)
        share = Fraction(self.longest_valid(order) - used, len(self.needs))
        return share if share >= LEAST else Fraction(0)

    def check(self, order: object) -> Finding:
        """Judge an order: a list of labels, or the labels in one text.

        Returns
        -------
        Finding
            Of a wrong order ``message`` names the first line that lacks its reason, or the
            distractor and why it does not belong; ``counterexample`` has its label as ``line``.
        """
        labels = self._labels(order)
        if isinstance(labels, Finding):
            return labels
        if not labels:
            return Finding("empty", WITNESS["empty"])
        share = self.share(labels)
        seen: set[str] = set()
        for line in labels:
            if line in self.distractors:
                text = WITNESS["order distractor"].format(line=line, why=self.distractors[line])
                return Finding("wrong", text, share, {"line": line})
            if not self.needs[line] <= seen:
                text = WITNESS["order reason"].format(line=line)
                return Finding("wrong", text, share, {"line": line})
            seen.add(line)
        missing = len(self.needs) - len(seen)
        if missing:
            text = WITNESS["order missing"].format(count=missing)
            return Finding("wrong", text, share, {"missing": missing})
        return right(WITNESS["order right"])

    def _labels(self, order: object) -> list[str] | Finding:
        if order is None or order is Ellipsis:
            return []
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        if not isinstance(order, (list, tuple)) or len(order) > 4 * LINES:
            return Finding("unreadable", WITNESS["order list"])
        known = {label.casefold(): label for label in (*self.needs, *self.distractors)}
        labels = []
        for entry in order:
            text = str(entry).strip() if isinstance(entry, (str, int)) else ""
            label = known.get(text.casefold())
            if label is None:
                listed = ", ".join(sorted(known.values()))
                return Finding("unreadable", WITNESS["order label"].format(labels=listed))
            if label in labels:
                return Finding("unreadable", WITNESS["order twice"].format(line=label))
            labels.append(label)
        return labels

    # -- not to be read at a glance -----------------------------------------------------------

    def seal(self) -> str:
        """The graph as a text which does not give the order away to somebody who reads it.

        It is no secret: whoever unpacks it may. The marks are given by the hidden tests.
        """
        plain = [{k: sorted(v) for k, v in self.needs.items()}, self.distractors]
        packed = zlib.compress(json.dumps(plain, sort_keys=True).encode(), 9)
        return b64encode(packed).decode()

    @classmethod
    def unseal(cls, text: str) -> ProofLines:
        """The graph from :meth:`seal`."""
        needs, distractors = json.loads(zlib.decompress(b64decode(text)))
        return cls(needs, distractors)
