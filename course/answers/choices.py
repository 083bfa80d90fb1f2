"""Questions answered by yes or no, or by one label out of a few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course.answers import policy
from course.answers.judgement import Judgement
from course.answers.strings import FALSE_WORDS, FEEDBACK, TRUE_WORDS


def truth(answer: object) -> bool | None:
    """The truth value that an answer states; None when it states none.

    ``True``, NumPy's and SymPy's truth values, and words such as ``"yes"`` are accepted. Numbers
    are not.
    """
    if isinstance(answer, str):
        word = answer.strip().rstrip(".!").lower()
        return True if word in TRUE_WORDS else False if word in FALSE_WORDS else None
    if isinstance(answer, bool):
        return answer
    if type(answer).__name__ in ("bool", "bool_", "BooleanTrue", "BooleanFalse"):
        return bool(answer)
    return None


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A truth value, or one label of ``labels``; case does not matter.

    ``right`` None: the answer is only read. ``mistakes`` has, for wrong choices, the misconception that leads to each. It gives a hint, and no
    points: a choice may be a guess.
    """

    right: Any
    labels: tuple[str, ...] | None = None
    mistakes: tuple[tuple[str, object], ...] = ()

    def judge(self, answer: object) -> Judgement:
        """Compare the choice."""
        from course.answers.questions import is_empty

        if is_empty(answer):
            return Judgement("empty")
        if self.labels is None:
            value = truth(answer)
            if value is None:
                return Judgement("unreadable", FEEDBACK["not yes or no"])
            text = FEEDBACK["yes" if value else "no"]
            right = value == self.right
        else:
            text = str(answer).strip() if isinstance(answer, (str, int)) else ""
            known = {label.casefold() for label in self.labels}
            if text.casefold() not in known:
                return Judgement(
                    "unreadable", FEEDBACK["not a choice"].format(labels=", ".join(self.labels))
                )
            right = text.casefold() == str(self.right).casefold()
        if self.right is None:
            return Judgement("read", text=text)
        if right:
            return Judgement("right", text=text, share=policy.RIGHT)
        from course.answers.diagnosis import named_hint

        chosen = truth(answer) if self.labels is None else text.casefold()
        hints = [
            named_hint(name)
            for name, choice in self.mistakes
            if chosen == (choice if self.labels is None else str(choice).casefold())
        ]
        return Judgement("wrong", text=text, hints=tuple(hints))
