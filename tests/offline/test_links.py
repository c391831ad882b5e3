"""Links of the copy: each names the file that a server would have given for it, and nothing else changes."""

from __future__ import annotations

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenfold.offline.links import links_in, named_file, with_named_files
from tenfold.offline.verifying import target
from tenfold.publishing.verifying import resolved

NAMES = st.from_regex(r"[a-z0-9_-]{1,8}", fullmatch=True)
PAGES = st.lists(NAMES, max_size=4).map(lambda folders: "/".join([*folders, "index.html"]))
RESTS = st.sampled_from(["", "#part", "?q=a/b", "?q=x&sort=newest", "?cases=a,b#top", "#what-1/"])


@st.composite
def links(draw: st.DrawFn, page: str) -> str:
    """A relative link as our templates write them, which stays within the site."""
    up = draw(st.integers(0, page.count("/")))
    down = draw(st.lists(NAMES, max_size=3))
    ending = draw(st.sampled_from(["/", "/index.html", ".docx"] if down else ["/"]))
    path = "/".join([*[".."] * up, *down]) or "."
    return f"{path}{ending}{draw(RESTS)}"


@given(st.data(), PAGES)
def test_a_link_leads_to_the_same_file_as_on_a_server(data: st.DataObject, page: str) -> None:
    link = data.draw(links(page))
    named = named_file(link)
    address = re.split(r"[?#]", link)[0]
    assert target(page, named) == resolved(page, address)
    assert posixpath.splitext(re.split(r"[?#]", named)[0])[1] in (".html", ".docx")
    assert named_file(named) == named
    assert re.sub(r"^[^?#]*", "", named) == re.sub(r"^[^?#]*", "", link)


@pytest.mark.parametrize(
    "link, named",
    [
        ("../", "../index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("find/?sort=alike", "find/index.html?sort=alike"),
        ("../features/#top", "../features/index.html#top"),
        ("../downloads/a-theory.docx", "../downloads/a-theory.docx"),
        ("", ""),
        ("#main", "#main"),
        ("?q=a/", "?q=a/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:inclusion@example.org", "mailto:inclusion@example.org"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_what_becomes_of_a_link(link: str, named: str) -> None:
    assert named_file(link) == named


HTML = """<a href="../a&amp;b/?q=1&amp;r=2">../text/ and href="../x/"</a>
<form class="seek" action="../find/" data-root="../"><meta http-equiv="refresh" content="0; url=../new/">
<div data-contribute="../contribute/"></div><svg><use href="#i_heart"/></svg><a href="https://example.org/x/">x</a>
"""


def test_links_of_every_kind_are_named_and_text_is_left_alone() -> None:
    assert with_named_files(HTML) == (
        """<a href="../a&amp;b/index.html?q=1&amp;r=2">../text/ and href="../x/"</a>
<form class="seek" action="../find/index.html" data-root="../">"""
        """<meta http-equiv="refresh" content="0; url=../new/index.html">
<div data-contribute="../contribute/index.html"></div><svg><use href="#i_heart"/></svg>"""
        """<a href="https://example.org/x/">x</a>
"""
    )


def test_the_links_within_a_site_are_found_once_each() -> None:
    assert list(links_in(HTML)) == ["../a&b/?q=1&r=2", "../find/", "../contribute/", "#i_heart", "../new/"]
