"""What record classes are made of: the class or the vocabulary at a path, and what each field means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.model.base import Kind, Refers, listed
from tenfold.model.docstrings import meaning_of
from tenfold.model.vocabulary import Word

Path = tuple[str | int, ...]


def field_name(where: Path) -> str:
    """The last field on a path: `features` for `("features", 0)`."""
    return next((part for part in reversed(where) if isinstance(part, str)), "")


def record_at(model: type[BaseModel], where: Path) -> type[BaseModel]:
    """The record class at a path, such as Setting at `("setting",)`, or the last one on the way."""
    for part in where:
        if isinstance(part, str) and part in model.model_fields:
            inner = [
                found for found in parts_if_type(model.model_fields[part].annotation) if issubclass(found, BaseModel)
            ]
            model = inner[0] if inner else model
    return model


def vocabulary_at(model: type[BaseModel], where: Path) -> type[Word] | None:
    """The vocabulary that a field chooses from, if it chooses."""
    found = record_at(model, where[:-1]).model_fields.get(field_name(where))
    words = [part for part in parts_if_type(found.annotation) if issubclass(part, Word)] if found else []
    return words[0] if words else None


def meaning_at(model: type[BaseModel], where: Path) -> str:
    """What a field is for, in a practitioner's words: its docstring."""
    name = field_name(where)
    owner = record_at(model, where[: where.index(name)] if name in where else ())
    return meaning_of(owner, name) if name in owner.model_fields else ""


@cache
def parts_of(annotation: Any) -> tuple[type, ...]:
    """The record classes and vocabularies that an annotation holds."""
    if isinstance(annotation, type) and issubclass(annotation, (BaseModel, Word)):
        return (annotation,)
    return tuple(part for inner in get_args(annotation) for part in parts_if_type(inner))


def parts_if_type(annotation: Any) -> tuple[type, ...]:
    try:
        return parts_of(annotation)
    except TypeError:  # metadata beside the type, such as a list of patterns, need not be hashable
        return ()


def homes(model: type[BaseModel], name: str) -> tuple[Path, ...]:
    """The groups of a record that have a field of this name, as paths from its top: `("setting",)` for phase."""
    return tuple(path for path, group in groups(model) if name in group.model_fields)


@cache
def groups(model: type[BaseModel]) -> tuple[tuple[Path, type[BaseModel]], ...]:
    """A record class and every one inside it, each with its path; entries of lists have that of the list."""
    found: list[tuple[Path, type[BaseModel]]] = [((), model)]
    for name, field in model.model_fields.items():
        for part in parts_if_type(field.annotation):
            if issubclass(part, BaseModel):
                found += [((name, *path), group) for path, group in groups(part)]
    return tuple(found)


def field_at(model: type[BaseModel], where: Path) -> FieldInfo | None:
    """The field at a path: its type, its docstring and its limits."""
    return record_at(model, where[:-1]).model_fields.get(field_name(where))


def is_list(field: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return any(get_origin(kind) is tuple for kind in (field.annotation, *get_args(field.annotation)))


def may_be_one(field: FieldInfo) -> bool:
    """Whether a list of one may be written as one word behind the colon."""
    return any(getattr(mark, "func", None) is listed for mark in marks((field.annotation, *field.metadata)))


def refers_to(field: FieldInfo) -> Kind | None:
    """The kind of record whose ids a field holds, by itself or in a list."""
    return next((mark.kind for mark in marks((field.annotation, *field.metadata)) if isinstance(mark, Refers)), None)


def marks(parts: Iterable[Any]) -> Iterator[Any]:
    """Everything that annotations are made of, however deep."""
    for part in parts:
        yield part
        yield from marks((*get_args(part), *getattr(part, "__metadata__", ())))
