"""Exact rewriting: formulas as quotients of polynomials in generators, and their zeros."""
