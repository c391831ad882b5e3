"""The index of words: what stands in it, and what it weighs. How it ranks is tried in the browser's tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenfold.offline.words import index_of, line, text_of, tokens, weighed, weight_of

FOUND: dict[str, Any] = {
    "url": "/case_studies/oak/",
    "content": "Oak School, Leeds. A calm gate. What they did. Adults met pupils at the gate; pupils' gates.",
    "word_count": 16,
    "filters": {},
    "meta": {"kind": "Case study", "title": "A calm gate", "where": "Oak School, Leeds"},
    "anchors": [
        {"element": "h2", "id": "what", "text": "What they did", "location": 6},
        {"element": "span", "id": "tip_gate", "text": "", "location": 9},
    ],
}


def test_a_page_is_kept_with_what_its_passages_need() -> None:
    text = text_of(FOUND)
    assert [anchor["id"] for anchor in text.anchors] == ["what"]
    assert text.heavy == [(0, 3, 7), (3, 6, 7), (6, 9, 6)]
    assert set(text.data()) == {"url", "content", "meta", "anchors", "heavy"}


def test_a_word_weighs_what_its_place_weighs() -> None:
    weights = list(weighed(text_of(FOUND)))
    assert weights[:7] == [("oak", 7), ("school", 7), ("leeds", 7), ("a", 7), ("calm", 7), ("gate", 7), ("what", 6)]
    assert ("pupils", 1) in weights


def test_words_of_one_stem_share_a_line_and_each_is_listed() -> None:
    other = {**FOUND, "url": "/toolkit/", "content": "Nothing but a gate.", "anchors": [], "meta": {}}
    index = index_of([text_of(FOUND), text_of(other)], ["oak"])
    assert index["pages"] == [17, 4]
    assert index["cases"] == [0]
    assert index["stems"]["gate"] == ["gate gates", "0.9,0"]
    assert index["stems"]["pupil"] == ["pupils", "0.2"]
    assert list(index["stems"]) == sorted(index["stems"])


def test_a_title_that_the_page_does_not_say_weighs_nothing() -> None:
    assert text_of({**FOUND, "meta": {"title": "Elsewhere"}}).heavy == [(6, 9, 6)]


def test_in_a_page_that_weighs_less_only_names_weigh_more() -> None:
    text = text_of(FOUND, 0.1)
    assert text.heavy == [(0, 3, 7), (3, 6, 7)]
    weights = list(weighed(text))
    assert weights[5:8] == [("gate", 70), ("what", 1), ("they", 1)]
    other = {**FOUND, "url": "/toolkit/"}
    index = index_of([text, text_of(other)], ["oak"])
    assert index["weights"] == {0: 0.1}
    assert index["stems"]["gate"] == ["gate gates", "0.72,0.9"]


@pytest.mark.parametrize(
    "html, weight",
    [
        pytest.param("<article data-pagefind-body><p>x</p></article>", 1, id="none"),
        pytest.param(
            '<article class="a" data-pagefind-body data-pagefind-weight="0.3" id="b">x</article>', 0.3, id="one"
        ),
        pytest.param('<div data-pagefind-weight="0.1" data-pagefind-body>x</div>', 0.1, id="in front"),
        pytest.param('<main data-pagefind-body><p data-pagefind-weight="7">x</p></main>', 1, id="of a part"),
        pytest.param("<main>x</main>", 1, id="a page whose part is not marked"),
    ],
)
def test_what_a_page_weighs_is_read_from_the_page(html: str, weight: float, tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(f"<!doctype html><body>{html}</body>", encoding="utf-8")
    assert weight_of(tmp_path, "/about/") == weight


def test_words_are_taken_apart_as_in_the_browser() -> None:
    assert tokens("Pupils' well-being: 3½ cafe\u0301s, SEND_X ÉCOLE") == (
        *("pupils", "well", "being"),
        *("3½", "cafés", "send", "x", "école"),
    )


@given(st.dictionaries(st.integers(0, 2000), st.integers(1, 300)))
def test_a_line_can_be_read_back(held: dict[int, int]) -> None:
    read: dict[int, int] = {}
    page = -1
    for each in filter(None, line(held).split(",")):
        skipped, _, weight = each.partition(".")
        page += int(skipped) + 1
        read[page] = int(weight or 1)
    assert read == held
