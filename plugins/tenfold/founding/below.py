"""The content that a new copy takes over: from a bundle, or from the content folder of a project."""

from __future__ import annotations

from pathlib import Path

from tenfold.bundling import Bundle, BundleRefused, CannotBundle, make_bundle, open_bundle, read_bundle
from tenfold.bundling.manifest import Original
from tenfold.checking import check_content
from tenfold.problems import counted

PATTERN = "tenfold-content-*.zip"
OUR_NAME = "Tenfold"


class CannotTake(Exception):
    """There is no content to take over there; the text says why and what to do."""


def found_here(folder: Path) -> Path | None:
    """What is most likely meant: the newest bundle in a folder, or else the content of the project that runs."""
    bundles = sorted(folder.glob(PATTERN))
    if bundles:
        return bundles[-1]
    ours = Path(__file__).resolve().parents[3] / "content"  # beside plugins/, when it is not installed elsewhere
    return ours if (ours / "index.md").is_file() else None


def taken_over(source: Path) -> Bundle:
    """The content from a bundle or a content folder, checked; a folder is made into a bundle first, without drafts.

    Raises:
        CannotTake: there is none, or it has problems.
    """
    if not source.exists():
        raise CannotTake(f"there is no file or folder {source}. Check the name, or drag the file into this window.")
    try:
        return from_folder(source) if source.is_dir() else open_bundle(source)
    except BundleRefused as reason:
        raise CannotTake(str(reason)) from None


def from_folder(source: Path) -> Bundle:
    folder = source if (source / "index.md").is_file() else source / "content"
    if not (folder / "index.md").is_file():
        raise CannotTake(f"{source} is no content folder. Name the file tenfold-content-DATE.zip, or a content folder.")
    found = check_content(folder, shown_as=folder.as_posix())
    if found.errors:
        many = counted(len(found.errors), "problem")
        raise CannotTake(f"{folder} has {many}. tenfold check lists them; mend them first.")
    try:
        made = make_bundle(folder, found, Original(name=OUR_NAME), shown_as=folder.as_posix())
    except CannotBundle as reason:
        raise CannotTake(f"{folder}: {reason}") from None
    return read_bundle(made.raw)
