"""The sheets themselves: what is drawn on each, and where there is room for notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import pi, sin

from tenfold.model.vocabulary import SheetKind
from tenfold.render.sheet_shapes import (
    BRAND,
    DASHED,
    EDGE,
    FIRM,
    INK,
    MIST,
    PAPER,
    QUIET,
    THIN,
    WIDE,
    Box,
    Circle,
    Line,
    Room,
    Shape,
    Sheet,
    Style,
    Text,
    fitted,
)

Drawing = Iterator[Shape | Room]

INNER = WIDE - 2 * EDGE
TOP, BOTTOM = 38.0, 283.0
"""Between them lies what is particular to a sheet: its title stands above, where it comes from below."""
HEADING, BODY, SMALL = 6.0, 4.9, 4.4
"""Sizes of letters, in millimetres: 17, 14 and 12 points."""


def drawn(kind: SheetKind, *, title: str, how_to: str, origin: str) -> Sheet:
    """A sheet with its title, how to use it, and a last line about where it comes from.

    Args:
        kind: which sheet.
        title: what stands at its top.
        how_to: what to do with it.
        origin: the toolkit, the address of the page, the licence.
    """
    found = list(DRAWINGS[kind]())
    head = fitted(title, EDGE, 9.5, INNER, size=9.5, bold=True, level=1)
    foot = fitted(origin, EDGE, 286, INNER, size=3.2, colour=QUIET)
    shapes = [each for each in found if not isinstance(each, Room)]
    words = [shape for shape in shapes if isinstance(shape, Text)]
    ground = [shape for shape in shapes if not isinstance(shape, Text)]
    rooms = tuple(each for each in found if isinstance(each, Room))
    explained = fitted(how_to, EDGE, 23, INNER, size=5.2, most=2)
    return Sheet(title, kind.meaning, (*ground, head, explained, *words, foot), rooms)


RINGS = (("Services and community", 122.0, MIST), ("School", 89.0, PAPER), ("Home and friends", 56.5, MIST))
"""The rings around a young person from the outside: name, radius, colour."""
MIDDLE = 24.0
KEY = (("work together", 262.0, False), ("should, and do not yet", 271.0, True))
"""What a line means, where it is explained, and whether it is a broken one."""


def players_map() -> Drawing:
    """Circles around a young person; what lies beyond the last is the wider system."""
    x, y = WIDE / 2, (TOP + BOTTOM) / 2
    for name, radius, fill in RINGS:
        yield Circle(x, y, radius, Style(fill, BRAND))
        yield fitted(name, x - 30, y - radius + 5, 60, size=5, bold=True, middle=True, level=2)
    yield Circle(x, y, MIDDLE, Style(PAPER, INK, 1.0))
    yield fitted("A young person", x - 15, y - 18, 30, size=4.4, most=2, bold=True, middle=True, level=2)
    yield fitted("The wider system", EDGE, 45, 80, size=5.4, bold=True, level=2)
    yield fitted("those who decide, pay, inspect or report", EDGE, 52.5, 62, size=SMALL, most=2, colour=QUIET)
    for means, level, broken in KEY:
        yield Line(((EDGE, level), (EDGE + 18, level)), Style(stroke=INK, thick=0.8, dashed=broken))
        yield fitted(means, EDGE + 22, level - 3, 50, size=SMALL)
    yield from (Room(x - 19, y - 5, 38, 24), Room(x - 25.5, y + 25, 51, 38), Room(x - 25.5, y + 64, 51, 55))
    yield from (Room(x - 88, y - 25, 51, 50), Room(x + 37, y - 25, 51, 50))
    yield from (Room(EDGE, 68, 74, 184), Room(WIDE - EDGE - 74, 45, 74, 235))


LAYERS = (
    ("Events and experiences", "What everybody sees, and what tells us that something is wrong.",
     "What happened? To whom?"),
    ("Patterns and incentives", "What repeats or changes over time, and what is rewarded.",
     "Since when? For whom more often?"),
    ("Structures", "Money, policy, technology, services, and who has power over whom.",
     "What holds the pattern in place?"),
    ("Mental models", "Beliefs, values and expectations that we hardly notice.",
     "What must one believe to find this normal?"),
)  # fmt: skip
"""The layers of the iceberg from the top: name, what belongs there, what to ask."""
WATER = 100.0
TIP = (
    *((200, WATER), (214, 89), (236, 79), (246, 62), (263, 54), (271, 43), (286, 57), (293, 74), (314, 86)),
    *((328, WATER),),
)
UNDER = (
    *((328, WATER), (347, 108), (381, 124), (395, 148), (404, 178), (396, 214), (376, 246), (338, 268), (296, 281)),
    *((252, 277), (206, 266), (168, 244), (150, 214), (136, 178), (146, 146), (162, 124), (182, 110), (200, WATER)),
)
"""The corners of what stands out of the water, and of what lies under it, from the water and back to it."""


def iceberg() -> Drawing:
    """Four layers from left to right; the iceberg stands where notes go, its tip above the water."""
    left, right = 128.0, WIDE - EDGE
    yield Box(left, WATER, right - left, BOTTOM - WATER, Style(MIST))
    yield Line(UNDER, Style(PAPER, BRAND, 0.9))
    yield Line(TIP, Style(PAPER, BRAND, 0.9))
    yield Line(tuple(waves(left, right)), Style(stroke=BRAND, thick=1.0))
    edges = (TOP, WATER, 161.0, 222.0, BOTTOM)
    for edge in edges[2:-1]:
        yield Line(((EDGE, edge), (right, edge)), DASHED)
    yield Line(((EDGE, WATER), (left, WATER)), DASHED)
    for number, ((name, belongs, ask), top) in enumerate(zip(LAYERS, edges, strict=False), 1):
        yield fitted(f"{number}. {name}", EDGE, top + 4, 112, size=HEADING, bold=True, level=2)
        what = fitted(belongs, EDGE, top + 13, 108, size=BODY, most=3)
        yield what
        yield fitted(ask, EDGE, what.bottom + 2.5, 108, size=BODY, most=2, bold=True, colour=BRAND)
    yield from (Room(left + 2, TOP + 4, 76, 54), Room(327, TOP + 4, 79, 54), Room(249, 60, 36, 38))
    yield from (Room(160, WATER + 8, 216, 50), Room(146, 165, 248, 54), Room(150, 226, 220, 38))


def waves(left: float, right: float) -> Iterator[tuple[float, float]]:
    """The surface of the water, as points on a gentle curve."""
    steps = 70
    for step in range(steps + 1):
        yield round(left + (right - left) * step / steps, 2), round(WATER + 1.2 * sin(2 * pi * step / 10), 2)


LEVELS = (
    ("Within a school", "what happens in one building"),
    ("Between schools", "what several could do together"),
    ("Between services", "school, council, health, police, charities"),
)
TESTS = (
    ("Feasible", "What is easiest to do?"),
    ("Desirable", "What do we want most?"),
    ("Viable", "What would last?"),
)
VOTES = 3


COLUMNS = (EDGE, 62.0, 206.0, 266.0, 326.0, 386.0, WIDE - EDGE)
"""Where the columns begin: the level, the question, a test each, the sum; and where the last ends."""


def energy_for_change() -> Drawing:
    """A row for each question, two for each level, with a column for the votes of each test."""
    level, question, *tests, total, end = COLUMNS
    head, row = TOP + 17.0, 38.0
    yield Box(tests[0], TOP, total - tests[0], BOTTOM - TOP, Style(MIST))
    yield Box(question, TOP, end - question, BOTTOM - TOP, FIRM)
    yield Box(level, head, question - level, BOTTOM - head, FIRM)
    yield fitted("How might we ...?", question + 4, TOP + 4, 80, size=8, bold=True, level=2)
    yield fitted("or: What if ...?", question + 88, TOP + 7, 50, size=BODY, colour=QUIET)
    for (name, ask), left in zip(TESTS, tests, strict=True):
        yield from votes(name, ask, left)
    yield Line(((total, TOP), (total, BOTTOM)), THIN)
    yield fitted("All", total + 3, TOP + 2, 16, size=HEADING, bold=True, level=2)
    for number, (name, means) in enumerate(LEVELS):
        top = head + 2 * row * number
        yield Line(((level, top), (end, top)), FIRM)
        yield Line(((question, top + row), (end, top + row)), THIN)
        label = fitted(name, level + 3, top + 4, 44, size=HEADING, most=2, bold=True, level=2)
        yield label
        yield fitted(means, level + 3, label.bottom + 1.5, 44, size=SMALL, most=4, colour=QUIET)
        yield from (Room(question, top + down, tests[0] - question, row) for down in (0, row))


def votes(name: str, ask: str, left: float) -> Drawing:
    """A column to vote in; at its head a circle for each vote that one has there."""
    yield Line(((left, TOP), (left, BOTTOM)), THIN)
    yield fitted(name, left + 3, TOP + 2, 34, size=HEADING, bold=True, level=2)
    yield fitted(ask, left + 3, TOP + 10.5, 54, size=SMALL)
    for vote in range(VOTES):
        yield Circle(left + 43 + 6 * vote, TOP + 6, 2.2, Style(PAPER, INK, 0.4))


SIDES = (
    ("Pupils and families", "pupils who struggle as well as others, parents and carers"),
    ("Schools", "every kind of school, every kind of job, from the head to lunch staff"),
    ("The council", "education, early help, social care, virtual school"),
    ("Health and police", "school nurse, mental health services, safer schools officers"),
    ("Charities and community", "youth workers, sports clubs, faith groups, charities"),
    ("Who is still missing?", "who would see what none of the others do?"),
)
ASKED = (
    ("Whom could we invite?", 80.0, 122.0),
    ("What do they see that we do not?", 202.0, 116.0),
    ("Who asks, how, by when?", 318.0, 90.0),
)


def invitations() -> Drawing:
    """A row for each side of the system, the last for those who are missing, and a column for each question."""
    head, row = 14.0, 38.5
    yield Box(EDGE, BOTTOM - row, INNER, row, Style(MIST))
    yield Box(EDGE, TOP + head, INNER, BOTTOM - TOP - head, FIRM)
    for name, left, wide in ASKED:
        yield fitted(name, left + 3, TOP + 3, wide - 6, size=HEADING, bold=True, level=2)
        yield Line(((left, TOP + head), (left, BOTTOM)), THIN)
    for number, (name, such_as) in enumerate(SIDES):
        top = TOP + head + number * row
        if number:
            yield Line(((EDGE, top), (WIDE - EDGE, top)), THIN)
        label = fitted(name, EDGE + 3, top + 4, 62, size=HEADING, most=2, bold=True, level=2)
        yield label
        yield fitted(such_as, EDGE + 3, label.bottom + 1.5, 62, size=SMALL, most=3, colour=QUIET)
        yield from (Room(left, top, wide, row) for _, left, wide in ASKED)


BOXES = (
    ("What do we ask of people?", "How many hours, where, how often? What has to be read or done before and after?"),
    ("What do they gain?", "What will each of them take away that is worth their time?"),
    ("Can they afford to come?", "Pay, cover, childcare, travel, an interpreter, a step-free room, a way to log on."),
    ("How do we thank them?", "A fee, a meal, a certificate, a letter to their manager, their name in the report."),
    ("How do we make it safe to speak?", "What do we promise each other? Who goes first? What stays in the room?"),
    ("What happens afterwards?", "Who writes it up, by when? Who tells people what became of their ideas?"),
)


def equity() -> Drawing:
    """Six boxes, each with a question and room to write."""
    gap = 6.0
    wide, high = (INNER - 2 * gap) / 3, (BOTTOM - TOP - gap) / 2
    for number, (name, asks) in enumerate(BOXES):
        left, top = EDGE + (number % 3) * (wide + gap), TOP + (number // 3) * (high + gap)
        yield Box(left, top, wide, high, Style(PAPER, INK, 0.6))
        yield Box(left, top, wide, 27, Style(MIST, INK, 0.6))
        yield fitted(f"{number + 1}. {name}", left + 4, top + 4, wide - 8, size=HEADING, bold=True, level=2)
        yield fitted(asks, left + 4, top + 13, wide - 8, size=SMALL, most=2)
        yield Room(left, top + 27, wide, high - 27)


DRAWINGS: dict[SheetKind, Callable[[], Drawing]] = {
    SheetKind.PLAYERS_MAP: players_map,
    SheetKind.ICEBERG: iceberg,
    SheetKind.ENERGY_FOR_CHANGE: energy_for_change,
    SheetKind.INVITATIONS: invitations,
    SheetKind.EQUITY: equity,
}
