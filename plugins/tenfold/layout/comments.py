"""Finds the comments of a text, and gives each to what it belongs to: what it stands above, or stands behind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from tenfold.layout.tree import Group, Lead, Part, Text, groups_in, parts_in

COMMENT = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


@dataclass(frozen=True)
class Comment:
    """A comment: its words, where it starts, in which column, and what stands above it."""

    words: str
    start: int
    column: int
    own_line: bool
    after_blank: bool

    @property
    def lines(self) -> Lead:
        """Itself, below a blank line if it has one above it."""
        return ["", self.words] if self.after_blank else [self.words]


def attach(top: Group, texts: Sequence[Text], text: str) -> None:
    """Give every comment of a text to its place in the tree, and every blank line that is to stay."""
    finder = Finder(top, text)
    for comment in comments_in(text, texts):
        if not finder.stands_behind(comment):
            finder.put_above(comment)
    for part in parts_in(top):
        begin = line_start(text, part.start)
        if blank_above(text, begin) and not text[begin : part.start].strip(" -?"):
            part.lead.append("")


def keep_comments(top: Group, words: Container[str]) -> None:
    """Take every comment out of a tree but those of these words; a blank line above something stays."""
    for part in parts_in(top):
        part.lead[:] = kept(part.lead, words) or ([""] if "" in part.lead else [])
        part.behind[:] = [comment for comment in part.behind if comment in words]
    for group, _ in groups_in(top):
        group.tail[:] = kept(group.tail, words)


def kept(lead: Lead, words: Container[str]) -> Lead:
    """The comments of a lead that stay, with the blank lines among them."""
    return [line for line in lead if not line or line in words] if any(line in words for line in lead) else []


def comments_in(text: str, texts: Sequence[Text]) -> Iterator[Comment]:
    """Every comment of a text; a # inside of a scalar is none."""
    starts = [scalar.start for scalar in texts]
    seen = -1
    for found in COMMENT.finditer(text):
        around = bisect_right(starts, found.start()) - 1
        inside = around >= 0 and found.start() < texts[around].end and not in_header(texts[around], text, found.start())
        if inside or found.start() < seen:
            continue
        seen = line_end(text, found.start())
        begin = line_start(text, found.start())
        own = not text[begin : found.start()].strip()
        yield Comment(
            text[found.start() : seen].rstrip(),
            found.start(),
            found.start() - begin,
            own,
            own and blank_above(text, begin),
        )


def in_header(scalar: Text, text: str, position: int) -> bool:
    """Whether something stands on the line of the sign > or |, behind it."""
    return scalar.style in (">", "|") and "\n" not in text[scalar.start : position]


def line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def blank_above(text: str, begin: int) -> bool:
    """Whether the line above the one that begins here is blank."""
    return begin > 0 and not text[line_start(text, begin - 1) : begin].strip()


class Finder:
    """Finds the part that a comment belongs to."""

    def __init__(self, top: Group, text: str) -> None:
        self.top = top
        self.text = text
        self.parts: list[Part] = []
        self.around: list[tuple[Group, ...]] = []
        for part, around in with_groups(top, (top,)):
            self.parts.append(part)
            self.around.append(around)
        self.starts = [part.start for part in self.parts]
        self.ends = sorted(ends_in(top), key=lambda end: end[0])
        self.end_places = [place for place, _ in self.ends]

    def stands_behind(self, comment: Comment) -> bool:
        """Give a comment to what ends on its line before it, if anything does."""
        if comment.own_line:
            return False
        last = bisect_right(self.end_places, comment.start) - 1
        if last < 0 or self.end_places[last] < line_start(self.text, comment.start):
            return False
        self.ends[last][1].behind.append(comment.words)
        return True

    def put_above(self, comment: Comment) -> None:
        """Give a comment to what comes next, or to the end of the group that it is indented like."""
        following = bisect_left(self.starts, comment.start)
        part = self.parts[following] if following < len(self.parts) else None
        around = self.groups_before(following)
        brackets = [group for group in around if group.in_brackets and group.start < comment.start < group.end]
        if brackets:
            inner = brackets[-1]
            (part.lead if part and part.start < inner.end else inner.tail).extend(comment.lines)
            return
        behind = part.start if part else len(self.text) + 1
        closed = [group for group in around if not group.in_brackets and group.end <= behind]
        if closed and comment.own_line and (part is None or comment.column > part.column):
            fitting = [group for group in closed if group.column <= comment.column]
            max(fitting or closed[:1], key=lambda group: group.column).tail.extend(comment.lines)
        else:
            (part.lead if part else self.top.tail).extend(comment.lines)

    def groups_before(self, following: int) -> tuple[Group, ...]:
        """The groups in which the part before this one stands, the outermost first, and the one that it holds."""
        if not following:
            return (self.top,)
        node = self.parts[following - 1].node
        around = self.around[following - 1]
        return (*around, node) if isinstance(node, Group) else around


def with_groups(group: Group, around: tuple[Group, ...]) -> Iterator[tuple[Part, tuple[Group, ...]]]:
    """Every part of a group and of the groups in it, each with those that it stands in, the outermost first."""
    for part in group.parts:
        yield part, around
        if isinstance(part.node, Group):
            yield from with_groups(part.node, (*around, part.node))


def ends_in(top: Group) -> Iterator[tuple[int, Part]]:
    """Where names, texts and brackets end, each with the part that a comment behind it belongs to."""
    for part in parts_in(top):
        if part.key:
            yield part.key.end, part
        node = part.node
        if isinstance(node, Text) and node.style in (">", "|"):
            yield node.start + 1, part
        elif isinstance(node, Text) or node.in_brackets:
            yield node.end, part
