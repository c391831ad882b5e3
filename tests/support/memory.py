"""The base content with some files of a test in it, checked in memory: what the check says of such a folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath

from tenfold.checking import Checked, checked, no_home
from tenfold.loading import Content
from tenfold.loading.content import add_bytes
from tenfold.loading.placing import LEDGER, misplaced
from tests.support.builders import BASE

HOME = "content"


def check_base_with(files: Mapping[str, str | bytes]) -> Checked:
    """The base content, with these files in place of or beside its own, as `check_content` would find it on a disk."""
    ours = {PurePosixPath(path): text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    content = Content()
    for path in sorted({*base_files(), *ours}):
        held = read(path, ours[path]) if path in ours else of_base(path)
        content.entries += held.entries
        content.unread += held.unread
        content.problems += held.problems
        content.files += held.files
    content.problems += no_home(content, HOME)
    return checked(content)


@cache
def base_files() -> tuple[PurePosixPath, ...]:
    return tuple(PurePosixPath(file.relative_to(BASE).as_posix()) for file in BASE.rglob("*.*"))


@cache
def of_base(path: PurePosixPath) -> Content:
    """What a file of the base content holds, read once: its records are frozen."""
    return read(path, (BASE / path).read_bytes())


def read(path: PurePosixPath, raw: bytes) -> Content:
    held, shown = Content(), f"{HOME}/{path}"
    if problem := misplaced(path, shown):
        held.problems.append(problem)
    elif str(path) != LEDGER:
        add_bytes(raw, path, held, shown)
    return held
