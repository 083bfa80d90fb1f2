"""The demos under test, and random states of them."""

import importlib
import random

from course import demos

CASES = {
    f"{chapter}.{name}": value.demo
    for chapter in demos.CHAPTERS
    for name, value in vars(importlib.import_module(f"course.demos.{chapter}")).items()
    if hasattr(value, "demo")
}


def random_states(demo, count, seed=0):
    """Return states of `demo`: every preset as it starts, and random ones, some off the sliders' grids."""
    rng = random.Random(seed)
    found = [
        demo.start(preset) | {"revealed": shown} for preset in demo.presets for shown in (0, 1)
    ]
    while len(found) < count:
        state = demo.start(rng.choice(list(demo.presets))) | {"revealed": rng.randint(0, 1)}
        for control in demo.controls:
            state[control.name] = rng.choice(control.values)
            if rng.random() < 0.2:
                state[control.name] = rng.uniform(control.values[0], control.values[-1])
        found.append(state)
    return found
