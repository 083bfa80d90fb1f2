"""The words of chapter 3's demos. A translation replaces these."""

WHAT_CHANGED = "What changed, and why?"

PRODUCT_TITLE = "The product as a rectangle"
PRODUCT_X = "the point *x*"
PRODUCT_H = "the step *h*, never 0"
PRODUCT_H_ZERO = "the quotients would be 0/0"
PRODUCT_SENTENCE = (
    "At *x* = {x:.2f} the sides are *u* = {u:.3g} and *v* = {v:.3g}. A step of *h* = {h:.2g} changes "
    "the [area {area:.4g}](function) by [{strips:+.3g} in the two strips](approximation) and "
    "[{corner:+.3g} in the corner](error)."
)
PRODUCT_LIMIT = (
    "Divided by *h* that is {strips_now:.3f} and {corner_now:.3f}; for *h* → 0 it becomes "
    "[(*uv*)′ = *u′v* + *uv′* = {limit:.3f}](derivative) and 0."
)
PRODUCT_TABLE = "What the parts contribute to the quotient at *x* = {x:.2f}; *u′v′* = {wrong:.3g}"
PRODUCT_COLUMNS = ("*h*", "strips/*h*", "corner/*h*")
PRODUCT_PRESETS = {
    "grow": "*u* = *x*², *v* = *x*",
    "shrink": "*u* = *x*, *v* = 3 − *x*",
    "balance": "*u* = *x*, *v* = 1/*x*",
    "fixed": "*u* = *x*², *v* = 2",
}
PRODUCT_QUESTIONS = {
    "grow": "Both sides grow at rates *u′* and *v′*. What becomes of corner/*h* when *h* goes to 0?",
    "shrink": "*u* grows at the rate 1 and *v* shrinks at the rate 1. At *x* = 1.5, how fast does the area change?",
    "balance": "*v* = 1/*x* shrinks while *u* = *x* grows. How fast does the area *uv* change?",
    "fixed": "The side *v* = 2 does not move. How large is the corner?",
}
PRODUCT_CHOICES = {
    "grow": [
        "it approaches *u′v′*",
        "it approaches 0",
        "it stays the same, because both sides keep growing",
    ],
    "shrink": [
        "at the rate 1 · (−1) = −1",
        "at the rate 0: what one strip gains the other loses",
        "at the rate 1, like *u*",
    ],
    "balance": [
        "at the rate *u′v′* = −1/*x*²",
        "not at all",
        "it grows, because *u* grows faster than *v* shrinks",
    ],
    "fixed": ["it has no area, whatever *h* is", "as large as the strip", "2*h*"],
}
PRODUCT_BECAUSE = {
    "grow": (
        "Width and height of the corner are both about proportional to *h*, so its area is about "
        "*u′v′* · *h*². Divided by *h* one factor *h* is left, and it takes *u′v′* down to 0."
    ),
    "shrink": (
        "The strip gained on the right is *v* high, the strip lost at the top (dashed) is *u* wide, and "
        "at *x* = 1.5 both are 1.5: they balance. *u′v′* = −1 would let the largest area shrink."
    ),
    "balance": (
        "The area is *x* · 1/*x* = 1 for every *x*. The strips give *u′v* = 1/*x* and "
        "*uv′* = −1/*x*, together 0. A product of rates, −1/*x*², would be false here at every *x*."
    ),
    "fixed": (
        "The corner is as high as *v* has grown: 0. Only one strip is left, and (2*u*)′ = 2*u′*, "
        "the rule for a constant factor. *u′v′* would give 0."
    ),
}
PRODUCT_ANSWERS = {
    "grow": (
        "Halve *h*: each strip is about halved, the corner about quartered. That is why "
        "*u′v* + *uv′* survives the division by *h*, and *u′v′*, the rate that many expect, does not."
    ),
    "shrink": (
        "Move *x*: left of 1.5 the gained strip is the longer one, right of it the lost one. The derivative "
        "3 − 2*x* changes its sign where the rectangle is a square: of all rectangles with *u* + *v* = 3 "
        "the square has the largest area."
    ),
    "balance": (
        "For *h* ≠ 0 the strips do not balance: they leave exactly what the corner takes away. Only after "
        "the division by *h* and the limit does the corner drop out, and the strips agree."
    ),
    "fixed": (
        "Move *h*: the corner stays 0, and strip/*h* is 2(2*x* + *h*). The limit 4*x* is reached by the "
        "one strip alone."
    ),
}

GEARS_TITLE = "Two stretches in a row"
GEARS_X = "the point *x*"
GEARS_H = "the step *h*, never 0"
GEARS_H_ZERO = "a step of 0 cannot be stretched"
GEARS_PLACE = (
    "*g* takes *x* = {x:.2f} to *z* = {z:.3g}, and *f* takes that to *y* = {y:.3g}. "
    "The step *h* = {h:.2g} becomes"
)
GEARS_STEPS = "[Δ*z* = {dz:.3g} and then Δ*y* = {dy:.3g}](approximation), stretched by {whole_now:.3f} in all."
GEARS_ASKED = "Δ*z* and then Δ*y*: how large?"
GEARS_LIMIT = (
    "For *h* → 0 the whole trip has the factor [*g′*(*x*) · *f′*(*z*) = {inner:.3f} · {outer:.3f} = "
    "{whole:.3f}](derivative)."
)
GEARS_FLAT = (
    "Here Δ*z* = 0, so Δ*y*/Δ*z* is 0/0: there is nothing to cancel, and the theorem still holds."
)
GEARS_TABLE = "Stretch factors at *x* = {x:.2f}"
GEARS_COLUMNS = ("*h*", "Δ*z*/*h*", "Δ*y*/Δ*z*", "Δ*y*/*h*")
#: The last row holds *g′*(*x*), *f′*(*z*) and their product; where Δ*z* is 0 that is no limit of the rows above.
GEARS_DERIVATIVES = "slope"
GEARS_PRESETS = {
    "twice": "*z* = 2*x*, *y* = 1.5*z*",
    "where": "*z* = *x* + 1, *y* = *z*²",
    "curved": "*z* = *x*², *y* = sin *z*",
    "turned": "*z* = −*x*, *y* = exp *z*",
    "flat": "*z* = 1, *y* = *z*³",
}
GEARS_QUESTIONS = {
    "twice": "The first step stretches every distance by 2, the second by 1.5. And both together?",
    "where": (
        "*g* shifts by 1 and stretches nothing. *f* squares, and (*z*²)′ = 2*z*. "
        "By what factor are small steps at *x* = 0 stretched?"
    ),
    "curved": "*y* = sin(*x*²), and sin′ = cos. At *x* = 0.5, where is the cosine taken?",
    "turned": "*g* turns the line round: its factor is −1. The factor of *f* is positive. And both together?",
    "flat": "*g* sends every *x* to 1. At *z* = 1 the factor of *f* is 3. What is the factor of the whole trip?",
}
GEARS_CHOICES = {
    "twice": ["2 + 1.5 = 3.5", "2 · 1.5 = 3", "1.5, the last one decides"],
    "where": [
        "0, because *f′*(0) = 0",
        "2, because *f′*(1) = 2",
        "1, because *g* stretches nothing",
    ],
    "curved": ["at *x* = 0.5", "at *x*² = 0.25", "at 2*x* = 1"],
    "turned": ["negative: a step forwards ends as a step backwards", "positive", "0, they cancel"],
    "flat": ["3", "0", "it has none, because 0/0 is no number"],
}
GEARS_BECAUSE = {
    "twice": "What is twice as long becomes 1.5 times as long again. Stretch factors multiply; they do not add.",
    "where": (
        "*f* never meets the point 0: what reaches it is *g*(0) = 1, and there it stretches by 2. "
        "The outer derivative is taken at the inner value."
    ),
    "curved": (
        "The sine is handed *x*² = 0.25, so its slope counts there: cos 0.25 ≈ 0.969. "
        "Times *g′*(0.5) = 1 that is the factor of the whole trip."
    ),
    "turned": (
        "Turned round once and then stretched, it stays turned round: (−1) · *f′*(*z*). "
        "So the function falls although *f* grows."
    ),
    "flat": (
        "The second line does not move, so the third does not either, whatever *f* would do with a step: "
        "0 · 3 = 0. What has no value is only the fraction Δ*y*/Δ*z* in the table."
    ),
}
GEARS_ANSWERS = {
    "twice": "Move *x* and *h*: nothing changes in the table, because straight lines stretch everywhere alike and at every scale.",
    "where": "Move *x*: the factor 2(*x* + 1) follows *z*, not *x*. With (*x* + 1)² = *x*² + 2*x* + 1 you can check it without the chain rule.",
    "curved": "Make *h* small: the arrows, the steps that the derivatives promise, come to lie on the true steps. For *h* = 0.5 they do not.",
    "turned": "The factor of the whole trip is −exp *z* = −*y*. So this function is its own derivative, up to the sign.",
    "flat": "The proof “cancel Δ*z*” breaks down at every *h* here. The theorem does not: its proof must not divide by Δ*z*.",
}

DETECTIVE_TITLE = "Rule detective"
DETECTIVE_STEP = "the step"
DETECTIVE_VALUE = "{now:.0f} of {count:.0f}"
#: The rules in the order of the choices; ``OPERATION`` names what each is for.
RULES = {
    "sum": "the sum rule",
    "product": "the product rule",
    "quotient": "the quotient rule",
    "chain": "the chain rule",
}
OPERATION = {
    "sum": "an addition",
    "product": "a multiplication",
    "quotient": "a division",
    "chain": "a composition",
}
DETECTIVE_QUESTION = "Step {now:.0f} of {count:.0f}: which rule takes apart"
DETECTIVE_QUESTION_END = "?"
DETECTIVE_FORMULA = "*F*(*x*) = {formula}."
DETECTIVE_START = "No rule is applied yet: *F′*(*x*) ="
DETECTIVE_MIDDLE = "After {done:.0f} of {count:.0f} rules: *F′*(*x*) ="
DETECTIVE_END = "Taken apart completely: *F′*(*x*) ="
DETECTIVE_SAYS = {"right": "✓ Yes, CHOICE.", "wrong": "✗ Not CHOICE.", "skipped": "It is RIGHT."}
#: Why the rule is right; U and V are the parts.
DETECTIVE_BECAUSE = {
    "sum": "Computed last: U plus V. Each is differentiated on its own, (*u* + *v*)′ = *u′* + *v′*.",
    "product": "Computed last: U times V. So (*uv*)′ = *u′v* + *uv′*.",
    "quotient": "Computed last: U divided by V. So (*u*/*v*)′ = (*u′v* − *uv′*)/*v*².",
    "chain": "Computed last: U, with *z* = V put in. So the derivative of U, at *z* = V, times the derivative of V.",
}
#: What speaks against a rule: its operation occurs further inside, in PART, or is not the last one.
DETECTIVE_DEEPER = "There is OPERATION in PART, but it is done earlier."
DETECTIVE_ABSENT = "What is done last is not OPERATION."
#: Against (chosen, right): a confusion of its own.
DETECTIVE_CONFUSED = {
    ("product", "chain"): "V is not a factor: it is put into U, not multiplied by it.",
    ("chain", "product"): "Neither factor is put into the other; they are multiplied.",
    (
        "product",
        "quotient",
    ): "As U · (1/V) it would be a product, but then 1/V needs a rule of its own.",
}
DETECTIVE_MEANWHILE = (
    "One formula became two shorter ones. What is still to be differentiated stands in brackets with a "
    "prime: a smaller problem of the same kind."
)
DETECTIVE_ANSWERS = {
    "product": (
        "One rule, two summands: each factor is differentiated once while the other waits. "
        "2*x* · cos *x*, the product of the derivatives, is none of them."
    ),
    "chain": (
        "The cosine keeps *x*² inside, and the factor 2*x* is there because *x*² moves at that rate. "
        "cos(*x*²) alone forgets it; cos(2*x*) takes the cosine at the wrong point."
    ),
    "quotient": (
        "After the first step the hard part, exp(sin *x*), stood there as a smaller problem of the same kind. "
        "Whoever starts with it loses sight of the denominator."
    ),
    "nested": (
        "The chain rule was used twice, once inside the other, and each time its factor was multiplied on: "
        "no factor may be dropped on the way in."
    ),
    "root": (
        "The sum is inside the root. √(*u* + *v*) is not √*u* + √*v*, so the root comes off first, "
        "as a factor 1/(2√…), and only then may the sum be split."
    ),
}
