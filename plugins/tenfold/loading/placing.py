"""Which kind of record a file holds by where it lies, and what is wrong with a name or a place."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from tenfold.model import (
    Annotation,
    CaseStudy,
    Exercise,
    Framework,
    KeyFeature,
    Kind,
    LocalNote,
    Record,
    Resource,
    Source,
    Term,
    TheoryOfChange,
)
from tenfold.model.base import ID, RESERVED
from tenfold.problems import Problem, did_you_mean

FOLDERS: dict[str, tuple[Kind, type[Record]]] = {
    "case_studies": (Kind.CASE, CaseStudy),
    "features": (Kind.FEATURE, KeyFeature),
    "frameworks": (Kind.FRAMEWORK, Framework),
    "theories_of_change": (Kind.THEORY, TheoryOfChange),
    "exercises": (Kind.EXERCISE, Exercise),
    "resources": (Kind.RESOURCE, Resource),
    "annotations": (Kind.ANNOTATION, Annotation),
    "notes": (Kind.NOTE, LocalNote),
}
"""Folders with one record a file, named by its id."""

COLLECTIONS: dict[str, tuple[Kind, type[Record]]] = {
    "sources.yml": (Kind.SOURCE, Source),
    "glossary.yml": (Kind.TERM, Term),
}
"""Files with many short records, each under its id."""

LEDGER = "urls.txt"
"""The list of the addresses that were made public. It holds no records."""

PROSE_FOLDERS = ("toolkit", "about", "contribute")
"""Folders of Markdown pages; `index.md` stands beside them."""

BLOCKS = "home"
"""The folder of the blocks of the home page that take the place of ours, each a Markdown file of its name."""
BLOCK_NAMES = ("welcome", "local", "features", "read-one", "make-it-work")

MADE = ("contribute/fields", "contribute/examples")
"""Below these the site makes pages of its own."""


def is_made(address: str) -> bool:
    """Whether the site makes a page of its own at an address, or may."""
    return any(address == made or address.startswith(f"{made}/") for made in MADE)


LAYOUT = (
    "Content is case_studies/, features/, frameworks/, theories_of_change/, exercises/, resources/, annotations/, "
    "notes/ (.yml), "
    "sources.yml, glossary.yml, toolkit/, about/, contribute/ (.md)."
)


def misplaced(path: PurePosixPath, shown: str) -> Problem | None:
    """The problem with a file's name or place, if there is one."""
    name, folder = path.name, path.parts[0] if len(path.parts) > 1 else ""
    if str(path) in COLLECTIONS or str(path) == "index.md":
        return None
    if folder in FOLDERS:
        return misplaced_record(path, shown)
    if folder in PROSE_FOLDERS:
        return misplaced_page(path, shown)
    if folder == BLOCKS:
        return misplaced_block(path, shown)
    known = [*FOLDERS, *PROSE_FOLDERS, *COLLECTIONS]
    hint = did_you_mean(folder or name, known) + LAYOUT
    return Problem(shown, 1, 1, "", "nothing is known of a file here.", hint, "place")


def misplaced_record(path: PurePosixPath, shown: str) -> Problem | None:
    if len(path.parts) > 2:
        hint = f"Move it up, into {path.parts[0]}/."
        return Problem(shown, 1, 1, "", "records lie directly in their folder, not deeper.", hint, "place")
    if path.suffix != ".yml":
        hint = f'Rename it to "{better_name(path.name.partition(".")[0])}.yml".' if is_text(path) else YAML_HINT
        return Problem(shown, 1, 1, "", "only .yml files belong in this folder.", hint, "file_kind")
    return bad_name(path.stem, shown)


def misplaced_page(path: PurePosixPath, shown: str) -> Problem | None:
    if path.suffix != ".md":
        hint = "Pages are Markdown files: name.md. Records have folders of their own."
        return Problem(shown, 1, 1, "", "only .md files belong in this folder.", hint, "file_kind")
    if is_made(str(path.with_suffix(""))):
        hint = "Choose another name, or another folder."
        return Problem(shown, 1, 1, "", "the site makes pages of its own at this address.", hint, "file_name")
    names = [*path.parts[1:-1], *([] if path.stem == "index" else [path.stem])]
    return next(filter(None, (bad_name(name, shown) for name in names)), None)


def misplaced_block(path: PurePosixPath, shown: str) -> Problem | None:
    if len(path.parts) == 2 and path.suffix == ".md" and path.stem in BLOCK_NAMES:
        return None
    hint = did_you_mean(path.stem, BLOCK_NAMES) + f"The blocks are {', '.join(BLOCK_NAMES)}, each a .md file."
    return Problem(shown, 1, 1, "", "the home page has no block of this name.", hint, "block")


YAML_HINT = "Records are YAML files: name.yml."


def is_text(path: PurePosixPath) -> bool:
    """Whether a file of another ending is most likely a record: Notepad saves name.yml.txt and does not show it."""
    return path.suffix.lower() in {".yaml", ".yml", ".txt"}


def better_name(stem: str) -> str:
    """A name near to this one that can be an address, or "name" when there is none."""
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    near = re.sub(r"[^a-z0-9]+", "-", letters.lower().replace("'", "")).strip("-")[:60].strip("-")
    return near if ID.fullmatch(near) and near not in RESERVED else "name"


def bad_name(stem: str, shown: str) -> Problem | None:
    if stem in RESERVED:
        message = "Windows keeps this name for itself."
        return Problem(shown, 1, 1, "", message, "Choose another.", "file_name")
    if ID.fullmatch(stem):
        return None
    near = better_name(stem)
    hint = f'Rename it to "{near}", for example. ' if near != "name" else ""
    hint += "Use 3 to 60 small letters, digits and single hyphens."
    return Problem(shown, 1, 1, "", "this name cannot be an address.", hint, "file_name")
