"""Word forms as people leave them, made from a good one: each function changes a document in one way."""

from __future__ import annotations

import copy
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from tests.support.forms import Data, about

from tenfold.forms import Filled, read_form
from tenfold.forms.templates import form


def mangled(data: Data, *changes: Callable[[Document], None]) -> Filled:
    """What is read from a form after somebody changed it."""
    document = docx.Document(BytesIO(form("docx", data, about())))
    for change in changes:
        change(document)
    made = BytesIO()
    document.save(made)
    return read_form(made.getvalue())


def paragraph(document: Document, text: str) -> Any:
    """The paragraph that says this."""
    return next(each for each in document.paragraphs if each.text.strip() == text)


def answer_to(document: Document, heading: str) -> Any:
    """The room for the answer below a heading."""
    found = [each.text for each in document.paragraphs].index(heading)
    return next(each for each in document.paragraphs[found:] if each.text in {"Write here.", "Choose one."})


def markup(text: str) -> Any:
    return parse_xml(text.replace("<w:p>", f"<w:p {nsdecls('w', 'r')}>", 1))


def write(heading: str, *texts: str) -> Callable[[Document], None]:
    """Write paragraphs over the room for an answer."""

    def change(document: Document) -> None:
        place = answer_to(document, heading)
        for text in texts:
            place.insert_paragraph_before(text)
        place._p.getparent().remove(place._p)

    return change


def put_markup(heading: str, *paragraphs: str) -> Callable[[Document], None]:
    """Put paragraphs of WordprocessingML in place of the room for an answer."""

    def change(document: Document) -> None:
        place = answer_to(document, heading)
        for text in paragraphs:
            place._p.addprevious(markup(text))
        place._p.getparent().remove(place._p)

    return change


def rename(heading: str, name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        paragraph(document, heading).runs[0].text = name

    return change


def without_bookmarks(document: Document) -> None:
    """As programs leave a document that know no bookmarks."""
    for mark in list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)


def without_controls(document: Document) -> None:
    """As programs leave a document that know no lists to choose from: what they show stays as text."""
    for control in list(document.element.body.iter(qn("w:sdt"))):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)


def without_styles(document: Document) -> None:
    """As it is after it was pasted as text: headings in bold, and no styles."""
    for each in document.paragraphs:
        heading = each.style is not None and each.style.name.lower().startswith("heading")
        each.style = document.styles["Normal"]
        for run in each.runs if heading else ():
            run.bold = True


def without_hints(document: Document) -> None:
    for each in list(document.paragraphs):
        if each.style is not None and each.style.name == "Form Hint":
            each._p.getparent().remove(each._p)


def move_to_top(heading: str) -> Callable[[Document], None]:
    """Move a question with all that belongs to it to the top of the document."""

    def change(document: Document) -> None:
        start = paragraph(document, heading)._p
        moved = [start]
        while not is_heading(moved[-1].getnext()):
            moved.append(moved[-1].getnext())
        for element in reversed(moved):
            document.element.body.insert(0, element)

    return change


def is_heading(element: Any) -> bool:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and str(style.get(qn("w:val"))).startswith("Heading")


def copy_table(number: int) -> Callable[[Document], None]:
    """Copy a table and paste it below itself."""

    def change(document: Document) -> None:
        table = document.tables[number]._tbl
        table.addnext(copy.deepcopy(table))

    return change
