"""Generated content: seeded, invented, as large as real case studies, as a Tenfold folder and as plain Markdown."""

from __future__ import annotations

import random
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tenfold.model.vocabulary import Challenge, Need, Phase, Region, SettingKind

BASE = Path(__file__).resolve().parent.parent / "content"
WORDS = [
    "school",
    "pupil",
    "staff",
    "team",
    "family",
    "morning",
    "lesson",
    "circle",
    "week",
    "term",
    "year",
    "door",
    "plan",
    "note",
    "visit",
    "call",
    "room",
    "garden",
    "kitchen",
    "listen",
    "speak",
    "greet",
    "meet",
    "share",
    "record",
    "review",
    "repair",
    "settle",
    "return",
    "notice",
    "explain",
    "agree",
    "practise",
    "coach",
    "support",
    "lead",
    "early",
    "shared",
    "calm",
    "known",
    "steady",
    "small",
    "trusted",
    "weekly",
    "daily",
    "local",
    "open",
    "clear",
    "kind",
]
GLUE = [
    "the",
    "a",
    "each",
    "every",
    "their",
    "this",
    "with",
    "and",
    "for",
    "to",
    "at",
    "in",
    "after",
    "before",
    "when",
    "so",
    "that",
    "by",
    "of",
]


def sentence(chance: random.Random, words: int, terms: list[str]) -> str:
    """One line of such text, of at most 190 signs."""
    return " ".join(prose(chance, words, terms).split("\n\n")[0].split())[:190]


MARKUP = """Three things **hold it together**, as [a report](https://example.org/report) has it:

- the adults *greet* each pupil
- somebody notes who is late
- and somebody asks why"""


def prose(chance: random.Random, words: int, terms: list[str]) -> str:
    """Sentences of invented text, a term of the glossary in one sentence of six, a paragraph every six sentences."""
    paragraphs: list[str] = [""]
    while words > 0:
        length = chance.randint(9, 18)
        sentence = [chance.choice(GLUE if place % 2 else WORDS) for place in range(length)]
        if chance.random() < 1 / 6:
            sentence[chance.randrange(length)] = chance.choice(terms)
        paragraphs[-1] += " ".join(sentence).capitalize() + ". "
        words -= length
        if chance.random() < 1 / 6:
            paragraphs.append("")
    found = [paragraph.strip() for paragraph in paragraphs if paragraph]
    # Half of the prose in the real case studies holds markup, so half of this does.
    return "\n\n".join([*found, MARKUP] if chance.random() < 1 / 2 else found)


def case_study(number: int, features: list[str], source: str, terms: list[str]) -> dict[str, Any]:
    """A case study of about 13 kB, as the longer real ones have."""
    chance = random.Random(number)
    figure = {"unit": "percent", "source": source, "period": "2019 to 2024"}
    return {
        "title": f"How school {number} changed its mornings",
        "summary": sentence(chance, 30, terms),
        "status": "published",
        "setting": {
            "kind": chance.choice(list(SettingKind)).value,
            "name": f"Invented School {number}",
            "phase": chance.choice(list(Phase)).value,
            "place": f"Anytown {number % 50}",
            "region": chance.choice(list(Region)).value,
        },
        "features": chance.sample(features, 4),
        "needs": [word.value for word in chance.sample(list(Need), 2)],
        "challenges": [word.value for word in chance.sample(list(Challenge), 3)],
        "context": prose(chance, 300, terms),
        "in_numbers": [
            {"label": sentence(chance, 5, terms), "value": str(chance.randint(10, 99)), **figure} for _ in range(4)
        ],
        "practices": [
            {"title": f"Practice {place}", "body": prose(chance, 215, terms), "examples": ["A small example of it."]}
            for place in range(1, 5)
        ],
        "implementation": [
            {"question": f"How was part {place} done?", "answer": prose(chance, 130, terms)} for place in range(1, 6)
        ],
        "outcomes": [
            {"statement": "More pupils came.", "before": "90", "after": "94", "unit": "percent", "source": source}
        ],
        "evidence": {"level": "2", "basis": "Registers.", "limitations": "No comparison group."},
        "provenance": {
            "sources": [source],
            "written_by": "The benchmark",
            "agreed_by_setting": "no",
            "published": "2026-01-01",
            "reviewed": "2026-01-01",
            "review_by": "2027-01-01",
            "licence": "CC-BY-4.0",
        },
    }


def write_content(folder: Path, cases: int) -> None:
    """A Tenfold content folder: our features, sources, glossary and pages, and this many generated case studies.

    Without what holds on to the real ones: notes on their parts, and the addresses that were made public.
    """
    shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns("case_studies", "annotations", "urls.txt"))
    studies = folder / "case_studies"
    studies.mkdir()
    real = sorted(path.stem for path in (BASE / "case_studies").glob("*.yml"))
    features = sorted(path.stem for path in (BASE / "features").glob("*.yml"))
    for number in range(cases):
        # The pages of the toolkit speak of real case studies: the first generated ones stand in for them.
        name = real[number] if number < len(real) else f"invented-{number}"
        study = case_study(number, features, "rsa-toolkit", terms())
        text = yaml.dump(study, Dumper=yaml.CSafeDumper, sort_keys=False, width=110)
        (studies / f"{name}.yml").write_text(text, encoding="utf-8")


@cache
def terms() -> list[str]:
    glossary = yaml.safe_load((BASE / "glossary.yml").read_text(encoding="utf-8"))
    return [term["term"] for term in glossary.values()]


def write_plain(folder: Path, cases: int) -> None:
    """The same case studies as Markdown pages for plain MkDocs."""
    studies = folder / "case_studies"
    studies.mkdir(parents=True)
    features = sorted(path.stem for path in (BASE / "features").glob("*.yml"))
    (folder / "index.md").write_text("# Case studies\n\nPlain pages.\n", encoding="utf-8")
    for number in range(cases):
        case = case_study(number, features, "rsa-toolkit", terms())
        (studies / f"invented-{number}.md").write_text(as_markdown(case), encoding="utf-8")


def as_markdown(case: dict[str, Any]) -> str:
    """A case study as somebody would write it for plain MkDocs."""
    lines = [
        f"# {case['title']}",
        case["summary"],
        "",
        f"Features: {', '.join(case['features'])}",
        "",
        "## In numbers",
        "",
    ]
    lines += [f"- {figure['label']}: {figure['value']} ({figure['period']})" for figure in case["in_numbers"]]
    lines += ["", "## Context", "", case["context"], "", "## What they did", ""]
    for practice in case["practices"]:
        lines += [
            f"### {practice['title']}",
            "",
            practice["body"],
            "",
            *(f"- {text}" for text in practice["examples"]),
            "",
        ]
    lines += ["## How they did it", ""]
    for item in case["implementation"]:
        lines += [f"### {item['question']}", "", item["answer"], ""]
    lines += ["## What changed", "", *(f"- {outcome['statement']}" for outcome in case["outcomes"])]
    return "\n".join(lines)
