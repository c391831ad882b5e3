"""A resource: something elsewhere that helps, such as a service in the borough, a guide, a survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from tenfold.model.base import (
    Aliases,
    Broken,
    Day,
    FeatureId,
    Once,
    Record,
    Ruled,
    Sentence,
    SourceId,
    WebAddress,
    Words,
    listed,
)
from tenfold.model.contact import Contact
from tenfold.model.safeguarding import Safeguarding
from tenfold.model.vocabulary import Beneficiaries, Need, Phase, ResourceCost, ResourceGroup


class ForWhom(Record):
    """Whom a resource is for. Leave out what it does not say."""

    people: Words | None = None
    """Who uses it, in a few words: SENCOs and class teachers."""
    phase: Annotated[tuple[Phase, ...], Once, BeforeValidator(listed)] = ()
    """The phases that it is for: one word, or a list."""
    needs: Annotated[tuple[Need, ...], Once] = ()
    """The needs that it speaks to."""
    beneficiaries: Annotated[tuple[Beneficiaries, ...], Once] = ()
    """Whether it is for all pupils, for targeted groups or for staff."""


class Resource(Ruled):
    """Something elsewhere that helps: a service, a guide, a tool, training, an organisation."""

    title: Words
    """Its name, as those who offer it call it."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What it is and what one can do with it, in at most 300 characters."""
    group: ResourceGroup
    """What kind of help it is."""
    publisher: Words
    """Who offers it."""
    link: WebAddress | None = None
    """Where it is on the web. Leave it out where document says it."""
    document: SourceId | None = None
    """The entry of sources.yml that it is, where it stands there as well: its address is taken from there."""
    contact: Contact | None = None
    """How to reach those who offer it. For a team or a role, never for a person."""
    for_whom: ForWhom | None = None
    """Whom it is for."""
    features: Annotated[tuple[FeatureId, ...], Once] = ()
    """The key features that it helps with, the closest first. It is shown on their pages."""
    cost: ResourceCost | None = None
    """Whether it costs anything. Leave it out if nobody knows."""
    cost_note: Sentence | None = None
    """What it costs, or for whom it is free."""
    area: Words | None = None
    """Where it applies, if not everywhere: Exampleton, or schools in London."""
    sources: Annotated[tuple[SourceId, ...], Once] = ()
    """Where what is said here was read."""
    reviewed: Day
    """The day somebody last held what is said here against its source, or against its page."""
    review_by: Day | None = None
    """The day by which somebody will look again."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Links to them lead here."""

    def broken_rules(self) -> Iterator[Broken]:
        if self.link is None and self.contact is None and self.document is None:
            yield Broken("link", "no_way", "nobody could find this. Give its link, or a contact.")
        if self.review_by is not None and self.review_by <= self.reviewed:
            message = "the next review comes before the last one. Give a later day."
            yield Broken("review_by", "review_order", message)
