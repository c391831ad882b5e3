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
