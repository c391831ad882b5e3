"""Makes a change: tried on a copy first, then written whole, with a way back at every step."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from tenfold.changing.change import Change
from tenfold.changing.replacing import replace_file
from tenfold.checking import Checked, check_content
from tenfold.ledger import dead_addresses
from tenfold.problems import Problem

KEPT = ".before-change"
"""Where the files are kept as they were, inside of the content folder, while a change is written."""
LIST = "files.json"

Replace = Callable[[Path, bytes], None]


class HalfWritten(Exception):
    """A file could not be written, and everything is as it was again. The text says which and why."""


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
        shadow = Path(place) / "content"
        shutil.copytree(folder, shadow, symlinks=True, ignore=shutil.ignore_patterns(".*"))
        for path, raw in change.after.items():
            if raw is None:
                (shadow / path).unlink()
            else:
                (shadow / path).parent.mkdir(parents=True, exist_ok=True)
                (shadow / path).write_bytes(raw)
        checked = check_content(shadow, shown_as=shown_as)
        return checked, all_problems(shadow, checked, shown_as=shown_as)


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
            raise HalfWritten(f"somebody else changed {path} in the meantime")
    keep(folder, change.after)
    try:
        for path, raw in change.after.items():
            if raw is not None:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                replace(folder / path, raw)
        for path, raw in change.after.items():
            if raw is None:
                (folder / path).unlink()
    except BaseException as error:
        undo(folder)
        if isinstance(error, OSError):
            raise HalfWritten((error.strerror or "unknown reason").lower()) from error
        raise
    forget(folder)


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
    if not (aside / LIST).is_file():
        return False
    for number, kept in enumerate(json.loads((aside / LIST).read_text(encoding="utf-8"))):
        file = folder / safe(kept["path"])
        if kept["there"]:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, (aside / str(number)).read_bytes())
        else:
            file.unlink(missing_ok=True)
    forget(folder)
    return True


def safe(path: str) -> PurePosixPath:
    """A path that stays below the content folder."""
    found = PurePosixPath(path)
    if found.is_absolute() or ".." in found.parts:
        raise ValueError("a path that leads out of the content folder")
    return found


def forget(folder: Path) -> None:
    shutil.rmtree(folder / KEPT, ignore_errors=True)
