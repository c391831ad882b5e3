"""What stands beside a type in a model: lengths, checks, what it refers to, whether it is prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic.fields import FieldInfo


def marks_of(field: FieldInfo) -> tuple[Any, ...]:
    """Every mark of a field, one by one."""
    return (*spread(field.metadata), *marks_in(field.annotation))


def marks_in(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from spread(get_args(annotation)[1:])
    for inner in get_args(annotation):
        yield from marks_in(inner)


def spread(marks: Sequence[Any]) -> Iterator[Any]:
    """Marks one by one: pydantic holds those of a Field together."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def longest(marks: Sequence[Any]) -> int:
    """How many characters fit at most."""
    return min(mark.max_length for mark in marks if isinstance(mark, MaxLen))


def fewest(marks: Sequence[Any]) -> int:
    """How many characters or entries there have to be."""
    return max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=0)
