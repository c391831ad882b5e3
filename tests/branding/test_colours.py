"""Colours as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenfold.branding import NotAColour, read_colour
from tenfold.branding.colours import in_words


@pytest.mark.parametrize("text", ["#12505b", "12505B", ' "#12505b" ', "'12505b'", "#12505B"])
def test_six_digits_are_a_colour_however_they_are_wrapped(text: str) -> None:
    assert read_colour(text) == "#12505b"


def test_three_digits_are_short_for_six() -> None:
    assert read_colour("#0Af") == "#00aaff"


@pytest.mark.parametrize(
    "text, said",
    [
        ("", 'There is no colour here. Write six digits of 0 to 9 and a to f, such as "#12505b". A # without quotes'),
        ("navy", '"navy" is not a colour as six digits. Write "#000080".'),
        ("rgb(18, 80, 91)", '"rgb(18, 80, 91)" is not a colour as six digits. Write "#12505b".'),
        ("#12505", '"#12505" is not a colour as six digits. Write six digits of 0 to 9 and a to f'),
        ("#12505b80", '"#12505b80" is a see-through colour'),
        ("rgb(0 0 0 / .5)", "Write six digits"),
        ("red; background: url(//x.example)", "is not a colour as six digits. Write six digits"),
        ("x" * 500, "..."),
    ],
)
def test_what_is_no_colour_is_told_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(NotAColour) as wrong:
        read_colour(text)
    assert said in str(wrong.value)
    assert len(str(wrong.value)) < 220


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_any_text_is_six_digits_or_refused_in_words(text: str) -> None:
    try:
        said = read_colour(text)
    except NotAColour as wrong:
        said = wrong.hint
    assert said.startswith("Write") or len(said) == 7


def test_a_ratio_is_never_said_to_be_more_than_it_is() -> None:
    assert in_words(4.4999) == "4.4 to 1"
    assert in_words(4.5) == "4.5 to 1"
