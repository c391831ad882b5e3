"""How often the language rules are right: on labelled sentences, and how often they speak on real prose.

    python3 -m benchmarks.precision_of_language [--wrong]

Precision is the share of what a rule says that is right, recall the share of what it should say that it says. Prints a
table, and with --wrong every sentence that a rule gets wrong; 1 when the precision of a rule is below its budget.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tenfold.checking import Checked, check_content
from tenfold.loading import Unread
from tenfold.loading.yaml_document import Document
from tenfold.model import CaseStudy, Kind
from tenfold.teaching.abbreviations import known_to
from tenfold.teaching.advising import advise, remarks_on

PROJECT = Path(__file__).resolve().parent.parent
SENTENCES = PROJECT / "tests" / "cases" / "language" / "sentences.txt"
BUDGET = 0.95
RULES = (
    "deficit_language",
    "claim_of_proof",
    "claim_of_cause",
    "claim_of_significance",
    "claim_of_impact",
    "abbreviation",
    "long_sentence",
    "passive_wall",
)


@dataclass(frozen=True)
class Labelled:
    """A text, and the rules that should speak of it."""

    rules: frozenset[str]
    level: str
    text: str


@dataclass(frozen=True)
class Row:
    """How a rule does: what it says and should say, and how often it speaks on the real content."""

    rule: str
    wanted: int
    said: int
    right: int
    real: int

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def labelled() -> Iterator[Labelled]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rules, level, text = (part.strip() for part in line.split("|", 2))
            yield Labelled(frozenset(rules.split()) - {"-"}, level or "1", text)


def said_of(each: Labelled) -> frozenset[str]:
    """The rules that speak of a text, as a practice of a case study."""
    data = {"practices": [{"body": each.text}], "evidence": {"level": each.level, "basis": ""}}
    subject = Unread(Kind.CASE, "oak", CaseStudy, data, "oak.yml", Document(text=each.text))
    return frozenset(remark.rule for remark in remarks_on(subject, glossary()))


@cache
def real_content() -> Checked:
    return check_content(PROJECT / "content")


@cache
def glossary() -> frozenset[str]:
    return known_to(real_content().library.terms.values(), ())


def rows() -> list[Row]:
    """A row for each rule, in a stated order."""
    library = real_content().library
    real = Counter(
        remark.rule
        for advised in advise(library.entries.values(), library.terms.values())
        for remark in advised.remarks
    )
    found = [(each.rules, said_of(each)) for each in labelled()]
    return [
        Row(
            rule,
            sum(rule in wanted for wanted, _ in found),
            sum(rule in said for _, said in found),
            sum(rule in wanted and rule in said for wanted, said in found),
            real[rule],
        )
        for rule in RULES
    ]


def wrong() -> Iterator[str]:
    """Each text of which the rules say too much or too little."""
    for each in labelled():
        said = said_of(each)
        yield from (f"too much, {rule}: {each.text}" for rule in sorted(said - each.rules))
        yield from (f"missed, {rule}: {each.text}" for rule in sorted(each.rules - said))


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.precision_of_language")
    parser.add_argument("--wrong", action="store_true", help="every sentence that a rule gets wrong")
    options = parser.parse_args()
    print("| rule | labelled | said | precision | recall | on real prose |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    found = rows()
    for row in found:
        print(f"| {row.rule} | {row.wanted} | {row.said} | {row.precision:.2f} | {row.recall:.2f} | {row.real} |")
    if options.wrong:
        print("", *wrong(), sep="\n")
    return 0 if all(row.precision >= BUDGET for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
