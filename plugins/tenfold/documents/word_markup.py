"""The parts of a Word document as WordprocessingML: paragraphs, headings, tables, sections.

It is written as text and parsed once, which takes a tenth of the time of adding cell by cell. The styles that it names
are those of `frames/word/word/styles.xml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from tenfold.documents.outline import right_to_left

TWIPS = 1440 / 2.54
"""In a cm."""
LOWEST = 1.2
"""Of a row to write in by hand, in cm."""
SHORT_ROW = 900
"""Characters up to which a row is kept on one page."""
SHORT_TABLE = 1000
"""Characters up to which a table is kept on one page, if it has few rows."""
FEW_ROWS = 7
FOOTER = "rId4"
"""The relation of the document to its footer, in the frame."""
PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1021" w:right="1134" w:bottom="1021" w:left="1134" w:header="567" w:footer="510" w:gutter="0"/>'
)
"""A4, across."""


@dataclass(frozen=True)
class Column:
    """A column: its header, how wide it is in cm, and a few more words below the header."""

    label: str
    width: float
    says: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph of a cell, with what stands before it in bold."""

    text: str
    style: str = "TableText"
    strong: str = ""


Cell = Sequence[Line]
EMPTY: Cell = (Line(""),)


def run(text: str, *, style: str = "", rtl: bool = False) -> str:
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:rtl/>" if rtl else "")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(text: str, style: str = "Normal", *, strong: str = "", new_page: bool = False, keep: bool = False) -> str:
    """A paragraph in the direction of its script, with what stands before it in bold."""
    rtl = right_to_left(text)
    marks = (keep, "<w:keepNext/>"), (new_page, "<w:pageBreakBefore/>"), (rtl, "<w:bidi/>")
    properties = f'<w:pStyle w:val="{style}"/>' + "".join(mark for wanted, mark in marks if wanted)
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(strong, style='Strong')}{run(text, rtl=rtl)}</w:p>"


def heading(text: str, level: int, *, new_page: bool = False, new_column: bool = False) -> str:
    made = paragraph(text, f"Heading{level}", new_page=new_page)
    return made.replace("</w:pPr>", '</w:pPr><w:r><w:br w:type="column"/></w:r>', 1) if new_column else made


def linked(label: str, address: str, relation: str, style: str) -> str:
    """A paragraph with a link that shows its address."""
    link = f'<w:hyperlink r:id="{relation}">{run(address, style="Hyperlink")}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(label, style="Strong")}{link}</w:p>'


def section_end(columns: int, *, continuous: bool) -> str:
    """The end of a section: what stands before it, since the last such end, is set in so many columns."""
    kind = '<w:type w:val="continuous"/>' if continuous else ""
    foot = f'<w:footerReference w:type="default" r:id="{FOOTER}"/>'
    properties = f'<w:sectPr>{foot}{kind}{PAGE}<w:cols w:num="{columns}" w:space="720"/></w:sectPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{properties}</w:pPr></w:p>'


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, title: str, about: str, lowest: float = 0
) -> str:
    """A table with a header row that is marked as one, and repeated on every page.

    Args:
        columns: its columns.
        rows: its cells, row by row; what is missing at the end of a row is left empty, to write in.
        title: what it is, for those who listen to it.
        about: the same in a sentence.
        lowest: how high each row is at least, in cm; otherwise rows to write in have a height of their own.
    """
    grid = "".join(f'<w:gridCol w:w="{twips(column.width)}"/>' for column in columns)
    together = len(rows) <= FEW_ROWS and sum(map(length, rows)) <= SHORT_TABLE
    body = (
        table_row(columns, row, lowest=lowest or height(row), keep=together and position < len(rows))
        for position, row in enumerate(rows, 1)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TheoryTable"/><w:tblW w:w="{sum(twips(each.width) for each in columns)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(title)}/>'
        f"<w:tblDescription w:val={quoteattr(about)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{header_row(columns)}{''.join(body)}</w:tbl>"
    )


def header_row(columns: Sequence[Column]) -> str:
    cells = "".join(cell(column, tuple(header_lines(column))) for column in columns)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def header_lines(column: Column) -> Iterator[Line]:
    yield Line(column.label, "TableHead")
    if column.says:
        yield Line(column.says, "TableHeadNote")


def table_row(columns: Sequence[Column], row: Sequence[Cell], *, lowest: float, keep: bool) -> str:
    whole = "<w:cantSplit/>" if length(row) <= SHORT_ROW else ""
    high = f'<w:trHeight w:val="{twips(lowest)}" w:hRule="atLeast"/>' if lowest else ""
    cells = zip_longest(columns, row, fillvalue=EMPTY)
    filled = "".join(cell(column, lines or EMPTY, keep=keep) for column, lines in cells if isinstance(column, Column))
    return f"<w:tr><w:trPr>{whole}{high}</w:trPr>{filled}</w:tr>"


def cell(column: Column, lines: Cell, *, keep: bool = False) -> str:
    text = "".join(paragraph(line.text, line.style, strong=line.strong, keep=keep) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(column.width)}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def height(row: Sequence[Cell]) -> float:
    """How high a row is at least, in cm: one with nothing but a number is there to write in."""
    return 0 if any(line.text for lines in row[1:] for line in lines) else LOWEST


def length(row: Sequence[Cell]) -> int:
    return sum(len(line.text) for lines in row for line in lines)


def twips(cm: float) -> int:
    return round(cm * TWIPS)
