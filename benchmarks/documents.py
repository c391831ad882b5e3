"""What the documents of theories of change cost: time beside the rest of the build, growth, and size."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.content import sentence, terms
from benchmarks.measured import Measured
from tenfold.documents import About, Document, documents_of
from tenfold.model import TheoryOfChange
from tenfold.model.theory import ACTIVITIES, AIMS, FACTORS, MECHANISMS, OUTCOMES, PARTS
from tenfold.model.vocabulary import Licence

SIZES = {ACTIVITIES: 7, FACTORS: 5, MECHANISMS: 7, OUTCOMES: 6, AIMS: 2}
"""Items in each part: as many as the worked example has."""
NEXT = {ACTIVITIES: MECHANISMS, FACTORS: MECHANISMS, MECHANISMS: OUTCOMES, OUTCOMES: AIMS}
FEW, MANY = 10, 100
BUDGET_TO_SITE, BUDGET_GROWTH = 2.5, 1.2
BUDGET_KB_EACH, BUDGET_KB_THEORY = 40, 60
ABOUT = About("The benchmark", "https://example.org/", Licence.CC_BY, date(2026, 1, 1))


def theory(number: int) -> dict[str, Any]:
    """A theory of change as large as the worked example, each item leading to one or two of the next part."""
    chance = random.Random(number)
    return {
        "title": f"How school {number} means to change its mornings",
        "summary": sentence(chance, 25, terms()),
        "status": "published",
        "drafted_by": "toolkit",
        "challenge": sentence(chance, 30, terms()),
        **{part: [item(chance, part, place) for place in range(SIZES[part])] for part in PARTS},
        "provenance": {
            "sources": ["rsa-toolkit"],
            "written_by": "The benchmark",
            "agreed_by_setting": "no",
            "published": "2026-01-01",
            "reviewed": "2026-01-01",
            "review_by": "2027-01-01",
            "licence": "CC-BY-4.0",
        },
    }


def item(chance: random.Random, part: str, place: int) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name(part, place), "text": sentence(chance, 25, terms())}
    if part in NEXT:
        further, size = NEXT[part], SIZES[NEXT[part]]
        # Its neighbour, so that something leads to each, and one by chance, so that curves cross.
        leads_to = dict.fromkeys([place % size, chance.randrange(size)])
        found["leads_to"] = [name(further, to) for to in leads_to]
    if part == ACTIVITIES:
        found |= {"who": "The deputy head", "when": "Every week"}
    if part == OUTCOMES:
        found["indicators"] = [{"measure": "Attendance, per cent", "baseline": "91", "target": "94", "by_when": "2027"}]
    return found


def name(part: str, place: int) -> str:
    return f"{part.replace('_', '-')}-{place + 1}"


def write_theories(folder: Path, number: int) -> None:
    """Add generated theories of change to a content folder."""
    for each in range(number):
        text = yaml.dump(theory(each), Dumper=yaml.CSafeDumper, sort_keys=False, width=110)
        (folder / "theories_of_change" / f"invented-{each}.yml").write_text(text, encoding="utf-8")


def measure(without: Sequence[float], with_documents: Sequence[float], rounds: int) -> list[Measured]:
    """The figures, with budgets.

    Args:
        without: seconds of each build of a site of 100 theories without documents.
        with_documents: seconds of each build of the same site with them.
        rounds: how often to make the documents alone; the median counts.
    """
    theories = [TheoryOfChange.model_validate(theory(number)) for number in range(MANY)]
    few = seconds(lambda: make(theories[:FEW]), rounds)
    many = seconds(lambda: make(theories), rounds)
    made = make(theories)
    whole = statistics.median(with_documents) / statistics.median(without)
    each = [len(document.content) / 1000 for documents in made for document in documents]
    found = [
        Measured("build with documents to the same build without", MANY, whole, "", BUDGET_TO_SITE),
        Measured(f"cost a theory, to that at {FEW}", MANY, many * FEW / few / MANY, "", BUDGET_GROWTH),
        Measured("time a theory, three documents", MANY, 1000 * many / MANY, "ms"),
        Measured("size a theory, three documents", MANY, sum(each) / MANY, "kB", BUDGET_KB_THEORY),
        Measured("largest document", MANY, max(each), "kB", BUDGET_KB_EACH),
    ]
    return [*found, *sizes(made)]


def make(theories: Sequence[TheoryOfChange]) -> list[tuple[Document, ...]]:
    return [documents_of(f"invented-{number}", each, ABOUT) for number, each in enumerate(theories)]


def sizes(made: Sequence[tuple[Document, ...]]) -> list[Measured]:
    kinds = zip(*made, strict=True)
    return [
        Measured(
            f"{documents[0].label}, mean size", MANY, sum(len(one.content) for one in documents) / MANY / 1000, "kB"
        )
        for documents in kinds
    ]


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The median time of some work that was done once before."""
    work()
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)
