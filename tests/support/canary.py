"""Records in which every text says the same hostile thing, so that one can see where it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from tenfold.library import Library
from tenfold.loading import Entry
from tenfold.loading.yaml_text import Document
from tenfold.model import (
    Annotation,
    CaseStudy,
    Exercise,
    Framework,
    KeyFeature,
    Kind,
    LocalNote,
    ProsePage,
    Record,
    Resource,
    Source,
    Term,
    TheoryOfChange,
)
from tenfold.model.base import Refers
from tenfold.model.case_study import Withdrawal
from tenfold.model.theory import PARTS
from tenfold.model.vocabulary import Word

R = TypeVar("R", bound=Record)

IDS = {
    Kind.CASE: "oak",
    Kind.FEATURE: "belonging-first",
    Kind.SOURCE: "oak-report",
    Kind.TERM: "late-mark",
    Kind.THEORY: "some-theory",
    Kind.RESOURCE: "some-resource",
}
PLAIN = [
    "some-id",
    "100001",
    "E09000001",
    "2020",
    "1",
    "https://example.org/",
    "2026-01-10",
    "yes",
    "toolkit/some-page",
    "0300 123 4567",
    "office@example.org",
    "bcdfghjk",
]
"""Values for what is not free text: ids, numbers, codes, dates, marks. A field gets the first that it takes."""

PAGES = ("index", "about/index", "about/other", "contribute/index", "contribute/consent")

CHOSEN: dict[tuple[str, str], Any] = {
    ("CaseStudy", "status"): "published",
    ("Exercise", "status"): "published",
    ("TheoryOfChange", "status"): "published",
    ("CaseStudy", "withdrawal"): None,
    ("Provenance", "review_by"): "2027-01-10",
    ("Note", "part"): "practices[1]",
    ("ProsePage", "aliases"): None,
    ("LocalNote", "on"): "case:oak",
    ("LocalNote", "part"): "practices[1]",
    ("LocalNote", "review_by"): "2027-01-10",
    ("Resource", "review_by"): "2027-01-10",
    ("Resource", "aliases"): ["old-resource"],
}
"""Where the first value that a field takes does not go with the others."""


@dataclass
class Canary:
    """A hostile text, numbered for each field that it is put into, so that one can tell them apart.

    `long` and `short` hold `#` where the number goes; the short one is for fields that are too small for the long one.
    """

    long: str
    short: str
    fields: dict[str, str] = field(default_factory=dict)
    """The field that each text was put into."""

    def library(self) -> Library:
        """A library with a record of every class, all full of canaries: some of it published, some withdrawn."""
        withdrawn = {"status": "withdrawn", "withdrawal": self.data(Withdrawal)}
        records: dict[tuple[Kind, str], Record] = {
            (Kind.CASE, IDS[Kind.CASE]): self.record(CaseStudy),
            (Kind.CASE, "elm"): self.record(CaseStudy, aliases=["old-elm"], in_numbers=[], related=["oak"]),
            (Kind.CASE, "yew"): self.record(CaseStudy, aliases=["old-yew"], **withdrawn),
            (Kind.FEATURE, IDS[Kind.FEATURE]): self.record(KeyFeature),
            (Kind.FRAMEWORK, "some-framework"): self.record(Framework),
            (Kind.EXERCISE, "some-exercise"): self.record(Exercise),
            (Kind.THEORY, IDS[Kind.THEORY]): self.theory(),
            (Kind.ANNOTATION, "some-annotation"): self.record(Annotation),
            (Kind.RESOURCE, IDS[Kind.RESOURCE]): self.record(Resource),
            (Kind.NOTE, "some-note"): self.record(LocalNote),
            (Kind.SOURCE, IDS[Kind.SOURCE]): self.record(Source),
            (Kind.TERM, IDS[Kind.TERM]): self.record(Term),
            **{(Kind.PAGE, id): self.record(ProsePage) for id in PAGES},
        }
        return Library(Entry(kind, id, record, f"content/{id}", Document()) for (kind, id), record in records.items())

    def theory(self) -> TheoryOfChange:
        """A theory of change with an item in each part, each leading to the next."""
        data = self.data(TheoryOfChange)
        for part, following in zip(PARTS, (*PARTS[1:], None), strict=True):
            data[part][0] |= {"id": f"in-{part}".replace("_", "-")}
            data[part][0]["leads_to"] = [f"in-{following}".replace("_", "-")] if following else []
        return TheoryOfChange.model_validate(data)

    def record(self, model: type[R], **chosen: Any) -> R:
        """A record of a class in which every field has a value, and every free text is a canary."""
        return model.model_validate({**self.data(model), **chosen})

    def data(self, model: type[BaseModel]) -> dict[str, Any]:
        found = {}
        for name, info in model.model_fields.items():
            place = (model.__name__, name)
            found[name] = (
                CHOSEN[place] if place in CHOSEN else self.value(info.annotation, info.metadata, ".".join(place))
            )
        return {name: value for name, value in found.items() if value is not None}

    def value(self, annotation: Any, metadata: list[Any], place: str) -> Any:
        """A value for a field, or for what it holds."""
        mark = next((item for item in metadata if isinstance(item, Refers)), None)
        inner = get_args(annotation)
        if mark:
            return IDS[mark.kind]
        if get_origin(annotation) is Annotated:
            return self.value(inner[0], [*inner[1:], *metadata], place)
        if inner:
            first = self.value(inner[0], [], place)
            return [first] if get_origin(annotation) is tuple else first
        if issubclass(annotation, BaseModel):
            return self.data(annotation)
        return next(iter(annotation)).value if issubclass(annotation, Word) else self.plain(annotation, metadata, place)

    def plain(self, annotation: Any, metadata: list[Any], place: str) -> str:
        """A canary if the field takes one, or else the first plain value that it takes."""
        field = adapter(place, annotation, *metadata)
        number = str(len(self.fields) + 1)
        for text in (self.long.replace("#", number), self.short.replace("#", number)):
            if accepts(field, text):
                self.fields[text] = place
                return text
        return next(text for text in PLAIN if accepts(field, text))


ADAPTERS: dict[str, TypeAdapter[Any]] = {}
"""What takes the value of each field: made once, since that takes longer than all else, and many canaries are made."""


def adapter(place: str, annotation: Any, *metadata: Any) -> TypeAdapter[Any]:
    """What says whether a field, at its place in the models, takes a value."""
    annotated: Any = Annotated
    if place not in ADAPTERS:
        ADAPTERS[place] = TypeAdapter(annotated[(annotation, *metadata)] if metadata else annotation)
    return ADAPTERS[place]


def accepts(field: TypeAdapter[Any], text: str) -> bool:
    try:
        field.validate_python(text)
    except ValidationError:
        return False
    return True


def texts_of(element: Any) -> Iterator[str]:
    """Everything that a reader or a program may take from a page: its text, and the value of every attribute."""
    yield "".join(element.itertext())
    for each in element.iter():
        yield from each.attrib.values()
