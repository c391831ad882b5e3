"""Puts the fields of a record into the order in which the models name them."""

from __future__ import annotations

import re

from pydantic import BaseModel

from tenfold.layout.tree import Group, Lead, Part, groups_in
from tenfold.model.shape import parts_if_type

EDITORS = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-)")
"""A comment for an editor, which looks for it in the first lines of a file."""


def arrange(top: Group, model: type[BaseModel], *, collection: bool) -> None:
    """Bring the fields of a tree into order, each with its comments.

    Args:
        top: the tree.
        model: the class of the record, or of each record in a collection.
        collection: whether the file holds many records, each under its id.
    """
    head = head_of(top)
    if collection:
        for part in top.parts:
            sort_fields(part.node, model)
    else:
        sort_fields(top, model)
    settle_leads(top)
    if top.parts:
        top.parts[0].lead[:0] = head


def head_of(top: Group) -> Lead:
    """Take from the first field the comments that are about the file: down to a blank line, and those for editors."""
    if not top.parts:
        return []
    lead = top.parts[0].lead
    above = len(lead) - lead[::-1].index("") if "" in lead else 0
    while above < len(lead) and EDITORS.match(lead[above]):
        above += 1
    head, lead[:above] = lead[:above], []
    while head and not head[0]:
        head.pop(0)
    return head


def sort_fields(node: object, model: type[BaseModel] | None) -> None:
    """Sort the fields of a node and of all in it; a field that the model does not know stays behind its neighbour."""
    if not isinstance(node, Group) or model is None:
        return
    if node.is_list:
        for part in node.parts:
            sort_fields(part.node, model)
        return
    order = {name: place for place, name in enumerate(model.model_fields)}
    places: list[tuple[int, int]] = []
    last = -1
    for position, part in enumerate(node.parts):
        known = order.get(part.name)
        last = last if known is None else known
        places.append((last, -1 if known is not None else position))
        sort_fields(part.node, class_in(model, part.name))
    ranked = sorted(zip(places, range(len(places)), strict=True))
    node.parts[:] = [node.parts[position] for _, position in ranked]


def class_in(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The class of the records that a field holds, if it holds any."""
    field = model.model_fields.get(name)
    found = parts_if_type(field.annotation) if field else ()
    return next((part for part in found if issubclass(part, BaseModel)), None)


def settle_leads(top: Group) -> None:
    """Let no group start with a blank line, and what stands above the first field of an entry stand above the entry."""
    for group, holder in reversed(list(groups_in(top))):
        if holder is not None and not group.parts:
            holder.lead += group.tail
            group.tail = []
        if group.parts:
            settle_first(group.parts[0], holder)


def settle_first(first: Part, holder: Part | None) -> None:
    while first.lead and not first.lead[0]:
        first.lead.pop(0)
    if holder is not None and holder.key is None:
        holder.lead += first.lead
        first.lead = []
