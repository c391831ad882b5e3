"""The Word document: the theory on one page, a table to work on for each part, and questions to ask in the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tenfold.documents.about import LANGUAGE, About
from tenfold.documents.outline import Numbered, Outline, Part, known
from tenfold.documents.packing import frame, packed
from tenfold.documents.steps import STEPS
from tenfold.documents.word_first_page import first_page
from tenfold.documents.word_markup import Cell, Column, Line, heading, linked, paragraph, section_end, table
from tenfold.model import TheoryOfChange
from tenfold.model.theory import ACTIVITIES, AIMS, FACTORS, MECHANISMS, OUTCOMES

BLANK_ROW = 1.5
BLANK_ROWS = 8
FEWEST_ROWS = 4
COLUMNS = {
    ACTIVITIES: (
        Column("Activity", 9.2),
        Column("For whom", 3.8),
        Column("Who", 3.6),
        Column("When", 3.6),
        Column("Leads to", 4.2),
    ),
    FACTORS: (Column("What has to be in place", 14.4), Column("Who sees to it", 4.8), Column("Leads to", 5.2)),
    MECHANISMS: (Column("What people experience or gain", 18.4), Column("Leads to", 6.0)),
    OUTCOMES: (Column("Outcome", 18.4), Column("Leads to", 6.0)),
    AIMS: (Column("Aim", 24.4),),
}
NUMBER = Column("No.", 1.3)
INDICATORS = (
    Column("Outcome", 3.0),
    Column("Measure", 7.4),
    Column("Baseline", 4.5),
    Column("Target", 3.2),
    Column("By when", 2.8),
    Column("Data from", 4.8),
)


def word(theory: TheoryOfChange | None, about: About) -> bytes:
    """A theory of change as a Word document (.docx), to fill in and to change together; without one, a form."""
    document = docx.Document(BytesIO(frame("word", about.colours)))
    outline = Outline(theory)
    set_properties(document, outline, about)
    parts = (*first_page(outline), *all_parts(outline), *questions(), *end(document, outline, about))
    last = document.element.body[-1]
    for element in parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(parts)}</w:body>"):
        last.addprevious(element)
    made = BytesIO()
    document.save(made)
    return packed(made.getvalue())


def set_properties(document: Document, outline: Outline, about: About) -> None:
    properties = document.core_properties
    properties.title = outline.title
    properties.subject = "Theory of change"
    properties.author = properties.last_modified_by = about.site_name
    properties.comments = about.comment
    properties.language = LANGUAGE
    properties.created = properties.modified = about.moment
    document.sections[0].footer.paragraphs[0].runs[0].text = about.line


def all_parts(outline: Outline) -> Iterator[str]:
    for part in outline.parts:
        yield heading(part.label, 1, new_page=outline.blank or part.id == ACTIVITIES)
        yield paragraph(part.asks, "Question")
        columns = (NUMBER, *COLUMNS[part.id])
        yield table(columns, rows_of(part, outline), title=part.label, about=part.asks, lowest=row_height(outline))
        if part.id == OUTCOMES:
            yield from indicators(outline)


def row_height(outline: Outline) -> float:
    return BLANK_ROW if outline.blank else 0


def rows_of(part: Part, outline: Outline) -> list[Sequence[Cell]]:
    """The rows of a part's table: one for each item, and empty ones where there are few."""
    filled: list[Sequence[Cell]] = [((Line(f"{each.number}"),), *row_of(each, part)) for each in part.items]
    fewest = BLANK_ROWS if outline.blank else FEWEST_ROWS
    return filled + [((Line(f"{number}"),),) for number in range(len(filled) + 1, fewest + 1)]


def row_of(each: Numbered, part: Part) -> Iterator[Cell]:
    """The cells of an item's row, after its number."""
    said = dict(each.notes())
    strand = (Line(f"Strand: {said['Strand']}", "TableNote"),) if "Strand" in said else ()
    yield (Line(each.item.text), *strand)
    for column in COLUMNS[part.id][1:]:
        yield (Line(each.links if column.label == "Leads to" else said.get(column.label, "")),)


def indicators(outline: Outline) -> Iterator[str]:
    yield heading("How we will know", 2, new_page=outline.blank)
    found = [(outcome.name, *known(indicator)) for outcome, indicator in outline.indicators()]
    rows: list[Sequence[Cell]] = [[(Line(text),) for text in row] for row in found]
    rows += [()] * ((BLANK_ROWS if outline.blank else FEWEST_ROWS) - len(rows))
    about = "Each outcome with its measures, and where each stands."
    yield table(INDICATORS, rows, title="How we will know", about=about, lowest=row_height(outline))


def questions() -> Iterator[str]:
    """The questions for each step, in two columns on a page of their own."""
    yield heading("Questions to ask in the room", 1, new_page=True)
    text = "Six steps. Take one at a time, let everybody speak, and write down what people say."
    yield paragraph(text, "Note")
    yield section_end(1, continuous=False)
    for number, step in enumerate(STEPS, 1):
        yield heading(f"{number}. {step.title}", 2, new_column=number == len(STEPS) // 2 + 1)
        for question in step.questions:
            yield paragraph(question, "ListBullet")
    yield section_end(2, continuous=True)


def end(document: Document, outline: Outline, about: About) -> Iterator[str]:
    yield heading("About this document", 2)
    if outline.whose:
        yield paragraph(outline.whose, "Note", strong="Theory: ")
    for label, text in about.told():
        if text == about.address:
            relation = document.part.relate_to(text, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            yield linked(f"{label}: ", text, relation, "Note")
        else:
            yield paragraph(text, "Note", strong=f"{label}: ")
