"""`tenfold build`: check everything, build aside, verify, then replace the site at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tenfold.cli.command import Commands
from tenfold.cli.completing import complete_updates


def add(commands: Commands) -> None:
    build = commands.add_parser("build", help="check everything, build aside, verify, then replace the site at once")
    build.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the MkDocs configuration")
    build.add_argument(
        "--site", type=Path, default=None, help="where the site goes (default: what the configuration says)"
    )
    build.set_defaults(run=run_build)


def run_build(options: argparse.Namespace) -> int:
    complete_updates([options.config])
    from tenfold.adapters.building import BuildFailed, build_site  # MkDocs takes 0.3 s to import; checks do without

    try:
        built = build_site(options.config, options.site)
    except BuildFailed as failure:
        print(f"tenfold: {failure}\nThe site is as it was.", file=sys.stderr)
        return 1
    print(built)
    return 0
