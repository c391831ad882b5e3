"""Prose as WordprocessingML: paragraphs, lists with numbers of their own, tables, links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from tenfold.documents.outline import right_to_left
from tenfold.forms.prose_tree import (
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
    plain,
    words_of,
)

HEADER_LOOK = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)
"""Of a table whose first row is its header."""
DEEPEST = 8
"""Of a list inside lists: Word knows nine levels."""
STEP = 360
"""How much further in each level of a list stands, in twentieths of a point."""
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BULLETS, NUMBERS = 10, 11
"""The definitions of the two kinds of list, by the numbers that the file gives them."""
LIST_STYLE, CONTINUED, QUOTE, CODE, RULE, CODE_RUN = (
    "ListParagraph",
    "ListContinue",
    "Quote",
    "CodeBlock",
    "Rule",
    "CodeText",
)


class ProseMarkup:
    """Writes prose for one document, and remembers the lists that it needs.

    Args:
        relate: gives the name of the relation to an address outside.
    """

    def __init__(self, relate: Callable[[str], str]) -> None:
        self.relate = relate
        self.lists: list[tuple[int, int, int]] = []
        """Of each list: its kind, its level and its first number."""

    def blocks(self, blocks: Iterable[Block], style: str) -> str:
        """The markup of blocks; an empty paragraph keeps two tables apart, which Word would join."""
        found, after_table = "", False
        for block in blocks:
            found += EMPTY if after_table and isinstance(block, Grid) else ""
            found += self.block(block, style)
            after_table = isinstance(block, Grid)
        return found

    def block(self, block: Block, style: str) -> str:
        match block:
            case Paragraph(runs):
                made = self.paragraph(runs, style)
            case Heading(level, runs):
                made = self.paragraph(runs, f"Heading{level + 1}")
            case Listing():
                made = "".join(self.listing(block, 0))
            case Grid(rows):
                made = self.grid(rows)
            case Quote(blocks):
                made = "".join(self.paragraph(each, QUOTE) for each in paragraphs_of(blocks))
            case Code(text):
                made = self.paragraph((Run(text),), CODE)
            case Rule():
                made = f'<w:p><w:pPr><w:pStyle w:val="{RULE}"/></w:pPr></w:p>'
        return made

    def paragraph(self, runs: Runs, style: str, more: str = "") -> str:
        bidi = "<w:bidi/>" if right_to_left(words_of(runs)) else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}{bidi}</w:pPr>{self.runs(runs)}</w:p>'

    def runs(self, runs: Runs) -> str:
        found = ""
        for link, group in groupby(runs, lambda run: run.link):
            text = "".join(run_markup(run) for run in group)
            found += f'<w:hyperlink r:id="{self.relate(link)}">{text}</w:hyperlink>' if link else text
        return found

    def listing(self, listing: Listing, level: int) -> Iterator[str]:
        level = min(level, DEEPEST)
        self.lists.append((NUMBERS if listing.numbered else BULLETS, level, listing.start))
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.number_of(len(self.lists))}"/></w:numPr>'
        for item in listing.items:
            first, *others = item or (Paragraph(()),)
            if not isinstance(first, Paragraph):
                first, others = Paragraph(()), list(item)
            yield self.paragraph(first.runs, LIST_STYLE, number)
            for each in others:
                if isinstance(each, Listing):
                    yield from self.listing(each, level + 1)
                else:
                    indent = f'<w:ind w:left="{(level + 1) * STEP}"/>'
                    yield "".join(self.paragraph(runs, CONTINUED, indent) for runs in paragraphs_of([each]))

    def number_of(self, position: int) -> int:
        return 100 + position

    def grid(self, rows: Sequence[Sequence[Runs]]) -> str:
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        grid = f'<w:gridCol w:w="{9000 // width}"/>' * width
        body = "".join(self.grid_row(row, width, header=not number) for number, row in enumerate(rows))
        style = '<w:tblStyle w:val="TheoryTable"/><w:tblW w:w="5000" w:type="pct"/>'
        return f"<w:tbl><w:tblPr>{style}{HEADER_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    def grid_row(self, row: Sequence[Runs], width: int, *, header: bool) -> str:
        cells = [*row, *[()] * (width - len(row))]
        style = "TableHead" if header else "TableText"
        text = "".join(f"<w:tc>{self.paragraph(cell, style)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}</w:trPr>{text}</w:tr>"

    def numbering(self) -> str:
        """The lists of the document, for its part with the numbers."""
        return "".join(
            f'<w:num w:numId="{self.number_of(position)}"><w:abstractNumId w:val="{kind}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for position, (kind, level, start) in enumerate(self.lists, 1)
        )


EMPTY = "<w:p/>"


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Runs]:
    """Blocks as paragraphs, where nothing else may stand."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.runs
        else:
            yield from ((Run(line),) for line in plain([block]).split("\n") if line)


def run_markup(run: Run) -> str:
    marks = (run.code, f'<w:rStyle w:val="{CODE_RUN}"/>'), (bool(run.link), '<w:rStyle w:val="Hyperlink"/>')
    style = next((mark for wanted, mark in marks if wanted), "")
    look = (run.bold, "<w:b/><w:bCs/>"), (run.italic, "<w:i/><w:iCs/>"), (right_to_left(run.text), "<w:rtl/>")
    properties = style + "".join(mark for wanted, mark in look if wanted)
    return f"<w:r><w:rPr>{properties}</w:rPr>{text_markup(run.text)}</w:r>"


def text_markup(text: str) -> str:
    """Text with its line breaks; what no XML file may hold is left out."""
    lines = NOT_XML.sub("", text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in lines)


def list_definitions() -> str:
    """The two kinds of list, each with nine levels."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(level_definition(kind, level) for level in range(DEEPEST + 1))
        + "</w:abstractNum>"
        for kind in (BULLETS, NUMBERS)
    )


def level_definition(kind: int, level: int) -> str:
    number = kind == NUMBERS
    sign = f"%{level + 1}." if number else "\u2022"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if number else "bullet"}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * STEP}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )
