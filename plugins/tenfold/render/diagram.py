"""The drawing of a theory of change, as SVG.

What it says is in the page twice more, as a list and as a table, so it need not say everything to those who hear it.
But its items can be focused, to see their chains, and what can be focused must have a name: so each item is an image
with its words and where it leads as its name. The rest is hidden from them: the headings and questions of the parts
are in the list, and the links are in the names. The drawing has no colours of its own and no style attributes: the
style sheet gives them, in both schemes, in print and with forced colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from markupsafe import Markup

from tenfold.model.theory import TheoryOfChange
from tenfold.render.diagram_curves import Curve, Point
from tenfold.render.diagram_layout import (
    ABOVE,
    HEADING,
    HEADING_LINE,
    INDENT,
    OVER_STRAND,
    PADDING,
    RIGHT_INDENT,
    SMALL,
    SMALL_LINE,
    TEXT,
    TEXT_LINE,
    Column,
    Layout,
    Paper,
    fitted,
    lay_out,
)
from tenfold.render.diagram_places import Box
from tenfold.render.theory_parts import ShownItem, ShownPart, shown_parts

ROUND, BAR = 7, 5
"""The radius of a box's corners, and the width of the bar on its left."""
BASELINE = 0.34
"""How far the baseline is below the middle of a line, as a share of the size."""
HEAD = 5
"""How long and how high to each side the head of an arrow is."""
READABLE = 7
"""The smallest size of letters that is fit for paper, in points."""


class Drawing:
    """A theory of change for fragments to show: drawn, and as the parts that a list or a table goes through.

    Args:
        id: what the drawing is called in its page; `ID-caption` is the element that names it.
        theory: what it shows.
    """

    def __init__(self, id: str, theory: TheoryOfChange) -> None:
        self.id = id
        self.theory = theory

    @cached_property
    def layout(self) -> Layout:
        """As it is on a screen."""
        return lay_out(self.theory)

    @cached_property
    def sheet(self) -> Layout:
        """As it is on paper: wider than on a screen where that makes its letters larger."""
        return self.layout if self.layout.wider_than(Paper.A3) else fitted(self.theory, Paper.A3)

    @property
    def parts(self) -> tuple[ShownPart, ...]:
        return shown_parts(self.theory)

    @property
    def papers(self) -> tuple[tuple[str, float], ...]:
        """The sheets, the largest first, with the size of the letters in points where the drawing fills one."""
        return tuple((paper.name, self.sheet.points(paper)) for paper in Paper)

    @property
    def readable_on(self) -> tuple[str, ...]:
        """The sheets on which the letters are large enough."""
        return tuple(name for name, points in self.papers if points >= READABLE)

    @property
    def for_paper(self) -> Markup:
        """The drawing that is printed in place of that of the screen; empty where that will do, or none can be read."""
        wider = self.readable_on and self.sheet.width > self.layout.width
        return svg(self.sheet) if wider else Markup("")

    def __html__(self) -> str:
        return str(svg(self.layout, self.id))


def svg(layout: Layout, id: str | None = None) -> Markup:
    """A drawing as an SVG element that stands in a page.

    Args:
        layout: what to draw.
        id: what it is called in the page, or None for a drawing that is only printed: nothing in it can be focused.
    """
    naming = Markup('id="{0}" role="group" aria-labelledby="{0}-caption"').format(id)
    return Markup(
        '<svg class="theory-diagram{}" {} viewBox="0 0 {} {}">\n'
        '{}<g class="links" aria-hidden="true">\n{}</g>\n{}</svg>'
    ).format(
        "" if id else " for-paper",
        naming if id else Markup('aria-hidden="true"'),
        number(layout.width),
        number(layout.height),
        joined(column_svg(column, layout.height) for column in layout.columns),
        joined(link_svg(curve, live=bool(id)) for curve in layout.curves),
        joined(box_svg(box, live=bool(id)) for column in layout.columns for box in column.boxes),
    )


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def number(value: float) -> str:
    """A length to a tenth of a pixel, which is as much as one sees."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def column_svg(column: Column, height: float) -> Markup:
    """The ground of a column, its heading, and what stands in it."""
    x, y = column.x + PADDING, PADDING * 1.0
    below = y + len(column.heading) * HEADING_LINE
    return Markup(
        '<g class="column" aria-hidden="true"><rect x="{}" y="0" width="{}" height="{}" rx="14"/>{}{}</g>\n'
    ).format(
        number(column.x),
        number(column.width),
        number(height),
        text_svg(column.heading, x, y, HEADING, HEADING_LINE, "heading"),
        text_svg(column.explains, x, below, SMALL, SMALL_LINE, "explains"),
    )


def text_svg(
    lines: Sequence[str], x: float, y: float, size: float, line: float, name: str, *, leftward: bool = False
) -> Markup:
    """Lines of text below a height, each an element of its own: so none of them moves where letters change direction.

    Args:
        lines: the text.
        x: where lines begin, which is their right end if they are read leftward.
        y: the upper edge of the first line.
        size: of the letters.
        line: the height of a line.
        name: the class of the text.
        leftward: whether the text is read from right to left.
    """
    first = y + line / 2 + size * BASELINE
    return Markup('<g class="{}" font-size="{}"{}>{}</g>').format(
        name,
        number(size),
        Markup(' direction="rtl"') if leftward else "",
        joined(
            Markup('<text x="{}" y="{}">{}</text>').format(number(x), number(first + at * line), each)
            for at, each in enumerate(lines)
        ),
    )


def box_svg(box: Box, *, live: bool) -> Markup:
    """A box with the name of the strand over it, if one begins there; live ones can be focused and have a name."""
    y = box.top + OVER_STRAND
    strand = text_svg(box.strand, box.x, y, SMALL, SMALL_LINE, "strand") if box.strand else Markup("")
    hidden = Markup('<g aria-hidden="true">{}</g>\n').format(strand) if strand else strand
    return hidden + (item_svg(box, box.shown, live=live) if box.shown else empty_svg(box))


def item_svg(box: Box, shown: ShownItem, *, live: bool) -> Markup:
    naming = Markup(' tabindex="0" role="img" data-item="{}" aria-label="{}"').format(shown.item.id, shown.name)
    return Markup('<g class="item"{}>{}<path class="bar" d="{}"/>{}</g>\n').format(
        naming if live else "", rect_svg(box), bar_path(box), words_svg(box)
    )


def empty_svg(box: Box) -> Markup:
    return Markup('<g class="empty-part" aria-hidden="true">{}{}</g>\n').format(rect_svg(box), words_svg(box))


def rect_svg(box: Box) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
        number(box.x), number(box.y), number(box.width), number(box.height), ROUND
    )


def words_svg(box: Box) -> Markup:
    """The text of a box, in its middle where curves made it higher than its text."""
    spare = box.height - len(box.lines) * TEXT_LINE - 2 * ABOVE
    x = box.right - RIGHT_INDENT if box.leftward else box.x + INDENT
    return text_svg(box.lines, x, box.y + ABOVE + spare / 2, TEXT, TEXT_LINE, "words", leftward=box.leftward)


def bar_path(box: Box) -> str:
    """The bar on the left of a box, round where the box is."""
    inner = number(box.height - 2 * ROUND)
    turn = f"a{ROUND} {ROUND} 0 0"
    start = f"M{number(box.x + ROUND)} {number(box.y)}{turn} 0 -{ROUND} {ROUND}v{inner}{turn} 0 {ROUND} {ROUND}"
    return f"{start}h{BAR - ROUND}v-{number(box.height)}z"


def link_svg(curve: Curve, *, live: bool) -> Markup:
    ends = Markup(' data-from="{}" data-to="{}"').format(curve.source, curve.target)
    backwards = Markup(' class="backwards"') if curve.backwards else ""
    return Markup('<path{}{} d="{}"/>\n').format(ends if live else "", backwards, curve_path(curve.points))


def curve_path(points: Sequence[Point]) -> str:
    """A curve with the head of an arrow at its end, which points the way in which the curve arrives."""
    way = "".join(piece(points[at - 1 : at + 3]) for at in range(1, len(points), 3))
    x, y = points[-1]
    back = -HEAD if points[-2][0] < x else HEAD
    head = f"M{number(x + back)} {number(y - HEAD + 1)}l{-back} {HEAD - 1} {back} {HEAD - 1}"
    return f"M{number(points[0][0])} {number(points[0][1])}{way}{head}"


def piece(points: Sequence[Point]) -> str:
    """One curve of a chain; a level one as the line that it is."""
    if len({y for _, y in points}) == 1:
        return f"H{number(points[-1][0])}"
    return "C" + " ".join(f"{number(x)} {number(y)}" for x, y in points[1:])
