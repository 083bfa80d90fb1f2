"""A course on differentiation of functions of one variable."""
