"""Runs the course's problems through nbgrader: release, hand-in, grading, feedback.

One verb a module: ``install``, ``release``, ``collect``, ``classroom``; the preprocessors that
`nbgrader_config.py` puts into nbgrader's own lists are `reading`, `structure`, `scores`, `contents`.
"""
