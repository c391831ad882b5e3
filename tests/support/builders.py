"""Content for tests: a small invented knowledge base, and records made from it with a few fields changed."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tenfold.library import Library
from tenfold.loading import Entry
from tenfold.loading.yaml_document import Document
from tenfold.model import (
    Annotation,
    CaseStudy,
    Exercise,
    Framework,
    KeyFeature,
    Kind,
    LocalNote,
    ProsePage,
    Record,
    Resource,
    Source,
    Term,
    TheoryOfChange,
)

TESTS = Path(__file__).resolve().parent.parent
BASE = TESTS / "cases" / "base"
PROJECT = TESTS.parent
CONFIG = """
site_name: Small
docs_dir: content
nav: []
theme: {name: material, font: false}
plugins: [tenfold/library]
"""
"""mkdocs.yml of a site that has nothing but its records."""


def read(path: str) -> Any:
    """The data of a file of the base content, all values as text."""
    return copy.deepcopy(parsed(path))


@cache
def parsed(path: str) -> Any:
    return yaml.load((BASE / path).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # text only


def changed(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy of data with changes; a double underscore goes one level down: `setting__phase="primary"`."""
    data = copy.deepcopy(data)
    for path, value in changes.items():
        *around, last = path.split("__")
        place = data
        for part in around:
            place = place.setdefault(part, {})
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return data


def a_case_study(**changes: Any) -> CaseStudy:
    return CaseStudy.model_validate(changed(parsed("case_studies/oak.yml"), changes))


def a_feature(**changes: Any) -> KeyFeature:
    return KeyFeature.model_validate(changed(parsed("features/belonging-first.yml"), changes))


def a_framework(**changes: Any) -> Framework:
    return Framework.model_validate(changed(parsed("frameworks/fair-start.yml"), changes))


def a_source(**changes: Any) -> Source:
    return Source.model_validate(changed(parsed("sources.yml")["oak-report"], changes))


def a_term(**changes: Any) -> Term:
    return Term.model_validate(changed(parsed("glossary.yml")["late-mark"], changes))


def a_page(**changes: Any) -> ProsePage:
    return ProsePage.model_validate(changed({"title": "A page", "description": "It is one.", "body": "Text."}, changes))


def an_annotation(**changes: Any) -> Annotation:
    note = {"part": "title", "title": "The title", "works": "It says what they did."}
    one = {
        "title": "Oak, part by part",
        "summary": "Why it works.",
        "case": "oak",
        "advice": "Be brief.",
        "notes": [note],
    }
    return Annotation.model_validate(changed(one, changes))


def a_resource(**changes: Any) -> Resource:
    one = {
        "title": "Exampleton Inclusion Team",
        "summary": "Advice for schools before a pupil is suspended.",
        "group": "service",
        "publisher": "Exampleton Borough Council",
        "contact": {"name": "Inclusion Team", "phone": "020 7946 0000", "email": "inclusion@exampleton.example"},
        "features": ["belonging-first"],
        "cost": "free_locally",
        "sources": ["oak-report"],
        "reviewed": "2026-01-10",
    }
    return Resource.model_validate(changed(one, changes))


def a_note(on: str = "case:oak", **changes: Any) -> LocalNote:
    """A local note; changes as for case studies."""
    one = {"on": on, "text": "Here, call the team first.", "written": "2026-02-01"}
    return LocalNote.model_validate(changed(one, changes))


KINDS: dict[type[Record], Kind] = {
    CaseStudy: Kind.CASE,
    KeyFeature: Kind.FEATURE,
    Framework: Kind.FRAMEWORK,
    Exercise: Kind.EXERCISE,
    Resource: Kind.RESOURCE,
    LocalNote: Kind.NOTE,
    Annotation: Kind.ANNOTATION,
    Source: Kind.SOURCE,
    Term: Kind.TERM,
    TheoryOfChange: Kind.THEORY,
    ProsePage: Kind.PAGE,
}


def a_library(records: dict[str, Record] | None = None, **more: Record) -> Library:
    """A library of these records by id, with the base feature and source unless others of these ids are given.

    Ids with hyphens or slashes go into `records`; in keyword arguments an underscore stands for a hyphen.
    """
    found: dict[str, Record] = {"belonging-first": a_feature(in_practice=[{"title": "x", "body": "y"}])}
    found["oak-report"] = a_source()
    found |= records or {}
    found |= {id.replace("_", "-"): record for id, record in more.items()}
    return Library(
        Entry(KINDS[type(record)], id, record, f"content/{id}.yml", Document()) for id, record in found.items()
    )


def a_content_folder(into: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A content folder: the base content, with these files in place of or beside its own."""
    folder = into / "content"
    shutil.copytree(BASE, folder)
    for path, text in (files or {}).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
