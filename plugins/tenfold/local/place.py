"""Where a local copy is: the folder with its settings. Knows no records, because every check of a file asks."""

from __future__ import annotations

from pathlib import Path

FILE = "local.yml"
"""Where the settings stand, in the folder of the copy."""


def copy_around(path: Path) -> Path | None:
    """The folder of the local copy that a file or a folder lies in, if it does."""
    absolute = path.absolute()
    return next((folder for folder in (absolute, *absolute.parents) if (folder / FILE).is_file()), None)
