"""Problems between records: what is mentioned has to exist, and nothing is claimed twice."""

import pytest
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, a_page, a_term
from tests.support.sites import WITHDRAWN

from tenfold.library import Library, check_library
from tenfold.model import Record
from tenfold.problems import Level, Problem

DRAFT = {"status": "draft"}


def problems(records: dict[str, Record] | None = None, **more: Record) -> list[Problem]:
    return list(check_library(a_library(records, **more)))


def said(records: dict[str, Record] | None = None, **more: Record) -> list[tuple[str, str]]:
    """The rule and the field of every problem."""
    return [(problem.rule, problem.field) for problem in problems(records, **more)]


def test_good_records_have_no_problems() -> None:
    records: dict[str, Record] = {"toolkit/index": a_page(body="## One\n\n[x](page:toolkit/index#one)")}
    assert said(records, oak=a_case_study(), fair_start=a_framework(), late_mark=a_term()) == []


@pytest.mark.parametrize(
    "record, rule, field",
    [
        pytest.param(a_case_study(related=["oak"]), "self_mention", "related[1]", id="itself"),
        pytest.param(a_case_study(related=["ash"]), "draft", "related[1]", id="a draft"),
        pytest.param(a_case_study(related=["elm"]), "unknown_case", "related[1]", id="an unknown case study"),
        pytest.param(a_case_study(theory_of_change="oak-toc"), "unknown_theory", "theory_of_change", id="theory"),
        pytest.param(a_case_study(context="[a](case:ash)"), "draft", "context", id="a link to a draft"),
        pytest.param(
            a_case_study(context="[a](framework:fair-start/x)"), "unknown_framework", "context", id="unknown item"
        ),
        pytest.param(a_case_study(context="[a](page:toolkit/x)"), "unknown_page", "context", id="unknown page"),
        pytest.param(a_case_study(context="[a](page:toolkit/index#x)"), "unknown_anchor", "context", id="unknown part"),
        pytest.param(a_case_study(context="[a](javascript:alert)"), "link", "context", id="a script"),
        pytest.param(a_case_study(context="[a](cases:ash)"), "link", "context", id="a kind that is not one"),
        pytest.param(a_case_study(context="[a](//example.org)"), "link", "context", id="no scheme"),
        pytest.param(a_case_study(context="![a](https://example.org/a.png)"), "image", "context", id="a picture"),
        pytest.param(a_case_study(context="a <b>b</b>"), "html", "context", id="HTML"),
        pytest.param(a_case_study(context="## Two"), "heading_level", "context", id="a heading too high"),
        pytest.param(a_case_study(context="### A\n\n##### B"), "heading_level", "context", id="a heading skipped"),
    ],
)
def test_what_a_case_study_must_not_say(record: Record, rule: str, field: str) -> None:
    beside: dict[str, Record] = {"toolkit/index": a_page(), "ash": a_case_study(**DRAFT), "fair-start": a_framework()}
    assert (rule, field) in said(beside, oak=record)


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param("`<b>`", id="HTML in code"),
        pytest.param("2 < 3 > 1", id="signs"),
        pytest.param("[a](https://example.org) <mailto:office@example.org> [b](case:oak)", id="allowed links"),
        pytest.param("### A\n\n#### B\n\n### C", id="headings in order"),
    ],
)
def test_what_it_may_say(prose: str) -> None:
    assert said(oak=a_case_study(context=prose)) == []


def test_a_draft_may_mention_another_draft() -> None:
    oak = a_case_study(related=["ash"], context="[a](case:ash)", **DRAFT)
    assert said(oak=oak, ash=a_case_study(**DRAFT)) == []


def test_a_withdrawn_case_study_may_be_mentioned() -> None:
    assert said(oak=a_case_study(related=["yew"]), yew=a_case_study(**WITHDRAWN)) == []


def test_headings_of_pages_start_at_the_second_level() -> None:
    assert said({"toolkit/a-b": a_page(body="## A\n\n### B")}) == []
    assert said({"toolkit/a-b": a_page(body="### A")}) == [("heading_level", "body")]


@pytest.mark.parametrize(
    "id, hint",
    [
        pytest.param("know-everyon", 'Did you mean "know-everyone"?', id="near an id"),
        pytest.param("somerset", 'Did you mean "elm-primary"?', id="a word of the title"),
        pytest.param("quite-another", "Known: elm-primary, know-everyone.", id="near nothing"),
    ],
)
def test_an_unknown_id_gets_the_nearest_right_one(id: str, hint: str) -> None:
    records: dict[str, Record] = {
        "elm-primary": a_case_study(setting__name="Elm School, Somerset"),
        "know-everyone": a_case_study(related=[id]),
    }
    assert [problem.hint for problem in problems(records)] == [hint]


def test_a_kind_without_records_says_so() -> None:
    (problem,) = problems(oak=a_case_study(resources=["some-tool"]))
    assert problem.message == 'there is no resource "some-tool".'
    assert problem.hint == "None exists yet: leave this out."


def test_two_features_of_one_number() -> None:
    (problem,) = problems(second=a_feature(in_practice=[{"title": "x", "body": "y"}]))
    assert (problem.rule, problem.path, problem.field) == ("same_number", "content/second.yml", "number")
    assert '"belonging-first"' in problem.message


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"term": "Late Mark"}, id="its name, in other letters"),
        pytest.param({"term": "tardy", "also": ["late marks"]}, id="another form"),
        pytest.param({"term": "tardy", "also": [], "abbreviation": "late mark"}, id="its abbreviation"),
    ],
)
def test_two_terms_of_one_form(changes: dict[str, object]) -> None:
    found = said(late_mark=a_term(), tardy=a_term(**({"also": []} | changes)))
    assert [rule for rule, _ in found] == ["same_form"]


def test_one_term_may_repeat_a_form() -> None:
    assert said(late_mark=a_term(also=["Late mark", "late mark"])) == []


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param({"acorn": a_case_study()}, id="a case study"),
        pytest.param({"acorn": a_case_study(**DRAFT)}, id="a draft"),
        pytest.param({"acorn": a_case_study(**WITHDRAWN)}, id="a withdrawn one"),
        pytest.param({"elm": a_case_study(aliases=["acorn"])}, id="another former id"),
    ],
)
def test_a_former_id_belongs_to_one_case_study(beside: dict[str, Record]) -> None:
    assert said(beside, oak=a_case_study(aliases=["acorn"])) == [("alias", "aliases[1]")]


def test_problems_between_records_stop_publication() -> None:
    assert {problem.level for problem in problems(oak=a_case_study(related=["nobody"]))} == {Level.ERROR}


def test_an_empty_library_has_no_problems_between_its_records() -> None:
    assert list(check_library(Library([]))) == []
