"""A workshop exercise: what a group does together in an hour or so, step by step, with a sheet to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Aliases, Broken, CaseId, Once, Prose, Record, Ruled, Sentence, SourceId, Words, matching
from tenfold.model.safeguarding import Safeguarding
from tenfold.model.vocabulary import SheetKind, Status

Minutes = Annotated[
    str,
    AfterValidator(
        matching(r"[1-9]\d{0,2}", "minutes are a number from 1 to 999. Write it alone, as in 45.", numbers=(1, 999))
    ),
]
Order = Annotated[
    str, AfterValidator(matching(r"[1-9]\d?", "the order is a number from 1 to 99. Use one.", numbers=(1, 99)))
]


class Step(Record):
    """One step of an exercise, as somebody would announce it to the room."""

    title: Words
    """What to do, in a few words: Think alone."""
    body: Prose
    """How to do it, so that somebody who has never seen the exercise can lead it."""
    minutes: Minutes | None = None
    """How long it takes, roughly."""


class Example(Record):
    """Who has done the exercise, and what is known of it."""

    body: Prose
    """What they did and what they found, only as far as the source says."""
    case: CaseId | None = None
    """The case study that tells the rest."""


class ExerciseSheet(Record):
    """The sheet that lies on the table while the group works: A3, to print or to put on a whiteboard."""

    kind: SheetKind
    """What is drawn on it."""
    how_to: Annotated[Sentence, Field(max_length=200)]
    """What to do with it, in at most 200 characters. It is printed on the sheet."""


class Exercise(Ruled):
    """Something that a group does together to understand its system or to choose what to change."""

    title: Words
    """Its name, and what it shows: The iceberg: why a problem stays."""
    short_title: Annotated[Words, Field(max_length=40)]
    """Its name where there is little room."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What one does and what it is for, in at most 300 characters."""
    status: Status
    """How far it has come."""
    order: Order
    """Its place among the exercises, for those who do one after another."""
    purpose: Sentence
    """What it is good for: what a group has afterwards that it did not have before."""
    group_size: Words
    """For how many people it is, and in what groups."""
    minutes: Minutes
    """How long it takes in all, in minutes."""
    materials: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """What has to be on the table, in the room or online."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What to do, in order."""
    questions: tuple[Sentence, ...] = ()
    """Questions to ask in the room."""
    notes: Prose | None = None
    """For the facilitator: how to prepare, what to watch, how to do it online, what is only a suggestion."""
    pitfalls: tuple[Sentence, ...] = ()
    """What tends to go wrong, and what to do then."""
    example: Example | None = None
    """Who has done it."""
    sheet: ExerciseSheet | None = None
    """The sheet to print."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1), Once]
    """The documents that it is adapted from."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Their addresses lead here."""

    def broken_rules(self) -> Iterator[Broken]:
        together = sum(int(step.minutes or 0) for step in self.steps)
        if together > int(self.minutes):
            message = f"the steps take {together} minutes together. Make them shorter, or give the exercise more time."
            yield Broken("minutes", "minutes", message)
