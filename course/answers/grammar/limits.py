"""Bounds on what is read and computed, so that no answer can hang or crash the judge."""

from __future__ import annotations

#: Characters in a typed formula.
LENGTH = 4000
#: Brackets, powers and functions inside each other, as typed.
NESTING = 40
#: Levels and nodes of a tree, however it was made.
DEPTH = 120
NODES = 4000
#: Digits of a typed number, and the largest power of ten in one.
DIGITS = 400
TEN_POWER = 400
