"""What a field wants, in words: how somebody who left it out or got it wrong would write it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.loading.yaml_faults import Path
from tenfold.model.base import Kind
from tenfold.model.shape import field_at, field_name, is_list, may_be_one, record_at, refers_to, vocabulary_at

ID_HINTS = {
    Kind.SOURCE: "Write the id that it has in sources.yml; a new one is added there first.",
    Kind.FEATURE: "Write its id: the name of its file in features/, without .yml.",
    Kind.CASE: "Write its id: the name of its file in case_studies/, without .yml.",
}


@lru_cache(maxsize=2_000)
def how_to_write(model: type[BaseModel], where: Path) -> str:
    """How a field is filled in: the words to choose from, its fields, its form. Empty where plain text is wanted.

    Kept, because whoever answers questions one by one is told of the same fields again and again.
    """
    field = field_at(model, where)
    if field is None:
        return ""
    said = words_to_choose(model, where) or fields_inside(model, where, field) or form_of(field)
    if not is_list(field) or inner_fields(model, where):
        return said
    return f"{said} {ONE_OR_SEVERAL if may_be_one(field) else ONE_A_LINE}".strip()


ONE_OR_SEVERAL = "Write one behind the colon, or several below, each on a line of its own with a hyphen and a space."
ONE_A_LINE = "Start each on a line of its own below the field, with two spaces, a hyphen and a space."


def words_to_choose(model: type[BaseModel], where: Path) -> str:
    vocabulary = vocabulary_at(model, where)
    return f"Words: {', '.join(vocabulary)}." if vocabulary else ""


def form_of(field: FieldInfo) -> str:
    """How an id, a day, a yes or a no is written."""
    if field.annotation is date:
        return "Write it as year, month and day: 2026-11-01."
    if field.annotation is bool:
        return "Write yes or no."
    kind = refers_to(field)
    return ID_HINTS.get(kind, "") if kind else ""


def fields_inside(model: type[BaseModel], where: Path, field: FieldInfo) -> str:
    needed = inner_fields(model, where)
    if not needed:
        return ""
    if is_list(field):
        first, *others = (f"{name}:" for name in needed)
        beside = f", and below that, indented like {first[:-1]}, {', '.join(others)}" if others else ""
        return f"Start each entry below it with two spaces, a hyphen and a space: - {first}{beside}."
    return f"Below it, two spaces further in, it needs {', '.join(f'{name}:' for name in needed)}."


def inner_fields(model: type[BaseModel], where: Path) -> list[str]:
    """The fields that a group, or each entry of a list of groups, has to have."""
    inside = record_at(model, where)
    if inside is record_at(model, where[:-1]) or field_name(where) == "":
        return []
    return [name for name, field in inside.model_fields.items() if field.is_required()]
