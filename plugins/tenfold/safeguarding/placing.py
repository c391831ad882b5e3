"""Where in a file something stands that was found in a value: YAML folds, quotes and escapes on the way to a value."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property

from tenfold.loading.yaml_document import Document
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.said import Path, Piece

HEADER = lazily(r"[|>][0-9+-]{0,2}[ \t]*(?:#[^\n]*)?\n")
ESCAPE = lazily(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
MEANS = {"0": "\0", "t": "\t", "n": "\n", "r": "\r", "e": "\x1b", " ": " ", "_": "\u00a0", "N": "\x85"}
MAX_CLUSTER = 6
LOOK_AHEAD = 400


class Places:
    """Lines and columns in one file. Each piece is laid over the text of the file once, when something is in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.laid: dict[tuple[Path, str], list[int]] = {}

    @cached_property
    def lines(self) -> list[int]:
        """Where each line starts."""
        return [0, *(found.end() for found in re.finditer("\n", self.document.text))]

    def line_and_column(self, piece: Piece, at: int) -> tuple[int, int]:
        """Where a sign of a piece stands in the file; both from 1.

        Args:
            piece: the piece.
            at: the sign, counted from the start of the whole that the piece belongs to.
        """
        if piece.origin == "name":
            return 1, 1
        if piece.origin == "comment":
            return self.of_offset(piece.offset + at - piece.start)
        return self.of_offset(self.offsets(piece)[at - piece.start])

    def of_offset(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def offsets(self, piece: Piece) -> list[int]:
        """Where in the file each sign of a piece stands."""
        name = (piece.path, piece.origin)
        if name not in self.laid:
            line, column = self.document.place(piece.path, key=piece.origin == "key")
            start = self.lines[min(line, len(self.lines)) - 1] + column - 1
            whole = piece.path in ((), ("body",)) and column == 1  # the text of a page, or of what is no YAML
            self.laid[name] = lay(piece.text, self.document.text, start, as_it_stands=whole)
        return self.laid[name]

    @cached_property
    def values(self) -> list[tuple[tuple[int, int], Path]]:
        """Where each value starts, in the order of the file."""
        return sorted((place, path) for path, place in self.document.values.items())

    def is_in_a_value(self, offset: int) -> bool:
        """Whether a place in the file is inside a value; what looks like a comment there is a part of the text."""
        position = bisect_right(self.values, self.of_offset(offset), key=lambda value: value[0])
        path = self.values[position - 1][1] if position else ()
        value = self.value_at(path)
        if not isinstance(value, str) or not value:
            return False
        places = self.offsets(Piece(path, value, 0))
        return places[0] <= offset <= places[-1]  # a comment may stand behind the sign of a folded text

    def sign_at(self, path: Path) -> str:
        """The sign with which a value starts in the file."""
        line, column = self.document.place(path)
        start = self.lines[min(line, len(self.lines)) - 1] + column - 1
        return self.document.text[start : start + 1]

    def value_at(self, path: Path) -> object:
        found: object = self.document.data
        for part in path:
            if isinstance(found, dict) and isinstance(part, str):
                found = found.get(part)
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found


def lay(value: str, text: str, start: int, *, as_it_stands: bool = False) -> list[int]:
    """Where each sign of a value stands in the text that it was read from.

    White space is passed over on both sides, since folding changes it; so are quotes, and escapes are read. Where the
    two do not go together, the place is near.
    """
    header = None if as_it_stands else HEADER().match(text, start)
    at = header.end() if header else start
    quote = "" if as_it_stands or header else text[at : at + 1]
    quote = quote if quote in ("'", '"') else ""
    at += len(quote)
    places: list[int] = []
    for sign in value:
        if sign.isspace():
            places.append(min(at, len(text)))
            continue
        place, at = next_sign(sign, text, at, quote)
        places.append(place)
    return places


def next_sign(sign: str, text: str, at: int, quote: str) -> tuple[int, int]:
    """Where the next sign stands from here on, and where to go on behind it."""
    at = behind_space(text, at, quote)
    if text[at : at + 1] == sign:
        return at, at + (2 if sign == quote == "'" else 1)
    if quote == '"' and (escape := ESCAPE().match(text, at)):
        return at, escape.end()
    for length in range(2, MAX_CLUSTER):  # letters with accents that are written apart
        if unicodedata.normalize("NFC", text[at : at + length]) == sign:
            return at, at + length
    found = text.find(sign, at, at + LOOK_AHEAD)
    return (found, found + 1) if found >= 0 else (min(at, len(text)), at)


SPACE = re.compile(r"\s*")
SPACE_IN_QUOTES = re.compile(r"(?:\s|\\\n|\\[ tn])*")


def behind_space(text: str, at: int, quote: str) -> int:
    found = (SPACE_IN_QUOTES if quote == '"' else SPACE).match(text, at)
    return found.end() if found else at
