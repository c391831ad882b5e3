"""Which pages exist."""

from collections import Counter

import pytest
from tests.support.builders import a_case_study, a_feature, a_library, a_page
from tests.support.sites import PAGES, WITHDRAWN, a_full_library, many_cases, some_pages

from tenfold.library import Library
from tenfold.model import Kind, Record
from tenfold.pages import Page, plan_pages
from tenfold.pages.planning import PER_PAGE


def by_address(library: Library) -> dict[str, Page]:
    return {page.address: page for page in plan_pages(library)}


def a_large_library() -> Library:
    return a_library(many_cases(PER_PAGE + 20) | some_pages(*PAGES))


LIBRARIES = [
    pytest.param(a_full_library(), id="full"),
    pytest.param(a_large_library(), id="large"),
    pytest.param(a_library(some_pages("index", "about/index")), id="no cases"),
    pytest.param(a_library(some_pages("index")), id="no page about it"),
]


@pytest.mark.parametrize("library", LIBRARIES)
def test_addresses_are_sorted_and_each_is_used_once(library: Library) -> None:
    addresses = [page.address for page in plan_pages(library)]
    assert addresses == sorted(addresses)
    assert [address for address, times in Counter(addresses).items() if times > 1] == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_addresses_are_folders_below_the_site(library: Library) -> None:
    odd = [page.address for page in plan_pages(library) if page.address and not page.address.endswith("/")]
    assert odd == []
    assert not [page.address for page in plan_pages(library) if page.address.startswith("/") or "//" in page.address]


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_page_has_a_title_and_a_description_that_fits(library: Library) -> None:
    bad = [page for page in plan_pages(library) if not page.title or not 1 <= len(page.description) <= 300]
    assert bad == []


def test_descriptions_fit_when_everything_is_as_long_as_may_be() -> None:
    plain: dict[str, object] = {"in_practice": [{"title": "x", "body": "y"}]}
    long = a_feature(title="T" * 200, short_title="S" * 40, summary="s" * 300, **plain)
    records: dict[str, Record] = {
        "belonging-first": long,
        "oak": a_case_study(title="t" * 200, summary="s" * 300, aliases=["acorn"]),
        "yew": a_case_study(setting__name="n" * 200, **WITHDRAWN),
    }
    library = a_library(many_cases(PER_PAGE + 20) | records)
    assert max(len(page.description) for page in plan_pages(library)) == 300


@pytest.mark.parametrize("library", LIBRARIES)
def test_breadcrumbs_lead_to_pages_of_the_plan(library: Library) -> None:
    planned = by_address(library)
    lost = {crumb.address for page in planned.values() for crumb in page.crumbs if crumb.address not in planned}
    assert lost == set()


@pytest.mark.parametrize("library", LIBRARIES)
def test_breadcrumbs_start_at_home_and_do_not_name_the_page_itself(library: Library) -> None:
    for page in plan_pages(library):
        if page.address:
            assert page.crumbs[0].address == ""
            assert page.address not in {crumb.address for crumb in page.crumbs}


def test_every_record_has_one_page_about_it() -> None:
    library = a_full_library()
    subjects = [page.subject for page in plan_pages(library) if page.subject]
    wanted = [(Kind.CASE, id) for id in library.cases]
    wanted += [(Kind.FEATURE, id) for id in library.features]
    wanted += [(Kind.PAGE, id) for id in library.pages]
    wanted += [(Kind.FRAMEWORK, "fair-start"), (Kind.EXERCISE, "the-gate"), (Kind.ANNOTATION, "oak-noted")]
    wanted += [(Kind.FRAMEWORK, "fair-start/know-everyone"), (Kind.FRAMEWORK, "fair-start/welcome-all")]
    assert sorted(subjects) == sorted(wanted)


def test_items_of_frameworks_stand_below_them() -> None:
    page = by_address(a_full_library())["frameworks/fair-start/welcome-all/"]
    assert (page.fragment, page.data["number"], page.edit) == ("framework_item", 2, "frameworks/fair-start.yml")
    assert page.crumbs[-1].address == "frameworks/fair-start/"


def test_a_former_id_leads_on_and_is_not_indexed() -> None:
    page = by_address(a_full_library())["case_studies/acorn/"]
    assert (page.fragment, page.redirect, page.indexed) == ("moved", "case_studies/oak/", False)
    assert page.data["to"] == "case_studies/oak/"


def test_a_former_id_of_a_withdrawn_case_study_still_leads_to_it() -> None:
    """A published address never dies."""
    gone = a_case_study(aliases=["old-yew"], **WITHDRAWN)
    assert by_address(a_library(yew=gone))["case_studies/old-yew/"].redirect == "case_studies/yew/"


def test_a_withdrawn_case_study_keeps_its_address_and_is_not_indexed() -> None:
    page = by_address(a_full_library())["case_studies/yew/"]
    assert (page.fragment, page.indexed, page.edit) == ("withdrawn", False, "")


def test_only_former_and_withdrawn_pages_and_those_without_content_are_not_indexed() -> None:
    hidden = [page.address for page in plan_pages(a_full_library()) if not page.indexed]
    assert hidden == [
        "case_studies/acorn/",
        "case_studies/acorn/starting-theory/",
        "case_studies/yew/",
        "compare/",
        "my-setting/",
    ]


def test_the_way_to_a_starting_theory_does_not_call_it_a_worked_example() -> None:
    pages = by_address(a_library(a_full_library().cases | some_pages("index", "toolkit/theory-of-change")))
    page = pages["case_studies/oak/starting-theory/"]
    assert [crumb.title for crumb in page.crumbs[:-1]] == ["Home", "Theory of change", "To start from"]


def test_drafts_have_no_page_and_neither_have_their_former_ids() -> None:
    planned = by_address(a_library(ash=a_case_study(status="draft", aliases=["old-ash"])))
    assert not {"case_studies/ash/", "case_studies/old-ash/"} & set(planned)


def test_a_library_without_case_studies_has_all_other_pages() -> None:
    full = set(by_address(a_full_library()))
    none = set(by_address(a_library({id: a_page() for id in PAGES})))
    assert {address for address in none if address.count("/") < 2} == {
        address for address in full if address.count("/") < 2
    }
    assert not [address for address in none if address.startswith("browse/") and address.count("/") > 2]


def test_features_know_their_neighbours_in_number() -> None:
    planned = by_address(a_full_library())
    around = [(page.data["before"], page.data["after"]) for page in planned.values() if page.fragment == "feature"]
    assert around == [(None, "staff-together"), ("belonging-first", None)]


def test_a_large_library_has_every_case_study_once_on_its_list() -> None:
    lists = [page for page in plan_pages(a_large_library()) if page.fragment == "listing"]
    whole = [page for page in lists if page.address.startswith("case_studies/")]
    listed = [id for page in whole for id in (*page.data["cards"], *page.data["lines"])]
    assert listed == sorted(many_cases(PER_PAGE + 20))
    assert len(whole) == 2


def test_pages_of_a_folder_stand_by_their_index_then_their_order_then_their_id() -> None:
    orders = {"index": None, "bbb": "10", "aaa": None, "ccc": "2", "ddd": None}
    records: dict[str, Record] = {f"toolkit/{id}": a_page(order=order) for id, order in orders.items()}
    page = by_address(a_library({**records, "about/index": a_page()}))["toolkit/ccc/"]
    assert [id.removeprefix("toolkit/") for id in page.data["beside"]] == ["index", "ccc", "bbb", "aaa", "ddd"]
