"""The addresses that records used to have: each leads to where its record is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tenfold.library import Library
from tenfold.model import Framework, Kind
from tenfold.pages.page import ADDRESSES, address_of


@dataclass(frozen=True)
class Former:
    """An address that a record, or an item of a framework, used to have, and whose it was."""

    address: str
    kind: Kind
    id: str


def has_page(kind: Kind) -> bool:
    """Whether each record of a kind has a page of its own. Those that share one keep their former anchors there."""
    return kind is Kind.PAGE or "#" not in ADDRESSES.get(kind, "#")


def former_addresses(library: Library) -> Iterator[Former]:
    """Every former address of the records that have a page, those of drafts left out."""
    for kind, id in sorted(library.entries):
        if (library.unlisted(kind, id) and not library.leads_on(kind, id)) or not has_page(kind):
            continue
        record = library.entries[kind, id].record
        for alias in getattr(record, "aliases", ()):
            yield Former(address_of(kind, alias), kind, id)
            if isinstance(record, Framework):
                for item in record.items:
                    yield Former(address_of(kind, f"{alias}/{item.id}"), kind, f"{id}/{item.id}")
