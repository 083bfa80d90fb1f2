"""The error that a command reports in one line."""


class Problem(Exception):
    """Something that the user can put right; the text says what."""
