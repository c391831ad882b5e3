"""Whether a theory of change holds together: each gap in its logic, with where it is and what to do about it.

Nothing here knows of files or pages, and nothing is asked of a theory but its five parts, so that the same rules can be
told to people who draft one elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tenfold.model.theory import (
    ACTIVITIES,
    AIMS,
    FACTORS,
    MECHANISMS,
    OUTCOMES,
    AnyItem,
    ExpectedOutcome,
    TheoryOfChange,
)
from tenfold.model.vocabulary import Status
from tenfold.model.walking import Path
from tenfold.problems import Level

MOST_OUTCOMES = 7
NAMES = {
    ACTIVITIES: "activities",
    FACTORS: "moderating factors",
    MECHANISMS: "mediating mechanisms",
    OUTCOMES: "outcomes",
    AIMS: "aims",
}
SAYS = {
    ACTIVITIES: "What we do, for whom",
    FACTORS: "What has to be in place",
    MECHANISMS: "What pupils and staff experience",
    OUTCOMES: "What we will measure",
    AIMS: "What it is all for",
}
ASKS = {
    ACTIVITIES: "What will you do, for whom and when?",
    FACTORS: "What has to be in place for it to work?",
    MECHANISMS: "What do people have to experience or gain along the way?",
    OUTCOMES: "What will you measure in the end?",
    AIMS: "What is it all for?",
}
MEASURABLE = re.compile(
    r"\d|%|\b(?:all|every|each|none|no|more|most|fewer|less|lower|higher|fall|falls|rise|rises|halve|halves|double|"
    r"doubles|increase|increases|reduce|reduces|reduced|reduction|decrease|close|closes|gap|rate|rates|number|share|"
    r"average|score|scores|per cent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Gap:
    """A gap in the logic of a theory: which rule, how much it weighs, at which field, what is wrong, what to do."""

    rule: str
    level: Level
    where: Path
    message: str
    hint: str


@dataclass(frozen=True)
class Placed:
    """An item with the part that it stands in, and its position there."""

    part: str
    position: int
    item: AnyItem

    @property
    def where(self) -> Path:
        return (self.part, self.position)

    @property
    def shown(self) -> str:
        """The item as a message names it: its first words."""
        words = self.item.text.split()
        return f'"{" ".join(words[:8])}{"..." if len(words) > 8 else ""}"'


class Logic:
    """The items of a theory and the links between them."""

    def __init__(self, theory: TheoryOfChange) -> None:
        self.theory = theory
        self.items: Mapping[str, Placed] = {
            item.id: Placed(part, position, item)
            for part, items in theory.parts().items()
            for position, item in enumerate(items)
        }

    @cached_property
    def led_to_by(self) -> dict[str, list[Placed]]:
        """For each item, those that lead to it directly."""
        found: dict[str, list[Placed]] = {id: [] for id in self.items}
        for placed in self.items.values():
            for target in placed.item.leads_to:
                found[target].append(placed)
        return found

    def of(self, part: str) -> list[Placed]:
        return [placed for placed in self.items.values() if placed.part == part]

    def targets(self, placed: Placed) -> list[Placed]:
        return [self.items[id] for id in placed.item.leads_to]

    def forwards(self, id: str) -> set[str]:
        """Everything that an item leads to, directly or by way of others; itself only in a circle."""
        return self.reach(id, lambda each: self.items[each].item.leads_to)

    def backwards(self, id: str) -> set[str]:
        """Everything that leads to an item, directly or by way of others."""
        return self.reach(id, lambda each: [placed.item.id for placed in self.led_to_by[each]])

    def reach(self, id: str, step) -> set[str]:  # type: ignore[no-untyped-def]
        found: set[str] = set()
        waiting = list(step(id))
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += step(each)
        return found

    def chain(self, id: str) -> set[str]:
        """An item with all that leads to it and all that it leads to."""
        return {id} | self.forwards(id) | self.backwards(id)

    def parts_before(self, placed: Placed) -> set[str]:
        return {self.items[id].part for id in self.backwards(placed.item.id)}


def gaps(theory: TheoryOfChange) -> Iterator[Gap]:
    """Every gap in the logic of a theory, in reading order. In a draft only a circle is an error: it may have gaps."""
    logic = Logic(theory)
    draft = theory.status is Status.DRAFT
    for gap in (*empty_parts(theory), *circles(logic), *loose_ends(logic), *unclear(logic)):
        softened = draft and gap.rule != "circle"
        yield Gap(gap.rule, Level.ADVICE, gap.where, gap.message, gap.hint) if softened else gap


def empty_parts(theory: TheoryOfChange) -> Iterator[Gap]:
    for part, items in theory.parts().items():
        if not items:
            yield Gap("part_empty", Level.ERROR, (), f"there are no {NAMES[part]}.", f"{ASKS[part]} Add {part}:.")


def circles(logic: Logic) -> Iterator[Gap]:
    told: set[str] = set()
    for id, placed in logic.items.items():
        if id in told or id not in logic.forwards(id):
            continue
        told |= {other for other in logic.forwards(id) if id in logic.forwards(other)}
        message = f"{placed.shown} leads back to itself, so that nobody can say what comes first."
        yield Gap("circle", Level.ERROR, (*placed.where, "leads_to"), message, "Take out the link that goes backwards.")


def loose_ends(logic: Logic) -> Iterator[Gap]:
    """What nothing leads to, and what leads nowhere."""
    for placed in logic.of(ACTIVITIES):
        if not placed.item.leads_to:
            message = f"the activity {placed.shown} leads nowhere."
            hint = "Add leads_to: with the mechanism it brings about, or ask why you do it."
            yield Gap("activity_leads_nowhere", Level.ERROR, placed.where, message, hint)
        elif not has_factor(logic, placed):
            message = f"the activity {placed.shown} has no moderating factor."
            hint = "What has to be in place for it? Add it, and lead from the factor to what it helps along."
            yield Gap("activity_without_factor", Level.ADVICE, placed.where, message, hint)
    for part, needed, rule, message, hint in (
        (MECHANISMS, ACTIVITIES, "mechanism_without_activity", "no activity leads to the mechanism {}.",
         "What would bring it about? Add an activity, or let one that is there lead to it."),
        (OUTCOMES, MECHANISMS, "outcome_without_mechanism", "no mechanism leads to the outcome {}.",
         "What do people have to experience for it to come about? Let that lead to it."),
        (AIMS, OUTCOMES, "aim_without_outcome", "no outcome serves the aim {}.",
         "Which result would bring it nearer? Let that lead to it."),
    ):  # fmt: skip
        for placed in logic.of(part):
            if needed not in logic.parts_before(placed):
                yield Gap(rule, Level.ERROR, placed.where, message.format(placed.shown), hint)


def has_factor(logic: Logic, activity: Placed) -> bool:
    """Whether a moderating factor bears on an activity: leads to it, follows from it, or helps the same mechanism."""
    if any(placed.part == FACTORS for placed in (*logic.targets(activity), *logic.led_to_by[activity.item.id])):
        return True
    return any(other.part == FACTORS for target in logic.targets(activity) for other in logic.led_to_by[target.item.id])


def unclear(logic: Logic) -> Iterator[Gap]:
    """What nobody could be held to."""
    outcomes = logic.of(OUTCOMES)
    if len(outcomes) > MOST_OUTCOMES:
        message = f"there are {len(outcomes)} outcomes."
        yield Gap("many_outcomes", Level.ADVICE, (OUTCOMES,), message, "Which will you be held to? Keep at most seven.")
    for placed in outcomes:
        item = placed.item
        if isinstance(item, ExpectedOutcome) and not item.indicators and not MEASURABLE.search(item.text):
            message = f"nobody could say whether the outcome {placed.shown} has come about."
            hint = "Add indicators: what is measured, where it stands today, where it should stand and by when."
            yield Gap("outcome_not_measurable", Level.ADVICE, placed.where, message, hint)
