"""Which colour of the site stands on which, and how much contrast it needs there: the one table that every palette is
held against, in both schemes.

`tests/branding/test_pairs.py` walks `tenfold.css`: a place where a brand's colour is used and that is not in the table
is found there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tenfold.branding.colours import contrast, mixed

TEXT, SHAPE = 4.5, 3.0
"""What WCAG 2.2 AA needs: text (1.4.3), and controls and drawings (1.4.11)."""


class Scheme(StrEnum):
    """The colours for a light and for a dark room."""

    LIGHT = "light"
    DARK = "dark"


KEPT: Mapping[Scheme, Mapping[str, str]] = {
    Scheme.LIGHT: {
        "paper": "#fbf9f4",
        "card": "#ffffff",
        "sunk": "#f2eee5",
        "ink": "#1d252c",
        "line": "#ddd6c8",
        "all-soft": "#e3f2ea",
        "staff-soft": "#fbeedc",
        "white": "#ffffff",
    },
    Scheme.DARK: {
        "paper": "#14181d",
        "card": "#1c2229",
        "sunk": "#10141a",
        "ink": "#eceae4",
        "line": "#343d47",
        "all-soft": "#173229",
        "staff-soft": "#382915",
        "white": "#ffffff",
    },
}
"""The colours of `tenfold.css` that no brand changes: grounds and ink, and those of the three groups of key features. A
brand may come near a group's colour: a group is always told by its icon and its words as well."""

MIXED: Mapping[str, tuple[str, int, str]] = {
    "heat-1": ("brand", 10, "card"),
    "heat-2": ("brand", 21, "card"),
    "heat-3": ("brand", 36, "card"),
    "ringed": ("ring", 50, "deep"),
}
"""Grounds that are mixed from others: cells of the matrix, and where a ring shines through behind the words."""

GROUNDS: Mapping[str, str] = {
    "paper": "the page's ground",
    "card": "a card",
    "sunk": "a shaded band",
    "staff-soft": "a notice",
    "all-soft": "a tip",
    "line": "the track of a bar",
    "brand": "the main colour",
    "heat-1": "a light cell",
    "heat-2": "a middle cell",
    "heat-3": "a strong cell",
    "deep": "the home page's dark ground",
    "ringed": "a ring on the dark ground",
    "on-deep": "the lightest tone",
    "call": "the main button",
    "white": "paper in a printer",
}
"""How messages call a ground."""


@dataclass(frozen=True)
class Pair:
    """A colour on a ground, by their names in `tenfold.css`; the contrast that it needs, and where that is."""

    colour: str
    ground: str
    needed: float
    used: str


def pairs() -> Iterator[Pair]:
    text = ("paper", "card", "sunk", "staff-soft", "all-soft")
    yield from on(text, "brand", TEXT, "links and words that can be pressed")
    yield from on(("paper", "card", "sunk"), "brand", SHAPE, "tick boxes, dots of evidence, drawings, borders")
    yield from on(("line",), "brand", SHAPE, "how full a bar is")
    yield from on(("brand",), "card", TEXT, "numbers in the strongest cells, words of a chosen item")
    yield from on(("heat-1", "heat-2", "heat-3"), "ink", TEXT, "numbers in the cells of the matrix and the map")
    yield from on(text, "spark", SHAPE, "outline of what has the focus, mark of the current page")
    yield from on(("line",), "spark", SHAPE, "the mark of a comparison in a bar")
    yield from on(("deep", "ringed"), "on-deep", TEXT, "words on the home page's dark ground")
    yield from on(("deep", "ringed"), "link-on-deep", TEXT, "links on the home page's dark ground")
    yield from on(("on-deep",), "deep", TEXT, "words of a button under the pointer")
    yield from on(("deep",), "on-deep", SHAPE, "border of the search box and of buttons")
    yield from on(("deep",), "link-on-deep", SHAPE, "border of a choice under the pointer")
    yield from on(("deep", "ringed"), "spark-on-deep", SHAPE, "outline of what has the focus on the dark ground")
    yield from on(("call",), "white", TEXT, "words of the main button")
    yield from on(("white",), "printed", SHAPE, "the mark of an item in a printed drawing")


def on(grounds: tuple[str, ...], colour: str, needed: float, used: str) -> Iterator[Pair]:
    yield from (Pair(colour, ground, needed, used) for ground in grounds)


PAIRS: tuple[Pair, ...] = tuple(pairs())


@dataclass(frozen=True)
class Measured:
    """A pair in one scheme of a palette: its two colours, and the contrast that they have."""

    pair: Pair
    scheme: Scheme
    colour: str
    ground: str

    @property
    def ratio(self) -> float:
        return contrast(self.colour, self.ground)

    @property
    def passes(self) -> bool:
        return self.ratio >= self.pair.needed

    @property
    def share(self) -> float:
        """How much of the contrast that is needed is there."""
        return self.ratio / self.pair.needed


def measured(scheme: Scheme, colours: Mapping[str, str]) -> list[Measured]:
    """Every pair of the table in a scheme, in the table's order.

    Args:
        scheme: light or dark.
        colours: the colours of the brand in that scheme, by name.
    """
    named = {**KEPT[scheme], **colours}
    named |= {name: mixed(named[one], share, named[other]) for name, (one, share, other) in MIXED.items()}
    return [Measured(pair, scheme, named[pair.colour], named[pair.ground]) for pair in PAIRS]
