"""A remark: advice about some words of a record. Its place in the file is worked out when it is shown.

A remark names the place and never repeats the sentence: reports are public, and the sentence may hold a child's name.
"""

from __future__ import annotations

from dataclasses import dataclass

from tenfold.model.walking import Path
from tenfold.problems import Level, Problem, dotted
from tenfold.teaching.passages import Passage
from tenfold.teaching.written import Subject


@dataclass(frozen=True)
class Remark:
    """What could be said better, or claimed with more care. It never stops anything."""

    rule: str
    message: str
    hint: str
    where: Path
    passage: Passage | None = None
    """The words that are meant; without them, the whole field."""
    offset: int = 0
    about: str = ""

    def problem(self, subject: Subject) -> Problem:
        """The remark as `tenfold check` shows it, at its line and column."""
        line, column = self.passage.place(self.offset) if self.passage else subject.place(self.where, key=False)
        field = dotted((*subject.within, *self.where))
        return Problem(subject.path, line, column, field, self.message, self.hint, self.rule, Level.ADVICE, self.about)


def remark(passage: Passage, offset: int, rule: str, message: str, hint: str, *, about: str = "") -> Remark:
    """A remark about the words at an offset of a passage."""
    return Remark(rule, message, hint, passage.where, passage, offset, about)
