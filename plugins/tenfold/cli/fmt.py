"""`tenfold fmt`: every record file in the one layout, with all that it says and every comment in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from tenfold.cli.command import Commands

HELP = "lay out record files in one way: the order of fields, quotes, line breaks; pages in Markdown are left alone"


def add(commands: Commands) -> None:
    fmt = commands.add_parser("fmt", help=HELP)
    fmt.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders, - for standard input (default: content/)"
    )
    fmt.add_argument("--check", action="store_true", help="change nothing; exit with 1 if something would change")
    fmt.add_argument("--diff", action="store_true", help="change nothing; show what would change")
    fmt.set_defaults(run=run_fmt)


def run_fmt(options: argparse.Namespace) -> int:
    from tenfold.cli.papers import run  # it knows the records, whose models take time to import

    return run(options)
