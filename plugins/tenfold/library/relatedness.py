"""Which case studies are alike, and in what.

Two case studies are as near as the traits that they share, each weighted by what it says (a shared feature more than a
shared region) and by how rare it is: two that share what few have are nearer than two that share what all have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from tenfold.model import CaseStudy


class Trait(NamedTuple):
    """Something that case studies can share: a feature, a phase, a region, ..."""

    of: str
    value: str


WEIGHTS = {"feature": 3.0, "challenge": 1.5, "need": 1.0, "phase": 1.0, "kind": 0.5, "region": 0.5}
"""How much a shared trait says, before its rarity."""

GRAIN = 1 / 32
"""Weights are counted in steps of this; nearer than that, two case studies are as near as each other."""


@dataclass(frozen=True)
class Related:
    """A case study that is like another: how near (higher is nearer), and what they share, the weightiest first."""

    id: str
    score: float
    shared: tuple[Trait, ...]
    reason: str = ""
    """What they share, in words."""


class Relatedness:
    """The nearness of case studies to each other, from the traits of each by id.

    A thousand case studies make a million pairs. They are scored all at once: a set of case studies is one whole number
    with a bit for each, and the scores of all are a stack of such numbers, one for each binary digit of a score.
    """

    def __init__(self, traits: Mapping[str, Sequence[Trait]]) -> None:
        self.traits = traits
        self.ids = list(traits)
        self.place = {id: place for place, id in enumerate(traits)}
        self.having: dict[Trait, int] = defaultdict(int)
        for place, own in enumerate(traits.values()):
            for trait in own:
                self.having[trait] |= 1 << place
        self.steps = {trait: self.weighed(trait) for trait in self.having}
        self.weight = {trait: steps * GRAIN for trait, steps in self.steps.items()}

    def weighed(self, trait: Trait) -> int:
        """The weight of a trait in steps of GRAIN, at least one."""
        rarity = log(1 + len(self.traits) / self.having[trait].bit_count())
        return max(1, round(WEIGHTS[trait.of] * rarity / GRAIN))

    def nearest(self, id: str, *, named: Sequence[str] = (), most: int = 4) -> list[Related]:
        """The nearest others: `named` ones first, then by score, ties in the order of the library."""
        digits = self.scores(id)
        named = list(dict.fromkeys(other for other in named if other != id))[:most]
        out = sum(1 << self.place[other] for other in (id, *named))
        everybody = (1 << len(self.ids)) - 1
        found = [*named, *(self.ids[place] for place in highest(digits, everybody & ~out, most - len(named)))]
        return [Related(other, self.score(id, other), self.shared(id, other)) for other in found]

    def scores(self, id: str) -> list[int]:
        """How near each case study is to one, in steps: the bits of digit 0 first."""
        digits: list[int] = []
        for trait in self.traits[id]:
            add(digits, self.having[trait], self.steps[trait])
        return digits

    def score(self, one: str, other: str) -> float:
        return sum(self.weight[trait] for trait in set(self.traits[one]) & set(self.traits[other]))

    def shared(self, one: str, other: str) -> tuple[Trait, ...]:
        both = set(self.traits[one]) & set(self.traits[other])
        return tuple(sorted(both, key=lambda trait: (-self.weight[trait], trait)))


def add(digits: list[int], members: int, amount: int) -> None:
    """Add an amount to the score of each member, digit by digit, carrying as on paper."""
    carry, digit = 0, 0
    while amount >> digit or carry:
        if digit == len(digits):
            digits.append(0)
        addend = members if amount >> digit & 1 else 0
        before = digits[digit]
        digits[digit] = before ^ addend ^ carry
        carry = (before & addend) | (carry & (before ^ addend))
        digit += 1


def highest(digits: Sequence[int], among: int, most: int) -> Iterator[int]:
    """The places with the highest scores above zero, highest first, lower places first among equals."""
    while most > 0 and among:
        best, anything = among, 0
        for digit in reversed(digits):
            anything |= best & digit
            best = best & digit or best
        if not anything:
            return
        for place in places_in(best):
            yield place
            most -= 1
            if not most:
                return
        among &= ~best


def places_in(members: int) -> Iterator[int]:
    """The places of the bits of a number, lowest first."""
    while members:
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest


def traits_of(case: CaseStudy) -> tuple[Trait, ...]:
    """What others may share with a case study."""
    traits = [Trait("feature", feature) for feature in case.features]
    traits += [Trait("challenge", word) for word in case.challenges]
    traits += [Trait("need", word) for word in case.needs]
    traits += [Trait("phase", word) for word in case.setting.phase]
    traits += [Trait("kind", case.setting.kind)]
    traits += [Trait("region", word) for word in case.setting.region]
    return tuple(traits)
