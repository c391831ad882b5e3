"""The matrix and the map as readers and screen readers meet them, and what a feature is practised with."""

import pytest
from tests.support.builders import a_case_study, a_feature, a_library
from tests.support.proses import words
from tests.support.sites import Element, a_full_library, a_renderer, html_of, page_at, parsed, some_pages

from tenfold.library import Library
from tenfold.model import Record
from tenfold.pages import Page
from tenfold.pages.matrix import Tile

LIBRARY = a_full_library()


def page_of(library: Library, address: str = "matrix/") -> Element:
    return parsed(html_of(address, library))


def said(element: Element) -> str:
    """The text of an element for somebody who listens: without what is hidden from them."""
    if element.get("aria-hidden") == "true":
        return element.tail or ""
    return (element.text or "") + "".join(said(child) for child in element) + (element.tail or "")


def table(page: Element) -> Element:
    (region,) = (each for each in page.iter("div") if "matrix" in (each.get("class") or "").split())
    return region.find("table")


def rows(page: Element) -> dict[str, list[Element]]:
    """The cells of each row of numbers, by what its heading says."""
    found = {}
    for row in table(page).iter("tr"):
        heading = row.find("th")
        if heading.get("scope") == "row":
            found[words(heading).strip()] = row.findall("td")
    return found


def headings(page: Element, scope: str) -> list[str]:
    return [words(th).strip() for th in table(page).iter("th") if th.get("scope") == scope]


@pytest.mark.parametrize("address", ["matrix/", "matrix/need/", "browse/region/"])
def test_every_table_stands_in_a_named_region_that_one_can_focus_and_has_a_caption(address: str) -> None:
    page = page_of(LIBRARY, address)
    regions = [each for each in page.iter("div") if each.get("role") == "region"]
    assert len(regions) == len(list(page.iter("table"))) >= 1
    for region in regions:
        caption = region.find("table/caption")
        assert region.get("tabindex") == "0"
        assert region.get("aria-labelledby") == caption.get("id")
        assert words(caption)


def test_columns_rows_and_groups_have_headings_of_their_scope() -> None:
    page = page_of(LIBRARY)
    columns = ["Early years", "Primary", "Secondary", "All-through", "Post-16", "Special", "Alternative provision"]
    assert headings(page, "col") == ["Key feature", *columns, "All"]
    assert headings(page, "rowgroup") == ["All pupils", "Staff"]
    assert headings(page, "row") == ["Belonging first", "Staff together", "All case studies"]
    assert {len(cells) for cells in rows(page).values()} == {len(columns) + 1}


def test_the_heading_of_a_row_leads_to_the_feature_with_the_colour_and_icon_of_its_group() -> None:
    heading = next(th for th in table(page_of(LIBRARY)).iter("th") if words(th).strip() == "Staff together")
    assert heading.get("class") == "staff"
    assert heading.find("a").get("href") == "../features/staff-together/"
    assert heading.find("a/svg/use").get("href") == "#i_school"


def test_a_number_says_as_a_whole_what_it_counts_and_leads_there() -> None:
    library = a_full_library({"fir": a_case_study(setting__phase="all_through")})
    cells = rows(page_of(library))["Belonging first"]
    assert said(cells[1]).strip() == "2 case studies: belonging first, primary"
    assert said(cells[3]).strip() == "1 case study: belonging first, all-through"
    assert said(cells[-1]).strip() == "3 case studies: belonging first"
    assert [cells[at].find("a").get("href") for at in (1, 3, -1)] == [
        "../find/?feature=belonging-first&phase=primary",
        "../find/?feature=belonging-first&phase=all_through",
        "../browse/feature/belonging-first/",
    ]


def test_an_empty_cell_asks_for_a_case_study_and_shows_a_plus() -> None:
    cells = rows(page_of(LIBRARY))["Staff together"]
    assert said(cells[5]).strip() == "None yet: staff together, special. Is yours the first?"
    assert words(cells[5]).strip().startswith("+")
    assert {cell.find("a").get("href") for cell in cells} == {"../contribute/"}


def test_what_the_plus_means_stands_above_the_table() -> None:
    html = html_of("matrix/", LIBRARY)
    assert html.index("Nobody has told us yet") < html.index("<table")


def test_without_a_page_on_how_to_contribute_an_empty_cell_is_a_zero() -> None:
    page = page_of(a_library(oak=a_case_study()))
    assert [words(cell).strip() for cell in rows(page)["Belonging first"][2:-1]] == ["0"] * 5
    assert not [link for link in page.iter("a") if "contribute" in link.get("href")]
    assert "Nobody has told us yet" not in words(page)


def test_the_last_row_counts_all_case_studies_of_a_column_and_the_corner_all_there_are() -> None:
    library = a_full_library({"fir": a_case_study(setting__phase=["primary", "secondary"])})
    cells = rows(page_of(library))["All case studies"]
    assert [words(cells[at].find("a")).partition(" ")[0] for at in (1, 2, -1)] == ["3", "1", "3"]
    assert cells[1].find("a").get("href") == "../browse/phase/primary/"
    assert cells[-1].find("a").get("href") == "../case_studies/"


def test_a_number_is_there_whatever_its_colour() -> None:
    cells = rows(page_of(LIBRARY))["Belonging first"]
    assert (cells[1].get("class"), cells[-1].get("class")) == ("heat-4", None)
    assert words(cells[1]).strip().startswith("2")


def test_the_matrices_lead_to_each_other_and_say_which_one_is_open() -> None:
    page = page_of(LIBRARY, "matrix/framework-fair-start/")
    (around,) = (nav for nav in page.iter("nav") if nav.get("aria-label") == "Other ways to count")
    links = {words(link): (link.get("href"), link.get("aria-current")) for link in around.iter("a")}
    assert links == {
        "By phase": ("../../matrix/", None),
        "By kind of setting": ("../../matrix/kind/", None),
        "By need": ("../../matrix/need/", None),
        "By principle Fair start": ("../../matrix/framework-fair-start/", "page"),
        "By region map": ("../../matrix/#regions", None),
    }


def tiles(page: Element) -> dict[str, Element]:
    """The tiles of the map, by what a screen reader calls them."""
    (svg,) = (each for each in page.iter("svg") if each.get("class") == "tiles")
    return {each.get("aria-label"): each for each in svg}


def number(tile: Element) -> str:
    (text,) = (each for each in tile.iter("text") if each.get("class") == "number")
    return words(text)


@pytest.mark.parametrize("address", ["matrix/", "browse/region/"])
def test_the_map_and_its_table_say_the_same_numbers(address: str) -> None:
    page = page_of(a_full_library({"fir": a_case_study(setting__region=["london", "north_east"])}), address)
    (svg,) = (each for each in page.iter("svg") if each.get("class") == "tiles")
    beside = next(each for each in page.iter("table") if words(each.find("caption")) == "Case studies by region")
    counted = {words(row.find("th")): words(row.find("td")).split()[0] for row in beside.find("tbody")}
    drawn = {name.partition(":")[0]: number(tile).replace("+", "0") for name, tile in tiles(page).items()}
    assert drawn == counted
    assert (drawn["London"], drawn["North East"], drawn["South West"], len(drawn)) == ("1", "3", "0", 9)
    assert (svg.get("role"), svg.get("aria-label")) == ("group", "Map of the regions of England")


def test_a_tile_leads_to_its_region_or_to_how_to_contribute() -> None:
    found = tiles(page_of(LIBRARY))
    assert found["North East: 2 case studies"].get("href") == "../browse/region/north-east/"
    assert found["London: none yet. Is yours the first?"].get("href") == "../contribute/"


def test_without_a_page_on_how_to_contribute_an_empty_tile_leads_nowhere() -> None:
    tile = tiles(page_of(a_library(oak=a_case_study())))["London: none yet"]
    assert (tile.tag, tile.get("role"), number(tile)) == ("g", "img", "0")


def test_the_map_stands_on_no_other_shelves() -> None:
    assert "tiles" not in html_of("browse/phase/", LIBRARY)
    assert "tiles" not in html_of("matrix/need/", LIBRARY)


def test_a_name_with_markup_stays_text_in_the_table_and_on_the_map() -> None:
    odd = "<b>Odd</b>"
    library = a_full_library({"belonging-first": a_feature(short_title=odd)})
    page = page_of(library)
    assert odd in headings(page, "row")
    assert list(table(page).iter("b")) == []
    planned = page_at("matrix/", library)
    tile = Tile(odd, (odd,), 1, "browse/", 0, 0, 1)
    shown = a_renderer(library).render(Page("matrix/", "matrix", "x", "y", {**planned.data, "tiles": (tile,)}))
    (found,) = tiles(parsed(str(shown.html))).values()
    assert found.get("aria-label") == "<b>Odd</b>: 1 case study"
    assert [words(line).strip() for line in found.iter("tspan")] == [odd]


def beside(library: Library, feature: str = "belonging-first") -> list[str]:
    """What a feature's page says it is most often practised with."""
    page = parsed(html_of(f"features/{feature}/", library))
    lists = [each for each in page.iter("ul") if "together" in (each.get("class") or "").split()]
    return [" ".join(words(item).split()) for each in lists for item in each]


def test_a_feature_says_what_it_is_most_often_practised_with() -> None:
    library = a_full_library({"fir": a_case_study(features=["belonging-first", "staff-together"])})
    assert beside(library) == ["Staff together (Staff)in 1 of its 3 case studies"]
    assert beside(library, "staff-together") == ["Belonging first (All pupils)in its one case study"]


def test_a_feature_that_stands_alone_says_nothing_of_others() -> None:
    assert beside(LIBRARY) == []
    assert "Most often practised with" not in html_of("features/belonging-first/", LIBRARY)


def test_one_gets_to_the_matrix_from_the_lists_of_what_there_is() -> None:
    records: dict[str, Record] = {**some_pages("index")}
    library = a_library(records)
    for address in ("browse/", "features/"):
        assert "../matrix/" in [link.get("href") for link in page_of(library, address).iter("a")]
    footer = parsed(str(a_renderer(library).frame(None, "./").footer))
    assert "./matrix/" in [link.get("href") for link in footer.iter("a")]
