"""The ways to sort case studies into shelves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tenfold.model import CaseStudy
from tenfold.model.vocabulary import Challenge, CostBand, EvidenceLevel, Need, Phase, Region, SettingKind, Word


@dataclass(frozen=True)
class Facet:
    """A way to sort case studies into shelves: its id, what people call it, and the words a case study stands under."""

    id: str
    label: str
    vocabulary: type[Word]
    words_of: Callable[[CaseStudy], tuple[Word, ...]]


def cost_of(case: CaseStudy) -> tuple[Word, ...]:
    return (case.effort.cost_band,) if case.effort and case.effort.cost_band else ()


def evidence_of(case: CaseStudy) -> tuple[Word, ...]:
    return (case.evidence.level,) if case.evidence else ()


FACETS = (
    Facet("phase", "Phase", Phase, lambda case: case.setting.phase),
    Facet("kind", "Kind of setting", SettingKind, lambda case: (case.setting.kind,)),
    Facet("region", "Region", Region, lambda case: case.setting.region),
    Facet("challenge", "Challenge", Challenge, lambda case: case.challenges),
    Facet("need", "Need", Need, lambda case: case.needs),
    Facet("cost", "Cost", CostBand, cost_of),
    Facet("evidence", "Strength of evidence", EvidenceLevel, evidence_of),
)


def shelved(cases: Mapping[str, CaseStudy]) -> dict[str, dict[Word, tuple[str, ...]]]:
    """For each facet by its id, the ids of the case studies under each of its words, in the order of the vocabulary."""
    found: dict[str, dict[Word, list[str]]] = {facet.id: {word: [] for word in facet.vocabulary} for facet in FACETS}
    for id, case in cases.items():
        for facet in FACETS:
            for word in facet.words_of(case):
                found[facet.id][word].append(id)
    return {facet: {word: tuple(ids) for word, ids in words.items()} for facet, words in found.items()}
