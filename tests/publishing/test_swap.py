"""A site is replaced whole or not at all, and the one before it is kept."""

import os
from pathlib import Path

import pytest
from tests.support.builders import PROJECT

from tenfold.publishing import former_of, recover, swap, swapping


class Killed(BaseException):
    """Stands for a kill: nothing catches it."""


@pytest.fixture(params=["exchange", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to swap: in one system call, and as on systems that have none."""
    if request.param == "two renames":
        two_renames(monkeypatch)


def two_renames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "exchanged", cannot_exchange)


def cannot_exchange(one: Path, other: Path) -> bool:
    return False


def a_site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def served(site: Path) -> str | None:
    """What somebody gets who asks for the site's home page."""
    page = site / "index.html"
    return page.read_text(encoding="utf-8") if page.exists() else None


@pytest.mark.usefixtures("either_way")
class TestSwap:
    """Whichever way the system swaps."""

    def test_the_new_site_stands_in_its_place_and_the_former_is_kept(self, tmp_path: Path) -> None:
        site, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
        swap(new, site)
        assert (served(site), served(former_of(site)), new.exists()) == ("new", "old", False)

    def test_the_first_time_there_is_no_former(self, tmp_path: Path) -> None:
        site = tmp_path / "site"
        swap(a_site(tmp_path / "new", "new"), site)
        assert served(site) == "new"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]

    def test_only_the_last_former_is_kept(self, tmp_path: Path) -> None:
        site = tmp_path / "site"
        for text in ("one", "two", "three"):
            swap(a_site(tmp_path / text, text), site)
        assert (served(site), served(former_of(site))) == ("three", "two")
        assert sorted(path.name for path in tmp_path.iterdir()) == [".site-former", "site"]

    def test_nothing_of_the_old_site_is_left_in_the_new(self, tmp_path: Path) -> None:
        site, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
        (site / "gone.html").touch()
        swap(new, site)
        assert [path.name for path in site.iterdir()] == ["index.html"]

    def test_there_is_nothing_to_recover_afterwards(self, tmp_path: Path) -> None:
        site, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
        swap(new, site)
        assert not recover(site)
        assert served(site) == "new"


def kill_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the process killed in place of a rename, the first being number 1."""
    rename = os.rename
    done = []

    def renamed(one: Path, other: Path) -> None:
        done.append(one)
        if len(done) == number:
            raise Killed
        rename(one, other)

    monkeypatch.setattr("os.rename", renamed)


@pytest.mark.parametrize(
    "number, needed, text",
    [
        pytest.param(1, False, "old", id="before the first rename"),
        pytest.param(2, True, "old", id="between the two"),
    ],
)
def test_a_kill_leaves_a_whole_site_after_recovery(
    number: int, needed: bool, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
    two_renames(monkeypatch)
    with monkeypatch.context() as during:
        kill_at(number, during)
        with pytest.raises(Killed):
            swap(new, site)

    assert recover(site) is needed
    assert served(site) == text
    swap(new, site)
    assert (served(site), served(former_of(site))) == ("new", "old")


def test_a_kill_after_the_exchange_leaves_the_new_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
    monkeypatch.setattr(swapping, "exchanged", exchange)
    with monkeypatch.context() as during:
        kill_at(1, during)
        with pytest.raises(Killed):
            swap(new, site)
    assert not recover(site)
    assert served(site) == "new"


def exchange(one: Path, other: Path) -> bool:
    """What the system call does, for systems that have none."""
    aside = one.with_name("aside")
    one.replace(aside)
    other.replace(one)
    aside.replace(other)
    return True


def test_without_a_site_and_a_former_there_is_nothing_to_recover(tmp_path: Path) -> None:
    assert not recover(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_stands_is_not_replaced_by_its_former(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", "new")
    a_site(former_of(site), "old")
    assert not recover(site)
    assert (served(site), served(former_of(site))) == ("new", "old")


def test_a_system_without_the_call_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = a_site(tmp_path / "one", "1"), a_site(tmp_path / "other", "2")
    monkeypatch.setattr("sys.platform", "win32")
    assert not swapping.exchanged(one, other)
    assert (served(one), served(other)) == ("1", "2")


def test_what_stands_beside_a_site_is_kept_out_of_git() -> None:
    """The former site, what is being built, and the lock are of one computer alone."""
    assert "/.site-*" in (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()
