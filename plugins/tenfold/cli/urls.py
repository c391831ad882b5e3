"""`tenfold urls`: the list of addresses that were made public, kept up with the content."""

from __future__ import annotations

import argparse
from pathlib import Path

from tenfold.cli.changes import a_day, day_of
from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.paths import content_folder, shown_as
from tenfold.problems import counted


def add(commands: Commands) -> None:
    urls = commands.add_parser("urls", help="add the addresses that are new to the list of those that must never die")
    urls.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    urls.add_argument("--check", action="store_true", help="change nothing; exit with 1 if an address is missing")
    urls.add_argument("--on", type=a_day, default=None, metavar="DATE", help="since when they are public (today)")
    urls.set_defaults(run=run_urls)


def run_urls(options: argparse.Namespace) -> int:
    from tenfold.changing.replacing import replace_file
    from tenfold.ledger import read_ledger, with_new, written
    from tenfold.loading.placing import LEDGER
    from tenfold.local.around import check_around, is_of_copy
    from tenfold.problems import summary

    root = content_folder(options.content)
    shown = shown_as(root)
    checked = check_around(root, shown_as=shown)
    lines, problems = read_ledger(root, shown_as=shown)
    if wrong := [*checked.errors, *problems]:
        print(*wrong, summary(wrong), "Mend these first: an address is promised only to what is in order.", sep="\n")
        return 1
    lines, new = with_new(lines, checked.library, day_of(options), local=is_of_copy(root))
    for line in new:
        print(f"{'missing' if options.check else 'new'}: {line.address}")
    print(f"{counted(len(lines), 'address', 'addresses')}, {len(new)} of them {'missing' if options.check else 'new'}.")
    if options.check or not new:
        return 1 if new else 0
    try:
        replace_file(root / LEDGER, written(lines))
    except OSError as error:
        raise CannotRun(
            f"{shown}/{LEDGER} cannot be written: {(error.strerror or 'unknown reason').lower()}."
        ) from None
    return 0
