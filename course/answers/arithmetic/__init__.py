"""Certain numerical values of formulas: balls, elementary functions, straight-line programs."""
