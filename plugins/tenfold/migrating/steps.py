"""The steps from each record format to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from tenfold.changing.papers import Edit, Paper

Edits = Callable[[PurePosixPath, Paper], Iterable[Edit]]
"""From the path of a file below its content folder, and the file, to what changes in it: nothing where all is new."""


@dataclass(frozen=True)
class Step:
    """How files of one format become files of the next.

    `edits` is made with the functions of `tenfold.migrating.edits`, one for each thing that changes. A file that is in
    the new format already stays as it is.
    """

    start: int
    """The format that it starts from; it leads to the next."""
    says: str
    """What changes, as a sentence for people who write records."""
    edits: tuple[Edits, ...]


STEPS: tuple[Step, ...] = ()
"""All of them, in order. There is one format yet."""
