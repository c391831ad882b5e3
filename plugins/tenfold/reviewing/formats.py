"""A review sheet as plain text for a terminal, and as Markdown for a comment on a pull request or a job summary.

What contributors wrote stands in both: control characters are shown as their numbers, and in Markdown nothing of it
is markup, a mention of somebody or a link.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from tenfold.problems import counted, printable
from tenfold.reviewing.sheet import Line, Mark, Sheet

WIDTH = 100
SIGNS = {
    Mark.GOOD: "  ok    ",
    Mark.STOP: "  MEND  ",
    Mark.LOOK: "  look  ",
    Mark.ASK: "  [ ]   ",
    Mark.NOTE: "        ",
}
BULLETS = {
    Mark.GOOD: "- OK: ",
    Mark.STOP: "- **Mend:** ",
    Mark.LOOK: "- **Look:** ",
    Mark.ASK: "- [ ] ",
    Mark.NOTE: "- ",
}
MARKUP = re.compile(r"([\\`*_{}\[\]|~<>$])")
LONGEST = 60_000
"""Signs. A comment on a pull request holds 65,536."""


def in_short(sheet: Sheet) -> str:
    """What comes of the sheet, in a sentence."""
    stops, looks, asks = (sheet.count(mark) for mark in (Mark.STOP, Mark.LOOK, Mark.ASK))
    first = f"{counted(stops, 'thing')} to mend before it can be published" if stops else "Nothing stops it"
    return f"{first}; {counted(looks, 'thing')} to look at; {counted(asks, 'question')} that only a person can answer."


def as_text(sheet: Sheet) -> str:
    """The sheet for a terminal, its lines not wider than a hundred signs."""
    lines = [wrapped(sheet.title, ""), printable(sheet.path), wrapped(in_short(sheet), "")]
    for section in sheet.sections:
        lines += ["", section.heading, "-" * len(section.heading)]
        lines += (text_line(line) for line in section.lines)
    return "\n".join(lines) + "\n"


def text_line(line: Line) -> str:
    code = f" {line.code}" if line.code else ""
    return wrapped(line.text + code, SIGNS[line.mark])


def wrapped(text: str, sign: str) -> str:
    return textwrap.fill(
        no_command(printable(text)),
        WIDTH,
        initial_indent=sign,
        subsequent_indent=" " * len(sign),
        break_long_words=False,
        break_on_hyphens=False,
    )


def no_command(text: str) -> str:
    """Text of which no part is a command to a build log, wherever a line is broken."""
    return text.replace("::", ": :").replace("##[", "## [")


def as_markdown(sheet: Sheet) -> str:
    """The sheet as Markdown, short enough for a comment."""
    text = "\n".join(markdown_lines(sheet)) + "\n"
    if len(text) <= LONGEST:
        return text
    kept = text[: text.rindex("\n", 0, LONGEST)]
    return f"{kept}\n\nThe sheet is longer than a comment may be: `tenfold review` prints all of it.\n"


def markdown_lines(sheet: Sheet) -> Iterator[str]:
    yield f"## {escaped(sheet.title)}"
    yield ""
    yield f"{code(sheet.path)}: {escaped(in_short(sheet))}"
    for section in sheet.sections:
        yield ""
        yield f"### {escaped(section.heading)}"
        yield ""
        for line in section.lines:
            yield BULLETS[line.mark] + escaped(line.text) + (f" {code(line.code)}" if line.code else "")


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, and that calls nobody and names no issue."""
    shown = MARKUP.sub(r"\\\1", printable(text).replace("&", "&amp;"))
    shown = re.sub(
        r"([@#])(?=\w)", "\\1\u200b", shown
    )  # an escape does not stop a mention, a gap that nobody sees does
    return re.sub(r"\b(https?:|www\.)", "\\1\u200b", shown)


def code(text: str) -> str:
    return f"`{printable(text).replace('`', chr(39))}`"
