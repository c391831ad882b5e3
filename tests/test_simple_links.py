"""Plain links are found without the parser, and are those that the parser would find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenfold.loading import load_content
from tenfold.model.walking import prose_of
from tenfold.prose import inline_tokens, links, simple_links
from tests.support.builders import PROJECT
from tests.support.steady import STEADY

PIECES = [
          "[a](case:oak)", "[b c](https://example.org/a_b)", "[", "]", "(", ")", "](", "!", "*", "_", "- ", "1. ", "# ",
          "> ", "\n", "\n\n", " ", "  ", "   ", "a", "'", '"', ":", "~", "=", "---", "[d]: e", "[f][g]", "``", "\\",
          "&amp;", "|", "<b>", "\t", "\x01", "é", "[]()", "[ ](x)", "('y')", "[h]('i')", "[j](k 'l')", "\u3000",
          "[l\nm](n)", "| a |\n| --- |\n", "| [o](p) |\n", "| q | [r](s) |\n", "\n| - | - |\n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def as_parsed(text: str) -> tuple[str, ...]:
    return tuple(str(token.attrs["href"]) for token in inline_tokens(text) if token.type == "link_open")


@settings(STEADY, max_examples=500)
@given(TEXTS)
@example("- a\n\n      [b](c)")
@example("-     [b](c)")
@example("| a |\n| --- |\n| b | [c](d) |")
@example("[a](b)\n===\n*[c](d*)")
@example("[a\nb](c)")
@example("# [a\nb](c)")
@example("- > 1. ## [a\nb](c)")
@example("[a\n\nb](c)")
@example("**[a](b)**, _[c](d)_ and 'e'")
@example("[x]('y')")
@example("| a |\n| --- |\n| [b](c) |")
@example("| a |\n| --- |\n[b\nc](d)")
@example("| [a | b](c) |\n| --- | --- |")
@example("| a |\n| --- |\n| b | [c](d) |\n| --- | --- |")
@example("| a | b |\n| --- | --- |\n| [c](d) | [e](f) |\n\n| g |\n| --- |\n| [h](i) |")
def test_the_parser_would_find_the_same(text: str) -> None:
    found = simple_links(text)

    assert found is None or found == as_parsed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As in [Oak](case:oak) and [a report](https://example.org/a_(b)).", None),
        ("As in [Oak](case:oak), **[Elm](case:elm)** (and so on).", ("case:oak", "case:elm")),
        ("- [Oak](case:oak)\n- [it](page:toolkit/evidence#levels)", ("case:oak", "page:toolkit/evidence#levels")),
        ("No link [at all].", None),
        ("`[code](case:oak)`", None),
        ("| a | b |\n| --- | --- |\n| c | [Oak](case:oak) |", ("case:oak",)),
        ("| a |\n| --- |\n| b | [Oak](case:oak) |", None),
    ],
)  # fmt: skip
def test_what_is_plain_and_what_is_not(text: str, found: tuple[str, ...] | None) -> None:
    assert simple_links(text) == found


def test_nearly_all_texts_of_the_real_content_with_links_are_plain() -> None:
    texts = [text for entry in load_content(Path(PROJECT / "content")).entries for _, text in prose_of(entry.record)]
    linked = [text for text in texts if "](" in text]

    assert len(linked) > 50
    assert (
        len([text for text in linked if simple_links(text) is None]) < len(linked) / 5
    )  # pages with headings or tables
    assert [links(text) for text in linked] == [as_parsed(text) for text in linked]
