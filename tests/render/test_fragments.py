"""The fragments of the theme, and the environment that renders them."""

from pathlib import Path

import pytest
from tests.support.copies import a_copy
from tests.support.sites import a_full_library, a_renderer, many_cases, page_at, some_pages

from tenfold.adapters.files import icon_folder
from tenfold.library import Arrangement, Library
from tenfold.model import Kind
from tenfold.pages import Page, plan_pages
from tenfold.pages.planning import CARDS
from tenfold.pages.statements import STATEMENTS
from tenfold.render import BrokenFragment, Renderer
from tenfold_theme import FRAGMENTS

LIBRARY = a_full_library()


def rendered(fragment: str, folder: Path, **data: object) -> str:
    """The HTML of a made-up fragment, in a folder before those of the theme."""
    (folder / "odd.html.jinja").write_text(fragment, encoding="utf-8")
    renderer = Renderer(LIBRARY, fragments=[folder, FRAGMENTS], icons=icon_folder())
    return str(renderer.render(Page("odd/", "odd", "Odd", "An odd page.", data)).html)


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param("{{ nonsense }}", id="a name"),
        pytest.param("{{ page.nonsense }}", id="a field"),
        pytest.param("{% if nonsense %}x{% endif %}", id="a question"),
        pytest.param("{% for x in nonsense %}{% endfor %}", id="a list"),
        pytest.param("{{ thing.nonsense.more }}", id="a key"),
    ],
)
def test_an_unknown_name_in_a_fragment_is_an_error(fragment: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenFragment, match="nonsense"):
        rendered(fragment, tmp_path, thing={})


def test_a_page_of_an_unknown_fragment_is_an_error() -> None:
    with pytest.raises(BrokenFragment, match="nowhere"):
        a_renderer(LIBRARY).render(Page("odd/", "nowhere", "Odd", "An odd page."))


def test_what_a_fragment_shows_is_escaped(tmp_path: Path) -> None:
    assert rendered("{{ text }}", tmp_path, text='<b>"&') == "&lt;b&gt;&#34;&amp;"


def test_the_first_folder_that_has_a_fragment_wins(tmp_path: Path) -> None:
    (tmp_path / "moved.html.jinja").write_text("ours", encoding="utf-8")
    renderer = Renderer(LIBRARY, fragments=[tmp_path, FRAGMENTS], icons=icon_folder())
    assert renderer.render(page_at("case_studies/acorn/", LIBRARY)).html == "ours"
    assert "Glossary" in renderer.render(page_at("glossary/", LIBRARY)).html


def test_every_fragment_is_used_by_some_page(tmp_path: Path) -> None:
    copy = a_copy(tmp_path, "contact: {name: Inclusion Team, phone: 020 7946 0000}\n")
    full = a_full_library(many_cases(CARDS + 1) | some_pages(*STATEMENTS))
    arrangement = Arrangement(hide=frozenset([(Kind.CASE, "elm")]), withhold=frozenset([(Kind.CASE, "case-001")]))
    renderer = a_renderer(Library(full.entries.values(), arrangement=arrangement), copy=copy)
    for page in plan_pages(renderer.library, copy=copy):
        renderer.render(page)
        renderer.frame(page, "./")
    renderer.compared("oak")
    assert renderer.environment.cache is not None
    used = {name for _, name in renderer.environment.cache.keys()}  # noqa: SIM118
    assert used == {file.name for file in FRAGMENTS.glob("*.jinja")}


def test_a_contact_of_a_copy_can_be_called_at_an_extension_and_says_when(tmp_path: Path) -> None:
    contact = "contact: {name: Inclusion Team, phone: 020 7946 0000 ext 12, hours: 9am to 4pm}\n"
    footer = a_renderer(LIBRARY, copy=a_copy(tmp_path, contact)).frame(None, "./").footer
    called = '<a href="tel:02079460000;ext=12">020 7946 0000 ext 12</a>'
    assert f"Questions: Inclusion Team, {called} (9am to 4pm)." in footer


def test_icons_are_drawn_once_on_a_page_and_used_by_name(tmp_path: Path) -> None:
    html = rendered("{{ view.icon('heart') }}{{ view.icon('school') }}{{ view.icon('heart') }}", tmp_path)
    assert html.count('<use href="#i_heart"/>') == 2
    assert html.count('<symbol id="i_heart"') == html.count('<symbol id="i_school"') == 1


def test_a_page_without_icons_draws_none(tmp_path: Path) -> None:
    assert rendered("plain", tmp_path) == "plain"


def test_an_unknown_icon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        rendered("{{ view.icon('no-such-icon') }}", tmp_path)


def test_a_card_brings_its_icons_to_every_page_that_shows_it() -> None:
    renderer = a_renderer(LIBRARY)
    first, second = (str(renderer.render(page_at("case_studies/", LIBRARY)).html) for _ in range(2))
    assert first == second
    assert '<symbol id="i_account-group"' in second


def test_a_part_that_is_made_once_leads_from_every_page_it_stands_on() -> None:
    renderer = a_renderer(LIBRARY)
    html = {address: str(renderer.render(page_at(address, LIBRARY)).html) for address in ("", "browse/phase/primary/")}
    assert 'href="./case_studies/oak/"' in html[""]
    assert 'href="../../../case_studies/oak/"' in html["browse/phase/primary/"]


def test_pages_are_the_same_whichever_is_rendered_first() -> None:
    pages = plan_pages(LIBRARY)
    one, other = a_renderer(LIBRARY), a_renderer(LIBRARY)
    forwards = {page.address: one.render(page).html for page in pages}
    backwards = {page.address: other.render(page).html for page in reversed(pages)}
    assert forwards == backwards


def test_the_date_of_the_content_is_the_last_review_of_what_is_published() -> None:
    assert a_renderer(LIBRARY).dated == "2026-01-10"
