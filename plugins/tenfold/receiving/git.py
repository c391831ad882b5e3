"""Reads commits from a Git repository, by plumbing commands that look at no working tree, filter or hook."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

NAME = re.compile(r"[0-9A-Za-z_][0-9A-Za-z_./-]{0,200}")
NEVER = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_NO_REPLACE_OBJECTS": "1"}
NEVER |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
LONGEST = 120
"""Seconds after which a command has hung."""


class GitTrouble(Exception):
    """Git could not do it; the text says why."""


@dataclass(frozen=True)
class Item:
    """What stands at a path of a commit: its mode, such as 100644 for a file and 120000 for a link, and its object."""

    mode: str
    object: str
    size: int
    """Bytes; none for what is no file."""


@dataclass(frozen=True)
class Repository:
    """A Git repository on this disk."""

    folder: Path

    def commit(self, name: str) -> str:
        """The full id of a commit, by an id or a name."""
        if not NAME.fullmatch(name):
            raise GitTrouble("this is not the name of a commit. Give its id.")
        return self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()

    def common(self, one: str, other: str) -> str:
        """The commit from which two have gone their own ways."""
        return self.run("merge-base", one, other).decode().strip()

    def files(self, commit: str, below: str = "") -> dict[bytes, Item]:
        """Everything in a commit, by path, links and submodules among it.

        Args:
            commit: the full id.
            below: a folder, to read no more than that.
        """
        given = ["--", below] if below else []
        listed = self.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit, *given)
        return dict(parsed(line) for line in listed.split(b"\0") if line)

    def renames(self, one: str, other: str) -> Iterator[tuple[bytes, bytes]]:
        """Files that have another name in the other commit, by their former and their new path."""
        raw = self.run("diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", one, other).split(b"\0")
        yield from zip(raw[1::3], raw[2::3], strict=False)

    def contents(self, objects: Iterable[str]) -> dict[str, bytes]:
        """The bytes of files by their objects, as they are stored: no filter changes them."""
        wanted = sorted(set(objects))
        answer = BytesIO(self.run("cat-file", "--batch", given="".join(f"{object}\n" for object in wanted).encode()))
        found = {}
        for object in wanted:
            size = answer.readline().rpartition(b" ")[2]
            found[object] = answer.read(int(size))
            answer.readline()
        return found

    def run(self, *arguments: str, given: bytes = b"", **more: str) -> bytes:
        """What a command of Git prints.

        Args:
            arguments: the command.
            given: what it reads.
            more: variables of its environment, besides those that keep it from doing anything else.
        """
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = inherited | more | NEVER
        command = ["git", "-C", str(self.folder), *arguments]
        try:
            done = subprocess.run(
                command, env=environment, input=given, capture_output=True, timeout=LONGEST, check=False
            )
        except FileNotFoundError:
            raise GitTrouble("git is not installed here.") from None
        except subprocess.TimeoutExpired:
            raise GitTrouble(f"git {arguments[0]} took too long.") from None
        if done.returncode:
            raise GitTrouble(f"git {arguments[0]} found nothing to read. Fetch both commits with their history first.")
        return done.stdout


def parsed(line: bytes) -> tuple[bytes, Item]:
    """One line of `ls-tree`: mode, type, object, a tab, the path."""
    about, _, path = line.partition(b"\t")
    mode, _, object, size = about.decode("ascii").split()
    return path, Item(mode, object, int(size) if size.isdecimal() else 0)
