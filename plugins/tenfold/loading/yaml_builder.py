"""Builds a document from YAML, with the place of everything in it, and says what is wrong with the text.

Only the plain part of YAML is read: mappings, lists and text. What could mislead, explode or run is refused with its
place: aliases, anchors, tags, merge keys, a second document, a key twice, deep nesting, too much of anything, and
characters that nobody sees. All values are text, so that `no`, `1:30` or `012345` stay what somebody wrote.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

import yaml

from tenfold.loading.yaml_document import BOMBS, MAX_BOMBS, MAX_DEPTH, MAX_EVENTS, MAX_SCALAR, Data, Document, Places
from tenfold.loading.yaml_faults import (
    BRACKET_HINT,
    MAX_FAULTS,
    PLACE_TOP,
    QUOTE_HINT,
    STAR_HINT,
    UNSEEN,
    Fault,
    Path,
    shortened,
    unseen_message,
)
from tenfold.loading.yaml_folding import LIST_LINE, paragraphs
from tenfold.loading.yaml_syntax import Closed


class Stop(Exception):
    """The text is not read any further."""


@dataclass
class Frame:
    """A mapping or a list that is being filled."""

    container: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    flow_from: tuple[int, int] | None = None
    """Where its bracket opens, if it has one."""


class Builder:
    """Builds the data of a document from parse events, and refuses what we do not read.

    Working on events, before anything is built, is what makes bombs harmless: an alias is never followed.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = document.places = Places({}, {})
        self.stack: list[Frame] = []
        self.documents = 0
        self.lines: list[str] = []
        self.has_hash = False
        self.is_ascii = True
        self.closed: Closed | None = None

    def read(self, text: str) -> None:
        self.lines = text.split("\n")
        self.has_hash = "#" in text
        self.is_ascii = text.isascii()
        loader = yaml.CSafeLoader(text)
        try:
            count = 0
            while loader.check_event():
                count += 1
                if count > MAX_EVENTS:
                    self.stop("too_much", *PLACE_TOP, "this file has too many parts to read.", "Split it in two.")
                event = loader.get_event()
                assert event is not None
                self.take(event)
        finally:
            loader.dispose()
        if self.documents == 0:
            self.stop("empty", *PLACE_TOP, "this file is empty.", "Copy another record and change it.")

    def take(self, event: yaml.Event) -> None:
        # Six of ten events are scalars, and each case study has two hundred: the commonest is asked for first.
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self.refuse_marks(event, start_of(event))
            self.scalar(event, start_of(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.anchor is not None or event.tag is not None:
                self.refuse_marks(event, start_of(event))
            self.open(event, start_of(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self.stack.pop()
            self.closed = Closed(*frame.flow_from, end_of(event)[0], "]") if frame.flow_from else None
        elif isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} is a YAML alias, and aliases are not read."
            self.fault("alias", start_of(event), message, STAR_HINT)
            self.refuse(start_of(event))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.start_document(start_of(event))

    def start_document(self, place: tuple[int, int]) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "Delete the line ---. If another record comes below it, give that one a file of its own."
            self.stop("second_document", *place, "a line of hyphens starts a second YAML document here.", hint)

    def refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: tuple[int, int]) -> None:
        """Refuse an anchor or a tag, which no record needs."""
        if event.anchor is not None:
            message = f"&{event.anchor} is a YAML anchor, and anchors are not read."
            self.fault("anchor", place, message, "Write the text out, or put it in quotes if it starts with &.")
        if event.tag is not None:
            short = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"{short} is a YAML tag, and tags are not read."
            self.fault("tag", place, message, "Delete it, or put the text in quotes if it starts with !.")
            self.document.broken.add(self.here())

    def open(self, event: yaml.CollectionStartEvent, place: tuple[int, int]) -> None:
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self.expects_key():
            self.stop("odd_key", *place, "a field name must be plain text.", QUOTE_HINT)
        path = self.attach(container, place)
        if len(self.stack) >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep."
            self.fault("too_deep", place, message, BRACKET_HINT, path[:1])
            raise Stop
        self.stack.append(Frame(container, path, flow_from=place if event.flow_style else None))

    def scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> None:
        last_line = end_of(event)[0]
        self.closed = Closed(*place, last_line, event.style) if event.style in ("'", '"') else None
        # Values are made NFC, not the text: an escape and the sign behind it must not become one letter.
        given = event.value if self.is_ascii else unicodedata.normalize("NFC", event.value)
        value: str | None = given
        if is_plain(event) and value in ("", "~"):
            value = None
        if event.style == ">" and value:
            value = paragraphs(value)
            self.check_for_list(place[0], last_line)
        # The text as a whole has been searched: only an escape can still stand for such a character.
        if event.style == '"' and value is not None and (bad := UNSEEN.search(value)):
            self.fault("unseen_character", place, unseen_message(bad.group()), "Delete the escape that stands for it.")
            value = None
        if value is not None and len(value) > MAX_SCALAR:
            message = f"this text is {len(value):,} characters long; at most {MAX_SCALAR:,} are read."
            self.fault("too_long", place, message, "Shorten it, or split it into several entries.")
            value = None
        if self.expects_key():
            self.key(given, place, plain=is_plain(event))
            if value is None and given:
                self.document.broken.add(self.here())
        else:
            path = self.attach(value, place)
            if value is None and event.value not in ("", "~"):
                self.document.broken.add(path)
            elif self.has_hash and value and is_plain(event):
                self.check_for_comment(event, path)

    def check_for_comment(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Refuse a comment behind unquoted text: too often it is text that YAML cuts off in silence."""
        line, column = end_of(event)
        rest = self.lines[line - 1][column - 1 :].lstrip(" ") if line <= len(self.lines) else ""
        if rest.startswith("#"):
            place = (line, len(self.lines[line - 1]) - len(rest) + 1)
            hint = "Put the whole text between double quotes, or the comment on a line of its own."
            self.fault("hash_in_text", place, "YAML leaves out everything from this # on.", hint, path)

    def check_for_list(self, header: int, last_line: int) -> None:
        """Refuse a list or a table in folded text: YAML would run its lines together."""
        lines = self.lines[header : last_line - 1]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        for number, line in enumerate(lines, header + 1):
            if LIST_LINE.match(line[indent:]):
                hint = "Write |- instead of >- behind the field's name, and each line stays as it is."
                self.fault("folded_list", (number, indent + 1), "a list or table in folded text runs together.", hint)
                return

    def expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].container, dict) and self.stack[-1].key is None

    def key(self, name: str, place: tuple[int, int], *, plain: bool) -> None:
        frame = self.stack[-1]
        path = (*frame.path, name)
        if name == "<<" and plain:
            self.stop("merge_key", *place, "<< is a YAML merge key, and merge keys are not read.", "Write it out.")
        if path in self.places.keys:
            first = self.places.keys[path][0]
            self.duplicate(name, path, first, place)
            name = f"{name} (again on line {place[0]})"
            path = (*frame.path, name)
            self.document.broken.add(path)
        self.places.keys[path] = place
        frame.key = name

    def duplicate(self, name: str, path: Path, first: int, place: tuple[int, int]) -> None:
        """A field given twice; in an entry of a list that is mostly where the next entry should start."""
        message = f'"{shortened(name)}" stands here twice: first on line {first}, again on line {place[0]}.'
        hint = "Keep one of them, or make one list of both."
        if path[:-1] and isinstance(path[-2], int):
            if any(fault.rule == "duplicate_key" and fault.path[:-1] == path[:-1] for fault in self.document.faults):
                return  # what follows belongs to the entry that should have started
            dash = f"{' ' * max(place[1] - 3, 0)}- {shortened(name)}:"
            hint = f'Keep one of them; or, if a new entry starts here, write its line as "{dash}".'
        self.fault("duplicate_key", place, message, hint, path)

    def attach(self, value: Data, place: tuple[int, int]) -> Path:
        """Put a value where it belongs, and remember its place; its path."""
        if not self.stack:
            self.document.data = value
            self.places.values[()] = place
            return ()
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            path = (*frame.path, len(frame.container))
            frame.container.append(value)
        else:
            assert frame.key is not None
            path = (*frame.path, frame.key)
            frame.container[frame.key] = value
            frame.key = None
        self.places.values[path] = place
        return path

    def here(self) -> Path:
        """The path of the value that is being read, or of what it stands in while a field's name is."""
        frame = self.stack[-1] if self.stack else None
        if frame is None:
            return ()
        if isinstance(frame.container, list):
            return (*frame.path, len(frame.container))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def refuse(self, place: tuple[int, int]) -> None:
        """Leave a gap where a refused value stood."""
        if self.expects_key():
            self.stop("odd_key", *place, "a field name must be plain text.", STAR_HINT)
        self.document.broken.add(self.attach(None, place))

    def fault(self, rule: str, place: tuple[int, int], message: str, hint: str, path: Path | None = None) -> None:
        self.document.faults.append(Fault(rule, *place, self.here() if path is None else path, message, hint))
        alike = sum(fault.rule == rule for fault in self.document.faults)
        if len(self.document.faults) >= MAX_FAULTS or (rule in BOMBS and alike >= MAX_BOMBS):
            raise Stop

    def stop(self, rule: str, line: int, column: int, message: str, hint: str) -> None:
        self.fault(rule, (line, column), message, hint)
        raise Stop


def start_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else PLACE_TOP


def end_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column behind an event, from 1."""
    mark = event.end_mark
    return (mark.line + 1, mark.column + 1) if mark else PLACE_TOP


def is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether text stands without quotes; the C parser says "" where the Python one says None."""
    return not event.style
