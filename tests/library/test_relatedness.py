"""Which case studies are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_case_study, a_feature, a_library
from tests.support.sites import WITHDRAWN
from tests.support.steady import STEADY

from tenfold.library import Library
from tenfold.library.relatedness import WEIGHTS, Relatedness, Trait
from tenfold.model import CaseStudy, Record

FEATURES: dict[str, Record] = {f"feature-{number}": a_feature(number=str(number)) for number in range(1, 6)}


def ids(library: Library, id: str, *, most: int = 4) -> list[str]:
    return [other.id for other in library.related(id, most=most)]


def of(*features: str, **changes: object) -> CaseStudy:
    return a_case_study(features=list(features), **changes)


def test_a_rarer_shared_feature_weighs_more() -> None:
    library = a_library(
        FEATURES,
        oak=of("feature-1", "feature-2"),
        common=of("feature-1"),
        rare=of("feature-2"),
        other=of("feature-1"),
        another=of("feature-1"),
    )
    assert ids(library, "oak")[0] == "rare"


def test_two_shared_features_are_more_than_one() -> None:
    library = a_library(
        FEATURES, oak=of("feature-1", "feature-2"), one=of("feature-1"), two=of("feature-2", "feature-1")
    )
    assert ids(library, "oak") == ["two", "one"]


@pytest.mark.parametrize(
    "more, less",
    [
        pytest.param("feature", "challenge", id="a feature more than a challenge"),
        pytest.param("challenge", "need", id="a challenge more than a need"),
        pytest.param("phase", "kind", id="a phase more than the kind of setting"),
        pytest.param("need", "region", id="a need more than a region"),
    ],
)
def test_what_says_more_weighs_more(more: str, less: str) -> None:
    strong, weak = Trait(more, "x"), Trait(less, "y")
    near = Relatedness({"oak": (strong, weak), "weaker": (weak,), "stronger": (strong,)}).nearest("oak")
    assert [other.id for other in near] == ["stronger", "weaker"]
    assert near[0].score > near[1].score > 0


def test_those_named_by_the_record_come_first_in_the_order_of_their_names_there() -> None:
    library = a_library(
        FEATURES,
        oak=of("feature-1", related=["zzz", "mmm"]),
        aaa=of("feature-1"),
        mmm=of("feature-2", setting__phase="secondary", setting__region="london", challenges=[]),
        zzz=of("feature-3", setting__phase="special", setting__region="london", challenges=[]),
    )
    assert ids(library, "oak") == ["zzz", "mmm", "aaa"]
    assert ids(library, "oak", most=2) == ["zzz", "mmm"]


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(["oak"], id="itself"),
        pytest.param(["ash"], id="a draft"),
        pytest.param(["yew"], id="a withdrawn one"),
        pytest.param(["nobody"], id="an unknown one"),
    ],
)
def test_named_ones_without_a_page_are_left_out(named: list[str]) -> None:
    library = a_library(
        oak=a_case_study(related=named),
        elm=a_case_study(),
        ash=a_case_study(status="draft"),
        yew=a_case_study(**WITHDRAWN),
    )
    assert ids(library, "oak") == ["elm"]


def test_ties_stand_in_the_order_of_the_library() -> None:
    alike = {f"id-{name}": a_case_study(setting__name=name) for name in ("Yew", "Ash", "Elm", "Fir", "Bay", "May")}
    library = a_library({**alike, "oak": a_case_study()})
    assert ids(library, "oak", most=9) == ["id-Ash", "id-Bay", "id-Elm", "id-Fir", "id-May", "id-Yew"]


def test_at_most_four_are_shown() -> None:
    library = a_library({f"oak-{number}": a_case_study() for number in range(9)})
    assert len(ids(library, "oak-5")) == 4
    assert "oak-5" not in ids(library, "oak-5", most=20)


def test_at_most_four_are_shown_however_many_are_named() -> None:
    named = [f"oak-{number}" for number in range(6)]
    library = a_library({id: a_case_study() for id in named}, oak=a_case_study(related=named))
    assert ids(library, "oak") == named[:4]


def test_what_shares_nothing_is_not_shown() -> None:
    library = a_library(
        FEATURES,
        oak=of("feature-1"),
        elm=of("feature-2", setting__phase="special", setting__kind="trust", setting__region="london", challenges=[]),
    )
    assert ids(library, "oak") == []


def test_shared_traits_stand_with_the_weightiest_first() -> None:
    library = a_library(
        FEATURES, oak=of("feature-1", "feature-2"), elm=of("feature-1", "feature-2"), fir=of("feature-1")
    )
    (near, *_) = library.related("oak", most=1)
    assert [trait.value for trait in near.shared] == [
        "feature-2",
        "feature-1",
        "attendance",
        "primary",
        "school",
        "north_east",
    ]


def test_nearness_is_the_same_from_both_sides() -> None:
    library = a_library(FEATURES, oak=of("feature-1", "feature-2"), elm=of("feature-2"), fir=of("feature-1"))
    there = {other.id: other.score for other in library.related("oak")}
    back = {other.id: other.score for other in library.related("elm")}
    assert there["elm"] == back["oak"]


TRAITS = st.lists(st.sampled_from([Trait(of, value) for of in WEIGHTS for value in "xyz"]), unique=True, max_size=6)


@STEADY
@given(st.lists(TRAITS, min_size=2, max_size=12), st.integers(1, 6))
def test_the_nearest_are_those_with_the_weightiest_shared_traits(traits: list[list[Trait]], most: int) -> None:
    everybody = {f"case-{number}": own for number, own in enumerate(traits)}
    nearness = Relatedness(everybody)
    scores = {
        other: sum(nearness.weight[trait] for trait in {*everybody["case-0"]} & {*own})
        for other, own in everybody.items()
        if other != "case-0"
    }
    expected = [other for other in sorted(scores, key=lambda other: -scores[other]) if scores[other]]
    assert [other.id for other in nearness.nearest("case-0", most=most)] == expected[:most]
