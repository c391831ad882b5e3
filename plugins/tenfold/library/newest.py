"""The day of the newest content."""

from __future__ import annotations

from datetime import date

from tenfold.library.library import Library

FIRST = date(2026, 1, 1)
"""Where there is no content that has a day."""


def newest(library: Library) -> date:
    """The day of what was last reviewed or taken back.

    It dates what has no day of its own, so that the same content gives the same bytes.
    """
    reviewed = [case.provenance.reviewed for case in library.cases.values()]
    reviewed += [theory.provenance.reviewed for theory in library.theories.values()]
    taken_back = [case.withdrawal.on for case in library.withdrawn.values() if case.withdrawal]
    return max([*reviewed, *taken_back], default=FIRST)
