"""Writes a new copy into its folder: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tenfold.local.place import copy_around

SHOWN = 3


class CannotWrite(Exception):
    """The copy cannot be put there; the text says why and what to do."""


def refuse_place(folder: Path) -> None:
    """See that a copy can be made at a place.

    Raises:
        CannotWrite: something is in the way.
    """
    place = Path(os.path.normpath(folder.absolute()))
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CannotWrite(f"{folder} is a file or a link. Name a folder that is new or empty.")
    if place == Path.cwd() or place in Path.cwd().parents:
        raise CannotWrite(f"you stand in {folder}. Go to where the new folder shall be, and give it another name.")
    if not place.parent.is_dir():
        raise CannotWrite(f"there is no folder {folder.parent}. Make it first, or choose another place.")
    if (around := copy_around(folder)) is not None:
        if around == place:
            raise CannotWrite(f"{folder} is a copy already. tenfold local update puts newer content into it.")
        raise CannotWrite(f"{folder} lies in {around}, which is a copy already. Choose a place beside it.")
    if folder.exists():
        refuse_full(folder)


def refuse_full(folder: Path) -> None:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise CannotWrite(f"{folder} cannot be opened: {(error.strerror or 'unknown reason').lower()}.") from None
    if names:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        listed = f"{', '.join(names[:SHOWN])}{more}"
        raise CannotWrite(f"{folder} is not empty ({listed}). Name a folder that is new or empty.")


def write_copy(folder: Path, files: Mapping[str, bytes], *, try_it: Callable[[Path], None]) -> None:
    """Write all files beside the folder, try whether they hold together, then move them there in one step.

    Args:
        folder: new or empty.
        files: by their paths below it.
        try_it: raises when they do not; nothing is left then.

    Raises:
        CannotWrite: they cannot be written; nothing of them is left.
    """
    refuse_place(folder)
    aside: Path | None = None
    try:
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-making-", dir=folder.absolute().parent))
        for path, raw in files.items():
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).write_bytes(raw)
        aside.chmod(0o755)  # mkdtemp makes it private
        try_it(aside)
        if os.name == "nt" and folder.exists():
            folder.rmdir()  # elsewhere the new folder takes the place of an empty one
        aside.rename(folder)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotWrite(f"{folder} cannot be written: {reason}. Nothing is left of it.") from None
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
