"""Exercises for tests: one that is whole, invented, and changed as a test needs it."""

from __future__ import annotations

import copy
from typing import Any

from tenfold.model import Exercise
from tests.support.builders import changed

EXERCISE: dict[str, Any] = {
    "title": "The gate: who meets whom in the morning",
    "short_title": "The gate",
    "summary": "Draw the school gate and everybody who passes it, and see whom nobody greets.",
    "status": "published",
    "order": "2",
    "purpose": "It shows who starts the day without a word.",
    "group_size": "4 to 6 people",
    "minutes": "45",
    "materials": ["A large sheet.", "Pens for everybody."],
    "steps": [
        {"title": "Draw the gate", "body": "Everybody draws, nobody talks.", "minutes": "15"},
        {"title": "Talk about it", "body": "Use the questions.\n\n- One\n- Two", "minutes": "20"},
        {"title": "Keep it", "body": "Take a photograph."},
    ],
    "questions": ["Whom does nobody greet?", "Who comes last?"],
    "notes": "**Your part.** Wait longer than is comfortable.",
    "pitfalls": ["The loudest person draws for all. Give everybody a pen."],
    "example": {"body": "They did it twice, as [the report](source:second-report) says.", "case": "oak"},
    "sheet": {"kind": "iceberg", "how_to": "Write one name on each note."},
    "sources": ["oak-report"],
}


def an_exercise(**changes: Any) -> Exercise:
    """An exercise with everything that one can have; changes as for case studies."""
    return Exercise.model_validate(changed(copy.deepcopy(EXERCISE), changes))
