"""What the original has withdrawn stays withdrawn: no copy may keep it under its own roof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenfold.library import Library
from tenfold.loading import Entry, Unread
from tenfold.local.manifest import Gone
from tenfold.model.vocabulary import Status
from tenfold.problems import Problem


def kept_all_the_same(library: Library, withdrawn: Iterable[Gone]) -> Iterator[Problem]:
    """What is wrong with the records of a copy that the original has withdrawn."""
    yield from kept((entry for entry in library.entries.values() if entry.local), withdrawn, f"{HINT}.")


HINT = "No local copy may keep it. Delete this file, and its mention in replace: in local.yml"


def kept(own: Iterable[Entry | Unread], withdrawn: Iterable[Gone], hint: str) -> Iterator[Problem]:
    """A problem for each record of theirs that has the id, now or formerly, of one that was withdrawn.

    Those that are withdrawn themselves may stay: they show nothing of what they were.

    Args:
        own: what is theirs.
        withdrawn: what the original has withdrawn; of two with one id, the last counts.
        hint: what to do.
    """
    gone = {(each.kind, id): each for each in withdrawn for id in each.ids}
    for entry in own:
        record = entry.record if isinstance(entry, Entry) else None
        ids = (entry.id, *getattr(record, "aliases", ()))
        found = next((gone[entry.kind, id] for id in ids if (entry.kind, id) in gone), None)
        if found and getattr(record, "status", None) is not Status.WITHDRAWN:
            line, column = entry.place((), key=True)
            harm = " for safeguarding" if found.safeguarding else ""
            message = f'the {entry.kind.noun} "{found.ids[0]}" ({found.name}) was withdrawn{harm}: {found.reason}'
            yield Problem(entry.path, line, column, "", message, hint, "withdrawn", about=found.ids[0])
