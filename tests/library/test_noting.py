"""Where a local note stands: at its passage, wherever that went, or at the top; and what it says to others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, a_note, a_page, a_resource, read
from tests.support.steady import STEADY

from tenfold.library import Anchored, How, check_library, passage_of, place_of
from tenfold.library.noting import passages
from tenfold.model import Kind, Record
from tenfold.model.walking import Path, value_at

FIRST = {"title": "A greeting", "body": "An adult says *good morning* to each pupil, as [Elm](case:elm) does."}
SECOND = {"title": "A late list", "body": "Whoever is late says why.\nNobody shouts."}
CASE = a_case_study(practices=[FIRST, SECOND])


@pytest.mark.parametrize(
    "part, words, how, where",
    [
        pytest.param(None, None, How.FOUND, (), id="on the whole"),
        pytest.param("summary", None, How.FOUND, ("summary",), id="on a field"),
        pytest.param("practices[2]", None, How.FOUND, ("practices", 1), id="on an entry"),
        pytest.param("practices[3]", None, How.LOST, (), id="on an entry that is not there"),
        pytest.param("effort", None, How.LOST, (), id="on a field with nothing in it"),
        pytest.param("practise", None, How.LOST, (), id="on no field"),
        pytest.param("practices[1]", "good morning", How.FOUND, ("practices", 0, "body"), id="words below the part"),
        pytest.param("practices[1].body", "good morning", How.FOUND, ("practices", 0, "body"), id="words in the part"),
        pytest.param(None, "good morning", How.FOUND, ("practices", 0, "body"), id="words alone"),
        pytest.param(None, "as Elm does", How.FOUND, ("practices", 0, "body"), id="words around a link, as one reads"),
        pytest.param(None, "says why. Nobody shouts", How.FOUND, ("practices", 1, "body"), id="over a line break"),
        pytest.param("practices[2]", "good morning", How.MOVED, ("practices", 0, "body"), id="words in another part"),
        pytest.param("practices[7]", "good morning", How.MOVED, ("practices", 0, "body"), id="words after a part went"),
        pytest.param("practices[1]", "good night", How.LOST, (), id="words that are gone from a part that is there"),
        pytest.param(None, "good night", How.LOST, (), id="words that are gone"),
    ],
)
def test_where_a_note_stands(part: str | None, words: str | None, how: How, where: Path) -> None:
    assert place_of(a_note(part=part, words=words), CASE) == Anchored(how, where)


def test_words_are_found_whatever_the_shape_of_their_quotation_marks() -> None:
    case = a_case_study(summary="They call it \u201cthe gate\u201d, and it\u2019s theirs.")
    assert place_of(a_note(words='"the gate", and it\'s'), case).where == ("summary",)


def test_words_are_not_looked_for_in_what_stands_on_no_page() -> None:
    case = a_case_study(aliases=["acorn"])
    assert place_of(a_note(words="acorn"), case).how is How.LOST


@pytest.mark.parametrize(
    "where, text",
    [
        pytest.param(("practices", 1, "body"), "Whoever is late says why. Nobody shouts.", id="a text"),
        pytest.param(("practices", 1), "A late list\nWhoever is late says why. Nobody shouts.", id="an entry"),
        pytest.param(("practices", 9), "", id="not there"),
    ],
)
def test_what_a_note_speaks_of(where: Path, text: str) -> None:
    assert passage_of(CASE, where) == text


def test_a_passage_of_the_whole_is_every_text_of_the_record() -> None:
    assert passage_of(CASE, ()).split("\n") == [text for _, text in passages(CASE)]


PASSAGES = [where for where, _ in passages(CASE)]


@STEADY
@given(where=st.sampled_from(PASSAGES), data=st.data())
def test_any_words_of_a_passage_are_found_again(where: Path, data: st.DataObject) -> None:
    text = passage_of(CASE, where).split()
    start = data.draw(st.integers(0, len(text) - 1))
    words = " ".join(text[start : data.draw(st.integers(start + 1, len(text)))])
    found = place_of(a_note(words=words), CASE)
    assert found.how is How.FOUND
    assert words in " ".join(passage_of(CASE, found.where).split())
    assert value_at(CASE, found.where)


ITEM = read("frameworks/fair-start.yml")["items"][0]
LIBRARY = a_library(
    {
        "oak": a_case_study(aliases=["acorn"]),
        "fair-start": a_framework(items=[ITEM], aliases=["good-start"]),
        "toolkit/index": a_page(),
        "inclusion-team": a_resource(),
        "second": a_note(written="2026-03-01", part="summary"),
        "third": a_note(written="2026-03-01", words="nowhere at all"),
        "first": a_note(written="2026-01-01"),
        "by-old-name": a_note("case:acorn", written="2026-04-01"),
        "on-an-item": a_note(f"framework:fair-start/{ITEM['id']}", part="summary"),
        "on-an-old-item": a_note(f"framework:good-start/{ITEM['id']}"),
        "on-a-page": a_note("page:toolkit/index"),
        "on-a-resource": a_note("resource:inclusion-team", part="contact"),
        "on-nothing": a_note("case:nowhere"),
    }
)


@pytest.mark.parametrize(
    "kind, id, notes",
    [
        pytest.param(
            Kind.CASE, "oak", ["first", "second", "third", "by-old-name"], id="in the order they were written"
        ),
        pytest.param(Kind.FRAMEWORK, f"fair-start/{ITEM['id']}", ["on-an-item", "on-an-old-item"], id="an item"),
        pytest.param(Kind.FRAMEWORK, "fair-start", [], id="not those of its items"),
        pytest.param(Kind.PAGE, "toolkit/index", ["on-a-page"], id="a page"),
        pytest.param(Kind.RESOURCE, "inclusion-team", ["on-a-resource"], id="a resource"),
        pytest.param(Kind.CASE, "nowhere", [], id="no record"),
    ],
)
def test_the_notes_on_a_record(kind: Kind, id: str, notes: list[str]) -> None:
    assert [noted.id for noted in LIBRARY.notes_on(kind, id)] == notes


def test_each_note_comes_with_its_place() -> None:
    places = [noted.anchored for noted in LIBRARY.notes_on(Kind.CASE, "oak")]
    assert places[:3] == [Anchored(How.FOUND), Anchored(How.FOUND, ("summary",)), Anchored(How.LOST)]


def test_a_note_is_called_after_what_it_is_on() -> None:
    assert LIBRARY.title(Kind.NOTE, "first") == "A note on Oak Primary School"
    assert LIBRARY.title(Kind.NOTE, "on-nothing") == "on-nothing"


def test_a_source_that_a_note_cites_is_cited() -> None:
    library = a_library({"oak": a_case_study(), "said": a_note(text="As [they](source:oak-report) say.")})
    assert (Kind.NOTE, "said") in library.mentioned_by(Kind.SOURCE, "oak-report")


def test_nobody_can_point_at_a_note() -> None:
    library = a_library({"oak": a_case_study(), "said": a_note()})
    assert library.referred("note:said") is None


def test_a_note_on_what_was_withdrawn_holds_nothing_up() -> None:
    gone = a_case_study(status="withdrawn", withdrawal={"on": "2026-02-03", "reason": "They asked us to."})
    library = a_library({"oak": gone, "said": a_note(part="practices[1]")})
    assert [problem for problem in check_library(library) if problem.path == "content/said.yml"] == []


def test_resources_stand_by_group_then_by_title() -> None:
    library = a_library(
        zebra=a_resource(title="Zebra", group="service"),
        apple=a_resource(title="apple", group="network"),
        bear=a_resource(title="Bear", group="network"),
        ant=a_resource(title="ant", group="service"),
    )
    assert list(library.resources) == ["ant", "zebra", "apple", "bear"]
    assert [(group.value, list(ids)) for group, ids in library.resources_by_group.items()] == [
        ("service", ["ant", "zebra"]),
        ("network", ["apple", "bear"]),
    ]


def test_those_that_name_a_feature_first_come_first_on_its_page() -> None:
    both: dict[str, Record] = {"belonging-first": a_feature(), "staff-together": a_feature(number="2", title="Staff")}
    library = a_library(
        both,
        ant=a_resource(title="Ant", features=["staff-together", "belonging-first"]),
        bear=a_resource(title="Bear", features=["belonging-first"]),
        crow=a_resource(title="Crow", features=[]),
    )
    assert library.resources_by_feature == {"belonging-first": ("bear", "ant"), "staff-together": ("ant",)}
