"""Reads the data of YAML in which nothing needs a closer look, as fast as can be.

Nearly every text is like that. The builder, which knows the place of everything and says what is wrong, takes twice as
long; it is asked only when this reader gives up, or when a place is wanted. A property test holds the two together.
"""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

import yaml

from tenfold.loading.yaml_document import MAX_DEPTH, MAX_EVENTS, MAX_SCALAR, Data
from tenfold.loading.yaml_faults import UNSEEN
from tenfold.loading.yaml_folding import LIST_LINE, paragraphs


class CloserLook(Exception):
    """Something in the text is for the builder to judge."""


class Quickly(NamedTuple):
    """The data of a text, and whether something in it was left empty."""

    data: Data
    gaps: bool


def quick_data(text: str) -> Quickly | None:
    """What was read of a text, or None when it needs a closer look."""
    loader = yaml.CSafeLoader(text)
    quick = Quick(text)
    try:
        data = quick.read(loader)
        return None if data is None else Quickly(data, quick.gaps)
    except (CloserLook, yaml.YAMLError, ValueError):
        return None
    finally:
        loader.dispose()


class Quick:
    """Reads one text."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.has_hash = "#" in text
        self.is_ascii = text.isascii()
        self.top: list[Any] = []
        self.container: dict[str, Any] | list[Any] = self.top
        self.key: str | None = None
        self.around: list[dict[str, Any] | list[Any]] = []
        self.gaps = False

    def read(self, loader: Any) -> Data:
        for _ in range(MAX_EVENTS):
            event = loader.get_event()
            if event is None:
                return self.top[0] if self.top else None
            self.take(event)
        raise CloserLook

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            value = self.text(event)
            if self.key is None and isinstance(self.container, dict):
                self.name(value, self.container)
            else:
                self.put(value)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.container = self.around.pop()
        elif isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.DocumentStartEvent) and self.top):
            raise CloserLook

    def put(self, value: Data) -> None:
        if isinstance(self.container, list):
            self.container.append(value)
        elif self.key is None:
            raise CloserLook
        else:
            self.container[self.key] = value
            self.key = None

    def open(self, event: yaml.CollectionStartEvent) -> None:
        if event.anchor is not None or event.tag is not None or len(self.around) >= MAX_DEPTH:
            raise CloserLook
        inner: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.put(inner)
        self.around.append(self.container)
        self.container = inner

    def text(self, event: yaml.ScalarEvent) -> str | None:
        """The value of a scalar."""
        value, style = event.value, event.style
        if event.anchor is not None or event.tag is not None or len(value) > MAX_SCALAR:
            raise CloserLook
        if not self.is_ascii:
            value = unicodedata.normalize("NFC", value)
        if not style:
            if self.has_hash and self.has_comment(event):
                raise CloserLook
            if value not in ("", "~"):
                return value
            self.gaps = True
            return None
        if style == ">":
            return paragraphs(self.without_lists(event, value))
        if style == '"' and UNSEEN.search(value):
            raise CloserLook
        return value

    def name(self, value: str | None, container: dict[str, Any]) -> None:
        """Take the name of a field."""
        if value is None or value in container or value == "<<":
            raise CloserLook
        self.key = value

    def has_comment(self, event: yaml.ScalarEvent) -> bool:
        mark = event.end_mark
        if mark is None or mark.line >= len(self.lines):
            return False
        return self.lines[mark.line][mark.column :].lstrip(" ").startswith("#")

    def without_lists(self, event: yaml.ScalarEvent, value: str) -> str:
        """The same text, if none of its lines looks like one of a list or a table."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            raise CloserLook
        if any(LIST_LINE.match(line.lstrip()) for line in self.lines[start.line + 1 : end.line]):
            raise CloserLook
        return value
