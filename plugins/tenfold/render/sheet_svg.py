"""A sheet as SVG: to print at any size, or to lie under the notes of a whiteboard."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tenfold.render.lettering import leftward
from tenfold.render.sheet_shapes import HIGH, WIDE, Box, Circle, Shape, Sheet, Style, Text

FACES = "'Atkinson Hyperlegible Next', Arial, Helvetica, sans-serif"
"""A file on its own can bring no typeface along: the site's, where it is installed, else one of the same width."""


def sheet_svg(sheet: Sheet) -> str:
    """A sheet as a file of SVG, in millimetres, without styles that a content security policy would refuse."""
    shapes = "\n".join(line for shape in sheet.shapes for line in drawn(shape))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE:g}mm" height="{HIGH:g}mm" '
        f'viewBox="0 0 {WIDE:g} {HIGH:g}" lang="en-GB" xml:lang="en-GB" font-family="{FACES}">\n'
        f"<title>{escape(sheet.title)}</title>\n<desc>{escape(sheet.shows)}</desc>\n"
        f'<rect width="{WIDE:g}" height="{HIGH:g}" fill="#ffffff"/>\n{shapes}\n</svg>\n'
    )


def drawn(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Text):
        yield from written(shape)
    elif isinstance(shape, Box):
        yield f"<rect {places(x=shape.x, y=shape.y, width=shape.width, height=shape.height)} {look(shape.style)}/>"
    elif isinstance(shape, Circle):
        yield f"<circle {places(cx=shape.x, cy=shape.y, r=shape.radius)} {look(shape.style)}/>"
    else:
        points = " ".join(f"{x:g},{y:g}" for x, y in shape.points)
        yield f'<polyline points="{points}" {look(shape.style)}/>'


def written(text: Text) -> Iterator[str]:
    weight = ' font-weight="700"' if text.bold else ""
    yield f'<text font-size="{text.size:g}" fill="{text.colour}"{weight}>'
    for y, line in text.feet():
        turned = ' direction="rtl"' if leftward(line) else ""
        yield f"<tspan {places(x=text.start(line), y=y)}{turned}>{escape(line)}</tspan>"
    yield "</text>"


def places(**lengths: float) -> str:
    return " ".join(f'{name}="{round(length, 2):g}"' for name, length in lengths.items())


def look(style: Style) -> str:
    parts = [f'fill="{style.fill or "none"}"']
    if style.stroke:
        parts += [f'stroke="{style.stroke}" stroke-width="{style.thick:g}" stroke-linejoin="round"']
    return " ".join([*parts, 'stroke-dasharray="2.4 1.8"'] if style.dashed else parts)
