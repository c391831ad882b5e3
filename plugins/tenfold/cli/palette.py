"""`tenfold palette`: what a site makes of two colours, with the contrast of every pair."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenfold.cli.command import Commands

if TYPE_CHECKING:
    from tenfold.branding import Palette

LIKE = "six digits such as 12505b, with or without a # before them"


def add(commands: Commands) -> None:
    palette = commands.add_parser("palette", help="show the colours that a site makes of two, and check each pair")
    palette.add_argument("colour", metavar="COLOUR", help=f"the main colour: {LIKE}")
    palette.add_argument("accent", metavar="ACCENT", help="the second colour, for what has to stand out")
    palette.set_defaults(run=run_palette)


def run_palette(options: argparse.Namespace) -> int:
    from tenfold.branding import Refused, palette

    try:
        made = palette(options.colour, options.accent)
    except Refused as refused:
        for each in refused.refusals:
            print(f"{each.field}: {each.message} {each.hint}")
        print("Nothing was changed. Try again with a colour that passes.")
        return 1
    print(*report(made), sep="\n")
    return 0


def report(made: Palette) -> Iterator[str]:
    """The colours of both schemes, then every pair with what it has and what it needs."""
    from tenfold.branding.colours import in_words
    from tenfold.branding.pairs import GROUNDS, Scheme

    for scheme in Scheme:
        colours = made.scheme(scheme)
        listed = "  ".join(f"{name} {colours[name]}" for name in colours)
        yield f"{scheme}: {listed}"
    for scheme in Scheme:
        yield ""
        yield f"In {scheme}:"
        for each in (found for found in made.measured if found.scheme is scheme):
            name = f"{each.pair.colour} on {GROUNDS[each.pair.ground]}"
            needs = f"needs {each.pair.needed}"
            yield f"  {in_words(each.ratio):>9}  {needs}  {each.colour} on {each.ground}  {name}: {each.pair.used}"
    yield ""
    yield "Every pair passes, in light and in dark. Write both into local.yml, below brand: as colour: and accent:."
