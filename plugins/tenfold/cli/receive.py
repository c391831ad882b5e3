"""`tenfold receive`: take over what a stranger's commit changes below content/, or say why not."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.printing import add_format, append, print_problems

if TYPE_CHECKING:
    from tenfold.problems import Problem
    from tenfold.receiving import Proposal


def add(commands: Commands) -> None:
    receive = commands.add_parser("receive", help="take over the content of a proposed commit, or say why not")
    receive.add_argument("--repository", type=Path, default=Path(), metavar="DIR", help="where Git is (default: here)")
    receive.add_argument("--base", default="HEAD", metavar="COMMIT", help="what it is put into (default: HEAD)")
    receive.add_argument("--head", required=True, metavar="COMMIT", help="the proposed commit")
    receive.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder for the content")
    receive.add_argument("--changed", type=Path, metavar="LIST", help="write the paths of the changed files here")
    receive.add_argument("--summary", type=Path, metavar="FILE", help="add a summary in Markdown to this file")
    add_format(receive)
    receive.set_defaults(run=run_receive)


def run_receive(options: argparse.Namespace) -> int:
    from tenfold.receiving import read_proposal, refusals, remarks, take_over
    from tenfold.receiving.git import GitTrouble, Repository

    if options.out.is_symlink() or (options.out.exists() and any(options.out.iterdir())):
        raise CannotRun(f"{options.out} is not empty. Name a folder that is, or that is not there yet.")
    repository = Repository(options.repository)
    try:
        proposal = read_proposal(repository, base=options.base, head=options.head)
        refused = refusals(proposal)
        if not refused:
            take_over(proposal, repository, options.out)
    except GitTrouble as trouble:
        raise CannotRun(str(trouble)) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotRun(f"the content cannot be written to {options.out}: {reason}.") from None
    report(proposal, [*refused, *remarks(proposal)], options)
    return 1 if refused else 0


def report(proposal: Proposal, problems: Sequence[Problem], options: argparse.Namespace) -> None:
    """Say what was found: in the list of changed files, in the summary, on the terminal."""
    from tenfold.problems import errors
    from tenfold.reporting.changes import changes_as_markdown

    if options.changed and not errors(problems):
        options.changed.write_text("".join(f"{path}\n" for path in proposal.changed_files), encoding="utf-8")
    if options.summary:
        kinds = {change.path: change.kind for change in proposal.changes}
        append(options.summary, changes_as_markdown(kinds, proposal.renamed, problems))
    print_problems(problems, options.format)
