"""The form as a Word document: a page that says what to do, then each step with its questions and room for answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Mm

from tenfold.documents.about import LANGUAGE, About
from tenfold.documents.packing import frame, packed
from tenfold.documents.word_markup import twips
from tenfold.forms.entries import entries_of, inner_value, steps_for, texts_of, value_at, values_of
from tenfold.forms.prose_reading import read_markdown
from tenfold.forms.prose_tree import Run
from tenfold.forms.questions import AnswerKind, Question, Step
from tenfold.forms.word_controls import checkbox_line, dropdown
from tenfold.forms.word_names import bookmark
from tenfold.forms.word_prose import EMPTY, HEADER_LOOK, ProseMarkup, list_definitions, text_markup
from tenfold.forms.word_styles import form_styles
from tenfold.forms.wording import (
    ANOTHER,
    ANOTHER_ROW,
    MORE,
    STARTED,
    SUBTITLE,
    TITLE,
    WRITE_HERE,
    YOUR_ANSWER,
    choices,
    choices_line,
    entry_title,
    help_for,
    title_of,
)

LABEL_WIDTH, ANSWER_WIDTH = 5.4, 11.6
"""Of the two columns of an entry, in cm."""
SPARE_ROWS, SPARE_ENTRIES = 4, 2
FEW = 2
"""Fields of an entry up to which an entry is a row and not a table."""
SHORT_ROW = 4000
"""Characters of markup up to which a row is kept on one page."""
MARGIN = Cm(2)
NAMESPACES = nsdecls("w", "r") + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def word_form(data: Mapping[str, Any], about: About) -> bytes:
    """The form with the answers of a record; without any, to fill in. The same answers give the same bytes."""
    document = docx.Document(BytesIO(frame("word", about.colours)))
    set_up(document, about)
    prose = ProseMarkup(lambda url: document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    body = "".join(WordForm(prose, data).parts(about))
    last = document.element.body[-1]
    for element in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
        last.addprevious(element)
    add_numbering(document, prose)
    made = BytesIO()
    document.save(made)
    return packed(made.getvalue())


def set_up(document: Document, about: About) -> None:
    """Properties, an upright page, and the styles of forms."""
    properties = document.core_properties
    properties.title, properties.subject = TITLE, "Case study"
    properties.author = properties.last_modified_by = about.site_name
    properties.comments, properties.language = about.comment, LANGUAGE
    properties.created = properties.modified = about.moment
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = MARGIN
    foot = section.footer.paragraphs[0]
    foot.runs[0].text = about.line
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(LABEL_WIDTH + ANSWER_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    del document.styles["footer"].paragraph_format.tab_stops[0]
    for element in parse_xml(f"<w:styles {nsdecls('w')}>{form_styles(about.colours)}</w:styles>"):
        document.styles.element.append(element)


def add_numbering(document: Document, prose: ProseMarkup) -> None:
    numbering = document.part.numbering_part.element
    first = numbering.num_lst[0]
    for element in parse_xml(f"<w:numbering {nsdecls('w')}>{list_definitions()}</w:numbering>"):
        first.addprevious(element)
    for element in parse_xml(f"<w:numbering {nsdecls('w')}>{prose.numbering()}</w:numbering>"):
        numbering.append(element)


class WordForm:
    """The parts of the document as WordprocessingML."""

    def __init__(self, prose: ProseMarkup, data: Mapping[str, Any]) -> None:
        self.prose = prose
        self.data = data
        self.controls = 0

    def parts(self, about: About) -> Iterator[str]:
        yield self.text(TITLE, "Title")
        yield self.text(SUBTITLE, "Subtitle")
        for heading, paragraphs in STARTED:
            yield self.text(heading, "Heading1")
            yield from (self.text(text, "Normal") for text in paragraphs)
        if about.address:
            yield self.prose.paragraph((Run(f"{MORE} "), Run(about.address, link=about.address)), "Normal")
        for step in steps_for(self.data):
            yield from self.step(step)

    def step(self, step: Step) -> Iterator[str]:
        new_page = "<w:pageBreakBefore/>" if step.id == "who" else ""
        yield self.prose.paragraph((Run(step.title),), "Heading1", new_page)
        yield self.text(step.sentence, "Question")
        for question in step.questions:
            yield self.heading(question)
            yield from (self.text(text, "Hint") for text in help_for(question))
            yield from self.group(question) if question.kind is AnswerKind.GROUP else self.answer(question)

    def text(self, text: str, style: str) -> str:
        return self.prose.paragraph((Run(text),), style)

    def heading(self, question: Question) -> str:
        """A heading with a bookmark, by which its answer is found again when somebody words it anew."""
        self.controls += 1
        start = f'<w:bookmarkStart w:id="{self.controls}" w:name="{bookmark(question)}"/>'
        end = f'<w:bookmarkEnd w:id="{self.controls}"/>'
        runs = self.prose.runs((Run(title_of(question)),))
        return f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{start}{runs}{end}</w:p>'

    def answer(self, question: Question) -> Iterator[str]:
        value = value_at(self.data, question.path)
        if choices(question) and not question.many:
            yield self.text(choices_line(question), "Hint")
        if question.vocabulary is not None and question.many:
            yield from self.ticks(question, value)
        else:
            yield self.filled(question, value, "Answer")

    def ticks(self, question: Question, value: Any) -> Iterator[str]:
        """A line with a box for each word; those that are chosen stand first, in their order."""
        chosen = [str(each) for each in values_of(value)]
        known = {word.value: word for word in question.words}
        order = [
            *(known[each] for each in chosen if each in known),
            *(w for w in question.words if w.value not in chosen),
        ]
        for word in order:
            self.controls += 1
            yield checkbox_line(word, chosen=word.value in chosen, id=self.controls, tag=question.name)
        yield from (self.text(each, "Answer") for each in chosen if each not in known)

    def filled(self, question: Question, value: Any, style: str) -> str:
        """The room for an answer, with the answer if there is one."""
        if question.kind is AnswerKind.PROSE and value:
            return self.prose.blocks(read_markdown(str(value)), style)
        texts = texts_of(question, value)
        if choices(question) and not question.many:
            self.controls += 1
            return dropdown(choices(question), "".join(texts), style, id=self.controls, tag=question.name)
        if not texts:
            holder = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>{text_markup(WRITE_HERE)}</w:r>'
            return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{holder}</w:p>'
        return "".join(self.text(text, style) for text in texts)

    def group(self, group: Question) -> Iterator[str]:
        entries = entries_of(group, self.data)
        if len(group.questions) <= FEW:
            yield self.text(ANOTHER_ROW, "Hint")
            yield self.rows(group, [*entries, *[{}] * SPARE_ROWS])
            yield EMPTY
            return
        yield self.text(ANOTHER, "Hint")
        spare = SPARE_ENTRIES if not entries else 1
        for number, entry in enumerate([*entries, *[{}] * spare], 1):
            yield self.entry(group, entry, number)
            yield EMPTY

    def entry(self, group: Question, entry: Mapping[str, Any], number: int) -> str:
        """A table with a row for each field of an entry."""
        head = (self.text(entry_title(group, number), "TableHead"), self.text(YOUR_ANSWER, "TableHead"))
        rows = [
            (
                self.text(title_of(question), "TableLabel")
                + "".join(self.text(text, "TableHint") for text in help_for(question)),
                ending(self.filled(question, inner_value(group, question, entry), "TableText")),
            )
            for question in group.questions
        ]
        return table((LABEL_WIDTH, ANSWER_WIDTH), head, rows, entry_title(group, number), group.hint)

    def rows(self, group: Question, entries: Sequence[Mapping[str, Any]]) -> str:
        """A table with a row for each entry."""
        head = [
            self.text(title_of(question), "TableHead") + self.text(question.hint, "TableHeadNote")
            for question in group.questions
        ]
        rows = [
            [
                ending(self.filled(question, inner_value(group, question, entry), "TableText"))
                for question in group.questions
            ]
            for entry in entries
        ]
        return table((LABEL_WIDTH, ANSWER_WIDTH), head, rows, group.label, group.hint)


def ending(cell: str) -> str:
    """The contents of a cell, which has to end with a paragraph."""
    return cell if cell.endswith("</w:p>") else cell + EMPTY


def table(widths: Sequence[float], head: Sequence[str], rows: Sequence[Sequence[str]], title: str, about: str) -> str:
    """A table with a header row that is repeated on every page."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(f"<w:tr>{whole(row)}{cells(row, widths)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TheoryTable"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{HEADER_LOOK}<w:tblCaption w:val={quoteattr(title)}/>'
        f"<w:tblDescription w:val={quoteattr(about)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells(head, widths)}</w:tr>{body}</w:tbl>"
    )


def whole(row: Sequence[str]) -> str:
    """Keeps a short row on one page."""
    return "<w:trPr><w:cantSplit/></w:trPr>" if sum(map(len, row)) < SHORT_ROW else ""


def cells(texts: Sequence[str], widths: Sequence[float]) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
        for text, width in zip(texts, widths, strict=True)
    )
