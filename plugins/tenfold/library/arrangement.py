"""How a local copy arranges what it shows: what it leaves out, what comes first, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tenfold.model import Kind


@dataclass(frozen=True)
class Arrangement:
    """What a copy leaves out, and the case studies that come first, by their ids.

    Of what it hides it says that it is left out; of what it withholds, which may lead to a child, it says nothing.
    """

    hide: frozenset[tuple[Kind, str]] = frozenset()
    pin: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    withhold: frozenset[tuple[Kind, str]] = frozenset()

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each case study that has one; all others come after these."""
        return {id: place for place, id in enumerate(dict.fromkeys([*self.pin, *self.order]))}

    def place(self, case: str) -> int:
        return self.places.get(case, len(self.places))


AS_IT_IS = Arrangement()
