"""Two to four case studies side by side."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from tests.browser.visiting import (
    SHOWS_FOCUS,
    Known,
    NewTab,
    Tab,
    both_widths,
    each_hand,
    each_hand_and_width,
    press,
)

FOUR = ["carr-manor", "dunraven", "beewell", "surrey-square"]
ROWS = ["Setting", "Situation", "Key features", "What they did", "In numbers", "What it takes", "Strength of evidence"]
NOTHING = "Nothing to compare yet."


def compared(tab: Tab, ids: list[str], table: Known) -> None:
    """Wait until these case studies stand side by side, in this order."""
    names = [table.names[id] for id in ids]
    expect(tab.page.locator(".comparison thead th > span")).to_have_text(names)
    expect(tab.page.locator(".comparison tbody tr").first.locator("td")).to_have_count(len(ids))
    expect(tab.page.locator("#compare-add option")).to_have_count(13 - len(ids))


@each_hand_and_width
def test_two_ticked_in_the_finder_stand_side_by_side(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find("?phase=primary")
    for id in ("surrey-square", "hackney"):
        press(tab.page.locator(f"[data-pick={id}]"), hand)
    press(tab.page.get_by_role("link", name="Compare them"), hand)
    compared(tab, ["surrey-square", "hackney"], table)
    expect(tab.page).to_have_url(f"{tab.address}/compare/?cases=surrey-square,hackney")
    expect(tab.page.get_by_role("status").filter(has_text="side by side")).to_have_text(
        "Surrey Square Primary School and London Borough of Hackney, side by side."
    )
    expect(tab.page.locator("tbody th[scope=row]").filter(has_text=re.compile("|".join(ROWS)))).to_have_count(len(ROWS))
    tab.accessible()
    tab.sound()


@both_widths
def test_each_column_holds_its_own(width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(f"compare/?cases={','.join(FOUR)}", width)
    compared(tab, FOUR, table)
    settings = tab.page.locator("tbody tr").first.locator("td")
    for id, cell in zip(FOUR, settings.all(), strict=True):
        expect(cell.locator("a")).to_have_attribute("href", f"../case_studies/{id}/")
    evidence = tab.page.locator("tr").filter(has=tab.page.get_by_role("rowheader", name="Strength of evidence"))
    for id, cell in zip(FOUR, evidence.locator("td").all(), strict=True):
        expect(cell).to_contain_text(f"Level {table.evidence(id)} of 5")
    if width == 320:
        expect(settings.first.locator(".who")).to_have_text(table.names[FOUR[0]])
        expect(settings.first.locator(".who")).to_be_visible()
    else:
        tops = {cell.evaluate("one => one.getBoundingClientRect().top") for cell in settings.all()}
        assert len(tops) == 1
    expect(tab.page.locator("form.add")).to_be_hidden()
    tab.accessible()
    tab.sound()


@each_hand_and_width
def test_case_studies_are_taken_away_and_added(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(f"compare/?cases={','.join(FOUR[:3])}", width)
    compared(tab, FOUR[:3], table)
    press(tab.page.get_by_role("button", name="Take away Dunraven Educational Trust"), hand)
    compared(tab, ["carr-manor", "beewell"], table)
    expect(tab.page).to_have_url(f"{tab.address}/compare/?cases=carr-manor,beewell")
    expect(tab.page.locator("#compare-add")).to_be_focused()
    assert hand == "mouse" or tab.page.evaluate(SHOWS_FOCUS)
    if hand == "mouse":
        tab.page.locator("#compare-add").select_option("Kingsford Community School")
    else:
        tab.page.locator("#compare-add").press_sequentially("kings")
    press(tab.page.get_by_role("button", name="Add", exact=True), hand)
    compared(tab, ["carr-manor", "beewell", "kingsford"], table)
    expect(tab.page.get_by_role("button", name="Add", exact=True)).to_be_focused()
    tab.page.go_back()
    compared(tab, ["carr-manor", "beewell"], table)
    tab.page.go_back()
    compared(tab, FOUR[:3], table)
    tab.page.go_forward()
    compared(tab, ["carr-manor", "beewell"], table)
    tab.sound()


@each_hand
def test_the_fourth_is_the_last_and_the_focus_is_not_lost(hand: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(f"compare/?cases={','.join(FOUR[:3])}")
    compared(tab, FOUR[:3], table)
    tab.page.locator("#compare-add").select_option("Surrey Square Primary School")
    press(tab.page.get_by_role("button", name="Add", exact=True), hand)
    compared(tab, FOUR, table)
    expect(tab.page.locator("form.add")).to_be_hidden()
    expect(tab.page.get_by_role("button", name="Take away Surrey Square Primary School")).to_be_focused()
    press(tab.page.get_by_role("button", name="Take away Surrey Square Primary School"), hand)
    compared(tab, FOUR[:3], table)
    expect(tab.page.locator("#compare-add")).to_be_focused()
    tab.sound()


@each_hand
def test_one_alone_and_none_say_what_to_do(hand: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab("compare/?cases=carr-manor")
    compared(tab, ["carr-manor"], table)
    status = tab.page.locator(".comparison .status")
    expect(status).to_have_text("Carr Manor Community School. Add one more to compare.")
    press(tab.page.get_by_role("button", name="Take away"), hand)
    expect(status).to_have_text(re.compile(f"^{NOTHING}"))
    expect(tab.page.locator(".comparison table")).to_have_count(0)
    expect(tab.page.get_by_role("button", name="Print")).to_be_hidden()
    expect(tab.page.locator("#compare-add")).to_be_focused()
    expect(tab.page).to_have_url(f"{tab.address}/compare/")
    tab.accessible()
    tab.page.locator("#compare-add").select_option("Kingsford Community School")
    press(tab.page.get_by_role("button", name="Add", exact=True), hand)
    compared(tab, ["kingsford"], table)
    tab.go("compare/")
    expect(status).to_have_text(re.compile(f"^{NOTHING}"))
    expect(tab.page.locator("#compare-add option")).to_have_count(13)
    tab.sound()


IN_VAIN: list[tuple[str, list[str], str]] = [
    ("cases=carr-manor,dunraven,beewell,surrey-square,hackney", FOUR, "all after the first 4 case studies"),
    ("cases=carr-manor,nowhere", ["carr-manor"], "“nowhere”, which is no case study here"),
    ("cases=nowhere", [], "“nowhere”, which is no case study here"),
    ("cases=gone-away,hackney", ["hackney"], "“gone-away”, a case study that was withdrawn"),
    ("cases=old-manor,hackney", ["carr-manor", "hackney"], ""),
    ("cases=old-manor,carr-manor", ["carr-manor"], ""),
    ("cases=hackney,,hackney,", ["hackney"], ""),
    ("cases=hackney&cases=dunraven", ["hackney", "dunraven"], ""),
    ("cases=hackney&sort=newest", ["hackney"], "“sort”, which means nothing here"),
    ("cases=__proto__,constructor", [], "“__proto__”, which is no case study here"),
    ("cases=%E0%A4%A,hackney", ["hackney"], "which is no case study here"),
    ("cases=" + "x" * 5000, [], "which is no case study here"),
]


def test_what_an_address_asks_for_in_vain_is_said(table: Known, new_tab: NewTab) -> None:
    def withdrawing(route: Route) -> None:
        data = route.fetch().json()
        route.fulfill(json={**data, "withdrawn": ["gone-away"], "moved": {"old-manor": "carr-manor"}})

    tab = new_tab(width=320)
    tab.page.route("**/find/table.json", withdrawing)
    tab.go("compare/?cases=kingsford,nowhere")
    expect(tab.page.locator(".ignored")).to_contain_text("“nowhere”, which is no case study here")
    for asked, shown, left_out in IN_VAIN:
        tab.ask(f"?{asked}")
        if shown:
            compared(tab, shown, table)
        else:
            expect(tab.page.locator(".comparison .status")).to_have_text(re.compile(f"^{NOTHING}"))
        if left_out:
            expect(tab.page.locator(".ignored")).to_contain_text(left_out)
        else:
            expect(tab.page.locator(".ignored")).to_be_hidden()
        tab.sound()


@pytest.mark.parametrize("number", [2, 3, 4])
def test_the_longest_print_on_one_landscape_page(number: int, real_site: Path, new_tab: NewTab) -> None:
    """Of all the real case studies those whose columns are longest, where anything fits if these do."""
    files = sorted((real_site / "compare/cases").glob("*.json"), key=lambda file: file.stat().st_size)
    pages_printed(new_tab, [file.stem for file in files[-number:]])


@pytest.mark.parametrize(
    "ids", [["beewell", "st-marys-moss-side"], FOUR, ["kingsford", "hackney", "astrea", "dunraven"]]
)
def test_real_case_studies_print_on_one_landscape_page(ids: list[str], new_tab: NewTab) -> None:
    pages_printed(new_tab, ids)


def pages_printed(new_tab: NewTab, ids: list[str]) -> None:
    tab = new_tab(f"compare/?cases={','.join(ids)}")
    expect(tab.page.locator(".comparison thead th")).to_have_count(len(ids))
    paper = tab.page.pdf(prefer_css_page_size=True)
    width, height = (float(size) for size in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)[0])
    assert (round(width), round(height)) == (842, 595)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1


def test_paper_has_the_columns_and_none_of_the_buttons(table: Known, new_tab: NewTab) -> None:
    tab = new_tab(f"compare/?cases={','.join(FOUR)}")
    compared(tab, FOUR, table)
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.page.emulate_media(media="print")
    tab.page.set_viewport_size({"width": 794, "height": 1123})  # what media queries are asked about on paper
    tops = {cell.evaluate("one => one.getBoundingClientRect().top") for cell in tab.page.locator("thead th").all()}
    assert len(tops) == 1
    for gone in ("header.top", "form.add", ".remove", "#seek-words"):
        expect(tab.page.locator(gone).first).to_be_hidden()
    expect(tab.page.locator(".print-address")).to_have_text(tab.page.url)


def test_the_print_button_prints(new_tab: NewTab) -> None:
    tab = new_tab("compare/?cases=hackney,kingsford")
    tab.page.evaluate("window.print = () => { window.printed = true }")
    tab.page.get_by_role("button", name="Print").click()
    assert tab.page.evaluate("window.printed")


def test_a_column_that_cannot_be_fetched_is_said_and_the_others_stand(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/compare/cases/hackney.json", lambda route: route.abort())
    tab.go("compare/?cases=hackney,kingsford,dunraven")
    expect(tab.page.locator(".comparison thead th")).to_have_count(2)
    expect(tab.page.locator(".comparison .status")).to_have_text(
        re.compile(r"^Kingsford .* and Dunraven .*, side by side\. 1 case study could not be loaded here\.$")
    )


def test_without_the_names_they_are_offered_by_their_ids(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/compare/names.json", lambda route: route.abort())
    tab.go("compare/")
    expect(tab.page.locator("#compare-add option")).to_have_count(13)
    tab.page.locator("#compare-add").select_option("hackney")
    press(tab.page.get_by_role("button", name="Add", exact=True), "mouse")
    expect(tab.page.locator(".comparison thead th > span")).to_have_text("London Borough of Hackney")


def test_without_javascript_it_says_that_it_needs_it(new_tab: NewTab) -> None:
    tab = new_tab("compare/?cases=hackney,kingsford", java_script_enabled=False)
    expect(tab.page.locator(".unscripted")).to_contain_text("Comparing needs JavaScript")
    expect(tab.page.locator("form.add")).to_be_hidden()
    tab.page.get_by_role("link", name="All case studies").first.click()
    expect(tab.page).to_have_url(re.compile("/case_studies/$"))
