"""A YAML text that was read: its data, and where each part of it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tenfold.loading.yaml_faults import Fault, Path

MAX_BYTES = 256_000
MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_SCALAR = 20_000
SIZE_HINT = "A case study is about 13 kB: shorten it, or split it in two."
BOMBS = {"alias", "anchor", "tag"}
MAX_BOMBS = 3
"""A text with this many of one of them is not a record: it is not read any further."""

Data = dict[str, Any] | list[Any] | str | None


class Places(NamedTuple):
    """Line and column, from 1, of each value and of the name of each field, by their paths."""

    values: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]


def no_places() -> Places:
    return Places({}, {})


@dataclass
class Document:
    """What a text held: its data, and where each part of it stands.

    `gaps` says whether something in it may have been left empty. `values` and `keys` map a path such as
    `("setting", "phase")` to line and column, from 1; they are worked out when somebody asks, which is when something
    is wrong. `broken` holds the paths whose value was refused.
    """

    data: Data = None
    gaps: bool = True
    places: Places | None = None
    look: Callable[[], Places] = field(default=no_places, repr=False)
    broken: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""

    @property
    def values(self) -> dict[Path, tuple[int, int]]:
        return self.located().values

    @property
    def keys(self) -> dict[Path, tuple[int, int]]:
        return self.located().keys

    def located(self) -> Places:
        if self.places is None:
            self.places = self.look()
        return self.places

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), or of the nearest thing around it."""
        while path:
            found = (self.keys.get(path) if key else None) or self.values.get(path) or self.keys.get(path)
            if found:
                return found
            path = path[:-1]
        return 1, 1
