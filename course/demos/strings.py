"""The words around every demo. A translation replaces these; pictures hold no words."""

PRESETS = "Examples"
PREDICT = "Predict first"
PREDICTED = "Your prediction"
SKIP = "Skip, just show me"
LOCKED = "Choose an answer above, or skip: then the picture is yours to move."
PLAY = "Play"
UNDEFINED = "undefined"
#: ``CHOICE`` is what was predicted, ``RIGHT`` what comes true.
RIGHT = "✓ You predicted “CHOICE”, and so it is."
WRONG = "✗ You predicted “CHOICE”. What happens: “RIGHT”."
SKIPPED = "Skipped. What happens: “RIGHT”."
NEXT = "Next step"
EXAMPLE = "Example"

ERROR_ZERO = "{name} must not be 0: {reason}"
ERROR_RANGE = "{name} must be a number between {low} and {high}, not {value!r}"
ERROR_CLASH = "a control cannot be called {name!r}: every widget has a trait of that name"
ERROR_CHOICE = "there are {count} choices, numbered from 0; {index!r} is none of them"


def table() -> dict[str, str]:
    """Return the words that the browser needs."""
    return {
        "presets": PRESETS,
        "predict": PREDICT,
        "predicted": PREDICTED,
        "skip": SKIP,
        "locked": LOCKED,
        "play": PLAY,
        "undefined": UNDEFINED,
        "right": RIGHT,
        "wrong": WRONG,
        "skipped": SKIPPED,
        "next": NEXT,
    }
