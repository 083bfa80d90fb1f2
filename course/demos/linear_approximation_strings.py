"""The words of chapter 2's demos. A translation replaces these."""

QUESTION = "What changed, and why?"

# Microscope

MICROSCOPE_TITLE = "A curve under the microscope"
MICROSCOPE_X0 = "the point *x*₀"
MICROSCOPE_ZOOM = "the zoom *m*"
MICROSCOPE_PRESETS = {
    "square": "*x*²",
    "sine": "sin *x*",
    "abs": "|*x*|",
    "rounded": "√(*x*² + 0.0001)",
    "cbrt": "∛*x*",
}
MICROSCOPE_SENTENCE = (
    "At zoom *m* = {m:.6g} the window reaches {half:.2g} to either side of *x*₀ = {x0:.2f}."
)
MICROSCOPE_OFF = (
    "At its edge the curve is [{gap:.2g} off](error) the tangent of [slope {slope:.4g}](derivative): "
    "{share:.2g}~% of the step."
)
MICROSCOPE_STRAIGHT = "Nobody could tell them apart."
MICROSCOPE_BENT = "That can be seen."
MICROSCOPE_CORNER = (
    "On the left of the corner the slope is −1, on the right 1, at every zoom: no line fits both."
)
MICROSCOPE_UPRIGHT = (
    "The slope of the curve grows beyond every bound at *x*₀: the only line that fits is vertical, "
    "and a vertical line has no slope."
)
MICROSCOPE_QUESTIONS = {
    "square": (
        "The parabola has a bend everywhere. The little box around the point is enlarged 100 times, "
        "in both directions. What is in it?"
    ),
    "sine": (
        "At *x*₀ = 1 the sine bends downwards. Each time you zoom in ten times closer, its distance "
        "from the tangent at the edge of the window, compared with the step, becomes …"
    ),
    "abs": "The corner of |*x*| is enlarged 1000 times. What is in the box?",
    "rounded": (
        "This curve looks as sharp as |*x*| here. Its formula is √(*x*² + 0.0001). "
        "What is in the box, enlarged 10~000 times?"
    ),
    "cbrt": "∛*x* has no corner. What is in the box around 0, enlarged 1000 times?",
}
MICROSCOPE_CHOICES = {
    "square": [
        "an arc, as bent as before",
        "what looks like a straight line",
        "a level line",
    ],
    "sine": ["ten times smaller", "a hundred times smaller", "it stays the same"],
    "abs": ["a straight line, as always", "a rounder corner", "the same corner"],
    "rounded": ["what looks like a straight line", "the same corner", "a sharper corner"],
    "cbrt": [
        "a straight line with a slope",
        "what looks like a vertical line",
        "a corner",
    ],
}
MICROSCOPE_BECAUSE = {
    "square": (
        "At distance *h* from the point the parabola is exactly *h*² off its tangent. Enlarged *m* times, "
        "the window’s edge is *h* = 1/*m* away, and the distance seen there is *m* · *h*² = 1/*m*."
    ),
    "sine": (
        "The distance itself becomes about a hundred times smaller, the step ten times, "
        "so their quotient becomes about ten times smaller."
    ),
    "abs": (
        "*m* · |*s*/*m*| = |*s*|: the enlarged picture is the same for every zoom. "
        "No zoom makes a line of it, so there is no derivative."
    ),
    "rounded": (
        "Near 0 the curve is nearly 0.01 + 50*x*², a narrow parabola. From further away than about 0.01 it "
        "looks like a corner, but looks do not count: it is differentiable everywhere."
    ),
    "cbrt": (
        "The enlarged picture is *m* · ∛(*s*/*m*) = ∛*m*² · ∛*s*, steeper and steeper. It does straighten, "
        "but the line has no slope: differentiable means a line and a slope."
    ),
}
MICROSCOPE_ANSWERS = {
    "square": (
        "Go from zoom 10 to 100 to 1000: the distance divided by the step falls from 10~% to 1~% to 0.1~%, "
        "at every *x*₀. That is what is small about it: small compared to the step."
    ),
    "sine": (
        "Move *x*₀ to 0 and look again: there a tenfold zoom makes the quotient about a hundred times smaller. "
        "At 0 the sine has no bend: its second derivative, chapter 5, is 0 there."
    ),
    "abs": (
        "Move *x*₀ to 0.05, just off the corner. As long as the window reaches the corner, you see it; beyond zoom 20 "
        "there is a straight line. Differentiability is decided as close to the point as you like."
    ),
    "rounded": (
        "Go back to zoom 1, 10, 100: the corner opens when the window becomes as narrow as the rounding, "
        "about 0.01. A picture at one zoom never proves a corner."
    ),
    "cbrt": (
        "Move *x*₀ anywhere else: after enough zoom there is a line with a slope. Only at 0 the slopes "
        "grow without bound, like 1/(3∛*x*²)."
    ),
}

# Small compared to the step

STEP_TITLE = "Small compared to the step"
STEP_ALPHA = "the slope *α* of the line"
STEP_H = "the step *h*"
STEP_PRESETS = {
    "square": "*x*² at 1",
    "sine": "sin *x* at 0",
    "power": "|*x*|√|*x*| at 0",
    "abs": "|*x*| at 0",
}
STEP_SENTENCE = (
    "One step *h* = {h:.2g} away from *x*₀ = {x0:.0f}, left and right, the line of "
    "[slope *α* = {alpha:.2f}](approximation) misses the curve by [at most *r* = {error:.2g}](error). "
    "Compared to the step that is *r*/*h* = {ratio:.2g}."
)
_BEST = (
    "As *h* → 0 even *r*/*h* goes to 0: this is the one line that does it, and its slope is "
    "[*f′*({x0:.0f}) = {best:.0f}](derivative)."
)
_OTHER = "As *h* → 0 the miss *r* goes to 0, but *r*/*h* goes to {limit:.2g}, not to 0."
STEP_BEST = {
    "square": _BEST,
    "sine": _BEST,
    "power": _BEST,
    "abs": "*r* goes to 0, but *r*/*h* stays 1. At a corner no slope *α* does better than that.",
}
STEP_OTHERS = {
    "square": _OTHER,
    "sine": _OTHER,
    "power": _OTHER,
    "abs": "*r* goes to 0, but *r*/*h* stays {limit:.2g}: there is a corner, and no slope *α* makes it go to 0.",
}
STEP_QUESTIONS = {
    "square": (
        "The tangent of *x*² at 1 has slope 2. This line has slope 1.5. Let *r* be its larger miss at the two "
        "points 1 ± *h*. What happens as *h* → 0?"
    ),
    "sine": "This line is the tangent of the sine at 0. Let *r* be its larger miss at ±*h*. What happens as *h* → 0?",
    "power": (
        "|*x*|√|*x*| bends infinitely sharply at 0. Take the level line, *α* = 0, and let *r* be its larger miss "
        "at ±*h*. What happens as *h* → 0?"
    ),
    "abs": (
        "The line of slope 1 is the right arm of |*x*|. Let *r* be its larger miss at the two points ±*h*. "
        "What happens as *h* → 0?"
    ),
}
STEP_CHOICES = [
    "*r* does not go to 0",
    "*r* goes to 0, but *r*/*h* does not",
    "both *r* and *r*/*h* go to 0",
]
STEP_BECAUSE = {
    "square": (
        "At 1 + *h* the line misses by (2 − *α*)*h* + *h*². Divided by *h* this is 2 − *α* + *h*, and goes to "
        "2 − *α*: every line through the point becomes good, but only *α* = 2 becomes good compared to the step."
    ),
    "sine": (
        "(sin~*h* − *h*)/*h* = (sin~*h*)/*h* − 1, and that goes to 0. On the logarithmic axes *r* falls three decades "
        "for each decade of *h*, and *r*/*h* two."
    ),
    "power": (
        "*r*/*h* = √*h*, which goes to 0, if slowly: a hundredfold smaller step makes it ten times smaller. "
        "No more is asked for a derivative."
    ),
    "abs": (
        "On the right the line lies on the curve and misses nothing. On the left it misses by 2*h*, so *r*/*h* = 2 "
        "for every *h*. One line must serve both sides."
    ),
}
STEP_ANSWERS = {
    "square": (
        "Move *α* towards 2: the level part of *r*/*h* sinks and starts at smaller steps. Only at *α* = 2 it is gone, "
        "and *r*/*h* = *h* falls for ever. The levels are the theorem: *r*/*h* → |*f′*(*x*₀) − *α*|."
    ),
    "sine": (
        "Move *α* to 1.05: at *h* = 1 the two lines do much the same, *r*/*h* = 0.16 and 0.21. Then the wrong one "
        "levels off at 0.05. The difference shows only close to the point."
    ),
    "power": (
        "For small *h* the miss is larger than any constant times *h*². "
        "The theorem asks for *o*(*h*), not for *h*²."
    ),
    "abs": (
        "Try all slopes: *r*/*h* is 1 + |*α*|, on one side or the other. The level line is the best of them, "
        "and still misses by the whole step."
    ),
}

# Weierstrass under the microscope

WAVES_TITLE = "Weierstrass under the microscope"
WAVES_TERMS = "the number of terms"
WAVES_COUNT = "{terms:.0f}"
WAVES_PRESETS = {
    "few": "3 terms",
    "many": "12 terms",
    "slow": "*b* = 3",
    "tame": "*ab* < 1",
}
WAVES_SENTENCE = (
    "The sum of {terms:.0f} terms *aⁿ*~cos(*bⁿ*π*x*) with *a* = {a:.2g}, *b* = {b:.0f}, "
    "at zoom *m* = {m:.6g} around *x*₀ = {x0:.2g}."
)
WAVES_STEEPEST = "Of 16 chords, each over a step of {step:.2g}, the [steepest has slope ±{steepest:.3g}](approximation)."
WAVES_FINE = (
    "The step is far below the shortest wave ({wave:.2g}): more zoom cannot go on finding steeper chords, "
    "since [no slope of this sum exceeds {bound:.3g}](derivative)."
)
WAVES_COARSE = (
    "The shortest wave is {wave:.2g} long; [no slope of this sum exceeds {bound:.3g}](derivative)."
)
WAVES_QUESTIONS = {
    "few": "Three cosines on top of one another. What is in the window at zoom 10~000?",
    "many": (
        "Now twelve cosines, each 13 times narrower than the one before, and half as high. At every zoom 16 chords "
        "cut the window into equal parts. Up to zoom 10⁶, what does the slope of the steepest one do?"
    ),
    "slow": (
        "With *b* = 3 the waves become narrower only slowly, and *ab* = 1.5 is less than Weierstrass asked for. "
        "What does the slope of the steepest chord do, from zoom 1 to 10⁶?"
    ),
    "tame": (
        "Now *a* = ¼ and *b* = 3: each term is 3 times narrower and 4 times lower. All 16 terms are on. "
        "What is in the window at zoom 10~000?"
    ),
}
WAVES_CHOICES = {
    "few": ["ever finer waves", "what looks like a straight line", "a corner"],
    "many": ["it levels off soon", "it goes to 0", "it grows, on the whole"],
    "slow": ["it grows, on the whole", "it levels off soon", "it goes to 0"],
    "tame": ["what looks like a straight line", "ever finer waves", "a corner"],
}
WAVES_BECAUSE = {
    "few": (
        "A finite sum of cosines is differentiable as often as you like, and looks straight when the window is much "
        "narrower than its shortest wave."
    ),
    "many": (
        "Each new term is *ab* = 6.5 times as steep as the one before it. Wherever you look, there is a term "
        "whose waves are as narrow as your window."
    ),
    "slow": (
        "Hardy showed in 1916 that *ab* ≥ 1 is enough. Each term is 1.5 times as steep as the one before: "
        "the growth is slower, and in the limit it does not end either."
    ),
    "tame": (
        "The slopes of the terms are at most π(*ab*)*ⁿ* = π · 0.75*ⁿ*, and these add up to 4π at most, however many terms "
        "there are. Here even the limit is differentiable everywhere."
    ),
}
WAVES_ANSWERS = {
    "few": (
        "Add a term: the [dashed bound](derivative) rises by a factor of about *b* · *a*, and the rise goes on for another "
        "factor *b* of zoom before it ends. Every partial sum levels off; the limit never does."
    ),
    "many": (
        "Take terms away one by one: the rise ends earlier and earlier. That is the point: in the limit nothing stops it, "
        "the difference quotients are unbounded near every point."
    ),
    "slow": (
        "Compare the tilt of the rising part with that for *b* = 13: from zoom *m* to zoom *bm* the slope grows by about *ab*, "
        "that is 1.5 for a factor 3 here, and 6.5 for a factor 13 there."
    ),
    "tame": (
        "Look at zoom 1: the wiggles are there, but the fine ones are too low to matter. "
        "What decides is the race of *a* against 1/*b*."
    ),
}

# Rational and irrational

DUST_TITLE = "*x*² on the rational, −*x*² on the irrational numbers"
DUST_Q = "where *x*₀ is"
DUST_D = "how near: the step *d*"
DUST_PRESETS = {
    "zero": "at 0",
    "one": "at 1",
    "near": "near 0",
    "root": "at √2",
}
DUST_RATIONAL = "*x*₀ = {q:.2f} is rational, *f*(*x*₀) = {there:.4g}."
DUST_IRRATIONAL = "*x*₀ = {q:.2f}·√2 is irrational, *f*(*x*₀) = {there:.4g}."
DUST_SENTENCE = (
    "At the rational number {rational:.7g} nearby *f* is {upper:.4g}, and the [quotient is {right:.4g}](approximation); "
    "at the irrational number {irrational:.6f}… it is {lower:.4g}, and the [quotient is {left:.4g}](left)."
)
DUST_ZERO = "As *d* → 0 both quotients go to 0, since |*f*(*x*)/*x*| = |*x*|: here, [*f′*(0) = 0](derivative)."
DUST_ELSEWHERE = (
    "As *d* → 0 the two values do not come together: *f* is not continuous at *x*₀, "
    "so it has no derivative there."
)
DUST_QUESTIONS = {
    "zero": "Both parabolas meet at 0. Does *f* have a derivative there?",
    "one": "At 1 the value is 1, for 1 is rational. Is *f* continuous there?",
    "near": "At 0.1 the two parabolas are only 0.02 apart. Does *f* have a derivative at 0.1?",
    "root": "√2 is irrational, so *f*(√2) = −2. Which numbers near √2 have a value near −2?",
}
DUST_CHOICES = {
    "zero": [
        "no, the graph is torn everywhere",
        "yes, and it is 0",
        "two of them, one for each parabola",
    ],
    "one": ["yes, on the rational numbers *f* is just *x*²", "no", "only from the right"],
    "near": ["no", "yes, that is close enough to 0", "yes, for small *h*"],
    "root": ["all of them", "none", "the irrational ones"],
}
DUST_BECAUSE = {
    "zero": (
        "For rational *h* the quotient *f*(*h*)/*h* is *h*, for irrational *h* it is −*h*. "
        "In both cases its size is |*h*|, and that goes to 0."
    ),
    "one": (
        "Arbitrarily near 1 there are irrational numbers, and their values are near −1. "
        "A limit must be the same along every sequence."
    ),
    "near": (
        "“Close” is measured by *h* → 0, and then the gap 2 · 0.1² = 0.02 stays, while the step goes to 0: "
        "the quotient along the irrational numbers is about −0.02 divided by the step."
    ),
    "root": "Arbitrarily near √2 there are rational numbers, 1.4, 1.41, 1.414, …, and their values tend to +2.",
}
DUST_ANSWERS = {
    "zero": (
        "Move *x*₀ away from 0, as little as you like: the quotient at the irrational number runs off to −∞ as *d* → 0. "
        "A derivative at one point says nothing about the neighbours."
    ),
    "one": (
        "The quotient along the rational numbers alone does have a limit, 2. It is the irrational neighbours that "
        "destroy the continuity, and with it the derivative."
    ),
    "near": (
        "From *d* = 1 down to 0.2 both quotients shrink, just as they do at 0. Only when the step becomes as small as "
        "the gap does one of them run off to −∞. No single step *d* can decide it."
    ),
    "root": (
        "A program cannot find this out by trying: every floating-point number is rational, also the one called √2. "
        "Here it is known from the construction which number is irrational."
    ),
}
