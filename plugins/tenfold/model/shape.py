"""What record classes are made of: the class or the vocabulary at a path, and what each field means."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

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
    return (owner.model_fields[name].description or "") if name in owner.model_fields else ""


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
