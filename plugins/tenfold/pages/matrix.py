"""The matrix: how many case studies show each key feature, by phase, kind of setting, need or item of a framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from urllib.parse import urlencode

from tenfold.library import Library
from tenfold.model import Framework
from tenfold.model.vocabulary import Beneficiaries, Region
from tenfold.pages.page import Crumb, Page, browse_address
from tenfold.pages.shelves import Rack, Shelf, framework_racks

MATRIX = Crumb("The matrix", "matrix/")
FACETS = {
    "phase": "Trusts and councils stand under every phase that they name. Some name none.",
    "kind": "From one school to a whole council: who carried the work.",
    "need": "A case study stands under the needs that it names. Much of what it did may help with others too.",
}
"""The facets that have a matrix, the first on the first page, each with what it takes to be counted in it."""

MAP: Mapping[str, tuple[int, int]] = {
    Region.NORTH_EAST: (1, 0),
    Region.NORTH_WEST: (0, 1),
    Region.YORKSHIRE: (1, 1),
    Region.WEST_MIDLANDS: (0, 2),
    Region.EAST_MIDLANDS: (1, 2),
    Region.EAST_OF_ENGLAND: (2, 2),
    Region.SOUTH_WEST: (0, 3),
    Region.SOUTH_EAST: (1, 3),
    Region.LONDON: (2, 3),
}
"""Column and row of each region on a map of equal tiles, as England is usually drawn in this way: neighbours touch."""
LINE = 9
"""Letters on one line of a tile: "Yorkshire"."""


@dataclass(frozen=True)
class Cell:
    """Where a key feature and a column meet: how many case studies have both, and where they are listed."""

    feature: str
    word: str
    label: str
    count: int
    address: str
    heat: int


@dataclass(frozen=True)
class Row:
    """A key feature: its cells, and all of its case studies, each counted once."""

    feature: str
    group: Beneficiaries
    cells: tuple[Cell, ...]
    count: int
    address: str


@dataclass(frozen=True)
class Matrix:
    """A table of all key features by the words of one facet, or by the items of one framework.

    `by` says what the columns are, inside a sentence; `of` names the framework that they belong to.
    """

    id: str
    by: str
    of: str
    intro: str
    address: str
    columns: tuple[Shelf, ...]
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        return f"Key features by {self.by}{' of ' if self.of else ''}{self.of}"

    @property
    def largest(self) -> int:
        """The largest number in a cell."""
        return max((cell.count for row in self.rows for cell in row.cells), default=0)


@dataclass(frozen=True)
class Tile:
    """A region on the map, its name broken into lines that fit."""

    label: str
    lines: tuple[str, ...]
    count: int
    address: str
    column: int
    row: int
    heat: int


def matrix_pages(
    library: Library, shelved: Sequence[Rack], crumbs: tuple[Crumb, ...], *, finder: bool
) -> Iterator[Page]:
    """A page for each matrix; the map of the regions stands on the first.

    Args:
        library: the records.
        shelved: the facets, with their shelves.
        crumbs: the way to the first matrix; its last step is the section of the header.
        finder: whether the site has the finder; without it a cell leads to all case studies of its feature.
    """
    matrices = matrices_of(library, shelved, finder=finder)
    tiles = next(region_tiles(rack) for rack in shelved if rack.id == "region")
    for matrix in matrices:
        first = matrix.address == MATRIX.address
        data = {"matrix": matrix, "matrices": matrices, "tiles": tiles if first else ()}
        description = f"How many case studies show each key feature, by {matrix.by}. {matrix.intro}"
        trail = crumbs if first else (*crumbs, MATRIX)
        yield Page(matrix.address, "matrix", matrix.title, description, data, trail, crumbs[-1].address)


def matrices_of(library: Library, shelved: Sequence[Rack], *, finder: bool) -> tuple[Matrix, ...]:
    """Every matrix, in the order in which they are offered."""
    by_id = {rack.id: rack for rack in shelved}
    found: list[Matrix] = []
    for id, intro in FACETS.items():
        address = MATRIX.address if not found else f"{MATRIX.address}{id}/"
        rows = rows_of(library, by_id[id], finder=finder)
        found.append(Matrix(id, by_id[id].label.lower(), "", intro, address, by_id[id].shelves, rows))
    for rack, framework in zip(framework_racks(library), library.frameworks.values(), strict=True):
        rows = rows_of(library, rack, finder=finder)
        address = f"{MATRIX.address}{rack.id}/"
        noun = framework.item_noun
        found.append(Matrix(rack.id, noun, rack.label, how_counted(framework), address, rack.shelves, rows))
    return tuple(found)


def how_counted(framework: Framework) -> str:
    noun = framework.item_noun
    return f"A case study stands under a {noun} when it shows one of the two key features that serve the {noun} best."


def rows_of(library: Library, rack: Rack, *, finder: bool) -> tuple[Row, ...]:
    """A row for each key feature, in their order."""
    shelved = [set(shelf.cases) for shelf in rack.shelves]
    counts = {id: [len(on.intersection(cases)) for on in shelved] for id, cases in library.cases_by_feature.items()}
    largest = max((count for row in counts.values() for count in row), default=0)
    found = []
    for id, feature in library.features.items():
        every = browse_address("feature", id)
        cells = tuple(
            Cell(id, shelf.word, shelf.label, count, both(id, shelf) if finder else every, heat(count, largest))
            for shelf, count in zip(rack.shelves, counts[id], strict=True)
        )
        found.append(Row(id, feature.group, cells, len(library.cases_by_feature[id]), every))
    return tuple(found)


def both(feature: str, shelf: Shelf) -> str:
    """The finder with two words chosen: a key feature, and that of a shelf."""
    return f"find/?{urlencode({'feature': feature, shelf.facet: shelf.word})}"


def heat(count: int, largest: int) -> int:
    """From 1 to 4, by the quarter of the largest count that one falls into; 0 for none."""
    return -(-4 * count // largest) if count else 0


def region_tiles(rack: Rack) -> tuple[Tile, ...]:
    """The tiles of the map, in the order of the regions; none for a rack of anything else."""
    if rack.id != "region":
        return ()
    largest = max(len(shelf.cases) for shelf in rack.shelves)
    return tuple(
        Tile(
            shelf.label, tuple(wrap(shelf.label, LINE, break_long_words=False)), len(shelf.cases), shelf.address,
            *MAP[shelf.word], heat(len(shelf.cases), largest),
        )
        for shelf in rack.shelves
    )  # fmt: skip
