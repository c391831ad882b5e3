"""Who practises which key features, and which of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import permutations

from tenfold.model import CaseStudy


def cases_by_feature(features: Iterable[str], cases: Mapping[str, CaseStudy]) -> dict[str, tuple[str, ...]]:
    """For each feature, the ids of its case studies: those with it as their main feature first."""
    found: dict[str, list[tuple[int, int, str]]] = {id: [] for id in features}
    for order, (id, case) in enumerate(cases.items()):
        for place, feature in enumerate(case.features):
            if feature in found:
                found[feature].append((min(place, 1), order, id))
    return {feature: tuple(id for *_, id in sorted(listed)) for feature, listed in found.items()}


def together(features: Iterable[str], cases: Mapping[str, CaseStudy]) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each feature, those that case studies show beside it and how many do: the most first, then by number.

    Args:
        features: the ids of all features, by their numbers.
        cases: the case studies, by id.
    """
    found: dict[str, Counter[str]] = {id: Counter() for id in features}
    for case in cases.values():
        for one, other in permutations({id for id in case.features if id in found}, 2):
            found[one][other] += 1
    order = {id: position for position, id in enumerate(found)}
    return {
        id: tuple(sorted(counts.items(), key=lambda item: (-item[1], order[item[0]]))) for id, counts in found.items()
    }
