"""The `tenfold` command. Each command has a module of its own here, which imports what it needs when it runs."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from tenfold.cli.command import CannotRun

COMMANDS = (
    *("new", "check", "fmt", "template", "from-issue", "schema"),
    *("build", "headers", "local", "palette", "bundle"),
    *("review", "receive", "rename", "withdraw", "supersede", "urls", "owners"),
)
"""In the order in which `tenfold --help` lists them: for contributors, for publishers, for maintainers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status is 0, 1 (problems found), 2 (cannot run) or 130 (stopped with Ctrl+C)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        make_ready()
        if not given:
            parser().print_help(sys.stderr)
            sys.exit(2)
        options = parser(given[:1]).parse_args(given)
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


def make_ready() -> None:
    """See that Python does without what takes its time, and can print whatever there is to say."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # we have none, and looking for some takes its time
    gc.set_threshold(100_000)  # a check is over before anything is worth collecting: a tenth of its time
    atexit.register(gc.freeze)  # nor is it when Python ends, which would look at everything once more: another tenth
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without the letters gets their numbers


def parser(asked: Sequence[str] = ()) -> argparse.ArgumentParser:
    """What reads the command line. The other commands are not even imported when one of them is asked for by name."""
    top = argparse.ArgumentParser(prog="tenfold", description="Check and build a knowledge base of inclusive practice.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name in [name for name in COMMANDS if name in asked] or COMMANDS:
        import_module(f"tenfold.cli.{name.replace('-', '_')}").add(commands)
    return top
