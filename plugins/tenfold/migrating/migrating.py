"""Brings files from one record format to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tenfold.changing.papers import FRONT_MATTER, Paper
from tenfold.layout.parsing import tree_of
from tenfold.loading import yaml_text
from tenfold.migrating.steps import STEPS, Step
from tenfold.model.format import FORMAT

Files = Mapping[PurePosixPath, bytes]
"""By their paths below a content folder."""


class CannotMigrate(Exception):
    """A file cannot be brought to the new format, because it cannot be read."""

    def __init__(self, path: PurePosixPath, why: str) -> None:
        super().__init__(why)
        self.path = path


@dataclass(frozen=True)
class Migrated:
    """What became of some files: those that changed, and what the steps say."""

    files: Files
    says: tuple[str, ...]


@dataclass(frozen=True)
class Migrations:
    """The format that a Tenfold reads, and the steps that lead to it."""

    goal: int = FORMAT
    steps: Mapping[int, Step] = field(default_factory=dict)

    def apply(self, files: Files, start: int) -> Migrated:
        """Bring files to the goal.

        Args:
            files: those of a content folder, all of one format.
            start: that format; at most the goal.

        Raises:
            CannotMigrate: a file cannot be read.
        """
        steps = [self.steps[number] for number in range(start, self.goal)]
        changed = {}
        for path, raw in files.items():
            after = brought_on(path, raw, steps) if steps and path.suffix in (".yml", ".md") else raw
            if after != raw:
                changed[path] = after
        return Migrated(changed, tuple(step.says for step in steps))


OURS = Migrations(FORMAT, {step.start: step for step in STEPS})


def brought_on(path: PurePosixPath, raw: bytes, steps: list[Step]) -> bytes:
    """A file after some steps."""
    for step in steps:
        for edits in step.edits:
            paper = readable(path, raw)
            if paper is None:
                return raw
            found = list(edits(path, paper))
            raw = paper.with_edits(found) if found else raw
    return raw


def readable(path: PurePosixPath, raw: bytes) -> Paper | None:
    """A file as a paper, or None where it holds no fields, such as a page that is only being written."""
    paper = Paper(path, raw)
    why = next(faults(path, raw), "")
    if why:
        raise CannotMigrate(path, why)
    if path.suffix == ".md" and not paper.start:
        return None
    return paper if tree_of(paper.text[paper.start : paper.end]) is not None else None


def faults(path: PurePosixPath, raw: bytes) -> Iterator[str]:
    """What is wrong with the text of a file, in words."""
    text, faults = yaml_text.decode(raw)
    if not faults and path.suffix == ".md":
        front = FRONT_MATTER.match(text)
        faults = yaml_text.read(front.group(1).encode()).faults if front else []
    elif not faults:
        faults = yaml_text.read(raw).faults
    for fault in faults:
        if fault.rule != "empty":
            yield f"line {fault.line}: {fault.message}"
