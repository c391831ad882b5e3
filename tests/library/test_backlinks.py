"""Who mentions whom: in fields and in prose, seen from both ends."""

import pytest
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, a_page, a_source, a_term
from tests.support.sites import WITHDRAWN

from tenfold.library import Mention
from tenfold.model import Kind, Record


@pytest.mark.parametrize(
    "target, where",
    [
        pytest.param((Kind.FEATURE, "belonging-first"), ("features", 0), id="in a list"),
        pytest.param((Kind.SOURCE, "oak-report"), ("in_numbers", 0, "source"), id="in a part of a record"),
        pytest.param((Kind.SOURCE, "oak-report"), ("provenance", "sources", 0), id="in a list in a part"),
    ],
)
def test_a_mention_in_a_field_is_known_with_its_place(target: tuple[Kind, str], where: tuple[str | int, ...]) -> None:
    library = a_library(oak=a_case_study())
    assert Mention(Kind.CASE, "oak", where) in library.mentions[target]
    assert (where, *target) in library.points_at(Kind.CASE, "oak")
    assert (Kind.CASE, "oak") in library.mentioned_by(*target)


@pytest.mark.parametrize(
    "prose, target",
    [
        pytest.param("See [elm](case:elm).", (Kind.CASE, "elm"), id="link"),
        pytest.param("See [**elm**][1].\n\n[1]: case:elm", (Kind.CASE, "elm"), id="link by reference"),
        pytest.param("See <case:elm>.", (Kind.CASE, "elm"), id="autolink"),
        pytest.param("- | a |\n  |---|\n  | [e](case:elm) |", (Kind.CASE, "elm"), id="in a table in a list"),
        pytest.param(
            "[x](framework:fair-start/know-everyone)", (Kind.FRAMEWORK, "fair-start/know-everyone"), id="item"
        ),
        pytest.param("[x](page:toolkit/steps#first)", (Kind.PAGE, "toolkit/steps"), id="part of a page"),
        pytest.param("[x](term:late-mark)", (Kind.TERM, "late-mark"), id="term"),
    ],
)
def test_a_link_in_prose_is_a_mention(prose: str, target: tuple[Kind, str]) -> None:
    library = a_library(oak=a_case_study(context=prose))
    assert library.mentions[target] == (Mention(Kind.CASE, "oak", ("context",)),)
    assert (("context",), *target) in library.points_at(Kind.CASE, "oak")


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param("`[elm](case:elm)`", id="code"),
        pytest.param(r"\[elm](case:elm)", id="escaped"),
        pytest.param("[elm](https://example.org/case:elm)", id="an address of the web"),
        pytest.param("case:elm", id="words"),
    ],
)
def test_what_is_no_link_is_no_mention(prose: str) -> None:
    assert a_library(oak=a_case_study(context=prose)).mentioned_by(Kind.CASE, "elm") == []


def test_each_record_that_mentions_another_is_named_once_sorted_by_kind_and_id() -> None:
    library = a_library(
        {"toolkit/index": a_page(body="[f](feature:belonging-first)")},
        oak=a_case_study(context="[a](feature:belonging-first) [b](feature:belonging-first)"),
        elm=a_case_study(),
        fair_start=a_framework(),
    )
    assert library.mentioned_by(Kind.FEATURE, "belonging-first") == [
        (Kind.CASE, "elm"),
        (Kind.CASE, "oak"),
        (Kind.FRAMEWORK, "fair-start"),
        (Kind.PAGE, "toolkit/index"),
    ]


def test_a_record_does_not_count_as_mentioning_itself() -> None:
    assert a_library(oak=a_case_study(context="[us](case:oak)")).mentioned_by(Kind.CASE, "oak") == []


@pytest.mark.parametrize(
    "changes", [pytest.param({"status": "draft"}, id="draft"), pytest.param(WITHDRAWN, id="withdrawn")]
)
def test_what_is_not_on_the_site_mentions_nothing(changes: dict[str, object]) -> None:
    library = a_library(oak=a_case_study(context="[elm](case:elm)", **changes), elm=a_case_study())
    assert library.mentioned_by(Kind.CASE, "elm") == []
    assert library.mentioned_by(Kind.SOURCE, "oak-report") == [(Kind.CASE, "elm"), (Kind.FEATURE, "belonging-first")]


def test_what_nothing_mentions_is_mentioned_by_none() -> None:
    assert a_library(spare=a_source()).mentioned_by(Kind.SOURCE, "spare") == []


def test_cited_sources_stand_in_the_order_in_which_they_are_cited_each_once() -> None:
    case = a_case_study(
        context="First [c](source:third-one), then [a](source:oak-report), then [d](source:fourth-one).",
        in_numbers=[{"label": "x", "value": "1", "unit": "schools", "source": "second-one"}],
    )
    found = a_library(oak=case).sources_cited_by(Kind.CASE, "oak")
    assert found == ["third-one", "oak-report", "fourth-one", "second-one"]


@pytest.mark.parametrize(
    "kind, id, title",
    [
        pytest.param(Kind.CASE, "oak", "Oak Primary School", id="case study: its setting"),
        pytest.param(Kind.FEATURE, "belonging-first", "Belonging comes first", id="feature"),
        pytest.param(Kind.FRAMEWORK, "fair-start", "The principles of a fair start", id="framework"),
        pytest.param(Kind.FRAMEWORK, "fair-start/know-everyone", "Know everyone", id="item"),
        pytest.param(Kind.SOURCE, "oak-report", "A year of greetings at Oak Primary School", id="source"),
        pytest.param(Kind.TERM, "late-mark", "late mark", id="term"),
        pytest.param(Kind.PAGE, "toolkit/index", "A page", id="page"),
    ],
)
def test_every_record_has_a_name_that_people_use(kind: Kind, id: str, title: str) -> None:
    records: dict[str, Record] = {"toolkit/index": a_page()}
    library = a_library(records, oak=a_case_study(), fair_start=a_framework(), late_mark=a_term())
    assert library.title(kind, id) == title


def linked(url: str) -> bool:
    """Whether a link leads anywhere, in a library with a case study of each status."""
    library = a_library(
        oak=a_case_study(),
        ash=a_case_study(status="draft"),
        yew=a_case_study(**WITHDRAWN),
        belonging_first=a_feature(),
        fair_start=a_framework(),
    )
    return library.referred(url) is not None


@pytest.mark.parametrize(
    "url, leads",
    [
        pytest.param("case:oak", True, id="published"),
        pytest.param("case:yew", True, id="withdrawn: its page says why"),
        pytest.param("case:ash", False, id="draft"),
        pytest.param("case:elm", False, id="unknown"),
        pytest.param("framework:fair-start/know-everyone", True, id="item"),
        pytest.param("framework:fair-start/know-nobody", False, id="unknown item"),
        pytest.param("feature:belonging-first#evidence", True, id="with a part"),
        pytest.param("theory:belonging-first", False, id="a kind that has no records"),
        pytest.param("https://example.org/", False, id="the web"),
    ],
)
def test_links_by_id_lead_only_to_what_has_a_page(url: str, leads: bool) -> None:
    assert linked(url) is leads
