"""From a tree to its text, in the one layout."""

from __future__ import annotations

from collections.abc import Sequence

from tenfold.layout.scalars import MOST, below, can_wrap, in_double_quotes, inline, reads_as_name
from tenfold.layout.tree import Group, Lead, Part, Text
from tenfold.loading.writing import WIDTH
from tenfold.loading.yaml_document import MAX_BYTES

STEP = 2


def text_of(top: Group) -> str:
    """The text of a tree."""
    lines: list[str] = []
    was_section = False
    for part in top.parts:
        written = lines_of(part, 0)
        section = isinstance(part.node, Group) and len(written) > len(part.lead) + 1
        if lines and written[0] and (section or was_section):
            lines.append("")
        lines += written
        was_section = section
    if not top.parts:
        lines.append("[]" if top.is_list else "{}")
    return "\n".join([*lines, *top.tail]) + "\n"


def group_lines(group: Group, indent: int) -> list[str]:
    """The lines of a group that is not empty, each part on lines of its own."""
    lines = [line for part in group.parts for line in lines_of(part, indent)]
    return lines + indented(group.tail, indent)


def indented(lead: Lead, indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lead]


def lines_of(part: Part, indent: int) -> list[str]:
    """A field or an entry, with the comments above it."""
    own, left_over = own_lines(part, indent)
    return indented([*part.lead, *part.behind[:-1], *left_over], indent) + own


def own_lines(part: Part, indent: int) -> tuple[list[str], Sequence[str]]:
    """A field or an entry without what stands above it, and the comment behind it if it cannot stand there."""
    behind = part.behind[-1:]
    if isinstance(part.node, Text):
        return text_lines(part, part.node, indent)
    head = head_of(part, indent)
    line = line_of(part.node, room=MOST - len(head) - 1)
    if line is not None:
        return [f"{head} {line}{comment(behind)}"], ()
    lines = group_lines(part.node, indent + STEP)
    if part.key:
        return [head + comment(behind), *lines], ()
    above = next(number for number, line in enumerate(lines) if not line.lstrip(" ").startswith("#"))
    return [f"{head} {lines[above].lstrip(' ')}", *lines[above + 1 :]], [*behind, *map(str.strip, lines[:above])]


def text_lines(part: Part, text: Text, indent: int) -> tuple[list[str], Sequence[str]]:
    head, behind = head_of(part, indent), part.behind[-1:]
    if text.value is None:
        return ([head + comment(behind)], ()) if part.key else ([head], behind)
    room = (WIDTH if text.style in (">", "|") else MOST) - len(head) - 1
    if len(text.lines) > 1 and max(map(len, text.lines)) <= MOST - indent - STEP:
        room = 0  # somebody wrote it over several lines, and they fit
    if not can_wrap(text.value):
        room = MAX_BYTES  # nothing would be gained by putting it on a line of its own
    written = inline(text, room=room, commented=bool(behind))
    if written is not None:
        return [f"{head} {written}{comment(behind)}"], ()
    plain = inline(text, room=room)
    if plain is not None:
        return [f"{head} {plain}"], behind
    sign, *lines = below(text, indent=indent + STEP)
    return [f"{head} {sign}", *lines], behind


def head_of(part: Part, indent: int) -> str:
    return " " * indent + (f"{name_of(part.key)}:" if part.key else "-")


def name_of(key: Text) -> str:
    """A field's name as it is written: in quotes when it must be."""
    value = key.value or ""
    return value if reads_as_name(value) else in_double_quotes(value)


def comment(behind: Sequence[str]) -> str:
    return f"  {behind[0]}" if behind else ""


def line_of(group: Group, *, room: int) -> str | None:
    """A group as it stands on the line of its field: an empty one, or a short list that was written so."""
    if not group.parts:
        return "[]" if group.is_list else "{}"
    if not group.is_list or not group.in_brackets or group.holds_comments:
        return None
    texts = [part.node for part in group.parts if isinstance(part.node, Text) and part.node.value is not None]
    entries = [inline(text, room=room, in_list=True) for text in texts]
    line = f"[{', '.join(entry or '' for entry in entries)}]"
    return line if len(texts) == len(group.parts) and all(entries) and len(line) <= room else None
