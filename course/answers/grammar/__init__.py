"""From typed text to trees: tokens, binding, names, doubtful readings."""
