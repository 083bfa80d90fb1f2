"""Demos, one module a chapter."""
