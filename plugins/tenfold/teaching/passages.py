"""Passages: the paragraphs, list items and table cells of a record as plain words, each with its place in the value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from markdown_it.token import Token

from tenfold.model.walking import Path
from tenfold.prose import as_far_as_one_may_go, parse, plain_start
from tenfold.teaching.locating import Placed
from tenfold.teaching.sentences import Sentence, sentences
from tenfold.teaching.written import Subject, Text, written


class Shape(StrEnum):
    """What a passage is."""

    PARAGRAPH = "paragraph"
    LINE = "line"
    """A field of one line, such as a title or a statement."""
    ITEM = "item"
    CELL = "cell"
    HEADING = "heading"
    QUOTE = "quote"


@dataclass(frozen=True)
class Passage:
    """A run of plain words: where it stands, what it says, and where each part of it stands in the field's value."""

    placed: Placed = field(repr=False)
    text: str
    shape: Shape
    spots: tuple[tuple[int, int], ...] = ((0, 0),)
    """Pairs of an offset in `text` and its offset in the value, rising."""

    @property
    def where(self) -> Path:
        return self.placed.text.where

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, in the file."""
        nearest = bisect_right(self.spots, (offset, 1 << 30)) - 1
        here, there = self.spots[max(nearest, 0)]
        return self.placed.place(there + offset - here)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentences(self.text))


def passages(subject: Subject) -> Iterator[Passage]:
    """Every passage of a record, in the order of its fields."""
    for text in written(subject):
        placed = Placed(subject, text)
        if text.markdown:
            yield from prose_passages(placed, text)
        else:
            yield Passage(placed, unbroken(text.value), Shape.LINE)


def unbroken(text: str) -> str:
    """The same text on one line, sign for sign."""
    return text.replace("\n", " ").replace("\t", " ")


def prose_passages(placed: Placed, text: Text) -> Iterator[Passage]:
    plain, marked = plain_start(text.value)
    end = 0
    for paragraph in plain:
        start = max(text.value.find(paragraph, end), end)
        end = start + len(paragraph)
        yield Passage(placed, unbroken(paragraph), Shape.PARAGRAPH, ((0, start),))
    if marked:
        yield from marked_passages(placed, marked, max(text.value.find(marked, end), end))


SHAPES = {
    "list_item_open": Shape.ITEM,
    "heading_open": Shape.HEADING,
    "td_open": Shape.CELL,
    "th_open": Shape.CELL,
    "blockquote_open": Shape.QUOTE,
}


def marked_passages(placed: Placed, value: str, start: int) -> Iterator[Passage]:
    """The passages of a text with markup: links, emphasis and bars of tables are left out, their words stay.

    Args:
        placed: where the whole text stands.
        value: its part with markup.
        start: where in the whole text that part starts.
    """
    around: list[Shape] = []
    end = 0
    for token in parse(as_far_as_one_may_go(value)):
        if token.type in SHAPES:
            around.append(SHAPES[token.type])
        elif token.type.removesuffix("_close") + "_open" in SHAPES and token.nesting < 0:
            around.pop()
        elif token.type == "inline":
            words, spots, end = words_of(token, value, end)
            if words.strip():
                shifted = tuple((here, there + start) for here, there in spots)
                yield Passage(placed, words, around[-1] if around else Shape.PARAGRAPH, shifted)


def words_of(token: Token, value: str, start: int) -> tuple[str, tuple[tuple[int, int], ...], int]:
    """The words of an inline token, where each run of them stands in the value, and where the last one ends."""
    words, spots, targets = "", [], []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            found = value.find(child.content, start)
            place = start if found < 0 else found
            start = place if found < 0 else place + len(child.content)
            spots.append((len(words), place))
            words += child.content
        elif child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type == "link_open":
            targets.append(str(child.attrs.get("href", "")))
        elif child.type == "link_close" and targets:
            start = behind(value, targets.pop(), start)
    return unbroken(words), tuple(spots) or ((0, start),), start


def behind(value: str, target: str, start: int) -> int:
    """Where a text goes on behind the address of a link."""
    found = value.find(target, start)
    return start if found < 0 or not target else found + len(target)
