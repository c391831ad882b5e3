"""Why a proposal is not taken over, and what whoever reads it should know."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from tenfold.loading.placing import misplaced
from tenfold.loading.yaml_document import MAX_BYTES, SIZE_HINT
from tenfold.problems import Level, Problem
from tenfold.receiving.proposal import CONTENT, Change, Proposal

MOST_FILES = 100
LINK, SUBMODULE = "120000", "160000"
FILES = ("100644", "100755")


def refusals(proposal: Proposal) -> list[Problem]:
    """Everything for which a proposal is refused: none of it is taken over until all is mended."""
    found = [problem for change in proposal.changes if (problem := refusal(change, proposal))]
    if len(proposal.changes) > MOST_FILES:
        message = f"this changes {len(proposal.changes):,} files; at most {MOST_FILES} are taken over at once."
        found.insert(0, at(CONTENT, message, "Split it, or ask whoever looks after the project.", "too_many_files"))
    return found[:MOST_FILES]


def refusal(change: Change, proposal: Proposal) -> Problem | None:
    """The first reason against a change."""
    path = change.path
    if not path.startswith(f"{CONTENT}/"):
        return outside(change)
    if change.after is None:
        return conflict(change, proposal)
    if change.after.mode == LINK:
        return at(
            path, "this is a link to another place, and links are not taken.", "Put the file itself here.", "link"
        )
    if change.after.mode == SUBMODULE:
        return at(path, "this is another repository, and none is taken in.", "Put its files here.", "submodule")
    if change.after.mode not in FILES:
        return at(path, "this is not a plain file.", "Put a plain file here.", "file_kind")
    return odd_name(change) or too_large(change) or same_letters(change, proposal) or conflict(change, proposal)


def outside(change: Change) -> Problem:
    """Code and configuration come from the project alone: they would run when the proposal is built."""
    hint = f"Take this file out of the pull request, and send it as one of its own. Here, only {CONTENT}/ may change."
    return at(change.path, f"this lies outside {CONTENT}/.", hint, "outside_content")


def odd_name(change: Change) -> Problem | None:
    inside = PurePosixPath(change.path.removeprefix(f"{CONTENT}/"))
    if not change.readable or f"{CONTENT}/{inside}" != change.path or ".." in inside.parts:
        return at(change.path, "this name cannot be read.", "Give the file a plain name.", "file_name")
    if any(part.startswith(".") for part in inside.parts):
        return at(change.path, "hidden files are not taken.", "Take it out of the pull request.", "hidden_file")
    return misplaced(inside, change.path)


def too_large(change: Change) -> Problem | None:
    size = change.after.size if change.after else 0
    if size <= MAX_BYTES:
        return None
    message = f"this file has {size:,} bytes; at most {MAX_BYTES:,} are read."
    return at(change.path, message, SIZE_HINT, "too_large")


def same_letters(change: Change, proposal: Proposal) -> Problem | None:
    """Two names that some disks take for one."""
    here = {*proposal.base, *proposal.changed_files} - gone(proposal)
    others = sorted(path for path in here if path != change.path and alike(path) == alike(change.path))
    if not others:
        return None
    message = "this name differs from another by capital letters alone, and some disks take both for one."
    return at(change.path, message, f"The other is {others[0]}. Rename one of them.", "same_letters")


def alike(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def gone(proposal: Proposal) -> set[str]:
    return {change.path for change in proposal.changes if change.after is None}


def conflict(change: Change, proposal: Proposal) -> Problem | None:
    if change.path not in proposal.meanwhile:
        return None
    hint = "Bring the pull request up to date with the main branch, look at the file, and send it again."
    return at(change.path, "somebody else has changed this file in the meantime.", hint, "both_changed")


def remarks(proposal: Proposal) -> Iterator[Problem]:
    """What is taken over, but changes an address: whoever reads the proposal should know."""
    for change in proposal.changes:
        if change.after is not None or not change.path.startswith(f"{CONTENT}/"):
            continue
        now = proposal.renamed.get(change.path)
        former = PurePosixPath(change.path).stem
        if now:
            message = f"this file is now called {now}."
            hint = f"If it was published, list {former} under aliases: in the new file, so that its address leads on."
            yield at(change.path, message, hint, "renamed", Level.ADVICE)
        else:
            message = "this file is deleted, and its address with it."
            hint = "If it was published, keep it with status: withdrawn, which says why at the old address."
            yield at(change.path, message, hint, "deleted", Level.ADVICE)


def at(path: str, message: str, hint: str, rule: str, level: Level = Level.ERROR) -> Problem:
    return Problem(path, 1, 1, "", message, hint, rule, level)
