"""The schemas that there are: what each is called, which records it describes, which files these lie in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind, Record

FOLDER = "schemas"
"""Where a project keeps the schemas, beside its content folder; and where a site has them."""


@dataclass(frozen=True)
class Shape:
    """What a file of a kind looks like: one record, or a collection of records by their ids."""

    name: str
    kind: Kind
    model: type[Record]
    files: str
    """Its files in the content folder: `case_studies/*.yml`."""
    collection: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.json"


def singular(folder: str) -> str:
    """What one record of a folder is called: `case-study` for `case_studies`."""
    words = [re.sub("s$", "", re.sub("ies$", "y", word)) for word in folder.split("_")]
    return "-".join(words)


SHAPES = (
    *(Shape(singular(folder), kind, model, f"{folder}/*.yml") for folder, (kind, model) in FOLDERS.items()),
    *(Shape(PurePosixPath(file).stem, kind, model, file, True) for file, (kind, model) in COLLECTIONS.items()),
)
"""Every schema, in the order in which content is described."""


def shape_of(path: PurePosixPath) -> Shape | None:
    """The schema for a file of the content folder, if it has one."""
    depth = len(path.parts)
    return next((shape for shape in SHAPES if path.match(shape.files) and shape.files.count("/") == depth - 1), None)


def modeline(path: PurePosixPath) -> str:
    """The first line of a file of the content folder, by which an editor finds its schema; empty for other files."""
    shape = shape_of(path)
    if shape is None:
        return ""
    up = "../" * len(path.parts)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{shape.file}"
