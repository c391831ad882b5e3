"""The words in a schema: what a field is called, what it is for, how messages of checks read by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from tenfold.model.base import Markdown
from tenfold.model.docstrings import meaning_of
from tenfold.schema.marks import marks_of

SHORT_FORMS = frozenset({"gss", "id", "urn", "url"})
PROSE = "Markdown: paragraphs, lists, tables, bold and links by id. No HTML."
OPTIONAL = "May be left out."


def label_of(name: str, field: FieldInfo) -> str:
    """What people call a field: "Local authority" for `local_authority`."""
    if field.title:
        return field.title
    words = [part.upper() if part in SHORT_FORMS else part for part in name.split("_")]
    return capitalised(" ".join(words))


def class_label(record: type) -> str:
    """What people call a part of a record: "Expected outcome" for ExpectedOutcome."""
    return capitalised(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower())


def explained(model: type[BaseModel], name: str, field: FieldInfo) -> dict[str, Any]:
    """A field's label, and what it is for: its docstring."""
    meaning = meaning_of(model, name)
    more = [PROSE] if any(isinstance(mark, Markdown) for mark in marks_of(field)) else []
    more += [] if field.is_required() else [OPTIONAL]
    shown = "\n\n".join([meaning, *(f"*{sentence}*" for sentence in more)])
    return {"title": label_of(name, field), "description": meaning, "markdownDescription": shown}


def said_by(check: Callable[[Any], Any], value: Any) -> str:
    """What a check of the model says of a value that it refuses."""
    try:
        check(value)
    except PydanticCustomError as refusal:
        return capitalised(refusal.message())
    raise ValueError(f"{value!r} is not refused")


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
