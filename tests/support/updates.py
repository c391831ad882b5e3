"""Folders of local copies to update, for tests: settings, a bundle unpacked below them, some content of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tenfold.bundling import Bundle, read_bundle
from tests.support.builders import BASE, a_content_folder
from tests.support.bundles import a_bundle, files_in

SETTINGS = "name: Inclusion in Exampleton\nauthority: Exampleton Council\n"
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
ELM = OAK.replace("Oak Primary", "Elm Primary").replace("A fair start for every pupil", "A warm start")
OWN = OAK.replace("Oak Primary", "Holly Park").replace("A fair start for every pupil", "Breakfast for all")


def newer(text: str, day: str = "2026-02-01") -> str:
    """A record that was read again on a later day, so that its content is newer."""
    return text.replace("reviewed: 2026-01-10", f"reviewed: {day}")


def withdrawn(text: str, *, safeguarding: bool = False, on: str = "2026-03-01") -> str:
    harm = "  safeguarding: yes\n" if safeguarding else ""
    taken = f"\nwithdrawal:\n  on: {on}\n  reason: The school asked for it.\n{harm}"
    return text.replace("status: published", "status: withdrawn") + taken


def content(into: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A content folder of the original: the base content with some files."""
    return a_content_folder(into, dict(files or {}))


def write_bundle(into: Path, raw: bytes) -> Path:
    into.write_bytes(raw)
    return into


def a_copy_folder(folder: Path, raw: bytes, own: Mapping[str, str] | None = None, settings: str = "") -> Path:
    """The folder of a local copy with a bundle unpacked below `upstream/`; `copies.a_copy` makes one that is read.

    Args:
        folder: where.
        raw: the bundle.
        own: files of theirs by their paths below `content/`.
        settings: more lines of `local.yml`.
    """
    for name, body in files_in(raw).items():
        file = folder / "upstream" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    (folder / "local.yml").write_text(SETTINGS + settings, encoding="utf-8")
    (folder / "content").mkdir(exist_ok=True)
    for name, text in (own or {}).items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but for the lock, which holds nothing."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".tenfold-lock"
    }


def generations(into: Path, *contents: Mapping[str, str | bytes]) -> list[bytes]:
    """A bundle of each content, each made since the one before."""
    made: list[bytes] = []
    since: Bundle | None = None
    for number, files in enumerate(contents):
        raw = a_bundle(content(into / str(number), files), since=since)
        since = read_bundle(raw)
        made.append(raw)
    return made
