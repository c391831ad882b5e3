"""The slides: what it is, the diagram, a slide for each part, and how one will know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import pptx
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation

from tenfold.documents.about import LANGUAGE, About
from tenfold.documents.diagram import diagrams
from tenfold.documents.fitting import LEADING, fits, height, largest, lines
from tenfold.documents.outline import Numbered, Outline, Part, known
from tenfold.documents.packing import frame, packed
from tenfold.documents.slide_markup import QUIET, SPARK, Place, Text, placeholder, slide_number, table, words
from tenfold.model import TheoryOfChange

COVER, CONTENT, TITLE_ONLY = range(3)
"""The layouts of the frame."""
COVER_TITLE = (852.0, 200.0)
TITLE = (888.0, 54.0)
BODY = (888.0, 404.0)
"""The room for each, width and height in points."""
SIZES = (24, 22, 20, 18, 16, 14)
SMALLEST = 12
HANG = 30.0
AFTER = 8.0
NOTE_PLACE = Place(36, 76, 888, 22)
HEADERS = ("Outcome", "Measure", "Baseline", "Target", "By when", "Data from")
WIDTHS = (104.0, 252.0, 152.0, 110.0, 110.0, 160.0)
CELL_SIZES = (16, 14, 12)
CELL_INSETS = (14.4, 7.2)
TABLE = 372.0
"""The room for the rows of a table below its header, in points."""
EMPTY_ROWS = 6
EMPTY_LINES = 5

Block = tuple[Text, ...]
"""Paragraphs that belong together."""


class Deck:
    """Slides in the making. Each gets its title, the line that says where it comes from, and its number."""

    def __init__(self, about: About) -> None:
        self.presentation: Presentation = pptx.Presentation(BytesIO(frame("slides", about.colours)))
        self.about = about
        self.made = 0

    def add(self, layout: int, title: Text, shapes: Iterable[str]) -> None:
        self.made += 1
        # Not by Slides.add_slide, which first makes all the shapes of the layout anew.
        relation, slide = self.presentation.part.add_slide(self.presentation.slide_layouts[layout])
        self.presentation.element.get_or_add_sldIdLst().add_sldId(relation)
        kind = "ctrTitle" if layout == COVER else "title"
        all_shapes = (
            placeholder(2, "Title", f'type="{kind}"', (title,)),
            *shapes,
            placeholder(3, "Footer", 'type="ftr" sz="quarter" idx="11"', (Text(self.about.line),)),
            slide_number(4, self.made),
        )
        tree = slide.shapes.element
        for shape in parse_xml(f"<p:spTree {nsdecls('a', 'p', 'r')}>{''.join(all_shapes)}</p:spTree>"):
            tree.append(shape)

    def add_text(self, title: str, blocks: Sequence[Block]) -> None:
        """A slide of text, or several where it does not fit on one."""
        size = next((size for size in SIZES if fits((high(each, size) for each in blocks), BODY[1])), SIZES[-1])
        pages = list(paged([sized(block, size) for block in blocks]))
        for number, texts in enumerate(pages, 1):
            self.add(CONTENT, heading(title, number, len(pages)), (placeholder(5, "Content", 'idx="1"', texts),))

    def saved(self) -> bytes:
        made = BytesIO()
        self.presentation.save(made)
        return packed(made.getvalue())


def slides(theory: TheoryOfChange | None, about: About) -> bytes:
    """A theory of change as slides (.pptx), to present and to change; without one, empty boxes to fill in."""
    outline = Outline(theory)
    deck = Deck(about)
    set_properties(deck, outline)
    deck.add(COVER, Text(outline.title, largest((44, 40, 36, 32, 28), outline.title, COVER_TITLE)), cover(outline))
    if outline.challenge:
        deck.add_text("What it is an answer to", [(Text(outline.challenge),)])
    add_diagrams(deck, outline)
    for part in outline.parts:
        deck.add_text(part.label, list(blocks_of(part)))
    add_indicators(deck, outline)
    return deck.saved()


def set_properties(deck: Deck, outline: Outline) -> None:
    properties = deck.presentation.core_properties
    properties.title = outline.title
    properties.subject = "Theory of change"
    properties.author = properties.last_modified_by = deck.about.site_name
    properties.comments = deck.about.comment
    properties.language = LANGUAGE
    properties.created = properties.modified = deck.about.moment


def heading(title: str, number: int = 1, of: int = 1) -> Text:
    shown = f"{title} ({number} of {of})" if of > 1 else title
    return Text(shown, largest((30, 26, 22, 18), shown, TITLE))


def cover(outline: Outline) -> Iterator[str]:
    lines = [Text(outline.summary, after=10)]
    if outline.whose:
        lines.append(Text(outline.whose, 16, after=10))
    lines.append(Text("A theory of change. Read it from left to right; make it from right to left.", 16))
    yield placeholder(5, "Subtitle", 'type="subTitle" idx="1"', lines)


def add_diagrams(deck: Deck, outline: Outline) -> None:
    pages = list(diagrams(outline))
    for number, (note, shapes) in enumerate(pages, 1):
        told = words(5, "Note", NOTE_PLACE, (Text(note, 12, QUIET),))
        deck.add(TITLE_ONLY, heading("How it fits together", number, len(pages)), (told, *shapes))


def blocks_of(part: Part) -> Iterator[Block]:
    """The question of a part, then each item with what is known of it."""
    yield (Text(part.asks, colour=SPARK, bold=True),)
    for each in part.items:
        yield tuple(item_texts(each))
    for number in range(1, EMPTY_LINES + 1) if not part.items else ():
        yield (Text("", strong=f"{number}", hang=HANG),)


def item_texts(each: Numbered) -> Iterator[Text]:
    yield Text(each.item.text, strong=f"{each.number}", hang=HANG)
    notes = [f"{label}: {text}" for label, text in each.notes()]
    notes += [f"Leads to: {each.links}"] if each.links else []
    if notes:
        yield Text(" · ".join(notes), colour=QUIET, indent=HANG)


def sized(block: Block, size: float) -> Block:
    """A block in letters of a size, what is said beside an item in smaller ones."""
    sizes = [max(SMALLEST, size - 4) if text.colour == QUIET else size for text in block]
    after = [2.0] * (len(block) - 1) + [AFTER]
    return tuple(replace(text, size=each, after=space) for text, each, space in zip(block, sizes, after, strict=True))


def high(block: Block, size: float) -> float:
    return sum(text_height(text) for text in sized(block, size))


def text_height(text: Text) -> float:
    assert text.size is not None
    assert text.after is not None
    return height(text.text, text.size, BODY[0] - text.indent - text.hang) + text.after


def paged(blocks: Iterable[Block]) -> Iterator[list[Text]]:
    """Blocks on as many slides as they need; one that is too high for a slide goes on on the next."""
    page: list[Text] = []
    left = BODY[1]
    for block in blocks:
        for piece in pieces(block):
            needed = sum(map(text_height, piece))
            if page and needed > left:
                yield page
                page, left = [], BODY[1]
            page += piece
            left -= needed
    if page:
        yield page


def pieces(block: Block) -> Iterator[Block]:
    """A block as it is if it fits on a slide; otherwise its paragraphs, and those in parts that do."""
    if sum(map(text_height, block)) <= BODY[1]:
        yield block
        return
    for text in block:
        assert text.size is not None
        found = lines(text.text, text.size, BODY[0] - text.indent - text.hang)
        most = int((BODY[1] - AFTER) / (text.size * LEADING))
        for start in range(0, len(found), most):
            yield (replace(text, text="".join(found[start : start + most]), strong="" if start else text.strong),)


def add_indicators(deck: Deck, outline: Outline) -> None:
    found: list[Sequence[str]] = [(outcome.name, *known(indicator)) for outcome, indicator in outline.indicators()]
    rows = found or [[""] * len(HEADERS)] * EMPTY_ROWS
    size = next((size for size in CELL_SIZES if fits((row_height(row, size) for row in rows), TABLE)), CELL_SIZES[-1])
    pages = list(table_pages(rows, size))
    for number, page in enumerate(pages, 1):
        shown: list[Sequence[str]] = [HEADERS, *page]
        heights = [row_height(row, size) for row in shown]
        place = Place(36, 88, sum(WIDTHS), sum(heights))
        says = "Each outcome with its measures, and where each stands."
        made = table(5, "Indicators", place, WIDTHS, shown, heights, size=size, says=says)
        deck.add(TITLE_ONLY, heading("How we will know", number, len(pages)), (made,))


def table_pages(rows: Iterable[Sequence[str]], size: float) -> Iterator[list[Sequence[str]]]:
    page: list[Sequence[str]] = []
    left = TABLE
    for row in rows:
        needed = row_height(row, size)
        if page and needed > left:
            yield page
            page, left = [], TABLE
        page.append(row)
        left -= needed
    yield page


def row_height(row: Sequence[str], size: float) -> float:
    """How high a row is; one to write in is twice as high as a line."""
    cells = zip(row, WIDTHS, strict=True)
    found = max(height(text, size, room - CELL_INSETS[0]) for text, room in cells) + CELL_INSETS[1]
    return found if any(row) else 2 * found
