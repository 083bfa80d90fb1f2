"""The words of chapter 1's demos. A translation replaces these."""

LEFT, RIGHT = "from the left", "from the right"

CHORD_TITLE = "From chord to tangent"
CHORD_X0 = "the point *x*₀"
CHORD_H = "the distance *h*, never 0"
CHORD_H_ZERO = "a chord needs two points"
CHORD_SENTENCE = (
    "At *x*₀ = {x0:.2f} the chord from *x*₀ to *x*₀ + *h* with *h* = {h:.2g} "
    "has the [slope {slope:.4f}](approximation)."
)
CHORD_LIMIT = (
    "For *h* → 0 from both sides the slopes approach [*f′*(*x*₀) = {limit:.4f}](derivative), "
    "the slope of the tangent; this chord is off by {gap:.2g}."
)
CHORD_NO_LIMIT = (
    "From the right the slopes approach {right_limit:.0f}, from the left {left_limit:.0f}: "
    "not one number, so there is no tangent here."
)
CHORD_TABLE = "Slope of the chord on either side of *x*₀ = {x0:.2f}"
CHORD_COLUMNS = ("|*h*|", "left, −|*h*|", "right, +|*h*|")
CHORD_QUESTIONS = {
    "square": "At *x*₀ = 1 the chord from 1 to 1 + *h* turns when *h* goes to 0. What does its slope approach?",
    "cube": "At *x*₀ = 0 the chords turn towards one line, the tangent. Where is it?",
    "sine": "The tangent at the top of a wave: where does it meet the curve?",
    "abs": "At the corner of |*x*|, *h* goes to 0. What do the slopes of the chords do?",
}
CHORD_CHOICES = {
    "square": [
        "0, because *h* becomes 0",
        "2, from both sides",
        "2 from the right, −2 from the left",
        "nothing: 0/0 is no number",
    ],
    "cube": [
        "it touches the curve and stays on one side",
        "it crosses the curve at *x*₀",
        "there is none, because the slope is 0",
    ],
    "sine": ["only there", "again at every other top", "it crosses the curve at the top"],
    "abs": [
        "they approach 0, the middle",
        "they approach 1",
        "they stay at +1 on the right and at −1 on the left",
    ],
}
CHORD_BECAUSE = {
    "square": (
        "The slope is 2 + *h* for every *h* ≠ 0, positive or negative. It comes as close to 2 as you "
        "like although *h* is never 0."
    ),
    "cube": (
        "Both neighbours pull the chord flat: its slope is *h*². The tangent is the line *y* = 0, and "
        "the curve is below it on the left and above it on the right. A tangent may cross."
    ),
    "sine": (
        "The tangent is *y* = 1, and the sine is 1 again at *x*₀ ± 2π, *x*₀ ± 4π, … "
        "What a tangent does far away says nothing: only points near *x*₀ count."
    ),
    "abs": (
        "Every chord to the right has slope exactly +1, every chord to the left exactly −1. "
        "Two numbers are not one limit, and their mean is neither."
    ),
}
CHORD_QUESTION = "What changed, and why?"
CHORD_ANSWERS = {
    "square": (
        "Move *x*₀: the limit moves with it and is always 2*x*₀, because (*x*₀ + *h*)² − *x*₀² divided by "
        "*h* is 2*x*₀ + *h*. Dividing by *h* is allowed since *h* is never 0; afterwards nothing stops *h* "
        "from being as small as you like."
    ),
    "cube": (
        "Move *x*₀ away from 0: the tangent no longer crosses at *x*₀, but it meets the curve a second time "
        "at −2*x*₀. Neither crossing nor touching makes a tangent; the limit of the slopes does."
    ),
    "sine": (
        "Move *x*₀ to 0: there the tangent crosses the sine. The slope follows the height of the cosine: "
        "1 at *x*₀ = 0, 0 at the tops."
    ),
    "abs": (
        "Move *x*₀ off the corner: as soon as |*h*| is smaller than the distance to the corner, both sides "
        "agree, and the derivative exists. It is decided at each point by its neighbours alone."
    ),
}

TRIP_TITLE = "A trip and its speedometer"
TRIP_TIME = "time *t*, in minutes"
TRIP_PRESETS = {
    "return": "there and back",
    "stop": "a stop on the way",
    "slowing": "fast near, slow far",
    "behind": "behind the start",
}
TRIP_POSITION = "At *t* = {t:.1f} min the [position is {position:.2f} km](function)."
TRIP_VELOCITY = (
    "The [velocity is {velocity:.2f} km/min](derivative), the slope of the position curve; "
    "the speed is {speed:.2f} km/min:"
)
TRIP_FORWARD = "the position grows."
TRIP_BACKWARD = "the position falls, so the velocity is negative and the speed is not."
TRIP_STILL = "for an instant nothing moves."
TRIP_QUESTIONS = {
    "return": "Out and back on the same road. What is the velocity on the way back?",
    "stop": "From minute 3 to minute 5 it waits, far from the start. What is the velocity then?",
    "slowing": "When is the velocity greatest?",
    "behind": "In minutes 4 to 6 it is behind the start, so the position is negative, and it drives forwards. The velocity is …",
}
TRIP_CHOICES = {
    "return": ["positive: the wheels turn as before", "negative", "zero"],
    "stop": ["large, because it is far away", "zero", "the same as before the stop"],
    "slowing": [
        "at the end, where it is farthest",
        "at the beginning",
        "it is the same all the time",
    ],
    "behind": ["negative, like the position", "positive", "zero"],
}
TRIP_BECAUSE = {
    "return": (
        "The position falls on the way back, so its change divided by the time is negative. "
        "A speedometer shows the absolute value, the dashed line: speed."
    ),
    "stop": "The curve is high but level. Velocity is the steepness of the position curve, not its height.",
    "slowing": "The curve is steepest at the beginning, near the start, and nearly level far away. Height is not slope.",
    "behind": "The position is below 0 but rising. The sign of the velocity says which way, not on which side.",
}
TRIP_QUESTION = "What changed, and why?"
TRIP_ANSWERS = {
    "return": "At the turning point, *t* = 4, the position is greatest and the velocity is 0: the tangent is level there.",
    "stop": "Before and after the stop the two curves of position look alike, and so do the two bumps of velocity: 3 km were driven each time.",
    "slowing": "Shift the whole position curve up or down: no slope changes. The velocity knows nothing about where 0 is.",
    "behind": "Find the times with position 0: the velocity is not 0 there. Where the velocity is 0, at *t* = 4, the position is at its lowest.",
}

LIMIT_TITLE = "Does the limit exist?"
LIMIT_H = "the distance *h* from 0"
LIMIT_H_ZERO = "the quotient at 0 would be 0/0"
LIMIT_SENTENCE = (
    "At distance |*h*| = {size:.2g} from 0 the quotient is [{right:.4g} from the right](approximation) "
    "and [{left:.4g} from the left](left)."
)
LIMIT_PRESETS = {
    "square": "*x*²",
    "abs": "|*x*|",
    "cbrt": "∛*x*",
    "wobble": "*x* sin(1/*x*)",
    "squeezed": "*x*² sin(1/*x*)",
    "jump": "a jump",
}
LIMIT_QUESTION_BEFORE = (
    "*h* goes to 0 from both sides. What do the quotients (*f*(*h*) − *f*(0)) / *h* do?"
)
LIMIT_CHOICES = [
    "both sides approach the same number",
    "each side approaches a number of its own",
    "they grow beyond every bound, on one side at least",
    "they swing for ever",
]
LIMIT_CONCLUSIONS = {
    "square": "Both approach 0: the limit exists, [*f′*(0) = 0](derivative).",
    "abs": "They never meet: no limit, no derivative at 0.",
    "cbrt": "Both grow beyond every bound: no finite limit, no derivative at 0.",
    "wobble": "They swing between −1 and 1 for every scale of *h*: no limit, no derivative at 0.",
    "squeezed": "They swing, but between −|*h*| and |*h*|: both approach 0, [*f′*(0) = 0](derivative).",
    "jump": "The left one grows beyond every bound: no finite limit, no derivative at 0.",
}
LIMIT_BECAUSE = {
    "square": "The quotient is *h*²/*h* = *h*, and *h* goes to 0 from either side.",
    "abs": "The quotient is |*h*|/*h*: +1 for every *h* > 0 and −1 for every *h* < 0. That is a corner.",
    "cbrt": "The quotient is 1/∛*h*², which is 100 already at *h* = 0.001. There is no corner; the tangent is vertical.",
    "wobble": "The quotient is sin(1/*h*). However small *h* is, it still takes every value from −1 to 1, on each side.",
    "squeezed": "The quotient is *h* sin(1/*h*). It oscillates infinitely often and is squeezed to 0 all the same.",
    "jump": "On the right both values agree and the quotient is 0. On the left the numerator stays −1: the quotient is −1/*h*.",
}
LIMIT_QUESTION = "What changed, and why?"
LIMIT_ANSWERS = {
    "square": "Near 0 the parabola lies ever closer to its level tangent: at *h* = 0.01 the chord has slope 0.01 only.",
    "abs": "Nothing changes when *h* shrinks: a corner looks the same on every scale. So looking closer never helps.",
    "cbrt": "“No corner” is not enough. The chords do settle on a line, but it is vertical and has no slope.",
    "wobble": "The function is continuous at 0, since |*f*(*h*)| ≤ |*h*|. Continuous does not mean differentiable.",
    "squeezed": "The factor *h* made the difference. Oscillating does not mean “not differentiable”; only the limit of the quotients counts.",
    "jump": "A differentiable function is continuous. Here *f*(*h*) − *f*(0) does not even go to 0 from the left.",
}
