"""Where a local note stands: at the passage that it speaks of, or at the top when that is not there any more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from tenfold.model import Kind, LocalNote, Record
from tenfold.model.annotation import Path
from tenfold.model.describing import taken_by
from tenfold.model.walking import value_at
from tenfold.prose import plain_text

BESIDE = frozenset(["safeguarding", "aliases", "provenance", "status"])
"""Fields that stand on no page as text, so that nobody quotes them."""
QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u00a0": " "})
"""Curly quotation marks as straight ones: a page shows them as they were written, and people type the others."""


class How(Enum):
    """What became of the passage that a note is on: it is there, it is elsewhere, it is gone."""

    FOUND = "found"
    MOVED = "moved"
    LOST = "lost"


@dataclass(frozen=True)
class Anchored:
    """Where a note stands: the path of its passage in the record, empty for the top of the page."""

    how: How
    where: Path = ()


@dataclass(frozen=True)
class Noted:
    """A local note on a record, and where it stands there."""

    id: str
    note: LocalNote
    anchored: Anchored


Target = tuple[Kind, str]


def notes_by_record(
    aimed: Iterable[tuple[str, LocalNote, Target]], find: Callable[[Kind, str], Record | None]
) -> dict[Target, tuple[Noted, ...]]:
    """For each record that has local notes, these in the order given.

    Args:
        aimed: the notes, each with its id and with what it is on.
        find: finds a record by its kind and id.
    """
    found: dict[Target, list[Noted]] = defaultdict(list)
    for id, note, target in aimed:
        record = find(*target)
        if record is not None:
            found[target].append(Noted(id, note, place_of(note, record)))
    return {target: tuple(notes) for target, notes in found.items()}


def place_of(note: LocalNote, record: Record) -> Anchored:
    """Where a note stands in the record that it is on.

    Words count more than the name of a part: a practice that became the third keeps its notes. Words that stand nowhere
    any more are the sign that the passage was rewritten, and the note goes to the top.
    """
    if note.words is None:
        return Anchored(How.FOUND, note.where) if is_there(record, note.where) else Anchored(How.LOST)
    said = [where for where, text in passages(record) if holds(text, note.words)]
    if note.part is None:
        return Anchored(How.FOUND, said[0]) if said else Anchored(How.LOST)
    within = [where for where in said if where[: len(note.where)] == note.where]
    if within:
        return Anchored(How.FOUND, within[0])
    return Anchored(How.MOVED, said[0]) if said else Anchored(How.LOST)


def is_there(record: Record, where: Path) -> bool:
    """Whether something stands at a path of a record."""
    try:
        return value_at(record, where) not in (None, ())
    except KeyError:
        return False


def passage_of(record: Record, where: Path) -> str:
    """The text at a path of a record as people read it, a line for each passage; empty where nothing stands.

    For an empty path it is the text of the whole record.
    """
    try:
        value = value_at(record, where)
    except KeyError:
        return ""
    depth = max((place for place, part in enumerate(where) if isinstance(part, str)), default=-1)
    prose = depth >= 0 and taken_by(type(value_at(record, where[:depth])).model_fields[str(where[depth])]).is_prose
    return "\n".join(text for _, text in texts(value, where, prose=prose))


def passages(record: Record) -> Iterator[tuple[Path, str]]:
    """Every text of a record as people read it, in the order of its fields."""
    yield from texts(record, (), prose=False)


def texts(value: Any, where: Path, *, prose: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if where or name not in BESIDE:
                yield from texts(getattr(value, name), (*where, name), prose=taken_by(field).is_prose)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from texts(each, (*where, position), prose=prose)
    elif isinstance(value, str):
        yield where, plain_text(value) if prose else str(value)


def holds(text: str, words: str) -> bool:
    """Whether words stand in a text, whatever its line breaks and the shape of its quotation marks."""
    return plainly(words) in plainly(text)


def plainly(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(QUOTES)).strip()
