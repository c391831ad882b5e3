"""The table that the finder works on: which case studies stand under which word, as small as can be."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Sequence
from typing import Any

from tenfold.library import FACETS, Library
from tenfold.library.reasons import PLACES
from tenfold.pages import Rack, Shelf

CARDS_A_FILE = 10
"""Case studies in one file of cards: few, so that a page of results from anywhere in the library fetches little."""
SITUATIONS = ("challenge", "need")
VOCABULARIES = {facet.id: facet.vocabulary for facet in FACETS}


def finder_table(library: Library, shelved: Sequence[Rack]) -> dict[str, Any]:
    """What the finder knows of every case study, to be sent as JSON.

    `cases` are the ids in the library's order, `published` the day of each, counted from the oldest; their cards stand
    in files of `cards_a_file` each, in the same order. `facets` hold, for each rack and each of its filled words, the
    label, the case studies as a set of bits (base64, the first case study in the lowest bit of the first byte), how one
    says that somebody else is there too, and what else people call it. `withdrawn` and `moved` are for addresses from
    elsewhere: ids that are gone, and former ids with the present ones. `untold` are the situations and needs that
    no case study stands under, with what else people call them: whoever looks for one is told so.
    """
    days = [case.provenance.published.toordinal() for case in library.cases.values()]
    return {
        "cases": list(library.cases),
        "cards_a_file": CARDS_A_FILE,
        "published": [day - min(days) for day in days],
        "facets": {rack.id: facet(rack, library) for rack in shelved},
        "withdrawn": sorted(id for own, case in library.withdrawn.items() for id in (own, *case.aliases)),
        "untold": [
            untold(shelf) for rack in shelved if rack.id in SITUATIONS for shelf in rack.shelves if not shelf.cases
        ],
        "moved": {alias: id for id, case in library.cases.items() for alias in sorted(case.aliases)},
    }


def facet(rack: Rack, library: Library) -> dict[str, Any]:
    order = {id: position for position, id in enumerate(library.cases)}
    words = {shelf.word: word(shelf, bits([order[id] for id in shelf.cases])) for shelf in rack.filled}
    return {"label": rack.label, "words": words}


def finder_filters(shelved: Sequence[Rack]) -> dict[str, Any]:
    """The words of the table without the case studies under them, to be sent as JSON: what search in the header needs.

    For each rack and each of its filled words: the label, what else people call it, and how many case studies it has.
    """
    return {
        rack.id: {"label": rack.label, "words": {shelf.word: number(shelf) for shelf in rack.filled}}
        for rack in shelved
    }


def number(shelf: Shelf) -> dict[str, Any]:
    found: dict[str, Any] = {"label": shelf.label, "number": len(shelf.cases)}
    return found | ({"also": list(also(shelf))} if also(shelf) else {})


def untold(shelf: Shelf) -> dict[str, Any]:
    return {"label": shelf.label, "also": list(also(shelf))}


def also(shelf: Shelf) -> tuple[str, ...]:
    """What else people call the word of a shelf."""
    return next((word.also for word in VOCABULARIES.get(shelf.facet, ()) if word == shelf.word), ())


def word(shelf: Shelf, cases: str) -> dict[str, Any]:
    found: dict[str, Any] = {"label": shelf.label, "cases": cases}
    if also(shelf):
        found["also"] = list(also(shelf))
    if shelf.facet in ("phase", "kind", "region"):
        found["place"] = PLACES[shelf.word]
    return found


def bits(positions: Collection[int]) -> str:
    """A set of positions as base64 text, without the bytes behind the last that holds any."""
    number = sum(1 << position for position in set(positions))
    return b64encode(number.to_bytes((number.bit_length() + 7) // 8, "little")).decode("ascii")
