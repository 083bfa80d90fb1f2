"""The chapters' *try its* that have hints of their own: the question, and hints by answer.

One entry a question, under the id that the notebook's cell names. The reference stands here and not in
the notebook, so that reading the cell does not give it away. An entry's ``hints`` go from a wrong answer
to what to think about; none of them is the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Try:
    """A question of a chapter.

    Parameters
    ----------
    asked : mapping
        The question, as :func:`course.check` takes it: ``{"equals": "3/2"}``, or
        ``{"equals": "b", "choices": ("a", "b")}``.
    hints : mapping of str to str
        From a wrong answer, a formula or a label, to its hint.
    """

    asked: Mapping[str, Any]
    hints: Mapping[str, str] = field(default_factory=dict)

    def judge(self, answer: object) -> Any:
        """Judge an answer; a wrong one that is listed gets its hint."""
        from course.answers.judgement import Hint

        judgement = self._judge(answer, **self.asked)
        if judgement.kind not in ("wrong", "undefined"):
            return judgement
        for wrong, hint in self.hints.items():
            if self._judge(answer, **{**self.asked, "equals": wrong}).kind == "right":
                return replace(judgement, hints=(Hint("listed", hint),))
        return judgement

    @staticmethod
    def _judge(answer: object, **asked: Any) -> Any:
        from course.answers.questions import make_question

        return make_question(**asked).judge(answer)  # type: ignore[union-attr]


def _number(right: str, **hints: str) -> Try:
    """Return a question for one number; ``hints`` go by names, ``minus_5`` standing for -5."""
    return Try({"equals": right}, {_value(name): hint for name, hint in hints.items()})


def _value(name: str) -> str:
    return name.removeprefix("is_").replace("minus_", "-").replace("_over_", "/")


def _choice(right: str, **hints: str) -> Try:
    """Return a question with one right label; every other label has a hint."""
    return Try({"equals": right, "choices": tuple(sorted({right, *hints}))}, hints)


def _formula(right: str, hints: Mapping[str, str], **asked: Any) -> Try:
    """Return a question for a formula."""
    return Try({"equals": right, **asked}, hints)


TRIES: dict[str, Try] = {
    # 1 · The derivative
    "c1-average-velocity": _number(
        "-5",
        is_5="The size is right. Which way has the ball gone between the two times?",
        is_0="Is the ball at the same height at both times?",
        minus_15="That is the change in position. How long did it take?",
        is_15="That is the change in position, without its sign. How long did it take?",
        is_10="That is the velocity at the beginning, at t = 1. The average compares the two positions.",
        minus_20="That is the velocity at the end, at t = 4. The average compares the two positions.",
    ),
    "c1-velocity-or-speed": _choice(
        "b",
        a="40 metres of way in 4 seconds: that is the average speed. Velocity has a sign.",
        c="Average velocity compares only the first and the last position. What happened in between?",
    ),
    "c1-cube": _formula(
        "3x^2",
        {
            "x^2": "The bracket has three terms. What does each of them tend to?",
            "2x^2": "Count the terms in the bracket: there is one in the middle.",
            "4x^2": "Look at the bracket again: how often does the term in the middle stand there?",
            "3x": "Each of the three terms is a product of two factors. What does it become when both are equal?",
            "3x^3": "The factor x − x₀ has cancelled. How many factors are left in each term?",
            "3x^2/2": "Nothing is left to divide by once x − x₀ has cancelled. Add the three terms again.",
            "x^2 + x + 1": "That is the quotient for the point 1. Take any point, and let the other one tend to it.",
            "2x": "That is the slope of the square. Here the bracket has three terms.",
            "x^3": "That is the function itself. Its slope is what the quotient tends to.",
            "x^4/4": "That is a function whose slope is x^3. Here the slope of x^3 is asked for.",
        },
    ),
    "c1-reciprocal": _formula(
        "-1/x^2",
        {
            "1/x^2": "The size is right. Of 1/2 and 1/3, which fraction is larger? So does 1/x rise or fall there?",
            "-1/x": "The common denominator is a product. What does it become when x tends to x₀?",
            "1/x": "That is the function itself. Its slope is what the quotient tends to.",
            "-1": "That is left of the numerator. What has become of the common denominator?",
            "1": "That is the slope of x. Write down the quotient for 1/x, with both fractions over one denominator.",
            "0": "A slope of 0 everywhere: are 1/2 and 1/3 the same?",
            "-x^2": "Does the product of x and x₀ stand in the numerator or in the denominator?",
            "x^2": "Does the product of x and x₀ stand in the numerator or in the denominator? And mind the sign.",
            "-2/x^3": "That is the slope of 1/x^2. Write down the quotient for 1/x.",
            "log(x)": "That is a function whose slope is 1/x. Here the slope of 1/x is asked for.",
            "log(abs(x))": "That is a function whose slope is 1/x. Here the slope of 1/x is asked for.",
        },
        domain="x != 0",
    ),
    "c1-relu-left": _number(
        "0",
        is_1="That is the slope on the other side. What is max(0, h) for a negative h?",
        minus_1="What is max(0, h) for a negative h? Put it into the quotient.",
        is_1_over_2="The mean of both sides? A one-sided derivative looks at one side only.",
    ),
    "c1-relu-right": _number(
        "1",
        is_0="That is the slope on the other side. What is max(0, h) for a positive h?",
        is_1_over_2="The mean of both sides? A one-sided derivative looks at one side only.",
    ),
    "c1-cube-root": _choice(
        "b",
        a="A line may be a tangent without having a slope. Compute the quotient: what does it do for small h?",
        c="Draw it, or zoom in: the graph is smooth at 0. The reason is another one.",
    ),
    "c1-squeeze": _number(
        "0",
        is_1="cos(1/h) has no limit as h → 0. But which factor stands in front of it in the quotient?",
        minus_1="cos(1/h) has no limit as h → 0. But which factor stands in front of it in the quotient?",
    ),
    # 2 · Linear approximation, and continuity
    "c2-little-o": _choice(
        "b",
        a="Divide by x: what is left, and does it tend to 0?",
        c="Divide by x: sin x is left. Does it tend to 0?",
        d="Divide its absolute value by |x|: the square root of |x| is left. Does it tend to 0?",
    ),
    "c2-wrong-slope": _number(
        "-1/2",
        is_1_over_2="The size is right. Is the slope of this line too small or too large?",
        is_0="That happens for one slope only, the derivative. Is 5/2 the derivative at 1?",
        is_2="That is the limit of the difference quotient. Subtract the slope of this line.",
    ),
    "c2-line-reciprocal": _formula(
        "1 - x/4",
        {
            "-1/4": "That is the slope. The answer is the whole line.",
            "1/4": "Look at the sign: 2 − x is the step x − 2 with the other sign. And the answer is a line.",
            "1/2 - x/4": "The step is measured from the point, not from 0: x − 2.",
            "-x/4": "The slope is right. Does your line go through the point (2, 1/2)?",
            "x/4": "Look at the sign: 2 − x is the step x − 2 with the other sign.",
            "-1/(2x)": "That is the difference quotient. Let x tend to 2, and write down the line.",
            "1/x": "That is the function itself. Its approximation is a straight line.",
        },
    ),
    "c2-line-square": _formula(
        "6x - 9",
        {
            "6x": "The slope is right. Does your line go through the point (3, 9)?",
            "9 + 6x": "The step is measured from the point, not from 0: x − 3.",
            "2x": "That is the derivative as a function. The line needs its value at one point.",
            "9 + 2x (x - 3)": "The slope of a line is a number: take the derivative at the point 3.",
            "6": "That is the slope. The answer is the whole line.",
            "x^2": "That is the function itself. Its approximation is a straight line.",
        },
    ),
    "c2-remainder-square": _formula(
        "(x - 3)^2",
        {
            "-(x - 3)^2": "Subtract the line from the function, not the other way round.",
            "0": "Only at x = 3. What is left at x = 4?",
            "x - 3": "That is the step. How does the remainder depend on it?",
        },
    ),
    "c2-descent": _number(
        "18/5",
        is_81_over_25="That is what f really loses. The line promises a little more.",
        is_3_over_5="That is how far the step goes. The decrease is the step times the slope.",
        is_6="That is the slope. The decrease is η times its square.",
        is_27_over_5="That is the height of the line after the step. How much lower is it than before?",
        minus_18_over_5="A decrease of that size: say it as a positive number.",
    ),
    "c2-contrapositive": _choice(
        "b",
        a="Try |x| at 0: not differentiable. Is it discontinuous?",
        c="That is the converse. Try |x| at 0.",
    ),
    "c2-partial-sum": _choice(
        "c",
        a="It has only six terms. Is a sum of six cosines anything but smooth?",
        b="What about the derivative of the derivative?",
    ),
    "c2-cube-root-estimate": _number(
        "201/100",
        is_2="That is the value at 8. What does the slope add over the step?",
    ),
    "c2-side-of-line": _choice(
        "a",
        b="Look at the sign of the error that was just computed.",
        c="The step occurs squared in the error. Can its sign change?",
    ),
    # 3 · Rules
    "c3-product-value": _number(
        "10",
        minus_3="That is f′(1) g′(1). In the rectangle this belongs to the corner, which disappears.",
        is_14="One of the two terms is negative.",
        is_12="That is the strip f′g. There is a second strip.",
        minus_2="That is the strip f g′. There is a second strip.",
    ),
    "c3-chain-value": _number(
        "12",
        is_15="The outer derivative is taken where the inner function has arrived, not at 1.",
        is_4="That is the outer derivative. How strongly does the inner function stretch?",
        is_3="That is the inner derivative. What does the outer function do with it?",
        is_7="Stretch factors multiply; they do not add.",
    ),
    "c3-gap": _choice(
        "a",
        b="Then g(y) − g(0) = 0 for every y, and the proof divides by 0 all the time.",
        c="Look at y = 1/(nπ): what is g there?",
    ),
    # 4 · Elementary functions
    "c4-largest-slope": _number(
        "1/4",
        is_1="The slope is s(1 − s). Can both factors be large at once?",
        is_1_over_2="That is the value s at which the slope is largest. What is the slope there?",
        is_0="The slope is positive everywhere.",
    ),
    "c4-relu-at-0": _choice(
        "c",
        a="Compute both one-sided quotients at 0.",
        b="A limit of difference quotients is not a mean. Do the two sides agree?",
    ),
    "c4-softplus": _choice(
        "b",
        a="What is exp(1000) on a computer, before the logarithm is taken?",
        c="At x = 1000 it is exact to the last digit. But at x = 1?",
    ),
    # 5 · Higher derivatives, and Taylor polynomials
    "c5-second-derivative": _formula(
        "(x + 2) e^x",
        {
            "(x + 1) e^x": "That is the first derivative. Once more.",
            "e^x": "Both factors depend on x: the product rule, twice.",
            "x e^x": "Both factors depend on x: the product rule, twice.",
            "(x + 1) e^x + x e^x": "Nearly. Differentiate (x + 1) e^x with the product rule: what is the derivative of x + 1?",
        },
    ),
    "c5-how-often": _number(
        "2",
        is_1="The first derivative is 3x|x|. Is it differentiable at 0?",
        is_3="The second derivative is 6|x|. Is it differentiable at 0?",
        is_0="Compute the quotient at 0: h|h|. What is its limit?",
    ),
    "c5-tenth-derivative": _formula(
        "(x^2 + 20x + 90) e^x",
        {
            "x^2 e^x": "That is the term in which only the exponential was differentiated. Which others are not 0?",
            "(x^2 + 20x + 45) e^x": "The last term has the second derivative of x^2 in it, and that is not 1.",
            "(x^2 + 20x + 20) e^x": "Look at the coefficients: the binomial coefficient of 10 over 2 is not 10.",
            "(x^2 + 10x + 90) e^x": "In the second term the derivative of x^2 is 2x.",
            "(x^2 + 2x + 2) e^x": "The terms are the right ones. Which binomial coefficients stand in front of them?",
            "90 e^x": "Terms with fewer derivatives of x^2 do not vanish.",
        },
    ),
    "c5-wall": _number(
        "2",
        is_4="4 + x^2 vanishes at two points of the complex plane. How far are they from 0?",
        is_1="That is the distance for 1/(1 + x^2). Where does 4 + x^2 vanish?",
        minus_2="A distance is not negative.",
    ),
    "c5-read-off": _number(
        "10",
        is_5="That is the coefficient of x^2. It is the second derivative divided by something.",
        is_5_over_2="The coefficient is the second derivative divided by 2!, not the other way round.",
        minus_1="That is the first derivative.",
    ),
    "c5-step": _number(
        "1/4",
        is_1_over_8="With this step the bound is lowest. But how far can you go before the bracket is no longer positive?",
        is_4="For which η is 1 − 8η/2 = 0?",
        is_1_over_2="Put η = 1/2 into 1 − 8η/2: what is its sign?",
        is_8="That is the bound of the second derivative. For which η is 1 − 8η/2 = 0?",
    ),
    "c5-geometric": Try(
        {"equals": ["1", "1", "1", "1", "1"], "taylor_of": "1/(1 - x)", "terms": 5},
    ),
    "c5-smallest-n": _number(
        "6",
        is_7="Is the bound below 1/1000 already one step earlier? Mind the factorial: it is (n + 1)!.",
        is_5="With n = 5 the bound is 3/720. Is that below 1/1000?",
        is_8="Try a smaller n; the factorial is that of n + 1.",
    ),
    "c5-series": _choice(
        "b",
        a="The flat function of this chapter is a counterexample: look at its series.",
        c="1/(1 + x^2) is infinitely differentiable on the whole line.",
    ),
    # 6 · Composition, and functions as objects
    "c6-order": _formula(
        "3e^x",
        {
            "e^(3x)": "That is f after g. In g ∘ f the function on the right acts first.",
            "3x e^x": "That is the product. A composition puts one function into the other.",
        },
    ),
    "c6-composition-linear": Try({"computes": "24x"}),
    "c6-composition-sigmoid": Try({"computes": "1/(1 + exp(-(2x + 1)))"}),
    "c6-point-of-sine": _formula(
        "e^(x^2)",
        {
            "x": "x is what the first function receives. What arrives at the sine?",
            "x^2": "That is what exp receives. One step further.",
            "e^x": "exp receives the value of g, not x.",
            "sin(e^(x^2))": "That is the value that leaves the sine. What enters it?",
        },
    ),
    "c6-depth": _number(
        "5",
        is_4="Four factors 1/4 make 1/256.",
        is_6="Enough, but not the smallest number.",
        is_10="Enough, but not the smallest number.",
        is_250="The factors multiply; they do not add.",
    ),
    "c6-loss-derivative": _formula(
        "2(s - 9/10) s (1 - s)",
        {
            "2(s - 9/10)": "That is the derivative with respect to s. But s depends on b.",
            "s (1 - s)": "That is the derivative of s. What about the square around it?",
            "(s - 9/10) s (1 - s)": "The derivative of a square has a factor in front.",
            "2(s - 9/10)(1 - s)": "The derivative of the sigmoid has two factors.",
            "2(s - 9/10)(s - s^2) s": "Nearly: how often does the inner derivative occur?",
        },
        variable="s",
    ),
    "c6-weak-test": _choice(
        "b",
        a="5(x + 3) and 5x + 3 have different values.",
        c="5x(x + 3) and 5(x + 3) have different values.",
    ),
    # 7 · Numerical differentiation
    "c7-half-step": Try(
        {"equals": "0.000002"},
        {
            "0.000004": "The error of the symmetric difference goes with the square of the step.",
            "0.000008": "Half the step has less error.",
            "0.000001": "Half the step: h^2 becomes a quarter, not an eighth.",
            "0.000016": "A smaller step has a smaller error here (rounding is not yet felt).",
        },
    ),
    "c7-forward-square": _formula(
        "h",
        {
            "h^2": "You have not divided by h yet.",
            "0": "Write out (x + h)^2 - x^2 and divide by h.",
        },
        variable="h",
    ),
    "c7-exact-for": _choice(
        "b",
        a="For a straight line the forward difference is exact as well.",
        c="Compute it: there is a term with h^2 left.",
    ),
    "c7-single-precision": _choice(
        "b",
        a="Below the spacing of the numbers themselves: x + h would be x.",
        c="That is the square root, right for the forward difference.",
    ),
    "c7-second-difference-cube": _formula(
        "6x",
        {
            "3x^2": "That is the first derivative.",
            "6": "That is the third derivative.",
        },
    ),
    "c7-dual-square": _number(
        "6",
        is_9="That is the part without ε, the value.",
        is_1="Both factors have a part with ε: each meets the 3 of the other.",
        is_3="There are two products of 3 and ε.",
        is_7="ε² is 0, not 1 or ε.",
    ),
    "c7-dual-reciprocal": _formula(
        "-b/4",
        {
            "b/4": "The product must have no part with ε: check the sign.",
            "1/b": "One cannot invert part by part. Multiply with 2 + bε and compare.",
            "-b/2": "Multiply out again: in the part with ε, the 1/2 meets b, and s meets 2.",
            "-1/4": "Where did b go?",
        },
        variable="b",
    ),
    "c7-noise": _number(
        "4",
        is_2="Both samples may be wrong, in opposite directions.",
        is_1="Divide by the step, 0.001.",
        is_0="The errors need not cancel.",
    ),
    "c7-one-step": _number(
        "1/2",
        is_1="With h = 1 the step leads from x to −x.",
        is_2="Look at the factor 1 − 2h. For which h is it 0?",
        is_1_over_4="That halves the distance. Look at the factor 1 − 2h.",
    ),
}


def check(answer: object, question: Any = None, **asked: Any) -> Any:
    """Check an answer and say what is wrong with it, without giving the right one away.

    Parameters
    ----------
    answer : str, number, list, bool, SymPy expression, class or function
        The learner's answer; ``""``, ``None`` and ``...`` mean that there is none yet.
    question : str or Question, optional
        The id of a question of a chapter, such as ``"c1-average-velocity"``, or a witness for a
        proof, such as ``course.answers.witnesses.Delta()``.
    **asked
        Otherwise the question itself, such as ``derivative_of="x^2 sin(x)"``; all of them are
        explained in :func:`course.answers.feedback.check`.

    Returns
    -------
    course.answers.feedback.Feedback
        Shown by the notebook when it is the last expression of a cell.

    Raises
    ------
    KeyError
        For the id of a question that does not exist.
    """
    from course.answers import feedback
    from course.solved import record

    if isinstance(question, str) and question not in TRIES:
        raise KeyError(f"there is no question {question!r}")
    put = TRIES[question] if isinstance(question, str) else question
    found = feedback.check(answer, question=put, **asked)
    if found.kind == "right":
        record({"question": question, **asked})
    return found
