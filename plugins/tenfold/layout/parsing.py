"""From a YAML text that our reader takes to its tree, comments and all."""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from tenfold.layout.comments import attach
from tenfold.layout.tree import Group, Part, Text
from tenfold.loading.yaml_folding import paragraphs


def tree_of(text: str) -> Group | None:
    """The tree of a text, or None when it holds neither fields nor a list.

    Args:
        text: what the reader found nothing wrong with, decoded as it decodes.
    """
    grower = grown(text)
    if grower.top is not None:
        attach(grower.top, grower.texts, text)
    return grower.top


def texts_of(text: str) -> list[Text]:
    """Every scalar of a text, names of fields among them, in order."""
    return grown(text).texts


def grown(text: str) -> Grower:
    grower = Grower(text)
    loader = yaml.CSafeLoader(text)
    try:
        while loader.check_event():
            grower.take(loader.get_event())
    finally:
        loader.dispose()
    return grower


class Grower:
    """Builds the tree from parse events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.top: Group | None = None
        self.around: list[Group] = []
        self.key: Text | None = None
        self.texts: list[Text] = []

    def take(self, event: yaml.Event | None) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            start, column = place(event.start_mark)
            group = Group(isinstance(event, yaml.SequenceStartEvent), bool(event.flow_style), start, column)
            self.put(group)
            self.around.append(group)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.around.pop().end = place(event.end_mark)[0]

    def scalar(self, event: yaml.ScalarEvent) -> None:
        start, end, style = place(event.start_mark)[0], place(event.end_mark)[0], event.style or ""
        is_key = bool(self.around) and not self.around[-1].is_list and self.key is None
        value = value_of(event, is_key=is_key)
        text = Text(value, style, start, end, lines_below(self.text[start:end]) if style in (">", "|") else ())
        self.texts.append(text)
        if is_key:
            self.key = text
        else:
            self.put(text)

    def put(self, node: Text | Group) -> None:
        if not self.around:
            self.top = node if isinstance(node, Group) else None
            return
        group = self.around[-1]
        start = self.key.start if self.key else node.start
        column = group.column if not group.in_brackets else start - (self.text.rfind("\n", 0, start) + 1)
        group.parts.append(Part(self.key, node, start, column))
        self.key = None


def place(mark: Any) -> tuple[int, int]:
    """Where in the text a mark stands, and in which column, both from 0."""
    return (mark.index, mark.column) if mark else (0, 0)


def value_of(event: yaml.ScalarEvent, *, is_key: bool) -> str | None:
    """What our reader takes a scalar for."""
    value = unicodedata.normalize("NFC", event.value)
    if is_key:
        return value
    if not event.style and value in ("", "~"):
        return None
    return paragraphs(value) if event.style == ">" else value


def lines_below(written: str) -> tuple[str, ...]:
    """The lines of a text below > or |, without their common indentation and the blank lines at their end."""
    lines = written.split("\n")[1:]
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    lines = [line[indent:] for line in lines]
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)
