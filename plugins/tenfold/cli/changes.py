"""What the commands that change content share: try it, show it, write all of it or nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun
from tenfold.cli.paths import content_folder, shown_as
from tenfold.problems import Problem, counted, summary

if TYPE_CHECKING:
    from tenfold.changing.change import Change, Draft

AS_IT_WAS = "Nothing was changed."


def options_of_changes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--dry-run", action="store_true", help="change nothing; show every line that would change")
    parser.add_argument("--on", type=a_day, default=None, metavar="DATE", help="the day it happens (default: today)")


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f'"{text[:40]}" is not a date. Write year, month and day with hyphens, such as 2026-11-01.'
        raise argparse.ArgumentTypeError(message) from None


def day_of(options: argparse.Namespace) -> date:
    return options.on or date.today()  # noqa: DTZ011 (the day where they are)


def carry_out(options: argparse.Namespace, plan: Callable[[Draft], Change]) -> int:
    """Make the change that a plan comes to, or say why not. The exit status of the command."""
    from tenfold.changing.change import Draft, Refused
    from tenfold.changing.making import all_problems, tried, undo
    from tenfold.changing.promising import with_ledger
    from tenfold.local.around import check_around

    root = content_folder(options.content)
    shown = shown_as(root)
    if undo(root):
        print("A change that was broken off half-way has been taken back first.")
    checked = check_around(root, shown_as=shown)
    if problems := all_problems(root, checked, shown_as=shown):
        return refused(problems, "The content has problems now. Mend them first, then try again.")
    try:
        change = plan(Draft(root, checked, shown))
    except Refused as reason:
        raise CannotRun(f"{reason} {AS_IT_WAS}") from None
    after, problems = tried(root, change, shown_as=shown)
    if problems:
        return refused(problems, "This is what would be wrong afterwards. Mend it by hand first, then try again.")
    change = with_ledger(root, change, checked.library, after.library, day_of(options), shown_as=shown)
    if options.dry_run:
        show(change, shown)
    else:
        write(root, change, shown)
    return 0


def refused(problems: list[Problem], why: str) -> int:
    for problem in problems:
        print(problem)
    print(summary(problems), why, AS_IT_WAS)
    return 1


def write(root: Path, change: Change, shown: str) -> None:
    from tenfold.changing.making import HalfWritten, make

    try:
        make(root, change)
    except HalfWritten as reason:
        raise CannotRun(str(reason)) from None
    print(change.says)
    for path in files_of(change):
        print(f"  {shown}/{path}")
    print(*change.notes, sep="\n", end="\n" if change.notes else "")


def files_of(change: Change) -> list[str]:
    """The files of a change, as people are told of them."""
    found = []
    for path, raw in sorted(change.after.items()):
        if path in change.moves:
            found.append(f"{path} -> {change.moves[path].name}")
        elif path not in change.moves.values():
            found.append(f"{path}{' (gone)' if raw is None else ''}")
    return found


def show(change: Change, shown: str) -> None:
    """Every line that would change, and the sentence of what would."""
    from tenfold.changing.showing import difference

    for path, raw in sorted(change.after.items()):
        if path in change.moves.values():
            continue
        to = change.moves.get(path, path)
        after = change.after[to] or b""
        print(f"{shown}/{path} -> {shown}/{to}\n" if to != path else "", end="")
        print(difference(change.before.get(path, b""), after, f"{shown}/{path}", f"{shown}/{to}"), end="")
        if raw is None and path not in change.moves:
            print(f"{shown}/{path} goes.")
    print(change.says, f"{counted(len(files_of(change)), 'file')} would change. {AS_IT_WAS}", *change.notes, sep="\n")
