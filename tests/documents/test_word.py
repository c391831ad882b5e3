"""The Word document: what it holds, that it is accessible, and that everything comes out whole."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from tests.documents.extremes import ARABIC, HEBREW, ODD, about, every_part, forty_items, long_items
from tests.documents.trees import agrees, parts, text_of, word_tree
from tests.support.theories import a_theory

from tenfold.documents.steps import STEPS
from tenfold.documents.word import word
from tenfold.documents.word_markup import table as table_markup
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS

pytestmark = pytest.mark.usefixtures("archives")

TEXT_WIDTH = 29.7 - 4
"""Of a page across, in cm."""


def opened(theory: TheoryOfChange | None, **changes: object) -> Document:
    return docx.Document(BytesIO(word(theory, about(**changes))))


def tables(document: Document) -> dict[str, Table]:
    """The tables by their titles."""
    return {table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")): table for table in document.tables}


def column(table: Table, number: int) -> list[str]:
    return [text_of(row.cells[number].paragraphs[0]) for row in table.rows][1:]


def items(document: Document) -> list[str]:
    """The texts of all items, from the table of each part."""
    found = tables(document)
    return [text for part in list(found)[1:] if part != "How we will know" for text in column(found[part], 1) if text]


def texts(theory: TheoryOfChange) -> list[str]:
    return [item.text for part in theory.parts().values() for item in part]


def test_a_theory_as_a_document() -> None:
    assert agrees("word", word_tree(word(a_theory(), about())))


def test_a_form_to_fill_in() -> None:
    assert agrees("word-blank", word_tree(word(None, about(address=""))))


def test_the_same_theory_gives_the_same_bytes() -> None:
    assert word(a_theory(), about()) == word(a_theory(), about())


def test_another_day_of_the_content_gives_other_bytes() -> None:
    other = about().dated.replace(year=2025)
    assert word(a_theory(), about()) != word(a_theory(), about(dated=other))


@pytest.mark.parametrize(
    "theory",
    [
        pytest.param(every_part(*ODD), id="odd texts"),
        pytest.param(forty_items(), id="forty items in a part"),
        pytest.param(long_items(), id="items of 2,000 characters"),
    ],
)
def test_every_item_comes_out_whole(theory: TheoryOfChange) -> None:
    assert items(opened(theory)) == texts(theory)


def test_what_is_long_is_shortened_on_the_first_page_and_says_so() -> None:
    document = opened(long_items())
    first = document.tables[0].rows[1].cells
    assert all(len(cell.text) < 900 and cell.text.endswith("...") for cell in first)
    note = "Long statements are shortened in this table. They stand whole on the pages after it."
    assert note in [paragraph.text for paragraph in document.paragraphs]


def test_what_is_not_long_stands_whole_on_the_first_page() -> None:
    cells = opened(a_theory()).tables[0].rows[1].cells
    shown = [paragraph.text.partition("  ")[2] for cell in cells for paragraph in cell.paragraphs]
    assert shown == texts(a_theory())


def test_every_table_has_one_header_row_that_is_repeated() -> None:
    for table in opened(a_theory()).tables:
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] + [False] * (len(marked) - 1)
        assert all(cell.text for cell in table.rows[0].cells)


def test_every_table_fills_the_width_of_the_page_and_not_more() -> None:
    for table in opened(a_theory()).tables:
        width = sum(column.width.cm for column in table.columns if column.width is not None)
        assert width == pytest.approx(TEXT_WIDTH, abs=0.05)


def test_headings_go_down_by_one_level_at_a_time() -> None:
    styles = [paragraph.style.name for paragraph in opened(a_theory()).paragraphs if paragraph.style is not None]
    levels = [0 if style == "Title" else int(style[-1]) for style in styles if style.startswith(("Title", "Heading"))]
    assert levels[0] == 0
    assert levels.count(0) == 1
    first = levels.index(1)
    assert all(after - before <= 1 for before, after in zip(levels[first:], levels[first + 1 :], strict=False))


def test_every_style_that_is_used_is_there() -> None:
    document = opened(every_part(*ODD))
    known = {style.style_id for style in document.styles}
    used = {
        each.get(qn("w:val")) for each in document.element.body.iter(*map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
    }
    assert used <= known


def test_the_language_is_said_for_the_whole_document() -> None:
    (language,) = opened(None).styles.element.xpath("./w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "en-GB"


def test_there_are_no_pictures_and_no_text_boxes() -> None:
    body = opened(a_theory()).element.body
    assert not body.xpath(".//w:drawing | .//w:pict | .//w:object")


@pytest.mark.parametrize("text", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_text_of_scripts_that_read_from_the_right_is_set_that_way(text: str) -> None:
    cell = tables(opened(every_part(text)))["Aims"].rows[1].cells[1]
    (paragraph,) = cell.paragraphs
    assert paragraph._p.find(f".//{qn('w:bidi')}") is not None
    assert [run.font.rtl for run in paragraph.runs] == [True]


def test_the_address_is_a_link() -> None:
    document = opened(a_theory())
    (link,) = document.element.body.iter(qn("w:hyperlink"))
    assert document.part.rels[link.get(qn("r:id"))].target_ref == about().address


def test_without_an_address_there_is_no_link() -> None:
    document = opened(a_theory(), address="")
    assert not list(document.element.body.iter(qn("w:hyperlink")))
    assert "Page: " not in "".join(text_of(paragraph) for paragraph in document.paragraphs)


def test_a_long_name_of_the_site_fits_into_the_properties() -> None:
    document = opened(a_theory(), site_name="A very long name " * 12, address=f"https://example.org/{'x' * 200}/")
    assert len(document.core_properties.comments) == 255


def test_an_empty_part_has_rows_to_fill_in() -> None:
    table = tables(opened(without_aims()))["Aims"]
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [
        [f"{number}", ""] for number in range(1, 5)
    ]


def without_aims() -> TheoryOfChange:
    outcomes = [{"id": "fewer-late", "text": "Half as many late marks a week."}]
    mechanisms = [{"id": "known", "text": "Children feel known."}]
    return a_theory(aims=[], outcomes=outcomes, mediating_mechanisms=mechanisms, moderating_factors=[], activities=[])


def test_a_theory_without_a_single_item_is_a_document_all_the_same() -> None:
    empty = a_theory(**{part: [] for part in PARTS}, challenge=None)
    assert items(opened(empty)) == []


def test_each_step_has_its_questions_in_two_columns() -> None:
    document = opened(None)
    headings = [p.text for p in document.paragraphs if p.text[:2] in [f"{number}." for number in range(1, 7)]]
    assert headings == [f"{number}. {step.title}" for number, step in enumerate(STEPS, 1)]
    questions = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert questions == [question for step in STEPS for question in step.questions]


def test_nothing_in_the_file_tells_when_or_on_what_it_was_made() -> None:
    names = list(parts(word(a_theory(), about())))
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name or "custom" in name]


def test_a_row_to_write_in_is_higher_than_a_line() -> None:
    rows = tables(opened(None))["Activities"].rows
    assert all(row.height is not None and row.height.cm >= 1.4 for row in list(rows)[1:])


def test_the_markup_of_a_table_without_rows_is_its_header() -> None:
    assert table_markup((), (), title="x", about="y").count("<w:tr>") == 1
