"""A theory of change as documents tell it: five parts, each with its words and its numbered items."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tenfold.library.logic import ASKS, NAMES, SAYS
from tenfold.model import TheoryOfChange
from tenfold.model.theory import (
    ACTIVITIES,
    AIMS,
    FACTORS,
    MECHANISMS,
    OUTCOMES,
    PARTS,
    Activity,
    AnyItem,
    ExpectedOutcome,
    Indicator,
    ModeratingFactor,
)
from tenfold.model.vocabulary import Drafter

ONE = {
    ACTIVITIES: "Activity",
    FACTORS: "Factor",
    MECHANISMS: "Mechanism",
    OUTCOMES: "Outcome",
    AIMS: "Aim",
}
WHOSE = {
    Drafter.SETTING: "The setting's own theory.",
    Drafter.PUBLISHED: "The setting's own theory, retold from what was published.",
    Drafter.TOOLKIT: "Drawn by the toolkit from the published case study, not by the setting.",
}
READ = (
    "Read it from left to right, as a story: what we do, what has to be in place, what people then experience, "
    "what changes, and what for."
)
MAKE = "Make it from right to left: begin with the aims, and end with the activities."


@dataclass(frozen=True)
class Numbered:
    """An item with its name in the document, such as Activity 2, and the names of what it leads to."""

    name: str
    number: int
    item: AnyItem
    leads_to: tuple[str, ...]

    @property
    def lead(self) -> str:
        """Its number, as it stands before its text."""
        return f"{self.number}  "

    @property
    def text(self) -> str:
        """Its text with its number before it."""
        return self.lead + self.item.text

    def without_number(self, text: str) -> str:
        return text.removeprefix(self.lead)

    @property
    def links(self) -> str:
        return ", ".join(self.leads_to)

    def notes(self) -> Iterator[tuple[str, str]]:
        """What else is known of the item, each as label and text; not what it leads to."""
        item = self.item
        if item.strand:
            yield "Strand", item.strand
        if isinstance(item, Activity):
            known = (("For whom", item.for_whom), ("Who", item.who), ("When", item.when))
            yield from ((label, text) for label, text in known if text)
        if isinstance(item, ModeratingFactor) and item.who:
            yield "Who sees to it", item.who


@dataclass(frozen=True)
class Part:
    """A part of a theory: its id, what people call it, what one of its items is called, and what it asks."""

    id: str
    label: str
    one: str
    says: str
    asks: str
    items: tuple[Numbered, ...]


class Outline:
    """What documents tell of a theory. Without one they are forms to fill in."""

    def __init__(self, theory: TheoryOfChange | None) -> None:
        self.theory = theory

    @property
    def blank(self) -> bool:
        return self.theory is None

    @property
    def title(self) -> str:
        return self.theory.title if self.theory else "Our theory of change"

    @property
    def summary(self) -> str:
        return self.theory.summary if self.theory else "What we want to change, and how we think it will come about."

    @property
    def whose(self) -> str:
        return WHOSE[self.theory.drafted_by] if self.theory else ""

    @property
    def challenge(self) -> str:
        return (self.theory.challenge or "") if self.theory else ""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The five parts, in reading order."""
        return tuple(Part(id, *words_of(id), self.numbered(id)) for id in PARTS)

    @cached_property
    def names(self) -> dict[str, str]:
        """For each item by its id, its name in the document."""
        parts = self.theory.parts() if self.theory else {}
        return {
            item.id: f"{ONE[part]} {number}" for part, items in parts.items() for number, item in enumerate(items, 1)
        }

    def numbered(self, part: str) -> tuple[Numbered, ...]:
        items = self.theory.parts()[part] if self.theory else ()
        return tuple(
            Numbered(self.names[item.id], number, item, tuple(self.names[id] for id in item.leads_to))
            for number, item in enumerate(items, 1)
        )

    def indicators(self) -> Iterator[tuple[Numbered, Indicator | None]]:
        """Each outcome with each of its indicators; with None where it has none."""
        for numbered in self.parts[PARTS.index(OUTCOMES)].items:
            assert isinstance(numbered.item, ExpectedOutcome)
            for indicator in numbered.item.indicators or (None,):
                yield numbered, indicator


def words_of(part: str) -> tuple[str, str, str, str]:
    """What people call a part, what they call one of its items, what it says, and what it asks."""
    return capital(NAMES[part]), ONE[part], SAYS[part], ASKS[part]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def known(indicator: Indicator | None) -> tuple[str, str, str, str, str]:
    """An indicator's measure, baseline, target, by when and data from, empty where nobody said."""
    if indicator is None:
        return ("", "", "", "", "")
    found = (indicator.measure, indicator.baseline, indicator.target, indicator.by_when, indicator.data_from)
    return tuple(text or "" for text in found)  # type: ignore[return-value]


STRONG = re.compile("[^\\W\\d_]")


def right_to_left(text: str) -> bool:
    """Whether a text reads from right to left: its first letter is of a script that does."""
    first = STRONG.search(text)
    return first is not None and unicodedata.bidirectional(first.group()) in ("R", "AL")
