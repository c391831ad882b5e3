"""What is amiss with a line on which YAML stumbled, and where its neighbours start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.loading.yaml_faults import Fault, shortened

HARD_SPACE = "\u00a0"
HARD = re.compile(
    rf"[ {HARD_SPACE}]*?(?:- ?)?({HARD_SPACE})[ {HARD_SPACE}]*\S|[ ]*(?:- )?[\w -]+:({HARD_SPACE})|[ ]*-({HARD_SPACE})"
)
NEAR = 3
BULLETS = "•●▪■◦○‣\u2043·\u2013—"
"""Signs that word processors put before the entries of a list, where YAML and Markdown have a hyphen."""
NUMBER = r"\d{1,2}[.)](?=\s)"
OTHER_BULLET = re.compile(rf" *([{BULLETS}]|{NUMBER})[\s\u00a0]*(.*)")
ENTRY = re.compile(r"( *)- +(?=\S)")
FIELD_START = re.compile(r"( *(?:- +)*)[A-Za-z_][\w -]*:(?: |$)")
NO_HYPHEN_SPACE = re.compile(r" *-(?=[^\s-])(.*)")
NO_SPACE = re.compile(r" *(?:- )?([A-Za-z_]\w*):(?=[^\s:/])(?!.*: )")
ODD_COLON = re.compile(r" *(?:- )?([a-z]+(?:_[a-z]+)*) ?([=;\uff1a]) ?(.*)")


def hard_space(line: int, lines: list[str]) -> Fault | None:
    """A space from a word processor where YAML wants an ordinary one: it is no space to it."""
    for number in range(min(line, len(lines)), max(line - NEAR, 0), -1):
        found = HARD.match(lines[number - 1])
        if found:
            column = next(found.start(group) for group in (1, 2, 3) if found[group]) + 1
            message = "a hard space stands here, as word processors write them, and YAML does not take it for a space."
            return Fault("hard_space", number, column, (), message, "Delete it, and press the space bar.")
    return None


def left_by_git(lines: list[str]) -> Fault | None:
    """The marks around what two people wrote in the same place."""
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("<<<<<<< ")), None)
    if line is None:
        return None
    message = "two people changed the same lines, and Git left both versions here, between lines of <, = and >."
    return Fault("conflict", line, 1, (), message, "Keep what is right of the two, and delete those three lines.")


def odd_colon(line: int, lines: list[str]) -> Fault | None:
    """A field whose colon is missing its space, or is another sign."""
    text = lines[line - 1] if line <= len(lines) else ""
    tight = NO_SPACE.match(text)
    if tight:
        return no_space(line, tight)
    odd = ODD_COLON.match(text)
    if odd:
        message = f'"{odd[2]}" stands where a colon and a space should.'
        return Fault("no_colon", line, odd.start(2) + 1, (), message, f'Write "{odd[1]}: {shortened(odd[3])}".')
    return None


def no_space(line: int, found: re.Match[str]) -> Fault:
    message = f"there is no space behind the colon of {found[1]}."
    return Fault("no_space", line, found.end(), (), message, f"Write {found[1]}: and then the text.")


def no_hyphen(line: int, lines: list[str]) -> Fault | None:
    """An entry of a list without its hyphen, or without the space behind it."""
    if line > len(lines):
        return None
    text = lines[line - 1]
    tight = NO_HYPHEN_SPACE.match(text)
    if tight:
        message = "there is no space behind the hyphen."
        return Fault("no_space", line, indent_of(text) + 1, (), message, f'Write "- {shortened(tight[1])}".')
    entry = ENTRY.match(above(line, lines))
    if not entry or len(entry[1]) != indent_of(text) or text.lstrip().startswith("- "):
        return None
    message = "this line has no hyphen, and the one above it has."
    entry_text, spaces = shortened(text.strip()), indent_of(text) + 2
    hint = f'Write "- {entry_text}", or start it with {spaces} spaces if it belongs to that entry.'
    return Fault("no_hyphen", line, indent_of(text) + 1, (), message, hint)


def other_bullet(line: int, lines: list[str]) -> Fault | None:
    """An entry with the sign of a word processor in a list whose entries have hyphens."""
    text = lines[line - 1] if line <= len(lines) else ""
    found = OTHER_BULLET.match(text)
    start = indent_of(text)
    entry = next((above for above in reversed(lines[: line - 1]) if above.strip() and indent_of(above) <= start), "")
    if not found or not ENTRY.match(entry) or indent_of(entry) != start:
        return None
    message = f'this entry of a list starts with "{found[1]}", and those above it with a hyphen.'
    return Fault("no_hyphen", line, start + 1, (), message, f'Write "- {shortened(found[2])}".')


def tab(line: int, column: int, lines: list[str]) -> Fault | None:
    """A tab where YAML wants spaces."""
    text = lines[line - 1] if line <= len(lines) else ""
    if "\t" not in text[:column]:
        return None
    inside = text.index("\t")
    hint = "Replace it by a space."
    if not text[:inside].strip():
        spaces = spaces_like(above(line, lines), text.lstrip())
        hint = (
            f"Start this line with {spaces} spaces instead."
            if spaces
            else "Delete it: this line starts at the very left."
        )
    message = "a tab stands here, and YAML is indented with spaces alone."
    return Fault("tab", line, inside + 1, (), message, hint)


def spaces_like(before: str, text: str) -> int:
    """How far in a text should start, going by the line above it."""
    start = indent_of(before)
    if before.rstrip().endswith((":", ">-", "|-", ">", "|")):
        start = field_start(before) + 2
    elif before.lstrip().startswith("- ") and not text.startswith("- "):
        start = field_start(before)
    return start


def field_start(text: str) -> int:
    """Where the field of a line starts, behind its hyphens."""
    found = FIELD_START.match(text)
    return len(found[1]) if found else indent_of(text)


def first_inside(line: int, lines: list[str]) -> Fault | None:
    """A field above that should have been indented, when it is the first one of a group that has none."""
    found = next(open_fields(line, lines), None)
    if found is None or found[0] < 2:
        return None
    number, start, name = found
    group = above(number, lines)
    if not group.rstrip().endswith(":") or field_start(group) != start:
        return None
    message = f'"{name}" is indented less than the line below it.'
    hint = f'If it belongs to "{group.strip()[:-1]}", start it with {start + 2} spaces.'
    return Fault("indentation", number, start + 1, (), message, hint)


def above(line: int, lines: list[str]) -> str:
    """The nearest line above that is not blank."""
    return next((text for text in reversed(lines[: line - 1]) if text.strip()), "")


def indent_of(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def beside(line: int, lines: list[str]) -> str:
    """What a line should stand under, as advice: the field above it that starts nearest to it."""
    here = indent_of(lines[line - 1]) if line <= len(lines) else 0
    found = min(open_fields(line, lines), key=lambda field: (abs(field[1] - here), -field[1]), default=None)
    if found is None:
        return ""
    number, start, name = found
    spaces = f"{start} spaces" if start else "no space"
    return f'Start it under "{name}" of line {number}, with {spaces} before it.'


def open_fields(line: int, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """The fields above a line that it could stand beside, from the nearest outwards: line, start, name."""
    furthest = 1_000
    for number in range(line - 1, 0, -1):
        found = FIELD_START.match(lines[number - 1])
        if found and len(found[1]) < furthest:
            furthest = len(found[1])
            yield number, furthest, lines[number - 1][furthest:].partition(":")[0]
        if furthest == 0:
            return
