"""Resources in their order, and those that help with each feature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tenfold.library.logic import Gap
from tenfold.model import Resource, Source
from tenfold.model.vocabulary import ResourceGroup
from tenfold.problems import Level

GROUPS = tuple(ResourceGroup)


def listed_as(resource: tuple[str, Resource]) -> tuple[int, str, str]:
    """Where a resource stands in a list: by its group, then by its title and its id."""
    id, record = resource
    return GROUPS.index(record.group), record.title.casefold(), id


def link_of(resource: Resource, sources: Mapping[str, Source]) -> str | None:
    """Where a resource is on the web: at its own link, or at that of the source that it is."""
    document = sources.get(resource.document or "")
    return resource.link or (document.url if document else None)


def resource_gaps(resource: Resource, sources: Mapping[str, Source]) -> Iterator[Gap]:
    """Whether one can find a resource: the source that it is may have no address."""
    if resource.document in sources and link_of(resource, sources) is None and resource.contact is None:
        message = "nobody could find this: that source has no url."
        yield Gap("no_way", Level.ERROR, ("document",), message, "Give the resource a link or a contact.")


def by_feature(resources: Mapping[str, Resource], features: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each feature, the ids of the resources that help with it: those that name it first before the others."""
    found: dict[str, list[tuple[bool, int, str]]] = {id: [] for id in features}
    for order, (id, resource) in enumerate(resources.items()):
        for place, feature in enumerate(resource.features):
            if feature in found:
                found[feature].append((place > 0, order, id))
    return {feature: tuple(id for *_, id in sorted(listed)) for feature, listed in found.items()}
