"""A filled Excel form as pieces."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl

from tenfold.documents.sheets import FORMULA_STARTS
from tenfold.forms import matching
from tenfold.forms.answers import shown
from tenfold.forms.excel_words import HEADERS, WORDS
from tenfold.forms.pieces import Piece, Rows, Said, Title
from tenfold.forms.questions import Question, all_questions
from tenfold.forms.wording import MORE, STARTED, YES_NO, flat, help_for, template_texts, title_with_hint

MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 3000, 60, 60
"""Of a workbook that is read."""
Row = Sequence[str]


class ExcelReader:
    """Goes through a workbook once."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.cut: list[str] = []

    def pieces(self) -> Iterator[Piece]:
        with warnings.catch_warnings():  # what the library does not know of a file is no news for anybody
            warnings.simplefilter("ignore")
            yield from self.read()

    def read(self) -> list[Piece]:
        book = openpyxl.load_workbook(BytesIO(self.raw), read_only=True, data_only=True, keep_links=False)
        found: list[Piece] = []
        try:
            for sheet in book.worksheets[:MOST_SHEETS]:
                rows = [tuple(map(as_text, row)) for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)]
                if (sheet.max_row or 0) > MOST_ROWS or (sheet.max_column or 0) > MOST_COLUMNS:
                    self.cut.append(str(sheet.title))
                found += sheet_pieces(str(sheet.title), [row for row in rows if any(row)])
        finally:
            book.close()
        return found

    def notes(self) -> Iterator[str]:
        for name in self.cut:
            yield (
                f'The sheet "{name}" is larger than a form. Only its first {MOST_ROWS:,} rows and {MOST_COLUMNS} '
                "columns were read."
            )


def sheet_pieces(name: str, rows: Sequence[Row]) -> Iterator[Piece]:
    """The pieces of a sheet: questions with answers, or the entries of a part."""
    if name == WORDS:
        yield from left_over(name, [(text,) for row in rows for text in row if text])
        return
    header = next((at for at, row in enumerate(rows) if group_of(row) is not None), None)
    if header is not None and not any(text in names() for row in rows for text in row):
        group = group_of(rows[header])
        assert group is not None
        yield from left_over(name, rows[:header])
        yield Title(group.label, 2, group.name)
        yield as_table(rows[header:])
        return
    yield from question_pieces(name, rows)


def group_of(row: Row) -> Question | None:
    return matching.group_of([text.split("\n")[0] for text in row], None)


def question_of(row: Row) -> Question | None:
    """The question that a row answers: by the name of its field, or by its label."""
    named = next((names()[text] for text in row[2:] if text in names()), None)
    return named or (matching.top_level(row[0], ()) if row[0] else None)


@cache
def names() -> dict[str, Question]:
    return {question.name: question for question in all_questions()}


def question_pieces(name: str, rows: Sequence[Row]) -> Iterator[Piece]:
    others: list[Row] = []
    asked = False
    for row in rows:
        question = question_of(row)
        if question is None and not (asked and not row[0] and len(row) > 1 and row[1]):
            others.append(row)
            asked = False
            continue
        if question is not None:
            yield Title(question.label, 3, question.name)
            asked = True
        if len(row) > 1 and row[1] and flat(row[1]) not in template_texts():
            yield Said.as_it_is(row[1])
        beside = [text for text in row[2:] if text and text not in names()]
        if beside:
            label = question.label if question else name
            others.append((*(f"Beside {label}: {text}" for text in beside if not is_form(text)),))
    yield from left_over(name, others)


def left_over(name: str, rows: Iterable[Row]) -> Iterator[Piece]:
    """What stands in a sheet and is no answer, under the name of the sheet."""
    texts = [text for row in rows if (text := " | ".join(each for each in row if each and not is_form(each)))]
    if texts:
        yield Title(f"Sheet {name}", 2)
        yield from (Said(text, text) for text in texts)


def is_form(text: str) -> bool:
    """Whether a text is one that the form itself has in its cells."""
    found = flat(text)
    return found in template_texts() or found in cell_texts() or found.startswith(flat(MORE))


@cache
def cell_texts() -> frozenset[str]:
    """The texts of the cells that hold no answers: headers, words with their meanings, hints put together."""
    asked = [each for question in all_questions() for each in (question, *question.questions)]
    found = [*HEADERS, *YES_NO, WORDS, "Yes or no", *(heading for heading, _ in STARTED)]
    found += [text for each in asked for word in each.words for text in (shown(word), word.meaning)]
    found += [text for each in asked for text in (each.label, " ".join(help_for(each)), title_with_hint(each))]
    return frozenset(map(flat, found))


def as_table(rows: Sequence[Row]) -> Rows:
    cells = tuple(tuple(Said.as_it_is("" if is_hint(text) else text) for text in row) for row in rows)
    return Rows(cells, Said.as_it_is("\n".join(" | ".join(filter(None, row)) for row in rows)))


def is_hint(text: str) -> bool:
    return " " in text and flat(text) in hints()


@cache
def hints() -> frozenset[str]:
    asked = [each for question in all_questions() for each in (question, *question.questions)]
    return frozenset(flat(" ".join(help_for(each))) for each in asked)


def as_text(cell: Any) -> str:
    """What a cell shows: numbers without what the program adds to them, dates as records write them."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return number_text(value, str(getattr(cell, "number_format", "") or ""))
    text = str(value).replace("_x000D_", "").strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith((*FORMULA_STARTS, "'")) else text


def number_text(value: float, look: str) -> str:
    if "%" in look:
        value = round(value * 100, 10)
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.12g}"
