"""What is wrong with a built site, before anybody sees it."""

from pathlib import Path

import pytest
from tests.support.sites import write_site

from tenfold.publishing import Fault, verify

HOME = '<h1 id="top">Home</h1>'
DEEP = '<h2 id="part">Deep</h2>'
FILES = ("assets/site.css", "case_studies/oak.yml", "assets/a b.svg")


def faults(html: str, folder: Path, *, at: str = "", pages: tuple[str, ...] = ()) -> list[str]:
    """What is said of a site of two pages, one of which holds this HTML."""
    site = write_site({"": HOME, "deep/page/": DEEP} | {at: html}, folder, files=FILES)
    return [str(fault) for fault in verify(site, pages=pages)]


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    assert faults(HOME, tmp_path, pages=("", "deep/page/")) == []


def test_a_page_that_was_not_built(tmp_path: Path) -> None:
    assert faults(HOME, tmp_path, pages=("", "features/", "deep/page/")) == ["features/: this page was not built."]


def test_a_site_without_a_home_page(tmp_path: Path) -> None:
    assert [str(fault) for fault in verify(tmp_path, pages=[""])] == ["the site: this page was not built."]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("deep/page/", id="folder"),
        pytest.param("./deep/page/", id="folder, from here"),
        pytest.param("deep/page/index.html", id="file"),
        pytest.param("deep/page/#part", id="part of another page"),
        pytest.param("#top", id="part of this page"),
        pytest.param("#", id="the top of this page"),
        pytest.param("", id="this page"),
        pytest.param(".", id="this folder"),
        pytest.param("./", id="this folder, with a slash"),
        pytest.param("deep/..", id="and back"),
        pytest.param("?q=autism", id="a query alone"),
        pytest.param("deep/page/?q=a&amp;page=2", id="a query with an entity"),
        pytest.param("deep/page/?q=a&page=2#part", id="a query with a bare ampersand, and a part"),
        pytest.param("assets/site.css?v=1", id="an asset with a query"),
        pytest.param("assets/a%20b.svg", id="an escaped name"),
        pytest.param("case_studies/oak.yml", id="a record"),
        pytest.param("https://example.org/nowhere", id="the web"),
        pytest.param("HTTPS://example.org/nowhere", id="the web, in capitals"),
        pytest.param("//example.org/nowhere", id="the web, with the scheme of the page"),
        pytest.param("mailto:office@example.org", id="a mailbox"),
        pytest.param("data:image/svg+xml,x", id="data"),
    ],
)
def test_a_link_that_leads_somewhere(link: str, tmp_path: Path) -> None:
    assert faults(f'{HOME}<a class="x" href="{link}">x</a>', tmp_path) == []


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("nowhere/", id="folder"),
        pytest.param("deep/page", id="a folder without its slash: a redirect on most servers, nothing on others"),
        pytest.param("deep/", id="a folder without a page"),
        pytest.param("../", id="out of the site"),
        pytest.param("/deep/page/", id="from the root, where the site may not be"),
        pytest.param("assets/none.css", id="file"),
        pytest.param("nowhere/#part", id="a part of no page"),
        pytest.param("nowhere/?q=1", id="a query of no page"),
        pytest.param("Deep/page/", id="in other letters"),
    ],
)
def test_a_link_that_leads_nowhere(link: str, tmp_path: Path) -> None:
    assert faults(f'{HOME}<a href="{link}">x</a>', tmp_path) == [f'index.html: the link "{link}" leads nowhere.']


@pytest.mark.parametrize("link", ["#none", "deep/page/#none", "deep/page/?q=1#none", "deep/page/#PART"])
def test_a_link_to_a_part_that_is_not_there(link: str, tmp_path: Path) -> None:
    said = f'index.html: the link "{link}" leads to a part of the page that is not there.'
    assert faults(f'{HOME}<a href="{link}">x</a>', tmp_path) == [said]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<img alt="" src="none.png">', id="picture"),
        pytest.param('<script src="none.png"></script>', id="script"),
        pytest.param('<link rel="stylesheet" href="none.png">', id="style"),
        pytest.param('<svg><use href="none.png"/></svg>', id="icon"),
        pytest.param('<a\n  class="x"\n  href="none.png">x</a>', id="over several lines"),
        pytest.param('<p>5 < 6</p><a href="none.png">x</a>', id="behind a loose sign"),
    ],
)
def test_a_dead_asset_is_found_in_every_element(html: str, tmp_path: Path) -> None:
    assert faults(HOME + html, tmp_path) == ['index.html: the link "none.png" leads nowhere.']


def test_a_link_is_seen_from_its_own_page(tmp_path: Path) -> None:
    html = '<a href="../../">home</a><a href="../../assets/site.css">x</a><a href="../page/">x</a><a href="page/">x</a>'
    assert faults(html, tmp_path, at="deep/page/") == ['deep/page/index.html: the link "page/" leads nowhere.']


def test_a_redirect_that_leads_nowhere_is_found_by_its_address(tmp_path: Path) -> None:
    html = '<meta http-equiv="refresh" content="0; url=../../none/">'
    assert faults(html, tmp_path, at="old/page/") == ['old/page/index.html: the link "../../none/" leads nowhere.']


def test_a_redirect_that_leads_on(tmp_path: Path) -> None:
    html = '<meta http-equiv="refresh" content="0; url=../../deep/page/">'
    assert faults(html, tmp_path, at="old/page/") == []


@pytest.mark.parametrize(
    "link, said",
    [
        pytest.param("/case_studies/", [], id="from the root: it is shown at any address"),
        pytest.param("nowhere/", ['404.html: the link "nowhere/" leads nowhere.'], id="relative"),
    ],
)
def test_the_page_for_missing_pages(link: str, said: list[str], tmp_path: Path) -> None:
    write_site({"": HOME}, tmp_path)
    (tmp_path / "404.html").write_text(f'<a href="{link}">x</a>', encoding="utf-8")
    assert [str(fault) for fault in verify(tmp_path, pages=[])] == said


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<p>Write &lt;a href="none/"&gt;</p>', id="text about links"),
        pytest.param('<p data-href="none/">x</p>', id="data"),
        pytest.param('<h2 id="q&amp;a">x</h2><a href="#q&amp;a">x</a>', id="an entity in the name of a part"),
        pytest.param('<h2 id="caf\u00e9">x</h2><a href="#caf%C3%A9">x</a>', id="an escape in the name of a part"),
    ],
)
def test_what_is_no_dead_link(html: str, tmp_path: Path) -> None:
    assert faults(HOME + html, tmp_path) == []


def test_an_id_in_text_is_no_part_of_a_page(tmp_path: Path) -> None:
    html = f'{HOME}<p>&lt;b id="ghost"&gt;</p><p data-id="ghost">x</p><a href="#ghost">x</a>'
    assert len(faults(html, tmp_path)) == 1


def test_each_dead_link_of_a_page_is_named_once_and_pages_in_order(tmp_path: Path) -> None:
    dead = '<a href="none/">x</a><a href="none/">y</a>'
    site = write_site({"": HOME + dead, "b/": dead, "a/": dead}, tmp_path)
    assert [fault.page for fault in verify(site, pages=[])] == ["a/index.html", "b/index.html", "index.html"]


def test_missing_pages_come_before_dead_links(tmp_path: Path) -> None:
    site = write_site({"": f'{HOME}<a href="none/">x</a>'}, tmp_path)
    assert verify(site, pages=["none/"]) == [
        Fault("none/", "this page was not built."),
        Fault("index.html", 'the link "none/" leads nowhere.'),
    ]
