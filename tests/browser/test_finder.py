"""The finder: words and filters together."""

import itertools
import random
import re
from base64 import b64encode
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Route, expect
from tests.browser.visiting import (
    AT_ONCE,
    SHOWS_FOCUS,
    Known,
    NewTab,
    both_widths,
    counted,
    each_hand,
    each_hand_and_width,
    press,
    query,
)

Filters = dict[str, list[str]]
SITUATION = "secondary, lots of fixed-term exclusions, no money"
MEANT: Filters = {"challenge": ["exclusion", "funding"], "phase": ["secondary"]}
SAID = re.compile(r"(\d+) case stud(?:y|ies)\.(?: Without “(.+)” there would be (\d+)\.)?")
COVERED = """() => {
  const bar = document.querySelector('.picked').getBoundingClientRect();
  const box = document.activeElement.getBoundingClientRect();
  return Boolean(document.activeElement.closest('.cards')) && box.top >= bar.top && box.bottom <= bar.bottom;
}"""
NONE = "No case study has all of that. Below is what would give you some."


def combinations(table: Known, number: int) -> list[Filters]:
    """Some ways to choose one to three words in one to three facets."""
    dice = random.Random(1010)
    made = []
    for _ in range(number):
        facets = dice.sample(sorted(table.under), dice.randint(1, 3))
        words = {facet: sorted(table.under[facet]) for facet in facets}
        made.append({facet: dice.sample(words[facet], min(dice.randint(1, 3), len(words[facet]))) for facet in facets})
    return [chosen for chosen in made if len(table.found(chosen)) <= AT_ONCE]


def says_what_is_true(status: str, number: int, drops: dict[str, int]) -> None:
    """The number; and, where a filter left out would give more, the one that gives most."""
    best = max(drops.values())
    if not number:
        assert status == NONE
        return
    said = SAID.fullmatch(status)
    assert said is not None, status
    assert int(said[1]) == number
    assert (said[2] is not None) == (best > number)
    assert said[2] is None or drops[said[2]] == int(said[3]) == best


# --- what is found and counted ----------------------------------------------------------------------------------------


def test_filters_are_checkboxes_in_named_groups_in_a_form(table: Known, new_tab: NewTab) -> None:
    page = new_tab().find().page
    for facet, words in table.under.items():
        group = page.locator(f'form.find fieldset[data-facet="{facet}"]')
        expect(group.locator("legend")).not_to_be_empty()
        assert group.locator("input").count() == len(words)
        assert group.locator(f'label input[type="checkbox"][name="{facet}"]').count() == len(words)
    assert page.locator("fieldset[data-facet]").count() == len(table.under)


def test_any_within_a_facet_and_all_between_facets_with_every_count(table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find()
    tried = combinations(table, 45)
    assert len(tried) > 30
    for chosen in tried:
        tab.ask(query(chosen)).shows(table.shown(chosen))
        number = len(table.found(chosen))
        expect(tab.status).to_have_text(
            re.compile(f"^{number} case stud|^No case study" if number else "^No case study")
        )
        says_what_is_true(tab.status.inner_text(), number, table.drops(chosen))
    tab.sound()


def test_words_count_as_a_facet_of_their_own(table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find("?q=families")
    expect(tab.status).to_have_text(re.compile(r"^\d+ case studies\.$"))
    within = tab.cards()
    assert 3 < len(within) <= AT_ONCE
    tab.shows(table.shown({}, within))
    for chosen in combinations(table, 8):
        tab.ask(query(chosen, q="families")).shows(table.shown(chosen, within))
    tab.sound()


@each_hand_and_width
def test_filters_by_hand(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find()
    chosen: Filters = {}
    for facet, word in [("phase", "primary"), ("phase", "secondary"), ("challenge", "exclusion")]:
        tab.choose((facet, word), hand=hand)
        chosen.setdefault(facet, []).append(word)
        tab.shows(table.shown(chosen))
        expect(tab.status).to_have_text(re.compile(f"^{counted(len(table.found(chosen)))}"))
        expect(tab.option(facet, word)).to_be_focused()
        tab.fits()
    assert tab.search == "?challenge=exclusion&phase=primary&phase=secondary"
    again = new_tab(width=width).find(urlsplit(tab.page.url).query.join(["?", ""]))
    again.shows(table.shown(chosen))
    tab.choose(("phase", "primary"), hand=hand)
    tab.shows(table.shown({"challenge": ["exclusion"], "phase": ["secondary"]}))
    tab.sound()


def test_the_keyboard_alone_reaches_all_of_it_with_a_visible_focus(table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find()
    page = tab.page
    tab.walk_to(page.locator("#find-words"))
    page.keyboard.type("mentoring")
    expect(tab.status).to_have_text("6 case studies.")
    tab.walk_to(page.locator('input[name="challenge"][value="exclusion"]'))
    page.keyboard.press("Space")
    tab.walk_to(page.locator('input[name="phase"][value="secondary"]'))
    page.keyboard.press("Space")
    chips = page.locator(".chips button")
    expect(chips).to_have_count(3)
    tab.walk_to(chips.first)
    tab.walk_to(page.locator("#find-sort"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find-sort")).to_have_value("newest")
    tab.walk_to(page.locator(".results .pick input").first)
    page.keyboard.press("Space")
    expect(page.locator(".picked")).to_be_visible()
    tab.walk_to(page.get_by_role("button", name="Clear", exact=True))
    tab.sound()


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_before_and_after_filtering(width: int, scheme: str, new_tab: NewTab) -> None:
    tab = new_tab(width=width, color_scheme=scheme).find()
    tab.accessible()
    tab.page.locator("#find-words").fill(SITUATION)
    expect(tab.page.locator(".hints button").first).to_be_visible()
    tab.choose(("phase", "primary"), ("need", "semh"))
    expect(tab.page.locator(".chips button")).to_have_count(3)
    tab.page.locator(".pick input").first.check()
    tab.accessible()
    tab.ask("?challenge=transition&challenge=funding&evidence=2&cost=low&kind=school")
    expect(tab.page.locator(".dead-end")).to_be_visible()
    tab.accessible()
    tab.sound()


# --- chips, and where the focus goes ----------------------------------------------------------------------------------


@each_hand_and_width
def test_chips_take_filters_away_and_hand_the_focus_on(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    chosen: Filters = {"challenge": ["exclusion", "belonging"], "phase": ["primary"]}
    tab = new_tab(width=width).find(query(chosen))
    chips = tab.page.locator(".chips button")
    expect(chips).to_have_count(4)
    steps = [("Exclusion and suspension", "belong"), ("Pupils who do not feel they belong", "Primary")]
    for label, following in steps:
        press(chips.filter(has_text=label), hand)
        expect(chips.filter(has_text=label)).to_have_count(0)
        expect(chips.filter(has_text=following)).to_be_focused()
    tab.shows(table.shown({"phase": ["primary"]}))
    press(chips.first, hand)
    expect(chips).to_have_count(0)
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    assert tab.search == ""
    tab.sound()


def test_the_results_stay_where_they_are_when_their_heading_has_the_focus(new_tab: NewTab) -> None:
    """Else what one presses next moves away between the press and the release."""
    tab = new_tab().find("?phase=primary")
    press(tab.page.locator(".chips button"), "mouse")
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    picks = tab.page.locator(".results .pick")
    expect(picks).to_have_count(AT_ONCE)
    top = "one => one.getBoundingClientRect().top"
    before = picks.first.evaluate(top)
    tab.page.locator("#find-sort").focus()
    assert picks.first.evaluate(top) == before


def test_the_last_chip_hands_the_focus_to_what_is_now_last(new_tab: NewTab) -> None:
    tab = new_tab().find("?challenge=exclusion&phase=primary&need=semh")
    chips = tab.page.locator(".chips button")
    press(chips.nth(2), "keyboard")
    expect(chips).to_have_count(3)
    expect(chips.last).to_be_focused()
    assert tab.page.evaluate(SHOWS_FOCUS)


@each_hand
def test_all_filters_are_cleared_at_once(hand: str, new_tab: NewTab) -> None:
    tab = new_tab().find("?q=coaching&challenge=exclusion&phase=primary&sort=newest")
    press(tab.page.get_by_role("button", name="Clear all filters"), hand)
    expect(tab.page.locator(".chips")).to_be_hidden()
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    expect(tab.page.locator("fieldset input:checked")).to_have_count(0)
    assert tab.search == "?q=coaching&sort=newest"
    tab.sound()


def test_a_chip_says_what_pressing_it_does(new_tab: NewTab) -> None:
    tab = new_tab().find("?phase=primary")
    expect(tab.page.get_by_role("button", name="Take away Phase: Primary")).to_be_visible()


# --- the address ------------------------------------------------------------------------------------------------------


def test_back_and_forward_show_what_was_shown(table: Known, new_tab: NewTab) -> None:
    tab = new_tab("about/").find()
    tab.choose(("phase", "primary"))
    tab.shows(table.shown({"phase": ["primary"]}))
    tab.choose(("challenge", "exclusion"))
    both: Filters = {"phase": ["primary"], "challenge": ["exclusion"]}
    tab.shows(table.shown(both))
    tab.page.locator("#find-words").press_sequentially("mentoring", delay=10)
    expect(tab.status).to_have_text(re.compile("^2 case studies"))
    tab.page.go_back()
    tab.shows(table.shown(both))
    expect(tab.page.locator("#find-words")).to_have_value("")
    tab.page.go_back()
    tab.shows(table.shown({"phase": ["primary"]}))
    tab.page.go_back()
    expect(tab.status).to_have_text("13 case studies.")
    tab.page.go_forward()
    tab.shows(table.shown({"phase": ["primary"]}))
    tab.page.go_forward()
    tab.page.go_forward()
    expect(tab.page.locator("#find-words")).to_have_value("mentoring")
    expect(tab.status).to_have_text(re.compile("^2 case studies"))
    for _ in range(4):
        tab.page.go_back()
    expect(tab.page).to_have_url(re.compile("/about/$"))
    tab.sound()


def test_an_address_opens_to_all_that_it_says(table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find(
        "?q=coaching&challenge=exclusion&phase=primary&phase=all_through&sort=newest&compare=carr-manor"
    )
    expect(tab.page.locator("#find-words")).to_have_value("coaching")
    expect(tab.page.locator("#find-sort")).to_have_value("newest")
    expect(tab.page.locator("fieldset input:checked")).to_have_count(3)
    expect(tab.page.locator("[data-pick=carr-manor]")).to_be_checked()
    expect(tab.page.locator(".ignored")).to_be_hidden()
    before = tab.page.url
    tab.choose(("need", "semh"))
    expect(tab.page.locator(".chips button")).to_have_count(5)
    tab.choose(("need", "semh"))
    expect(tab.page.locator(".chips button")).to_have_count(4)
    assert parse_qs(urlsplit(tab.page.url).query) == parse_qs(urlsplit(before).query)


# --- what is said -----------------------------------------------------------------------------------------------------


def test_the_number_is_said_when_typing_stops_and_not_at_each_key(new_tab: NewTab) -> None:
    tab = new_tab().find()
    page = tab.page
    expect(tab.status).to_have_text("13 case studies.")
    page.evaluate("""async () => {
      window.line = document.querySelector('.results [role=status]');
      window.said = [];
      new MutationObserver(() => window.said.push(window.line.textContent))
        .observe(window.line, {childList: true, subtree: true, characterData: true});
      const box = document.querySelector('#find-words');
      for (const letter of 'mentoring') {
        box.value += letter;
        box.dispatchEvent(new Event('input', {bubbles: true}));
        await new Promise((done) => setTimeout(done, 60));
      }
    }""")
    expect(page.locator(".results article.case")).to_have_count(6)
    expect(tab.status).to_have_text("6 case studies.")
    assert page.evaluate("window.said.filter(text => !text.startsWith('Looking'))") == ["6 case studies."]
    assert page.evaluate("window.line.isConnected && window.line === document.querySelector('.results [role=status]')")
    assert page.locator(".finder [role=status]").count() == 1


def test_without_something_there_would_be_more(table: Known, new_tab: NewTab) -> None:
    chosen: Filters = {"phase": ["special"], "challenge": ["funding"]}
    tab = new_tab().find(query(chosen))
    expect(tab.status).to_have_text(re.compile("Without"))
    said = SAID.fullmatch(tab.status.inner_text())
    assert said is not None
    press(tab.page.locator(".chips button").filter(has_text=said[2]), "mouse")
    expect(tab.status).to_have_text(re.compile(f"^{said[3]} case stud"))


@each_hand_and_width
def test_where_nothing_is_found_each_way_out_gives_what_it_says(
    hand: str, width: int, table: Known, new_tab: NewTab
) -> None:
    chosen: Filters = {"challenge": ["funding", "transition"], "kind": ["charity"], "phase": ["primary"]}
    assert not table.found(chosen)
    tab = new_tab(width=width).find(query(chosen))
    ways = tab.page.locator(".dead-end button")
    drops = {f"Leave out “{label}”": number for label, number in table.drops(chosen).items() if number}
    kept = {
        f"Keep only “{label}”": len(table.under[facet][word])
        for (facet, word), label in table.labels.items()
        if word in chosen.get(facet, [])
    }
    offered = {**(drops or kept), "Start again": 13}
    for text, number in offered.items():
        expect(tab.status).to_have_text(NONE)
        expect(ways).to_have_count(len(offered))
        way = ways.filter(has_text=text)
        expect(way.locator("small")).to_have_text(counted(number))
        press(way, hand)
        expect(tab.status).to_have_text(re.compile(f"^{counted(number)}"))
        expect(tab.page.locator(".results article.case")).to_have_count(min(number, AT_ONCE))
        expect(tab.page.locator(".dead-end")).to_be_hidden()
        expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
        tab.page.go_back()
    tab.sound()


def test_leaving_out_one_filter_or_the_words_gives_what_it_says(table: Known, new_tab: NewTab) -> None:
    chosen = next(pair for pair in table.empty() if "challenge" in pair and "phase" in pair)
    tab = new_tab()
    for search in (query(chosen), "?q=sleep&phase=special"):
        tab.find(search)
        ways = tab.page.locator(".dead-end button")
        expect(ways.first).to_be_visible()
        assert ways.count() == 3
        for at in range(3):
            number = ways.nth(at).locator("small").inner_text()
            press(ways.nth(at), "mouse")
            expect(tab.status).to_have_text(re.compile(f"^{number}"))
            tab.page.go_back()
            expect(ways).to_have_count(3)
            expect(tab.status).to_have_text(NONE)
    tab.sound()


# --- on a phone -------------------------------------------------------------------------------------------------------


@each_hand
def test_on_a_phone_the_number_and_the_way_to_the_results_stay_in_sight(hand: str, new_tab: NewTab) -> None:
    tab = new_tab(width=320, height=640).find("?q=secondary+exclusions+no+money")
    way = tab.page.locator(".to-results button")
    expect(way).to_be_in_viewport()
    tab.choose(("challenge", "exclusion"), hand=hand)
    expect(way).to_be_in_viewport()
    expect(way).to_have_text(re.compile(r"^Show \d+ case stud"))
    tab.accessible()
    tab.fits()
    press(way, hand)
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    expect(tab.status).to_be_in_viewport()
    tab.sound()


def test_where_results_stand_beside_the_filters_no_way_to_them_is_needed(new_tab: NewTab) -> None:
    expect(new_tab(width=1280).find().page.locator(".to-results")).to_be_hidden()


# --- a situation, typed -----------------------------------------------------------------------------------------------


@each_hand_and_width
def test_a_situation_becomes_filters(hand: str, width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find()
    words = tab.page.locator("#find-words")
    words.fill(SITUATION)
    hints = tab.page.locator(".hints button")
    expect(hints).to_have_text(
        [
            "Use secondary, exclusion and suspension and little money",
            "Phase: Secondary",
            "Challenge: Exclusion and suspension",
            "Challenge: Little money",
        ]
    )
    tab.fits()
    press(hints.first, hand)
    expect(words).to_have_value("")
    expect(words).to_be_focused()
    tab.shows(table.shown(MEANT))
    expect(tab.page.locator(".hints")).to_be_hidden()
    tab.sound()


@each_hand
def test_one_suggestion_takes_its_own_words_out_of_the_box(hand: str, new_tab: NewTab) -> None:
    tab = new_tab().find()
    words = tab.page.locator("#find-words")
    words.fill("coaching in a Secondary school with no money")
    press(tab.page.get_by_role("button", name="Phase: Secondary"), hand)
    expect(words).to_have_value("coaching in a school with no money")
    expect(tab.page.locator("fieldset input:checked")).to_have_count(1)
    expect(words).to_be_focused()
    press(tab.page.get_by_role("button", name="Challenge: Little money"), hand)
    expect(words).to_have_value("coaching in a school with")
    expect(tab.page.locator("fieldset input:checked")).to_have_count(2)


LEFT_IN_THE_BOX = {
    "a secondary where there are lots of exclusions": "",
    "who, with secondary exclusions": "",
    "secondary, exclusions, football mentors": "football mentors",
    "children with football mentors; secondary pupils who are excluded": "football mentors",
    "football mentors in a secondary where pupils are excluded": "football mentors",
    "teaching assistants who read, secondary, no money": "teaching assistants who read",
    "coaching in a secondary with lots of exclusions": "coaching",
    "children who are excluded, secondary, children with sleep problems": "sleep problems",
    "secondary with a high number of 30 exclusions": "number of 30",
    "high exclusions in secondary, 30": "",
    "drop-in club; secondary, exclusions": "drop-in club",
    "trauma-informed teaching, secondary": "trauma-informed teaching",
    "exlcusions in a secondary, football": "football",
    "Year 8 boy, secondary, excluded": "Year 8 boy",
}
"""Situations, and what stays in the box when all that means a filter has become one."""


def test_what_was_turned_into_filters_leaves_no_odd_words_behind(new_tab: NewTab) -> None:
    tab = new_tab(width=320)
    for typed, left in LEFT_IN_THE_BOX.items():
        tab.find(query({}, q=typed))
        press(tab.page.locator(".all-hints"), "mouse")
        expect(tab.page.locator("#find-words")).to_have_value(left)
        expect(tab.page.locator("#find-words")).to_be_focused()
        assert ("q=" in tab.page.url) == bool(left)
    tab.sound()


def test_words_of_filters_that_were_chosen_before_go_as_well(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=secondary+exclusions+and+sleep&phase=secondary")
    press(tab.page.get_by_role("button", name="Challenge: Exclusion and suspension"), "keyboard")
    expect(tab.page.locator("#find-words")).to_have_value("sleep")
    tab.sound()


def test_of_a_situation_nothing_is_left_but_what_tells_something(new_tab: NewTab) -> None:
    """Whom it is about is in every case study, and would find those that tell of something else."""
    tab = new_tab().find()
    words = tab.page.locator("#find-words")
    words.fill("where a boy with anxiety stopped coming")
    press(tab.page.locator(".hints .all-hints"), "mouse")
    expect(words).to_have_value("")
    expect(tab.page.locator("fieldset input:checked")).to_have_count(2)
    tab.sound()


def test_filters_that_find_nothing_together_are_not_offered_together(table: Known, new_tab: NewTab) -> None:
    nothing = next(pair for pair in table.empty() if set(pair) == {"phase", "challenge"})
    labels = [table.labels[facet, word] for facet, (word,) in nothing.items()]
    tab = new_tab().find()
    tab.page.locator("#find-words").fill(", ".join(labels))
    expect(tab.page.locator(".hints button").nth(1)).to_be_visible()
    expect(tab.page.locator(".all-hints")).to_have_count(0)


def test_the_filters_can_be_skipped_with_the_keyboard(new_tab: NewTab) -> None:
    tab = new_tab().find("?phase=primary")
    tab.page.locator("#find-words").focus()
    tab.walk_to(tab.page.get_by_role("link", name="Skip the filters"), most=4)
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    tab.walk_to(tab.page.locator("#find-sort"), most=4)
    assert "phase=primary" in tab.search
    tab.sound()


def test_what_people_type_is_understood_and_the_rest_left_alone(new_tab: NewTab) -> None:
    tab = new_tab().find()
    for typed, labels in {
        "parents will not come in": ["Challenge: Families who have lost trust"],
        "eager pupils map their land": [],
        "year 7 in London": ["Challenge: Moving between schools", "Region: London"],
        "EAL": ["Need: English as an additional language"],
        "a pupil who doesn't talk": [],
        "free school meals": ["Need: Poverty and disadvantage"],
        "a boy with anxiety who stopped coming": ["Challenge: Mental health and wellbeing", "Challenge: Attendance"],
    }.items():
        tab.page.locator("#find-words").fill(typed)
        expect(tab.page.locator(".hints button:not(.all-hints)")).to_have_text(labels)
    tab.sound()


@pytest.mark.parametrize(
    "typed, word",
    [
        *(
            ("suspended", "exclusion"),
            ("kicked out", "exclusion"),
            ("EBSA", "attendance"),
            ("school refuser", "attendance"),
        ),
        *(
            ("school refuser", "attendance"),
            ("anxious", "wellbeing"),
            ("EHCP", "unmet_need"),
        ),
        *(("Year 6 to 7", "transition"), ("attendence", "attendance")),
        *(("part-time timetable", "attendance"), ("managed moves", "exclusion"), ("parents", "family_trust")),
        *(
            ("exlcusion", "exclusion"),
            ("suspnded", "exclusion"),
            ("anxeity", "wellbeing"),
            ("attendence", "attendance"),
        ),
    ],
)
def test_what_a_word_means_is_found_whether_or_not_somebody_writes_it(
    typed: str, word: str, table: Known, new_tab: NewTab
) -> None:
    tab = new_tab().find(f"?q={typed}")
    expect(tab.status).to_have_text(re.compile(r"^\d+ case stud"))
    meant = table.under["challenge"][word]
    cards = tab.cards()
    assert set(meant) <= set(cards)
    assert set(cards[: min(3, len(meant))]) <= set(meant)
    label = table.labels["challenge", word]
    first = tab.page.locator(".results article.case").first
    expect(first.get_by_role("list", name="Matches").get_by_role("listitem").filter(has_text=label)).to_have_count(1)
    tab.sound()


@pytest.mark.parametrize(
    "typed, label", [("ADHD", "ADHD"), ("autistic", "Autism"), ("looked after", "Care experience")]
)
def test_what_nobody_told_of_yet_is_said(typed: str, label: str, new_tab: NewTab) -> None:
    tab = new_tab().find(f"?q={typed}")
    expect(tab.status).to_contain_text(f"No case study is listed under “{label}” yet; these hold the words.")
    assert tab.cards()
    tab.sound()


def test_the_words_say_how_they_were_read(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=EBSA")
    expect(tab.status).to_have_text("4 case studies. No case study writes “ebsa”; looked under “Attendance” instead.")
    tab.find("?q=exlcusion")
    expect(tab.status).to_have_text(re.compile("Nobody here writes “exlcusion”; read as “exclusion”.$"))
    press(tab.page.get_by_role("button", name="Challenge: Exclusion and suspension"), "mouse")
    expect(tab.page.locator("#find-words")).to_have_value("")
    tab.sound()


@both_widths
def test_a_term_of_the_glossary_is_explained_under_the_box(width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find("?q=managed+move")
    told = tab.page.locator(".explained")
    expect(told).to_contain_text("Managed move: A planned fresh start at another school")
    expect(told).to_be_in_viewport()
    expect(tab.status).to_have_text("11 case studies. What “Managed move” means stands under the box.")
    link = told.get_by_role("link", name="In the glossary (Managed move)")
    expect(link).to_have_attribute("href", "../glossary/#managed-move")
    tab.accessible()
    tab.page.locator("#find-words").focus()
    tab.walk_to(link, most=3)
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("dt#managed-move")).to_be_in_viewport()
    tab.sound()


def test_an_explanation_goes_with_the_words_that_asked_for_it(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=what+is+an+EHCP")
    told = tab.page.locator(".explained")
    expect(told.locator("b")).to_have_text(["Education, health and care plan (EHCP):"])
    tab.page.locator("#find-words").fill("managed moves and EHCPs")
    expect(told.locator("b")).to_have_text(["Managed move:", "Education, health and care plan (EHCP):"])
    expect(tab.status).to_contain_text("What “Managed move” and “Education, health and care plan (EHCP)” mean stands")
    tab.page.locator("#find-words").fill("managed moves in a secondary school")
    expect(told).to_be_hidden()
    tab.page.locator("#find-words").fill("manged move")
    expect(told.locator("b")).to_have_text(["Managed move:"])
    tab.page.locator("#find-words").fill("")
    expect(told).to_be_hidden()
    tab.sound()


def test_a_term_that_no_case_study_says_is_explained_beside_what_one_could_do(new_tab: NewTab) -> None:
    tab = new_tab(width=320).find("?q=offrolling")
    expect(tab.page.locator(".explained")).to_contain_text("Off-rolling: Removing a pupil")
    expect(tab.status).to_have_text(f"{NONE} What “Off-rolling” means stands under the box.")
    expect(tab.page.get_by_role("button", name="Start again")).to_be_visible()
    tab.sound()


def test_a_term_is_explained_where_words_cannot_be_searched(new_tab: NewTab) -> None:
    tab = new_tab()
    tab.page.route("**/pagefind/**", lambda route: route.abort())
    tab.find("?q=managed+move")
    expect(tab.page.locator(".explained")).to_contain_text("Managed move: A planned")
    expect(tab.status).to_contain_text("Words cannot be searched here just now; the filters work.")


def test_an_explanation_is_printed_with_the_results(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=managed+move")
    tab.page.emulate_media(media="print")
    expect(tab.page.locator(".explained")).to_be_visible()
    expect(tab.page.locator(".seek.wide")).to_be_hidden()


def test_those_that_fit_most_of_a_situation_come_first(table: Known, new_tab: NewTab) -> None:
    tab = new_tab(width=320).find()
    tab.walk_to(tab.page.locator("#find-words"))
    tab.page.keyboard.insert_text("a Year 8 boy with many suspensions, anxious, family worn out; we have no money")
    expect(tab.status).to_have_text(re.compile("these have some"))
    meant: Filters = {"challenge": ["exclusion", "wellbeing", "family_trust", "funding"]}
    fit = [len(table.matched(id, meant)) for id in tab.cards()]
    assert fit == sorted(fit, reverse=True)
    tab.fits()
    tab.sound()


def test_a_filter_that_is_chosen_is_not_suggested(new_tab: NewTab) -> None:
    tab = new_tab().find("?q=secondary+exclusions&phase=secondary")
    expect(tab.page.locator(".hints button")).to_have_text(["Challenge: Exclusion and suspension"])


# --- cards ------------------------------------------------------------------------------------------------------------


def test_cards_say_which_filters_they_match(table: Known, new_tab: NewTab) -> None:
    chosen: Filters = {"challenge": ["exclusion", "behaviour"], "phase": ["secondary", "all_through"]}
    tab = new_tab().find(query(chosen))
    tab.shows(table.shown(chosen))
    for card in tab.page.locator(".results article.case").all():
        matched = card.get_by_role("list", name="Matches").get_by_role("listitem").all_inner_texts()
        assert sorted(matched) == sorted(table.matched(str(card.get_attribute("data-case")), chosen))


@both_widths
def test_cards_say_why_words_found_them(width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find("?q=mentoring")
    cards = tab.page.locator(".results article.case")
    expect(cards).to_have_count(6)
    for card in cards.all():
        card.scroll_into_view_if_needed()
        expect(card.locator(".why mark").first).to_have_text(re.compile("^\\W*mentor", re.IGNORECASE))
    section = tab.page.locator(".why a").first
    address = str(section.get_attribute("href"))
    assert re.fullmatch(r"\.\./case_studies/[a-z-]+/#[a-z0-9-]+", address)
    tab.fits()
    press(section, "keyboard")
    expect(tab.page.locator("#" + address.split("#")[1])).to_be_visible()
    tab.sound()


@each_hand
def test_cards_lead_to_their_case_studies(hand: str, new_tab: NewTab) -> None:
    tab = new_tab().find("?phase=primary")
    link = tab.page.locator("[data-case=surrey-square] h3 a")
    title = link.inner_text()
    press(link, hand)
    expect(tab.page.get_by_role("heading", level=1)).to_have_text(title)
    tab.page.go_back()
    expect(tab.page.locator("fieldset input:checked")).to_have_count(1)
    tab.sound()


# --- order ------------------------------------------------------------------------------------------------------------


def test_best_match_puts_most_filters_first_then_the_stronger_evidence(table: Known, new_tab: NewTab) -> None:
    chosen: Filters = {"challenge": ["exclusion", "behaviour", "belonging"], "need": ["semh", "disadvantage"]}
    tab = new_tab().find(query(chosen))
    tab.shows(table.shown(chosen))
    found = table.found(chosen)
    assert tab.cards() == sorted(found, key=lambda case: (-len(table.matched(case, chosen)), -table.evidence(case)))


@each_hand
def test_the_strongest_evidence_comes_first(hand: str, table: Known, new_tab: NewTab) -> None:
    tab = new_tab().find("?group=staff")
    if hand == "mouse":
        tab.page.locator("#find-sort").select_option("strongest evidence")
    else:
        tab.page.locator("#find-sort").press_sequentially("strongest")
        expect(tab.page.locator("#find-sort")).to_be_focused()
    expect(tab.page.locator("#find-sort")).to_have_value("evidence")
    expect(tab.page).to_have_url(re.compile("sort=evidence"))
    wanted = sorted(table.found({"group": ["staff"]}), key=lambda case: -table.evidence(case))
    expect(tab.page.locator(".results article.case").first).to_have_attribute("data-case", wanted[0])
    assert tab.cards() == wanted


def test_the_newest_come_first(table: Known, new_tab: NewTab) -> None:
    days = dict(zip(table.cases, itertools.cycle([3, 1, 4, 1, 5, 9, 2]), strict=False))

    def dated(route: Route) -> None:
        data = route.fetch().json()
        route.fulfill(json={**data, "published": [days[id] for id in data["cases"]]})

    tab = new_tab()
    tab.page.route("**/find/table.json", dated)
    tab.find("?sort=newest&group=staff")
    wanted = sorted(table.found({"group": ["staff"]}), key=lambda case: (-days[case], -table.evidence(case)))
    assert tab.cards() == wanted


# --- more than one sees at once ---------------------------------------------------------------------------------------


@each_hand_and_width
def test_more_are_shown_and_the_focus_goes_to_the_first_of_them(hand: str, width: int, new_tab: NewTab) -> None:
    def fewer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-at-once="12"', 'data-at-once="5"'))

    tab = new_tab(width=width)
    tab.page.route(re.compile("/find/$"), fewer)
    tab.find()
    cards = tab.page.locator(".results article.case")
    expect(cards).to_have_count(5)
    first = tab.cards()
    press(tab.page.get_by_role("button", name="Show 5 more of 8"), hand)
    expect(cards).to_have_count(10)
    expect(cards.nth(5).locator("h3 a")).to_be_focused()
    press(tab.page.get_by_role("button", name="Show 3 more", exact=True), hand)
    expect(cards).to_have_count(13)
    expect(cards.nth(10).locator("h3 a")).to_be_focused()
    expect(tab.page.locator(".more-results button")).to_have_count(0)
    assert tab.cards()[:5] == first
    assert len(set(tab.cards())) == 13
    tab.sound()


def test_a_hundred_and_thirty_are_found_and_shown_too(table: Known, new_tab: NewTab) -> None:
    """The bits of a larger table: each case study ten times over, every eleventh bit set for one word."""

    def larger(route: Route) -> None:
        data = route.fetch().json()
        cases = [f"{id}-{number}" for number in range(10) for id in data["cases"]]
        data["facets"]["phase"]["words"]["primary"]["cases"] = bits(range(0, 130, 11))
        data["facets"]["phase"]["words"]["secondary"]["cases"] = bits(range(0, 130, 3))
        extra = {key: value * 10 for key, value in data.items() if isinstance(value, list) and len(value) == 13}
        route.fulfill(json={**data, **extra, "cases": cases})

    tab = new_tab()
    tab.page.route("**/find/table.json", larger)
    tab.page.route("**/find/cards/*.json", lambda route: route.fulfill(json={}))
    tab.find()
    expect(tab.status).to_have_text("130 case studies.")
    tab.choose(("phase", "primary"))
    expect(tab.status).to_have_text(re.compile(r"^12 case studies\."))
    tab.choose(("phase", "secondary"))
    expect(tab.status).to_have_text(re.compile(f"^{counted(len({*range(0, 130, 11), *range(0, 130, 3)}))}"))
    press(tab.page.locator(".more-results button"), "mouse")
    expect(tab.page.locator(".results article.case")).to_have_count(24)


def bits(positions: range) -> str:
    number = sum(1 << position for position in positions)
    return b64encode(number.to_bytes(17, "little")).decode()


# --- choosing what to compare -----------------------------------------------------------------------------------------


@each_hand_and_width
def test_up_to_four_are_chosen_to_compare(hand: str, width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width).find()
    picked = tab.page.locator(".picked")
    picks = tab.page.locator(".results .pick input")
    expect(picks).to_have_count(AT_ONCE)
    expect(picked).to_be_hidden()
    press(picks.nth(0), hand)
    expect(picked).to_contain_text("1 case study chosen. Choose one more to compare.")
    for number in (1, 2, 3):
        press(picks.nth(number), hand)
        expect(picks.nth(number)).to_be_checked()
    expect(picked).to_contain_text("4 case studies chosen, which is as many as fit.")
    expect(picked.get_by_role("link", name="Compare them")).to_be_visible()
    expect(tab.page.locator(".pick input:disabled")).to_have_count(AT_ONCE - 4)
    tab.fits()
    assert tab.search == f"?compare={','.join(tab.cards()[:4])}"
    press(picks.nth(0), hand)
    expect(tab.page.locator(".pick input:disabled")).to_have_count(0)
    press(picked.get_by_role("button"), hand)
    expect(picked).to_be_hidden()
    expect(tab.page.get_by_role("heading", name="Results")).to_be_focused()
    expect(tab.page.locator(".pick input:checked")).to_have_count(0)
    assert tab.search == ""
    tab.sound()


def test_who_listens_hears_what_is_chosen_to_compare_and_where_to_go(new_tab: NewTab) -> None:
    tab = new_tab().find()
    picks = tab.page.locator(".results .pick input")
    press(picks.nth(0), "keyboard")
    expect(tab.status).to_have_text("13 case studies. 1 case study chosen. Choose one more to compare.")
    press(picks.nth(1), "keyboard")
    expect(tab.status).to_contain_text("2 case studies chosen. The link to compare them follows the results.")
    press(picks.nth(1), "keyboard")
    press(picks.nth(0), "keyboard")
    expect(tab.status).to_have_text("13 case studies. None chosen to compare.")


@both_widths
def test_what_has_the_focus_is_not_under_the_bar_of_what_is_chosen(width: int, new_tab: NewTab) -> None:
    tab = new_tab(width=width, height=600).find("?compare=carr-manor,dunraven")
    tab.page.locator("#find-sort").focus()
    for _ in range(24):
        tab.page.keyboard.press("Tab")
        assert not tab.page.evaluate(COVERED), tab.focused()
    assert tab.page.evaluate("document.activeElement.closest('.cards') !== null")


def test_a_fifth_cannot_be_chosen_after_filtering_either(new_tab: NewTab) -> None:
    tab = new_tab().find("?compare=carr-manor,dunraven,beewell,astrea")
    expect(tab.page.locator(".pick input:disabled")).to_have_count(AT_ONCE - 4)
    tab.choose(("phase", "primary"))
    expect(tab.page.locator(".results article.case")).to_have_count(6)
    chosen = tab.page.locator(".pick input:checked").count()
    expect(tab.page.locator(".pick input:disabled")).to_have_count(6 - chosen)
    tab.sound()


def test_what_is_chosen_stays_chosen_while_one_filters(new_tab: NewTab) -> None:
    tab = new_tab().find()
    tab.page.locator("[data-pick=surrey-square]").check()
    tab.choose(("phase", "special"))
    expect(tab.page.locator("[data-pick=surrey-square]")).to_have_count(0)
    expect(tab.page.locator(".picked")).to_contain_text("1 case study chosen")
    tab.page.locator(".chips button").click()
    expect(tab.page.locator("[data-pick=surrey-square]")).to_be_checked()
    tab.page.locator("[data-pick=kingsford]").check()
    tab.page.get_by_role("link", name="Compare them").click()
    expect(tab.page.locator(".comparison thead th")).to_have_text(
        [re.compile("Surrey Square Primary School"), re.compile("Kingsford Community School")]
    )
    tab.sound()


# --- without JavaScript -----------------------------------------------------------------------------------------------


@both_widths
def test_without_javascript_every_filter_leads_to_its_page(width: int, table: Known, new_tab: NewTab) -> None:
    tab = new_tab("find/", width, java_script_enabled=False)
    page = tab.page
    expect(page.locator(".unscripted")).to_be_visible()
    expect(page.locator(".unscripted")).to_contain_text("need JavaScript")
    links = page.locator("fieldset .opt a.count")
    assert links.count() == len(table.labels)
    for (facet, word), link in zip(table.labels, links.all(), strict=True):
        assert str(link.text_content()).split()[0] == str(len(table.under[facet][word]))
    link = page.locator('fieldset[data-facet="phase"] a.count').first
    address = str(link.get_attribute("href"))
    press(link, "keyboard")
    expect(page).to_have_url(re.compile(re.escape(address.removeprefix("..")) + "$"))
    expect(page.locator("article.case")).to_have_count(len(table.under["phase"]["primary"]))


def test_without_javascript_the_form_leads_to_browsing(new_tab: NewTab) -> None:
    tab = new_tab("find/", java_script_enabled=False)
    tab.page.locator("#find-words").fill("coaching")
    tab.page.locator("#find-words").press("Enter")
    expect(tab.page).to_have_url(re.compile(r"/browse/\?q=coaching"))
    expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
    expect(tab.page.locator("#main a[href*='phase']").first).to_be_visible()
