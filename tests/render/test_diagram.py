"""The drawing of a theory of change: nothing cut, nothing on top of anything else, whatever the theory says."""

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import TESTS
from tests.support.drawings import LETTERS, a_drawn_theory, a_reading_theory, linked
from tests.support.steps import Steps

from tenfold.model.theory import PARTS, TheoryOfChange
from tenfold.render.diagram import Drawing, curve_path, number
from tenfold.render.diagram_curves import Curve, Point
from tenfold.render.diagram_layout import INDENT, RIGHT_INDENT, TEXT, Layout, Paper, fitted, lay_out
from tenfold.render.diagram_places import Box, settled
from tenfold.render.lettering import advance, leftward, width, wrapped

CASES = TESTS / "cases" / "diagrams"
HAIR = 0.01
"""Less than anybody sees, more than sums of decimals are off."""

ARABIC = "يتعلم الأطفال القراءة في مجموعات صغيرة كل يوم"
HEBREW = "ילדים קוראים every day ביחד"
MARKUP = "<script>alert('x')</script> & \"quotes\""
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwe"

ODD = linked(
    f"a00 {ARABIC} > m00",
    f"a01 {HEBREW} > m00 o00",
    f"a02 {MARKUP} > f00",
    f"f00 {LONG_WORD} > m01",
    "m00 What leads to the one after the next > m02 m01",
    "m01 What leads back, and to itself > m00 m01 a01",
    "m02 The last > g00",
    "o00 漢字かな交じり文は空白なしで続く長い文章です。 > f00 g00",
    "g00 An aim > g01",
    "g01 Another aim",
)

DRAWN = {
    "reading": a_reading_theory(),
    "half-written": linked("a00 Breakfast club > m00", "m00 Children arrive calm", "g00 Children are ready to learn"),
    "empty": a_drawn_theory(),
    "one-item": linked("o00 Nobody is suspended"),
    "odd": ODD,
}


@pytest.mark.parametrize("name", DRAWN)
def test_the_drawing_is_as_it_was(name: str) -> None:
    """With `TENFOLD_REWRITE=1` they are written anew: look at them in a browser before you commit them."""
    path = CASES / f"{name}.svg"
    now = f"{Drawing('toc', DRAWN[name]).__html__()}\n"
    if os.environ.get("TENFOLD_REWRITE"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def test_every_drawing_that_is_kept_is_compared() -> None:
    assert {file.stem for file in CASES.iterdir()} == set(DRAWN)


# What is true of every drawing


def boxes_of(layout: Layout) -> list[Box]:
    return [box for column in layout.columns for box in column.boxes]


SHARES = [((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3) for at in (n / 24 for n in range(25))]
"""How much each of the four points of a cubic Bézier curve counts, at 25 places on its way."""


def samples(curve: Curve) -> Iterator[Point]:
    for first in range(0, len(curve.points) - 1, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve.points[first : first + 4]
        yield from ((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in SHARES)


def apart(one: Box, other: Box) -> bool:
    across = one.right <= other.x + HAIR or other.right <= one.x + HAIR
    return across or one.bottom <= other.top + HAIR or other.bottom <= one.top + HAIR


def together(text: str) -> str:
    return re.sub(r"\s", "", text)


def is_sound(theory: TheoryOfChange, layout: Layout) -> None:
    boxes = boxes_of(layout)
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert [column.part.id for column in layout.columns] == list(PARTS)
    for column in layout.columns:
        for box in column.boxes:
            assert column.x < box.x
            assert box.right < column.x + column.width <= layout.width + HAIR
            assert box.top > 0
            assert box.bottom < layout.height
    says_all(theory, boxes)
    for curve in layout.curves:
        keeps_clear(curve, layout, boxes)
    meets_its_boxes(layout, boxes)


def says_all(theory: TheoryOfChange, boxes: list[Box]) -> None:
    """All text of every item is in the lines of its box, in order and between its edges."""
    drawn = {box.shown.item.id: box for box in boxes if box.shown}
    items = [item for part in theory.parts().values() for item in part]
    assert sorted(drawn) == sorted(item.id for item in items)
    for item in items:
        box = drawn[item.id]
        assert together("".join(box.lines)) == together(item.text)
        assert all(width(line, TEXT) <= box.width - INDENT - RIGHT_INDENT + HAIR for line in box.lines)


def keeps_clear(curve: Curve, layout: Layout, boxes: list[Box]) -> None:
    """No point of a curve is inside a box or the name of the strand over it, or outside the drawing."""
    edges = [(box.x + HAIR, box.right - HAIR, box.top + HAIR, box.bottom - HAIR) for box in boxes]
    points = list(samples(curve))
    across, down = zip(*points, strict=True)
    near = [
        (left, right, top, bottom)
        for left, right, top, bottom in edges
        if left < max(across) and min(across) < right and top < max(down) and min(down) < bottom
    ]  # a box beside all of the curve has no point of it inside
    for x, y in points:
        assert not any(left < x < right and top < y < bottom for left, right, top, bottom in near)
        assert 0 < x < layout.width
        assert 0 < y < layout.height


def meets_its_boxes(layout: Layout, boxes: list[Box]) -> None:
    """Each link has a curve from its one box to its other, level where it meets them, and no two share an end."""
    drawn = {box.shown.item.id: box for box in boxes if box.shown}
    links = {(box.shown.item.id, to) for box in boxes if box.shown for to in box.shown.item.leads_to}
    assert {(curve.source, curve.target) for curve in layout.curves} == links
    assert len(layout.curves) == len(links)
    ends = [end for curve in layout.curves for end in (curve.points[0], curve.points[-1])]
    assert len({(round(x, 1), round(y, 1)) for x, y in ends}) == len(ends)
    for curve in layout.curves:
        source, target = drawn[curve.source], drawn[curve.target]
        (x1, y1), (x2, y2) = curve.points[0], curve.points[-1]
        assert (curve.points[1][1], curve.points[-2][1]) == (y1, y2)
        assert source.y < y1 < source.bottom
        assert target.y < y2 < target.bottom
        assert x1 == (source.x if curve.backwards else source.right)
        assert x2 == (target.x if source.x < target.x else target.right)


TEXTS = st.text("abc ABC -/\u2013.Wil éßжλم漢\u0301\U0001f388א&<>'\"", min_size=1, max_size=80).filter(
    lambda text: text.strip()
)
IDS = st.sampled_from([f"{letter}{place:02}" for letter in LETTERS for place in range(5)])


@st.composite
def theories(draw: st.DrawFn) -> TheoryOfChange:
    """Theories of up to 25 items that lead anywhere: on, past parts, back, in circles and to themselves."""
    ids = draw(st.lists(IDS, unique=True, max_size=25))
    strand = st.sampled_from([None, "Talk", "Reading, writing and mathematics in the early years"])
    parts: dict[str, list[object]] = {part: [] for part in PARTS}
    for id in ids:
        targets = draw(st.lists(st.sampled_from(ids), unique=True, max_size=6))
        said = {"id": id, "text": draw(TEXTS), "strand": draw(strand), "leads_to": targets}
        parts[LETTERS[id[0]]].append(said)
    return a_drawn_theory(**parts)


@settings(deadline=None, max_examples=60)
@given(theories())
def test_no_box_covers_another_and_no_curve_runs_through_one(theory: TheoryOfChange) -> None:
    is_sound(theory, lay_out(theory))


@settings(deadline=None, max_examples=15)
@given(theories(), st.sampled_from([700, 1420, 2840]))
def test_the_same_is_true_of_other_widths(theory: TheoryOfChange, wide: float) -> None:
    is_sound(theory, lay_out(theory, wide))


def each_to_each(number: int) -> TheoryOfChange:
    """As many links as there can be between five parts of some items."""
    ids = [f"{letter}{place:02}" for letter in LETTERS for place in range(number)]
    return linked(*(f"{id} > {' '.join(ids)}" for id in ids))


LIFE = "Every child is greeted by name at the gate each morning, by an adult who knows how the evening went. "
EXTREMES = {
    "two thousand characters in an item": linked(f"a00 {(LIFE * 20)[:2000]} > o00 g00", "o00 Short > g00", "g00 Aim"),
    "two thousand characters without a space": linked(f"a00 {'x' * 2000} > m00", "m00 Next"),
    "forty items in each part": linked(
        *(f"{letter}{n:02} {LIFE} > {to}{n * 7 % 40:02}" for letter, to in ("af", "fm", "mo", "og") for n in range(40)),
        *(f"g{n:02} {LIFE}" for n in range(40)),
    ),
    "forty items that lead past all parts": linked(
        *(f"a{n:02} {LIFE} > g{n % 3:02}" for n in range(40)), "f00 A", "m00 B", "o00 C", "g00 D", "g01 E", "g02 F"
    ),
    "everything leads to everything": each_to_each(4),
    "a circle": linked("a00 > f00", "f00 > m00", "m00 > o00", "o00 > g00", "g00 > a00"),
    "a chain of forty in one part": linked(*(f"m{n:02} > m{n + 1:02}" for n in range(40)), "m40 The end"),
    "right to left": linked(f"a00 {ARABIC} > m00", f"m00 {HEBREW} {HEBREW} {HEBREW}"),
    "markup": linked(f"a00 {MARKUP} > m00", f"m00 {MARKUP * 30}"),
} | DRAWN  # fmt: skip


@pytest.mark.parametrize("theory", [pytest.param(theory, id=name) for name, theory in EXTREMES.items()])
def test_what_people_write_comes_out_whole(theory: TheoryOfChange) -> None:
    is_sound(theory, lay_out(theory))


def test_a_part_without_items_shows_its_question() -> None:
    layout = lay_out(a_drawn_theory())
    assert [box.shown for box in boxes_of(layout)] == [None] * 5
    assert " ".join(layout.columns[1].boxes[0].lines) == "What has to be in place for it to work?"


def test_items_of_a_strand_stand_together_below_its_name_in_the_same_order_in_all_parts() -> None:
    def item(id: str, strand: str | None) -> dict[str, object]:
        return {"id": id, "text": id, "strand": strand}

    theory = a_drawn_theory(
        activities=[item("a01", "Talk"), item("a02", "Reading"), item("a03", "Talk"), item("a04", None)],
        aims=[item("g01", "Reading"), item("g02", "Talk")],
    )
    first, *_, last = lay_out(theory).columns
    assert [(box.lines[0], box.strand) for box in first.boxes] == [
        ("a04", ()), ("a01", ("Talk",)), ("a03", ()), ("a02", ("Reading",))
    ]  # fmt: skip
    assert [(box.lines[0], box.strand) for box in last.boxes] == [("g02", ("Talk",)), ("g01", ("Reading",))]


def test_boxes_stand_level_with_what_leads_to_them() -> None:
    """Four activities of one height; the aim of the third stands beside it, and a link that could be level is."""
    layout = lay_out(linked("a00", "a01", "a02 > g00", "a03", "g00"))
    activity, aim = layout.columns[0].boxes[2], layout.columns[4].boxes[0]
    assert activity.middle == pytest.approx(aim.middle)
    assert layout.curves[0].points[0][1] == pytest.approx(activity.middle)


def test_a_box_is_high_enough_for_all_that_leads_to_it() -> None:
    layout = lay_out(linked(*(f"a{n:02} > f00" for n in range(30)), "f00"))
    ends = sorted(curve.points[-1][1] for curve in layout.curves)
    assert all(lower - upper >= 9 - HAIR for upper, lower in pairwise(ends))


# On paper


def test_a_theory_of_twenty_items_is_readable_on_a_sheet() -> None:
    layout = lay_out(a_reading_theory())
    assert layout.points(Paper.A4) > 9
    assert layout.points(Paper.A3) > 14


def test_forty_items_in_a_part_say_that_they_are_too_large_for_paper() -> None:
    drawing = Drawing("toc", EXTREMES["forty items in each part"])
    assert [name for name, _ in drawing.papers] == ["A3", "A4"]
    assert drawing.readable_on == ()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["reading", "forty items in each part", "two thousand characters in an item", "empty"])
def test_a_drawing_fitted_to_a_sheet_has_the_largest_letters(paper: Paper, name: str) -> None:
    theory = EXTREMES[name]
    layout = fitted(theory, paper)
    is_sound(theory, layout)
    assert layout.points(paper) >= lay_out(theory).points(paper)


def test_a_drawing_that_is_only_printed_cannot_be_focused_and_is_not_heard() -> None:
    theory = linked(*(f"a{n:02} {LIFE} > o00" for n in range(10)), "o00 A result")
    drawing = Drawing("toc", theory)
    assert drawing.sheet.width > drawing.layout.width
    printed = ET.fromstring(drawing.for_paper)
    assert printed.get("aria-hidden") == "true"
    told = {"id", "tabindex", "role", "aria-label", "data-item", "data-from", "data-to"}
    assert [element for element in printed.iter() if told & set(element.attrib)] == []


@pytest.mark.parametrize("name", ["reading", "empty", "forty items in each part"])
def test_what_is_on_the_screen_is_printed_where_it_will_do_or_nothing_would(name: str) -> None:
    assert Drawing("toc", EXTREMES[name]).for_paper == ""


# As SVG


def svg_of(theory: TheoryOfChange) -> ET.Element:
    return ET.fromstring(Drawing("toc", theory).__html__())


@pytest.mark.parametrize("theory", [pytest.param(theory, id=name) for name, theory in EXTREMES.items()])
def test_the_svg_has_no_style_no_script_and_every_word(theory: TheoryOfChange) -> None:
    svg = svg_of(theory)
    assert {element.tag for element in svg.iter()} <= {"svg", "g", "rect", "path", "text"}
    assert not [element for element in svg.iter() if "style" in element.attrib]
    said = {g.get("data-item"): "".join(text.text or "" for text in g.iter("text")) for g in svg.iter("g")}
    for items in theory.parts().values():
        for item in items:
            assert together(said[item.id]) == together(item.text)


def test_an_item_can_be_focused_and_is_named_by_what_it_says_and_where_it_leads() -> None:
    svg = svg_of(linked(f"a00 {MARKUP} > m00 m01", "m00 Calm", f"m01 {'word ' * 20}"))
    names = {g.get("data-item"): g.get("aria-label") for g in svg.iter("g") if g.get("tabindex") == "0"}
    assert names == {
        "a00": f"Activity: {MARKUP} Leads to: Calm; {'word ' * 11}word...",
        "m00": "Mediating mechanism: Calm",
        "m01": f"Mediating mechanism: {('word ' * 20).strip()}",
    }
    assert {g.get("role") for g in svg.iter("g") if g.get("tabindex")} == {"img"}


def test_all_that_is_not_an_item_is_hidden_from_those_who_hear_the_page() -> None:
    for element in svg_of(ODD):
        assert element.get("aria-hidden") == "true" or element.get("class") == "item"


def test_text_that_is_read_from_right_to_left_begins_on_the_right() -> None:
    svg = svg_of(ODD)
    words = {g.get("data-item"): g.find("g[@class='words']") for g in svg.iter("g") if g.get("data-item")}
    first, latin = words["a00"], words["a02"]
    assert first is not None
    assert latin is not None
    assert (first.get("direction"), latin.get("direction")) == ("rtl", None)
    right, left = float(first[0].attrib["x"]), float(latin[0].attrib["x"])
    assert right - left == pytest.approx(lay_out(ODD).columns[0].boxes[0].width - INDENT - RIGHT_INDENT, abs=0.1)


def test_a_link_that_goes_backwards_looks_different_and_points_left() -> None:
    svg = svg_of(linked("a00", "o00 > a00"))
    path = svg.find(".//path[@class='backwards']")
    assert path is not None
    assert (path.get("data-from"), path.get("data-to")) == ("o00", "a00")
    tip = curve_path(((9, 0), (6, 0), (6, 5), (0, 5))).partition("M5 1l")
    assert tip == ("M9 0C6 0 6 5 0 5", "M5 1l", "-5 4 5 4")


@pytest.mark.parametrize(
    "value, shown", [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (2.25, "2.2"), (123456.78, "123456.8")]
)
def test_numbers_have_one_decimal_at_most(value: float, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize("shape", ["steps", "loops", "long ways"])
def test_work_grows_in_line_with_the_number_of_items(shape: str, steps_of: Steps) -> None:
    few, many = (steps_of(partial(Drawing("toc", shaped(shape, number)).__html__)) for number in (8, 64))
    assert many < 8 * 1.5 * few


def shaped(shape: str, number: int) -> TheoryOfChange:
    places = range(100, 100 + number)
    if shape == "loops":
        return linked(*(f"m{n} Text > m{n + 1}" for n in places), f"m{100 + number} Text")
    if shape == "long ways":
        return linked(*(f"a{n} Text > g{n}" for n in places), *(f"{c}{n} Text" for c in "fmog" for n in places))
    return linked(*(f"a{n} Text > f{n}" for n in places), *(f"f{n} Text > m{n}" for n in places),
                  *(f"m{n} Text" for n in places))  # fmt: skip


# Lettering


@pytest.mark.parametrize(
    "text, lines",
    [
        pytest.param("one two", ("one two",), id="fits"),
        pytest.param("one two three four", ("one two", "three four"), id="ends at spaces"),
        pytest.param("one-to-one teaching", ("one-to-one", "teaching"), id="hyphens"),
        pytest.param("so well-behaved", ("so well-", "behaved"), id="after a hyphen"),
        pytest.param("up to 2024-25 -5", ("up to", "2024-25 -5"), id="not in numbers"),
        pytest.param("x" * 25, ("x" * 11, "x" * 11, "x" * 3), id="a word wider than a line"),
        pytest.param("on " + "x" * 13, ("on", "x" * 11, "x" * 2), id="a wide word begins a line"),
        pytest.param("漢" * 7, ("漢" * 5, "漢" * 2), id="no spaces"),
        pytest.param("e\u0301" * 12, ("e\u0301" * 10, "e\u0301" * 2), id="accents stay with their letters"),
    ],
)
def test_where_lines_end(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, size=15, room=90) == lines


@given(st.text("abc XYZ-/\u2013é漢م\u0301\u200d\U0001f388", max_size=60), st.floats(1, 200))
def test_wrapping_loses_nothing_and_keeps_to_the_room(text: str, room: float) -> None:
    text = " ".join(text.split())
    lines = wrapped(text, size=15, room=room)
    assert together("".join(lines)) == together(text)
    assert all(line == line.strip() and line for line in lines)
    wide = [line for line in lines if width(line, 15) > room + HAIR]
    assert all(len([char for char in line if advance(char)]) == 1 or "\u200d" in line for line in wide)


@pytest.mark.parametrize(
    "text, expected",
    [("Reading", False), (ARABIC, True), (HEBREW, True), ("Read ילדים", False), ("12 ילדים", True), ("95%", False)],
)
def test_the_first_letter_says_how_a_text_is_read(text: str, expected: bool) -> None:
    assert leftward(text) is expected


@pytest.mark.parametrize(
    "wishes, steps, low, high, places",
    [
        pytest.param([5, 50], [10], 0, 100, [5, 50], id="as wished"),
        pytest.param([20, 20], [10], 0, 100, [15, 25], id="too close: they share the mean"),
        pytest.param([50, 5], [10], 0, 100, [22.5, 32.5], id="the wrong way round: order is kept"),
        pytest.param([-9, 200], [10], 0, 100, [0, 100], id="within bounds"),
        pytest.param([90, 90, 90], [20, 20], 0, 100, [60, 80, 100], id="pushed in together"),
        pytest.param([0, 20, 20, 20], [10, 10, 10], 0, 100, [0, 10, 20, 30], id="pooled with what was pooled"),
    ],
)  # fmt: skip
def test_places_are_as_near_to_the_wished_ones_as_can_be(
    wishes: list[float], steps: list[float], low: float, high: float, places: list[float]
) -> None:
    assert settled(wishes, steps, low, high) == pytest.approx(places)
