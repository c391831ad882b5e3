"""Where the site shows each part of a case study: for those who write one, and wonder who will ever read that line.

A test changes each part and sees whether the card and the comparison change as it is said here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CARD, COMPARISON, FILTER, PAGE = "Card", "Comparison", "Filter", "Page"
RELATED, SEARCH, THEORY, SHARED = "More like this", "Search", "Starting theory of change", "Shared links"


@dataclass(frozen=True)
class Use:
    """A place of the site, and what it shows there."""

    place: str
    how: str


USES: Mapping[str, tuple[Use, ...]] = {
    "title": (
        Use(CARD, "The line that people press."),
        Use(PAGE, "The heading."),
        Use(COMPARISON, "Below the setting's name."),
        Use(SEARCH, "Words in it count most."),
    ),
    "summary": (
        Use(CARD, "Stands there when there are no figures."),
        Use(PAGE, "The first lines."),
        Use(SHARED, "What a colleague sees under the link."),
    ),
    "status": (
        Use(CARD, "Says so while it is under review."),
        Use(COMPARISON, "Says so there as well."),
        Use(PAGE, "Decides whether there is one."),
    ),
    "setting": (
        Use(CARD, "Name, kind and place, above the title."),
        Use(FILTER, "Phase, kind of setting and region."),
        Use(COMPARISON, "Kind, place, region and size."),
        Use(PAGE, "The box: could this be you?"),
        Use(RELATED, "Finds settings of the same phase, kind and region."),
    ),
    "features": (
        Use(CARD, "The first three; the rest are counted."),
        Use(FILTER, "All of them. The first counts as the main one."),
        Use(COMPARISON, "All of them."),
        Use(RELATED, "Weighs most."),
        Use(THEORY, "Brings what people experience where each works."),
    ),
    "needs": (Use(FILTER, "Each of them."), Use(RELATED, "Finds others that speak to the same needs.")),
    "challenges": (
        Use(FILTER, "The first that most people use."),
        Use(COMPARISON, "The row: situation."),
        Use(RELATED, "Finds others that met the same."),
    ),
    "context": (Use(PAGE, "The first part of the text."), Use(SEARCH, "Every word of it.")),
    "in_numbers": (
        Use(CARD, "The first figure alone."),
        Use(PAGE, "All of them, at the top, with their sources."),
        Use(COMPARISON, "All of them; five on paper."),
    ),
    "practices": (
        Use(PAGE, "The longest part of the text."),
        Use(COMPARISON, "The titles alone."),
        Use(THEORY, "Title and first sentence become an activity."),
        Use(SEARCH, "Every word of it."),
    ),
    "implementation": (Use(PAGE, "Questions to open, one by one."), Use(SEARCH, "Every word of it.")),
    "outcomes": (Use(PAGE, "What changed."), Use(THEORY, "Each becomes an outcome to measure.")),
    "evidence": (
        Use(FILTER, "The level."),
        Use(PAGE, "The level at the top, the reasons below."),
        Use(COMPARISON, "The level, and what one cannot conclude."),
    ),
    "effort": (
        Use(FILTER, "The cost band."),
        Use(PAGE, "What it takes; the small start in a box of its own."),
        Use(COMPARISON, "Money, people, time, small start."),
        Use(THEORY, "Becomes what has to be in place."),
    ),
    "theory_of_change": (Use(PAGE, "A link to it."),),
    "resources": (Use(PAGE, "What helps to do the same, with who offers it."),),
    "voices": (Use(PAGE, "Who was involved."),),
    "related": (Use(RELATED, "Stands there first."),),
    "provenance": (
        Use(PAGE, "The box: about this record. The sources stand at the end."),
        Use(COMPARISON, "The sources."),
    ),
    "withdrawal": (Use(PAGE, "All that is left, once it was taken back."),),
    "aliases": (Use(PAGE, "Old addresses lead to it."),),
}
"""For each field, where it is shown. What is missing here is for those who look after the records."""
