"""The pages of annotated case studies: the record as it stands, part by part, with the notes about each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.library import Library
from tenfold.model import Annotation, CaseStudy, Kind
from tenfold.model.annotation import Note
from tenfold.model.base import day_in_words
from tenfold.model.describing import Taken, capital, taken_by
from tenfold.model.vocabulary import Word
from tenfold.model.walking import Path, value_at
from tenfold.pages.page import Crumb, Page, address_of
from tenfold.pages.uses import USES, Use


class Shape(Enum):
    """How a part of a record is shown: as words, as prose, as a link, as a list or as a group of parts with labels."""

    WORDS = "words"
    PROSE = "prose"
    LINK = "link"
    LIST = "list"
    GROUP = "group"


@dataclass(frozen=True)
class Shown:
    """A part of a record, for a page: what people call it, its shape, its text, what it points at, what is in it."""

    label: str
    shape: Shape
    text: str = ""
    kind: Kind | None = None
    inside: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class NotedPart:
    """A part of the case study with the note about it, and where the site uses it."""

    note: Note
    shown: Shown
    uses: tuple[Use, ...]

    @property
    def anchor(self) -> str:
        return f"part-{'-'.join(str(part + 1) if isinstance(part, int) else part for part in self.note.where)}"

    @property
    def field(self) -> str:
        """The anchor of its field in the field reference."""
        return "-".join(part for part in self.note.where if isinstance(part, str)).replace("_", "-")


def annotation_pages(library: Library, crumbs: tuple[Crumb, ...], section: str) -> Iterator[Page]:
    """A page for each annotated case study that is published.

    Args:
        library: the records.
        crumbs: the way to the part of the site that they belong to.
        section: the place in the header that they belong to.
    """
    for id, annotation in library.annotations.items():
        data = {"id": id, "annotation": annotation, "noted": noted_parts(annotation, library.cases[annotation.case])}
        yield Page(
            address_of(Kind.ANNOTATION, id), "annotation", annotation.title, annotation.summary, data, crumbs, section,
            f"annotations/{id}.yml", (Kind.ANNOTATION, id),
        )  # fmt: skip
    for (kind, id), entry in library.entries.items():
        if isinstance(entry.record, Annotation) and entry.record.case in library.withdrawn:
            yield taken_back(address_of(kind, id), crumbs, section)


def taken_back(address: str, crumbs: tuple[Crumb, ...], section: str) -> Page:
    """What stands where a case study was annotated that has been withdrawn since: nothing of it, and a way on."""
    to = crumbs[-1].address
    title = "Annotated case study (taken back)"
    description = "The case study that was shown here has been withdrawn."
    data = {"to": to, "called": crumbs[-1].title}
    return Page(address, "moved", title, description, data, crumbs, section, indexed=False, redirect=to)


def noted_parts(annotation: Annotation, case: CaseStudy) -> tuple[NotedPart, ...]:
    """The parts with notes, in the order of the notes; where a field is used stands with the first note about it."""
    said: set[str] = set()
    found = []
    for note in annotation.notes:
        name = str(note.where[0])
        uses = () if name in said else USES.get(name, ())
        said.add(name)
        found.append(NotedPart(note, shown_at(case, note.where), uses))
    return tuple(found)


def shown_at(case: CaseStudy, where: Path) -> Shown:
    """What stands at a path of a case study, for a page."""
    depth = max(position for position, part in enumerate(where) if isinstance(part, str))
    owner = value_at(case, where[:depth])
    name = str(where[depth])
    field = type(owner).model_fields[name]
    value = value_at(case, where)
    return shown(called(name, field), value, taken_by(field))


def called(name: str, field: FieldInfo) -> str:
    """What people call a field: its title, or else its name as words."""
    return field.title or capital(name.replace("_", " "))


def shown(label: str, value: Any, taken: Taken) -> Shown:
    if isinstance(value, tuple) and len(value) == 1:
        return shown(label, value[0], taken)
    if isinstance(value, tuple):
        return Shown(label, Shape.LIST, inside=tuple(shown("", each, taken) for each in value))
    if isinstance(value, BaseModel):
        return Shown(label, Shape.GROUP, inside=tuple(fields_of(value)))
    if taken.refers:
        return Shown(label, Shape.LINK, str(value), taken.refers)
    return Shown(label, Shape.PROSE if taken.is_prose else Shape.WORDS, in_words(value))


def fields_of(record: BaseModel) -> Iterator[Shown]:
    """The fields of a group that somebody has filled in."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value not in (None, ()):
            yield shown(called(name, field), value, taken_by(field))


def in_words(value: Any) -> str:
    """A single value as people read it."""
    if isinstance(value, Word):
        return value.label or value.value.replace("_", " ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return day_in_words(value) if isinstance(value, date) else str(value)
