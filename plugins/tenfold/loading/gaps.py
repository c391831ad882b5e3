"""What was left empty in a record: fields, parts and entries that somebody has not filled in yet."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tenfold.loading.yaml_faults import Path as Where
from tenfold.model.shape import field_name, record_at


def without_gaps(data: Any, model: type[BaseModel], where: Where = ()) -> Any:
    """The data without what was left empty: an empty optional field is no field.

    The same goes for a part that may be left out and has nothing but empty fields, and for such entries at the end of a
    list: that is how a form looks before somebody fills it in.
    """
    if isinstance(data, dict):
        given = {key: without_gaps(value, model, (*where, key)) for key, value in data.items() if value is not None}
        return {key: value for key, value in given.items() if value or not only_gaps(data[key], model, (*where, key))}
    if isinstance(data, list):
        entries = [without_gaps(value, model, where) for value in data]
        while len(entries) > 1 and is_blank(data[len(entries) - 1]):
            entries.pop()
        return [] if len(entries) == 1 and is_blank(data[0]) and not needed(model, where) else entries
    return data


def only_gaps(value: Any, model: type[BaseModel], where: Where) -> bool:
    """Whether a part was left empty that may be left out; one that is needed is asked for field by field."""
    blank = is_blank(value) or (isinstance(value, list) and bool(value) and all(map(is_blank, value)))
    return blank and not needed(model, where)


def is_blank(value: Any) -> bool:
    """Whether these are fields of which none has a value."""
    if not isinstance(value, dict) or not value:
        return False
    return all(each is None or is_blank(each) for each in value.values())


def needed(model: type[BaseModel], where: Where) -> bool:
    name = field_name(where)
    found = record_at(model, where[:-1]).model_fields.get(name)
    return found is None or found.is_required()
