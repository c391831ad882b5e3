"""Leaves out what a record mentions: an entry of a list, an optional field, or a link whose words stay."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from tenfold.layout.parsing import tree_of
from tenfold.layout.tree import Group, Part, part_at
from tenfold.loading import Entry, Unread
from tenfold.loading.yaml_faults import Path as Where
from tenfold.model import Kind
from tenfold.model.base import Refers

Key = tuple[Kind, str]
Stretch = tuple[int, int, str]
"""Where something starts and ends in a text, and what comes in its place."""


def left_out(text: str, subject: Entry | Unread, mentions: Collection[Key]) -> str:
    """The text of a file in which a record does not mention some others. Lines stay where they are.

    Args:
        text: the text of its file.
        subject: the record in it.
        mentions: the kinds and ids of what is left out.
    """
    top = tree_of(text)
    if top is None:
        return text
    for start, end, new in sorted(set(stretches(text, top, subject, mentions)), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def stretches(text: str, top: Group, subject: Entry | Unread, mentions: Collection[Key]) -> Iterator[Stretch]:
    """What has to be written over."""
    entries: dict[Where, list[int]] = defaultdict(list)
    for where, mark, value in subject.marked:
        full = (*subject.within, *where)
        part = part_at(top, full)
        if not isinstance(mark, Refers):
            if part is not None:
                yield from links_in(text, part, mentions)
        elif whole(mark.kind, value) in mentions and isinstance(full[-1], int):
            entries[full[:-1]].append(full[-1])
        elif whole(mark.kind, value) in mentions and part is not None:
            yield emptied(text, part.start, end_of(part))
    for where, positions in entries.items():
        field = part_at(top, where)
        if field is not None and isinstance(field.node, Group):
            yield from entries_out(text, field, field.node, positions)


def whole(kind: str, id: str) -> tuple[str, str]:
    """The record that a mention is of: for an item of a framework, the framework."""
    return kind, id.partition("/")[0] if kind == Kind.FRAMEWORK else id


def entries_out(text: str, field: Part, group: Group, positions: Collection[int]) -> Iterator[Stretch]:
    """Entries of a list; the whole field, if it holds no other."""
    if len(positions) == len(group.parts):
        yield emptied(text, field.start, end_of(field))
    elif not group.in_brackets:
        for position in positions:
            part = group.parts[position]
            yield emptied(text, text.rfind("\n", 0, part.start) + 1, end_of(part))
    else:
        kept = [part for position, part in enumerate(group.parts) if position not in positions]
        yield group.start, group.end, f"[{', '.join(text[part.node.start : part.node.end] for part in kept)}]"


def emptied(text: str, start: int, end: int) -> Stretch:
    return start, end, "\n" * text.count("\n", start, end)


def end_of(part: Part) -> int:
    """Where a field or an entry ends."""
    node = part.node
    if isinstance(node, Group) and not node.in_brackets and node.parts:
        return end_of(node.parts[-1])
    return node.end


def links_in(text: str, part: Part, mentions: Collection[Key]) -> Iterator[Stretch]:
    """Links by id in a piece of prose, each with its words alone in its place."""
    for found in LINK.finditer(text, part.node.start, part.node.end):
        if whole(found["kind"], found["id"]) in mentions:
            yield found.start(), found.end(), found["words"]


LINK = re.compile(r"\[(?P<words>[^\]\[]*)\]\(\s*<?(?P<kind>[a-z]+):(?P<id>[a-z0-9/-]+)(?:#[a-z0-9-]+)?>?\s*\)")


def without_records(text: str, ids: Collection[str]) -> str:
    """The text of a collection without some of its records, and the comments right above each. Lines stay.

    Args:
        text: the text of the file.
        ids: the ids of what is left out.
    """
    top = tree_of(text)
    found = [part for part in top.parts if part.name in ids] if top else []
    for part in reversed(found):
        start = part.start
        while (above := ABOVE.search(text, 0, start)) is not None:
            start = above.start()
        start, end, new = emptied(text, start, end_of(part))
        text = text[:start] + new + text[end:]
    return text


ABOVE = re.compile(r"^#.*\n\Z", re.MULTILINE)
"""A comment that ends right above something."""
