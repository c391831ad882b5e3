"""What can be wrong with YAML text, in words for somebody who does not know YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

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


SEEN_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n\r"


def unseen_characters(text: str) -> Iterator[Fault]:
    """Every character of a text that nobody sees. Texts without signs beyond English keyboards take no search."""
    if text.isascii() and not text.encode().translate(None, SEEN_ASCII):
        return
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
COLON = "there is a colon and a space inside this text, and YAML takes it for a field."
COLON_HINT = 'Put the whole text between double quotes, as in title: "Ready: the first year".'
STAR_HINT = "Put text that starts with * between double quotes."
BRACKET_HINT = "Put text that starts with [ or { between double quotes; records need no such nesting."


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "..."
