"""What a copy may hide, pin, order and replace: each mention by itself, against records in memory."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.builders import a_case_study
from tests.support.sites import a_full_library

from tenfold.local.arranging import fault, key, keys
from tenfold.local.sameness import same
from tenfold.local.settings import Settings
from tenfold.model import Kind, Record


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
