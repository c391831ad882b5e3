"""Two versions of one record, compared field by field and entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tenfold.model import Record
from tenfold.model.walking import Path

UNSAID = frozenset({"aliases", "safeguarding", "status"})
"""Fields that say nothing to a reader."""
NAMES = ("id", "title", "question", "label", "statement", "who", "feature", "term", "heading", "part", "text")
"""What an entry of a list is told from the others by, the first of these that it has."""


@dataclass(frozen=True)
class Part:
    """A part of a record that changed: a field, or an entry of a list.

    `where` is its path in the version before; for what was added, in the one after. `what` is `added`, `gone`,
    `revised` or `moved`: an entry that stands elsewhere in its list, because others were added or taken out before it.
    """

    where: Path
    what: str
    entry: str = ""
    """The name of the entry of the first list on the way, if there is one."""


def parts_changed(old: Record, new: Record) -> tuple[Part, ...]:
    """What changed between two versions, in the order of the fields."""
    return tuple(changed_in(old, new, ()))


def changed_in(old: Record, new: Record, where: Path) -> Iterator[Part]:
    for name in type(new).model_fields:
        if where or name not in UNSAID:
            yield from changed(getattr(old, name), getattr(new, name), (*where, name))


def changed(old: Any, new: Any, where: Path) -> Iterator[Part]:
    """What changed in one value."""
    if old == new:
        return
    if is_nothing(old) or is_nothing(new):
        one = Part(where, "added" if is_nothing(old) else "gone")
        entries = new if is_nothing(old) else old
        yield from entries_of(entries, where, one.what) if isinstance(entries, tuple) else (one,)
    elif isinstance(old, Record) and isinstance(new, Record):
        yield from changed_in(old, new, where)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from changed_list(old, new, where)
    else:
        yield Part(where, "revised")


def is_nothing(value: Any) -> bool:
    return value is None or value == ()


def entries_of(entries: tuple[Any, ...], where: Path, what: str) -> Iterator[Part]:
    yield from (Part((*where, position), what, name_of(entry)) for position, entry in enumerate(entries))


def changed_list(old: tuple[Any, ...], new: tuple[Any, ...], where: Path) -> Iterator[Part]:
    """What changed in a list: its entries are known by what they are called, else by their place."""
    pairs = dict(paired(old, new))
    moved = list(pairs) != sorted(pairs, key=lambda position: pairs[position])
    for position, entry in enumerate(old):
        now = pairs.get(position)
        name = name_of(entry)
        if now is None:
            yield Part((*where, position), "gone", name)
            continue
        inner = list(changed(entry, new[now], (*where, position)))
        yield from (Part(part.where, part.what, name) for part in inner)
        if now != position and not inner:
            yield Part((*where, position), "moved", name)
    yield from (
        Part((*where, position), "added", name_of(entry))
        for position, entry in enumerate(new)
        if position not in pairs.values()
    )
    if moved:
        yield Part(where, "moved")


def paired(old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[tuple[int, int]]:
    """Which entry of the one list is which of the other, in the order of the first."""
    free = list(range(len(new)))
    found: dict[int, int] = {}
    for same in (lambda one, other: one == other, lambda one, other: bool(name_of(one)) and same_name(one, other)):
        for position, entry in enumerate(old):
            match = next((at for at in free if same(entry, new[at])), None) if position not in found else None
            if match is not None:
                found[position] = match
                free.remove(match)
    for position in range(len(old)):
        if position not in found and position in free and isinstance(old[position], Record):
            found[position] = position
            free.remove(position)
    yield from sorted(found.items())


def same_name(one: Any, other: Any) -> bool:
    return name_of(one) == name_of(other)


def name_of(entry: Any) -> str:
    """What an entry of a list is called: a record by one of its fields, a word or an id by itself."""
    if not isinstance(entry, Record):
        return str(entry)
    return next((str(getattr(entry, name)) for name in NAMES if getattr(entry, name, None)), "")


def touches(part: Part, where: Path) -> bool:
    """Whether a change is at a place, in what stands there, or around it."""
    shorter = min(len(part.where), len(where))
    return part.what != "added" and part.where[:shorter] == where[:shorter]
