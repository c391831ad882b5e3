"""Whether a record of a copy is the one that the original has taken in."""

from pathlib import Path

import pytest
from tests.support.builders import BASE

from tenfold.local.sameness import same_record

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")


def two(folder: Path, path: str, one: str, other: str) -> tuple[Path, Path]:
    files = (folder / "content" / path, folder / "upstream/content" / path)
    for file, text in zip(files, (one, other), strict=True):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize(
    "old, new, is_same",
    [
        pytest.param("", "", True, id="the same bytes"),
        pytest.param("title: A fair", "# note\ntitle:   A fair", True, id="a comment and blanks"),
        pytest.param("phase: primary", "phase: [primary]", True, id="one word or a list of one"),
        pytest.param("reviewed: 2026-01-10", "reviewed: 2026-03-01", True, id="reviewed on another day"),
        pytest.param("review_by: 2027-01-10", "review_by: 2028-01-10", True, id="to be reviewed on another day"),
        pytest.param("agreed_by_setting: yes", "agreed_by_setting: no", False, id="another agreement"),
        pytest.param("A fair start", "A warm start", False, id="another word"),
        pytest.param("licence: CC-BY-4.0", "licence: CC0-1.0", False, id="another licence"),
        pytest.param("status: published", "status: pubished", False, id="one with problems"),
    ],
)
def test_what_counts_as_the_same(old: str, new: str, is_same: bool, tmp_path: Path) -> None:
    files = two(tmp_path, "case_studies/oak.yml", OAK, OAK.replace(old, new))
    assert same_record(*files) is is_same
    assert same_record(*reversed(files)) is is_same


def test_a_list_is_the_same_when_all_its_records_are_there(tmp_path: Path) -> None:
    own = "elm:\n  title: Elm\n  kind: report\n"
    local, upstream = two(tmp_path, "sources.yml", own, f"ash:\n  title: Ash\n  kind: book\n{own}")
    assert same_record(local, upstream)
    assert not same_record(upstream, local)


def test_pages_are_compared_too_and_what_is_not_there_is_the_same_as_nothing(tmp_path: Path) -> None:
    page = "---\ntitle: Our way\ndescription: How.\n---\nText.\n"
    local, upstream = two(tmp_path, "about/way.md", page, page.replace("Text.", "Texts."))
    assert same_record(local, local)
    assert not same_record(local, upstream)
    assert not same_record(local, tmp_path / "none.md")
