"""Documents as text, one line for each thing that they hold, to compare with what is expected."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pptx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl.worksheet.worksheet import Worksheet
from tests.support.builders import TESTS

CASES = TESTS / "cases" / "documents"
SIDES = ("top", "left", "bottom", "right")


def agrees(name: str, found: str) -> bool:
    """Whether a tree is the expected one. With `TENFOLD_REWRITE=1` it becomes so; read the difference then."""
    path = CASES / f"{name}.txt"
    if os.environ.get("TENFOLD_REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")
    assert found == expected, f"{path.name} is not what is made now"
    return True


def properties(core: Any) -> Iterator[str]:
    """The properties of a file of any of the three kinds."""
    for label in ("title", "subject", "author", "creator", "comments", "description", "language"):
        value = getattr(core, label, None)
        if value:
            yield f"{label}: {value}"
    for label in ("created", "modified"):
        moment = getattr(core, label)
        assert isinstance(moment, datetime)
        yield f"{label}: {moment:%Y-%m-%d %H:%M}"


def word_tree(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    lines = [*properties(document.core_properties), ""]
    for block in document.iter_inner_content():
        lines += table_lines(block) if isinstance(block, Table) else paragraph_lines(block)
    for section in document.sections:
        columns = section._sectPr.find(qn("w:cols")).get(qn("w:num")) or "1"
        size = f"{section.page_width.cm:.1f} x {section.page_height.cm:.1f} cm"  # type: ignore[union-attr]
        foot = section.footer.paragraphs[0]
        lines.append(f"section: {size}, columns {columns}, foot: {text_of(foot)!r}")
    return "\n".join(lines) + "\n"


def text_of(paragraph: Paragraph) -> str:
    """The text of a paragraph, that of its links and fields as well."""
    parts = paragraph._p.iter(qn("w:t"), qn("w:tab"))
    return "".join(part.text or "" if part.tag == qn("w:t") else "\t" for part in parts)


def paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    assert paragraph.style is not None
    marks = [mark for mark in ("pageBreakBefore", "bidi") if paragraph._p.find(f".//{qn('w:' + mark)}") is not None]
    shown = f" [{', '.join(marks)}]" if marks else ""
    yield f"{paragraph.style.name}: {text_of(paragraph)}{shown}"


def table_lines(table: Table) -> Iterator[str]:
    assert table.style is not None
    told = [table._tbl.tblPr.find(qn(f"w:{tag}")) for tag in ("tblCaption", "tblDescription")]
    title, about = (element.get(qn("w:val")) for element in told if element is not None)
    yield f"table {table.style.name}: {title}. {about}"
    for row in table.rows:
        header = row._tr.find(f".//{qn('w:tblHeader')}") is not None
        cells = (" / ".join(text_of(each) for each in cell.paragraphs) for cell in row.cells)
        yield f"  {'header' if header else 'row'}: {' | '.join(cells)}"


def slides_tree(content: bytes) -> str:
    presentation = pptx.Presentation(BytesIO(content))
    size = f"{presentation.slide_width} x {presentation.slide_height}"
    lines = [*properties(presentation.core_properties), f"size: {size}"]
    for number, slide in enumerate(presentation.slides, 1):
        lines += ["", f"slide {number}, {slide.slide_layout.name}"]
        names = {shape.shape_id: shape.name for shape in slide.shapes}
        for shape in slide.shapes:
            lines += [f"  {line}" for line in shape_lines(shape, names)]
    return "\n".join(lines) + "\n"


def shape_lines(shape: Any, names: dict[int, str]) -> Iterator[str]:
    decorative = shape.element.xpath(".//*[local-name()='decorative'][@val='1']")
    described = shape.element.xpath("./*/p:cNvPr")[0].get("descr")
    marks = f"{' (decorative)' if decorative else ''}{f' [{described}]' if described else ''}"
    if shape.element.tag.endswith("cxnSp"):
        begin, end = (shape.element.xpath(f".//a:{tag}")[0] for tag in ("stCxn", "endCxn"))
        ends = [f"{names[int(each.get('id'))]} {SIDES[int(each.get('idx'))]}" for each in (begin, end)]
        yield f"arrow: {ends[0]} -> {ends[1]}{marks}"
    elif shape.has_table:
        yield f"table {shape.name}{marks}, first row header: {shape.table.first_row}"
        for row in shape.table.rows:
            yield f"  {' | '.join(cell.text for cell in row.cells)}"
    else:
        texts = [paragraph.text for paragraph in shape.text_frame.paragraphs]
        yield f"{shape.name}{marks}: {' / '.join(texts)}"


def tracker_tree(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    lines = list(properties(book.properties))
    for sheet in book.worksheets:
        lines += ["", f"sheet {sheet.title}: paper {sheet.page_setup.paperSize}, {sheet.page_setup.orientation}"]
        fitted = sheet.sheet_properties.pageSetUpPr
        lines.append(f"  fit to width: {fitted is not None and bool(fitted.fitToPage)}")
        lines.append(f"  stays in view: {sheet.freeze_panes}, on every page: {sheet.print_title_rows}")
        lines.append(f"  foot: {foot_of(sheet)}")
        lines += [f"  table {table.name}: {table.ref}" for table in sheet.tables.values()]
        for rule in sheet.data_validations.dataValidation:
            lines.append(f"  {rule.sqref}: {rule.type} {rule.formula1}")
        for row in sheet.iter_rows():
            filled = [f"{cell.coordinate} {cell.value}" for cell in row if cell.value is not None]
            lines += [f"  {' | '.join(filled)}"] if filled else []
    return "\n".join(lines) + "\n"


def foot_of(sheet: Worksheet) -> str:
    """What stands at the foot of each page of a sheet."""
    foot = sheet.oddFooter
    assert foot is not None
    assert foot.left is not None
    assert foot.right is not None
    return f"{foot.left.text} ... {foot.right.text}"


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a document, by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
