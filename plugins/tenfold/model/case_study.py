"""A case study: what one setting did, how, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from tenfold.model.base import (
    Aliases,
    Broken,
    CaseId,
    Day,
    FeatureId,
    Once,
    Prose,
    Record,
    ResourceId,
    Ruled,
    Sentence,
    SourceId,
    TheoryId,
    WebAddress,
    Words,
    YesNo,
    listed,
    matching,
)
from tenfold.model.figures import FigureText, PageNumber, unit_faults
from tenfold.model.safeguarding import Safeguarding
from tenfold.model.vocabulary import (
    Challenge,
    Comparison,
    CostBand,
    EvidenceLevel,
    Licence,
    Need,
    Phase,
    Region,
    SettingKind,
    Status,
    Unit,
    Voice,
)

Urn = Annotated[
    str,
    AfterValidator(
        matching(r"\d{6}", "a school's URN has six digits. Look it up, or leave it out.", numbers=(0, 999_999))
    ),
]
Gss = Annotated[
    str, AfterValidator(matching(r"E\d{8}", "a GSS code is E and eight digits. Look it up, or leave it out."))
]
Phases = Annotated[tuple[Phase, ...], BeforeValidator(listed), Once]
Regions = Annotated[tuple[Region, ...], BeforeValidator(listed), Field(min_length=1), Once]


class Setting(Ruled):
    """Who did it and where, so that a reader can tell at a glance whether it is a place like theirs."""

    kind: SettingKind = Field(title="Kind of setting")
    """What kind of organisation it is."""
    name: Words = Field(title="Name of the setting")
    """Its name, as the public knows it."""
    phase: Phases = ()
    """The phase or phases it works in. A school must say; others may leave it out if it is all of them."""
    place: Words
    """The town, borough or area. Not a street, not a postcode."""
    region: Regions
    """The region of England, or several."""
    local_authority: Words | None = None
    """The council whose area it is in."""
    gss: Gss | None = Field(None, title="GSS code")
    """That council's code in official statistics."""
    urn: Urn | None = Field(None, title="URN")
    """A school's unique reference number."""
    website: WebAddress | None = None
    """Its public website."""
    size: Words | None = None
    """How large it is, in words: pupils, schools, staff."""

    def broken_rules(self) -> Iterator[Broken]:
        if self.kind is SettingKind.SCHOOL and not self.phase:
            message = f"a school needs its phase. Add a line such as phase: primary. The words are: {', '.join(Phase)}."
            yield Broken("kind", "school_phase", message)


class Comparator(Record):
    """What a figure is held against: an earlier year, a national average, a target."""

    value: FigureText = Field(title="Compared with")
    """The other figure, written in the same way and unit."""
    label: Words = Field(title="What it is compared with")
    """What that other figure is: in 2012, the national average."""
    kind: Comparison | None = Field(None, title="Kind of comparison")
    """What sort of comparison it is. An earlier figure is shown with an arrow to the later one."""


class Figure(Ruled):
    """A number that a reader can take in at a glance, with where it comes from."""

    label: Words = Field(title="What the number is of")
    """What the number is of, in a few words: Attendance."""
    value: FigureText
    """The number alone, or a few words with it: 94.8, fewer than 14. The site adds % and £ by the unit."""
    unit: Unit
    """What is counted."""
    comparator: Comparator | None = None
    """What to hold it against. A number alone says little."""
    period: Words | None = None
    """The time it covers: 2012 to 2019."""
    source: SourceId
    """Where the number is published. A number without a source cannot be checked."""
    page: PageNumber | None = None
    """The page of the source, the number alone: 36, or 36 to 38."""

    def broken_rules(self) -> Iterator[Broken]:
        yield from unit_faults("value", self.value, self.unit)
        if self.comparator is not None:
            yield from unit_faults(("comparator", "value"), self.comparator.value, self.unit)


class Practice(Record):
    """One thing they did: a part of "the what"."""

    title: Words
    """What they call it, or what it is, in a few words."""
    body: Prose = Field(title="What happens")
    """What happens, who does it, for whom, how often."""
    examples: tuple[Sentence, ...] = ()
    """Small concrete examples: what somebody would see on the day."""


class Answer(Record):
    """One question about how it was done, with its answer: a part of "the how"."""

    question: Words
    """The question that a reader in your place would ask: How was it paid for?"""
    answer: Prose
    """The answer, as concretely as can be."""


class Outcome(Ruled):
    """What changed, and how anybody knows."""

    statement: Sentence = Field(title="What changed")
    """What changed, for whom."""
    before: FigureText | None = None
    """The figure before."""
    after: FigureText | None = None
    """The figure after."""
    unit: Unit | None = None
    """What both figures count."""
    period: Words | None = None
    """From when to when."""
    source: SourceId | None = None
    """Where it is published. Needed as soon as there is a figure."""
    page: PageNumber | None = None
    """The page of the source, the number alone: 36, or 36 to 38."""
    attribution: Sentence | None = None
    """Why one may think that the practice did it, and what else may have."""

    def broken_rules(self) -> Iterator[Broken]:
        yield from unit_faults("before", self.before, self.unit)
        yield from unit_faults("after", self.after, self.unit)
        figure = "before" if self.before is not None else "after"
        if self.before is None and self.after is None:
            return
        if self.source is None:
            yield Broken(figure, "figure_source", "an outcome with a figure needs its source. Add source: with an id.")
        if self.unit is None:
            yield Broken(figure, "figure_unit", "an outcome with a figure needs its unit. Add a unit: such as percent.")


class Evidence(Record):
    """How sure one can be. Strength of evidence and size of effect are two things: this is about the first."""

    level: EvidenceLevel = Field(title="Level of evidence")
    """How strong the evidence is, from 0 to 5."""
    basis: Sentence = Field(title="Basis of the evidence")
    """What the level rests on: who said or measured what."""
    limitations: Sentence
    """What one cannot conclude from it."""


class Effort(Record):
    """What it takes, so that a reader can judge whether it fits their time and budget."""

    cost_band: CostBand | None = None
    """Roughly what it cost."""
    cost_note: Sentence | None = None
    """What the money was for, and where it came from."""
    staffing: Sentence | None = None
    """Who does it, and how many of them."""
    time_to_embed: Sentence | None = None
    """How long until it worked, and until it was habit."""
    start_small: Sentence | None = None
    """What somebody could do on Monday with nothing new."""


class Involvement(Record):
    """Who had a part in the work or in telling it, and how."""

    who: Voice
    """Whose voice it is."""
    how: Sentence
    """How they took part."""


class Provenance(Ruled):
    """Where the record comes from, who agreed to it, and when it will be looked at again."""

    sources: Annotated[tuple[SourceId, ...], Field(min_length=1), Once]
    """The documents that it rests on, the main one first."""
    written_by: Words
    """Who wrote it, by role or organisation."""
    agreed_by_setting: YesNo = Field(title="Agreed by the setting")
    """Whether the setting has read this record and agreed to it."""
    published: Day
    """The day it was first published here."""
    reviewed: Day
    """The day somebody last checked it against its sources."""
    review_by: Day
    """The day by which it should be checked again."""
    licence: Licence
    """On what terms others may use it."""
    contains_quotes: YesNo = False
    """Whether it quotes anybody."""
    contains_images: YesNo = False
    """Whether it shows pictures."""
    consent: Sentence | None = None
    """How people agreed to be quoted or shown. Needed with quotes or pictures."""

    def broken_rules(self) -> Iterator[Broken]:
        if (self.contains_quotes or self.contains_images) and self.consent is None:
            field = "contains_quotes" if self.contains_quotes else "contains_images"
            message = (
                f"quotes and pictures need consent. Add a line consent: with how it was given, or write {field}: no."
            )
            yield Broken(field, "consent", message)
        if self.reviewed < self.published:
            message = f"this review comes before the publication. Write {self.published}, or a later day."
            yield Broken("reviewed", "review_order", message)
        if self.review_by <= self.reviewed:
            yield Broken(
                "review_by", "review_order", f"the next review comes before the last. Name a day after {self.reviewed}."
            )


class Withdrawal(Record):
    """Why a case study was taken back."""

    on: Day = Field(title="Withdrawn on")
    """The day it was."""
    reason: Sentence = Field(title="Reason for withdrawing it")
    """Why, in words that harm nobody. It stands at the old address."""
    safeguarding: YesNo = Field(False, title="Withdrawn for safeguarding")
    """Whether it was taken back because it could harm somebody. Then its page does not name the setting, and no local
    copy may keep or bring back such a record."""


class CaseStudy(Ruled):
    """What one school, trust, council or partnership did to keep children in school and belonging."""

    title: Words
    """What they did, in a few words that make somebody want to read on. Not the setting's name."""
    summary: Annotated[Sentence, Field(max_length=300)]
    """What they did and what came of it, in at most 300 characters. It is what the card shows."""
    status: Status
    """How far it has come."""
    setting: Setting
    """Who did it and where."""
    features: Annotated[tuple[FeatureId, ...], Field(min_length=1), Once]
    """The key features of inclusive practice it shows, the main one first."""
    needs: Annotated[tuple[Need, ...], Once] = ()
    """The needs and circumstances it speaks to."""
    challenges: Annotated[tuple[Challenge, ...], Once] = ()
    """The situations it was an answer to."""
    context: Prose
    """Where they started from: the place, the pupils, what was not working."""
    in_numbers: tuple[Figure, ...] = ()
    """The figures that tell the story, each with its source."""
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)]
    """The what: each thing they did."""
    implementation: Annotated[tuple[Answer, ...], Field(min_length=1)]
    """The how: the questions that others ask, with answers."""
    outcomes: tuple[Outcome, ...] = ()
    """What changed."""
    evidence: Evidence | None = None
    """How sure one can be."""
    effort: Effort | None = None
    """What it takes."""
    theory_of_change: TheoryId | None = None
    """The theory of change drawn from it."""
    resources: Annotated[tuple[ResourceId, ...], Once] = ()
    """Things elsewhere that help to do the same."""
    voices: tuple[Involvement, ...] = ()
    """Who was involved, and how."""
    related: Annotated[tuple[CaseId, ...], Once] = Field((), title="Related case studies")
    """Other case studies to read with it, where you know of some. More are found by what they share."""
    provenance: Provenance
    """Where the record comes from."""
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    withdrawal: Withdrawal | None = None
    """Why it was taken back. Needed when the status is withdrawn."""
    aliases: Aliases = Field((), title="Former ids")
    """Ids it used to have. Their addresses lead here."""

    def broken_rules(self) -> Iterator[Broken]:
        if self.status is Status.WITHDRAWN and self.withdrawal is None:
            message = "what is withdrawn says why. Add withdrawal: with the day and the reason."
            yield Broken("status", "withdrawal", message)
        if self.status is not Status.WITHDRAWN and self.withdrawal is not None:
            message = "there is a withdrawal, but the status is another. Write status: withdrawn, or delete it."
            yield Broken("status", "withdrawal", message)
