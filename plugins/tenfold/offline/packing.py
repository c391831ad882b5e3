"""Packs an offline copy: the same copy gives the same bytes, and Windows, macOS and Linux unpack it as it is."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

from tenfold.offline.about import About, OfflineFailed

FILE = 0o100644
UNIX = 3
DOS_EPOCH = 1980


def pack(folder: Path, out: Path, about: About) -> int:
    """Pack a folder as a zip with one folder at its top; its size in bytes. What stood there is replaced at once.

    Raises:
        OfflineFailed: the file cannot be written.
    """
    temporary = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{out.name}-", dir=out.parent)
        with os.fdopen(handle, "wb") as stream:
            write_zip(folder, stream, about)
        size = Path(temporary).stat().st_size
        Path(temporary).chmod(0o644)
        Path(temporary).replace(out)
    except OSError as error:
        raise OfflineFailed(f"{out} could not be written: {error.strerror or error}.") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return size


def write_zip(folder: Path, stream: object, about: About) -> None:
    day = about.dated
    dated = (day.year, day.month, day.day, 0, 0, 0) if day and day.year >= DOS_EPOCH else (DOS_EPOCH, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:  # type: ignore[call-overload]
        for path in sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix()):
            entry = zipfile.ZipInfo(f"{about.slug}/{path.relative_to(folder).as_posix()}", dated)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, FILE << 16
            packed.writestr(entry, path.read_bytes())
