"""Numbers that belong to one child are found whatever they are, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tenfold.safeguarding import rules
from tenfold.safeguarding.numbers import CHECK_LETTERS, check_letter, is_nhs_number
from tenfold.safeguarding.said import all_said

DIGITS = "0123456789"
RULES = {rule.name.removeprefix("safeguarding-"): rule for rule in rules()}


def found(name: str, text: str) -> list[str]:
    """What a rule finds in a text."""
    said = all_said({"context": text})
    return [said.raw[start:end] for start, end in RULES[name].find(said)]


def bodies() -> st.SearchStrategy[str]:
    """What follows the check letter: twelve digits, or eleven and a letter while a number is temporary."""
    last = st.sampled_from(DIGITS + CHECK_LETTERS)
    return st.tuples(st.text(DIGITS, min_size=11, max_size=11), last).map("".join)


@given(bodies())
def test_every_valid_pupil_number_is_found(body: str) -> None:
    number = check_letter(body) + body
    assert found("pupil-number", f"Her number, {number}, stood there.") == [number]


@given(bodies())
def test_small_letters_and_spaces_do_not_hide_a_pupil_number(body: str) -> None:
    number = f"{check_letter(body)}{body[:4]} {body[4:8]} {body[8:]}".lower()
    assert found("pupil-number", f"see {number}.") == [number]


@given(bodies(), st.sampled_from(CHECK_LETTERS + "IOS"))
def test_with_a_wrong_letter_it_is_another_number(body: str, letter: str) -> None:
    assume(letter != check_letter(body))
    assert found("pupil-number", f"Her number, {letter}{body}, stood there.") == []


@given(bodies(), st.sampled_from("ABCXYZabc0123456789"))
def test_a_longer_number_is_another_number(body: str, more: str) -> None:
    number = check_letter(body) + body
    assert found("pupil-number", f"{number}{more} and {more}{number}") == []


def nhs_numbers() -> st.SearchStrategy[str]:
    """Numbers of the series kept for tests, which no patient has."""
    bodies = st.text(DIGITS, min_size=6, max_size=6).map(lambda rest: f"999{rest}")
    return bodies.map(with_check_digit).filter(bool)


def with_check_digit(body: str) -> str:
    """A number with the digit that makes it one, or nothing for the one in eleven that has none."""
    return next((f"{body}{digit}" for digit in DIGITS if is_nhs_number(f"{body}{digit}")), "")


@given(nhs_numbers())
def test_a_patients_number_is_found_by_its_spaces_and_beside_the_letters(number: str) -> None:
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    assert found("nhs-number", f"The plan, {spaced}, was kept.") == [spaced]
    assert found("nhs-number", f"NHS number {number}.") == [number]
    assert found("nhs-number", f"The order {number} was paid.") == []


@given(nhs_numbers(), st.integers(1, 9))
def test_one_wrong_digit_makes_it_another_number(number: str, by: int) -> None:
    wrong = f"{number[:9]}{(int(number[9]) + by) % 10}"
    assert found("nhs-number", f"NHS number {wrong}.") == []


@pytest.mark.parametrize("text", ["B801200005001", "\uff2280120000\uff15001", "B8012\u00a00000\u00a05001"])
def test_signs_that_look_alike_do_not_hide_a_number(text: str) -> None:
    assert len(found("pupil-number", f"see {text} there")) == 1
