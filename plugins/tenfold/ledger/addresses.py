"""The addresses of a library that are there to stay: one for each record with a page, and those it used to have."""

from __future__ import annotations

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages import address_of, former_addresses

LASTING = (Kind.CASE, Kind.FEATURE, Kind.FRAMEWORK, Kind.THEORY, Kind.EXERCISE, Kind.PAGE)
"""The kinds whose records have a page each. Lists come and go with what is on them, and are not promised."""


def standing(library: Library, *, local: bool = False) -> dict[str, Kind]:
    """The address of each record with a page, and its kind: drafts have none.

    Withdrawn case studies keep theirs, and so does what a local copy hides.

    Args:
        library: the records.
        local: whether only those count that a local copy has of its own.
    """
    found = {
        address_of(kind, id): kind
        for kind in LASTING
        for id in library.ids[kind]
        if (not local or library.is_local(kind, id)) and (not library.unlisted(kind, id) or library.leads_on(kind, id))
    }
    return dict(sorted(found.items()))


def former(library: Library) -> set[str]:
    """The addresses that records used to have, and that lead to them."""
    return {former.address for former in former_addresses(library)}
