"""Which case studies are taken for the same story, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.real import the_real_library
from tests.support.steady import STEADY

from tenfold.model import Kind
from tenfold.reviewing.alike import Told, nearest, same_name, told

DOORS = "every morning an adult stands at each door and greets each pupil by name with a smile"
MONDAYS = "two counsellors meet families on monday evenings to talk of sleep money worries"
TEXT, OTHER = tuple(DOORS.split(" ")), tuple(MONDAYS.split(" "))


def a_story(id: str, words: tuple[str, ...] = TEXT, *, name: str = "", place: str = "", urn: str = "") -> Told:
    return Told(id, name, place, urn, words)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Oak Primary School", "Oak Primary School"),
        ("Oak Primary School", "The Oak Academy"),
        ("St Mary's CE Primary", "St. Mary's C.E. Primary School"),
        ("Carr Manor Community School", "Carr Manor"),
    ],
)
def test_a_name_is_the_same_whatever_stands_beside_it(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Oak Primary School", "Elm Primary School"),
        ("Surrey Square Primary School", "Surrey Park Primary School"),
        ("Leeds Learning Alliance", "Leeds Council"),
        ("", ""),
        ("The Academy", "The School"),
    ],
)
def test_names_that_share_a_word_are_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_story_told_twice_is_close() -> None:
    [found] = nearest(a_story("new"), [a_story("old")])

    assert found.is_close
    assert found.nearness == pytest.approx(1)
    assert found.runs == len(TEXT) - 7


def test_another_story_of_the_same_place_is_not_close_but_says_so() -> None:
    [found] = nearest(a_story("new", place="Leeds"), [a_story("old", OTHER, place="leeds")])

    assert not found.is_close
    assert found.reason.startswith("the same place")


def test_the_same_number_is_close_whatever_the_words() -> None:
    [found] = nearest(a_story("new", urn="123456"), [a_story("old", OTHER, urn="123456")])
    assert found.is_close
    assert "URN" in found.reason


def test_those_of_the_same_setting_come_first() -> None:
    others = [a_story("alike"), a_story("same", OTHER, name="Oak", place="Leeds"), a_story("neither", OTHER)]
    found = nearest(a_story("new", name="Oak School", place="Leeds"), others)
    assert [each.id for each in found] == ["same", "alike"]


@given(st.lists(st.sampled_from(TEXT + OTHER), max_size=40), st.lists(st.sampled_from(TEXT + OTHER), max_size=40))
@STEADY
def test_nearness_is_the_same_both_ways_and_at_most_one(one: list[str], other: list[str]) -> None:
    first, second = a_story("first", tuple(one)), a_story("second", tuple(other))
    there = [each.nearness for each in nearest(first, [second])]
    back = [each.nearness for each in nearest(second, [first])]

    assert there == pytest.approx(back)
    assert all(0 <= each <= 1 + 1e-9 for each in there)


def test_none_of_our_own_case_studies_is_taken_for_another() -> None:
    entries = the_real_library().entries.values()
    studies = [told(entry) for entry in entries if entry.kind is Kind.CASE]
    close = [
        (one.id, found.id, found.reason)
        for one in studies
        for found in nearest(one, [other for other in studies if other is not one])
        if found.is_close
    ]
    assert close == []
