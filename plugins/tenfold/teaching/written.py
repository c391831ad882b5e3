"""What people wrote in a record: every text that somebody reads, in the order of the record's fields.

Which fields those are is read off the models: lines of words and prose, but no ids, dates, addresses or figures. Names
of people's own (a school, a town, a report) are left alone: nobody can put them more plainly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from tenfold.loading import Entry, Unread
from tenfold.model import Source
from tenfold.model.base import Markdown, one_line
from tenfold.model.walking import Path

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


Visit = Callable[[Any, Path], Iterator[Text]]


def written(subject: Subject) -> Iterator[Text]:
    """Every text of a record, or of what was to be one as far as it has the shape."""
    if isinstance(subject, Entry):
        yield from visit_record(type(subject.record), subject.record, ())
    else:
        yield from visit_record(subject.model, subject.data, ())


@cache
def plan(model: type[BaseModel]) -> tuple[tuple[str, Visit], ...]:
    """The fields of a record class that lead to text, each with how to visit it."""
    if issubclass(model, Source):  # other people's titles
        return ()
    found = []
    for name, field in model.model_fields.items():
        visit = None if name in NAMES else visitor(field.annotation, tuple(field.metadata))
        if visit is not None:
            found.append((name, visit))
    return tuple(found)


def visitor(annotation: Any, metadata: tuple[Any, ...] = ()) -> Visit | None:
    """How to visit a value of this annotation, or None when nothing in it is text for people."""
    if is_text(metadata) and get_origin(annotation) is not tuple:
        return partial(visit_text, any(isinstance(mark, Markdown) for mark in metadata))
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return visitor(inner, tuple(more))
    if get_origin(annotation) is tuple:
        return visitor_of_each(visitor(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return partial(visit_record, annotation) if plan(annotation) else None
    choices = (visitor(choice) for choice in get_args(annotation) if choice is not type(None))
    return next(filter(None, choices), None)


def is_text(metadata: tuple[Any, ...]) -> bool:
    return any(
        isinstance(mark, Markdown) or (isinstance(mark, AfterValidator) and mark.func is one_line) for mark in metadata
    )


def visit_text(markdown: bool, value: Any, path: Path) -> Iterator[Text]:
    if isinstance(value, str) and value:
        yield Text(path, value, markdown)


def visit_record(model: type[BaseModel], record: Any, path: Path) -> Iterator[Text]:
    if not isinstance(record, (model, dict)):
        return
    for name, visit in plan(model):
        value = record.get(name) if isinstance(record, dict) else getattr(record, name)
        if value is not None:
            yield from visit(value, (*path, name))


def visitor_of_each(each: Visit | None) -> Visit | None:
    if each is None:
        return None

    def visit(values: Any, path: Path) -> Iterator[Text]:
        if isinstance(values, (tuple, list)):
            for position, value in enumerate(values):
                yield from each(value, (*path, position))

    return visit
