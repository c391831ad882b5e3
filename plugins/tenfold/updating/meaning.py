"""What newer content means for what is theirs: notes on changed passages, mentions of what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from tenfold.bundling import Change, Changes, What
from tenfold.bundling.parts import touches
from tenfold.loading import Content, Entry, Unread
from tenfold.loading.yaml_document import Document
from tenfold.model import Kind, LocalNote
from tenfold.model.base import Refers
from tenfold.model.walking import Path
from tenfold.problems import dotted, printable
from tenfold.prose import links, reference

LOST = (What.GONE, What.RENAMED, What.WITHDRAWN)
SETTINGS = ("hide", "withhold", "pin", "order", "replace")


LEFT_OUT = ("hide", "withhold")
REVISED = {
    "replace": "Yours stays in its place: look whether it should change, too.",
    "withhold": "It stays withheld: read it, and take the line out if all is well now.",
}
"""What to do where something is named that was revised."""


@dataclass(frozen=True)
class Fate:
    """What became of something that somebody speaks of, with a half sentence that goes on from its name."""

    what: What
    says: str
    now: str = ""
    """Its new id, when it was renamed."""
    title: str = ""
    """What people call it."""


class Affected(Protocol):
    """Asks what became of a record, or of a part of it: None when it is as it was.

    Whatever of theirs speaks of a record of ours can be asked about: a note, a setting, a link.
    """

    def __call__(self, kind: Kind, id: str, part: Path = ()) -> Fate | None: ...


def fates(changes: Changes) -> Affected:
    """The function that knows what became of each record."""

    def affected(kind: Kind, id: str, part: Path = ()) -> Fate | None:
        change = changes.about(kind, id)
        fate = fate_of(change, part) if change else None
        return replace(fate, title=change.title) if change and fate else None

    return affected


def fate_of(change: Change, part: Path) -> Fate | None:
    if change.what is What.RENAMED:
        return Fate(change.what, f"has the id {change.now} now", change.now)
    if change.what is What.WITHDRAWN:
        harm = " for safeguarding" if change.withdrawal and change.withdrawal.safeguarding else ""
        return Fate(change.what, f"was withdrawn{harm}")
    if change.what is What.GONE:
        return Fate(change.what, "is gone")
    if change.what is not What.REVISED:
        return None
    return part_fate(change, part)


def part_fate(change: Change, part: Path) -> Fate | None:
    """What became of a part of a record that was revised; of the record as a whole when no part is named."""
    found = {each.what for each in change.parts if touches(each, part) and len(each.where) > (each.what == "moved")}
    if not part:
        return Fate(What.REVISED, "was revised")
    here = {each.what for each in change.parts if each.where == part}
    if "gone" in here:
        return Fate(What.GONE, f"has no such {dotted(part)} any more")
    if found & {"revised", "added", "gone"}:
        return Fate(What.REVISED, f"was revised there ({dotted(part)})")
    if "moved" in found:
        return Fate(What.REVISED, f"has something else at {dotted(part)} now")
    return None


def what_it_means(changes: Changes, settings: Document, own: Content, *, settings_shown: str) -> Iterator[str]:
    """A sentence for everything of theirs that a change touches.

    Args:
        changes: what is new.
        settings: their `local.yml`, as it was read.
        own: their records.
        settings_shown: how they call `local.yml`.
    """
    affected = fates(changes)
    yield from settings_touched(settings, affected, settings_shown)
    theirs: list[Entry | Unread] = [*own.entries, *own.unread]
    yield from notes_touched(theirs, affected)
    yield from records_touched((each for each in theirs if each.kind is not Kind.NOTE), affected)


def settings_touched(settings: Document, affected: Affected, shown: str) -> Iterator[str]:
    """What `local.yml` hides, pins, orders and replaces that is no longer what it was."""
    data = settings.data if isinstance(settings.data, dict) else {}
    for field in SETTINGS:
        given = data.get(field)
        for position, mention in enumerate([given] if isinstance(given, str) else given or ()):
            kind, id = key_of(str(mention))
            fate = affected(kind, id) if kind else None
            if kind and fate and matters(field, fate):
                line, _ = settings.place((field, position))
                todo = advice_for_setting(field, kind, fate)
                yield f"{shown}:{line} your {field} names {kind}:{id}, which {fate.says}. {todo}"


def matters(field: str, fate: Fate) -> bool:
    """Whether there is something to do: what is left out may be withdrawn, what is hidden or comes first, revised."""
    if fate.what is What.REVISED:
        return field in REVISED
    return not (field in LEFT_OUT and fate.what is What.WITHDRAWN)


def advice_for_setting(field: str, kind: Kind, fate: Fate) -> str:
    if fate.now:
        return f"Write {kind}:{fate.now} instead."
    if fate.what is What.REVISED:
        return REVISED[field]
    return "Take the line out."


def notes_touched(own: Iterable[Entry | Unread], affected: Affected) -> Iterator[str]:
    """Notes on what was revised, renamed, withdrawn or is gone."""
    for entry in own:
        if not isinstance(entry, Entry) or not isinstance(entry.record, LocalNote):
            continue
        note = entry.record
        fate = affected(*note.target, note.where)
        if fate:
            line, _ = entry.place(("part",) if note.where else ("on",))
            yield f"{entry.path}:{line} {about_note(note, fate)} {advice_for_note(note.target[0], fate)}"


def about_note(note: LocalNote, fate: Fate) -> str:
    if fate.what is What.REVISED and note.where:
        return f"your note on {printable(fate.title)} speaks of a changed passage ({dotted(note.where)})."
    if fate.what is What.GONE and note.where:
        return f"your note on {printable(fate.title)} speaks of a passage that is gone ({dotted(note.where)})."
    return f"your note is on {printable(fate.title)}, which {fate.says}."


def advice_for_note(kind: Kind, fate: Fate) -> str:
    if fate.now:
        return f"Write on: {kind}:{fate.now} instead."
    return "Read it again." if fate.what is What.REVISED else "Change it, or delete it."


def key_of(mention: str) -> tuple[Kind | None, str]:
    prefix, _, id = mention.partition(":")
    return (Kind(prefix), id) if prefix in {kind.value for kind in Kind} else (None, "")


def records_touched(own: Iterable[Entry | Unread], affected: Affected) -> Iterator[str]:
    """Their records that mention something that is not there any more under this id."""
    for entry in own:
        for where, kind, id in mentioned(entry):
            fate = affected(kind, id)
            if fate and fate.what in LOST:
                line, _ = entry.place(where)
                field = dotted((*entry.within, *where))
                yield (
                    f"{entry.path}:{line} {printable(field)} mentions the {kind.noun} {id}, which {fate.says}. "
                    f"{advice_for_mention(fate)}"
                )


def mentioned(entry: Entry | Unread) -> Iterator[tuple[Path, Kind, str]]:
    """Everything that a record mentions, in fields and in prose."""
    for where, mark, value in entry.marked:
        if isinstance(mark, Refers):
            yield where, mark.kind, value
        else:
            found = (reference(url) for url in links(value))
            yield from ((where, target.kind, target.id) for target in found if target)


def advice_for_mention(fate: Fate) -> str:
    if fate.now:
        return f"Write {fate.now} instead."
    return "Take it out." if fate.what is What.GONE else "Take it out, or say that it was withdrawn."
