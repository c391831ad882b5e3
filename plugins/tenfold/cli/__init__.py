"""The `tenfold` command. Each command has a module of its own here, which imports what it needs when it runs."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from tenfold.cli import (
    build,
    check,
    fmt,
    from_issue,
    new,
    owners,
    receive,
    rename,
    review,
    schema,
    supersede,
    template,
    urls,
    withdraw,
)
from tenfold.cli.command import CannotRun

COMMANDS = (
    *(new, check, fmt, template, from_issue, schema),
    build,
    *(review, receive, rename, withdraw, supersede, urls, owners),
)
"""The modules of the commands, in the order in which `tenfold --help` lists them: for contributors, for
publishers, for maintainers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status is 0, 1 (problems found), 2 (cannot run) or 130 (stopped with Ctrl+C)."""
    gc.set_threshold(100_000)  # a check is over before anything is worth collecting: a tenth of its time
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
    except KeyboardInterrupt:
        print("tenfold: stopped.", file=sys.stderr)
        return 130
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
