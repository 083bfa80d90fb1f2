"""Where the examples of chapter 2's demos start, and what is right to predict for them."""

#: Which prediction comes true: its place among the choices.
MICROSCOPE_RIGHT: dict[str, int] = {"square": 1, "sine": 0, "abs": 2, "rounded": 0, "cbrt": 1}

#: The state that each example starts in.
MICROSCOPE_STARTS: dict[str, dict[str, float]] = {
    "square": {"x0": 1, "m": 100},
    "sine": {"x0": 1, "m": 10},
    "abs": {"x0": 0, "m": 1000},
    "rounded": {"x0": 0, "m": 10000},
    "cbrt": {"x0": 0, "m": 1000},
}

#: Ends of the vertical axis.
MICROSCOPE_LOWEST: dict[str, float] = {
    "square": -1,
    "sine": -1.6,
    "abs": -0.6,
    "rounded": -0.6,
    "cbrt": -1.6,
}

MICROSCOPE_HIGHEST: dict[str, float] = {
    "square": 5,
    "sine": 1.6,
    "abs": 2.6,
    "rounded": 2.6,
    "cbrt": 1.6,
}

#: The state that each example starts in.
STEP_STARTS: dict[str, dict[str, float]] = {
    "square": {"alpha": 1.5, "h": 0.5},
    "sine": {"alpha": 1, "h": 1},
    "power": {"alpha": 0, "h": 0.5},
    "abs": {"alpha": 1, "h": 0.5},
}

#: Ends of the vertical axis.
STEP_LOWEST: dict[str, float] = {"square": -1.5, "sine": -1.3, "power": -0.6, "abs": -0.6}

STEP_HIGHEST: dict[str, float] = {"square": 5, "sine": 1.3, "power": 1.5, "abs": 1.5}

#: The numbers a and b of each example.
WAVES_PARAMETERS: dict[str, tuple[float, int]] = {
    "few": (0.5, 13),
    "many": (0.5, 13),
    "slow": (0.5, 3),
    "tame": (0.25, 3),
}

#: Which prediction comes true: its place among the choices.
WAVES_RIGHT: dict[str, int] = {"few": 1, "many": 2, "slow": 0, "tame": 0}

#: The state that each example starts in.
WAVES_STARTS: dict[str, dict[str, float]] = {
    "few": {"terms": 3, "m": 10000},
    "many": {"terms": 12, "m": 10000},
    "slow": {"terms": 16, "m": 1000},
    "tame": {"terms": 16, "m": 10000},
}

#: Which prediction comes true: its place among the choices.
DUST_RIGHT: dict[str, int] = {"zero": 1, "one": 1, "near": 0, "root": 2}

#: The state that each example starts in.
DUST_STARTS: dict[str, dict[str, float]] = {
    "zero": {"q": 0, "d": 0.5},
    "one": {"q": 1, "d": 0.2},
    "near": {"q": 0.1, "d": 0.1},
    "root": {"q": 1, "d": 0.28},
}
