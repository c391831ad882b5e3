"""The parts of a slide as PresentationML: text, boxes, connectors between them, tables. All measures are in points.

It is written as text and parsed once a slide, which takes a tenth of the time of adding shape by shape. Colours are
names of the theme in `frames/slides`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from tenfold.documents.about import LANGUAGE
from tenfold.documents.outline import right_to_left

EMU = 12700
"""In a point."""
INK, PAPER, BRAND, SPARK, QUIET, WHITE = "tx1", "bg2", "tx2", "accent2", "accent6", "bg1"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "No Style, No Grid": the cells say themselves how they look."""
TOP, LEFT, BOTTOM, RIGHT = range(4)
"""The places of a box to which a connector can be glued."""
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that those who listen to a slide need not hear of a shape."""
IN_BOX = (
    '<a:bodyPr wrap="square" lIns="63500" tIns="44450" rIns="63500" bIns="44450" anchor="ctr">'
    "<a:normAutofit/></a:bodyPr>"
)


@dataclass(frozen=True)
class Text:
    """A paragraph. Without a size and a colour it has those of its place.

    `strong` stands before it in bold; `hang` is how far its further lines stand in.
    """

    text: str
    size: float | None = None
    colour: str | None = None
    bold: bool = False
    strong: str = ""
    indent: float = 0
    hang: float = 0
    after: float | None = None


@dataclass(frozen=True)
class Place:
    """Where something stands on a slide."""

    x: float
    y: float
    width: float
    height: float

    def point(self, side: int) -> tuple[float, float]:
        """The middle of a side."""
        return {
            TOP: (self.x + self.width / 2, self.y),
            LEFT: (self.x, self.y + self.height / 2),
            BOTTOM: (self.x + self.width / 2, self.y + self.height),
            RIGHT: (self.x + self.width, self.y + self.height / 2),
        }[side]


@dataclass(frozen=True)
class CellLook:
    """How a cell of a table looks, in colours of the theme."""

    ground: str
    ink: str
    line: str
    bold: bool = False


HEADER_CELL = CellLook(BRAND, WHITE, BRAND, bold=True)
BODY_CELL = CellLook(WHITE, INK, QUIET)


def emu(points: float) -> int:
    return round(points * EMU)


def frame_of(place: Place, *, prefix: str = "a", flips: str = "") -> str:
    x, y, wide, high = map(emu, (place.x, place.y, place.width, place.height))
    return f'<{prefix}:xfrm{flips}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></{prefix}:xfrm>'


def fill(colour: str | None) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else ""


def run(text: str, like: Text, *, bold: bool) -> str:
    size = f' sz="{round(like.size * 100)}"' if like.size else ""
    heavy = ' b="1"' if bold else ""
    properties = f'<a:rPr lang="{LANGUAGE}"{size}{heavy} dirty="0">{fill(like.colour)}</a:rPr>'
    return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>" if text else ""


def paragraph(text: Text) -> str:
    """A paragraph in the direction of its script."""
    turned = right_to_left(text.text)
    hang = 0 if turned else text.hang  # programs do not agree on which side it hangs
    side = ' algn="r" rtl="1"' if turned else ""
    inset = f' marL="{emu(text.indent + hang)}" indent="{emu(-hang)}"' if text.indent or hang else ""
    after = "" if text.after is None else f'<a:spcAft><a:spcPts val="{round(text.after * 100)}"/></a:spcAft>'
    tab = f'<a:tabLst><a:tab pos="{emu(text.indent + hang)}" algn="l"/></a:tabLst>' if hang else ""
    space = "\t" if hang else "  "
    runs = run(f"{text.strong}{space}" if text.strong else "", text, bold=True) + run(text.text, text, bold=text.bold)
    size = f' sz="{round(text.size * 100)}"' if text.size else ""
    end = "" if runs else f'<a:endParaRPr lang="{LANGUAGE}"{size} dirty="0"/>'
    return f"<a:p><a:pPr{inset}{side}>{after}{tab}</a:pPr>{runs}{end}</a:p>"


def body(texts: Iterable[Text], properties: str = "<a:bodyPr><a:normAutofit/></a:bodyPr>", *, tag: str = "p") -> str:
    paragraphs = "".join(map(paragraph, texts)) or paragraph(Text(""))
    return f"<{tag}:txBody>{properties}<a:lstStyle/>{paragraphs}</{tag}:txBody>"


def placeholder(id: int, name: str, kind: str, texts: Iterable[Text]) -> str:
    """A text where the layout has a place for it; `kind` says which."""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id={quoteattr(str(id))} name={quoteattr(name)}/><p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/>{body(texts)}</p:sp>'
    )


def slide_number(id: int, number: int) -> str:
    field = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        f'<a:lstStyle/><a:p>{field}<a:rPr lang="{LANGUAGE}"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )


def box(id: int, name: str, place: Place, texts: Iterable[Text], *, says: str) -> str:
    """A box to write in; `says` is what those hear of it who do not see where its connectors lead."""
    line = f'<a:ln w="12700">{fill(BRAND)}</a:ln>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)} descr={quoteattr(says)}/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{frame_of(place)}{rounded(6)}{fill(WHITE)}{line}</p:spPr>{body(texts, IN_BOX)}</p:sp>"
    )


def words(id: int, name: str, place: Place, texts: Iterable[Text]) -> str:
    """Text without a box around it."""
    insets = '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame_of(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"{body(texts, insets)}</p:sp>"
    )


def ground(id: int, name: str, place: Place) -> str:
    """The ground that a column stands on."""
    shade = '<a:solidFill><a:srgbClr val="F2EEE5"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{frame_of(place)}{rounded(4)}{shade}</p:spPr>{body(())}</p:sp>"
    )


def rounded(percent: int) -> str:
    guide = f'<a:gd name="adj" fmla="val {percent * 1000}"/>'
    return f'<a:prstGeom prst="roundRect"><a:avLst>{guide}</a:avLst></a:prstGeom>'


@dataclass(frozen=True)
class End:
    """An end of an arrow: the id of the box that it is glued to, on which side, and where the box stands."""

    box: int
    side: int
    place: Place

    @property
    def point(self) -> tuple[float, float]:
        return self.place.point(self.side)


def connector(id: int, name: str, begin: End, end: End) -> str:
    """An arrow that is glued to two boxes and moves with them."""
    (x, y), (to_x, to_y) = begin.point, end.point
    flips = (' flipH="1"' if to_x < x else "") + (' flipV="1"' if to_y < y else "")
    place = Place(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr>'
        f'<a:stCxn id="{begin.box}" idx="{begin.side}"/><a:endCxn id="{end.box}" idx="{end.side}"/></p:cNvCxnSpPr>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{frame_of(place, flips=flips)}"
        f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="15875">{fill(SPARK)}'
        f'<a:tailEnd type="triangle" w="med" len="med"/></a:ln></p:spPr></p:cxnSp>'
    )


def table(
    id: int, name: str, place: Place, widths: Sequence[float], rows: Sequence[Sequence[str]], heights: Sequence[float],
    *, size: float, says: str,
) -> str:  # fmt: skip
    """A table whose first row is its header, marked as one."""
    grid = "".join(f'<a:gridCol w="{emu(each)}"/>' for each in widths)
    looks = (HEADER_CELL, *[BODY_CELL] * (len(rows) - 1))
    filled = "".join(
        f'<a:tr h="{emu(high)}">{"".join(table_cell(text, size, look) for text in row)}</a:tr>'
        for row, high, look in zip(rows, heights, looks, strict=True)
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name={quoteattr(name)} descr={quoteattr(says)}/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{frame_of(place, prefix="p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
        f'table"><a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{filled}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def table_cell(text: str, size: float, look: CellLook) -> str:
    lines = "".join(f'<a:{side} w="9525">{fill(look.line)}</a:{side}>' for side in ("lnL", "lnR", "lnT", "lnB"))
    content = body((Text(text, size, look.ink, bold=look.bold),), "<a:bodyPr/>", tag="a")
    return f"<a:tc>{content}<a:tcPr>{lines}{fill(look.ground)}</a:tcPr></a:tc>"
