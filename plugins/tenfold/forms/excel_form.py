"""The form as an Excel workbook: a sheet for each step, one for each part with entries, and the words to choose from.

Every answer is text. One that a spreadsheet could take for a formula gets an apostrophe, which is taken off again when
the form is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tenfold.documents.about import About
from tenfold.documents.packing import packed
from tenfold.documents.sheets import A4, FORMULA_STARTS, foot, row_height, with_language
from tenfold.forms.answers import shown
from tenfold.forms.entries import entries_of, inner_value, steps_for, texts_of, value_at
from tenfold.forms.excel_words import HEADERS, START, WORDS, YES_OR_NO, sheet_name
from tenfold.forms.questions import AnswerKind, Question, Step
from tenfold.forms.wording import (
    CHOOSE_ONE,
    MORE,
    STARTED,
    SUBTITLE,
    TITLE,
    YES_NO,
    help_for,
    title_of,
    title_with_hint,
)
from tenfold.model.vocabulary import Word

WIDTHS = (32, 70, 60, 26)
SPARE, SPARE_ENTRIES = 3, 8
"""Rows to write in: below an answer that may have several parts, and below the entries that there are."""
ENTRY_WIDTH, PROSE_WIDTH = 24, 60
HEADER_HEIGHT = 24
TEXT = {"font_name": "Arial", "font_size": 10, "font_color": "#1D252C", "valign": "top", "text_wrap": True}
GREY = {"font_color": "#55606A"}


def excel_form(data: Mapping[str, Any], about: About) -> bytes:
    """The form with the answers of a record; without any, to fill in. The same answers give the same bytes."""
    return ExcelForm(about).made(data)


class ExcelForm:
    """A workbook in the making."""

    def __init__(self, about: About) -> None:
        self.bytes = BytesIO()
        self.about = about
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.bytes, options)
        told = {"title": TITLE, "subject": "Case study", "author": about.site_name, "comments": about.comment}
        self.book.set_properties({**told, "created": about.moment})
        main = {"font_color": f"#{about.colours.main}"}
        self.one_line = self.book.add_format(TEXT | main | {"text_wrap": False, "bold": True})
        border = {"border": 1, "border_color": "#B9B09F"}
        self.title = self.book.add_format(TEXT | main | {"font_size": 18, "bold": True})
        self.plain = self.book.add_format(TEXT)
        ground = {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{about.colours.main}"}
        self.head = self.book.add_format(TEXT | border | ground)
        self.label = self.book.add_format(TEXT | border | {"bold": True})
        self.hint = self.book.add_format(TEXT | border | GREY)
        self.answer = self.book.add_format(TEXT | border | {"num_format": "@", "bg_color": "#FBF8F1"})
        self.sources: dict[Any, str] = {}

    def made(self, data: Mapping[str, Any]) -> bytes:
        self.start()
        steps = list(steps_for(data))
        self.sources = word_sources(steps)
        for step in steps:
            self.step(step, data)
        self.words(steps)
        self.book.close()
        return packed(self.bytes.getvalue(), {"docProps/core.xml": with_language})

    def sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8 {foot(self.about)}&R&8Page &P of &N")
        sheet.hide_gridlines(2)
        return sheet

    def start(self) -> None:
        sheet = self.sheet(START, (100,))
        lines = [(TITLE, self.title), (SUBTITLE, self.plain)]
        for heading, paragraphs in STARTED:
            lines += [("", self.plain), (heading, self.book.add_format(TEXT | {"bold": True, "font_size": 12}))]
            lines += [(text, self.plain) for text in paragraphs]
        if self.about.address:
            lines.append((f"{MORE} {self.about.address}", self.plain))
        for row, (text, look) in enumerate(lines):
            sheet.write_string(row, 0, text, look)

    def step(self, step: Step, data: Mapping[str, Any]) -> None:
        """A sheet with the questions of a step that have an answer of their own, and a sheet for each part."""
        single = [question for question in step.questions if question.kind is not AnswerKind.GROUP]
        if single:
            sheet = self.sheet(sheet_name(step.title), WIDTHS)
            self.write_row(sheet, 0, HEADERS, [self.head] * len(HEADERS), WIDTHS)
            sheet.freeze_panes(1, 1)
            sheet.repeat_rows(0)
            row = 1
            for question in single:
                for number, text in enumerate(answers(question, value_at(data, question.path))):
                    self.question_row(sheet, row, question, text, first=not number)
                    row += 1
        for question in step.questions:
            if question.kind is AnswerKind.GROUP:
                self.group(question, entries_of(question, data))

    def question_row(self, sheet: Worksheet, row: int, question: Question, text: str, *, first: bool) -> None:
        texts = (title_of(question), text, " ".join(help_for(question)), question.name)
        shown_texts = texts if first else ("", text, "", question.name)
        self.write_row(sheet, row, shown_texts, (self.label, self.answer, self.hint, self.hint), WIDTHS)
        self.offer(sheet, question, (row, 1, row, 1))

    def group(self, group: Question, entries: Sequence[Mapping[str, Any]]) -> None:
        """A sheet with a row for each entry, below the names of the fields and their hints."""
        widths = [PROSE_WIDTH if is_long(question) else ENTRY_WIDTH for question in group.questions]
        sheet = self.sheet(sheet_name(group.label), widths)
        count = len(group.questions)
        sheet.write_string(0, 0, title_with_hint(group), self.one_line)
        self.write_row(sheet, 1, [title_of(each) for each in group.questions], [self.head] * count, widths)
        self.write_row(sheet, 2, [" ".join(help_for(each)) for each in group.questions], [self.hint] * count, widths)
        sheet.freeze_panes(3, 1)
        sheet.repeat_rows(1, 2)
        rows = [*entries, *[{}] * SPARE_ENTRIES]
        for number, entry in enumerate(rows, 3):
            texts = ["\n".join(texts_of(each, inner_value(group, each, entry))) for each in group.questions]
            self.write_row(sheet, number, texts, [self.answer] * count, widths)
        for column, question in enumerate(group.questions):
            self.offer(sheet, question, (3, column, len(rows) + 2, column))

    def write_row(
        self, sheet: Worksheet, row: int, texts: Sequence[str], looks: Sequence[Any], widths: Sequence[int]
    ) -> None:
        sheet.set_row(row, max(HEADER_HEIGHT, row_height(texts, widths)))
        for column, (text, look) in enumerate(zip(texts, looks, strict=True)):
            if text:
                sheet.write_string(row, column, as_cell(text), look)
            else:
                sheet.write_blank(row, column, None, look)

    def offer(self, sheet: Worksheet, question: Question, area: tuple[int, int, int, int]) -> None:
        """A list to choose from. Another word may be written all the same: the check says what it thinks of it."""
        source = self.sources.get(YES_OR_NO if question.kind is AnswerKind.YES_NO else question.vocabulary)
        if source:
            rule = {"validate": "list", "source": source, "error_type": "information", "error_title": "Another word"}
            sheet.data_validation(*area, rule | {"error_message": CHOOSE_ONE})

    def words(self, steps: Sequence[Step]) -> None:
        """The words to choose from, each with what it means: two columns for each list."""
        found = list(vocabularies(steps))
        sheet = self.sheet(WORDS, (30, 50) * (len(found) + 1))
        for number, (name, vocabulary) in enumerate(found):
            sheet.write_string(0, number * 2, name, self.head)
            sheet.write_blank(0, number * 2 + 1, None, self.head)
            for row, word in enumerate(vocabulary, 1):
                sheet.write_string(row, number * 2, shown(word), self.plain)
                sheet.write_string(row, number * 2 + 1, word.meaning, self.plain)
        sheet.write_string(0, len(found) * 2, "Yes or no", self.head)
        for row, text in enumerate(YES_NO, 1):
            sheet.write_string(row, len(found) * 2, text, self.plain)
        sheet.freeze_panes(1, 0)


def answers(question: Question, value: Any) -> list[str]:
    """The texts for the rows of a question, with rows to write in where there may be several."""
    texts = texts_of(question, value)
    return [*texts, *[""] * SPARE] if question.many else texts or [""]


def is_long(question: Question) -> bool:
    return question.kind is AnswerKind.PROSE or (question.longest or 0) > 200


def vocabularies(steps: Sequence[Step]) -> Iterator[tuple[str, type[Word]]]:
    """The vocabularies that the questions of the steps choose from, each once, with the label of the first."""
    seen: set[type[Word]] = set()
    for step in steps:
        for question in step.questions:
            for each in (question, *question.questions):
                if each.vocabulary is not None and each.vocabulary not in seen:
                    seen.add(each.vocabulary)
                    yield each.label, each.vocabulary


def word_sources(steps: Sequence[Step]) -> dict[Any, str]:
    """Where the words of each vocabulary stand, as a formula says it."""
    found: dict[Any, str] = {}
    number = 0
    for number, (_, vocabulary) in enumerate(vocabularies(steps), 1):
        found[vocabulary] = cell_range((number - 1) * 2, len(vocabulary))
    found[YES_OR_NO] = cell_range(number * 2, len(YES_NO))
    return found


def cell_range(column: int, rows: int) -> str:
    letters = xlsxwriter.utility.xl_col_to_name(column, col_abs=True)
    return f"='{WORDS}'!{letters}$2:{letters}${rows + 1}"


def as_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula; one that starts with an apostrophe gets a second one."""
    return f"'{text}" if text.startswith((*FORMULA_STARTS, "'")) else text
