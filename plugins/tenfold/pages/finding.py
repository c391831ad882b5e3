"""The pages of finding: the finder itself, the comparison, and where a reader says what their setting is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenfold.library import Library
from tenfold.pages.page import Crumb, Page
from tenfold.pages.shelves import Rack, framework_racks

FINDER = "find/"
COMPARISON = "compare/"
MY_SETTING = "my-setting/"
FIRST = ("challenge", "phase", "cost", "feature", "kind", "need", "region", "evidence", "group")
"""The facets in the order in which somebody with a situation thinks of them."""
AT_ONCE = 12
"""Case studies that the finder shows before one asks for more."""


def finder_racks(library: Library, shelved: Sequence[Rack]) -> tuple[Rack, ...]:
    """The facets of the finder, in its order, those without any case study left out; features by their short names."""
    by_id = {rack.id: rack for rack in shelved}
    features = by_id["feature"]
    short = (replace(shelf, label=library.features[shelf.word].short_title) for shelf in features.shelves)
    by_id["feature"] = replace(features, shelves=tuple(short))
    return tuple(rack for rack in (*(by_id[id] for id in FIRST), *framework_racks(library)) if rack.filled)


def strongest_first(library: Library) -> tuple[str, ...]:
    """Case studies as the finder shows them when nothing is asked for: the best evidenced first."""
    strength = {id: int(case.evidence.level) if case.evidence else -1 for id, case in library.cases.items()}
    return tuple(sorted(library.cases, key=strength.__getitem__, reverse=True))


def finding_pages(library: Library, shelved: Sequence[Rack], crumbs: tuple[Crumb, ...]) -> Iterator[Page]:
    section = crumbs[-1].address
    facets = finder_racks(library, shelved)
    description = "Say what your setting is and what you face, and see who was there before you and what they did."
    data = {"racks": facets, "first": strongest_first(library)[:AT_ONCE], "at_once": AT_ONCE}
    yield Page(FINDER, "find", "Find a case study", description, data, crumbs, section, script="find/finder")
    description = "Two to four case studies side by side: setting, figures, practices, effort, evidence and features."
    yield Page(
        COMPARISON,
        "compare",
        "Compare case studies",
        description,
        {},
        crumbs,
        section,
        script="find/compare",
        indexed=False,
    )
    description = "Say what your setting is, and case studies say what is alike and what differs. Kept on your device."
    mine = {"racks": tuple(rack for rack in shelved if rack.id in ("phase", "kind", "region", "challenge"))}
    yield Page(
        MY_SETTING,
        "my_setting",
        "My setting",
        description,
        mine,
        crumbs,
        section,
        script="find/my-setting",
        indexed=False,
    )
