"""Walks over records: every id that one mentions, and every piece of prose in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel

from tenfold.model.base import Markdown, Pointer, Record, Refers

Path = tuple[str | int, ...]
Mark = Refers | Markdown
M = TypeVar("M")
Visit = Callable[[Any, Path], Iterator[tuple[Path, M, str]]]


class Walk(Generic[M]):
    """A way over records, of any class, to the texts in them that somebody looks for.

    Args:
        mark_of: what the annotation of a field says of the text in it, or None when nobody looks for that text.
        leaves_out: whether a field of a record class, by its name, is passed by with all that is in it.
    """

    def __init__(
        self,
        mark_of: Callable[[tuple[Any, ...]], M | None],
        leaves_out: Callable[[type[BaseModel], str], bool] | None = None,
    ) -> None:
        self.mark_of = mark_of
        self.leaves_out = leaves_out
        self.plans: dict[type[BaseModel], tuple[tuple[str, Visit[M]], ...]] = {}

    def over(self, model: type[BaseModel], record: Any, path: Path = ()) -> Iterator[tuple[Path, M, str]]:
        """Every text in a record, or in data as far as it has the shape of one: its path, its mark, the text."""
        if not isinstance(record, (model, dict)):
            return
        for name, visit in self.plan(model):
            value = record.get(name) if isinstance(record, dict) else getattr(record, name)
            if value is not None:
                yield from visit(value, (*path, name))

    def plan(self, model: type[BaseModel]) -> tuple[tuple[str, Visit[M]], ...]:
        """The fields of a record class that lead to such a text, each with how to visit it."""
        if model not in self.plans:
            found = []
            for name, field in model.model_fields.items():
                if self.leaves_out and self.leaves_out(model, name):
                    continue
                visit = self.visitor(field.annotation, tuple(field.metadata))
                if visit is not None:
                    found.append((name, visit))
            self.plans[model] = tuple(found)
        return self.plans[model]

    def visitor(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Visit[M] | None:
        """How to visit a value of this annotation, or None when no such text is in it."""
        mark = self.mark_of(metadata)
        if mark is not None and get_origin(annotation) is not tuple:
            return lambda value, path: iter([(path, mark, value)] if isinstance(value, str) else [])
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self.visitor(inner, tuple(more))
        if get_origin(annotation) is tuple:
            return visitor_of_each(self.visitor(get_args(annotation)[0]))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return partial(self.over, annotation) if self.plan(annotation) else None
        choices = (self.visitor(choice) for choice in get_args(annotation) if choice is not type(None))
        return next((choice for choice in choices if choice is not None), None)


def visitor_of_each(each: Visit[M] | None) -> Visit[M] | None:
    if each is None:
        return None

    def visit(values: Any, path: Path) -> Iterator[tuple[Path, M, str]]:
        if isinstance(values, (tuple, list)):
            for position, value in enumerate(values):
                yield from each(value, (*path, position))

    return visit


def mark_in(metadata: tuple[Any, ...]) -> Mark | None:
    return next((item for item in metadata if isinstance(item, (Refers, Markdown))), None)


class Marks(Walk[Mark]):
    """The way to ids and prose. What names a record by its kind and id counts as a mention of that id."""

    def visitor(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Visit[Mark] | None:
        pointer = next((item for item in metadata if isinstance(item, Pointer)), None)
        return partial(visit_pointer, pointer) if pointer else super().visitor(annotation, metadata)


def visit_pointer(pointer: Pointer, value: Any, path: Path) -> Iterator[tuple[Path, Mark, str]]:
    found = pointer.read(value) if isinstance(value, str) else None
    if found is not None:
        kind, id = found
        yield path, Refers(kind), id


MARKED = Marks(mark_in)


def marked(record: Record) -> Iterator[tuple[Path, Mark, str]]:
    """Every marked value of a record, in the order of its fields: its path, its mark, the value."""
    return MARKED.over(type(record), record)


def marked_in(model: type[BaseModel], data: Any) -> Iterator[tuple[Path, Mark, str]]:
    """The same for data that did not become a record, as far as it has the shape of one."""
    return MARKED.over(model, data)


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
