"""How high the boxes of a diagram stand: in their order, apart, and as level as can be with what they are linked to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from tenfold.render.theory_parts import ShownItem

GAP = 12.0
"""Between two boxes where no lane passes."""
LANE, CLEAR = 8.0, 8.0
"""Between two lanes, and between a lane and a box."""
PORT = 9.0
"""Between the ends of two curves at the edge of a box."""
SWEEPS = 3
"""How often the boxes are moved level with their neighbours; after three rounds hardly anything moves."""

Spot = tuple[int, int]
"""A column and a row in it."""


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"


class Link(NamedTuple):
    """A link between two items by their ids, with its ends from left to right as it is drawn."""

    source: str
    target: str
    start: Spot
    end: Spot
    backwards: bool

    @property
    def within(self) -> bool:
        """Whether both ends are in one column: then the link leaves and arrives on the right."""
        return self.start[0] == self.end[0]

    @property
    def passed(self) -> range:
        """The columns between its ends."""
        return range(self.start[0] + 1, self.end[0])

    @property
    def ends(self) -> tuple[tuple[int, int, Side], tuple[int, int, Side]]:
        return (*self.start, Side.RIGHT), (*self.end, Side.RIGHT if self.within else Side.LEFT)


@dataclass(frozen=True)
class Box:
    """The box of an item, or that of the question which an empty part asks.

    `rise` is the room over it that belongs to it, for the name of the strand that begins with it.
    """

    shown: ShownItem | None
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    leftward: bool
    strand: tuple[str, ...] = ()
    rise: float = 0.0

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        """Where the room over it begins: what is not to be crossed."""
        return self.y - self.rise

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class Gap(NamedTuple):
    """The gap above a box of a column; the one below the last box has the number of boxes for its row."""

    column: int
    row: int


Lanes = dict[Gap, list[int]]
"""The links that pass through each gap, by their numbers."""


@dataclass(frozen=True)
class Ground:
    """Boxes in their places, column by column, between a top and a bottom that all columns share."""

    columns: tuple[tuple[Box, ...], ...]
    top: float
    bottom: float

    def at(self, spot: Spot) -> Box:
        return self.columns[spot[0]][spot[1]]

    def level(self, link: Link, column: int) -> float:
        """How high a straight line from end to end would pass a column."""
        start, end = self.at(link.start).middle, self.at(link.end).middle
        return start + (end - start) * (column - link.start[0]) / (link.end[0] - link.start[0])

    def span(self, gap: Gap) -> tuple[float, float]:
        """From where to where a gap reaches."""
        boxes = self.columns[gap.column]
        upper = boxes[gap.row - 1].bottom if gap.row else self.top
        return upper, boxes[gap.row].top if gap.row < len(boxes) else self.bottom

    def nearest(self, column: int, level: float) -> Gap:
        """The gap of a column that is nearest to a height."""
        row = bisect_right([box.top for box in self.columns[column]], level)
        near = [Gap(column, each) for each in (row - 1, row) if each >= 0]
        return min(near, key=lambda gap: distance(level, self.span(gap)))


def distance(level: float, span: tuple[float, float]) -> float:
    return max(span[0] - level, level - span[1], 0.0)


def lanes_needed(ground: Ground, links: Sequence[Link]) -> Lanes:
    """Through which gaps the links go that pass columns: those nearest to the straight way."""
    found: Lanes = defaultdict(list)
    for number, link in enumerate(links):
        for column in link.passed:
            found[ground.nearest(column, ground.level(link, column))].append(number)
    return dict(found)


@dataclass
class Stack:
    """A column in the making: what stands in it, and the room that it needs in each gap."""

    boxes: tuple[Box, ...]
    rooms: list[float]
    tops: list[float] = field(default_factory=list)

    @property
    def steps(self) -> list[float]:
        """How far each box must stand below the one before it."""
        return [
            above.height + room + below.rise
            for above, below, room in zip(self.boxes, self.boxes[1:], self.rooms[1:], strict=False)
        ]

    def pack(self) -> float:
        """Put the boxes as high as they go. Returns the height that the column needs."""
        self.tops = list(accumulate(self.steps, initial=self.rooms[0] + self.boxes[0].rise))
        return self.tops[-1] + self.boxes[-1].height + self.rooms[-1]

    def middle(self, row: int) -> float:
        return self.tops[row] + self.boxes[row].height / 2


def placed(stacks: Sequence[tuple[Box, ...]], links: Sequence[Link], lanes: Lanes | None = None) -> Ground:
    """The boxes in their places below 0, with room for lanes."""
    counts = Counter({gap: len(passing) for gap, passing in (lanes or {}).items()})
    made = [Stack(boxes, rooms(column, len(boxes), counts)) for column, boxes in enumerate(stacks)]
    bottom = max(stack.pack() for stack in made)
    packed = [list(stack.tops) for stack in made]
    across = neighbours(links)
    for column in [*range(len(made)), *reversed(range(len(made)))] * SWEEPS:
        level_out(column, made, packed[column], across, bottom)
    columns = [tuple(replace(box, y=y) for box, y in zip(stack.boxes, stack.tops, strict=True)) for stack in made]
    return Ground(tuple(columns), 0.0, bottom)


def rooms(column: int, boxes: int, counts: Counter[Gap]) -> list[float]:
    """The least height of each gap of a column: between boxes there is always one, above and below them for lanes."""
    lanes = [counts[Gap(column, row)] for row in range(boxes + 1)]
    least = [2 * CLEAR + (count - 1) * LANE if count else 0.0 for count in lanes]
    return [room if row in {0, boxes} else max(GAP, room) for row, room in enumerate(least)]


def neighbours(links: Sequence[Link]) -> dict[Spot, list[Spot]]:
    """What each box is linked to in other columns."""
    found: dict[Spot, list[Spot]] = defaultdict(list)
    for link in links:
        if not link.within:
            found[link.start].append(link.end)
            found[link.end].append(link.start)
    return found


def level_out(
    column: int, stacks: list[Stack], packed: list[float], across: dict[Spot, list[Spot]], bottom: float
) -> None:
    """Move the boxes of a column level with what they are linked to, as far as their order and the others allow."""
    stack = stacks[column]
    wishes = []
    for row, box in enumerate(stack.boxes):
        middles = [stacks[other].middle(its) for other, its in across.get((column, row), ())]
        wishes.append(sum(middles) / len(middles) - box.height / 2 if middles else packed[row])
    low = stack.rooms[0] + stack.boxes[0].rise
    stack.tops = settled(wishes, stack.steps, low, bottom - stack.rooms[-1] - stack.boxes[-1].height)


def settled(wishes: Sequence[float], steps: Sequence[float], low: float, high: float) -> list[float]:
    """Places as near to the wished ones as can be, each at least a step behind the one before, all within bounds.

    Least squares by pooling: neighbours that would come too close share the mean of their wishes.
    """
    offsets = list(accumulate(steps, initial=0.0))
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        total, count = wish - offset, 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    means = [total / count for total, count in pools for _ in range(count)]
    return [max(low, min(mean, high - offsets[-1])) + offset for mean, offset in zip(means, offsets, strict=True)]
