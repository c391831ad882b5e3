"""What a file says, as one text: every value, every name of a field, every comment, each with its place.

The rules look at the whole text of a file at once, which is a good deal faster than field by field. Between two pieces
stands a sign that no file can hold, so that nothing is found across them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from tenfold.safeguarding.clues import Clue, Clues, clues_in
from tenfold.safeguarding.counting import Counted, counted_pupils

Path = tuple[str | int, ...]

GAP = "\0"
ADDRESSES = (
    re.compile(r"\((?<= \()(?:case|feature|framework|source|term|theory|resource|exercise|page):[^)\s\0]{0,120}\)"),
    re.compile(r"https?://[^\s)>\]\0]+"),
)
"""A link by id, where the bracket before it is a space by then; an address of the web. Each starts with a letter of its
own, which is looked for a good deal faster than one of two."""
SAME_SIGN = (
    dict.fromkeys("*[]`\u00a0\u2007\u2008\u2009\u202f\u2002\u2003\u2004\u2005\u2006\u200a\u3000", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)
"""Marks of Markdown as spaces, and one sign for each of those that look alike."""
ASCII_SIGNS = [sign for sign in SAME_SIGN if sign.isascii()]
PARAGRAPH = re.compile(r"\n[ \t]*\n[\s]*|\0+|\n(?=[ \t]*(?:[-+*] |\d{1,2}[.)] |\||#))")
SENTENCE = re.compile(r"(?<![\s.(][A-Za-z])(?<![Tt]el)(?<!\bno)[.!?][\"')]*\s++(?=[\"'(]*[A-Z0-9])")


BREAKS = (PARAGRAPH, SENTENCE)
DIGIT = re.compile("[0-9]")
LONG_NUMBER = re.compile(r"[0-9](?:[ ()-]*+[0-9]){8}")


class Piece(NamedTuple):
    """One value, name of a field, comment, or the name of the file itself, and where it starts in the whole."""

    path: Path
    text: str
    start: int
    origin: str = "value"
    """What it is: `value`, `key`, `comment` or `name`."""
    around: Any = None
    """The fields that it stands among, or None."""
    offset: int = -1
    """Where it starts in the file, if it is a comment."""


@dataclass(frozen=True)
class Setting:
    """What a record says of the place that it is about, as far as the rules ask."""

    name: str = ""
    is_school: bool = False
    size: str = ""


@dataclass
class Said:
    """Everything that a file says."""

    pieces: list[Piece] = field(default_factory=list)
    setting: Setting = Setting()

    @cached_property
    def raw(self) -> str:
        """The pieces as they were written."""
        return GAP + GAP.join(piece.text for piece in self.pieces)

    @cached_property
    def signs(self) -> str:
        """The same with one sign for each of those that look alike."""
        return with_same_signs(self.raw)

    @cached_property
    def prose(self) -> str:
        """The same without marks of Markdown and addresses of the web; every sign stands where it stood."""
        text = self.signs
        if self.may_hold_addresses:
            for address in ADDRESSES:
                text = address.sub(lambda found: " " * len(found.group()), text)
        return text

    @cached_property
    def may_hold_addresses(self) -> bool:
        return "://" in self.signs or "](" in self.raw

    @cached_property
    def small(self) -> str:
        """The prose in small letters; every sign stands where it stood."""
        text = self.prose.lower()
        if len(text) == len(self.prose):
            return text
        return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in self.prose)

    @cached_property
    def counted(self) -> list[Counted]:
        """Every number of pupils in it."""
        numbers = sorted(place.start for clue in (Clue.DIGIT, Clue.NUMBER) for place in self.clues[clue])
        return list(counted_pupils(self.small, numbers))

    @cached_property
    def clues(self) -> Clues:
        """Where rules have to look."""
        return clues_in(self.small)

    @cached_property
    def holds_long_number(self) -> bool:
        """Whether there are nine digits with nothing but spaces, brackets and hyphens between them."""
        return any(LONG_NUMBER.match(self.prose, digit.start) for digit in self.clues[Clue.DIGIT])

    @cached_property
    def holds_long_number_anywhere(self) -> bool:
        """The same, or there may be some in an address of the web."""
        if self.holds_long_number or not self.may_hold_addresses:
            return self.holds_long_number
        addresses = (found.group() for pattern in ADDRESSES for found in pattern.finditer(self.signs))
        return any(DIGIT.search(address) for address in addresses)

    @cached_property
    def by_path(self) -> dict[Path, str]:
        """Every value by the path of its field."""
        return {piece.path: piece.text for piece in self.pieces if piece.origin == "value"}

    @cached_property
    def starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        return [0, *(found.end() for found in PARAGRAPH.finditer(self.prose))]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence starts: behind a full stop, or where a paragraph, an entry of a list or a piece does."""
        found = (found.end() for found in SENTENCE.finditer(self.prose))
        return sorted({*self.paragraph_starts, *found})

    def piece_at(self, at: int) -> Piece:
        return self.pieces[bisect_right(self.starts, at) - 1]

    def paragraph(self, at: int) -> tuple[int, int]:
        """From where to where the paragraph around a place goes."""
        return around(self.paragraph_starts, at, len(self.prose))

    def sentence(self, at: int) -> tuple[int, int]:
        """From where to where the sentence around a place goes."""
        return around(self.sentence_starts, at, len(self.prose))

    def before(self, at: int, most: int = 120) -> str:
        """What stands before a place in its sentence, in small letters."""
        first = max(0, at - most)
        ends = (found.end() for pattern in BREAKS for found in pattern.finditer(self.prose, first, at + 2))
        return self.small[max((end for end in ends if end <= at), default=first) : at]

    def after(self, at: int, most: int = 120) -> str:
        """What stands behind a place in its sentence, in small letters."""
        last = min(len(self.prose), at + most)
        return self.small[at : min((found.start() + 1 for found in self.breaks(at, last)), default=last)]

    def paragraph_end(self, at: int, most: int) -> int:
        """Where the paragraph around a place ends, if it is not further than some signs away."""
        last = min(len(self.prose), at + most)
        found = PARAGRAPH.search(self.prose, at, last)
        return found.start() if found else last

    def sentence_end(self, at: int, most: int) -> int:
        """Where the sentence around a place ends, if it is not further than some signs away."""
        last = min(len(self.prose), at + most)
        return min((found.end() for found in self.breaks(at, last)), default=last)

    def breaks(self, first: int, last: int) -> Iterator[re.Match[str]]:
        """The first end of a paragraph and the first end of a sentence between two places."""
        yield from filter(None, (pattern.search(self.prose, first, last) for pattern in BREAKS))


def with_same_signs(text: str) -> str:
    """A text with one sign for each of those that look alike, as long as it was."""
    for sign in ASCII_SIGNS if text.isascii() else SAME_SIGN.keys() & set(text):
        text = text.replace(sign, SAME_SIGN[sign])
    return text


def around(starts: list[int], at: int, end: int) -> tuple[int, int]:
    position = bisect_right(starts, at)
    return starts[position - 1], starts[position] if position < len(starts) else end


def all_said(data: Any, comments: Iterable[tuple[int, str]] = (), *, name: str = "") -> Said:
    """What the data of a file says, its comments, each with where it starts in the file, and its name."""
    said = Said(setting=setting_of(data))
    add(said, data, ())
    for offset, comment in comments:
        put(said, (), comment, "comment", offset=offset)
    if name:
        put(said, (), name, "name")
    return said


def put(said: Said, path: Path, text: str, origin: str, around: Any = None, *, offset: int = -1) -> None:
    last = said.pieces[-1] if said.pieces else None
    start = last.start + len(last.text) + len(GAP) if last else len(GAP)
    said.pieces.append(Piece(path, text, start, origin, around, offset))


PLAIN_NAME = re.compile(r"[a-z_]+")


def add(said: Said, data: Any, path: Path, around: Any = None) -> None:
    """Add every text below a path, in its order; the sign-off is about the text and is no part of it."""
    if isinstance(data, str):
        put(said, path, data.replace(GAP, " "), "value", around)
    elif isinstance(data, list):
        for position, each in enumerate(data):
            add(said, each, (*path, position), around)
    elif isinstance(data, dict):
        for key, value in data.items():
            if not PLAIN_NAME.fullmatch(key):
                put(said, (*path, key), key.replace(GAP, " "), "key")
            add(said, value, (*path, key), data)


def setting_of(data: Any) -> Setting:
    found = data.get("setting") if isinstance(data, dict) else None
    if not isinstance(found, dict):
        return Setting()
    name, kind, size = (found.get(key) for key in ("name", "kind", "size"))
    return Setting(name if isinstance(name, str) else "", kind == "school", size if isinstance(size, str) else "")
