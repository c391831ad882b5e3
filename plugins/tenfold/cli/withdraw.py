"""`tenfold withdraw`: a case study taken back; its page stays and says why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tenfold.cli.changes import carry_out, day_of, options_of_changes
from tenfold.cli.command import Commands

if TYPE_CHECKING:
    from tenfold.changing.change import Change, Draft


def add(commands: Commands) -> None:
    withdraw = commands.add_parser("withdraw", help="take a case study back; its page stays, and says why")
    withdraw.add_argument("id", metavar="ID", help="the id of the case study")
    reason = "why, in words that harm nobody; it stands at its address"
    withdraw.add_argument("--reason", required=True, metavar="TEXT", help=reason)
    harm = "it could harm somebody: its page names nobody, and no local copy may keep or bring back what it said"
    withdraw.add_argument("--safeguarding", action="store_true", help=harm)
    options_of_changes(withdraw)
    withdraw.set_defaults(run=run_withdraw)


def run_withdraw(options: argparse.Namespace) -> int:
    from tenfold.changing.withdrawing import withdrawn

    def plan(draft: Draft) -> Change:
        return withdrawn(
            draft, options.id, reason=options.reason, on=day_of(options), safeguarding=options.safeguarding
        )

    return carry_out(options, plan)
