"""Every mention of an id, in fields and in links in prose, written over with another at its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.changing.papers import Edit, Paper, line_around
from tenfold.layout.tree import Group
from tenfold.loading import Entry
from tenfold.loading.yaml_faults import Path as Where
from tenfold.model import Kind
from tenfold.model.base import Refers


def pointing_elsewhere(paper: Paper, entry: Entry, kind: Kind, old: str, new: str) -> Iterator[Edit]:
    """The edits that make a record mention `new` wherever it mentions `old`.

    Where a list would then name a record twice, or a record itself, the mention is taken out.
    """
    for where, mark, value in entry.marked:
        full = (*entry.within, *where)
        if not isinstance(mark, Refers):
            yield from in_prose(paper, full, kind, old, new)
        elif mark.kind is kind and (value == old or (kind is Kind.FRAMEWORK and value.startswith(f"{old}/"))):
            yield mentioned(paper, entry, full, old, new)


def mentioned(paper: Paper, entry: Entry, where: Where, old: str, new: str) -> Edit:
    around = paper.part(where[:-1]) if isinstance(where[-1], int) else None
    group = around.node if around and isinstance(around.node, Group) else None
    others = [getattr(part.node, "value", "") for part in group.parts] if group else []
    if group and (new in others or entry.id == new):
        return taken_out(paper, where, group)
    start, end = paper.span(where)
    written = re.sub(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9:-])", new, paper.text[start:end], count=1)
    return Edit(start, end, written)


def taken_out(paper: Paper, where: Where, group: Group) -> Edit:
    """An entry out of its list; the whole field, if the list holds nothing else."""
    position = where[-1]
    assert isinstance(position, int)
    if len(group.parts) == 1:
        field = paper.part(where[:-1])
        assert field is not None
        start, end = line_around(paper.text, paper.start + field.start, paper.start + end_of(group))
        blank_around = paper.text[:start].endswith("\n\n") and paper.text[end : end + 1] == "\n"
        return Edit(start, end + blank_around, "")
    node = group.parts[position].node
    if not group.in_brackets:
        return Edit(*line_around(paper.text, paper.start + node.start, paper.start + node.end), "")
    if position + 1 < len(group.parts):
        return Edit(paper.start + node.start, paper.start + group.parts[position + 1].node.start, "")
    return Edit(paper.start + group.parts[position - 1].node.end, paper.start + node.end, "")


def end_of(group: Group) -> int:
    """Where a group ends: behind its bracket, or behind its last text."""
    if group.in_brackets:
        return group.end
    last = group.parts[-1].node
    return end_of(last) if isinstance(last, Group) else last.end


def in_prose(paper: Paper, where: Where, kind: Kind, old: str, new: str) -> Iterator[Edit]:
    """The links by id in a piece of prose. The id of a framework also starts those of its items."""
    start, end = paper.span(where)
    behind = r"(?![a-z0-9-])" if kind is Kind.FRAMEWORK else r"(?![a-z0-9/-])"
    link = re.compile(rf"(?:\]\(\s*<?|\]:\s*<?|<){kind}:({re.escape(old)}){behind}")
    for found in link.finditer(paper.text, start, end):
        yield Edit(found.start(1), found.end(1), new)
