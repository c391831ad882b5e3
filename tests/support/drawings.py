"""Theories of change to draw: one as people write them, and small ones from lines of links."""

from __future__ import annotations

from typing import Any

from tenfold.model.theory import PARTS, TheoryOfChange
from tests.support.builders import read

LETTERS = dict(zip("afmog", PARTS, strict=True))
"""The letter with which the ids of a part begin in `linked`: activities, factors, mechanisms, outcomes, goals."""

READING: dict[str, list[dict[str, Any]]] = {
    "activities": [
        {
            "id": "therapists",
            "text": "Two speech and language therapists work in reception and Year 1 each week",
            "strand": "Talk",
            "for_whom": "Children who score below 85 when they start",
            "who": "SENCO",
            "when": "Weekly, from October",
            "leads_to": ["early-talk", "lead-time"],
            "from_case": "oak",
        },
        {
            "id": "phonics",
            "text": "Daily phonics in small groups, and one-to-one reading for those who fall behind",
            "strand": "Reading",
            "who": "Year leads",
            "when": "Every day",
            "leads_to": ["right-level", "practise"],
        },
        {
            "id": "coaching",
            "text": "Teaching assistants are coached in pairs for a year",
            "strand": "Reading",
            "who": "Deputy head",
            "leads_to": ["skilled-adults", "trust-adults"],
        },
        {
            "id": "story-mornings",
            "text": "Families join story mornings twice a term",
            "strand": "Reading",
            "leads_to": ["families-read"],
        },
    ],
    "moderating_factors": [
        {
            "id": "lead-time",
            "text": "A lead for language with a day a week",
            "strand": "Talk",
            "who": "Head",
            "leads_to": ["early-talk"],
        },
        {
            "id": "money",
            "text": "Money for the therapists for three years",
            "strand": "Talk",
            "leads_to": ["early-talk"],
        },
        {
            "id": "timetable",
            "text": "A protected half hour each morning",
            "strand": "Reading",
            "leads_to": ["right-level", "practise"],
        },
        {
            "id": "skilled-adults",
            "text": "Adults who know the programme well",
            "strand": "Reading",
            "leads_to": ["right-level"],
        },
        {
            "id": "books",
            "text": "Books at home in the languages that families speak",
            "strand": "Reading",
            "leads_to": ["families-read"],
        },
    ],
    "mediating_mechanisms": [
        {
            "id": "early-talk",
            "text": "Children get help with language at the right time",
            "strand": "Talk",
            "leads_to": ["speak-up", "language-gap"],
        },
        {
            "id": "speak-up",
            "text": "Children speak up more in class",
            "strand": "Talk",
            "leads_to": ["language-gap", "confident"],
        },
        {
            "id": "right-level",
            "text": "Children read books at the right level",
            "strand": "Reading",
            "leads_to": ["reading-gap"],
        },
        {
            "id": "practise",
            "text": "Children practise each day, and mistakes are safe",
            "strand": "Reading",
            "leads_to": ["reading-gap"],
        },
        {
            "id": "trust-adults",
            "text": "Children trust the adults who help them",
            "strand": "Reading",
            "leads_to": ["attend"],
        },
        {
            "id": "families-read",
            "text": "Families read with their children and enjoy it",
            "strand": "Reading",
            "leads_to": ["reading-gap"],
        },
    ],
    "outcomes": [
        {
            "id": "language-gap",
            "text": "The gap at a good level of development closes from 22 to 10 points in two years",
            "indicators": [
                {
                    "measure": "Children at a good level of development, disadvantaged and others",
                    "baseline": "49% and 71% in July 2025",
                    "target": "65% and 75%",
                    "by_when": "July 2027",
                    "data_from": "the profile at the end of reception",
                }
            ],
            "leads_to": ["ready"],
        },
        {
            "id": "reading-gap",
            "text": "Nine in ten pass the phonics check, whoever they are",
            "leads_to": ["ready", "confident"],
        },
        {"id": "attend", "text": "Attendance in reception rises to 95%", "leads_to": ["ready"]},
    ],
    "aims": [
        {"id": "ready", "text": "Children are ready for what comes next"},
        {"id": "confident", "text": "Children are confident readers and talkers"},
    ],
}
"""Invented, with twenty items in two strands; its links go to the next part, past parts and within one."""


def a_drawn_theory(**changes: Any) -> TheoryOfChange:
    """A theory with what it must have, no items, and these changes."""
    data = {
        "title": "A fair start in reading",
        "summary": "A primary school wants every child to read well by the age of seven.",
        "status": "published",
        "drafted_by": "setting",
        "provenance": read("case_studies/oak.yml")["provenance"],
    }
    return TheoryOfChange.model_validate(data | changes)


def a_reading_theory(**changes: Any) -> TheoryOfChange:
    """A theory as a school would write it."""
    return a_drawn_theory(**READING | changes)


def linked(*items: str, **changes: Any) -> TheoryOfChange:
    """A theory from lines such as `a01 Meet at the gate > m01 o01`: an id, a text if it has one, what it leads to."""
    parts: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    for line in items:
        said, _, targets = line.partition(" > ")
        id, _, text = said.partition(" ")
        parts[LETTERS[id[0]]].append({"id": id, "text": text or f"Item {id}", "leads_to": targets.split()})
    return a_drawn_theory(**parts, **changes)
