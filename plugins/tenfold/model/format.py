"""The number of the form that records are written in."""

FORMAT = 1
"""It grows when files that were right become wrong: a field is renamed, a word goes, something new is needed.

A higher number comes with a step in `tenfold.migrating.steps` that brings files of the number before to it.
"""
