"""`python3 dev.py bench`: sites of 13, 100 and 1,000 generated case studies, ours and plain, built in turn.

With `--reader`: what a reader's browser fetches and does, at 13 and at 1,000 case studies. With `--documents`: time and
size of the documents of 100 theories of change. With `--check`: what a contributor waits for, a check of one file and
of everything. With `--offline`: what an offline copy weighs, and how soon it finds words. With `--precision`: how often
the rules about content are right.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import precision
from benchmarks.checking import checks, own_environment
from benchmarks.content import write_content, write_plain
from benchmarks.documents import measure as measure_documents
from benchmarks.documents import write_theories
from benchmarks.measured import Measured, table
from benchmarks.offline import measure as measure_offline
from benchmarks.reader import measure

NONE, FEW, MANY = 13, 100, 1_000
"""Case studies: those that our own pages link to, and so start-up; then few; then many."""
PROMISED = 500
"""Case studies up to which an offline copy is promised to find words."""
BUDGET_TO_PLAIN = 0.5
BUDGET_GROWTH = 1.2
BUDGET_PAGE_KB = 100

OURS = """
site_name: Ours
edit_uri: https://example.org/edit/main/content/
docs_dir: content
theme: {name: material, font: false}
nav: []
plugins: [tenfold/library]
"""
SEARCHABLE = OURS.replace("[tenfold/library]", "[tenfold/library, tenfold/search]")
WITH_DOCUMENTS = OURS.replace("[tenfold/library]", "[tenfold/library, tenfold/documents]")
PLAIN = """
site_name: Plain
edit_uri: https://example.org/edit/main/content/
docs_dir: content
theme: {{name: material, font: false}}
nav: [index.md]
plugins: [{plugins}]
validation: {{nav: {{omitted_files: ignore}}}}
"""
MKDOCS = "from mkdocs.__main__ import cli; cli()"
ALONE = f"""
import os, sys
if sys.platform == "linux":
    os.sched_setaffinity(0, {{min(os.sched_getaffinity(0))}})
{MKDOCS}
"""


@dataclass
class Site:
    """A site to build, and how long each build of it took, in seconds."""

    name: str
    folder: Path
    cases: int
    seconds: list[float]
    alone: list[float] = field(default_factory=list)
    """The same with one processor: how the work grows, not from where on it is shared."""

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each site (default 3)")
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


def builds(rounds: int) -> int:
    """Compare builds; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        sites = prepare(Path(temporary))
        for name in (f"tenfold {NONE}", f"plain {FEW}"):  # what Python compiles is kept, as on anybody's machine
            build(sites[name].folder)
        for number in range(rounds):
            for site in sites.values():
                site.seconds.append(build(site.folder))
                if site.name.startswith("tenfold"):
                    site.alone.append(build(site.folder, alone=True))
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        return report(sites)


def reader() -> int:
    """Measure in a browser; 1 when a budget is broken."""
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as temporary:
        sites: dict[str, Site] = {}
        for cases in (NONE, MANY):
            add(sites, f"tenfold {cases}", Path(temporary), cases, SEARCHABLE)
        add(sites, "plain", Path(temporary), MANY, PLAIN.format(plugins="search"))
        for site in sites.values():
            print(f"building {site.name}", file=sys.stderr)
            build(site.folder)
        for cases in (NONE, MANY):
            plain = sites["plain"].folder / "site" if cases == MANY else None
            found += measure(sites[f"tenfold {cases}"].folder / "site", plain, cases)
    print(table(found, "case studies"))
    return 0 if all(each.ok for each in found) else 1


def documents(rounds: int) -> int:
    """Measure the documents of theories of change; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        sites: dict[str, Site] = {}
        add(sites, "without", Path(temporary), NONE, OURS)
        add(sites, "with", Path(temporary), NONE, WITH_DOCUMENTS)
        for site in sites.values():
            write_theories(site.folder / "content", FEW)
        for _ in range(rounds):
            for site in sites.values():
                site.seconds.append(build(site.folder))
        found = measure_documents(sites["without"].seconds, sites["with"].seconds, rounds)
    print(table(found, "theories"))
    return 0 if all(each.ok for each in found) else 1


def offline(rounds: int) -> int:
    """Measure offline copies in a browser; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        sites: dict[str, Site] = {}
        for cases in (NONE, FEW, PROMISED + 1):
            site = add(sites, f"offline {cases}", Path(temporary), cases, SEARCHABLE)
            print(f"building {site.name}", file=sys.stderr)
            build(site.folder)
        found = list(measure_offline({site.cases: site.folder / "site" for site in sites.values()}, rounds))
    print(table(found, "case studies"))
    return 0 if all(each.ok for each in found) else 1


def prepare(folder: Path) -> dict[str, Site]:
    """Every site to compare; they share nothing but the generated text."""
    sites: dict[str, Site] = {}
    for cases in (NONE, FEW, MANY):
        add(sites, f"tenfold {cases}", folder, cases, OURS)
    for cases in (FEW, MANY):
        add(sites, f"plain {cases}", folder, cases, PLAIN.format(plugins=""))
    add(sites, f"plain with search {MANY}", folder, MANY, PLAIN.format(plugins="search"))
    return sites


def add(sites: dict[str, Site], name: str, folder: Path, cases: int, config: str) -> Site:
    home = folder / name.replace(" ", "-")
    home.mkdir()
    (home / "mkdocs.yml").write_text(config, encoding="utf-8")
    if config in (OURS, SEARCHABLE, WITH_DOCUMENTS):
        write_content(home / "content", cases)
    else:
        write_plain(home / "content", cases)
    sites[name] = Site(name, home, cases, [])
    return sites[name]


def build(folder: Path, *, alone: bool = False) -> float:
    """Build with MkDocs in a process of its own; seconds.

    Args:
        folder: the project.
        alone: with one processor, where the system can say so.
    """
    start = time.perf_counter()
    environment = own_environment(folder.parent) | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", ALONE if alone else MKDOCS, "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return time.perf_counter() - start


def report(sites: dict[str, Site]) -> int:
    """Print the table and the budgets; 1 when one is broken."""
    print("| site | case studies | median build, s | ms a case study | largest page, kB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for site in sites.values():
        each = f"{1000 * site.median / site.cases:.2f}"
        print(
            f"| {site.name.rsplit(' ', 1)[0]} | {site.cases} | {site.median:.2f} | {each} | {largest_page(site):.0f} |"
        )
    base, few, many = sites[f"tenfold {NONE}"], sites[f"tenfold {FEW}"], sites[f"tenfold {MANY}"]
    growth = marginal(base, many) / marginal(base, few)
    checks = [
        (
            "build to that of plain MkDocs, search off on both sides",
            many.median / sites[f"plain {MANY}"].median,
            BUDGET_TO_PLAIN,
        ),
        (f"cost a case study at {MANY:,} to that at {FEW}, start-up taken off, one processor", growth, BUDGET_GROWTH),
        (
            f"cost a case study at {MANY:,} to that at {FEW}, start-up included",
            many.median * FEW / few.median / MANY,
            BUDGET_GROWTH,
        ),
        ("largest case study page, kB", largest_page(many), BUDGET_PAGE_KB),
    ]
    print("\n| ratio | measured | budget | |\n| --- | ---: | ---: | --- |")
    for name, measured, budget in checks:
        print(f"| {name} | {measured:.2f} | {budget} | {'ok' if measured <= budget else 'OVER'} |")
    return 0 if all(measured <= budget for _, measured, budget in checks) else 1


def marginal(less: Site, more: Site) -> float:
    """What one more case study costs with one processor, in seconds, between two sizes of a site."""
    return (statistics.median(more.alone) - statistics.median(less.alone)) / (more.cases - less.cases)


def largest_page(site: Site) -> float:
    """The largest page of a site, in kB of HTML."""
    return max(file.stat().st_size for file in (site.folder / "site").rglob("*.html")) / 1000


if __name__ == "__main__":
    sys.exit(main())
