"""Runs the course's problems through nbgrader."""
