"""The error that an answer raises when it cannot be read."""

from __future__ import annotations


class AnswerError(ValueError):
    """An answer cannot be read, or can be read in two ways.

    Parameters
    ----------
    message : str
        What is wrong, in plain words for the learner.
    position : int or None
        Index of the character in the typed text where it went wrong (0 is the first); None when
        the answer was not a text.
    readings : tuple of str
        When the text is doubtful: the readings to choose from, each typed without doubt.
    """

    def __init__(
        self, message: str, position: int | None = None, readings: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.readings = readings
