"""The matrix: how many case studies show a feature in each column, where each number leads, and the map of regions."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, read
from tests.support.sites import a_full_library, many_cases

from tenfold.library import FACETS, Library
from tenfold.model import CaseStudy, Record
from tenfold.model.vocabulary import Region
from tenfold.pages import Page, Rack, framework_racks, plan_pages, racks
from tenfold.pages.matrix import MAP, Cell, Matrix, heat, matrices_of, matrix_pages, region_tiles
from tenfold.pages.planning import CASES, HOME

FEATURES = {f"feature-{number}": a_feature(number=str(number)) for number in range(1, 5)}


def a_mixed_library() -> Library:
    """Case studies that stand in one column, in several and in none, with one to three features each."""
    item = read("frameworks/fair-start.yml")["items"][0]
    closest = [{"feature": id, "why": "x"} for id in ("feature-1", "feature-2", "feature-3")]
    records: dict[str, Record] = {
        **FEATURES,
        "lens": a_framework(items=[{**item, "features": closest}, {**item, "id": "other", "features": closest[2:]}]),
        "ash": a_case_study(features=["feature-1"], needs=["autism", "adhd"]),
        "elm": a_case_study(features=["feature-2", "feature-1"], setting__phase=["primary", "secondary"]),
        "fir": a_case_study(features=["feature-1", "feature-3"], setting__kind="trust", setting__phase=None),
        "oak": a_case_study(features=["feature-3", "feature-2", "feature-1"], needs=["autism"]),
        "yew": a_case_study(features=["feature-2"], status="draft", needs=["autism"]),
    }
    return a_library(records)


def pages_of(library: Library, *, finder: bool = False) -> dict[str, Page]:
    pages = matrix_pages(library, racks(library), (HOME, CASES), finder=finder)
    return {page.address: page for page in pages}


def matrix(id: str, library: Library, *, finder: bool = False) -> Matrix:
    return next(each for each in matrices_of(library, racks(library), finder=finder) if each.id == id)


def cells(id: str, library: Library, *, finder: bool = False) -> dict[tuple[str, str], Cell]:
    return {(cell.feature, cell.word): cell for row in matrix(id, library, finder=finder).rows for cell in row.cells}


def test_there_is_a_page_for_each_facet_that_has_a_matrix_and_for_each_framework() -> None:
    planned = [page.address for page in plan_pages(a_full_library()) if page.fragment == "matrix"]
    assert planned == ["matrix/", "matrix/framework-fair-start/", "matrix/kind/", "matrix/need/"]


def test_the_first_matrix_is_by_phase_and_the_others_lead_back_to_it() -> None:
    pages = pages_of(a_full_library())
    assert pages["matrix/"].title == "Key features by phase"
    assert [crumb.address for crumb in pages["matrix/"].crumbs] == ["", "case_studies/"]
    assert [crumb.address for crumb in pages["matrix/need/"].crumbs] == ["", "case_studies/", "matrix/"]
    assert {page.section for page in pages.values()} == {"case_studies/"}


def test_a_matrix_by_the_items_of_a_framework_says_what_they_are_and_whose() -> None:
    page = pages_of(a_full_library())["matrix/framework-fair-start/"]
    assert page.title == "Key features by principle of Fair start"
    assert "A case study stands under a principle when it shows one of the two key features" in page.description


def test_every_page_offers_every_matrix() -> None:
    for page in pages_of(a_full_library()).values():
        assert [each.id for each in page.data["matrices"]] == ["phase", "kind", "need", "framework-fair-start"]


def has(case: CaseStudy, facet_id: str, word: str) -> bool:
    facet = next(facet for facet in FACETS if facet.id == facet_id)
    return word in {each.value for each in facet.words_of(case)}


@pytest.mark.parametrize("id", ["phase", "kind", "need"])
def test_a_cell_counts_the_case_studies_with_its_feature_and_its_word(id: str) -> None:
    library = a_mixed_library()
    for (feature, word), cell in cells(id, library).items():
        both = [case for case in library.cases.values() if feature in case.features and has(case, id, word)]
        assert cell.count == len(both), (feature, word)


def test_a_cell_of_a_framework_counts_those_that_bear_on_its_item() -> None:
    library = a_mixed_library()
    for (feature, word), cell in cells("framework-lens", library).items():
        bearing = library.cases_seen_through(library.item(f"lens/{word}"), "lens")
        assert cell.count == sum(feature in library.cases[case].features for case in bearing), (feature, word)
    assert cells("framework-lens", library)["feature-3", "know-everyone"].count == 2


@pytest.mark.parametrize("id", ["phase", "kind", "need", "framework-lens"])
def test_every_feature_has_a_row_and_every_word_a_column_those_without_a_case_study_too(id: str) -> None:
    library = a_mixed_library()
    found = matrix(id, library)
    rack = next(rack for rack in (*racks(library), *framework_racks(library)) if rack.id == id)
    assert [row.feature for row in found.rows] == list(library.features)
    assert {tuple(cell.word for cell in row.cells) for row in found.rows} == {
        tuple(shelf.word for shelf in rack.shelves)
    }
    assert found.columns == rack.shelves


def test_a_row_counts_each_case_study_of_its_feature_once_in_however_many_columns_it_stands() -> None:
    found = {row.feature: row for row in matrix("phase", a_mixed_library()).rows}
    assert {id: row.count for id, row in found.items() if row.count} == {"feature-1": 4, "feature-2": 2, "feature-3": 2}
    assert sum(cell.count for cell in found["feature-2"].cells) == 3
    assert sum(cell.count for cell in found["feature-3"].cells) == 1


def test_with_the_finder_a_cell_leads_to_it_with_both_words() -> None:
    found = cells("need", a_mixed_library(), finder=True)["feature-1", "autism"]
    assert found.address == "find/?feature=feature-1&need=autism"


def test_the_finder_is_asked_with_the_word_as_it_is_and_the_id_of_the_rack() -> None:
    library = a_full_library()
    phase = cells("phase", library, finder=True)["belonging-first", "alternative_provision"]
    lens = cells("framework-fair-start", library, finder=True)["belonging-first", "welcome-all"]
    assert parse_qs(urlsplit(phase.address).query) == {
        "feature": ["belonging-first"],
        "phase": ["alternative_provision"],
    }
    assert parse_qs(urlsplit(lens.address).query) == {
        "feature": ["belonging-first"],
        "framework-fair-start": ["welcome-all"],
    }


@pytest.mark.parametrize("id", ["phase", "kind", "need", "framework-lens"])
def test_without_the_finder_every_number_leads_to_a_page_of_the_plan(id: str) -> None:
    library = a_mixed_library()
    planned = {page.address for page in plan_pages(library)}
    found = matrix(id, library)
    leading = [cell.address for row in found.rows for cell in row.cells if cell.count]
    leading += [row.address for row in found.rows if row.count]
    leading += [column.address for column in found.columns if column.cases]
    assert [address for address in leading if address not in planned] == []
    assert len(leading) > 4


@pytest.mark.parametrize(
    "count, largest, expected",
    [
        pytest.param(0, 0, 0, id="nothing anywhere"),
        pytest.param(0, 8, 0, id="none"),
        pytest.param(1, 1, 4, id="the only one"),
        pytest.param(2, 8, 1, id="a quarter"),
        pytest.param(3, 8, 2, id="more than a quarter"),
        pytest.param(6, 8, 3, id="three quarters"),
        pytest.param(7, 8, 4, id="more than three quarters"),
        pytest.param(1, 1000, 1, id="one of many"),
    ],
)
def test_a_colour_is_as_strong_as_the_quarter_of_the_largest_count(count: int, largest: int, expected: int) -> None:
    assert heat(count, largest) == expected


def test_colours_are_measured_against_the_cells_and_not_against_the_totals() -> None:
    found = matrix("need", a_mixed_library())
    assert found.largest == 2
    assert {cell.heat for row in found.rows for cell in row.cells if cell.count == 2} == {4}


def test_a_library_without_case_studies_has_its_matrices_all_the_same() -> None:
    found = matrix("phase", a_library())
    assert (found.largest, {cell.count for row in found.rows for cell in row.cells}) == (0, {0})


def test_a_thousand_case_studies_are_all_counted() -> None:
    assert cells("phase", a_library(many_cases(1000)))["belonging-first", "primary"].count == 1000


def regions(library: Library) -> Rack:
    return next(rack for rack in racks(library) if rack.id == "region")


def test_every_region_has_a_tile_of_its_own() -> None:
    assert set(MAP) == set(Region)
    assert len(set(MAP.values())) == len(Region)


@pytest.mark.parametrize(
    "north, south",
    [
        (Region.NORTH_EAST, Region.YORKSHIRE),
        (Region.YORKSHIRE, Region.EAST_MIDLANDS),
        (Region.NORTH_WEST, Region.WEST_MIDLANDS),
        (Region.WEST_MIDLANDS, Region.SOUTH_WEST),
        (Region.EAST_MIDLANDS, Region.SOUTH_EAST),
        (Region.EAST_OF_ENGLAND, Region.LONDON),
    ],
)
def test_neighbours_touch_on_the_map(north: str, south: str) -> None:
    column, row = MAP[north]
    assert MAP[south] == (column, row + 1)


def test_tiles_count_the_case_studies_of_their_region_and_lead_to_them() -> None:
    library = a_full_library({"fir": a_case_study(setting__region=["london", "north_east"])})
    found = {tile.label: (tile.count, tile.heat, tile.address) for tile in region_tiles(regions(library)) if tile.count}
    assert found == {
        "North East": (3, 4, "browse/region/north-east/"),
        "London": (1, 2, "browse/region/london/"),
    }


def test_the_name_of_a_region_is_broken_between_words_and_never_cut() -> None:
    for tile in region_tiles(regions(a_library())):
        assert " ".join(tile.lines) == tile.label
        assert len(tile.lines) <= 3
        assert max(map(len, tile.lines)) <= 9


def test_the_map_stands_on_the_first_matrix_and_on_the_shelves_by_region_alone() -> None:
    with_tiles = [page.address for page in plan_pages(a_full_library()) if page.data.get("tiles")]
    assert with_tiles == ["browse/region/", "matrix/"]


def test_titles_and_descriptions_are_sentences_that_fit() -> None:
    noun = {"item_noun": "n" * 20, "short_title": "S" * 40}
    for page in pages_of(a_full_library({"fair-start": a_framework(**noun)})).values():
        assert len(page.description) <= 300
        assert re.fullmatch(r"How many .*\.", page.description)
