"""Every page of the real site, in a real browser: accessible, at home, and no wider than a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.support.builders import PROJECT

AXE = PROJECT / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCAN = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
  .then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"""
SHARES = 8
"""Into how many tests the pages are dealt, so that they run beside each other."""
NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


def addresses(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator["Visit"]:
    context = browser.new_context()
    yield Visit(context.new_page(), address)
    context.close()


class Visit:
    """A tab on the site, which remembers what went wrong in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", lambda request: self.home(request.url))
        page.on("console", lambda message: self.heard(message.type, message.text))

    def home(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"a request to another origin: {url}")

    def heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(f"the console says: {text}")

    def look(self, path: str, scheme: Any, size: Any) -> None:
        """Open a page in a colour scheme and size, and note what is wrong with it."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size(size)
        self.page.goto(f"{self.address}/{path}")
        self.page.add_script_tag(path=AXE)
        seen = f"/{path} {scheme} {size['width']}"
        self.wrong += [f"{seen}: {violation}" for violation in self.page.evaluate(SCAN, RULES)]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.wrong.append(f"{seen}: scrolls sideways")


def leads_on(file: Path) -> bool:
    """Whether a page only leads to where its content is now: a browser is there before anybody can look at it."""
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    return 'http-equiv="refresh"' in html


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_has_an_axe_violation_a_foreign_request_or_sideways_scrolling(
    share: int, real_site: Path, visit: Visit
) -> None:
    pages = [path for path in addresses(real_site)[share::SHARES] if not leads_on(real_site / path)]
    for path in pages:
        visit.look(path, "light", WIDE)
        visit.look(path, "dark", NARROW)
    assert len(pages) >= 5
    assert visit.wrong == []


KINDS = [
    *("", "case_studies/", "case_studies/carr-manor/", "features/", "features/relational-practice/", "browse/"),
    *("browse/phase/", "browse/phase/primary/", "frameworks/", "frameworks/promising-inclusion/", "glossary/"),
    *("frameworks/promising-inclusion/expert-teaching/", "sources/", "toolkit/theory-of-change/", "about/", "404.html"),
    *("matrix/", "matrix/need/", "contribute/", "contribute/consent/", "contribute/licences/"),
    *("contribute/examples/carr-manor/", "contribute/fields/", "contribute/fields/case-study/"),
]


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
def test_each_kind_of_page_is_sound_in_both_schemes_at_both_widths(path: str, visit: Visit) -> None:
    visit.look(path, "light", NARROW)
    visit.look(path, "dark", WIDE)
    assert visit.wrong == []
