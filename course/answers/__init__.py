"""Typed answers judged as a mathematician would."""
