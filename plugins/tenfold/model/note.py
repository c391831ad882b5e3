"""A local note: what those who publish a copy want to say about a record that others wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator

from tenfold.model.annotation import PartName, Path, path_of
from tenfold.model.base import Broken, Day, Kind, Pointer, Prose, Ruled, Words, matching
from tenfold.model.contact import Contact
from tenfold.model.safeguarding import Safeguarding

NOTABLE = (
    *(Kind.CASE, Kind.FEATURE, Kind.FRAMEWORK, Kind.THEORY, Kind.EXERCISE, Kind.RESOURCE),
    *(Kind.PAGE, Kind.TERM, Kind.SOURCE),
)
"""The kinds of record that a note can be on."""

POINTER = Pointer(NOTABLE)
Target = Annotated[
    str,
    AfterValidator(
        matching(
            rf"(?:{'|'.join(NOTABLE)}):[a-z0-9][a-z0-9-]{{1,59}}(?:/[a-z0-9][a-z0-9-]{{1,59}}){{0,4}}",
            "this names a record by its kind and its id. Write it as in case:carr-manor or page:toolkit/evidence.",
        )
    ),
    POINTER,
]


class LocalNote(Ruled):
    """A note on a record, for a local copy: what is different here, or whom to call. It is shown as local."""

    on: Target
    """What it is on, as in links: case:carr-manor, feature:relational-practice, page:toolkit/evidence."""
    part: PartName | None = None
    """The part that it is on: a field, or an entry of a list counted from 1, such as practices[2]."""
    words: Words | None = None
    """A few words copied from the passage that it is on. It stays with them when the text around them changes."""
    text: Prose
    """What to say."""
    contact: Contact | None = None
    """Whom to call or write to here. For a team or a role, never for a person."""
    written: Day
    """The day it was written."""
    review_by: Day | None = None
    """The day by which somebody will look whether it is still right."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""

    @property
    def target(self) -> tuple[Kind, str]:
        """The kind and the id of what it is on."""
        found = POINTER.read(self.on)
        assert found is not None
        return found

    @property
    def where(self) -> Path:
        """The path of the part that it names, entries counted from 0; empty when it is on the whole."""
        return path_of(self.part) if self.part else ()

    def broken_rules(self) -> Iterator[Broken]:
        if self.review_by is not None and self.review_by <= self.written:
            message = "it would be reviewed before it was written. Give a later day."
            yield Broken("review_by", "review_order", message)
