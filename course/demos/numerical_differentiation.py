"""The demos of chapter 7: the best step, lost digits, noisy samples, gradient descent as Euler's method.

Words are in ``numerical_differentiation_strings.py``; every demo has a module of its own.
"""

from __future__ import annotations

from .cancellation import bits
from .descent import euler_is_descent
from .samples import noisy_signal
from .step_errors import step_size

__all__ = ["bits", "euler_is_descent", "noisy_signal", "step_size"]
