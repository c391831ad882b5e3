"""The forms to take away: what stands in them, that everybody can use them, and that nothing in them runs."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from tests.documents.trees import agrees, parts, tracker_tree, word_tree
from tests.support.forms import about, real, there_and_back

from tenfold.documents import Colours
from tenfold.forms import all_questions, steps
from tenfold.forms.excel_form import as_cell
from tenfold.forms.templates import TEMPLATES, form, templates
from tenfold.forms.word_names import LONGEST, bookmark, keys_by_bookmark
from tenfold.forms.wording import STARTED, template_texts

pytestmark = pytest.mark.usefixtures("archives")

KINDS = [template.kind for template in TEMPLATES]
TREES: dict[str, Callable[[bytes], str]] = {"docx": word_tree, "xlsx": tracker_tree, "md": lambda raw: raw.decode()}
FORMULA = '=HYPERLINK("https://example.org")'


def document() -> docx.document.Document:
    return docx.Document(BytesIO(form("docx", {}, about())))


def test_the_word_form() -> None:
    assert agrees("form-word", word_tree(form("docx", {}, about())))


def test_the_word_form_with_a_case_study() -> None:
    assert agrees("form-word-filled", word_tree(form("docx", real("dunraven"), about())))


def test_the_excel_form() -> None:
    assert agrees("form-excel", tracker_tree(form("xlsx", {}, about())))


def test_the_markdown_form() -> None:
    assert agrees("form-markdown", form("md", {}, about()).decode())


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_form_is_in_the_colours_that_it_is_given(kind: str) -> None:
    made = parts(form(kind, real("beewell"), about(colours=Colours("00543C", "7A4100"))))
    whole = b"".join(made.values())
    assert b"00543C" in whole
    assert b"12505B" not in whole
    assert b"B5431F" not in whole


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_answers_give_the_same_bytes(kind: str) -> None:
    assert form(kind, real("beewell"), about()) == form(kind, real("beewell"), about())


def test_every_form_has_a_name_a_label_and_a_purpose() -> None:
    assert [(each.name, each.label, each.purpose) for each in templates(about())] == [
        ("case-study-template.docx", "Word", "to fill in and send back"),
        ("case-study-template.xlsx", "Excel", "to fill in as a table"),
        ("case-study-template.md", "Markdown", "to fill in as plain text"),
        ("case-study-template.json", "JSON", "for other programs"),
    ]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "md"])
def test_every_question_stands_in_it_with_its_hint(kind: str) -> None:
    content = form(kind, {}, about())
    tree = TREES[kind](content)
    asked = [each for step in steps() for top in step.questions for each in (top, *top.questions)]
    assert [question.name for question in asked if question.hint not in tree] == []
    assert [question.name for question in asked if question.label not in tree] == []


@pytest.mark.parametrize("kind", ["docx", "xlsx", "md"])
def test_the_first_page_speaks_of_consent_and_of_the_children(kind: str) -> None:
    tree = TREES[kind](form(kind, {}, about()))
    assert [text for _, texts in STARTED for text in texts if text not in tree] == []


def test_headings_of_the_word_form_go_down_by_one_level_at_a_time() -> None:
    names = [each.style.name for each in document().paragraphs if each.style is not None]
    levels = [0 if name == "Title" else int(name[-1]) for name in names if name.startswith(("Title", "Heading"))]
    assert levels[0] == 0
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_table_of_the_word_form_has_a_header_row_and_a_title() -> None:
    for table in document().tables:
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] + [False] * (len(marked) - 1)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_style_of_the_word_form_is_there() -> None:
    opened = docx.Document(BytesIO(form("docx", real("carr-manor"), about())))
    known = {style.style_id for style in opened.styles}
    used = {
        each.get(qn("w:val")) for each in opened.element.body.iter(*map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
    }
    assert used <= known


def test_the_word_form_is_in_english() -> None:
    (language,) = document().styles.element.xpath("./w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "en-GB"
    assert document().core_properties.title == "Tell us what you did"


def test_every_bookmark_is_short_enough_and_leads_to_one_question() -> None:
    assert len(keys_by_bookmark()) == len(all_questions())
    assert all(len(bookmark(question)) <= LONGEST for question in all_questions())


def test_the_numbers_of_controls_and_bookmarks_are_different() -> None:
    body = document().element.body
    controls = [each.get(qn("w:val")) for each in body.iter(qn("w:id"))]
    marks = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    assert len(set(controls)) == len(controls) > 40
    assert len(set(marks)) == len(marks) > 30


def test_lists_of_the_excel_form_lead_to_the_words() -> None:
    book = openpyxl.load_workbook(BytesIO(form("xlsx", {}, about())))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 10
    for rule in rules:
        sheet, _, area = rule.formula1.lstrip("=").rpartition("!")
        cells = [cell for row in book[sheet.strip("'")][area.replace("$", "")] for cell in row]
        assert all(cell.value for cell in cells)


def test_a_formula_in_an_answer_is_text_in_every_cell_and_comes_back() -> None:
    data = {"title": FORMULA, "context": f"\n{FORMULA}".strip(), "practices": [{"title": "+44", "body": "@SUM(1)"}]}
    book = openpyxl.load_workbook(BytesIO(form("xlsx", data, about())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert there_and_back(data, "xlsx").data == data


@pytest.mark.parametrize("text", ["'x", "''x", "'=x", "=x", "x", "-1", "\uff1dx"])
def test_an_apostrophe_comes_back_as_it_was(text: str) -> None:
    assert there_and_back({"title": text}, "xlsx").data == {"title": text}
    assert not as_cell(text).startswith(("=", "-", "\uff1d"))


def test_nothing_in_the_files_runs_or_leads_outside() -> None:
    for kind in ("docx", "xlsx"):
        names = list(parts(form(kind, {}, about(address=""))))
        assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
        texts = b"".join(parts(form(kind, {}, about(address=""))).values())
        assert b'TargetMode="External"' not in texts


def test_the_json_form_holds_every_question_and_an_empty_record() -> None:
    given = json.loads(form("json", {}, about()))
    named = [question["field"] for step in given["steps"] for question in step["questions"]]
    assert named == [question.name for step in steps() for question in step.questions]
    assert set(given["answers"].values()) == {None}


def test_texts_of_the_form_are_nobodys_answer() -> None:
    assert "write here." in template_texts()
    assert "oak primary school" not in template_texts()
