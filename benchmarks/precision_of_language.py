"""How often the language rules are right: on labelled sentences, and how often they speak on real prose.

    python3 -m benchmarks.precision_of_language [--misses]

Precision is the share of what a rule says that is right, recall the share of what it should say that it says. Prints a
table, and with --misses every sentence that a rule gets wrong; 1 when the precision of a rule is below its budget.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
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
SENTENCES = PROJECT / "tests" / "cases" / "sentences" / "language.txt"
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
    """How often a rule was right, said too much or missed something, and how often it speaks of the real content."""

    rule: str
    right: int
    wrong: int
    missed: int
    real: int
    misses: tuple[str, ...] = ()
    """The texts of which it said too much or too little, with a word for which."""

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


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
    judged = [(each, said_of(each)) for each in labelled()]
    return [row_of(rule, judged, real[rule]) for rule in RULES]


def row_of(rule: str, judged: Sequence[tuple[Labelled, frozenset[str]]], real: int) -> Row:
    wrong = [f"wrongly finds: {each.text}" for each, said in judged if rule in said - each.rules]
    missed = [f"misses: {each.text}" for each, said in judged if rule in each.rules - said]
    right = sum(rule in each.rules & said for each, said in judged)
    return Row(rule, right, len(wrong), len(missed), real, (*wrong, *missed))


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.precision_of_language")
    parser.add_argument("--misses", action="store_true", help="every sentence that a rule gets wrong")
    options = parser.parse_args()
    print("| rule | right | wrong | missed | precision | recall | in our content |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    found = rows()
    for row in found:
        counts = f"{row.right} | {row.wrong} | {row.missed} | {row.precision:.2f} | {row.recall:.2f} | {row.real}"
        print(f"| {row.rule} | {counts} |")
        if options.misses:
            print("".join(f"    {each}\n" for each in row.misses), end="")
    return 0 if all(row.precision >= BUDGET for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
