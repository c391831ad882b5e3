"""`tenfold headers`: what a host has to be told so that a built site is shown safely there."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun, Commands

if TYPE_CHECKING:
    from tenfold.hosting import Prepared

NAMES = ("github_pages", "gitlab_pages", "azure", "netlify", "cloudflare", "nginx", "iis", "container")


def add(commands: Commands) -> None:
    headers = commands.add_parser("headers", help="make the files that tell a host how to show the built site safely")
    headers.add_argument("--for", dest="host", required=True, choices=NAMES, metavar="HOST", help=", ".join(NAMES))
    headers.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site (default: site)")
    headers.add_argument("--path", help="where it stands on its host, such as /inclusion/ (default: as it was built)")
    headers.add_argument("--folder", default="/srv/tenfold", help="where its files lie on a server of your own (nginx)")
    headers.add_argument("--out", type=Path, metavar="FOLDER", help="write the files there (default: print them)")
    headers.set_defaults(run=run_headers)


def run_headers(options: argparse.Namespace) -> int:
    from tenfold.hosting import HOSTS, CannotBeHosted, NoPath, built_for, prepare, whole_path, with_meta_policy
    from tenfold.problems import counted

    site: Path = options.site
    if not (site / "index.html").is_file():
        raise CannotRun(f"there is no built site in {site}. Build it first (tenfold build), or say where it is: --site")
    if not plain(options.folder):
        raise CannotRun("--folder has to be a whole path on the server, such as /srv/tenfold, without spaces.")
    try:
        path = built_for(site) if options.path is None else whole_path(options.path)
        prepared = prepare(options.host, site, path, folder=options.folder)
    except (NoPath, CannotBeHosted) as reason:
        raise CannotRun(str(reason)) from None
    if options.out is None:
        show(prepared)
    else:
        write(prepared, options.out, site)
        if HOSTS[options.host].in_pages and options.out.resolve() == site.resolve():
            print(f"Put the policy into {counted(with_meta_policy(site), 'page')}.")
    for sentence in prepared.says:
        print(sentence)
    return 0


def plain(folder: str) -> bool:
    return folder.startswith("/") and not set(folder) & set(" \t\n\"'$;{}\\#") and folder.isprintable()


def show(prepared: Prepared) -> None:
    """Print every file under its name."""
    for name, data in {**prepared.inside, **prepared.beside}.items():
        if name.endswith(".html"):
            print(f"--- {name} is made anew for this path: write it with --out")
            continue
        print(f"--- {name}")
        print(data.decode("utf-8"), end="" if data.endswith(b"\n") else "\n")


def write(prepared: Prepared, out: Path, site: Path) -> None:
    """Write the files into a folder, and say which of them belong into the site."""
    files = {**prepared.inside, **prepared.beside}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (out / name).write_bytes(data)
    except OSError as error:
        raise CannotRun(f"{out} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None
    if files:
        print(f"Wrote {', '.join(files)} into {out}.")
    if prepared.inside and out.resolve() != site.resolve():
        print(f"Put {', '.join(prepared.inside)} into the site's own folder.")
