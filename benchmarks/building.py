"""How long builds take: sites of 13, 100 and 1,000 generated case studies, ours and plain, in turn."""

from __future__ import annotations

import sys
import tempfile
from itertools import starmap
from operator import truediv
from pathlib import Path
from statistics import median

from benchmarks.sites import OURS, PLAIN, Site, make

NONE, FEW, MANY = 13, 100, 1_000
"""Case studies: those that our own pages link to, and so start-up; then few; then many."""
BUDGET_TO_PLAIN = 0.5
BUDGET_GROWTH = 1.2
BUDGET_PAGE_KB = 100


def builds(rounds: int) -> int:
    """Compare builds; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        sites = {site.name: site for site in prepared(Path(temporary))}
        for name in (f"tenfold {NONE}", f"plain {FEW}"):  # what Python compiles is kept, as on anybody's machine
            sites[name].build()
        for number in range(rounds):
            for site in sites.values():
                site.seconds.append(site.build())
            for site in sites.values():
                if site.name.startswith("tenfold"):
                    site.alone.append(site.build(alone=True))
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        return report(sites)


def prepared(folder: Path) -> list[Site]:
    """Every site, those that are compared one behind the other; they share nothing but the generated text."""
    every = [
        (f"tenfold {NONE}", NONE, OURS),
        (f"tenfold {FEW}", FEW, OURS),
        (f"plain {FEW}", FEW, PLAIN.format(plugins="")),
        (f"tenfold {MANY}", MANY, OURS),
        (f"plain {MANY}", MANY, PLAIN.format(plugins="")),
        (f"plain with search {MANY}", MANY, PLAIN.format(plugins="search")),
    ]
    return [make(folder, *each) for each in every]


def report(sites: dict[str, Site]) -> int:
    """Print the table and the budgets; 1 when one is broken."""
    print("| site | case studies | median build, s | ms a case study | largest page, kB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for site in sites.values():
        took = median(site.seconds)
        name, each = site.name.rsplit(" ", 1)[0], f"{1000 * took / site.cases:.2f}"
        print(f"| {name} | {site.cases} | {took:.2f} | {each} | {site.largest_page:.0f} |")
    base, few, many = (sites[f"tenfold {cases}"] for cases in (NONE, FEW, MANY))
    to_plain = list(starmap(truediv, zip(many.seconds, sites[f"plain {MANY}"].seconds, strict=True)))
    growth = marginal(base, many) / marginal(base, few)
    checks = [
        ("build to that of plain MkDocs, search off on both sides", median(to_plain), BUDGET_TO_PLAIN),
        (f"cost a case study at {MANY:,} to that at {FEW}, start-up taken off, one processor", growth, BUDGET_GROWTH),
        (
            f"cost a case study at {MANY:,} to that at {FEW}, start-up included",
            median(many.seconds) * FEW / median(few.seconds) / MANY,
            BUDGET_GROWTH,
        ),
        ("largest case study page, kB", many.largest_page, BUDGET_PAGE_KB),
    ]
    print("\n| ratio, median of rounds | measured | budget | |\n| --- | ---: | ---: | --- |")
    for name, measured, budget in checks:
        print(f"| {name} | {measured:.2f} | {budget} | {'ok' if 0 < measured <= budget else 'OVER'} |")
    print(f"\nBuild to that of plain in each round: {', '.join(f'{each:.2f}' for each in to_plain)}.")
    return 0 if all(0 < measured <= budget for _, measured, budget in checks) else 1


def marginal(less: Site, more: Site) -> float:
    """What one more case study costs with one processor, in seconds, between two sizes of a site.

    Of the quickest builds: a difference between small figures is lost in what else runs, which can only add to them.
    """
    return (min(more.alone) - min(less.alone)) / (more.cases - less.cases)
