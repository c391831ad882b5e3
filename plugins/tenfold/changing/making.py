"""Makes a change: tried on a copy first, then written whole, with a way back at every step."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from tenfold.changing.change import Change
from tenfold.changing.replacing import replace_file
from tenfold.checking import Checked
from tenfold.ledger import dead_addresses
from tenfold.local.around import check_around, is_of_copy
from tenfold.local.copy import BELOW, OWN
from tenfold.local.place import FILE
from tenfold.problems import Problem

KEPT = ".before-change"
"""Where the files are kept as they were, inside of the content folder, while a change is written."""
LIST = "files.json"

Replace = Callable[[Path, bytes], None]


class HalfWritten(Exception):
    """A change could not be written. The text says why, and what stands in the files now."""


def all_problems(folder: Path, checked: Checked, *, shown_as: str) -> list[Problem]:
    """The errors of a content folder, with those of its list of addresses."""
    return checked.errors or list(dead_addresses(checked.library, folder, shown_as=shown_as))


def tried(folder: Path, change: Change, *, shown_as: str) -> tuple[Checked, list[Problem]]:
    """What the content would be after a change, and what would be wrong with it. Nothing is written to it.

    Args:
        folder: the content folder.
        change: what is to become of it.
        shown_as: how messages call it.
    """
    with tempfile.TemporaryDirectory() as place:
        shadow = shadow_of(folder, Path(place))
        for path, raw in change.after.items():
            if raw is None:
                (shadow / path).unlink()
            else:
                (shadow / path).parent.mkdir(parents=True, exist_ok=True)
                (shadow / path).write_bytes(raw)
        checked = check_around(shadow, shown_as=shown_as)
        return checked, all_problems(shadow, checked, shown_as=shown_as)


def shadow_of(folder: Path, place: Path) -> Path:
    """A copy of a content folder, with what it is checked with."""
    shadow = place / OWN
    shutil.copytree(folder, shadow, symlinks=True, ignore=shutil.ignore_patterns(".*"))
    if is_of_copy(folder):
        shutil.copy2(folder.parent / FILE, place / FILE)
        (place / BELOW).symlink_to((folder.parent / BELOW).absolute(), target_is_directory=True)
    return shadow


def make(folder: Path, change: Change, *, replace: Replace = replace_file) -> None:
    """Write a change: all of it or nothing.

    Args:
        folder: the content folder.
        change: what is to become of it.
        replace: how a file is written; tests give one that fails.

    Raises:
        HalfWritten: a file could not be written; all are as they were.
    """
    for path in change.after:
        there = (folder / path).read_bytes() if (folder / path).is_file() else None
        if there != change.before.get(path):
            raise HalfWritten(f"somebody else changed {path} in the meantime. Nothing was changed.")
    try:
        keep(folder, change.after)
    except OSError as error:
        raise HalfWritten(f"nothing can be written to {folder.name}: {because(error)}. Nothing was changed.") from error
    try:
        write(folder, change, replace)
    except BaseException as error:
        put_back(folder)
        if isinstance(error, OSError):
            raise HalfWritten(f"a file could not be written: {because(error)}. Everything is as it was.") from error
        raise
    forget(folder)


def write(folder: Path, change: Change, replace: Replace) -> None:
    for path, raw in change.after.items():
        if raw is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            replace(folder / path, raw)
    for path, raw in change.after.items():
        if raw is None:
            (folder / path).unlink()


def because(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def put_back(folder: Path) -> None:
    try:
        undo(folder)
    except OSError as error:
        message = f"a file could not be written, and not all could be put back: {because(error)}."
        where = f"The files as they were lie in {folder.name}/{KEPT}; the next change puts them back."
        raise HalfWritten(f"{message} {where}") from error


def keep(folder: Path, paths: Iterable[PurePosixPath]) -> None:
    """Keep files as they are now, under a name that says so once all of them are there."""
    aside = Path(tempfile.mkdtemp(prefix=f"{KEPT}-", dir=folder))
    listed = []
    for number, path in enumerate(paths):
        there = (folder / path).is_file()
        listed.append({"path": str(path), "there": there})
        if there:
            shutil.copy2(folder / path, aside / str(number))
    (aside / LIST).write_text(json.dumps(listed), encoding="utf-8")
    aside.rename(folder / KEPT)


def undo(folder: Path) -> bool:
    """Bring back the files that were kept when a change was begun and not ended; whether there were any."""
    aside = folder / KEPT
    for begun in folder.glob(f"{KEPT}-*"):
        shutil.rmtree(begun, ignore_errors=True)  # it was broken off before anything was written
    files = kept_in(folder)
    for number, (path, there) in enumerate(files):
        if there:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(folder / path, (aside / str(number)).read_bytes())
        else:
            (folder / path).unlink(missing_ok=True)
    forget(folder)
    return bool(files)


def kept_in(folder: Path) -> list[tuple[PurePosixPath, bool]]:
    """The files that were kept, and whether each was there; none if the list of them is not ours."""
    aside = folder / KEPT
    if aside.is_symlink() or not (aside / LIST).is_file():
        return []
    try:
        listed = json.loads((aside / LIST).read_text(encoding="utf-8"))
        files = [(PurePosixPath(each["path"]), bool(each["there"])) for each in listed]
    except (ValueError, TypeError, KeyError):
        return []
    return files if all(is_inside(folder, path) for path, _ in files) else []


def is_inside(folder: Path, path: PurePosixPath) -> bool:
    """Whether a path leads to a place below the content folder, through no link and not out again."""
    inside = (folder / path).parent.resolve().is_relative_to(folder.resolve())
    return inside and not path.is_absolute() and ".." not in path.parts


def forget(folder: Path) -> None:
    aside = folder / KEPT
    if aside.is_symlink():
        aside.unlink()
    shutil.rmtree(aside, ignore_errors=True)
