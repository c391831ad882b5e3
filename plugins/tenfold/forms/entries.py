"""What a record says to each question: the way from data to a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tenfold.forms.answers import shown
from tenfold.forms.questions import AnswerKind, Path, Question, Step, editors_step, steps

Data = Mapping[str, Any]


def steps_for(data: Data) -> Iterator[Step]:
    """The steps of a form; what is for the editors only if the record has any of it."""
    yield from steps()
    if any(value_at(data, question.path) not in (None, [], ()) for question in editors_step().questions):
        yield editors_step()


def value_at(data: Any, path: Path) -> Any:
    """The value of a field, None if there is none."""
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data


def entries_of(question: Question, data: Data) -> list[Data]:
    """The entries that a record has for a group, each with its own fields."""
    found = value_at(data, question.path)
    return [entry for entry in found if isinstance(entry, Mapping)] if isinstance(found, list) else []


def inner_value(group: Question, question: Question, entry: Data) -> Any:
    """The value of a field of an entry."""
    return value_at(entry, question.path[len(group.path) :])


def texts_of(question: Question, value: Any) -> list[str]:
    """A value as people read it, a text for each part: words by their labels, yes and no with a capital."""
    return [one_text(question, str(each)) for each in values_of(value)]


def values_of(value: Any) -> list[Any]:
    """A value as a list: one word where several are possible counts as a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def one_text(question: Question, value: str) -> str:
    if question.vocabulary is not None:
        return next((shown(word) for word in question.words if word.value == value), value)
    if question.kind is AnswerKind.YES_NO:
        return {"yes": "Yes", "true": "Yes", "no": "No", "false": "No"}.get(value.lower(), value)
    return value
