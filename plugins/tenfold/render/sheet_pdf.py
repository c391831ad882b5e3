"""A sheet as PDF: one page of A3 on its side, tagged, so that a screen reader finds its headings and its language.

Its letters are those of Helvetica, which every reader of PDF has. They are the letters of western Europe.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from math import cos, pi, sin, tan

import pydyf  # type: ignore[import-untyped]

from tenfold.render.sheet_shapes import HIGH, WIDE, Box, Circle, Line, Sheet, Text

POINTS = 72 / 25.4
"""To the millimetre."""
ENCODING = "cp1252"
"""What PDF calls WinAnsiEncoding."""
FACES = {"F1": "Helvetica", "F2": "Helvetica-Bold"}
ARCS = 8
"""A circle is drawn in as many curves."""


def sheet_pdf(sheet: Sheet) -> bytes | None:
    """A sheet as a file of PDF: the same bytes each time. None when its letters cannot write all of the text."""
    if not writable([sheet.title, sheet.shows, *(text.text for text in sheet.texts)]):
        return None
    pdf = pydyf.PDF()
    stream = page_content(sheet)
    fonts = {name: font(face) for name, face in FACES.items()}
    page = pydyf.Dictionary()
    for each in (stream, *fonts.values()):
        pdf.add_object(each)
    pdf.add_page(page)
    page.update(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, points(WIDE), points(HIGH)]),
            "Contents": stream.reference,
            "Resources": pydyf.Dictionary({"Font": pydyf.Dictionary({n: f.reference for n, f in fonts.items()})}),
            "StructParents": 0,
            "Tabs": "/S",
        }
    )
    pdf.info.update({"Title": pydyf.String(sheet.title), "Creator": pydyf.String("Tenfold")})
    pdf.catalog.update(
        {
            "Lang": pydyf.String("en-GB"),
            "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
            "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"}),
            "StructTreeRoot": tagged(pdf, page, sheet).reference,
        }
    )
    found = io.BytesIO()
    pdf.write(found)
    return found.getvalue()


def writable(texts: Iterable[str]) -> bool:
    try:
        "".join(texts).encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True


def font(face: str) -> pydyf.Dictionary:
    return pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": f"/{face}", "Encoding": "/WinAnsiEncoding"}
    )


def page_content(sheet: Sheet) -> pydyf.Stream:
    """What is drawn: first the shapes, as one figure, then each text under a number of its own."""
    stream = pydyf.Stream()
    stream.set_matrix(round(POINTS, 5), 0, 0, -round(POINTS, 5), 0, points(HIGH))
    stream.begin_marked_content("Figure", b"<</MCID 0>>")
    for shape in sheet.shapes:
        if not isinstance(shape, Text):
            draw(stream, shape)
    stream.end_marked_content()
    for number, text in enumerate(sheet.texts, 1):
        stream.begin_marked_content(tag(text), f"<</MCID {number}>>".encode())
        write(stream, text)
        stream.end_marked_content()
    return stream


def tag(text: Text) -> str:
    return f"H{text.level}" if text.level else "P"


def tagged(pdf: pydyf.PDF, page: pydyf.Dictionary, sheet: Sheet) -> pydyf.Dictionary:
    """The tree of what the page holds: a document of headings and paragraphs, and at its end the drawing in words."""
    root, document = pydyf.Dictionary({"Type": "/StructTreeRoot"}), pydyf.Dictionary()
    for each in (root, document):
        pdf.add_object(each)
    figure = {"S": "/Figure", "Alt": pydyf.String(sheet.shows)}
    parts = [figure, *({"S": f"/{tag(text)}"} for text in sheet.texts)]
    elements = [
        pydyf.Dictionary({"Type": "/StructElem", "P": document.reference, "Pg": page.reference, "K": number, **part})
        for number, part in enumerate(parts)
    ]
    for element in elements:
        pdf.add_object(element)
    references = [element.reference for element in elements]
    read = pydyf.Array([*references[1:], references[0]])
    document.update({"Type": "/StructElem", "S": "/Document", "P": root.reference, "K": read})
    by_number = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Array(references)])})
    root.update({"K": document.reference, "ParentTree": by_number, "ParentTreeNextKey": 1})
    return root


def draw(stream: pydyf.Stream, shape: Box | Circle | Line) -> None:
    """A shape: how it looks, then its path, then what to do with both."""
    style = shape.style
    if style.fill:
        stream.set_color_rgb(*colour(style.fill))
    if style.stroke:
        stream.set_color_rgb(*colour(style.stroke), stroke=True)
        stream.set_line_width(style.thick)
        stream.set_line_join(1)
        stream.set_dash([2.4, 1.8] if style.dashed else [], 0)
    path(stream, shape)
    if style.fill and style.stroke:
        stream.fill_and_stroke()
    elif style.fill:
        stream.fill()
    else:
        stream.stroke()


def path(stream: pydyf.Stream, shape: Box | Circle | Line) -> None:
    if isinstance(shape, Box):
        stream.rectangle(*rounded(shape.x, shape.y, shape.width, shape.height))
    elif isinstance(shape, Circle):
        circle(stream, shape)
    else:
        first, *rest = shape.points
        stream.move_to(*rounded(*first))
        for point in rest:
            stream.line_to(*rounded(*point))


def circle(stream: pydyf.Stream, shape: Circle) -> None:
    """A circle as curves, each of which has its handles on the tangents of its ends."""
    turn = 2 * pi / ARCS
    handle = 4 / 3 * tan(turn / 4)
    stream.move_to(*rounded(shape.x + shape.radius, shape.y))
    for step in range(ARCS):
        start, end = step * turn, (step + 1) * turn
        stream.curve_to(
            *on_circle(shape, cos(start) - handle * sin(start), sin(start) + handle * cos(start)),
            *on_circle(shape, cos(end) + handle * sin(end), sin(end) - handle * cos(end)),
            *on_circle(shape, cos(end), sin(end)),
        )
    stream.close()


def on_circle(shape: Circle, x: float, y: float) -> tuple[float, ...]:
    """A place by its distance from the middle, in radii."""
    return rounded(shape.x + shape.radius * x, shape.y + shape.radius * y)


def write(stream: pydyf.Stream, text: Text) -> None:
    stream.begin_text()
    stream.set_font_size("F2" if text.bold else "F1", text.size)
    stream.set_color_rgb(*colour(text.colour))
    for y, line in text.feet():
        # The page is upside down, as in SVG; so are letters, to stand upright again.
        stream.set_text_matrix(1, 0, 0, -1, *rounded(text.start(line), y))
        stream.show_text_string(f"{line} ".encode(ENCODING))  # a space, so that lines are not read as one word
    stream.end_text()


def colour(code: str) -> tuple[float, ...]:
    """A colour such as #12505b as the shares of red, green and blue."""
    return tuple(round(int(code[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))


def points(length: float) -> float:
    return round(length * POINTS, 2)


def rounded(*lengths: float) -> tuple[float, ...]:
    return tuple(round(length, 2) for length in lengths)
