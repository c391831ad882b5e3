"""A change is written whole or not at all, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from tests.support.builders import a_content_folder

from tenfold.changing.change import Change, Draft
from tenfold.changing.making import KEPT, HalfWritten, keep, make, undo
from tenfold.changing.renaming import renamed
from tenfold.changing.replacing import replace_file
from tenfold.changing.withdrawing import superseded
from tenfold.checking import check_content
from tenfold.cli import main

PAGE = "---\ntitle: Steps\ndescription: All of them.\n---\nSee [Oak](case:oak).\n"


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def a_change(folder: Path, plan: Callable[[Draft], Change]) -> Change:
    return plan(Draft(folder, check_content(folder), "content"))


def rename(draft: Draft) -> Change:
    return renamed(draft, "oak", "acorn")


def supersede(draft: Draft) -> Change:
    return superseded(draft, "oak", "elm")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = a_content_folder(tmp_path, {"toolkit/steps.md": PAGE, "about/more/far.md": PAGE})
    oak = (folder / "case_studies/oak.yml").read_text(encoding="utf-8")
    (folder / "case_studies/elm.yml").write_text(oak, encoding="utf-8")
    return folder


class FailingAt:
    """Writes files until it comes to one, where it fails in some way; and later, when all is put back, works again."""

    def __init__(self, number: int, error: BaseException, *, after: bool) -> None:
        self.left = number
        self.error = error
        self.after = after

    def __call__(self, file: Path, raw: bytes) -> None:
        self.left -= 1
        if self.left < 0 and not self.after:
            raise self.error
        replace_file(file, raw)
        if self.left < 0:
            raise self.error


@pytest.mark.parametrize("plan", [rename, supersede])
@pytest.mark.parametrize("after", [False, True], ids=["before it is written", "behind it"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
def test_a_write_that_fails_leaves_everything_as_it_was(
    plan: Callable[[Draft], Change], after: bool, error: BaseException, folder: Path
) -> None:
    change = a_change(folder, plan)
    before = everything_in(folder)
    writes = sum(raw is not None for raw in change.after.values())
    assert writes >= 5

    for number in range(writes):
        with pytest.raises((HalfWritten, KeyboardInterrupt)):
            make(folder, change, replace=FailingAt(number, error, after=after))
        assert everything_in(folder) == before, number
    make(folder, change)
    assert everything_in(folder) != before
    assert check_content(folder).problems == []


def test_a_file_that_cannot_be_deleted_leaves_everything_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = a_change(folder, rename)
    before = everything_in(folder)
    plain = Path.unlink

    def kept(self: Path, missing_ok: bool = False) -> None:
        if self.name == "oak.yml":
            raise PermissionError(13, "Permission denied")
        plain(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    with pytest.raises(HalfWritten, match="permission denied"):
        make(folder, change)

    assert everything_in(folder) == before


def test_a_change_that_was_killed_half_way_is_taken_back_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change = a_change(folder, rename)
    before = everything_in(folder)
    keep(folder, change.after)
    replace_file(folder / "case_studies/acorn.yml", b"half of it")
    replace_file(folder / "features/belonging-first.yml", b"the other half")
    monkeypatch.chdir(folder.parent)

    assert main(["rename", "nothing", "like-it"]) == 2
    assert capsys.readouterr().out == "A change that was broken off half-way has been taken back first.\n"
    assert everything_in(folder) == before


def test_what_was_kept_before_a_kill_but_not_begun_is_thrown_away(folder: Path) -> None:
    before = everything_in(folder)
    (folder / f"{KEPT}-abc").mkdir()
    (folder / f"{KEPT}-abc" / "0").write_bytes(b"half of a copy")

    assert undo(folder) is False
    assert everything_in(folder) == before


def test_the_way_back_leads_nowhere_else(folder: Path, tmp_path: Path) -> None:
    """The list of files lies in the content folder, where a stranger might have put it."""
    (folder / KEPT).mkdir()
    (folder / KEPT / "files.json").write_text('[{"path": "../secret.yml", "there": false}]', encoding="utf-8")
    (tmp_path / "secret.yml").write_text("x", encoding="utf-8")

    assert undo(folder) is False
    assert (tmp_path / "secret.yml").is_file()
    assert not (folder / KEPT).exists()


def test_the_way_back_follows_no_link(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "files.json").write_text('[{"path": "index.md", "there": false}]', encoding="utf-8")
    (folder / KEPT).symlink_to(elsewhere)

    assert undo(folder) is False
    assert (folder / "index.md").is_file()
    make(folder, a_change(folder, rename))
    assert (elsewhere / "files.json").is_file()


def test_when_not_even_the_way_back_can_be_written_it_is_said_where_the_files_lie(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = a_change(folder, rename)
    before = everything_in(folder)

    def full(file: Path, raw: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tenfold.changing.making.replace_file", full)
    with pytest.raises(HalfWritten, match=r"no space left on device\. The files as they were lie in content/\.before"):
        make(folder, change, replace=full)
    monkeypatch.undo()

    assert undo(folder) is True
    assert everything_in(folder) == before


def test_a_file_that_somebody_changes_meanwhile_is_not_written_over(folder: Path) -> None:
    change = a_change(folder, rename)
    (folder / "toolkit/steps.md").write_text(PAGE + "One more line.\n", encoding="utf-8")
    before = everything_in(folder)

    with pytest.raises(HalfWritten, match=r"somebody else changed toolkit/steps\.md"):
        make(folder, change)
    assert everything_in(folder) == before


def test_line_breaks_of_windows_stay(folder: Path) -> None:
    file = folder / "toolkit/steps.md"
    file.write_bytes(PAGE.replace("\n", "\r\n").encode())
    make(folder, a_change(folder, rename))

    assert file.read_bytes() == PAGE.replace("\n", "\r\n").replace("case:oak", "case:acorn").encode()


def test_a_file_that_was_in_the_one_layout_still_is(folder: Path) -> None:
    assert main(["fmt", str(folder)]) == 0
    change = a_change(folder, rename)
    make(folder, change)

    assert main(["fmt", "--check", str(folder)]) == 0
    assert (folder / "case_studies/acorn.yml").read_text(encoding="utf-8").endswith("\naliases:\n  - oak\n")


def test_a_new_file_may_be_read_by_everybody_and_an_old_one_by_whom_it_was(folder: Path) -> None:
    (folder / "toolkit/steps.md").chmod(0o640)
    make(folder, a_change(folder, rename))

    assert (folder / "toolkit/steps.md").stat().st_mode & 0o777 == 0o640
    assert (folder / "case_studies/acorn.yml").stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("reason", ["\udcff", "a\x00b", "a\x1b[2J", "a\u202eb"])
def test_a_reason_with_what_nobody_types_is_refused(
    reason: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)

    assert main(["withdraw", "oak", "--reason", reason]) == 2
    assert capsys.readouterr().err.startswith("tenfold: the reason holds something that is no letter or sign.")


def test_the_paths_of_a_change_are_those_below_the_content_folder(folder: Path) -> None:
    change = a_change(folder, supersede)

    assert change.after[PurePosixPath("case_studies/oak.yml")] is None
    assert all(not path.is_absolute() and ".." not in path.parts for path in change.after)
