"""How often the rules are right: on labelled sentences, all invented, and on the project's own content.

`python3 dev.py bench --precision`, or `python -m benchmarks.precision --misses` to see what was missed or wrong.
Another module of rules brings rows of its own: `OTHER_ROWS` names it.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tenfold.library import Library
from tenfold.loading import load_content
from tenfold.loading.content import Content
from tenfold.safeguarding import check_safeguarding, rules
from tenfold.safeguarding.publication import published
from tenfold.safeguarding.said import all_said

PROJECT = Path(__file__).resolve().parent.parent
SENTENCES = PROJECT / "tests/cases/sentences/safeguarding.txt"
OTHER_ROWS = ("benchmarks.precision_of_language",)
"""Modules with a `rows()` of their own, counted in the same table where they are there."""
SETTING = {"kind": "school", "name": "Oak Primary School", "place": "Anytown"}
PREFIX = "safeguarding-"
BUDGET = 0.95


@dataclass
class Row:
    """How one rule did: what it found that it should, what it should not, what it missed; what it finds in earnest."""

    rule: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    real: int = 0
    """Findings in the project's own content."""
    misses: list[str] = field(default_factory=list)
    """The sentences on which it was wrong, with a sign for which way."""

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def sentences(file: Path = SENTENCES) -> Iterator[tuple[frozenset[str], str]]:
    """The labelled sentences: the rules that should find something, and the text."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names, _, text = line.partition(": ")
            yield frozenset() if names == "none" else frozenset(names.split(", ")), text


def found_in(text: str) -> frozenset[str]:
    """The rules that find something in a sentence, without their common start."""
    said = all_said({"setting": SETTING, "context": text})
    return frozenset(rule.name.removeprefix(PREFIX) for rule in rules() if any(True for _ in rule.find(said)))


def rows() -> list[Row]:
    """A row for each safeguarding rule."""
    table = {rule.name.removeprefix(PREFIX): Row(rule.name) for rule in rules()}
    for wanted, text in sentences():
        count(table, wanted, found_in(text), text)
    for problem in real_findings():
        table[problem.removeprefix(PREFIX)].real += 1
    return list(table.values())


def count(table: dict[str, Row], wanted: frozenset[str], found: frozenset[str], text: str) -> None:
    for name, row in table.items():
        row.right += name in wanted & found
        row.wrong += name in found - wanted
        row.missed += name in wanted - found
        if name in wanted ^ found:
            row.misses.append(f"{'wrongly finds' if name in found else 'misses'}: {text}")


def real_findings() -> Iterator[str]:
    content: Content = load_content(PROJECT / "content")
    library = Library(content.entries)
    known = {rule.name for rule in rules()}
    checked = check_safeguarding(content.files, published(library.sources))
    yield from (problem.rule for problem in checked.problems if problem.rule in known)


def all_rows() -> list[Row]:
    found = rows()
    for name in OTHER_ROWS:
        if importlib.util.find_spec(name):
            found += importlib.import_module(name).rows()
    return found


def report(*, misses: bool = False) -> int:
    """Print the table; 1 when a rule is below its budget."""
    found = all_rows()
    print(f"{sum(1 for _ in sentences())} labelled sentences on safeguarding, and the project's own content\n")
    print("| rule | right | wrong | missed | precision | recall | in our content | |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    for row in found:
        verdict = "ok" if row.precision >= BUDGET else "BELOW"
        print(
            f"| {row.rule} | {row.right} | {row.wrong} | {row.missed} | {row.precision:.2f} | {row.recall:.2f} "
            f"| {row.real} | {verdict} |"
        )
        if misses:
            print("".join(f"    {each}\n" for each in row.misses), end="")
    grown = growth()
    print(f"\n20,000 hostile signs take {grown:.1f} times as long as 5,000, at worst; 4 is in line with their length")
    return 0 if all(row.precision >= BUDGET for row in found) and grown <= MOST_GROWTH else 1


HOSTILE = (
    *("07700 900123 ", "3 ", "3 of ", "3 a b c ", "of the 24 pupils 21 left ", "a pupil called ", "Zofia (Year 4), "),
    *(
        "@a.",
        "a@b.c@",
        "0 0 ",
        "0-",
        "| 3 ",
        "(",
        "born 1/1/11 ",
        "number of pupils was ",
        "Rett syndrome year 5 a boy ",
    ),
    *(
        "LS99 9ZZ ",
        "three pupils were excluded ",
        "n = 3 ",
        "B8",
        "\n",
        ". ",
        " ",
        "#",
        " #",
        "[a](source:",
        "one of them ",
    ),
)
MOST_GROWTH = 8.0
SMALL, LARGE = 5_000, 20_000


def growth() -> float:
    """How much longer four times as much hostile text takes, at worst."""
    return max(seconds(unit, LARGE) / seconds(unit, SMALL) for unit in HOSTILE)


def seconds(unit: str, length: int) -> float:
    """Time of the processor for all rules on a text of one unit over and over, the best of some."""
    text = (unit * length)[:length]
    times = []
    for _ in range(ROUNDS):
        said = all_said({"setting": SETTING, "context": text})
        start = time.process_time()
        for rule in rules():
            sum(1 for _ in rule.find(said))
        times.append(time.process_time() - start)
    return min(times)


ROUNDS = 5


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="benchmarks.precision")
    options.add_argument("--misses", action="store_true", help="show each sentence on which a rule is wrong")
    sys.exit(report(misses=options.parse_args().misses))
