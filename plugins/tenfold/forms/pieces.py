"""What a filled form is made of, whatever kind of file it was, and what it became."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class CannotRead(Exception):
    """A file that is not read. The text says why and what to do, in plain words."""


@dataclass(frozen=True)
class Title:
    """A heading. `key` names the field that it stands for, if the file says so: `practices`, `practices[]`."""

    text: str
    level: int = 2
    key: str = ""
    markdown: str = ""
    """The heading as Markdown, if it has a look of its own."""


@dataclass(frozen=True)
class Said:
    """Something that somebody wrote: as plain text, and as Markdown."""

    plain: str
    markdown: str

    @classmethod
    def as_it_is(cls, text: str) -> Said:
        """Text that is Markdown already."""
        return cls(text, text)


@dataclass(frozen=True)
class Rows:
    """A table: its cells, and what it says as a whole. `key` is its name, if it has one."""

    cells: tuple[tuple[Said, ...], ...]
    whole: Said
    key: str = ""


Piece = Title | Said | Rows


@dataclass(frozen=True)
class Filled:
    """What a form held: data as a record file has it, what could not be placed, and what people should know of it.

    Nothing is lost: every text of the form is in `data` or in `unplaced`.
    """

    data: dict[str, Any]
    unplaced: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
