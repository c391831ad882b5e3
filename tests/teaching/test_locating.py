"""The place of a word: whatever YAML does to a text, the line and column are those of the file."""

from __future__ import annotations

import textwrap
import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.steady import STEADY

from tenfold.loading import Content
from tenfold.loading.content import add_page, add_record
from tenfold.model import CaseStudy, Kind
from tenfold.teaching.locating import Placed
from tenfold.teaching.passages import passages
from tenfold.teaching.written import Subject, written

MARK = "Zebra"
WORDS = st.lists(
    st.text(st.sampled_from("abcdeéüßñ日œ"), min_size=1, max_size=9) | st.sampled_from(["it's", "12.5", "one-off"]),
    min_size=1,
    max_size=40,
)


def subject_of(text: str) -> Subject:
    content = Content()
    add_record(text.encode(), Kind.CASE, CaseStudy, "oak", content, "oak.yml")
    return (content.unread or content.entries)[0]


def place_of_mark(text: str) -> tuple[int, int]:
    """Where the mark stands in a file, found by looking."""
    text = unicodedata.normalize("NFC", text)
    at = text.index(MARK)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def found(text: str) -> tuple[int, int]:
    """Where the mark is said to stand."""
    subject = subject_of(text)
    [place] = [Placed(subject, each).place(each.value.index(MARK)) for each in written(subject) if MARK in each.value]
    return place


def plain(words: list[str]) -> str:
    return "a " + " ".join(words)


def single(words: list[str]) -> str:
    return "'" + " ".join(words).replace("'", "''") + "'"


def double(words: list[str]) -> str:
    return '"\\"' + " ".join(words).replace("é", "\\u00e9").replace("ü", "\\xfc").replace("ñ", "\\U000000F1") + '"'


def folded(words: list[str]) -> str:
    return ">-\n" + textwrap.indent(textwrap.fill(" ".join(words), 24), "    ")


def folded_in_paragraphs(words: list[str]) -> str:
    return ">-\n" + "\n\n".join(f"    {word}" for word in words)


def literal(words: list[str]) -> str:
    return "|\n" + textwrap.indent(textwrap.fill(" ".join(words), 30), "   ")


def plain_over_lines(words: list[str]) -> str:
    return "a\n" + textwrap.indent(textwrap.fill(" ".join(words), 30), "    ")


@pytest.mark.parametrize(
    "style", [plain, single, double, folded, folded_in_paragraphs, literal, plain_over_lines], ids=lambda s: s.__name__
)
@given(before=WORDS, after=WORDS)
@STEADY
def test_a_word_is_found_where_it_stands(style, before: list[str], after: list[str]) -> None:  # type: ignore[no-untyped-def]
    text = f"title: x\ncontext: {style([*before, MARK, *after])}\nsummary: y\n"
    assert found(text) == place_of_mark(text)


def test_letters_that_are_two_signs_in_the_file_are_one() -> None:
    text = f"context: >-\n  cafe\u0301 cafe\u0301\n  and {MARK}\n"
    assert found(text) == (3, 7)


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param(f"A [link](case:oak) and {MARK} here", id="behind a link"),
        pytest.param(f"A [link to {MARK}](case:oak)", id="in a link"),
        pytest.param(f"[a](case:zebra) b [{MARK}](case:zebra)", id="behind an address that holds it"),
        pytest.param(f"Some **bold {MARK} words**", id="in bold"),
        pytest.param(f"- one\n- two {MARK}", id="in a list"),
        pytest.param(f"| a | b |\n| --- | --- |\n| c | {MARK} |", id="in a table"),
        pytest.param(f"One paragraph.\n\nAnother, *with*\na {MARK}.", id="in the second paragraph"),
        pytest.param(f"> said\n> {MARK}", id="in a quotation"),
        pytest.param(f"### A heading\n\n{MARK}", id="below a heading"),
        pytest.param(f"Plain.\n\nPlain too.\n\n**a** {MARK}", id="behind plain paragraphs"),
    ],
)
def test_a_word_is_found_in_markdown(prose: str) -> None:
    text = f"context: |-\n{textwrap.indent(prose, '  ')}\n"
    subject = subject_of(text)
    [passage] = [each for each in passages(subject) if MARK in each.text]

    assert passage.place(passage.text.index(MARK)) == place_of_mark(text)


@pytest.mark.parametrize(
    "first", ["Plain text.", "> a quotation", '"Speech", he said.', "'tis", "| a |\n| --- |\n| b |"]
)
def test_a_word_is_found_in_a_page(first: str) -> None:
    text = f"---\ntitle: A page\ndescription: It is one.\n---\n\n{first}\n\nAnd {MARK}.\n"
    content = Content()
    add_page(text.encode(), PurePosixPath("toolkit/a-page.md"), content, "a-page.md")
    [passage] = [each for each in passages(content.entries[0]) if MARK in each.text]

    assert passage.place(passage.text.index(MARK)) == place_of_mark(text)
