"""Entries of lists to insert at once: with the fields they need, or with all of them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from itertools import count
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.model.shape import parts_if_type
from tenfold.schema.words import class_label

Body = dict[str, Any]


def entry_snippets(model: type[BaseModel]) -> list[dict[str, Any]]:
    """What an editor offers in a list of these records."""
    return [offer | {"type": "array"} for offer in snippets(class_label(model).lower(), model)]


def snippets(name: str, model: type[BaseModel]) -> list[dict[str, Any]]:
    """A record to insert at once, by its name: with the fields it needs, and with all of them."""
    title = f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    offers = [(title, body_of(model, count(1), needed_only=True))]
    if any(not field.is_required() for field in model.model_fields.values()):
        offers.append((f"{title}, with every field", body_of(model, count(1), needed_only=False)))
    return [
        {"label": label, "description": inspect.cleandoc(model.__doc__ or ""), "body": body} for label, body in offers
    ]


def body_of(model: type[BaseModel], stops: Iterator[int], *, needed_only: bool) -> Body:
    """The fields of a record with numbered places to write in, in their order."""
    wanted = {name: each for name, each in model.model_fields.items() if each.is_required() or not needed_only}
    return {name: place(each, stops, needed_only=needed_only) for name, each in wanted.items()}


def place(field: FieldInfo, stops: Iterator[int], *, needed_only: bool) -> Any:
    """Where to write what a field holds."""
    inner = [part for part in parts_if_type(field.annotation) if issubclass(part, BaseModel)]
    found = body_of(inner[0], stops, needed_only=needed_only) if inner else f"${next(stops)}"
    return [found] if get_origin(field.annotation) is tuple else found
