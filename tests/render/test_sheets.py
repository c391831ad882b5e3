"""The sheets of the exercises: everything in its place, and the same in SVG and in PDF."""

import io
import os
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from tests.support.builders import TESTS
from tests.support.exercises import an_exercise
from tests.support.steady import STEADY
from tests.support.workshops import a_library_with

from tenfold.model.vocabulary import SheetKind
from tenfold.pages import Download
from tenfold.render.sheet_drawings import drawn
from tenfold.render.sheet_pdf import sheet_pdf
from tenfold.render.sheet_shapes import BRAND, HIGH, MIST, NOTE, WIDE, Box, Circle, Line, Room, Sheet, Text, fitted
from tenfold.render.sheet_svg import sheet_svg
from tenfold.render.sheets import sheet_downloads, sheet_files, sheet_of

SVG = "{http://www.w3.org/2000/svg}"
CASES = TESTS / "cases" / "sheets"
UNREACHED = 8.0
"""Millimetres at the edge of the paper that a printer may not reach."""
TINY = 0.01
each_kind = pytest.mark.parametrize("kind", SheetKind)

MARKUP = 'Tom & Ann\'s "<b>map</b>" ]]> {{ x }}'
HEBREW = "מפת השחקנים: map"


@cache
def a_sheet(kind: SheetKind, title: str = "The gate: who meets whom", site: str = "Tenfold") -> Sheet:
    how_to = "Write one name on each note, and put it where it belongs. Then talk about what you see."
    origin = f"From {site}: The gate. https://example.org/exercises/the-gate/ Licence: CC BY 4.0."
    return drawn(kind, title=title, how_to=how_to, origin=origin)


def edges(shape: Box | Circle | Line | Text | Room) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    if isinstance(shape, Circle):
        return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
    if isinstance(shape, Line):
        across, down = zip(*shape.points, strict=True)
        return min(across), min(down), max(across), max(down)
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def overlap(one: Text | Room, other: Text | Room) -> bool:
    left, top, right, bottom = edges(one)
    its_left, its_top, its_right, its_bottom = edges(other)
    return left < its_right - TINY and its_left < right - TINY and top < its_bottom - TINY and its_top < bottom - TINY


def in_print(line: str, text: Text) -> float:
    """How wide a line is in the typeface of the PDF."""
    widths = CORE_FONT_METRICS["Helvetica-Bold" if text.bold else "Helvetica"].character_widths
    return sum(widths[letter] for letter in line) * text.size / 1000


@each_kind
def test_everything_is_within_reach_of_a_printer(kind: SheetKind) -> None:
    for shape in (*a_sheet(kind).shapes, *a_sheet(kind).rooms):
        left, top, right, bottom = edges(shape)
        assert left >= UNREACHED, shape
        assert top >= UNREACHED - TINY, shape
        assert right <= WIDE - UNREACHED, shape
        assert bottom <= HIGH - UNREACHED + 2, shape


@each_kind
def test_no_line_of_text_is_longer_than_its_box(kind: SheetKind) -> None:
    for text in a_sheet(kind).texts:
        for line in text.lines:
            assert in_print(line, text) <= text.width, line


@each_kind
def test_no_text_stands_on_another(kind: SheetKind) -> None:
    texts = a_sheet(kind).texts
    over = [(one.text, other.text) for at, one in enumerate(texts) for other in texts[at + 1 :] if overlap(one, other)]
    assert over == []


@each_kind
def test_where_notes_go_nothing_is_written_and_most_places_hold_a_note(kind: SheetKind) -> None:
    sheet = a_sheet(kind)
    assert [(room, text.text) for room in sheet.rooms for text in sheet.texts if overlap(room, text)] == []
    large = [room for room in sheet.rooms if room.width >= NOTE[0] and room.height >= NOTE[1]]
    assert len(large) >= 4
    assert len(large) >= len(sheet.rooms) - 1, "one may be smaller: the young person, the tip of the iceberg"


@each_kind
def test_rooms_do_not_lie_on_each_other(kind: SheetKind) -> None:
    rooms = a_sheet(kind).rooms
    assert [(one, other) for at, one in enumerate(rooms) for other in rooms[at + 1 :] if overlap(one, other)] == []


@each_kind
def test_text_is_large_enough_for_a_table_around_which_people_stand(kind: SheetKind) -> None:
    *shown, origin = a_sheet(kind).texts
    assert min(text.size for text in shown) >= 4.0, "eleven points"
    assert origin.size >= 3.0


@each_kind
def test_a_sheet_has_its_title_how_to_use_it_and_where_it_comes_from(kind: SheetKind) -> None:
    title, how_to, *_, origin = a_sheet(kind).texts
    assert (title.text, title.level, title.bold) == ("The gate: who meets whom", 1, True)
    assert how_to.text.startswith("Write one name on each note")
    assert origin.text.endswith("https://example.org/exercises/the-gate/ Licence: CC BY 4.0.")
    assert len(how_to.lines) <= 2


def words_on(kind: SheetKind) -> str:
    return " ".join(text.text for text in a_sheet(kind).texts)


def test_the_map_has_a_young_person_inside_three_rings_and_names_what_lies_around() -> None:
    circles = [shape for shape in a_sheet(SheetKind.PLAYERS_MAP).shapes if isinstance(shape, Circle)]
    assert len({(circle.x, circle.y) for circle in circles}) == 1
    assert [circle.radius for circle in circles] == sorted((circle.radius for circle in circles), reverse=True)
    assert len(circles) == 4
    for name in ("A young person", "Home and friends", "School", "Services and community", "The wider system"):
        assert name in words_on(SheetKind.PLAYERS_MAP)


def test_the_names_of_the_rings_stand_inside_them() -> None:
    sheet = a_sheet(SheetKind.PLAYERS_MAP)
    circles = {shape.radius: shape for shape in sheet.shapes if isinstance(shape, Circle)}
    named = [text for text in sheet.texts if text.middle]
    for text, radius in zip(named, sorted(circles, reverse=True), strict=True):
        circle = circles[radius]
        for foot, line in text.feet():
            half, top = in_print(line, text) / 2, foot - 0.75 * text.size
            assert (half**2 + (circle.y - top) ** 2) ** 0.5 < radius, line


def test_the_iceberg_has_four_layers_each_with_a_question() -> None:
    shown = words_on(SheetKind.ICEBERG)
    for name in ("1. Events and experiences", "2. Patterns and incentives", "3. Structures", "4. Mental models"):
        assert name in shown
    assert shown.count("?") >= 4


def test_energy_for_change_has_three_levels_and_nine_votes_in_three_columns() -> None:
    sheet = a_sheet(SheetKind.ENERGY_FOR_CHANGE)
    assert sum(isinstance(shape, Circle) for shape in sheet.shapes) == 9
    for name in ("Within a school", "Between schools", "Between services", "Feasible", "Desirable", "Viable"):
        assert name in words_on(SheetKind.ENERGY_FOR_CHANGE)
    assert len(sheet.rooms) == 6


@each_kind
def test_as_svg_it_is_as_it_was(kind: SheetKind) -> None:
    path = CASES / f"{kind.value.replace('_', '-')}.svg"
    made = sheet_svg(a_sheet(kind))
    if os.environ.get("TENFOLD_REWRITE"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def parsed(sheet: Sheet) -> ElementTree.Element:
    return ElementTree.fromstring(sheet_svg(sheet))


@each_kind
def test_the_svg_is_a3_and_says_what_it_shows_in_its_language(kind: SheetKind) -> None:
    svg = parsed(a_sheet(kind))
    assert (svg.get("width"), svg.get("height"), svg.get("viewBox")) == ("420mm", "297mm", "0 0 420 297")
    assert svg.get("lang") == "en-GB"
    assert svg.findtext(f"{SVG}title") == "The gate: who meets whom"
    assert svg.findtext(f"{SVG}desc") == kind.meaning


@each_kind
def test_the_svg_holds_nothing_but_shapes_and_text(kind: SheetKind) -> None:
    svg = parsed(a_sheet(kind))
    kinds = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "circle", "polyline", "text", "tspan"}
    attributes = {name for element in svg.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name in {"style", "href", "class"}}


@each_kind
def test_text_is_dark_on_white_or_nearly_white(kind: SheetKind) -> None:
    sheet = a_sheet(kind)
    fills = {shape.style.fill for shape in sheet.shapes if not isinstance(shape, Text)} - {""}
    grounds = {"#ffffff", *fills}
    for text in sheet.texts:
        assert all(contrast(text.colour, ground) >= 5.5 for ground in grounds), text


@each_kind
def test_another_colour_takes_the_place_of_ours_and_nothing_else_changes(kind: SheetKind) -> None:
    ours = a_sheet(kind)
    theirs = ours.coloured("#00543c", "#eef4f1")
    svg = sheet_svg(theirs)
    assert ours.coloured("#00543c", "#eef4f1").coloured(BRAND, MIST) == theirs
    assert BRAND not in svg
    assert MIST not in svg
    assert svg.replace("#00543c", BRAND).replace("#eef4f1", MIST) == sheet_svg(ours)


def contrast(one: str, other: str) -> float:
    lights = sorted((light(one), light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def read(sheet: Sheet) -> PdfReader:
    made = sheet_pdf(sheet)
    assert made is not None
    return PdfReader(io.BytesIO(made), strict=True)


def root(reader: PdfReader) -> Any:
    """What the whole document says of itself."""
    return reader.trailer["/Root"]


@each_kind
def test_the_pdf_is_one_page_of_a3_on_its_side(kind: SheetKind) -> None:
    (page,) = read(a_sheet(kind)).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]
    assert page.rotation == 0


@each_kind
def test_the_pdf_holds_every_text_of_the_sheet_in_order(kind: SheetKind) -> None:
    (page,) = read(a_sheet(kind)).pages
    shown = " ".join(page.extract_text().split())
    at = 0
    for text in a_sheet(kind).texts:
        at = shown.index(text.text, at) + len(text.text)


@each_kind
def test_the_pdf_has_a_title_a_language_and_no_date(kind: SheetKind) -> None:
    reader = read(a_sheet(kind))
    about: Any = reader.metadata
    assert dict(about) == {"/Title": "The gate: who meets whom", "/Creator": "Tenfold"}
    assert root(reader)["/Lang"] == "en-GB"
    assert root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]


@each_kind
def test_the_pdf_tells_a_screen_reader_what_is_a_heading_and_what_is_drawn(kind: SheetKind) -> None:
    reader = read(a_sheet(kind))
    assert root(reader)["/MarkInfo"]["/Marked"]
    document = root(reader)["/StructTreeRoot"]["/K"]
    parts = [part.get_object() for part in document["/K"]]
    wanted = [f"/H{text.level}" if text.level else "/P" for text in a_sheet(kind).texts]
    assert [part["/S"] for part in parts] == [*wanted, "/Figure"]
    assert parts[-1]["/Alt"] == kind.meaning
    numbered = root(reader)["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    assert [part.get_object()["/K"] for part in numbered] == list(range(len(parts)))
    content = reader.pages[0].get_contents()
    assert content is not None
    marked = re.findall(rb"/(\w+)\s+<</MCID (\d+)>>\s+BDC", content.get_data())
    assert [(f"/{tag.decode()}", int(number)) for tag, number in marked] == [
        (part.get_object()["/S"], number) for number, part in enumerate(numbered)
    ]


@each_kind
def test_a_sheet_is_the_same_to_the_byte_each_time(kind: SheetKind) -> None:
    once, again = (drawn(kind, title="A", how_to="B", origin="C") for _ in range(2))
    assert (sheet_svg(once), sheet_pdf(once)) == (sheet_svg(again), sheet_pdf(again))


@each_kind
def test_markup_in_a_title_stays_text(kind: SheetKind) -> None:
    sheet = a_sheet(kind, title=MARKUP, site=MARKUP)
    svg = parsed(sheet)
    title = next(svg.iter(f"{SVG}text"))
    assert "".join(title.itertext()).split() == MARKUP.split()
    assert svg.findtext(f"{SVG}title") == MARKUP
    reader = read(sheet)
    assert MARKUP in " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata is not None
    assert reader.metadata.title == MARKUP


@pytest.mark.parametrize("title", ["(Who?) \\ meets (whom", "Élan, ça va: £5 \u2013 \u201cso\u201d \u2026 €", "(()\\)"])
def test_brackets_and_accents_are_whole_in_the_pdf(title: str) -> None:
    reader = read(a_sheet(SheetKind.EQUITY, title=title))
    assert title in " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata is not None
    assert reader.metadata.title == title


def test_hebrew_is_whole_in_the_svg_and_begins_on_the_right() -> None:
    sheet = a_sheet(SheetKind.EQUITY, title=HEBREW)
    title = next(parsed(sheet).iter(f"{SVG}text"))
    (line,) = title
    assert line.text == HEBREW
    assert line.get("direction") == "rtl"
    assert float(line.get("x") or 0) == WIDE - 12


def test_there_is_no_pdf_rather_than_one_with_letters_missing() -> None:
    assert sheet_pdf(a_sheet(SheetKind.EQUITY, title=HEBREW)) is None
    assert sheet_pdf(a_sheet(SheetKind.EQUITY, site="Ysgol Tŷ Coch")) is None
    library = a_library_with(the_gate=an_exercise(title=HEBREW), lunch=an_exercise())
    files = dict(sheet_files(library, site_name="Tenfold"))
    assert set(files) == {f"downloads/exercise-{name}" for name in ("the-gate.svg", "lunch.svg", "lunch.pdf")}
    assert [offer.label for offer in sheet_downloads(files.items())["exercise-the-gate"]] == ["SVG"]


def test_letters_that_nobody_sees_do_not_break_the_file() -> None:
    svg = parsed(a_sheet(SheetKind.EQUITY, site="A\x0bsite\ufffe\u202e"))
    assert "From A site" in "".join(svg.itertext())


WORDS = (
    *(
        "who",
        "ist",
        "minim",
        "www",
        "illicit",
        "Mammoth",
        "SENCOs",
        "WHO",
        "TO",
        "INVITE",
        "FEEL",
        "SEEN",
        "0123",
        "a-b",
    ),
    *("éü,", "'so'?", "Rhabarberbarbara"),
)
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@STEADY
@given(TITLES, st.sampled_from([18.0, 54.0, 128.0, 396.0]), st.integers(1, 3), st.booleans())
def test_whatever_somebody_calls_it_fits_its_box_and_nothing_is_lost(
    text: str, wide: float, most: int, bold: bool
) -> None:
    shown = fitted(text, 0, 0, wide, size=6, most=most, bold=bold)
    assert len(shown.lines) <= most
    assert all(in_print(line, shown) <= wide for line in shown.lines)
    assert "".join(shown.lines).replace(" ", "") == text.replace(" ", "")


LIBRARY = a_library_with(
    the_gate=an_exercise(), bare=an_exercise(sheet=None), corridors=an_exercise(status="draft")
)  # fmt: skip


def test_there_are_files_for_each_exercise_that_has_a_page_and_a_sheet() -> None:
    files = dict(sheet_files(LIBRARY, site_name="Tenfold"))
    assert list(files) == ["downloads/exercise-the-gate.pdf", "downloads/exercise-the-gate.svg"]
    assert files["downloads/exercise-the-gate.pdf"].startswith(b"%PDF-1.7")
    assert files["downloads/exercise-the-gate.svg"].startswith(b"<svg ")


def test_what_is_offered_says_its_size_and_purpose() -> None:
    files = {"downloads/exercise-x.pdf": b"x" * 6499, "downloads/exercise-x.svg": b"x"}
    assert sheet_downloads(files.items()) == {
        "exercise-x": (
            Download("exercise-x.pdf", "PDF", 6, "A3, to print"),
            Download("exercise-x.svg", "SVG", 1, "for whiteboards and large prints"),
        )
    }


@pytest.mark.parametrize(
    "site_url, origin",
    [
        pytest.param(None, "From Here: The gate. Licence: CC BY 4.0.", id="nobody knows"),
        pytest.param(
            "https://example.org/in/",
            "From Here: The gate. https://example.org/in/exercises/the-gate/ Licence: CC BY 4.0.",
            id="below a path",
        ),
        pytest.param(
            "https://example.org",
            "From Here: The gate. https://example.org/exercises/the-gate/ Licence: CC BY 4.0.",
            id="without a slash",
        ),
    ],
)
def test_the_last_line_says_where_it_comes_from(site_url: str | None, origin: str) -> None:
    sheet = sheet_of("the-gate", an_exercise(), site_name="Here", site_url=site_url)
    assert sheet is not None
    assert sheet.texts[-1].text == origin
