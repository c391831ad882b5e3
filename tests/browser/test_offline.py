"""The offline copy of the real content, unpacked from its zip and opened as files, as from a USB stick."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect
from tests.browser.visiting import PATIENCE, Known, NewTab, Tab, both_widths, counted, each_hand, press
from tests.support.builders import PROJECT

from tenfold.offline import About, copy_site, pack
from tenfold.offline.links import named_file
from tenfold.offline.words import tokens

ABOUT = About("Tenfold", date(2026, 11, 1))
EXPECTED = {
    "coaching circles": "carr-manor",
    "reading at home and teaching assistants": "astrea",
    "bullied": "st-marys-moss-side",
    "wellbeing survey": "beewell",
    "mental health counselling": "kingsford",
    "Dunraven": "dunraven",
    "Leeds schools working together": "leeds-learning-alliance",
    "alternative provision": "waltham-forest-and-sutton",
    "starting secondary school, transition": "barking-and-dagenham",
    "football mentors": "newcastle-united-foundation",
    "speech and language": "astrea",
    "attendance": "dunraven",
}
"""What people type, and the case study that answers it best."""
SHARES = 4


class FileTab(Tab):
    """A tab on a copy: its addresses name files."""

    def go(self, path: str) -> Tab:
        return super().go(named_file(f"./{path}").removeprefix("./"))


NewFileTab = Callable[..., FileTab]


@pytest.fixture(scope="session")
def unpacked(real_site: Path, shared: Path) -> Path:
    """The folder that somebody has who unpacked the zip, in one whose name needs care in an address."""
    folder = shared / "A stick, 100% #1"
    with FileLock(shared / "offline.lock"):
        if not folder.is_dir():
            zip_file = shared / "offline.zip"
            pack(copy_site(real_site, shared / "offline", ABOUT).folder, zip_file, ABOUT)
            with zipfile.ZipFile(zip_file) as packed:
                packed.extractall(folder)
    return folder / "tenfold"


@pytest.fixture
def file_tab(browser: Browser, unpacked: Path) -> Iterator[NewFileTab]:
    contexts = []

    def start(path: str | None = None, width: int = 1280, height: int = 900, **options: object) -> FileTab:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        tab = FileTab(context.new_page(), (unpacked / "site").as_uri())
        if path is not None:
            tab.go(path)
        return tab

    yield start
    for context in contexts:
        context.close()


def pages_of(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder / "site").as_posix() for file in (folder / "site").rglob("*.html"))


# --- every page ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_opens_without_a_word_in_the_console(share: int, unpacked: Path, file_tab: NewFileTab) -> None:
    tab = file_tab()
    pages = pages_of(unpacked)[share::SHARES]
    for page in pages:
        tab.go(page)
        expect(tab.page.locator("main h1").first).to_be_visible()
        tab.fits()
    assert len(pages) >= 10
    assert tab.wrong == []


def test_it_has_every_page_and_every_download_of_the_site(unpacked: Path, real_site: Path) -> None:
    left = {"404.html", "robots.txt", "pagefind", "find", "compare", "assets"}
    wanted = {path.relative_to(real_site) for path in real_site.rglob("*") if path.is_file()}
    missing = [path for path in wanted if path.parts[0] not in left and not (unpacked / "site" / path).is_file()]
    assert missing == []
    assert len(wanted) > 200


@pytest.mark.parametrize(
    "page", ["", "find/", "compare/?cases=carr-manor,dunraven", "case_studies/carr-manor/", "my-setting/", "about/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_in_both_schemes(page: str, scheme: str, file_tab: NewFileTab) -> None:
    tab = file_tab(page, width=320 if scheme == "dark" else 1280, color_scheme=scheme)
    tab.sound()
    tab.accessible()  # last: the scanner itself asks for the style sheet, which a browser hands to no script
    expect(tab.page.locator(".offline-copy")).to_contain_text("Offline copy with content of 1 November 2026.")


# --- the way in ----------------------------------------------------------------------------------------------------


def test_the_first_page_leads_in_when_the_copy_is_beside_it(unpacked: Path, file_tab: NewFileTab) -> None:
    tab = file_tab()
    tab.page.goto((unpacked / "START HERE.html").as_uri())
    expect(tab.page.get_by_role("heading", level=1)).to_contain_text("who kept every child", ignore_case=True)
    expect(tab.page).to_have_url(re.compile(r"/site/index\.html$"))


@both_widths
def test_the_first_page_says_what_to_do_when_it_is_alone(
    width: int, unpacked: Path, tmp_path: Path, file_tab: NewFileTab
) -> None:
    """As it is when somebody double-clicks it inside the zip on Windows."""
    alone = tmp_path / "START HERE.html"
    alone.write_bytes((unpacked / "START HERE.html").read_bytes())
    tab = file_tab(width=width)
    tab.page.goto(alone.as_uri())
    expect(tab.page.get_by_text("Extract All")).to_be_visible()
    tab.fits()
    tab.accessible()


# --- finding -------------------------------------------------------------------------------------------------------


@each_hand
def test_from_home_to_a_case_study_and_back(hand: str, file_tab: NewFileTab, table: Known) -> None:
    tab = file_tab("")
    press(tab.page.locator('nav a[href$="find/index.html"]').last, hand)
    tab.drawn()
    tab.page.locator("#find-words").press_sequentially("attendance", delay=20)
    expect(tab.page.locator(".case .why mark").first).to_be_visible()
    expect(tab.status).not_to_contain_text(counted(len(table.cases)))  # said once all of them are drawn
    within = tab.cards()
    tab.choose(("phase", "secondary"), hand=hand)
    tab.shows(table.shown({"phase": ["secondary"]}, within))
    expect(tab.page).to_have_url(re.compile("q=attendance"))
    cards = tab.cards()
    press(tab.page.locator(".results article.case h3 a").first, hand)
    expect(tab.page).to_have_url(re.compile(rf"case_studies/{cards[0]}/index\.html$"))
    expect(tab.page.locator("main h1")).to_be_visible()
    tab.page.go_back()
    tab.drawn()
    tab.shows(table.shown({"phase": ["secondary"]}, within))
    expect(tab.page.locator("#find-words")).to_have_value("attendance")
    assert tab.wrong == []


def found_first(tab: Tab, words: str) -> str:
    """The first case study that the finder shows for some words."""
    tab.find(f"?q={words.replace(' ', '+')}")
    expect(tab.status).to_contain_text("case stud")
    return next(iter(tab.cards()), "")


@pytest.mark.parametrize("words, id", EXPECTED.items())
def test_the_right_case_study_comes_first(words: str, id: str, file_tab: NewFileTab) -> None:
    tab = file_tab()
    assert found_first(tab, words) == id
    assert tab.wrong == []


def test_it_finds_what_the_site_finds(file_tab: NewFileTab, new_tab: NewTab) -> None:
    """The two indexes are made differently; the first result is nearly always the same."""
    offline, online = file_tab(), new_tab()
    same = [words for words in EXPECTED if found_first(offline, words) == found_first(online, words)]
    assert len(same) >= len(EXPECTED) - 2, set(EXPECTED) - set(same)


def test_a_word_that_nobody_writes_is_named(file_tab: NewFileTab) -> None:
    tab = file_tab().find("?q=attendance+zyzzyva")
    expect(tab.status).to_contain_text("Nobody here writes “zyzzyva”.")


def test_a_mistyped_word_and_one_that_nobody_writes_find_what_they_mean(file_tab: NewFileTab) -> None:
    tab = file_tab().find("?q=exlcusion")
    expect(tab.status).to_contain_text("read as “exclusion”")
    tab.find("?q=EBSA")
    expect(tab.status).to_contain_text("looked under “Attendance” instead")


def test_words_are_taken_apart_alike_in_python_and_in_the_browser(unpacked: Path, file_tab: NewFileTab) -> None:
    """Else a word would stand in the index under a name that nobody can ask for."""
    texts = ["Pupils' well-being: 3½", "cafe\u0301s & ÉCOLE", "ﬁve Straße İstanbul ΣΑΣ", "a_b #x №5 ²", "日本 क्षा ٣"]
    page = file_tab("").page
    source = (PROJECT / "theme/tenfold_theme/overrides/assets/find/hints.js").read_text(encoding="utf-8")
    script = source.replace("export ", "")
    told = page.evaluate(
        f"texts => {{ {script}; return texts.map(text => tokens(text).map(token => token.text)); }}", texts
    )
    assert told == [list(tokens(text)) for text in texts]


@each_hand
def test_the_header_searches_every_page(hand: str, file_tab: NewFileTab) -> None:
    tab = file_tab("features/relational-practice/")
    box = tab.page.locator("#seek-words")
    press(box, "mouse") if hand == "mouse" else tab.page.keyboard.press("/")
    box.press_sequentially("coaching", delay=20)
    first = tab.page.locator(".found li a").first
    expect(first.locator("mark").first).to_be_visible()
    expect(tab.page.locator(".found-status")).to_contain_text("pages.")
    if hand == "keyboard":
        tab.page.keyboard.press("ArrowDown")
        expect(first).to_be_focused()
    with tab.page.expect_navigation():
        press(first, hand)
    expect(tab.page.locator("main h1")).to_be_visible()
    expect(tab.page).to_have_url(re.compile(r"/index\.html"))
    tab.sound()


def sections(tab: Tab, words: str) -> list[str]:
    """Of the pages that the header finds, in their order: in which part of the site each is."""
    tab.page.locator("#seek-words").fill("")
    expect(tab.page.locator(".found")).to_be_hidden()
    tab.page.locator("#seek-words").fill(words)
    expect(tab.page.locator(".found .all-found")).to_be_visible()
    links = tab.page.locator(".found li:not(.all-found, .shelf-found) a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return [re.sub(r"^(?:\.\.?/)+", "", link).split("/")[0] for link in links]


def test_pages_on_how_to_contribute_stand_where_they_stand_on_the_site(file_tab: NewFileTab, new_tab: NewTab) -> None:
    offline, online = file_tab("sources/"), new_tab("sources/")
    for words in ("consent", "licence", "form", "example", "evidence", "ADHD", "summary", "accessibility"):
        there = [section == "contribute" for section in sections(online, words)]
        assert [section == "contribute" for section in sections(offline, words)] == there, words
    assert offline.wrong == []


@each_hand
def test_a_term_of_the_glossary_is_explained(hand: str, file_tab: NewFileTab) -> None:
    tab = file_tab("features/relational-practice/", 320)
    tab.page.locator("#seek-words").press_sequentially("managed move", delay=20)
    link = tab.page.locator(".found li").first.locator("a")
    expect(link).to_contain_text("A planned fresh start at another school")
    expect(tab.page.locator(".found-status")).to_contain_text("First, what “Managed move” means.")
    with tab.page.expect_navigation():
        press(link, hand)
    expect(tab.page.locator("dt#managed-move")).to_be_in_viewport()
    tab.find("?q=managed+move")
    expect(tab.page.locator(".explained")).to_contain_text("Managed move: A planned fresh start")
    press(tab.page.get_by_role("link", name="In the glossary (Managed move)"), hand)
    expect(tab.page.locator("dt#managed-move")).to_be_in_viewport()
    tab.sound()


def test_enter_in_the_header_leads_to_the_finder_with_the_words(file_tab: NewFileTab) -> None:
    tab = file_tab("glossary/")
    tab.page.locator("#seek-words").fill("nurture")
    tab.page.keyboard.press("Enter")
    tab.drawn()
    expect(tab.page.locator("#find-words")).to_have_value("nurture")
    assert tab.wrong == []


# --- the other pages that work ---------------------------------------------------------------------------------------


def test_case_studies_are_compared_from_the_finder(file_tab: NewFileTab, table: Known) -> None:
    tab = file_tab().find()
    chosen = [str(box.get_attribute("data-pick")) for box in tab.page.locator(".pick input").all()[:2]]
    for id in chosen:
        tab.page.locator(f'.pick input[data-pick="{id}"]').check()
    tab.page.get_by_role("link", name="Compare them").click()
    for id in chosen:
        expect(tab.page.locator("thead th", has_text=table.names[id])).to_be_visible()
    tab.page.locator("#compare-add").select_option(index=0)
    tab.page.get_by_role("button", name="Add").click()
    expect(tab.page.locator("thead th")).to_have_count(3)
    with tab.page.expect_navigation():
        tab.page.locator("tbody a").first.click()
    expect(tab.page).to_have_url(re.compile(r"/index\.html$"))
    tab.sound()


def test_my_setting_is_kept_and_case_studies_say_what_is_alike(file_tab: NewFileTab) -> None:
    tab = file_tab("my-setting/")
    tab.page.locator('input[name=phase][value="all_through"]').check()
    tab.page.get_by_role("button", name="Keep").click()
    expect(tab.page.locator(".my-setting .status")).to_contain_text("Kept on this device")
    tab.page.get_by_role("link", name="Find what is most like us").click()
    tab.drawn()
    expect(tab.page.locator(".case .alike").first).to_contain_text("Like you:")
    tab.go("case_studies/dunraven/")
    expect(tab.page.locator(".could-be-you .alike")).to_contain_text("Like you:")
    assert tab.wrong == []


def test_a_theory_of_change_shows_the_chain_of_an_item(unpacked: Path, file_tab: NewFileTab) -> None:
    page = next(page for page in pages_of(unpacked) if 'data-from="' in (unpacked / "site" / page).read_text())
    tab = file_tab(page)
    tab.page.locator(".theory-diagram [data-item]").first.click()
    expect(tab.page.locator(".theory-diagram .in-chain").first).to_be_attached()
    assert tab.wrong == []


def test_colours_are_kept_from_page_to_page(file_tab: NewFileTab) -> None:
    tab = file_tab("")
    tab.page.locator("[data-scheme-switch]").click()
    tab.go("about/")
    expect(tab.page.locator("html")).to_have_attribute("data-scheme", "light")


def test_its_typeface_is_there(file_tab: NewFileTab) -> None:
    page = file_tab("").page
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].map(font => font.status))") == ["loaded"]


def test_a_page_that_has_moved_leads_on(unpacked: Path, file_tab: NewFileTab) -> None:
    """Tried on a page of our own making: the real content has no address that changed."""
    tab = file_tab()
    site = unpacked / "site"
    moved = site / "moved.html"
    refresh = '<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=about/index.html">'
    moved.write_text(refresh, encoding="utf-8")
    tab.go("moved.html")
    tab.page.wait_for_url("**/about/index.html")
    moved.unlink()


def test_without_javascript_one_can_browse_and_read(file_tab: NewFileTab) -> None:
    tab = file_tab("find/", java_script_enabled=False)
    tab.page.locator('input[value="secondary"]').locator("xpath=ancestor::div[1]").locator("a.count").click()
    tab.page.locator("article.case a").first.click()
    expect(tab.page).to_have_url(re.compile("/case_studies/"))
    expect(tab.page.locator("main h1")).to_be_visible()


def test_a_copy_with_a_missing_part_still_opens_and_says_so(file_tab: NewFileTab) -> None:
    tab = file_tab()
    tab.page.route("**/offline/words.js", lambda route: route.abort())
    tab.find("?q=attendance")
    expect(tab.status).to_contain_text("Words cannot be searched here just now; the filters work.")
