"""A YAML text as a tree: what stands in it, where, in which quotes, and which comments belong to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tenfold.loading.yaml_faults import Path

Lead = list[str]
"""Lines above something: each a comment as it was written, or empty for a blank line."""


@dataclass
class Text:
    """A scalar: what it says to our reader, and how it was written.

    `style` is the sign that it was written with: a quotation mark, > or |, or nothing. `lines` are those of a text
    below > or |, without their common indentation.
    """

    value: str | None
    style: str
    start: int
    end: int
    lines: tuple[str, ...] = ()


@dataclass
class Part:
    """A field with its name, or an entry of a list, with the comments that belong to it."""

    key: Text | None
    node: Text | Group
    start: int
    column: int
    lead: Lead = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    """Comments on its own lines, behind it."""

    @property
    def name(self) -> str:
        return (self.key.value or "") if self.key else ""


@dataclass
class Group:
    """Fields, or the entries of a list. `tail` holds the comments below the last of them."""

    is_list: bool
    in_brackets: bool
    start: int
    column: int
    end: int = 0
    parts: list[Part] = field(default_factory=list)
    tail: Lead = field(default_factory=list)

    @property
    def holds_comments(self) -> bool:
        return any(self.tail) or any(any(part.lead) or part.behind for part in self.parts)


def parts_in(group: Group) -> Iterator[Part]:
    """Every part of a group and of the groups in it, in the order of the text."""
    for part in group.parts:
        yield part
        if isinstance(part.node, Group):
            yield from parts_in(part.node)


def groups_in(group: Group) -> Iterator[tuple[Group, Part | None]]:
    """A group and every group in it, outermost first, each with the part that holds it."""
    yield group, None
    for part in parts_in(group):
        if isinstance(part.node, Group):
            yield part.node, part


def part_at(group: Group, path: Path) -> Part | None:
    """The field or entry at a path, if there is one."""
    first, *rest = path
    found = at_step(group, first)
    if not rest or found is None:
        return found
    return part_at(found.node, tuple(rest)) if isinstance(found.node, Group) else None


def at_step(group: Group, step: str | int) -> Part | None:
    if isinstance(step, int):
        return group.parts[step] if group.is_list and step < len(group.parts) else None
    return next((part for part in group.parts if part.key and part.name == step), None)
