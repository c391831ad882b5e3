"""Local copies for tests: of an authority that does not exist, with the base content as the original."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tenfold.local.copy import LocalCopy, read_copy
from tests.support.builders import BASE

SETTINGS = """\
name: Inclusion in Exampleton
authority: Exampleton Borough Council
"""
MANIFEST = {"original": {"name": "Tenfold", "site": "https://tenfold.example/"}, "day": "2026-11-01"}
CONFIG = """\
site_name: A local copy
docs_dir: content
nav: []
theme: {name: material, font: false, custom_dir: overrides}
plugins: [tenfold/local, tenfold/library]
"""


def own_case(name: str = "Elm Primary School", **replaced: str) -> str:
    """A case study of a copy, from that of the base content, with some words replaced."""
    text = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8").replace("Oak Primary School", name)
    for old, new in replaced.items():
        text = text.replace(old, new)
    return text


def a_copy(folder: Path, settings: str = "", files: dict[str, str] | None = None) -> LocalCopy:
    """A local copy in a folder, with more settings than the name, and these files below it."""
    shutil.copytree(BASE, folder / "upstream/content")
    for path in ("content", "overrides"):
        (folder / path).mkdir()
    (folder / "upstream/bundle.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "local.yml").write_text(SETTINGS + settings, encoding="utf-8")
    for path, text in (files or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return read_copy(folder)
