"""What can be wrong with YAML text, in words for somebody who does not know YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Path = tuple[str | int, ...]
MAX_FAULTS = 50

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


def shifted(fault: Fault, by: int) -> Fault:
    return Fault(fault.rule, fault.line + by, fault.column, fault.path, fault.message, fault.hint)


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
        "Indent it as far as the fields beside it, and put text that starts with a quotation mark in full quotes.",
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


@dataclass(frozen=True)
class Quote:
    """A quoted text that runs over several lines: where it starts (from 1), and the line on which it ends."""

    line: int
    column: int
    last_line: int


def unclosed_earlier(error: yaml.YAMLError, quote: Quote | None) -> Fault | None:
    """The place of a quotation mark that was closed by the opening one of a later line, if that is what happened."""
    mark = getattr(error, "problem_mark", None)
    if quote is None or mark is None or mark.line + 1 != quote.last_line:
        return None
    rule, message, hint = SYNTAX["found unexpected end of stream"]
    return Fault(rule, quote.line, quote.column, (), message, hint)


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """What a syntax error means, in words for somebody who does not know YAML."""
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    rule, message, hint = SYNTAX.get(problem, ("syntax", "this line cannot be read as YAML.", QUOTE_HINT))
    context = getattr(error, "context_mark", None)
    if rule in AT_CONTEXT and context is not None:
        mark = context
    if started_with_tab(mark, text):
        rule, message, hint = (
            "tab",
            "a tab stands here, and YAML is indented with spaces alone.",
            "Replace it by spaces.",
        )
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
