"""What changed, in sentences that a head teacher reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from tenfold.bundling.comparing import Change, Changes, What
from tenfold.bundling.parts import Part
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind, ProsePage, Record
from tenfold.model.base import day_in_words
from tenfold.problems import counted

HEADINGS = {
    What.NEW: "New",
    What.BACK: "Back, after it was withdrawn",
    What.REVISED: "Revised",
    What.RENAMED: "Under another name",
    What.WITHDRAWN: "Withdrawn",
    What.GONE: "Gone",
}
MOST_SMALL = 5
"""How many sources and terms are named one by one."""
SMALL = (Kind.SOURCE, Kind.TERM)
NOUNS = {
    "in_numbers": "figure", "practices": "practice", "implementation": "question", "outcomes": "outcome",
    "features": "key feature", "needs": "need", "challenges": "challenge", "resources": "resource",
    "voices": "voice", "related": "related case study", "sections": "section", "activities": "activity",
    "moderating_factors": "factor", "mediating_mechanisms": "mechanism", "aims": "aim", "notes": "note",
    "steps": "step", "also": "other form", "authors": "author", "see": "related term", "items": "item",
    "in_practice": "example", "examples": "example", "sources": "source",
}  # fmt: skip
"""What an entry of a list is called."""
PLURALS = {"activity": "activities", "related case study": "related case studies"}
MODELS: dict[Kind, type[Record]] = {
    **dict((*FOLDERS.values(), *COLLECTIONS.values())),
    Kind.PAGE: ProsePage,
}


def told(changes: Changes) -> Iterator[tuple[str, list[str]]]:
    """The changes under headings, a line for each record; none where nothing changed."""
    for what, heading in HEADINGS.items():
        found = changes.of(what)
        if found:
            yield heading, list(lines(found))


def in_short(changes: Changes) -> str:
    """How many of each: "3 new, 2 revised, 1 withdrawn."."""
    counts = {
        "new": len(changes.of(What.NEW)),
        "back": len(changes.of(What.BACK)),
        "revised": len(changes.of(What.REVISED)),
        "renamed": len(changes.of(What.RENAMED)),
        "withdrawn": len(changes.of(What.WITHDRAWN)),
        "gone": len(changes.of(What.GONE)),
    }
    said = [f"{number} {word}" for word, number in counts.items() if number]
    return f"{', '.join(said)}." if said else "Nothing in the content has changed."


def lines(found: Iterable[Change]) -> Iterator[str]:
    for kind, group in groupby(found, key=lambda change: change.kind):
        members = list(group)
        shown = members[:MOST_SMALL] if kind in SMALL and len(members) > MOST_SMALL + 1 else members
        yield from map(line, shown)
        if len(members) > len(shown):
            yield f"{len(members) - len(shown)} more {plural(kind.noun)}"


def line(change: Change) -> str:
    """One record and what became of it."""
    return SAYS[change.what](change)


def named(change: Change) -> str:
    return f"{change.title} ({change.kind.noun})"


def new(change: Change) -> str:
    return f"{named(change)}: {change.about}" if change.about else named(change)


def revised(change: Change) -> str:
    return f"{named(change)}: {fields_told(change)}"


def renamed(change: Change) -> str:
    more = f"; revised: {fields_told(change)}" if change.parts else ""
    return f"{named(change)}: its id was {change.id} and is {change.now} now; the old address leads there{more}"


def taken_back(change: Change) -> str:
    assert change.withdrawal is not None
    harm = " (for safeguarding)" if change.withdrawal.safeguarding else ""
    return f"{named(change)}, on {day_in_words(change.withdrawal.on)}{harm}: {change.withdrawal.reason}"


SAYS: dict[What, Callable[[Change], str]] = {
    What.NEW: new,
    What.BACK: named,
    What.REVISED: revised,
    What.RENAMED: renamed,
    What.WITHDRAWN: taken_back,
    What.GONE: named,
}


def fields_told(change: Change) -> str:
    """What changed in a record, such as "the summary, 2 figures, 1 practice added"."""
    if all(part.where[:1] == ("provenance",) for part in change.parts):
        dates = {part.where[-1] for part in change.parts} <= {"reviewed", "review_by"}
        return "read again and found in order" if dates else "where it comes from"
    fields: dict[str, list[Part]] = {}
    for part in change.parts:
        fields.setdefault(str(part.where[0]), []).append(part)
    said = [phrase for name, parts in fields.items() for phrase in phrases(change, name, parts)]
    return ", ".join(said)


def phrases(change: Change, name: str, parts: list[Part]) -> Iterator[str]:
    """What changed in one field."""
    if name == "provenance":
        if any(part.where[-1] not in ("reviewed", "review_by") for part in parts):
            yield "where it comes from"
        return
    entries = [part for part in parts if len(part.where) > 1 and isinstance(part.where[1], int)]
    if not entries:
        yield of_field(change, name, parts)
        return
    noun = change.item_noun if name == "items" and change.item_noun else NOUNS.get(name, "entry")
    whole = {what: {p.where[1] for p in entries if len(p.where) == 2 and p.what == what} for what in ("added", "gone")}
    touched = {p.where[1] for p in entries if p.what != "moved"} - (whole["gone"] | only_added(entries))
    if touched:
        yield counted(len(touched), noun, plural(noun))
    if whole["added"]:
        yield f"{counted(len(whole['added']), noun, plural(noun))} added"
    if whole["gone"]:
        yield f"{counted(len(whole['gone']), noun, plural(noun))} taken out"
    if any(part.what == "moved" and len(part.where) == 1 for part in parts):
        yield f"the order of the {plural(noun)}"


def only_added(entries: list[Part]) -> set[str | int]:
    """The places at which something was added and nothing was changed: places before and after are not the same."""
    added = {part.where[1] for part in entries if len(part.where) == 2 and part.what == "added"}
    return added - {part.where[1] for part in entries if part.what not in ("added", "moved")}


def of_field(change: Change, name: str, parts: list[Part]) -> str:
    label = label_of(change.kind, name)
    if len(parts) == 1 and len(parts[0].where) == 1 and parts[0].what in ("added", "gone"):
        return f"the {label} {'added' if parts[0].what == 'added' else 'taken out'}"
    return f"the {label}"


def label_of(kind: Kind, name: str) -> str:
    """What people call a field, inside a sentence."""
    found = MODELS[kind].model_fields.get(name)
    label = (found.title if found else None) or name.replace("_", " ")
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def plural(noun: str) -> str:
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return "theories of change" if noun == "theory of change" else f"{noun}s"
