"""What a sheet is made of: simple shapes on a page of A3 on its side, in millimetres from its top left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from tenfold.render.lettering import MARGIN, leftward, width, wrapped

WIDE, HIGH = 420.0, 297.0
EDGE = 12.0
"""What stays empty around a sheet, because printers cannot reach the edge of the paper."""
NOTE = (51.0, 38.0)
"""A small sticky note, width and height."""

INK, QUIET, PAPER = "#1d252c", "#55606a", "#ffffff"
BRAND, MIST = "#12505b", "#eef5f6"
LEADING, RISE = 1.25, 0.98
"""From one line to the next, and from the top of a text to the foot of its first line, in sizes of its letters."""
SLACK = 1.03
"""Lines end this much before their box does: some capitals are wider in the typeface of the PDF than as we measure."""


@dataclass(frozen=True)
class Style:
    """How a shape is filled and drawn around. Nothing is filled or drawn without a colour."""

    fill: str = ""
    stroke: str = ""
    thick: float = 0.5
    dashed: bool = False


OUTLINE = Style(PAPER, INK)
FIRM = Style(stroke=INK, thick=0.6)
THIN = Style(stroke=QUIET, thick=0.3)
DASHED = Style(stroke=QUIET, thick=0.4, dashed=True)


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    style: Style = OUTLINE


@dataclass(frozen=True)
class Circle:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    style: Style = OUTLINE


@dataclass(frozen=True)
class Line:
    """Straight strokes from point to point. It is filled as if it went back to the first, and drawn as it is."""

    points: tuple[tuple[float, float], ...]
    style: Style = THIN


@dataclass(frozen=True)
class Text:
    """Lines of text in a box, whose top left is `x` and `y`. `level` is that of a heading, 0 for all other text."""

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    size: float
    bold: bool = False
    colour: str = INK
    middle: bool = False
    level: int = 0

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    def feet(self) -> Iterator[tuple[float, str]]:
        """Each line with the height at which it stands."""
        for number, line in enumerate(self.lines):
            yield self.y + self.size * (RISE + number * LEADING), line

    def start(self, line: str) -> float:
        """Where a line begins: for one that is read from right to left, at its right end."""
        if leftward(line):
            return self.x + self.width
        return self.x + (self.width - measured(line, self.size, bold=self.bold)) / 2 if self.middle else self.x


Shape = Box | Circle | Line | Text


class Room(NamedTuple):
    """Where notes go: nothing is written there. A line may run through it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """A sheet to print: its title, what it shows in a sentence, its shapes from the back to the front, its rooms."""

    title: str
    shows: str
    shapes: tuple[Shape, ...]
    rooms: tuple[Room, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(shape for shape in self.shapes if isinstance(shape, Text))

    def coloured(self, main: str, tint: str) -> Sheet:
        """The same sheet with other colours in place of those that a brand may change."""
        return replace(self, shapes=tuple(coloured(shape, {BRAND: main, MIST: tint}) for shape in self.shapes))


def coloured(shape: Shape, instead: Mapping[str, str]) -> Shape:
    """A shape with some colours in place of others."""
    if isinstance(shape, Text):
        return replace(shape, colour=instead.get(shape.colour, shape.colour))
    fill, stroke = (instead.get(colour, colour) for colour in (shape.style.fill, shape.style.stroke))
    return replace(shape, style=replace(shape.style, fill=fill, stroke=stroke))


def measured(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is, without any margin."""
    return width(text, size, bold=bold) / MARGIN


def fitted(
    text: str, x: float, y: float, wide: float, *, size: float, most: int = 1, bold: bool = False, colour: str = INK,
    middle: bool = False, level: int = 0,
) -> Text:  # fmt: skip
    """A text in a box: in letters of this size, or of the largest below it with which it has no more lines.

    Args:
        text: what to write.
        x: the left of the box.
        y: its top.
        wide: its width.
        size: of the letters, at most.
        most: how many lines it may have.
        bold: whether the letters are.
        colour: their colour.
        middle: whether lines stand in the middle of the box.
        level: of a heading.
    """
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    lines = wrapped(shown, size=size, room=wide / SLACK, bold=bold)
    while len(lines) > most:
        size *= 0.95
        lines = wrapped(shown, size=size, room=wide / SLACK, bold=bold)
    return Text(x, y, wide, lines, round(size, 2), bold, colour, middle, level)
