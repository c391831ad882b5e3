"""Sheets of a workbook: a table with its title, headers that stay in view, lists to choose from, ready to print.

Every text is written as text. One that a spreadsheet could take for a formula gets an apostrophe before it, so that it
is still text when somebody saves the sheet as CSV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tenfold.documents.about import LANGUAGE, About
from tenfold.documents.fitting import height
from tenfold.documents.outline import right_to_left
from tenfold.documents.packing import packed

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
EMPTY_ROWS = 12
"""Rows below those that are filled, to write in."""
TITLE_HEIGHT, EMPTY_HEIGHT, HEADER_HEIGHT, HIGHEST = 28, 24, 32, 409
"""Of a row, in points."""
SIZE = 10
FIRST = date(2000, 1, 1)
HEADER = 3
"""The row of the headers, counted from 0."""
A4, A3 = 9, 8
"""Paper, by Excel's numbers."""
WIDEST = 80
MOST_LINES = 24
"""Of a cell, so that its row is no higher than a row can be."""
LONGEST_FOOT = 220
"""Characters of the line at the foot: Excel takes 255, its codes among them."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its header, its width in letters, and what one may write in it."""

    label: str
    width: int
    choices: tuple[str, ...] = ()
    date: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: what it is called, how to use it, its columns, what is known, its paper, and how many columns stay."""

    name: str
    note: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    paper: int
    frozen: int


class Book:
    """A workbook in the making, with its ways to look."""

    def __init__(self, title: str, subject: str, about: About) -> None:
        self.made = BytesIO()
        self.about = about
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = xlsxwriter.Workbook(self.made, options)
        properties = {"title": title, "subject": subject, "author": about.site_name, "comments": about.comment}
        self.workbook.set_properties({**properties, "created": about.moment})
        text = {"font_name": "Arial", "font_size": SIZE, "font_color": "#1D252C", "valign": "top"}
        cell = text | {"text_wrap": True, "indent": 1, "border": 1, "border_color": "#B9B09F"}
        turned = {"reading_order": 2, "align": "right"}
        main = f"#{about.colours.main}"
        self.title = self.look(text, font_size=18, bold=True, font_color=main)
        self.note = self.look(text, font_color="#55606A")
        self.header = self.look(cell, bold=True, font_color="#FFFFFF", bg_color=main, valign="vcenter")
        self.cell = self.look(cell)
        self.turned = self.look(cell, **turned)
        self.date = self.look(cell, num_format="dd/mm/yyyy", align="left")
        self.label = self.look(text, bold=True)
        self.wrapped = self.look(text, text_wrap=True)
        self.wrapped_turned = self.look(text, text_wrap=True, **turned)

    def look(self, base: dict[str, Any], **changes: Any) -> Format:
        return self.workbook.add_format(base | changes)

    def add(self, about: Sheet, title: str) -> None:
        """A sheet with its title, its note and its table; rows to write in follow those that are filled."""
        sheet = self.workbook.add_worksheet(about.name)
        write(sheet, 0, 0, title, self.title)
        write(sheet, 1, 0, about.note, self.note)
        sheet.set_row(0, TITLE_HEIGHT)
        self.add_table(sheet, about)
        sheet.freeze_panes(HEADER + 1, about.frozen)
        sheet.repeat_rows(HEADER)
        self.set_up_print(sheet, about.paper)

    def add_table(self, sheet: Worksheet, about: Sheet) -> None:
        last = HEADER + len(about.rows) + EMPTY_ROWS
        headers = [{"header": column.label, "header_format": self.header} for column in about.columns]
        options = {"name": about.name, "columns": headers, "style": None, "autofilter": False}
        sheet.add_table(HEADER, 0, last, len(headers) - 1, options)
        sheet.set_row(HEADER, HEADER_HEIGHT)
        widths = [wide_enough(column, position, about.rows) for position, column in enumerate(about.columns)]
        for position, (column, width) in enumerate(zip(about.columns, widths, strict=True)):
            sheet.set_column(position, position, width)
            restrict(sheet, column, position, last)
        for number, row in enumerate([*about.rows, *[()] * EMPTY_ROWS], HEADER + 1):
            sheet.set_row(number, row_height(row, widths))
            self.fill(sheet, number, about.columns, row)

    def fill(self, sheet: Worksheet, number: int, columns: Sequence[Column], row: Sequence[str]) -> None:
        texts = [*row, *[""] * (len(columns) - len(row))]
        for position, (column, text) in enumerate(zip(columns, texts, strict=True)):
            plain = self.date if column.date else self.cell
            write(sheet, number, position, text, self.turned if right_to_left(text) else plain)

    def add_list(self, name: str, title: str, told: Sequence[tuple[str, str]], widths: tuple[int, int]) -> None:
        """A sheet of labels, each with a text."""
        sheet = self.workbook.add_worksheet(name)
        write(sheet, 0, 0, title, self.title)
        sheet.set_row(0, TITLE_HEIGHT)
        for position, width in enumerate(widths):
            sheet.set_column(position, position, width)
        for number, (label, text) in enumerate(told, 2):
            sheet.set_row(number, row_height((label, text), widths))
            write(sheet, number, 0, label, self.label)
            write(sheet, number, 1, text, self.wrapped_turned if right_to_left(text) else self.wrapped)
        self.set_up_print(sheet, A4)

    def set_up_print(self, sheet: Worksheet, paper: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L&8 {foot(self.about)}&R&8Page &P of &N")
        sheet.hide_gridlines(2)

    def saved(self) -> bytes:
        self.workbook.close()
        return packed(self.made.getvalue(), {"docProps/core.xml": with_language})


def foot(about: About) -> str:
    """The line at the foot of a page; without the address where that is too long, which stands in the last sheet."""
    lines = (each.line.replace("&", "&&") for each in (about, replace(about, address="")))
    return next((line for line in lines if len(line) <= LONGEST_FOOT), "")


def with_language(core: bytes) -> bytes:
    """The properties of a workbook with its language, which the library does not know of."""
    end = b"</cp:coreProperties>"
    return core.replace(end, f"<dc:language>{LANGUAGE}</dc:language>".encode() + end)


def write(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    if text:
        sheet.write_string(row, column, safe(text), look)
    else:
        sheet.write_blank(row, column, None, look)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def wide_enough(column: Column, position: int, rows: Sequence[Sequence[str]]) -> int:
    """How wide a column is, in letters, so that no text of it needs more lines than a row can be high."""
    longest = max((len(row[position]) for row in rows if position < len(row)), default=0)
    return min(WIDEST, max(column.width, -(-longest // MOST_LINES)))


def row_height(row: Sequence[str], widths: Sequence[int]) -> float:
    """How high a row is, in points: not every program finds out for itself."""
    filled = max((height(text, SIZE, points(width)) for text, width in zip(row, widths, strict=False)), default=0)
    return min(HIGHEST, max(EMPTY_HEIGHT, filled + 6))


def points(letters: int) -> float:
    """How wide the text of a column may be, in points, from its width in letters."""
    return letters * 5.25 - 9


def restrict(sheet: Worksheet, column: Column, position: int, last: int) -> None:
    """Offer the choices of a column as a list, and take nothing but dates in a column of dates."""
    area = (HEADER + 1, position, last, position)
    if column.choices:
        rule = {"validate": "list", "source": list(column.choices), "error_title": "Not in the list"}
        sheet.data_validation(*area, rule | {"error_message": f"Choose one of: {', '.join(column.choices)}."})
    if column.date:
        dates = {"validate": "date", "criteria": ">=", "value": FIRST, "error_title": "Not a date"}
        sheet.data_validation(*area, dates | {"error_message": "Write a date as day/month/year, such as 01/09/2026."})
