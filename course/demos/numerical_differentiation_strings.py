"""The words of chapter 7's demos. A translation replaces these."""

QUESTION = "What changed, and why?"

# Step size

STEP_TITLE = "How small should the step be?"
STEP_H = "the step *h*"
STEP_SCHEME = "the difference"
STEP_SCHEMES = ["forward", "symmetric", "Richardson (explained below)"]
STEP_PRESETS = {
    "sine": "forward",
    "symmetric": "symmetric",
    "square": "*x*²",
    "wave": "sin 100*x*",
    "far": "far out",
}
STEP_SENTENCES = [
    "The forward difference",
    "The symmetric difference",
    "Richardson’s combination of two symmetric differences",
]
STEP_OF = {
    "sine": "of sin *x* at *x* = 1",
    "symmetric": "of sin *x* at *x* = 1",
    "square": "of *x*² at *x* = 1",
    "wave": "of sin 100*x* at *x* = 1",
    "far": "of sin *x* at *x* = 10⁶",
}
STEP_OFF = "with *h* = {here:.2g}, computed in floating point, is [off by {error:.2g}](error)."
STEP_EXACT = "with *h* = {here:.2g}, computed in floating point, has [no error at all](error)."
STEP_TRUNCATION = "The step is too large here: this is truncation error."
STEP_ROUNDING = "The step is too small here: this is rounding error."
STEP_ONLY_ROUNDING = "All of this is rounding error."
STEP_BALANCE = "Truncation and rounding are of similar size here."
STEP_BEST = (
    "The best of these steps is [*h* = {best:.2g}, with an error of {least:.2g}](approximation); "
    "the formula for the balance gives *h* = {balance:.1g}."
)
STEP_FREE = (
    "There is no truncation error to balance: [large steps such as *h* = {best:.2g}](approximation) "
    "are best."
)
STEP_QUESTIONS = {
    "sine": "Divide *h* by 10 again and again, from 0.1 down to 10⁻¹⁷. What does the error do?",
    "symmetric": (
        "The best step of the forward difference is about 10⁻⁸. The symmetric difference has the smaller "
        "truncation error *Ch*². Where is its best step?"
    ),
    "square": "For *x*² the symmetric difference is exactly 2*x*, for every *h*. Which *h* is best on a computer?",
    "wave": (
        "sin 100*x* bends far more than sin *x*: its second derivative is up to 10⁴ times as large. Where is the best "
        "step of its forward difference now, compared with sin *x*?"
    ),
    "far": "The function is sin again, but *x* = 10⁶. Where is the best step of the forward difference?",
}
STEP_CHOICES = {
    "sine": [
        "it falls all the way down",
        "it falls, then it rises again",
        "it falls to 10⁻¹⁶ and stays there",
    ],
    "symmetric": [
        "farther left: a smaller step",
        "at about 10⁻⁸ too",
        "farther right: a larger step",
    ],
    "square": ["about 10⁻⁸", "about 10⁻⁵", "a large one, near 1"],
    "wave": ["about 10 times smaller", "the same", "about 10 times larger"],
    "far": ["at 10⁻⁸, as for *x* = 1", "at a far smaller step", "at a far larger step"],
}
STEP_AGAINST = {
    "sine": [
        "So it would be in exact arithmetic. But the numerator is a difference of *rounded* numbers, divided by a tiny *h*.",
        "",
        "The numerator has an error of about 10⁻¹⁶. The quotient has that error divided by *h*, and this grows.",
    ],
    "symmetric": [
        "A smaller step would bring more rounding and almost nothing else: the truncation error is already tiny there.",
        "At 10⁻⁸ its truncation error is about 10⁻¹⁷. Rounding dominates long before.",
        "",
    ],
    "square": [
        "That is the balance of rounding with an error *Ch*. Here there is no *Ch*.",
        "That is the balance of rounding with an error *Ch*². Here *C* = *f‴*/6 = 0.",
        "",
    ],
    "wave": [
        "",
        "More bending means more truncation error at the same *h*: the line *Ch* moves up, the balance to the left.",
        "More bending means more truncation error at the same *h*. A larger step makes that worse.",
    ],
    "far": [
        "Near 10⁶ the computer’s numbers are 10⁻¹⁰ apart, so *x* + *h* itself is rounded badly.",
        "Near 10⁶ the computer’s numbers are 10⁻¹⁰ apart. A smaller *h* disappears in *x* + *h*.",
        "",
    ],
}
STEP_BECAUSE = {
    "sine": (
        "On the right the error is truncation and goes with *h*: slope 1. On the left it is rounding and goes with "
        "1/*h*: slope −1. The best step is where they meet, near 10⁻⁸."
    ),
    "symmetric": (
        "The truncation line is steeper, slope 2, and so it meets the line of rounding farther right and deeper down: "
        "near *h* = 10⁻⁵, with an error near 10⁻¹¹."
    ),
    "square": "Without truncation only the rounding error *R*/*h* is left, and it is smallest for the largest *h*.",
    "wave": "Truncation is about 6000 times as large, rounding only about 60 times. The balance moves left by √(6000/60), about 10.",
    "far": "Rounding *x* + *h* moves the point by up to 6 · 10⁻¹¹. That is the dominant error now, and only a larger *h* helps.",
}
STEP_ANSWERS = {
    "sine": (
        "At *h* = 10⁻¹⁷ the sum 1 + *h* is rounded to 1, the numerator is 0, and the error is all of *f′*(1) = 0.54. "
        "The measured errors jump about because rounding errors do; the dashed line is about the most that they can be."
    ),
    "symmetric": (
        "Move the second control: the line of rounding stays, the line of truncation becomes steeper. "
        "A better scheme does not need a smaller step, it allows a *larger* one."
    ),
    "square": (
        "Choose the forward difference: its error is exactly *h* in mathematics, and the curve has two sides again. "
        "The symmetric one is exact for every polynomial of degree 2."
    ),
    "wave": (
        "The constants matter: *C* = |*f″*|/2 says how fast the slope changes. A step is small or large "
        "compared with the scale on which the function changes, here 0.01."
    ),
    "far": (
        "A rule of thumb that respects this: take *h* in proportion to the size of *x*. "
        "The spacing of the floating-point numbers grows with |*x*|."
    ),
}

# Bits

BITS_TITLE = "Where do the digits go?"
BITS_N = "the exponent *n* of *h* = 10⁻*ⁿ*"
BITS_PRESETS = {
    "lost": "*h* = 10⁻¹²",
    "gone": "*h* = 10⁻¹⁷",
    "coarse": "*h* = 10⁻²",
    "lifted": "1000 + sin *x*",
}
BITS_FUNCTION = {
    "lost": "*f*(*x*) = sin *x* at *x* = 1,",
    "gone": "*f*(*x*) = sin *x* at *x* = 1,",
    "coarse": "*f*(*x*) = sin *x* at *x* = 1,",
    "lifted": "*f*(*x*) = 1000 + sin *x* at *x* = 1,",
}
BITS_START = "*h* = {h:.1g}: both values are stored with about 16 digits."
BITS_KEPT = (
    "*h* = {h:.1g}: subtracting cancels the digits that agree, and the difference has "
    "[{kept:.0f} left](function)."
)
BITS_KEPT_ONE = (
    "*h* = {h:.1g}: subtracting cancels the digits that agree, and the difference has "
    "[a single one left](function)."
)
BITS_NOTHING = "*h* = {h:.1g}: both values are the same number for the computer. No digit is left, and the quotient is 0."
BITS_RIGHT = "Of the quotient [the first {right:.0f} decimals are right](approximation)."
BITS_RIGHT_ONE = "Of the quotient [the first decimal is right](approximation)."
BITS_RIGHT_NONE = "Of the quotient [not even the first decimal is right](approximation)."
BITS_TRUNCATED = "It is not rounding that spoils the others, but the step: *h* is still too large."
BITS_ROUNDED = "The others are spoilt by rounding."
BITS_QUESTIONS = {
    "lost": (
        "sin(1 + *h*) and sin 1 are stored with 16 digits each. With *h* = 10⁻¹², how many digits of their "
        "difference are left?"
    ),
    "gone": "And with *h* = 10⁻¹⁷? What does the computer get for the quotient?",
    "coarse": "With *h* = 10⁻² nearly all digits of the difference are left. How many decimals of the quotient are right?",
    "lifted": (
        "Lift the function: 1000 + sin *x* has the same derivative. With *h* = 10⁻⁸, what becomes of the quotient?"
    ),
}
BITS_CHOICES = {
    "lost": ["all 16", "about 12", "about 4"],
    "gone": ["0.5403, as it should be", "0", "something huge"],
    "coarse": ["about 14", "about 8", "one"],
    "lifted": [
        "nothing: the 1000 cancels",
        "it has fewer right digits",
        "it has more right digits",
    ],
}
BITS_AGAINST = {
    "lost": [
        "The difference is stored with 16 digits as well, but most of them are not *known*: they would have been digits 17 to 28 of the two values.",
        "12 is how many *agree*, and those cancel.",
        "",
    ],
    "gone": [
        "For that the two values would have to differ. 1 + 10⁻¹⁷ is rounded to 1.",
        "",
        "The denominator is tiny, but the numerator is exactly 0.",
    ],
    "coarse": [
        "The digits that are left are those of the difference, not of the derivative.",
        "Rounding would allow more than that. What else is wrong with the quotient?",
        "",
    ],
    "lifted": [
        "In mathematics it does. In the computer four of the 16 digits are now spent on 1000.",
        "",
        "The 1000 takes digits away; it brings none.",
    ],
}
BITS_BECAUSE = {
    "lost": "The values agree in 12 decimals, which cancel. Of 16 decimals 4 are left, and so the quotient has about 4.",
    "gone": "The numbers near 1 are 2 · 10⁻¹⁶ apart. 1 + 10⁻¹⁷ *is* 1 for the computer.",
    "coarse": "The chord’s slope is off by about *h*/2 · |*f″*| = 0.004. This is truncation, and exact arithmetic would not help.",
    "lifted": "A value near 1000 is stored to 13 decimals only. Of the difference 5 digits are left, instead of 8.",
}
BITS_ANSWERS = {
    "lost": (
        "Each step to the right costs the difference one digit. "
        "Before *h* = 10⁻⁸ the quotient wins digits nevertheless, since the chord comes closer to the tangent; after it, it loses them."
    ),
    "gone": "At 10⁻¹⁵ one digit is left, and the quotient is 0.55. At 10⁻¹⁶ and below nothing is left.",
    "coarse": "Go to smaller steps: as *h* shrinks the right decimals grow from the left, and the digits left in the difference shrink. They meet at *h* = 10⁻⁸.",
    "lifted": "A constant does not change a derivative, but it changes what the computer can see of it. Subtract it *before* taking differences.",
}

# Noisy signal

NOISE_TITLE = "Differentiating a noisy sound"
NOISE_LEVEL = "the noise *η*"
NOISE_WINDOW = "the window *m*, in samples"
NOISE_PRESETS = {
    "forward": "forward",
    "symmetric": "symmetric",
    "smoothed": "smoothed",
    "clean": "no noise",
    "long": "long step",
}
NOISE_STEP = {
    "forward": "A forward difference over {span:.4g} ms",
    "symmetric": "A symmetric difference over {span:.4g} ms to each side",
    "smoothed": "The slope of the best line through {count:.0f} samples",
    "clean": "A forward difference over {span:.4g} ms",
    "long": "A symmetric difference over {span:.4g} ms to each side",
}
NOISE_IN = "The noise in the samples is {share:.3g} % of the signal."
NOISE_CLEAN = "The samples have no noise."
NOISE_OUT = (
    "has, against [the true derivative](derivative), an [error of {lost:.0f} %](approximation): "
    "{smear:.0f} % from the length of the window, {hiss:.0f} % from the noise."
)
NOISE_QUESTIONS = {
    "forward": (
        "The noise is 5 % of the signal. You take differences of neighbouring samples and divide by *h*. "
        "How large is the noise in the derivative?"
    ),
    "symmetric": "The same samples, now with the symmetric difference of the two neighbours. The noise in the derivative is …",
    "smoothed": (
        "Now a straight line is laid through nine neighbouring samples, as well as possible, and its slope is taken. "
        "The error is …"
    ),
    "clean": "No noise at all. Which window is best for the forward difference?",
    "long": "To be safe from noise, take a symmetric difference with a long step, 1 ms to each side. What happens?",
}
NOISE_CHOICES = {
    "forward": [
        "less than 5 % of it: differences cancel noise",
        "about 5 % of it",
        "far more than 5 % of it",
    ],
    "symmetric": ["just as large", "half as large", "gone"],
    "smoothed": ["smaller than with two samples", "larger: more noise comes in", "0"],
    "clean": ["the shortest", "one in the middle", "the longest"],
    "long": [
        "the derivative is nearly right",
        "the noise is small, but the derivative is smeared",
        "the noise becomes larger",
    ],
}
NOISE_BECAUSE = {
    "forward": "The difference of two samples has √2 times the noise of one, and then it is divided by *h*, which is small.",
    "symmetric": "The two errors in the numerator are as large as before, but the step between the samples is twice as long: 2*h*.",
    "smoothed": "The slope of the line averages: the errors of nine samples partly cancel. The window is still short enough not to smear.",
    "clean": "Then only truncation is left, and a shorter step has less of it, down to the shortest that the samples allow.",
    "long": "A window of 2 ms is half a wave of this sound: the difference looks past it. That is truncation.",
}
NOISE_ANSWERS = {
    "forward": "Move the noise: its share of the error grows in proportion. Move the window: it falls like 1/*h*, but the smearing grows.",
    "symmetric": "Halving the noise costs nothing, and the truncation error is smaller as well: *O*(*h*²). The price is a sample from the future.",
    "smoothed": "The noise falls like *m*⁻¹·⁵, faster than 1/*m*. Beyond some window the smearing wins, and again there is a best one between.",
    "clean": "This is the picture of the first demo with its right side only. Add a little noise, and the left side comes back.",
    "long": "Shorten the window and find the best one for this noise. Then change the noise: with less of it the best window is shorter.",
}

# Euler is descent

EULER_TITLE = "A ball in honey, and gradient descent"
EULER_H = "the step *h*"
EULER_X0 = "the start *x*₀"
EULER_PRESETS = {
    "honey": "*x*²",
    "over": "a large step",
    "valleys": "two valleys",
    "flat": "a flat bottom",
}
EULER_FUNCTION = {
    "honey": "*f*(*x*) = *x*²:",
    "over": "*f*(*x*) = *x*²:",
    "valleys": "*f*(*x*) = (*x*² − 1)²/4:",
    "flat": "*f*(*x*) = *x*⁴/4:",
}
EULER_START = "the path of *x′* = −*f′*(*x*) leads [from {x0:.2f} to {path:.3f}](function) in the time *t* = {time:.2f}."
EULER_STEPS = "Twelve steps with *h* = {h:.2f} lead [to {last:.3f}](approximation)."
EULER_FAR = "Twelve steps with *h* = {h:.2f} lead [far out of the picture](approximation)."
EULER_LEVEL = "The start is a place where *f′* = 0: nothing moves."
EULER_FOLLOWS = "Each step stays on its side, as the path does."
EULER_AT_ONCE = "The first step is exact: it ends at the minimum."
EULER_CROSSES = "Each step jumps across the valley, but ends nearer to the minimum."
EULER_SWINGS = "Each step jumps across to the same height: back and forth without end."
EULER_LEAVES = "Each step jumps across and ends farther out than it began."
EULER_OTHER = "Path and steps are in different valleys."
EULER_SAME = "At the end the steps are {gap:.2g} from the path."
EULER_QUESTIONS = {
    "honey": (
        "The path of *x′* = −*f′*(*x*) slides to the minimum of *x*². Replace *x′* by a forward difference: "
        "*x*ₙ₊₁ = *x*ₙ − *h* *f′*(*x*ₙ). What is this?"
    ),
    "over": "Now *h* = 1.1. The path still slides to 0. Where do the steps go?",
    "valleys": "From *x*₀ = 2 the path slides into the right valley, to 1. Where do the steps with *h* = 0.45 end?",
    "flat": "The bottom of *x*⁴/4 is much flatter than that of *x*². How close to 0 do path and steps come, compared with *x*²?",
}
EULER_CHOICES = {
    "honey": [
        "Newton’s method",
        "gradient descent with learning rate *h*",
        "the symmetric difference",
    ],
    "over": ["to 0, only faster", "to 0, jumping across", "farther and farther away"],
    "valleys": ["in the right valley as well", "in the left valley", "on the hill between"],
    "flat": ["closer", "about as close", "not nearly as close"],
}
EULER_AGAINST = {
    "honey": [
        "Newton’s method divides by *f″*(*x*). Here nothing is divided.",
        "",
        "The difference is a forward one: from *x*ₙ to *x*ₙ₊₁.",
    ],
    "over": [
        "A longer step is not always a faster one: it can lead past the minimum.",
        "It does jump across. But compare the heights before and after.",
        "",
    ],
    "valleys": [
        "So it would be with small steps. The first one here has the length 0.45 · 6 = 2.7.",
        "",
        "The top at 0 is level, but steps leave every place near it.",
    ],
    "flat": [
        "A flat bottom means a small *f′*, and steps are *h* times *f′*.",
        "For *x*² the speed is in proportion to the distance. Here it is its third power.",
        "",
    ],
}
EULER_BECAUSE = {
    "honey": "It *is* gradient descent: Euler’s method for this equation, and *h* is the learning rate.",
    "over": "Here *x*ₙ₊₁ = (1 − 2*h*)*x*ₙ = −1.2 *x*ₙ: each step changes the side and grows by 20 %.",
    "valleys": "From 2 the first step leads to 2 − 0.45 · 6 = −0.7, across the hill. From there it slides to −1.",
    "flat": "Near 0 the slope *x*³ is tiny, so everything slows down: *x*(*t*) falls like 1/√*t* and not like *e* to a power of −*t*.",
}
EULER_ANSWERS = {
    "honey": "Make *h* smaller: the polygon comes closer to the path, in proportion to *h*. Make it larger, up to 1 and beyond, and find three changes of behaviour.",
    "over": "For *f* = *c x*²/2 the factor is 1 − *hc*. Its size is below 1 only for 0 < *h* < 2/*c*. Here *c* = 2.",
    "valleys": "Which minimum training finds depends on the start *and* on the learning rate. Move the start: for this *h* small changes decide the valley.",
    "flat": "For *x*² the limit was *h* < 1, wherever one starts. Here it depends on the start: with *h* = 0.5 the steps from 1.5 come in, those from 2.5 fly out.",
}
