"""Prose as what it is made of: paragraphs, lists, tables, with runs of letters that look the same.

Word and Markdown both say the same things in their own way; this is what they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Run:
    """Letters that look the same. A line break that somebody asked for is a run of its own: "\\n"."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""

    def saying(self, text: str) -> Run:
        """Other letters that look the same."""
        return self if text == self.text else Run(text, self.bold, self.italic, self.code, self.link)


Runs = tuple[Run, ...]
BREAK = Run("\n")


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Heading:
    level: int
    runs: Runs


@dataclass(frozen=True)
class Listing:
    """A list; each item is a paragraph, and may be followed by further ones and by lists."""

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Grid:
    """A table. Its first row is its header."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Code:
    text: str


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


Block = Paragraph | Heading | Listing | Grid | Quote | Code | Rule


def words_of(runs: Iterable[Run]) -> str:
    """The text of runs, without how it looks."""
    return "".join(run.text for run in runs)


def tidy(runs: Iterable[Run]) -> Runs:
    """The same runs, joined where they look the same; no space at either end, before or behind a break, or twice."""
    found = [run if run == BREAK else run.saying(SPACES.sub(" ", run.text)) for run in split(runs)]
    merged = [merge(list(group)) for _, group in groupby(found, look)]
    return trimmed([run for group in merged for run in group])


def look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.code, run.link, run.text == "\n"


def merge(runs: list[Run]) -> list[Run]:
    if runs[0] == BREAK:
        return runs
    return [runs[0].saying(SPACES.sub(" ", words_of(runs)))]


def split(runs: Iterable[Run]) -> Iterable[Run]:
    """Runs in which every line break stands alone; one that somebody made bold is a break all the same."""
    for run in runs:
        parts = run.text.split("\n")
        for position, part in enumerate(parts):
            if position:
                yield BREAK
            if part:
                yield from plain_space(run.saying(part))


def plain_space(run: Run) -> Iterable[Run]:
    """White space at the edges of letters is never bold."""
    bare = run.text.strip()
    if run.link or run.code or not (run.bold or run.italic) or bare == run.text:
        return (run,)
    before, _, after = run.text.partition(bare) if bare else (run.text, "", "")
    return tuple(each for each in (Run(before), run.saying(bare), Run(after)) if each.text)


def trimmed(runs: list[Run]) -> Runs:
    """Runs without spaces and breaks at the ends, and without two spaces in a row."""
    found: list[Run] = []
    for run in runs:
        text = run.text.lstrip(" ") if not found or found[-1].text.endswith((" ", "\n")) else run.text
        if run == BREAK:
            drop_space(found)
            if found:
                found.append(run)
        elif text:
            found.append(run.saying(text))
    while found and (found[-1] == BREAK or found[-1].text.endswith(" ")):
        if found[-1] == BREAK:
            found.pop()
        else:
            drop_space(found)
    return tuple(found)


def drop_space(found: list[Run]) -> None:
    """Take the space off the end of what was found."""
    while found and found[-1] != BREAK and not found[-1].text.rstrip(" "):
        found.pop()
    if found and found[-1] != BREAK:
        found[-1] = found[-1].saying(found[-1].text.rstrip(" "))


def plain(blocks: Iterable[Block]) -> str:
    """The words of blocks, a line for each paragraph, item and row."""
    return "\n".join(line for block in blocks for line in plain_lines(block))


def plain_lines(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield words_of(runs)
        case Listing(items):
            for item in items:
                yield from plain(item).split("\n")
        case Grid(rows):
            yield from (" | ".join(words_of(cell) for cell in row) for row in rows)
        case Quote(blocks):
            yield from plain(blocks).split("\n")
        case Code(text):
            yield from text.split("\n")
        case Rule():
            return
