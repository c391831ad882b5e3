"""`tenfold rename`: a record under a new id, with everything that mentions it."""

from __future__ import annotations

import argparse

from tenfold.cli.changes import carry_out, options_of_changes
from tenfold.cli.command import Commands


def add(commands: Commands) -> None:
    rename = commands.add_parser("rename", help="give a record another id; its old address leads to the new one")
    rename.add_argument("old", metavar="OLD", help="its id now, such as carr-manor, or case:carr-manor")
    rename.add_argument("new", metavar="NEW", help="the id that it gets")
    options_of_changes(rename)
    rename.set_defaults(run=run_rename)


def run_rename(options: argparse.Namespace) -> int:
    from tenfold.changing.renaming import renamed

    return carry_out(options, lambda draft: renamed(draft, options.old, options.new))
