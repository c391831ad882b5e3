"""An answer by itself: what people type, as the record has it, and the words of `tenfold check` about it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.strategies import texts

from tenfold.forms import Answered, Question, all_questions, answer, question_at


def at(name: str) -> Question:
    found = question_at(tuple(name.split(".")))
    assert found is not None
    return found


def told(name: str, given: Any, **more: Any) -> list[str]:
    return [f"{each.field}: {each.message} {each.hint}" for each in answer(at(name), given, **more).problems]


@pytest.mark.parametrize(
    "name, typed, value",
    [
        pytest.param("title", "  A fair start ", "A fair start", id="text"),
        pytest.param("title", "", None, id="nothing"),
        pytest.param("setting.kind", "Multi-academy trust", "trust", id="a label"),
        pytest.param("setting.kind", "SCHOOL", "school", id="capitals"),
        pytest.param("evidence.level", "2 Change measured", "2", id="number and label"),
        pytest.param("evidence.level", "Change measured", "2", id="the label of a number"),
        pytest.param("in_numbers.unit", "%", "%", id="what is no word stays as it is"),
        pytest.param("in_numbers.unit", "Other", "other", id="a word without a label"),
        pytest.param("setting.phase", "Primary, special", ["primary", "special"], id="words by commas"),
        pytest.param("setting.phase", "- Primary\n- Post-16", ["primary", "post_16"], id="words by lines"),
        pytest.param("needs", "ADHD, Social, emotional and mental health", ["adhd", "semh"], id="a label with a comma"),
        pytest.param("needs", "Autism: Autistic pupils, diagnosed or not.", ["autism"], id="copied with its meaning"),
        pytest.param("features", "one-thing, other-thing; third\nlast", ["one-thing", "other-thing", "third", "last"],
                     id="ids"),
        pytest.param("practices.examples", "1. This, and that\n\u2022 More", ["This, and that", "More"], id="lines"),
        pytest.param("provenance.agreed_by_setting", "Yes.", "Yes", id="yes"),
        pytest.param("provenance.agreed_by_setting", "n", "no", id="n for no"),
        pytest.param("title", "Cafe\u0301", "Caf\u00e9", id="one letter for a letter and its accent"),
    ],
)  # fmt: skip
def test_what_people_type_becomes_what_a_file_holds(name: str, typed: str, value: Any) -> None:
    assert answer(at(name), typed).value == value


def test_a_good_answer_has_no_problem() -> None:
    assert answer(at("setting.phase"), "Primary") == Answered(["primary"], ())


@pytest.mark.parametrize(
    "name, typed, says",
    [
        pytest.param(
            "setting.kind",
            "schol",
            'setting.kind: "schol" is not one of the words for kind. Did you mean "school"? Words: school, trust, '
            "local_authority, partnership, charity, programme.",
            id="a word that is none",
        ),
        pytest.param("summary", "x" * 301, "summary: this text is 301 characters long; at most 300 fit. "
                     "Shorten it by 1 character.", id="too long"),
        pytest.param("setting.urn", "12345", "setting.urn: a school's URN has six digits. Look it up, or leave it out.",
                     id="a URN"),
        pytest.param("provenance.reviewed", "1/11/2026", "provenance.reviewed: this is not a date. Write year, month "
                     "and day with hyphens: 2026-11-01, if you mean 1 November 2026.", id="a date"),
        pytest.param("provenance.agreed_by_setting", "perhaps",
                     "provenance.agreed_by_setting: this is neither yes nor no. Write yes or no.", id="neither"),
        pytest.param("setting.place", "", 'setting.place: "place" is missing. Add place: The town, borough or area. '
                     "Not a street, not a postcode.", id="nothing where something is needed"),
        pytest.param("features", "a-thing, a-thing", 'features[2]: "a-thing" stands in this list twice. Delete one of '
                     "them.", id="twice"),
        pytest.param("title", "a\u200bb", "title: a character that nobody sees stands here: zero width space (U+200B). "
                     "Delete it: put the cursor behind it and press the backspace key, or type the line again.",
                     id="unseen"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_in_the_words_of_the_check(name: str, typed: str, says: str) -> None:
    assert told(name, typed) == [says]


def test_an_answer_that_may_be_left_out_may_be_empty() -> None:
    assert answer(at("setting.size"), " ") == Answered(None, ())


def test_an_entry_of_a_group_is_named_by_its_number() -> None:
    (says,) = told("in_numbers.value", "x" * 41, entry=2)
    assert says.startswith("in_numbers[3].value: this text is 41 characters long")


def test_a_group_is_checked_with_the_rules_between_its_fields() -> None:
    says = told("outcomes", [{"statement": "Fewer late marks", "before": "60", "unit": "incidents"}])
    assert says == ["outcomes[1].before: an outcome with a figure needs its source. Add source: with an id."]


@given(st.sampled_from(all_questions()), texts() | st.text(max_size=40))
def test_no_answer_makes_it_fall_over(question: Question, typed: str) -> None:
    found = answer(question, typed)
    assert all(problem.field.startswith(question.name) for problem in found.problems)
