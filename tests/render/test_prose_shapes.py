"""Headings, tables and the rest of prose as HTML."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.proses import a_state, page, prose, tree, words
from tests.support.sites import parsed
from tests.support.steady import STEADY

from tenfold.prose import anchors
from tenfold.render.prose_html import page_html, prose_html, rendered, sanitised

TABLE = "| Year | Pupils |\n|:-----|-------:|\n| 2020 | 40 |\n| 2021 | 60 |"


@pytest.mark.parametrize(
    "under, level",
    [
        pytest.param(1, 2, id="below the title"),
        pytest.param(2, 3, id="below a second heading"),
        pytest.param(3, 4, id="below a third"),
    ],
)
def test_headings_come_below_the_one_they_stand_under(under: int, level: int) -> None:
    assert prose("### Who", under=under) == f'<h{level} id="who">Who</h{level}>\n'


def test_headings_never_go_below_the_sixth_level() -> None:
    assert prose("###### Deep", under=3) == '<h6 id="deep">Deep</h6>\n'


def test_headings_of_pages_keep_their_level() -> None:
    assert page("## Who\n\n### What") == '<h2 id="who">Who</h2>\n<h3 id="what">What</h3>\n'


@pytest.mark.parametrize(
    "heading, anchor",
    [
        pytest.param("Who, and when?", "who-and-when", id="signs"),
        pytest.param("*Who* does `it`", "who-does-it", id="markup"),
        pytest.param("???", "section", id="nothing but signs"),
        pytest.param("&lt;b&gt;", "b", id="HTML"),
    ],
)
def test_a_heading_gets_an_anchor_of_its_words(heading: str, anchor: str) -> None:
    assert [h.get("id") for h in tree(f"### {heading}").iter("h3")] == [anchor]


def test_anchors_are_unique_on_a_page() -> None:
    state = a_state()
    html = "".join(str(prose_html(text, state)) for text in ("### Who\n\n### Who", "### Who\n\n### Who 2"))
    found = re.findall(r'id="([^"]+)"', html)
    assert found[:3] == ["who", "who-2", "who-3"]
    assert len(set(found)) == 4


@STEADY
@given(st.lists(st.sampled_from(["## A", "## A 2", "## A-2 2", "## B", "### A", "text"]), max_size=8))
def test_the_anchors_that_checks_know_are_those_that_pages_have(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert anchors(text) == re.findall(r' id="([^"]+)"', str(page_html(text, a_state())))


def test_a_table_stands_in_a_named_region_that_keys_can_reach() -> None:
    (region,) = tree(TABLE).iter("div")
    assert region.attrib == {
        "class": "table",
        "role": "region",
        "tabindex": "0",
        "aria-label": "Table: Year, Pupils",
    }
    assert [child.tag for child in region] == ["table"]


def test_the_headers_of_a_table_say_what_they_head() -> None:
    headers = list(tree(TABLE).iter("th"))
    assert [(words(header), header.get("scope")) for header in headers] == [("Year", "col"), ("Pupils", "col")]


def test_cells_are_aligned_by_class_not_by_style() -> None:
    table = tree("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |")
    assert [cell.get("class") for cell in table.iter("td")] == [None, "centre", "right"]
    assert [cell.get("class") for cell in table.iter("th")] == [None, "centre", "right"]
    assert not [element for element in table.iter() if element.get("style")]


def test_each_table_is_named_by_its_own_headers() -> None:
    text = f"{TABLE}\n\n| Phase | Place |\n|---|---|\n| a | b |"
    names = [region.get("aria-label") for region in tree(text).iter("div")]
    assert names == ["Table: Year, Pupils", "Table: Phase, Place"]


def test_the_name_of_a_wide_table_is_its_first_four_headers() -> None:
    (region,) = tree("|a|b|c|d|e|\n|-|-|-|-|-|\n").iter("div")
    assert region.get("aria-label") == "Table: a, b, c, d"


def test_the_name_of_a_table_is_text() -> None:
    (region,) = tree('| "><svg onload=x> |\n|---|\n').iter("div")
    assert region.get("aria-label") == 'Table: "><svg onload=x>'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<svg onload=alert(1)>", id="a tag alone"),
        pytest.param("a <b>bold</b> word", id="in a line"),
        pytest.param("<div>\n<script>alert(1)</script>\n</div>", id="a block"),
        pytest.param("<!-- no -->", id="a comment"),
        pytest.param("- <img src=x onerror=alert(1)>", id="in a list"),
        pytest.param("| <b>a</b> |\n|---|\n| <i>b</i> |", id="in a table"),
        pytest.param("### <b>a</b>", id="in a heading"),
        pytest.param("[<b>a</b>](case:oak)", id="in a link"),
        pytest.param("![<b>a</b>](x.png)", id="in a picture"),
        pytest.param("`<b>a</b>`", id="in code"),
        pytest.param("```<b>\n<b>a</b>\n```", id="in a block of code"),
        pytest.param("&lt;b&gt;a&lt;/b&gt;", id="as entities"),
    ],
)
def test_html_in_prose_is_shown_as_it_stands(text: str) -> None:
    body = tree(text)
    ours = {"p", "ul", "li", "div", "table", "thead", "tbody", "tr", "th", "td", "h3", "a", "code", "pre", "body"}
    assert {element.tag for element in body.iter()} <= ours
    assert not [name for element in body.iter() for name in element.attrib if name.startswith("on")]
    assert re.search(r"<\S+.*>", words(body))


def test_pictures_leave_their_words() -> None:
    assert prose("![A gate](https://example.org/a.png)") == "<p>A gate</p>\n"


def test_what_the_sanitiser_lets_through_is_what_prose_may_hold() -> None:
    hostile = '<p class="x" id="y" style="z">a<script>b</script><a href="javascript:c" target="_top">d</a></p>'
    assert sanitised(hostile) == "<p>a<a>d</a></p>"


@pytest.mark.parametrize("render", [prose_html, page_html])
def test_an_address_that_runs_does_not_pass_even_if_a_link_resolves_to_it(render: Callable[..., str]) -> None:
    state = a_state()
    state.resolve = "javascript:{}".format
    assert render("[*a*](case:oak)", state) == "<p><a><em>a</em></a></p>\n"


PIECES = [
    "a",
    "b.",
    "1.",
    "1",
    ")",
    ":-:",
    "---",
    "===",
    "+",
    '"it\'s"',
    "a@b.c",
    "https://example.org",
    "{{ x }}",
    "é",
]
SPACES = [" ", "  ", "    ", "\n", "\n\n", "\n \n", "\n   "]
PLAIN = st.lists(st.sampled_from(PIECES) | st.sampled_from(SPACES), max_size=8).map("".join)


@STEADY
@given(PLAIN.map(str.strip).filter(bool))
def test_prose_without_markup_is_what_the_parser_makes_of_it(text: str) -> None:
    """Most prose takes a short way past the parser, and nobody may see a difference."""
    short, long = prose_html(text, a_state()), sanitised(rendered(text, a_state(), shift=0))
    assert shape(str(short)) == shape(str(long))


def shape(html: str) -> list[tuple[str, str]]:
    return [(element.tag, words(element)) for element in parsed(html).find("body").iter()]
