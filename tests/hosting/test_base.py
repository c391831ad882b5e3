"""The path where a site stands: as people type it, and as a built site tells it."""

from pathlib import Path

import pytest

from tenfold.hosting import NoPath, built_for, not_found_page, whole_path


@pytest.mark.parametrize(
    "typed, path",
    [
        ("/", "/"),
        ("", "/"),
        (" /inclusion/ ", "/inclusion/"),
        ("inclusion", "/inclusion/"),
        ("/a/b-c/v1.2", "/a/b-c/v1.2/"),
    ],
)
def test_a_path_has_a_slash_at_both_ends(typed: str, path: str) -> None:
    assert whole_path(typed) == path


@pytest.mark.parametrize(
    "typed", ["/a b/", "a;b", 'a"b', "$a", "../a", "/a//b/", "a{b", "https://a.example/", "a\nb", "é"]
)
def test_what_would_not_survive_a_configuration_is_refused(typed: str) -> None:
    with pytest.raises(NoPath, match="Write it like /inclusion/"):
        whole_path(typed)


@pytest.mark.parametrize(
    "page, path",
    [
        ('<link rel="stylesheet" href="/assets/tenfold.css">', "/"),
        ('<link rel="stylesheet" href="/a/b/assets/tenfold.css">', "/a/b/"),
        ('<link rel="stylesheet" href="/own.css">', "/"),
    ],
)
def test_a_built_site_tells_its_path(page: str, path: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(page, encoding="utf-8")
    assert built_for(tmp_path) == path


def test_a_site_without_such_a_page_stands_anywhere(tmp_path: Path) -> None:
    assert built_for(tmp_path) == "/"
    assert not_found_page(tmp_path, "/inclusion/") is None
