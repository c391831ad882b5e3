"""A problem of a record, at the field of its file that it is about."""

from __future__ import annotations

from tenfold.loading import Entry, Unread
from tenfold.model.walking import Path
from tenfold.problems import Level, Problem, dotted

Subject = Entry | Unread
"""What is checked: a record, or what was to be one."""


def at(
    entry: Subject, where: Path, message: str, hint: str, rule: str, level: Level = Level.ERROR, *, about: str = ""
) -> Problem:
    """A problem at a field of a record; of the record itself at its name."""
    line, column = entry.place(where, key=not where)
    return Problem(entry.path, line, column, dotted((*entry.within, *where)), message, hint, rule, level, about)
