"""Lists of case studies: whole, by shelf, and over several pages."""

from typing import Any

import pytest
from tests.support.builders import a_case_study, a_library
from tests.support.sites import a_full_library, many_cases

from tenfold.library import FACETS, Library
from tenfold.pages import Page, Rack, Shelf, plan_pages
from tenfold.pages.planning import CARDS, PER_PAGE


def of_size(number: int) -> Library:
    return a_library(many_cases(number))


def pages_below(address: str, library: Library) -> list[Page]:
    """The pages of one list, in order."""
    pages = {page.address: page for page in plan_pages(library) if page.fragment == "listing"}
    addresses: list[str] = pages[address].data["addresses"]
    return [pages[each] for each in addresses]


def shown(page: Page) -> tuple[str, ...]:
    """The case studies on a page of a list."""
    found: tuple[str, ...] = page.data["cards"] + page.data["lines"]
    return found


@pytest.mark.parametrize("address", ["case_studies/", "browse/phase/primary/", "browse/feature/belonging-first/"])
@pytest.mark.parametrize(
    "number, sizes",
    [
        pytest.param(1, [1], id="one"),
        pytest.param(PER_PAGE, [PER_PAGE], id="one page full"),
        pytest.param(PER_PAGE + 1, [PER_PAGE, 1], id="one too many"),
        pytest.param(2 * PER_PAGE + 4, [PER_PAGE, PER_PAGE, 4], id="three pages"),
    ],
)
def test_a_long_list_goes_over_several_pages(address: str, number: int, sizes: list[int]) -> None:
    pages = pages_below(address, of_size(number))
    assert [len(shown(page)) for page in pages] == sizes
    assert [page.data["number"] for page in pages] == list(range(1, len(sizes) + 1))
    assert {page.data["total"] for page in pages} == {number}


def test_the_pages_of_a_list_have_addresses_titles_and_descriptions_of_their_own() -> None:
    first, second, third = pages_below("case_studies/", of_size(2 * PER_PAGE + 4))
    assert first.address == "case_studies/"
    assert second.address.startswith(first.address)
    assert third.address.startswith(first.address)
    assert len({page.address for page in (first, second, third)}) == 3
    assert (first.title, second.title) == ("Case studies", "Case studies, page 2")
    assert third.description == f"{first.description} Page 3."


def test_the_pages_of_a_list_show_each_case_study_once_in_the_librarys_order() -> None:
    library = of_size(2 * PER_PAGE + 4)
    assert [id for page in pages_below("case_studies/", library) for id in shown(page)] == list(library.cases)


def test_a_page_shows_its_first_case_studies_as_cards_and_the_rest_as_lines() -> None:
    first, second = pages_below("case_studies/", of_size(PER_PAGE + CARDS + 1))
    assert (len(first.data["cards"]), len(first.data["lines"])) == (CARDS, PER_PAGE - CARDS)
    assert (len(second.data["cards"]), len(second.data["lines"])) == (CARDS, 1)


def test_a_case_study_called_like_a_page_of_the_list_does_not_stand_in_its_place() -> None:
    library = a_library({**many_cases(PER_PAGE), "page-2": a_case_study()})
    addresses = [page.address for page in plan_pages(library)]
    assert len(addresses) == len(set(addresses))


def test_an_empty_list_is_one_page() -> None:
    (page,) = pages_below("case_studies/", of_size(0))
    assert (shown(page), page.data["total"], page.data["number"]) == ((), 0, 1)
    assert page.description.startswith("0 case studies")


def rack(id: str, library: Library) -> Rack:
    page = next(page for page in plan_pages(library) if page.address == f"browse/{id}/")
    found: Rack = page.data["rack"]
    return found


def test_there_is_a_rack_for_features_groups_and_each_facet() -> None:
    racks = [page.address for page in plan_pages(a_full_library()) if page.fragment == "rack"]
    assert sorted(racks) == sorted(f"browse/{id}/" for id in ("feature", "group", *(facet.id for facet in FACETS)))


def test_racks_are_offered_with_features_first() -> None:
    page = next(page for page in plan_pages(a_full_library()) if page.fragment == "browse")
    order = [rack.id for rack in page.data["racks"]]
    assert order == ["feature", "group", "phase", "kind", "region", "challenge", "need", "cost", "evidence"]


def filled(id: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(shelf.word, shelf.cases) for shelf in rack(id, a_full_library()).filled]


@pytest.mark.parametrize(
    "id, shelves",
    [
        pytest.param("feature", [("belonging-first", ("elm", "oak"))], id="feature"),
        pytest.param("group", [("all_pupils", ("elm", "oak"))], id="group"),
        pytest.param("phase", [("primary", ("elm", "oak"))], id="phase"),
        pytest.param("region", [("north_east", ("elm", "oak"))], id="region"),
        pytest.param("need", [], id="none"),
    ],
)
def test_shelves_hold_what_is_published(id: str, shelves: list[tuple[str, tuple[str, ...]]]) -> None:
    assert filled(id) == shelves


def test_a_case_study_with_two_features_of_one_group_stands_there_once() -> None:
    library = a_full_library({"oak": a_case_study(features=["belonging-first", "staff-together"])})
    shelves: list[Shelf] = [shelf for shelf in rack("group", library).shelves if "oak" in shelf.cases]
    assert [(shelf.word, shelf.cases) for shelf in shelves] == [("all_pupils", ("elm", "oak")), ("staff", ("oak",))]


def test_only_filled_shelves_have_a_page_of_their_own() -> None:
    addresses = {page.address for page in plan_pages(a_full_library()) if page.address.startswith("browse/phase/")}
    assert addresses == {"browse/phase/", "browse/phase/primary/"}


def test_a_shelfs_page_says_what_it_holds() -> None:
    (page,) = pages_below("browse/phase/primary/", a_full_library())
    assert page.title == "Phase: Primary, 2 case studies"
    assert page.description == "Phase: Primary. 2 case studies. Ages 4 to 11."
    assert page.data["heading"] == "Primary"


def test_a_shelf_without_a_meaning_says_whose_case_studies_it_holds() -> None:
    library = a_full_library()
    (page,) = pages_below("browse/region/north-east/", library)
    names = ", ".join(library.cases[id].setting.name for id in ("elm", "oak"))
    assert page.description == f"Region: North East. 2 case studies. {names}"


def chosen(**cases: object) -> tuple[str, ...]:
    """The case studies on the home page."""
    library = a_full_library(
        {id: a_case_study(**changes) for id, changes in cases.items() if isinstance(changes, dict)}
    )
    home = next(page for page in plan_pages(library) if not page.address)
    found: tuple[str, ...] = home.data["chosen"]
    return found


def test_the_home_page_shows_different_kinds_of_settings_the_best_evidenced_first() -> None:
    assert chosen(
        oak={"evidence__level": "2"},
        elm={"evidence__level": "1"},
        fir={"setting__phase": "special", "evidence__level": "1"},
        bay={"setting__kind": "trust", "evidence__level": "3"},
    ) == ("bay", "oak", "fir")


def test_the_home_page_prefers_case_studies_with_figures_and_fills_up_with_others() -> None:
    figureless: dict[str, Any] = {"in_numbers": [], "evidence__level": "5", "setting__phase": "special"}
    assert chosen(bay=figureless, oak={}, elm={}) == ("elm", "bay", "oak")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_home_page_shows_what_there_is(number: int) -> None:
    library = a_full_library()
    few = Library(entry for entry in library.entries.values() if entry.id not in ["elm", "oak"][number:])
    home = next(page for page in plan_pages(few) if not page.address)
    assert len(home.data["chosen"]) == number
