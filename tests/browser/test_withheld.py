"""Where a copy withholds what could lead to a child: what a reader who follows a link sees, hears and can do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from tests.browser.looking import Visit, VisitTo
from tests.browser.visiting import FOCUSED, SHOWS_FOCUS
from tests.support.withholding import ADDRESSES, ID, SETTINGS, THERE, a_withholding_copy

from tenfold.adapters.building import build_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("withholding")
    a_withholding_copy(folder, SETTINGS.partition("\n")[2])  # without an address: a missing page asks for the root
    build_site(folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture
def visit(visit_to: VisitTo, site: Path, serve: Callable[[Path], str]) -> Visit:
    return visit_to(serve(site))


@pytest.mark.parametrize("path", [each for each in ADDRESSES if "old" not in each])
def test_each_page_is_sound_in_both_schemes_at_both_widths(path: str, visit: Visit) -> None:
    visit.look_everywhere(path)
    assert visit.wrong == []


def test_the_keyboard_comes_to_each_way_on_and_to_whom_to_tell(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}/case_studies/{ID}/")
    page.locator("#main").focus()
    seen = []
    for _ in range(6):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        assert page.evaluate(SHOWS_FOCUS)
    ways = ["A Home", "A All case studies", "A 020 7946 0000", "A inclusion@exampleton.example"]
    assert seen == ["A Home", "A Case studies", *ways]
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/case_studies/")


def test_a_page_is_read_out_in_a_good_order(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/case_studies/{ID}/")
    headings = visit.page.locator("main").get_by_role("heading").all_inner_texts()
    assert headings == ["This page is not available here", "Are you worried about this page?"]


def test_a_missing_file_beside_it_does_not_lead_to_that_of_the_original(visit: Visit, site: Path) -> None:
    def answer(route: Route) -> None:
        body = (site / "404.html").read_text(encoding="utf-8")
        route.fulfill(status=404, content_type="text/html; charset=utf-8", body=body)

    visit.page.route(f"**/{ID}.yml", answer)
    visit.page.goto(f"{visit.address}/case_studies/{ID}.yml")
    expect(visit.page.get_by_role("link", name="The original")).to_have_attribute("href", THERE)
    assert visit.page.locator(f"a[href*='{ID}']").count() == 0


def test_a_link_to_a_resource_finds_the_list_without_a_word_of_it(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/resources/#{ID}-team")
    expect(visit.page.get_by_text("There is none in this copy.")).to_be_visible()
    assert ID not in visit.page.content().lower()
