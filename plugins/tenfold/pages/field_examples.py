"""An example of each field, from what is published: a few lines as they stand in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any

from tenfold.library import Library
from tenfold.loading.writing import as_text
from tenfold.model import Kind, Record

Names = tuple[str, ...]
"""The names of a field and of the groups around it: `("setting", "phase")`."""

EASY = 160
"""Characters that one reads at a glance: the first example that has no more is taken."""
LONGEST = 320
"""Characters after which an example is cut, at the end of a sentence."""
MOST = 12
"""Values that are looked at for a short one, so that a page of examples costs no more with a thousand case studies."""
WIDTH = 66
KEPT = (("safeguarding",), ("withdrawal",), ("provenance", "consent"))
"""Fields that are written for those who look after the records, about people: what stands there is nobody's example."""


@dataclass(frozen=True)
class Example:
    """What somebody wrote into a field: as lines of a file, and in which record."""

    text: str
    kind: Kind
    id: str


@dataclass(frozen=True)
class Published:
    """A kind of record, and what is published of it."""

    library: Library
    kind: Kind

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The records by id, in the order in which they are looked at for examples."""
        return records_of(self.library, self.kind)


def records_of(library: Library, kind: Kind) -> Mapping[str, Record]:
    """What is published of a kind, by id, in the order in which it is looked at for examples."""
    if kind is Kind.CASE:
        return annotated_first(library)
    published: dict[Kind, Mapping[str, Record]] = {
        Kind.FEATURE: library.features,
        Kind.FRAMEWORK: library.frameworks,
        Kind.THEORY: library.theories,
        Kind.EXERCISE: library.exercises,
        Kind.RESOURCE: library.resources,
        Kind.ANNOTATION: library.annotations,
        Kind.NOTE: library.notes,
        Kind.SOURCE: library.sources,
        Kind.TERM: library.terms,
        Kind.PAGE: library.pages,
    }
    return published[kind]


def annotated_first(library: Library) -> Mapping[str, Record]:
    """The case studies, those that are shown part by part first: most examples then come from one that readers know."""
    known = {annotation.case for annotation in library.annotations.values()}
    return dict(sorted(library.cases.items(), key=lambda item: item[0] not in known))


def example_of(published: Published, names: Names) -> Example | None:
    """The first published value of a field that is short, else the shortest.

    None where nobody has written one, and for what stands on no page because it is about people.
    """
    if any(names[: len(kept)] == kept for kept in KEPT):
        return None
    shortest = None
    for id, record, value in islice(values_in(published, names), MOST):
        if shortest and isinstance(value, str) and len(value) >= len(shortest.text):
            continue  # nor would it be shorter in the lines of a file, which take a while to write
        example = Example(as_text(around(record, names, value), width=WIDTH), published.kind, id)
        if len(example.text) <= EASY:
            return example
        if shortest is None or len(example.text) < len(shortest.text):
            shortest = example
    return shortest


def values_in(published: Published, names: Names) -> Iterator[tuple[str, Record, Any]]:
    """Every published value of a field, cut where it is long, with its record and the id of that."""
    for id, record in published.records.items():
        for value in values_of(record, names):
            yield id, record, cut(value)


def values_of(value: Any, names: Names) -> Iterator[Any]:
    """Every value at these names: in each entry, where there are several on the way."""
    if isinstance(value, tuple) and names:
        for each in value:
            yield from values_of(each, names)
    elif names:
        inner = getattr(value, names[0])
        yield from values_of(inner, names[1:]) if given(value, names[0]) else ()
    else:
        yield value


def given(record: Record, name: str) -> bool:
    """Whether somebody has written the field: what a record takes for granted is no example."""
    return bool(getattr(record, name) != granted(type(record), name))


@cache
def granted(model: type[Record], name: str) -> Any:
    """What a record takes for granted where nobody has written a field."""
    return model.model_fields[name].get_default()


def around(record: Record, names: Names, value: Any) -> Any:
    """A value inside the groups that it stands in, each the only entry of its list."""
    if not names:
        return value
    first = getattr(record, names[0])
    if not isinstance(first, tuple) or len(names) == 1:
        return {names[0]: around(first, names[1:], value)}
    return {names[0]: [around(next(each for each in first if has(each, names[1:])), names[1:], value)]}


def has(record: Record, names: Names) -> bool:
    return next(values_of(record, names), None) is not None


def cut(value: Any) -> Any:
    """A long text up to the end of a sentence; everything else as it is."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    ends = [found.start() + 1 for found in re.finditer(r"[.?!](?=\s)", value[: LONGEST + 1])]
    return value[: ends[-1]] if ends else value
