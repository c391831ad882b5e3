"""Whether a local note still speaks of what there is.

A part that no record of the kind can have is a slip, and an error. All else comes about when the record is revised,
which is not the fault of whoever wrote the note: the note stands at the top of the page, and advice says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library.annotating import not_there
from tenfold.library.library import Library
from tenfold.library.logic import Gap
from tenfold.library.noting import How, is_there, place_of
from tenfold.library.withholding import record_of
from tenfold.model import LocalNote, Record
from tenfold.model.walking import Path, value_at
from tenfold.problems import Level, dotted

AT_TOP = "The note stands at the top of the page until then."


def note_gaps(note: LocalNote, library: Library) -> Iterator[Gap]:
    """Everything in a note that does not go with the record that it is on, if there is one."""
    kind, id = library.target_of(note)
    setting = "withhold" if record_of(kind, id) in library.withheld else "hide"
    if setting == "withhold" or library.left_out(kind, id):
        hint = f"Delete it, or show that again: take it out of {setting}: in local.yml."
        message = f"you {setting} what this note is on, so nobody sees it."
        yield Gap("note_hidden", Level.ADVICE, ("on",), message, hint)
        return
    record = library.record(kind, id)
    if record is None:
        return
    if (kind, id) != note.target:
        message = f'"{note.target[1]}" has another id now.'
        yield Gap("note_former", Level.ADVICE, ("on",), message, f"Write {kind}:{id}.")
    gaps = [*part_gaps(note, record, kind.noun)]
    kept = place_of(note, record).how is not How.LOST
    yield from (gap for gap in gaps if gap.level is Level.ERROR or not kept)  # its words say where it stands
    yield from word_gaps(note, record, kind.noun)


def part_gaps(note: LocalNote, record: Record, noun: str) -> Iterator[Gap]:
    if is_there(record, note.where):
        return
    try:
        value_at(record, note.where)
    except KeyError as error:
        message, hint = not_there(error.args[0], record, noun)
        entry = isinstance(error.args[0][-1], int) and "counted" in hint
        yield gap_at_part(message, hint, Level.ADVICE if entry or hint.startswith("It has none") else Level.ERROR)
    else:
        message = f"this {noun} has nothing in {dotted(note.where)}."
        yield gap_at_part(message, "Choose another part, or leave it out.", Level.ADVICE)


def gap_at_part(message: str, hint: str, level: Level) -> Gap:
    return Gap("note_part", level, ("part",), message, f"{hint} {AT_TOP}" if level is Level.ADVICE else hint)


def word_gaps(note: LocalNote, record: Record, noun: str) -> Iterator[Gap]:
    found = place_of(note, record)
    if note.words is None or found.how is How.FOUND:
        return
    if found.how is How.MOVED:
        message = f"these words stand in {dotted(found.where)} now."
        yield Gap("note_words", Level.ADVICE, ("words",), message, f"Write part: {dotted(around(note, found.where))}.")
    else:
        message = f"these words are not in this {noun}, or not any more."
        hint = "Look what became of the passage, and copy a few words as they stand on the page."
        yield Gap("note_words", Level.ADVICE, ("words",), message, f"{hint} {AT_TOP}")


def around(note: LocalNote, where: Path) -> Path:
    """The part in which words stand, no deeper than the part that the note names."""
    return where[: max(len(note.where), 1)]
