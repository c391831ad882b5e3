"""The files of a content folder as texts in which everything has its exact place, ready for changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from tenfold.layout.parsing import tree_of
from tenfold.layout.tree import Group, Part, part_at
from tenfold.loading import yaml_text
from tenfold.loading.yaml_faults import Path as Where

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
BODY: Where = ("body",)


@dataclass(frozen=True)
class Edit:
    """A stretch of a text that is written over, from 0."""

    start: int
    end: int
    new: str


class Paper:
    """A file that can be read, and the place of each field in its text. Pages have fields above and a body below."""

    def __init__(self, path: PurePosixPath, raw: bytes) -> None:
        self.path = path
        self.raw = raw
        self.text, _ = yaml_text.decode(raw)
        front = FRONT_MATTER.match(self.text) if path.suffix == ".md" else None
        self.start, self.end = (front.start(1), front.end(1)) if front else (0, len(self.text))
        self.body = front.end() if front else len(self.text)

    @cached_property
    def tree(self) -> Group:
        found = tree_of(self.text[self.start : self.end])
        assert found is not None, "only what is a record is changed"
        return found

    def part(self, where: Where) -> Part | None:
        """A field or an entry; its places count from `start`."""
        return part_at(self.tree, where)

    def span(self, where: Where) -> tuple[int, int]:
        """Where the value of a field starts and ends in the text."""
        if self.path.suffix == ".md" and where == BODY:
            return self.body, len(self.text)
        part = self.part(where)
        assert part is not None, f"{where} was read from {self.path}"
        return self.start + part.node.start, self.start + part.node.end

    def with_edits(self, edits: list[Edit]) -> bytes:
        """The file with changes in it, its line breaks as they were."""
        text, last = "", 0
        for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end)):
            if edit.start >= last:
                text += self.text[last : edit.start] + edit.new
                last = edit.end
            elif edit.start == edit.end:
                text += edit.new  # what was to be added behind something that is taken out
        text += self.text[last:]
        return (text.replace("\n", "\r\n") if b"\r\n" in self.raw else text).encode()


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines that a stretch of text stands on, with the line break behind them."""
    below = text.find("\n", max(end - 1, start))
    return text.rfind("\n", 0, start) + 1, len(text) if below < 0 else below + 1
