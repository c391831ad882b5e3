"""What search knows of the glossary: what each term is called, and, apart from that, what it means.

Names are fetched by everybody who searches, meanings by those who typed a term.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tenfold.library import Library
from tenfold.model import Kind, Term

MEANINGS_A_FILE = 10
"""Terms in one file of meanings: about 1 kB with gzip, for whoever typed one of them."""
PART = " ("
"""Where a name says what it belongs to, as in "Aims (theory of change)": nobody types that."""


def finder_terms(library: Library) -> dict[str, Any]:
    """What the terms of the glossary are called, to be sent as JSON.

    `terms` has a list for each, in the order of the glossary: its id, then its names as people type them. Their
    meanings stand in files of `a_file` each, in the same order.
    """
    return {"a_file": MEANINGS_A_FILE, "terms": [[id, *names(term)] for id, term in library.terms.items()]}


def names(term: Term) -> Iterator[str]:
    """Every way to write a term, each once."""
    written = (term.term.partition(PART)[0], term.abbreviation, *term.also)
    yield from dict.fromkeys(name for name in written if name)


def meanings(library: Library, authority: str = "") -> Iterator[list[dict[str, str]]]:
    """The files of meanings: for each term its name, what it means, and from whom it is when a local copy added it.

    Args:
        library: whose glossary.
        authority: whose copy this is; nothing where nobody is named.
    """
    told = [meaning(term) | whose(library, id, authority) for id, term in library.terms.items()]
    for start in range(0, len(told), MEANINGS_A_FILE):
        yield told[start : start + MEANINGS_A_FILE]


def meaning(term: Term) -> dict[str, str]:
    name = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
    return {"name": name, "means": term.definition}


def whose(library: Library, id: str, authority: str) -> dict[str, str]:
    """The same mark as beside the term in the glossary."""
    return {"from": f"From {authority}" if authority else "Local"} if library.is_local(Kind.TERM, id) else {}
