"""The shelves on which readers browse: for each facet, the case studies under each of its words."""

from __future__ import annotations

from dataclasses import dataclass

from tenfold.library import FACETS, Library
from tenfold.model.vocabulary import Beneficiaries
from tenfold.pages.page import browse_address


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

    @property
    def address(self) -> str:
        return f"browse/{self.id}/"

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
}


def racks(library: Library) -> tuple[Rack, ...]:
    """Every facet with its shelves, in the order in which they are offered."""
    found = [feature_rack(library), group_rack(library)]
    for facet in FACETS:
        shelves = tuple(
            Shelf(facet.id, word.value, word.label, word.meaning, cases, browse_address(facet.id, word.value))
            for word, cases in library.shelves[facet.id].items()
        )
        found.append(Rack(facet.id, facet.label, INTROS[facet.id], shelves))
    return tuple(found)


def feature_rack(library: Library) -> Rack:
    shelves = tuple(
        Shelf(
            "feature", id, feature.title, feature.summary, library.cases_by_feature[id], browse_address("feature", id)
        )
        for id, feature in library.features.items()
    )
    return Rack("feature", "Key feature", INTROS["feature"], shelves)


def group_rack(library: Library) -> Rack:
    shelves = []
    for group in Beneficiaries:
        within = set(library.features_by_group[group])
        cases = tuple(id for id, case in library.cases.items() if within & set(case.features))
        shelves.append(Shelf("group", group, group.label, group.meaning, cases, browse_address("group", group)))
    return Rack("group", "Group of beneficiaries", INTROS["group"], tuple(shelves))
