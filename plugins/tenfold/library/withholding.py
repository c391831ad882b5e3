"""What a local copy withholds: it is taken out of the records, so that nothing that shows them can show any of it.

A setting that may lead to a child is not protected by a list of places where its name is left out: whoever adds a new
kind of page would have to know of the list. So all that is published is made from records among which it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from tenfold.library.unlinking import without_links
from tenfold.loading import Entry
from tenfold.loading.placing import FOLDERS
from tenfold.model import Annotation, CaseStudy, Kind, LocalNote, TheoryOfChange
from tenfold.model.base import Refers, web_address
from tenfold.model.walking import Path, Walk, value_at
from tenfold.prose import reference

if TYPE_CHECKING:
    from tenfold.library.library import Library

Key = tuple[Kind, str]
ADDRESSES: Walk[bool] = Walk(lambda marks: any(getattr(mark, "func", None) is web_address for mark in marks) or None)
"""The way to the web addresses that stand in fields of their own."""
ON: Path = ("on",)
"""Where a local note says what it is on, which cites nothing."""


def all_withheld(library: Library) -> frozenset[Key]:
    """What a copy withholds, and what goes with it."""
    named = frozenset(library.arrangement.withhold & library.entries.keys())
    if not named:
        return named
    gone = named | {*theories_of(named, library)}
    gone |= {*about(gone, library)}
    gone |= {*cited_nowhere_else(gone, library)}
    return gone | {*about(gone, library)}  # a note may be on a source


def theories_of(named: Collection[Key], library: Library) -> Iterator[Key]:
    """The theories of change that belong to what is withheld, and to no other case study."""
    yield from (theory for theory, cases in cases_by_theory(library).items() if cases <= set(named))


def cases_by_theory(library: Library) -> dict[Key, set[Key]]:
    """For each theory of change that belongs to case studies, which these are, named by either of the two.

    Those that are withdrawn or drafts count as well: what their theory tells is told of them all the same.
    """
    found: dict[Key, set[Key]] = {}
    for key, entry in library.entries.items():
        if isinstance(entry.record, TheoryOfChange) and entry.record.case:
            found.setdefault(key, set()).add((Kind.CASE, entry.record.case))
        if isinstance(entry.record, CaseStudy) and entry.record.theory_of_change:
            found.setdefault((Kind.THEORY, entry.record.theory_of_change), set()).add(key)
    return {theory: cases for theory, cases in sorted(found.items()) if theory in library.entries}


def still_shown(case: Key, library: Library) -> tuple[str, ...]:
    """The theories of change that belong to a case study and are in the lists, by their ids."""
    belonging = (theory for theory, cases in cases_by_theory(library).items() if case in cases)
    return tuple(id for kind, id in belonging if id in library.theories and (kind, id) not in library.withheld)


def about(gone: Collection[Key], library: Library) -> Iterator[Key]:
    """The annotations and the local notes that speak of what is withheld."""
    for key, entry in library.entries.items():
        if isinstance(entry.record, Annotation) and (Kind.CASE, entry.record.case) in gone:
            yield key
        if isinstance(entry.record, LocalNote) and record_of(*library.target_of(entry.record)) in gone:
            yield key


def cited_nowhere_else(gone: Collection[Key], library: Library) -> Iterator[Key]:
    """The sources that nothing else in the lists rests on: the title of a report most often names the setting."""
    for key in gone:
        for source in library.sources_cited_by(*key):
            mentions = library.mentions.get((Kind.SOURCE, source), ())
            citing = (mention for mention in mentions if mention.where != ON)
            if all((mention.kind, mention.id) in gone for mention in citing):
                yield Kind.SOURCE, source


def record_of(kind: Kind, id: str) -> Key:
    """The record that an id is of: for an item of a framework, the framework."""
    return kind, id.partition("/")[0] if kind is Kind.FRAMEWORK else id


def left(library: Library, gone: Collection[Key]) -> Iterator[Entry]:
    """The records without those that are gone, and without any mention of them."""
    taken: dict[Key, list[Path]] = {}
    for key, entry in library.entries.items():
        if key not in gone:
            taken[key] = list(mentions_in(entry, gone))
    leads = leading_to(gone, library)
    for key, lost in taken.items():
        entry = unlinked(library.entries[key], lost, leads)
        if isinstance(entry.record, Annotation):
            lost_there = taken.get((Kind.CASE, entry.record.case), [])
            entry = replace(entry, record=without_lost_parts(entry.record, lost_there))
        yield entry


def mentions_in(entry: Entry, gone: Collection[Key]) -> Iterator[Path]:
    """The fields in which a record mentions what is gone."""
    for where, mark, value in entry.marked:
        if isinstance(mark, Refers) and record_of(mark.kind, value) in gone:
            yield where


def unlinked(entry: Entry, lost: Collection[Path], leads: Callable[[str], bool]) -> Entry:
    """A record without some mentions, and with the words of a link instead of each link to what is gone."""
    texts = {where: without_links(value, leads) for where, mark, value in entry.marked if not isinstance(mark, Refers)}
    changed = {where: text for where, text in texts.items() if text != value_at(entry.record, where)}
    led = {where for where, _, url in ADDRESSES.over(type(entry.record), entry.record) if leads(url)}
    return replace(entry, record=rebuilt(entry.record, (), {*lost, *led}, changed)) if lost or led or changed else entry


def leading_to(gone: Collection[Key], library: Library) -> Callable[[str], bool]:
    """The function that knows of a link whether it leads to what is gone: by its id, or at a web address of any site.

    The original has the same addresses as its copies, and it still shows what is gone here: under its former addresses
    as well, beside others in a comparison, and as a file.
    """
    named = {(kind, name) for kind, id in gone for name in names_of(kind, id, library)}
    patterns = sorted(pattern_of(kind, name) for kind, name in named if kind in FOLDER_OF)
    stands = re.compile("|".join(patterns) or r"\Z.")
    cases = {name for kind, name in named if kind is Kind.CASE}

    def leads(url: str) -> bool:
        target = reference(url)
        if target is not None:
            return record_of(target.kind, target.id) in named
        address, _, asked = url.lower().partition("?")
        places = (re.sub("/+", "/", f"{each}/") for each in (address.replace("#", "/"), address.partition("#")[0]))
        return any(map(stands.search, places)) or not cases.isdisjoint(re.split(r"[^a-z0-9-]+", asked))

    return leads


def names_of(kind: Kind, id: str, library: Library) -> tuple[str, ...]:
    """The id of a record, and its former ones."""
    return id, *getattr(library.entries[kind, id].record, "aliases", ())


def pattern_of(kind: Kind, id: str) -> str:
    """What the address of a record holds, whatever follows it; the page of a folder stands at the folder itself."""
    place = re.escape(f"/{FOLDER_OF[kind]}{id}")
    folder = re.escape(f"/{FOLDER_OF[kind]}{id.removesuffix('/index')}")
    return f"{place}(?![a-z0-9-])" if folder == place else f"{place}(?![a-z0-9-])|{folder}/$"


FOLDER_OF = {
    **{kind: f"{folder}/" for folder, (kind, _) in FOLDERS.items()},
    Kind.ANNOTATION: "contribute/examples/",
    Kind.SOURCE: "sources/",
    Kind.PAGE: "",
}
"""Below which part of an address the records of a kind stand."""


def rebuilt(value: Any, where: Path, lost: Collection[Path], texts: Mapping[Path, str]) -> Any:
    """A value without what stands at some paths, and with other texts at some others.

    Every field that mentions a case study, a theory, a resource or a source that may go is a list or may be empty, and
    so may every field with a web address.
    """
    if where in lost:
        return None
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        new = {name: rebuilt(getattr(value, name), (*where, name), lost, texts) for name in names}
        return value.model_copy(update=new)
    if isinstance(value, tuple):
        places = ((*where, position) for position in range(len(value)))
        found = zip(value, places, strict=True)
        return tuple(rebuilt(each, place, lost, texts) for each, place in found if place not in lost)
    return texts.get(where, value)


def without_lost_parts(annotation: Annotation, lost: Collection[Path]) -> Annotation:
    """An annotation without its notes on parts of its case study that stand elsewhere now, or nowhere."""
    kept = tuple(note for note in annotation.notes if not any(moved_by(each, note.where) for each in lost))
    return annotation.model_copy(update={"notes": kept})


def moved_by(lost: Path, part: Path) -> bool:
    """Whether a part is not where it was when something is taken out: all entries of its list count as moved."""
    around = lost[:-1] if isinstance(lost[-1], int) else lost
    return part[: len(around)] == around
