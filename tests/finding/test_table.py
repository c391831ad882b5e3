"""The table of the finder: which case studies stand under which word, and what else it says of each."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Collection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, read
from tests.support.sites import WITHDRAWN, a_full_library, many_cases
from tests.support.steady import STEADY

from tenfold.finding import CARDS_A_FILE, finder_table
from tenfold.finding.table import bits
from tenfold.library import Library
from tenfold.model import CaseStudy, Record
from tenfold.model.vocabulary import Beneficiaries, Challenge, Phase, Region, SettingKind
from tenfold.pages import finder_racks, racks

Table = dict[str, Any]
GROUPS = {"feature-1": "all_pupils", "feature-2": "targeted_groups", "feature-3": "staff"}
ITEMS = {
    "first": ("feature-1", "feature-2", "feature-3"),
    "second": ("feature-2", "feature-1"),
    "third": ("feature-3",),
}


def some_frameworks() -> dict[str, Record]:
    """Two frameworks with the same items, but for their order."""
    item = read("frameworks/fair-start.yml")["items"][0]
    items = [
        {
            **item,
            "id": id,
            "short_title": f"Item {id}",
            "features": [{"feature": each, "why": "x"} for each in features],
        }
        for id, features in ITEMS.items()
    ]
    return {
        "lens": a_framework(short_title="A lens", items=items),
        "prism": a_framework(short_title="A prism", items=items[::-1]),
    }


def some_mixed_cases() -> dict[str, Record]:
    """Nineteen case studies, in three bytes: each with other words, some with several or none of a facet."""
    phases, regions, kinds, challenges = list(Phase), list(Region), list(SettingKind), list(Challenge)
    return {
        f"case-{number:02}": a_case_study(
            setting__name=f"School {number:02}",
            setting__phase=[phases[number % 7], *([phases[(number + 3) % 7]] if number % 3 else [])],
            setting__region=[regions[number % 9], *([] if number % 2 else [regions[(number + 4) % 9]])],
            setting__kind=kinds[number % 6],
            features=[f"feature-{1 + number % 3}", *(["feature-3"] if number % 3 < 2 and number % 4 else [])],
            challenges=[challenges[number % 14], challenges[(number + 5) % 14]] if number % 5 else [],
            needs=[["autism"], ["autism", "semh"], []][number % 3],
            effort={"cost_band": ["existing_resources", "low", "high"][number % 3]} if number % 4 else None,
            evidence__level=str(number % 6),
            **({"evidence": None} if number % 7 == 0 else {}),
        )
        for number in range(19)
    }


def a_mixed_library() -> Library:
    """Case studies under many words of every facet, seen through two frameworks, and one of each other status."""
    named = {
        id: a_feature(title=f"The title of {id}", short_title=f"Short {id}", number=id[-1], group=group)
        for id, group in GROUPS.items()
    }
    others: dict[str, Record] = {
        "a-draft": a_case_study(status="draft", setting__name="A first school", features=["feature-1"]),
        "gone": a_case_study(setting__name="Another first school", features=["feature-1"], **WITHDRAWN),
        "belonging-first": a_feature(number="9"),
    }
    return a_library(named | some_mixed_cases() | some_frameworks() | others)


def table_of(library: Library) -> Table:
    return finder_table(library, finder_racks(library, racks(library)))


MIXED = a_mixed_library()
TABLE = table_of(MIXED)


def decoded(text: str) -> set[int]:
    """The positions whose bit is set, the lowest bit of the first byte being the first."""
    return {
        8 * place + bit
        for place, byte in enumerate(b64decode(text, validate=True))
        for bit in range(8)
        if byte >> bit & 1
    }


def under(facet: str, word: str, table: Table) -> list[str]:
    """The case studies that a table has under a word, in its own order."""
    cases = table["facets"][facet]["words"][word]["cases"]
    return [table["cases"][position] for position in sorted(decoded(cases))]


def seen_through(framework: str) -> Callable[[CaseStudy], Collection[str]]:
    return lambda case: [item.id for _, item in MIXED.lenses_of(case, framework)]


WORDS_OF: dict[str, Callable[[CaseStudy], Collection[str]]] = {
    "challenge": lambda case: case.challenges,
    "phase": lambda case: case.setting.phase,
    "cost": lambda case: [case.effort.cost_band] if case.effort and case.effort.cost_band else [],
    "feature": lambda case: case.features,
    "kind": lambda case: [case.setting.kind],
    "need": lambda case: case.needs,
    "region": lambda case: case.setting.region,
    "evidence": lambda case: [case.evidence.level] if case.evidence else [],
    "group": lambda case: {GROUPS[feature] for feature in case.features},
    "framework-lens": seen_through("lens"),
    "framework-prism": seen_through("prism"),
}
"""Each facet, in the order of the finder, with the words of a case study as its record has them."""


def test_every_facet_is_there_in_the_order_of_the_finder() -> None:
    assert list(TABLE["facets"]) == list(WORDS_OF)


@pytest.mark.parametrize("facet", WORDS_OF)
def test_the_bits_of_a_word_are_the_case_studies_that_have_it(facet: str) -> None:
    words = {word for case in MIXED.cases.values() for word in WORDS_OF[facet](case)}
    assert len(words) > 1
    assert set(TABLE["facets"][facet]["words"]) == words
    for word in words:
        assert under(facet, word, TABLE) == [id for id, case in MIXED.cases.items() if word in WORDS_OF[facet](case)], (
            word
        )


def test_bits_tell_hundreds_of_case_studies_apart() -> None:
    library = a_library({**many_cases(300), "case-123": a_case_study(setting__name="School 123", needs=["autism"])})
    table = table_of(library)
    assert under("need", "autism", table) == ["case-123"]
    assert under("phase", "primary", table) == list(library.cases)


@given(positions=st.lists(st.integers(0, 2000), max_size=40))
@STEADY
def test_bits_hold_every_position_and_no_other(positions: list[int]) -> None:
    assert decoded(bits(positions)) == set(positions)


@pytest.mark.parametrize(
    "positions, raw",
    [
        pytest.param([], b"", id="none"),
        pytest.param([0], b"\x01", id="the first in the lowest bit of the first byte"),
        pytest.param([7], b"\x80", id="the eighth in its highest"),
        pytest.param([8], b"\x00\x01", id="the ninth in the second byte"),
        pytest.param([9, 0, 9, 9], b"\x01\x02", id="in any order, and some twice"),
    ],
)
def test_bits_are_written_in_this_order_without_the_empty_bytes_at_the_end(positions: list[int], raw: bytes) -> None:
    assert b64decode(bits(positions), validate=True) == raw


@pytest.mark.parametrize(
    "facet, label, word, called",
    [
        pytest.param("challenge", "Challenge", "staff_capacity", "Staff skills and capacity", id="challenge"),
        pytest.param("phase", "Phase", "post_16", "Post-16", id="phase"),
        pytest.param("cost", "Cost", "existing_resources", "Existing resources", id="cost"),
        pytest.param("feature", "Key feature", "feature-2", "Short feature-2", id="feature, by its short name"),
        pytest.param("kind", "Kind of setting", "trust", "Multi-academy trust", id="kind"),
        pytest.param("need", "Need", "semh", "Social, emotional and mental health", id="need"),
        pytest.param("region", "Region", "yorkshire_and_the_humber", "Yorkshire and the Humber", id="region"),
        pytest.param("evidence", "Strength of evidence", "2", "Change measured", id="evidence"),
        pytest.param("group", "Group of beneficiaries", "targeted_groups", "Targeted groups", id="group"),
        pytest.param("framework-lens", "A lens", "second", "Item second", id="framework, by its short names"),
    ],
)
def test_facets_and_words_say_what_people_call_them(facet: str, label: str, word: str, called: str) -> None:
    found = TABLE["facets"][facet]
    assert (found["label"], found["words"][word]["label"]) == (label, called)


def test_words_stand_in_the_order_of_their_vocabulary_and_items_in_that_of_their_framework() -> None:
    assert list(TABLE["facets"]["phase"]["words"]) == [phase.value for phase in Phase]
    assert list(TABLE["facets"]["evidence"]["words"]) == ["0", "1", "2", "3", "4", "5"]
    assert list(TABLE["facets"]["group"]["words"]) == [group.value for group in Beneficiaries]
    assert list(TABLE["facets"]["framework-lens"]["words"]) == ["first", "second", "third"]
    assert list(TABLE["facets"]["framework-prism"]["words"]) == ["third", "second", "first"]


def test_only_words_with_a_case_study_are_there() -> None:
    assert list(TABLE["facets"]["need"]["words"]) == ["semh", "autism"]
    assert "belonging-first" not in TABLE["facets"]["feature"]["words"]


def test_a_facet_without_a_case_study_is_not_there() -> None:
    without: dict[str, Any] = {"challenges": [], "evidence": None}
    assert list(table_of(a_library(oak=a_case_study(**without)))["facets"]) == [
        "phase",
        "feature",
        "kind",
        "region",
        "group",
    ]


def test_situations_and_needs_that_nobody_told_of_are_known_with_what_else_people_call_them() -> None:
    untold = {each["label"]: each["also"] for each in TABLE["untold"]}
    assert "hyperactiv" in untold["ADHD"]
    assert "Autism" not in untold
    assert "East of England" not in untold


def test_what_else_people_call_a_word_comes_with_it() -> None:
    words = TABLE["facets"]["challenge"]["words"]
    assert "fixed term" in words["exclusion"]["also"]
    assert len(words) > 10
    known = {word.value: list(word.also) for word in Challenge if word in words}
    assert {word: about["also"] for word, about in words.items()} == known


@pytest.mark.parametrize(
    "facet, word",
    [
        pytest.param("kind", "school", id="a word of which nothing else is said"),
        pytest.param("evidence", "2", id="a vocabulary of which nothing else is said"),
        pytest.param("feature", "feature-1", id="a feature"),
        pytest.param("group", "staff", id="a group"),
        pytest.param("framework-lens", "first", id="an item"),
    ],
)
def test_a_word_that_is_called_nothing_else_says_nothing(facet: str, word: str) -> None:
    assert "also" not in TABLE["facets"][facet]["words"][word]


def a_library_of_everywhere() -> Library:
    """Every phase, every region and every kind of setting."""
    one: dict[str, Any] = {"setting__phase": list(Phase), "setting__region": list(Region)}
    return a_library({kind.value.replace("_", "-"): a_case_study(setting__kind=kind, **one) for kind in SettingKind})


@pytest.mark.parametrize("facet, vocabulary", [("phase", Phase), ("kind", SettingKind), ("region", Region)])
def test_every_phase_kind_and_region_says_where_somebody_was(facet: str, vocabulary: type[Phase]) -> None:
    words = table_of(a_library_of_everywhere())["facets"][facet]["words"]
    assert list(words) == [word.value for word in vocabulary]
    odd = [about["label"] for about in words.values() if not about["place"].startswith(("in ", "by "))]
    assert odd == []


def test_other_facets_are_no_places() -> None:
    facets = TABLE["facets"].items()
    with_places = {facet for facet, about in facets for word in about["words"].values() if "place" in word}
    assert with_places == {"phase", "kind", "region"}


def test_the_days_are_counted_from_the_oldest() -> None:
    dates = {"ash": "2024-02-28", "elm": "2024-03-01", "oak": "2024-02-29"}
    cases = {
        id: a_case_study(setting__name=id, provenance__published=day, provenance__reviewed="2026-01-10")
        for id, day in dates.items()
    }
    table = table_of(a_library(dict(cases)))
    assert dict(zip(table["cases"], table["published"], strict=True)) == {"ash": 0, "oak": 1, "elm": 2}


def test_cases_stand_in_the_order_of_the_library_and_say_how_many_share_a_file_of_cards() -> None:
    assert TABLE["cases"] == list(MIXED.cases)
    assert TABLE["cards_a_file"] == CARDS_A_FILE


def test_what_is_not_published_is_neither_counted_nor_listed() -> None:
    assert not {"a-draft", "gone"} & set(TABLE["cases"])
    assert TABLE["withdrawn"] == ["gone"]
    assert "a-draft" not in json.dumps(TABLE)


def test_case_studies_under_review_are_there() -> None:
    assert table_of(a_full_library())["cases"] == ["elm", "oak"]


def test_former_ids_lead_to_the_present_ones() -> None:
    library = a_library(
        oak=a_case_study(aliases=["the-oak", "acorn"]),
        elm=a_case_study(aliases=["wych"], setting__name="Elm School"),
        ash=a_case_study(aliases=["old-ash"], status="draft"),
    )
    assert table_of(library)["moved"] == {"wych": "elm", "acorn": "oak", "the-oak": "oak"}


def test_an_empty_library_has_an_empty_table() -> None:
    assert table_of(Library([])) == {
        "cases": [],
        "cards_a_file": CARDS_A_FILE,
        "published": [],
        "facets": {},
        "withdrawn": [],
        "untold": [],
        "moved": {},
    }


def test_a_library_without_case_studies_has_no_facets() -> None:
    assert table_of(a_library(some_frameworks()))["facets"] == {}


@pytest.mark.parametrize("library", [pytest.param(MIXED, id="mixed"), pytest.param(a_full_library(), id="full")])
def test_the_table_is_the_same_after_it_was_written_and_read(library: Library) -> None:
    table = table_of(library)
    assert json.loads(json.dumps(table)) == table


def test_the_same_records_give_the_same_bytes_in_whichever_order_they_were_read() -> None:
    backwards = Library(list(MIXED.entries.values())[::-1])
    assert json.dumps(table_of(backwards)) == json.dumps(TABLE)
    assert json.dumps(table_of(a_mixed_library())) == json.dumps(TABLE)
