"""The comparison of two formulas on a domain: points, breakpoints, pieces, proofs."""
