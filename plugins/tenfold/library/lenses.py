"""Frameworks as lenses: where a key feature stands in them, and which of their items a case study bears on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tenfold.model import CaseStudy, Framework, FrameworkItem

CLOSEST = 2
"""An item is served by its closest features first: a case study bears on it that has one of so many."""


def lenses(features: Iterable[str], frameworks: Mapping[str, Framework]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """For each feature by its id, where it stands in the frameworks: framework id, item id, and why."""
    found: dict[str, list[tuple[str, str, str]]] = {id: [] for id in features}
    for framework_id, framework in frameworks.items():
        for item in framework.items:
            for mapping in item.features:
                found.get(mapping.feature, []).append((framework_id, item.id, mapping.why))
    return {feature: tuple(items) for feature, items in found.items()}


def bears_on(case: CaseStudy, item: FrameworkItem) -> bool:
    """Whether a case study bears on an item of a framework."""
    return any(mapping.feature in case.features for mapping in item.features[:CLOSEST])


def borne_on(framework: Framework, case: CaseStudy) -> list[tuple[int, FrameworkItem]]:
    """The items of a framework that a case study bears on, each with its number, from 1: most shared features first."""
    found = [(number, item) for number, item in enumerate(framework.items, 1) if bears_on(case, item)]
    return sorted(found, key=lambda entry: (-len(shared(case, entry[1])), entry[0]))


def shared(case: CaseStudy, item: FrameworkItem) -> set[str]:
    """The features of a case study that serve an item of a framework."""
    return {mapping.feature for mapping in item.features}.intersection(case.features)
