"""What a feature is most often practised with."""

from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_case_study, a_feature, a_library
from tests.support.sites import WITHDRAWN
from tests.support.steady import STEADY

from tenfold.library import Library
from tenfold.model import Record

IDS = [f"feature-{number}" for number in range(1, 8)]
FEATURES: dict[str, Record] = {id: a_feature(number=str(8 - number)) for number, id in enumerate(IDS, 1)}
"""Their numbers run against the order of their ids."""
ONE = a_case_study()


def with_cases(*shown: list[str]) -> Library:
    """A library with a case study for each of these lists of features."""
    cases = {f"case-{number}": ONE.model_copy(update={"features": own}) for number, own in enumerate(shown)}
    return a_library(FEATURES | cases)


def test_those_in_the_most_case_studies_come_first() -> None:
    library = with_cases(
        ["feature-1", "feature-2"], ["feature-3", "feature-1"], ["feature-1", "feature-3"], ["feature-2", "feature-3"]
    )
    assert library.practised_with("feature-1") == [("feature-3", 2), ("feature-2", 1)]


def test_those_in_as_many_stand_in_the_order_of_their_numbers() -> None:
    library = with_cases(["feature-1", "feature-2", "feature-3", "feature-4"])
    assert library.practised_with("feature-2") == [("feature-4", 1), ("feature-3", 1), ("feature-1", 1)]


def test_five_are_named_unless_more_or_fewer_are_asked_for() -> None:
    library = with_cases(IDS)
    assert len(library.practised_with("feature-1")) == 5
    assert len(library.practised_with("feature-1", most=9)) == 6
    assert library.practised_with("feature-1", most=1) == [("feature-7", 1)]


def test_a_feature_that_stands_alone_or_nowhere_is_practised_with_none() -> None:
    library = with_cases(["feature-1"])
    assert library.practised_with("feature-1") == library.practised_with("feature-2") == []


def test_drafts_and_withdrawn_case_studies_do_not_count() -> None:
    both = {"features": ["feature-1", "feature-2"]}
    library = a_library(FEATURES, ash=a_case_study(status="draft", **both), yew=a_case_study(**both, **WITHDRAWN))
    assert library.practised_with("feature-1") == []


def test_a_feature_that_is_not_there_is_practised_with_none_and_none_with_it() -> None:
    library = with_cases(["feature-1", "nobody"])
    assert library.practised_with("feature-1") == []
    assert "nobody" not in library.together


@STEADY
@given(st.lists(st.lists(st.sampled_from(IDS), min_size=1, unique=True), max_size=12), st.integers(0, 7))
def test_the_numbers_are_those_that_one_finds_by_looking_at_every_case_study(shown: list[list[str]], most: int) -> None:
    library = with_cases(*shown)
    for id in IDS:
        beside = {other: sum(id in own and other in own for own in shown) for other in library.features if other != id}
        expected = sorted((item for item in beside.items() if item[1]), key=lambda item: -item[1])
        assert library.practised_with(id, most=most) == expected[:most]
