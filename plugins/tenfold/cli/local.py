"""`tenfold local`: what those need who publish a copy of their own. Each thing it does has a module of its own here."""

from __future__ import annotations

import argparse
from importlib import import_module

from tenfold.cli.command import Commands

THINGS = {
    "init": "make a copy of your own: asks for what it needs, and makes a folder that builds at once",
    "update": "put newer content into a local copy, and say what that means there",
    "propose": "prepare a record of yours for the original: files, a patch, the text of a pull request",
}
"""Its sub-commands, each with what `tenfold local --help` says of it.

`update` is the module `tenfold.cli.local_update`, which has `options(parser)` and `run(options)`, and is imported only
when it is asked for.
"""


def add(commands: Commands) -> None:
    local = commands.add_parser("local", help="make and keep a copy of your own: its content, its looks, its updates")
    local.formatter_class = argparse.RawDescriptionHelpFormatter
    width = max(map(len, THINGS))
    local.epilog = "\n".join(f"  {name.ljust(width)}  {says}" for name, says in THINGS.items())
    local.add_argument("thing", choices=list(THINGS), metavar="WHAT", help=", ".join(THINGS))
    local.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    local.set_defaults(run=run_local)


def run_local(options: argparse.Namespace) -> int:
    module = import_module(f"tenfold.cli.local_{options.thing}")
    parser = argparse.ArgumentParser(prog=f"tenfold local {options.thing}", description=THINGS[options.thing])
    module.options(parser)
    return int(module.run(parser.parse_args(options.rest)))
