"""What only a fresh process shows: silence on stderr, and what an import costs."""

import subprocess
import sys

import pytest

MODULES = "course.functions, course.rules, course.taylor, course.differences, course.gallery"

NOISY = """
import numpy as np
from course.functions import *
from course.gallery import gallery
from course.differences import *
points = np.array([-np.inf, -1e308, -800, -1, -0.0, 0, 5e-324, 1, 800, 1e308, np.inf, np.nan])
class Naive(Function):
    def __call__(self, x):
        return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    def prime(self, x):
        return 1 / np.sqrt(-x) + np.log(x)
fs = [entry.function for entry in gallery.values()]
fs += [Naive(), tan, sqrt, Power(-3), Power(0.5), exp(exp), log(sin), 1 / (x / x), x / sin, exp / (1 + exp), tanh(1e300 * x)]
for f in fs:
    for g in (f, f.prime, f.derivative(), f.domain.contains, f.derivative_domain.contains):
        g(points), [g(t) for t in points.tolist()]
    forward_difference(f, points, 1e-300), second_difference(f, points, 1e-300), difference_quotient(f, 0, points)
"""


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_nothing_reaches_stderr():
    assert run(NOISY).stderr == ""


def test_only_numpy_and_the_standard_library_are_imported():
    loaded = run(f"import sys, {MODULES}; print(*sys.modules)").stdout.split()
    assert not {"sympy", "mpmath", "scipy", "flint", "matplotlib", "IPython"} & {
        m.partition(".")[0] for m in loaded
    }


@pytest.mark.parametrize("modules", [MODULES])
def test_import_costs_less_than_a_tenth_of_a_second_beyond_numpy(modules):
    code = f"import time, numpy; t = time.perf_counter(); import {modules}; print(time.perf_counter() - t)"
    assert min(float(run(code).stdout) for _ in range(5)) < 0.1
