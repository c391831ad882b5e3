"""What a step is made of: a field is renamed, split or added, a word becomes another. Comments stay where they are.

Each function gives the edits for one file. `place` is the folder or the collection that is meant, `case_studies` or
`sources.yml`. A path names the field, with `*` for every entry of a list: `("practices", "*", "body")`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from tenfold.changing.papers import Edit, Paper, line_around
from tenfold.layout.tree import Group, Part, Text
from tenfold.loading.placing import COLLECTIONS
from tenfold.loading.writing import field_as_yaml
from tenfold.migrating.steps import Edits

EACH = "*"
Names = tuple[str, ...]
Value = str | list[str] | None


def renamed_field(place: str, where: Names, new: str) -> Edits:
    """A field gets another name; where a record has that name already, nothing changes."""

    def edits(path: PurePosixPath, paper: Paper) -> Iterator[Edit]:
        for group, part in fields(path, paper, place, where):
            if part.key and not has(group, new):
                yield Edit(paper.start + part.key.start, paper.start + part.key.end, new)

    return edits


def renamed_word(place: str, where: Names, old: str, new: str) -> Edits:
    """A word of a vocabulary becomes another, by itself or in a list."""

    def edits(path: PurePosixPath, paper: Paper) -> Iterator[Edit]:
        for _, part in fields(path, paper, place, where):
            listed = part.node.parts if isinstance(part.node, Group) else [part]
            for node in (each.node for each in listed):
                if isinstance(node, Text) and node.value == old:
                    start, end = paper.start + node.start, paper.start + node.end
                    yield Edit(start, end, paper.text[start:end].replace(old, new))

    return edits


def split_field(place: str, where: Names, into: Callable[[Value], Mapping[str, str]]) -> Edits:
    """A field becomes others, in its place.

    Args:
        place: where its records lie.
        where: the field.
        into: from what it holds to the new fields with what they hold.
    """

    def edits(path: PurePosixPath, paper: Paper) -> Iterator[Edit]:
        for _, part in fields(path, paper, place, where):
            new = {name: value for name, value in into(value_of(part)).items() if value}
            if part.key and new:
                start = paper.start + part.key.start
                end = len(paper.text[: paper.start + end_of(part)].rstrip())
                yield Edit(start, end, written(new, part.column).lstrip(" "))

    return edits


def added_field(place: str, within: Names, name: str, derive: Callable[[Mapping[str, Value]], str]) -> Edits:
    """A field that was not there, with a value that follows from the others beside it, below the last of them.

    Args:
        place: where its records lie.
        within: the group that gets it; nothing for the record itself.
        name: the new field.
        derive: from the fields beside it to what it holds; nothing when it is not to be added.
    """

    def edits(path: PurePosixPath, paper: Paper) -> Iterator[Edit]:
        for group in groups(path, paper, place, within):
            beside = {part.name: value_of(part) for part in group.parts}
            value = derive(beside) if name not in beside else ""
            if value and group.parts and not group.in_brackets:
                last = group.parts[-1]
                end = line_around(paper.text, *[paper.start + end_of(last)] * 2)[1]
                end = len(paper.text[:end].rstrip())
                yield Edit(end, end, "\n" + written({name: value}, last.column))

    return edits


def written(values: Mapping[str, str], column: int) -> str:
    """Fields as lines of a file, indented, without the last line break."""
    lines = [line for name, value in values.items() for line in field_as_yaml(name, value).splitlines()]
    return "\n".join(f"{' ' * column}{line}" if line else "" for line in lines)


def records(path: PurePosixPath, paper: Paper, place: str) -> Iterator[Group]:
    """The records in a file, if it is one that is meant."""
    if path.parts[0] != place:
        return
    if place not in COLLECTIONS:
        yield paper.tree
        return
    yield from (part.node for part in paper.tree.parts if isinstance(part.node, Group))


def groups(path: PurePosixPath, paper: Paper, place: str, where: Names) -> Iterator[Group]:
    """The groups of fields at a path in each record."""
    for record in records(path, paper, place):
        yield from below(record, where)


def below(group: Group, where: Names) -> Iterator[Group]:
    if not where:
        if not group.is_list:
            yield group
        return
    first, *rest = where
    for part in group.parts:
        if isinstance(part.node, Group) and (group.is_list if first == EACH else part.name == first):
            yield from below(part.node, tuple(rest))


def fields(path: PurePosixPath, paper: Paper, place: str, where: Names) -> Iterator[tuple[Group, Part]]:
    """The fields at a path, each with the group that it stands in."""
    for group in groups(path, paper, place, where[:-1]):
        yield from ((group, part) for part in group.parts if part.name == where[-1])


def has(group: Group, name: str) -> bool:
    return any(part.name == name for part in group.parts)


def value_of(part: Part) -> Value:
    """What a field holds: a text, a list of texts, or nothing where it is a group of fields."""
    if isinstance(part.node, Text):
        return part.node.value
    if not part.node.is_list:
        return None
    return [each.node.value or "" for each in part.node.parts if isinstance(each.node, Text)]


def end_of(part: Part) -> int:
    """Where a field ends, behind everything in it."""
    if isinstance(part.node, Group) and not part.node.in_brackets and part.node.parts:
        return end_of(part.node.parts[-1])
    return part.node.end
