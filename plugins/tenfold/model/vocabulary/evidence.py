"""The words that say how sure one can be, what is counted, and what it cost."""

from __future__ import annotations

from tenfold.model.vocabulary.word import Word


class EvidenceLevel(Word):
    """How strong the evidence is, from 0 to 5: Nesta's standards of evidence, with a 0 below them.

    Strength of evidence says how sure one can be, not how large the effect was.
    """

    DESCRIBED = "0", "Practice described", "The source says what is done, not what came of it."
    ACCOUNT = "1", "Convincing account", "Those involved give a reasoned account of why it works."
    MEASURED = "2", "Change measured", "Figures before and after, without a comparison group."
    COMPARED = "3", "Comparison group", "The change was larger than in a comparable group without the practice."
    REPLICATED = "4", "Replicated", "Independent studies found the same in other places."
    AT_SCALE = "5", "Shown at scale", "It keeps its effect when many settings use it, with manuals and checks."


class CostBand(Word):
    """What it took in money, roughly, for one setting in a year."""

    EXISTING = (
        "existing_resources",
        "Existing resources",
        "Time of staff already there; no new money.",
        ("no money", "no cost", "no extra money", "no budget", "for free", "existing staff"),
    )
    LOW = (
        "low",
        "Low",
        "Training, materials or a few hours: what a school can find in a year's budget.",
        ("cheap", "low cost", "little money", "afford"),
    )
    MEDIUM = "medium", "Medium", "Part of a post or more, or a commissioned service."
    HIGH = "high", "High", "A team, a building or a programme across many schools."


class Unit(Word):
    """What a figure counts, so that it can be shown and checked properly."""

    PERCENT = (
        "percent",
        "per cent",
        "A share of a hundred. Write the number alone: 94.8",
        ("%", "percent", "percentage"),
    )
    POINTS = "percentage_points", "percentage points", "A difference between two shares."
    POUNDS = "pounds", "pounds", "An amount of money. Write the number alone: 120000", ("£", "gbp", "money")
    PUPILS = "pupils", "pupils", "Children and young people. Under ten of them can point at somebody."
    FAMILIES = "families", "families"
    STAFF = "staff", "staff", "Adults who work there."
    PEOPLE = "people", "people", "Adults, or adults and children together."
    SCHOOLS = "schools", "schools", "Schools and other settings."
    PLACES = "local_areas", "local areas", "Boroughs, councils, regions."
    EXCLUSIONS = "exclusions", "exclusions", "Suspensions, fixed-term or permanent exclusions."
    INCIDENTS = "incidents", "incidents", "Events, referrals, sessions, decisions."
    MONTHS = "months", "months"
    YEARS = "years", "years"
    SCORE = "score", "score", "A point on a scale, such as Progress 8."
    OTHER = "other", "", "The label says what is counted."

    def taken_off(self, value: str) -> str | None:
        """A figure without this unit, or None when it does not name it: 94.8 for 94.8%."""
        for name in sorted({self.label, *self.also} - {""}, key=len, reverse=True):
            if value.lower().count(name) > 1:
                return None  # from £350 to £900
            if value.lower().endswith(name):
                return value[: -len(name)].strip()
            if value.lower().startswith(name):
                return value[len(name) :].strip()
        return None


class Comparison(Word):
    """What a figure is held against."""

    EARLIER = "earlier", "Before", "The same thing, measured before."
    ELSEWHERE = "elsewhere", "Elsewhere", "Other places, or an average of many."
    GROUP = "another_group", "Another group", "Other pupils at the same place."
    TARGET = "target", "Target", "What was hoped for."
    WHOLE = "whole", "Out of", "The number that this one is a part of."
