"""The folder that somebody sends: files, a patch, the text of the pull request, and how to send it."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from tenfold.local.copy import LocalCopy
from tenfold.proposing.patching import patch
from tenfold.proposing.proposal import CONTENT, Proposal
from tenfold.proposing.telling import text_of, title_of

PATCH, TEXT, HOW = "proposal.patch", "PULL-REQUEST.md", "HOW-TO-SEND.txt"
ADDITIONS = "add-to"
"""The folder of what is to be added to lists of the original; whole lists would undo what others add meanwhile."""


class CannotWrite(Exception):
    """The folder cannot be written; the text says why and what to do."""


def patch_of(proposal: Proposal) -> bytes:
    return patch(proposal.before, proposal.after, below=CONTENT)


def pull_request(proposal: Proposal, copy: LocalCopy) -> str:
    """Title and text of the pull request, as one file."""
    head = "<!-- The first line is the title of the pull request; all below it is its text. -->"
    return f"{title_of(proposal)}\n\n{head}\n{text_of(proposal, copy)}"


def files_of(proposal: Proposal, copy: LocalCopy, *, branch: str = "") -> dict[PurePosixPath, bytes]:
    """What stands in the folder, by path.

    Args:
        proposal: what is proposed.
        copy: the copy that it comes from.
        branch: the branch that was made in a clone, if one was.
    """
    found = {PurePosixPath(PATCH): patch_of(proposal)}
    for path, raw in proposal.after.items():
        if not proposal.is_list(path):
            found[PurePosixPath(CONTENT) / path] = raw
    for path, raw in proposal.added.items():
        found[PurePosixPath(ADDITIONS) / CONTENT / path] = raw
    found[PurePosixPath(TEXT)] = pull_request(proposal, copy).encode()
    found[PurePosixPath(HOW)] = how_to_send(proposal, copy, branch).encode()
    return dict(sorted(found.items()))


def write_folder(folder: Path, files: Mapping[PurePosixPath, bytes], *, force: bool) -> None:
    """Write the folder whole or not at all.

    Args:
        folder: where; it is not there yet, unless it is a former proposal that is made anew.
        files: what stands in it.
        force: whether a former proposal is made anew.
    """
    refuse_taken(folder, force=force)
    aside = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        for path, raw in files.items():
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).write_bytes(raw)
        swap_in(aside, folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        reason = (error.strerror or "unknown reason").lower()
        raise CannotWrite(f"{folder} cannot be written: {reason}. Choose another place with --out.") from None


def swap_in(aside: Path, folder: Path) -> None:
    """Put a folder in the place of another, if there is one; should that fail, the other is back."""
    if not folder.is_dir():
        aside.rename(folder)
        return
    former = folder.with_name(f".{folder.name}.former.{os.getpid()}")
    folder.rename(former)
    try:
        aside.rename(folder)
    except OSError:
        former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)


def refuse_taken(folder: Path, *, force: bool) -> None:
    """Stop where something would be lost: whatever stands there already, unless it is a proposal to be made anew."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CannotWrite(f"there is a file {folder} already. Choose another place with --out.")
    if not folder.exists():
        return
    if not force:
        raise CannotWrite(f"there is a folder {folder} already. Add --force to make it anew, or choose another: --out.")
    if not all((folder / name).is_file() for name in (PATCH, TEXT, HOW)):
        raise CannotWrite(f"{folder} is no proposal, so it is left as it is. Choose another place with --out.")


def how_to_send(proposal: Proposal, copy: LocalCopy, branch: str) -> str:
    """What to do with the folder, for people without Git first."""
    name, site = copy.manifest.name or "the original", copy.original
    contribute = f"{site.rstrip('/')}/contribute/" if site else 'its page "Contribute"'
    paragraphs = [
        f"How to send this to {name}",
        FIRST,
        f"1. By mail. Send this whole folder, packed as a zip, to those who look after {name}. Where to: {contribute}",
        by_web(proposal, name),
        with_git(proposal, branch),
        LAST,
    ]
    return "\n\n".join(map(wrapped, paragraphs)) + "\n"


FIRST = (
    "Nothing has been sent. First read every word of it: no machine finds names, or what only people who live near "
    f"you understand. Then open {TEXT} and tick each box that is true. What you cannot tick, say why."
)

LAST = (
    "When it is accepted, it comes back to you with the next bundle. Then delete your own: two records cannot have one "
    "id."
)


def wrapped(paragraph: str) -> str:
    """A paragraph in lines that Notepad shows whole; commands stay on one."""
    return "\n".join(line if line.startswith(COMMAND) else wrapped_line(line) for line in paragraph.split("\n"))


def wrapped_line(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip(" -123."))) if line.strip() else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


WIDTH = 80
COMMAND = " " * 7


def by_web(proposal: Proposal, name: str) -> str:
    steps = [f"2. In a web browser, on the page where {name} keeps its files (you need an account there):"]
    for path in sorted(proposal.after):
        if proposal.is_list(path):
            do = f"open {CONTENT}/{path}, choose Edit, and paste what is in {ADDITIONS}/{CONTENT}/{path}"
            where = "over the record of the same id" if replaced_in(proposal, path) else "in its place by the alphabet"
            steps.append(f"   - {do}, {where}.")
        elif path in proposal.before:
            steps.append(
                f"   - open {CONTENT}/{path}, choose Edit, and put the text of the same file here in its place."
            )
        else:
            steps.append(f"   - open the folder {CONTENT}/{path.parent}, and upload {CONTENT}/{path} from here.")
    steps.append(f"   Propose the changes as a pull request. Its title and text are in {TEXT}.")
    return "\n".join(steps)


def replaced_in(proposal: Proposal, path: PurePosixPath) -> bool:
    entries = proposal.checked.library.entries
    return any(entries[key].path == f"{CONTENT}/{path}" for key in proposal.changed)


def with_git(proposal: Proposal, branch: str) -> str:
    if branch:
        say = f"3. With Git. The branch {branch} is in your clone, with one commit. Send it to your fork:"
        steps = [f"git push YOUR-FORK {branch}"]
    else:
        say = "3. With Git, in a clone of the original, with the place of this folder instead of FOLDER:"
        steps = [
            f"git switch -c {proposal.name}",
            f"git apply FOLDER/{PATCH}",
            f"git add {CONTENT}",
            f'git commit -m "{title_of(proposal).translate(PLAIN)}"',
            f"git push YOUR-FORK {proposal.name}",
        ]
    last = f"   Then open the pull request. Its title and text are in {TEXT}."
    return "\n".join([say, "", *(COMMAND + step for step in steps), "", last])


PLAIN = str.maketrans("", "", "\"'`$\\!")
"""Signs that a shell would not take as they stand."""
