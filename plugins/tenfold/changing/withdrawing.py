"""A case study taken back: its page stays and says why. Or one that another replaces: its address leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from tenfold.changing.change import Change, Draft, Refused
from tenfold.changing.naming import named
from tenfold.changing.papers import Edit
from tenfold.changing.renaming import lead_from
from tenfold.layout.scalars import in_double_quotes
from tenfold.loading import Entry
from tenfold.model import CaseStudy, Kind
from tenfold.model.vocabulary import Status
from tenfold.problems import dotted

CASES = (Kind.CASE,)


def withdrawn(draft: Draft, id: str, *, reason: str, on: date, safeguarding: bool = False) -> Change:
    """The change that takes a case study back.

    Args:
        draft: the content.
        id: the case study's.
        reason: why, in words that harm nobody; it stands at the address.
        on: the day it is taken back.
        safeguarding: whether it could harm somebody, so that no local copy may keep it.

    Raises:
        Refused: there is no such case study, or it has no page that could say so.
    """
    if not reason.isprintable():
        raise Refused("the reason holds something that is no letter or sign. Type it again, on one line.")
    entry = a_public_case(draft, id)
    start, end = draft.paper(entry).span(("status",))
    draft.edit(entry, [Edit(start, end, Status.WITHDRAWN.value)])
    why = in_double_quotes(" ".join(reason.split()))
    harm = "\n  safeguarding: yes" if safeguarding else ""
    draft.add_field(entry, f"withdrawal:\n  on: {on.isoformat()}\n  reason: {why}{harm}")
    change = draft.change(f"The case study {entry.id} is withdrawn; its page stays, and says why.")
    file = f"{draft.shown}/{draft.path_of(entry)}"
    kept = f"{file} still holds the whole text, and so does its history: delete there what must not be read."
    return replace(change, notes=(*still_mentioned(draft, entry), kept))


def superseded(draft: Draft, old: str, new: str) -> Change:
    """The change that puts one case study in the place of another, whose file goes and whose address leads on.

    Raises:
        Refused: one of the two is not there, or has no page.
    """
    former, entry = a_public_case(draft, old), a_public_case(draft, new)
    if former.id == entry.id:
        raise Refused("a case study cannot come in its own place. Name two.")
    assert isinstance(former.record, CaseStudy)
    draft.point_elsewhere(Kind.CASE, former.id, entry.id)
    lead_from(draft, entry, former.id, *former.record.aliases)
    path = draft.path_of(former)
    draft.edits.pop(path, None)
    change = draft.change(f"The case study {entry.id} comes in the place of {former.id}, whose address leads there.")
    gone: dict[PurePosixPath, bytes | None] = {path: None}
    read = f"What mentioned {former.id} now mentions {entry.id}: read those sentences again, for what they say of it."
    return replace(
        change, before={**change.before, path: draft.paper(former).raw}, after={**change.after, **gone}, notes=(read,)
    )


def a_public_case(draft: Draft, id: str) -> Entry:
    """A case study with a page that is not withdrawn yet."""
    kind, id = named(id, draft.library, CASES)
    entry = draft.entry(kind, id)
    assert isinstance(entry.record, CaseStudy)
    if entry.record.status is Status.DRAFT:
        raise Refused(f'"{id}" is a draft and has no page. Publish it first; a draft that is not wanted is deleted.')
    if entry.record.status is Status.WITHDRAWN:
        raise Refused(f'"{id}" is withdrawn already. Its record says why, below withdrawal:.')
    return entry


def still_mentioned(draft: Draft, entry: Entry) -> tuple[str, ...]:
    """Where other records mention one: somebody has to decide what to say there."""
    found = []
    for mention in draft.library.mentions.get((entry.kind, entry.id), ()):
        other = draft.entry(mention.kind, mention.id)
        if other is not entry:
            line, _ = other.place(mention.where)
            field = dotted((*other.within, *mention.where))
            found.append(f"{other.path}:{line} {field} still mentions it. Take it out, or say that it was withdrawn.")
    return tuple(dict.fromkeys(found))
