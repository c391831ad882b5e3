"""What a library lists, in which order."""

from tests.support.builders import a_case_study, a_feature, a_framework, a_library, read
from tests.support.sites import WITHDRAWN, a_full_library

from tenfold.library import Library
from tenfold.model import Kind, Record
from tenfold.model.vocabulary import Beneficiaries, Challenge, EvidenceLevel, Need, Phase, Region, SettingKind


def test_case_studies_stand_in_the_order_of_their_settings_names_in_any_case() -> None:
    library = a_library(
        first=a_case_study(setting__name="elm Academy"),
        second=a_case_study(setting__name="Yew School"),
        third=a_case_study(setting__name="Ash School"),
    )
    assert list(library.cases) == ["third", "first", "second"]


def test_settings_of_one_name_stand_in_the_order_of_their_ids() -> None:
    library = a_library({"oak-b": a_case_study(), "oak-c": a_case_study(), "oak-a": a_case_study()})
    assert list(library.cases) == ["oak-a", "oak-b", "oak-c"]


def test_the_order_does_not_depend_on_the_order_of_files() -> None:
    entries = list(a_full_library().entries.values())
    forwards, backwards = Library(entries), Library(reversed(entries))
    assert list(forwards.cases) == list(backwards.cases)
    assert list(forwards.features) == list(backwards.features)
    assert list(forwards.pages) == list(backwards.pages)
    assert forwards.mentions == backwards.mentions


def test_features_stand_in_the_order_of_their_numbers_as_numbers() -> None:
    library = a_library(
        belonging_first=a_feature(number="2"), tenth=a_feature(number="10"), first=a_feature(number="1")
    )
    assert list(library.features) == ["first", "belonging-first", "tenth"]


def test_drafts_are_in_no_list() -> None:
    library = a_library(ash=a_case_study(status="draft"))
    assert library.cases == {}
    assert library.withdrawn == {}
    assert library.cases_by_feature["belonging-first"] == ()
    assert not any(ids for words in library.shelves.values() for ids in words.values())


def test_a_draft_has_an_id_that_others_may_not_take() -> None:
    assert "ash" in a_library(ash=a_case_study(status="draft")).ids[Kind.CASE]


def test_withdrawn_case_studies_stand_apart() -> None:
    library = a_library(yew=a_case_study(**WITHDRAWN), oak=a_case_study())
    assert list(library.cases) == ["oak"]
    assert list(library.withdrawn) == ["yew"]
    assert library.cases_by_feature["belonging-first"] == ("oak",)


def test_case_studies_under_review_are_listed() -> None:
    assert list(a_library(elm=a_case_study(status="under_review")).cases) == ["elm"]


def two_features(**cases: Record) -> Library:
    return a_library({"second-one": a_feature(number="2")}, **cases)


def test_a_feature_lists_those_with_it_as_main_feature_first() -> None:
    library = two_features(
        ash=a_case_study(setting__name="Ash", features=["second-one", "belonging-first"]),
        elm=a_case_study(setting__name="Elm", features=["belonging-first", "second-one"]),
        oak=a_case_study(setting__name="Oak", features=["belonging-first"]),
    )
    assert library.cases_by_feature["belonging-first"] == ("elm", "oak", "ash")
    assert library.cases_by_feature["second-one"] == ("ash", "elm")


def test_how_far_behind_the_main_feature_it_is_makes_no_difference() -> None:
    library = a_library(
        {"second-one": a_feature(number="2"), "third-one": a_feature(number="3")},
        ash=a_case_study(setting__name="Ash", features=["second-one", "third-one", "belonging-first"]),
        elm=a_case_study(setting__name="Elm", features=["second-one", "belonging-first"]),
    )
    assert library.cases_by_feature["belonging-first"] == ("ash", "elm")


def test_a_feature_that_no_case_study_shows_has_an_empty_list() -> None:
    assert two_features(oak=a_case_study()).cases_by_feature["second-one"] == ()


def test_features_are_grouped_by_whom_they_are_for() -> None:
    assert a_full_library().features_by_group == {
        Beneficiaries.ALL_PUPILS: ("belonging-first",),
        Beneficiaries.TARGETED_GROUPS: (),
        Beneficiaries.STAFF: ("staff-together",),
    }


def test_a_case_study_stands_on_a_shelf_for_each_of_its_words() -> None:
    oak = a_case_study(setting__phase=["primary", "secondary"], challenges=["attendance", "funding"], needs=["autism"])
    shelves = a_library(oak=oak).shelves
    filled = {facet: [word for word, ids in words.items() if ids == ("oak",)] for facet, words in shelves.items()}
    assert filled == {
        "phase": [Phase.PRIMARY, Phase.SECONDARY],
        "kind": [SettingKind.SCHOOL],
        "region": [Region.NORTH_EAST],
        "challenge": [Challenge.ATTENDANCE, Challenge.FUNDING],
        "need": [Need.AUTISM],
        "cost": [],
        "evidence": [EvidenceLevel.MEASURED],
    }


def test_shelves_stand_in_the_order_of_the_vocabulary_empty_ones_too() -> None:
    assert list(a_library().shelves["region"]) == list(Region)


def test_case_studies_on_a_shelf_stand_in_the_librarys_order() -> None:
    library = a_library({"aaa": a_case_study(setting__name="Yew"), "zzz": a_case_study(setting__name="Ash")})
    assert library.shelves["phase"][Phase.PRIMARY] == ("zzz", "aaa")


def item(id: str, *features: str) -> dict[str, object]:
    base = read("frameworks/fair-start.yml")["items"][0]
    return {**base, "id": id, "features": [{"feature": feature, "why": f"{feature} for {id}"} for feature in features]}


FEATURES = {f"feature-{number}": a_feature(number=str(number)) for number in range(1, 5)}


def with_framework(*items: dict[str, object], **cases: Record) -> Library:
    records: dict[str, Record] = {
        **FEATURES,
        "belonging-first": a_feature(number="9"),
        "lens": a_framework(items=items),
    }
    return a_library(records | cases)


def test_lenses_say_where_a_feature_stands_in_frameworks_and_why() -> None:
    library = with_framework(item("one", "feature-1", "feature-2"), item("two", "feature-1"))
    assert library.lenses["feature-1"] == (
        ("lens", "one", "feature-1 for one"),
        ("lens", "two", "feature-1 for two"),
    )
    assert library.lenses["feature-3"] == ()


def test_an_item_bears_on_case_studies_that_share_one_of_its_two_closest_features() -> None:
    case = a_case_study(features=["feature-3"])
    near, far = item("near", "feature-1", "feature-3"), item("far", "feature-1", "feature-2", "feature-3")
    library = with_framework(near, far, oak=case)
    assert [(number, found.id) for number, found in library.lenses_of(case, "lens")] == [(1, "near")]
    assert library.cases_seen_through(library.item("lens/near"), "lens") == ["oak"]
    assert library.cases_seen_through(library.item("lens/far"), "lens") == []


def test_items_with_the_most_shared_features_come_first_then_in_their_own_order() -> None:
    case = a_case_study(features=["feature-1", "feature-2", "feature-3"])
    library = with_framework(
        item("one-a", "feature-1"),
        item("one-b", "feature-2"),
        item("three", "feature-1", "feature-4", "feature-3", "feature-2"),
        item("none", "feature-4"),
        oak=case,
    )
    assert [(number, found.id) for number, found in library.lenses_of(case, "lens")] == [
        (3, "three"),
        (1, "one-a"),
        (2, "one-b"),
    ]
