"""When an update is refused: another original, older content, ids that clash, copies of what was withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tenfold.bundling import Bundle, Manifest
from tenfold.bundling.manifest import WithdrawnRecord
from tenfold.library import Library
from tenfold.loading import Content, Entry, Unread
from tenfold.local.manifest import Gone
from tenfold.local.sameness import same
from tenfold.local.withdrawn import HINT, kept
from tenfold.model.base import day_in_words
from tenfold.problems import Problem


class UpdateRefused(Exception):
    """An update is not made. The text says why and what to do; `problems` and `means` say more."""

    def __init__(self, why: str, problems: tuple[Problem, ...] = (), means: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.problems = problems
        self.means = means


def refuse_another_original(was: Manifest, now: Manifest) -> None:
    """Refuse content of another site: it would take the place of all that is there."""
    one, other = was.original, now.original
    same = one.site == other.site if one.site and other.site else one.name == other.name
    if not same:
        raise UpdateRefused(
            f"this content is of {named(now)}, and yours is of {named(was)}. It would take the place of all that is "
            "in upstream/. Add --from-another-original if that is what you want."
        )


def named(manifest: Manifest) -> str:
    original = manifest.original
    return f"{original.name} ({original.site})" if original.site else original.name


def refuse_older(was: Manifest, now: Bundle, *, older: bool, foreign: bool) -> None:
    """Refuse to go back, unless that is wished for; what was withdrawn never comes back by that."""
    manifest = now.manifest
    newer = was.identity in manifest.follows or manifest.day > was.day
    back = sorted(
        {each.id for key, each in was.gone_back.items() if key in now.library.entries and key not in manifest.gone_back}
    )
    if back and not (newer and not foreign):
        names = " and ".join(f"{id} ({each.name})" for id in back for each in was.withdrawn if each.id == id)
        raise UpdateRefused(
            f"this content would bring back what was withdrawn since: {names}. No local copy can do that. Ask for "
            "newer content."
        )
    is_older = manifest.identity in was.follows or manifest.day < was.day
    if is_older and not older and not foreign:
        raise UpdateRefused(
            f"this content is older than yours: of {day_in_words(manifest.day)}, and yours of {day_in_words(was.day)}. "
            "Add --older to go back all the same."
        )


def refuse_clashes(own: Content, old: Library, new: Library, replaced: Collection[str]) -> None:
    """Refuse new records of ours that have the ids of theirs: both files are named."""
    problems = []
    for entry in subjects(own):
        key = (entry.kind, entry.id)
        theirs = new.entries.get(key)
        if theirs is None or key in old.entries or f"{entry.kind}:{entry.id}" in replaced:
            continue
        line, column = entry.place((), key=True)
        if isinstance(entry, Entry) and same(entry.record, theirs.record):
            message = f'the new content has your {entry.kind.noun} "{entry.id}", word for word: the original took it.'
            problems.append(Problem(entry.path, line, column, "", message, "Delete yours.", "same_id", about=entry.id))
            continue
        message = f'the new content has a {entry.kind.noun} "{entry.id}" of its own, in upstream/{theirs.path}.'
        ways = (
            f"Give yours another id: tenfold rename {entry.kind}:{entry.id} NEW-ID. Or, to keep yours in the place of "
            f"ours, add {entry.kind}:{entry.id} to replace: in local.yml."
        )
        problems.append(Problem(entry.path, line, column, "", message, ways, "same_id", about=entry.id))
    if problems:
        raise UpdateRefused("Two records cannot have one id. Choose which is to stay, then try again.", tuple(problems))


def refuse_copies(own: Content, now: Bundle, was: Manifest | None) -> None:
    """Refuse while a record of theirs has the id of one that was withdrawn, now or formerly: it keeps what went.

    Those that were withdrawn earlier count as well.
    """
    withdrawn = [*(was.withdrawn if was else ()), *now.manifest.withdrawn]
    gone = [as_gone(each) for each in withdrawn if each.id not in now.library.cases]  # what is in it is back
    problems = tuple(kept(subjects(own), gone, f"{HINT}; then try again."))
    if problems:
        raise UpdateRefused("What was withdrawn cannot stay in a local copy.", problems)


def as_gone(each: WithdrawnRecord) -> Gone:
    """What a bundle says of a record that was withdrawn, as a local copy reads it."""
    return Gone(each.kind, (each.id, *each.aliases), each.name, each.reason, each.safeguarding)


def subjects(own: Content) -> Iterable[Entry | Unread]:
    return sorted([*own.entries, *own.unread], key=lambda entry: (entry.path, entry.id))
