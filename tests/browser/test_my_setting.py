"""What a reader's own setting is: said once, kept in the browser alone, never needed."""

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.visiting import Known, NewTab, Tab, each_hand, each_hand_and_width, press

MINE = {"phase": ["primary"], "kind": ["school"], "region": ["north_west"], "challenge": ["exclusion", "belonging"]}
BLOCKED = {
    "throws": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "absent": "Object.defineProperty(window, 'localStorage', {value: null})",
}


def keep(tab: Tab, setting: dict[str, list[str]]) -> None:
    """Have a setting kept, as the page keeps it."""
    tab.page.evaluate("kept => localStorage.setItem('tenfold.setting', kept)", json.dumps(setting))


def say_mine(tab: Tab, hand: str = "mouse") -> None:
    for facet, words in MINE.items():
        for word in words:
            press(tab.page.locator(f'.my-setting input[name="{facet}"][value="{word}"]'), hand)
    press(tab.page.get_by_role("button", name="Keep"), hand)


def said(page: Page) -> str:
    return page.locator(".my-setting .status").inner_text()


def alike(table: Known, case: str) -> int:
    return sum(case in table.under[facet].get(word, ()) for facet, words in MINE.items() for word in words)


@each_hand_and_width
def test_a_setting_is_kept_and_said_on_cards_and_pages(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab("my-setting/", width)
    say_mine(tab, hand)
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("^Kept on this device."))
    tab.accessible()
    tab.fits()
    press(tab.page.get_by_role("link", name="Find what is most like us"), hand)
    tab.drawn()
    expect(tab.page.locator("#find-sort")).to_have_value("alike")
    line = tab.page.locator("[data-case=st-marys-moss-side] .alike")
    expect(line).to_contain_text("Like you: in a primary school, in the North West, facing")
    other = tab.page.locator("[data-case=carr-manor] .alike")
    expect(other).to_contain_text("Like you: ")
    expect(other).to_contain_text("Unlike you: in an all-through school, in Yorkshire and the Humber.")
    tab.accessible()
    tab.fits()
    tab.go("case_studies/carr-manor/")
    place = tab.page.locator(".could-be-you .alike")
    expect(place).to_contain_text("Unlike you: in an all-through school, in Yorkshire and the Humber.")
    expect(place).to_contain_text("They had: All staff took part in coaching")
    tab.go("browse/phase/primary/")
    expect(tab.page.locator("[data-case=st-marys-moss-side] .alike")).to_contain_text("Like you: in a primary school")
    tab.sound()


def test_most_like_us_puts_the_most_alike_first(table: Known, new_tab: NewTab) -> None:
    tab = new_tab("about/")
    keep(tab, MINE)
    tab.find()
    option = tab.page.locator("#find-sort option[value=alike]")
    expect(option).to_have_text("most like us")
    assert option.evaluate("one => !one.disabled && !one.hidden")
    tab.page.locator("#find-sort").select_option("most like us")
    expect(tab.page).to_have_url(re.compile("sort=alike"))
    best = sorted(table.cases, key=lambda case: (-alike(table, case), -table.evidence(case)))[:12]
    expect(tab.page.locator(".results article.case").first).to_have_attribute("data-case", best[0])
    expect(tab.page.locator(".results article.case")).to_have_count(12)
    assert tab.cards() == best
    tab.sound()


def test_it_stays_in_this_browser(new_tab: NewTab) -> None:
    tab = new_tab()
    sent: list[str] = []
    tab.page.on("request", lambda request: sent.append(f"{request.url} {request.all_headers()} {request.post_data}"))
    tab.go("my-setting/")
    say_mine(tab)
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("^Kept"))
    kept = tab.page.evaluate("({...localStorage})")
    assert list(kept) == ["tenfold.setting"]
    assert json.loads(kept["tenfold.setting"]) == MINE
    tab.find("?q=coaching")
    tab.go("case_studies/carr-manor/")
    expect(tab.page.locator(".alike")).to_be_visible()
    assert tab.page.context.cookies() == []
    assert tab.page.evaluate("document.cookie + sessionStorage.length") == "0"
    assert tab.page.evaluate("indexedDB.databases().then(databases => databases.length)") == 0
    assert len(sent) > 20
    assert not [each for each in sent if re.search("north_west|primary|belonging|cookie|tenfold.setting", each)]


@each_hand
def test_it_is_shown_again_and_cleared_with_one_press(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("my-setting/")
    say_mine(tab)
    tab.page.reload()
    for facet, words in MINE.items():
        ticked = tab.page.locator(f'.my-setting input[name="{facet}"]:checked')
        expect(ticked).to_have_count(len(words))
        assert sorted(str(box.get_attribute("value")) for box in ticked.all()) == sorted(words)
    clear = tab.page.get_by_role("button", name="Forget my setting")
    press(clear, hand)
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("^Cleared."))
    expect(clear).to_be_focused()
    expect(tab.page.locator(".my-setting fieldset input:checked")).to_have_count(0)
    assert tab.page.evaluate("localStorage.length") == 0
    tab.find()
    expect(tab.page.locator(".alike")).to_have_count(0)
    expect(tab.page.get_by_role("link", name="Say what your setting is")).to_be_visible()
    tab.sound()


def test_keeping_nothing_says_what_to_do(new_tab: NewTab) -> None:
    tab = new_tab("my-setting/")
    press(tab.page.get_by_role("button", name="Keep"), "keyboard")
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("^Nothing is chosen yet."))
    assert tab.page.evaluate("localStorage.length") == 0


def test_it_is_never_needed(new_tab: NewTab) -> None:
    tab = new_tab("case_studies/carr-manor/")
    tab.page.wait_for_load_state("networkidle")
    expect(tab.page.locator(".alike")).to_have_count(0)
    assert not [url for url in tab.asked if url.endswith(("setting.js", "table.json"))]
    tab.find()
    assert tab.page.locator("#find-sort option[value=alike]").evaluate("one => one.disabled && one.hidden")
    expect(tab.page.locator(".alike")).to_have_count(0)
    tab.sound()


def test_the_finder_leads_there_and_says_change_afterwards(new_tab: NewTab) -> None:
    tab = new_tab().find()
    press(tab.page.get_by_role("link", name="Say what your setting is"), "keyboard")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("My setting")
    expect(tab.page.locator(".my-setting[data-ready]")).to_be_visible()
    say_mine(tab, "keyboard")
    tab.find()
    expect(tab.page.get_by_role("link", name="Change what your setting is")).to_be_visible()


def test_sorting_by_likeness_without_a_setting_is_left_out_and_said(new_tab: NewTab) -> None:
    tab = new_tab().find("?sort=alike&phase=primary")
    expect(tab.page.locator(".ignored")).to_contain_text("no setting of yours is kept here")
    expect(tab.page.locator("#find-sort")).to_have_value("")
    expect(tab.page.locator(".results article.case")).to_have_count(6)
    tab.sound()


@pytest.mark.parametrize("how, width", list(zip(BLOCKED, (320, 1280, 320), strict=True)))
def test_where_nothing_can_be_kept_the_page_says_so_and_all_else_works(how: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width)
    tab.page.add_init_script(BLOCKED[how])
    tab.go("my-setting/")
    say_mine(tab)
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("^Not kept: "))
    press(tab.page.get_by_role("button", name="Forget my setting"), "mouse")
    expect(tab.page.locator(".my-setting .status")).to_have_text(re.compile("[Nn]othing"))
    tab.find("?phase=primary")
    expect(tab.page.locator(".results article.case")).to_have_count(6)
    tab.page.locator("[data-pick=surrey-square]").check()
    tab.page.locator("[data-pick=hackney]").check()
    tab.page.get_by_role("link", name="Compare them").click()
    expect(tab.page.locator(".comparison thead th")).to_have_count(2)
    tab.page.locator("#seek-words").fill("coaching")
    expect(tab.page.locator(".found")).to_be_visible()
    tab.sound()


ODD = [
    *("{", "null", "[]", '"primary"', '{"phase": "primary"}', '{"phase": [1, null, {}]}', '{"__proto__": ["primary"]}'),
    '{"phase": ["<img src=x onerror=alert(1)>", "gone"], "challenge": ["constructor"]}',
]


def test_what_somebody_else_left_in_the_store_does_no_harm(new_tab: NewTab) -> None:
    tab = new_tab("about/")
    for kept in ODD:
        tab.page.evaluate("kept => localStorage.setItem('tenfold.setting', kept)", kept)
        tab.find("?phase=primary")
        expect(tab.page.locator(".results article.case")).to_have_count(6)
        tab.go("my-setting/")
        expect(tab.page.locator(".my-setting fieldset").first).to_be_visible()
    tab.go("case_studies/carr-manor/")
    expect(tab.page.locator(".could-be-you .alike")).to_contain_text("They had: ")
    assert tab.page.locator("img[src=x]").count() == 0
    tab.sound()


# --- the key / --------------------------------------------------------------------------------------------------------


@each_hand
def test_the_key_slash_can_be_turned_off_and_on_again(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("my-setting/")
    box = tab.page.locator("[data-slash]")
    expect(box).to_be_checked()
    press(box, hand)
    expect(tab.page.locator(".my-setting .status")).to_have_text("The key / does nothing now.")
    tab.go("features/")
    tab.page.keyboard.press("/")
    expect(tab.page.locator("#seek-words")).not_to_be_focused()
    tab.go("my-setting/")
    expect(box).not_to_be_checked()
    press(box, hand)
    tab.go("features/")
    tab.page.keyboard.press("/")
    expect(tab.page.locator("#seek-words")).to_be_focused()
    tab.sound()


# --- without JavaScript -----------------------------------------------------------------------------------------------


def test_without_javascript_it_says_that_it_needs_it(new_tab: NewTab) -> None:
    tab = new_tab("my-setting/", java_script_enabled=False)
    expect(tab.page.locator(".unscripted")).to_contain_text("This needs JavaScript")
    expect(tab.page.locator(".my-setting form")).to_be_hidden()
    tab.page.get_by_role("link", name="Browse by setting or situation").click()
    expect(tab.page).to_have_url(re.compile("/browse/$"))
