"""Two states of content, compared: which records are new, revised, renamed, withdrawn or gone, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from tenfold.bundling.parts import Part, parts_changed
from tenfold.library import Library
from tenfold.model import CaseStudy, Framework, Kind
from tenfold.model.case_study import Withdrawal

__all__ = ["Change", "Changes", "Part", "What", "compare"]

Key = tuple[Kind, str]


class What(Enum):
    """What became of a record."""

    NEW = "new"
    BACK = "back"
    REVISED = "revised"
    RENAMED = "renamed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """What became of one record. `id` is the one that it had before, or has now if it is new."""

    what: What
    kind: Kind
    id: str
    title: str
    parts: tuple[Part, ...] = ()
    """What changed in it, when it was revised or renamed."""
    now: str = ""
    """Its new id, when it was renamed."""
    about: str = ""
    """What it is about, when it is new."""
    item_noun: str = ""
    """What an item of a framework is called."""
    withdrawal: Withdrawal | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.id


@dataclass(frozen=True)
class Changes:
    """All that changed, in the order of kinds and ids."""

    all: tuple[Change, ...] = ()

    @cached_property
    def by_key(self) -> dict[Key, Change]:
        """The changes by the kind and id that each record had before."""
        return {change.key: change for change in self.all}

    def of(self, *what: What) -> list[Change]:
        return [change for change in self.all if change.what in what]

    def about(self, kind: Kind, id: str) -> Change | None:
        """What became of a record that somebody speaks of, or of an item of a framework: `framework/item`."""
        change = self.by_key.get((kind, id))
        if change or kind is not Kind.FRAMEWORK or "/" not in id:
            return change
        framework, _, item = id.partition("/")
        around = self.by_key.get((kind, framework))
        return item_change(around, item) if around else None


def item_change(around: Change, item: str) -> Change | None:
    """What became of an item, by what became of its framework."""
    id = f"{around.id}/{item}"
    if around.what in (What.GONE, What.RENAMED):
        now = f"{around.now}/{item}" if around.now else ""
        return Change(around.what, around.kind, id, around.title, now=now)
    own = [part for part in around.parts if part.where[:1] == ("items",) and part.entry == item]
    if not own:
        return None
    gone = any(len(part.where) == 2 and part.what == "gone" for part in own)
    return Change(What.GONE if gone else What.REVISED, around.kind, id, around.title)


def compare(old: Library, new: Library) -> Changes:
    """What changed between two states of content. Drafts count as not there."""
    before, after = set(public(old)), set(public(new))
    renamed = dict(renames(old, new))
    found: list[Change] = []
    for kind, id in sorted(before - after):
        now = renamed.get((kind, id), "")
        found.append(rename(old, new, kind, id, now) if now else Change(What.GONE, kind, id, old.title(kind, id)))
    for kind, id in sorted(after - before - {(kind, now) for (kind, _), now in renamed.items()}):
        found.append(withdrawal(new, id) if withdrawn(new, kind, id) else arrival(new, kind, id))
    for kind, id in sorted(before & after):
        found += between(old, new, kind, id)
    return Changes(tuple(sorted(found, key=lambda change: (list(What).index(change.what), *order(change)))))


def order(change: Change) -> tuple[int, str, str]:
    return list(Kind).index(change.kind), change.title.casefold(), change.id


def public(library: Library) -> Iterator[Key]:
    """What somebody can read, and what was withdrawn."""
    for kind, id in library.entries:
        if not library.unlisted(kind, id) or withdrawn(library, kind, id):
            yield kind, id


def withdrawn(library: Library, kind: Kind, id: str) -> bool:
    return kind is Kind.CASE and id in library.withdrawn


def renames(old: Library, new: Library) -> Iterator[tuple[Key, str]]:
    """The former key and the new id of each record that says by its aliases that it had another id before."""
    before, after = set(public(old)), set(public(new))
    for kind, id in sorted(after - before):
        for alias in getattr(new.entries[kind, id].record, "aliases", ()):
            former = former_page(alias, before) if kind is Kind.PAGE else alias
            if (kind, former) in before - after:
                yield (kind, former), id


def former_page(address: str, before: set[Key]) -> str:
    """The id of a page by its former address: that of a folder is its index."""
    return address if (Kind.PAGE, address) in before else f"{address}/index"


def rename(old: Library, new: Library, kind: Kind, id: str, now: str) -> Change:
    if withdrawn(new, kind, now):
        return withdrawal(new, now, was=id)
    parts = parts_changed(old.entries[kind, id].record, new.entries[kind, now].record)
    return Change(What.RENAMED, kind, id, new.title(kind, now), parts, now, item_noun=noun_in(new, kind, now))


def arrival(new: Library, kind: Kind, id: str) -> Change:
    record = new.entries[kind, id].record
    about = record.title if isinstance(record, CaseStudy) else ""
    return Change(What.NEW, kind, id, new.title(kind, id), about=about)


def withdrawal(new: Library, id: str, *, was: str = "") -> Change:
    case = new.withdrawn[id]
    return Change(What.WITHDRAWN, Kind.CASE, was or id, case.setting.name, withdrawal=case.withdrawal)


def between(old: Library, new: Library, kind: Kind, id: str) -> Iterator[Change]:
    """What became of a record that is in both."""
    was, now = withdrawn(old, kind, id), withdrawn(new, kind, id)
    if now:
        if not was:
            yield withdrawal(new, id)
        return
    if was:
        yield Change(What.BACK, kind, id, new.title(kind, id))
        return
    parts = parts_changed(old.entries[kind, id].record, new.entries[kind, id].record)
    if parts:
        yield Change(What.REVISED, kind, id, new.title(kind, id), parts, item_noun=noun_in(new, kind, id))


def noun_in(library: Library, kind: Kind, id: str) -> str:
    record = library.entries[kind, id].record
    return record.item_noun if isinstance(record, Framework) else ""
