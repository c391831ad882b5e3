"""Every page of the real site, in a real browser: accessible, at home, and no wider than a phone."""

from pathlib import Path

import pytest
from tests.browser.looking import NARROW, WIDE, Visit, VisitTo

SHARES = 8
"""Into how many tests the pages are dealt, so that they run beside each other."""


def addresses(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


@pytest.fixture
def visit(visit_to: VisitTo, address: str) -> Visit:
    return visit_to(address)


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
        visit.look(path, ("light", WIDE), ("dark", NARROW))
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
    visit.look(path, ("light", NARROW), ("dark", WIDE))
    assert visit.wrong == []


def test_each_kind_of_page_fits_between_a_phone_and_a_desk(visit: Visit) -> None:
    for path in [*KINDS, "find/", "compare/?cases=carr-manor,hackney", "my-setting/", "resources/"]:
        visit.turn(path)
    assert visit.wrong == []
