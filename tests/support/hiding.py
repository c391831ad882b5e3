"""A local copy that leaves out one of each kind that it may, and has a case study of its own that speaks of all."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from tenfold.local.copy import LocalCopy
from tests.support.builders import read
from tests.support.copies import CONFIG, a_copy, own_case
from tests.support.exercises import EXERCISE
from tests.support.theories import THEORY

HERE = "https://www.exampleton.example/inclusion/"
THERE = "https://tenfold.example/"
HIDDEN = (
    *("annotation:oak-noted", "case:oak", "exercise:the-gate", "framework:fair-start", "page:toolkit/evidence"),
    *("resource:inclusion-team", "theory:hazel-lane"),
)
SETTINGS = f"address: {HERE}\nhide: [{', '.join(HIDDEN)}]\n"
SPOKEN_OF = (*HIDDEN, "framework:fair-start/know-everyone", "page:toolkit/evidence#levels")
LINKS = "It speaks of all of them. " + ", ".join(f"[{id}]({id})" for id in SPOKEN_OF) + "."
NAMES = {
    "case_studies/oak/": "Oakfield Infant School",
    "case_studies/oak/starting-theory/": "Oakfield Infant School",
    "contribute/examples/oak-noted/": "Oak, part by part",
    "exercises/the-gate/": "The gate: who meets whom in the morning",
    "frameworks/fair-start/": "The principles of a fair start",
    "frameworks/fair-start/know-everyone/": "Know everyone",
    "theories_of_change/hazel-lane/": "A calmer start to the day at Hazel Lane",
    "toolkit/evidence/": "How to read evidence",
}
"""Where a page of the original is left out, and what it is called there."""
LISTS = {"browse/challenge/attendance/", "matrix/framework-fair-start/"}
"""Lists that are left out with what stood on them."""
FORMER = {
    "case_studies/acorn/": "case_studies/oak/",
    "case_studies/acorn/starting-theory/": "case_studies/oak/starting-theory/",
    "exercises/the-door/": "exercises/the-gate/",
    "frameworks/fairness/": "frameworks/fair-start/",
    "frameworks/fairness/know-everyone/": "frameworks/fair-start/know-everyone/",
    "theories_of_change/hazel/": "theories_of_change/hazel-lane/",
    "toolkit/proof/": "toolkit/evidence/",
}
"""Addresses that what is left out used to have, and where they lead."""

EVIDENCE = (
    "---\ntitle: How to read evidence\ndescription: What levels mean.\naliases: [toolkit/proof]\n---\n"
    "## Levels\n\nText.\n"
)
CONTRIBUTE = "---\ntitle: Contribute\ndescription: Four ways in.\n---\nTell us.\n"
RESOURCE = {
    "title": "Exampleton Inclusion Team",
    "summary": "Advice for schools before a pupil is suspended.",
    "group": "service",
    "publisher": "Exampleton Borough Council",
    "link": "https://www.exampleton.example/inclusion",
    "sources": ["oak-report"],
    "reviewed": "2026-01-10",
    "aliases": ["exclusion-team"],
}
ANNOTATION = {
    "title": "Oak, part by part",
    "summary": "Why it works.",
    "case": "oak",
    "advice": "Be brief.",
    "notes": [{"part": "title", "title": "The title", "works": "It says what they did."}],
}


def upstream() -> dict[str, str]:
    """The files of an original with one of each kind, by path from the folder of the copy."""
    exercise: dict[str, Any] = {**copy.deepcopy(EXERCISE), "aliases": ["the-door"]}
    exercise["example"]["body"] = "They did it twice."
    theory = {**copy.deepcopy(THEORY), "aliases": ["hazel"]}
    study = read("case_studies/oak.yml")
    study["setting"]["name"] = NAMES["case_studies/oak/"]
    records = {
        "exercises/the-gate": exercise,
        "theories_of_change/hazel-lane": theory,
        "resources/inclusion-team": RESOURCE,
        "annotations/oak-noted": ANNOTATION,
        "frameworks/fair-start": {**read("frameworks/fair-start.yml"), "aliases": ["fairness"]},
        "case_studies/oak": {**study, "aliases": ["acorn"]},
    }
    pages = {"toolkit/evidence.md": EVIDENCE, "contribute/index.md": CONTRIBUTE}
    texts = {f"{path}.yml": yaml.safe_dump(data, sort_keys=False) for path, data in records.items()} | pages
    return {f"upstream/content/{path}": text for path, text in texts.items()}


def whole_config() -> str:
    """The mkdocs.yml of a copy with everything that a copy can have."""
    return CONFIG.replace("tenfold/library]", "tenfold/library, tenfold/search, tenfold/documents]")


def own() -> str:
    """A case study of the copy that speaks of all that the copy leaves out."""
    text = own_case().replace("  - attendance", "  - belonging")
    return text.replace("The school stands in a town that does not exist.", LINKS)


def a_hiding_copy(folder: Path, settings: str = SETTINGS, files: dict[str, str] | None = None) -> LocalCopy:
    """A local copy in a folder that hides one of each kind, with these files more."""
    return a_copy(folder, settings, {**upstream(), "content/case_studies/elm.yml": own(), **(files or {})})
