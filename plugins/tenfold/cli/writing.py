"""Files that commands write: never over somebody's own, and whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tenfold.cli.command import CannotRun


def write_new(path: Path, content: bytes, *, over: bool | None = None) -> None:
    """Write a file that is not there yet.

    Args:
        path: where it goes.
        content: what stands in it.
        over: whether one that is there may be written anew; None where a command offers no such choice.
    """
    if path.is_dir():
        raise CannotRun(f"{path} is a folder. Name a file.")
    if path.parent.exists() and not path.parent.is_dir():
        raise CannotRun(f"{path.parent} is a file, and nothing can be put into it. Choose another place.")
    anyway = ", or add --force to write it anew" if over is not None else ""
    if path.exists() and not over:
        raise CannotRun(f"there is a file {path} already. Choose another name{anyway}.")
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        aside.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError):
            aside.unlink()
        reason = (getattr(error, "strerror", None) or "unknown reason").lower()
        raise CannotRun(f"{path} cannot be written: {reason}. Choose another place.") from None
