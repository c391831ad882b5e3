"""Puts new bytes in a file's place in one step, so that nobody ever finds half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(file: Path, raw: bytes) -> None:
    """Write a file whole or not at all; it keeps who may read it.

    Args:
        file: the file; its folder is there.
        raw: what shall stand in it.

    Raises:
        OSError: it cannot be written; it is as it was.
    """
    if file.is_symlink():
        raise OSError(None, "this is a link to another place, and links are not followed")
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(file.stat().st_mode & 0o7777 if file.exists() else 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
