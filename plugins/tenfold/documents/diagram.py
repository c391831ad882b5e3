"""The diagram of a theory for slides: five columns of boxes, and arrows from each box to what it leads to.

Boxes are as large as their text needs, in the largest letters that leave room for all. A theory that is too large for
one slide goes on over several, with its longer statements shortened: the slide of each part has them whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from math import ceil

from tenfold.documents.fitting import LEADING, first_lines, fits, height, lines, share
from tenfold.documents.outline import ONE, Numbered, Outline, Part
from tenfold.documents.slide_markup import (
    BOTTOM,
    BRAND,
    LEFT,
    QUIET,
    RIGHT,
    TOP,
    End,
    Place,
    Text,
    box,
    connector,
    ground,
    words,
)

LEFTMOST, TOPMOST, FULL_WIDTH, FULL_HEIGHT = 36.0, 104.0, 888.0, 392.0
"""Where the columns stand, in points."""
BETWEEN, PADDING, HEAD, GAP = 22.0, 6.0, 46.0, 9.0
COLUMN = (FULL_WIDTH - 4 * BETWEEN) / 5
BOX = COLUMN - 2 * PADDING
INSETS = (10.0, 8.0)
"""Of a box: left and right together, top and bottom together."""
LINE = BOX - INSETS[0]
ROOM = FULL_HEIGHT - HEAD - PADDING
SIZES = (13, 12, 11, 10, 9)
SMALL = 9
LEAST = 2
"""Lines of a box that are left in any case."""
MOST = 8
"""Boxes in a column of one slide, where they do not all fit."""
BLANK = 4
FIRST_ID = 20


@dataclass(frozen=True)
class Boxed:
    """A box of the diagram: its name, what is written in it, in which size, and how high that makes it."""

    name: str
    text: str
    size: float
    height: float
    item: Numbered | None = None

    @property
    def number(self) -> str:
        return f"{self.item.number}" if self.item else ""

    @property
    def says(self) -> str:
        """What those hear who do not see the arrows; the text as well where the box has only its first words."""
        if self.item is None:
            return f"{self.name}, to fill in."
        whole = "" if self.text == self.item.item.text else f" {self.item.item.text}"
        return f"{self.name}.{whole}{f' Leads to {self.item.links}.' if self.item.links else ''}"


Columns = Sequence[Sequence[Boxed]]


def diagrams(outline: Outline) -> Iterator[tuple[str, list[str]]]:
    """The diagram as one slide or several: for each a note on how to use it, and its shapes."""
    pages = arranged(outline)
    for page in pages:
        yield note(outline, page, len(pages)), list(shapes(outline, page))


def note(outline: Outline, page: Columns, pages: int) -> str:
    if outline.blank:
        return "Begin on the right. Write into the boxes, copy one where you need more, drag the ends of the arrows."
    short = any(each.item and each.text != each.item.item.text for column in page for each in column)
    more = " Long statements are shortened here; the slide of each part has them whole." if short else ""
    several = " Arrows to boxes on another of these slides are listed with each part." if pages > 1 else ""
    return f"Read it from left to right; make it from right to left.{more}{several}"


def arranged(outline: Outline) -> list[Columns]:
    """The columns of each slide."""
    if outline.blank:
        high = ROOM / BLANK - GAP
        return [[[Boxed(f"{part.one} {n}", "", SIZES[0], high) for n in range(1, BLANK + 1)] for part in outline.parts]]
    for size in SIZES:
        if all(
            fits((boxed(each, each.item.text, size).height + GAP for each in part.items), ROOM)
            for part in outline.parts
        ):
            return [[[boxed(each, each.item.text, size) for each in part.items] for part in outline.parts]]
    return spread(outline)


def spread(outline: Outline) -> list[Columns]:
    """The columns of each of several slides, as full as each other, with what is long shortened."""
    longest = max(len(part.items) for part in outline.parts)
    at_once = ceil(longest / ceil(longest / MOST))
    starts = range(0, longest, at_once)
    return [[shortened_boxes(part.items[start : start + at_once]) for part in outline.parts] for start in starts]


def shortened_boxes(items: Sequence[Numbered]) -> list[Boxed]:
    """The boxes of a column, the longest shortened until all fit."""
    room = int((ROOM - len(items) * (GAP + INSETS[1])) / (SMALL * LEADING))
    most = share([len(lines(each.text, SMALL, LINE)) for each in items], room, least=LEAST)
    return [boxed(each, each.without_number(first_lines(each.text, SMALL, LINE, most)), SMALL) for each in items]


def boxed(numbered: Numbered, text: str, size: float) -> Boxed:
    high = height(f"{numbered.lead}{text}", size, LINE) + INSETS[1]
    return Boxed(numbered.name, text, size, high, numbered)


def shapes(outline: Outline, columns: Columns) -> Iterator[str]:
    """Grounds, arrows, then heads and boxes: from the back to the front, and what is read out in reading order."""
    ids = count(FIRST_ID)
    lefts = [LEFTMOST + position * (COLUMN + BETWEEN) for position in range(len(columns))]
    for part, left in zip(outline.parts, lefts, strict=True):
        yield ground(next(ids), f"Ground of {part.label.lower()}", Place(left, TOPMOST, COLUMN, FULL_HEIGHT))
    places = placed(columns, lefts)
    known = {name: (next(ids), place) for name, place in places.items()}
    for begin, end in arrows(outline, columns):
        if begin in known and end in known:
            yield arrow(next(ids), f"{begin} to {end}", known[begin], known[end])
    for part, left, column in zip(outline.parts, lefts, columns, strict=True):
        yield head(next(ids), part, left)
        for each in column:
            id, place = known[each.name]
            yield box(id, each.name, place, (Text(each.text, each.size, strong=each.number),), says=each.says)


def placed(columns: Columns, lefts: Sequence[float]) -> dict[str, Place]:
    """Where each box stands, by its name: one below the other, spread over the column."""
    found: dict[str, Place] = {}
    for column, left in zip(columns, lefts, strict=True):
        over = (ROOM - sum(each.height for each in column)) / max(len(column), 1)
        top = TOPMOST + HEAD + over / 2 - PADDING / 2
        for each in column:
            found[each.name] = Place(left + PADDING, top, BOX, each.height)
            top += each.height + over
    return found


def arrows(outline: Outline, columns: Columns) -> Iterator[tuple[str, str]]:
    """The names of the boxes that each arrow joins; in an empty diagram one chain, to show how it is done."""
    if outline.blank:
        names = [f"{one} 1" for one in ONE.values()]
        yield from pairwise(names)
    for column in columns:
        for each in column:
            yield from ((each.name, target) for target in (each.item.leads_to if each.item else ()))


def arrow(id: int, name: str, begin: tuple[int, Place], end: tuple[int, Place]) -> str:
    """From the right of a box to the left of one further on; in the same column from one to the next."""
    (first, place), (last, target) = begin, end
    if target.x > place.x:
        sides = (RIGHT, LEFT)
    elif target.x < place.x:
        sides = (LEFT, RIGHT)
    else:
        sides = (BOTTOM, TOP) if target.y > place.y else (TOP, BOTTOM)
    return connector(id, name, End(first, sides[0], place), End(last, sides[1], target))


def head(id: int, part: Part, left: float) -> str:
    place = Place(left + PADDING + 2, TOPMOST + 7, BOX, HEAD - 10)
    texts = (Text(part.label, 12, BRAND, bold=True, after=1), Text(part.says, 10.5, QUIET))
    return words(id, f"Head of {part.label.lower()}", place, texts)
