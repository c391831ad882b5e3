"""What a copy may hide, pin, order and replace: each mention by itself, against records in memory."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.builders import a_case_study, a_library
from tests.support.sites import a_full_library
from tests.support.theories import a_theory

from tenfold.library import Arrangement, Library
from tenfold.local.arranging import fault, key, keys
from tenfold.local.sameness import same
from tenfold.local.settings import Settings
from tenfold.model import Kind, Record
from tenfold.problems import Level


def settings(**changes: Any) -> Settings:
    return Settings(name="Inclusion in Exampleton", authority="Exampleton Council", **changes)


def rule_of(field: str, mention: str, *, own: tuple[str, ...] = (), **changes: Any) -> str:
    """The rule that a mention breaks, or nothing."""
    said = fault(field, key(mention), settings(**changes), a_full_library(), keys(own))
    return said[2] if said else ""


@pytest.mark.parametrize(
    "mention, meant",
    [
        ("case:oak", (Kind.CASE, "oak")),
        ("page:about/privacy", (Kind.PAGE, "about/privacy")),
        ("framework:fair-start", (Kind.FRAMEWORK, "fair-start")),
    ],
)
def test_a_mention_is_a_kind_and_an_id(mention: str, meant: tuple[Kind, str]) -> None:
    assert key(mention) == meant


@pytest.mark.parametrize(
    "field, mention, rule",
    [
        pytest.param("hide", "case:oak", "", id="a case study may be hidden"),
        pytest.param("hide", "page:about/index", "", id="a page may be hidden"),
        pytest.param("hide", "page:index", "hide", id="not the home page"),
        pytest.param("hide", "feature:belonging-first", "hide", id="not a key feature"),
        pytest.param("hide", "source:oak-report", "hide", id="not a source"),
        pytest.param("hide", "case:nobody", "unknown_case", id="nobody"),
        pytest.param("pin", "case:oak", "", id="a case study may come first"),
        pytest.param("pin", "case:yew", "withdrawn", id="not one that was withdrawn"),
        pytest.param("order", "case:ash", "draft", id="not a draft"),
        pytest.param("replace", "page:about/index", "replace", id="nothing takes the place of what is not there"),
    ],
)
def test_what_may_be_arranged(field: str, mention: str, rule: str) -> None:
    assert rule_of(field, mention) == rule


def test_what_is_hidden_cannot_come_first() -> None:
    assert rule_of("pin", "case:oak", hide=("case:oak",)) == "hidden"


@pytest.mark.parametrize("field, rule", [("hide", "hide"), ("replace", "")])
def test_what_is_theirs_is_deleted_rather_than_hidden_and_may_replace(field: str, rule: str) -> None:
    assert rule_of(field, "case:oak", own=("case:oak",)) == rule


@pytest.mark.parametrize(
    "other, is_same",
    [
        pytest.param(a_case_study(), True, id="the same words"),
        pytest.param(a_case_study(provenance__reviewed="2026-03-01"), True, id="reviewed on another day"),
        pytest.param(a_case_study(provenance__licence="CC0-1.0"), False, id="another licence"),
        pytest.param(a_case_study(title="A warm start for every pupil"), False, id="another title"),
        pytest.param(a_full_library().features["belonging-first"], False, id="a record of another kind"),
    ],
)
def test_records_are_the_same_whenever_they_were_reviewed(other: Record, *, is_same: bool) -> None:
    assert same(a_case_study(), other) is is_same
    assert same(other, a_case_study()) is is_same


# --- the theory of change of a case study that is hidden ------------------------------------------------------------


def hiding(records: dict[str, Record], *mentions: str, withhold: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is said of each mention in `hide:` that something is said of: message and hint."""
    copy = settings(hide=mentions, withhold=withhold)
    arrangement = Arrangement(hide=frozenset(keys(mentions)), withhold=frozenset(keys(withhold)))
    library = Library(a_library(records).entries.values(), arrangement=arrangement)
    said = [fault("hide", key(mention), copy, library, ()) for mention in mentions]
    assert all(each is None or each[2:] == ("hidden_theory", Level.ADVICE) for each in said)
    return [each[:2] for each in said if each]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param({"oak": a_case_study(), "lane": a_theory(case="oak")}, id="named by the theory"),
        pytest.param({"oak": a_case_study(theory_of_change="lane"), "lane": a_theory()}, id="named by the case study"),
    ],
)
def test_who_hides_a_case_study_is_told_that_its_theory_is_still_shown(records: dict[str, Record]) -> None:
    ((message, hint),) = hiding(records, "case:oak")
    title = "A calmer start to the day at Hazel Lane"
    assert message == f'its theory of change "{title}" is still shown, and may say whose work this was.'
    assert hint == "To hide it too, add theory:lane to hide:."


def test_several_theories_are_told_at_once() -> None:
    records: dict[str, Record] = {
        "oak": a_case_study(),
        "lane": a_theory(case="oak", title="The lane"),
        "path": a_theory(case="oak", title="The path"),
    }
    (said,) = hiding(records, "case:oak")
    assert said == (
        'its theories of change "The lane" and "The path" are still shown, and may say whose work this was.',
        "To hide them too, add theory:lane and theory:path to hide:.",
    )


@pytest.mark.parametrize(
    "theory, case, mentions, withhold",
    [
        pytest.param(a_theory(case="oak"), "elm", ("case:oak", "theory:lane"), (), id="it is hidden as well"),
        pytest.param(a_theory(case="oak"), "elm", ("case:oak",), ("theory:lane",), id="it is withheld"),
        pytest.param(a_theory(case="oak", status="draft"), "elm", ("case:oak",), (), id="it is a draft"),
        pytest.param(a_theory(case="elm"), "elm", ("case:oak",), (), id="it is of another"),
        pytest.param(a_theory(), "elm", ("case:oak",), (), id="it is of none"),
    ],
)
def test_nothing_is_said_where_no_theory_of_it_is_left(
    theory: Record, case: str, mentions: tuple[str, ...], withhold: tuple[str, ...]
) -> None:
    records = {"oak": a_case_study(), case: a_case_study(), "lane": theory}
    assert hiding(records, *mentions, withhold=withhold) == []


def test_a_theory_that_belongs_to_another_case_study_as_well_stays_without_a_word() -> None:
    records: dict[str, Record] = {
        "oak": a_case_study(),
        "elm": a_case_study(theory_of_change="lane"),
        "lane": a_theory(case="oak"),
    }
    assert hiding(records, "case:oak") == []
    assert len(hiding(records, "case:oak", "case:elm")) == 2
    assert len(hiding(records, "case:oak", withhold=("case:elm",))) == 1
