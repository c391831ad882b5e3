"""Which content folder a path on the command line belongs to, and how messages name it."""

from __future__ import annotations

import os
from pathlib import Path

from tenfold.cli.command import CannotRun

CONTENT_MARKS = ("case_studies", "sources.yml")


def content_folder(path: Path) -> Path:
    """The content folder that a path lies in, or is, or holds as `content/`."""
    found = folder_around(path)
    if found is None:
        raise CannotRun(f"{path} holds no content. Run this from the project's folder, or name a file.")
    return found


def folder_around(path: Path) -> Path | None:
    if not path.exists() and not path.is_symlink():
        raise CannotRun(f"there is no file or folder {path}. Check the name, or run this from the project's folder.")
    absolute = Path(os.path.abspath(path))
    for folder in (absolute, *absolute.parents):
        if any((folder / mark).exists() for mark in CONTENT_MARKS):
            return folder
    return absolute / "content" if (absolute / "content").is_dir() else None


def is_lone(path: Path) -> bool:
    """Whether a path is a record file that lies in no content folder."""
    return path.is_file() and folder_around(path) is None


def content_here() -> Path | None:
    """The content folder of the working directory, if there is one."""
    return folder_around(Path("content")) if Path("content").is_dir() else None


def shown_as(root: Path) -> str:
    """The content folder as messages name it: from the working directory if it is below it."""
    here = Path.cwd()
    return root.relative_to(here).as_posix() if root.is_relative_to(here) else root.as_posix()


def prefix(path: Path, root: Path, shown: str) -> str:
    absolute = Path(os.path.abspath(path))
    inside = absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else "."
    return shown if inside == "." else f"{shown}/{inside}"


def is_below(path: str, start: str) -> bool:
    return path == start or path.startswith(f"{start}/") or start == "."
