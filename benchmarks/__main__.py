"""`python3 dev.py bench`: sites of 13, 100 and 1,000 generated case studies, ours and plain, built in turn.

With `--reader`: what a reader's browser fetches and does, at 13 and at 1,000 case studies. With `--documents`: time and
size of the documents of 100 theories of change. With `--check`: what a contributor waits for, a check of one file and
of everything. With `--offline`: what an offline copy weighs, and how soon it finds words. With `--precision`: how often
the rules about content are right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import precision
from benchmarks.building import FEW, MANY, NONE, builds
from benchmarks.checking import checks
from benchmarks.documents import measure as measure_documents
from benchmarks.documents import write_theories
from benchmarks.measured import Measured, table
from benchmarks.offline import measure as measure_offline
from benchmarks.reader import measure
from benchmarks.sites import OURS, PLAIN, SEARCHABLE, WITH_DOCUMENTS, Site, make

PROMISED = 500
"""Case studies up to which an offline copy is promised to find words."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--rounds", type=int, default=5, help="builds of each site (default 5)")
    parser.add_argument("--reader", action="store_true", help="what a reader's browser fetches and does")
    parser.add_argument("--documents", action="store_true", help="time and size of the documents of 100 theories")
    parser.add_argument("--check", action="store_true", help="how long a contributor waits for a check")
    parser.add_argument("--offline", action="store_true", help="what an offline copy weighs, and how soon it finds")
    parser.add_argument("--precision", action="store_true", help="how often the rules about content are right")
    options = parser.parse_args()
    if options.check:
        return checks(max(options.rounds, 7))
    if options.documents:
        return documents(options.rounds)
    if options.offline:
        return offline(options.rounds)
    if options.precision:
        return precision.report()
    return reader() if options.reader else builds(options.rounds)


def reader() -> int:
    """Measure in a browser; 1 when a budget is broken."""
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = [built(make(folder, f"tenfold {cases}", cases, SEARCHABLE)) for cases in (NONE, MANY)]
        plain = built(make(folder, "plain", MANY, PLAIN.format(plugins="search")))
        for site in ours:
            found += measure(site.built, plain.built if site.cases == MANY else None, site.cases)
    return told(found, "case studies")


def documents(rounds: int) -> int:
    """Measure the documents of theories of change; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        pair = [
            make(Path(temporary), name, NONE, config) for name, config in (("without", OURS), ("with", WITH_DOCUMENTS))
        ]
        for site in pair:
            write_theories(site.folder / "content", FEW)
        for _ in range(rounds):
            for site in pair:
                site.seconds.append(site.build())
        found = list(measure_documents(pair[0].seconds, pair[1].seconds, rounds))
    return told(found, "theories")


def offline(rounds: int) -> int:
    """Measure offline copies in a browser; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        sizes = (NONE, FEW, PROMISED + 1)
        sites = [built(make(Path(temporary), f"offline {cases}", cases, SEARCHABLE)) for cases in sizes]
        found = list(measure_offline({site.cases: site.built for site in sites}, rounds))
    return told(found, "case studies")


def built(site: Site) -> Site:
    """A site once it is built."""
    print(f"building {site.name}", file=sys.stderr)
    site.build()
    return site


def told(found: list[Measured], counted: str) -> int:
    """Print the figures; 1 when a budget is broken."""
    print(table(found, counted))
    return 0 if all(each.ok for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
