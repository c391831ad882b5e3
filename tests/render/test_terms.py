"""Glossary terms in prose: the first use of each on a page explains itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_term
from tests.support.proses import a_state, prose, tree, words
from tests.support.sites import Element, a_full_library, html_of, parsed
from tests.support.steady import STEADY

from tenfold.model import Term
from tenfold.render.prose_html import prose_html
from tenfold.render.terms import TermFinder

TERMS: dict[str, Term] = {
    "late-mark": a_term(),
    "late": a_term(term="late", also=[]),
    "mark": a_term(term="mark", also=["marks"]),
    "send": a_term(term="special educational needs", abbreviation="SEND", also=[]),
    "it": a_term(term="information technology", abbreviation="IT", also=[]),
    "alternative-provision": a_term(term="alternative provision", abbreviation="AP", also=["alternative-provision"]),
}
FINDER = TermFinder(TERMS)


def found(text: str) -> list[tuple[str, str]]:
    """The parts of a text that are terms, each with its id."""
    return [(text[place.start : place.end], place.id) for place in FINDER.find(text)]


@pytest.mark.parametrize(
    "text, terms",
    [
        pytest.param("a late mark", [("late mark", "late-mark")], id="the longest at a place"),
        pytest.param("two late marks", [("late marks", "late-mark")], id="a plural, the longest form"),
        pytest.param("late, a mark", [("late", "late"), ("mark", "mark")], id="the shorter ones alone"),
        pytest.param("LATE Mark", [("LATE Mark", "late-mark")], id="in any case"),
        pytest.param("SEND", [("SEND", "send")], id="an abbreviation"),
        pytest.param("send it", [], id="not an abbreviation in small letters"),
        pytest.param("Special educational needs", [("Special educational needs", "send")], id="at a sentence's start"),
        pytest.param("remark marked marks-up", [], id="not within a word"),
        pytest.param("SENDs, non-SEND, SEND-led", [], id="not joined to another word"),
        pytest.param("marks' (mark) mark.", [("marks", "mark"), ("mark", "mark"), ("mark", "mark")], id="beside signs"),
        pytest.param("éSEND SENDé", [], id="not beside a letter with an accent"),
        pytest.param("İ late mark", [("late mark", "late-mark")], id="after a letter whose small form is longer"),
        pytest.param("special educational", [], id="not a part of a term"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_which_words_are_terms(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text) == terms


def test_terms_stand_in_the_order_of_the_text_without_overlap() -> None:
    text = "A mark, a late mark, AP and alternative-provision."
    assert found(text) == [
        ("mark", "mark"),
        ("late mark", "late-mark"),
        ("AP", "alternative-provision"),
        ("alternative-provision", "alternative-provision"),
    ]


@STEADY
@given(st.lists(st.sampled_from(["late", "mark", "marks", "SEND", "send", " ", "-", "'", "İ", "é", ", "]), max_size=9))
def test_what_is_found_is_a_form_of_its_term(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for place in FINDER.find(text):
        term = TERMS[place.id]
        forms = {form.lower() for form in (term.term, term.abbreviation, *term.also) if form}
        assert text[place.start : place.end].lower() in forms
        assert place.start >= end
        end = place.end


NAMED: dict[str, Term] = {
    "inclusion": a_term(
        term="Inclusion", also=["inclusive school"], definition="Inclusion in practice: inclusion of all."
    ),
    "nurture": a_term(term="Nurture", also=["nurture groups"]),
    "educational-psychologist": a_term(term="Educational psychologist", also=["educational psychology"]),
    "trauma-informed": a_term(term="Trauma informed practice", also=["trauma informed", "trauma-informed"]),
    "care-board": a_term(term="Integrated care board", abbreviation="ICB", also=["integrated care boards"]),
    "key-stage": a_term(term="Key stage", also=["key stages"]),
    "high-needs": a_term(term="High needs block", also=[]),
    "send": a_term(
        term="Special educational needs and disabilities",
        abbreviation="SEND",
        also=["special educational needs and disability", "special educational needs"],
    ),
    "ofsted": a_term(term="Ofsted", also=[]),
    "department": a_term(term="Department for Education", abbreviation="DfE", also=[]),
    "progress": a_term(term="Progress 8", also=[]),
    "co-production": a_term(term="Co-production", also=[]),
}
NAMED_FINDER = TermFinder(NAMED)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met the Oak Inclusion Team.", id="in the middle of a name"),
        pytest.param("Inclusion Team members came.", id="in front of a name, at the start of a sentence"),
        pytest.param("They rang. Nurture UK answered.", id="in front of capitals alone"),
        pytest.param("The Elm Inclusion Charter is new.", id="behind a place"),
        pytest.param("A report, Bold About Inclusion (2026), says so.", id="at the end of a title"),
        pytest.param("Bold About Inclusion says so.", id="at the end of a title that starts a sentence"),
        pytest.param("The council's Family Inclusion budget paid.", id="a name before an ordinary word"),
        pytest.param("They asked the Head of Inclusion.", id="in a post"),
        pytest.param("Director of Inclusion", id="in a post alone"),
        pytest.param("A centre, the Elm Centre for Inclusion, opened.", id="behind for"),
        pytest.param("Among the principles in Inclusion in Practice, one is new.", id="in front of a small word"),
        pytest.param("Inclusion in Practice looked for more.", id="the same at the start of a sentence"),
        pytest.param("It is named the Calm, Nurture, and Inclusion Guidance.", id="in a list of capitals"),
        pytest.param("The Inclusion & Care Team came.", id="in front of an ampersand"),
        pytest.param("The Elm & Inclusion Board met.", id="behind an ampersand"),
        pytest.param("The Inclusion\nTeam came.", id="over the end of a line"),
        pytest.param("Wakeford Educational Psychology Service wrote it.", id="several words in the middle"),
        pytest.param("Training by Trauma Informed Elms UK", id="several words in front"),
        pytest.param("Trauma-Informed Elms", id="joined by a hyphen"),
        pytest.param("Co-production Week", id="with a hyphen of its own"),
        pytest.param("The Special Educational Needs and Disability Service", id="not a shorter term in a longer one"),
        pytest.param("The Nurture Groups Network", id="not one word of several either"),
        pytest.param("The Inclusion Team's plan", id="a name that owns something"),
        pytest.param("\u201cInclusion Matters\u201d", id="a title in quotation marks"),
    ],
)
def test_a_term_inside_a_longer_name_is_not_that_term(text: str) -> None:
    assert [text[place.start : place.end] for place in NAMED_FINDER.find(text)] == []


@pytest.mark.parametrize(
    "text, terms",
    [
        pytest.param("Inclusion is for all.", ["Inclusion"], id="at the start of a sentence"),
        pytest.param("It ended. Inclusion began: Nurture too.", ["Inclusion", "Nurture"], id="behind a stop or colon"),
        pytest.param("Inclusion", ["Inclusion"], id="a heading or an item of a list"),
        pytest.param("Inclusion in Elmton grew.", ["Inclusion"], id="in front of a place"),
        pytest.param("Nurture in Year 1", ["Nurture"], id="in front of a year group"),
        pytest.param("Inclusion: Elm's answer", ["Inclusion"], id="a sign between"),
        pytest.param("Elm, Inclusion", ["Inclusion"], id="a comma between"),
        pytest.param("Elm\n\nInclusion is", ["Inclusion"], id="another paragraph"),
        pytest.param("What Ofsted says", ["Ofsted"], id="behind a small word that starts a sentence"),
        pytest.param("\u201cThe Inclusion that I want\u201d", ["Inclusion"], id="the same in quotation marks"),
        pytest.param("Nurture I know", ["Nurture"], id="I is no name"),
        pytest.param("Inspectors from Ofsted came.", ["Ofsted"], id="behind from"),
        pytest.param("the Department for Education and Ofsted", ["Department for Education", "Ofsted"], id="and"),
        pytest.param("Elmton's Inclusion Team and its inclusion", ["inclusion"], id="the next use"),
        pytest.param("Elmton's Nurture", ["Nurture"], id="behind an owner"),
        pytest.param("the Elmton inclusion team", ["inclusion"], id="in small letters behind a name"),
        pytest.param("inclusion Elmton", ["inclusion"], id="in small letters in front of a name"),
        pytest.param("Inclusive school Elm", ["Inclusive school"], id="a sentence's first word alone has a capital"),
        pytest.param("the Elmton Integrated Care Board", ["Integrated Care Board"], id="what the named thing is"),
        pytest.param("At Key Stage 2, Key Stage Two", ["Key Stage", "Key Stage"], id="a number"),
        pytest.param("the High Needs Block of the Elm Grant", ["High Needs Block"], id="several words before a name"),
        pytest.param("the SEND Code of Elmton", ["SEND"], id="an abbreviation, which few know by heart"),
        pytest.param("NHS Elmton ICB Board", ["ICB"], id="an abbreviation in the middle"),
        pytest.param("the Department for Education Review", ["Department for Education"], id="a name by itself"),
        pytest.param("Elm Progress 8 Scores", ["Progress 8"], id="a name with a number"),
    ],
)
def test_a_term_beside_a_name_is_a_term(text: str, terms: list[str]) -> None:
    assert [text[place.start : place.end] for place in NAMED_FINDER.find(text)] == terms


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The *Oak* Inclusion Team.", id="half of it stressed"),
        pytest.param("*Bold About* Inclusion.", id="its end alone plain"),
        pytest.param("A word.\nBold About\nInclusion, **a report**.", id="over lines"),
        pytest.param("The [Oak](case:oak) Inclusion, a plan.", id="half of it a link"),
        pytest.param("Inclusion *Team*", id="its end stressed"),
    ],
)
def test_a_name_may_reach_over_markup_and_lines(text: str) -> None:
    state = a_state(NAMED)
    assert "tip_" not in str(prose_html(text, state))


@pytest.mark.parametrize("text", ["**Oak**\n\nInclusion is.", "Oak  \nInclusion is.", "- Oak\n- Inclusion"])
def test_no_name_reaches_over_a_paragraph_or_a_line_of_its_own(text: str) -> None:
    assert "tip_inclusion" in str(prose_html(text, a_state(NAMED)))


def test_an_empty_glossary_finds_nothing() -> None:
    assert list(TermFinder({}).find("late mark")) == []


def explained(text: str) -> list[tuple[str, str]]:
    """The terms that prose explains: the words and the address of each link."""
    body = tree(text, terms=TERMS)
    return [(words(link), link.get("href")) for link in body.iter("a") if link.get("aria-describedby")]


def test_only_the_first_use_is_explained_whatever_its_form() -> None:
    assert explained("Special educational needs, SEND, and SEND.\n\nSEND") == [
        ("Special educational needs", "../glossary/#send")
    ]


def test_the_first_use_on_a_page_is_not_the_first_of_each_field() -> None:
    state = a_state(TERMS)
    first, second = (str(prose_html("A late mark.", state)) for _ in range(2))
    assert "tip_late-mark" in first
    assert second == "<p>A late mark.</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a late mark](case:oak)", id="in a link"),
        pytest.param("[a **late mark**](case:oak)", id="deep in a link"),
        pytest.param("[a late mark](https://example.org)", id="in a link to the web"),
        pytest.param("### A late mark", id="in a heading"),
        pytest.param("| late mark |\n|---|\n| x |", id="in the head of a table"),
        pytest.param("`late mark`", id="in code"),
        pytest.param("```\nlate mark\n```", id="in a block of code"),
        pytest.param("![late mark](x.png)", id="in a picture"),
    ],
)
def test_terms_are_not_explained(text: str) -> None:
    """And the next use, in the text, is the first."""
    assert explained(text) == []
    assert explained(f"{text}\n\nA late mark.") == [("late mark", "../glossary/#late-mark")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A late mark.", id="plain"),
        pytest.param("A *late mark*.", id="stressed"),
        pytest.param("- A late mark", id="in a list"),
        pytest.param("| x |\n|---|\n| late mark |", id="in a cell"),
        pytest.param("> late mark", id="in a quotation"),
        pytest.param("[nowhere](case:nobody) late mark", id="behind a link that leads nowhere"),
    ],
)
def test_terms_are_explained(text: str) -> None:
    assert explained(text) == [("late mark", "../glossary/#late-mark")]


def tips(body: Element) -> dict[str, str]:
    return {tip.get("id"): words(tip) for tip in body.iter("span") if tip.get("role") == "tooltip"}


def test_the_explanation_is_tied_to_its_word() -> None:
    body = tree("A late mark.", terms=TERMS)
    (link,) = body.iter("a")
    assert tips(body) == {link.get("aria-describedby"): TERMS["late-mark"].definition}


def test_text_around_and_in_an_explanation_is_text() -> None:
    hostile = {"late-mark": a_term(definition='<svg onload=x> & "a"')}
    body = tree('<b onclick="x">late mark</b> & so on', terms=hostile)
    assert tips(body) == {"tip_late-mark": '<svg onload=x> & "a"'}
    assert words(body).startswith('<b onclick="x">late mark')
    assert not list(body.iter("b")) + list(body.iter("svg"))


def test_the_short_way_and_the_parser_explain_the_same() -> None:
    plain = "First a late mark.\n\nThen a late mark and SEND."
    marked = plain.replace("First", "*First*")
    assert prose(marked, terms=TERMS).replace("<em>", "").replace("</em>", "") == prose(plain, terms=TERMS)


def test_a_page_explains_a_term_once_whichever_field_it_stands_in() -> None:
    library = a_full_library({"late-mark": a_term(term="adult", also=[])})
    page = parsed(html_of("case_studies/oak/", library))
    assert list(tips(page)) == ["tip_late-mark"]


def test_the_glossary_does_not_explain_its_own_words() -> None:
    terms = {"late-mark": a_term(more="A late mark is a mark."), "mark": TERMS["mark"]}
    assert tips(parsed(html_of("glossary/", a_full_library({**terms})))) == {}
