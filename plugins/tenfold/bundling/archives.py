"""A bundle as a zip file: written the same each time, and read from strangers.

The rules for Office files in `tenfold.forms.archives` are others: those are built by programs that we do not choose,
while a bundle is built here alone, and can be held to the byte.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from tenfold.bundling.layout import MANIFEST, MOST_BYTES, MOST_FILES, MOST_UNPACKED, belongs, limit_for
from tenfold.bundling.refusing import AGAIN, BundleRefused
from tenfold.problems import printable

LEVEL = 9
UNIX = 3
ENCRYPTED = 0x1
START, ENTRY = b"PK\x03\x04", b"PK\x01\x02"
OFFICE = "[Content_Types].xml"
ODD = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.?(?:/|$)|//|[\x00-\x1f\x7f]")

NOT_A_ZIP = "this is no bundle: it is not even a zip file. A bundle is called tenfold-content-DATE.zip."
DAMAGED = f"this bundle is damaged, or only a part of it has arrived. {AGAIN}"
TOO_LARGE = f"this file is far larger than any bundle, and is not unpacked. {AGAIN}"
OFFICE_FILE = "this is a Word, Excel or PowerPoint file, not a bundle. A bundle is called tenfold-content-DATE.zip."
NO_LIST = f"this zip file is no bundle of Tenfold: there is no {MANIFEST} in it. A bundle is tenfold-content-DATE.zip."
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, IndexError, NotImplementedError, RuntimeError,
    EOFError, OSError, OverflowError, AssertionError,
)  # fmt: skip
"""What the library raises for archives that are not what they say they are."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip archive, the same for the same files: no time, no owner, in the order of their names."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = UNIX
            about.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(about, files[name])
    return made.getvalue()


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is said to be a bundle.

    Raises:
        BundleRefused: it cannot be opened, or is far too large.
    """
    try:
        if path.is_dir():
            raise BundleRefused("this is a folder. Name the bundle itself, tenfold-content-DATE.zip.")
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BundleRefused("there is no such file. Check the name.") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "unknown reason").lower()
        raise BundleRefused(f"this file cannot be opened: {reason}. Check that you may read it.") from None
    if len(raw) > MOST_BYTES:
        raise BundleRefused(TOO_LARGE)
    return raw


def unzipped(raw: bytes) -> dict[str, bytes]:
    """The files of an archive from a stranger, in memory. Nothing is written anywhere.

    Raises:
        BundleRefused: it is no zip file, or one that no Tenfold has made.
    """
    if not raw.startswith(START):
        raise BundleRefused(NOT_A_ZIP)
    if raw.count(ENTRY) > MOST_FILES + 2:  # before the library makes an object of each
        raise BundleRefused(TOO_LARGE)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            check_entries(entries)
            return {entry.filename: unpacked(archive, entry) for entry in entries}
    except UNREADABLE:
        raise BundleRefused(DAMAGED) from None
    except MemoryError:
        raise BundleRefused(TOO_LARGE) from None


def check_entries(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Refuse names that lead elsewhere, links, passwords, and what would burst."""
    names: set[str] = set()
    total = 0
    known = {entry.filename for entry in entries}
    if OFFICE in known:
        raise BundleRefused(OFFICE_FILE)
    for entry in entries:
        check_name(entry)
        total += entry.file_size
        folded = entry.filename.casefold()
        if folded in names:
            raise refused(entry, "stands in it twice, under names that one folder cannot hold")
        names.add(folded)
        if entry.file_size > limit_for(entry.filename) or total > MOST_UNPACKED:
            raise BundleRefused(TOO_LARGE)
    if MANIFEST not in known:
        raise BundleRefused(NO_LIST)
    for entry in entries:
        if not belongs(entry.filename):
            raise refused(entry, "has no place in a bundle")


def check_name(entry: zipfile.ZipInfo) -> None:
    if ODD.search(entry.orig_filename):
        raise refused(entry, "would be written to a place outside of its folder")
    if entry.flag_bits & ENCRYPTED:
        raise BundleRefused(f"this zip file has a password, and no bundle has one. {AGAIN}")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG) and not entry.is_dir():
        raise refused(entry, "is a link or a device and not a file")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(entry, "is packed in a way that no Tenfold packs")


def refused(entry: zipfile.ZipInfo, why: str) -> BundleRefused:
    shown = printable(entry.orig_filename)[:80]
    return BundleRefused(f'this zip file holds "{shown}", which {why}. Nobody who means well makes such a bundle.')


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A file of the archive, never more of it than it says it has."""
    with archive.open(entry) as stream:
        raw = stream.read(entry.file_size + 1)
    if len(raw) != entry.file_size:
        raise BundleRefused(DAMAGED)
    return raw
