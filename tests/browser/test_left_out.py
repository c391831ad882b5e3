"""Where an address leads nowhere in a copy, or to something that it leaves out: what a reader sees and can do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, ViewportSize, expect
from tests.browser.looking import NARROW, WIDE, Visit, VisitTo
from tests.browser.visiting import FOCUSED, SHOWS_FOCUS
from tests.support.hiding import LISTS, NAMES, SETTINGS, THERE, a_hiding_copy, whole_config

from tenfold.adapters.building import build_site

MISSING = "case_studies/carr-manor%20school/index.html"
AT_ROOT = SETTINGS.partition("\n")[2]
"""Settings without an address: the page for missing addresses has to know where the site is served."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hiding")
    a_hiding_copy(folder, AT_ROOT, {"mkdocs.yml": whole_config()})
    build_site(folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture
def visit(visit_to: VisitTo, site: Path, serve: Callable[[Path], str]) -> Visit:
    return visit_to(serve(site))


@pytest.fixture
def lost(visit: Visit, site: Path) -> Visit:
    """A tab in which every address that is missing answers as a web server would."""

    def answer(route: Route) -> None:
        body = (site / "404.html").read_text(encoding="utf-8")
        route.fulfill(status=200, content_type="text/html; charset=utf-8", body=body)

    visit.page.route("**/carr-manor*/**", answer)
    return visit


@pytest.mark.parametrize("path", [*NAMES, *sorted(LISTS), "resources/#inclusion-team", "frameworks/", "exercises/"])
def test_each_page_is_sound_in_both_schemes_at_both_widths(path: str, visit: Visit) -> None:
    visit.look_everywhere(path)
    assert visit.wrong == []


def test_the_keyboard_comes_to_both_ways_on(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}/frameworks/fair-start/")
    page.locator("#main").focus()
    seen = []
    for _ in range(5):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        assert page.evaluate(SHOWS_FOCUS)
    assert seen[:4] == ["A Home", "A Frameworks", "A Read it in the original", "A All frameworks"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/frameworks/")


@pytest.mark.parametrize("anchor", ["inclusion-team", "exclusion-team"])
def test_a_hidden_resource_is_spoken_of_only_to_whoever_comes_for_it(anchor: str, visit: Visit) -> None:
    notice = visit.page.get_by_role("region", name="This resource is not in this copy")
    visit.page.goto(f"{visit.address}/resources/")
    expect(notice).to_have_count(0)
    visit.page.goto(f"{visit.address}/resources/#{anchor}")
    expect(notice).to_be_visible()
    expect(notice).to_be_in_viewport()
    link = notice.get_by_role("link", name="Read it in the original")
    expect(link).to_have_attribute("href", f"{THERE}resources/#inclusion-team")


def test_a_missing_page_says_what_was_asked_for_and_leads_on(lost: Visit) -> None:
    page = lost.page
    page.goto(f"{lost.address}/{MISSING}")
    expect(page.locator(".tried")).to_have_text("You asked for /case_studies/carr-manor school/index.html")
    expect(page.get_by_label("Search for it")).to_have_value("carr manor school")
    original = page.get_by_role("link", name="Look for the same page in the original")
    expect(original).to_have_attribute("href", f"{THERE}{MISSING}")
    page.get_by_label("Search for it").press("Enter")
    page.wait_for_url("**/find/?q=carr+manor+school")


@pytest.mark.parametrize("width", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_missing_page_is_sound(width: ViewportSize, lost: Visit) -> None:
    lost.look(MISSING, ("light", width), ("dark", width))
    assert lost.wrong == []


def test_an_address_is_text_whatever_it_says(lost: Visit) -> None:
    lost.page.goto(f"{lost.address}/carr-manor/%3Cimg%20src=x%20onerror=alert(1)%3E/%E0%A4%A/{'long-' * 90}")
    expect(lost.page.locator(".tried img")).to_have_count(0)
    said = lost.page.locator(".tried code").inner_text()
    assert "<img" in said or "%3Cimg" in said
    assert len(said) <= 201
    assert lost.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert lost.wrong == []


def test_it_leads_on_without_a_script(browser: Browser, site: Path, serve: Callable[[Path], str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(site)}/404.html")
    expect(page.locator(".tried")).to_be_hidden()
    expect(page.get_by_role("link", name="Look for the same page in the original")).to_have_attribute("href", THERE)
    page.get_by_role("link", name="All case studies").click()
    page.wait_for_url("**/case_studies/")
    context.close()
