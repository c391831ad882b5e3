"""The curves of a diagram: from the right edge of one box to the left edge of another, through gutters and on lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tenfold.render.diagram_places import CLEAR, LANE, PORT, Box, Ground, Lanes, Link, Side, settled

CORNER = 10.0
"""How far the ends of curves stay from the corners of a box."""
NEAR, FAR = 0.2, 0.72
"""Between which shares of a gutter curves rise and fall; what is left on the right is for the heads of arrows."""
LOOP, DEEPER, DEEPEST, DEEPEST_LAST = 18.0, 6.0, 46.0, 17.0
"""How far the handles of a loop reach: one to the next row, for each row more, at most, and at most behind the last
column, where there is no gutter. The loop itself reaches three quarters as far."""

Point = tuple[float, float]
Span = tuple[float, float]
LaneLevels = dict[tuple[int, int], float]
"""The height at which a link, by its number, passes a column."""
EndLevels = dict[tuple[int, bool], float]
"""The height at which a link, by its number, meets its first box, on the left, and its last."""
Shares = dict[tuple[int, int], float]
"""Where in a gutter, by the column on its left, a link rises or falls: from 0 on the left to 1."""


@dataclass(frozen=True)
class Curve:
    """A link as a chain of cubic Bézier curves: a point, then two handles and a point for each curve of the chain."""

    source: str
    target: str
    backwards: bool
    points: tuple[Point, ...]


class Leg(NamedTuple):
    """The part of a link in one gutter: from a height on its left to one on its right."""

    link: int
    gutter: int
    left: float
    right: float


class End(NamedTuple):
    """Where a link meets a box: what decides its place among others, the height it wishes, and which end it is."""

    order: tuple[int, float, int]
    wish: float
    link: int
    first: bool


def curves(ground: Ground, links: Sequence[Link], lanes: Lanes) -> tuple[Curve, ...]:
    """A curve for each link, in their order."""
    passing = lane_levels(ground, links, lanes)
    ends = end_levels(ground, links, passing)
    legs = {number: legs_of(link, number, passing, ends) for number, link in enumerate(links)}
    shares = shares_of([leg for each in legs.values() for leg in each])
    return tuple(
        curve(link, loop(ground, link, number, ends) if link.within else way(ground, legs[number], shares))
        for number, link in enumerate(links)
    )


def curve(link: Link, points: tuple[Point, ...]) -> Curve:
    return Curve(link.source, link.target, link.backwards, points[::-1] if link.backwards else points)


def lane_levels(ground: Ground, links: Sequence[Link], lanes: Lanes) -> LaneLevels:
    """The heights of the lanes: those of one gap in the order in which their links come, as level as there is room."""
    found: LaneLevels = {}
    for gap, numbers in lanes.items():
        wishes = sorted((ground.level(links[number], gap.column), number) for number in numbers)
        upper, lower = ground.span(gap)
        steps = [LANE] * (len(wishes) - 1)
        heights = settled([wish for wish, _ in wishes], steps, upper + CLEAR, lower - CLEAR)
        found |= {(number, gap.column): height for (_, number), height in zip(wishes, heights, strict=True)}
    return found


def end_levels(ground: Ground, links: Sequence[Link], passing: LaneLevels) -> EndLevels:
    """The heights at which links meet boxes: spread along an edge, in the order in which they leave it."""
    edges: dict[tuple[int, int, Side], list[End]] = defaultdict(list)
    for number, link in enumerate(links):
        pair = loop_ends(ground, link, number) if link.within else way_ends(ground, link, number, passing)
        for edge, end in zip(link.ends, pair, strict=True):
            edges[edge].append(end)
    found: EndLevels = {}
    for (column, row, _), ends in edges.items():
        ends.sort()
        box = ground.at((column, row))
        steps = [PORT] * (len(ends) - 1)
        heights = settled([end.wish for end in ends], steps, box.y + CORNER, box.bottom - CORNER)
        found |= {(end.link, end.first): height for end, height in zip(ends, heights, strict=True)}
    return found


def way_ends(ground: Ground, link: Link, number: int, passing: LaneLevels) -> tuple[End, End]:
    """The ends of a link between two columns: each as near as can be to the height that the link comes from."""
    start, end = half(ground.at(link.start)), half(ground.at(link.end))
    lanes = [passing[number, column] for column in link.passed]
    after, before = ((lanes[0],) * 2, (lanes[-1],) * 2) if lanes else (end, start)
    return (
        End((0, sum(after), number), meeting(start, after), number, first=True),
        End((0, sum(before), number), meeting(end, before), number, first=False),
    )


def loop_ends(ground: Ground, link: Link, number: int) -> tuple[End, End]:
    """The ends of a link within a column: the last ones towards its other box, so that loops enclose no other ends."""
    start, end = ground.at(link.start), ground.at(link.end)
    down = link.end[1] >= link.start[1]
    turned = link.end[1] <= link.start[1]
    return (
        End((1 if down else -1, -end.middle, number), half(start)[down], number, first=True),
        End((1 if turned else -1, -start.middle, number), half(end)[turned], number, first=False),
    )


def half(box: Box) -> Span:
    """The middle half of a box's edge, where links meet it if they can."""
    return box.y + box.height / 4, box.bottom - box.height / 4


def meeting(own: Span, other: Span) -> float:
    """Where on its own stretch a link is level with the other, or else nearest to it."""
    upper, lower = max(own[0], other[0]), min(own[1], other[1])
    return (upper + lower) / 2 if upper <= lower else own[1] if own[1] < other[0] else own[0]


def legs_of(link: Link, number: int, passing: LaneLevels, ends: EndLevels) -> list[Leg]:
    """A link between two columns, gutter by gutter."""
    heights = [ends[number, True], *(passing[number, column] for column in link.passed), ends[number, False]]
    gutters = range(link.start[0], link.end[0])
    return [Leg(number, *each) for each in zip(gutters, heights, heights[1:], strict=False)]


def shares_of(legs: Sequence[Leg]) -> Shares:
    """Where each leg rises or falls. Of those that fall the lowest turns first, of those that rise the highest: then
    legs that need not cross do not."""
    groups: dict[tuple[int, bool], list[Leg]] = defaultdict(list)
    for leg in legs:
        groups[leg.gutter, leg.right > leg.left].append(leg)
    found: Shares = {}
    for (gutter, falls), group in groups.items():
        group.sort(key=lambda leg: (-leg.left if falls else leg.left, leg.link))
        for place, leg in enumerate(group, start=1):
            found[leg.link, gutter] = NEAR + (FAR - NEAR) * place / (len(group) + 1)
    return found


def way(ground: Ground, legs: Sequence[Leg], shares: Shares) -> tuple[Point, ...]:
    """The curve of a link between two columns: an S in each gutter, and level across the columns between."""
    points: list[Point] = []
    for leg in legs:
        left, right = ground.columns[leg.gutter][0].right, ground.columns[leg.gutter + 1][0].x
        turn = left + (right - left) * shares[leg.link, leg.gutter]
        if points:
            points += level(points[-1], left)
        else:
            points.append((left, leg.left))
        points += [(turn, leg.left), (turn, leg.right), (right, leg.right)]
    return tuple(points)


def level(start: Point, x: float) -> Iterator[Point]:
    """A level stretch from a point as the curve that it is."""
    yield from ((start[0] + (x - start[0]) * share, start[1]) for share in (1 / 3, 2 / 3))
    yield x, start[1]


def loop(ground: Ground, link: Link, number: int, ends: EndLevels) -> tuple[Point, ...]:
    """The curve of a link within a column: out of the right edge of one box and back into that of the other."""
    x = ground.at(link.start).right
    deepest = DEEPEST if link.start[0] + 1 < len(ground.columns) else DEEPEST_LAST
    reach = x + min(deepest, LOOP + DEEPER * max(0, abs(link.end[1] - link.start[1]) - 1))
    first, last = ends[number, True], ends[number, False]
    return (x, first), (reach, first), (reach, last), (x, last)
