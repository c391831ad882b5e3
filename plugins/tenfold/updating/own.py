"""What is theirs: the files of their content folder, and a copy of it to try an update on."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tenfold.bundling.layout import MANIFEST
from tenfold.checking import Checked
from tenfold.loading import Content
from tenfold.loading.content import add_bytes
from tenfold.loading.placing import LEDGER, misplaced
from tenfold.local.copy import BELOW, OWN, LocalCopy
from tenfold.local.place import FILE

Files = Mapping[PurePosixPath, bytes]


def files_below(folder: Path) -> dict[PurePosixPath, bytes]:
    """The files below a folder, links and hidden ones left out."""
    return {
        PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not hidden(path.relative_to(folder))
    }


def hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def fingerprint(folder: Path) -> str:
    """Letters that are others as soon as anything has changed that an update depends on."""
    found = hashlib.sha256()
    for name, raw in of_copy(folder):
        found.update(f"{name}\0{len(raw)}\0".encode() + raw)
    return found.hexdigest()


def of_copy(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in (folder / FILE, folder / BELOW / MANIFEST):
        yield path.name, path.read_bytes() if path.is_file() else b""
    for name, raw in files_below(folder / OWN).items():
        yield str(name), raw


def records_in(files: Files, *, shown_as: str) -> Content:
    """The records in files of a content folder; where something has no place among records, it is passed over."""
    found = Content()
    for path, raw in sorted(files.items()):
        if str(path) != LEDGER and misplaced(path, "") is None:
            add_bytes(raw, path, found, f"{shown_as}/{path}")
    return found


def checked_with(copy: LocalCopy, upstream: Files, own: Files) -> Checked:
    """What a local copy would be with other files: tried on a copy of it that is gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        shadow = Path(place)
        for below, files in ((Path(BELOW), upstream), (Path(OWN), own)):
            (shadow / below / OWN if below == Path(BELOW) else shadow / below).mkdir(parents=True, exist_ok=True)
            for path, raw in files.items():
                (shadow / below / path).parent.mkdir(parents=True, exist_ok=True)
                (shadow / below / path).write_bytes(raw)
        return replace(copy, tried=shadow).check()
