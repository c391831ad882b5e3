"""A record under a new id: its file, everything that mentions it, and the way from its old address to the new."""

from __future__ import annotations

from pathlib import PurePosixPath

from tenfold.changing.change import Change, Draft, Refused
from tenfold.changing.naming import free_id, named
from tenfold.changing.papers import Edit
from tenfold.ledger import standing
from tenfold.loading import Entry
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind
from tenfold.pages import address_of

SHARED = {kind for kind, _ in COLLECTIONS.values()}
"""Kinds without a file or a page of their own."""


def renamed(draft: Draft, old: str, new: str) -> Change:
    """The change that gives a record another id.

    Raises:
        Refused: there is no such record, or it cannot have that id.
    """
    kind, old = named(old, draft.library)
    new = free_id(kind, new, draft.library, instead_of=old)
    if kind is Kind.PAGE and (old == "index" or old.endswith("/index")):
        raise Refused(f'"{old}" is the page of its folder, whose address is that of the folder. It stays.')
    entry = draft.entry(kind, old)
    draft.point_elsewhere(kind, old, new)
    if kind in SHARED:
        return of_entry(draft, entry, new)
    if is_public(draft, entry):
        lead_from(draft, entry, old, instead_of=new)
    path = draft.path_of(entry)
    return draft.change(f"The {kind.noun} {old} becomes {new}.", moves={path: path_for(kind, new)})


def of_entry(draft: Draft, entry: Entry, new: str) -> Change:
    """The change for an entry of a collection, whose id is the name of a field."""
    part = draft.paper(entry).part((entry.id,))
    assert part is not None
    assert part.key is not None
    draft.edit(entry, [Edit(part.key.start, part.key.end, new)])
    return draft.change(f"The {entry.kind.noun} {entry.id} becomes {new}.")


def path_for(kind: Kind, id: str) -> PurePosixPath:
    """The file of a record with this id, below the content folder."""
    if kind is Kind.PAGE:
        return PurePosixPath(f"{id}.md")
    folder = next(folder for folder, (held, _) in FOLDERS.items() if held is kind)
    return PurePosixPath(folder, f"{id}.yml")


def is_public(draft: Draft, entry: Entry) -> bool:
    """Whether a record has a page, or a place on one, that somebody may have a link to."""
    if entry.kind is Kind.NOTE:
        return False
    return entry.kind is Kind.RESOURCE or address_of(entry.kind, entry.id) in standing(draft.library)


def lead_from(draft: Draft, entry: Entry, *former: str, instead_of: str = "") -> None:
    """Let former ids lead to a record; one that becomes its own id again is no former one any more."""
    kept = [alias for alias in getattr(entry.record, "aliases", ()) if alias != instead_of]
    aliases = [*kept, *(id for id in former if id not in kept)]
    paper = draft.paper(entry)
    listed = "".join(f"\n  - {alias}" for alias in aliases)
    part = paper.part(("aliases",))
    if part is None:
        draft.add_field(entry, f"aliases:{listed}")
    elif aliases[: len(kept)] == list(getattr(entry.record, "aliases", ())):
        draft.edit(entry, [Edit(*behind_last(draft, entry), added(draft, entry, aliases[len(kept) :]))])
    else:
        assert part.key is not None
        start, end = paper.start + part.key.start, paper.span(("aliases",))[1]
        end = len(paper.text[:end].rstrip())
        draft.edit(entry, [Edit(start, end, f"aliases:{listed}")])


def behind_last(draft: Draft, entry: Entry) -> tuple[int, int]:
    """The place behind the last of a record's former ids."""
    last = len(getattr(entry.record, "aliases", ())) - 1
    end = draft.paper(entry).span(("aliases", last))[1]
    return end, end


def added(draft: Draft, entry: Entry, more: list[str]) -> str:
    """Further entries of the list of former ids, as that list is written."""
    paper = draft.paper(entry)
    part = paper.part(("aliases", 0))
    field = paper.part(("aliases",))
    assert part is not None
    assert field is not None
    if getattr(field.node, "in_brackets", False):
        return "".join(f", {alias}" for alias in more)
    return "".join(f"\n{' ' * part.column}- {alias}" for alias in more)
