"""What became of a filled form, for the person who sent it or took it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tenfold.forms.answers import answer
from tenfold.forms.entries import value_at
from tenfold.forms.pieces import Filled
from tenfold.forms.questions import all_questions, steps
from tenfold.problems import counted, printable

SHOWN = 100
"""Characters that are shown of a text that could not be placed."""


def report(filled: Filled) -> Iterator[str]:
    """Lines that say what was taken over, what is still missing, and what could not be placed."""
    given = [question for question in all_questions() if value_at(filled.data, question.path) is not None]
    yield f"{counted(len(given), 'answer')} taken over."
    missing = list(still_missing(filled.data))
    if missing:
        yield f"Still needed: {', '.join(missing)}."
    yield from filled.notes
    if filled.unplaced:
        number = counted(len(filled.unplaced), "text")
        yield f"{number} could not be placed. Nothing is lost: see the end of the file."
        yield from (f"  - {shortened(text)}" for text in filled.unplaced)


def still_missing(data: Mapping[str, Any]) -> Iterator[str]:
    """The labels of the questions that need an answer and have none."""
    for step in steps():
        for question in step.questions:
            value = value_at(data, question.path)
            wanted = question.needed or (question.needed_with and value_at(data, question.needed_with))
            if wanted and value in (None, [], ""):
                yield question.label


def wrong_answers(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the answers that are there, in the words of the check."""
    for question in all_questions():
        value = value_at(data, question.path)
        if value is not None:
            yield from (f"{each.field}: {each.message} {each.hint}" for each in answer(question, value).problems)


def shortened(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 3]}..."
