"""The search box in the header of every page."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.visiting import Known, NewTab, Tab, both_widths, each_hand, each_hand_and_width, press

PAGES = [
    *("", "case_studies/carr-manor/", "features/relational-practice/", "browse/phase/primary/", "find/", "compare/"),
    *("my-setting/", "matrix/", "glossary/", "404.html"),
]
SAID = ["safeguarding", "sleep", "coaching", "suspended", "governors", "mentoring", "paid for", "funded", "recruit"]


def look_for(tab: Tab, words: str) -> None:
    """Put words into the header's box and wait for what is found."""
    box = tab.page.locator("#seek-words")
    box.fill("")
    expect(tab.page.locator(".found")).to_be_hidden()
    box.fill(words)
    expect(tab.page.locator(".found")).to_be_visible()


def results(page: Page) -> list[str]:
    """The addresses of the results, from the root of the site; without the last line, which leads to the finder."""
    links = page.locator(".found li:not(.all-found) a").evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"https?://[^/]+/", "", link) for link in links]


@pytest.mark.parametrize("path, width", [(path, (320, 1280)[at % 2]) for at, path in enumerate(PAGES)])
def test_it_finds_as_one_types_on_each_kind_of_page(path: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab(path, width)
    page = tab.page
    page.keyboard.press("/")
    expect(page.locator("#seek-words")).to_be_focused()
    expect(page.locator("#seek-words")).to_have_value("")
    page.keyboard.type("restorative")
    expect(page.locator(".found-status")).to_have_text(re.compile(r"^The first 5 of \d+ pages\.$"))
    assert len(results(page)) == 5
    tab.sound()
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    expect(page.locator("#seek-words")).to_be_focused()
    expect(page.locator("#seek-words")).to_have_value("restorative")


def test_it_is_on_every_page_that_stays(real_site: Path) -> None:
    pages = [file.read_text(encoding="utf-8") for file in real_site.rglob("*.html")]
    staying = [page for page in pages if 'http-equiv="refresh"' not in page]
    assert len(staying) > 100
    for page in staying:
        root = re.search(r'<form class="seek" role="search" action="([./]*)find/" data-root="\1">', page)
        assert root is not None
        assert f'<script type="module" src="{root[1]}assets/find/everywhere.js"></script>' in page


def test_nothing_of_the_index_is_fetched_before_somebody_goes_to_the_box(new_tab: NewTab) -> None:
    tab = new_tab("case_studies/carr-manor/")
    tab.page.wait_for_load_state("networkidle")
    assert not [
        url for url in tab.asked if "/pagefind/" in url or "/find/t" in url or url.endswith(("words.js", "glossary.js"))
    ]
    with tab.page.expect_request("**/pagefind/pagefind.js"):
        tab.page.locator("#seek-words").focus()
    tab.sound()


def test_a_slash_is_a_slash_where_one_types(new_tab: NewTab) -> None:
    tab = new_tab().find()
    words = tab.page.locator("#find-words")
    words.press_sequentially("and/or")
    expect(words).to_have_value("and/or")
    header = tab.page.locator("#seek-words")
    header.press_sequentially("n/a")
    expect(header).to_have_value("n/a")
    tab.page.locator("#find-sort").focus()
    tab.page.keyboard.press("/")
    expect(tab.page.locator("#find-sort")).to_be_focused()
    tab.option("phase", "primary").focus()
    for held in ("Control", "Alt", "Meta"):
        tab.page.keyboard.press(f"{held}+/")
        expect(header).not_to_be_focused()
    tab.page.keyboard.press("/")
    expect(header).to_be_focused()


@both_widths
def test_arrows_walk_the_results_and_come_back(width: int, new_tab: NewTab) -> None:
    tab = new_tab("features/", width)
    look_for(tab, "restorative")
    links = tab.page.locator(".found a")
    assert links.count() == 6
    for link in links.all():
        tab.walk_to(link, most=1, key="ArrowDown")
        expect(link).to_be_in_viewport()
    tab.page.keyboard.press("ArrowDown")
    expect(links.last).to_be_focused()
    for link in [*reversed(links.all()[:-1]), tab.page.locator("#seek-words")]:
        tab.walk_to(link, most=1, key="ArrowUp")
    tab.page.keyboard.press("ArrowUp")
    expect(tab.page.locator("#seek-words")).to_be_focused()
    tab.accessible()
    tab.sound()


@each_hand
def test_words_are_taken_to_the_finder(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("glossary/")
    look_for(tab, "behaviour & families")
    if hand == "keyboard":
        tab.page.locator("#seek-words").press("Enter")
    else:
        tab.page.locator("form[role=search] button").click()
    tab.drawn()
    expect(tab.page).to_have_url(f"{tab.address}/find/?q=behaviour+%26+families")
    expect(tab.page.locator("#find-words")).to_have_value("behaviour & families")
    tab.sound()


@each_hand
def test_the_last_line_leads_to_the_finder_with_the_words(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("matrix/")
    look_for(tab, "coaching")
    press(tab.page.get_by_role("link", name="Look in the case studies, with filters"), hand)
    expect(tab.page.locator("#find-words")).to_have_value("coaching")
    tab.drawn().sound()


@each_hand_and_width
def test_a_result_opens_its_page(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab("", width)
    look_for(tab, "carr manor")
    if hand == "keyboard":
        tab.page.keyboard.press("ArrowDown")
        tab.page.keyboard.press("Enter")
    else:
        tab.page.locator(".found a").first.click()
    expect(tab.page).to_have_url(re.compile("/case_studies/carr-manor/(#.*)?$"))
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Coaching circles that every adult runs")
    tab.sound()


def test_escape_in_a_result_comes_back_to_the_box(new_tab: NewTab) -> None:
    tab = new_tab("browse/")
    look_for(tab, "coaching")
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Escape")
    expect(tab.page.locator(".found")).to_be_hidden()
    expect(tab.page.locator("#seek-words")).to_be_focused()


def test_escape_gives_up_what_is_still_coming(new_tab: NewTab) -> None:
    tab = new_tab("")
    page = tab.page
    look_for(tab, "coaching")
    page.evaluate("""() => {
      const box = document.querySelector('#seek-words');
      window.opened = [];
      new MutationObserver(() => window.opened.push(!document.querySelector('.found').hidden))
        .observe(document.querySelector('.found'), {attributes: true});
      box.value = 'restorative';
      box.dispatchEvent(new Event('input', {bubbles: true}));
      box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
    }""")
    expect(page.locator(".found")).to_be_hidden()
    page.wait_for_timeout(600)  # that nothing comes can only be waited for
    assert page.evaluate("window.opened.filter(Boolean).length") == 0
    page.locator("#seek-words").press("End")
    page.keyboard.type("s")
    expect(page.locator(".found")).to_be_visible()


@each_hand
def test_results_close_when_one_goes_elsewhere(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("browse/")
    look_for(tab, "coaching")
    if hand == "keyboard":
        links = tab.page.locator(".found a").count()
        for _ in range(links + 1):
            tab.page.keyboard.press("Tab")
            expect(tab.page.locator(".found")).to_be_visible()
        tab.page.keyboard.press("Tab")
    else:
        tab.page.get_by_role("heading", level=1).click()
    expect(tab.page.locator(".found")).to_be_hidden()


def test_the_words_are_marked_and_the_kind_of_page_is_said(real_site: Path, new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "restorative")
    found = tab.page.locator(".found li:not(.all-found)").all()
    for address, result in zip(results(tab.page), found, strict=True):
        marked = result.locator("mark").all_inner_texts()
        assert marked
        assert all(re.match(r"\W*restor", word, re.IGNORECASE) for word in marked)
        expect(result.locator("b")).not_to_be_empty()
        page = (real_site / address.partition("#")[0] / "index.html").read_text(encoding="utf-8")
        kind = result.locator("small").inner_text().partition(":")[0]
        assert f'data-pagefind-meta="kind:{kind}' in page


def test_a_case_study_is_said_with_its_setting(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "carr manor")
    expect(tab.page.locator(".found small").first).to_have_text(
        re.compile("^Case study: Carr Manor Community School, Leeds")
    )


def test_results_lead_to_sections_that_are_there(real_site: Path, new_tab: NewTab) -> None:
    tab = new_tab("")
    sections = 0
    for word in SAID:
        look_for(tab, word)
        for address in results(tab.page):
            path, _, section = address.partition("#")
            page = (real_site / path / "index.html").read_text(encoding="utf-8")
            sections += bool(section)
            assert not section or f'id="{section}"' in page
    assert sections > 10
    tab.sound()


@each_hand_and_width
def test_a_result_in_a_closed_question_opens_it(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab("about/", width)
    question = "a[href*='case_studies/'][href*='#how-']:not([href$='#how-1'])"
    for word in SAID:
        look_for(tab, word)
        if tab.page.locator(question).count():
            break
    press(tab.page.locator(question).first, hand)
    expect(tab.page).to_have_url(re.compile(r"#how-\d+$"))
    details = tab.page.locator(f"details:has({re.sub('.*#', '#', tab.page.url)})")
    expect(details).to_have_attribute("open", "")
    expect(details.locator("summary")).to_be_in_viewport()
    expect(details.locator("p").first).to_be_visible()


def test_a_setting_s_name_finds_its_case_study_first(table: Known, new_tab: NewTab) -> None:
    tab = new_tab("")
    for words, id in [
        *((name, id) for id, name in table.names.items()),
        ("carr manor", "carr-manor"),
        ("surrey", "surrey-square"),
    ]:
        look_for(tab, words)
        assert results(tab.page)[0].startswith(f"case_studies/{id}/"), words
    tab.sound()


def test_nothing_found_says_so_and_offers_a_way_on(new_tab: NewTab) -> None:
    tab = new_tab("sources/")
    look_for(tab, "zzxqv")
    expect(tab.page.locator(".found-status")).to_have_text(re.compile("^No page found. Nobody here writes “zzxqv”."))
    assert results(tab.page) == []
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    tab.drawn()
    expect(tab.status).to_have_text(re.compile("Nobody here writes “zzxqv”"))
    expect(tab.page.get_by_role("button", name="Start again")).to_be_visible()
    tab.sound()


def test_one_word_that_nobody_writes_does_not_lose_the_others(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "zzxqv restorative")
    expect(tab.page.locator(".found-status")).to_have_text(re.compile(r"of \d+ pages\. Nobody here writes “zzxqv”\.$"))
    assert len(results(tab.page)) == 5


def test_no_word_is_said_to_be_missing_that_is_there(new_tab: NewTab) -> None:
    tab = new_tab("")
    together = ("leeds learning", "mental health anxiety", "hackney borough", "london inclusion charter")
    for words in (*together, "accountability", "responsibilities", "initiatives", "try", "52", "covid-19"):
        look_for(tab, words)
        expect(tab.page.locator(".found-status")).to_have_text(re.compile("page"))
        expect(tab.page.locator(".found-status")).not_to_contain_text("Nobody")


@pytest.mark.parametrize("words, shelf", [("suspended", "exclusion"), ("EBSA", "attendance"), ("anxeity", "wellbeing")])
def test_the_list_of_what_a_word_means_comes_first(words: str, shelf: str, new_tab: NewTab) -> None:
    tab = new_tab("", 320)
    look_for(tab, words)
    assert results(tab.page)[0] == f"browse/challenge/{shelf}/"
    expect(tab.page.locator(".found-status")).to_have_text(re.compile("^1 list of case studies."))
    expect(tab.page.locator(".found-status")).not_to_contain_text("Nobody")
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    expect(tab.page).to_have_url(re.compile(f"/browse/challenge/{shelf}/$"))
    tab.sound()


@pytest.mark.parametrize("words", ["ADHD", "mentoring", "safeguarding", "SENCO"])
def test_pages_on_how_to_contribute_do_not_come_before_what_people_look_for(words: str, new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, words)
    assert not results(tab.page)[0].startswith("contribute/")
    kinds = tab.page.locator(".found li:not(.all-found) small").all_inner_texts()
    drawn = [at for at, kind in enumerate(kinds) if kind == "Theory of change"]
    told = [at for at, kind in enumerate(kinds) if kind.startswith("Case study:")]
    assert not drawn or min(told) < min(drawn)


def test_the_number_is_said_in_one_status_line(new_tab: NewTab) -> None:
    tab = new_tab("")
    page = tab.page
    page.evaluate("window.line = document.querySelector('.seek [role=status]')")
    look_for(tab, "sleep")
    expect(page.locator(".found-status")).to_have_text("1 page.")
    look_for(tab, "restorative")
    expect(page.locator(".found-status")).to_have_text(re.compile(r"^The first 5 of \d+ pages\.$"))
    assert page.evaluate("window.line === document.querySelector('.found [role=status]')")
    assert page.locator(".seek [role=status]").count() == 1


def test_emptying_the_box_takes_the_results_away(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "coaching")
    tab.page.locator("#seek-words").fill("c")
    expect(tab.page.locator(".found")).to_be_hidden()
    tab.page.locator("#seek-words").fill("")
    expect(tab.page.locator(".found")).to_be_hidden()
    expect(tab.page.locator("#seek-words")).to_be_focused()


# --- terms of the glossary --------------------------------------------------------------------------------------------


def meanings(tab: Tab) -> list[str]:
    """The ids of the terms that the panel explains, before all else that it shows."""
    items = tab.page.locator(".found li").evaluate_all("items => items.map(item => item.dataset.term ?? '')")
    told = [id for id in items if id]
    assert items[: len(told)] == told
    return told


TERMS = {
    "managed move": ["managed-move"],
    "Managed Moves": ["managed-move"],
    "SEMH": ["semh"],
    "ehcp": ["ehcp"],
    "E.H.C.P.": ["ehcp"],
    "SENCO's": ["senco"],
    "offrolling": ["off-rolling"],
    "aims": ["aims"],
    "what is a managed move?": ["managed-move"],
    "meaning of EHCP in schools": ["ehcp"],
    "managed move vs off-rolling": ["managed-move", "off-rolling"],
    "manged move": ["managed-move"],
    "nurture group": ["nurture-group"],
    "SEMH in Leeds": [],
    "restorative": [],
    "what is a": [],
}
"""What people type, and the terms that it asks for: those that say something else as well look for something else."""


def test_a_term_of_the_glossary_is_explained_first(new_tab: NewTab) -> None:
    tab = new_tab("", 320)
    for words, ids in TERMS.items():
        look_for(tab, words)
        expect(tab.page.locator(".all-found")).to_be_visible()
        assert meanings(tab) == ids, words
        assert results(tab.page)[: len(ids)] == [f"glossary/#{id}" for id in ids]
    tab.sound()


def test_a_term_that_is_explained_is_not_listed_once_more_as_a_page(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "managed move")
    expect(tab.page.locator(".all-found")).to_be_visible()
    assert [address for address in results(tab.page) if address.startswith("glossary/")] == ["glossary/#managed-move"]


def test_a_definition_stands_there_whole_and_is_announced(real_site: Path, new_tab: NewTab) -> None:
    tab = new_tab("", 320)
    look_for(tab, "EHCP")
    told = tab.page.locator("[data-term=ehcp]")
    expect(told.locator("b")).to_have_text("Education, health and care plan (EHCP)")
    (definition,) = (
        each["means"]
        for file in (real_site / "find/meanings").glob("*.json")
        for each in json.loads(file.read_text(encoding="utf-8"))
        if "(EHCP)" in each["name"]
    )
    expect(told.locator(".meaning")).to_have_text(definition)
    whole = "(text) => text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth"
    assert told.locator(".meaning").evaluate(f"text => {{ text.style.display = 'block'; return ({whole})(text); }}")
    expect(tab.page.locator(".found-status")).to_have_text(
        re.compile(r"^First, what “Education, health and care plan \(EHCP\)” means\. 1 list of case studies\. ")
    )
    expect(tab.page.locator(".found-status")).not_to_contain_text("Nobody")
    tab.accessible()
    tab.sound()


@each_hand_and_width
def test_a_definition_leads_to_its_place_in_the_glossary(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab("case_studies/carr-manor/", width)
    look_for(tab, "managed move")
    link = tab.page.locator("[data-term] a")
    if hand == "keyboard":
        tab.walk_to(link, most=1, key="ArrowDown")
        tab.page.keyboard.press("Enter")
    else:
        link.click()
    expect(tab.page).to_have_url(f"{tab.address}/glossary/#managed-move")
    expect(tab.page.locator("dt#managed-move")).to_be_in_viewport()
    tab.sound()


@each_hand
def test_on_the_glossary_itself_the_panel_makes_way(hand: str, new_tab: NewTab) -> None:
    tab = new_tab("glossary/", 320)
    look_for(tab, "managed move")
    press(tab.page.locator("[data-term] a"), hand)
    expect(tab.page).to_have_url(f"{tab.address}/glossary/#managed-move")
    expect(tab.page.locator("dt#managed-move")).to_be_in_viewport()
    expect(tab.page.locator(".found")).to_be_hidden()
    tab.sound()


def test_what_a_term_means_does_not_wait_for_the_index(new_tab: NewTab) -> None:
    """Whoever has gone to it stays there when the pages follow."""
    tab = new_tab("")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.page.route("**/pagefind/pagefind.js", hold)
    look_for(tab, "managed move")
    expect(tab.page.locator(".found-status")).to_have_text("First, what “Managed move” means. Looking for pages…")
    link = tab.page.locator("[data-term] a")
    tab.walk_to(link, most=1, key="ArrowDown")
    held[0].continue_()
    expect(tab.page.locator(".all-found")).to_be_visible()
    expect(link).to_be_focused()
    assert meanings(tab) == ["managed-move"]
    tab.sound()


def test_what_a_term_means_is_told_where_pages_cannot_be_searched(new_tab: NewTab) -> None:
    tab = new_tab("")
    tab.page.route("**/pagefind/**", lambda route: route.abort())
    look_for(tab, "managed move")
    expect(tab.page.locator(".found-status")).to_have_text(
        "First, what “Managed move” means. Search could not be loaded here. You can browse instead:"
    )
    assert meanings(tab) == ["managed-move"]
    assert results(tab.page) == ["glossary/#managed-move", "find/", "browse/", "features/", "glossary/"]


def test_without_the_glossary_pages_are_found_as_ever(new_tab: NewTab) -> None:
    tab = new_tab("")
    tab.page.route("**/find/terms.json", lambda route: route.abort())
    look_for(tab, "SEMH")
    expect(tab.page.locator(".found-status")).to_have_text(re.compile(r"^The first 5 of \d+ pages\.$"))
    assert meanings(tab) == []


def test_a_term_that_no_other_page_says_is_explained_all_the_same(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "offrolling")
    expect(tab.page.locator(".found-status")).to_have_text("First, what “Off-rolling” means. No other page was found.")


def test_meanings_are_fetched_by_whoever_types_a_term(new_tab: NewTab) -> None:
    tab = new_tab("")
    look_for(tab, "restorative")
    assert [url for url in tab.asked if url.endswith("/find/terms.json")]
    assert not [url for url in tab.asked if "/find/meanings/" in url or url.endswith("/find/table.json")]
    look_for(tab, "SEMH")
    assert len([url for url in tab.asked if "/find/meanings/" in url]) == 1
