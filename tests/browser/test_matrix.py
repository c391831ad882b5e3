"""The matrix, the map, and which features go together."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser.visiting import AT_ONCE, SHOWS_FOCUS, Known, NewTab, counted, each_hand, each_hand_and_width, press

MATRICES = ["matrix/", "matrix/need/"]
UNDER = re.compile(r"^(?:\.\./)+(?:find|browse/[a-z-]+/[a-z0-9-]+|case_studies)/")
UNCOVERED = """() => {
  const at = document.activeElement;
  const { left, top, width, height } = at.getBoundingClientRect();
  const seen = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) =>
    document.elementFromPoint(left + x * width, top + y * height)).filter((one) => one && at.contains(one));
  return seen.length;
}"""


def cells(page: Page) -> list[tuple[str, str]]:
    """The numbers of a matrix and where each leads."""
    read = "cells => cells.map(cell => [cell.firstChild.textContent, cell.getAttribute('href')])"
    return [(str(number), str(address)) for number, address in page.locator(".table.matrix td a").evaluate_all(read)]


@pytest.mark.parametrize("path", MATRICES)
def test_every_number_is_true_and_leads_to_as_many(path: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(path)
    filled = [(int(number), address) for number, address in cells(tab.page) if number.isdigit()]
    assert len(filled) > 30
    for number, address in filled:
        assert UNDER.match(address)
        if "find/?" in address:
            assert number == len(table.found(parse_qs(urlsplit(address).query)))
        elif "browse/" in address:
            facet, word = address.split("/")[-3:-1]
            words = table.under[facet]
            assert number == len(words.get(word, words.get(word.replace("-", "_"), ())))
    tab.sound()


@each_hand_and_width
def test_a_number_opens_the_finder_with_as_many(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab("matrix/", width)
    numbers = tab.page.locator(".table.matrix tbody td a[href*='find/?']")
    for at in (0, 17):
        number = int(numbers.nth(at).inner_text().split()[0])
        press(numbers.nth(at), hand)
        tab.drawn()
        expect(tab.status).to_have_text(re.compile(f"^{counted(number)}"))
        expect(tab.page.locator(".results article.case")).to_have_count(min(number, AT_ONCE))
        expect(tab.page.locator(".chips li button:not(.clear)")).to_have_count(2)
        tab.page.go_back()
        expect(tab.page.locator(".table.matrix")).to_be_visible()
    tab.sound()


@each_hand
@pytest.mark.parametrize("path", MATRICES)
def test_an_empty_cell_asks_for_the_first(path: str, hand: str, new_tab: NewTab) -> None:
    tab = new_tab(path)
    empty = tab.page.locator(".table.matrix td.none a").first
    expect(empty).to_contain_text("None yet")
    press(empty, hand)
    expect(tab.page).to_have_url(re.compile("/contribute/$"))
    tab.sound()


@each_hand
def test_a_row_leads_to_its_feature_and_the_ways_to_count_to_each_other(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("matrix/")
    press(tab.page.locator(".by a:not([aria-current])").first, hand)
    expect(tab.page).not_to_have_url(re.compile("/matrix/$"))
    expect(tab.page.locator(".by [aria-current=page]")).to_have_count(1)
    press(tab.page.locator(".table.matrix tbody th[scope=row] a").first, hand)
    expect(tab.page).to_have_url(re.compile("/features/[a-z-]+/$"))
    tab.sound()


@pytest.mark.parametrize("path, width", [("matrix/", 320), ("matrix/need/", 1280)])
def test_the_keyboard_walks_the_cells_and_none_is_covered(path: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab(path, width)
    tab.page.locator(".table.matrix").focus()
    for _ in range(30):
        tab.page.keyboard.press("Tab")
        covered, shows = tab.page.evaluate(f"[({UNCOVERED})() < 5, ({SHOWS_FOCUS})()]")
        assert (covered, shows) == (False, True), tab.focused()
    assert tab.page.evaluate("document.activeElement.closest('.table.matrix td') !== null")
    tab.sound()


# --- the map ----------------------------------------------------------------------------------------------------------


@each_hand_and_width
def test_tiles_say_what_the_table_says(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab("matrix/", width)
    tiles = tab.page.locator("svg.tiles a")
    rows = {row.locator("th").inner_text(): row.locator("td") for row in tab.page.locator(".counts tbody tr").all()}
    assert len(rows) == tiles.count() == 9
    for tile in tiles.all():
        region, _, says = str(tile.get_attribute("aria-label")).partition(": ")
        number = int(rows[region].inner_text().split()[0])
        word = next((word for word in table.under["region"] if table.labels["region", word] == region), "")
        assert number == len(table.under["region"].get(word, ()))
        assert says == (counted(number) if number else "none yet. Is yours the first?")
        expect(tile.locator(".number")).to_have_text(str(number) if number else "+")
    number = len(table.under["region"]["london"])
    press(tab.page.get_by_role("link", name=f"London: {counted(number)}"), hand)
    expect(tab.page).to_have_url(re.compile("/browse/region/london/$"))
    expect(tab.page.locator("article.case")).to_have_count(number)
    tab.sound()


def test_tiles_are_reached_with_the_keyboard_and_show_it(new_tab: NewTab) -> None:
    tab = new_tab("matrix/", 320)
    region = tab.page.locator(".by a[href$='#regions']")
    press(region, "keyboard")
    expect(tab.page.locator("#regions")).to_be_in_viewport()
    for tile in tab.page.locator("svg.tiles a").all():
        tab.walk_to(tile, most=2)
        expect(tile).to_be_in_viewport()
    tab.page.keyboard.press("Shift+Tab")
    assert tab.page.evaluate(SHOWS_FOCUS)
    tab.page.keyboard.press("Enter")
    expect(tab.page).not_to_have_url(re.compile("/matrix/"))
    tab.sound()


def test_a_region_without_any_asks_for_the_first(new_tab: NewTab) -> None:
    tab = new_tab("matrix/")
    press(tab.page.get_by_role("link", name="South West: none yet. Is yours the first?"), "keyboard")
    expect(tab.page).to_have_url(re.compile("/contribute/$"))


@pytest.mark.parametrize("path, width, scheme", [("matrix/", 320, "dark"), ("matrix/need/", 1280, "light")])
def test_axe_finds_nothing(path: str, width: int, scheme: str, new_tab: NewTab) -> None:
    tab = new_tab(path, width, color_scheme=scheme)
    tab.accessible()
    tab.sound()


# --- what goes together -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("feature", ["relational-practice", "inclusive-leadership", "multi-agency-response"])
def test_a_feature_says_what_it_is_most_often_practised_with(feature: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(f"features/{feature}/")
    with_it = table.under["feature"]
    shared = {other: len(with_it[other] & with_it[feature]) for other in with_it if other != feature}
    said = []
    for row in tab.page.locator(".together li").all():
        other = str(row.locator("a").get_attribute("href")).split("/")[-2]
        number = re.fullmatch(r"in (\d+) of its (\d+) case studies", row.locator("small").inner_text())
        assert number is not None
        assert (int(number[1]), int(number[2])) == (shared[other], len(with_it[feature]))
        said.append(shared[other])
    assert said == sorted(shared.values(), reverse=True)[: len(said)]
    assert said
    press(tab.page.locator(".together a").first, "keyboard")
    expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
    tab.sound()
