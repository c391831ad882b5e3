"""A key feature of inclusive practice: one of the ten, in three groups of beneficiaries."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Aliases, CaseId, FeatureId, Once, Prose, Record, Sentence, SourceId, Words, matching
from tenfold.model.safeguarding import Safeguarding
from tenfold.model.vocabulary import Beneficiaries

Place = Annotated[
    str,
    AfterValidator(matching(r"[1-9]|10", "the number is from 1 to 10. Use one no other feature has.", numbers=(1, 10))),
]


class InPractice(Record):
    """What one would see: a concrete thing that schools with this feature do."""

    title: Words
    """What one would see, in a few words."""
    body: Prose
    """What happens, and what it is for."""
    cases: Annotated[tuple[CaseId, ...], Once] = ()
    """Case studies that show it."""


class Claim(Record):
    """One thing that research says about the feature, with its references."""

    claim: Sentence
    """What was found, for whom, as carefully as the source puts it."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1), Once]
    """Where it is published."""
    caution: Sentence | None = None
    """What one should not conclude from it."""


class KeyFeature(Record):
    """One of the ten key features of inclusive practice."""

    title: Words
    """Its full name."""
    short_title: Annotated[Words, Field(max_length=40)]
    """Its name where there is little room, such as on a card."""
    number: Place
    """Its place among the ten."""
    group: Beneficiaries
    """Whom it is for."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What it is, in at most 300 characters."""
    what_it_is: Prose
    """What it is, what it is not, and why it matters, in a few paragraphs."""
    in_practice: Annotated[tuple[InPractice, ...], Field(min_length=1)]
    """What it looks like in practice."""
    questions: tuple[Sentence, ...] = ()
    """Questions for a team to ask themselves."""
    mechanism: Sentence | None = None
    """What pupils or staff experience where it works: a mediating mechanism for a theory of change to start from."""
    evidence: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What research says, with references."""
    neighbours: Annotated[tuple[FeatureId, ...], Once] = ()
    """Features it is close to or leans on."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1), Once]
    """The documents this page rests on."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Their addresses lead here."""
