"""Writes the content of the base with a proposal's changes, as plain files into an empty folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from tenfold.receiving.git import Item, Repository
from tenfold.receiving.proposal import Proposal

PLAIN = "100"


def take_over(proposal: Proposal, repository: Repository, into: Path) -> int:
    """Write the files; how many there are. Only for a proposal without refusals.

    Args:
        proposal: what to take over.
        repository: where its objects are.
        into: a folder that is empty or not there yet.
    """
    files = combined(proposal)
    contents = repository.contents(item.object for item in files.values())
    for path, item in sorted(files.items()):
        file = into / PurePosixPath(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(contents[item.object])
    return len(files)


def combined(proposal: Proposal) -> dict[str, Item]:
    """The content as it would be, by path: files alone."""
    found = dict(proposal.base)
    for change in proposal.changes:
        if change.after is None:
            found.pop(change.path, None)
        else:
            found[change.path] = change.after
    return {path: item for path, item in found.items() if item.mode.startswith(PLAIN)}
