"""Word forms as people send them back: changed in every way, and nothing of them lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from tests.forms.mangled import (
    answer_to,
    copy_table,
    mangled,
    move_to_top,
    put_markup,
    rename,
    without_bookmarks,
    without_controls,
    without_hints,
    without_styles,
    write,
)
from tests.support.forms import real, with_canonical_prose

pytestmark = pytest.mark.usefixtures("archives")

NAME, CONTEXT, KIND = "Name of the setting (needed)", "Context (needed)", "Kind of setting (needed)"


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([], id="as it is"),
        pytest.param([without_bookmarks], id="saved by a program without bookmarks"),
        pytest.param([without_controls], id="saved by a program without controls"),
        pytest.param([without_bookmarks, without_controls, without_hints], id="without all three"),
        pytest.param([without_hints], id="hints deleted"),
        pytest.param([move_to_top("Summary (needed)")], id="a question moved"),
        pytest.param([move_to_top("Practices (needed)"), move_to_top(CONTEXT)], id="two parts moved"),
        pytest.param([rename("Context (needed)", "Our background")], id="a heading worded anew"),
        pytest.param([without_bookmarks, rename("Context (needed)", "2. CONTEXT:")], id="numbered, in capitals"),
        pytest.param([without_bookmarks, rename("Implementation (needed)", "Implementations")], id="nearly the same"),
        pytest.param([without_bookmarks, rename("Summary (needed)", "In short")], id="found again by its hint"),
    ],
)
def test_a_form_that_was_changed_says_the_same(changes: list[Callable[[Document], None]]) -> None:
    given = real("carr-manor")
    found = mangled(given, *changes)
    assert found.unplaced == ()
    assert with_canonical_prose(found.data) == with_canonical_prose(given)


def test_headings_that_lost_their_style_are_known_by_their_words() -> None:
    found = mangled({}, write(NAME, "Oak Primary School"), write(CONTEXT, "We began small."), without_bookmarks,
                    without_styles)  # fmt: skip
    assert found.data == {"setting": {"name": "Oak Primary School"}, "context": "We began small."}


@pytest.mark.parametrize(
    "paragraphs, says",
    [
        pytest.param([p(run("We ", ""), run("really", "<w:b/>"), run(" tried"))], "We **really** tried", id="bold"),
        pytest.param([p(run("not", '<w:b w:val="0"/>'))], "not", id="bold switched off"),
        pytest.param([p(run("softly", "<w:i/>"))], "*softly*", id="italic"),
        pytest.param([p(run("One.")), p(run("Two."))], "One.\n\nTwo.", id="paragraphs"),
        pytest.param([p(run("One.")), p(), p(run(" ")), p(run("Two."))], "One.\n\nTwo.", id="empty paragraphs"),
        pytest.param([p(run("a"), "<w:r><w:br/></w:r>", run("b"))], "a\\\nb", id="a line break"),
        pytest.param([p(run("\u2022 one")), p(run("\u2022\u00a0two"))], "- one\n- two", id="typed bullets"),
        pytest.param([p(run("- one")), p(run("- two"))], "- one\n- two", id="typed hyphens"),
        pytest.param([p(run("3 * 4 * 5"))], "3 * 4 * 5", id="stars"),
        pytest.param([p(run("\u201cSmart\u201d \u2018quotes\u2019 \u2013 kept"))],
                     "\u201cSmart\u201d \u2018quotes\u2019 \u2013 kept", id="smart quotes"),
        pytest.param([p(run("hard\u00a0space, soft\u00adhyphen, zero\u200bwidth"))],
                     "hard space, softhyphen, zerowidth", id="what nobody sees"),
        pytest.param([p(run("kept "), "<w:ins>" + run("added") + "</w:ins>", "<w:del><w:r><w:delText>gone</w:delText>"
                        "</w:r></w:del>")], "kept added", id="tracked changes"),
        pytest.param([p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
                        '"https://example.org/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                        run("a page"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')],
                     "[a page](https://example.org/)", id="a link of an older Word"),
        pytest.param([p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "javascript:x" '
                        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("here"),
                        '<w:r><w:fldChar w:fldCharType="end"/></w:r>')], "here (javascript:x)", id="a hostile link"),
        pytest.param([p(run("What we saw", "<w:b/>"), properties='<w:pStyle w:val="Heading3"/>'), p(run("Much."))],
                     "## **What we saw**\n\nMuch.", id="a heading of their own"),
        pytest.param([("<w:p><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent>"
                      "<w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>")],
                     "In a box.", id="a text box"),
        pytest.param([p(run("1"), '<w:r><w:noBreakHyphen/></w:r>', run("1"), "<w:r><w:tab/></w:r>", run("x"))], "1-1 x",
                     id="signs that are elements"),
    ],
)  # fmt: skip
def test_prose_becomes_markdown(paragraphs: list[str], says: str) -> None:
    assert mangled({}, put_markup(CONTEXT, *paragraphs)).data == {"context": says}


def test_tracked_changes_are_mentioned() -> None:
    found = mangled({}, put_markup(CONTEXT, "<w:p><w:ins><w:r><w:t>New.</w:t></w:r></w:ins></w:p>"))
    assert found.notes == (
        "The document has tracked changes. They were taken as accepted: what was deleted is left out.",
    )


def test_pictures_are_mentioned() -> None:
    found = mangled({}, put_markup(CONTEXT, "<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert found.notes == ("Pictures are not taken over. There are 1: send them by themselves, with consent.",)


def test_a_table_in_prose_becomes_a_table() -> None:
    def change(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip((cell for row in table.rows for cell in row.cells), "abcd", strict=True):
            cell.text = text
        answer_to(document, CONTEXT)._p.addprevious(table._tbl)

    assert mangled({}, change).data == {"context": "| a | b |\n| --- | --- |\n| c | d |"}


def test_a_table_that_was_copied_is_one_more_entry() -> None:
    given = real("carr-manor")
    found = mangled({"practices": given["practices"][:1]}, copy_table(0))
    assert len(found.data["practices"]) == 2


def test_text_below_no_question_is_kept_with_its_heading() -> None:
    def change(document: Document) -> None:
        document.add_heading("Our cook", 2)
        document.add_paragraph("She feeds everybody.")
        document.paragraphs[0].insert_paragraph_before("Dear editors, thank you.")

    assert mangled({}, change).unplaced == ("Dear editors, thank you.", "Our cook:\nShe feeds everybody.")


def test_a_heading_with_nothing_below_it_is_kept() -> None:
    assert mangled({}, lambda document: document.add_heading("Our cook", 2) and None).unplaced == ("Our cook",)


def test_an_entry_told_in_words_names_its_fields() -> None:
    def change(document: Document) -> None:
        place = document.tables[-1]._tbl  # who was involved
        for text in ("Who: Pupils", "How: They chose the greeting.", "And they liked it."):
            paragraph = document.add_paragraph(text)
            place.addprevious(paragraph._p)

    assert mangled({}, change).data == {
        "voices": [{"who": "pupils", "how": "They chose the greeting. And they liked it."}]
    }


def test_a_source_told_in_full_is_kept_for_a_person() -> None:
    found = mangled({}, write("Sources (needed)", "oak-report", "Smith, A. (2021): Belonging, London."))
    assert found.data == {"provenance": {"sources": ["oak-report"]}}
    assert found.unplaced == ("Sources:\nSmith, A. (2021): Belonging, London.",)


def test_a_feature_may_be_given_by_its_name() -> None:
    found = mangled(
        {}, write("Features (needed)", "Relational practice", "Inclusive leadership (inclusive-leadership)")
    )
    assert found.data == {"features": ["relational-practice", "inclusive-leadership"]}


def test_what_stands_behind_a_yes_is_kept() -> None:
    found = mangled({}, without_controls, write("Agreed by the setting (needed)", "Yes, by the head in May"))
    assert found.data == {"provenance": {"agreed_by_setting": "yes"}}
    assert found.unplaced == ("Agreed by the setting:\nby the head in May",)


def test_boxes_are_ticked_by_hand_in_several_ways() -> None:
    def change(document: Document) -> None:
        without_controls(document)
        for each in document.paragraphs:
            if each.text.startswith("\u2610 Autism"):
                each.runs[0].text = "\u2611"
            if each.text.startswith("\u2610 ADHD"):
                each.runs[0].text = "[x]"

    assert mangled({}, change).data == {"needs": ["autism", "adhd"]}


def test_what_stands_in_the_header_of_the_page_is_kept() -> None:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Draft of Ms Example"

    assert mangled({}, change).unplaced == ("Header and footer:\nDraft of Ms Example",)
