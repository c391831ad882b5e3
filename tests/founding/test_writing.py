"""A copy is written whole or not at all, and only where nothing is in the way."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tenfold.founding.writing import CannotWrite, write_copy

FILES = {"local.yml": b"name: x\n", "content/about/.gitkeep": b"", "README.md": b"Read me.\n"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def nothing(folder: Path) -> None:
    assert folder.is_dir()


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "empty"])
def test_it_is_written_into_a_new_or_an_empty_folder(is_there: bool, here: Path) -> None:
    if is_there:
        (here / "copy").mkdir()

    write_copy(Path("copy"), FILES, try_it=nothing)

    assert tree(here / "copy") == FILES
    assert [path.name for path in here.iterdir()] == ["copy"]
    assert (here / "copy").stat().st_mode & 0o777 == 0o755


def made(kind: str) -> Callable[[Path], None]:
    def make(here: Path) -> None:
        if kind == "file":
            (here / "copy").write_text("x")
        if kind == "link":
            (here / "there").mkdir()
            (here / "copy").symlink_to(here / "there")
        if kind == "full":
            (here / "copy").mkdir()
            for name in "abcde":
                (here / "copy" / name).write_text("x")
        if kind == "copy":
            (here / "copy").mkdir()
            (here / "copy" / "local.yml").write_text("name: x")

    return make


@pytest.mark.parametrize(
    "before, folder, says",
    [
        ("file", "copy", r"copy is a file or a link"),
        ("link", "copy", r"copy is a file or a link"),
        ("full", "copy", r"copy is not empty \(a, b, c and 2 more\)\. Name a folder that is new or empty"),
        ("copy", "copy", r"copy is a copy already\. tenfold local update"),
        ("copy", "copy/inner", r"copy/inner lies in .*, which is a copy already"),
        ("none", ".", r"you stand in \."),
        ("none", "..", r"you stand in \.\."),
        ("none", "no/copy", r"there is no folder no\."),
    ],
)
def test_what_is_in_the_way_is_named_and_left_as_it_is(before: str, folder: str, says: str, here: Path) -> None:
    made(before)(here)
    as_it_was = tree(here)

    with pytest.raises(CannotWrite, match=says):
        write_copy(Path(folder), FILES, try_it=nothing)

    assert tree(here) == as_it_was


def full_disk(*_: object, **__: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "empty"])
@pytest.mark.parametrize("step", ["write_bytes", "mkdir", "rename"])
def test_a_full_disk_leaves_nothing(step: str, is_there: bool, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_there:
        (here / "copy").mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(Path, step, full_disk)
        with pytest.raises(CannotWrite, match="copy cannot be written: no space left on device"):
            write_copy(Path("copy"), FILES, try_it=nothing)
    assert [path.name for path in here.iterdir()] == (["copy"] if is_there else [])
    assert tree(here) == {}


def stopped(_: Path) -> None:
    raise KeyboardInterrupt


def test_whoever_stops_it_leaves_nothing(here: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_copy(Path("copy"), FILES, try_it=stopped)
    assert list(here.iterdir()) == []
