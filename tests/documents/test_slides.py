"""The slides: what they hold, that boxes and arrows belong together, and that everything comes out whole."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import combinations
from typing import Any

import pptx
import pytest
from pptx.presentation import Presentation
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import Table
from tests.documents.extremes import ARABIC, HEBREW, MARKUP, ODD, about, every_part, forty_items, long_items
from tests.documents.trees import agrees, slides_tree
from tests.support.theories import a_theory

from tenfold.documents.outline import Outline
from tenfold.documents.slide_markup import BOTTOM, EMU, LEFT, RIGHT, TOP
from tenfold.documents.slides import slides
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS

pytestmark = pytest.mark.usefixtures("archives")

LABELS = ("Activities", "Moderating factors", "Mediating mechanisms", "Outcomes", "Aims")
DECKS: dict[str, TheoryOfChange | None] = {
    "a theory": a_theory(),
    "a form": None,
    "odd texts": every_part(*ODD),
    "forty items in a part": forty_items(),
    "items of 2,000 characters": long_items(),
}
DECK = pytest.mark.parametrize("deck", DECKS)


@cache
def deck_of(name: str) -> bytes:
    return slides(DECKS[name], about())


def read(deck: str) -> Presentation:
    """One of the decks above, made once for all tests that only read it."""
    return pptx.Presentation(BytesIO(deck_of(deck)))


def opened(theory: TheoryOfChange | None, **changes: Any) -> Presentation:
    return pptx.Presentation(BytesIO(slides(theory, about(**changes))))


def titled(presentation: Presentation, title: str) -> list[Slide]:
    """The slides of this title, which may go on over several."""
    found = [(slide.shapes.title, slide) for slide in presentation.slides]
    return [slide for shape, slide in found if shape is not None and shape.text.partition(" (")[0] == title]


def content(presentation: Presentation, part: str) -> str:
    """All that the slides of a part say, one after the other."""
    (*found,) = (slide.placeholders[1].text_frame.text for slide in titled(presentation, part))
    return "".join(found)


def boxes(slide: Slide) -> list[Any]:
    return [shape for shape in slide.shapes if shape.element.xpath("./p:nvSpPr/p:cNvPr/@descr")]


def arrows(slide: Slide) -> list[Any]:
    return [shape for shape in slide.shapes if shape.element.tag.endswith("cxnSp")]


def diagrams(presentation: Presentation) -> list[Slide]:
    return titled(presentation, "How it fits together")


def texts(theory: TheoryOfChange, part: str) -> list[str]:
    return [item.text for item in theory.parts()[part]]


def test_a_theory_as_slides() -> None:
    assert agrees("slides", slides_tree(slides(a_theory(), about())))


def test_a_form_to_fill_in() -> None:
    assert agrees("slides-blank", slides_tree(slides(None, about(address=""))))


def test_the_same_theory_gives_the_same_bytes() -> None:
    assert slides(a_theory(), about()) == slides(a_theory(), about())


@pytest.mark.parametrize("deck", [deck for deck in DECKS if deck != "a form"])
def test_every_item_stands_whole_on_the_slides_of_its_part(deck: str) -> None:
    presentation, theory = read(deck), DECKS[deck]
    assert theory is not None
    for part, label in zip(PARTS, LABELS, strict=True):
        said = content(presentation, label)
        assert [text for text in texts(theory, part) if text not in said] == []


def test_a_statement_without_a_space_that_needs_several_slides_is_whole() -> None:
    text = "\u6f22" * 2000
    assert text in content(opened(every_part(text)), "Aims")


def test_forty_items_go_on_over_several_slides_with_their_number() -> None:
    titles = [slide.shapes.title.text for slide in titled(read("forty items in a part"), "Aims") if slide.shapes.title]
    assert titles == [f"Aims ({number} of {len(titles)})" for number in range(1, len(titles) + 1)]
    assert 2 <= len(titles) <= 6


def test_a_diagram_that_fits_is_one_slide_with_every_statement_whole() -> None:
    (slide,) = diagrams(read("a theory"))
    shown = [box.text_frame.text.partition("  ")[2] for box in boxes(slide)]
    assert shown == [item.text for part in a_theory().parts().values() for item in part]


def test_a_diagram_that_does_not_fit_has_each_box_once() -> None:
    presentation = read("forty items in a part")
    names = [box.name for slide in diagrams(presentation) for box in boxes(slide)]
    assert len(names) == len(set(names)) == 200
    assert set(names) == set(Outline(forty_items()).names.values())


def test_a_box_with_the_first_words_alone_tells_those_who_listen_the_rest() -> None:
    theory = long_items()
    (slide,) = diagrams(read("items of 2,000 characters"))
    described = [box.element.xpath("./p:nvSpPr/p:cNvPr/@descr")[0] for box in boxes(slide)]
    assert all(box.text_frame.text.endswith("...") for box in boxes(slide))
    assert [text for part in PARTS for text in texts(theory, part) if not any(text in each for each in described)] == []


def test_there_is_an_arrow_for_each_link_between_boxes_of_a_slide() -> None:
    (slide,) = diagrams(read("a theory"))
    names = Outline(a_theory()).names
    links = [
        (names[item.id], names[id]) for part in a_theory().parts().values() for item in part for id in item.leads_to
    ]
    found = [tuple(shape.name.split(" to ")) for shape in arrows(slide)]
    assert sorted(found) == sorted(links)


@DECK
def test_every_arrow_is_glued_to_two_boxes_and_begins_and_ends_at_their_sides(deck: str) -> None:
    for slide in diagrams(read(deck)):
        by_id = {shape.shape_id: shape for shape in boxes(slide)}
        for arrow in arrows(slide):
            ends = [arrow.element.xpath(f".//a:{tag}")[0] for tag in ("stCxn", "endCxn")]
            sides = [side(by_id[int(end.get("id"))], int(end.get("idx"))) for end in ends]
            points = [(arrow.begin_x, arrow.begin_y), (arrow.end_x, arrow.end_y)]
            distance = [
                abs(a - b) for point, at in zip(points, sides, strict=True) for a, b in zip(point, at, strict=True)
            ]
            assert max(distance) <= EMU, arrow.name


def side(box: Any, number: int) -> tuple[float, float]:
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    return {
        TOP: (middle[0], box.top),
        LEFT: (box.left, middle[1]),
        BOTTOM: (middle[0], box.top + box.height),
        RIGHT: (box.left + box.width, middle[1]),
    }[number]


@DECK
def test_nothing_stands_outside_of_a_slide(deck: str) -> None:
    presentation = read(deck)
    assert presentation.slide_width is not None
    assert presentation.slide_height is not None
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= presentation.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= presentation.slide_height


@DECK
def test_no_two_boxes_overlap(deck: str) -> None:
    for slide in diagrams(read(deck)):
        for one, other in combinations(boxes(slide), 2):
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            above = one.top + one.height <= other.top or other.top + other.height <= one.top
            assert beside or above, f"{one.name} and {other.name}"


@DECK
def test_every_slide_has_a_title_a_number_and_the_line_that_says_where_it_is_from(deck: str) -> None:
    for number, slide in enumerate(read(deck).slides, 1):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text
        said = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        assert (said["Footer"], said["Slide number"]) == (about().line, f"{number}")


@DECK
def test_no_id_stands_twice_on_a_slide(deck: str) -> None:
    for slide in read(deck).slides:
        ids = slide.shapes.element.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


@DECK
def test_every_text_says_its_language(deck: str) -> None:
    for slide in read(deck).slides:
        languages = slide.shapes.element.xpath("//a:rPr/@lang | //a:endParaRPr/@lang")
        assert set(languages) == {"en-GB"}
        assert not slide.shapes.element.xpath("//a:r[not(a:rPr/@lang)]")


@DECK
def test_what_is_drawn_is_described_or_marked_as_decoration(deck: str) -> None:
    for slide in read(deck).slides:
        for shape in slide.shapes:
            described = shape.element.xpath("./*/p:cNvPr/@descr")
            decorative = shape.element.xpath(".//*[local-name()='decorative'][@val='1']")
            has_text = shape.has_text_frame and shape.text_frame.text
            assert described or decorative or has_text, shape.name


def test_what_is_read_out_comes_in_reading_order() -> None:
    (slide,) = diagrams(read("a theory"))
    heard = [shape.name for shape in slide.shapes if not shape.element.xpath(".//*[local-name()='decorative']")]
    assert heard[:4] == ["Title", "Note", "Head of activities", "Activity 1"]
    assert heard[-4:] == ["Aim 1", "Aim 2", "Footer", "Slide number"]
    assert heard.index("Activity 4") < heard.index("Head of moderating factors")


@pytest.mark.parametrize("text", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_text_of_scripts_that_read_from_the_right_is_set_that_way(text: str) -> None:
    presentation = opened(every_part(text))
    (slide,) = titled(presentation, "Aims")
    (paragraph,) = (each for each in slide.placeholders[1].text_frame.paragraphs if text in each.text)
    assert paragraph._p.pPr.get("rtl") == "1"
    (diagram,) = diagrams(presentation)
    assert all(box.text_frame.paragraphs[0]._p.pPr.get("rtl") == "1" for box in boxes(diagram))


def test_a_title_of_markup_is_text() -> None:
    presentation = opened(a_theory(title=MARKUP))
    assert presentation.slides[0].shapes.title is not None
    assert presentation.slides[0].shapes.title.text == MARKUP
    assert presentation.core_properties.title == MARKUP


@pytest.mark.parametrize("length, smallest", [(40, 44), (200, 28)])
def test_a_long_title_is_set_in_smaller_letters(length: int, smallest: int) -> None:
    title = ("A title of several words " * 10)[:length].strip()
    (run,) = opened(a_theory(title=title)).slides[0].shapes.element.xpath(".//p:sp[1]//a:rPr/@sz")
    assert 28 <= int(run) / 100 <= 44
    assert int(run) / 100 >= smallest


def test_many_indicators_go_on_over_several_slides() -> None:
    indicators = [{"measure": f"Measure {number} of what matters here", "target": f"{number}"} for number in range(40)]
    outcomes = [{"id": "fewer-late", "text": "Half as many late marks a week.", "indicators": indicators}]
    mechanisms = [{"id": "known-by-name", "text": "Children feel known.", "leads_to": ["fewer-late"]}]
    theory = a_theory(outcomes=outcomes, mediating_mechanisms=mechanisms, moderating_factors=[], activities=[], aims=[])
    tables = [table(page) for page in titled(opened(theory), "How we will know")]
    rows = [row for each in tables for row in list(each.rows)[1:]]
    assert len(tables) > 1
    assert [row.cells[1].text for row in rows] == [indicator["measure"] for indicator in indicators]
    assert [each.cell(0, 1).text for each in tables] == ["Measure"] * len(tables)


def table(slide: Slide) -> Table:
    (found,) = (shape.table for shape in slide.shapes if isinstance(shape, GraphicFrame))
    return found


def test_a_theory_without_a_single_item_is_a_deck_all_the_same() -> None:
    empty = a_theory(**{part: [] for part in PARTS}, challenge=None)
    (slide,) = diagrams(opened(empty))
    assert boxes(slide) == []
    assert not titled(opened(empty), "What it is an answer to")
