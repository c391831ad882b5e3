"""The workbook: what it holds, that no text becomes a formula, and that everything comes out whole."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.documents.extremes import ARABIC, FORMULAS, HEBREW, MARKUP, about, every_part, forty_items, long_items
from tests.documents.trees import agrees, foot_of, parts, tracker_tree
from tests.support.theories import a_theory

from tenfold.documents.sheets import FORMULA_STARTS, HIGHEST, LONGEST_FOOT, safe
from tenfold.documents.tracker import tracker
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS

pytestmark = pytest.mark.usefixtures("archives")

FIRST = 5
"""The first row below the headers, counted from 1."""


def opened(theory: TheoryOfChange | None, **changes: Any) -> Workbook:
    return openpyxl.load_workbook(BytesIO(tracker(theory, about(**changes))))


def column(sheet: Worksheet, letter: str) -> list[str]:
    """The filled cells of a column, below its header."""
    return [str(cell.value) for cell in sheet[letter][FIRST - 1 :] if cell.value is not None]


def all_texts(book: Workbook) -> list[str]:
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_a_theory_as_a_workbook() -> None:
    assert agrees("tracker", tracker_tree(tracker(a_theory(), about())))


def test_a_form_to_fill_in() -> None:
    assert agrees("tracker-blank", tracker_tree(tracker(None, about(address=""))))


def test_the_same_theory_gives_the_same_bytes() -> None:
    assert tracker(a_theory(), about()) == tracker(a_theory(), about())


@pytest.mark.parametrize(
    "theory", [every_part(HEBREW, ARABIC, MARKUP), forty_items(), long_items()], ids=["odd", "many", "long"]
)
def test_every_outcome_and_every_activity_comes_out_whole(theory: TheoryOfChange) -> None:
    book = opened(theory)
    assert column(book["Indicators"], "A") == [item.text for item in theory.outcomes]
    assert column(book["Activities"], "A") == [item.text for item in theory.activities]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_text_that_could_be_a_formula_is_none(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["plain", "1+1", "a=b", "'=1", "8%", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_no_cell_of_any_sheet_starts_like_a_formula() -> None:
    formulas = list(FORMULAS)
    indicator = dict.fromkeys(("measure", "baseline", "target", "by_when", "data_from"), FORMULAS[0])
    outcomes = [{"id": f"outcome-{n}", "text": text, "indicators": [indicator]} for n, text in enumerate(formulas)]
    activity = dict.fromkeys(("for_whom", "who", "when"), FORMULAS[0])
    activities = [{"id": f"activity-{n}", "text": text, **activity} for n, text in enumerate(formulas)]
    rest: dict[str, Any] = {part: [] for part in PARTS[1:3]} | {"aims": []}
    said = {"title": FORMULAS[0], "summary": FORMULAS[1], "challenge": FORMULAS[2]}
    theory = a_theory(**rest, **said, outcomes=outcomes, activities=activities)
    book = opened(theory, site_name=FORMULAS[3])
    assert [text for text in all_texts(book) if text.startswith(FORMULA_STARTS)] == []
    assert column(book["Indicators"], "A") == [f"'{text}" for text in formulas]
    assert column(book["Activities"], "C") == [f"'{FORMULAS[0]}"] * len(formulas)
    assert column(book["About"], "B").count(f"'{FORMULAS[0]}") <= 1


def test_every_cell_is_text_and_none_a_formula() -> None:
    made = parts(tracker(every_part(*FORMULAS), about()))
    for name in (f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)):
        assert b"<f>" not in made[name]
        assert b"<hyperlink" not in made[name]


def test_no_row_is_higher_than_a_row_can_be_and_the_longest_text_has_room() -> None:
    for sheet in (opened(long_items())["Indicators"], opened(long_items())["Activities"]):
        heights = [sheet.row_dimensions[row].height for row in range(FIRST, FIRST + 2)]
        assert all(height is not None and 300 <= height <= HIGHEST for height in heights)
        assert sheet.column_dimensions["A"].width > 75


def test_there_are_empty_rows_below_those_that_are_filled() -> None:
    for theory, filled in ((a_theory(), 4), (None, 0)):
        area = opened(theory)["Indicators"].tables["Indicators"].ref
        assert area == f"A4:U{4 + filled + 12}"


def test_the_headers_of_a_table_are_its_header_row() -> None:
    for sheet in opened(a_theory()).worksheets[:2]:
        (table,) = sheet.tables.values()
        assert table.headerRowCount in (None, 1)
        assert [each.name for each in table.tableColumns] == [cell.value for cell in sheet[FIRST - 1]]


@pytest.mark.parametrize("text", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_text_of_scripts_that_read_from_the_right_is_set_that_way(text: str) -> None:
    cell = opened(every_part(text))["Indicators"].cell(FIRST, 1)
    assert (cell.alignment.readingOrder, cell.alignment.horizontal) == (2, "right")


@pytest.mark.parametrize(
    "changes, shown",
    [
        pytest.param({}, True, id="usual"),
        pytest.param({"site_name": "Pupils & Co"}, True, id="with a sign that has a meaning there"),
        pytest.param({"address": f"https://example.org/{'x' * 300}/"}, False, id="an address too long for it"),
    ],
)
def test_the_foot_has_the_address_where_there_is_room(changes: dict[str, str], shown: bool) -> None:
    book = opened(a_theory(), **changes)
    for sheet in book:
        foot = foot_of(sheet)
        assert ("example.org" in foot) is shown
        assert len(foot) <= LONGEST_FOOT + 30
    assert about(**changes).address in column(book["About"], "B")


def test_the_language_stands_in_the_properties() -> None:
    assert opened(None).properties.language == "en-GB"
