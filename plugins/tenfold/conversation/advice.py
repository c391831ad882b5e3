"""More help with a question: what it is for, how long an answer may be, and how a published case study answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tenfold.conversation.asks import Ask
from tenfold.forms import AnswerKind
from tenfold.library import Library
from tenfold.model import CaseStudy
from tenfold.model.base import Record

MOST = 400
"""An example of more characters is cut."""

FORMS = {
    AnswerKind.DATE: "Write the year, the month and the day: 2026-11-01.",
    AnswerKind.YES_NO: "Type yes or no.",
}


def more_help(ask: Ask, library: Library) -> Iterator[str]:
    """Paragraphs of help with a question."""
    question = ask.question
    yield question.hint
    if question.longest:
        yield f"At most {question.longest:,} characters."
    if question.kind in FORMS:
        yield FORMS[question.kind]
    if question.kind is AnswerKind.PROSE:
        yield "An empty line starts a new paragraph. For a list, start each line with a hyphen and a space."
    found = example(ask, library)
    yield f"An example, from {found[0]}: {found[1]}" if found else "There is no example of this at hand."


def example(ask: Ask, library: Library) -> tuple[str, str] | None:
    """The setting of a published case study, and how it answers the question; None when none does."""
    for study in library.cases.values():
        found = next(answers_in(study, ask.question.path), None)
        if found:
            return study.setting.name, shortened(found)
    return None


def answers_in(record: CaseStudy, path: Sequence[str]) -> Iterator[str]:
    """The answers in a record to the question for a field, as people read them."""
    values: list[Any] = [record]
    for position, part in enumerate(path, 1):
        values = [getattr(value, part, None) for value in values if isinstance(value, Record)]
        if position < len(path):
            values = [inner for value in values for inner in (value if isinstance(value, tuple) else (value,))]
    for value in values:
        text = ", ".join(map(readable, value)) if isinstance(value, tuple) else readable(value)
        if text:
            yield text


def readable(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(getattr(value, "label", "") or value)


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST else text[:MOST].rsplit(" ", 1)[0] + " ..."
