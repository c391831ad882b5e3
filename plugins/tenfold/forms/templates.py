"""The forms to take away: which there are, what each is for, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tenfold.documents import About, Document
from tenfold.forms.excel_form import excel_form
from tenfold.forms.json_form import json_form
from tenfold.forms.markdown_form import markdown_form
from tenfold.forms.word_form import word_form

TEMPLATE = "case-study-template"
"""What the files of the empty forms are called."""


@dataclass(frozen=True)
class Template:
    """A kind of form: what people call it, its kind of file, what it is for, and how it is made from answers."""

    label: str
    kind: str
    purpose: str
    make: Callable[[Mapping[str, Any], About], bytes]


def without_origin(make: Callable[[Mapping[str, Any]], str]) -> Callable[[Mapping[str, Any], About], bytes]:
    """A form that is plain text, and does not say where it comes from."""
    return lambda data, _: make(data).encode()


TEMPLATES = (
    Template("Word", "docx", "to fill in and send back", word_form),
    Template("Excel", "xlsx", "to fill in as a table", excel_form),
    Template("Markdown", "md", "to fill in as plain text", without_origin(markdown_form)),
    Template("JSON", "json", "for other programs", without_origin(json_form)),
)


def templates(about: About) -> tuple[Document, ...]:
    """The empty form as each kind of file.

    Args:
        about: where the forms come from.
    """
    return tuple(
        Document(f"{TEMPLATE}.{each.kind}", each.label, each.kind, each.purpose, each.make({}, about))
        for each in TEMPLATES
    )


def form(kind: str, data: Mapping[str, Any], about: About) -> bytes:
    """The form as one kind of file, with the answers of a record; without any, to fill in."""
    return next(each for each in TEMPLATES if each.kind == kind).make(data, about)
