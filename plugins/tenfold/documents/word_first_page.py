"""The first page of the Word document: what it is, and the whole theory as one table.

The table has the largest letters that keep it on the page. What is too long even for the smallest is shortened there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenfold.documents.fitting import first_lines, fits, lines, share
from tenfold.documents.outline import MAKE, READ, Numbered, Outline, Part
from tenfold.documents.word_markup import Cell, Column, Line, heading, paragraph, table

WIDTH = 25.7
"""Of the text, in cm."""
TEXT_WIDTH, CELL_WIDTH = 728.0, 134.0
"""Of the text and of a cell, in points."""
PAGE_HEIGHT = 490.0
HEADER_HEIGHT = 48.0
"""Of the header of the table, with the margins of the row below it."""
BLANK_HEIGHT = 11.8
"""Of the columns of an empty page, in cm."""
NOTE = 18.0
"""The height of the line that says that something is shortened."""
LEAST = 2
"""Lines of a statement that are left in any case."""
LEADING = 1.33
"""The height of a line of prose, in sizes of its letters."""


@dataclass(frozen=True)
class Look:
    """How statements look: their style, its size, the height of a line in such sizes, and what is left below."""

    style: str
    size: float
    leading: float
    after: float

    def lines(self, each: Numbered) -> int:
        return len(lines(each.text, self.size, CELL_WIDTH))

    def height(self, each: Numbered) -> float:
        return self.lines(each) * self.size * self.leading + self.after


LARGE, SMALL = Look("TableItem", 11, 1.25, 6), Look("TableItemSmall", 9, 1.17, 4)


def first_page(outline: Outline) -> Iterator[str]:
    """What it is, how to read it, and the five parts side by side."""
    yield paragraph(outline.title, "Title")
    yield paragraph(outline.summary, "Subtitle")
    for text in notes(outline):
        yield paragraph(text, "Note")
    if outline.challenge:
        yield heading("What it is an answer to", 2)
        yield paragraph(outline.challenge)
    items = list(cells(outline, PAGE_HEIGHT - HEADER_HEIGHT - height_above(outline)))
    whole = [each.item.text for part in outline.parts for each in part.items]
    if [line.text for cell in items for line in cell] != whole:
        yield paragraph("Long statements are shortened in this table. They stand whole on the pages after it.", "Note")
    columns = [Column(part.label, WIDTH / 5, part.says) for part in outline.parts]
    about = "One column for each of the five parts, in reading order."
    lowest = BLANK_HEIGHT if outline.blank else 0
    yield table(columns, [items], title="The theory on one page", about=about, lowest=lowest)


def notes(outline: Outline) -> Iterator[str]:
    if outline.whose:
        yield outline.whose
    yield f"{READ} {MAKE}"


def height_above(outline: Outline) -> float:
    """How high that is which stands above the table, in points."""
    found = prose_height(outline.title, 26, 4) + prose_height(outline.summary, 13, 4)
    found += sum(prose_height(text, 10, 4) for text in notes(outline))
    return found + (34 + prose_height(outline.challenge, 10.5, 6) if outline.challenge else 0)


def prose_height(text: str, size: float, after: float) -> float:
    return len(lines(text, size, TEXT_WIDTH)) * size * LEADING + after


def cells(outline: Outline, room: float) -> Iterator[Cell]:
    """The statements of each part, in a room of so many points."""
    if all(fits(map(LARGE.height, part.items), room) for part in outline.parts):
        yield from (cell(part.items, LARGE) for part in outline.parts)
    else:
        yield from (small_cell(part, room) for part in outline.parts)


def cell(items: Sequence[Numbered], look: Look) -> Cell:
    return tuple(Line(each.item.text, look.style, each.lead) for each in items)


def small_cell(part: Part, room: float) -> Cell:
    """The statements of a part in small letters, the longest shortened until all fit."""
    if fits(map(SMALL.height, part.items), room):
        return cell(part.items, SMALL)
    left = int((room - len(part.items) * SMALL.after - NOTE) / (SMALL.size * SMALL.leading))
    most = share([SMALL.lines(each) for each in part.items], left, least=LEAST)
    texts = [each.without_number(first_lines(each.text, SMALL.size, CELL_WIDTH, most)) for each in part.items]
    return tuple(Line(text, SMALL.style, each.lead) for text, each in zip(texts, part.items, strict=True))
