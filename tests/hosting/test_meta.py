"""The policy inside the pages: early enough, once, and the same each time."""

from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenfold.hosting import Policy, policy, with_meta_policy
from tenfold.hosting.meta import meta_elements, with_elements

HEAD = '<!doctype html>\n<html lang="en-GB">\n<head>\n  <meta charset="utf-8">\n  <title>É</title>\n'
PAGE = HEAD + "  <script>d=1</script>\n</head>\n<body>\n<p>Text with <b>é</b>.</p>\n</body>\n</html>\n"
NONE = Policy((), False, (), 1)


def metas(html: str) -> list[tuple[str | None, str | None]]:
    """The meta elements of a page's head, as a browser reads them: what each is, and what it says."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    elements = document.iterfind("head/meta")
    return [(each.get("http-equiv") or each.get("name"), each.get("content")) for each in elements]


def test_every_page_says_the_policy_before_anything_runs(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "find/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert with_meta_policy(tmp_path) == 3
    page = (tmp_path / "find/index.html").read_text(encoding="utf-8")
    said = dict(metas(page))
    assert said["Content-Security-Policy"] == policy(tmp_path).meta
    assert "frame-ancestors" not in (said["Content-Security-Policy"] or "")
    assert said["referrer"] == "same-origin"
    assert (
        page.index("charset") < page.index("Content-Security-Policy") < page.index("<title>") < page.index("<script>")
    )


def test_doing_it_twice_is_doing_it_once(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(PAGE, encoding="utf-8")
    with_meta_policy(tmp_path)
    once = file.read_bytes()
    assert with_meta_policy(tmp_path) == 0
    assert file.read_bytes() == once


def test_a_changed_script_changes_what_stands_there(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(PAGE, encoding="utf-8")
    with_meta_policy(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("d=1", "d=2"), encoding="utf-8")
    with_meta_policy(tmp_path)
    fresh = with_elements(PAGE.replace("d=1", "d=2"), meta_elements(policy(tmp_path)))
    assert file.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize(
    "page, before",
    [
        pytest.param("<html><head><title>x</title></head><body></body></html>", "<title>", id="no charset"),
        pytest.param('<head><META CHARSET="UTF-8"><title>x</title><body>', "<title>", id="in capitals"),
        pytest.param('<head><!-- <meta charset="a"> --><title>x</title><body>', "<!--", id="one in a comment"),
        pytest.param('<html>\r\n<head>\r\n<meta charset="utf-8">\r\n<title>x</title><body>', "\r\n<title>", id="lines"),
        pytest.param('<head><meta charset="utf-8"><p>x<body a="<head>">', "<p>", id="no end of the head"),
    ],
)
def test_it_finds_its_place_in_templates_of_ones_own(page: str, before: str) -> None:
    assert with_elements(page, "<HERE>") == page.replace(before, f"<HERE>{before}", 1)


def test_a_page_without_a_head_is_left_alone() -> None:
    assert with_elements("<p>Text.", "<HERE>") == "<p>Text."


@given(title=st.text(st.characters(codec="utf-8", exclude_characters="<>&\r"), max_size=30), times=st.integers(1, 3))
def test_nothing_else_of_a_page_changes(title: str, times: int) -> None:
    page = PAGE.replace("É", title)
    elements = meta_elements(NONE)
    changed = page
    for _ in range(times):
        changed = with_elements(changed, elements)
    assert changed.replace(elements, "") == page
