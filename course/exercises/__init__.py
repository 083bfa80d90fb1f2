"""Exercises without end: made from a seed, checked with hints, solved step by step.

=================  =====================================================================
module             what it holds
=================  =====================================================================
``practice``       ``practice`` and ``Practice``: what a learner calls
``exercise``       one exercise: its function, its question, whether it is worth asking
``topics``         what is drawn for each topic at each level
``parts``          the small functions that exercises are put together from
``expansions``     the functions whose Taylor coefficients are asked for
``solution``       the worked solution of a derivative: one rule a step
``expanding``      the worked solution of Taylor coefficients
``render``         exercise, hint and solution as HTML and as plain text
``strings``        every word, for translation
=================  =====================================================================
"""

from __future__ import annotations

from course.exercises.practice import Practice, practice

__all__ = ["Practice", "practice"]
