"""Records that claim one thing together: a number, a word of the glossary, an address of today or of former days."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library.library import Library
from tenfold.library.pointing import at
from tenfold.loading.placing import PROSE_FOLDERS, is_made
from tenfold.model import Kind, ProsePage, Term
from tenfold.model.walking import Path
from tenfold.problems import Problem


def clashes(library: Library) -> Iterator[Problem]:
    """Two records that claim the same name, number or former address."""
    yield from same_address(library)
    yield from same_number(library)
    yield from same_form(library)
    yield from taken_alias(library)
    yield from taken_page_alias(library)


def same_address(library: Library) -> Iterator[Problem]:
    """toolkit/steps.md and toolkit/steps/index.md would be one page."""
    for id in library.pages:
        if f"{id}/index" in library.pages:
            message = f"{id}.md and {id}/index.md have one address."
            yield at(library.entries[Kind.PAGE, id], (), message, "Keep one of them.", "same_address")


def same_number(library: Library) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, feature in library.features.items():
        other = first.setdefault(feature.number, id)
        if other != id:
            entry = library.entries[Kind.FEATURE, id]
            message = f'the key feature "{other}" has number {feature.number} already.'
            yield at(entry, ("number",), message, "Give each its own, from 1 to 10.", "same_number")


def same_form(library: Library) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, term in library.terms.items():
        for where, form in forms_of(term):
            other = first.setdefault(form.lower(), id)
            if other != id:
                message = f'the glossary term "{other}" has the form "{form.lower()}" too.'
                yield at(library.entries[Kind.TERM, id], where, message, "Leave it to one of them.", "same_form")


def forms_of(term: Term) -> Iterator[tuple[Path, str]]:
    """How a term stands in text: its name, its abbreviation, its other forms, each with its field."""
    yield ("term",), term.term
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation
    yield from ((("also", position), form) for position, form in enumerate(term.also))


def taken_alias(library: Library) -> Iterator[Problem]:
    """Two records of a kind that claim one former id, or one that is another's today. Pages have rules of their own."""
    former: dict[tuple[Kind, str], str] = {}
    for kind, id in sorted(each for each in library.entries if each[0] is not Kind.PAGE):
        entry = library.entries[kind, id]
        for position, alias in enumerate(getattr(entry.record, "aliases", ())):
            other = former.setdefault((kind, alias), id)
            if alias in library.ids[kind] or other != id:
                message = f'"{alias}" is the id of another {kind.noun}, now or formerly.'
                yield at(entry, ("aliases", position), message, "An address leads to one place: delete this.", "alias")


def taken_page_alias(library: Library) -> Iterator[Problem]:
    """Two pages of prose that claim one former address, or a former address that is another's today."""
    former: dict[str, str] = {}
    for id in sorted(library.pages):
        entry = library.entries[Kind.PAGE, id]
        assert isinstance(entry.record, ProsePage)
        for position, alias in enumerate(entry.record.aliases):
            other = former.setdefault(alias, id)
            if alias.partition("/")[0] not in PROSE_FOLDERS or is_made(alias):
                hint = f"Former addresses start with {', '.join(PROSE_FOLDERS[:-1])} or {PROSE_FOLDERS[-1]}."
                yield at(entry, ("aliases", position), "no page of prose can have stood there.", hint, "alias")
            elif other != id or {alias, f"{alias}/index"} & library.ids[Kind.PAGE]:
                message = f'"{alias}" is the address of another page, now or formerly.'
                yield at(entry, ("aliases", position), message, "An address leads to one place: delete this.", "alias")
