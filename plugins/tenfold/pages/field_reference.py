"""The field reference: every field of every kind of record, in words for those who fill it in.

Everything comes from the models, the vocabularies and what is published; nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from pydantic import BaseModel

from tenfold.library import Library
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind, ProsePage, Record
from tenfold.model.describing import Taken, a, taken_by
from tenfold.model.docstrings import meaning_of
from tenfold.pages.field_examples import Example, Names, Published, example_of
from tenfold.pages.page import Crumb, Page
from tenfold.problems import counted

FIELDS = Crumb("Every field explained", "contribute/fields/")


@dataclass(frozen=True)
class Choice:
    """A word to choose: what to write, what people read, what it means."""

    write: str
    label: str
    meaning: str


@dataclass(frozen=True)
class FieldEntry:
    """One field: its name with those of its groups, whether it is needed, what it means and what it takes.

    `words_at` is the anchor of the field where its words are listed; `words` are listed here if it is its own.
    `published` is where its example is looked for.
    """

    names: Names
    needed: bool
    meaning: str
    taken: Taken
    words: tuple[Choice, ...] = ()
    words_at: str = ""
    published: Published | None = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name as messages have it: setting.phase."""
        return ".".join(self.names)

    @property
    def anchor(self) -> str:
        return "-".join(self.names).replace("_", "-")

    @cached_property
    def example(self) -> Example | None:
        """What somebody wrote into it, looked for when it is shown: most who plan the pages show none of them."""
        return example_of(self.published, self.names) if self.published else None


@dataclass(frozen=True)
class FieldGroup:
    """The fields of a record itself, which have no field around them, or those below one field."""

    around: FieldEntry | None
    meaning: str
    entries: tuple[FieldEntry, ...]


@dataclass(frozen=True)
class Reference:
    """All fields of a kind of record, and where its records stand."""

    kind: Kind
    model: type[Record]
    place: str
    groups: tuple[FieldGroup, ...]

    @property
    def address(self) -> str:
        return fields_address(self.kind)

    @property
    def local(self) -> bool:
        """Whether only those who publish a local copy write such records."""
        return self.kind is Kind.NOTE

    @property
    def title(self) -> str:
        return f"Fields of {a(self.kind.noun)}"

    @property
    def meaning(self) -> str:
        """What a record of this kind is."""
        return first_paragraph(self.model)

    @property
    def entries(self) -> Iterator[FieldEntry]:
        """Every field, groups among them."""
        for group in self.groups:
            yield from group.entries

    @property
    def numbered(self) -> str:
        """A field of the second entry of a list as messages name it, or nothing where no list has groups."""
        lists = (group for group in self.groups if group.around and group.around.taken.many)
        return next((f"{group.around.name}[2].{group.entries[0].names[-1]}" for group in lists if group.around), "")

    @property
    def top(self) -> tuple[FieldEntry, ...]:
        """The fields that stand at the left edge of a file."""
        return tuple(entry for entry in self.entries if len(entry.names) == 1)


def fields_address(kind: Kind) -> str:
    return f"{FIELDS.address}{kind.noun.replace(' ', '-')}/"


def kind_of_file(path: str) -> Kind | None:
    """The kind of record in a file of the content folder."""
    if path.endswith(".md"):
        return Kind.PAGE
    found = COLLECTIONS.get(path) or FOLDERS.get(path.partition("/")[0])
    return found[0] if found else None


def field_pages(library: Library, crumbs: tuple[Crumb, ...], section: str) -> Iterator[Page]:
    """A page on which the kinds of record are listed, and one for each kind.

    Args:
        library: the records, for examples.
        crumbs: the way to the part of the site that they belong to.
        section: the place in the header that they belong to.
    """
    references = tuple(every_reference(library))
    description = "What each field of each kind of record means, what to write into it, and an example of it."
    every = {"references": references}
    yield Page(FIELDS.address, "field_kinds", FIELDS.title, description, every, crumbs, section)
    for reference in references:
        description = (
            f"{counted(len(list(reference.entries)), 'field')}, with what each means, what to write and examples."
        )
        data = {"reference": reference, "references": references}
        trail = (*crumbs, FIELDS)
        yield Page(
            reference.address, "fields", reference.title, f"{reference.title}. {description}", data, trail, section
        )


def every_reference(library: Library) -> Iterator[Reference]:
    """The reference of every kind of record: those with a file each, those in collections, pages of prose."""
    for folder, (kind, model) in FOLDERS.items():
        yield reference_for(library, kind, model, f"content/{folder}/ID.yml")
    for file, (kind, model) in COLLECTIONS.items():
        yield reference_for(library, kind, model, f"content/{file}")
    yield reference_for(library, Kind.PAGE, ProsePage, "content/FOLDER/NAME.md")


def reference_for(library: Library, kind: Kind, model: type[Record], place: str) -> Reference:
    groups = tuple(groups_in(Published(library, kind), model))
    return Reference(kind, model, place, tuple(each_list_once(groups)))


def groups_in(published: Published, model: type[BaseModel], around: FieldEntry | None = None) -> Iterator[FieldGroup]:
    """The group of a record's own fields, then those of the groups in it, each before the groups in it."""
    names = around.names if around else ()
    entries = tuple(entry_for(published, model, (*names, name)) for name in model.model_fields)
    yield FieldGroup(around, first_paragraph(model), entries)
    for entry in entries:
        if entry.taken.record:
            yield from groups_in(published, entry.taken.record, entry)


def entry_for(published: Published, model: type[BaseModel], names: Names) -> FieldEntry:
    needed, meaning, taken = declared(model, names[-1])
    is_text_below = published.kind is Kind.PAGE and names == ("body",)
    shown = None if taken.record or is_text_below else published
    return FieldEntry(names, needed, meaning, taken, tuple(choices(published.library, taken)), published=shown)


@cache
def declared(model: type[BaseModel], name: str) -> tuple[bool, str, Taken]:
    """What a model says of a field: whether it is needed, what it means, what it takes."""
    info = model.model_fields[name]
    return info.is_required(), meaning_of(model, name), taken_by(info)


def choices(library: Library, taken: Taken) -> Iterator[Choice]:
    """The words of a field's vocabulary, or the key features where it takes one of them."""
    for word in taken.vocabulary or ():
        yield Choice(word.value, word.label, word.meaning)
    if taken.refers is Kind.FEATURE:
        yield from (Choice(id, feature.title, "") for id, feature in library.features.items())


def each_list_once(groups: Sequence[FieldGroup]) -> Iterator[FieldGroup]:
    """The groups, each list of words at the first field that takes it; the others point there."""
    first: dict[tuple[Choice, ...], str] = {}
    for group in groups:
        entries = []
        for entry in group.entries:
            at = first.setdefault(entry.words, entry.anchor) if entry.words else ""
            entries.append(replace(entry, words=entry.words if at == entry.anchor else (), words_at=at))
        yield replace(group, entries=tuple(entries))


def first_paragraph(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").partition("\n\n")[0].split())
