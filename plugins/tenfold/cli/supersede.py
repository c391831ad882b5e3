"""`tenfold supersede`: one case study in the place of another, whose address leads to it."""

from __future__ import annotations

import argparse

from tenfold.cli.changes import carry_out, options_of_changes
from tenfold.cli.command import Commands


def add(commands: Commands) -> None:
    supersede = commands.add_parser("supersede", help="put one case study in the place of another")
    supersede.add_argument("old", metavar="OLD", help="the case study that goes; its address leads to the other")
    supersede.add_argument("new", metavar="NEW", help="the case study that comes in its place")
    options_of_changes(supersede)
    supersede.set_defaults(run=run_supersede)


def run_supersede(options: argparse.Namespace) -> int:
    from tenfold.changing.withdrawing import superseded

    return carry_out(options, lambda draft: superseded(draft, options.old, options.new))
