"""Makes a branch with the proposal in somebody's clone of the original: one commit, made of objects.

No file of theirs is touched, no hook or filter of theirs runs, what they have not committed stays as it is, and nothing
is sent.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tenfold.proposing.proposal import CONTENT, Proposal
from tenfold.receiving.git import GitTrouble, Repository

BASES = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main", "HEAD")
"""Where the original stands in a clone: as it was last fetched before anything of its owner's."""
QUIETLY = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")
NONE = "0" * 40
FILE = "100644"


class CannotBranch(Exception):
    """No branch can be made; the text says why and what to do."""


@dataclass(frozen=True)
class Clone:
    """A clone of the original, and the commit of it that a proposal starts from."""

    repository: Repository
    base: str

    def has_branch(self, name: str) -> bool:
        try:
            self.repository.commit(f"refs/heads/{name}")
        except GitTrouble:
            return False
        return True

    def is_checked_out(self, name: str) -> bool:
        listed = self.repository.run("worktree", "list", "--porcelain").decode("utf-8", "replace").splitlines()
        return f"branch refs/heads/{name}" in listed


def open_clone(folder: Path) -> Clone:
    """A clone of the original.

    Raises:
        CannotBranch: it is none.
    """
    if not folder.is_dir():
        raise CannotBranch(f"there is no folder {folder}. Name the folder of your clone of the original.")
    repository = Repository(folder)
    for name in BASES:
        try:
            base = repository.commit(name)
            files = repository.files(base, f"{CONTENT}/")
        except GitTrouble as trouble:
            if "not installed" in str(trouble):
                raise CannotBranch("git is not installed here. Leave --to out: you get files to send.") from None
            continue
        if f"{CONTENT}/index.md".encode() not in files:
            break
        return Clone(repository, base)
    raise CannotBranch(f"{folder} is no clone of the original: it has no content/index.md. Clone that first.")


@contextmanager
def content_of(clone: Clone) -> Iterator[Path]:
    """The content of the original as the clone has it, in a folder that lasts as long as the context."""
    files = clone.repository.files(clone.base, f"{CONTENT}/")
    plain = {path: item for path, item in files.items() if item.mode.startswith("100") and is_tame(path)}
    contents = clone.repository.contents(item.object for item in plain.values())
    with tempfile.TemporaryDirectory() as place:
        for path, item in plain.items():
            file = Path(place) / PurePosixPath(path.decode())
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(contents[item.object])
        yield Path(place) / CONTENT


def is_tame(path: bytes) -> bool:
    """Whether a path is text, and leads to a place below the folder that it starts from."""
    try:
        parts = PurePosixPath(path.decode("utf-8")).parts
    except UnicodeDecodeError:
        return False
    return not {"..", "/"} & set(parts) and "\\" not in str(parts)


def refuse_taken(clone: Clone, name: str, *, force: bool) -> None:
    """Stop where a branch of this name would be lost."""
    if not clone.has_branch(name):
        return
    if not force:
        raise CannotBranch(f"the clone has a branch {name} already. Rename it, or add --force to make it anew.")
    if clone.is_checked_out(name):
        raise CannotBranch(f"the branch {name} is checked out. Switch to another: git switch main")


def make_branch(clone: Clone, proposal: Proposal, message: str, author: tuple[str, str], *, force: bool) -> str:
    """Make the branch; its name.

    Args:
        clone: where.
        proposal: what it changes.
        message: that of its commit.
        author: who proposes it, and their address.
        force: whether a branch of this name is made anew.

    Raises:
        CannotBranch: there is one, or Git refused.
    """
    name = proposal.name
    refuse_taken(clone, name, force=force)
    try:
        commit = commit_of(clone, proposal, message, author)
        old = [] if force else [NONE]
        clone.repository.run(*QUIETLY, "update-ref", f"refs/heads/{name}", commit, *old)
    except GitTrouble as trouble:
        raise CannotBranch(f"no branch could be made: {trouble} Leave --to out: you get files to send.") from None
    return name


def commit_of(clone: Clone, proposal: Proposal, message: str, author: tuple[str, str]) -> str:
    """A commit on top of the original, with an index of its own: theirs is not even read."""
    run = clone.repository.run
    who = {
        f"GIT_{role}_{what}": text
        for role in ("AUTHOR", "COMMITTER")
        for what, text in zip(FIELDS, author, strict=True)
    }
    with tempfile.TemporaryDirectory() as place:
        index = str(Path(place) / "index")
        run(*QUIETLY, "read-tree", clone.base, GIT_INDEX_FILE=index)
        lines = b"".join(line_for(clone, path, raw) for path, raw in sorted(proposal.after.items()))
        run(*QUIETLY, "update-index", "-z", "--add", "--index-info", given=lines, GIT_INDEX_FILE=index)
        tree = run(*QUIETLY, "write-tree", GIT_INDEX_FILE=index).decode().strip()
    given = message.encode()
    return run(*QUIETLY, "commit-tree", tree, "-p", clone.base, "-F", "-", given=given, **who).decode().strip()


FIELDS = ("NAME", "EMAIL")


def line_for(clone: Clone, path: PurePosixPath, raw: bytes) -> bytes:
    """A line for `update-index --index-info`."""
    object = clone.repository.run("hash-object", "-w", "--stdin", given=raw).decode().strip()
    return f"{FILE} {object}\t{CONTENT}/{path}\0".encode()
