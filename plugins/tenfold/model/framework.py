"""A framework: another way to look at the same practice, each item mapped to key features."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from tenfold.model.base import Aliases, Broken, FeatureId, Id, Once, Prose, Record, Ruled, Sentence, SourceId, Words
from tenfold.model.safeguarding import Safeguarding


class Mapping(Record):
    """How an item of a framework and a key feature meet."""

    feature: FeatureId
    """The key feature."""
    why: Sentence
    """What of this feature serves that item."""


class Section(Record):
    """A part of what a framework says about an item."""

    title: Words
    """Its heading."""
    body: Prose
    """What it says."""


class FrameworkItem(Record):
    """One principle, theme or strand of a framework."""

    id: Id
    """A short name for its address."""
    title: Words
    """Its name, as the framework gives it."""
    short_title: Annotated[Words, Field(max_length=40)]
    """Its name where there is little room."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What it says, in at most 300 characters."""
    body: Prose
    """What it means, in a few paragraphs."""
    sections: tuple[Section, ...] = ()
    """More about it, under headings."""
    features: Annotated[tuple[Mapping, ...], Field(min_length=1)]
    """The key features that serve it, the closest first, each with why."""


class Framework(Ruled):
    """A set of principles or themes that somebody has published about inclusion."""

    title: Words
    """Its name."""
    short_title: Annotated[Words, Field(max_length=40)]
    """Its name where there is little room."""
    item_noun: Annotated[Words, Field(max_length=20)]
    """What one item is called: principle, theme."""
    publisher: Words
    """Who published it."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What it is, in at most 300 characters."""
    body: Prose
    """Where it comes from, and how to use it with the ten features."""
    items: Annotated[tuple[FrameworkItem, ...], Field(min_length=1)]
    """Its items, in their own order."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1), Once]
    """Where it is published."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Their addresses lead here."""

    def broken_rules(self) -> Iterator[Broken]:
        seen: set[str] = set()
        for position, item in enumerate(self.items):
            if item.id in seen:
                message = "another item has this id. Give each an id of its own."
                yield Broken(("items", position, "id"), "twice", message)
            seen.add(item.id)
