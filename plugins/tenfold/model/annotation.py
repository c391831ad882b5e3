"""An annotation: a published case study shown part by part, with notes on why it works, for those who write one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Broken, CaseId, Prose, Ruled, Sentence, Words, matching

Path = tuple[str | int, ...]

PartName = Annotated[
    str,
    AfterValidator(
        matching(
            r"[a-z_]{1,40}(?:\[[1-9]\d{0,2}\])?(?:\.[a-z_]{1,40}(?:\[[1-9]\d{0,2}\])?){0,3}",
            "the name of a part is a field, with the number of an entry. Write it as in summary or practices[1].",
        )
    ),
]


def path_of(part: str) -> Path:
    """The path of a part by its name, entries counted from 0."""
    return tuple(int(each) - 1 if each.isdecimal() else each for each in re.findall(r"[a-z_]+|\d+", part))


class Note(Ruled):
    """What there is to say about one part of the case study, to somebody who will write one."""

    part: PartName
    """The part that it is about: a field, or an entry of a list counted from 1, such as practices[1]."""
    title: Words
    """What the part is, in a few words: The summary."""
    works: Sentence | None = None
    """Why it works for a reader."""
    better: Sentence | None = None
    """What could be better. Be honest: nobody's case study is perfect."""

    @property
    def where(self) -> Path:
        """The path of the part, entries counted from 0."""
        return path_of(self.part)

    def broken_rules(self) -> Iterator[Broken]:
        if self.works is None and self.better is None:
            yield Broken("part", "empty_note", "this note says nothing yet. Add works: or better:, or both.")


class Annotation(Ruled):
    """A published case study, part by part, with notes for those who will write one."""

    title: Words
    """Its heading."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What one learns from it, in at most 300 characters."""
    case: CaseId
    """The case study. What is shown of it is its record as it stands, so that the two never differ."""
    advice: Prose
    """What to know before one looks at the parts: advice that holds for every case study."""
    notes: Annotated[tuple[Note, ...], Field(min_length=1)]
    """The notes, in the order in which to read them."""

    def broken_rules(self) -> Iterator[Broken]:
        seen: set[str] = set()
        for position, note in enumerate(self.notes):
            if note.part in seen:
                message = "another note is about this part. Put the two together, or name an entry of it."
                yield Broken(("notes", position, "part"), "note_twice", message)
            seen.add(note.part)
