"""What a review sheet is made of: sections of lines, each with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a line asks of whoever reads it."""

    GOOD = "ok"
    """Nothing."""
    STOP = "stop"
    """It has to be mended before anything else."""
    LOOK = "look"
    """A person should look at it and decide."""
    ASK = "ask"
    """Only a person can answer it: a box to tick."""
    NOTE = "note"
    """To know."""


@dataclass(frozen=True)
class Line:
    """A line of a sheet: what it asks, what it says, and an address or an id to show as it stands."""

    mark: Mark
    text: str
    code: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a sheet."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    """A review sheet of one file."""

    title: str
    path: str
    sections: tuple[Section, ...]

    def count(self, mark: Mark) -> int:
        """How many lines have a mark."""
        return sum(line.mark is mark for section in self.sections for line in section.lines)


def good(text: str) -> Line:
    return Line(Mark.GOOD, text)


def stop(text: str) -> Line:
    return Line(Mark.STOP, text)


def look(text: str, code: str = "") -> Line:
    return Line(Mark.LOOK, text, code)


def ask(text: str) -> Line:
    return Line(Mark.ASK, text)


def note(text: str, code: str = "") -> Line:
    return Line(Mark.NOTE, text, code)


def at_lines(lines: Iterable[int]) -> str:
    """Where something stands, such as "line 4" or "lines 4, 9, 12"."""
    numbers = sorted(set(lines))
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(map(str, numbers))}"
