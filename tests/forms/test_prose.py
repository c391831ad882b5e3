"""Prose as a tree: Markdown says all of it, and nothing that it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.forms import REAL, trees

from tenfold.forms.prose_reading import read_markdown
from tenfold.forms.prose_tree import Block, Grid, Paragraph, Run, plain, tidy, words_of
from tenfold.forms.prose_writing import canonical, write_markdown
from tenfold.loading import yaml_text
from tenfold.model import CaseStudy
from tenfold.model.walking import prose_of


@given(trees())
def test_what_is_written_is_read_again(tree: tuple[Block, ...]) -> None:
    assert read_markdown(write_markdown(tree)) == tree


@given(st.text("ab *_`[]()<>#-+=|\\\n!&:.1>~ ", max_size=40))
def test_any_markdown_says_the_same_when_it_is_written_anew(text: str) -> None:
    assert read_markdown(canonical(text)) == read_markdown(text)


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_the_prose_of_real_records_says_the_same_when_it_is_written_anew(file: object) -> None:
    record = CaseStudy.model_validate(yaml_text.read(file.read_bytes()).data)  # type: ignore[attr-defined]
    texts = [text for _, text in prose_of(record)]
    assert texts
    for text in texts:
        assert read_markdown(canonical(text)) == read_markdown(text)
        assert canonical(text).split() == text.split()


@pytest.mark.parametrize(
    "typed, written",
    [
        pytest.param("3 * 4 and a_b", "3 * 4 and a_b", id="marks that mark nothing stay as they are"),
        pytest.param("*not bold*", r"\*not bold\*", id="marks that would"),
        pytest.param("# No heading", r"\# No heading", id="a line that would be a heading"),
        pytest.param("1. No list", r"1\. No list", id="a line that would be an item"),
        pytest.param("<b>R&amp;D", r"\<b\>R\&amp;D", id="HTML and entities"),
        pytest.param("[x](javascript:alert)", r"\[x\](javascript:alert)", id="a link"),
    ],
)
def test_text_stays_text(typed: str, written: str) -> None:
    tree = (Paragraph((Run(typed),)),)
    assert write_markdown(tree) == written
    assert read_markdown(written) == tree


def test_a_table_of_more_columns_than_anybody_reads_becomes_lines() -> None:
    row = tuple((Run(f"cell {number}"),) for number in range(13))
    assert write_markdown([Grid((row,))]).startswith("cell 0 | cell 1 | cell 2")


def test_looks_are_joined_and_spaces_are_not_bold() -> None:
    runs = tidy([Run("  one"), Run(" ", bold=True), Run("two", bold=True), Run("three", bold=True), Run(" ")])
    assert runs == (Run("one "), Run("twothree", bold=True))
    assert words_of(runs) == "one twothree"


def test_the_words_of_prose_stand_on_lines() -> None:
    assert (
        plain(read_markdown("One.\n\n- two\n- three\n\n| a | b |\n| - | - |\n| 1 | 2 |"))
        == "One.\ntwo\nthree\na | b\n1 | 2"
    )
