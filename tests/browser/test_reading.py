"""Reading with a keyboard, without a mouse, without JavaScript, on paper."""

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tests.browser.looking import BETWEEN

CASE = "case_studies/carr-manor/"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_tab_stop_skips_to_the_content(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")


def test_the_five_places_are_reached_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page("")
    seen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.append(focused(page))
    assert seen[2:7] == ["Case studies", "Key features", "Theory of change", "The toolkit", "Contribute"]


def test_the_place_one_is_in_is_marked(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    assert page.locator("header [aria-current]").all_text_contents() == ["Case studies"]


def test_a_term_explains_itself_on_focus_and_stops_on_escape(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    term = page.locator("#main .term").first
    tip = term.locator("[role=tooltip]")
    expect(tip).to_be_hidden()
    term.locator("a").focus()
    expect(tip).to_be_visible()
    assert term.locator("a").get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_term_explains_itself_on_hover_and_stays_while_it_is_pointed_at(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE, viewport={"width": 1280, "height": 900})
    term = page.locator("#main .term").first
    term.locator("a").hover()
    tip = term.locator("[role=tooltip]")
    expect(tip).to_be_visible()
    tip.hover()
    expect(tip).to_be_visible()


def test_a_term_is_explained_once_on_a_page_and_leads_to_the_glossary(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    links = page.locator("#main .term > a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(links) == len(set(links)) > 3
    assert all(re.fullmatch(r"\.\./\.\./glossary/#[a-z0-9-]+", link) for link in links)


def test_explanations_stay_inside_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE, viewport={"width": 320, "height": 800})
    for term in page.locator("#main .text .term").all():
        if term.locator("a").is_visible():
            term.locator("a").focus()
            box = term.locator("[role=tooltip]").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320


REACHES = """() => ({
  page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  tips: [...document.querySelectorAll('#main .text .term')].map((term) => {
    term.querySelector('a').focus();
    const box = term.querySelector('.tip').getBoundingClientRect();
    return Math.max(0, -box.left, box.right - document.documentElement.clientWidth);
  }),
  after: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})"""


@pytest.mark.parametrize("size", BETWEEN, ids=lambda size: str(size["width"]))
def test_explanations_stay_inside_a_tablet_whether_they_show_or_not(
    size: ViewportSize, open_page: Callable[..., Page]
) -> None:
    page = open_page(CASE, viewport=size)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    reaches = page.evaluate(REACHES)
    assert len(reaches["tips"]) > 3
    assert {"page": reaches["page"], "tips": max(reaches["tips"]), "after": reaches["after"]} == {
        "page": 0,
        "tips": 0,
        "after": 0,
    }


def test_without_javascript_explanations_do_not_make_a_tablet_scroll_sideways(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE, viewport={"width": 700, "height": 800}, java_script_enabled=False)
    for term in page.locator("#main .text .term > a").all():
        term.focus()
        assert page.evaluate("document.documentElement.scrollWidth") == 700


def test_questions_open_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    second = page.locator(".questions details").nth(1)
    expect(second).not_to_have_attribute("open", "")
    second.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("open", "")


def test_all_questions_are_open_on_paper_and_the_page_says_its_address(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".questions details:not([open])").count() == 0
    expect(page.locator(".print-address")).to_have_text(page.url)
    expect(page.locator(".print-address")).to_be_visible()
    expect(page.locator("header.top")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".questions details:not([open])").count() > 0


def test_the_print_button_prints(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Hand-out print").click()
    assert page.evaluate("window.printed")


def test_colours_follow_the_device_until_somebody_chooses(open_page: Callable[..., Page]) -> None:
    page = open_page("", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 24, 29)"
    page.get_by_role("button", name="Colours follow the device").click()
    assert page.evaluate(ground) == "rgb(251, 249, 244)"
    page.reload()
    assert page.evaluate(ground) == "rgb(251, 249, 244)"


def test_colours_can_be_chosen_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page("", color_scheme="light")
    page.get_by_role("button", name="Colours follow the device").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Light colours. Change to dark")).to_be_focused()
    page.keyboard.press("Space")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.scheme") == "auto"


def test_without_javascript_everything_is_there_to_read(open_page: Callable[..., Page]) -> None:
    page = open_page(CASE, java_script_enabled=False, color_scheme="dark")
    assert page.locator(".questions details:not([open])").count() == 0
    expect(page.locator("#how ~ .questions p").last).to_be_visible()
    expect(page.get_by_role("link", name="Case studies").first).to_be_visible()
    expect(page.locator("[data-scheme-switch]")).to_be_hidden()
    expect(page.locator("[data-print]")).to_be_hidden()


def test_without_javascript_dark_devices_get_dark_pages(open_page: Callable[..., Page], browser: Browser) -> None:
    dark = open_page("", java_script_enabled=False, color_scheme="dark").screenshot()
    light = open_page("", java_script_enabled=False, color_scheme="light").screenshot()
    assert dark != light


def test_without_storage_pages_still_work(open_page: Callable[..., Page]) -> None:
    page = open_page("")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('blocked') }")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_link_to_an_answer_opens_its_question(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(CASE)
    page.evaluate("document.querySelectorAll('.questions details')[2].lastElementChild.id = 'deep'")
    page.evaluate("location.hash = 'deep'")
    expect(page.locator(".questions details").nth(2)).to_have_attribute("open", "")


def test_cards_are_one_link_each_and_can_be_pressed_anywhere(open_page: Callable[..., Page]) -> None:
    page = open_page("case_studies/", viewport={"width": 1280, "height": 900})
    card = page.locator("article.case").first
    assert card.locator("a").count() == 1
    title = card.locator("a").inner_text()
    box = card.locator(".where").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


ON_PAPER = """() => {
  const size = (one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize);
  return [size('#context + p'), size('.outcomes .small')];
}"""


def test_on_paper_what_is_smaller_stays_smaller_and_outside_links_say_where_they_lead(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(CASE)
    page.emulate_media(media="print")
    running, small = page.evaluate(ON_PAPER)
    assert 13 < running < 15  # 10.5pt
    assert 12 < small < running
    outside = page.locator(".references a[href^=http]").first
    address = outside.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert outside.get_attribute("href") in address
    expect(page.locator(".references .more").first).to_be_hidden()


@pytest.mark.parametrize("path", ["", "case_studies/", "browse/", "browse/phase/", "features/", "exercises/", "find/"])
def test_a_list_on_paper_says_where_it_comes_from(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".print-address")).to_be_visible()
    expect(page.locator(".print-address")).to_have_text(page.url)


@pytest.mark.parametrize("path", ["", "browse/", "find/", "find/?phase=primary", CASE, "contribute/consent/"])
def test_on_paper_there_is_nothing_to_press(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    pressed = page.locator("main :is(.button, .seek, input, select, .pills), main nav, main aside [aria-current]")
    assert [one.inner_text() for one in pressed.all() if one.is_visible()] == []


def test_filters_that_were_chosen_can_be_read_on_paper(open_page: Callable[..., Page]) -> None:
    """Paper has no dark ground, so letters that stand on one are not white there."""
    page = open_page("find/?phase=primary")
    chip = page.locator(".chips button").first
    expect(chip).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert chip.evaluate("(one) => getComputedStyle(one).color") == "rgb(0, 0, 0)"


PLACES = """() => [...document.querySelectorAll('.top :is(a, input, button)')].map((one) => {
  const box = one.getBoundingClientRect();
  return [Math.round((box.top + box.bottom) / 2), box.left];
})"""


@pytest.mark.parametrize("width", [320, 640, 1000, 1280])
def test_the_header_is_gone_through_in_the_order_in_which_it_is_seen(
    width: int, open_page: Callable[..., Page]
) -> None:
    places = open_page(CASE, viewport={"width": width, "height": 800}).evaluate(PLACES)
    rows = [middle for middle, _ in places]
    assert all(later > earlier - 6 for earlier, later in itertools.pairwise(rows)), "somewhere it goes back up"
    assert [place for place in places if place[1] < 0] == []


COVERED = """() => {
  const at = document.activeElement, box = at.getClientRects()[0];
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return at.matches('.term > a') && !at.contains(top) ? at.textContent : '';
}"""


def test_on_a_phone_an_explanation_does_not_cover_its_own_term(open_page: Callable[..., Page]) -> None:
    page = open_page("features/relational-practice/", viewport={"width": 360, "height": 640})
    covered = []
    for _ in range(70):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    assert "".join(covered) == ""


def test_on_a_phone_the_mark_of_the_place_one_is_in_does_not_touch_the_search(open_page: Callable[..., Page]) -> None:
    page = open_page("contribute/", viewport={"width": 320, "height": 640})
    mark, search = page.locator(".top [aria-current]").bounding_box(), page.locator(".top .seek").bounding_box()
    assert mark is not None
    assert search is not None
    assert search["y"] - mark["y"] - mark["height"] >= 4


PAINTED = """one => {
  const { backgroundColor, textDecorationLine } = getComputedStyle(one);
  return backgroundColor + textDecorationLine;
}"""


@pytest.mark.parametrize("path, among", [("matrix/", ".pills a"), ("matrix/", ".top nav a")])
def test_with_forced_colours_the_place_one_is_in_is_marked(
    path: str, among: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(path, forced_colors="active", viewport={"width": 1280, "height": 800})
    here = page.locator(f"{among}[aria-current]").evaluate(PAINTED)
    assert here not in page.locator(f"{among}:not([aria-current])").evaluate_all(f"all => all.map({PAINTED})")


def test_from_the_home_page_to_a_theory_of_change_in_word_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page("")
    for link in ("Start a theory of change", "What others did", "Carr Manor Community School"):
        page.locator("main").get_by_role("link", name=link).first.focus()
        page.keyboard.press("Enter")
    page.get_by_role("link", name="Word").focus()
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename == "carr-manor-starting-theory-of-change.docx"
