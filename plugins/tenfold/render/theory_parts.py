"""The five parts of a theory of change as a reader meets them: in the drawing, in the list and in the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tenfold.library.logic import ASKS, SAYS
from tenfold.model.theory import (
    ACTIVITIES,
    AIMS,
    FACTORS,
    MECHANISMS,
    OUTCOMES,
    PARTS,
    AnyItem,
    ExpectedOutcome,
    Indicator,
    TheoryOfChange,
)

MOST_WORDS, MOST_CHARACTERS, FEW_WORDS = 12, 90, 3


@dataclass(frozen=True)
class Wording:
    """What a part is called, what one item of it is called, and what stands in it."""

    heading: str
    noun: str
    explains: str


WORDINGS = {
    ACTIVITIES: Wording("Activities", "Activity", SAYS[ACTIVITIES]),
    FACTORS: Wording("Moderating factors", "Moderating factor", SAYS[FACTORS]),
    MECHANISMS: Wording("Mediating mechanisms", "Mediating mechanism", SAYS[MECHANISMS]),
    OUTCOMES: Wording("Outcomes", "Outcome", SAYS[OUTCOMES]),
    AIMS: Wording("Aims", "Aim", SAYS[AIMS]),
}

FACTS = {"strand": "Strand", "for_whom": "For whom", "who": "Who", "when": "When"}
"""What else an item may say in a few words, and what that is called."""


@dataclass(frozen=True)
class Target:
    """What an item leads to, as a link to it: its id, and its first words."""

    id: str
    words: str


@dataclass(frozen=True)
class ShownItem:
    """An item with what it is called and what it leads to."""

    item: AnyItem
    noun: str
    leads_to: tuple[Target, ...]

    @property
    def name(self) -> str:
        """The item in one breath, for those who hear it: what it is, what it says, and where it leads."""
        leads = "; ".join(target.words for target in self.leads_to)
        return f"{self.noun}: {self.item.text}" + (f" Leads to: {leads}" if leads else "")

    @property
    def facts(self) -> dict[str, str]:
        """What else it says, by what that is called."""
        found = {label: getattr(self.item, field, None) for field, label in FACTS.items()}
        return {label: said for label, said in found.items() if said}

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """How one will know that it has come about, which outcomes say; not what says the outcome again and no more."""
        found = self.item.indicators if isinstance(self.item, ExpectedOutcome) else ()
        return tuple(each for each in found if not repeats(each, self.item.text))


@dataclass(frozen=True)
class ShownPart:
    """A part with its words, the question that it answers, and its items in the order in which they are shown."""

    id: str
    wording: Wording
    asks: str
    items: tuple[ShownItem, ...]


def shown_parts(theory: TheoryOfChange) -> tuple[ShownPart, ...]:
    """The five parts in reading order, the empty ones too. Items of one strand stand together, those of none first."""
    parts = theory.parts()
    words = told_apart({item.id: item.text for items in parts.values() for item in items})
    strands = strand_order(theory)
    return tuple(
        ShownPart(
            part,
            WORDINGS[part],
            ASKS[part],
            tuple(shown(item, part, words) for item in sorted(parts[part], key=lambda item: strands[item.strand])),
        )
        for part in PARTS
    )


def shown(item: AnyItem, part: str, words: dict[str, str]) -> ShownItem:
    return ShownItem(item, WORDINGS[part].noun, tuple(Target(id, words[id]) for id in item.leads_to))


def repeats(indicator: Indicator, text: str) -> bool:
    """Whether an indicator has the words of its outcome alone, and room for figures in the documents."""
    figures = (indicator.baseline, indicator.target, indicator.by_when, indicator.data_from)
    return not any(figures) and text.startswith(indicator.measure)


def strand_order(theory: TheoryOfChange) -> dict[str | None, int]:
    """The place of each strand: as they first come up, so that all parts show them in one order."""
    strands = [item.strand for items in theory.parts().values() for item in items if item.strand]
    return {strand: place for place, strand in enumerate((None, *dict.fromkeys(strands)))}


def told_apart(texts: dict[str, str]) -> dict[str, str]:
    """By id, the first words of each text; more of them where two begin alike: links to both must not read the same."""
    often = Counter(first_words(text) for text in texts.values())
    return {id: start if often[start := first_words(text)] == 1 else apart(text, texts) for id, text in texts.items()}


def apart(text: str, texts: dict[str, str]) -> str:
    """As many of the first words as no other text begins with; all of it, where only a few would be left out."""
    others = [other for other in texts.values() if other != text]
    words = text.split(" ")
    starts = (" ".join(words[:count]) for count in range(MOST_WORDS, len(words) - FEW_WORDS))
    unlike = (start for start in starts if not any(other.startswith(start) for other in others))
    return next(map(broken_off, unlike), text)


def first_words(text: str) -> str:
    """As much of a text as a link to it needs; a long one is not repeated wherever something leads to it."""
    words = text.split(" ")
    start = " ".join(words[:MOST_WORDS])
    if len(start) > MOST_CHARACTERS:
        start = start[:MOST_CHARACTERS].rpartition(" ")[0] or start[:MOST_CHARACTERS]
    return start if start == text else broken_off(start)


def broken_off(start: str) -> str:
    """Words with the sign that more follow."""
    return f"{start.rstrip(',;:')}..."
