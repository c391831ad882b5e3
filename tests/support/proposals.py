"""Proposals for tests, and clones of the original to send them to."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tenfold.local.copy import LocalCopy
from tests.support.builders import BASE
from tests.support.copies import a_copy, own_case
from tests.support.repositories import QUIET

SOURCES = """\
elm-report:
  title: A year of lunches
  kind: report
other-report:
  title: What nobody cites
  kind: report
"""
CONTACT = "contact: {name: Inclusion Team, email: inclusion@exampleton.example}\n"


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def elm_copy(folder: Path, files: Mapping[str, str] | None = None, settings: str = CONTACT) -> LocalCopy:
    """A copy with a case study, elm, that cites a source of the copy."""
    elm = own_case(**{"oak-report": "elm-report"})
    own = {"content/case_studies/elm.yml": elm, "content/sources.yml": SOURCES}
    return a_copy(folder, settings, {**own, **(files or {})})


class Original:
    """A Git repository of the original with a working tree, as somebody has who cloned it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "core.autocrlf", "false")
        base = {f"content/{path}": raw for path, raw in everything_in(BASE).items()}
        self.commit({"README.md": b"Ours.\n", **base})

    @classmethod
    def at(cls, folder: Path) -> Self:
        """One that is there already."""
        found = cls.__new__(cls)
        found.folder = folder
        return found

    def git(self, *arguments: str) -> str:
        environment = {**os.environ, **QUIET}
        done = subprocess.run(["git", *arguments], cwd=self.folder, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def commit(self, files: Mapping[str, bytes]) -> None:
        for path, raw in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(raw)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "A change")

    def tree(self, commit: str = "HEAD") -> str:
        return self.git("rev-parse", f"{commit}^{{tree}}").strip()
