"""A tree of prose as Markdown, as plain as can be: only what would be taken for markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from tenfold.forms.prose_reading import read_markdown
from tenfold.forms.prose_tree import (
    BREAK,
    Block,
    Code,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    plain_lines,
    tidy,
)
from tenfold.prose import MAX_COLUMNS

MARKS = re.compile(r"([\\`*_\[\]<>&#|~])")
LINE_STARTS = re.compile(r"^(\s*)([-+=>#]|\d{1,9}(?=[.)]))", re.MULTILINE)
NEEDS_ANGLES = re.compile(r"[\s()<>]")
BARE_PIPE, ESCAPED_PIPE = re.compile(r"(?<!\\)[|]"), r"\\|"
STAR, DASH = "*", "-"


def write_markdown(blocks: Iterable[Block]) -> str:
    """The Markdown that is read as these blocks."""
    return "\n\n".join(text for text in parts_of(tuple(blocks)) if text)


def parts_of(blocks: Sequence[Block]) -> Iterator[str]:
    """The text of each block. Two lists that follow each other get different marks: they would be one otherwise."""
    before: Block | None = None
    other = False
    for block in blocks:
        if isinstance(block, Listing):
            alike = isinstance(before, Listing) and before.numbered == block.numbered
            other = alike and not other
            yield list_text(block, other=other)
        else:
            yield block_text(block)
        before = block


def block_text(block: Block) -> str:
    match block:
        case Paragraph(runs):
            text = inline_text(runs)
        case Heading(level, runs):
            text = f"{'#' * level} {inline_text(on_one_line(runs))}"
        case Grid(rows):
            text = grid_text(rows)
        case Quote(inner):
            text = "\n".join(f"> {line}".rstrip() for line in write_markdown(inner).split("\n"))
        case Code(inside):
            fence = "`" * max(3, 1 + max((len(found) for found in re.findall("`+", inside)), default=0))
            text = f"{fence}\n{inside}\n{fence}"
        case Rule():
            text = "---"
        case Listing():
            text = list_text(block, other=False)
    return text


def list_text(listing: Listing, *, other: bool) -> str:
    """A list, tight unless an item has several paragraphs."""
    texts = []
    for number, item in enumerate(listing.items, listing.start):
        mark = f"{number}{')' if other else '.'}" if listing.numbered else STAR if other else DASH
        texts.append(item_text(item, f"{mark} "))
    loose = any(sum(not isinstance(each, Listing) for each in item) > 1 for item in listing.items)
    return ("\n\n" if loose else "\n").join(texts)


def item_text(item: Sequence[Block], mark: str) -> str:
    space = " " * len(mark)
    tight = len(item) == 2 and isinstance(item[0], Paragraph) and follows_at_once(item[1])
    text = "\n".join(parts_of(item)) if tight else write_markdown(item)
    lines = [f"{space}{line}" if line else "" for line in text.split("\n")]
    return (mark + lines[0][len(mark) :]).rstrip() + "".join(f"\n{line}" for line in lines[1:])


def follows_at_once(block: Block) -> bool:
    """Whether a block may stand on the next line: a list that starts with another number than 1 may not."""
    return isinstance(block, Listing) and (not block.numbered or block.start == 1)


def grid_text(rows: Sequence[Sequence[Runs]]) -> str:
    """A table; one too wide for Markdown becomes a list of its rows."""
    width = max(map(len, rows), default=0)
    if not 0 < width <= MAX_COLUMNS:
        return write_markdown([Paragraph((Run(line),)) for line in plain_lines(Grid(tuple(map(tuple, rows)))) if line])
    lines = [cells_text([*row, *[()] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def cells_text(cells: Iterable[Runs]) -> str:
    texts = (inline_text(on_one_line(cell)) for cell in cells)
    return "|" + "".join(f" {BARE_PIPE.sub(ESCAPED_PIPE, text)} |" for text in texts)


def on_one_line(runs: Runs) -> Runs:
    return tidy(run.saying(run.text.replace("\n", " ")) for run in runs)


@lru_cache(maxsize=2_000)
def inline_text(runs: Runs) -> str:
    """Runs as a line of Markdown: as typed if that says the same, else escaped, else without how they look.

    Kept, because a cell of a form is written by itself and in its table.
    """
    wanted = (Paragraph(runs),)
    plain_runs = tidy(Run(run.text) for run in runs)
    for text, target in (
        (formatted(runs, escape=False), wanted),
        (formatted(runs, escape=True), wanted),
        (formatted(plain_runs, escape=False), (Paragraph(plain_runs),)),
    ):
        if read_markdown(text) == target:
            return text
    return formatted(plain_runs, escape=True)


def formatted(runs: Runs, *, escape: bool) -> str:
    text = "".join(
        link_text(link, tuple(group), escape=escape) if link else emphasised(tuple(group), escape=escape)
        for link, group in groupby(runs, lambda run: run.link)
    )
    return LINE_STARTS.sub(escaped_start, text) if escape else text


def escaped_start(found: re.Match[str]) -> str:
    space, start = found.groups()
    return f"{space}{start}\\" if start.isdigit() else f"{space}\\{start}"


def link_text(address: str, runs: Runs, *, escape: bool) -> str:
    target = f"<{address}>" if NEEDS_ANGLES.search(address) else address
    return f"[{emphasised(tuple(replace(run, link='') for run in runs), escape=escape)}]({target})"


def emphasised(runs: Runs, *, escape: bool) -> str:
    """Bold first, then italic inside it; spaces at the edges stand outside the stars."""
    found = ""
    for bold, group in groupby(runs, lambda run: run.bold and run != BREAK):
        inner = "".join(
            starred(words(tuple(each), escape=escape), "*" if italic else "")
            for italic, each in groupby(group, lambda run: run.italic)
        )
        found += starred(inner, "**" if bold else "")
    return found


def starred(text: str, stars: str) -> str:
    bare = text.strip(" ")
    if not stars or not bare:
        return text
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return f"{' ' * before}{stars}{bare}{stars}{' ' * after}"


def words(runs: Runs, *, escape: bool) -> str:
    return "".join(word(run, escape=escape) for run in runs)


def word(run: Run, *, escape: bool) -> str:
    if run == BREAK:
        return "\\\n"
    if run.code:
        ticks = "`" * (1 + max((len(found) for found in re.findall("`+", run.text)), default=0))
        edge = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        return f"{ticks}{edge}{run.text}{edge}{ticks}"
    return MARKS.sub(r"\\\1", run.text) if escape else run.text


def canonical(text: str) -> str:
    """The same Markdown as it is written here: read and written again."""
    return write_markdown(read_markdown(text))
