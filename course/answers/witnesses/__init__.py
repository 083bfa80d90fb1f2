"""Witnesses for proofs: what a proof is made of, checked exactly. One kind a module."""
