"""Git repositories for tests: commits made of objects, so that they may hold what no disk would take."""

from __future__ import annotations

import hashlib
import os
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.builders import BASE

QUIET = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A contributor",
    "GIT_AUTHOR_EMAIL": "contributor@example.org",
    "GIT_AUTHOR_DATE": "2026-01-10T12:00:00Z",
    "GIT_COMMITTER_NAME": "A contributor",
    "GIT_COMMITTER_EMAIL": "contributor@example.org",
    "GIT_COMMITTER_DATE": "2026-01-10T12:00:00Z",
}


@dataclass(frozen=True)
class Link:
    """A symbolic link in a commit."""

    target: str


@dataclass(frozen=True)
class Submodule:
    """Another repository in a commit."""


Thing = bytes | str | Link | Submodule | None
"""What a commit puts at a path; None takes away what stood there."""


class Repository:
    """A Git repository in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--bare", "--initial-branch=main")

    def git(self, *arguments: str, given: bytes = b"", index: str = "") -> str:
        environment = {**os.environ, **QUIET, **({"GIT_INDEX_FILE": index} if index else {})}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def commit(self, things: Mapping[str | bytes, Thing], *, on: str = "", name: str = "") -> str:
        """A commit with these things on top of another; its id. It gets the name of a reference if one is given."""
        index = str(self.folder / "index-of-tests")
        Path(index).unlink(missing_ok=True)
        if on:
            self.git("read-tree", on, index=index)
        lines = b"".join(self.line(path, thing) for path, thing in things.items())
        self.git("update-index", "-z", "--add", "--index-info", given=lines, index=index)
        tree = self.git("write-tree", index=index)
        made = self.git("commit-tree", tree, *(("-p", on) if on else ()), "-m", "A change")
        if name:
            self.git("update-ref", name, made)
        return made

    def line(self, path: str | bytes, thing: Thing) -> bytes:
        """A line for `update-index --index-info`."""
        raw = path if isinstance(path, bytes) else path.encode()
        if thing is None:
            return b"0 " + b"0" * 40 + b"\t" + raw + b"\0"
        if isinstance(thing, Submodule):
            return b"160000 " + b"1" * 40 + b"\t" + raw + b"\0"
        data = thing.target if isinstance(thing, Link) else thing
        mode = b"120000" if isinstance(thing, Link) else b"100644"
        return (
            mode + b" " + self.blob(data if isinstance(data, bytes) else data.encode()).encode() + b"\t" + raw + b"\0"
        )

    def blob(self, data: bytes) -> str:
        """Put data among the objects as `git hash-object -w` does; its id. A process for each file takes far longer."""
        whole = b"blob %d\0%b" % (len(data), data)
        id = hashlib.sha1(whole).hexdigest()
        file = self.folder / "objects" / id[:2] / id[2:]
        file.parent.mkdir(exist_ok=True)
        if not file.is_file():
            file.write_bytes(zlib.compress(whole, 1))
        return id


def files_below(folder: Path, *, at: str) -> dict[str | bytes, Thing]:
    """The files of a folder, for a commit that has them at a path."""
    found = sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {f"{at}/{file.relative_to(folder).as_posix()}": file.read_bytes() for file in found}


def base_content() -> dict[str | bytes, Thing]:
    """The content of the small invented knowledge base."""
    return files_below(BASE, at="content")
