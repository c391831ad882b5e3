"""What the original has withdrawn stays withdrawn: no copy may keep it under its own roof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenfold.library import Library
from tenfold.loading import Entry
from tenfold.local.manifest import Gone
from tenfold.model.vocabulary import Status
from tenfold.problems import Problem


def kept_all_the_same(library: Library, withdrawn: Iterable[Gone]) -> Iterator[Problem]:
    """The records of a copy that have the id, now or formerly, of one that the original has withdrawn."""
    gone = {(each.kind, id): each for each in withdrawn for id in each.ids}
    for entry in filter(is_shown, library.entries.values()):
        ids = (entry.id, *getattr(entry.record, "aliases", ()))
        found = next((gone[entry.kind, id] for id in ids if (entry.kind, id) in gone), None)
        if found:
            line, column = entry.place((), key=True)
            harm = " for safeguarding" if found.safeguarding else ""
            message = f'the {entry.kind.noun} "{found.ids[0]}" ({found.name}) was withdrawn{harm}: {found.reason}'
            yield Problem(entry.path, line, column, "", message, HINT, "withdrawn", about=found.ids[0])


HINT = "No local copy may keep it. Delete this file, and its mention in replace: in local.yml."


def is_shown(entry: Entry) -> bool:
    return entry.local and getattr(entry.record, "status", None) is not Status.WITHDRAWN
