"""Whether a figure is public already, because a published source beside it has printed it.

A source is named beside a figure in one of two ways: by the `source:` of the figure, the outcome or the claim that it
stands in, or by a link such as `[the report](source:oak-report)` in the same paragraph. A source is published when its
entry in sources.yml says by whom, in what, or at which address: anybody can look it up.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from tenfold.model import Source
from tenfold.safeguarding.said import Path, Said

SOURCE_LINK = re.compile(r"\(source:([a-z0-9-]+)\)")


class AnySource:
    """Stands for the ids of published sources where nobody knows any: each gets the benefit of the doubt."""

    def __contains__(self, id: object) -> bool:
        return True


def published(sources: Mapping[str, Source]) -> Container[str]:
    """The ids of the sources that anybody can look up; of a draft that lies beside no sources, every id."""
    if not sources:
        return AnySource()
    return frozenset(id for id, source in sources.items() if source.url or source.publisher or source.published_in)


class Publication:
    """Which figures of one file are public already."""

    def __init__(self, said: Said, data: Any, published: Container[str]) -> None:
        self.said = said
        self.data = data
        self.published = published
        self.linked: dict[int, bool] = {}
        """By where a paragraph starts, whether it links to a published source."""

    def covers(self, at: int) -> bool:
        """Whether what stands at a place has a published source beside it."""
        named = sources_of(self.data, self.said.piece_at(at).path)
        return self.is_linked(at) or any(id in self.published for id in named)

    def is_linked(self, at: int) -> bool:
        start, end = self.said.paragraph(at)
        if start not in self.linked:
            links = SOURCE_LINK.findall(self.said.raw, start, end)
            self.linked[start] = any(id in self.published for id in links)
        return self.linked[start]


def sources_of(data: Any, path: Path) -> Iterator[str]:
    """The sources that a figure, an outcome or a claim names for itself: those of the innermost part that names any."""
    for part, name in reversed(list(parts_around(data, path))):
        named = part.get("source") or (part.get("sources") if isinstance(name, int) else None)
        if named:
            yield from strings(named)
            return


def parts_around(data: Any, path: Path) -> Iterator[tuple[dict[str, Any], str | int]]:
    """The groups of fields that a value stands in, from the outermost, each with its name or its number in a list."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
        if isinstance(data, dict):
            yield data, part


def strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
