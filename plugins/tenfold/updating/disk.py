"""Everything that an update does to the disk, so that a test can make each of it fail."""

from __future__ import annotations

import shutil
from pathlib import Path


class Disk:
    """The disk."""

    def make_folder(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, raw: bytes) -> None:
        path.write_bytes(raw)

    def move(self, one: Path, other: Path) -> None:
        """Give a file or a folder another name on the same disk: one step for the system."""
        one.rename(other)

    def remove(self, path: Path) -> None:
        """Remove a folder with all that is in it."""
        shutil.rmtree(path)


DISK = Disk()
