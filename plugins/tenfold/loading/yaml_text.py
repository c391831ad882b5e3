"""YAML from strangers, read once, with the place of everything in it.

Only the plain part of YAML is read: mappings, lists and text. What could mislead, explode or run is refused with its
place: aliases, anchors, tags, merge keys, a second document, a key twice, deep nesting, too much of anything, and
characters that nobody sees. All values are text, so that `no`, `1:30` or `012345` stay what somebody wrote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_BYTES = 256_000
MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_SCALAR = 20_000
MAX_FAULTS = 50

Path = tuple[str | int, ...]
Data = dict[str, Any] | list[Any] | str | None

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True)
class Fault:
    """What is wrong in the text itself. Line and column count from 1."""

    rule: str
    line: int
    column: int
    path: Path
    message: str
    hint: str


@dataclass
class Document:
    """What a text held: its data, and where each part of it stands.

    `values` and `keys` map a path such as `("setting", "phase")` to line and column, from 1; `broken` holds the paths
    whose value was refused.
    """

    data: Data = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    broken: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), or of the nearest thing around it."""
        while path:
            found = (self.keys.get(path) if key else None) or self.values.get(path) or self.keys.get(path)
            if found:
                return found
            path = path[:-1]
        return 1, 1


class Stop(Exception):
    """The text is not read any further."""


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """Text in NFC, or what is wrong with the bytes. The text is empty when it must not be read on."""
    if len(raw) > MAX_BYTES:
        size = f"this file is {len(raw) // 1000} kB, and at most {MAX_BYTES // 1000} kB are read."
        return "", [Fault("too_large", 1, 1, (), size, "A case study is about 13 kB: shorten it, or split it in two.")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = f"byte {raw[error.start]:#04x} is not UTF-8, the encoding that files here must have."
        return "", [Fault("not_utf8", line, column, (), message, 'Save the file again with the encoding "UTF-8".')]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = list(unseen_characters(text))
    return ("" if faults else unicodedata.normalize("NFC", text)), faults


def unseen_characters(text: str) -> Iterator[Fault]:
    for count, match in enumerate(UNSEEN.finditer(text)):
        if count == MAX_FAULTS:
            return
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        yield Fault("unseen_character", line, column, (), unseen_message(match.group()), UNSEEN_HINT)


UNSEEN_HINT = "Delete it: put the cursor behind it and press the backspace key, or type the line again."


def unseen_message(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"a character that nobody sees stands here: {name} (U+{ord(character):04X})."


def read(raw: bytes, *, first_line: int = 1) -> Document:
    """Read YAML text. Never raises: what is wrong is in `faults`, whatever the bytes are.

    Args:
        raw: the bytes of the file.
        first_line: the line of the file on which they start, from 1.
    """
    text, faults = decode(raw)
    if faults:
        return Document(faults=[shifted(fault, first_line - 1) for fault in faults])
    document = Document(text=text)
    builder = Builder(document)
    try:
        builder.read(text)
    except Stop:
        pass
    except yaml.YAMLError as error:
        document.faults.append(unclosed_earlier(error, builder.long_quote) or syntax_fault(error, text))
    except (ValueError, RecursionError, MemoryError):
        document.faults.append(Fault("unreadable", 1, 1, (), "this file cannot be read as YAML.", QUOTE_HINT))
    if first_line > 1:
        shift_document(document, first_line - 1)
    return document


def shifted(fault: Fault, by: int) -> Fault:
    return Fault(fault.rule, fault.line + by, fault.column, fault.path, fault.message, fault.hint)


def shift_document(document: Document, by: int) -> None:
    document.faults = [shifted(fault, by) for fault in document.faults]
    document.values = {path: (line + by, column) for path, (line, column) in document.values.items()}
    document.keys = {path: (line + by, column) for path, (line, column) in document.keys.items()}


@dataclass
class Frame:
    """A mapping or a list that is being filled."""

    container: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class Builder:
    """Builds the data of a document from parse events, and refuses what we do not read.

    Working on events, before anything is built, is what makes bombs harmless: an alias is never followed.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[Frame] = []
        self.documents = 0
        self.lines: list[str] = []
        self.long_quote: yaml.ScalarEvent | None = None

    def read(self, text: str) -> None:
        self.lines = text.split("\n")
        loader = yaml.CSafeLoader(text)
        try:
            count = 0
            while loader.check_event():
                count += 1
                if count > MAX_EVENTS:
                    self.stop("too_much", *PLACE_TOP, "this file has too many parts to read.", "Split it in two.")
                self.take(loader.get_event())
        finally:
            loader.dispose()
        if self.documents == 0:
            self.stop("empty", *PLACE_TOP, "this file is empty.", "Copy another record and change it.")

    def take(self, event: yaml.Event) -> None:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self.check_plainness(event, place)
                self.scalar(event, place)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.check_plainness(event, place)
                self.open({} if isinstance(event, yaml.MappingStartEvent) else [], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self.fault("alias", place, f"*{event.anchor} is a YAML alias, and aliases are not read.", STAR_HINT)
                self.refuse(place)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    hint = "Delete the line --- and give the second record a file of its own."
                    self.stop("second_document", *place, "a second YAML document starts here.", hint)

    def check_plainness(self, event: yaml.NodeEvent, place: tuple[int, int]) -> None:
        if event.anchor is not None:
            message = f"&{event.anchor} is a YAML anchor, and anchors are not read."
            self.fault("anchor", place, message, "Write the text out, or put it in quotes if it starts with &.")
        tag = getattr(event, "tag", None)
        if tag is not None:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"{short} is a YAML tag, and tags are not read."
            self.fault("tag", place, message, "Delete it, or put the text in quotes if it starts with !.")

    def open(self, container: dict[str, Any] | list[Any], place: tuple[int, int]) -> None:
        if self.expects_key():
            self.stop("odd_key", *place, "a field name must be plain text.", QUOTE_HINT)
        path = self.attach(container, place)
        if len(self.stack) >= MAX_DEPTH:
            self.stop("too_deep", *place, f"this is nested more than {MAX_DEPTH} deep.", BRACKET_HINT)
        self.stack.append(Frame(container, path))

    def scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> None:
        spans_lines = event.style in ("'", '"') and event.end_mark.line > event.start_mark.line
        self.long_quote = event if spans_lines else None
        value: str | None = event.value
        if is_plain(event) and value in ("", "~"):
            value = None
        if event.style == ">" and value:
            value = paragraphs(value)
            self.check_for_list(event)
        if value is not None and (bad := UNSEEN.search(value)):
            self.fault("unseen_character", place, unseen_message(bad.group()), "Delete the escape that stands for it.")
            value = None
        if value is not None and len(value) > MAX_SCALAR:
            message = f"this text is {len(value):,} characters long; at most {MAX_SCALAR:,} are read."
            self.fault("too_long", place, message, "Shorten it, or split it into several entries.")
            value = None
        if self.expects_key():
            self.key(event.value, place, plain=is_plain(event))
        else:
            path = self.attach(value, place)
            if value is None and event.value not in ("", "~"):
                self.document.broken.add(path)
            elif value and is_plain(event):
                self.check_for_comment(event, path)

    def check_for_comment(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Refuse a comment behind unquoted text: too often it is text that YAML cuts off in silence."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :].lstrip(" ") if end.line < len(self.lines) else ""
        if rest.startswith("#"):
            place = (end.line + 1, len(self.lines[end.line]) - len(rest) + 1)
            hint = "Put the whole text between double quotes, or the comment on a line of its own."
            self.fault("hash_in_text", place, "YAML leaves out everything from this # on.", hint, path)

    def check_for_list(self, event: yaml.ScalarEvent) -> None:
        """Refuse a list or a table in folded text: YAML would run its lines together."""
        lines = self.lines[event.start_mark.line + 1 : event.end_mark.line]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        for number, line in enumerate(lines, event.start_mark.line + 2):
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
        if path in self.document.keys:
            first = self.document.keys[path][0]
            message = f'"{shortened(name)}" stands here twice: first on line {first}, again on line {place[0]}.'
            self.fault("duplicate_key", place, message, "Keep one of them, or make one list of both.", path)
            name = f"{name} (again on line {place[0]})"
            path = (*frame.path, name)
            self.document.broken.add(path)
        self.document.keys[path] = place
        frame.key = name

    def attach(self, value: Data, place: tuple[int, int]) -> Path:
        """Put a value where it belongs, and remember its place; its path."""
        if not self.stack:
            self.document.data = value
            self.document.values[()] = place
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
        self.document.values[path] = place
        return path

    def refuse(self, place: tuple[int, int]) -> None:
        """Leave a gap where a refused value stood."""
        if self.expects_key():
            self.stop("odd_key", *place, "a field name must be plain text.", STAR_HINT)
        self.document.broken.add(self.attach(None, place))

    def fault(self, rule: str, place: tuple[int, int], message: str, hint: str, path: Path | None = None) -> None:
        if path is None:
            frame = self.stack[-1] if self.stack else None
            path = () if frame is None else frame.path if frame.key is None else (*frame.path, frame.key)
        self.document.faults.append(Fault(rule, *place, path, message, hint))
        if len(self.document.faults) >= MAX_FAULTS:
            raise Stop

    def stop(self, rule: str, line: int, column: int, message: str, hint: str) -> None:
        self.fault(rule, (line, column), message, hint)
        raise Stop


def is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether text stands without quotes; the C parser says "" where the Python one says None."""
    return not event.style


LIST_LINE = re.compile(r"(?:[-*+]|\d{1,2}[.)]) |\|.*\|")
SINGLE_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n ])")


def paragraphs(folded: str) -> str:
    """Folded text in which a blank line makes a paragraph, as it looks.

    YAML folds the lines of a paragraph into one and turns a blank line into one line break; Markdown needs two.
    """
    return SINGLE_BREAK.sub("\n\n", folded)


PLACE_TOP = (1, 1)
QUOTE_HINT = 'Put text that holds special characters between double quotes, as in title: "Ready: the first year".'
STAR_HINT = "Put text that starts with * between double quotes."
BRACKET_HINT = "Put text that starts with [ or { between double quotes; records need no such nesting."


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "..."


SYNTAX = {
    "found unexpected end of stream": (
        "unclosed_quote",
        "a quotation mark opens here and is never closed.",
        "Close it at the end of the text, or leave both quotation marks out.",
    ),
    "mapping values are not allowed in this context": (
        "stray_colon",
        "there is a colon and a space inside this text, and YAML takes it for a field.",
        'Put the whole text between double quotes, as in title: "Ready: the first year".',
    ),
    "could not find expected ':'": (
        "no_colon",
        "this line is not a field: it has no colon, or its text runs on without being indented.",
        "Write field: text, and indent each further line of the text by two spaces more.",
    ),
    "did not find expected key": (
        "indentation",
        "this line does not fit the lines above it.",
        "Indent it by as many spaces as the fields beside it, and put text that starts with a quotation mark in full quotes.",
    ),
    "did not find expected '-' indicator": (
        "indentation",
        "a list is being written here, and this line has no hyphen.",
        "Start it with a hyphen and a space, or indent it like the entry that it belongs to.",
    ),
    "block sequence entries are not allowed in this context": (
        "indentation",
        "a list cannot start here.",
        "Put the hyphen on a line of its own below the field, indented by two spaces.",
    ),
    "did not find expected ',' or ']'": (
        "unclosed_bracket",
        "a square bracket opens here and is never closed.",
        "Close it, or put text that starts with a bracket between double quotes.",
    ),
    "did not find expected ',' or '}'": (
        "unclosed_bracket",
        "a curly bracket opens here and is never closed.",
        "Close it, or put text that starts with a bracket between double quotes.",
    ),
    "found undefined tag handle": ("tag", "a YAML tag stands here, and tags are not read.", QUOTE_HINT),
}
AT_CONTEXT = {"unclosed_quote", "unclosed_bracket", "no_colon"}


def unclosed_earlier(error: yaml.YAMLError, quote: yaml.ScalarEvent | None) -> Fault | None:
    """The place of a quotation mark that was closed by the opening one of a later line, if that is what happened."""
    mark = getattr(error, "problem_mark", None)
    if quote is None or mark is None or mark.line != quote.end_mark.line:
        return None
    rule, message, hint = SYNTAX["found unexpected end of stream"]
    return Fault(rule, quote.start_mark.line + 1, quote.start_mark.column + 1, (), message, hint)


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """What a syntax error means, in words for somebody who does not know YAML."""
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    rule, message, hint = SYNTAX.get(problem, ("syntax", "this line cannot be read as YAML.", QUOTE_HINT))
    context = getattr(error, "context_mark", None)
    if rule in AT_CONTEXT and context is not None:
        mark = context
    if started_with_tab(mark, text):
        rule, message, hint = "tab", "a tab stands here, and YAML is indented with spaces alone.", "Replace it by spaces."
    elif problem.startswith("found character that cannot start any token"):
        message = "this text starts with a character that means something else in YAML."
    elif problem.startswith("did not find expected alphabetic or numeric character"):
        rule, message, hint = "alias", "text that starts with * or & means something else in YAML.", STAR_HINT
        mark = context or mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else PLACE_TOP
    return Fault(rule, line, column, (), message, hint)


def started_with_tab(mark: yaml.Mark | None, text: str) -> bool:
    lines = text.split("\n")
    return mark is not None and mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]
