"""The curves of a diagram: from the right edge of one box to the left edge of another, through gutters and on lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tenfold.render.diagram_places import CLEAR, LANE, Gap, Ground, Lanes, Link, Side, Spot, distance, settled

CORNER, PORT = 10.0, 8.0
"""How far the ends of curves stay from the corners of a box, and from each other."""
NEAR, FAR = 0.22, 0.7
"""Between which shares of a gutter curves rise and fall; the rest on the right is for the heads of arrows."""
LOOP, DEEPER, DEEPEST, DEEPEST_LAST = 16.0, 6.0, 40.0, 16.0
"""How far the handles of a loop reach: one to the next row, for each row more, at most, and at most behind the last
column, where there is no gutter. The loop itself reaches three quarters as far."""

Point = tuple[float, float]
Level = dict[tuple[int, int], float]
"""The height at which a link, by its number, enters or leaves a gutter."""


@dataclass(frozen=True)
class Curve:
    """A link as a chain of cubic Bézier curves: a point, then two handles and a point for each curve of the chain."""

    source: str
    target: str
    backwards: bool
    points: tuple[Point, ...]


class End(NamedTuple):
    """Where a curve meets a box: which link and which of its ends, and the height at which it would best do so."""

    order: int
    wish: float
    link: int
    first: bool


def curves(ground: Ground, links: Sequence[Link], lanes: Lanes) -> tuple[Curve, ...]:
    """A curve for each link, in their order."""
    levels = lane_levels(ground, links, lanes)
    ends = end_levels(ground, links, levels)
    tracks = tracks_of(links, levels, ends)
    drawn = []
    for number, link in enumerate(links):
        points = loop(ground, link, number, ends) if link.within else way(ground, link, number, levels, ends, tracks)
        drawn.append(Curve(link.source, link.target, link.backwards, points[::-1] if link.backwards else points))
    return tuple(drawn)
