"""What strangers put into addresses and boxes, and what does not get here: every page still works and says so."""

import re
from urllib.parse import quote

from playwright.sync_api import expect
from tests.browser.visiting import Known, NewTab, Tab, both_widths, each_hand, press

MARKUP = [
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "<script>alert(1)</script>",
    "</mark></p><iframe srcdoc='<script>alert(1)</script>'>",
    "javascript:alert(1)",
    "{{7*7}} ${alert(1)}",
]
ELEMENTS = """() => document.querySelectorAll(
  'img, script, iframe, object, embed, [onerror], [onload], a[href^=javascript]').length"""
PAGES = [
    *("", "find/", "compare/", "my-setting/", "matrix/", "browse/"),
    *("case_studies/carr-manor/", "features/relational-practice/"),
]


def left_out(tab: Tab, what: str) -> None:
    expect(tab.page.locator(".ignored")).to_contain_text("Left out:")
    expect(tab.page.locator(".ignored")).to_contain_text(what)


# --- addresses --------------------------------------------------------------------------------------------------------


IN_VAIN = {
    "colour=blue": "“colour”, which is not a filter here",
    "phase=nursery": "“nursery”, under which there is no case study by phase",
    "sort=oldest": "sorting by “oldest”, which is not a way to sort",
    "compare=nowhere": "“nowhere”, which is no case study here",
    "compare=beewell,astrea,carr-manor,dunraven,kingsford": "all after the first 4 case studies",
    "x" * 5000 + "=1": "which is not a filter here",
    "phase=" + "x" * 5000: "under which there is no case study by phase",
    "compare=" + "x" * 5000: "which is no case study here",
    "__proto__=x": "“__proto__”, which is not a filter here",
    "constructor=y": "“constructor”, which is not a filter here",
    "toString=1": "“toString”, which is not a filter here",
    "phase=__proto__&phase=constructor": "“constructor”, under which there is no case study by phase",
    "sort=toString": "sorting by “toString”, which is not a way to sort",
    "%E0%A4%A=1": "which is not a filter here",
    "phase=%E0%A4%A": "under which there is no case study by phase",
    "=": "which is not a filter here",
    "PHASE=primary": "“PHASE”, which is not a filter here",
}


def test_what_an_address_asks_for_in_vain_is_said_and_the_rest_followed(table: Known, new_tab: NewTab) -> None:
    tab = new_tab(width=320).find("?shade=red")
    left_out(tab, "“shade”, which is not a filter here")
    for asked, said in IN_VAIN.items():
        tab.ask(f"?{asked}&challenge=attendance")
        left_out(tab, said)
        if not asked.startswith("phase="):
            tab.shows(table.shown({"challenge": ["attendance"]}))
        tab.sound()
    press(tab.option("challenge", "exclusion"), "keyboard")
    expect(tab.page.locator(".ignored")).to_be_hidden()
    expect(tab.page.locator(".chips button")).to_have_count(3)
    tab.sound()


def test_of_very_many_words_the_first_are_followed(new_tab: NewTab) -> None:
    tab = new_tab(width=320).find("?q=" + "x" * 5000)
    left_out(tab, "the words after the first 200 signs")
    expect(tab.page.locator("#find-words")).to_have_value("x" * 200)
    expect(tab.status).to_have_text(re.compile("Nobody here writes “x+…?”"))
    tab.sound()


def test_odd_signs_in_an_address_do_no_harm(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=%E0%A4%A")
    for asked in ("q=a%00b", "q=%F0%9F%98%80", "q=%ED%A0%80", "&&&", "?", "q=%E0%A4%A&phase=primary"):
        tab.ask(f"?{asked}")
        expect(tab.status).to_have_text(re.compile("case stud"))
    for asked in ("q=+++", "q=%25", "q=%3F%3F", "q="):
        tab.ask(f"?{asked}")
        expect(tab.status).to_have_text("13 case studies.")
    tab.ask("?phase=primary")
    press(tab.option("phase", "special"), "mouse")
    expect(tab.page.locator(".chips button")).to_have_count(3)
    tab.sound()


def test_a_way_out_with_a_long_word_fits_a_phone(new_tab: NewTab) -> None:
    tab = new_tab(width=320).find("?q=" + "x" * 200 + "&challenge=exclusion")
    expect(tab.page.locator(".dead-end")).to_be_visible()
    tab.sound()


def test_what_is_asked_twice_is_done_once(table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find("?phase=primary&phase=primary&phase=special&sort=newest&sort=newest&compare=hackney,hackney")
    tab.shows(table.shown({"phase": ["primary", "special"]}))
    expect(tab.page.locator(".picked")).to_contain_text("1 case study chosen")
    expect(tab.page.locator(".ignored")).to_be_hidden()
    tab.sound()


def test_a_broken_anchor_leaves_the_page_whole(new_tab: NewTab) -> None:
    tab = new_tab()
    for path in ("find/", "case_studies/carr-manor/", "matrix/"):
        tab.go(f"{path}#%E0%A4%A")
        expect(tab.page.locator("[data-scheme-switch]")).to_have_attribute("aria-label", re.compile("^Colours follow"))
        tab.page.evaluate("location.hash = '#%'")
        expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
    tab.sound()


# --- what is typed ----------------------------------------------------------------------------------------------------


def test_typed_markup_stays_text(new_tab: NewTab) -> None:
    tab = new_tab(width=320).find()
    before = tab.page.evaluate(ELEMENTS)
    for typed in MARKUP:
        tab.page.locator("#find-words").fill(f"{typed} coaching")
        expect(tab.page).to_have_url(re.compile(r"coaching$"))
        expect(tab.status).to_have_text(re.compile("case stud.*Nobody here writes “"))
        tab.page.locator("#seek-words").fill(typed)
        expect(tab.page.locator(".found-status")).to_have_text(re.compile("."))
        expect(tab.page.locator(".found")).to_be_visible()
        assert tab.page.evaluate(ELEMENTS) == before
        tab.fits()
        tab.page.locator("#seek-words").fill("")
    tab.sound()


def test_markup_in_an_address_stays_text(new_tab: NewTab) -> None:
    tab = new_tab().find()
    before = tab.page.evaluate(ELEMENTS)
    for typed in MARKUP:
        asked = quote(typed)
        tab.find(f"?q={asked}&phase=primary&phase={asked}&{asked}=1&compare={asked}")
        expect(tab.page.locator("#find-words")).to_have_value(typed)
        left_out(tab, typed)
        expect(tab.status).to_have_text(re.compile("case stud"))
        assert tab.page.evaluate(ELEMENTS) == before
    tab.sound()


def test_markup_in_the_address_of_a_comparison_stays_text(new_tab: NewTab) -> None:
    tab = new_tab("compare/")
    expect(tab.page.locator("#compare-add option")).to_have_count(13)
    before = tab.page.evaluate(ELEMENTS)
    for typed in MARKUP:
        tab.go(f"compare/?cases={quote(typed)},hackney&{quote(typed)}=1")
        expect(tab.page.locator(".comparison thead th")).to_have_count(1)
        left_out(tab, f"“{typed}”")
        assert tab.page.evaluate(ELEMENTS) == before
    tab.sound()


def test_very_long_and_very_many_words_do_no_harm(new_tab: NewTab) -> None:
    tab = new_tab(width=320).find()
    said = ("x" * 5000, "coaching " * 500, "a b c d e f g h i j " * 20, "\ufb01 \u0308 \u202e\u200b")
    for typed in (*said, "\U0001f600" * 150, "?!%"):
        tab.page.locator("#find-words").fill(typed)
        tab.page.locator("#seek-words").fill(typed)
        expect(tab.page.locator(".found")).to_be_visible(visible=typed in said)
        tab.fits()
        tab.page.locator("#seek-words").fill("")
        expect(tab.page.locator(".found")).to_be_hidden()
    expect(tab.status).to_have_text("13 case studies.")
    tab.sound()


# --- what does not get here -------------------------------------------------------------------------------------------


@each_hand
def test_without_the_index_the_filters_work_and_words_are_said_not_to(hand: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/pagefind/**", lambda route: route.abort())
    tab.find("?q=coaching")
    expect(tab.status).to_have_text(re.compile("Words cannot be searched here just now; the filters work."))
    press(tab.option("phase", "primary"), hand)
    tab.shows(table.shown({"phase": ["primary"]}))
    expect(tab.status).to_have_text(re.compile("^6 case studies.*the filters work.$"))
    tab.page.locator("#seek-words").fill("coaching")
    expect(tab.page.locator(".found-status")).to_have_text("Search could not be loaded here. You can browse instead:")
    press(tab.page.locator(".found").get_by_role("link", name="by setting or situation"), hand)
    expect(tab.page).to_have_url(re.compile("/browse/$"))


def test_the_index_may_come_back(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/pagefind/cases.json", lambda route: route.abort())
    tab.find("?q=coaching")
    expect(tab.status).to_have_text(re.compile("Words cannot be searched"))
    tab.page.unroute("**/pagefind/cases.json")
    tab.page.locator("#find-words").fill("circles")
    expect(tab.status).to_have_text("1 case study.")


@both_widths
def test_without_the_table_the_page_says_so_and_the_links_work(width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width)
    tab.page.route("**/find/table.json", lambda route: route.fulfill(status=404))
    tab.go("find/?phase=primary&q=coaching")
    expect(tab.page.locator(".unscripted")).to_be_visible()
    expect(tab.page.locator(".unscripted")).to_contain_text("did not load here")
    link = tab.page.locator('fieldset[data-facet="phase"] a.count').first
    expect(link).to_be_visible()
    tab.fits()
    tab.accessible()
    press(link, "keyboard")
    expect(tab.page).to_have_url(re.compile("/browse/phase/primary/$"))
    tab.go("compare/?cases=hackney,kingsford")
    expect(tab.page.locator(".unscripted")).to_contain_text("did not load here")
    tab.go("case_studies/carr-manor/")
    expect(tab.page.get_by_role("heading", level=1)).to_be_visible()


def test_a_table_cut_short_is_as_none(new_tab: NewTab) -> None:
    tab = new_tab()
    bodies = ["", "{", "[]", '{"cases": []}', "null"]
    tab.page.route("**/find/table.json", lambda route: route.fulfill(body=bodies[-1]))
    while bodies:
        tab.go("find/")
        expect(tab.page.locator(".unscripted")).to_be_visible()
        expect(tab.page.locator("fieldset .opt a.count").first).to_be_visible()
        bodies.pop()


@each_hand
def test_without_the_cards_there_are_links(hand: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/find/cards/*", lambda route: route.abort())
    tab.find("?phase=primary")
    tab.shows(table.shown({"phase": ["primary"]}))
    press(tab.page.locator("[data-case=hackney] a"), hand)
    expect(tab.page).to_have_url(re.compile("/case_studies/hackney/$"))


def test_without_the_modules_every_page_reads_and_says_after_a_while_what_does_not_work(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/assets/find/**", lambda route: route.abort())
    for path in PAGES:
        tab.go(path)
        expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
        expect(tab.page.locator("[data-scheme-switch]")).to_be_visible()
        notice = tab.page.locator(".unscripted")
        if notice.count():
            expect(notice).to_be_hidden()
            notice.evaluate("one => one.getAnimations().forEach(animation => animation.finish())")
            expect(notice).to_be_visible()
        tab.fits()


def test_the_notice_comes_by_itself(new_tab: NewTab) -> None:
    """The one test that waits as long as a reader would."""
    tab = new_tab()
    tab.page.route("**/assets/find/**", lambda route: route.abort())
    tab.go("find/")
    expect(tab.page.locator(".unscripted")).to_be_hidden()
    expect(tab.page.locator(".unscripted")).to_be_visible()
    expect(tab.page.locator("fieldset .opt a.count").first).to_be_visible()


def test_the_notice_does_not_come_where_all_works(new_tab: NewTab) -> None:
    tab = new_tab()
    for path in ("find/", "compare/", "my-setting/"):
        tab.go(path)
        expect(tab.page.locator("#main [data-ready]")).to_have_count(1)
        notice = tab.page.locator(".unscripted")
        notice.evaluate("one => one.getAnimations().forEach(animation => animation.finish())")
        expect(notice).to_be_hidden()
    tab.sound()


def test_without_the_modules_words_still_go_to_the_finder(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/assets/find/**", lambda route: route.abort())
    tab.go("glossary/")
    tab.page.locator("#seek-words").fill("coaching")
    tab.page.locator("#seek-words").press("Enter")
    expect(tab.page).to_have_url(re.compile(r"/find/\?q=coaching$"))


@both_widths
def test_without_javascript_each_page_reads(width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width, java_script_enabled=False)
    for path in PAGES:
        tab.go(path)
        expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
        expect(tab.page.locator("#main")).to_contain_text(re.compile(r"\w+ \w+"))
        expect(tab.page.locator("#seek-words")).to_be_visible()
    assert tab.wrong == []
