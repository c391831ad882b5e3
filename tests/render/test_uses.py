"""What the annotated example says of where the site shows each part, tried out: a part is changed, and one looks."""

from functools import cache
from typing import Any

import pytest
from tests.support.builders import a_case_study, a_feature, a_source
from tests.support.sites import a_full_library, a_renderer

from tenfold.library import FACETS, Library
from tenfold.library.starting import starting_theory
from tenfold.model import CaseStudy
from tenfold.pages.uses import CARD, COMPARISON, FILTER, THEORY, USES

WHOLE: dict[str, Any] = {
    "effort": {"cost_band": "low", "staffing": "One adult."},
    "outcomes": [{"statement": "It is quiet."}],
    "voices": [{"who": "pupils", "how": "They spoke."}],
    "needs": ["semh"],
}
OTHER: dict[str, dict[str, Any]] = {
    "title": {"title": "Another title"},
    "summary": {"summary": "Another summary.", "in_numbers": None},
    "status": {"status": "under_review"},
    "setting": {"setting__name": "Other School", "setting__phase": "secondary", "setting__place": "Elsewhere"},
    "features": {"features": ["staff-together"]},
    "needs": {"needs": ["trauma"]},
    "challenges": {"challenges": ["exclusion"]},
    "context": {"context": "Another town."},
    "in_numbers": {"in_numbers": None},
    "practices": {"practices": [{"title": "Another practice", "body": "It differs."}]},
    "implementation": {"implementation": [{"question": "Why?", "answer": "It helps."}]},
    "outcomes": {"outcomes": [{"statement": "It is loud."}]},
    "evidence": {"evidence": {"level": "1", "basis": "Words.", "limitations": "Others."}},
    "effort": {"effort": {"cost_band": "high", "staffing": "Ten adults."}},
    "voices": {"voices": [{"who": "staff", "how": "They wrote."}]},
    "provenance": {"provenance__sources": ["another-report"]},
}
"""Each part, changed so that whatever shows it looks different."""


def library(**changes: Any) -> Library:
    case = a_case_study(**{**WHOLE, **changes})
    together = a_feature(number="2", title="Together", short_title="Together", mechanism="They talk.")
    return a_full_library({"oak": case, "staff-together": together, "another-report": a_source(title="Another report")})


@cache
def changed(part: str) -> Library:
    return library(**OTHER[part])


def before(part: str) -> Library:
    """The library without the change; for the summary, without figures, which would stand in its place."""
    return without_figures() if part == "summary" else as_it_is()


@cache
def as_it_is() -> Library:
    return library()


@cache
def without_figures() -> Library:
    return library(in_numbers=None)


def card(of: Library) -> str:
    return a_renderer(of).found("oak")["card"]


def compared(of: Library) -> str:
    column = a_renderer(of).compared("oak")
    return column["name"] + column["rows"]


def filtered(of: Library) -> list[object]:
    case = of.cases["oak"]
    return [case.features, *(facet.words_of(case) for facet in FACETS)]


def starting(of: Library) -> object:
    """What a starting theory takes from the case study; what it says of its own origin does not count."""
    case: CaseStudy = of.cases["oak"]
    return starting_theory("oak", case, of.features).parts()


@pytest.mark.parametrize("part", OTHER)
@pytest.mark.parametrize("place, look", [(CARD, card), (COMPARISON, compared), (FILTER, filtered), (THEORY, starting)])
def test_a_place_changes_with_a_part_exactly_when_it_is_said_to_show_it(part: str, place: str, look: Any) -> None:
    differs = look(before(part)) != look(changed(part))
    assert differs is (place in {use.place for use in USES[part]})


def test_every_part_that_people_fill_in_is_told_of() -> None:
    assert set(USES) | {"resources", "safeguarding"} == set(CaseStudy.model_fields)
    assert set(OTHER) <= set(USES)
