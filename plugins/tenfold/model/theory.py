"""A theory of change: what will be done, and why that should lead to what is hoped for, in five parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Aliases, Broken, CaseId, Id, Once, Record, Ruled, Sentence, Words, one_line
from tenfold.model.case_study import Provenance
from tenfold.model.safeguarding import Safeguarding
from tenfold.model.vocabulary import Drafter, Status

ACTIVITIES, FACTORS, MECHANISMS = "activities", "moderating_factors", "mediating_mechanisms"
OUTCOMES, AIMS = "outcomes", "aims"
PARTS = (ACTIVITIES, FACTORS, MECHANISMS, OUTCOMES, AIMS)
"""The five parts, in reading order. One makes them the other way round."""

Statement = Annotated[str, AfterValidator(one_line), Field(min_length=1, max_length=2000)]


class Item(Record):
    """One statement in one part of a theory of change."""

    id: Id
    """A short name for it in this theory, such as morning-circle, by which others lead to it."""
    text: Statement
    """What it says, so that somebody who was not in the room understands it."""
    strand: Words | None = None
    """The strand of work that it belongs to, where there are several."""
    leads_to: Annotated[tuple[Id, ...], Once] = ()
    """The ids of what it leads to, in this part or in one further on. A reader follows these from left to right."""
    from_case: CaseId | None = None
    """The case study that it is taken from."""


class Activity(Item):
    """Something that is done: what, for whom and when, as it would be on a perfect day."""

    for_whom: Words | None = None
    """Whom it is for."""
    who: Words | None = None
    """Who is responsible, by role."""
    when: Words | None = None
    """When and how often."""


class ModeratingFactor(Item):
    """Something that has to be in place for the work to succeed."""

    who: Words | None = None
    """Who sees to it, by role."""


class MediatingMechanism(Item):
    """What people experience or gain along the way: an active ingredient."""


class Indicator(Record):
    """How one will know: something that can be looked up, counted or asked."""

    measure: Words
    """What is measured, in which unit: suspensions in a term."""
    baseline: Words | None = None
    """Where it stands today, with its date."""
    target: Words | None = None
    """Where it should stand."""
    by_when: Words | None = None
    """By when."""
    data_from: Words | None = None
    """Where the figure comes from, and who has it."""


class ExpectedOutcome(Item):
    """A result that will be measured in the end."""

    indicators: tuple[Indicator, ...] = ()
    """How one will know. An outcome that nobody can measure is a hope."""


class Aim(Item):
    """What it is all for."""


AnyItem = Activity | ModeratingFactor | MediatingMechanism | ExpectedOutcome | Aim


class TheoryOfChange(Ruled):
    """How somebody expects their work to lead to the change that they want."""

    title: Words
    """What it is a theory of, in a few words: Closing the gap in reading."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """Who wants to change what, and how, in at most 300 characters."""
    status: Status
    """How far it has come."""
    drafted_by: Drafter
    """Whose theory it is: that of the setting, or one that the toolkit drew from what was published."""
    case: CaseId | None = None
    """The case study that it belongs to."""
    challenge: Sentence | None = None
    """What it is an answer to: what was seen, and in which figures."""
    activities: tuple[Activity, ...] = ()
    """What is done, for whom and when. Written last."""
    moderating_factors: tuple[ModeratingFactor, ...] = ()
    """What has to be in place."""
    mediating_mechanisms: tuple[MediatingMechanism, ...] = ()
    """What people experience or gain along the way."""
    outcomes: tuple[ExpectedOutcome, ...] = ()
    """What will be measured."""
    aims: tuple[Aim, ...] = ()
    """What it is all for. Written first."""
    provenance: Provenance
    """Where the record comes from."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Their addresses lead here."""

    def parts(self) -> dict[str, tuple[AnyItem, ...]]:
        """The items of each part, in reading order."""
        return {part: getattr(self, part) for part in PARTS}

    def broken_rules(self) -> Iterator[Broken]:
        seen: dict[str, str] = {}
        for part, items in self.parts().items():
            for position, item in enumerate(items):
                if item.id in seen:
                    message = f'"{item.id}" is the id of another item, in {seen[item.id]}. Give one of them another.'
                    yield Broken((part, position, "id"), "item_id", message)
                seen.setdefault(item.id, part)
        for part, items in self.parts().items():
            for position, item in enumerate(items):
                for place, target in enumerate(item.leads_to):
                    if target not in seen:
                        message = f'no item of this theory has the id "{target}". Use the id of one, or take it out.'
                        yield Broken((part, position, "leads_to", place), "item_link", message)
