"""What people decided about the findings of the safeguarding checks."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Day, Id, Record, Sentence, Words, matching

PassageMark = Annotated[
    str,
    AfterValidator(
        matching(r"[a-z]{8}", "a passage is known here by eight letters. Copy those that tenfold check printed.")
    ),
]


class Acceptance(Record):
    """A finding of the safeguarding checks that a named person has looked at and accepted."""

    rule: Id
    """The name of the rule, as the check printed it."""
    passage: PassageMark
    """The eight letters that the check printed for the passage. What is written later has other letters."""
    reason: Sentence
    """Why it points at nobody."""
    by: Words
    """Who decided, by role and organisation."""
    on: Day
    """The day they did."""


class Safeguarding(Record):
    """What people decided about the findings of the safeguarding checks."""

    accepted: tuple[Acceptance, ...] = Field((), title="Accepted findings")
    """The findings that a named person accepted."""
