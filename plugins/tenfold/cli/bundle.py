"""`tenfold bundle`: the content as one file, for those who publish a copy of it under their own name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.paths import content_folder, shown_as

if TYPE_CHECKING:
    from tenfold.bundling import Bundle


def add(commands: Commands) -> None:
    bundle = commands.add_parser("bundle", help="write the content as one file, for local copies of it")
    bundle.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    bundle.add_argument("--out", type=Path, metavar="FILE", help="the file to write (tenfold-content-DATE.zip)")
    since = "the bundle before it: what is new since then is said in the new one"
    bundle.add_argument("--since", type=Path, metavar="BUNDLE", help=since)
    bundle.add_argument("--site", default="", metavar="ADDRESS", help="the address of the site whose content it is")
    bundle.add_argument("--name", default="Tenfold", metavar="NAME", help="the name of that site (Tenfold)")
    bundle.set_defaults(run=run_bundle)


def run_bundle(options: argparse.Namespace) -> int:
    from tenfold.bundling.making import CannotBundle, make_bundle
    from tenfold.bundling.manifest import Original
    from tenfold.changing.making import all_problems
    from tenfold.changing.replacing import replace_file
    from tenfold.checking import check_content
    from tenfold.local.around import is_of_copy
    from tenfold.problems import printable, summary

    root = content_folder(options.content)
    if is_of_copy(root):
        raise CannotRun("this is a local copy. Bundles are made of the content that it is a copy of.")
    shown = shown_as(root)
    site, name = address(options.site), printable(" ".join(options.name.split()))[:200] or "Tenfold"
    since = bundle_before(options.since)
    found = check_content(root, shown_as=shown)
    if problems := all_problems(root, found, shown_as=shown):
        print(*problems, summary(problems), "Mend these first: a bundle holds what is in order.", sep="\n")
        return 1
    try:
        made = make_bundle(root, found, Original(name=name, site=site), since=since, shown_as=shown)
    except CannotBundle as reason:
        print(*reason.problems, f"{reason} Nothing was written.", sep="\n")
        return 1
    out = options.out or Path(f"tenfold-content-{made.manifest.day.isoformat()}.zip")
    try:
        replace_file(out, made.raw)
    except OSError as error:
        raise CannotRun(f"{out} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None
    print(f"{out}: {len(made.manifest.files)} files, {len(made.raw) / 1000:,.0f} kB, of {made.manifest.day}.")
    print(f"Its digest is {made.manifest.digest}: publish it beside the file.")
    print(*(f"Left out: {each}" for each in made.left_out), sep="\n", end="\n" if made.left_out else "")
    return 0


def bundle_before(path: Path | None) -> Bundle | None:
    from tenfold.bundling import BundleRefused, open_bundle

    try:
        return open_bundle(path) if path else None
    except BundleRefused as reason:
        raise CannotRun(f"{path}: {reason}") from None


def address(text: str) -> str:
    """The address of the original, if it is one."""
    from tenfold.model.base import WEB_ADDRESS

    if text and not WEB_ADDRESS.fullmatch(text):
        raise CannotRun(f'"{text[:80]}" is not a whole web address. Write it as in https://example.org/inclusion/.')
    return text
