"""Where a word of a text stands in its file, to the line and column.

YAML folds lines, drops indentation and undoes quotes, so that a place in a value is not a place in the file. What it
never changes is the order of the letters: the letters of a value are those of the file from where the value starts, if
spaces are left out on both sides and escapes are counted as the one letter they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from tenfold.model import Kind
from tenfold.teaching.written import Subject, Text

BETWEEN_DOUBLE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|.)|\S")
BETWEEN_SINGLE = re.compile(r"''|\S")
LETTER = re.compile(r"\S")
BLANK_ESCAPES = frozenset([r"\n", r"\t", r"\r", r"\v", r"\f", r"\ ", r"\_", r"\N", r"\L", r"\P", "\\\n"])


class Placed:
    """The text of one field in its file. It is laid out once, when the first place in it is asked for."""

    def __init__(self, subject: Subject, text: Text) -> None:
        self.subject = subject
        self.text = text

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of what stands at an offset of the value."""
        ordinal = self.ordinals[min(offset, len(self.ordinals) - 1)]
        if ordinal >= len(self.letters):
            return self.start
        found = self.letters[ordinal]
        line = bisect_right(self.lines, found)
        return line, found - self.lines[line - 1] + 1

    @cached_property
    def start(self) -> tuple[int, int]:
        return self.subject.place(self.text.where)

    @cached_property
    def ordinals(self) -> list[int]:
        """For each sign of the value, how many letters stand before it."""
        found, count = [], 0
        for sign in self.text.value:
            found.append(count)
            count += not sign.isspace()
        return found or [0]

    @cached_property
    def source(self) -> str:
        text = self.subject.document.text
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    @cached_property
    def lines(self) -> list[int]:
        """Where each line of the file starts."""
        return [0, *(found.end() for found in re.finditer("\n", self.source))]

    @cached_property
    def letters(self) -> list[int]:
        """Where the letters of the value stand in the file, as many as it has."""
        line, column = self.start
        if line > len(self.lines) or not self.source:
            return []
        wanted = self.ordinals[-1] + 1
        return [
            place for place, _ in zip(self.letters_from(self.lines[line - 1] + column - 1), range(wanted), strict=False)
        ]

    def letters_from(self, start: int) -> Iterator[int]:
        sign = "" if self.is_body else self.source[start : start + 1]
        if sign in ("|", ">"):
            start = self.source.find("\n", start) + 1 or len(self.source)
        if sign == '"':
            found = BETWEEN_DOUBLE.finditer(self.source, start + 1)
            return (each.start() for each in found if each.group() not in BLANK_ESCAPES)
        if sign == "'":
            return (each.start() for each in BETWEEN_SINGLE.finditer(self.source, start + 1))
        return (each.start() for each in LETTER.finditer(self.source, start))

    @property
    def is_body(self) -> bool:
        """Whether this is the text of a page, which stands in its file as it is."""
        return self.subject.kind is Kind.PAGE and self.text.where == ("body",)
