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
    build.add_argument(
        "--offline", action="store_true", help="also pack a copy that works without a server, from a USB stick"
    )
    build.add_argument(
        "--out", type=Path, default=None, metavar="FILE", help="the zip of --offline (default: SITE-offline.zip)"
    )
    build.set_defaults(run=run_build)


def run_build(options: argparse.Namespace) -> int:
    complete_updates([options.config])
    from tenfold.adapters.building import BuildFailed, build_site  # MkDocs takes 0.3 s to import; checks do without

    if options.offline:
        return run_offline(options)
    if options.out:
        print("tenfold: --out names the zip of an offline copy. Add --offline.", file=sys.stderr)
        return 2
    try:
        built = build_site(options.config, options.site)
    except BuildFailed as failure:
        print(f"tenfold: {failure}\nThe site is as it was.", file=sys.stderr)
        return 1
    print(built)
    return 0


def run_offline(options: argparse.Namespace) -> int:
    from tenfold.adapters.building import BuildFailed
    from tenfold.adapters.offline import build_offline
    from tenfold.offline import OfflineFailed

    try:
        said = build_offline(options.config, options.site, options.out)
    except BuildFailed as failure:
        print(f"tenfold: {failure}\nThe site is as it was.", file=sys.stderr)
        return 1
    except OfflineFailed as failure:
        print(f"tenfold: {failure}\nThe site was built; no offline copy was made.", file=sys.stderr)
        return 1
    print(said)
    return 0
