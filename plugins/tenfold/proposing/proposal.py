"""What a proposal is: the files of the original that it adds or changes, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from tenfold.checking import Checked
from tenfold.loading import Entry
from tenfold.loading.placing import COLLECTIONS
from tenfold.local.copy import OWN
from tenfold.model import CaseStudy, Kind
from tenfold.problems import Problem

CONTENT = OWN
"""Where the original has its records: a folder of the same name as that in which a copy has its own."""
Key = tuple[Kind, str]


@dataclass(frozen=True)
class Proposal:
    """A record of a copy with what belongs to it, in the form that the original would have it in.

    Paths start below the content folder.
    """

    keys: tuple[Key, ...]
    """What it adds or changes, the record that it is about first."""
    before: Mapping[PurePosixPath, bytes]
    """The files of the original that it changes, as they are there; new ones are not in it."""
    after: Mapping[PurePosixPath, bytes]
    """The files as they will be."""
    added: Mapping[PurePosixPath, bytes]
    """Of a list of records, those alone that are added or changed."""
    checked: Checked
    """The content of the original with all this in it, and what is said of it."""
    changed: frozenset[Key] = frozenset()
    """Of the keys, those that the original has already."""
    advice: tuple[Problem, ...] = ()
    """What could be better, at the lines of the copy."""
    comments: int = 0
    """How many comments stay behind."""
    notes: int = 0
    """How many local notes on it stay behind."""
    left_out: tuple[str, ...] = ()
    """What it mentioned and no longer does."""

    @property
    def kind(self) -> Kind:
        return self.keys[0][0]

    @property
    def id(self) -> str:
        return self.keys[0][1]

    @property
    def name(self) -> str:
        """A name for it in files and branches: `case-study-elm`."""
        return f"{self.kind.noun.replace(' ', '-')}-{self.id}"

    @property
    def is_change(self) -> bool:
        """Whether it changes a record that the original has."""
        return self.keys[0] in self.changed

    @cached_property
    def entry(self) -> Entry:
        """The record that it is about, in the file that the original will have."""
        return self.checked.library.entries[self.keys[0]]

    @property
    def study(self) -> CaseStudy | None:
        """The case study, if it is about one."""
        return self.entry.record if isinstance(self.entry.record, CaseStudy) else None

    @property
    def title(self) -> str:
        """What it is called, on one line."""
        verb = "Change to the" if self.is_change else "New"
        name = self.checked.library.title(*self.keys[0])
        named = f"{self.study.title} ({name})" if self.study else name
        return f"{verb} {self.kind.noun}: {named}"

    def is_list(self, path: PurePosixPath) -> bool:
        """Whether a file holds many records."""
        return str(path) in COLLECTIONS
