"""Texts without anything like a heading are not parsed to look for headings, and have none."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenfold.prose import may_hold_headings, parse
from tests.support.steady import STEADY

PIECES = [
    *(
        "#",
        "##",
        "# ",
        "a",
        "b c",
        " ",
        "  ",
        "   ",
        "\t",
        "\n",
        "\n\n",
        "\r",
        "-",
        "--",
        "---",
        "=",
        "===",
        "- ",
        "* ",
        "+ ",
    ),
    *("1. ", "2) ", "> ", "| --- |", "|", "`", "\\", "<b>", "[d](e#f)", "\u00a0", "\x0b", ":-"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(STEADY, max_examples=500)
@given(TEXTS)
@example("a\n=")
@example("a\n-")
@example("a\n--- ")
@example("- a\n  ===")
@example("> 1. a\n>    ---")
@example("- - # a")
@example("a\r# b")
@example("# ")
@example("#")
@example("#\u00a0a")
def test_there_are_none_without_a_sign_of_one(text: str) -> None:
    headings = [token for token in parse(text) if token.type == "heading_open"]

    assert may_hold_headings(text) or headings == []


@pytest.mark.parametrize(
    "text",
    ["The #BeeWell programme", "| a |\n| --- |\n| b |", "[it](page:toolkit/evidence#levels)", "A -- b\nc--\nd == e"],
)
def test_hashes_and_tables_are_no_sign_of_one(text: str) -> None:
    assert not may_hold_headings(text)


def test_a_long_line_of_hyphens_is_looked_at_once() -> None:
    assert not may_hold_headings("a\n" + "-- " * 200_000 + "x")
