"""`tenfold local update`: newer content for a local copy, and what that means there."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun

if TYPE_CHECKING:
    from tenfold.updating import Update, UpdateRefused

AS_IT_WAS = "Nothing was changed."
MOST_LINES = 40
"""How many records are named under a heading. The first content of a copy is new throughout."""


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "bundle", type=Path, metavar="BUNDLE", help="the file with the content: tenfold-content-DATE.zip"
    )
    parser.add_argument("--folder", type=Path, default=Path(), metavar="DIR", help="the local copy (default: here)")
    parser.add_argument("--dry-run", action="store_true", help="write nothing; say everything that would happen")
    parser.add_argument("--older", action="store_true", help="go back to older content")
    parser.add_argument("--from-another-original", action="store_true", help="take the content of another site")
    broken = "go on although the copy cannot be built afterwards, until you have mended your files"
    parser.add_argument("--with-problems", action="store_true", help=broken)


def run(options: argparse.Namespace) -> int:
    from tenfold.updating import Busy, UpdateFailed, UpdateRefused, Wishes, prepare, put_in_place

    folder = copy_folder(options.folder)
    shown = "" if options.folder == Path() else options.folder.as_posix()
    wishes = Wishes(options.older, options.from_another_original, options.with_problems)
    try:
        mend(folder, dry_run=options.dry_run)
        update = prepare(folder, options.bundle, wishes, shown_as=shown)
        print(*told(update), sep="\n")
        if update.is_nothing:
            print("You have this content already.", AS_IT_WAS)
            return 0
        if options.dry_run:
            print(f"This was a dry run. {AS_IT_WAS}")
            return 0
        put_in_place(update)
    except UpdateRefused as reason:
        return refused(options.bundle, reason)
    except (Busy, UpdateFailed) as reason:
        raise CannotRun(str(reason)) from None
    print(*done(update), sep="\n")
    return 0


def copy_folder(folder: Path) -> Path:
    if not (folder / "local.yml").is_file():
        raise CannotRun(f"there is no local.yml in {folder.absolute()}. Run this in the folder of your local copy.")
    return folder.absolute()


def mend(folder: Path, *, dry_run: bool) -> None:
    """End an update that was broken off; a dry run cannot, because it writes nothing."""
    from tenfold.updating import recover
    from tenfold.updating.journal import is_pending

    if dry_run and is_pending(folder):
        raise CannotRun("an update was broken off half-way. Run tenfold check, which completes it, and then try again.")
    if said := recover(folder):
        print(said)


def refused(bundle: Path, reason: UpdateRefused) -> int:
    print(*reason.means, sep="\n", end="\n" if reason.means else "")
    print(*reason.problems, sep="\n", end="\n" if reason.problems else "")
    start = "" if reason.problems else f"{bundle.name}: "
    print(f"{start}{reason} {AS_IT_WAS}")
    return 1


def told(update: Update) -> Iterator[str]:
    """What is new, and what that means here."""
    from tenfold.bundling import told as in_words
    from tenfold.bundling.telling import in_short
    from tenfold.problems import printable
    from tenfold.updating.preparing import told_of_edits

    manifest = update.bundle.manifest
    yield printable(f"The content of {manifest.original.name} of {manifest.day}: {in_short(update.changes)}")
    for heading, lines in in_words(update.changes):
        yield f"\n{heading}:"
        yield from (printable(f"  {line}") for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"  and {len(lines) - MOST_LINES} more"
    if update.means:
        yield "\nWhat this means for what is yours:"
        yield from (printable(f"  {sentence}") for sentence in update.means)
    if update.steps:
        yield from ("\nThe form of records has changed:", *(f"  {says}" for says in update.steps))
        yield (
            f"\nYour files are brought to it, comments and all:\n{update.differences}"
            if update.differences
            else ("  None of your files has to change.")
        )
    if update.problems:
        yield from ("\nTo mend before the copy can be built again:", *(f"  {problem}" for problem in update.problems))
    yield from ("", *told_of_edits(update))


def done(update: Update) -> Iterator[str]:
    from tenfold.local.copy import OWN
    from tenfold.problems import counted

    theirs = [path for path in update.new if path.parts[0] == OWN]
    todo = "Now mend your files: tenfold check says where" if update.problems else "Now look at it: mkdocs serve"
    yield f"The new content is in place. {todo}; then tenfold build puts it on your site."
    if theirs or update.kept:
        files = counted(len(theirs) + len(update.kept), "file")
        yield f"The former versions of {files} are in .tenfold-former/."
