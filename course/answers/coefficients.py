"""Questions answered by a list of exact numbers: Taylor coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.answers import policy
from course.answers.algebra import negate, number, rational
from course.answers.errors import AnswerError
from course.answers.judgement import Hint, Judgement
from course.answers.strings import FEEDBACK
from course.answers.tree import Expr

#: Entries that are read at most.
_LONGEST = 100


def entries(answer: object) -> list[object]:
    """The entries of a list, however it was written down.

    Parameters
    ----------
    answer : list, tuple, array, SymPy tuple or str
        A text is split at its commas outside brackets; brackets around the whole are left out.

    Raises
    ------
    AnswerError
        When there are too many.
    """
    if isinstance(answer, str):
        found: list[object] = list(_split(answer))
    elif hasattr(answer, "tolist"):
        listed = answer.tolist()
        found = listed if isinstance(listed, list) else [listed]
    elif _is_list(answer):
        found = [entry for _, entry in zip(range(_LONGEST + 1), answer, strict=False)]  # type: ignore[call-overload]
    else:
        found = [answer]
    if len(found) > _LONGEST:
        raise AnswerError(FEEDBACK["list long"])
    return found


def _is_list(answer: object) -> bool:
    """Whether it is a list of Python or SymPy. Sets have no order; bytes are no list of numbers."""
    return isinstance(answer, (list, tuple)) or type(answer).__name__ in ("Tuple", "range")


def _split(text: str) -> list[str]:
    text = text.strip()
    if text[:1] in "[(" and text[-1:] in ")]" and len(text) > 1:
        inner = text[1:-1]
        if "," in inner and _closed(inner):
            text = inner
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character in ",;" and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]] if text[start:].strip() or not parts else parts


def _closed(text: str) -> bool:
    """Whether no bracket closes that was not opened."""
    depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            return False
    return depth == 0


def read_list(answer: object, names: Sequence[str]) -> tuple[list[Expr], dict[str, Any]]:
    """Read a list, or a single formula, with its echo for a judgement.

    Returns
    -------
    list of Expr, dict
        The entries; fields ``latex``, ``text`` and ``notes`` of a judgement.

    Raises
    ------
    AnswerError
        When an entry is missing or cannot be read; the message says which.
    """
    from course.answers.latex import to_latex
    from course.answers.questions import is_empty
    from course.answers.reading import interpret

    listed = entries(answer)
    trees, notes = [], []
    for index, entry in enumerate(listed):
        prefix = FEEDBACK["list entry"].format(index=index) if len(listed) > 1 else ""
        if is_empty(entry):
            raise AnswerError(prefix + FEEDBACK["list entry empty"])
        try:
            reading = interpret(entry, names)
        except AnswerError as error:
            raise AnswerError(prefix + error.message, readings=error.readings) from None
        trees.append(reading.tree)
        notes += [note for note in reading.notes if note not in notes]
    from course.answers.text import to_text

    text = ", ".join(map(to_text, trees))
    latex = r",\ ".join(map(to_latex, trees))
    if len(trees) > 1:
        text, latex = f"[{text}]", rf"\left[{latex}\right]"
    return trees, {"latex": latex, "text": text, "notes": tuple(notes)}


def same(left: Expr, right: Expr, variable: str, seconds: float = 1.0) -> bool | None:
    """Whether two entries are equal; None when that is not known."""
    exact = rational(left), rational(right)
    if None not in exact:
        return exact[0] == exact[1]
    from course.answers.equality import compare

    verdict = compare(left, right, variable=variable, seconds=seconds)
    return None if verdict.kind == "undetermined" else verdict.kind == "equal"


@dataclass(frozen=True, slots=True)
class CoefficientsQuestion:
    """A list of coefficients, the constant one first.

    ``given`` is the reference, if the question states it; otherwise it is computed from
    ``function``. Entries behind the ``count`` that are asked for do no harm when they are right.
    """

    given: tuple[Expr, ...] | None
    function: Expr | None
    variable: str = "x"
    count: int = 8

    def reference(self, count: int) -> list[Expr]:
        """The right coefficients."""
        from course.answers.series import coefficients

        if self.given is not None and (self.function is None or count <= len(self.given)):
            return list(self.given[:count])
        assert self.function is not None
        return coefficients(self.function, count, self.variable)

    def judge(self, answer: object) -> Judgement:
        """Compare entry by entry, and diagnose a wrong list."""
        from course.answers.questions import is_empty, unreadable

        count = len(self.given) if self.given is not None else self.count
        if is_empty(answer):
            return Judgement("empty")
        if isinstance(answer, dict):
            return Judgement("unreadable", FEEDBACK["not a list"].format(count=count))
        try:
            trees, read_as = read_list(answer, (self.variable,))
        except AnswerError as error:
            return unreadable(answer, error)
        right = self.reference(max(count, min(len(trees), 2 * count)))
        compared = [same(r, a, self.variable) for r, a in zip(right, trees, strict=False)]
        if False not in compared and count <= len(trees) <= len(compared):
            if None in compared:
                return Judgement("undetermined", self._unsure(compared.index(None)), **read_as)
            return Judgement("right", share=policy.RIGHT, **read_as)
        return self._wrong(trees, right[:count], compared, read_as)

    def _unsure(self, index: int) -> str:
        return FEEDBACK["list undetermined"].format(index=index)

    def _wrong(
        self,
        trees: list[Expr],
        right: list[Expr],
        compared: list[bool | None],
        read_as: dict[str, Any],
    ) -> Judgement:
        from course.answers.diagnosis import diagnose_list, slip
        from course.answers.text import to_text

        if False in compared:
            index = compared.index(False)
            detail = FEEDBACK["list different"].format(index=index, answer=to_text(trees[index]))
        else:
            detail = ""
        if len(trees) != len(right):
            length = FEEDBACK["list length"].format(given=len(trees), count=len(right))
            detail = f"{length} {detail}".strip()
        hints: tuple[Hint, ...] = ()
        if self.function is not None:
            hints = diagnose_list(self.function, self.variable, len(right), trees)
        sign = len(trees) == len(right) and self._lone_sign(trees, right)
        share = policy.share("wrong", lone_sign=sign, misconceptions=len(hints))
        if not hints and (sign or self._rounded(trees, right)):
            hints = (slip("lone sign" if sign else "rounded"),)
        return Judgement("wrong", detail, hints=hints, share=share, **read_as)

    def _lone_sign(self, trees: list[Expr], right: list[Expr]) -> bool:
        """Whether all signs are wrong, or exactly one."""
        wrong = [i for i, r in enumerate(right) if same(r, trees[i], self.variable) is not True]
        turned = [same(negate(right[i]), trees[i], self.variable) is True for i in wrong]
        non_zero = sum(same(r, number(0), self.variable) is not True for r in right)
        return bool(wrong) and all(turned) and len(wrong) in (1, non_zero)

    def _rounded(self, trees: list[Expr], right: list[Expr]) -> bool:
        """Whether every entry is near the right one, as decimals are."""
        from course.answers.approximate import values

        if len(trees) != len(right):
            return False
        pairs = [(values(t, ""), values(r, "")) for t, r in zip(trees, right, strict=True)]
        return all(bool((abs(t - r) <= 0.02 * abs(r)).all()) for t, r in pairs)
