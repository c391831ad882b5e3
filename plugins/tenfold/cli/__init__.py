"""The `tenfold` command. Each command has a module of its own here, which imports what it needs when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from tenfold.cli import build, check, from_issue, new, template
from tenfold.cli.command import CannotRun

COMMANDS = (check, new, build, template, from_issue)
"""The modules of the commands, in the order in which `tenfold --help` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status is 0, 1 (problems found) or 2 (cannot run)."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without the letters gets their numbers
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except CannotRun as reason:
        print(f"tenfold: {reason}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return status


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tenfold", description="Check and build a knowledge base of inclusive practice.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return top
