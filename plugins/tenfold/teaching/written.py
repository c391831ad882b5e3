"""What people wrote in a record: every text that somebody reads, in the order of the record's fields.

Which fields those are is read off the models: lines of words and prose, but no ids, dates, addresses or figures. Names
of people's own (a school, a town, a report) are left alone: nobody can put them more plainly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import AfterValidator, BaseModel

from tenfold.loading import Entry, Unread
from tenfold.model import Source
from tenfold.model.base import Markdown, one_line
from tenfold.model.walking import Path, Walk

Subject = Entry | Unread
"""What is read: a record, or what was to be one."""

NAMES = frozenset(
    ["name", "place", "local_authority", "written_by", "by", "page", "period", "reason", "publisher", "words", "area"]
)
"""Fields that hold names and references."""


class Text(NamedTuple):
    """A text in a record: its field, what it says, and whether it is Markdown."""

    where: Path
    value: str
    markdown: bool


def written(subject: Subject) -> Iterator[Text]:
    """Every text of a record, or of what was to be one as far as it has the shape."""
    if isinstance(subject, Entry):
        found = WRITTEN.over(type(subject.record), subject.record)
    else:
        found = WRITTEN.over(subject.model, subject.data)
    yield from (Text(where, value, markdown) for where, markdown, value in found if value)


def markdown_or_line(metadata: tuple[Any, ...]) -> bool | None:
    """Whether a text for people is Markdown; None for any other."""
    if any(isinstance(mark, Markdown) for mark in metadata):
        return True
    return False if any(isinstance(mark, AfterValidator) and mark.func is one_line for mark in metadata) else None


def left_alone(model: type[BaseModel], field: str) -> bool:
    """Whether a field holds names, or titles of other people's."""
    return field in NAMES or issubclass(model, Source)


WRITTEN: Walk[bool] = Walk(markdown_or_line, left_alone)
