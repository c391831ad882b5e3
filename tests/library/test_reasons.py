"""Why two case studies are alike, in words."""

import pytest
from tests.support.builders import a_case_study, a_feature, a_library

from tenfold.library.reasons import lower_first, reason
from tenfold.library.relatedness import Trait
from tenfold.model import KeyFeature
from tenfold.model.vocabulary import Phase, Region, SettingKind

FEATURES: dict[str, KeyFeature] = {
    "relational-practice": a_feature(short_title="Relational practice"),
    "trauma": a_feature(short_title="Trauma-informed practice"),
    "send-first": a_feature(short_title="SEND comes first"),
}


def said(*shared: tuple[str, str]) -> str:
    return reason([Trait(*trait) for trait in shared], FEATURES)


RELATIONAL = ("feature", "relational-practice")
TRAUMA = ("feature", "trauma")


@pytest.mark.parametrize(
    "shared, words",
    [
        pytest.param(
            [RELATIONAL, ("phase", "primary")],
            "also about relational practice in a primary school",
            id="feature and phase",
        ),
        pytest.param([RELATIONAL], "also about relational practice", id="feature alone"),
        pytest.param(
            [RELATIONAL, TRAUMA, ("feature", "send-first"), ("region", "london")],
            "also about relational practice and trauma-informed practice in London",
            id="the two weightiest features",
        ),
        pytest.param(
            [("feature", "send-first")], "also about SEND comes first", id="abbreviations keep their capitals"
        ),
        pytest.param(
            [RELATIONAL, ("challenge", "attendance"), ("kind", "trust")],
            "also about relational practice in a multi-academy trust",
            id="a feature hides a challenge",
        ),
        pytest.param(
            [("challenge", "attendance"), ("need", "autism"), ("phase", "special")],
            "also about attendance and autism in a special school",
            id="challenge and need",
        ),
        pytest.param([("need", "adhd")], "also about ADHD", id="need"),
        pytest.param(
            [("need", "english_as_an_additional_language")],
            "also about English as an additional language",
            id="the name of a language keeps its capital",
        ),
        pytest.param(
            [("kind", "school"), ("phase", "secondary"), ("region", "london")],
            "also in a secondary school",
            id="a phase before kind and region, whatever their order",
        ),
        pytest.param([("region", "london"), ("kind", "charity")], "also by a charity", id="kind before region"),
        pytest.param([("region", "yorkshire_and_the_humber")], "also in Yorkshire and the Humber", id="region"),
        pytest.param([("feature", "unknown-one")], "chosen by its authors", id="nothing that has a name"),
        pytest.param([], "chosen by its authors", id="nothing"),
    ],
)
def test_the_reason_in_words(shared: list[tuple[str, str]], words: str) -> None:
    assert said(*shared) == words


@pytest.mark.parametrize(
    "of, word, words",
    [
        *(
            pytest.param("phase", phase, words, id=phase)
            for phase, words in {
                Phase.EARLY_YEARS: "in the early years",
                Phase.PRIMARY: "in a primary school",
                Phase.SECONDARY: "in a secondary school",
                Phase.ALL_THROUGH: "in an all-through school",
                Phase.POST_16: "in a sixth form or college",
                Phase.SPECIAL: "in a special school",
                Phase.ALTERNATIVE_PROVISION: "in alternative provision",
            }.items()
        ),
        *(
            pytest.param("kind", kind, words, id=kind)
            for kind, words in {
                SettingKind.SCHOOL: "in a school",
                SettingKind.TRUST: "in a multi-academy trust",
                SettingKind.LOCAL_AUTHORITY: "in a local authority",
                SettingKind.PARTNERSHIP: "in a partnership",
                SettingKind.CHARITY: "by a charity",
                SettingKind.PROGRAMME: "in a programme",
            }.items()
        ),
        *(
            pytest.param("region", region, words, id=region)
            for region, words in {
                Region.NORTH_EAST: "in the North East",
                Region.EAST_MIDLANDS: "in the East Midlands",
                Region.EAST_OF_ENGLAND: "in the East of England",
                Region.LONDON: "in London",
                Region.YORKSHIRE: "in Yorkshire and the Humber",
            }.items()
        ),
    ],
)
def test_every_place_has_words(of: str, word: str, words: str) -> None:
    assert said(RELATIONAL, (of, word)) == f"also about relational practice {words}"


@pytest.mark.parametrize("vocabulary", [Phase, SettingKind, Region], ids=lambda vocabulary: vocabulary.__name__)
def test_no_word_of_a_place_is_forgotten(vocabulary: type[Phase] | type[SettingKind] | type[Region]) -> None:
    of = {Phase: "phase", SettingKind: "kind", Region: "region"}[vocabulary]
    assert all(said((of, word)).startswith(("also in ", "also by ")) for word in vocabulary)


def test_related_case_studies_come_with_their_reason() -> None:
    library = a_library(
        {"relational-practice": FEATURES["relational-practice"]},
        oak=a_case_study(features=["relational-practice"], related=["fir"]),
        elm=a_case_study(features=["relational-practice"]),
        fir=a_case_study(
            setting__kind="trust", setting__phase="special", setting__region="london", challenges=["funding"]
        ),
    )
    assert {other.id: other.reason for other in library.related("oak")} == {
        "fir": "chosen by its authors",
        "elm": "also about relational practice in a primary school",
    }


@pytest.mark.parametrize(
    "text, inside",
    [
        pytest.param("Belonging first", "belonging first", id="a word"),
        pytest.param("SEND support", "SEND support", id="an abbreviation"),
        pytest.param("A", "a", id="a letter"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_inside_a_sentence_starts_small(text: str, inside: str) -> None:
    assert lower_first(text) == inside
