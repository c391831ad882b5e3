"""The set of documents: what they are called, what they are for, and what is the same wherever they are made."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.extremes import about, every_part
from tests.documents.trees import parts
from tests.support.builders import PROJECT
from tests.support.commands import run_python
from tests.support.steady import STEADY
from tests.support.theories import a_theory

from tenfold.documents import BLANK, FORMS, Colours, documents_of
from tenfold.documents.fitting import first_lines, fits, height, largest, lines, share, shortened, width
from tenfold.documents.outline import Outline, right_to_left
from tenfold.documents.packing import frame, packed
from tenfold.model import TheoryOfChange
from tenfold.model.vocabulary import Drafter, Licence

MOMENT = (1980, 1, 1, 0, 0, 0)


@pytest.mark.usefixtures("archives")
def test_there_are_three_documents_of_a_theory() -> None:
    made = documents_of("hazel-lane", a_theory(), about())
    assert [(document.name, document.label, document.kind, document.purpose) for document in made] == [
        ("hazel-lane-theory-of-change.docx", "Word", "docx", "to fill in together"),
        ("hazel-lane-theory-of-change-slides.pptx", "PowerPoint", "pptx", "to present"),
        ("hazel-lane-theory-of-change-tracker.xlsx", "Excel", "xlsx", "to follow the figures"),
    ]


@pytest.mark.usefixtures("archives")
def test_the_forms_to_fill_in_are_called_so() -> None:
    made = documents_of(BLANK, None, about())
    assert [document.name for document in made] == [form.name("blank") for form in FORMS]
    assert made[0].name == "blank-theory-of-change.docx"


@pytest.mark.parametrize("number", range(3), ids=[form.label for form in FORMS])
@pytest.mark.usefixtures("archives")
def test_a_file_holds_nothing_of_the_time_and_the_machine(number: int) -> None:
    content = documents_of("x", a_theory(), about())[number].content
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {each.date_time for each in archive.infolist()} == {MOMENT}
        assert {(each.create_system, each.external_attr) for each in archive.infolist()} <= {(3, 0), (3, 0o600 << 16)}


@pytest.mark.parametrize("number", range(3), ids=[form.label for form in FORMS])
@pytest.mark.usefixtures("archives")
def test_a_file_is_small(number: int) -> None:
    assert len(documents_of("x", a_theory(), about())[number].content) < 40_000


@pytest.mark.usefixtures("programs")
def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from tests.documents.extremes import about\nfrom tests.support.theories import a_theory\n"
        "from tenfold.documents import documents_of\n"
        "print(*(hashlib.sha256(each.content).hexdigest() for each in documents_of('x', a_theory(), about())))"
    )
    said = {
        run_python(["-c", script, str(PROJECT)], tmp_path, PYTHONHASHSEED=seed, TZ=zone).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(said) == 1
    assert len(said.pop().split()) == 3


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]), max_size=300), st.floats(8, 40)
)
@STEADY
def test_the_lines_of_a_text_are_the_text(text: str, size: float) -> None:
    found = lines(text, size, 120)
    assert "".join(found) == text
    assert all(
        width(line.rstrip(" "), size) <= 120.001 for line in found if len(line) > 1 and " " not in line.rstrip(" ")
    )


def test_what_is_left_of_a_line_is_used() -> None:
    assert lines("aa bb cc", 10, width("aa bb", 10)) == ["aa bb ", "cc"]


@pytest.mark.parametrize(
    "text, room",
    [
        pytest.param("", 1, id="nothing is a line"),
        pytest.param("word", 1, id="a word on a line"),
        pytest.param("word word", 2, id="a word on each"),
        pytest.param("wordwordword", 3, id="a word too long for a line"),
    ],
)
def test_the_height_of_a_text_is_that_of_its_lines(text: str, room: int) -> None:
    assert height(text, 10, width("word", 10) + 0.01) == room * 12


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    widths = [width(letter, 10) for letter in ("\u6f22", "W", "\u0416", "\u05d0", "a", "i", "\u0301")]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == len(widths)
    assert widths[-1] == 0


@pytest.mark.parametrize(
    "needed, room, most",
    [
        pytest.param([1, 2, 3], 6, 3, id="all fit"),
        pytest.param([1, 2, 3], 5, 2, id="the longest gives way"),
        pytest.param([1, 9, 9], 11, 5, id="those that are short keep what they need"),
        pytest.param([9, 9, 9], 4, 2, id="not below the least"),
        pytest.param([], 4, 2, id="nothing"),
    ],
)
def test_a_room_is_shared_between_texts(needed: list[int], room: int, most: int) -> None:
    assert share(needed, room, least=2) == most


def test_the_first_lines_of_a_text_end_with_dots_where_something_is_left_out() -> None:
    room = width("one two", 10)
    assert first_lines("one two six ten", 10, room, 2) == "one two six ten"
    assert first_lines("one two six ten", 10, room, 1) == "one..."


@pytest.mark.parametrize("heights, fit", [([], True), ([4, 6], True), ([4, 6.1], False), ([11], False)])
def test_what_fits_into_a_room(heights: list[float], *, fit: bool) -> None:
    assert fits(heights, 10) is fit


def test_the_first_size_that_fits_is_taken_and_else_the_last() -> None:
    assert largest((20, 10), "word", (width("word", 20), 24)) == 20
    assert largest((20, 10), "word", (width("word", 10), 24)) == 10
    assert largest((20, 10), "word word word", (1, 1)) == 10


@pytest.mark.parametrize(
    "text, most, short",
    [
        pytest.param("as it is", 8, "as it is", id="fits"),
        pytest.param("one two three four", 15, "one two...", id="between words"),
        pytest.param("one two, three four", 14, "one two...", id="without the comma"),
        pytest.param("unbrokenunbroken", 10, "unbroke...", id="no space"),
    ],
)
def test_a_shortened_text_ends_between_words_with_three_dots(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short
    assert len(short) <= most


@pytest.mark.parametrize(
    "text, turned",
    [
        ("plain", False),
        ("\u05d0", True),
        ("\u0627", True),
        ("8.40 \u05d0", True),
        ("a \u05d0", False),
        ("12", False),
        ("", False),
    ],
)
def test_the_first_letter_says_from_which_side_a_text_reads(text: str, *, turned: bool) -> None:
    assert right_to_left(text) is turned


@pytest.mark.parametrize("drafter", Drafter)
def test_a_document_says_whose_theory_it_is(drafter: Drafter) -> None:
    whose = Outline(a_theory(drafted_by=drafter)).whose
    assert ("toolkit" in whose) is (drafter is Drafter.TOOLKIT)


def test_items_have_names_and_lead_to_names() -> None:
    parts_of = Outline(a_theory()).parts
    assert [item.name for item in parts_of[0].items] == ["Activity 1", "Activity 2", "Activity 3", "Activity 4"]
    assert parts_of[0].items[1].links == "Mechanism 2, Mechanism 3"
    assert [part.label for part in parts_of] == [
        "Activities",
        "Moderating factors",
        "Mediating mechanisms",
        "Outcomes",
        "Aims",
    ]


@pytest.mark.parametrize(
    "changes, line",
    [
        pytest.param({}, "Tenfold · ADDRESS · CC BY 4.0 · content of 10 February 2026", id="all"),
        pytest.param({"address": ""}, "Tenfold · CC BY 4.0 · content of 10 February 2026", id="no address"),
        pytest.param(
            {"licence": Licence.CC0, "dated": date(2025, 12, 1), "address": ""},
            "Tenfold · CC0 · content of 1 December 2025",
            id="another licence and day",
        ),
    ],
)
def test_the_line_that_says_where_a_document_is_from(changes: dict[str, object], line: str) -> None:
    assert about(**changes).line == line.replace("ADDRESS", about().address)


@pytest.mark.parametrize("name", ["word", "slides"])
@pytest.mark.usefixtures("archives")
def test_a_frame_is_a_whole_document_of_its_own(name: str) -> None:
    found = parts(frame(name))
    assert next(iter(found)) == "[Content_Types].xml"
    types = ET.fromstring(found["[Content_Types].xml"])
    named = {each.attrib["PartName"].removeprefix("/") for each in types if "PartName" in each.attrib}
    assert named <= set(found)
    assert {path for path in found if path.endswith(".xml")} - named == {"[Content_Types].xml"}


@pytest.mark.usefixtures("archives")
def test_parts_can_be_changed_on_the_way() -> None:
    changed = packed(frame("word"), {"docProps/app.xml": lambda part: part.replace(b"Word", b"Another")})
    before, after = parts(frame("word")), parts(changed)
    assert [name for name in before if before[name] != after[name]] == ["docProps/app.xml"]


@pytest.mark.parametrize("number", range(3), ids=[form.label for form in FORMS])
@pytest.mark.usefixtures("archives")
def test_every_part_of_a_file_is_well_formed_whatever_the_text(number: int) -> None:
    hostile = every_part("\"'><svg onload=alert(1)> ]]> & &amp; <w:p/>")
    for name, part in parts(documents_of("x", hostile, about(site_name="<&>"))[number].content).items():
        ET.fromstring(part)
        assert b"<svg" not in part, name


class TestColours:
    OURS = (b"12505B", b"B5431F")

    @pytest.mark.parametrize("theory", [None, a_theory()], ids=["blank", "filled in"])
    @pytest.mark.usefixtures("archives")
    def test_documents_are_in_the_colours_that_they_are_given_and_no_others_of_ours(
        self, theory: TheoryOfChange | None
    ) -> None:
        made = documents_of("x", theory, about(colours=Colours("00543C", "7A4100")))
        wholes = [b"".join(parts(document.content).values()) for document in made]
        assert all(b"00543C" in whole for whole in wholes)
        assert [b"7A4100" in whole for whole in wholes] == [True, True, False]
        assert not [colour for whole in wholes for colour in self.OURS if colour in whole]

    @pytest.mark.usefixtures("archives")
    def test_each_colour_takes_the_place_of_its_own(self) -> None:
        turned = frame("word", Colours("B5431F", "12505B"))
        ours, theirs = (parts(content)["word/styles.xml"] for content in (frame("word"), turned))
        assert theirs.replace(b"B5431F", b"*").replace(b"12505B", b"B5431F").replace(b"*", b"12505B") == ours
        assert theirs != ours

    @pytest.mark.usefixtures("archives")
    def test_nothing_but_colours_differs(self) -> None:
        ours, theirs = (
            [parts(document.content) for document in documents_of("x", a_theory(), about(colours=colours))]
            for colours in (Colours(), Colours("00543C", "7A4100"))
        )
        for one, other in zip(ours, theirs, strict=True):
            back = {
                name: part.replace(b"00543C", b"12505B").replace(b"7A4100", b"B5431F") for name, part in other.items()
            }
            assert back == one
