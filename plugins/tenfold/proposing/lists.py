"""Puts records into a list of the original, each at its place; every other byte of the list stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from tenfold.layout.ordering import EDITORS
from tenfold.layout.parsing import tree_of
from tenfold.loading import yaml_text
from tenfold.schema.shapes import modeline


class Stretch(NamedTuple):
    """Lines of a text, from 0: from the first to behind the last."""

    start: int
    end: int


def with_records(before: bytes | None, laid: str, path: PurePosixPath) -> bytes:
    """A list of records with some that are new or changed.

    Args:
        before: the list as it is, if there is one.
        laid: the records, in the one layout.
        path: its path below the content folder.
    """
    if before is None:
        head = modeline(path)
        return (f"{head}\n{laid}" if head else laid).encode()
    there = Lines(before)
    new = {id: [*map(str.encode, laid.split("\n")[start:end])] for id, (start, end) in records_in(laid).items()}
    return there.with_records(new)


def records_in(text: str) -> dict[str, Stretch]:
    """The records of a list by their ids, in its order, each with its lines."""
    top = tree_of(text) if text.strip() else None
    if top is None:
        return {}
    starts = [text.count("\n", 0, part.start) for part in top.parts]
    lines = text.split("\n")
    found = {}
    for part, start, following in zip(top.parts, starts, [*starts[1:], len(lines)], strict=True):
        end = following
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        found[part.name] = Stretch(start, end)
    return found


@dataclass(frozen=True)
class Lines:
    """A list as the lines that it has in its file."""

    raw: bytes

    @property
    def lines(self) -> list[bytes]:
        lines = self.raw.split(b"\n")
        return lines if lines[-1] else lines[:-1]

    @property
    def records(self) -> Mapping[str, Stretch]:
        return records_in(yaml_text.read(self.raw).text)

    def with_records(self, new: Mapping[str, list[bytes]]) -> bytes:
        lines, open_end = self.lines, not self.raw.endswith(b"\n")
        end = b"\r" if b"\r\n" in self.raw else b""
        blank = [end] if self.is_spaced else []
        places = {id: self.place_for(id) for id in new}
        for id in sorted(sorted(new), key=places.__getitem__)[::-1]:
            start, stop = places[id]
            own = [line + end for line in new[id]]
            if lines and stop == len(self.lines) and open_end and not lines[-1].endswith(end):
                lines[-1] += end
            last = start == stop == self.end
            lines[start:stop] = own if start != stop else [*blank, *own] if last else [*own, *blank]
        return b"\n".join(lines) + (b"\n" if lines[-1:] != self.lines[-1:] or not open_end else b"")

    @property
    def end(self) -> int:
        """Behind the last line that says something."""
        return max((number for number, line in enumerate(self.lines, 1) if line.strip()), default=0)

    def place_for(self, id: str) -> Stretch:
        """The lines that a record takes the place of: its own, or none, at its place by the alphabet or at the end."""
        if id in self.records:
            return self.records[id]
        ids = list(self.records)
        later = next((place for place, other in enumerate(ids) if other > id), None)
        if later is None or ids != sorted(ids):
            return Stretch(self.end, self.end)
        start = self.top_of(self.records[ids[later]].start)
        return Stretch(start, start)

    def top_of(self, start: int) -> int:
        """Where a record starts with the comments that stand above it."""
        while start and self.lines[start - 1].startswith(b"#"):
            if EDITORS.match(self.lines[start - 1].decode("utf-8", "replace")):
                break
            start -= 1
        return start

    @property
    def is_spaced(self) -> bool:
        """Whether a blank line stands between its records."""
        found = list(self.spaces())
        return bool(found) and all(found)

    def spaces(self) -> Iterator[bool]:
        for stretch in list(self.records.values())[1:]:
            start = self.top_of(stretch.start)
            yield start > 0 and not self.lines[start - 1].strip()
