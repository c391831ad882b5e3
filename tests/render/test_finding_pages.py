"""The finder, the comparison and "my setting" as they stand before any script runs, and the marks for the index."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urljoin

import pytest
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, read
from tests.support.canary import Canary, texts_of
from tests.support.proses import words
from tests.support.sites import (
    Element,
    a_full_library,
    a_renderer,
    every_page,
    html_of,
    many_cases,
    page_at,
    parsed,
    some_pages,
)

from tenfold.finding import finder_table
from tenfold.library import Library
from tenfold.model import Record
from tenfold.model.vocabulary import Challenge, Phase, Region, SettingKind
from tenfold.pages import Rack, finder_racks, plan_pages, racks
from tenfold.pages.finding import AT_ONCE
from tenfold.pages.planning import PER_PAGE

GROUPS = ("all_pupils", "targeted_groups", "staff")
ROWS = [
    *("Setting", "Situation", "Key features", "What they did", "In numbers", "What it takes"),
    *("Strength of evidence", "Figures and facts from"),
]


def a_wide_library() -> Library:
    """A full library in which every facet is filled, and every group has a feature of its own."""
    more: dict[str, Record] = {
        "some-need-more": a_feature(title="Help for some", short_title="For some", number="3", group="targeted_groups"),
        "fir": a_case_study(
            setting__name="Fir College",
            setting__phase="post_16",
            setting__kind="school",
            setting__region=["london", "yorkshire_and_the_humber"],
            needs=["autism", "semh"],
            effort={"cost_band": "existing_resources"},
            features=["some-need-more", "staff-together"],
            evidence__level="4",
        ),
    }
    return a_full_library(more)


WIDE = a_wide_library()


@cache
def page_of(address: str) -> Element:
    return parsed(html_of(address, WIDE)).find("body")


def said(element: Element) -> str:
    return " ".join(words(element).split())


def of_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def the(page: Element, name: str) -> Element:
    (found,) = of_class(page, name)
    return found


def offered() -> tuple[Rack, ...]:
    return finder_racks(WIDE, racks(WIDE))


def boxes(element: Element) -> list[tuple[str, str]]:
    """The name and the value of each native checkbox."""
    return [(box.get("name"), box.get("value")) for box in element.iter("input") if box.get("type") == "checkbox"]


def options(page: Element) -> Iterator[tuple[Element, Element]]:
    """The label and the link of each option of the finder."""
    for option in of_class(page, "opt"):
        (label,) = option.iter("label")
        (link,) = option.iter("a")
        yield label, link


def is_hidden(page: Element, element: Element) -> bool:
    """Whether an element, or one around it, is hidden."""
    around = {child: parent for parent in page.iter() for child in parent}
    while element is not None and element.get("hidden") is None:
        element = around.get(element)
    return element is not None


def test_each_facet_is_a_group_of_fields_with_a_legend() -> None:
    groups = list(page_of("find/").iter("fieldset"))
    assert [group.get("data-facet") for group in groups] == [rack.id for rack in offered()]
    assert [(group[0].tag, said(group[0])) for group in groups] == [("legend", rack.label) for rack in offered()]
    assert len(groups) == 10


def test_each_filter_is_a_native_checkbox_that_says_what_it_is() -> None:
    wanted = [(rack.id, shelf.word, shelf.label) for rack in offered() for shelf in rack.filled]
    assert [(*boxes(label)[0], said(label)) for label, _ in options(page_of("find/"))] == wanted
    assert len(boxes(page_of("find/"))) == len(wanted) == 20


def test_the_filters_are_those_of_the_table() -> None:
    table = finder_table(WIDE, offered())["facets"]
    assert boxes(page_of("find/")) == [(facet, word) for facet, about in table.items() for word in about["words"]]


def test_the_checkboxes_of_a_facet_stand_within_it() -> None:
    for group in page_of("find/").iter("fieldset"):
        assert {name for name, _ in boxes(group)} == {group.get("data-facet")}


def test_each_filter_leads_to_the_page_where_one_can_browse_it() -> None:
    planned = {page.address for page in plan_pages(WIDE)}
    leading = [urljoin("/find/", link.get("href")).lstrip("/") for _, link in options(page_of("find/"))]
    assert leading == [shelf.address for rack in offered() for shelf in rack.filled]
    assert set(leading) <= planned


@pytest.mark.parametrize(
    "facet, word, says",
    [
        pytest.param("phase", "primary", "2 case studies: Primary", id="several"),
        pytest.param("phase", "post_16", "1 case study: Post-16", id="one"),
        pytest.param("framework-fair-start", "welcome-all", "2 case studies: Know everyone", id="an item"),
    ],
)
def test_the_number_beside_a_filter_says_what_it_counts(facet: str, word: str, says: str) -> None:
    (link,) = (link for label, link in options(page_of("find/")) if boxes(label) == [(facet, word)])
    assert said(link) == says


def test_without_a_script_the_form_leads_to_the_pages_where_one_can_browse() -> None:
    (form,) = page_of("find/").iter("form")
    assert (form.get("action"), form.get("method")) == ("../browse/", None)
    assert "browse/" in {page.address for page in plan_pages(WIDE)}


def test_the_words_have_a_label_and_an_example() -> None:
    page = page_of("find/")
    (field,) = (each for each in page.iter("input") if each.get("type") == "search")
    (label,) = (each for each in page.iter("label") if each.get("for") == field.get("id"))
    (example,) = (each for each in page.iter("p") if each.get("id") == field.get("aria-describedby"))
    assert (field.get("name"), said(label)) == ("q", "Your situation, in your own words")
    assert said(example) == "Such as: secondary, lots of fixed-term exclusions, no money"


@pytest.mark.parametrize(
    "address, says, leads_to",
    [
        pytest.param("find/", "Words, and several filters at once, need JavaScript", None, id="find"),
        pytest.param("compare/", "Comparing needs JavaScript", "../case_studies/", id="compare"),
        pytest.param("my-setting/", "This needs JavaScript", "../browse/", id="my setting"),
    ],
)
def test_a_page_says_what_does_not_work_without_javascript_and_what_does(
    address: str, says: str, leads_to: str | None
) -> None:
    page = page_of(address)
    notice = the(page, "unscripted")
    assert said(notice).startswith(says)
    assert not is_hidden(page, notice)
    assert [link.get("href") for link in notice.iter("a")] == ([leads_to] if leads_to else [])


@pytest.mark.parametrize(
    "address, says",
    [
        pytest.param("find/", "3 case studies.", id="find"),
        pytest.param("compare/", "", id="compare"),
        pytest.param("my-setting/", "", id="my setting"),
    ],
)
def test_what_changes_is_said_in_a_status(address: str, says: str) -> None:
    (status,) = (each for each in page_of(address).iter() if each.get("role") == "status")
    assert said(status) == says


@pytest.mark.parametrize(
    "address, part",
    [
        pytest.param("find/", "tools", id="ways to sort"),
        pytest.param("find/", "chips", id="chosen filters"),
        pytest.param("find/", "picked", id="chosen to compare"),
        pytest.param("compare/", "add", id="adding a case study"),
    ],
)
def test_what_does_nothing_without_a_script_is_hidden_until_one_runs(address: str, part: str) -> None:
    page = page_of(address)
    assert is_hidden(page, the(page, part))


def test_the_cards_are_those_of_the_best_evidenced_case_studies_first() -> None:
    cards = list(page_of("find/").iter("article"))
    assert [card.get("data-case") for card in cards] == ["fir", "elm", "oak"]
    more = the(page_of("find/"), "more-results")
    assert [(link.get("href"), said(link)) for link in more.iter("a")] == [("../case_studies/", "All 3 case studies")]


def with_evidence(**levels: str | None) -> Library:
    """Case studies by their level of evidence, None for one that says nothing of it."""
    cases = {
        id: a_case_study(setting__name=id, **({"evidence__level": level} if level else {"evidence": None}))
        for id, level in levels.items()
    }
    return a_library(dict(cases))


def test_of_equal_evidence_the_order_is_that_of_the_library_and_none_at_all_comes_last() -> None:
    library = with_evidence(ash=None, bay="0", elm="2", fir="5", oak="2", yew="0")
    cards = parsed(html_of("find/", library)).iter("article")
    assert [card.get("data-case") for card in cards] == ["fir", "elm", "oak", "bay", "yew", "ash"]


def test_no_more_cards_are_sent_than_one_takes_in_at_once() -> None:
    page = parsed(html_of("find/", a_library(many_cases(AT_ONCE + 5))))
    assert len(list(page.iter("article"))) == AT_ONCE
    assert the(page, "finder").get("data-at-once") == str(AT_ONCE)
    assert said(the(page, "more-results")) == f"All {AT_ONCE + 5} case studies"


def test_a_facet_without_case_studies_is_not_offered() -> None:
    library = a_library(oak=a_case_study(challenges=[]))
    facets = [group.get("data-facet") for group in parsed(html_of("find/", library)).iter("fieldset")]
    assert facets == ["phase", "feature", "kind", "region", "evidence", "group"]


def test_a_library_without_case_studies_has_a_finder_without_filters() -> None:
    page = parsed(html_of("find/", Library([])))
    assert (boxes(page), list(page.iter("article"))) == ([], [])
    assert said(the(page, "count-of")) == "0 case studies."


@pytest.mark.parametrize(
    "number, facet, vocabulary",
    [
        pytest.param(0, "phase", Phase, id="phase"),
        pytest.param(1, "kind", SettingKind, id="kind"),
        pytest.param(2, "region", Region, id="region"),
        pytest.param(3, "challenge", Challenge, id="challenge"),
    ],
)
def test_my_setting_offers_every_word_those_without_a_case_study_too(
    number: int, facet: str, vocabulary: type[Phase]
) -> None:
    group = list(page_of("my-setting/").iter("fieldset"))[number]
    assert boxes(group) == [(facet, word.value) for word in vocabulary]
    assert [said(label) for label in group.iter("label")] == [word.label for word in vocabulary]


def test_my_setting_asks_in_the_words_of_the_reader_and_says_where_it_is_kept() -> None:
    page = page_of("my-setting/")
    legends = [said(group[0]) for group in page.iter("fieldset")]
    assert legends == ["Our phase", "We are", "Our region", "We face"]
    assert "kept in this browser on this device and sent to nobody" in said(page)
    (form,) = page.iter("form")
    assert form.get("hidden") is not None


@pytest.mark.parametrize("address", ["find/", "compare/", "my-setting/"])
def test_the_pages_of_finding_know_the_way_to_the_root_of_the_site(address: str) -> None:
    assert [each.get("data-root") for each in page_of(address).iter() if each.get("data-root")] == ["../"]


def header_of(address: str, **settings: Any) -> Element:
    page = page_at(address, WIDE)
    root = "../" * address.count("/") or "."
    return parsed(str(a_renderer(WIDE, **settings).frame(page, root).header)).find("body")


@pytest.mark.parametrize(
    "address, root",
    [
        pytest.param("", "./", id="home"),
        pytest.param("glossary/", "../", id="a page"),
        pytest.param("frameworks/fair-start/know-everyone/", "../../../", id="a page far down"),
    ],
)
def test_the_header_has_a_form_that_leads_to_the_finder(address: str, root: str) -> None:
    (form,) = header_of(address).iter("form")
    (field,) = form.iter("input")
    (label,) = form.iter("label")
    assert (form.get("role"), form.get("action"), form.get("method")) == ("search", f"{root}find/", None)
    assert (field.get("name"), field.get("id"), said(label)) == ("q", label.get("for"), "Search the toolkit")
    assert [said(button) for button in form.iter("button")] == ["Search"]


def test_what_the_header_finds_at_once_is_hidden_and_said_in_a_status() -> None:
    header = header_of("glossary/")
    (status,) = (each for each in header.iter() if each.get("role") == "status")
    assert is_hidden(header, status)


def test_without_search_the_header_has_no_form_and_the_pages_offer_none() -> None:
    assert list(header_of("glossary/", searchable=False).iter("form")) == []
    renderer = a_renderer(WIDE, searchable=False)
    for page in plan_pages(WIDE, finder=False):
        html = parsed(str(renderer.render(page).html))
        assert list(html.iter("form")) == [], page.address
        assert [each.get("href") for each in html.iter("a") if "find/" in each.get("href", "")] == [], page.address


def test_the_home_page_asks_for_a_situation_and_leads_to_the_finder() -> None:
    (form,) = page_of("").iter("form")
    (field,) = form.iter("input")
    assert (form.get("action"), field.get("name")) == ("./find/", "q")
    assert [label.get("for") for label in form.iter("label")] == [field.get("id")]


@cache
def with_its_frame(address: str) -> Element:
    """A page with its header and its footer."""
    page, renderer = page_at(address, WIDE), a_renderer(WIDE)
    frame = renderer.frame(page, "../" * address.count("/") or ".")
    return parsed(frame.header + renderer.render(page).html + frame.footer)


@pytest.mark.parametrize("address", ["", "find/", "compare/", "my-setting/", "case_studies/oak/", "matrix/"])
def test_ids_are_unique_on_a_page_with_its_frame(address: str) -> None:
    ids = Counter(each.get("id") for each in with_its_frame(address).iter() if each.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []


def rows_of(id: str, library: Library = WIDE) -> list[Element]:
    """What stands at the top of a column of the comparison."""
    return list(parsed(a_renderer(library).compared(id)["rows"]).find("body"))


BARE: dict[str, Any] = {"challenges": [], "in_numbers": [], "evidence": None, "effort": None}


@pytest.mark.parametrize(
    "id, library",
    [
        pytest.param("oak", WIDE, id="a case study"),
        pytest.param("fir", WIDE, id="one with more"),
        pytest.param("oak", a_library(oak=a_case_study(**BARE)), id="one with as little as may be"),
        pytest.param("oak", Canary("Text # of some length.", "text #").library(), id="one with every field"),
    ],
)
def test_a_column_of_the_comparison_has_every_row_once(id: str, library: Library) -> None:
    assert [(row.tag, row.get("data-row")) for row in rows_of(id, library)] == [("div", name) for name in ROWS]


def test_a_column_says_what_the_record_says() -> None:
    column = {row.get("data-row"): said(row) for row in rows_of("oak")}
    assert column["Setting"] == "A fair start for every pupil Primary school, Anytown. North East."
    assert column["Situation"] == "Attendance"
    assert column["Key features"] == "Belonging first"
    assert column["What they did"] == "A greeting at the door"
    assert column["In numbers"] == "Late marks a week 60 to 4060 the year before"
    assert column["What it takes"] == ""
    assert column["Strength of evidence"] == "Level 2 of 5: change measured There was no comparison group."
    assert column["Figures and facts from"] == "Oak Primary School, 2025"
    assert a_renderer(WIDE).compared("oak")["name"] == "Oak Primary School"


def test_a_column_does_not_say_the_region_twice() -> None:
    library = a_library(oak=a_case_study(setting__place="Hackney, London", setting__region="london"))
    column = {row.get("data-row"): said(row) for row in rows_of("oak", library)}
    assert column["Setting"].endswith("Primary school, Hackney, London.")


@pytest.mark.parametrize("id, rows", [("oak", {"What it takes"}), ("fir", set())])
def test_a_row_of_which_the_record_says_nothing_has_no_element(id: str, rows: set[str]) -> None:
    """The comparison then says "Not said", or leaves the row out if no column has it."""
    assert {row.get("data-row") for row in rows_of(id) if not len(row)} == rows


def test_a_case_study_under_review_says_so_in_its_column() -> None:
    assert "Under review" in said(rows_of("elm")[0])
    assert "Under review" not in said(rows_of("oak")[0])


@pytest.mark.parametrize("what", ["compared", "found"])
def test_a_column_and_a_card_lead_to_pages_from_where_they_are_shown(what: str) -> None:
    planned = {page.address for page in plan_pages(WIDE)}
    for id in WIDE.cases:
        html = " ".join(getattr(a_renderer(WIDE), what)(id).values())
        leading = {urljoin("/find/", link.get("href")).lstrip("/") for link in parsed(html).iter("a")}
        assert f"case_studies/{id}/" in leading
        assert leading <= planned


@pytest.mark.parametrize("what, address", [("compared", "compare/"), ("found", "find/"), ("found", "compare/")])
def test_the_icons_of_a_column_and_a_card_are_on_the_page_that_shows_them(what: str, address: str) -> None:
    drawn = {symbol.get("id") for symbol in page_of(address).iter("symbol")}
    html = "".join(part for id in WIDE.cases for part in getattr(a_renderer(WIDE), what)(id).values())
    used = {use.get("href").removeprefix("#") for use in parsed(html).iter("use")}
    assert len(used) == len(GROUPS)
    assert used <= drawn


HOSTILE = {
    "attribute": ("\"'><svg onload=alert(#)>", "\"'><svg onload=#>"),
    "script": ("</script><script>alert(#)</script>", "</script><script>#"),
    "template": ("{{ #*7 }}", "{{ #*7 }}"),
}
"""A hostile text of each kind, and one for fields of at most twenty characters; # is another number in each field."""

IN_A_COLUMN = {
    *("CaseStudy.title", "Setting.place", "Setting.size", "KeyFeature.short_title", "Practice.title"),
    *("Figure.label", "Figure.value", "Figure.period", "Comparator.label", "Comparator.value"),
    *("Effort.cost_note", "Effort.staffing", "Effort.time_to_embed", "Effort.start_small"),
    *("Evidence.limitations", "Source.authors"),
}
ON_A_CARD = {
    *("CaseStudy.title", "Setting.name", "Setting.place", "KeyFeature.short_title"),
    *("Figure.label", "Figure.value", "Comparator.value"),
}


def shown(canary: Canary, text: str) -> set[str]:
    """The fields whose text stands in this one as it was written."""
    return {field for written, field in canary.fields.items() if written in text}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(
    "what, html, plain, in_html, in_plain",
    [
        pytest.param("compared", "rows", "name", IN_A_COLUMN, {"Setting.name"}, id="a column"),
        pytest.param("found", "card", "had", ON_A_CARD, {"Effort.staffing"}, id="a card"),
    ],
)
def test_every_field_comes_out_as_the_text_that_it_is(
    kind: str, what: str, html: str, plain: str, in_html: set[str], in_plain: set[str]
) -> None:
    canary = Canary(*HOSTILE[kind])
    library = canary.library()
    given = getattr(a_renderer(library), what)("oak")
    harmless = getattr(a_renderer(Canary("Text # of some length.", "text #").library()), what)("oak")
    body = parsed(given[html]).find("body")
    assert set(given) == {html, plain}
    assert shown(canary, "\n".join(texts_of(body))) == in_html
    assert shown(canary, given[plain]) == in_plain
    assert [each.tag for each in body.iter()] == [each.tag for each in parsed(harmless[html]).find("body").iter()]
    assert json.loads(json.dumps(given)) == given


def test_a_card_of_the_finder_is_that_of_the_page() -> None:
    (card,) = (each for each in page_of("find/").iter("article") if each.get("data-case") == "oak")
    (found,) = parsed(a_renderer(WIDE).found("oak")["card"]).iter("article")
    assert [(each.tag, dict(each.attrib)) for each in found.iter()] == [
        (each.tag, dict(each.attrib)) for each in card.iter()
    ]
    assert words(found) == words(card)


@pytest.mark.parametrize(
    "effort, had",
    [
        pytest.param({"staffing": "Two <b>teaching</b> assistants"}, "Two <b>teaching</b> assistants", id="said"),
        pytest.param({"cost_band": "low"}, "", id="effort without it"),
        pytest.param(None, "", id="no effort"),
    ],
)
def test_who_did_the_work_is_plain_text_beside_the_card(effort: dict[str, str] | None, had: str) -> None:
    assert a_renderer(a_library(oak=a_case_study(effort=effort))).found("oak")["had"] == had


MARKS = {
    "case_studies/oak/": "Case study",
    "features/": "Key feature",
    "features/belonging-first/": "Key feature",
    "frameworks/": "Framework",
    "frameworks/fair-start/": "Framework",
    "frameworks/fair-start/know-everyone/": "Principle",
    "browse/": "Browse",
    "browse/phase/": "Browse",
    "browse/phase/primary/": "Case studies by phase",
    "browse/group/staff/": "Case studies by group of beneficiaries",
    "matrix/": "Matrix",
    "matrix/need/": "Matrix",
    "glossary/": "Glossary",
    "sources/": "Sources",
    "toolkit/": "Toolkit",
    "toolkit/evidence/": "Toolkit",
    "about/": "About",
}
"""What a result says that a page is."""

UNMARKED = {
    "",
    "case_studies/",
    "case_studies/acorn/",
    "case_studies/acorn/starting-theory/",
    "case_studies/yew/",
    "find/",
    "compare/",
    "my-setting/",
}
"""Pages that nobody looks for by their words: ways to others, and what is gone."""


def marked(html: str) -> list[Element]:
    return [each for each in parsed(html).iter() if each.get("data-pagefind-body") is not None]


@pytest.mark.parametrize("address, kind", MARKS.items())
def test_a_page_says_that_it_is_to_be_searched_and_what_it_is(address: str, kind: str) -> None:
    (body,) = marked(html_of(address, WIDE))
    assert body.get("data-pagefind-meta") == f"kind:{kind}"
    assert len(list(body.iter("h1"))) == 1


def test_no_other_page_is_to_be_searched() -> None:
    unmarked = {address for address, html in every_page(WIDE).items() if not marked(html)}
    assert unmarked == UNMARKED


def test_only_the_first_page_of_a_long_list_is_to_be_searched() -> None:
    library = a_library(many_cases(PER_PAGE + 1) | some_pages("index"))
    renderer = a_renderer(library)
    pages = [page for page in plan_pages(library) if page.address.startswith("browse/phase/primary/")]
    found = {page.address: len(marked(str(renderer.render(page).html))) for page in pages}
    assert found == {"browse/phase/primary/": 1, "browse/phase/primary/page/2/": 0}


def test_a_result_says_where_a_case_study_is_from() -> None:
    where = [each for each in page_of("case_studies/oak/").iter() if each.get("data-pagefind-meta") == "where"]
    assert [said(each) for each in where] == ["Oak Primary School, Anytown. Primary school"]


def test_practices_and_questions_can_be_gone_to_whatever_headings_the_prose_has() -> None:
    body = "### What 1\n\n### How 1\n\nText."
    study = a_case_study(
        context=body,
        practices=[{"title": f"Practice {number}", "body": body} for number in range(3)],
        implementation=[{"question": f"Question {number}?", "answer": body} for number in range(2)],
    )
    page = parsed(html_of("case_studies/oak/", a_full_library({"oak": study})))
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    headings = {each.get("id"): said(each) for each in page.iter("h3") if re.match("(what|how)-", each.get("id") or "")}
    assert headings == {
        "what-1": "1. Practice 0",
        "what-2": "2. Practice 1",
        "what-3": "3. Practice 2",
        "how-1": "Question 0?",
        "how-2": "Question 1?",
    }
    assert [id for id, times in Counter(ids).items() if times > 1] == []


def test_the_number_of_a_practice_is_not_a_word_to_be_found() -> None:
    (heading,) = (each for each in page_of("case_studies/oak/").iter("h3") if each.get("id") == "what-1")
    assert [said(each) for each in heading.iter() if each.get("data-pagefind-ignore") is not None] == ["1."]


def test_examples_of_a_feature_and_parts_of_an_item_can_be_gone_to() -> None:
    item = {**read("frameworks/fair-start.yml")["items"][0], "sections": [{"title": "A part", "body": "### Part 1"}]}
    feature = a_feature(in_practice=[{"title": title, "body": "### Practice 1"} for title in ("One", "Two")])
    library = a_full_library({"fair-start": a_framework(items=[item]), "belonging-first": feature})
    for address, wanted in {
        "features/belonging-first/": {"practice-1": "One", "practice-2": "Two"},
        "frameworks/fair-start/know-everyone/": {"part-1": "A part"},
    }.items():
        page = parsed(html_of(address, library))
        ids = Counter(each.get("id") for each in page.iter() if each.get("id"))
        named = {each.get("id"): said(each) for each in page.iter() if each.tag in {"h2", "h3"} and each.get("id")}
        assert wanted.items() <= named.items()
        assert [id for id, times in ids.items() if times > 1] == []
