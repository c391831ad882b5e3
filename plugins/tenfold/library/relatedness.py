"""Which case studies are alike, and in what.

Two case studies are as near as the traits that they share, each weighted by what it says (a shared feature more than a
shared region) and by how rare it is: two that share what few have are nearer than two that share what all have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple


class Trait(NamedTuple):
    """Something that case studies can share: a feature, a phase, a region, ..."""

    of: str
    value: str


WEIGHTS = {"feature": 3.0, "challenge": 1.5, "need": 1.0, "phase": 1.0, "kind": 0.5, "region": 0.5}
"""How much a shared trait says, before its rarity."""


@dataclass(frozen=True)
class Related:
    """A case study that is like another: how near (higher is nearer), and what they share, the weightiest first."""

    id: str
    score: float
    shared: tuple[Trait, ...]
    reason: str = ""
    """What they share, in words."""


class Relatedness:
    """The nearness of case studies to each other, from the traits of each by id."""

    def __init__(self, traits: Mapping[str, Sequence[Trait]]) -> None:
        self.traits = traits
        self.having: dict[Trait, list[str]] = defaultdict(list)
        for id, own in traits.items():
            for trait in own:
                self.having[trait].append(id)
        self.weight = {trait: WEIGHTS[trait.of] * log(1 + len(traits) / len(ids)) for trait, ids in self.having.items()}
        self.order = {id: position for position, id in enumerate(traits)}

    def nearest(self, id: str, *, named: Sequence[str] = (), most: int = 4) -> list[Related]:
        """The nearest others: `named` ones first, then by score, ties in the order of the library."""
        scores: dict[str, float] = defaultdict(float)
        for trait in self.traits[id]:
            weight = self.weight[trait]
            for other in self.having[trait]:
                scores[other] += weight
        scores.pop(id, None)
        first = {other: -len(named) + position for position, other in enumerate(named)}
        ranked = sorted(
            {*scores, *named}, key=lambda other: (first.get(other, 0), -round(scores[other], 9), self.order[other])
        )
        return [Related(other, scores[other], self.shared(id, other)) for other in ranked[:most]]

    def shared(self, one: str, other: str) -> tuple[Trait, ...]:
        both = set(self.traits[one]) & set(self.traits[other])
        return tuple(sorted(both, key=lambda trait: (-self.weight[trait], trait)))
