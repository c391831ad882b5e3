"""What a review says of links: every web address, every source, and whether ids lead anywhere. It makes no requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.model.base import Refers
from tenfold.prose import links, reference
from tenfold.reviewing.sheet import Line, good, look, note
from tenfold.teaching.written import Subject

ADDRESS = re.compile(r"https?://[^\s<>\"'`\\\])}]+", re.IGNORECASE)


def link_lines(subject: Subject, library: Library, *, alone: bool = False) -> Iterator[Line]:
    """Every source and web address, and every id that leads nowhere.

    Args:
        subject: the record.
        library: what its ids may lead to.
        alone: whether there is no content beside it, in which ids could be looked up.
    """
    targets = [] if alone else list(dict.fromkeys(mentioned(subject)))
    if alone:
        yield note("There is no content here in which its ids could be looked up.")
    known = [(kind, id) for kind, id in targets if id in library.ids[kind]]
    for kind, id in targets:
        if (kind, id) not in known:
            yield look(f"There is no {kind.noun} of this id:", id)
    for kind, id in known:
        if kind is Kind.SOURCE:
            yield source_line(id, library)
    addresses = list(dict.fromkeys(address.rstrip(".,;:") for address in ADDRESS.findall(subject.document.text)))
    yield from (note("Web address:", address) for address in addresses)
    if known and len(known) == len(targets):
        yield good(f"All {len(known)} ids that it mentions lead somewhere.")
    if addresses or any(kind is Kind.SOURCE for kind, _ in known):
        yield look(
            "No address was opened: nothing is fetched here. Open each once, and see that it says what is claimed."
        )
    else:
        yield note("It holds no web address.")


def mentioned(subject: Subject) -> Iterator[tuple[Kind, str]]:
    """Every id that a record mentions, in fields and in prose."""
    for _, mark, value in subject.marked:
        if isinstance(mark, Refers):
            yield mark.kind, value
        else:
            yield from ((found.kind, found.id) for found in map(reference, links(value)) if found)


def source_line(id: str, library: Library) -> Line:
    source = library.sources.get(id)
    if source is None:
        return note("Source, which has problems of its own:", id)
    dated = library.citations[id].dated
    year = f" ({dated})" if dated else ""
    where = "" if source.url else ", without an address"
    return note(f"Source: {source.title}{year}{where}", source.url or id)
