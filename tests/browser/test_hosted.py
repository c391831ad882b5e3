"""The real site on real hosting: nginx with the generated headers, below a path and at the root, and a host that can
set none, with the policy in the pages. A browser enforces the policy; whatever it blocks is an error in its console."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.visiting import PATIENCE, Tab
from tests.support.hosted import LISTENS, every_address, faults_of
from tests.support.nginx import Served, hosting, public_folder

from tenfold.hosting import policy, prepare, with_meta_policy
from tenfold.hosting.headers import protection

KINDS = [
    *("", "case_studies/", "case_studies/carr-manor/", "features/relational-practice/", "browse/phase/primary/"),
    *("frameworks/promising-inclusion/expert-teaching/", "theories_of_change/astrea-language-and-reading/"),
    *("compare/?cases=carr-manor,dunraven", "my-setting/", "matrix/need/", "glossary/", "sources/"),
    *("toolkit/theory-of-change/", "exercises/iceberg/", "contribute/", "contribute/fields/case-study/"),
    *("about/privacy/", "find/?need=semh"),
]


@dataclass(frozen=True)
class Standing:
    """A copy of the site on some host: its address with its path, its folder, and the server where it is nginx."""

    address: str
    path: str
    site: Path
    served: Served | None


Stand = Callable[[str], Standing]


@pytest.fixture(scope="module")
def stand(real_site: Path, serve: Callable[[Path], str]) -> Iterator[Stand]:
    """Put the site onto a host: `nginx` or `pages`, with the path behind it."""
    standing: dict[str, Standing] = {}
    with ExitStack() as until_the_end:

        def put(where: str) -> Standing:
            if where not in standing:
                host, _, path = where.partition(" ")
                folder = until_the_end.enter_context(public_folder())
                site = shutil.copytree(real_site, folder / path.strip("/") if host == "pages" else folder / "site")
                if host == "pages":
                    with_meta_policy(site)
                    standing[where] = Standing(f"{serve(folder)}{path.rstrip('/')}", path, site, None)
                else:
                    prepared = prepare("nginx", site, path, folder=str(site))
                    for name, data in prepared.inside.items():
                        (site / name).write_bytes(data)
                    served = until_the_end.enter_context(hosting(prepared.beside, folder))
                    standing[where] = Standing(f"{served.origin}{path.rstrip('/')}", path, site, served)
            return standing[where]

        yield put


@pytest.fixture(params=["nginx /inclusion/", "nginx /", "pages /inclusion/"])
def host(request: pytest.FixtureRequest, stand: Stand) -> Standing:
    return stand(str(request.param))


@pytest.fixture(params=["nginx /inclusion/", "nginx /"])
def nginx(request: pytest.FixtureRequest, stand: Stand) -> Standing:
    return stand(str(request.param))


@pytest.fixture
def tab(browser: Browser, host: Standing) -> Iterator[Tab]:
    """A tab on the site that takes everything that its policy blocks for wrong, and every cookie."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(PATIENCE * 1000)
    context.add_init_script(LISTENS)
    opened = Tab(context.new_page(), host.address)
    yield opened
    assert context.cookies() == []
    context.close()


def test_each_kind_of_page_keeps_to_the_policy(tab: Tab) -> None:
    for path in KINDS:
        answer = tab.page.goto(f"{tab.address}/{path}")
        assert answer is not None
        assert answer.status == 200
        assert tab.page.evaluate("document.documentElement.className") == "js"
        assert tab.page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
        tab.page.wait_for_timeout(100)  # that nothing more goes wrong can only be waited for
        assert tab.wrong == [], path


def test_what_the_policy_forbids_is_blocked_and_seen(tab: Tab) -> None:
    """Without this, the test above would be green where there is no policy at all."""
    tab.go("glossary/")
    tab.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    tab.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    tab.page.evaluate("fetch('https://elsewhere.example/').catch(() => 0)")
    wanted = {"script-src-attr", "script-src-elem", "connect-src"}
    tab.wait_until(lambda: blocked(tab) == wanted)
    assert blocked(tab) == wanted
    assert tab.page.evaluate("'ran' in window") is False


def blocked(tab: Tab) -> set[str]:
    """What the browser said that the policy kept from happening, as it calls the parts of a policy."""
    return {said.rpartition(" ")[2] for said in tab.wrong if "the policy blocks" in said}


def test_words_are_found_in_the_header_and_in_the_finder(tab: Tab) -> None:
    tab.go("features/")
    with tab.page.expect_response("**/wasm.en.pagefind") as fetched:
        tab.page.locator("#seek-words").press_sequentially("restorative")
    assert fetched.value.status == 200
    links = tab.page.locator(".found a")
    expect(links.first).to_be_visible()
    with tab.page.expect_navigation(wait_until="networkidle"):
        links.first.click()
    assert tab.page.url.startswith(f"{tab.address}/")
    tab.find("?q=coaching")
    expect(tab.page.locator(".results article.case").first).to_be_visible()
    assert tab.page.locator(".results mark").count() > 0
    tab.choose(("phase", "secondary"))
    tab.drawn().sound()


def test_the_colours_can_be_chosen_and_stay(tab: Tab) -> None:
    colour = (
        "getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor"
    )
    tab.page.emulate_media(color_scheme="light")
    tab.go("about/")
    light = tab.page.evaluate(colour)
    for _ in range(2):
        tab.page.locator("[data-scheme-switch]").click()
    dark = tab.page.evaluate(colour)
    assert dark != light
    tab.go("case_studies/carr-manor/")
    assert tab.page.evaluate(colour) == dark
    tab.sound()


def test_documents_are_taken_away_whole(tab: Tab, host: Standing) -> None:
    tab.go("theories_of_change/astrea-language-and-reading/")
    for ending in ("docx", "pptx", "xlsx"):
        with tab.page.expect_download() as taken:
            tab.page.locator(f'a[href$=".{ending}"]').first.click()
        name = taken.value.suggested_filename
        assert Path(taken.value.path()).read_bytes() == (host.site / "downloads" / name).read_bytes()
    tab.sound()


def test_a_drawing_opened_by_itself_keeps_to_the_policy(tab: Tab) -> None:
    tab.go("downloads/exercise-iceberg.svg")
    assert tab.page.evaluate("document.documentElement.tagName") == "svg"
    # A drawing names no icon, so the browser looks for one at the root of the host; that is not ours to answer.
    assert [said for said in tab.wrong if "policy" in said.lower()] == []


@pytest.mark.parametrize("host", ["nginx /inclusion/", "nginx /"], indirect=True)
def test_a_missing_page_leads_back_from_any_depth(tab: Tab) -> None:
    for missing in ("nothing/", "case_studies/a/b/c/d", "case_studies/carr-manor/nothing.html"):
        answer = tab.page.goto(f"{tab.address}/{missing}")
        assert answer is not None
        assert answer.status == 404
        assert tab.page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
        tab.page.locator("#seek-words").press_sequentially("attendance")
        expect(tab.page.locator(".found a").first).to_be_visible()
        tab.page.get_by_role("link", name="All case studies").click()
        expect(tab.page).to_have_url(f"{tab.address}/case_studies/")
    of_itself = "the console says: Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert tab.wrong.count(of_itself) == 3  # the browser's own word for each of the three pages
    assert set(tab.wrong) == {of_itself}


def test_every_address_that_a_page_names_answers_with_every_header(nginx: Standing) -> None:
    assert nginx.served is not None
    seen = every_address(nginx.served, nginx.path)
    assert faults_of(seen, protection(policy(nginx.site))) == []
    pages = {
        f"{nginx.path}{file.parent.relative_to(nginx.site).as_posix()}/" for file in nginx.site.rglob("index.html")
    }
    reached = {address.partition("?")[0] for address in seen}
    assert len(pages & reached) > 0.9 * len(pages)
