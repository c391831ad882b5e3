"""Where everything stands in the drawing of a theory of change: geometry alone, from a theory to boxes and curves.

Five columns in reading order, each a stack of boxes. Between the columns are gutters, which hold no box: curves rise
and fall there. A link that passes a column crosses it on a lane, level, in the gap above or below one of its boxes. So
no curve meets a box but at its own ends, whatever the theory says. All lengths are in pixels of the drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tenfold.model.theory import TheoryOfChange
from tenfold.render.diagram_curves import CORNER, Curve, curves
from tenfold.render.diagram_places import PORT, Box, Ground, Link, Side, lanes_needed, placed
from tenfold.render.lettering import leftward, wrapped
from tenfold.render.theory_parts import ShownItem, ShownPart, shown_parts

SCREEN = 1136
"""The width of the drawing where it is as wide as a page: its letters are then of their own size."""
WIDER = (1.25, 1.5, 2.0, 2.5, 3.0)
"""How much wider it may be on paper, so that long texts make it less high."""
GUTTER, PADDING = 50, 14
"""Between the boxes of two columns, and between a box and the edge of its column."""
TEXT, TEXT_LINE = 15.5, 21.0
HEADING, HEADING_LINE = 16.0, 21.0
SMALL, SMALL_LINE = 14.0, 18.0
"""The sizes of letters, and how far their lines are apart."""
INDENT, ABOVE = 15.0, 9.5
"""From the left and the upper edge of a box to its text; the bar on its edge is in the indent."""
RIGHT_INDENT = 10.0
OVERHANG = 10.0
"""How far the heading of a column may reach beyond its boxes, into the padding."""
UNDER_HEADING, UNDER_STRAND, OVER_STRAND = 14.0, 6.0, 8.0
MILLIMETRE = 72 / 25.4


class Paper(Enum):
    """A sheet on its side: what of it holds the drawing, in millimetres, with 10 of margin and 18 for the title."""

    A3 = (400, 259)
    A4 = (277, 172)


@dataclass(frozen=True)
class Column:
    """A part in its place: its words in lines, and its boxes from top to bottom."""

    part: ShownPart
    x: float
    width: float
    heading: tuple[str, ...]
    explains: tuple[str, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Layout:
    """A drawing of a theory, measured: five columns, and a curve for each link."""

    width: float
    height: float
    columns: tuple[Column, ...]
    curves: tuple[Curve, ...]

    def points(self, paper: Paper) -> float:
        """The size of the text of the boxes, in points, where the drawing fills a sheet."""
        wide, high = (side * MILLIMETRE for side in paper.value)
        return round(TEXT * min(wide / self.width, high / self.height), 1)

    def wider_than(self, paper: Paper) -> bool:
        """Whether it is as wide as the sheet before it is as high: then more width would only make its text smaller."""
        wide, high = paper.value
        return self.width / self.height >= wide / high


def lay_out(theory: TheoryOfChange, width: float = SCREEN) -> Layout:
    """The drawing of a theory in a width; its height follows from its text."""
    parts = shown_parts(theory)
    wide = (width - 2 * PADDING - 4 * GUTTER) / 5
    lefts = [PADDING + at * (wide + GUTTER) for at in range(5)]
    heads = [head_of(part, wide) for part in parts]
    top = PADDING + max(head_height(*head) for head in heads)
    links = tuple(links_of(parts))
    stacks = [tuple(boxes_of(part, x, wide)) for part, x in zip(parts, lefts, strict=True)]
    stacks = with_room_for_ends(stacks, links)
    lanes = lanes_needed(placed(stacks, links), links)
    ground = placed(stacks, links, lanes)
    columns = tuple(
        Column(part, x - PADDING, wide + 2 * PADDING, *head, tuple(moved(box, top) for box in boxes))
        for part, x, head, boxes in zip(parts, lefts, heads, ground.columns, strict=True)
    )
    drawn = curves(Ground(tuple(column.boxes for column in columns), top, top + ground.bottom), links, lanes)
    return Layout(width, top + ground.bottom + PADDING, columns, drawn)


def fitted(theory: TheoryOfChange, paper: Paper) -> Layout:
    """The drawing of a theory in the width at which its text is largest on a sheet, at least that of the screen."""
    best = lay_out(theory)
    for times in WIDER:
        if best.wider_than(paper):
            break
        wider = lay_out(theory, SCREEN * times)
        best = max(best, wider, key=lambda layout: layout.points(paper))
    return best


def head_of(part: ShownPart, wide: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        wrapped(part.wording.heading, size=HEADING, room=wide + OVERHANG, bold=True),
        wrapped(part.wording.explains, size=SMALL, room=wide + OVERHANG),
    )


def head_height(heading: Sequence[str], explains: Sequence[str]) -> float:
    return len(heading) * HEADING_LINE + len(explains) * SMALL_LINE + UNDER_HEADING


def boxes_of(part: ShownPart, x: float, wide: float) -> Iterator[Box]:
    """The boxes of a part, not yet in their place; an empty part has one with its question."""
    if not part.items:
        yield box_of(None, part.asks, x, wide)
    strand = None
    for shown in part.items:
        new = shown.item.strand if shown.item.strand != strand else None
        strand = shown.item.strand
        box = box_of(shown, shown.item.text, x, wide)
        yield with_strand(box, new) if new else box


def box_of(shown: ShownItem | None, text: str, x: float, wide: float) -> Box:
    lines = wrapped(text, size=TEXT, room=wide - INDENT - RIGHT_INDENT)
    high = len(lines) * TEXT_LINE + 2 * ABOVE
    return Box(shown, x, 0.0, wide, high, lines, leftward(text))


def with_strand(box: Box, strand: str) -> Box:
    """The first box of a strand, with the strand's name over it."""
    lines = wrapped(strand, size=SMALL, room=box.width, bold=True)
    return replace(box, strand=lines, rise=OVER_STRAND + len(lines) * SMALL_LINE + UNDER_STRAND)


def links_of(parts: Sequence[ShownPart]) -> Iterator[Link]:
    """Every link, in reading order. One that goes backwards is drawn like any other, and its arrow points left."""
    items = [(column, row, shown) for column, part in enumerate(parts) for row, shown in enumerate(part.items)]
    spots = {shown.item.id: (column, row) for column, row, shown in items}
    for column, row, shown in items:
        for target in shown.leads_to:
            start, end = (column, row), spots[target.id]
            backwards = end[0] < column
            yield Link(shown.item.id, target.id, *((end, start) if backwards else (start, end)), backwards)


def with_room_for_ends(stacks: Sequence[tuple[Box, ...]], links: Sequence[Link]) -> list[tuple[Box, ...]]:
    """The boxes, high enough for all curves that begin or end at one of their edges."""
    ends = Counter(end for link in links for end in link.ends)
    return [
        tuple(
            replace(box, height=max(box.height, *(room_for(ends[column, row, side]) for side in Side)))
            for row, box in enumerate(boxes)
        )
        for column, boxes in enumerate(stacks)
    ]


def room_for(ends: int) -> float:
    return 2 * CORNER + max(0, ends - 1) * PORT


def moved(box: Box, down: float) -> Box:
    return replace(box, y=box.y + down)
