"""Walks over records: every id that one mentions, and every piece of prose in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from tenfold.model.base import Markdown, Pointer, Record, Refers

Path = tuple[str | int, ...]
Mark = Refers | Markdown
Visit = Callable[[Any, Path], Iterator[tuple[Path, Mark, str]]]


def marked(record: Record) -> Iterator[tuple[Path, Mark, str]]:
    """Every marked value of a record, in the order of its fields: its path, its mark, the value."""
    for name, visit in plan(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from visit(value, (name,))


def marked_in(model: type[BaseModel], data: Any) -> Iterator[tuple[Path, Mark, str]]:
    """The same for data that did not become a record, as far as it has the shape of one."""
    if isinstance(data, dict):
        for name, visit in plan(model):
            if data.get(name) is not None:
                yield from visit(data[name], (name,))


def mentions(record: Record) -> Iterator[tuple[Path, Refers, str]]:
    """Every id that a record mentions in a field, with the kind of record it means."""
    for path, mark, value in marked(record):
        if isinstance(mark, Refers):
            yield path, mark, value


def prose_of(record: Record) -> Iterator[tuple[Path, str]]:
    """Every piece of prose in a record."""
    for path, mark, value in marked(record):
        if isinstance(mark, Markdown):
            yield path, value


def value_at(record: Record, where: Path) -> Any:
    """What stands at a path of a record.

    Raises:
        KeyError: nothing stands there; with how far one comes on the way, as the path of the part that was not found.
    """
    value: Any = record
    for depth, part in enumerate(where):
        named = isinstance(part, str) and isinstance(value, Record) and part in type(value).model_fields
        numbered = isinstance(part, int) and isinstance(value, tuple) and part < len(value)
        if not named and not numbered:
            raise KeyError(where[: depth + 1])
        value = getattr(value, str(part)) if named else value[part]
    return value


@cache
def plan(model: type[BaseModel]) -> tuple[tuple[str, Visit], ...]:
    """The fields of a record class that lead to something marked, each with how to visit it."""
    found = []
    for name, field in model.model_fields.items():
        visit = visitor(field.annotation, tuple(field.metadata))
        if visit is not None:
            found.append((name, visit))
    return tuple(found)


def visitor(annotation: Any, metadata: tuple[Any, ...] = ()) -> Visit | None:
    """How to visit a value of this annotation, or None when nothing in it is marked."""
    mark = next((item for item in metadata if isinstance(item, (Refers, Markdown))), None)
    if mark is not None and get_origin(annotation) is not tuple:
        return lambda value, path: iter([(path, mark, value)] if isinstance(value, str) else [])
    pointer = next((item for item in metadata if isinstance(item, Pointer)), None)
    if pointer is not None:
        return partial(visit_pointer, pointer)
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return visitor(inner, tuple(more))
    if get_origin(annotation) is tuple:
        return visitor_of_each(visitor(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return partial(visit_record, annotation) if plan(annotation) else None
    choices = [visitor(choice) for choice in get_args(annotation) if choice is not type(None)]
    return next((choice for choice in choices if choice is not None), None)


def visit_pointer(pointer: Pointer, value: Any, path: Path) -> Iterator[tuple[Path, Mark, str]]:
    """What names a record by its kind and id counts as a mention of that id."""
    found = pointer.read(value) if isinstance(value, str) else None
    if found is not None:
        kind, id = found
        yield path, Refers(kind), id


def visit_record(model: type[BaseModel], record: Any, path: Path) -> Iterator[tuple[Path, Mark, str]]:
    if not isinstance(record, (model, dict)):
        return
    for name, visit in plan(model):
        value = record.get(name) if isinstance(record, dict) else getattr(record, name)
        if value is not None:
            yield from visit(value, (*path, name))


def visitor_of_each(each: Visit | None) -> Visit | None:
    if each is None:
        return None

    def visit(values: Any, path: Path) -> Iterator[tuple[Path, Mark, str]]:
        if not isinstance(values, (tuple, list)):
            return
        for position, value in enumerate(values):
            yield from each(value, (*path, position))

    return visit
