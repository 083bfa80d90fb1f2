"""Classes and functions that learners write, right and wrong."""

from __future__ import annotations

import math
from decimal import Decimal, getcontext

import numpy as np
import pytest
from numpy import tanh as renamed

import course
from course.answers.feedback import check, score
from course.answers.learner_code import true_value
from course.answers.reading import read

WITHOUT = ("tanh", "cosh", "sinh", "sech")


def marks(code):
    feedback = check(code, computes="tanh(x)", without=WITHOUT)
    return score(code, computes="tanh(x)", without=WITHOUT, points=8), repr(feedback)


class Good(course.Function):
    def __call__(self, x):
        x = np.asarray(x, dtype=float)
        return -np.sign(x) * np.expm1(-2 * np.abs(x)) / (1 + np.exp(-2 * np.abs(x)))

    def prime(self, x):
        small = np.exp(-2 * np.abs(np.asarray(x, dtype=float)))
        return 4 * small / (1 + small) ** 2


class TestRight:
    def test_class_and_object(self):
        assert marks(Good)[0] == 8
        assert marks(Good())[0] == 8

    def test_loses_digits_near_zero_but_no_points(self):
        class Plain(Good):
            def __call__(self, x):
                return 1 - 2 / (np.exp(2 * x) + 1)  # overflows with a warning, value still right

            def prime(self, x):
                return 1 - self(x) ** 2

        points, text = marks(Plain)
        assert points == 8
        assert "digits" in text

    def test_own_function_of_a_forbidden_name(self):
        def cosh(x):
            return (np.exp(x) + np.exp(-x)) / 2

        class Own(Good):
            def tanh(self, x):
                return Good.__call__(self, x)

            def __call__(self, x):
                return self.tanh(x) + 0 * cosh(np.clip(x, -1, 1))

        assert marks(Own)[0] == 8

    def test_other_use_of_the_forbidden_in_the_notebook_is_no_matter(self):
        assert renamed(0.0) == 0.0  # named in this module, not by the class
        assert marks(Good)[0] == 8

    def test_through_numpy_vectorize(self):
        class Vector(Good):
            def __call__(self, x):
                def one(t):
                    s = math.exp(-2 * abs(t))
                    return math.copysign((1 - s) / (1 + s), t)

                return np.vectorize(one, otypes=[float])(x)

        assert marks(Vector)[0] == 8

    def test_a_function_alone(self):
        assert check(lambda x: np.asarray(x) ** 3, computes="x^3").right


class TestPartlyRight:
    def test_the_naive_formula_overflows(self):
        class Naive(Good):
            def __call__(self, x):
                return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))

            def prime(self, x):
                return 1 - self(x) ** 2

        points, text = marks(Naive)
        assert points == 4
        assert "too large for a float" in text
        assert "x = 1000" in text

    def test_only_the_value(self):
        class Value(Good):
            def prime(self, x):
                return self(x)

        assert marks(Value)[0] == 4

    def test_not_elementwise(self):
        class Single(Good):
            def __call__(self, x):
                return -1.0 if x < -20 else 1.0 if x > 20 else 1 - 2 / (math.exp(2 * x) + 1)

        points, text = marks(Single)
        assert points == 4
        assert "element by element" in text

    def test_wrong_shape(self):
        class Flat(Good):
            def __call__(self, x):
                return Good.__call__(self, np.ravel(x))

        assert marks(Flat)[0] == 4

    def test_changes_its_argument(self):
        def changing(x):
            x[...] = x**3
            return x

        feedback = check(changing, computes="x^3")
        assert feedback.kind == "wrong"
        assert "changes the array" in repr(feedback)

    def test_no_method_prime(self):
        class Half:
            def __call__(self, x):
                return Good()(x)

        points, text = marks(Half)
        assert points == 4
        assert "prime" in text


class TestWrong:
    def test_nothing_written_yet(self):
        class Empty(course.Function):
            def __call__(self, x):
                """Return tanh x."""

            def prime(self, x):
                """Return the derivative at x."""

        assert check(Empty, computes="tanh(x)").kind == "empty"

    def test_off_by_a_little(self):
        class Off(Good):
            def __call__(self, x):
                return Good.__call__(self, x) * (1 + 1e-8)

            def prime(self, x):
                return Good.prime(self, x) + 1e-9

        assert marks(Off)[0] == 0

    @pytest.mark.parametrize("value", [None, 3, "x", [1], object])
    def test_other_objects(self, value):
        assert marks(value)[0] == 0

    def test_cannot_be_made(self):
        class Needs(Good):
            def __init__(self, a):
                self.a = a

        points, text = marks(Needs)
        assert points == 0
        assert "without arguments" in text

    def test_stops(self):
        class Stops(Good):
            def __call__(self, x):
                raise ZeroDivisionError("oops")

        points, text = marks(Stops)
        assert points == 4
        assert "ZeroDivisionError: oops" in text


def _cheats():
    class Direct(Good):
        def __call__(self, x):
            return np.tanh(x)

    class Elsewhere(Good):
        def prime(self, x):
            return 1 / np.cosh(np.clip(x, -300, 300)) ** 2

    class Renamed(Good):
        def __call__(self, x):
            return renamed(x) if np.size(x) == 77 else Good.__call__(self, x)

    class ByName(Good):
        def __call__(self, x):
            return getattr(np, "tan" + "h")(x)

    class Inherited(course.Tanh):
        pass

    class Kept(Good):
        inner = course.Tanh()

        def __call__(self, x):
            return self.inner(x)

    class Made(Good):
        def __init__(self):
            self.inner = course.Tanh()

        def __call__(self, x):
            return self.inner(x)

    class Imported(Good):
        def __call__(self, x):
            from numpy import tanh

            return tanh(x)

    class Vectorized(Good):
        def __call__(self, x):
            return np.vectorize(math.tanh, otypes=[float])(x)

    class Nested(Good):
        def __call__(self, x):
            return (lambda t: [np.sinh for _ in range(1)] and Good.__call__(self, t))(x)

    def helper(x):
        return np.tanh(x)

    class Helped(Good):
        def __call__(self, x):
            return helper(x)

    class Default(Good):
        def __call__(self, x, f=np.tanh):
            return f(x)

    return [
        Direct, Elsewhere, Renamed, ByName, Inherited, Kept, Made, Imported, Vectorized, Nested,
        Helped, Default,
    ]  # fmt: skip


@pytest.mark.parametrize("code", _cheats(), ids=lambda c: c.__name__)
def test_forbidden_functions_are_found_and_named(code):
    points, text = marks(code)
    assert points == 0
    assert "The code uses" in text
    assert re_name(text)


def re_name(text):
    return any(f"{library}.{name}" in text.lower() for library in ("numpy", "math", "course")
               for name in WITHOUT)  # fmt: skip


def test_libraries_are_left_as_they_were():
    before = (np.tanh, math.tanh, np.cosh)
    marks(Good)
    assert (np.tanh, math.tanh, np.cosh) == before


def test_the_learners_output_and_warnings_do_not_get_through(capfd, recwarn):
    class Loud(Good):
        def __call__(self, x):
            print("here I am")
            np.exp(np.array([1000.0]))
            return Good.__call__(self, x)

    assert marks(Loud)[0] == 8
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")
    assert len(recwarn) == 0


@pytest.mark.parametrize("x", [0.25, -1.5, 20.0, 1e-8, 300.0])
def test_the_true_values_by_decimal_arithmetic(x):
    getcontext().prec = 60
    up, down = Decimal(x).exp(), Decimal(-x).exp()
    assert true_value(read("tanh(x)"), "x", x) == pytest.approx(
        float((up - down) / (up + down)), rel=1e-15
    )
    slope = 4 / (up + down) ** 2
    assert true_value(read("sech(x)^2"), "x", x) == pytest.approx(float(slope), rel=1e-15)


def test_true_values_that_underflow_are_zero():
    assert true_value(read("sech(x)^2"), "x", 1000.0) == 0.0
    assert math.isnan(true_value(read("log(x)"), "x", -1.0))
