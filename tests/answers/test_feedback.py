"""What a learner calls and sees."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from fractions import Fraction
from html.parser import HTMLParser

import numpy as np
import pytest
import sympy

from course.answers import strings
from course.answers.errors import AnswerError
from course.answers.feedback import Feedback, WrongAnswer, check, formula, score
from course.answers.judgement import Judgement
from course.answers.latex import to_latex
from course.answers.misconceptions import by_name
from course.answers.reading import read
from course.tries import TRIES

GAUSS = {"derivative_of": "e^(-x^2/2)"}


def rich(feedback):
    bundle = feedback._repr_mimebundle_()
    assert bundle["text/plain"] == repr(feedback)
    return bundle["text/html"]


def words(markup):
    """The text of HTML, as a screen reader has it."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.mark.parametrize("answer", ["", "   ", None, ..., [], "...", "?"])
def test_no_answer_yet(answer):
    for question in (GAUSS, {"taylor_of": "sin(x)"}, {"equals": True}, {"equals": "tanh(x)"}, {}):
        feedback = check(answer, **question)
        assert feedback.kind == "empty"
        assert "No answer yet" in repr(feedback)
        if question:
            assert score(answer, points=3, **question) == 0


@pytest.mark.parametrize(
    ("answer", "kind", "phrase"),
    [
        ("-x/e^(x^2/2)", "right", "✓ Right."),
        ("3x", "wrong", "✗ Not right yet."),
        ("-x e^(-x^2/2) x/x", "undefined", "⚠ Not right yet"),
        ("sin(", "unreadable", "? This could not be read."),
        ("diff(e^(-x^2/2), x)", "unreadable", "already worked out"),
    ],
)
def test_the_verdict_is_said_in_words_everywhere(answer, kind, phrase):
    feedback = check(answer, **GAUSS)
    assert feedback.kind == kind
    assert phrase in repr(feedback)
    head = repr(feedback).splitlines()[0][2:]
    assert head in words(rich(feedback))
    assert 'role="status"' in rich(feedback)


def test_the_witness_has_a_point_and_both_values():
    text = repr(check("3x", **GAUSS))
    point = Fraction(re.search(r"at x = (-?[\d/]+)", text)[1])
    mine, right = map(
        float, re.search(r"gives (\S+), the right value is (\S+)\.$", text, re.M).groups()
    )
    assert mine == pytest.approx(float(3 * point), rel=1e-5)
    assert right == pytest.approx(-float(point) * np.exp(-(float(point) ** 2) / 2), rel=1e-5)


@pytest.mark.parametrize("answer", ["3x", "x e^(-x^2/2)", "e^(-x)", "", "(", "-x^2 e^(-x^2/2)/x"])
def test_the_reference_is_never_shown(answer):
    feedback = check(answer, equals="-x e^(-x^2/2)", derivative_of="e^(-x^2/2)")
    shown = rich(feedback) + repr(feedback) + feedback.hint()
    for reference in ("-x*e^(-x^2/2)", "-x e^(-x^2/2)", to_latex(read("-x e^(-x^2/2)"))):
        assert reference not in shown


def test_hints_come_light_first_and_fuller_on_request():
    feedback = check("sin(x^2)", derivative_of="sin(x^2)")
    ((_, judgement),) = feedback.judgements
    (hint,) = judgement.hints
    assert hint.light in repr(feedback)
    assert hint.full not in repr(feedback)
    assert hint.full in str(feedback.hint())
    markup = rich(feedback)
    before, after = markup.split("<details>")
    assert html.escape(hint.light) in before
    assert html.escape(hint.full) in after
    assert repr(feedback.hint()) == str(feedback.hint())


class _Balanced(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "x<img src=x onerror=alert(1)>",
        "</code></div>$\\href{javascript:alert(1)}{x}$",
        "x & y \" ' <b>",
    ],
)
@pytest.mark.parametrize("question", [GAUSS, {"equals": True}, {"taylor_of": "sin(x)"}, {}])
def test_whatever_is_typed_is_escaped(hostile, question):
    for answer in (hostile, [hostile]):
        parser = _Balanced()
        parser.feed(rich(check(answer, name=hostile, **question)))
        assert parser.open == []
        tags = {tag for tag, _ in parser.seen}
        assert tags <= {
            "div",
            "p",
            "span",
            "strong",
            "em",
            "code",
            "ul",
            "li",
            "details",
            "summary",
        }
        assert not any(key.startswith("on") for _, attrs in parser.seen for key in attrs)


def test_dollar_signs_outside_code_do_not_start_mathematics():
    markup = rich(Feedback(("", Judgement("wrong", detail="it costs $5 and $6"))))
    assert "$5" not in markup
    assert "it costs" in markup


def test_colours_follow_the_theme_and_only_repeat_the_words():
    markup = rich(check("3x", **GAUSS))
    assert "var(--jp-" in markup
    assert "<script" not in markup
    assert "Not right yet" in markup


def test_parts_of_one_answer():
    u, v = "e^x - e^(-x)", "e^x + e^(-x)"
    assert check(formula("u/v", u=u, v=v), equals="tanh(x)").right
    assert check(formula("u/v", u=v, v=u), equals="tanh(x)", domain="x != 0").kind == "wrong"
    missing = check(formula("u/v", u=u, v=""), equals="tanh(x)")
    assert missing.kind == "empty"
    assert "v" in repr(missing)
    assert check(formula("u/v", u=u, v="sin("), equals="tanh(x)").kind == "unreadable"
    assert check("e^x + 1/e^x", derivative_of=u).right
    assert check("e^x + 1/e^x", derivative_of="").kind == "empty"
    assert check("e^x + 1/e^x", derivative_of="sin(").kind == "unreadable"


def test_feedback_adds_up():
    total = check("-x e^(-x^2/2)", **GAUSS, name="(a)") + check(
        "1", derivative_of="x^2", name="(b)"
    )
    assert not total.right
    assert total.kind == "wrong"
    assert "(a): Right." in repr(total)
    assert "(b): Not right yet." in repr(total)
    assert rich(total).count('role="status"') == 1


@pytest.mark.parametrize("right", [True, np.True_, sympy.true, "yes", "True", " true "])
def test_truth_values(right):
    assert check(right, equals=True).right
    assert check(right, equals=False).kind == "wrong"
    assert score(right, equals=True, points=2) == 2
    assert score(right, equals=False, points=2) == 0


@pytest.mark.parametrize("odd", [1, 0, "1", "maybe", 2.5, [True]])
def test_other_things_are_not_truth_values(odd):
    assert check(odd, equals=True).kind == "unreadable"


def test_choices():
    assert check("B", equals="b", choices="abc").right
    assert check("a", equals="b", choices="abc").kind == "wrong"
    assert check("d", equals="b", choices="abc").kind == "unreadable"


def test_numbers_and_sympy():
    assert check(2, equals=2).right
    assert check(Fraction(1, 2), equals="1/2").right
    assert check(0.5, equals="1/2").right
    assert check(0.3333, equals="1/3").kind == "wrong"
    x = sympy.Symbol("x", positive=True)
    assert check(-x * sympy.exp(-(x**2) / 2), **GAUSS).right
    assert check(sympy.Derivative(x**2, x), derivative_of="x^2").kind == "unreadable"


@pytest.mark.parametrize("answer", ["2 max(x, 0)", True, [1, "x/2"], Fraction(1, 2)])
def test_without_a_question_the_answer_is_only_read(answer):
    feedback = check(answer)
    assert feedback.kind == "read"
    assert "marked after" in repr(feedback)


@pytest.mark.parametrize("odd", [object(), {"a": 1}, lambda x: x, b"x", 1j, float("nan"), {1, 2}])
@pytest.mark.parametrize("question", [GAUSS, {"taylor_of": "sin(x)"}, {"equals": True}, {}])
def test_odd_objects_are_answers_that_cannot_be_read(odd, question):
    assert check(odd, **question).kind in ("unreadable", "wrong")


def test_a_misstated_question_is_an_error():
    with pytest.raises(ValueError, match="needs a question"):
        score("x", points=1)
    with pytest.raises(AnswerError):
        check("x", equals="sin(")


class TestValidate:
    """nbgrader says by environment variables that it validates."""

    @pytest.fixture
    def validating(self, monkeypatch):
        monkeypatch.setenv("NBGRADER_VALIDATING", "1")
        monkeypatch.setenv("NBGRADER_EXECUTION", "validate")

    @pytest.mark.parametrize("answer", ["3x", "", "sin(", "-x e^(-x^2/2) x/x"])
    def test_raises_then(self, validating, answer):
        with pytest.raises(WrongAnswer) as caught:
            check(answer, **GAUSS)
        assert isinstance(caught.value, AssertionError)
        assert str(caught.value).splitlines() == caught.value._render_traceback_()
        assert str(caught.value)[0] in "✗–?⚠"

    def test_not_for_a_right_answer_nor_when_only_read(self, validating):
        assert check("-x e^(-x^2/2)", **GAUSS).right
        assert check("3x").kind == "read"

    def test_not_otherwise(self, monkeypatch):
        monkeypatch.delenv("NBGRADER_VALIDATING", raising=False)
        assert check("3x", **GAUSS).kind == "wrong"
        monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
        assert check("3x", **GAUSS).kind == "wrong"
        monkeypatch.setenv("NBGRADER_VALIDATING", "1")  # a server that validates and grades at once
        assert check("3x", **GAUSS).kind == "wrong"
        assert score("3x", points=1, **GAUSS) == 0

    @pytest.mark.grading
    def test_by_nbgrader_itself(self, tmp_path):
        cell = {
            "cell_type": "code", "execution_count": None, "outputs": [],
            "source": "import course\ncourse.check('3x', derivative_of='x^2')",
            "metadata": {"nbgrader": {
                "grade": True, "grade_id": "a", "locked": True, "points": 1,
                "schema_version": 3, "solution": False, "task": False, "cell_type": "code",
            }},
        }  # fmt: skip
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        book = {
            "cells": [cell],
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 2,
        }
        path = tmp_path / "a.ipynb"
        path.write_text(json.dumps(book))
        from nbgrader.validator import Validator

        (failed,) = Validator().validate(str(path))["failed"]
        lines = failed["raw_error"].splitlines()
        assert lines[0] == "✗ Not right yet."
        assert not any("Traceback" in line or "feedback.py" in line for line in lines)


def test_undetermined_goes_to_a_person(monkeypatch):
    from course.answers import equality, feedback
    from course.answers.verdict import Verdict

    verdict = Verdict("undetermined", message="A person will look.", answer=read("x"))
    monkeypatch.setattr(equality, "compare", lambda *a, **k: verdict)
    shown = []
    monkeypatch.setattr(feedback, "_display", shown.append)
    assert score("x", equals="2x - x", points=3) == 0
    assert [f.kind for f in shown] == ["undetermined"]


def test_score_in_a_kernel_shows_the_feedback_and_marks_what_a_person_decides():
    code = """
import IPython, json, sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
shell = InteractiveShell.instance()
import course
from course.answers import equality
from course.answers.verdict import Verdict
from course.answers.reading import read
from course.tries import TRIES
with capture_output() as right:
    print(course.score("2x", derivative_of="x^2", points=3))
verdict = Verdict("undetermined", message="why", answer=read("x"))
equality.compare = lambda *a, **k: verdict
with capture_output() as unsure:
    print(course.score("x", equals="2x", points=3))
print(json.dumps({
    "right": [sorted(o.data) for o in right.outputs], "points": right.stdout.split()[-1],
    "unsure": [o.data for o in unsure.outputs], "zero": unsure.stdout.split()[-1],
    "stderr": right.stderr + unsure.stderr,
}))
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seen = json.loads(found.stdout.splitlines()[-1])
    assert seen["stderr"] == ""
    assert found.stderr == ""
    assert seen["right"] == [["text/html", "text/plain"]]
    assert (seen["points"], seen["zero"]) == ("3", "0")
    marked = [
        d["application/vnd.course.undetermined+json"]
        for d in seen["unsure"]
        if len(d) == 2 and "application/vnd.course.undetermined+json" in d
    ]
    assert [m["reason"] for m in marked] == ["why"]


def test_nothing_is_printed_by_check_or_score(capfd):
    for answer in ("3x", "", "sin(", "log(log(-x))/0", "1/(x-x)"):
        check(answer, **GAUSS)
        score(answer, points=2, **GAUSS)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


@pytest.mark.parametrize("answer", ["1/0", "0/0", "sqrt(-1)", "2x/x", "3", "x"])
def test_the_right_number_is_not_given_away(answer):
    """Where the right value is one number, not even an answer without a value draws it out."""
    for asked in ({"equals": "7/13"}, {"derivative_of": "7x/13"}):
        assert "7/13" not in repr(check(answer, **asked))
        assert "0.538" not in repr(check(answer, **asked))


def fixed_texts():
    """Every hint and message that is shown as it stands."""
    yield from (text for rule in by_name().values() for text in (rule.light, rule.full))
    yield from (
        text for pair in (*strings.HINTS.values(), *strings.SLIPS.values()) for text in pair
    )
    for table in (strings.GRAMMAR, strings.COMPARE, strings.WITNESS, strings.FEEDBACK):
        yield from table.values()
    yield from (text for entry in TRIES.values() for text in entry.hints.values())


def test_no_text_has_marks_that_would_be_shown_literally():
    """Hints are plain words: neither HTML nor a terminal renders Markdown. A product keeps its ``*``."""
    emphasis = re.compile(r"(?<![\w)*])(\*{1,2}|_|`)[A-Za-z][^*_`]*\1(?![\w(])")
    assert emphasis.search("the *derivative* of it")
    assert emphasis.search("the **whole formula**.")
    assert not emphasis.search("2*x*3, or a*b*c")
    texts = list(fixed_texts())
    assert len(texts) > 300
    assert [text for text in texts if emphasis.search(text)] == []


def test_the_point_of_the_quotient_in_a_formula():
    for answer in ("3x_0^2", "3 x0^2", "3x₀^2"):
        feedback = check(answer, derivative_of="x^3")
        assert feedback.kind == "unreadable"
        assert "Type x, not x₀: the formula is asked as a function of x." in repr(feedback)
    assert "Type h, not h₀" in repr(check("2h_0", equals="2h", variable="h"))


@pytest.mark.parametrize("answer", ["-5 m/s", "minus five", "5 metres", "-5,0"])
def test_a_number_with_its_unit(answer):
    said = "Type the number only, without its unit."
    feedback = check(answer, equals="-5")
    assert feedback.kind == "unreadable"
    assert said in repr(feedback)
    assert said in words(rich(feedback))
    # Where a formula is asked for, or the derivative might be one, nothing is said of a number.
    for asked in ({"equals": "-5x"}, {"derivative_of": "-5x"}):
        assert check(answer, **asked).kind == "unreadable"
        assert said not in repr(check(answer, **asked))
    assert said not in repr(check("-5", equals="-5"))
