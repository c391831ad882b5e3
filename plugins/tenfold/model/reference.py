"""What prose leans on: the sources that claims and figures cite, and the words of the field."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Day, Prose, Record, Sentence, SourceId, TermId, WebAddress, Words, matching
from tenfold.model.vocabulary import SourceKind

Year = Annotated[
    str,
    AfterValidator(
        matching(
            r"(?:19|20)\d\d",
            "a year has four digits. If nobody knows it, leave it out. The site adds letters, as in 2018b.",
            numbers=(1900, 2099),
        )
    ),
]


class Source(Record):
    """A document that claims and figures rest on."""

    title: Words
    """Its title."""
    authors: tuple[Words, ...] = ()
    """Who wrote it, surname and initials, or the organisation."""
    year: Year | None = None
    """The year it was published. Leave it out if nobody knows."""
    kind: SourceKind
    """What kind of document it is."""
    publisher: Words | None = None
    """Who published it."""
    published_in: Words | None = None
    """The journal, book or series that it stands in, with volume and pages."""
    url: WebAddress | None = None
    """Where it can be read. Leave it out rather than guess."""
    accessed: Day | None = None
    """The day somebody last opened that address."""
    note: Sentence | None = None
    """What a reader should know: what it covers, a slip in it, where we used it."""


class Term(Record):
    """A word of the field, defined once, in plain English."""

    term: Words
    """The word or phrase, as one would look it up."""
    abbreviation: Annotated[Words, Field(max_length=20)] | None = None
    """Its short form, such as SENCO."""
    also: tuple[Words, ...] = ()
    """Other forms in which it stands in text: plurals, spellings."""
    definition: Annotated[Sentence, Field(max_length=300)]
    """What it means, in at most 300 characters. It is what shows on focus and hover."""
    more: Prose | None = None
    """What else to know."""
    see: tuple[TermId, ...] = ()
    """Terms to read with it."""
    sources: tuple[SourceId, ...] = ()
    """Where the definition comes from."""
