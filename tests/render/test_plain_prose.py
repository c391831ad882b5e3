"""Prose without markup is rendered without the parser, and comes out as the parser would have it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.proses import a_state

from tenfold.prose import plain_start
from tenfold.render.prose_html import prose_html, rendered, sanitised

LETTERS = "*-#_[]()>|`aB1é .,;:'\"()/?%£-+=\n\n$^{}@"


@given(st.text(LETTERS, min_size=1, max_size=60).filter(str.strip))
@example("one\n\n\ntwo")
@example("one\n two")
@example("a\n===")
@example("a\n\n    code")
@example("a\n\n  - b\n    c")
@example("a\n\nb *c*\n\nd")
@example("a - b")
@example("1. one")
@example("1.5 metres")
@example("    code")
@example("late marks, and late marks")
def test_the_parser_would_say_the_same(text: str) -> None:
    if text.strip():
        assert str(prose_html(text, a_state())) == str(sanitised(rendered(text, a_state(), shift=0)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("**bold**", id="bold"),
        pytest.param("a_b_", id="underscores"),
        pytest.param("[a](case:oak)", id="a link"),
        pytest.param("- a\n- b", id="a list"),
        pytest.param("2) b", id="a numbered list"),
        pytest.param("a\n---", id="a heading underlined"),
        pytest.param("| a |\n|---|", id="a table"),
        pytest.param("`a`", id="code"),
        pytest.param("AT&amp;T", id="an entity"),
        pytest.param("a  \nb", id="a line break"),
        pytest.param("https://example.org is <b>", id="what looks like HTML"),
    ],
)
def test_anything_that_may_be_markup_goes_to_the_parser(text: str) -> None:
    assert plain_start(text) == ((), text)


def test_most_of_an_ordinary_text_needs_no_parser() -> None:
    text = 'One day, somebody came.\n\nIt was 1.5 metres: "well", she said (twice).'

    assert plain_start(text) == (tuple(text.split("\n\n")), "")


def test_only_what_follows_the_first_mark_goes_to_the_parser() -> None:
    assert plain_start("one\n two\n \nthree\n\n- **four**\n\nfive") == (("one\ntwo", "three"), "- **four**\n\nfive")
