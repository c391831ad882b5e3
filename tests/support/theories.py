"""Theories of change for tests: one that is whole, invented, and changed as a test needs it."""

from __future__ import annotations

import copy
from typing import Any

from tenfold.model import TheoryOfChange
from tests.support.builders import changed

THEORY: dict[str, Any] = {
    "title": "A calmer start to the day at Hazel Lane",
    "summary": "Hazel Lane Primary wants fewer late and unsettled mornings, by greeting every child and by asking "
    "families what stands in the way.",
    "status": "published",
    "drafted_by": "toolkit",
    "challenge": "In the autumn of 2024 one child in six came late at least once a week, and most removals from "
    "lessons fell before ten o'clock.",
    "activities": [
        {
            "id": "door-greeting",
            "text": "Every child is greeted by name at the classroom door, and shown the plan for the day.",
            "strand": "In class",
            "for_whom": "All pupils",
            "who": "Class teachers",
            "when": "Every morning, from 8.40",
            "leads_to": ["known-by-name", "safe-start"],
        },
        {
            "id": "breakfast",
            "text": "A free breakfast in the hall, open to all, with a table for quiet.",
            "strand": "Before class",
            "for_whom": "All pupils, whoever comes",
            "who": "Two midday supervisors",
            "when": "Every school day, 8.00 to 8.35",
            "leads_to": ["safe-start", "not-hungry"],
        },
        {
            "id": "doorstep-talks",
            "text": "A pastoral lead visits families whose child is often late, and asks what would help.",
            "strand": "With families",
            "for_whom": "About 40 families a year",
            "who": "Pastoral lead",
            "when": "Within two weeks of the third late mark",
            "leads_to": ["families-heard"],
        },
        {
            "id": "training",
            "text": "Staff practise greeting and settling in pairs, and watch each other do it.",
            "strand": "In class",
            "who": "Deputy head",
            "when": "Three afternoons, then once a half-term",
            "leads_to": ["staff-ready"],
        },
    ],
    "moderating_factors": [
        {
            "id": "staff-ready",
            "text": "All adults know why the first ten minutes matter, and have practised them.",
            "strand": "In class",
            "who": "Head teacher",
            "leads_to": ["known-by-name", "safe-start"],
        },
        {
            "id": "money",
            "text": "Money for breakfast is there for two years.",
            "who": "Governors",
            "leads_to": ["not-hungry"],
        },
        {"id": "trust", "text": "Families trust that a visit is help and no reproach.", "leads_to": ["families-heard"]},
    ],
    "mediating_mechanisms": [
        {
            "id": "known-by-name",
            "text": "Children feel known and expected.",
            "leads_to": ["fewer-removals", "pupil-voice"],
        },
        {
            "id": "safe-start",
            "text": "Children arrive calm, and know what comes next.",
            "leads_to": ["fewer-removals"],
        },
        {"id": "not-hungry", "text": "Nobody starts the day hungry.", "leads_to": ["safe-start", "fewer-late"]},
        {
            "id": "families-heard",
            "text": "Families feel heard, and mornings at home get easier.",
            "leads_to": ["fewer-late"],
        },
    ],
    "outcomes": [
        {
            "id": "fewer-late",
            "text": "Half as many late marks a week.",
            "leads_to": ["ready"],
            "indicators": [
                {
                    "measure": "Late marks a week, average of a term",
                    "baseline": "62, autumn 2024",
                    "target": "31",
                    "by_when": "Summer 2026",
                    "data_from": "Attendance officer, from the register",
                },
                {
                    "measure": "Pupils late once a week or more",
                    "baseline": "17%, autumn 2024",
                    "target": "8%",
                    "by_when": "Summer 2026",
                    "data_from": "Attendance officer",
                },
            ],
        },
        {
            "id": "fewer-removals",
            "text": "Fewer pupils are sent out of lessons before ten o'clock.",
            "leads_to": ["ready", "belonging"],
            "indicators": [
                {"measure": "Removals before 10.00 in a half-term", "baseline": "38, autumn 2024", "target": "15"}
            ],
        },
        {
            "id": "pupil-voice",
            "text": "More pupils say that somebody is glad when they arrive.",
            "leads_to": ["belonging"],
        },
    ],
    "aims": [
        {"id": "ready", "text": "Every child is in class and ready to learn when the day begins."},
        {"id": "belonging", "text": "Hazel Lane is a school where every family feels that it belongs."},
    ],
    "provenance": {
        "sources": ["oak-report"],
        "written_by": "The editors",
        "agreed_by_setting": "no",
        "published": "2026-01-05",
        "reviewed": "2026-02-10",
        "review_by": "2027-01-05",
        "licence": "CC-BY-4.0",
    },
}


def a_theory(**changes: Any) -> TheoryOfChange:
    """A theory with five parts, links, strands and indicators; changes as for case studies."""
    return TheoryOfChange.model_validate(changed(copy.deepcopy(THEORY), changes))
