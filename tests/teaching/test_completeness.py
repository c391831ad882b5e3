"""How complete a case study is: the score, and what to do next."""

from __future__ import annotations

import pytest
from tests.support.builders import a_case_study, read

from tenfold.model import CaseStudy
from tenfold.model.shape import meaning_at
from tenfold.teaching import completeness
from tenfold.teaching.completeness import FULL, PARTS

LONG = " ".join(["An adult waits at the door."] * 60)


def fields_missing(study: CaseStudy) -> set[str]:
    return {str(part.where[-1]) for part, _ in completeness(study).missing}


def test_the_weights_make_a_hundred() -> None:
    assert sum(part.weight for part in PARTS) == FULL


def test_a_case_study_with_no_more_than_it_must_have_is_far_from_complete() -> None:
    study = a_case_study(in_numbers=[], evidence=None, challenges=[], provenance__agreed_by_setting="no")
    assert 0 < completeness(study).score < 20


@pytest.mark.parametrize(
    "changes, field",
    [
        pytest.param({"setting__size": "210 pupils"}, "size", id="size"),
        pytest.param({"setting__urn": "123456"}, "website", id="number"),
        pytest.param({"needs": ["autism"]}, "needs", id="needs"),
        pytest.param({"effort__start_small": "Stand at a door."}, "start_small", id="start small"),
        pytest.param({"effort__cost_band": "low"}, "cost_note", id="cost band"),
        pytest.param({"effort__cost_note": "A grant."}, "cost_note", id="cost note"),
        pytest.param({"voices": [{"who": "pupils", "how": "They made a list."}]}, "voices", id="voices"),
        pytest.param({"outcomes": [{"statement": "Calm."}]}, "outcomes", id="outcomes"),
        pytest.param({"practices": [{"title": "Doors", "body": LONG}]}, "practices", id="a practice told in full"),
    ],
)
def test_what_is_added_is_asked_for_no_more_and_raises_the_score(changes: dict[str, object], field: str) -> None:
    before, after = a_case_study(), a_case_study(**changes)

    assert field in fields_missing(before)
    assert field not in fields_missing(after)
    assert completeness(after).score > completeness(before).score


def test_the_next_things_are_the_three_that_are_worth_most() -> None:
    found = completeness(a_case_study())
    points = [points for _, points in found.missing]

    assert len(found.next_things) == 3
    assert points == sorted(points, reverse=True)


def test_each_thing_to_do_names_a_field_and_is_a_sentence() -> None:
    for part in PARTS:
        assert any(str(name) in part.action for name in part.where if isinstance(name, str)), part.where
        assert part.action[0].isupper()
        assert part.action[-1] in ".?"


def test_what_a_field_is_for_is_taken_from_the_model() -> None:
    part = next(part for part in PARTS if part.where == ("effort", "start_small"))
    assert meaning_at(CaseStudy, part.where)[1:] in part.action


def test_half_of_something_is_worth_half_of_its_points() -> None:
    one = read("case_studies/oak.yml")["implementation"]
    half, whole = a_case_study(implementation=one * 2), a_case_study(implementation=one * 4)
    part = next(part for part in PARTS if part.where == ("implementation",))

    assert (part.missing(half), part.missing(whole)) == (part.weight / 2, 0)
