"""Resources in their order, and those that help with each feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tenfold.model import Resource
from tenfold.model.vocabulary import ResourceGroup

GROUPS = tuple(ResourceGroup)


def listed_as(resource: tuple[str, Resource]) -> tuple[int, str, str]:
    """Where a resource stands in a list: by its group, then by its title and its id."""
    id, record = resource
    return GROUPS.index(record.group), record.title.casefold(), id


def by_feature(resources: Mapping[str, Resource], features: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each feature, the ids of the resources that help with it: those that name it first before the others."""
    found: dict[str, list[tuple[bool, int, str]]] = {id: [] for id in features}
    for order, (id, resource) in enumerate(resources.items()):
        for place, feature in enumerate(resource.features):
            if feature in found:
                found[feature].append((place > 0, order, id))
    return {feature: tuple(id for *_, id in sorted(listed)) for feature, listed in found.items()}
