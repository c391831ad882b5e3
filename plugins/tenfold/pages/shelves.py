"""The shelves on which readers browse: for each facet, the case studies under each of its words."""

from __future__ import annotations

from dataclasses import dataclass

from tenfold.library import FACETS, Library
from tenfold.model import Kind
from tenfold.model.vocabulary import Beneficiaries
from tenfold.pages.page import address_of, browse_address


@dataclass(frozen=True)
class Shelf:
    """The case studies under one word of a facet, with the address of its page."""

    facet: str
    word: str
    label: str
    meaning: str
    cases: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class Rack:
    """All shelves of one facet."""

    id: str
    label: str
    intro: str
    shelves: tuple[Shelf, ...]
    address: str

    @property
    def filled(self) -> tuple[Shelf, ...]:
        return tuple(shelf for shelf in self.shelves if shelf.cases)


INTROS = {
    "feature": "Each of the ten key features, with the case studies that show it.",
    "group": "Whom the work was for: every pupil, those who need more, or the staff themselves.",
    "phase": "Work in schools of one phase, and in trusts and councils that name it.",
    "kind": "From one school to a whole council: who carried the work.",
    "region": "Where in England it was done.",
    "challenge": "Start from the situation that you are in.",
    "need": "Start from what your pupils need.",
    "cost": "What it took in money, roughly, for one setting in a year.",
    "evidence": "How sure one can be that it works. It says nothing about how large the effect was.",
}


def racks(library: Library) -> tuple[Rack, ...]:
    """Every facet with its shelves, in the order in which they are offered."""
    found = [feature_rack(library), group_rack(library)]
    for facet in FACETS:
        shelves = tuple(
            Shelf(facet.id, word.value, word.label, word.meaning, cases, browse_address(facet.id, word.value))
            for word, cases in library.shelves[facet.id].items()
        )
        found.append(Rack(facet.id, facet.label, INTROS[facet.id], shelves, f"browse/{facet.id}/"))
    return tuple(found)


def feature_rack(library: Library) -> Rack:
    shelves = tuple(
        Shelf(
            "feature", id, feature.title, feature.summary, library.cases_by_feature[id], browse_address("feature", id)
        )
        for id, feature in library.features.items()
    )
    return Rack("feature", "Key feature", INTROS["feature"], shelves, "browse/feature/")


def group_rack(library: Library) -> Rack:
    shelves = []
    for group in Beneficiaries:
        within = set(library.features_by_group[group])
        cases = tuple(id for id, case in library.cases.items() if within & set(case.features))
        shelves.append(Shelf("group", group, group.label, group.meaning, cases, browse_address("group", group)))
    return Rack("group", "Group of beneficiaries", INTROS["group"], tuple(shelves), "browse/group/")


def framework_racks(library: Library) -> tuple[Rack, ...]:
    """A rack for each framework, with a shelf for each of its items; they stand on the framework's own pages."""
    found = []
    for id, framework in library.frameworks.items():
        rack = f"framework-{id}"
        shelves = tuple(
            Shelf(
                rack, item.id, item.short_title, item.summary, tuple(library.cases_seen_through(item, id)),
                address_of(Kind.FRAMEWORK, f"{id}/{item.id}"),
            )
            for item in framework.items
        )  # fmt: skip
        found.append(Rack(rack, framework.short_title, framework.summary, shelves, address_of(Kind.FRAMEWORK, id)))
    return tuple(found)
