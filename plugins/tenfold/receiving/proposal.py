"""What a proposal changes, and what has changed since it was begun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tenfold.receiving.git import Item, Repository

CONTENT = "content"


@dataclass(frozen=True)
class Change:
    """A path that a proposal changes: what stood there when it was begun, and what is to stand there."""

    path: str
    before: Item | None
    after: Item | None
    readable: bool = True
    """Whether the path is text at all."""

    @property
    def kind(self) -> str:
        if self.before is None:
            return "new"
        return "deleted" if self.after is None else "changed"


@dataclass(frozen=True)
class Proposal:
    """A proposal against a base: its changes in the order of their paths, and the content that it would be put into."""

    changes: tuple[Change, ...]
    base: Mapping[str, Item]
    """The content of the base as it stands now, by path."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New paths by their former ones."""

    @cached_property
    def meanwhile(self) -> frozenset[str]:
        """Paths that the base has changed as well since the proposal was begun, to something else."""
        return frozenset(
            change.path
            for change in self.changes
            if self.base.get(change.path) not in (change.before, change.after) and change.path.startswith(f"{CONTENT}/")
        )

    @property
    def changed_files(self) -> list[str]:
        """The paths that are new or changed."""
        return [change.path for change in self.changes if change.after is not None]


def read_proposal(repository: Repository, *, base: str, head: str) -> Proposal:
    """Read what a commit proposes.

    Args:
        repository: where both commits are, with their history.
        base: the commit that it is to be put into.
        head: the proposed commit.

    Raises:
        GitTrouble: one of them is not there, or they have nothing in common.
    """
    base, head = repository.commit(base), repository.commit(head)
    start = repository.common(base, head)
    old, new = repository.files(start), repository.files(head)
    paths = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    return Proposal(
        tuple(Change(shown(path), old.get(path), new.get(path), is_text(path)) for path in paths),
        {shown(path): item for path, item in repository.files(base, f"{CONTENT}/").items()},
        {shown(former): shown(now) for former, now in repository.renames(start, head)},
    )


def is_text(path: bytes) -> bool:
    try:
        path.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def shown(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
