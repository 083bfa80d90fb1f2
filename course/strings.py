"""The words of the package's own modules: one table, so that an edition in another language replaces it."""

from __future__ import annotations

#: What check_installation says.
INSTALLATION = {
    "well": "all is well: course {version}, Python {python}",
    "missing": (
        "{name} is missing here. Close JupyterLab, and start it in the course's folder with: "
        "python3 run.py"
    ),
}

#: What progress says.
PROGRESS = {
    "caption": "Questions solved so far",
    "kept": "Kept in {path}, on this machine only. Copy the file to take it elsewhere.",
}

#: A figure's sentence: its caption, and its text for those who do not see it.
FIGURES = {
    "position_and_time": (
        "Position against time. The point moves away from 0, rests where the curve is level, and comes "
        "back; at the end it is on the negative side."
    ),
    "chord": (
        "A curve and its chord between two times. The chord's slope, rise over run, is the average "
        "velocity between them."
    ),
    "chords_to_tangent": (
        "Chords from one point of a curve to points ever nearer to it, from the right and from the left. "
        "They turn towards one line, the tangent."
    ),
    "absolute_value": (
        "The graph of the absolute value. From the right all chords at 0 have slope 1, from the left all "
        "have slope −1: two lines, no tangent."
    ),
    "weierstrass": (
        "A partial sum of Weierstrass's function, and the part in the frame enlarged. At this "
        "size the enlargement looks as jagged as the whole."
    ),
    "sigmoid": (
        "The sigmoid rises from 0 to 1 and is steepest at 0; its derivative, dashed, has its peak 1/4 there "
        "and fades on both sides."
    ),
    "relu": (
        "ReLU is 0 up to 0 and then rises with slope 1; its derivative, dashed, jumps from 0 to 1, and has no "
        "value at 0."
    ),
    "forward_differences": (
        "The sine, its forward differences for the steps 3, 1 and 0.1, and the cosine, dashed. With a smaller "
        "step they come closer; that for 0.1 nearly covers the cosine."
    ),
    "composition": (
        "A chain of three functions, twice. The values run down, from x₀ to x₃. On the left the product of "
        "the slopes grows downwards with them, f₁′ first; on the right it grows upwards, f₃′ first. Both "
        "end as f₃′(x₂) f₂′(x₁) f₁′(x₀)."
    ),
}
