"""Every sentence that the judge of answers shows, in one place, so that it can be translated.

One dictionary a part: the grammar, the comparison, and the hints. ``{name}`` is filled in.
"""

from __future__ import annotations

# --- Reading an answer -----------------------------------------------------------------------
GRAMMAR: dict[str, str] = {
    "empty": "There is no formula yet.",
    "too long": "The formula has {length} characters; at most {limit} are read.",
    "too deep": "The formula is nested too deeply. Write it in a simpler form.",
    "too big": "The formula is too big to be read. Write it in a simpler form.",
    "number too long": "This number has too many digits.",
    "exponent of ten": "This power of ten is too large.",
    "character": "The character {character} is not used in formulas.",
    "lookalike": "The character {character} only looks like {latin}. Type {latin}.",
    "backslash": "Type the formula without LaTeX commands: for example (x + 1)/(x - 1).",
    "quote": "Leave out the prime: type only the formula.",
    "infinity": "Infinity is not a number; the formula must have a value.",
    "percent": "The sign % is not used in formulas.",
    "floor division": "The sign // is not used here: type / for a quotient, floor(...) to round down.",
    "comma": "A comma is not expected here. Decimals are typed with a point: 0.5.",
    "unexpected": "{token} is not expected here.",
    "ends": "The formula stops too early: something is missing after {token}.",
    "ends empty": "The formula stops too early.",
    "missing operand": "Something is missing before {token}.",
    "not closed": "The bracket {token} is never closed.",
    "not opened": "The bracket {token} was never opened.",
    "bars": "The bars | | cannot be matched. Type abs(...) instead.",
    "empty brackets": "There is nothing between these brackets.",
    "unknown": "The name {name} is not known here.",
    "unknown variable": "The name {name} is not known here. The variable is {variables}.",
    "did you mean": " Did you mean {name}?",
    "is a function of": "{name} is not known here: write the formula itself, with {variables}.",
    "digits in name": "{name} is not known. For a power type {power}, for a product {product}.",
    "no argument": "{name} needs an argument: {name}(…).",
    "argument count": "{name} takes {expected}, but here it has {given}.",
    "one argument": "one argument",
    "at least one argument": "one or more arguments",
    "two numbers": "Between {left} and {right} a sign is missing.",
    "operation": "{name} is not accepted: the answer must be a formula in which the {what} is already worked out.",
    "what diff": "derivative",
    "what integral": "integral",
    "what limit": "limit",
    "what sum": "sum or series",
    "what solve": "solution",
    "heaviside": "{name} is not accepted, because its value at 0 is a convention. Give the cases: cases(x < 0, 0, 1).",
    "imaginary": "Complex numbers are not used here: {name} is not known.",
    "not a number": "{name} is not a number.",
    "equation": "Type one formula, not an equation.",
    "condition": "This is a condition, not a formula with a value.",
    "no condition": "Here a condition is expected, such as {variable} < 0.",
    "if without else": "After “if” and the condition, “else” and a value are missing.",
    "cases": "cases(...) needs conditions and values in turn: cases({variable} < 0, 0, 2*{variable}).",
    "power of function": "The power of {name} must be a number.",
    "factorial of": "Write brackets around what the factorial applies to.",
    "doubt": "This can be read in two ways. Did you mean {first} or {second}? Type the one you mean.",
    "doubt name": "{name} can be read in two ways. Did you mean {first} or {second}? Type the one you mean.",
    "divided by zero": "The denominator is 0.",
    # Notes: the answer was read, and this says how.
    "note equation": "Only the right-hand side was read.",
    "note rational": "The decimal {decimal} is read as {fraction}, the fraction it is the nearest float of.",
    "note scientific": "{text} is read as a number with a power of ten.",
    "note log": "log is the natural logarithm.",
    # Objects other than text.
    "no answer": "There is no answer yet.",
    "object": "An answer is a formula typed as text, a number or a SymPy expression; this is of type {type}.",
    "function object": "This is a Python function. The answer must be a formula, typed as text.",
    "boolean": "{value} is not a formula.",
    "not finite": "{value} is not a real number.",
    "complex": "The answer is not a real number.",
    "sympy unevaluated": "An unevaluated {name} is not accepted: work it out, so that a formula remains.",
    "sympy": "{name} is not a function that is known here.",
    "symbol": "The symbol {name} is not known here. The variable is {variables}.",
}

# --- Comparing an answer with the reference --------------------------------------------------
COMPARE: dict[str, str] = {
    "equal proved": "Equal: proved for the whole domain.",
    "equal certain": "Equal: both agree to hundreds of digits at many points.",
    "different": "Not equal: at {variable} = {point} your formula gives {answer}, the right value is {reference}.",
    "different near": "Not equal: at {variable} {point} your formula gives {answer}, the right value is {reference}.",
    "undefined": "Undefined: at {variable} = {point} your formula has no real value, but the right value is {reference}.",
    "undefined near": "Undefined: at {variable} {point} your formula has no real value, but the right value is {reference}.",
    "undetermined": "This could not be decided automatically; a person will look at it.",
    "undetermined time": "This could not be decided in time; a person will look at it.",
    "undefined value": "undefined",
    "bad domain": "The domain {domain} cannot be read: comparisons of {variable} with numbers are expected.",
}

# --- Witnesses for proofs --------------------------------------------------------------------
WITNESS: dict[str, str] = {
    "empty": "There is no answer yet.",
    "undetermined": "This could not be decided automatically; a person will look at it.",
    "delta function": "A Python function can only be tried at some points. Type a formula in eps, as text.",
    "delta right": "Proved for every eps > 0: your delta is positive and small enough.",
    "delta undefined": "At eps = {eps} your delta has no value. It must be a positive number for every eps > 0.",
    "delta not positive": "At eps = {eps} your delta is {delta}. It must be positive: otherwise no h at all satisfies 0 < |h| < delta, and nothing has been shown.",
    "delta too large": "At eps = {eps} your delta is {delta}. Then h = {bound} is allowed, since 0 < |h| < delta, but there the quotient differs from the claimed limit by {eps}, which is not less than eps.",
    "delta e": " (The letter e is read as the number 2.718…; type eps for epsilon.)",
    "sequence function": "A Python function can only be tried at some points. Type a formula in a and n, as text.",
    "sequence rational": "Proved for every real a: all terms are rational, and they tend to a.",
    "sequence irrational": "Proved for every real a: all terms are irrational, and they tend to a.",
    "sequence undefined": "For a = {a} and n = {n} the formula has no value.",
    "sequence not rational": "For a = {a} and n = {n} the term is {value}, an irrational number. It must be rational for every real a.",
    "sequence not irrational": "For a = {a} and n = {n} the term is {value}, a rational number. It must be irrational for every real a.",
    "sequence limit": "For a = {a} the sequence tends to {limit}, not to a.",
    "sequence half limit": "For a = {a} every second term tends to {limit}, not to a.",
    "part": "{name}: {message}",
    "point pair": "Give two exact numbers, x0 and bound.",
    "point number": "{name} must be an exact number, without variables.",
    "point undefined": "{name} has no value.",
    "point at 0 undefined": "The formula has no value at 0. Choose another x0.",
    "point at 0": "f(0) = {value}. The function is 0 there, whatever the bound: choose another x0.",
    "point bound": "The bound must be positive: only then does it show that f is not 0 at x0.",
    "point too large": "f(x0) is about {value}: your bound is too large, by about {excess}.",
    "point right": "Certified: f(x0) is about {value}, and that is more than your bound, which is positive.",
    "point equal": "Proved: f(x0) is equal to your bound, which is positive.",
    "order list": "Give a list of labels, for example [\"a\", \"b\"].",
    "order label": "The labels are {labels}.",
    "order twice": "Line {line} stands twice.",
    "order distractor": "Line {line} does not belong to the proof. {why}",
    "order reason": "Line {line}: something that it relies on does not stand before it.",
    "order missing": "Every line so far follows from those before it, but the proof is not complete: lines missing: {count}.",
    "order right": "Every line follows from those before it, and nothing is missing.",
    "sequence diverges": "For a = {a} the sequence does not tend to a: its distance from a grows without bound.",
}

# --- What check and score say -----------------------------------------------------------------
#: Words that are read as a truth value.
TRUE_WORDS = frozenset(["true", "yes", "y"])
FALSE_WORDS = frozenset(["false", "no", "n"])

FEEDBACK: dict[str, str] = {
    # The verdict: a mark and words for each kind. The words alone say everything.
    "mark right": "✓", "mark wrong": "✗", "mark undefined": "⚠", "mark unreadable": "?",
    "mark undetermined": "?", "mark empty": "–", "mark read": "✓",
    "head right": "Right.",
    "head wrong": "Not right yet.",
    "head undefined": "Not right yet: the formula is undefined somewhere.",
    "head unreadable": "This could not be read.",
    "head undetermined": "Not decided: a person will look at this answer. It counts neither as right nor as wrong.",
    "head empty": "No answer yet.",
    "head read": "Read. This answer is marked after you hand it in.",
    "named": "{name}: {head}",
    "read as": "Read as",
    "typed": "You typed",
    "hint": "Hint",
    "several hints": "Several mistakes lead to this answer. It may be one of these",
    "more": "More about this",
    "note": "Note",
    "more plain": "For a fuller hint, call .hint() on this feedback.",
    "no hint": "There is no hint for this answer.",
    "position": "(At character {position}.)",
    "readings": "You can type: {readings}",
    "part": "{name}: ",
    "part empty": "there is no answer yet.",
    "function": "The function to be differentiated: ",
    "not differentiable": "The function to be differentiated has no derivative.",
    "yes": "yes", "no": "no",
    "not yes or no": "Answer True or False.",
    "not a choice": "Choose one of: {labels}.",
    # Lists of coefficients.
    "not a list": "Give a list of {count} numbers, for example [1, 0, \"1/2\"].",
    "list entry": "Entry {index} of the list: ",
    "list entry empty": "is missing.",
    "list long": "The list is too long.",
    "list length": "The list has {given} entries; {count} are asked for.",
    "list different": "Entry {index} of the list is not right: yours is {answer}. (The first entry, number 0, belongs to the constant term.)",
    "list undetermined": "Entry {index} of the list could not be decided automatically.",
    # Classes and functions in Python.
    "program different": "At {variable} = {point} {call} gives {answer}; the right value is {reference}.",
    "program not finite": "At {variable} = {point} {call} gives {answer}; the right value is {reference}. The numbers in between became too large for a float.",
    "program shape": "{call} does not return one value for each element of an array of shape {shape}.",
    "program numbers": "{call} does not return numbers.",
    "program changed": "{call} changes the array that it is given.",
    "program error": "{call} stops with {error}.",
    "program missing": "There is no method {call}.",
    "program object": "A class or a function is asked for; this is of type {type}.",
    "program instance": "An object of the class cannot be made without arguments: {error}.",
    "program library": "The code uses {name}. Here it has to be computed without that function.",
    "program none": "A method returns nothing yet.",
    "program warned": "Your code made NumPy warn ({warning}). That costs nothing.",
    "program digits": "Near 0 the values lose digits in relation to their size. numpy.expm1 keeps them. That costs nothing.",
}  # fmt: skip

#: Other words for hints: from a misconception's name to (light, full). Empty in English, where the
#: misconceptions' own entries have the words; a translation fills it.
HINTS: dict[str, tuple[str, str]] = {}

SLIPS: dict[str, tuple[str, str]] = {
    "lone sign": (
        "A sign is wrong.",
        "Everything is right but one sign. Go through the signs one by one: the one in front, those between terms, those in arguments and exponents.",
    ),
    "domain slip": (
        "At most points this is right, but not on the whole domain.",
        "The formula is right except at some points. Look at the points where a denominator is 0, where a root or a logarithm ends, or where two pieces of the function meet: what has to hold there?",
    ),
}
